/** A RIS record as a CSL item; tags without a place in CSL stand under `custom.unmapped`. */
import type { CslDate, Item, ItemType, JsonObject, Name } from '../../source';
import { monthNumber, readDate, seasonNumber } from '../dates';
import { gathered, itemOf } from '../found';
import { cleanDoi, cleanUrl, doisIn, statedDoi } from '../identifiers';
import { languageCode } from '../languages';
import { twoFamiliesFrom } from '../iberianNames';
import { readName } from '../names';
import { recordDate, yearAndDate } from './draftDates';
import { abstractOf, lostDash } from './draftItem';
import { personNamed } from './draftNames';
import { namesEvent } from './eventName';
import { pagesFrom, splitPages } from './pageRange';
import { RisFields } from './risFields';
import type { RisRecord } from './risScan';
import { otherSense, plainTags, risTypes } from './risTags';
import { typeNamed } from './typeNames';

type Variables = { readonly [variable: string]: unknown };

/** The item of a record. */
export function risItem(record: RisRecord): Item {
  const fields = new RisFields(record.fields);
  const type = typeOf(fields);
  const id = idOf(fields);
  const pages = pagesOf(fields, type);
  const variables = gathered(plain(fields, type), titles(fields, type), people(fields, type), numbers(fields, type), pages.variables, dates(fields), identifiers(fields, type), words(fields));
  const unmapped = fields.untold();
  const item = itemOf(type, variables, {
    ...(pages.lost === undefined ? {} : { review: { page: lostDash(pages.lost) as unknown as JsonObject } }),
    ...(Object.keys(unmapped).length === 0 ? {} : { unmapped }),
  });
  return { ...item, id };
}

function typeOf(fields: RisFields): ItemType {
  const type = risType(fields);
  if (type === 'SER' && fields.has('C3')) return 'paper-conference';
  if (Object.hasOwn(risTypes, type)) return risTypes[type] ?? 'document';
  const named = typeNamed(type);
  if (named !== undefined && named !== 'document') return named;
  return fields.has('JF', 'JO', 'T2') ? 'article-journal' : 'document';
}

function idOf(fields: RisFields): string {
  const isKey = (id: string): boolean => /^[\p{L}][\p{L}\p{N}_:./-]{1,60}$/u.test(id);
  return isKey(fields.peek('ID') ?? '') ? fields.first('ID') ?? '' : '';
}

/** What a program has under the tag of the edition is its version. */
const plain = (fields: RisFields, type: ItemType): Variables =>
  Object.fromEntries(Object.entries(plainTags).map(([variable, tags]) => {
    const elsewhere = (variable === 'edition' && type === 'software') || (variable === 'collection-number' && type === 'legal_case');
    return [variable, elsewhere || tags.some((tag) => saysElse(fields, type, tag)) || isNothing(variable, fields.peek(...tags)) ? undefined : fields.first(...tags)];
  }));

const risType = (fields: RisFields): string => (fields.peek('TY') ?? '').toUpperCase();

/** Does a tag say something else of works of this kind than of others? */
function saysElse(fields: RisFields, type: ItemType, tag: string, value = fields.peek(tag)): boolean {
  return value !== undefined && (otherSense[tag] ?? []).some(({ of, taken }) => of.has(type) && !taken.test(value));
}

/** Exporters write 0 for a volume that is not known, and the degree as the volume of a thesis. */
const isNothing = (variable: string, value = ''): boolean => variable === 'volume' && (/^0+$/u.test(value) || /^(?:Ph\.? ?D|M\.? ?A|M\.? ?Sc|Ed\.? ?D|Dr)(?!\p{L})/u.test(value));

const isPart = (type: ItemType): boolean => ['chapter', 'entry-encyclopedia', 'entry-dictionary'].includes(type);
const isSerial = (type: ItemType): boolean => type.startsWith('article-');
const isWhole = (type: ItemType): boolean => ['book', 'report', 'thesis'].includes(type);

function titles(fields: RisFields, type: ItemType): Variables {
  const title = fields.first('TI', 'T1', 'CT', ...(isPart(type) ? [] : ['BT']));
  const short = fields.first('ST');
  return { title: (title ?? short)?.replace(/ : (?=\S)/u, ': '), ...(title === undefined ? {} : { 'title-short': short }), ...containers(fields, type) };
}

