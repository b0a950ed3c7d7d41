/** What is carried, as text for a place of a draft: a citation, or a quotation with its citation. */
import type { CiteRequest, DraftReading } from '../../core/citations';
import type { TextEdit } from '../../core/source';
import type { Carried } from '../../host/carried';
import type { Citing } from '../../host/drafts';

/** Text for a place in a draft: `insert` goes there, `others` elsewhere in it, as where a citation stands already. */
export type Placed = { readonly insert: string; readonly others: readonly TextEdit[] };

/** The citation of what is carried at an offset of a draft. */
export function citationAt(citing: Citing, draft: DraftReading, offset: number, carried: readonly Carried[]): Placed {
  return placed(citing.insertCitation(draft.syntax, draft, offset, requests(citing, draft, carried)).edits, offset);
}

/** The quotations that are carried for an offset of a draft, each with its citation; undefined when nothing carries a quote. */
export function quotationAt(citing: Citing, draft: DraftReading, offset: number, carried: readonly Carried[]): string | undefined {
  if (!carried.some(({ quote }) => quote !== undefined)) return undefined;
  const { lang } = citing.draftStyle(draft.text);
  const { before, after } = citing.blanksAround(draft.text, offset);
  return before + carried.map((one) => {
    const quotation = one.quote === undefined ? '' : citing.quotationText(draft, one.quote, lang);
    // The citation is made behind a space of an empty draft in the same manner, so that it stands alone.
    const [edit] = citing.insertCitation(draft.syntax, { ...draft, text: ' ', blocks: [], citations: [] }, 1, requests(citing, draft, [one])).edits;
    return [quotation, edit?.text.trim() ?? ''].filter((part) => part !== '').join(' ');
  }).join('\n\n') + after;
}

function requests(citing: Citing, { text }: DraftReading, carried: readonly Carried[]): readonly CiteRequest[] {
  const { lang } = citing.draftStyle(text);
  return carried.map(({ key, locator }) => ({ key, ...(locator && { locator: citing.localLocator(locator, lang) }) }));
}

function placed(edits: readonly TextEdit[], offset: number): Placed {
  const [only, more] = edits;
  if (only !== undefined && more === undefined && only.start === offset && only.end === offset) return { insert: only.text, others: [] };
  return { insert: '', others: edits };
}
