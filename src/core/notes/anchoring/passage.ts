/**
 * Where a quoted passage stands in a text that may have changed since: first where it stood, if the text still says it there; then
 * where the comparable text says the same; then where it says nearly the same, ranked by quotation, surroundings and place
 * in the manner of Hypothesis (50 : 20 : 20 : 12).
 */
import type { Anchor, Span } from '../../source';
import { endsIn, patternOf, reachBack, reachInto, reversed } from './approximate';
import type { End, Pattern } from './approximate';
import { comparable, indexOfPlace, placeOf } from './comparable';
import type { Comparable } from './comparable';
import { windowsFor } from './windows';

/** A text to look for passages in, made ready once for all of them. */
export type SearchText = { readonly text: string; comparable(): Comparable };

/**
 * Where a passage stands (UTF-16 code units), and how alike the text there is to the quotation: 1 says the same, less than 1 (never
 * under {@link least}) says nearly the same and is for a person to confirm.
 */
export type Placing = { readonly span: Span; readonly similarity: number };

/** Below this likeness a passage counts as lost: in texts that do not hold a quotation the best likeness stays under it (test/bench/ANCHORS.md). */
export const least = 0.6;

/** How much of quotation, surroundings and place together has to agree: more of a few words, which stand in many places, than of many. Up to so many characters, so much; `changed`: where the words themselves have changed. */
const enough = [{ upTo: 24, agreeing: 0.93, changed: 0.93 }, { upTo: 60, agreeing: 0.87, changed: 0.9 }, { upTo: Infinity, agreeing: 0.75, changed: 0.75 }] as const;
/** So much that nothing else can be meant. */
const plenty = 0.9;
/** From this length on, in characters, and with this likeness, a passage is taken for the one that was quoted in whatever surroundings, for a person to confirm. */
const telling = { length: 80, similarity: 0.9 };
/** The likeness of what a person has to confirm is never quite 1. */
const unconfirmed = 0.99;
/** How many equal passages are weighed at most. */
const mostEqual = 500;
/** How many likely passages are weighed at most. */
const mostAlike = 24;
/** How far from its old place a passage is looked for first, in characters. */
const nearby = 400;

/** Make a text ready to be searched. */
export function searchText(text: string): SearchText {
  let made: Comparable | undefined;
  return { text, comparable: () => (made ??= comparable(text)) };
}

/** Where a quotation stands in a text, or undefined when the text no longer holds it. */
export function findPassage(searched: SearchText, quote: string, anchor?: Anchor): Placing | undefined {
  const at = anchor?.at;
  if (at !== undefined && quote !== '' && searched.text.startsWith(quote, at)) return { span: { start: at, end: at + quote.length }, similarity: 1 };
  const wanted = comparable(quote).text;
  if (wanted === '') return undefined;
  const text = searched.comparable();
  const found = bestPassage(text, wanted, surroundingsOf(anchor, text, wanted));
  return found && { span: placeOf(text, found.start, found.end), similarity: found.similarity };
}

/** {@link findPassage} for a single quotation of a text: only where it stands. */
export const findQuote = (text: string, quote: string, anchor?: Anchor): Span | undefined => findPassage(searchText(text), quote, anchor)?.span;

/** The same words in the same surroundings are it; anything else has to be the best of all that is like it. */
function bestPassage(text: Comparable, wanted: string, surroundings: Surroundings): Candidate | undefined {
  const equals = equalPassages(text, wanted).map((candidate) => weigh(text, candidate, surroundings));
  const equal = bestOf(equals);
  if (equal !== undefined && equal.agreement >= plenty) return hasTwin(equal, equals, surroundings.at) ? { ...equal, similarity: unconfirmed } : equal;
  const alike = bestOf(alikePassages(text, wanted, surroundings.at).map((candidate) => weigh(text, candidate, surroundings)));
  const best = equal === undefined || (alike !== undefined && alike.score > equal.score) ? alike : equal;
  if (best === undefined || !isCredible(best, wanted)) return undefined;
  return best === equal && agrees(best, wanted) && !hasTwin(best, equals, surroundings.at) ? best : { ...best, similarity: Math.min(best.similarity, unconfirmed) };
}

