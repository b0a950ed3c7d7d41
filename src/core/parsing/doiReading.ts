/** What the DOIs of many journals say about volume, issue, pages and year. Always an offer: never filled in unasked. */
import { reviewsOf, type CslDate, type Item, type Json, type Review } from '../source';
import { withReviews } from './certainty';

/** What a DOI spells out. `first`: the page on which the work begins, where the DOI does not say on which it ends. */
export type DoiReading = { readonly volume?: string; readonly issue?: string; readonly page?: string; readonly first?: string; readonly year?: number };

const issn = '\\d{4}-\\d{3}[\\dX]';
const year = '(?<year>(?:19|20)\\d\\d)';
const volume = '0{0,2}(?<volume>[1-9]\\d{0,2})';
const issue = '0{0,2}(?<issue>[1-9]\\d{0,3})';
const first = '0{0,3}(?<first>[1-9]\\d{0,4})';
const last = '0{0,3}(?<last>[1-9]\\d{0,4})';

const form = (source: string): RegExp => new RegExp(`^${source}$`, 'iu');

/** Forms that several houses use, of what stands behind the slash. */
const volumeIssuePages = form(`${issn}-${year}-${volume}-${issue}-${first}-${last}`);
const volumeIssueFirst = form(`[a-z]{1,20}\\.${volume}\\.${issue}\\.${first}`);
const yearVolumeIssueFirst = form(`[a-z]{1,20}\\.${year}\\.${volume}\\.${issue}\\.${first}`);

/** The forms of each house, by what stands before the slash. */
const houses: ReadonlyMap<string, readonly RegExp[]> = new Map([
  ['10.31278', [volumeIssuePages]], // Russia in Global Affairs
  ['10.20542', [volumeIssuePages]], // World Economy and International Relations
  ['10.22363', [volumeIssuePages]], // the Vestnik series of RUDN University
  // MGIMO Review of International Relations: the third number counts issues since the first
  ['10.24833', [form(`${issn}-${year}-${issue}-\\d{1,3}-${first}-${last}`)]],
  // International Organisations Research Journal counts the articles of an issue; other journals of the Higher School of Economics give pages
  ['10.17323', [form(`${issn}-${year}-${issue}-\\d{1,3}`), form(`${issn}[-.]${year}[-.]${issue}[-.]${first}[-.]${last}`)]],
  ['10.17976', [form(`jpps/${year}\\.${issue}\\.\\d{1,3}`)]], // Polis. Political Studies
  ['10.1162', [yearVolumeIssueFirst]], // International Security and other journals of MIT Press, until 2010
  ['10.1525', [yearVolumeIssueFirst]], // Asian Survey and other journals of the University of California
  ['10.14746', [form(`[a-z]{1,20}\\.${year}\\.${volume}\\.${issue}\\.\\d{1,3}`)]], // Adam Mickiewicz University: the last number counts articles
  ['10.1257', [volumeIssueFirst]], // American Economic Association
  ['10.1093', [form(`[a-z]{1,20}/${volume}\\.${issue}\\.${first}`)]], // Oxford, before 2007
  ['10.1073', [volumeIssueFirst]], // PNAS, until 2000
  ['10.1126', [volumeIssueFirst]], // Science, until 2013
  ['10.1136', [volumeIssueFirst]], // the journals of the BMJ
  ['10.3790', [volumeIssueFirst]], // Duncker & Humblot
  ['10.3138', [form(`[a-z]{1,20}\\.${volume}\\.${issue}\\.\\S{1,20}`)]], // Toronto: the last number is a page or that of a manuscript
  ['10.1146', [form(`annurev\\.[a-z]{1,20}\\.${volume}\\.1\\.${first}`)]], // Annual Reviews, until 2001: each volume has one issue
  ['10.1037', [form(`/?${issn}\\.${volume}\\.${issue}\\.${first}`)]], // American Psychological Association
  ['10.5771', [form(`${issn}-${year}-${issue}-${first}`)]], // Nomos
  ['10.1215', [form(`\\d{7}[\\dX]-${volume}-${issue}-${first}`)]], // Duke, until 2006
  ['10.3167', [form(`[a-z]{1,8}\\.${year}\\.(?<volume>\\d\\d)(?<issue>\\d\\d)\\d\\d`)]], // Berghahn: the last two digits count articles
  ['10.18261', [form(`issn\\.?${issn}-${year}-${issue}-\\d{1,3}`), form(`[a-z]{1,20}\\.${volume}\\.${issue}\\.\\d{1,3}`)]], // Scandinavian University Press
  ['10.3390', [form('[a-z]{1,20}(?<volume>\\d{1,2})(?<issue>\\d\\d)\\d{4,5}')]], // MDPI
  ['10.5194', [form(`[a-z]{1,20}-${volume}-${first}-${year}`)]], // Copernicus
  ['10.1088', [form(`${issn}/${volume}/${issue}/\\d{3,6}`)]], // IOP
]);

