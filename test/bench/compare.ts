/** Whether two values of a field say the same: small differences of printing are no difference. */

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type Item = Readonly<Record<string, Json>>;
type Person = { readonly family?: string; readonly given?: string; readonly literal?: string } & Readonly<Record<string, string>>;

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

/** Without marks, dashes and quotes of one kind, spaces single, small letters, no full stop at the end. */
export function plain(value: Json | undefined): string {
  return (typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value)).normalize('NFKC')
    .replace(/<\/?(?:i|b|sup|sub|em|span)[^<>]{0,40}>/gu, '').replace(/&(?:amp|lt|gt|quot);/gu, (found) => entities[found] ?? found)
    .replace(/[‐‑‒–—―−]/gu, '-').replace(/[“”„«»]/gu, '"').replace(/[‘’ʼ`´‚]/gu, "'").replace(/\s+/gu, ' ').toLocaleLowerCase('en')
    .replace(/["']/gu, '').replace(/[\s.,;]+$/u, '').trim();
}

/** A list in one way of writing: `a, b` and `a; b` are the same. */
const listed = (value: Json | undefined): string => plain(value).split(/\s*[;,，；、]\s*/u).join('|');
const address = (value: Json | undefined): string => plain(value).replace(/^https?:\/\/(?:www\.)?/u, '').replace(/\/$/u, '');
const numeral = (value: Json | undefined): string => plain(value).replace(/[\s-]/gu, '').replace(/^0+(?=\d)/u, '');

/** `4 (129)` is issue 4, the 129th of all: either way of recording it is right. */
const withoutCumulative = (value: Json | undefined): string => numeral(plain(value).replace(/ ?\(\d+\)$/u, ''));

const tokens = (value: Json | undefined): readonly string[] => plain(value).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** Share of words that two texts have in common, 0 to 1, each word as often as it stands. Han is compared by characters. */
export function overlap(one: Json | undefined, other: Json | undefined): number {
  const split = (words: readonly string[]): readonly string[] => words.flatMap((word) => (/\p{Script=Han}/u.test(word) ? [...word] : [word]));
  const [left, right] = [split(tokens(one)), split(tokens(other))];
  const counts = new Map<string, number>();
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1);
  const common = right.filter((word) => {
    const rest = counts.get(word) ?? 0;
    counts.set(word, rest - 1);
    return rest > 0;
  }).length;
  return left.length + right.length === 0 ? 1 : (2 * common) / (left.length + right.length);
}

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);
const nameParts = (value: Json | undefined): Person => (value ?? {}) as Person;

/** Particles belong to the family here, wherever an item keeps them. */
function oneName(value: Json | undefined): readonly [string, string] {
  const { literal, family, given, suffix } = nameParts(value);
  const dropping = nameParts(value)['dropping-particle'];
  const nonDropping = nameParts(value)['non-dropping-particle'];
  const whole = literal ?? [dropping, nonDropping, family, suffix].filter((part) => part !== undefined).join(' ');
  return [plain(whole).replace(/[\s.,-]/gu, ''), plain(given).replace(/[\s.,-]/gu, '')];
}

/** Share of names that agree at the same place; a family name alone is half a name. */
function names(found: Json | undefined, truth: Json | undefined): number {
  const [left, right] = [isList(found) ? found : [], isList(truth) ? truth : []];
  const most = Math.max(left.length, right.length);
  const agreement = right.map((person, at) => {
    if (at >= left.length) return 0;
    const [[family, given], [wantedFamily, wantedGiven]] = [oneName(left[at]), oneName(person)];
    return (family === wantedFamily ? 0.5 : 0) + (family === wantedFamily && given === wantedGiven ? 0.5 : 0);
  });
  return most === 0 ? 1 : agreement.reduce<number>((sum, one) => sum + one, 0) / most;
}

function dateParts(value: Json | undefined): readonly (readonly number[])[] {
  const parts = (value as { readonly 'date-parts'?: readonly (readonly Json[])[] } | undefined)?.['date-parts'];
  return isList(parts) ? parts.map((part) => part.map(Number)) : [];
}

/** The year decides; a month or day that is wanting or different costs half, one more than was asked for nothing. */
function dates(found: Json | undefined, truth: Json | undefined): number {
  const [left, right] = [dateParts(found)[0] ?? [], dateParts(truth)[0] ?? []];
  if (left[0] !== right[0]) return 0;
  return right.every((part, at) => left[at] === part) ? 1 : 0.5;
}

const kinds: readonly (readonly string[])[] = [['paper-conference', 'speech'], ['webpage', 'post-weblog', 'post'], ['article-newspaper', 'article-magazine'], ['review', 'review-book']];
const sameKind = (one: Json | undefined, other: Json | undefined): boolean =>
  one === other || kinds.some((kind) => [one, other].every((type) => typeof type === 'string' && kind.includes(type)));

const by = (form: (value: Json | undefined) => string) => (found: Json | undefined, truth: Json | undefined): number => (form(found) === form(truth) ? 1 : 0);
const softly = (found: Json | undefined, truth: Json | undefined): number => (overlap(found, truth) >= 0.9 ? 1 : 0);

const comparisons: Readonly<Record<string, (found: Json | undefined, truth: Json | undefined) => number>> = {
  author: names, editor: names, translator: names, issued: dates, accessed: dates, 'event-date': dates,
  abstract: softly, keyword: by(listed), URL: by(address), ISBN: by(numeral), ISSN: by(numeral), page: by(numeral), volume: by(numeral), issue: by(withoutCumulative), DOI: by(plain),
  language: by((value) => plain(value).slice(0, 2)), type: (found, truth) => (sameKind(found, truth) ? 1 : 0),
};

/** How right a value is, 0 to 1. */
export const agreement = (field: string, found: Json | undefined, truth: Json | undefined): number =>
  (comparisons[field] ?? by(plain))(found, truth);
