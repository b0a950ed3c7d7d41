/** The work of taking a note, loaded with the first one: where it comes from, what is said of it, and that it is kept. */
import * as vscode from 'vscode';
import { linkText, moveText, sourceOfText, tagChoices, textsOf } from '../../core/library';
import type { UndoStep } from '../../core/library';
import { noLastTags, noNoteToUndo, noSourceHere, noSources, nothingToNote, textOutside } from '../../core/problem';
import { kindOf } from '../../core/source';
import type { Note } from '../../core/source';
import { suggestTags } from '../../core/tagging';
import { report } from '../../host/app';
import type { App } from '../../host/app';
import { askLine } from '../../host/boxes';
import { relativePath } from '../../host/libraries';
import type { Found, Home } from '../../host/libraries';
import { nodesFrom, oneLine } from '../../host/nodes';
import { inStatusBar } from '../../host/notices';
import { pickSources } from '../../host/sourcePicker';
import { tooManyToChange } from '../../host/trust';
import { passageInSource, passageInText, selected } from './passage';
import type { Passage } from './passage';
import { askTags } from './tagBox';
import type { Said } from './tagBox';

type Draft = Omit<Note, 'id' | 'created' | 'author'>;
/** A source, and the passage of it that is selected; `link` is the file of the workspace to be linked as a text of it. */
type Subject = { readonly found: Found; readonly passage?: Passage; readonly link?: string };

const lastTagsKey = 'commonplace.lastTags';
let lastKept: { readonly home: Home; readonly undo: readonly UndoStep[] } | undefined;

/** Take a note on what the command was called on, else on the selection or the open source file, else on a source that is picked. */
export async function newNote(app: App, given: unknown): Promise<void> {
  await app.libraries.ready();
  const [node] = nodesFrom(app.libraries, given);
  const subject = node === undefined ? await subjectOfEditor(app) : { found: node };
  if (subject !== undefined) await ask(app, subject);
}

/** Take a note on the selection, in whatever file. */
export async function noteFromSelection(app: App): Promise<void> {
  await app.libraries.ready();
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined || selected(editor) === undefined) return report(app, [nothingToNote()]);
  const subject = await subjectOfEditor(app);
  if (subject !== undefined) await ask(app, subject);
}

/** Take a note on the selection with the tags of the note before, at once. */
export async function noteWithLastTags(app: App): Promise<void> {
  await app.libraries.ready();
  const tags = app.extension.workspaceState.get<readonly string[]>(lastTagsKey, []);
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined || selected(editor) === undefined) return report(app, [nothingToNote()]);
  const subject = await subjectOfEditor(app);
  if (subject === undefined) return;
  if (tags.length === 0) {
    report(app, [noLastTags()]);
    return ask(app, subject);
  }
  const page = subject.passage?.page;
  await keep(app, subject, { tags, ...(page?.known === 'marked' && { locator: page.locator }), ...wordsOf(subject), text: '' });
}

/** Take the note that was kept last away again, with the link that was made for it. */
export async function undoNote(app: App): Promise<void> {
  const kept = lastKept;
  lastKept = undefined;
  report(app, kept === undefined ? [noNoteToUndo()] : await kept.home.store.undo(kept.undo));
}

async function ask(app: App, subject: Subject): Promise<void> {
  const { found, passage } = subject;
  const library = found.home.store.current;
  const said = await askTags(titleFor(passage), tagChoices(library), passage?.page, suggestTags(found.source, library, passage?.quote ?? ''));
  if (said === undefined) return;
  const text = passage === undefined ? await askText() : '';
  if (text === undefined) return;
  const note: Draft = { ...said, ...wordsOf(subject), text };
  await app.extension.workspaceState.update(lastTagsKey, said.tags);
  await keep(app, subject, isBare(said) ? { ...note, kind: kindOf(note) } : note);
}

const wordsOf = ({ passage }: Subject): Pick<Note, 'quote' | 'anchor'> =>
  (passage === undefined ? {} : { quote: passage.quote, ...(passage.anchor && { anchor: passage.anchor }) });

/** A heading without a word would be hard to find again. */
const isBare = ({ tags, locator, stance, kind }: Said): boolean => tags.length === 0 && locator === undefined && stance === undefined && kind === undefined;

