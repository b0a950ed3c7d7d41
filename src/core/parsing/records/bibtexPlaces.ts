/** Where the fields of an entry belong in a CSL item: titles, names, dates, publishers, numbers. */
import { dateVariables, nameVariables, type CslDate, type Item, type ItemType, type Name, type NameVariable } from '../../source';
import type { Fields as Lot } from '../found';
import { isCode, languageCode } from '../languages';
import { dateOfParts, edtfDate } from './bibtexDates';
import { isBlank, type Values } from './bibtexFamily';
import { bibNames, partedNames } from './bibtexNames';
import { bibString } from './bibtexStrings';
import { inSeries, isPart, typeOf } from './bibtexTypes';
import { readTex } from './texText';

/** What the fields of an entry of this type say, by CSL variable; of two lots that name one, the later counts. */
export function placesOf(type: string, values: Values): readonly Lot[] {
  const fields = new Fields(values);
  const kind = typeOf(type, values);
  return [
    { type: kind, genre: genreOf(type, kind, fields) }, simple(fields), titlesOf(type, fields), numbersOf(type, kind, fields), publisherOf(kind, fields), datesOf(fields), peopleOf(fields), ownOf(fields),
  ];
}

/** As much of an entry as a row shows. `values` hold no field that would change what others say (`csl-title`, `crossref`). */
export function briefItem(key: string, type: string, values: Values): Item {
  const fields = new Fields(values);
  const item: { id: string; type: ItemType; title?: string; author?: readonly Name[]; editor?: readonly Name[]; issued?: CslDate } = { id: key, type: typeOf(type, values) };
  const [title, main] = [fields.title('title'), isVolume(type) ? fields.title('maintitle') : undefined];
  const author = namesIn(fields, 'author');
  const editor = editorRole('editor', values) === 'editor' ? namesIn(fields, 'editor') : [];
  const issued = issuedOf(fields);
  if (title !== undefined) item.title = main ?? title;
  if (author.length > 0) item.author = author;
  if (editor.length > 0) item.editor = editor;
  if (issued !== undefined) item.issued = issued;
  return item;
}

function namesIn(fields: Fields, name: string): readonly Name[] {
  const value = fields.raw(name);
  return value === undefined ? [] : bibNames(value).names;
}

