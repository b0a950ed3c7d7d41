/** Insert Quotation: search all that was quoted, put one in the draft, marked in its language and cited with its page. */
import * as vscode from 'vscode';
import { inDraft, type DraftText } from '../../core/exits';
import type { SourceNote } from '../../core/library';
import { locatorText } from '../../core/notes';
import { noDraft, noQuotes } from '../../core/problem';
import { report } from '../../host/app';
import type { App } from '../../host/app';
import { gathered, gatheredWhile, loadQueries } from '../../host/asking';
import { createBox, drawn, type Row as BoxRow } from '../../host/boxes';
import { loadCiting } from '../../host/drafts';
import type { Citing } from '../../host/drafts';
import { remember } from '../../host/favourites';
import { nodesFrom, oneLine, sourceLabel } from '../../host/nodes';
import { draftEdit } from '../../host/positions';
import { draftEditor, insertBlock } from './drafting';

type Row = BoxRow & { readonly found: SourceNote };

/** How many quotations are listed at most; more words narrow them down. */
const most = 200;

export async function insertQuotation(app: App, given: unknown): Promise<void> {
  const editor = draftEditor(app);
  if (editor === undefined) return report(app, [noDraft()]);
  await app.libraries.ready();
  const [node] = nodesFrom(app.libraries, given);
  const found = node?.kind === 'note' && node.note.quote !== undefined ? { source: node.source, note: node.note } : await pick(app);
  if (found !== undefined) await insert(app, editor, found);
}

async function pick(app: App): Promise<SourceNote | undefined> {
  const { joinedQuery, parseQuery } = await loadQueries();
  const quotes = parseQuery('has:quote').query;
  const search: Search = async (text, isWanted) =>
    (await gatheredWhile(isWanted, app, joinedQuery('and', [quotes, parseQuery(text).query])))?.flatMap(({ notes }) => notes);
  if ((await gathered(app, quotes)).every(({ notes }) => notes.length === 0)) {
    report(app, [noQuotes()]);
    return undefined;
  }
  return choose(search);
}

/** The notes that what was typed finds; undefined when it is no longer wanted. */
type Search = (text: string, isWanted: () => boolean) => Promise<readonly SourceNote[] | undefined>;

function choose(search: Search): Promise<SourceNote | undefined> {
  const box = createBox<Row>();
  box.title = 'Insert Quotation';
  box.placeholder = 'Words of the quotation, author, #tag, stance:against …';
  const fill = async (): Promise<void> => {
    const { value } = box;
    const isWanted = (): boolean => box.value === value;
    const found = await search(value, isWanted);
    if (found === undefined || !isWanted()) return;
    box.items = drawn(found.slice(0, most).map(rowOf));
    box.activeItems = box.items.slice(0, 1);
  };
  return new Promise((resolve) => {
    let taken: SourceNote | undefined;
    box.onDidChangeValue(() => void fill());
    box.onDidAccept(() => { taken = box.activeItems[0]?.found; box.hide(); });
    box.onDidHide(() => { box.dispose(); resolve(taken); });
    void fill();
    box.show();
  });
}

/** The box sorts rows whose label holds what was typed before all others; so the label is an icon. */
function rowOf(found: SourceNote): Row {
  const { source: { item }, note } = found;
  const said = [sourceLabel(item), note.locator === undefined ? '' : locatorText(note.locator), note.stance ?? '', note.tags.map((tag) => `#${tag}`).join(' ')];
  return { icon: 'quote', label: '', description: said.filter((part) => part !== '').join(' · '), detail: oneLine(note.quote ?? ''), alwaysShow: true, found };
}

async function insert(app: App, editor: vscode.TextEditor, { source, note }: SourceNote): Promise<void> {
  const { blanksAround, keysUncitable, quotationInDraft, uncitableKeys } = await loadCiting();
  const reading = await app.drafts.reading(editor.document);
  if (reading === undefined) return;
  const uncitable = uncitableKeys(reading.syntax, [source.item.id]);
  if (uncitable.length > 0) return report(app, [keysUncitable(uncitable, reading.syntax)]);
  const { text, isBlock } = quotationInDraft(reading, { key: source.item.id, note });
  if (isBlock) await insertBlock(editor, reading.text, text);
  else await insertHere(editor, text, blanksAround);
  await remember(app, [source.item.id]);
}

async function insertHere({ document, selection, viewColumn }: vscode.TextEditor, text: DraftText, blanksAround: Citing['blanksAround']): Promise<void> {
  const at = document.offsetAt(selection.active);
  const { before, after } = blanksAround(document.getText(), at);
  if (!await vscode.workspace.applyEdit(draftEdit(document, [{ start: at, end: at, text: inDraft`${before}${text}${after}` }]))) return;
  const shown = await vscode.window.showTextDocument(document, viewColumn === undefined ? {} : { viewColumn });
  const end = document.positionAt(at + before.length + text.length);
  shown.selection = new vscode.Selection(end, end);
}
