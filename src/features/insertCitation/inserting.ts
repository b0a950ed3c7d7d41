/** Inserting a citation: what is to be cited and how, from the picker or from a tree, and the edit that does it. */
import * as vscode from 'vscode';
import type { CiteManner, CiteRequest, DraftReading } from '../../core/citations';
import { noDraft, noSources } from '../../core/problem';
import { report } from '../../host/app';
import type { App } from '../../host/app';
import { isDraft, loadCiting, type Citing } from '../../host/drafts';
import { favouritesFor, remember } from '../../host/favourites';
import { nodesFrom } from '../../host/nodes';
import type { NoteNode, SourceNode } from '../../host/nodes';
import { draftEdit } from '../../host/positions';
import { requestOf, setDetails, type Choice } from './choice';
import { askDetails } from './detailsPicker';
import { chooseManner, keepManner, mannerFor, mannerInWords } from './manner';
import { showPicker } from './picker';

export { wantDetails } from './picker';

/** The draft that is cited in, as it stood when it was read. */
type Here = { readonly app: App; readonly citing: Citing; readonly editor: vscode.TextEditor; readonly reading: DraftReading };

/** Cites what was chosen in a tree, else what the person picks. */
export async function cite(app: App, given: unknown, chosen: unknown): Promise<void> {
  const editor = draftEditor();
  const reading = editor && await app.drafts.reading(editor.document);
  if (editor === undefined || reading === undefined) return report(app, [noDraft()]);
  await app.libraries.ready();
  const here: Here = { app, citing: await loadCiting(), editor, reading };
  const nodes = nodesFrom(app.libraries, Array.isArray(chosen) ? chosen : given);
  const wanted = nodes.length > 0 ? { requests: nodes.map(requestFor), manner: mannerFor(app, editor.document) } : await pick(here);
  if (wanted !== undefined && wanted.requests.length > 0) await insert(here, wanted);
}

/** The editor one drafts in: the active one, or from a tree the draft that is visible. */
function draftEditor(): vscode.TextEditor | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  return activeTextEditor !== undefined && isDraft(activeTextEditor.document) ? activeTextEditor : visibleTextEditors.find(({ document }) => isDraft(document));
}

const languageOf = ({ citing, reading }: Here): string | undefined => citing.draftStyle(reading.text).lang;

/** A note brings its page. */
function requestFor(node: SourceNode | NoteNode): CiteRequest {
  const locator = 'note' in node ? node.note.locator : undefined;
  return { key: node.source.item.id, ...(locator !== undefined && { place: locator }) };
}

type Wanted = { readonly requests: readonly CiteRequest[]; readonly manner: CiteManner };

/** Goes between the picker and what it opens until something is cited or the person leaves. */
async function pick(here: Here): Promise<Wanted | undefined> {
  const { app, citing, reading, editor: { document } } = here;
  if (app.libraries.all.every((home) => home.store.current.sources.size === 0)) {
    report(app, [noSources()]);
    return undefined;
  }
  const choice: Choice = { typed: '', ticked: [], details: new Map(), manner: mannerFor(app, document) };
  const favoured = favouritesFor(app, reading);
  for (;;) {
    const step = await showPicker(app, document, choice, favoured, mannerInWords(citing, reading, choice.manner));
    if (step === undefined) return undefined;
    if (step.kind === 'cite') return { requests: step.found.map((found) => requestOf(choice, found)), manner: choice.manner };
    if (step.kind === 'manner') {
      choice.manner = await chooseManner(citing, reading, choice.manner) ?? choice.manner;
      await keepManner(app, document, choice.manner);
      continue;
    }
    const { source } = step.found;
    setDetails(choice, source.item.id, await askDetails(citing, source, choice.details.get(source.item.id) ?? {}, languageOf(here)));
    if (!choice.ticked.some((one) => one.source === source)) choice.ticked = [...choice.ticked, step.found];
    choice.typed = '';
  }
}

/** The draft may have changed while one chose: it is read as it is now. */
async function insert({ app, citing, editor }: Here, { requests, manner }: Wanted): Promise<void> {
  const { document } = editor;
  const reading = await app.drafts.reading(document);
  if (reading === undefined) return;
  const { edits, cursor } = citing.insertCitation(reading.syntax, reading, document.offsetAt(editor.selection.active), requests, manner);
  const uncitable = citing.uncitableKeys(reading.syntax, requests.map(({ key }) => key));
  if (uncitable.length > 0) report(app, [citing.keysUncitable(uncitable, reading.syntax)]);
  if (edits.length > 0 && !(await vscode.workspace.applyEdit(draftEdit(document, edits)))) return;
  await remember(app, requests.map(({ key }) => key));
  const at = document.positionAt(cursor);
  const shown = await vscode.window.showTextDocument(document, editor.viewColumn);
  shown.selection = new vscode.Selection(at, at);
}
