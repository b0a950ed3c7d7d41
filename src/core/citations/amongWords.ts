/** Text put among the words of a draft. */
import { inDraft, type DraftText } from '../exits';

/** Behind these words need a blank before what is put in. Brackets and quotation marks that open, and signs of markup, need none. */
const closes = /[\p{L}\p{N}\p{Pe}\p{Pf},.;:!?%…]$/u;
/** Before these what is put in needs a blank behind it. */
const opens = /^[\p{L}\p{N}\p{Ps}\p{Pi}@\\]/u;
/** Scripts whose words stand without blanks. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** The blanks, or empty texts, that keep what is put in at an offset of a text (in UTF-16 code units) from running into the words beside it. */
export function blanksAround(text: string, offset: number): { readonly before: DraftText; readonly after: DraftText } {
  const [left, right] = [letterBefore(text, offset), String.fromCodePoint(text.codePointAt(offset) ?? 0x20)];
  const blank = (isNeeded: boolean): DraftText => (isNeeded ? inDraft` ` : inDraft``);
  return { before: blank(closes.test(left) && !unspaced.test(left)), after: blank(opens.test(right) && !unspaced.test(right)) };
}

/** The letter before an offset; two code units where it takes two. */
function letterBefore(text: string, offset: number): string {
  return [...text.slice(Math.max(0, offset - 2), offset)].at(-1) ?? ' ';
}
