/** The parts of a reference between its signs, its sentences, and what is open at each token: quotation marks, brackets. */
import type { Token } from './tokens';
import { forms, type Word } from './word';

/** The number of each kind of token. */
export const form: { readonly [F in (typeof forms)[number]]: number } = Object.fromEntries(forms.map((name, index) => [name, index])) as { readonly [F in (typeof forms)[number]]: number };

/** Parts between signs, and sentences: for each token the number of its part and of its sentence. */
export type Parts = { readonly part: Uint16Array; readonly shapes: readonly number[]; readonly lengths: readonly number[]; readonly sentence: Uint16Array; readonly sentences: readonly number[]; readonly quoted: Uint8Array; readonly bracketed: Uint8Array; readonly yearsBefore: Uint8Array; readonly slashed: Uint8Array };

/** Does a sign of this kind part what stands before it from what follows? */
export const isEdge = (kind: number): boolean => kind >= form['.'] && kind !== form["'"] && kind !== form['&'];

/** Is a full stop the end of a sentence, rather than of an initial or a short word? */
function endsSentence(words: readonly Word[], tokens: readonly Token[], at: number): boolean {
  const kind = words[at]?.form;
  if (kind === form['?'] || kind === form['»']) return true;
  if (kind !== form['.']) return false;
  const before = words[at - 1]?.form;
  const length = tokens[at - 1]?.text.length ?? 0;
  return !(before === form.X || (before === form.Xx && length < 4) || (before === form.xx && length < 4)) && (tokens[at + 1]?.spaced ?? true);
}

/** The parts of a reference; `words` are what its tokens are. */
export function partsOf(words: readonly Word[], tokens: readonly Token[]): Parts {
  const count = words.length;
  const arrays = { part: new Uint16Array(count), sentence: new Uint16Array(count), quoted: new Uint8Array(count), bracketed: new Uint8Array(count), yearsBefore: new Uint8Array(count), slashed: new Uint8Array(count) };
  const shapes: number[] = [0];
  const lengths: number[] = [0];
  const sentences: number[] = [0];
  const state = { part: 0, sentence: 0, quoted: 0, bracketed: 0, years: 0, slashed: 0 };
  for (let at = 0; at < count; at++) {
    const kind = words[at]?.form ?? 0;
    if (kind === form['«'] || (kind === form['"'] && state.quoted !== 1)) state.quoted = 1;
    if (kind === form['('] || kind === form['[']) state.bracketed = 1;
    if (kind === form['/'] && words[at - 1]?.form === form['/']) state.slashed = 1;
    if (isEdge(kind) && (kind !== form['-'] || tokens[at]?.spaced === true)) {
      if ((lengths[state.part] ?? 0) > 0) {
        state.part = shapes.push(0) - 1;
        lengths.push(0);
      }
    } else {
      const length = lengths[state.part] ?? 0;
      lengths[state.part] = length + 1;
      if (length < 3) shapes[state.part] = (shapes[state.part] ?? 0) * 33 + kind + 1;
    }
    arrays.part[at] = state.part;
    arrays.sentence[at] = state.sentence;
    arrays.quoted[at] = state.quoted;
    arrays.bracketed[at] = state.bracketed;
    arrays.yearsBefore[at] = Math.min(state.years, 3);
    arrays.slashed[at] = state.slashed;
    sentences[state.sentence] = (sentences[state.sentence] ?? 0) + 1;
    if ((kind === form['»'] || kind === form['"']) && state.quoted === 1 && arrays.quoted[at - 1] === 1) state.quoted = 2;
    if (kind === form[')'] || kind === form[']']) state.bracketed = 0;
    if (kind === form.year) state.years++;
    if (endsSentence(words, tokens, at)) state.sentence = sentences.push(0) - 1;
  }
  return { ...arrays, shapes, lengths, sentences };
}
