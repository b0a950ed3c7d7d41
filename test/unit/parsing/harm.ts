/** What happens to records on their way into a paste: each harm makes of a text that reads well the same text pasted badly. */

/** A harm by its name: what it makes of a text whose lines end in line feeds. */
export type Harm = (text: string) => string;

const lines = (text: string, change: (line: string) => string): string => text.trimEnd().split('\n').map(change).join('\n');
const escaped = (text: string): string => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');

/** Quoted-printable as mail programs send it, its lines at most 72 characters long. */
export function quotedPrintable(text: string): string {
  const bytes = (character: string): string => encodeURIComponent(character).replace(/%/gu, '=');
  return text.split('\n').map((line) => {
    const pieces = [...line].map((character) => (character === '=' ? '=3D' : /[^\x20-\x7e]/u.test(character) ? bytes(character) : character));
    let length = 0;
    return pieces.map((piece) => {
      length += piece.length;
      if (length <= 71) return piece;
      length = piece.length;
      return `=\r\n${piece}`;
    }).join('');
  }).join('\r\n');
}

function smart(text: string): string {
  let open = false;
  return text.replace(/"/gu, () => ((open = !open) ? '“' : '”'));
}

/** `MÃ¼ller`: UTF-8 read as Windows-1252. */
function misread(text: string): string {
  const western = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
  return [...Buffer.from(text, 'utf8')].map((byte) => (byte >= 0x80 && byte < 0xa0 ? western[byte - 0x80] ?? '' : String.fromCharCode(byte))).join('');
}

/** Harms that any record must come through unchanged, whatever its format. */
export const harms: { readonly [harm: string]: Harm } = {
  'a byte order mark': (text) => `\ufeff${text}`,
  'line ends of Windows': (text) => text.replace(/\n/gu, '\r\n'),
  'line ends of old Macs': (text) => text.replace(/\n/gu, '\r'),
  'no-break spaces': (text) => text.replace(/ /gu, '\u00a0'),
  'no-break spaces before each line': (text) => lines(text, (line) => `\u00a0\u00a0${line}`),
  'every line indented': (text) => lines(text, (line) => `    ${line}`),
  'every line indented by a tab': (text) => lines(text, (line) => `\t${line}`),
  'blanks behind each line': (text) => lines(text, (line) => `${line}   `),
  'the marks of a quoted mail': (text) => lines(text, (line) => `> ${line}`),
  'the marks of a mail quoted twice': (text) => lines(text, (line) => `>> ${line}`),
  'prose around it': (text) => `Dear all,\n\nhere is the reference that I spoke of at the meeting on Monday:\n\n${text}\nBest wishes,\nAnna\n`,
  'a fence of Markdown': (text) => `\`\`\`\n${text}\`\`\`\n`,
  'a named fence of Markdown': (text) => `Here you are:\n\n\`\`\`bibtex\n${text}\`\`\`\n`,
  'the entities of HTML': escaped,
  'the entities of HTML, quotes too': (text) => escaped(text).replace(/"/gu, '&quot;'),
  'the entities of HTML, quotes as numbers': (text) => escaped(text).replace(/"/gu, '&#34;').replace(/'/gu, '&#39;'),
  'invisible marks': (text) => lines(text, (line) => `\u200b${line}\u200e`),
};

/** Harms that change a text by more than its frame: not every format can be told from what is left. */
export const deepHarms: { readonly [harm: string]: Harm } = {
  'blank lines doubled': (text) => text.replace(/\n/gu, '\n\n'),
  'quoted-printable': quotedPrintable,
  'smart quotes': smart,
  'letters misread': misread,
};
