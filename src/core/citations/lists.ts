/** Extending a citation whose keys stand side by side, each a stretch of its own: Org's and Typst's. */
import { inDraft, joined, type DraftText } from '../exits';
import type { Change, Citation, CitedKey, CiteRequest, DraftEdit, Insertion } from './citation';
import { oneLine, trimmed } from './rules';

/** How a language joins its keys, writes one, and gives one that is there a locator. */
export type ListStyle = {
  readonly separator: DraftText;
  readonly written: (request: CiteRequest) => DraftText;
  readonly change: (cited: CitedKey, change: Change) => readonly DraftEdit[];
};

/** Is this key cited here, at this place? Then nothing is to be done for it. */
const isThere = ({ keys }: Citation, { key, locator }: CiteRequest): boolean =>
  keys.some((here) => here.key === key && (!oneLine(locator) || here.locator === undefined || here.locator === oneLine(locator)));

/** A citation with what is asked for and not there yet, after the key at the cursor, which comes to stand behind it all. */
export function extendList(text: string, citation: Citation, offset: number, requests: readonly CiteRequest[], style: ListStyle): Insertion {
  const { keys, span } = citation;
  const places = keys.flatMap((cited) => {
    const locator = requests.find((request) => request.key === cited.key && oneLine(request.locator))?.locator;
    return locator === undefined || cited.locator !== undefined ? [] : style.change(cited, { locator });
  });
  const fresh = requests.filter((request) => !isThere(citation, request));
  const after = keys.findLast(({ part }) => part.start <= offset) ?? keys.at(-1) as CitedKey;
  const at = trimmed(text, after.part)?.end ?? after.part.end;
  const added = fresh.length === 0 ? [] : [{ start: at, end: at, text: inDraft`${style.separator}${joined(fresh.map(style.written), style.separator)}` }];
  const edits = [...places, ...added];
  return { edits, cursor: span.end + edits.reduce((sum, edit) => sum + edit.text.length - (edit.end - edit.start), 0) };
}
