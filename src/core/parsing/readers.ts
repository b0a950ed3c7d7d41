/** How each format is read. A new format is a row here and a file in `records/` or `pages/`. */
import type { RecordEngine } from '../enginePort';
import type { Span } from '../source';
import type { Found } from './found';
import type { Island, Islands } from './islands';
import { joinedOnPage } from './joined';
import { trust } from './certainty';
import { folded } from './lines';
import { isConferencePage, readingConferencePages } from './pages/conference';
import { readAbstracts } from './pages/gathering/programmePages';
import { readingOwnPages, readingProfilePages } from './pages/profiles';
import type { Profile } from './pages/profile/profile';
import { readingLabelled } from './pages/labelled';
import { readLoneWork } from './pages/alone/work';
import { withoutTail } from './pages/tail';
import { readText } from './pages/text';
import { readCatalogue } from './listing/catalogue';
import { isBetter, areWholePages, readListing, withIssue } from './listing/listing';
import { readingReferences, worksAtAGlance } from './references';
import { readAggregator } from './records/aggregator';
import { readBibtex, tellingAll } from './records/bibtex';
import type { BibEntry } from './records/bibtexScan';
import { readCsl } from './records/csl';
import { indexes, type IndexFormat } from './records/jsonIndexes';
import { readIndexed } from './records/jsonRecord';
import { cnki, noteExpress } from './records/cnki';
import { nbib } from './records/nbib';
import { ovid, ovidNamed } from './records/ovid';
import { redif } from './records/redif';
import { refer } from './records/refer';
import { refworks } from './records/refworks';
import { readRis } from './records/ris';
import { readingTables } from './records/table';
import { readingTagged, type TaggedFormat } from './records/taggedFormat';
import { webOfScience } from './records/webOfScience';
import { recordOf } from './records/xml/draft';
import { readingXml } from './records/xml/xmlRecords';
import type { Format } from './reading';
import { eachOf, inSlicesUntil, type Sliced } from '../slices';
import { inItsLanguage } from './workLanguage';

/** What a reader reads from and with. All places are in `text`, the normalised paste. */
export type Context = { readonly text: string; readonly found: Islands; readonly engine: RecordEngine; readonly signal?: AbortSignal; readonly profiles?: readonly Profile[] };

type IslandOf<F extends Format> = Extract<Island, { readonly format: F }>;

/** Reads records that were found by their form. `limits` are the places up to which each may reach. */
export type IslandReader<F extends Format> = (islands: readonly IslandOf<F>[], limits: readonly number[], context: Context) => Promise<readonly Found[]>;
/**
 * Reads one stretch of text that no reader before it has claimed; the places of what it gives are those of the whole
 * text, apart from each other and inside the stretch. Nothing, when the stretch holds no text of its kind.
 */
export type PageReader = (span: Span, context: Context) => readonly Found[] | Sliced<readonly Found[]>;

/** Every island read in its turn, with a pause after some: all of them, or those that were read until the person stopped it. */
async function eachIn<I>(islands: readonly I[], { engine, signal }: Context, read: (island: I, index: number) => Found): Promise<readonly Found[]> {
  const all: Found[] = [];
  await inSlicesUntil(signal, eachOf(islands, 40, (island, index) => all.push(read(island, index))), engine.breathe?.bind(engine));
  return all;
}

/** One reader for all indexes: their tables differ. */
const indexReaders = Object.fromEntries(Object.entries(indexes).map(([format, index]) => [
  format, (islands: readonly IslandOf<IndexFormat>[], _: readonly number[], context: Context) => eachIn(islands, context, (island) => readIndexed(index, island)),
])) as unknown as { readonly [F in IndexFormat]: IslandReader<F> };

/** The record of a page, with what its JSON-LD says besides of the same work. */
function withLinked(island: IslandOf<'html'>): Found {
  const page = recordOf('html', island.draft, island);
  if (island.linked === undefined) return page;
  return joinedOnPage(page, readIndexed(indexes['json-ld'], island.linked));
}

/** The readers of records with a form of their own. */
export const islandReaders: { readonly [F in Island['format']]: IslandReader<F> } = {
  'bibtex': (islands, _, { found, engine, signal }) => readBibtex(islands.map(({ entry }) => entry), familyOf(found), tellingAll, engine.breathe?.bind(engine), signal),
  'ris': (islands, _, { engine, signal }) => readRis(islands.map(({ record }) => record), true, engine.breathe?.bind(engine), signal),
  'html': (islands, _, context) => eachIn(islands, context, withLinked),
  'csl-json': (islands, _, context) => eachIn(islands, context, (island) => readCsl(island.object, island, island.cutShort)),
  'aggregator-json': (islands, limits, context) =>
    eachIn(islands, context, (island, index) => readAggregator(island.object, island, context.text, limits[index] ?? island.end, island.cutShort)),
  ...indexReaders,
};

/** A reader of tagged lines: the records of the first of these forms of which there are any. */
const tagged = (...forms: readonly TaggedFormat[]): PageReader => function* reading(span, { text }): Sliced<readonly Found[]> {
  for (const form of forms) {
    const records = yield* readingTagged(form, text, span);
    if (records.length > 0) return records;
  }
  return [];
};

