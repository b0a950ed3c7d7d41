/** Letters as commands of LaTeX, for BibTeX, which knows only ASCII when it sorts names and cuts them to initials. */

import type { TexText } from '../exits';

/** Accents by combining character. One that is a letter itself, as in `\v`, is divided from the letter it stands over. */
const accents: ReadonlyMap<string, string> = new Map(Object.entries({
  '\u0300': '`', '\u0301': "'", '\u0302': '^', '\u0303': '~', '\u0304': '=', '\u0306': 'u', '\u0307': '.', '\u0308': '"', '\u030a': 'r', '\u030b': 'H',
  '\u030c': 'v', '\u0323': 'd', '\u0327': 'c', '\u0328': 'k', '\u0331': 'b',
}));

const letters: ReadonlyMap<string, string> = new Map(Object.entries({
  'ß': 'ss', 'Æ': 'AE', 'æ': 'ae', 'Œ': 'OE', 'œ': 'oe', 'Ø': 'O', 'ø': 'o', 'Ł': 'L', 'ł': 'l', 'ı': 'i', 'Đ': 'DJ', 'đ': 'dj', 'Ð': 'DH', 'ð': 'dh', 'Þ': 'TH', 'þ': 'th',
}));

function commandFor(letter: string): string {
  const own = letters.get(letter);
  if (own !== undefined) return `{\\${own}}`;
  const [base = '', accent = '', ...more] = letter.normalize('NFD');
  const command = accents.get(accent);
  if (command === undefined || more.length > 0 || !/^[A-Za-z]$/.test(base)) return letter;
  const under = base === 'i' && !/[cdkb.]/.test(command) ? '\\i' : base;
  return /[a-z]/i.test(command) || under !== base ? `{\\${command}{${under}}}` : `{\\${command}${base}}`;
}

/** A text of TeX with its Latin letters beyond ASCII as commands: `Müller` is `M{\"u}ller`. Other scripts stay. */
export const latinAsCommands = (tex: TexText): TexText => tex.normalize('NFC').replace(/[\u00c0-\u024f\u1e00-\u1eff]/g, commandFor) as TexText;

/**
 * The same for names. A name that begins in another script is held together as one letter (`{\relax Ә}лия`), for its
 * initial would be half of that letter otherwise.
 */
export const namesAsCommands = (tex: TexText): TexText =>
  latinAsCommands(tex).replace(/(^|[\s,{~-])([^\p{ASCII}\p{P}\p{S}\s]\p{M}*)/gu, (_, before: string, letter: string) => `${before}{\\relax ${letter}}`) as TexText;
