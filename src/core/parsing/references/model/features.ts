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
export type Whole = { readonly words: readonly Word[]; readonly tokens: readonly Token[]; readonly parts: Parts; readonly kind: number };

/** A reference as its features see it. */
export function wholeOf(tokens: readonly Token[], lookup: Words): Whole {
  const words = tokens.map(({ text }) => lookup.of(text));
  const parts = partsOf(words, tokens);
  return { words, tokens, parts, kind: kindOf(words, parts) };
}

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
  const whole = wholeOf(tokens, lookup);
  const ids = new Int32Array(tokens.length * mostFeatures);
  const counts = new Uint8Array(tokens.length);
  for (let at = 0; at < counts.length; at++) {
    const found = featuresAt(whole, at);
    ids.set(found, at * mostFeatures);
    counts[at] = found.length;
  }
  return { ids, counts, forms: Uint8Array.from(whole.words, (word) => word.form) };
}

/** All features of one token. */
const featuresAt = (whole: Whole, at: number): readonly number[] => [
  ...wordFeatures(whole.words[at] ?? noWord).own, ...wordFeatures(whole.words[at - 1] ?? noWord).before, ...wordFeatures(whole.words[at + 1] ?? noWord).after,
  ...listed((put) => lots.forEach((lot) => lot.put(put, whole, at))), ...listed((put) => putOwn(put, whole, at)),
];

/** What a word says by itself, as the one before another, and as the one behind. */
export const wordFeatures = (word: Word): { readonly own: readonly number[]; readonly before: readonly number[]; readonly after: readonly number[] } => ({
  own: listed((put) => putWord(put, word)), before: listed((put) => putBefore(put, word)), after: listed((put) => putAfter(put, word)),
});

/** Features that are the same wherever `key` is, so that whoever sums up their weights need do so once. */
export type Lot = { readonly key: (whole: Whole, at: number) => number; readonly put: Write };
type Write = (put: Put, whole: Whole, at: number) => void;
/** Takes a feature: by its template and value; its number is {@link idOf} these. */
export type Put = (template: number, value: number) => void;

/** Give the features of one token that are in no lot: they seldom come again. */
export const putOwn: Write = (put, whole, at) => {
  putPairs(put, whole.words, at);
  putNeighbours(put, whole, at);
};

/** The number of a feature. */
export const idOf = (template: number, value: number): number => mixed(Math.imul(template + 1, 0x3c6ef35f), value);

function listed(write: (put: Put) => void): readonly number[] {
  const found: number[] = [];
  write((template, value) => found.push(idOf(template, value)));
  return found;
}

/** A word that is no word: beyond the ends of a reference. */
export const noWord: Word = { form: 63, word: 7, start: 0, end: 0, ending: 0, digits: -1 };

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

/** A number for what `putWindow` looks at: the kinds of seven tokens. */
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

const formAt = ({ words }: Whole, at: number): number => words[at]?.form ?? 63;
const yearsAt = ({ parts }: Whole, at: number): number => parts.yearsBefore[at] ?? 0;
const quotedAt = ({ parts }: Whole, at: number): number => parts.quoted[at] ?? 0;

const marksOf = (whole: Whole, at: number): number =>
  (((formAt(whole, at) * 64 + whole.kind) * 4 + yearsAt(whole, at)) * 4 + quotedAt(whole, at)) * 2 + (whole.parts.bracketed[at] ?? 0);

function putMarks(put: Put, whole: Whole, at: number): void {
  const [here, years, quoted] = [formAt(whole, at), yearsAt(whole, at), quotedAt(whole, at)];
  put(31, (here * 4 + quoted) * 2 + (whole.parts.bracketed[at] ?? 0));
  put(32, here * 64 + whole.kind);
  put(33, (here * 64 + whole.kind) * 4 + years);
  put(34, (whole.kind * 4 + years) * 4 + quoted);
}