/** Forms that programs for journals, indexes and standards give, whatever the house. */
const anywhere: readonly RegExp[] = [
  // Open Journal Systems: `name.v12i3.456`; in Brazil `issn.2019v18n41p12`
  new RegExp(`(?:[./]|${year})v${volume}[in]${issue}(?:p${first}|\\.\\d{1,7})?$`, 'iu'),
  // CNKI: `j.cnki.name.2021.03.002`, the last number counts articles
  new RegExp(`^j\\.(?:cnki|issn)\\.?[\\w-]{2,20}(?:/[a-z])?\\.${year}\\.${issue}\\.\\d{2,3}$`, 'iu'),
  // SICI, a standard of 1996: `(SICI)1097-0258(19980815)17:15<1661::AID-…`; without its issue `0043-5643(2004)116[0001:…`
  new RegExp(`^(?:\\(SICI\\))?${issn}\\(${year}[\\d/]{0,9}\\)${volume}(?::${issue}|:[\\d/]{1,9})?[<[]${first}`, 'iu'),
  // J-STAGE: `name.66.1_13`
  form(`[a-z]{2,30}\\.${volume}\\.${issue}_${first}`),
  // SciELO: `S0102-69092011000200001`, where the issue is told by its place in the year
  form(`S${issn}${year}\\d{9}`),
];

/** Volume, issue, pages and year as this DOI spells them, for the journals whose DOIs do; else undefined. */
export function readingOfDoi(doi: string): DoiReading | undefined {
  const slash = doi.indexOf('/');
  const own = doi.slice(slash + 1);
  for (const pattern of [...houses.get(doi.slice(0, slash)) ?? [], ...anywhere]) {
    const groups = pattern.exec(own)?.groups;
    if (groups !== undefined) return readingOf(groups);
  }
  return undefined;
}

function readingOf(groups: { readonly [name: string]: string | undefined }): DoiReading {
  const { first: from, last: to } = groups;
  const [inVolume, inIssue] = [groups['volume'], groups['issue']].map((digits) => digits?.replace(/^0+/u, ''));
  const pages = from !== undefined && to !== undefined && Number(to) >= Number(from);
  return {
    ...(inVolume === undefined || inVolume === '' ? {} : { volume: inVolume }),
    ...(inIssue === undefined || inIssue === '' ? {} : { issue: inIssue }),
    ...(pages ? { page: `${from}-${to}` } : from !== undefined && to === undefined ? { first: from } : {}),
    ...(groups['year'] === undefined ? {} : { year: Number(groups['year']) }),
  };
}

/** The item with an offer of what its DOI says otherwise than the item, or what the item does not say. Nothing is filled in. */
export function withDoiOffers(item: Item): Item {
  const reading = item.DOI === undefined ? undefined : readingOfDoi(item.DOI);
  if (reading === undefined) return item;
  const said = reviewsOf(item);
  const reviews = sayingsOf(reading).flatMap(({ field, words, offer }) => {
    const known = said.get(field);
    if (saysSo(field, item[field], offer) || (known?.offer !== undefined && saysSo(field, known.offer, offer))) return [];
    return [[field, reviewOf(words, offer, item[field] !== undefined, known)] as const];
  });
  return withReviews(item, Object.fromEntries(reviews));
}

type Saying = { readonly field: string; readonly words: string; readonly offer: Json };

const sayingsOf = ({ volume: inVolume, issue: inIssue, page, first: from, year: inYear }: DoiReading): readonly Saying[] => [
  ...(inYear === undefined ? [] : [{ field: 'issued', words: `the year ${inYear}`, offer: { 'date-parts': [[inYear]] } }]),
  ...(inVolume === undefined ? [] : [{ field: 'volume', words: `volume ${inVolume}`, offer: inVolume }]),
  ...(inIssue === undefined ? [] : [{ field: 'issue', words: `issue ${inIssue}`, offer: inIssue }]),
  ...(page === undefined ? [] : [{ field: 'page', words: `pages ${page}`, offer: page }]),
  ...(from === undefined ? [] : [{ field: 'page', words: `that it begins on page ${from}`, offer: from }]),
];

/** What was said of the field stays, and what was offered; the DOI's word is added. */
function reviewOf(words: string, offer: Json, isThere: boolean, known: Review | undefined): Review {
  if (known !== undefined) return { ...known, why: `${known.why} The DOI says ${words}.`, offer: known.offer ?? offer };
  return { why: `The DOI says ${words}; ${isThere ? 'something else stands here' : 'the text does not say it'}. Look it up before you take it.`, offer };
}

/** Does the value say what the DOI says, or nothing against it? */
function saysSo(field: string, value: unknown, offer: Json): boolean {
  if (value === undefined) return false;
  if (field === 'issued') return hasYear(value as CslDate, offer as CslDate);
  if (typeof value !== 'string' || typeof offer !== 'string') return true;
  return field === 'page' ? samePages(value, offer) : sameNumber(value, offer);
}

/** Another year only where there is one: a season or a word says nothing against it. */
function hasYear(date: CslDate, { 'date-parts': spelled }: CslDate): boolean {
  const years = date['date-parts']?.map(([one]) => one) ?? [];
  return years.length === 0 || years.includes(spelled?.[0]?.[0] ?? 0);
}

/** `2–3` holds 2, and a Roman number says nothing against it. */
function sameNumber(value: string, offer: string): boolean {
  const numbers = value.match(/\d+/gu) ?? [];
  return numbers.length === 0 || numbers.some((one) => Number(one) === Number(offer));
}

/** `141-62` is `141-162`; of a DOI that says where the work begins only that counts. `S12` and `e45` are no such pages. */
function samePages(value: string, offer: string): boolean {
  const [from, to] = numbersOf(value);
  const [first_, last_] = numbersOf(offer);
  if (from === undefined || /^\p{L}/u.test(value)) return true;
  return Number(from) === Number(first_) && (last_ === undefined || (to !== undefined && last_.endsWith(to)));
}

const numbersOf = (pages: string): readonly (string | undefined)[] => pages.match(/\d+/gu) ?? [];
