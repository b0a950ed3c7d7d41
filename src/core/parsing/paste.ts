/** A paste in, records and problems out. Every character that is not blank ends up in the span of some record. */
import type { RecordEngine } from '../enginePort';
import { nothingToPaste, pasteTooLarge, readingStopped, type Problem } from '../problem';
import type { Span } from '../source';
import { cutsOf } from './apart';
import { filledOnly, offerUnsure } from './certainty';
import { withDoiOffers } from './doiReading';
import { askingForFamilies } from './familiesAsked';
import { isRead, ordered, type Found } from './found';
import { findingIslands, type Island, type Islands } from './islands';
import { covering, gapsBetween, inOrder } from './leftovers';
import { linesOf } from './lines';
import { isNoise } from './noise';
import { normalising, type Normal } from './normalise';
import { pageStart } from './pages/nomadit';
import { forgetReferences } from './references';
import { islandReaders, lastReader, ownPages, pageReaders, type Context, type PageReader } from './readers';
import { forgetLines } from './remembered';
import { largestPaste, type Reading, type SiteProfile } from './reading';
import { eachOf, inSlices, inSlicesUntil, type Sliced } from '../slices';
import { together } from './together';

/** What reading needs: the engine for BibTeX and RIS, and a signal to stop waiting for it. */
export type PasteContext = { readonly engine: RecordEngine; readonly signal?: AbortSignal; /** The person’s own profiles of sites. */ readonly profiles?: readonly SiteProfile[] };

/**
 * Read a paste. Never rejects: what could not be read is kept as a document, with a problem that says so. When `signal` is
 * aborted, gives the records that were read until then, and a problem that says that it was stopped.
 */
export async function parsePaste(text: string, { engine, signal, profiles }: PasteContext): Promise<Reading> {
  if (text.length > largestPaste) return { records: [], problems: [pasteTooLarge('20 MB')] };
  const breathe = engine.breathe?.bind(engine);
  const normal = await inSlicesUntil(signal, normalising(text), breathe);
  if (normal === undefined) return { records: [], problems: [readingStopped()] };
  if (normal.text.trim() === '') return { records: [], problems: [nothingToPaste()] };
  const islands = await inSlicesUntil(signal, findingIslands(normal.text), breathe);
  if (islands === undefined) return { records: [], problems: [readingStopped()] };
  const context = { text: normal.text, found: islands, engine, ...(signal === undefined ? {} : { signal }), ...(profiles === undefined ? {} : { profiles }) };
  const reached = { found: await readIslands(context) };
  const whole = await inSlicesUntil(signal, gathering(context, reached), breathe);
  forgetReferences();
  forgetLines();
  if (whole !== undefined) return inSlices(settled(normal, whole, wideSpans), breathe);
  const { records, problems } = await inSlices(settled(normal, inOrder(reached.found.filter(isRead)), tightSpans), breathe);
  return { records, problems: [readingStopped(), ...problems] };
}

/** What was read so far: all that a reading which is stopped gives. */
type Reached = { found: readonly Found[] };

/** All that the paste holds, over and above the records that were found by their form. */
function* gathering(context: Context, reached: Reached): Sliced<readonly Found[]> {
  reached.found = yield* withPages(context, reached);
  reached.found = yield* together(reached.found, context.text);
  return yield* covering(context, reached.found);
}

/** The records with those that the readers of pages find between them, each reader asked about what the ones before it left. */
function* withPages(context: Context, reached: Reached): Sliced<readonly Found[]> {
  const cuts = yield* cutsBetween(context, reached.found);
  let gaps = parted(pagesBetween(context, reached.found), cuts);
  for (const [format, read] of [['site-page', ownPages] as const, ...Object.entries(pageReaders)]) {
    const more = format === 'text' ? [] : yield* fromGaps(gaps, format === 'reference' && reached.found.some(isPage) ? plainly(read) : read, context);
    yield;
    if (more.length === 0) continue;
    reached.found = [...reached.found, ...more];
    gaps = parted(pagesBetween(context, reached.found), cuts);
  }
  const page = yield* pageOfDoi(context, reached.found);
  if (page !== undefined) return [page];
  const apart = reached.found.some(isRead) ? gaps.filter((gap) => standsApart(context.text, gap)) : gaps;
  return [...reached.found, ...yield* fromGaps(apart, lastReader, context)];
}