const tenthOf = ({ words }: Whole, at: number): number => Math.floor((at / words.length) * 10);
const placeOf = (whole: Whole, at: number): number => (Math.min(at, 6) * 6 + Math.min(whole.words.length - 1 - at, 5)) * 10 + tenthOf(whole, at);

function putPlace(put: Put, whole: Whole, at: number): void {
  put(40, Math.min(at, 6));
  put(41, Math.min(whole.words.length - 1 - at, 5));
  put(42, tenthOf(whole, at));
}

/** Which sentence from the front, which from the back, and how long it is. */
function sentenceAt({ parts }: Whole, at: number): { readonly front: number; readonly back: number; readonly size: number } {
  const sentence = parts.sentence[at] ?? 0;
  return { front: Math.min(sentence, 5), back: Math.min(parts.sentences.length - 1 - sentence, 4), size: bucket(Math.floor((parts.sentences[sentence] ?? 0) / 2)) };
}

function sentenceOf(whole: Whole, at: number): number {
  const { front, back, size } = sentenceAt(whole, at);
  return ((((size * 6 + front) * 5 + back) * 64 + whole.kind) * 2 + (whole.parts.slashed[at] ?? 0)) * 2 + (isEdge(formAt(whole, at)) ? 1 : 0);
}

function putSentence(put: Put, whole: Whole, at: number): void {
  const { front, back, size } = sentenceAt(whole, at);
  const edge = isEdge(formAt(whole, at)) ? 1 : 0;
  put(43, (front * 5 + back) * 2 + (whole.parts.slashed[at] ?? 0));
  put(44, (front * 64 + whole.kind) * 2 + edge);
  put(45, (back * 64 + whole.kind) * 2 + edge);
  put(46, (size * 6 + front) * 5 + back);
}

const partAt = ({ parts }: Whole, at: number): number => parts.part[at] ?? 0;
const lengthAt = (whole: Whole, at: number): number => bucket(whole.parts.lengths[partAt(whole, at)] ?? 0);
const partsLeft = (whole: Whole, at: number): number => Math.min(whole.parts.shapes.length - 1 - partAt(whole, at), 8);

const partOf = (whole: Whole, at: number): number =>
  (((lengthAt(whole, at) * 9 + Math.min(partAt(whole, at), 8)) * 9 + partsLeft(whole, at)) * 64 + whole.kind) * 4 + yearsAt(whole, at);

function putPart(put: Put, whole: Whole, at: number): void {
  put(51, (lengthAt(whole, at) * 64 + whole.kind) * 4 + yearsAt(whole, at));
  put(52, Math.min(partAt(whole, at), 8) * 64 + whole.kind);
  put(53, partsLeft(whole, at) * 64 + whole.kind);
}

function putNeighbours(put: Put, whole: Whole, at: number): void {
  const { shapes } = whole.parts;
  const part = partAt(whole, at);
  const [length, here] = [lengthAt(whole, at), Math.min(formAt(whole, at), 15)];
  put(49, mixed(shapes[part + 1] ?? 1, length * 64 + here));
  put(50, mixed(shapes[part - 1] ?? 1, length * 64 + here));
}

const shapeOf = (whole: Whole, at: number): number =>
  (((whole.parts.shapes[partAt(whole, at)] ?? 0) * 9 + lengthAt(whole, at)) * 4 + yearsAt(whole, at)) * 64 + whole.kind;

function putShape(put: Put, whole: Whole, at: number): void {
  const shape = whole.parts.shapes[partAt(whole, at)] ?? 0;
  put(47, shape);
  put(48, mixed(shape, lengthAt(whole, at)));
  put(54, mixed(shape, yearsAt(whole, at) * 64 + whole.kind));
}

/** The lots: the kinds of the tokens around, marks that are open, the place in the reference, in its sentences and in its parts. */
export const lots: readonly Lot[] = [
  { key: windowOf, put: putWindow }, { key: marksOf, put: putMarks }, { key: placeOf, put: putPlace }, { key: sentenceOf, put: putSentence }, { key: partOf, put: putPart }, { key: shapeOf, put: putShape },
];
