/** Lists of works in a layout nobody told us of: what repeats itself in them tells where each work begins. */
import type { Span } from '../../source';
import type { Found } from '../found';
import { folded } from '../lines';
import { dayOf, hasDay } from '../pages/gathering/days';
import { sharedOf } from './head';
import { recordOf, type Setting } from './record';
import { rowsOf, type Row } from './rows';
import { segmentsOf, type Segment } from './segments';

/** Longer texts, in UTF-16 code units, are no list that somebody marked and copied. */
const longest = 150_000;

/** The records of a stretch that is a list of works; none unless there are two at least that are alike. */
export function readListing(text: string, { start, end }: Span): readonly Found[] {
  if (end - start > longest) return [];
  const rows = rowsOf(text, start, end);
  const segments = segmentsOf(rows);
  if (segments.length < 2) return [];
  const setting = settingOf(rows, segments);
  return segments.map((segment, index) => {
    const record = recordOf(rows, segment, setting);
    return index === 0 ? { ...record, start } : record;
  });
}

function settingOf(rows: readonly Row[], segments: readonly Segment[]): Setting {
  const head = rows.slice(0, segments[0]?.from ?? 0);
  const event = head.slice(-14).some(({ text }) => /(?<!\p{L})(?:Session|Panel|Conference|Congress|Workshop|Symposium|Annual Meeting|Roundtable|Tagung|Kongress|Colloque|Congreso|конференци\p{L}|секция|круглый стол)(?!\p{L})/iu.test(text));
  const day = event ? head.slice(-14).filter(({ text, kind }) => kind !== 'noise' && hasDay(text)).map(({ text }) => dayOf(text, { dayFirst: true })).find((date) => date !== undefined) : undefined;
  return { shared: sharedOf(rows, segments[0]?.from ?? 0), slots: slotsOf(rows, segments), event, ...(day === undefined ? {} : { day }) };
}

/** The rows of text that stand right above the first facts of nearly every record: the journals. */
function slotsOf(rows: readonly Row[], segments: readonly Segment[]): ReadonlySet<number> {
  const slots = segments.flatMap((segment) => {
    const facts = rows.findIndex((row, at) => at > segment.title && at < segment.to && row.kind === 'facts' && (row.facts?.marks ?? []).some((mark) => mark !== 'count' && mark !== 'kind'));
    const at = facts - 1;
    const row = rows[at];
    const named = row !== undefined && at > segment.title && !segment.people.includes(at) && ['text', 'maybePeople', 'place'].includes(row.kind) && row.text.length < 100 && /^\p{Lu}/u.test(row.text) && !/[?!]/u.test(row.text);
    return named ? [at] : [];
  });
  const others = segments.filter((segment) => !slots.some((at) => at > segment.title && at < segment.to));
  const most = slots.length >= segments.length * 0.8 || (slots.length * 2 >= segments.length && others.every((segment) => saysNothingElse(rows, segment)));
  return new Set(most && segments.length > 1 ? slots : []);
}

/** Stands nothing between the title, the people and the date of a record that could be a journal? */
function saysNothingElse(rows: readonly Row[], { title, to, people }: Segment): boolean {
  const below = rows.slice(title + 1, to);
  const until = below.findIndex(({ kind, text }) => kind === 'facts' || kind === 'prose' || /^(?:19|20)\d\d$/u.test(text));
  return until >= 0 && below.slice(0, until).every(({ kind }, index) => kind === 'noise' || people.includes(title + 1 + index));
}

/** How many records are whole: half for a title, half for people; names that hold a mark are none. */
export const wholeIn = (records: readonly Found[]): number => records.reduce((sum, { item }) => {
  const named = [...item.author ?? [], ...item.editor ?? []];
  const sound = named.length > 0 && named.every(({ family, given, literal }) => !/[:\d|]/u.test(`${family ?? ''}${given ?? ''}${literal ?? ''}`));
  return item.title === undefined ? sum : sum + (sound ? 1 : 0.5);
}, 0);

/** The share of records with title and people from which a page counts as read: one may have a byline that nobody can read. */
const nearlyAll = 0.75;

/** Is the first reading the better one: more whole records (twice as many, where the other has nothing but such), or the same works with more said of each? */
export function isBetter(one: readonly Found[], other: readonly Found[]): boolean {
  const more = wholeIn(one) - wholeIn(other);
  if (other.length > 1 && wholeIn(other) >= other.length * nearlyAll && other.every(({ format, item }) => format === 'site-page' && item.title !== undefined && (item.issued ?? item.abstract) !== undefined) && one.length !== other.length) return one.length >= 2 * other.length;
  if (more !== 0 || one.length !== other.length) return more > 0;
  const titles = new Set(one.map(({ item }) => folded(item.title ?? '')));
  const placed = other.some(({ item }) => item.type === 'paper-conference' || item['container-title'] !== undefined || item['event-title'] !== undefined);
  return !placed && other.every(({ item }) => titles.has(folded(item.title ?? ''))) && filledIn(one) > filledIn(other);
}

/** Are these the pages of single works, and what repeats itself on them the frame around each? A list says of most of its works where they stand. */
export function areWholePages(pages: readonly Found[], listing: readonly Found[]): boolean {
  if (isOnePageOver(pages, listing)) return true;
  if (pages.length === 0 || !pages.every(isKnown)) return false;
  return listing.filter(({ item }) => item.DOI !== undefined || item.page !== undefined).length * 2 < listing.length;
}

/** One work with its people and its abstract, of which the list holds neither title nor abstract: the list is what stands below, its references or its people. */
function isOnePageOver(pages: readonly Found[], listing: readonly Found[]): boolean {
  const [page] = pages;
  if (page === undefined || pages.length > 1 || page.item.author === undefined || page.item.abstract === undefined) return false;
  const title = folded(page.item.title ?? '');
  return title !== '' && listing.every(({ item }) => item.abstract === undefined && folded(item.title ?? '') !== title);
}

/** Told so fully as only the page of the work itself does. */
const isKnown = ({ item }: Found): boolean => item.title !== undefined && item.author !== undefined && (item.DOI !== undefined || (item.volume !== undefined && item.page !== undefined));

const filledIn = (records: readonly Found[]): number => records.reduce((sum, { item }) => sum + Object.keys(item).filter((field) => field !== 'custom').length, 0);

/** Works of a list that name no journal, with the issue that stands above them. */
export function withIssue(records: readonly Found[], text: string, { start, end }: Span): readonly Found[] {
  const first = records[0];
  if (first === undefined || records.length < 3 || end - start > longest || records.some(({ item }) => item['container-title'] !== undefined || item.issued !== undefined || item.type !== 'article-journal')) return records;
  const title = first.certainty['title']?.span?.start ?? first.start;
  const rows = rowsOf(text, start, Math.max(start, title - 1));
  const { container, volume, issue, issued } = sharedOf(rows, rows.length);
  if (container === undefined || issued === undefined) return records;
  const sure = { sure: 0.85, why: 'Stands above the list.' };
  return records.map((record) => ({
    ...record, item: { ...record.item, 'container-title': container, issued, ...(volume === undefined ? {} : { volume }), ...(issue === undefined ? {} : { issue }) },
    certainty: { ...record.certainty, 'container-title': sure, issued: sure, ...(volume === undefined ? {} : { volume: sure }), ...(issue === undefined ? {} : { issue: sure }) },
  }));
}
