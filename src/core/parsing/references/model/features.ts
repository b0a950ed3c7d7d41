/** What the model knows of each token: itself, its neighbours, the part of a sentence it stands in, and what the whole reference is like. */
import type { Token } from './tokens';
import { form, isEdge, partsOf, type Parts } from './parts';
import type { Word } from './word';

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
export type Whole = { readonly tokens: readonly Token[]; readonly parts: Parts; readonly kind: number; readonly forms: Uint8Array };

/** How many tokens before it and behind it are looked at with each token. */
export const around = 3;

let room = new Uint8Array(0);

/** A reference as its features see it, until the next one is asked for: one room serves them all. */
export function wholeOf(tokens: readonly Token[]): Whole {
  if (room.length < tokens.length + 2 * around) room = new Uint8Array(2 * tokens.length + 2 * around);
  room.fill(noWord.form, 0, around);
  for (let at = 0; at < tokens.length; at++) room[at + around] = (tokens[at] as Token).word.form;
  room.fill(noWord.form, tokens.length + around, tokens.length + 2 * around);
  const parts = partsOf(tokens);
  return { tokens, parts, kind: kindOf(room.subarray(around, around + tokens.length), parts), forms: room };
}

const { year, '«': opening, '"': quote, '(': bracket, han } = form;

/** Of what kind the whole reference is: where its year stands, whether titles are quoted, in which script. */
function kindOf(forms: Uint8Array, parts: Parts): number {
  const first = forms.indexOf(year);
  const early = first < 0 ? 0 : first < forms.length * 0.45 ? 1 : 2;
  const bracketed = first > 0 && forms[first - 1] === bracket ? 1 : 0;
  const quoted = forms.includes(opening) || forms.includes(quote) ? 1 : 0;
  const slashed = (parts.slashed[forms.length - 1] as number) > 0 ? 1 : 0;
  let count = 0;
  for (let at = 0; at < forms.length; at++) if (forms[at] === han) count++;
  return early + 3 * (bracketed + 2 * (quoted + 2 * (slashed + 2 * (count * 4 > forms.length ? 1 : 0))));
}

const bucket = (value: number): number => (value < 4 ? value : value < 6 ? 4 : value < 9 ? 5 : value < 14 ? 6 : value < 22 ? 7 : 8);

/** The features of the tokens of a reference. */
export function featuresOf(tokens: readonly Token[]): Features {
  const whole = wholeOf(tokens);
  const ids = new Int32Array(tokens.length * mostFeatures);
  const counts = new Uint8Array(tokens.length);
  for (let at = 0; at < counts.length; at++) {
    const found = featuresAt(whole, at);
    ids.set(found, at * mostFeatures);
    counts[at] = found.length;
  }
  return { ids, counts, forms: Uint8Array.from(tokens, ({ word }) => word.form) };
}

const wordAt = ({ tokens }: Whole, at: number): Word => tokens[at]?.word ?? noWord;

/** All features of one token. */
const featuresAt = (whole: Whole, at: number): readonly number[] => [
  ...wordFeatures(wordAt(whole, at)).own, ...wordFeatures(wordAt(whole, at - 1)).before, ...wordFeatures(wordAt(whole, at + 1)).after,
  ...listed((put) => windows.forEach((window, place) => window(put, ...fourFrom(whole, at - around + place)))),
  ...listed((put) => lots.forEach((lot) => lot(put, whole, at))), ...pairIds(whole, at),
];

/** What a word says by itself, as the one before another, and as the one behind. */
export const wordFeatures = (word: Word): { readonly own: readonly number[]; readonly before: readonly number[]; readonly after: readonly number[] } => ({
  own: listed((put) => putWord(put, word)), before: listed((put) => putBefore(put, word)), after: listed((put) => putAfter(put, word)),
});

/** Takes a feature: by its template and value; its number is {@link idOf} these. */
export type Put = (template: number, value: number) => void;

/** The number of a feature. */
const idOf = (template: number, value: number): number => mixed(Math.imul(template + 1, 0x3c6ef35f), value);
/** Writes features down. */
export const putter = (take: (feature: number) => void): Put => (template, value) => take(idOf(template, value));

function listed(write: (put: Put) => void): readonly number[] {
  const found: number[] = [];
  write(putter((feature) => found.push(feature)));
  return found;
}

/** A word that is no word: beyond the ends of a reference. */
export const noWord: Word = { text: '', form: 63, word: 7, start: 0, end: 0, ending: 0, digits: -1, place: 0, age: 0 };

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

/** What a word is in a pair: its letters, else its kind. */
const saidBy = (word: Word): number => (word.word === 0 ? word.form : word.word);