function containers(fields: RisFields, type: ItemType): Variables {
  if (isSerial(type)) {
    const full = fields.first('JF', 'T2', 'JO', 'JA', 'J2', 'J1', 'JN');
    const short = fields.first('JA', 'J2', 'J1', 'JO');
    return { 'container-title': full, ...(short === full ? {} : { 'container-title-short': short }), 'collection-title': fields.first('T3') };
  }
  if (isPart(type)) return { 'container-title': fields.first('T2', 'BT', 'JF', 'JO'), 'container-title-short': fields.first('J2', 'JA'), 'collection-title': fields.first('T3') };
  if (type === 'paper-conference') return proceedings(fields);
  if (type === 'speech') return { 'event-title': fields.first('T2', 'JF', 'JO'), 'collection-title': fields.first('T3') };
  // The second title of a thesis is a department, or the collection that keeps a copy.
  if (isWhole(type)) return { 'collection-title': fields.first('T3', ...(type === 'thesis' ? [] : ['T2'])) };
  const container = type === 'document' ? undefined : fields.first('T2', 'JF', 'JO', ...(type === 'legal_case' ? ['A2'] : []));
  return { 'container-title': container, 'collection-title': fields.first('T3', ...(container === undefined ? ['T2'] : [])) };
}

/** With a title of proceedings, the second title is the event; alone, it is where the paper was printed, unless it names an event and nothing tells of print. */
function proceedings(fields: RisFields): Variables {
  const book = fields.first('C3', 'BT');
  if (book === undefined && !fields.has('SP', 'EP', 'VL', 'IS', 'SN', 'PB', 'DO', 'JF', 'JO') && namesEvent(fields.peek('T2') ?? '')) return { 'event-title': fields.first('T2'), 'collection-title': fields.first('T3') };
  const second = fields.first('T2', ...(book === undefined ? ['JF', 'JO'] : []));
  return { 'container-title': book ?? second, 'event-title': book === undefined ? undefined : second, 'collection-title': fields.first('T3') };
}

/** Kinds that have something else than people who edited or translated the work under these tags: its recipient, a department, the office that issued it, a reporter, a file. */
const otherPeople: { readonly [tag in 'A2' | 'A4']: ReadonlySet<string> } = {
  A2: new Set(['PCOMM', 'ICOMM', 'GOVDOC', 'PAMP', 'CTLG', 'CHART', 'FIGURE', 'EQUA', 'CASE', 'LEGAL', 'PAT', 'BILL', 'DATA', 'MPCT', 'ADVS', 'SOUND']),
  A4: new Set(['CASE', 'CONF', 'DATA', 'RPRT', 'MPCT', 'MUSIC', 'PAT']),
};
const hasPeople = (fields: RisFields, tag: 'A2' | 'A4'): boolean => !otherPeople[tag].has(risType(fields));

function people(fields: RisFields, type: ItemType): Variables {
  const named = (...tags: readonly string[]): readonly Name[] => fields.all(...tags).flatMap((value) => value.split(';')).filter((name) => /\p{L}/u.test(name)).map(risName);
  const author = named('AU', 'A1');
  // Whoever stands first at an edited book has edited it.
  if (risType(fields) === 'EDBOOK' && !fields.has('ED', 'A3')) return { editor: author, 'collection-editor': named('A2'), translator: named('A4') };
  const recipient = type === 'personal_communication' ? named('A2') : [];
  const inSeries = (type === 'book' || type === 'report') && author.length > 0;
  return {
    author,
    'collection-editor': inSeries && hasPeople(fields, 'A2') ? named('A2') : isPart(type) || type === 'paper-conference' ? named('A3') : [],
    editor: !hasPeople(fields, 'A2') ? named('ED') : type === 'book' || type === 'report' ? named('A3', 'ED', ...(inSeries ? [] : ['A2'])) : named('A2', 'ED'),
    translator: named('TA', ...(hasPeople(fields, 'A4') ? ['A4'] : [])), recipient,
  };
}

