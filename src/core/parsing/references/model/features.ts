/** What the model knows of each token: itself, its neighbours, the part of a sentence it stands in, and what the whole reference is like. */
import type { Token } from './tokens';
import { form, isEdge, partsOf, type Parts } from './parts';
import type { Word, Words } from './word';

/** At most so many features has a token. */
export const mostFeatures = 64;

/** The features of all tokens of a reference: `ids` holds those of token `i` from `i * mostFeatures`, `counts[i]` of them. `forms` are the kinds of the tokens. */
export type Features = { readonly ids: Int32Array; readonly counts: Uint8Array; readonly forms: Uint8Array };

/** Features are 24-bit numbers. */
const mixed = (a: number, b: number): number => {
  let hash = Math.imul(a ^ (b + 0x9e3779b9), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) & 0xffffff;
};

/** What of the whole reference bears on each of its tokens. */
type Whole = { readonly words: readonly Word[]; readonly tokens: readonly Token[]; readonly parts: Parts; readonly kind: number };

/** Of what kind the whole reference is: where its year stands, whether titles are quoted, in which script. */
function kindOf(words: readonly Word[], parts: Parts): number {
  const first = words.findIndex((word) => word.form === form.year);
  const early = first < 0 ? 0 : first < words.length * 0.45 ? 1 : 2;
  const bracketed = first > 0 && words[first - 1]?.form === form['('] ? 1 : 0;
  const quoted = words.some((word) => word.form === form['«'] || word.form === form['"']) ? 1 : 0;
  const slashed = (parts.slashed.at(-1) ?? 0) > 0 ? 1 : 0;
  const han = words.filter((word) => word.form === form.han).length * 4 > words.length ? 1 : 0;
  return early + 3 * (bracketed + 2 * (quoted + 2 * (slashed + 2 * han)));
}

const bucket = (value: number): number => (value < 4 ? value : value < 6 ? 4 : value < 9 ? 5 : value < 14 ? 6 : value < 22 ? 7 : 8);

/** The features of the tokens of a reference. */
export function featuresOf(tokens: readonly Token[], lookup: Words): Features {
  const { whole, forms } = wholeOf(tokens, lookup);
  return { ...filledBy(fill, whole), forms };
}

/**
 * The same features in lots, for whoever sums up their weights: what a word says by itself, as the one before and as the one behind (`wordFeatures`),
 * what the kinds of seven tokens say (`windowAt`; the same wherever `windows` is the same), and for each token in `ids` and `counts` the rest.
 */
export type FeatureLots = Features & { readonly words: readonly Word[]; readonly windows: Float64Array; readonly windowAt: (at: number) => readonly number[] };

/** The lots of the tokens of a reference. */
export function featureLotsOf(tokens: readonly Token[], lookup: Words): FeatureLots {
  const { whole, forms } = wholeOf(tokens, lookup);
  const windows = Float64Array.from(tokens, (_, at) => windowOf(whole, at));
  return { ...filledBy(fillRest, whole), forms, words: whole.words, windows, windowAt: (at) => listed((put) => putWindow(put, whole, at)) };
}

/** What a word says by itself, as the one before another, and as the one behind. */
export const wordFeatures = (word: Word): { readonly own: readonly number[]; readonly before: readonly number[]; readonly after: readonly number[] } => ({
  own: listed((put) => putWord(put, word)), before: listed((put) => putBefore(put, word)), after: listed((put) => putAfter(put, word)),
});

function wholeOf(tokens: readonly Token[], lookup: Words): { readonly whole: Whole; readonly forms: Uint8Array } {
  const words = tokens.map(({ text }) => lookup.of(text));
  const parts = partsOf(words, tokens);
  return { whole: { words, tokens, parts, kind: kindOf(words, parts) }, forms: Uint8Array.from(words, (word) => word.form) };
}

type Fill = (put: Put, whole: Whole, at: number) => void;

function filledBy(write: Fill, whole: Whole): Pick<Features, 'ids' | 'counts'> {
  const ids = new Int32Array(whole.words.length * mostFeatures);
  const counts = new Uint8Array(whole.words.length);
  let next = 0;
  const put: Put = (template, value) => {
    ids[next++] = idOf(template, value);
  };
  for (let at = 0; at < counts.length; at++) {
    next = at * mostFeatures;
    write(put, whole, at);
    counts[at] = next - at * mostFeatures;
  }
  return { ids, counts };
}

const idOf = (template: number, value: number): number => mixed(Math.imul(template + 1, 0x3c6ef35f), value);

function listed(write: (put: Put) => void): readonly number[] {
  const found: number[] = [];
  write((template, value) => found.push(idOf(template, value)));
  return found;
}

/** A word that is no word: beyond the ends of a reference. */
export const noWord: Word = { form: 63, word: 7, start: 0, end: 0, ending: 0, digits: -1 };

/** All features of one token. */
function fill(put: Put, whole: Whole, at: number): void {
  putWord(put, whole.words[at] ?? noWord);
  putBefore(put, whole.words[at - 1] ?? noWord);
  putAfter(put, whole.words[at + 1] ?? noWord);
  putWindow(put, whole, at);
  fillRest(put, whole, at);
}

