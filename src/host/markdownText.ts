/** The one way by which foreign text gets into Markdown of ours: as text, with nothing in it that Markdown understands. */

const named: { readonly [sign: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * The text with every sign of Markdown escaped, so that it can make no emphasis, link, image, icon, HTML or address
 * (CommonMark 2.4 lets a backslash stand before any ASCII punctuation). Line ends become spaces. Unlike
 * `MarkdownString.appendText` it leaves spaces as they are, so that lines break between words.
 */
export function markdownText(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[!-/:-@[-`{-~]/g, (sign) => named[sign] ?? `\\${sign}`);
}
