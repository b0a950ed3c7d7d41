/**
 * Texts changed in the ways in which texts change between a note and the next reading of it, with where the quoted passage stands
 * afterwards. Chance comes from a seed, so that everybody sees the same.
 */

/** A text, a passage in it, and whether it is written without spaces between words. */
export type Case = { readonly text: string; readonly start: number; readonly end: number };
/** The changed text, and where the passage is in it; nowhere when it was deleted. */
export type Changed = { readonly text: string; readonly start?: number; readonly end?: number };
export type Chance = () => number;

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function chanceOf(seed: number): Chance {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const pick = <T>(chance: Chance, from: readonly T[]): T => from[Math.floor(chance() * from.length)] as T;

type Part = (text: string) => string;
/** The same change, carried on through what stands before, in and behind the passage. */
function throughAll({ text, start, end }: Case, change: Part): Changed {
  const before = change(text.slice(0, start));
  const within = change(text.slice(start, end));
  return { text: before + within + change(text.slice(end)), start: before.length, end: before.length + within.length };
}

const inserted = 'An earlier version of this text was read by two people who asked not to be named. ';

/** Two sentences put in before the passage, one of them at the very beginning. */
function sentenceBefore({ text, start, end }: Case): Changed {
  const cut = Math.max(0, text.lastIndexOf('. ', start) + 1);
  const second = cut > 1 ? ` ${inserted.trim()}` : '';
  const moved = inserted.length + second.length;
  return { text: inserted + text.slice(0, cut) + second + text.slice(cut), start: start + moved, end: end + moved };
}

const curly: { readonly [sign: string]: string } = { '"': '”', "'": '’', '’': "'", '“': '"', '”': '"', '–': '—' };

/** Lines broken anew at some fifty characters, quotation marks and dashes of another make. */
function reWrapped(one: Case): Changed {
  let column = 0;
  return throughAll(one, (text) => [...text].map((sign) => {
    column += 1;
    if (sign !== ' ' || column < 50) return curly[sign] ?? sign;
    column = 0;
    return '\n   ';
  }).join(''));
}

/** Words broken with hyphens at the ends of lines, and the joined letters of a typesetter. */
function hyphenBreaks(one: Case, chance: Chance): Changed {
  return throughAll(one, (text) => text.replace(/fi/g, 'ﬁ').replace(/fl/g, 'ﬂ').replace(/\p{L}{7,}/gu, (word) => {
    const at = 3 + Math.floor(chance() * (word.length - 5));
    return chance() < 0.3 ? `${word.slice(0, at)}-${pick(chance, ['\n', ' '])}${word.slice(at)}` : word;
  }));
}

const inPassage = ({ text, start, end }: Case, change: Part): Changed => {
  const within = change(text.slice(start, end));
  return { text: text.slice(0, start) + within + text.slice(end), start, end: start + within.length };
};

/** Three letters of the passage are others. */
function threeLetters(one: Case, chance: Chance): Changed {
  return inPassage(one, (passage) => {
    const letters = [...passage];
    for (const at of places(letters, chance, 3)) letters[at] = letters[at] === 'x' ? 'z' : 'x';
    return letters.join('');
  });
}

function places(letters: readonly string[], chance: Chance, count: number): readonly number[] {
  const all = letters.flatMap((sign, at) => (/\p{L}/u.test(sign) ? [at] : []));
  const chosen = new Set<number>();
  while (chosen.size < Math.min(count, all.length)) chosen.add(pick(chance, all));
  return [...chosen];
}

/** Two words of the passage are others of about their length. */
function twoWords(one: Case, chance: Chance): Changed {
  return inPassage(one, (passage) => {
    const words = [...passage.matchAll(/\p{Script=Han}{2}|[\p{L}\p{M}]{4,}/gu)].filter(({ 0: word }) => word.length < passage.length / 4);
    const chosen = words.length < 2 ? words : [words[Math.floor(words.length / 3)], words[Math.floor((2 * words.length) / 3)]];
    return chosen.reduceRight((text, word) => (word === undefined ? text : text.slice(0, word.index) + otherWord(word[0], chance) + text.slice(word.index + word[0].length)), passage);
  });
}

const otherWord = (word: string, chance: Chance): string =>
  [...word].map((sign) => (/\p{Script=Han}/u.test(sign) ? pick(chance, ['港', '湾', '税', '会']) : pick(chance, [...'bdgkmoruv']))).join('');

/** Every sentence that the passage touches is gone. */
function deleted({ text, start, end }: Case): Changed {
  const ends = /[.?!。?؟]\s?/gu;
  let from = 0;
  let to = text.length;
  for (const { 0: sign, index } of text.matchAll(ends)) {
    if (index + sign.length <= start) from = index + sign.length;
    else if (index >= end - 1) {
      to = index + sign.length;
      break;
    }
  }
  return { text: text.slice(0, from) + text.slice(to) };
}

/** The six edits of the comparison that these anchors were designed by. `words`: how many words a passage must have to survive it. */
export const edits: readonly { readonly name: string; readonly words: number; readonly change: (one: Case, chance: Chance) => Changed }[] = [
  { name: 'sentence inserted before', words: 1, change: sentenceBefore },
  { name: 're-wrapped, other quotation marks', words: 1, change: reWrapped },
  { name: 'hyphens and ligatures of a PDF', words: 1, change: hyphenBreaks },
  { name: 'three letters changed', words: 5, change: threeLetters },
  { name: 'two words changed inside', words: 8, change: twoWords },
  { name: 'quoted sentence deleted', words: 1, change: deleted },
];
