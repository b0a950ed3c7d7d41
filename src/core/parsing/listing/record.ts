/** One record of a list, from the rows that the list gives it. */
import { houseIn } from './book';
import { readAbstract } from '../abstract';
import { fromCapitals, isCapitals } from '../capitals';
import { reviewUnsure, trust } from '../certainty';
import { itemOf, type Found } from '../found';
import { houseNamed } from '../houses';
import { wordCount } from '../lines';
import { isPlace } from '../pages/gathering/people';
import { labelAt } from '../pages/labels/label';
import type { Certainty } from '../reading';
import type { CslDate, ItemType, JsonObject, Name } from '../../source';
import type { Facts } from './facts';
import type { Shared } from './head';
import { containerOf, type Row } from './rows';
import type { Segment } from './segments';

/** What is known of the list as a whole: the issue it heads, the row of each record that holds its journal, whether its works are talks. */
export type Setting = { readonly shared: Shared; readonly slots: ReadonlySet<number>; readonly event: boolean; readonly day?: CslDate };

/** The record of a segment. */
export function recordOf(rows: readonly Row[], segment: Segment, setting: Setting): Found {
  const own = rows.slice(segment.from, segment.to);
  const people = segment.people.flatMap((at) => rows[at] ?? []);
  const told = gather(rows, segment);
  const slot = own.find((_, index) => setting.slots.has(segment.from + index))?.text;
  const abstract = abstractOf(own, people);
  const place = publisherOf(people);
  const type = told.type ?? typeFrom({ told, slot, abstract, ...(place === undefined ? {} : { place }) }, setting);
  const inJournal = type === 'article-journal' || type === 'review-book';
  const isWhole = type === 'book' || type === 'report' || type === 'thesis';
  const named = told.container ?? slot;
  const shared: Shared = (inJournal && (named === undefined || named === setting.shared.container)) || (type === 'chapter' && setting.shared.of === 'book') ? setting.shared : {};
  const container = isWhole ? undefined : told.container ?? slot ?? shared.container;
  const publisher = place ?? (isWhole ? told.container ?? slot : undefined);
  const issued = told.dates.issue ?? yearIn(rows, segment) ?? (told.dates.published === undefined || told.container === undefined ? shared.issued : undefined) ?? told.dates.published ?? told.dates.posted ?? (type === 'paper-conference' ? setting.day : yearAbove(rows, segment));
  const keyword = own.flatMap(({ text }) => { const label = labelAt(text); return label?.role === 'keywords' && !label.bare ? [text.slice(label.valueAt).trim()] : []; })[0];
  const [, number, title = ''] = /^(?:(\d{2,6}|[A-Z]{1,4}\d{2,6}|\d{2,4}[-/]\d{1,4})[ :]\s?)?(\S.*)$/u.exec(rows[segment.title]?.text ?? '') ?? [];
  const namedAs = (role: 'editor' | 'translator' | undefined): readonly Name[] => people.flatMap(({ byline }) => (byline?.role === role ? byline?.names ?? [] : []));
  const isNumbered = number !== undefined && setting.shared.of === 'series';
  const printed = isNumbered ? title : rows[segment.title]?.text ?? '';
  const fields = {
    'title': titleOf(printed.replace(editionBehind, '')), 'edition': editionBehind.exec(printed)?.[1], 'author': namedAs(undefined), 'editor': namedAs('editor'), 'translator': namedAs('translator'), issued, 'container-title': container, publisher,
    'volume': told.fields['volume'] ?? shared.volume, 'issue': told.fields['issue'] ?? shared.issue, 'page': told.fields['page'], 'DOI': told.fields['DOI'], 'URL': told.fields['URL'], 'ISBN': told.fields['ISBN'], 'number': told.fields['number'] ?? (isNumbered ? number : undefined), 'collection-title': told.fields['collection-title'], keyword, abstract,
  };
  const certainty = certaintyOf(fields, rows[segment.title]);
  const item = reviewUnsure(itemOf(type, fields, customOf(people)), certainty);
  return { start: own[0]?.start ?? 0, end: own.at(-1)?.end ?? 0, format: 'site-page', item, certainty, problems: [] };
}

/** `Contested Capitals (2nd edition)`. */
const editionBehind = /,? \((\d{1,2})(?:st|nd|rd|th|\.|ª|e)? (?:edition|ed\.|Auflage|Aufl\.|édition|edición|edizione|edição|baskı|издание|изд\.)\)$/iu;

type YearLine = { readonly at: number; readonly year: number };
const known = new WeakMap<readonly Row[], readonly YearLine[]>();

/** The rows that are nothing but a year, found once for all records of a list. */
function yearsOf(rows: readonly Row[]): readonly YearLine[] {
  const years = known.get(rows) ?? rows.flatMap(({ text }, at) => (/^(?:19|20)\d\d$/u.test(text) ? [{ at, year: Number(text) }] : []));
  known.set(rows, years);
  return years;
}

/** A year alone on its line, below the people of a record. */
function yearIn(rows: readonly Row[], { title, to, people }: Segment): CslDate | undefined {
  const year = yearsOf(rows).find(({ at }) => at > title && at < to - 1 && rows[at]?.apart !== true && people.some((row) => row < at && at <= row + 3))?.year;
  return year === undefined || people.some((row) => row < title) ? undefined : { 'date-parts': [[year]] };
}

/** The year that heads a part of the list. */
function yearAbove(rows: readonly Row[], { title }: Segment): CslDate | undefined {
  const year = yearsOf(rows).findLast(({ at }) => at < title)?.year;
  return year === undefined ? undefined : { 'date-parts': [[year]] };
}