/** The features of words in pairs, which seldom come again: those of a token with the one before it, the one behind it, and two further on on both sides (0 where there is none). */
export const pairBefore = (before: Word, word: Word): number => idOf(3, mixed(before.word, saidBy(word)));
export const pairBehind = (word: Word, after: Word): number => idOf(4, mixed(saidBy(word), saidBy(after)));
export const pairFarBefore = (second: Word, before: Word): number => (second.word === 0 ? 0 : idOf(5, mixed(second.word, before.form)));
export const pairFarBehind = (after: Word, later: Word): number => (later.word === 0 ? 0 : idOf(6, mixed(later.word, after.form)));

function pairIds(whole: Whole, at: number): readonly number[] {
  const [second, before, word, after, later] = [wordAt(whole, at - 2), wordAt(whole, at - 1), wordAt(whole, at), wordAt(whole, at + 1), wordAt(whole, at + 2)];
  return [pairBefore(before, word), pairBehind(word, after), pairFarBefore(second, before), pairFarBehind(after, later)].filter((feature) => feature !== 0);
}

/** The kinds of four tokens in a row, as their features take them. */
type Four = readonly [a: number, b: number, c: number, d: number];

/** The kinds of the four tokens from the one at `at` on, which may be up to {@link around} before the first. */
export const fourFrom = ({ forms }: Whole, at: number): Four => [forms[at + around] as number, forms[at + around + 1] as number, forms[at + around + 2] as number, forms[at + around + 3] as number];
/** The same as one number. */
export const windowFrom = ({ forms }: Whole, at: number): number =>
  (((forms[at + around] as number) * 64 + (forms[at + around + 1] as number)) * 64 + (forms[at + around + 2] as number)) * 64 + (forms[at + around + 3] as number);

/** Features by the kinds of four tokens in a row: those of the last of them, of the third, of the second and of the first. */
export const windows: readonly ((put: Put, ...four: Four) => void)[] = [
  (put, a, b, c, d) => {
    put(20, d);
    put(21, d * 64 + c);
    put(24, (b * 64 + c) * 64 + d);
    put(28, mixed(((a * 64 + b) * 64 + c) * 64 + d, 5));
  },
  (put, a, b, c, d) => {
    put(23, (b * 64 + c) * 64 + d);
    put(26, ((a * 64 + b) * 64 + c) * 64 + d);
  },
  (put, a, b, c, d) => {
    put(27, ((a * 64 + b) * 64 + c) * 64 + d);
  },
  (put, a, b, c, d) => {
    put(22, a * 64 + b);
    put(25, (a * 64 + b) * 64 + c);
    put(29, mixed(((a * 64 + b) * 64 + c) * 64 + d, 6));
  },
];

/** Gives the features of one token that are the same wherever a key is (see {@link keysAt}). */
export type Lot = (put: Put, whole: Whole, at: number) => void;

const gluedAt = (tokens: readonly Token[], at: number): number => (tokens[at]?.spaced === true ? 1 : 0) + (tokens[at + 1]?.spaced === false ? 2 : 0);

/** The kind of the token at `at`. */
const formAt = ({ forms }: Whole, at: number): number => forms[at + around] as number;
const yearsAt = ({ parts }: Whole, at: number): number => parts.yearsBefore[at] as number;
const quotedAt = ({ parts }: Whole, at: number): number => parts.quoted[at] as number;

const marksOf = (whole: Whole, at: number): number =>
  ((((formAt(whole, at) * 64 + whole.kind) * 4 + yearsAt(whole, at)) * 4 + quotedAt(whole, at)) * 2 + (whole.parts.bracketed[at] as number)) * 4 + gluedAt(whole.tokens, at);

function putMarks(put: Put, whole: Whole, at: number): void {
  const [here, years, quoted] = [formAt(whole, at), yearsAt(whole, at), quotedAt(whole, at)];
  put(30, here * 4 + gluedAt(whole.tokens, at));
  put(31, (here * 4 + quoted) * 2 + (whole.parts.bracketed[at] as number));
  put(32, here * 64 + whole.kind);
  put(33, (here * 64 + whole.kind) * 4 + years);
  put(34, (whole.kind * 4 + years) * 4 + quoted);
}

const tenthOf = ({ tokens }: Whole, at: number): number => Math.floor((at / tokens.length) * 10);
const placeOf = (whole: Whole, at: number): number => (Math.min(at, 6) * 6 + Math.min(whole.tokens.length - 1 - at, 5)) * 10 + tenthOf(whole, at);

function putPlace(put: Put, whole: Whole, at: number): void {
  put(40, Math.min(at, 6));
  put(41, Math.min(whole.tokens.length - 1 - at, 5));
  put(42, tenthOf(whole, at));
}

