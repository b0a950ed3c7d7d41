/** Draft From Tag: every passage of a tag, a view or a query in a draft, quoted and cited in its place. */
import * as vscode from 'vscode';
import type { DraftReading } from '../../core/citations';
import type { PassageGroup } from '../../core/gathering';
import { inDraft, withCrLf, type DraftText } from '../../core/exits';
import { everythingDrafted, nothingGathered } from '../../core/problem';
import { report } from '../../host/app';
import type { App } from '../../host/app';
import { counted, gathered } from '../../host/asking';
import { pickOne } from '../../host/boxes';
import { isDraft, loadCiting } from '../../host/drafts';
import { remember } from '../../host/favourites';
import { inStatusBar } from '../../host/notices';
import { draftEdit } from '../../host/positions';
import { asked, askPassageGrouping, loadGathering } from './asked';
import type { Asked } from './asked';

/** Where the passages go: into a draft at its cursor, or into a new file of a language. */
type Target = { readonly editor: vscode.TextEditor } | { readonly language: 'markdown' | 'latex' };

/** The draft one writes in: the active editor’s, or from a tree the one that is visible. Source files are no drafts. */
export function draftEditor(app: App): vscode.TextEditor | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const fits = ({ document }: vscode.TextEditor): boolean => isDraft(document) && app.libraries.atFile(document.uri) === undefined;
  return activeTextEditor !== undefined && fits(activeTextEditor) ? activeTextEditor : visibleTextEditors.find(fits);
}

export async function draftFrom(app: App, given: unknown): Promise<void> {
  const editor = draftEditor(app);
  const what = await asked(app, given, 'Draft From Tag or Query');
  if (what === undefined) return;
  const found = await gathered(app, what.query);
  if (found.every(({ notes }) => notes.length === 0)) return report(app, [nothingGathered(what.text)]);
  const by = await askPassageGrouping(app, `Draft From ${what.text.trim() === '' ? 'All Notes' : what.text}`);
  const target = by && await askTarget(editor);
  if (by === undefined || target === undefined) return;
  const { groupPassages } = await loadGathering();
  const groups = found.flatMap(({ home, notes }) => groupPassages(notes, by, home.store.current, what.tag));
  await write(app, what, groups, target, by !== 'stance');
}

async function askTarget(editor: vscode.TextEditor | undefined): Promise<Target | undefined> {
  const here = editor === undefined ? [] : [{ icon: 'edit', label: `At the Cursor in ${editor.document.uri.path.split('/').at(-1) ?? ''}`, target: { editor } }];
  const fresh = ([['Markdown', 'markdown'], ['LaTeX', 'latex']] as const).map(([name, language]) => ({ icon: 'new-file', label: `New ${name} File`, target: { language } }));
  const chosen = await pickOne([...here, ...fresh], { title: 'Where Should the Passages Go?' });
  return chosen?.target;
}

async function write(app: App, what: Asked, groups: readonly PassageGroup[], target: Target, isStanceNamed: boolean): Promise<void> {
  const { draftPassages, headingLevelAt, keysUncitable, readDraft, uncitableKeys } = await loadCiting();
  const reading = 'editor' in target ? await app.drafts.reading(target.editor.document) : readDraft(target.language, '');
  if (reading === undefined) return;
  const passages = groups.map(({ label, notes }) => ({ label, passages: notes.map(({ source, note }) => ({ key: source.item.id, note })) }));
  const uncitable = uncitableKeys(reading.syntax, [...new Set(passages.flatMap((group) => group.passages.map(({ key }) => key)))]);
  if (uncitable.length > 0) return report(app, [keysUncitable(uncitable, reading.syntax)]);
  const level = 'editor' in target ? headingLevelAt(reading, target.editor.document.offsetAt(target.editor.selection.active)) : 1;
  const { text, written, present } = draftPassages(reading, passages, level, isStanceNamed);
  if (text === '') return report(app, [everythingDrafted(present)]);
  if (!await put(reading, target, text)) return;
  await remember(app, [...new Set(passages.flatMap((group) => group.passages.map(({ key }) => key)))].slice(0, 20));
  const left = present === 0 ? '' : ` ${counted(present, 'passage')} left out: the draft has ${present === 1 ? 'it' : 'them'} already.`;
  void vscode.window.setStatusBarMessage(inStatusBar('quote', `${counted(written, 'passage')} on ${what.text} inserted.${left}`), 8000);
}

/** In one step of undo; a new file has one anyway. */
async function put(reading: DraftReading, target: Target, text: DraftText): Promise<boolean> {
  if ('language' in target) {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: target.language, content: `${text}\n` }));
    return true;
  }
  return insertBlock(target.editor, reading.text, text);
}

/** The line ends that are missing to a blank line. */
const missing = (has: (lines: string) => boolean): DraftText => (has('\n\n') ? inDraft`` : has('\n') ? inDraft`\n` : inDraft`\n\n`);

/** Text at the cursor, between blank lines; the cursor stands behind it then. */
export async function insertBlock({ document, selection, viewColumn }: vscode.TextEditor, draft: string, text: DraftText): Promise<boolean> {
  const at = document.offsetAt(selection.active);
  const [before, after] = [draft.slice(0, at), draft.slice(at)];
  const opening = before.trim() === '' ? inDraft`` : missing((lines) => before.slice(-4).replaceAll('\r', '').endsWith(lines));
  const closing = after.trim() === '' ? inDraft`\n` : missing((lines) => after.slice(0, 4).replaceAll('\r', '').startsWith(lines));
  const lines = inDraft`${opening}${text}${closing}`;
  const written = document.eol === vscode.EndOfLine.CRLF ? withCrLf(lines) : lines;
  if (!await vscode.workspace.applyEdit(draftEdit(document, [{ start: at, end: at, text: written }]))) return false;
  const shown = await vscode.window.showTextDocument(document, viewColumn === undefined ? {} : { viewColumn });
  const end = document.positionAt(at + written.length);
  shown.selection = new vscode.Selection(end, end);
  shown.revealRange(new vscode.Range(document.positionAt(at), end));
  return true;
}
