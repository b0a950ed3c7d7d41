/**
 * One word looked for in texts as they are written, as if they had been made comparable first: without a new text for each of them, in one
 * pass (Knuth, Morris and Pratt, over the letters that each letter becomes).
 */
import { joinedLetters } from '../comparableLetters';
import { fold } from '../fold';

/** Looks for a word of a-z and 0-9. Undefined where that cannot be said letter by letter: of a text with accents that stand apart, or with letters beyond the first plane. */
export type Scanner = (text: string) => boolean | undefined;

/** Longer words are not looked for this way. */
export const longestScanned = 200;

/** What stands in the tables beside states, which are kept plus one. */
const [notKnown, unsaid] = [0, 255] as const;

/** What letters become when they are compared, by their code unit: undefined for those that become something together with others. */
const becomes = new Map<number, string | undefined>();

function become(unit: number): string | undefined {
  if (becomes.has(unit)) return becomes.get(unit);
  const letter = String.fromCharCode(unit);
  const said = /^[\p{M}\p{Cs}]$/u.test(letter) ? undefined : joinedLetters(fold(letter));
  becomes.set(unit, said);
  return said;
}

/** How far a word is found after one more letter: by how far it was found before. */
function stepsThrough(word: string): (state: number, letter: string) => number {
  const back = [0, 0];
  const step = (state: number, letter: string): number => {
    let at = state;
    while (at > 0 && word[at] !== letter) at = back[at] as number;
    return word[at] === letter ? at + 1 : 0;
  };
  for (let at = 1; at < word.length; at++) back.push(step(back[at] as number, word[at] as string));
  return step;
}

export function scannerFor(word: string): Scanner {
  const step = stepsThrough(word);
  const tables: (Uint8Array | undefined)[] = [];
  const next = (state: number, unit: number): number => {
    const letters = become(unit);
    if (letters === undefined) return unsaid;
    let at = state;
    for (const letter of letters) if (at < word.length) at = step(at, letter);
    return at + 1;
  };
  const found = word.length + 1;
  return (text) => {
    let state = 0;
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      const table = tables[state] ??= new Uint8Array(65536);
      let after = table[unit] as number;
      if (after === notKnown) table[unit] = after = next(state, unit);
      if (after === found) return true;
      if (after === unsaid) return undefined;
      state = after - 1;
    }
    return false;
  };
}
