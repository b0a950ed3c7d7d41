/** Where the fields of an entry belong in a CSL item: titles, names, dates, publishers, numbers. */
import { nameVariables, type CslDate, type Item, type Name, type NameVariable } from '../../source';
import { languageCode } from '../languages';
import { dateOfParts, edtfDate } from './bibtexDates';
import type { Values } from './bibtexFamily';
import { bibNames } from './bibtexNames';
import { inSeries, isPart, typeOf } from './bibtexTypes';
import { readTex } from './texText';

/**
 * What the fields say by themselves. A value with a command that is not known is left out unless `loose`:
 * citation-js may know it.
 */
export function placesOf(type: string, values: Values, read: Item, loose = false): { readonly [variable: string]: unknown } {
  const fields = new Fields(values, loose);
  const kind = typeOf(type, values, read.type);
  return {
    type: kind,
    ...simple(fields),
    ...titlesOf(type, fields),
    ...numbersOf(type, kind, fields),
    ...publisherOf(kind, fields),
    ...datesOf(fields),
    ...peopleOf(fields),
  };
}

/** The fields of an entry as text. */
export class Fields {
  /** `loose`: take also what was read without all its commands. */
  constructor(readonly values: Values, private readonly loose = false) {}

  raw(...names: readonly string[]): string | undefined {
    return names.map((name) => this.values.get(name)).find((value) => value !== undefined && value.trim() !== '');
  }

  /** The first of these fields that says something, if it could be read to the end. */
  text(...names: readonly string[]): string | undefined {
    const value = this.raw(...names);
    const reading = value === undefined ? undefined : readTex(value);
    return reading !== undefined && (this.loose || reading.whole) && reading.text !== '' ? reading.text : undefined;
  }