const agrees = ({ score, similarity }: Weighed, { length }: string): boolean => {
  const { agreeing = 1, changed = 1 } = enough.find(({ upTo }) => length <= upTo) ?? {};
  return score >= (similarity < 1 ? changed : agreeing);
};

const isCredible = (best: Weighed, wanted: string): boolean =>
  agrees(best, wanted) || (wanted.length >= telling.length && best.similarity >= telling.similarity);

/** A stretch of the comparable text. */
type Candidate = Span & { readonly similarity: number };

/** What stood on one side of a passage, ready to be compared. `own`: as much of it as belongs to the passage’s sentence, where that begins or ends within reach. */
type Side = { readonly pattern: Pattern; readonly own: string | undefined };

/** What stood around a passage, and where it stood. A side that is not known says nothing. */
type Surroundings = { readonly before?: Side; readonly after?: Side; readonly at?: number };

function surroundingsOf(anchor: Anchor | undefined, text: Comparable, wanted: string): Surroundings {
  const [before, after] = [comparable(anchor?.before ?? '').text, comparable(anchor?.after ?? '').text];
  return {
    ...(before !== '' && { before: { pattern: patternOf(reversed(before)), own: ownBefore(before) } }),
    ...(after !== '' && { after: { pattern: patternOf(after), own: ownAfter(after, wanted) } }),
    ...(anchor?.at !== undefined && { at: indexOfPlace(text, anchor.at) }),
  };
}

const ends = new Set('.?!…。！？؟।');
const closing = new Set(' "\')]');

/** Does a sentence end with this text, or nothing stand there at all? */
function endsSentence(text: string): boolean {
  let last = text.length - 1;
  while (last >= 0 && closing.has(text[last] as string)) last -= 1;
  return last < 0 || ends.has(text[last] as string);
}

