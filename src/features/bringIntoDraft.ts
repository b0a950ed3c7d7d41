/**
 * Bring sources into a draft: drop a source or a note from a tree, paste a source that was copied there, or paste what was
 * copied elsewhere (BibTeX, RIS, a DOI, a page) as a source and its citation in one step.
 */
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { announceAdded } from '../host/announceAdded';
import { carriedIn, carriedMime, citationAt, quotationAt, type Carried, type Placed } from '../host/carried';
import { remember } from '../host/favourites';
import { draftLanguages } from '../host/names';
import { workspaceEdit } from '../host/positions';
import { copiedSources } from '../host/copied';

const kinds = {
  citation: vscode.DocumentDropOrPasteEditKind.Empty.append('commonplace', 'citation'),
  quotation: vscode.DocumentDropOrPasteEditKind.Empty.append('commonplace', 'quotation'),
  newSource: vscode.DocumentDropOrPasteEditKind.Empty.append('commonplace', 'source'),
} as const;

export function register(app: App): vscode.Disposable {
  const selector = draftLanguages.map((language) => ({ language }));
  return vscode.Disposable.from(
    vscode.languages.registerDocumentDropEditProvider(selector, { provideDocumentDropEdits: (document, position, data) => drop(app, document, position, data) },
      { dropMimeTypes: [carriedMime], providedDropEditKinds: [kinds.citation, kinds.quotation] }),
    vscode.languages.registerDocumentPasteEditProvider(selector, new Pasting(app),
      { pasteMimeTypes: ['text/plain'], providedPasteEditKinds: [kinds.citation, kinds.quotation, kinds.newSource] }),
  );
}

// --- dropping ----------------------------------------------------------------------------------------------------

async function drop(app: App, document: vscode.TextDocument, position: vscode.Position, data: vscode.DataTransfer): Promise<vscode.DocumentDropEdit[]> {
  const carried = await carriedIn(data);
  if (carried.length === 0) return [];
  await remember(app, carried.map(({ key }) => key));
  return waysToBring(document, document.offsetAt(position), carried).map(({ title, kind, text, others }) => {
    const edit = new vscode.DocumentDropEdit(plainSnippet(text), title, kind);
    if (others !== undefined) edit.additionalEdit = others;
    return edit;
  });
}

type Way = { readonly title: string; readonly kind: vscode.DocumentDropOrPasteEditKind; readonly text: string; readonly others?: vscode.WorkspaceEdit };

/** Notes with a quote are quoted first, and can be cited alone. */
function waysToBring(document: vscode.TextDocument, offset: number, carried: readonly Carried[]): readonly Way[] {
  const quotation = quotationAt(document, carried);
  const citation = citationAt(document, offset, carried);
  return [
    ...(quotation === undefined ? [] : [{ title: 'Insert Quotation with Citation', kind: kinds.quotation, text: quotation }]),
    ...(citation === undefined ? [] : [{ title: 'Insert Citation', kind: kinds.citation, text: citation.insert, ...othersOf(document, citation) }]),
  ];
}

const othersOf = (document: vscode.TextDocument, { others }: Placed): { readonly others?: vscode.WorkspaceEdit } =>
  (others.length === 0 ? {} : { others: workspaceEdit(document, others) });

/** Foreign text is no snippet: its dollars and braces stay what they are. */
const plainSnippet = (text: string): vscode.SnippetString => new vscode.SnippetString().appendText(text);

// --- pasting -----------------------------------------------------------------------------------------------------

type Pasted = vscode.DocumentPasteEdit & { readonly source?: { readonly text: string; readonly document: vscode.TextDocument; readonly offset: number } };

/** What begins like a record, an identifier or an address of a work. Other texts are read only when asked for. */
const recordLike = /^\s*(?:@\p{L}{2,30}\s*[{(]|TY {1,3}- |PMID *- |%0 |\{\s*"|<\?xml|10\.\d{4,9}\/\S|(?:https?:\/\/)?(?:dx\.)?doi\.org\/|doi:\s*10\.|arxiv:\s*\d|(?:https?:\/\/)arxiv\.org\/abs\/)/iu;
const longestPaste = 2_000_000;

class Pasting implements vscode.DocumentPasteEditProvider<Pasted> {
  constructor(private readonly app: App) {}

  async provideDocumentPasteEdits(
    document: vscode.TextDocument, ranges: readonly vscode.Range[], data: vscode.DataTransfer, context: vscode.DocumentPasteEditContext,
  ): Promise<Pasted[]> {
    const text = await data.get('text/plain')?.asString() ?? '';
    const offset = document.offsetAt(ranges[0]?.start ?? new vscode.Position(0, 0));
    const carried = copiedSources(text);
    if (carried.length > 0) return waysToBring(document, offset, carried).map((way) => pasteEdit(way));
    const asked = context.only !== undefined && kinds.newSource.intersects(context.only);
    if (text.length > longestPaste || (!asked && !recordLike.test(text))) return [];
    const edit: Pasted = Object.assign(new vscode.DocumentPasteEdit('', 'Insert as Citation', kinds.newSource), { source: { text, document, offset } });
    // The text itself stays what an ordinary paste gives; this one is offered beside it.
    edit.yieldTo = [vscode.DocumentDropOrPasteEditKind.Text];
    return [edit];
  }

  /** Only when it was chosen is the text read, the source added and cited. */
  async resolveDocumentPasteEdit(edit: Pasted): Promise<Pasted> {
    if (edit.source === undefined) return edit;
    const { text, document, offset } = edit.source;
    const keys = await this.add(text, document);
    const citation = keys.length === 0 ? undefined : citationAt(document, offset, keys.map((key) => ({ key })));
    edit.insertText = plainSnippet(citation?.insert ?? text);
    if (citation !== undefined && citation.others.length > 0) edit.additionalEdit = workspaceEdit(document, citation.others);
    return edit;
  }

  private async add(text: string, document: vscode.TextDocument): Promise<readonly string[]> {
    const home = this.app.libraries.of(document.uri);
    if (home === undefined) return [];
    await this.app.libraries.ready();
    const { records, problems } = await this.app.engine.readPaste(text);
    const added = await home.store.add(records);
    announceAdded(this.app, home, added, [...problems, ...added.problems]);
    const keys = [...added.added, ...added.merged, ...added.known];
    await remember(this.app, keys);
    return keys;
  }
}

function pasteEdit({ title, kind, text, others }: Way): Pasted {
  const edit = new vscode.DocumentPasteEdit(plainSnippet(text), title, kind);
  if (others !== undefined) edit.additionalEdit = others;
  return edit;
}