async function keep(app: App, { found: { home, source }, link }: Subject, note: Draft): Promise<void> {
  const { store } = home;
  const path = link ?? '';
  const linked = link === undefined || source.path === undefined ? undefined : await store.edit(source, (file) => linkText(file, path));
  const change = await store.addNote(store.current.sources.get(source.handle) ?? source, note);
  const made = store.current.sources.get(source.handle);
  const linkedAfter = link !== undefined && source.path === undefined && made !== undefined ? await store.edit(made, (file) => linkText(file, path)) : undefined;
  const all = [linked, change, linkedAfter].filter((one) => one !== undefined);
  report(app, all.flatMap(({ problems }) => problems));
  if (change.undo.length === 0) return keepTyped(note);
  lastKept = { home, undo: all.flatMap(({ undo }) => undo) };
  const tags = note.tags.map((tag) => `#${tag}`).join(' ');
  void vscode.window.setStatusBarMessage(inStatusBar('note', `Note kept${tags === '' ? '' : `: ${tags}`}`), 5000);
}

/** What was typed is not lost with the file that could not take it. */
async function keepTyped({ tags, quote, text }: Draft): Promise<void> {
  const content = [...(tags.length === 0 ? [] : [`## ${tags.map((tag) => `#${tag}`).join(' ')}`]), ...(quote === undefined ? [] : [quote.replace(/^/gm, '> ')]), text].filter((part) => part.trim() !== '').join('\n\n');
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content: `${content}\n` }));
}

// --- where the note comes from ---------------------------------------------------------------------------------------

/** The source whose file or text is being looked at with what is selected; else one that is picked. */
async function subjectOfEditor(app: App): Promise<Subject | undefined> {
  const editor = vscode.window.activeTextEditor;
  const own = editor && app.libraries.atFile(editor.document.uri);
  if (editor !== undefined && own !== undefined) return { found: own, ...optional(passageInSource(editor)) };
  if (editor === undefined || selected(editor) === undefined) {
    const found = await pickOne(app, 'New Note: On Which Source?');
    return found && { found };
  }
  return subjectOfText(app, editor);
}

const optional = (passage: Passage | undefined): Pick<Subject, 'passage'> => (passage === undefined ? {} : { passage });

/** A passage of a full text, a transcript, any other file: its source is asked for once. */
async function subjectOfText(app: App, editor: vscode.TextEditor): Promise<Subject | undefined> {
  const { uri } = editor.document;
  const home = vscode.workspace.getWorkspaceFolder(uri) && app.libraries.of(uri);
  const path = home === undefined || editor.document.isUntitled ? undefined : relativePath(home, uri);
  const known = home === undefined || path === undefined ? undefined : sourceOfText(home.store.current, path);
  if (home !== undefined && known !== undefined) return { found: { home, source: known }, ...optional(passageInText(editor, path)) };
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const found = await pickOne(app, `New Note: Which Source Is “${name}” a Text Of? (Asked Once)`);
  if (found === undefined) return undefined;
  // A path is of use only in the folder that it counts from.
  const link = found.home === home ? path : undefined;
  if (link === undefined) report(app, [textOutside(name)]);
  return { found, ...optional(passageInText(editor, link)), ...(link !== undefined && { link }) };
}

async function pickOne(app: App, title: string): Promise<Found | undefined> {
  if (app.libraries.all.every((home) => home.store.current.sources.size === 0)) {
    report(app, [app.libraries.all.length === 0 ? noSourceHere() : noSources()]);
    return undefined;
  }
  const from = vscode.window.activeTextEditor?.document.uri;
  return (await pickSources(app, { title, many: false, ...(from && { from }) }))[0];
}

const titleFor = (passage: Passage | undefined): string => (passage === undefined ? 'New Note: Tags' : `New Note: “${shortened(oneLine(passage.quote))}”`);
const shortened = (text: string): string => (text.length <= 60 ? text : `${text.slice(0, 59)}…`);

function askText(): Thenable<string | undefined> {
  return askLine({ title: 'New Note', prompt: 'Your note. Longer ones can be continued in the file.', placeHolder: 'What does this source say to your question?' });
}

// --- texts that move -------------------------------------------------------------------------------------------------

/** Follow texts of sources that the editor renames or moves. */
export async function followTexts(app: App, files: readonly { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }[]): Promise<void> {
  const moves = files.flatMap((file) => movesOf(app, file));
  const tooMany = tooManyToChange(moves.length);
  if (tooMany !== undefined) return report(app, [tooMany]);
  for (const { home, source, path, to } of moves) report(app, (await home.store.edit(source, (file) => moveText(file, path, to))).problems);
}

/** The texts of sources that lie at a place of the folder or below it, and where they lie then. */
function movesOf(app: App, { oldUri, newUri }: { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }): readonly (Found & { readonly path: string; readonly to: string })[] {
  const home = app.libraries.of(oldUri);
  if (home === undefined || app.libraries.of(newUri) !== home) return [];
  const [from, to] = [relativePath(home, oldUri), relativePath(home, newUri)];
  return [...home.store.current.sources.values()].flatMap((source) => textsOf(source.item).filter((text) => text === from || text.startsWith(`${from}/`))
    .map((path) => ({ home, source, path, to: to + path.slice(from.length) })));
}
