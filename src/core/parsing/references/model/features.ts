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

/** What of the whole reference bears on each of its tokens. `forms` are the kinds of its tokens, with {@link around} that are none on both sides. */
export type Whole = { readonly words: readonly Word[]; readonly tokens: readonly Token[]; readonly parts: Parts; readonly kind: number; readonly forms: Uint8Array };

/** How many tokens before it and behind it are looked at with each token. */
export const around = 3;

/** A reference as its features see it. */
export function wholeOf(tokens: readonly Token[], lookup: Words): Whole {
  const words = tokens.map(({ text }) => lookup.of(text));
  const forms = new Uint8Array(words.length + 2 * around).fill(noWord.form);
  for (let at = 0; at < words.length; at++) forms[at + around] = (words[at] as Word).form;
  const parts = partsOf(words, tokens);
  return { words, tokens, parts, kind: kindOf(forms.subarray(around, around + words.length), parts), forms };
}

/** Of what kind the whole reference is: where its year stands, whether titles are quoted, in which script. */
function kindOf(forms: Uint8Array, parts: Parts): number {
  const first = forms.indexOf(form.year);
  const early = first < 0 ? 0 : first < forms.length * 0.45 ? 1 : 2;
  const bracketed = first > 0 && forms[first - 1] === form['('] ? 1 : 0;
  const quoted = forms.includes(form['«']) || forms.includes(form['"']) ? 1 : 0;
  const slashed = (parts.slashed.at(-1) ?? 0) > 0 ? 1 : 0;
  const han = forms.reduce((count, kind) => (kind === form.han ? count + 1 : count), 0) * 4 > forms.length ? 1 : 0;
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

/** Features that are the same wherever `key` (a whole number from 0 up to 2³¹) is, so that whoever sums up their weights need do so once. */
export type Lot = { readonly key: (whole: Whole, at: number) => number; readonly put: Write };
type Write = (put: Put, whole: Whole, at: number) => void;
/** Takes a feature: by its template and value; its number is {@link idOf} these. */
export type Put = (template: number, value: number) => void;

/** Give the features of one token that are in no lot: they seldom come again. */
export const putOwn: Write = (put, whole, at) => {
  putPairs(put, whole.words, at);
};

/** The number of a feature. */
export const idOf = (template: number, value: number): number => mixed(Math.imul(template + 1, 0x3c6ef35f), value);

function listed(write: (put: Put) => void): readonly number[] {
  const found: number[] = [];
  write((template, value) => found.push(idOf(template, value)));
  return found;
}

/** A word that is no word: beyond the ends of a reference. */
export const noWord: Word = { form: 63, word: 7, start: 0, end: 0, ending: 0, digits: -1, sums: undefined };

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

/** The kind of the token `offset` tokens behind the one at `at`. */
const formAt = ({ forms }: Whole, at: number, offset = 0): number => forms[at + around + offset] as number;

/** Numbers for what the windows look at: the kinds of a token and of those before it, of those behind it, and of those on both sides. */
const windowBefore = (whole: Whole, at: number): number => ((formAt(whole, at, -3) * 64 + formAt(whole, at, -2)) * 64 + formAt(whole, at, -1)) * 64 + formAt(whole, at);
const windowBehind = (whole: Whole, at: number): number => (((formAt(whole, at) * 64 + formAt(whole, at, 1)) * 64 + formAt(whole, at, 2)) * 64 + formAt(whole, at, 3)) * 4 + gluedAt(whole.tokens, at);
const windowAround = (whole: Whole, at: number): number => (((formAt(whole, at, -2) * 64 + formAt(whole, at, -1)) * 64 + formAt(whole, at)) * 64 + formAt(whole, at, 1)) * 64 + formAt(whole, at, 2);

function putBeforeIt(put: Put, whole: Whole, at: number): void {
  const [here, first, second] = [formAt(whole, at), formAt(whole, at, -1), formAt(whole, at, -2)];
  put(20, here);
  put(21, here * 64 + first);
  put(24, (second * 64 + first) * 64 + here);
  put(28, mixed(windowBefore(whole, at), 5));
}

function putBehindIt(put: Put, whole: Whole, at: number): void {
  const [here, next, later] = [formAt(whole, at), formAt(whole, at, 1), formAt(whole, at, 2)];
  put(22, here * 64 + next);
  put(25, (here * 64 + next) * 64 + later);
  put(29, mixed(((here * 64 + next) * 64 + later) * 64 + formAt(whole, at, 3), 6));
  put(30, here * 4 + gluedAt(whole.tokens, at));
}

function putAroundIt(put: Put, whole: Whole, at: number): void {
  const [second, first, here, next, later] = [formAt(whole, at, -2), formAt(whole, at, -1), formAt(whole, at), formAt(whole, at, 1), formAt(whole, at, 2)];
  put(23, (first * 64 + here) * 64 + next);
  put(26, ((second * 64 + first) * 64 + here) * 64 + next);
  put(27, ((first * 64 + here) * 64 + next) * 64 + later);
}

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

const shapeBehind = (whole: Whole, at: number): number => whole.parts.shapes[partAt(whole, at) + 1] ?? 1;
const shapeBefore = (whole: Whole, at: number): number => whole.parts.shapes[partAt(whole, at) - 1] ?? 1;
/** How long the part is and of what kind the token: signs are told apart by other features. */
const sizeAt = (whole: Whole, at: number): number => lengthAt(whole, at) * 64 + Math.min(formAt(whole, at), 15);

const partBehind = (whole: Whole, at: number): number => shapeBehind(whole, at) * 1024 + sizeAt(whole, at);
const partBefore = (whole: Whole, at: number): number => shapeBefore(whole, at) * 1024 + sizeAt(whole, at);

const putPartBehind: Write = (put, whole, at) => put(49, mixed(shapeBehind(whole, at), sizeAt(whole, at)));
const putPartBefore: Write = (put, whole, at) => put(50, mixed(shapeBefore(whole, at), sizeAt(whole, at)));

const shapeOf = (whole: Whole, at: number): number =>
  (((whole.parts.shapes[partAt(whole, at)] ?? 0) * 9 + lengthAt(whole, at)) * 4 + yearsAt(whole, at)) * 64 + whole.kind;

function putShape(put: Put, whole: Whole, at: number): void {
  const shape = whole.parts.shapes[partAt(whole, at)] ?? 0;
  put(47, shape);
  put(48, mixed(shape, lengthAt(whole, at)));
  put(54, mixed(shape, yearsAt(whole, at) * 64 + whole.kind));
}

/** The lots: the kinds of the tokens around, marks that are open, the place in the reference, in its sentences and in its parts, and the parts beside. */
export const lots: readonly Lot[] = [
  { key: windowBefore, put: putBeforeIt }, { key: windowBehind, put: putBehindIt }, { key: windowAround, put: putAroundIt }, { key: marksOf, put: putMarks }, { key: placeOf, put: putPlace }, { key: sentenceOf, put: putSentence }, { key: partOf, put: putPart }, { key: shapeOf, put: putShape },
  { key: partBehind, put: putPartBehind }, { key: partBefore, put: putPartBefore },
];