const isPage = ({ format }: Found): boolean => format === 'site-page' || format === 'conference-page' || format === 'labelled-page' || format === 'table';

/** A reference or two beside a page are read only when a person and a year make them such: feet of pages and tabs look like references too. */
const plainly = (read: PageReader): PageReader => function* readingPlainly(span, context): Sliced<readonly Found[]> {
  const given = read(span, context);
  const found = 'next' in given ? yield* given : given;
  return found.length > 2 ? found : found.filter(isPlain);
};

function isPlain({ item, certainty }: Found): boolean {
  const { issued, author = [] } = filledOnly(item, certainty);
  return issued !== undefined && author.some(({ family, given }) => family !== undefined && given !== undefined);
}

/** Where pages that stand one below the other are to be read apart. */
function* cutsBetween(context: Context, found: readonly Found[]): Sliced<readonly number[]> {
  const cuts: number[] = [];
  for (const gap of pagesBetween(context, found)) cuts.push(...yield* cutsOf(gap, context));
  return cuts;
}

/** Stretches without the cuts in them. */
const parted = (gaps: readonly Span[], cuts: readonly number[]): readonly Span[] => (cuts.length === 0 ? gaps : gaps.flatMap(({ start, end }) => {
  const bounds = [start, ...cuts.filter((cut) => cut > start && cut < end), end];
  return bounds.slice(0, -1).map((from, index) => ({ start: from, end: bounds[index + 1] ?? end }));
}));

/** Where nothing but one DOI was read, the page that it stands on. */
function* pageOfDoi(context: Context, found: readonly Found[]): Sliced<Found | undefined> {
  const [only] = found;
  if (only === undefined || found.length > 1 || only.item.DOI === undefined || only.item.title !== undefined) return undefined;
  const [page] = yield* fromGaps([{ start: 0, end: context.text.length }], lastReader, context);
  return page?.item.DOI === only.item.DOI ? page : undefined;
}

