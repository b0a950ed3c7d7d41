/** Folded text cut into words that can be compared: what search and queries both go by. */
import { fold } from './fold';

/** A folded text as words between single blanks; hyphens, apostrophes, dots and colons inside them are left out. */
export function joined(folded: string): string {
  const whole = folded.replace(/[-'._:]/g, '');
  // Most texts are ASCII once they are folded, and to look up every letter among all scripts takes several times as long. Blanks that stand alone are left as they are.
  return whole.replace(onlyAscii.test(whole) ? /[^A-Za-z0-9 ]/g : /[^\p{L}\p{N} ]/gu, ' ').replace(/ {2,}/g, ' ').trim();
}

/** What one letter, folded, adds to such words: nothing, itself, or a blank. */
export const joinedLetters = (folded: string): string => folded.replace(/[-'._:]/g, '').replace(/[^\p{L}\p{N}]/gu, ' ');

const onlyAscii = /^[\0-\x7f]*$/;

/** The same with a hyphenated word in its parts. */
export const apart = (folded: string): string => joined(folded.replace(/-/g, ' '));

/** Words after blanks; a hyphenated one stands there whole (`multivector`) and in parts (`multi vector`). */
export function words(text: string): string {
  const folded = fold(text);
  const hyphenated = folded.includes('-') ? folded.split(/\s+/).filter((word) => word.includes('-')).join(' ') : '';
  return ` ${joined(folded)} ${apart(hyphenated)}`;
}

/**
 * A folded name as it sounds, so that Nazarbayev, Nazarbaev and Назарбаев are one, and Müller and Mueller, Tokayev and
 * Toqaev, Zhirinovsky and Zhirinovskiy. Rough on purpose: it only ever adds sources, ranked behind exact spellings.
 */
export function sound(folded: string): string {
  return folded.replace(/kh/g, 'h').replace(/q/g, 'k').replace(/[yj]/g, 'i').replace(/w/g, 'v').replace(/ie/g, 'e')
    .replace(/([aou])e/g, '$1').replace(/i{2,}/g, 'i').replace(/(?<=^| )i(?=[aou])/g, '');
}

/** A word in the making may end inside a pair of letters: `Nazarbay` on its way to Nazarbayev. */
export const soundTyped = (word: string): string => sound(word).replace(/(?<=[aou])i$/, '');
