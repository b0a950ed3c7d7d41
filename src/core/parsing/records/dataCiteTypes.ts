/** What DataCite's JSON and its XML have in common: kinds of resources as CSL has them, and years. */
import { itemTypes, type ItemType } from '../../source';

/** Its own list, by letters alone in lower case. What is not here (`Text`, `Other`) says nothing. */
const general: { readonly [kind: string]: ItemType } = {
  dataset: 'dataset', datapaper: 'article-journal', journalarticle: 'article-journal', book: 'book', bookchapter: 'chapter', conferencepaper: 'paper-conference', conferenceproceeding: 'book',
  dissertation: 'thesis', preprint: 'article', report: 'report', software: 'software', computationalnotebook: 'software', standard: 'standard', peerreview: 'review', image: 'graphic',
  audiovisual: 'motion_picture', film: 'motion_picture', sound: 'song', collection: 'collection', event: 'event', journal: 'periodical', presentation: 'speech', poster: 'speech',
};

/** What depositors write in their own words. */
const spoken: readonly (readonly [RegExp, ItemType])[] = [
  [/preprint/iu, 'article'], [/book ?review/iu, 'review-book'], [/chapter|book ?(?:part|section)/iu, 'chapter'], [/thesis|dissertation/iu, 'thesis'], [/working ?paper|report|policy/iu, 'report'],
  [/presentation|lecture|poster|slides/iu, 'speech'], [/conference|proceedings/iu, 'paper-conference'], [/blog/iu, 'post-weblog'], [/newspaper/iu, 'article-newspaper'], [/journal|article/iu, 'article-journal'], [/book|monograph/iu, 'book'],
];

const types = new Set<string>(itemTypes);

/** The type of a resource by its general kind, by the depositor's own words for it, and by the type that the service made of both; undefined when none says more than that it is a text. */
export function dataCiteType(kind = '', words = '', citeproc = ''): ItemType | undefined {
  const name = kind.toLowerCase().replace(/[^a-z]/gu, '');
  if (Object.hasOwn(general, name)) return general[name];
  const said = spoken.find(([pattern]) => pattern.test(words))?.[1];
  // The service calls an `article` whatever has no other name.
  const made = citeproc !== 'document' && (citeproc !== 'article' || name === 'text' || name === '');
  return said ?? (made && types.has(citeproc) ? citeproc as ItemType : undefined);
}

const longest = 60;

/** The year in which what holds a work came out, when a deposit may well be as much later. */
export function yearOfHost(year: string | undefined, deposited: string | undefined): string | undefined {
  const later = Number(deposited ?? year) - Number(year);
  return later >= 0 && later <= longest ? year : undefined;
}