/** What stands behind the last end of a sentence; undefined where none ends. */
function ownBefore(before: string): string | undefined {
  let from = before.length;
  while (from > 0 && !ends.has(before[from - 1] as string)) from -= 1;
  return from === 0 ? undefined : before.slice(from).replace(/^[ "')\]]+/, '');
}

/** What stands up to the first end of a sentence; undefined where none ends. Nothing, if the passage itself ends one. */
function ownAfter(after: string, wanted: string): string | undefined {
  if (endsSentence(wanted)) return '';
  const to = [...after].findIndex((sign) => ends.has(sign));
  return to < 0 ? undefined : [...after].slice(0, to + 1).join('');
}

// --- what may be it ------------------------------------------------------------------------------------------------

function equalPassages({ text }: Comparable, wanted: string): Candidate[] {
  const candidates: Candidate[] = [];
  for (let at = text.indexOf(wanted); at >= 0 && candidates.length < mostEqual; at = text.indexOf(wanted, at + 1)) {
    candidates.push({ start: at, end: at + wanted.length, similarity: 1 });
  }
  return candidates;
}

function alikePassages({ text }: Comparable, wanted: string, at: number | undefined): Candidate[] {
  const pattern = patternOf(wanted);
  const back = patternOf(reversed(wanted));
  const errors = Math.floor(wanted.length * (1 - least));
  const endsWithin = ({ start, end }: Span): readonly End[] => endsIn(text, pattern, errors, start, end);
  const near = at === undefined ? [] : endsWithin({ start: Math.max(0, at - nearby), end: Math.min(text.length, at + wanted.length + nearby) });
  const anywhere = windowsFor(text, wanted, pattern.blocks, at).flatMap(endsWithin).sort((a, b) => a.errors - b.errors).slice(0, mostAlike);
  return [...near, ...anywhere].map(({ end, errors: most }) => {
    const reach = reachBack(text.slice(Math.max(0, end - wanted.length - most), end), back);
    const length = Math.max(1, reach.length);
    return { ...wholeWords(text, end - length, end), similarity: 1 - reach.errors / Math.max(wanted.length, length) };
  }).filter(({ similarity }) => similarity >= least);
}

/** A letter of a script that writes spaces between words. */
const spaced = /^(?!\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}|\p{Script=Lao}|\p{Script=Khmer})[\p{L}\p{N}]$/u;
/** So much of a word may be missing at an end. */
const mostOfWord = 12;

/** The stretch with the words at its ends made whole: where words have changed, the best reach may end within one. */
function wholeWords(text: string, start: number, end: number): Span {
  const within = (at: number): boolean => spaced.test(text[at - 1] ?? '') && spaced.test(text[at] ?? '');
  let [from, to] = [start, end];
  while (within(from) && start - from < mostOfWord) from -= 1;
  while (within(to) && to - end < mostOfWord) to += 1;
  return { start: within(from) ? start : from, end: within(to) ? end : to };
}

// --- which of several ----------------------------------------------------------------------------------------------

/** `agreement`: how much of quotation and known surroundings agrees, from 0 to 1; `score`: the same, and of equals the one nearer to the old place. */
type Weighed = Candidate & { readonly agreement: number; readonly score: number };

function bestOf(candidates: readonly Weighed[]): Weighed | undefined {
  let best: Weighed | undefined;
  for (const candidate of candidates) if (best === undefined || candidate.score > best.score) best = candidate;
  return best;
}

/** As much as this less of the surroundings may agree for another place to be as good. */
const asGood = 0.03;

/**
 * Do the same words stand in the same surroundings somewhere else, so that neither the words nor the old place say which is meant? The old place does where the
 * passage is still there, or by far nearer to it than the other; where none is known, a person wrote the quotation, and the first is as good as any.
 */
function hasTwin(best: Weighed, all: readonly Weighed[], at: number | undefined): boolean {
  if (at === undefined || best.start === at) return false;
  const away = ({ start }: Weighed): number => Math.abs(start - at);
  return all.some((other) => other !== best && other.agreement >= best.agreement - asGood && away(other) - away(best) < farness);
}

const weight = { quotation: 50, side: 20, place: 12 } as const;
/** At this distance from the old place, in characters, the place counts half. */
const farness = 1000;

function weigh(text: Comparable, candidate: Candidate, surroundings: Surroundings): Weighed {
  const { at } = surroundings;
  const sides = sidesOf(text.text, candidate, surroundings);
  const agreeing = weight.quotation * candidate.similarity + weight.side * sides.reduce((sum, side) => sum + side, 0);
  const agreement = agreeing / (weight.quotation + weight.side * sides.length);
  const near = at === undefined ? 0 : 1 / (1 + Math.abs(candidate.start - at) / farness);
  return { ...candidate, agreement, score: agreement + (weight.place * near) / 100 };
}

/** From here on one side is as it was, and tells which place it is. */
const whole = 0.9;

/**
 * How alike the known sides are, from 0 to 1 each. Texts are changed by sentences: where the passage’s own sentence is as it was, another one may stand before or
 * behind it now, and that says nothing as long as the other side is as it was.
 */
function sidesOf(text: string, { start, end }: Span, { before, after }: Surroundings): readonly number[] {
  const [ahead, behind] = [text.slice(Math.max(0, start - (before?.pattern.length ?? 0) - 16), start).trimEnd(), text.slice(end, end + (after?.pattern.length ?? 0) + 16).trimStart()];
  const front = before && likeness(before.pattern, reachBack(ahead, before.pattern).errors);
  const back = after && likeness(after.pattern, reachInto(behind, after.pattern).errors);
  if (front === undefined || back === undefined) return [front, back].filter((side) => side !== undefined);
  const { own: ours } = before as Side;
  const { own: theirs } = after as Side;
  if (back >= whole && front < back && ours !== undefined && ahead.endsWith(ours) && endsSentence(ahead.slice(0, ahead.length - ours.length))) return [back];
  if (front >= whole && back < front && theirs !== undefined && behind.startsWith(theirs) && endsSentence(theirs === '' ? text.slice(start, end) : theirs)) return [front];
  return [front, back];
}

/** Any two texts of one language are alike to this degree. */
const anyTwo = 0.35;
const likeness = ({ length }: Pattern, errors: number): number => Math.max(0, (1 - errors / length - anyTwo) / (1 - anyTwo));
