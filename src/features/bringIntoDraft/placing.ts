/** What is carried, as text for a place of a draft: a citation, or a quotation with its citation. */
import type { CiteRequest, DraftEdit, DraftReading } from '../../core/citations';
import { inDraft, joined, type DraftText } from '../../core/exits';
import type { Carried } from '../../host/carried';
import type { Citing } from '../../host/drafts';

/** Text for a place in a draft: `insert` goes there, `others` elsewhere in it, as where a citation stands already. */
export type Placed = { readonly insert: DraftText; readonly others: readonly DraftEdit[] };

/** The citation of what is carried at an offset of a draft. */
export function citationAt(citing: Citing, draft: DraftReading, offset: number, carried: readonly Carried[]): Placed {
  return placed(citing.insertCitation(draft.syntax, draft, offset, requests(carried)).edits, offset);
}

/** The quotations that are carried for an offset of a draft, each with its citation; undefined when nothing carries a quote. */
export function quotationAt(citing: Citing, draft: DraftReading, offset: number, carried: readonly Carried[]): DraftText | undefined {
  if (!carried.some(({ quote }) => quote !== undefined)) return undefined;
  const { lang } = citing.draftStyle(draft.text);
  const { before, after } = citing.blanksAround(draft.text, offset);
  const quotations = carried.map((one) => joined([...one.quote === undefined ? [] : [citing.quotationText(draft, one.quote, lang)], citing.citationAlone(draft, requests([one]))], inDraft` `));
  return inDraft`${before}${joined(quotations, inDraft`\n\n`)}${after}`;
}

const requests = (carried: readonly Carried[]): readonly CiteRequest[] => carried.map(({ key, locator }) => ({ key, ...(locator && { place: locator }) }));

function placed(edits: readonly DraftEdit[], offset: number): Placed {
  const [only, more] = edits;
  if (only !== undefined && more === undefined && only.start === offset && only.end === offset) return { insert: only.text, others: [] };
  return { insert: inDraft``, others: edits };
}