/** Which sentence from the front, which from the back, and how long it is. */
const frontOf = ({ parts }: Whole, at: number): number => Math.min(parts.sentence[at] as number, 5);
const backOf = ({ parts }: Whole, at: number): number => Math.min(parts.sentences - 1 - (parts.sentence[at] as number), 4);
const sizeOf = ({ parts }: Whole, at: number): number => bucket((parts.sizes[parts.sentence[at] as number] as number) >> 1);

const sentenceOf = (whole: Whole, at: number): number =>
  ((((sizeOf(whole, at) * 6 + frontOf(whole, at)) * 5 + backOf(whole, at)) * 64 + whole.kind) * 2 + (whole.parts.slashed[at] as number)) * 2 + (isEdge(formAt(whole, at)) ? 1 : 0);

function putSentence(put: Put, whole: Whole, at: number): void {
  const [front, back] = [frontOf(whole, at), backOf(whole, at)];
  const edge = isEdge(formAt(whole, at)) ? 1 : 0;
  put(43, (front * 5 + back) * 2 + (whole.parts.slashed[at] as number));
  put(44, (front * 64 + whole.kind) * 2 + edge);
  put(45, (back * 64 + whole.kind) * 2 + edge);
  put(46, (sizeOf(whole, at) * 6 + front) * 5 + back);
}

const partAt = ({ parts }: Whole, at: number): number => parts.part[at] as number;
const lengthAt = (whole: Whole, at: number): number => bucket(whole.parts.lengths[partAt(whole, at)] as number);
const partsLeft = (whole: Whole, at: number): number => Math.min(whole.parts.parts - 1 - partAt(whole, at), 8);

const partOf = (whole: Whole, at: number): number =>
  (((lengthAt(whole, at) * 9 + Math.min(partAt(whole, at), 8)) * 9 + partsLeft(whole, at)) * 64 + whole.kind) * 4 + yearsAt(whole, at);

function putPart(put: Put, whole: Whole, at: number): void {
  put(51, (lengthAt(whole, at) * 64 + whole.kind) * 4 + yearsAt(whole, at));
  put(52, Math.min(partAt(whole, at), 8) * 64 + whole.kind);
  put(53, partsLeft(whole, at) * 64 + whole.kind);
}

/** The shape of a part; 1 where there is none. */
const shapeAt = ({ parts }: Whole, part: number): number => (part < 0 || part >= parts.parts ? 1 : (parts.shapes[part] as number));
const shapeBehind = (whole: Whole, at: number): number => shapeAt(whole, partAt(whole, at) + 1);
const shapeBefore = (whole: Whole, at: number): number => shapeAt(whole, partAt(whole, at) - 1);
/** How long the part is and of what kind the token: signs are told apart by other features. */
const sizeAt = (whole: Whole, at: number): number => lengthAt(whole, at) * 64 + Math.min(formAt(whole, at), 15);

const partBehind = (whole: Whole, at: number): number => shapeBehind(whole, at) * 1024 + sizeAt(whole, at);
const partBefore = (whole: Whole, at: number): number => shapeBefore(whole, at) * 1024 + sizeAt(whole, at);

const putPartBehind: Lot = (put, whole, at) => put(49, mixed(shapeBehind(whole, at), sizeAt(whole, at)));
const putPartBefore: Lot = (put, whole, at) => put(50, mixed(shapeBefore(whole, at), sizeAt(whole, at)));

const shapeOf = (whole: Whole, at: number): number =>
  ((shapeAt(whole, partAt(whole, at)) * 9 + lengthAt(whole, at)) * 4 + yearsAt(whole, at)) * 64 + whole.kind;

function putShape(put: Put, whole: Whole, at: number): void {
  const shape = shapeAt(whole, partAt(whole, at));
  put(47, shape);
  put(48, mixed(shape, lengthAt(whole, at)));
  put(54, mixed(shape, yearsAt(whole, at) * 64 + whole.kind));
}

/** The lots: marks that are open, the place in the reference, in its sentences and in its parts, and the parts beside. */
export const lots: readonly Lot[] = [putMarks, putPlace, putSentence, putPart, putShape, putPartBehind, putPartBefore];

/** Write for each of the {@link lots} the key (a whole number from 0 up to 2³¹) wherever which is the same its features of a token are, so that whoever sums up their weights need do so once. */
export function keysAt(whole: Whole, at: number, keys: Int32Array): void {
  keys[0] = marksOf(whole, at);
  keys[1] = placeOf(whole, at);
  keys[2] = sentenceOf(whole, at);
  keys[3] = partOf(whole, at);
  keys[4] = shapeOf(whole, at);
  keys[5] = partBehind(whole, at);
  keys[6] = partBefore(whole, at);
}
