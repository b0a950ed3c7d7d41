/** The box of a new note: tags, locator, stance and kind in one line. */
import * as vscode from 'vscode';
import { completeChoice, completeVocabulary, locatorText, readTagInput, tagFrom } from '../../core/notes';
import type { Completed, PageOf, TagChoice } from '../../core/notes';
import type { Note } from '../../core/source';
import type { Suggestion } from '../../core/tagging';
import { withSuggested } from './suggested';
import { createBox, drawn, type Drawn } from '../../host/boxes';

/** What a note's heading will say. */
export type Said = Pick<Note, 'tags' | 'locator' | 'stance' | 'kind'>;

/** `add` is what a row puts to what was typed; a row with `type` puts letters into the box and goes on. */
type Row = vscode.QuickPickItem & { readonly add?: Partial<Said>; readonly tag?: string; readonly type?: string };

/**
 * Ask. Rows complete the word being typed; Enter takes the first row and keeps the note; a comma or a space finishes a word and
 * goes on to the next. A `page` that the text itself marks is taken unless another locator is typed. Undefined: nothing is wanted.
 */
export function askTags(title: string, known: readonly TagChoice[], page: PageOf | undefined, suggested: readonly Suggestion[] = []): Promise<Said | undefined> {
  const pick = createBox<Row>();
  pick.title = title;
  pick.placeholder = 'Tags, for example: hedging, un-voting p. 12 against. Enter keeps the note';
  let choices: readonly Drawn<Row>[] = [];
  const fill = (): void => {
    choices = drawn(withSuggested(rows(pick.value, known, page), pick.value, suggested));
    pick.items = choices;
    pick.activeItems = choices.slice(0, 1);
  };
  return new Promise((resolve) => {
    let taken: Said | undefined;
    pick.onDidChangeValue(fill);
    pick.onDidAccept(() => {
      const active = pick.activeItems[0];
      // A quick hand presses Enter before the box shows the rows for the last letter.
      const row = active !== undefined && choices.includes(active) ? active : choices[0];
      if (row?.type !== undefined) {
        pick.value = row.type;
        fill();
        return;
      }
      taken = said(pick.value, known, page, row);
      pick.hide();
    });
    pick.onDidHide(() => {
      pick.dispose();
      resolve(taken);
    });
    fill();
    pick.show();
  });
}

/** What is typed, with the word at its end completed by the chosen row. */
function said(value: string, known: readonly TagChoice[], page: PageOf | undefined, row: Row | undefined): Said {
  const { typing: _, typingAt: __, label: ___, ...typed } = readTagInput(value, known);
  const marked = page?.known === 'marked' ? { locator: page.locator } : {};
  return { ...marked, ...typed, ...row?.add, tags: [...new Set([...typed.tags, ...(row?.tag === undefined ? [] : [row.tag])])] };
}

function rows(value: string, known: readonly TagChoice[], page: PageOf | undefined): Row[] {
  const input = readTagInput(value, known);
  const sofar = inWords(said(value, known, page, undefined));
  if (input.label !== undefined) return [{ label: 'Locator', description: `${input.label} …: type its number`, iconPath: new vscode.ThemeIcon('location'), type: value.endsWith(' ') ? value : `${value} `, alwaysShow: true }];
  const completed = completeChoice(input.typing, known).filter(({ choice }) => !input.tags.includes(choice.tag));
  // “aga” is rather the stance than a tag that holds these letters somewhere.
  const tagRows = (isWithin: true | undefined): Row[] => completed.filter((one) => one.isWithin === isWithin).map((one) => tagRow(one, sofar));
  const choices = [...tagRows(undefined), ...vocabularyRows(input.typing, sofar), ...tagRows(true)];
  const fresh = newTagRow(input.typing, completed, sofar);
  if (fresh !== undefined) choices.splice(input.typing.startsWith('#') ? 0 : choices.length, 0, fresh);
  const keep: Row = { label: sofar === '' ? 'Keep without a tag' : `Keep with ${sofar}`, iconPath: new vscode.ThemeIcon('check'), alwaysShow: true };
  return input.typing === '' ? [keep, ...pageRow(page, input), ...choices] : choices.length === 0 ? [keep] : choices;
}

const inWords = ({ tags, locator, stance, kind }: Said): string =>
  [...tags.map((tag) => `#${tag}`), locator === undefined ? '' : locatorText(locator), stance ?? '', kind ?? ''].filter((part) => part !== '').join(' ');

function tagRow({ choice: { tag, notes, definition }, by }: Completed, sofar: string): Row {
  const counted = notes === 0 ? 'not used yet' : `${notes} ${notes === 1 ? 'note' : 'notes'}`;
  const description = [by === undefined ? '' : `also “${by}”`, counted, sofar === '' ? '' : `with ${sofar}`].filter((part) => part !== '').join(' · ');
  return { label: tag, iconPath: new vscode.ThemeIcon('tag'), description, tag, alwaysShow: true, ...(definition !== undefined && { detail: definition.replace(/\s+/g, ' ') }) };
}

// The box sorts rows whose label holds what was typed before all others: what is no known tag must not jump the queue, so its words stand in the description.

function vocabularyRows(typing: string, sofar: string): Row[] {
  const { stances, kinds } = completeVocabulary(typing);
  const row = (label: string, word: string, icon: string, add: Partial<Said>): Row =>
    ({ label, description: sofar === '' ? word : `${word} · with ${sofar}`, iconPath: new vscode.ThemeIcon(icon), add, alwaysShow: true });
  return [...stances.map((stance) => row('Stance', stance, 'arrow-both', { stance })), ...kinds.map((kind) => row('Kind', kind, 'symbol-class', { kind }))];
}

function newTagRow(typing: string, completed: readonly Completed[], sofar: string): Row | undefined {
  const fresh = tagFrom(typing);
  if (fresh === '' || completed.some(({ choice }) => choice.tag === fresh)) return undefined;
  return { label: 'New tag', iconPath: new vscode.ThemeIcon('add'), description: sofar === '' ? `#${fresh}` : `#${fresh} · with ${sofar}`, tag: fresh, alwaysShow: true };
}

/** A page that was only counted is offered, not taken. */
function pageRow(page: PageOf | undefined, { locator }: Said): Row[] {
  if (page?.known !== 'counted' || locator !== undefined) return [];
  return [{ label: `Keep with ${locatorText(page.locator)}`, iconPath: new vscode.ThemeIcon('location'), description: 'counted from the page breaks; the printed page may be another', add: { locator: page.locator }, alwaysShow: true }];
}