  /** A title with its subtitle. */
  title(name: string, sub: string): string | undefined {
    const [title, subtitle] = [this.text(name), this.text(sub)];
    if (title === undefined || subtitle === undefined) return title ?? (this.raw(name) === undefined ? subtitle : undefined);
    return /[.?!:…]["”’]?$/u.test(title) ? `${title} ${subtitle}` : `${title}: ${subtitle}`;
  }
}

/** CSL variables whose value is the text of the first of these fields. */
const simpleFields: { readonly [variable: string]: readonly string[] } = {
  'container-title-short': ['shortjournal'], 'collection-title': ['series'], 'collection-title-short': ['shortseries'], 'volume': ['volume'], 'edition': ['edition'],
  'chapter-number': ['chapter'], 'number-of-volumes': ['volumes'], 'number-of-pages': ['pagetotal', 'numpages'], 'event-title': ['eventtitle'], 'event-place': ['venue'],
  'status': ['pubstate'], 'annote': ['annotation', 'annote'], 'ISBN': ['isbn'], 'ISSN': ['issn'], 'call-number': ['library'], 'version': ['version'],
  'part-number': ['part'], 'original-title': ['origtitle'], 'title-short': ['shorttitle'], 'original-publisher': ['origpublisher'],
  'original-publisher-place': ['origlocation'],
};

function simple(fields: Fields): { readonly [variable: string]: unknown } {
  const texts = Object.entries(simpleFields).map(([variable, names]) => [variable, fields.text(...names)] as const);
  const notes = [fields.text('note'), fields.text('addendum')].filter((note) => note !== undefined);
  const note = notes.map((text, index) => (index < notes.length - 1 && !/[.!?]$/u.test(text) ? `${text}.` : text)).join(' ');
  const language = fields.text('language', 'langid', 'hyphenation');
  return { ...Object.fromEntries(texts), note, language: language === undefined || / and /u.test(language) ? language : languageCode(language) };
}

function titlesOf(type: string, fields: Fields): { readonly [variable: string]: unknown } {
  const [main, book] = [fields.title('maintitle', 'mainsubtitle'), fields.title('booktitle', 'booksubtitle')];
  const journal = fields.title('journaltitle', 'journalsubtitle') ?? fields.text('journal');
  const issue = fields.title('issuetitle', 'issuesubtitle');
  return {
    'title': fields.title('title', 'subtitle'),
    'container-title': type === 'article' ? journal ?? book : isPart(type) ? main ?? book ?? journal : main ?? journal ?? book,
    'volume-title': issue ?? (main !== undefined && isPart(type) ? book : undefined),
  };
}

function numbersOf(type: string, kind: string, fields: Fields): { readonly [variable: string]: unknown } {
  const [number, issue] = [fields.text('number'), fields.text('issue')];
  const page = fields.text('pages')?.replace(/ ?[–—-]{1,3} ?/gu, '-');
  const periodical = /^article|^periodical|^review/u.test(kind);
  if (periodical) return { page, issue: number ?? issue, number: fields.text('eid') };
  if (type === 'inproceedings' || type === 'conference') return { page, ...(fields.raw('series') === undefined ? { issue: number ?? issue } : { 'collection-number': number, 'issue': issue }) };
  if (inSeries.has(type)) return { page, issue, 'collection-number': number };
  return { page, issue, number: number ?? fields.text('isrn', 'eid') };
}

const publishers: readonly string[] = ['publisher', 'organization', 'institution', 'school'];

function publisherOf(kind: string, fields: Fields): { readonly [variable: string]: unknown } {
  const own = kind === 'thesis' || kind === 'report' ? ['institution', 'school', 'publisher', 'organization'] : publishers;
  const how = fields.raw('howpublished');
  const said = how === undefined || /https?:|\\url|www\./u.test(how) ? [] : ['howpublished'];
  const isBiblatex = ['location', 'date', 'journaltitle'].some((name) => fields.values.has(name));
  const publisher = fields.text(...own, ...said);
  const place = fields.text('location', 'address');
  return {
    'publisher': isBiblatex ? listed(publisher) : publisher,
    ...(kind === 'patent' ? { 'jurisdiction': place, 'publisher-place': undefined } : { 'publisher-place': isBiblatex ? listed(place) : place }),
  };
}

/** A list of BibLaTeX: its parts stand between “and”. */
const listed = (text: string | undefined): string | undefined => text?.split(/ and (?=\S)/u).join('; ');

const accessFields = ['urldate', 'lastaccessed', 'lastchecked', 'accessdate', 'accessed', 'urlaccessdate'];

function datesOf(fields: Fields): { readonly [variable: string]: CslDate | undefined } {
  const date = (...names: readonly string[]): CslDate | undefined => edtfDate(fields.raw(...names) ?? '');
  const parts = (prefix: string): CslDate | undefined =>
    dateOfParts(fields.raw(`${prefix}year`) ?? '', fields.raw(`${prefix}month`) ?? '', fields.raw(`${prefix}day`) ?? '');
  return {
    'issued': date('date') ?? parts(''), 'accessed': date(...accessFields) ?? parts('url'), 'event-date': date('eventdate') ?? parts('event'),
    'original-date': date('origdate') ?? parts('orig'),
  };
}

const roles: { readonly [field: string]: NameVariable } = {
  author: 'author', translator: 'translator', bookauthor: 'container-author', director: 'director', interviewer: 'interviewer', illustrator: 'illustrator',
};
const editorRoles: { readonly [type: string]: NameVariable } = {
  editor: 'editor', compiler: 'compiler', director: 'director', organizer: 'organizer', translator: 'translator', producer: 'producer', collaborator: 'contributor',
  illustrator: 'illustrator', performer: 'performer', composer: 'composer',
};

/** The role of the people in `editor`, `editora` …, or undefined when CSL has none for them. */
export function editorRole(field: string, values: Values): NameVariable | undefined {
  const type = values.get(`${field}type`)?.trim().toLowerCase();
  return type === undefined || type === '' ? 'editor' : editorRoles[type] ?? (field === 'editor' ? 'editor' : undefined);
}

function peopleOf(fields: Fields): { readonly [variable: string]: readonly Name[] | undefined } {
  const people = new Map<NameVariable, readonly Name[]>();
  const add = (role: NameVariable | undefined, value: string | undefined): void => {
    if (role === undefined || value === undefined) return;
    people.set(role, [...(people.get(role) ?? []), ...bibNames(value).names]);
  };
  for (const [field, role] of Object.entries(roles)) add(role, fields.raw(field));
  for (const field of ['editor', 'editora', 'editorb', 'editorc']) add(editorRole(field, fields.values), fields.raw(field));
  return Object.fromEntries(nameVariables.map((role) => {
    const names = people.get(role);
    return [role, names?.length === 0 ? undefined : names];
  }));
}

/** Does the list of authors end in “others”? */
export const authorsIncomplete = (values: Values): boolean => bibNames(values.get('author') ?? '').incomplete;
