/** Text as TeX reads it. Letters of every script stay as they are: biber and today's LaTeX take UTF-8. */
import { bib, type TexText } from '../exits';
import { withEmphasis, type Emphases } from './richText';

const signs: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}', '\u00a0': '~',
  '&': '\\&', '%': '\\%', '$': '\\$', '#': '\\#', '_': '\\_', '{': '\\{', '}': '\\}',
};

/** BibTeX counts braces even behind a backslash, so that a lone one would swallow the rest of the file. */
const loneBraces: Readonly<Record<string, string>> = { '{': '\\textbraceleft{}', '}': '\\textbraceright{}' };

function balanced(text: string): boolean {
  let depth = 0;
  for (const sign of text) {
    if (sign === '{') depth += 1;
    else if (sign === '}') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

const emphases: Emphases<TexText> = {
  i: (text) => bib`\\emph{${text}}`,
  b: (text) => bib`\\textbf{${text}}`,
  sup: (text) => bib`\\textsuperscript{${text}}`,
  sub: (text) => bib`\\textsubscript{${text}}`,
  smallcaps: (text) => bib`\\textsc{${text}}`,
  nocase: (text) => bib`{${text}}`,
};

// biber refuses a whole file for one noncharacter or half a surrogate pair in it.
const impossible = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\p{Noncharacter_Code_Point}\p{Surrogate}]/gu;

/** On one line, without what no file can hold. */
export const oneLine = (text: string): string =>
  text.replace(impossible, '').split(/[\r\n\u2028\u2029]/).map((line) => line.trim()).filter(Boolean).join(' ');

/** What a lenient reader would take for the beginning of an entry, in the middle of a field. */
const entryLike = /@(?=\p{L}{1,40}\s{0,9}[({])/gu;

/** A stretch of text with every sign that TeX would take for its own escaped. `protect` may wrap words in braces first. */
function plainTex(braces: boolean, protect?: (word: string) => boolean): (text: string) => TexText {
  const escape = (text: string): TexText =>
    text.replace(entryLike, '\u0001').replace(/[\\~^&%$#_{}\u00a0]/g, (sign) => (braces ? undefined : loneBraces[sign]) ?? signs[sign] ?? sign).replaceAll('\u0001', '{@}') as TexText;
  if (protect === undefined) return escape;
  return (text) => text.replace(/[^\s]+/g, (word) => (protect(word) ? protectedWord(word, escape) : escape(word))) as TexText;
}

const letter = /[\p{L}\p{N}]/u;

/** Braces around the letters of a word, not around its commas. */
function protectedWord(word: string, escape: (text: string) => TexText): TexText {
  const signs = [...word];
  const part = (from: number, to: number): TexText => escape(signs.slice(from, to).join(''));
  const start = signs.findIndex((sign) => letter.test(sign));
  const end = signs.findLastIndex((sign) => letter.test(sign)) + 1;
  return bib`${part(0, start)}{${part(start, end)}}${part(end, signs.length)}`;
}

/** A field of text: one line, escaped, with CSL's emphasis as commands. */
export function tex(text: string): TexText {
  const line = oneLine(text);
  return withEmphasis(line, plainTex(balanced(line)), emphases);
}

const capital = /^[^\p{L}\p{N}]*\p{Lu}/u;
const endsSentence = /[:.?!–—]$/;

/** Words that stay small in an English title in headline case although they are long. */
const smallWords = new Set(('about above across after against along amid among around before behind below beneath beside between beyond despite '
  + 'down during except from inside into like near onto over past since than that through toward towards under until upon versus when with '
  + 'within without').split(' '));

/** A lower-case word that headline case would have capitalised. */
const isSmall = (word: string): boolean =>
  /\p{L}{4}/u.test(word) && !/\p{Lu}/u.test(word) && !smallWords.has(word.replace(/[^\p{L}]/gu, ''));

/** A capital behind the first letter, but for those of a compound (Multi-Vector). */
function hasCapitalInside(word: string): boolean {
  const start = word.search(letter);
  return start >= 0 && /\p{Lu}/u.test(word.slice(start + 1).replace(/(?<=\p{L})[-‑–/]\p{Lu}/gu, ''));
}

/** Which words a style must not put in lower case. */
function protection(words: readonly string[]): (word: string) => boolean {
  const firsts = new Set(words.filter((_, index) => index === 0 || endsSentence.test(words[index - 1] ?? '')));
  const sentenceCase = words.some((word) => isSmall(word) && !firsts.has(word));
  return (word) => hasCapitalInside(word) || (sentenceCase && capital.test(word) && !firsts.has(word));
}

/**
 * A title: as {@link tex}, with braces around abbreviations and the like (NATO, McAdam), and in a title in sentence
 * case around every other capitalised word, for that is a name.
 */
export function titleTex(title: string): TexText {
  const line = oneLine(title);
  const words = line.replace(/<[^<>]*>/g, '').split(/\s+/);
  return withEmphasis(line, plainTex(balanced(line), protection(words)), emphases);
}

/** An address or identifier, which biber and BibTeX take letter by letter; what would end the field is percent-encoded. */
export const verbatimTex = (text: string): TexText =>
  oneLine(text).replace(/[{}\\^\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`) as TexText;

/** A type, a name of a field, a keyword or a date of biblatex: without the signs that none of these has. */
export const bareTex = (text: string): TexText => text.replace(/[^A-Za-z0-9_.:+/~?%-]/g, '') as TexText;

/** A key without the signs that end or break one in BibTeX and biber. */
export const entryKey = (id: string): TexText => (id.replace(/[\s,{}"#%'()=~\\@]/g, '') || 'source') as TexText;

/** Commands that only set letters: accents, letters, marks, emphasis, and the mathematics of a title. */
const setsLetters = new Set((
  'u v H t c d b r k i j l L o O ss SS ae AE oe OE aa AA th TH dh DH dj DJ ng NG S P dag ddag copyright pounds dots ldots textellipsis textendash textemdash textquoteleft textquoteright textquotedblleft '
  + 'textquotedblright textquotedbl textquotesingle guillemotleft guillemotright guilsinglleft guilsinglright quotedblbase quotesinglbase textbackslash textasciitilde textasciicircum textunderscore textbraceleft textbraceright '
  + 'textbar textless textgreater textdollar texteuro euro textdegree textregistered texttrademark textbullet textperiodcentered textnumero textexclamdown textquestiondown emph textit textbf textsc textsf texttt textrm textsl textup textmd '
  + 'textnormal textsuperscript textsubscript underline mkbibquote mkbibemph mkbibitalic mkbibbold mkbibparens mkbibbrackets enquote url path nolinkurl slash em it bf sc rm sl tt up relax bibstring autocap '
  + 'text mathrm mathbf mathit mathcal mathbb ensuremath frac sqrt sum prod int infty times cdot pm leq geq le ge neq approx sim to rightarrow leftarrow alpha beta gamma delta epsilon varepsilon zeta eta theta kappa lambda mu nu xi pi rho '
  + 'sigma tau phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega'
).split(' '));

/** TeX of others in which every other command is only a word, so that compiling it reads, writes and runs nothing. */
const withoutPower = (value: string): string => value
  .replace(impossible, '').replace(/\^(?=\^)/g, '\\textasciicircum{}')
  .replace(/\\(?:([A-Za-z@]+)|[^]|$)|[%#]/g, (sign, command: string | undefined) =>
    (sign === '\\' ? '\\textbackslash{}' : command !== undefined ? (setsLetters.has(command) ? sign : `\\textbackslash{}${command}`) : sign.length === 1 ? `\\${sign}` : sign));

/** A command with its sign, or a sign that has power by itself. */
const signsOfPower = /\\(?:[A-Za-z@]+|[^]|$)|[$&_^]/g;

/** Does every stretch of mathematics that begins here end here? */
const closesMath = (value: string): boolean => [...value.matchAll(signsOfPower)].filter(([sign]) => sign === '$').length % 2 === 0;

/**
 * TeX of others as words that are printed: a sign of mathematics that never ends, an ampersand, and low and high letters outside of mathematics would each end
 * the compiling of a whole document with an error. `\url` and `\path` take them as they are.
 */
export function printableTex(value: TexText): TexText {
  const math = closesMath(value);
  let inMath = false;
  return value.replace(/\\(?:url|path|nolinkurl)\{[^{}]*\}|\\(?:[A-Za-z@]+|[^]|$)|[$&_^]/g, (sign) => {
    if (sign.startsWith('\\')) return sign;
    if (sign === '$' && math) inMath = !inMath;
    if (inMath ? sign !== '&' : sign === '$' && math) return sign;
    return sign === '^' ? '\\textasciicircum{}' : `\\${sign}`;
  }) as TexText;
}

// BibTeX counts braces even behind a backslash.
const withBraces = (value: string): string => (balanced(value) ? value : value.replace(/\\[{}]|[{}]/g, ''));

/** A value that is written in TeX already, with braces that close; one whose braces don't match loses them. What is no letter in it has no power. */
export const closedTex = (value: string): TexText => withoutPower(withBraces(value)).replace(entryLike, '{@}') as TexText;

/** An address or identifier of others as it was written: as {@link closedTex}, but for the percent and number signs, which are its own. */
export const closedAddress = (value: string): TexText => closedTex(value).replace(/\\([%#])/g, '$1') as TexText;

/** The name of a file of others, which no document prints: as it was written, with braces that close. */
export const closedPath = (value: string): TexText => withBraces(value.replace(impossible, '')).replace(entryLike, '{@}') as TexText;
