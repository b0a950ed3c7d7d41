/** The work of taking a note, loaded with the first one: passage, tags, text. */
import * as vscode from 'vscode';
import { knownTags, offsetInAbstract } from '../../core/library';
import type { SourceFile } from '../../core/library';
import { anchorOf, completeTag, locatorText, readTagInput, tagFrom } from '../../core/notes';
import { noSourceHere, noSources } from '../../core/problem';
import { kindOf } from '../../core/source';
import type { Anchor, Note } from '../../core/source';
import { report } from '../../host/app';
import type { App } from '../../host/app';
import type { Found } from '../../host/libraries';
import { nodesFrom, oneLine } from '../../host/nodes';
import { pickSources } from '../../host/sourcePicker';

type Draft = Omit<Note, 'id' | 'created' | 'author'>;
type Passage = { readonly quote: string; readonly anchor: Anchor };

/** Take a note on what the command was called on, else on the open source file, else on a source that is picked. */
export async function newNote(app: App, given: unknown): Promise<void> {
  await app.libraries.ready();
  const [node] = nodesFrom(app.libraries, given);
  const here = node === undefined ? sourceOfEditor(app) : undefined;
  const found = node ?? here?.found ?? await pickOne(app);
  if (found === undefined) return;
  const heading = await askTags(found, here?.passage?.quote);
  if (heading === undefined) return;
  const text = here?.passage === undefined ? await askText() : '';
  if (text === undefined) return;
  const note: Draft = { ...heading, ...here?.passage, text };
  // A heading without a word would be hard to find again.
  const bare = note.tags.length === 0 && note.locator === undefined && note.stance === undefined;
  await keep(app, found, bare ? { ...note, kind: kindOf(note) } : note);
}

async function keep(app: App, found: Found, note: Draft): Promise<void> {
  const change = await found.home.store.addNote(found.source, note);
  report(app, change.problems);
  if (change.undo.length === 0) return;
  const tags = note.tags.map((tag) => `#${tag}`).join(' ');
  void vscode.window.setStatusBarMessage(`$(note) Note kept${tags === '' ? '' : `: ${tags}`}`, 5000);
}

// --- where the note comes from ---------------------------------------------------------------------------------------

/** The source whose file is being looked at, and the passage that is selected in it. */
function sourceOfEditor(app: App): { found: Found; passage?: Passage } | undefined {
  const editor = vscode.window.activeTextEditor;
  const found = editor && app.libraries.atFile(editor.document.uri);
  if (editor === undefined || found === undefined) return undefined;
  const quote = editor.document.getText(editor.selection);
  if (quote.trim() === '') return { found };
  return { found, passage: passageOf(editor, found.home.store.fileOf(found.source)?.file) };
}

/** The selected text without blank ends, anchored in the abstract if it stands there, else by the text around it. */
function passageOf(editor: vscode.TextEditor, file: SourceFile | undefined): Passage {
  const text = editor.document.getText();
  const selected = editor.document.getText(editor.selection);
  const start = editor.document.offsetAt(editor.selection.start) + selected.length - selected.trimStart().length;
  const end = start + selected.trim().length;
  const quote = text.slice(start, end).replaceAll('\r\n', '\n');
  const [from, to] = file?.text === text ? [offsetInAbstract(file, start), offsetInAbstract(file, end)] : [];
  if (file?.item.abstract !== undefined && from !== undefined && to !== undefined) {
    return { quote: file.item.abstract.slice(from, to), anchor: anchorOf(file.item.abstract, { start: from, end: to }) };
  }
  const { before, after } = anchorOf(text, { start, end });
  return { quote, anchor: { before, after } };
}

async function pickOne(app: App): Promise<Found | undefined> {
  if (app.libraries.all.every((home) => home.store.current.sources.size === 0)) {
    report(app, [app.libraries.all.length === 0 ? noSourceHere() : noSources()]);
    return undefined;
  }
  const from = vscode.window.activeTextEditor?.document.uri;
  return (await pickSources(app, { title: 'New Note: On Which Source?', many: false, ...(from && { from }) }))[0];
}

// --- what the person says of it --------------------------------------------------------------------------------------

type TagRow = vscode.QuickPickItem & { readonly tag?: string };

/**
 * One box for tags, locator, stance and kind. Rows complete the word being typed; Enter takes the first row and keeps
 * the note; a comma or a space finishes a word and goes on to the next.
 */
function askTags({ home }: Found, quote: string | undefined): Promise<Draft | undefined> {
  const known = knownTags(home.store.current);
  const pick = vscode.window.createQuickPick<TagRow>();
  pick.title = quote === undefined ? 'New Note: Tags' : `New Note: “${shortened(oneLine(quote))}”`;
  pick.placeholder = 'Tags, for example: hedging, un-voting p. 12 against. Enter keeps the note';
  const fill = (): void => {
    const choices = rows(pick.value, known);
    pick.items = choices;
    pick.activeItems = choices.slice(0, 1);
  };
  return new Promise((resolve) => {
    let taken: Draft | undefined;
    pick.onDidChangeValue(fill);
    pick.onDidAccept(() => {
      taken = noteOf(pick.value, known, pick.activeItems[0]?.tag);
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

/** What is typed, with the word at its end completed to the chosen tag. */
function noteOf(value: string, known: readonly string[], tag: string | undefined): Draft {
  const { typing: _, typingAt: __, ...said } = readTagInput(value, known);
  return { ...said, tags: tag === undefined ? said.tags : [...new Set([...said.tags, tag])], text: '' };
}

function rows(value: string, known: readonly string[]): TagRow[] {
  const input = readTagInput(value, known);
  const sofar = [...input.tags.map((tag) => `#${tag}`), input.locator === undefined ? '' : locatorText(input.locator), input.stance ?? '', input.kind ?? '']
    .filter((part) => part !== '').join(' ');
  const completed = completeTag(input.typing, known).filter((tag) => !input.tags.includes(tag));
  const fresh = tagFrom(input.typing);
  const choices: TagRow[] = completed.map((tag) => ({ label: tag, iconPath: new vscode.ThemeIcon('tag'), description: sofar === '' ? '' : `with ${sofar}`, tag, alwaysShow: true }));
  if (fresh !== '' && !completed.includes(fresh)) {
    // The box sorts rows whose label holds what was typed before all others; a new tag must not jump the queue.
    const row = { label: 'New tag', iconPath: new vscode.ThemeIcon('add'), description: `#${fresh}`, tag: fresh, alwaysShow: true };
    if (input.typing.startsWith('#')) choices.unshift(row);
    else choices.push(row);
  }
  const keepRow: TagRow = { label: sofar === '' ? 'Keep without a tag' : `Keep with ${sofar}`, alwaysShow: true };
  return input.typing === '' ? [keepRow, ...choices] : choices;
}

function askText(): Thenable<string | undefined> {
  return vscode.window.showInputBox({ title: 'New Note', prompt: 'Your note. Longer ones can be continued in the file.', placeHolder: 'What does this source say to your question?' });
}

const shortened = (text: string): string => (text.length <= 60 ? text : `${text.slice(0, 59)}…`);
