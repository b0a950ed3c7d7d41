/** Letters of every script made comparable: without case and diacritics, in ASCII where a spelling is customary. */
import { asciiLetters } from './letters';

const onlyAscii = /^[\0-\x7f]*$/;
/** Marks without a letter: joiners, hyphens that show only at line ends, marks of direction. */
const unseen = /\p{Cf}+/gu;
const marks = /\p{M}+/gu;
const beyondAscii = /[^\0-\x7f]/gu;
const runsBeyondAscii = /[^\0-\x7f]+/gu;

/** One character beyond ASCII as ASCII where there is a customary spelling, else without its marks. */
function foldLetter(letter: string): string {
  const known = asciiLetters.get(letter);
  if (known !== undefined) return known;
  let folded = '';
  for (const part of letter.normalize('NFKD').replace(marks, '')) folded += asciiLetters.get(part) ?? part;
  return folded;
}

/** What becomes of each letter that was met: a library holds some thousand different ones, millions of times. */
const foldedLetters = new Map<string, string>();

function foldRun(run: string): string {
  let folded = '';
  for (const letter of run) {
    let known = foldedLetters.get(letter);
    if (known === undefined) foldedLetters.set(letter, known = foldLetter(letter));
    folded += known;
  }
  return folded;
}

/** Upper case again for the ASCII letters of a capital: `Щ` gives `Shch`. */
function foldCapital(letter: string): string {
  const lower = letter.toLowerCase();
  const folded = foldLetter(lower);
  return lower === letter ? folded : folded.charAt(0).toUpperCase() + folded.slice(1);
}

/**
 * The text in lower case, without diacritics, other scripts in Latin letters where there is a customary spelling
 * (`Назарбаев` → `nazarbaev`, `Ødegård` → `odegard`, `İnalcık` → `inalcik`); letters without one, such as Chinese,
 * stay as they are. Only for comparing: lengths and positions are not those of the text.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (onlyAscii.test(lower)) return lower;
  return lower.replace(unseen, '').normalize('NFC').replace(runsBeyondAscii, foldRun);
}

/**
 * The text in ASCII alone, capitals kept: `Нұрланов` → `Nurlanov`, `Łukasz` → `Lukasz`. What has no customary ASCII
 * spelling (Chinese, for one) is left out, so the result may be empty.
 */
export function toAscii(text: string): string {
  if (onlyAscii.test(text)) return text;
  return text.normalize('NFC').replace(beyondAscii, foldCapital).replace(beyondAscii, '');
}

/** The text in Latin letters, capitals kept; unlike {@link toAscii}, what has no customary spelling stays. */
export function transliterate(text: string): string {
  if (onlyAscii.test(text)) return text;
  return text.normalize('NFC').replace(beyondAscii, foldCapital);
}