/** Reads pages with labels; where there are none, the abstracts of papers below their titles. */
function* readingLabels(whole: Span, { text }: Context): Sliced<readonly Found[]> {
  const span = withoutTail(text, whole);
  const found = yield* readingLabelled(text, span);
  return found.length > 0 ? found : readAbstracts(span, text);
}

/** No page has more lines with a year for each of its works: the window in which a work may be cited in five styles. */
const linesOfAPage = 5;

/** How many dates works have: the day of a programme, or the year that heads a page, is one for all below it. */
const datesOf = (works: readonly Found[]): number => new Set(works.flatMap(({ item }) => (item.issued === undefined ? [] : [JSON.stringify(item.issued)]))).size;

/** Where a work stands. */
const places = ['container-title', 'volume', 'issue', 'page', 'issued'] as const;

/** The one article of a page of a known site, with what its profile does not know of where it stands and the labels and the page’s own citation of the same title say. */
function* withWhatLabelsSay(pages: readonly Found[], span: Span, { text }: Context): Sliced<readonly Found[]> {
  const [page] = pages;
  if (page === undefined || pages.length > 1 || page.item.type !== 'article-journal' || page.item.title === undefined || (page.item.issued !== undefined && page.item['container-title'] !== undefined && page.item.volume !== undefined)) return pages;
  const [other, ...more] = yield* readingLabelled(text, span);
  if (other === undefined || more.length > 0 || !isSameTitle(page.item.title, other.item.title ?? '')) return pages;
  const said = places.filter((field) => other.item[field] !== undefined && (other.certainty[field]?.sure ?? 0) > trust.byPosition);
  const pick = (from: object): object => Object.fromEntries(said.map((field) => [field, (from as { readonly [field: string]: unknown })[field]]));
  return [joinedOnPage(page, { item: { id: '', type: page.item.type, ...pick(other.item) }, certainty: pick(other.certainty) as Found['certainty'] })];
}

/** The same words, or the one is the end or the beginning of the other: a subtitle may stand on a line of its own. */
function isSameTitle(one: string, other: string): boolean {
  const [a, b] = [one, other].map((title) => folded(title).replace(/[^\p{L}\p{N}]/gu, ''));
  return a !== undefined && b !== undefined && a.length > 11 && b.length > 11 && (a.startsWith(b) || b.startsWith(a) || a.endsWith(b) || b.endsWith(a));
}

/** Reads pages of known sites; a list of works that no reader of pages takes apart as well is read by what repeats itself in it. */
function* readingPages(whole: Span, context: Context): Sliced<readonly Found[]> {
  const span = withoutTail(context.text, whole);
  const books = readCatalogue(context.text, span);
  if (books.length > 1) return books;
  const pages = yield* readingProfilePages(span, context.text, context.profiles);
  if (pages.length > 0 && datesOf(pages) * linesOfAPage < worksAtAGlance(context.text, span)) {
    const references = yield* readingReferences(context.text, span);
    if (references.length * linesOfAPage > pages.length * (linesOfAPage - 1)) return references;
  }
  const listing = readListing(context.text, span);
  if (listing.length < 2 || areWholePages(pages, listing)) return yield* withWhatLabelsSay(withIssue(pages, context.text, span), span, context);
  const others = pages.length > 0 ? pages : yield* readingLabels(span, context);
  const known = others.length > 0 ? others : yield* readingReferences(context.text, span);
  return isBetter(listing, known) ? listing : withIssue(pages, context.text, span);
}

/** Records of pages with the language they are written in. */
const withLanguages = (read: PageReader): PageReader => function* reading(span, context): Sliced<readonly Found[]> {
  const found = read(span, context);
  return ('next' in found ? yield* found : found).map(inItsLanguage);
};

/** Reads pages of sites that the person has a profile of; asked before all others. */
export const ownPages: PageReader = withLanguages(function* reading(whole, { text, profiles = [] }): Sliced<readonly Found[]> {
  return profiles.length === 0 ? [] : yield* readingOwnPages(withoutTail(text, whole), text, profiles);
});

/** The readers of pages, asked in this order; the last takes any text. */
export const pageReaders: { readonly [F in Exclude<Format, Island['format']>]: PageReader } = {
  'xml': (span, { text }) => readingXml(text, span),
  'nbib': tagged(nbib),
  'ovid': tagged(ovid, ovidNamed),
  'refer': tagged(refer),
  'refworks': tagged(refworks),
  'web-of-science': tagged(webOfScience),
  'cnki': tagged(cnki),
  'noteexpress': tagged(noteExpress),
  'redif': tagged(redif),
  'table': (span, { text }) => readingTables(text, span),
  'conference-page': ({ start, end }, { text }) => (isConferencePage(text.slice(start, end)) ? readingConferencePages(text, start, end) : []),
  'site-page': withLanguages(readingPages),
  'labelled-page': withLanguages(readingLabels),
  'reference': (span, { text }) => readingReferences(text, span),
  'text': (span, { text }) => [readText(text, span)],
};

/** Asked about a stretch in which no reader of pages recognised anything, before it is kept as text. */
export const lastReader: PageReader = (span, { text }) => readLoneWork(text, span);

/** Entries from which others inherit: stores of fields too, which are no records. */
const familyOf = ({ islands, asides }: Islands): readonly BibEntry[] =>
  [...islands.flatMap((island) => (island.format === 'bibtex' ? [island.entry] : [])), ...asides.filter(({ key }) => key !== '')];
