/** What may be typed in a note's heading: tags behind `#`, elsewhere stances, kinds and locators. */
import * as vscode from 'vscode';
import { markdownText } from '../../core/exits';
import { tagChoices } from '../../core/library';
import { completeChoice, headingParts, tagFrom } from '../../core/notes';
import type { HeadingRole, TagChoice } from '../../core/notes';
import { kinds, stances } from '../../core/source';
import { editorMarkdown } from '../../host/editorMarkdown';
import type { Found } from '../../host/libraries';
import { fileIn, headingsIn } from './reading';

export function complete(document: vscode.TextDocument, position: vscode.Position, { home }: Found): vscode.CompletionList | undefined {
  const offset = document.offsetAt(position);
  const heading = headingsIn(fileIn(document)).find(({ placed, from }) => from <= offset && offset <= placed.heading.end);
  if (heading === undefined) return undefined;
  const typed = document.getText(new vscode.Range(document.positionAt(heading.from), position));
  const tag = /(?:^|\s)(#[^\s·]*)$/u.exec(typed)?.[1];
  if (tag === undefined) return words(position, typed, document.getText(new vscode.Range(position, document.positionAt(heading.placed.heading.end))));
  const after = /^[^\s·]*/u.exec(document.lineAt(position.line).text.slice(position.character))?.[0].length ?? 0;
  const range = new vscode.Range(position.translate(0, -tag.length), position.translate(0, after));
  // The unfinished tag itself is in the library by now, from this very heading.
  const isTyped = ({ tag: known, notes, also }: TagChoice): boolean => known === tagFrom(tag) && notes <= 1 && also.length === 0 && !home.store.current.codebook.tags.has(known);
  const choices = tagChoices(home.store.current).filter((choice) => !isTyped(choice));
  const items = completeChoice(tag.slice(1), choices).slice(0, 200).map(({ choice, by }, rank) => {
    const counted = `${choice.notes} ${choice.notes === 1 ? 'note' : 'notes'}`;
    const item = new vscode.CompletionItem({ label: `#${choice.tag}`, detail: by === undefined ? '' : `  also “${by}”`, description: counted }, vscode.CompletionItemKind.EnumMember);
    // What was typed is the filter, so that the editor keeps what was found by an alias or in another script.
    Object.assign(item, { range, filterText: tag, sortText: String(rank).padStart(4, '0'), insertText: `#${choice.tag}` });
    if (choice.definition !== undefined) item.documentation = editorMarkdown(markdownText(choice.definition));
    return item;
  });
  return new vscode.CompletionList(items, true);
}

/** Locators as one begins to write them; the cursor waits where the number goes. */
const locators = ['p. ', 'pp. ', 'ch. ', '§ ', 'fn. '];

/** `typed` stands in the heading before the cursor, `rest` behind it. */
function words(position: vscode.Position, typed: string, rest: string): vscode.CompletionList | undefined {
  const word = /(?:^|[\s·])(\p{L}*)$/u.exec(typed)?.[1];
  if (word === undefined) return undefined;
  const before = typed.slice(0, typed.length - word.length).trimEnd();
  const gap = typed.slice(before.length, typed.length - word.length);
  const lead = before === '' ? '' : before.endsWith('·') ? (gap === '' ? ' ' : '') : `${gap === '' ? ' ' : ''}· `;
  const said = [...headingParts(before), ...headingParts(rest)];
  const has = (role: HeadingRole): boolean => said.some((part) => part.role === role);
  const range = new vscode.Range(position.translate(0, -word.length), position);
  const row = (text: string, detail: string, kind: vscode.CompletionItemKind): vscode.CompletionItem =>
    Object.assign(new vscode.CompletionItem({ label: text.trim(), description: detail }, kind), { range, filterText: text, insertText: lead + text });
  return new vscode.CompletionList([
    ...(has('stance') ? [] : stances.map((stance) => row(stance, 'stance', vscode.CompletionItemKind.Keyword))),
    ...(has('kind') ? [] : kinds.map((kind) => row(kind, 'kind', vscode.CompletionItemKind.TypeParameter))),
    ...(has('locator') ? [] : locators.map((label) => row(label, 'locator', vscode.CompletionItemKind.Unit))),
  ], false);
}
