/** What stands in quotation marks: it is one thing, so a field neither begins nor ends within. */
import type { Token } from './tokens';

/** Which signs close what these open. */
const closing: { readonly [open: string]: string } = { '“': '”', '„': '“”', '«': '»', '»': '«', '‘': '’', '‚': '‘’', '"': '"', '\'': '\'', '《': '》', '『': '』', '「': '」' };
/** Signs that are apostrophes too. */
const apostrophes = '’\'';
/** What may stand between a quotation mark and the sign that ends the part. */
const ends = /^[.,;:?!)\]»”]$/u;

/** For each token 1 where it and the one before it stand within the same quotation (the outermost one), else 0. */
export function withinQuotations(tokens: readonly Token[]): Uint8Array {
  const within = new Uint8Array(tokens.length);
  for (let at = 0; at < tokens.length; at++) {
    const close = opens(tokens, at) ? closeOf(tokens, at) : -1;
    if (close < 0) continue;
    within.fill(1, at + 2, close);
    at = close;
  }
  return within;
}

/** A mark that opens stands behind a blank, a bracket or another mark, and (but for `« … »`) right before what it opens. */
function opens(tokens: readonly Token[], at: number): boolean {
  const { text, spaced } = tokens[at] as Token;
  if (text.length > 1 || closing[text] === undefined || (text !== '«' && tokens[at + 1]?.spaced !== false)) return false;
  return spaced || at === 0 || !/[\p{L}\d.,;:?!)]$/u.test(tokens[at - 1]?.text ?? '');
}

/** The place of the mark that closes the one at `open`; -1 where none does, or where the same kind is opened again before. */
function closeOf(tokens: readonly Token[], open: number): number {
  const mark = (tokens[open] as Token).text;
  const marks = closing[mark] ?? '';
  let perhaps = -1;
  for (let at = open + 1; at < tokens.length; at++) {
    const { text } = tokens[at] as Token;
    if (text === mark && !marks.includes(mark)) return perhaps;
    if (!marks.includes(text)) continue;
    if (!apostrophes.includes(text) && text !== '"') return at;
    if (ends.test(tokens[at + 1]?.text ?? '.') || ends.test(tokens[at - 1]?.text ?? '')) return at;
    if (perhaps < 0 && tokens[at + 1]?.spaced !== false) perhaps = at;
  }
  return perhaps;
}