function fillRest(put: Put, whole: Whole, at: number): void {
  putPairs(put, whole.words, at);
  putMarks(put, whole, at);
  putPlace(put, whole, at);
}

type Put = (template: number, value: number) => void;

function putWord(put: Put, word: Word): void {
  if (word.word !== 0) put(0, word.word);
  if (word.start !== 0) put(7, word.start);
  if (word.end !== 0) put(8, word.end);
  if (word.ending !== 0) put(9, word.ending);
  if (word.digits >= 0) put(10, bucket(word.digits > 31 ? 4 + Math.floor(word.digits / 40) : word.digits > 12 ? 3 : 1));
}

function putBefore(put: Put, before: Word): void {
  if (before.word !== 0) put(1, before.word);
}

function putAfter(put: Put, after: Word): void {
  if (after.word !== 0) put(2, after.word);
}

function putPairs(put: Put, words: readonly Word[], at: number): void {
  const word = words[at] ?? noWord;
  const before = words[at - 1] ?? noWord;
  const after = words[at + 1] ?? noWord;
  put(3, mixed(before.word, word.word === 0 ? word.form : word.word));
  put(4, mixed(word.word === 0 ? word.form : word.word, after.word === 0 ? after.form : after.word));
  const second = words[at - 2] ?? noWord;
  const later = words[at + 2] ?? noWord;
  if (second.word !== 0) put(5, mixed(second.word, before.form));
  if (later.word !== 0) put(6, mixed(later.word, after.form));
}

const gluedAt = (tokens: readonly Token[], at: number): number => (tokens[at]?.spaced === true ? 1 : 0) + (tokens[at + 1]?.spaced === false ? 2 : 0);

/** A number for what `putWindow` looks at. */
function windowOf({ words, tokens }: Whole, at: number): number {
  let number = gluedAt(tokens, at);
  for (let offset = -3; offset <= 3; offset++) number = number * 64 + (words[at + offset]?.form ?? 63);
  return number;
}

function putWindow(put: Put, { words, tokens }: Whole, at: number): void {
  const here = words[at]?.form ?? 63;
  const form = (offset: number): number => words[at + offset]?.form ?? 63;
  put(20, here);
  put(21, here * 64 + form(-1));
  put(22, here * 64 + form(1));
  put(23, (form(-1) * 64 + here) * 64 + form(1));
  put(24, (form(-2) * 64 + form(-1)) * 64 + here);
  put(25, (here * 64 + form(1)) * 64 + form(2));
  put(26, ((form(-2) * 64 + form(-1)) * 64 + here) * 64 + form(1));
  put(27, ((form(-1) * 64 + here) * 64 + form(1)) * 64 + form(2));
  put(28, mixed(((form(-3) * 64 + form(-2)) * 64 + form(-1)) * 64 + here, 5));
  put(29, mixed(((here * 64 + form(1)) * 64 + form(2)) * 64 + form(3), 6));
  put(30, here * 4 + gluedAt(tokens, at));
}

function putMarks(put: Put, { words, parts, kind }: Whole, at: number): void {
  const here = words[at]?.form ?? 63;
  put(31, (here * 4 + (parts.quoted[at] ?? 0)) * 2 + (parts.bracketed[at] ?? 0));
  put(32, here * 64 + kind);
  put(33, (here * 64 + kind) * 4 + (parts.yearsBefore[at] ?? 0));
  put(34, (kind * 4 + (parts.yearsBefore[at] ?? 0)) * 4 + (parts.quoted[at] ?? 0));
}

function putPlace(put: Put, { words, parts, kind }: Whole, at: number): void {
  const here = words[at]?.form ?? 63;
  const part = parts.part[at] ?? 0;
  const sentence = parts.sentence[at] ?? 0;
  const left = parts.sentences.length - 1 - sentence;
  const shape = parts.shapes[part] ?? 0;
  const length = bucket(parts.lengths[part] ?? 0);
  const size = bucket(Math.floor((parts.sentences[sentence] ?? 0) / 2));
  put(40, Math.min(at, 6));
  put(41, Math.min(words.length - 1 - at, 5));
  put(42, Math.floor((at / words.length) * 10));
  put(43, (Math.min(sentence, 5) * 5 + Math.min(left, 4)) * 2 + (parts.slashed[at] ?? 0));
  put(44, (Math.min(sentence, 5) * 64 + kind) * 2 + (isEdge(here) ? 1 : 0));
  put(45, (Math.min(left, 4) * 64 + kind) * 2 + (isEdge(here) ? 1 : 0));
  put(46, (size * 6 + Math.min(sentence, 5)) * 5 + Math.min(left, 4));
  put(47, shape);
  put(48, mixed(shape, length));
  put(49, mixed(parts.shapes[part + 1] ?? 1, length * 64 + Math.min(here, 15)));
  put(50, mixed(parts.shapes[part - 1] ?? 1, length * 64 + Math.min(here, 15)));
  put(51, (length * 64 + kind) * 4 + (parts.yearsBefore[at] ?? 0));
  put(52, Math.min(part, 8) * 64 + kind);
  put(53, Math.min(parts.shapes.length - 1 - part, 8) * 64 + kind);
  put(54, mixed(shape, (parts.yearsBefore[at] ?? 0) * 64 + kind));
}
