/** Sources and notes that are carried from a tree to a draft, by dragging or by copying. */
import * as vscode from 'vscode';
import { draftStyle, insertCitation, localLocator, quotationText, readDraft, syntaxOf, type CiteRequest, type DraftReading } from '../core/citations';
import type { Note, TextEdit } from '../core/source';
import type { NoteNode, SourceNode } from './nodes';

/** How a drag says what it carries. */
export const carriedMime = 'application/vnd.commonplace.sources';

/** One thing carried: a source by its key, or a note of it with its page and its quote. */
export type Carried = Pick<CiteRequest, 'key'> & { readonly locator?: Note['locator']; readonly quote?: string };

export const carriedFrom = (nodes: readonly (SourceNode | NoteNode)[]): readonly Carried[] => nodes.map((node) => {
  const note = 'note' in node ? node.note : undefined;
  return { key: node.source.item.id, ...(note?.locator && { locator: note.locator }), ...(note?.quote !== undefined && note.quote !== '' && { quote: note.quote }) };
});

/** What a drag or the clipboard carries; nothing when it is not ours. */
export async function carriedIn(data: vscode.DataTransfer): Promise<readonly Carried[]> {
  try {
    const value: unknown = JSON.parse(await data.get(carriedMime)?.asString() ?? '[]');
    return Array.isArray(value) ? value.filter((one): one is Carried => typeof (one as Carried | null)?.key === 'string') : [];
  } catch {
    return [];
  }
}

/** Text for a place in a draft: `insert` goes there, `others` elsewhere in it, as where a citation stands already. */
export type Placed = { readonly insert: string; readonly others: readonly TextEdit[] };

/** The citation of what is carried at a place of a draft; undefined where one can't cite. */
export function citationAt(document: vscode.TextDocument, offset: number, carried: readonly Carried[]): Placed | undefined {
  const draft = draftOf(document);
  return draft && placed(insertCitation(draft.syntax, draft, offset, requests(draft, carried)).edits, offset);
}

/** The quotations that are carried, each with its citation; undefined when nothing carries a quote. */
export function quotationAt(document: vscode.TextDocument, carried: readonly Carried[]): string | undefined {
  const draft = draftOf(document);
  if (draft === undefined || !carried.some(({ quote }) => quote !== undefined)) return undefined;
  const { lang } = draftStyle(draft.text);
  return carried.map((one) => {
    const quotation = one.quote === undefined ? '' : quotationText(draft, one.quote, lang);
    // The citation is made behind a space of an empty draft in the same manner, so that it stands alone.
    const [edit] = insertCitation(draft.syntax, { ...draft, text: ' ', blocks: [], citations: [] }, 1, requests(draft, [one])).edits;
    return [quotation, edit?.text.trim() ?? ''].filter((part) => part !== '').join(' ');
  }).join('\n\n');
}

function draftOf(document: vscode.TextDocument): DraftReading | undefined {
  const syntax = syntaxOf(document.languageId);
  return syntax && readDraft(syntax, document.getText());
}

function requests({ text }: DraftReading, carried: readonly Carried[]): readonly CiteRequest[] {
  const { lang } = draftStyle(text);
  return carried.map(({ key, locator }) => ({ key, ...(locator && { locator: localLocator(locator, lang) }) }));
}

function placed(edits: readonly TextEdit[], offset: number): Placed {
  const [only, more] = edits;
  if (only !== undefined && more === undefined && only.start === offset && only.end === offset) return { insert: only.text, others: [] };
  return { insert: '', others: edits };
}
