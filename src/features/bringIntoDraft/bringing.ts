/** What is dropped on a draft or pasted into it, as the edits that the editor can choose from. */
import * as vscode from 'vscode';
import { announceAdded } from '../../host/announceAdded';
import { report, type App } from '../../host/app';
import { carriedIn, type Carried } from '../../host/carried';
import { pageIn, readPage, type PageOrText } from '../../host/copiedPage';
import { loadCiting } from '../../host/drafts';
import { remember } from '../../host/favourites';
import { draftEdit } from '../../host/positions';
import { tooManyToAdd } from '../../host/trust';
import { kinds } from './kinds';
import { citationAt, quotationAt, type Placed } from './placing';

// --- dropping ----------------------------------------------------------------------------------------------------

/** What a tree lets fall on a draft. */
export async function drop(app: App, document: vscode.TextDocument, position: vscode.Position, data: vscode.DataTransfer): Promise<vscode.DocumentDropEdit[]> {
  const carried = await carriedIn(data);
  if (carried.length === 0) return [];
  await remember(app, carried.map(({ key }) => key));
  return (await waysToBring(app, document, document.offsetAt(position), carried)).map(({ title, kind, text, others }) => {
    const edit = new vscode.DocumentDropEdit(text, title, kind);
    if (others !== undefined) edit.additionalEdit = others;
    return edit;
  });
}

type Way = { readonly title: string; readonly kind: vscode.DocumentDropOrPasteEditKind; readonly text: string; readonly others?: vscode.WorkspaceEdit };

/** Notes with a quote are quoted first, and can be cited alone. */
async function waysToBring(app: App, document: vscode.TextDocument, offset: number, carried: readonly Carried[]): Promise<readonly Way[]> {
  const [citing, reading] = [await loadCiting(), await app.drafts.reading(document)];
  if (reading === undefined) return [];
  const uncitable = citing.uncitableKeys(reading.syntax, carried.map(({ key }) => key));
  if (uncitable.length > 0) report(app, [citing.keysUncitable(uncitable, reading.syntax)]);
  const quotation = quotationAt(citing, reading, offset, carried);
  const citation = citationAt(citing, reading, offset, carried);
  return [
    ...(quotation === undefined ? [] : [{ title: 'Insert Quotation with Citation', kind: kinds.quotation, text: quotation }]),
    { title: 'Insert Citation', kind: kinds.citation, text: citation.insert, ...othersOf(document, citation) },
  ];
}

const othersOf = (document: vscode.TextDocument, { others }: Placed): { readonly others?: vscode.WorkspaceEdit } =>
  (others.length === 0 ? {} : { others: draftEdit(document, others) });

// --- pasting -----------------------------------------------------------------------------------------------------

export type Pasted = vscode.DocumentPasteEdit & { readonly source?: PageOrText & { readonly document: vscode.TextDocument; readonly offset: number } };

/** What begins like a record, an identifier or an address of a work. Other texts, such as a page, are read only when asked for. */
const recordLike = /^\s*(?:@\p{L}{2,30}\s*[{(]|TY {1,3}- |PMID *- |%0 |\{\s*"|<\?xml|10\.\d{4,9}\/\S|(?:https?:\/\/)?(?:dx\.)?doi\.org\/|doi:\s*10\.|arxiv:\s*\d|(?:https?:\/\/)arxiv\.org\/abs\/)/iu;
const longestPaste = 2_000_000;

/** The ways to paste what is on the clipboard; none for what is neither a copied source nor like a record. */
export async function paste(
  app: App, document: vscode.TextDocument, ranges: readonly vscode.Range[], data: vscode.DataTransfer, context: vscode.DocumentPasteEditContext,
): Promise<Pasted[]> {
  const text = await data.get('text/plain')?.asString() ?? '';
  const offset = document.offsetAt(ranges[0]?.start ?? new vscode.Position(0, 0));
  const { copiedSources } = await import('../../host/copied');
  const carried = copiedSources(text);
  if (carried.length > 0) return (await waysToBring(app, document, offset, carried)).map((way) => pasteEdit(way));
  const asked = context.only === undefined ? context.triggerKind === vscode.DocumentPasteTriggerKind.PasteAs : kinds.newSource.intersects(context.only);
  if (text.length > longestPaste || (!asked && !recordLike.test(text))) return [];
  const edit: Pasted = Object.assign(new vscode.DocumentPasteEdit('', 'Insert as Citation', kinds.newSource), { source: { ...await pageIn(data), document, offset } });
  // The text itself stays what an ordinary paste gives; this one is offered beside it.
  edit.yieldTo = [vscode.DocumentDropOrPasteEditKind.Text];
  return [edit];
}

/**
 * Only when it was chosen is the text read, the source added and cited. Every edit comes through here; the editor understands
 * no snippet behind it, but takes text as it is.
 */
export async function addAndCite(app: App, edit: Pasted): Promise<Pasted> {
  if (edit.source === undefined) return edit;
  const { document, offset, ...page } = edit.source;
  const keys = await add(app, page, document);
  const [citing, reading] = [await loadCiting(), await app.drafts.reading(document)];
  const citation = keys.length === 0 || reading === undefined ? undefined : citationAt(citing, reading, offset, keys.map((key) => ({ key })));
  edit.insertText = citation?.insert ?? page.text;
  if (citation !== undefined && citation.others.length > 0) edit.additionalEdit = draftEdit(document, citation.others);
  return edit;
}

async function add(app: App, page: PageOrText, document: vscode.TextDocument): Promise<readonly string[]> {
  const home = app.libraries.of(document.uri);
  if (home === undefined) return [];
  await app.libraries.ready();
  const { reading: { records, problems } } = await readPage(app.engine, page, (text) => app.engine.readPaste(text));
  const refused = tooManyToAdd(records.length);
  const added = await home.store.add(refused === undefined ? records : []);
  announceAdded(app, home, added, refused === undefined ? [...problems, ...added.problems] : [refused]);
  const keys = [...added.added, ...added.merged, ...added.known];
  await remember(app, keys);
  return keys;
}

function pasteEdit({ title, kind, text, others }: Way): Pasted {
  const edit = new vscode.DocumentPasteEdit(text, title, kind);
  if (others !== undefined) edit.additionalEdit = others;
  return edit;
}