/** Two parts of a title with a mark between them, unless the first ends in one. */
const joined = (first: string, second: string, mark: string): string => (/[.?!:…]["”’]?$/u.test(first) ? `${first} ${second}` : `${first}${mark} ${second}`);

/** Works of one or several volumes: the title of all volumes is theirs, and that of one belongs to the volume. */
const isVolume = (type: string): boolean => /^(?:mv)?(?:book|collection|proceedings|reference)$/u.test(type);

/** The names of the fields that go with a title. */
const titleParts = {
  maintitle: ['mainsubtitle', 'maintitleaddon'], booktitle: ['booksubtitle', 'booktitleaddon'], title: ['subtitle', 'titleaddon'],
  journaltitle: ['journalsubtitle', 'journaltitleaddon'], issuetitle: ['issuesubtitle', 'issuetitleaddon'],
} as const;
type Title = keyof typeof titleParts;

/** The fields of an entry as text. */
export class Fields {
  constructor(readonly values: Values) {}

  raw(...names: readonly string[]): string | undefined {
    for (const name of names) {
      const value = this.values.get(name);
      if (value !== undefined && !isBlank(value)) return value;
    }
    return undefined;
  }

  /** The first of these fields that says something. */
  text(...names: readonly string[]): string | undefined {
    const raw = this.raw(...names);
    return raw === undefined ? undefined : readTex(raw).text || undefined;
  }

  /** A list of BibLaTeX, whose parts stand between “and”. */
  list(...names: readonly string[]): string | undefined {
    const value = this.raw(...names);
    return (value === undefined ? [] : partedNames(value)).map((part) => bibString(readTex(part).text)).filter((text) => text !== '').join('; ') || undefined;
  }

  /** A title with its subtitle and what is added to it. */
  title(name: Title): string | undefined {
    const [sub, more] = titleParts[name];
    const [title, subtitle, addon] = [this.text(name), this.text(sub), this.text(more)];
    const whole = title === undefined || subtitle === undefined ? title ?? (this.raw(name) === undefined ? subtitle : undefined) : joined(title, subtitle, ':');
    return whole === undefined || addon === undefined ? whole : joined(whole, addon, '.');
  }
}

/** CSL variables whose value is the text of the first of these fields. */
const simpleFields: { readonly [variable: string]: readonly string[] } = {
  'container-title-short': ['shortjournal'], 'collection-title-short': ['shortseries'], 'volume': ['volume'], 'edition': ['edition'],
  'chapter-number': ['chapter'], 'number-of-volumes': ['volumes'], 'number-of-pages': ['pagetotal', 'numpages'], 'event-title': ['eventtitle'], 'event-place': ['venue'],
  'annote': ['annotation', 'annote'], 'ISBN': ['isbn'], 'ISSN': ['issn'], 'call-number': ['library'], 'version': ['version'],
  'part-number': ['part'], 'original-title': ['origtitle'], 'title-short': ['shorttitle'], 'original-publisher': ['origpublisher'],
  'original-publisher-place': ['origlocation'],
};

const simpleEntries = Object.entries(simpleFields);

function simple(fields: Fields): { readonly [variable: string]: unknown } {
  const texts: { [variable: string]: unknown } = {};
  for (const [variable, names] of simpleEntries) {
    for (const name of names) {
      if (!fields.values.has(name)) continue;
      texts[variable] = fields.text(...names);
      break;
    }
  }
  const [note, addendum] = [fields.text('note'), fields.text('addendum')];
  texts['note'] = note === undefined || addendum === undefined ? note ?? addendum : `${note}${/[.!?]$/u.test(note) ? '' : '.'} ${addendum}`;
  for (const [variable, name] of [['collection-title', 'series'], ['status', 'pubstate']] as const) {
    const text = fields.text(name);
    if (text !== undefined) texts[variable] = bibString(text);
  }
  texts['language'] = languageOf(fields);
  return texts;
}

const nothing: Lot = {};

/** Fields that name a variable of CSL, as our own bibliographies have them. */
function ownOf(fields: Fields): { readonly [variable: string]: unknown } {
  const named = [...fields.values.keys()].filter((name) => name.startsWith('csl-') && name !== 'csl-type');
  return named.length === 0 ? nothing : Object.fromEntries(named.map((name) => {
    const variable = name.slice('csl-'.length);
    return [variable, (dateVariables as readonly string[]).includes(variable) ? edtfDate(fields.raw(name) ?? '') : fields.text(name)];
  }));
}

/** What the old types for theses and reports say besides. */
const kinds: { readonly [type: string]: string } = { phdthesis: 'phdthesis', mastersthesis: 'mathesis', masterthesis: 'mathesis', bachelorthesis: 'bathesis', bachelorsthesis: 'bathesis' };

function genreOf(type: string, kind: ItemType, fields: Fields): string | undefined {
  const said = fields.text('type') ?? (kind === 'thesis' && Object.hasOwn(kinds, type) ? kinds[type] : undefined);
  return said === undefined || kind === `article-${said.toLowerCase()}` ? undefined : bibString(said);
}

/** The language of the work: a code if one of the fields names a language that has one, else what they say. */
function languageOf(fields: Fields): string | undefined {
  if (!fields.values.has('language') && !fields.values.has('langid') && !fields.values.has('hyphenation')) return undefined;
  const said = ['language', 'langid', 'hyphenation'].map((name) => fields.text(name)).filter((text) => text !== undefined);
  const words = said.map((text) => text.split(' and ').map(bibString).join('; '));
  return words.map(languageCode).find((code) => isCode(code)) ?? words[0];
}

function titlesOf(type: string, fields: Fields): { readonly [variable: string]: unknown } {
  const [main, book, title] = [fields.title('maintitle'), fields.title('booktitle'), fields.title('title')];
  const journal = fields.title('journaltitle') ?? fields.text('journal');
  const issue = fields.title('issuetitle');
  if (isVolume(type) && main !== undefined && title !== undefined) return { 'title': main, 'volume-title': title, 'title-short': undefined };
  return {
    title,
    'container-title': type === 'article' ? journal ?? book : isPart(type) ? main ?? book ?? journal : main ?? journal ?? book,
    'volume-title': issue ?? (main !== undefined && isPart(type) ? book : undefined),
  };
}

/** Pages with a hyphen in each range. */
export const pagesIn = (text: string): string => text.replace(/ ?[–—-]{1,3} ?/gu, '-');

/** `12(3)` and `34, no. 2` in the field of the volume alone. */
const volumeAndIssue = /^(\d{1,5})(?: ?\(|, (?:no\.|nr\.|issue) )(\d{1,4}(?:[-–/]\d{1,4})?)\)?$/iu;

function numbersOf(type: string, kind: string, fields: Fields): { readonly [variable: string]: unknown } {
  const [number, issue] = [fields.text('number'), fields.text('issue')];
  const pages = fields.text('pages');
  const page = pages === undefined ? undefined : pagesIn(pages);
  const both = number === undefined && issue === undefined ? volumeAndIssue.exec(fields.text('volume') ?? '') : null;
  const periodical = /^article|^periodical|^review/u.test(kind);
  const said = fields.text('eid', 'articleno');
  const own = said === page ? undefined : said;
  if (periodical && both !== null) return { page, volume: both[1], issue: both[2], number: own };
  if (periodical) return { page, issue: number ?? issue, number: own };
  if (type === 'inproceedings' || type === 'conference') return { page, ...(fields.raw('series') === undefined ? { issue: number ?? issue } : { 'collection-number': number, issue }), number: own };
  if (inSeries.has(type)) return { page, issue, 'collection-number': number };
  return { page, issue, number: number ?? fields.text('isrn', 'eid') };
}

const publishers: readonly string[] = ['publisher', 'organization', 'institution', 'school'];

function publisherOf(kind: string, fields: Fields): { readonly [variable: string]: unknown } {
  const own = kind === 'thesis' || kind === 'report' ? ['institution', 'school', 'publisher', 'organization'] : publishers;
  const how = fields.raw('howpublished');
  const said = how === undefined || /https?:|\\url|www\./u.test(how) ? [] : ['howpublished'];
  const isBiblatex = ['location', 'date', 'journaltitle'].some((name) => fields.values.has(name));
  const textOf = (...names: readonly string[]): string | undefined => (isBiblatex ? fields.list(...names) : fields.text(...names));
  // Where both stand, as the ACM writes them, the address is the publisher's and the location that of the conference.
  const place = textOf('address', 'location');
  const elsewhere = kind === 'paper-conference' && fields.raw('address') !== undefined && fields.raw('venue') === undefined ? fields.text('location') : undefined;
  return {
    'publisher': textOf(...own, ...said),
    ...(elsewhere === undefined ? {} : { 'event-place': elsewhere }),
    ...(kind === 'patent' ? { 'jurisdiction': place, 'publisher-place': undefined } : { 'publisher-place': place }),
  };
}

const accessFields = ['urldate', 'lastaccessed', 'lastchecked', 'accessdate', 'accessed', 'urlaccessdate'];

const datesOf = (fields: Fields): { readonly [variable: string]: CslDate | undefined } => ({
  'issued': issuedOf(fields), 'accessed': dateIn(fields, ...accessFields) ?? dateFrom(fields, 'urlyear', 'urlmonth', 'urlday'),
  'event-date': dateIn(fields, 'eventdate') ?? dateFrom(fields, 'eventyear', 'eventmonth', 'eventday'),
  'original-date': dateIn(fields, 'origdate') ?? dateFrom(fields, 'origyear', 'origmonth', 'origday'),
});

const issuedOf = (fields: Fields): CslDate | undefined => dateIn(fields, 'date') ?? dateFrom(fields, 'year', 'month', 'day');

function dateIn(fields: Fields, ...names: readonly string[]): CslDate | undefined {
  const said = fields.raw(...names);
  return said === undefined ? undefined : edtfDate(said);
}

const dateFrom = (fields: Fields, year: string, month: string, day: string): CslDate | undefined =>
  (fields.values.has(year) ? dateOfParts(fields.raw(year) ?? '', fields.raw(month) ?? '', fields.raw(day) ?? '') : undefined);

const roles: readonly (readonly [field: string, role: NameVariable])[] = [
  ['author', 'author'], ['translator', 'translator'], ['bookauthor', 'container-author'], ['director', 'director'], ['interviewer', 'interviewer'], ['illustrator', 'illustrator'],
];
const namedFields = ['namea', 'nameb', 'namec'];
const editorFields = ['editor', 'editora', 'editorb', 'editorc'];
const editorRoles: ReadonlyMap<string, NameVariable> = new Map(Object.entries({
  editor: 'editor', compiler: 'compiler', director: 'director', organizer: 'organizer', translator: 'translator', producer: 'producer', collaborator: 'contributor',
  illustrator: 'illustrator', performer: 'performer', composer: 'composer',
} as const));

/** The role of the people in `editor`, `editora` …, or undefined when CSL has none for them. */
export function editorRole(field: string, values: Values): NameVariable | undefined {
  const type = values.get(`${field}type`)?.trim().toLowerCase();
  return type === undefined || type === '' ? 'editor' : editorRoles.get(type) ?? (field === 'editor' ? 'editor' : undefined);
}

/** The role of the people in `namea` …, when its type is one of CSL's roles. */
export function namedRole(field: string, values: Values): NameVariable | undefined {
  const type = values.get(`${field}type`)?.trim();
  return nameVariables.find((role) => role === type);
}

function peopleOf(fields: Fields): { readonly [variable: string]: readonly Name[] | undefined } {
  const people = new Map<NameVariable, readonly Name[]>();
  const add = (role: NameVariable | undefined, value: string | undefined): void => {
    if (role === undefined || value === undefined) return;
    const [before, names] = [people.get(role), bibNames(value).names];
    people.set(role, before === undefined ? names : [...before, ...names]);
  };
  for (const [field, role] of roles) if (fields.values.has(field)) add(role, fields.raw(field));
  for (const field of namedFields) if (fields.values.has(field)) add(namedRole(field, fields.values), fields.raw(field));
  for (const field of editorFields) if (fields.values.has(field)) add(editorRole(field, fields.values), fields.raw(field));
  const found: { [variable: string]: readonly Name[] } = {};
  for (const role of people.size === 0 ? [] : nameVariables) {
    const names = people.get(role);
    if (names !== undefined && names.length > 0) found[role] = names;
  }
  return found;
}

/** Does the list of authors end in “others”? */
export function authorsIncomplete(values: Values): boolean {
  const authors = values.get('author') ?? '';
  return /others|et\.? ?al/iu.test(authors) && bibNames(authors).incomplete;
}
