/** A reference cut into the tokens that the model labels: words, numbers, signs; a Chinese character is a token of its own. */

/** A token: its place in the text, its letters, and whether a blank stands before it. */
export type Token = { readonly start: number; readonly end: number; readonly text: string; readonly spaced: boolean };

/** An address or identifier is one token; then words with their apostrophes, numbers, Chinese characters, and any other sign. */
const tokenAt = /(?:https?:\/\/|www\.)[^\s<>“”«»，。]{2,300}|10\.\d{4,9}\/[^\s"<>«»“”，；]{2,200}|\p{sc=Han}|(?:(?!\p{sc=Han})[\p{L}\p{M}])+(?:[’'ʼ](?!\p{sc=Han})\p{L}[\p{L}\p{M}]*)?|\d+|[^\s\p{L}\p{M}\d]|\p{M}/gu;

/** The tokens of a text, in order; a text without any has none. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  // What is no token is a blank.
  let reached = -1;
  tokenAt.lastIndex = 0;
  for (let match = tokenAt.exec(text); match !== null; match = tokenAt.exec(text)) {
    const found = match[0];
    const start = match.index;
    const trimmed = found.length > 6 && /^(?:h|w|10\.)/u.test(found) && /[/.]/u.test(found) ? found.replace(/[.,;:)\]]{1,3}$/u, '') : found;
    tokens.push({ start, end: start + trimmed.length, text: trimmed, spaced: start > reached });
    reached = start + found.length;
  }
  return tokens;
}
