/** The parts of a reference between its signs, its sentences, and what is open at each token: quotation marks, brackets. */
import type { Token } from './tokens';
import { forms } from './word';

/** The number of each kind of token. */
export const form: { readonly [F in (typeof forms)[number]]: number } = Object.fromEntries(forms.map((name, index) => [name, index])) as { readonly [F in (typeof forms)[number]]: number };

/**
 * Parts between signs, and sentences: for each token the number of its part and of its sentence, whether a quotation (2 behind one) or a bracket is open,
 * how many years stand before it (3 for more) and whether two slashes. `parts` and `sentences` are how many there are; of each part its `shapes` (the kinds
 * of its first three tokens) and `lengths`, of each sentence its `sizes`, in tokens.
 */
export type Parts = {
  readonly part: Uint16Array; readonly sentence: Uint16Array; readonly quoted: Uint8Array; readonly bracketed: Uint8Array; readonly yearsBefore: Uint8Array; readonly slashed: Uint8Array;
  readonly shapes: Int32Array; readonly lengths: Int32Array; readonly sizes: Int32Array; parts: number; sentences: number;
};

const roomOf = (count: number): Parts => ({
  part: new Uint16Array(count), sentence: new Uint16Array(count), quoted: new Uint8Array(count), bracketed: new Uint8Array(count), yearsBefore: new Uint8Array(count), slashed: new Uint8Array(count),
  shapes: new Int32Array(count + 1), lengths: new Int32Array(count + 1), sizes: new Int32Array(count + 1), parts: 1, sentences: 1,
});
let room = roomOf(0);

const { year, '«': opening, '»': closing, '"': quote, '(': bracket, '[': square, ')': bracketEnd, ']': squareEnd, '/': slash, '-': dash, '.': stop, '?': question, "'": apostrophe, '&': ampersand, X: initial, Xx: capital, xx: small } = form;

/** Does a sign of this kind part what stands before it from what follows? */
export const isEdge = (kind: number): boolean => kind >= stop && kind !== apostrophe && kind !== ampersand;

/** Is a full stop the end of a sentence, rather than of an initial or a short word? */
function endsSentence(tokens: readonly Token[], at: number, kind: number): boolean {
  if (kind === question || kind === closing) return true;
  if (kind !== stop) return false;
  const last = tokens[at - 1];
  const before = last?.word.form;
  const length = last?.text.length ?? 0;
  return !(before === initial || (before === capital && length < 4) || (before === small && length < 4)) && (tokens[at + 1]?.spaced ?? true);
}

/** The parts of a reference, until those of the next are asked for: references are labelled one after the other, so one room serves them all. */
export function partsOf(tokens: readonly Token[]): Parts {
  if (room.part.length < tokens.length) room = roomOf(2 * tokens.length);
  const { part, sentence, quoted, bracketed, yearsBefore, slashed, shapes, lengths, sizes } = room;
  const state = { part: 0, sentence: 0, quoted: 0, bracketed: 0, years: 0, slashed: 0 };
  shapes[0] = lengths[0] = sizes[0] = 0;
  for (let at = 0, before = -1; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    const kind = token.word.form;
    if (kind === opening || (kind === quote && state.quoted !== 1)) state.quoted = 1;
    if (kind === bracket || kind === square) state.bracketed = 1;
    if (kind === slash && before === slash) state.slashed = 1;
    const length = lengths[state.part] as number;
    if (!isEdge(kind) || (kind === dash && !token.spaced)) {
      lengths[state.part] = length + 1;
      if (length < 3) shapes[state.part] = (shapes[state.part] as number) * 33 + kind + 1;
    } else if (length > 0) {
      state.part++;
      shapes[state.part] = lengths[state.part] = 0;
    }
    part[at] = state.part;
    sentence[at] = state.sentence;
    quoted[at] = state.quoted;
    bracketed[at] = state.bracketed;
    yearsBefore[at] = Math.min(state.years, 3);
    slashed[at] = state.slashed;
    sizes[state.sentence] = (sizes[state.sentence] as number) + 1;
    if ((kind === closing || kind === quote) && state.quoted === 1 && at > 0 && quoted[at - 1] === 1) state.quoted = 2;
    if (kind === bracketEnd || kind === squareEnd) state.bracketed = 0;
    if (kind === year) state.years++;
    if (endsSentence(tokens, at, kind)) sizes[++state.sentence] = 0;
    before = kind;
  }
  room.parts = state.part + 1;
  room.sentences = state.sentence + 1;
  return room;
}