/** Do rules or two empty lines part a stretch from what was read above and below it? What does not stand apart is part of the page beside it. */
const standsApart = (text: string, { start, end }: Span): boolean =>
  (text.slice(0, start).trim() === '' || /^[^\n]*\n(?:[ \t]*\n){2}|^\s*(?:[-–—=*_#] ?){3,}\n/u.test(text.slice(start, start + 200)))
  && (text.slice(end).trim() === '' || /\n(?:[ \t]*\n){2}[ \t]*$|\n(?:[-–—=*_#] ?){3,}\s*$/u.test(text.slice(Math.max(start, end - 200), end)));

/** How much text of gaps a reader is shown in a slice. */
const sliceOfGaps = 8000;
/** The same buttons and greetings stand between many records: of gaps up to this length a reader is asked only about those that are new to it. */
const shortGap = 4000;

/** What a reader finds in the gaps, with a pause after some of their text. */
function* fromGaps(gaps: readonly Span[], read: PageReader, context: Context): Sliced<readonly Found[]> {
  const all: Found[] = [];
  const empty = new Set<string>();
  let shown = 0;
  for (const gap of gaps) {
    const passage = gap.end - gap.start > shortGap ? '' : context.text.slice(gap.start, gap.end);
    if (empty.has(passage)) continue;
    const found = read(gap, context);
    const records = 'next' in found ? yield* found : found;
    for (const record of records) all.push(record);
    if (passage !== '' && records.length === 0) empty.add(passage);
    shown += gap.end - gap.start + 100;
    if (shown < sliceOfGaps) continue;
    shown = 0;
    yield;
  }
  return all;
}

/** The stretches between records in which a page may stand: neither mere commas nor what BibTeX passes over. */
const pagesBetween = ({ text, found }: Context, records: readonly Found[]): readonly Span[] =>
  gapsBetween(text, [...records, ...found.asides]).filter(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(start, end)) && !(records.length > 0 && isFrame(text, start, end)));

/** Is a short stretch nothing but buttons and what a site says of itself? */
const isFrame = (text: string, start: number, end: number): boolean => end - start < 1000 && linesOf(text, start, end).every((line) => line.text === '' || isNoise(line.text) || interval.test(line.text));

/** `15:30 - 16:00 Kaffeepause` at the end of a programme. */
const interval = /^(?:\d{1,2}[:.]\d\d ?(?:[-–] ?\d{1,2}[:.]\d\d)? ?)?(?:(?:Coffee|Tea|Lunch) [Bb]reak|Lunch|Kaffeepause|Mittagspause|Pause(?: café| déjeuner)?|Pausa(?: caffè| café)?|Przerwa(?: kawowa)?|Kahve arası|Кофе-(?:пауза|брейк)|Обед)$/u;

/** Read all islands, those of one format together. */
async function readIslands(context: Context): Promise<readonly Found[]> {
  const limits = limitsOf(context.text, context.found);
  const lists = await Promise.all((Object.keys(islandReaders) as readonly Island['format'][]).map((format) => readFormat(format, context, limits)));
  return lists.flat();
}

async function readFormat<F extends Island['format']>(format: F, context: Context, limits: ReadonlyMap<Island, number>): Promise<readonly Found[]> {
  const islands = context.found.islands.filter((island): island is Extract<Island, { readonly format: F }> => island.format === format);
  if (islands.length === 0) return [];
  return islandReaders[format](islands, islands.map((island) => limits.get(island) ?? island.end), context);
}

/** How far each island may reach: to the next island or the next page. */
function limitsOf(text: string, { islands, asides }: Islands): ReadonlyMap<Island, number> {
  const starts = [...islands.map(({ start }) => start), ...asides.map(({ start }) => start), ...[...text.matchAll(pageStart)].map(({ index }) => index)]
    .sort((a, b) => a - b);
  let next = 0;
  return new Map(islands.map((island) => {
    while (next < starts.length && (starts[next] ?? 0) < island.end) next++;
    return [island, starts[next] ?? text.length];
  }));
}

/** The records with spans and texts of the raw paste, in its order. */
function* settled(normal: Normal, found: readonly Found[], spansOf: typeof wideSpans): Sliced<Reading> {
  const spans = spansOf(normal, found);
  const problems = found.flatMap((record) => record.problems.map((problem) => placed(problem, normal, record)));
  yield;
  const records = yield* eachOf(found, 500, (one, index) => {
    const { format, item, certainty, claim } = askingForFamilies(one, normal.text, found.length);
    const span = spans[index] ?? { start: 0, end: 0 };
    return { format, span, pasted: normal.raw.slice(span.start, span.end), item: ordered(withDoiOffers(offerUnsure(item, certainty))), certainty: withRawSpans(certainty, normal), ...(claim && { claim: normal.rawSpan(claim) }) };
  });
  return { records, problems };
}

/** Raw spans of the records and nothing else. */
const tightSpans = ({ rawSpan }: Normal, found: readonly Found[]): readonly Span[] => found.map(({ start, end }) => rawSpan({ start, end }));

/** Raw spans in which also the marks stand that the normalised view leaves out: each goes to the record behind it, else before it. */
function wideSpans({ raw, rawSpan }: Normal, found: readonly Found[]): readonly Span[] {
  let reached = 0;
  return found.map((record, index) => {
    const span = rawSpan({ start: record.start, end: record.end });
    const start = reached + leadingBlanks(raw.slice(reached, span.start));
    const rest = index === found.length - 1 ? raw.slice(span.end).trimEnd().length : 0;
    reached = span.end + rest;
    return { start, end: reached };
  });
}

const leadingBlanks = (text: string): number => text.length - text.trimStart().length;

const placed = (problem: Problem, normal: Normal, span: Span): Problem => ({ ...problem, span: normal.rawSpan(problem.span ?? span) });

function withRawSpans(certainty: Found['certainty'], normal: Normal): Found['certainty'] {
  if (!Object.values(certainty).some(({ span }) => span !== undefined)) return certainty;
  return Object.fromEntries(Object.entries(certainty).map(([field, value]) =>
    [field, value.span === undefined ? value : { ...value, span: normal.rawSpan(value.span) }]));
}
