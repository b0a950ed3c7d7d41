/** A stretch of a page as a browser hands it over when it is dragged or pasted: its words, and its HTML, which may say more of the same works. */
import type { Item } from '../source';
import { inSlices, type Breathe } from '../slices';
import { trust } from './certainty';
import { ordered } from './found';
import { cleanUrl, doisIn } from './identifiers';
import { folded } from './lines';
import { pageWords, type PageWords } from './records/html/pageWords';
import type { Certainty, Reading, ReadRecord } from './reading';

/** What a browser hands over: the plain text of what was chosen, and its HTML. */
export type CopiedPage = { readonly text: string; readonly html: string };
/** A text, and what was read from it: places in `reading` are places in `text`. */
export type ReadText = { readonly text: string; readonly reading: Reading };

/** Longer HTML is not looked at, in UTF-16 code units. */
export const largestMarkup = 4_000_000;

/**
 * Reads a page from its plain text or, where that tells more, from its HTML; the links of the page add the identifiers of works
 * that were found. `read` reads one text, `breathe` gives the thread back for a moment. Rejects only when `read` does.
 */
export async function readCopiedPage({ text, html }: CopiedPage, read: (text: string) => Promise<Reading>, breathe?: Breathe): Promise<ReadText> {
  const plain: ReadText = { text, reading: text.trim() === '' ? { records: [], problems: [] } : await read(text) };
  if (html.trim() === '' || html.length > largestMarkup) return plain;
  const page = await inSlices(pageWords(html), breathe);
  const marked = [page.metadata, page.words.trim()].filter((part) => part !== '').join('\n\n');
  if (marked === '') return plain;
  const other = saysTheSame(marked, text) ? plain : { text: marked, reading: await read(marked) };
  const best = saysMore(other.reading, plain.reading) ? other : plain;
  return { ...best, reading: withLinks(best.reading, page) };
}

const lettersOf = (text: string): string => folded(text).replace(/[^\p{L}\p{N}]+/gu, '');

/** Nothing is gained by reading the same words a second time. */
const saysTheSame = (marked: string, text: string): boolean => marked.replace(/\s+/gu, ' ') === text.trim().replace(/\s+/gu, ' ');

/** What was read of a text: fields that are filled in, and records that name who wrote what when and others. */
function countsOf({ records }: Reading): { readonly fields: number; readonly whole: number; readonly parts: number } {
  const whole = records.filter(({ item }) => item.title !== undefined && item.author !== undefined && item.issued !== undefined).length;
  const fields = records.reduce((sum, { certainty, item }) => sum + Object.keys(certainty).filter((field) => field in item).length, 0);
  return { fields, whole, parts: records.length - whole };
}

/** More fields, and no more pieces of records. */
function saysMore(one: Reading, other: Reading): boolean {
  if (other.records.length === 0) return one.records.length > 0;
  const [a, b] = [countsOf(one), countsOf(other)];
  return a.fields > b.fields && a.whole >= b.whole && a.parts <= b.parts;
}

// --- links ----------------------------------------------------------------------------------------------------------

/** A longer page of results is one of a library, not of a reader: more records or links are not held against each other. */
const most = 200;
/** A row about one work is hardly longer, its abstract left out, in UTF-16 code units. */
const longestRow = 1500;
/** Shorter titles may be anything’s. */
const shortestTitle = 12;

type Target = { readonly words: string; readonly doi?: string; readonly url?: string };

/** The records with the DOI, or else the address, to which the title of each leads on the page. What two works would share, neither gets. */
function withLinks(reading: Reading, page: PageWords): Reading {
  if (reading.records.length > most || page.links.length === 0) return reading;
  const known = new Set(reading.records.flatMap(({ item }) => item.DOI?.toLowerCase() ?? []));
  const [titles, rows] = [titleLinks(page), rowLinks(page)];
  const found = reading.records.map(({ item }) => (item.DOI === undefined ? targetOf(item, titles, rows) : undefined));
  const isOnlyOne = (doi: string): boolean => !known.has(doi.toLowerCase()) && found.filter((one) => one?.doi?.toLowerCase() === doi.toLowerCase()).length === 1;
  return { ...reading, records: reading.records.map((record, at) => withTarget(record, found[at], isOnlyOne)) };
}

function targetOf({ title }: Item, titles: readonly Target[], rows: readonly Target[]): Target | undefined {
  const words = lettersOf(title ?? '');
  if (words.length < shortestTitle) return undefined;
  const leading = titles.filter((one) => one.words === words);
  const beside = rows.filter((one) => one.words.includes(words));
  return onlyOne(leading.filter(({ doi }) => doi !== undefined)) ?? onlyOne(beside) ?? onlyOne(leading);
}

/** The one target of several links; nothing where they lead to several. */
function onlyOne(targets: readonly Target[]): Target | undefined {
  const [first, ...more] = targets;
  return more.every(({ doi, url }) => doi?.toLowerCase() === first?.doi?.toLowerCase() && url === first?.url) ? first : undefined;
}

/** Links by the words that lead there. */
const titleLinks = ({ words, links }: PageWords): readonly Target[] => links.slice(0, 4 * most).flatMap(({ start, end, address }): readonly Target[] => {
  const own = end - start > longestRow ? '' : lettersOf(words.slice(start, end));
  const [doi, url] = [doiOf(address), cleanUrl(address)];
  if (own.length < shortestTitle) return [];
  return doi !== undefined ? [{ words: own, doi }] : url !== undefined ? [{ words: own, url }] : [];
});

/** Rows in which all links with a DOI lead to the same. */
const rowLinks = ({ words, rows }: PageWords): readonly Target[] => rows.slice(0, 4 * most).flatMap(({ start, end, links }): readonly Target[] => {
  const [doi, ...others] = end - start > longestRow ? [] : links.flatMap(({ address }) => doiOf(address) ?? []);
  if (doi === undefined || others.some((other) => other.toLowerCase() !== doi.toLowerCase())) return [];
  return [{ words: lettersOf(words.slice(start, end)), doi }];
});

/** The DOI in an address, without the page of it that the address means. */
const doiOf = (address: string): string | undefined => doisIn(unescaped(address.split(/[?#]/u, 1)[0] ?? ''))[0];

function unescaped(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

const why = 'The link on the page leads there.';

function withTarget(record: ReadRecord, target: Target | undefined, isOnlyOne: (doi: string) => boolean): ReadRecord {
  const { item, certainty } = record;
  const sure: Certainty = { sure: trust.labelled, why };
  if (target?.doi !== undefined && isOnlyOne(target.doi)) return { ...record, item: ordered({ ...item, DOI: target.doi }), certainty: { ...certainty, DOI: sure } };
  if (target?.url === undefined || item.URL !== undefined) return record;
  return { ...record, item: ordered({ ...item, URL: target.url }), certainty: { ...certainty, URL: sure } };
}
