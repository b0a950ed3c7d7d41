/** The same work? How two records are told to be of one work, and why. */
import { fold } from './fold';
import { sameWorkBecause } from './problem';
import { creatorsOf, shortName, yearOf } from './source';
import type { Item } from './source';

/** Two records are of one work: `sure` between 0 and 1 (below 0.85 a person should look at it), `why` a sentence. */
export type Sameness = { readonly sure: number; readonly why: string };

/** A DOI as it compares: lower case, without a resolver's address. */
export function doiIdentity(doi: string): string {
  return doi.trim().toLowerCase().replace(/^https?:\/\/(?:dx\.)?doi\.org\//, '').replace(/^doi:\s*/, '');
}

/** A title as it compares: folded, letters and digits only. */
export function titleIdentity(title: string): string {
  return fold(title).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** What of a record is compared, made once for each. */
type Facts = TitleFacts & { readonly doi: string | undefined; readonly author: string | undefined };
type TitleFacts = { readonly title: string; readonly main: string; readonly numbers: string };

const known = new WeakMap<Item, Facts>();

function factsOf(item: Item): Facts {
  const before = known.get(item);
  if (before !== undefined) return before;
  const facts = { ...titleFacts(item.title ?? ''), doi: item.DOI === undefined ? undefined : doiIdentity(item.DOI), author: firstAuthor(item) };
  known.set(item, facts);
  return facts;
}

const titleFacts = (title: string): TitleFacts => ({ title: titleIdentity(title), main: titleIdentity(mainTitle(title)), numbers: numbersIn(title) });

/**
 * Under which names a work is looked up, the surest first; two records of one work share at least one. Titles that are only
 * alike begin alike.
 */
export function identitiesOf(item: Item): string[] {
  const { doi, title, author } = factsOf(item);
  const year = yearOf(item);
  return [
    ...(doi === undefined ? [] : [`doi:${doi}`]),
    ...(title.length < shortest ? [] : [`title:${title}`]),
    ...(author === undefined || year === undefined || title.length < shortest ? [] : [`like:${author} ${year} ${title.slice(0, 6)}`]),
  ];
}

/** A title of fewer letters and digits says too little to go by. */
const shortest = 8;

/** Are these records of one work? See {@link sameness}. */
export const sameWork = (a: Item, b: Item): boolean => sameness(a, b) !== undefined;

/**
 * Why two records are of one work, or undefined when they are not. The same DOI says yes and two different DOIs say no. Else the titles decide, where type,
 * year and first author do not contradict: the same title without case, diacritics and punctuation; or one that is nearly
 * the same or lacks the subtitle, where the first author and the year are the same and volume and pages do not contradict.
 */
export function sameness(a: Item, b: Item): Sameness | undefined {
  const [one, other] = [factsOf(a), factsOf(b)];
  if (one.doi !== undefined && other.doi !== undefined) {
    return one.doi === other.doi ? { sure: 1, why: sameWorkBecause(['DOI']).message } : undefined;
  }
  if (one.title.length < shortest || other.title.length < shortest) return undefined;
  const [authors, years] = [compare(one.author, other.author), compare(yearOf(a), yearOf(b))];
  if (authors === 'different' || years === 'different' || compare(venue(a), venue(b)) === 'different') return undefined;
  const also = [...(authors === 'same' ? ['first author'] : []), ...(years === 'same' ? ['year'] : [])];
  if (one.title === other.title) return { sure: also.length === 2 ? 0.95 : 0.8, why: sameWorkBecause(['title', ...also]).message };
  return also.length === 2 ? similar(a, b) : undefined;
}

function similar(a: Item, b: Item): Sameness | undefined {
  if (compare(a.volume, b.volume) === 'different' || compare(firstPage(a), firstPage(b)) === 'different') return undefined;
  const likeness = likenessOf(factsOf(a), factsOf(b));
  return likeness < alikeFrom ? undefined : { sure: 0.8 * likeness, why: sameWorkBecause(['first author', 'year'], likeness).message };
}

/** Titles this much alike may be of one work. */
const alikeFrom = 0.9;

function compare<T>(a: T | undefined, b: T | undefined): 'same' | 'different' | 'unknown' {
  if (a === undefined || b === undefined) return 'unknown';
  return a === b ? 'same' : 'different';
}

const firstPage = (item: Item): string | undefined => /^\d+/.exec(item.page ?? '')?.[0];

function firstAuthor(item: Item): string | undefined {
  const name = creatorsOf(item)[0];
  return name === undefined ? undefined : fold(shortName(name)).replace(/[^\p{L}]+/gu, '') || undefined;
}

/** A talk and the article made of it are two works, though they share a title. */
function venue(item: Item): string | undefined {
  if (item.type === 'paper-conference' || item.type === 'speech') return 'talk';
  return item.type === 'document' ? undefined : 'print';
}

/**
 * How alike two titles are, from 0 to 1: the share of pairs of neighbouring letters that both have (Dice); 0.95 where one
 * is the other without its subtitle; 0 where they differ in a number (“Part 1”, “Part 2”).
 */
export const titleLikeness = (a: string, b: string): number => likenessOf(titleFacts(a), titleFacts(b));

function likenessOf(a: TitleFacts, b: TitleFacts): number {
  if (a.numbers !== b.numbers) return 0;
  if (a.title === b.title) return 1;
  const [whole, part] = a.title.length > b.title.length ? [a, b] : [b, a];
  if (part.title.length >= 12 && whole.main === part.title) return 0.95;
  return dice(a.title.slice(0, longestCompared), b.title.slice(0, longestCompared));
}

const longestCompared = 500;
const numbersIn = (title: string): string => (fold(title).match(/\p{N}+|(?<![\p{L}\p{N}])(?:i{1,3}|iv|vi{0,3}|ix|x)(?![\p{L}\p{N}])/gu) ?? []).join(' ');
const mainTitle = (title: string): string => title.split(/[:：.?!—–]/u)[0] ?? title;

function dice(a: string, b: string): number {
  if (a.length < 2 || b.length < 2 || Math.min(a.length, b.length) < 0.8 * Math.max(a.length, b.length)) return 0;
  const pairs = new Map<string, number>();
  for (let at = 0; at < a.length - 1; at++) pairs.set(a.slice(at, at + 2), (pairs.get(a.slice(at, at + 2)) ?? 0) + 1);
  let shared = 0;
  for (let at = 0; at < b.length - 1; at++) {
    const left = pairs.get(b.slice(at, at + 2)) ?? 0;
    if (left > 0) shared += 1;
    pairs.set(b.slice(at, at + 2), left - 1);
  }
  return (2 * shared) / (a.length + b.length - 2);
}

/** How many of one name are compared at most: an author of dozens of like titles in one year is a body, such as a news agency. */
export const mostCompared = 40;

/** The candidate that is most surely the same work as `item`, with the reason. */
export function findSame<T extends { readonly item: Item }>(item: Item, candidates: readonly T[]): { readonly same: T; readonly sameness: Sameness } | undefined {
  let best: { readonly same: T; readonly sameness: Sameness } | undefined;
  for (const same of candidates) {
    const found = sameness(same.item, item);
    if (found !== undefined && found.sure > (best?.sameness.sure ?? 0)) best = { same, sameness: found };
    if (best?.sameness.sure === 1) break;
  }
  return best;
}