/** `Family, Given, Suffix`; without a comma a body of several words, or a name in reading order, which one of four words is where they tell two families. */
function risName(text: string): Name {
  const line = text.replace(/\s+/gu, ' ').trim().replace(/,? \(?\d{4}-(?:\d{4})?\)?[.,]?$/u, '').replace(/,$/u, '');
  if (/^\p{Lu}[\p{L}’'-]+ \p{Lu}{1,3}$/u.test(line) && /\p{Ll}/u.test(line)) return personNamed(line);
  if (!line.includes(',') && line.split(' ').length > 3 && twoFamiliesFrom(line.split(' ')) === undefined) return { literal: line };
  const [, family, suffix, given] = /^([^,]{2,60}?) (Jr|Sr|II|III|IV)\.?, ([^,]{1,60})$/u.exec(line) ?? [];
  return family === undefined || given === undefined || suffix === undefined ? readName(line) : { ...readName(`${family}, ${given}`), suffix: /^[JS]r$/u.test(suffix) ? `${suffix}.` : suffix };
}

/** Of these, what the record says of their kind is what its type says: `Article`. */
const printed = (type: ItemType): boolean => isSerial(type) || isPart(type) || type === 'book' || type === 'paper-conference';

/** Types whose number is the work's own. */
const numbered = new Set<ItemType>(['report', 'thesis', 'patent', 'standard', 'bill', 'legislation', 'legal_case', 'hearing', 'regulation']);

function numbers(fields: RisFields, type: ItemType): Variables {
  const genre = (!printed(type) && cleanDoi(fields.peek('M3') ?? '') === undefined ? fields.first('M3') : undefined) ?? (type === 'thesis' ? degreeIn(fields) : undefined);
  if (type === 'thesis' && !/\d/u.test(fields.peek('IS', 'CP', 'M1') ?? '')) return { genre: genre ?? fields.first('M1') };
  if (numbered.has(type)) return { genre, number: fields.first(...numberTags(fields, type)), ...(type === 'report' && saysElse(fields, type, 'NV') ? { 'collection-number': fields.first('SV', 'NV') } : {}) };
  if (type === 'chapter') return { genre, 'number-of-volumes': fields.first('NV', 'IS'), ...chapterNumber(fields) };
  const ownNumber = (): string | undefined => (fields.has('SP') ? fields.first('C7', 'AR') : undefined);
  if (type === 'book' && /^\d{1,4}[a-z]?$/u.test(fields.peek('M1') ?? '') && fields.has('T2', 'T3')) return { genre, issue: fields.first('IS', 'CP'), 'collection-number': fields.first('SV', 'M1'), number: ownNumber() };
  // Any other `M1` is a remark, which says nothing of whose number `IS` is.
  if (type === 'book' && fields.has('T2', 'T3') && !fields.has('SV')) return { genre, 'collection-number': fields.first('IS', 'CP'), number: ownNumber() };
  if (type === 'software') return { genre, version: fields.first('ET') };
  // `M1` is the issue in what EndNote writes, and any remark in what others write.
  const isNews = type === 'article-newspaper';
  const asIssue = isSerial(type) && !isNews && /^[^\n]{0,15}\d[^\n]{0,15}$/u.test(fields.peek('M1') ?? '');
  const others = [...(asIssue ? ['M1'] : []), ...(isSerial(type) ? ['IP'] : []), ...(isNews && /^\d{1,6}$/u.test(fields.peek('C2') ?? '') ? ['C2'] : [])];
  return { genre, issue: /^0+$/u.test(fields.peek('IS', 'CP') ?? '') ? undefined : fields.first('IS', 'CP', ...others), number: ownNumber() };
}

/** A patent, or a standard, is known by the number under `SN`, and has that of its application besides; of a report and a law `SN` may be the serial number of a series. */
function numberTags(fields: RisFields, type: ItemType): readonly string[] {
  if (type === 'patent' || type === 'standard') return ['IS', 'CP', 'SN', 'M1'];
  return ['IS', 'CP', 'M1', ...(type === 'thesis' || serialIn(fields.peek('SN') ?? '') !== undefined ? [] : ['SN']), ...(type === 'legal_case' ? ['SV'] : [])];
}

/** The section of a book, when it is counted, is the chapter. */
const chapterNumber = (fields: RisFields): Variables => (/^\d{1,3}$/u.test(fields.peek('SE') ?? '') ? { 'section': undefined, 'chapter-number': fields.first('SE') } : {});

/** What some exporters say of a thesis in a field of the user's. */
const degreeIn = (fields: RisFields): string | undefined => fields.some(['U1'], (value) => (/thesis|dissertation|diss\.|habilitation/iu.test(value) && value.length < 60 ? value : undefined))[0];

/** The pages; `lost` is what the record says when they were taken apart because a dash was lost. */
function pagesOf(fields: RisFields, type: ItemType): { readonly variables: Variables; readonly lost?: string } {
  const page = saysElse(fields, type, 'SP', fields.peek('SP', 'PG', 'C7', 'AR')) ? undefined : pagesFrom(fields.first('SP', 'PG'), fields.first('EP')) ?? fields.first('C7', 'AR');
  const split = (isSerial(type) || isPart(type)) && !fields.has('EP') ? splitPages(page ?? '') : undefined;
  if (split !== undefined && page !== undefined) return { variables: { page: split }, lost: page };
  const all = isWhole(type) ? /^(?:[ivxlc]{1,8}, ?)?(\d{1,5})(?: ?(?:p|pp|pages|с|S)\.?)?[ :;]*$/u.exec(page ?? '')?.[1] : undefined;
  return { variables: all === undefined ? { page } : { 'number-of-pages': all } };
}

/** Kinds whose date, beside the year, is the day on which the work was looked at. */
const datesAccess = new Set(['EBOOK', 'DBASE', 'MULTI']);

function dates(fields: RisFields): Variables {
  const [first, second] = [['PY'], ['Y1', 'YR']].map((tags) => risDate(fields.peek(...tags)));
  const year = first !== undefined && yearIn(first) === yearIn(second) && exactness(second) > exactness(first) ? second : first ?? second;
  const day = dayIn(fields.peek('DA'), yearIn(year));
  const agree = yearIn(day) === yearIn(year);
  if (!agree && day?.['date-parts'] !== undefined && !fields.has('Y2') && datesAccess.has(risType(fields))) {
    for (const tag of ['PY', 'Y1', 'DA']) fields.first(tag);
    return { issued: year, accessed: day };
  }
  const fuller = year === undefined || (agree && exactness(day) > exactness(year));
  for (const tag of ['PY', 'Y1', 'YR']) if (yearIn(risDate(fields.peek(tag))) === yearIn(year)) fields.first(tag);
  if (fuller || agree) fields.first('DA');
  return { issued: fuller ? day ?? year : year, ...secondDate(fields) };
}

/** When the work was looked at; in what Scopus writes of a paper, when the conference was. */
function secondDate(fields: RisFields): Variables {
  const [from = '', to] = (fields.peek('Y2') ?? '').split(' through ');
  const [start, end] = [risDate(from), risDate(to)];
  if (start?.['date-parts'] === undefined) return {};
  fields.first('Y2');
  if (to === undefined) return { accessed: start };
  return { 'event-date': end?.['date-parts'] === undefined ? start : { 'date-parts': [...start['date-parts'], ...end['date-parts']] } };
}

/** A date; one that lacks its year (`Mar-Apr`) is of the year given. */
function dayIn(text: string | undefined, year: number | undefined): CslDate | undefined {
  if (text === undefined || year === undefined || /\d{4}/u.test(text)) return risDate(text);
  return yearAndDate(String(year), text);
}

/** How much of a day, or of a range, a date tells. */
const exactness = (date: CslDate | undefined): number =>
  (date?.['date-parts'] ?? []).flat().length + (date?.season === undefined ? 0 : 1);

const yearIn = (date: CslDate | undefined): number | undefined => date?.['date-parts']?.[0]?.[0];

const undated = /^\[?(?:n\.? ?d\.?|s\.? ?[ad]\.?|o\.? ?J\.?|no date|undated|0{1,4}|б\.? ?г\.?)\]?$/iu;

/** `2020/03/04/Spring`, with any of its parts empty. */
function risDate(text: string | undefined): CslDate | undefined {
  if (text === undefined || text === '' || undated.test(text)) return undefined;
  const [year, month = '', day, other = ''] = text.split('/').map((part) => part.trim());
  if (!/^\d{4}$/u.test(year ?? '') || text.split('/').length < 2) return recordDate(text) ?? { literal: text };
  const whole = [year, /^\p{L}/u.test(month) ? String(monthNumber(month) ?? '') : month, day].filter((part) => part !== undefined && part !== '').join('-');
  const season = seasonNumber(other) ?? seasonNumber(month);
  const date = readDate(whole) ?? recordDate(`${year} ${month}`) ?? { 'date-parts': [[Number(year)]] };
  return season === undefined ? date : { 'date-parts': [[Number(year)]], season };
}

function identifiers(fields: RisFields, type: ItemType): Variables {
  const said = firstDoi(fields, ['DO'], statedDoi) ?? firstDoi(fields, ['M3', 'L3'], cleanDoi);
  const addresses = fields.look('UR', 'LK').flatMap((value) => value.split(/[\s;]+/u)).map(cleanUrl).filter((url) => url !== undefined);
  const address = addresses.find((url) => !/doi\.org\//u.test(url)) ?? addresses[0];
  const doi = said ?? fields.look('UR', 'N1').flatMap((value) => doisIn(value))[0];
  fields.some(['UR', 'LK'], (value) => (value.trim() === address || (doi !== undefined && cleanDoi(value) === doi) ? value : undefined));
  return { DOI: doi ?? fields.first('DO'), URL: address ?? fields.first('UR'), ...serialNumber(fields, type) };
}

/** The first DOI that these tags hold; another one stays untold. */
function firstDoi(fields: RisFields, tags: readonly string[], read: (value: string) => string | undefined): string | undefined {
  const doi = fields.look(...tags).map(read).find((value) => value !== undefined);
  fields.some(tags, (value) => (doi !== undefined && read(value)?.toLowerCase() === doi.toLowerCase() ? value : undefined));
  return doi;
}

function serialNumber(fields: RisFields, type: ItemType): Variables {
  const said = fields.peek('SN') ?? '';
  const serial = serialIn(said);
  const isNumber = type === 'patent' || type === 'standard' || (serial === undefined && numbered.has(type) && type !== 'thesis');
  if (said === '' || isNumber || saysElse(fields, type, 'SN')) return {};
  fields.first('SN');
  return serial ?? (isSerial(type) ? { ISSN: said } : { ISBN: said });
}

/** The ISSN or ISBN at the head of a text. */
function serialIn(said: string): Variables | undefined {
  const issn = /^(?:e?ISSN:?\s*)?(\d{4}-?\d{3}[\dXx])(?![\d-])/u.exec(said)?.[1];
  if (issn !== undefined && !/^97[89]/u.test(issn)) return { ISSN: issn.replace(/^(\d{4})-?/u, '$1-') };
  const isbn = /^(?:ISBN:?\s*)?(97[89][\d -]{9,14}[\dXx]|\d[\d -]{7,11}[\dXx])(?![\d-])/u.exec(said)?.[1];
  return isbn === undefined ? undefined : { ISBN: isbn };
}

/** Is a text part of another, however its lines are broken? */
const isIn = (part: string, whole: string): boolean => whole.replace(/\s+/gu, ' ').includes(part.replace(/\s+/gu, ' '));

function words(fields: RisFields): Variables {
  const abstract = abstractOf(fields.look('AB', 'N2'));
  fields.some(['AB', 'N2'], (value) => (isIn(abstractOf([value]) ?? '', abstract ?? '') ? value : undefined));
  const language = fields.first('LA');
  const pubmedCentral = fields.some(['C2'], (value) => (/^PMC\d+$/u.test(value.trim()) ? value.trim() : undefined))[0];
  return {
    abstract,
    keyword: fields.all('KW').flatMap((value) => value.split(/[\n;]/u)).map((word) => word.trim().replace(/^\*(?=\p{L})/u, '')).filter((word) => word !== '').join(', '),
    note: fields.some(['N1', 'RN'], (text) => (cleanDoi(text) === undefined ? text.replace(/\s+/gu, ' ').trim() : undefined)).join('; '),
    language: language === undefined ? undefined : languageCode(language), PMCID: pubmedCentral,
  };
}