type Gathered = { readonly fields: { readonly [field: string]: string }; readonly dates: Facts['dates']; readonly type?: ItemType; readonly container?: string };

/** The facts of all rows of a record, the first of each kind. */
function gather(rows: readonly Row[], { from, to, title, people }: Segment): Gathered {
  const fields: { [field: string]: string } = {};
  const dates: { issue?: CslDate; published?: CslDate; posted?: CslDate } = {};
  let [type, container]: [ItemType | undefined, string | undefined] = [undefined, undefined];
  rows.slice(from, to).forEach((row, index) => {
    if (from + index === title) return;
    const facts = row.facts ?? (people.includes(from + index) ? row.byline?.facts : undefined);
    if (facts === undefined || (row.kind !== 'facts' && row.kind !== 'source' && row.byline === undefined)) return;
    for (const [field, value] of Object.entries(facts.fields)) fields[field] ??= value;
    for (const [kind, date] of Object.entries(facts.dates)) dates[kind as keyof typeof dates] ??= date;
    type ??= facts.type;
    if (row.byline === undefined ? row.kind === 'source' : facts.lead && !bracketed(row)) container ??= containerOf(facts.rest);
  });
  return { fields, dates, ...(type === undefined ? {} : { type }), ...(container === undefined ? {} : { container }) };
}

const bracketed = ({ text }: Row): boolean => text.endsWith(')') && /^[^(]{3,300}, [^(]{1,200}\(/u.test(text);

/** `Doe, Jane (University of X, 2019)`: who brought the work out stands in the bracket. */
function publisherOf(people: readonly Row[]): string | undefined {
  const row = people.find((one) => one.byline?.facts !== undefined && bracketed(one));
  return row === undefined ? undefined : containerOf(row.byline?.facts?.rest ?? '');
}

type Seen = { readonly told: Gathered; readonly slot: string | undefined; readonly abstract: string | undefined; readonly place?: string };

function typeFrom({ told, slot, abstract, place }: Seen, { shared, event }: Setting): ItemType {
  if (abstract !== undefined && /^(?:This|The|In this) (?:(?:doctoral|master['’]s|PhD) )?(?:thesis|dissertation)(?!\p{L})/iu.test(abstract)) return 'thesis';
  if (told.dates.posted !== undefined) return 'article';
  if (place !== undefined) return isPlace(place) ? 'report' : houseIn([place]) === undefined ? 'document' : 'book';
  if (isHouse(told, slot)) return 'book';
  if (told.container !== undefined || slot !== undefined || shared.at !== undefined) return 'article-journal';
  if (told.fields['ISBN'] !== undefined) return 'book';
  if (shared.of !== undefined) return shared.of === 'book' ? 'chapter' : 'report';
  return event ? 'paper-conference' : 'document';
}

/** Does a publisher stand where others have their journal, with no place in one? */
const isHouse = ({ container, fields }: Gathered, slot: string | undefined): boolean =>
  fields['volume'] === undefined && fields['issue'] === undefined && fields['page'] === undefined && houseNamed(container ?? slot ?? '') !== undefined;

/** A title without the marks around it, and not in capitals. */
const titleOf = (text: string): string => {
  const bare = text.replace(/^["“«„]([^"“”«»„]{3,400})["”»]$/u, '$1').replace(/(?<=[\p{Ll}\d)])\.$/u, '').trim();
  return isCapitals(bare) ? fromCapitals(bare, '') : bare;
};

/** The paragraphs below a word for abstracts, else those that end as sentences do; none of a teaser or of a search engine. */
function abstractOf(own: readonly Row[], people: readonly Row[]): string | undefined {
  const at = own.findIndex(({ kind }) => kind === 'prose');
  const first = own[at];
  if (first === undefined || people.some(({ byline, text }) => byline?.facts !== undefined && / [-–] /u.test(text))) return undefined;
  const label = own[at - 1]?.kind === 'label' ? own[at - 1]?.text ?? '' : '';
  if (/^(?:TL;?DR|Highlights|Snippet|Extract|Excerpt)$/iu.test(label)) return undefined;
  const until = own.findIndex(({ kind }, index) => index > at && kind !== 'prose');
  const text = own.slice(at, until < 0 ? undefined : until).map((row) => row.abstract ?? row.text).join('\n\n');
  const abstract = readAbstract(text);
  if (abstract === undefined || abstract.truncated || /…|\.{3}/u.test(text.slice(-12))) return undefined;
  return wordCount(abstract.text) < (label === '' ? 12 : 5) ? undefined : abstract.text;
}

function certaintyOf(fields: { readonly [field: string]: unknown }, title: Row | undefined): { readonly [field: string]: Certainty } {
  const filled = Object.entries(fields).filter(([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)).map(([field]) => field);
  const span = title === undefined ? {} : { span: { start: title.start, end: title.end } };
  return Object.fromEntries(filled.map((field) => [field, field === 'title' ? { sure: 0.85, why: 'Stands where the titles of this list stand.', ...span } : { sure: field === 'DOI' ? trust.labelled : 0.85, why: 'Stands where the others of this list have it.' }]));
}

function customOf(people: readonly Row[]): JsonObject {
  const affiliations = Object.assign({}, ...people.map(({ byline }) => byline?.affiliations ?? {})) as { readonly [name: string]: string };
  return Object.keys(affiliations).length === 0 ? {} : { affiliations };
}
