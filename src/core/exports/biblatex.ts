/**
 * A bibliography as BibLaTeX: one field a line, nothing of a source left out but `custom`, which is ours alone. Of that, the
 * fields that an entry of BibTeX brought along (`custom.unmapped`) are written back as they were, and what the item does not say as the entry
 * did (`custom.biblatex`) as the entry said it.
 */
import { bib, joined, type TexText } from '../exits';
import { dateVariables, isObject, nameVariables, type CslDate, type Item, type Name } from '../source';
import { withKept } from './asWritten';
import { biblatexAliases, biblatexGrouping } from './biblatexGroups';
import { namesTex } from './biblatexNames';
import {
  dateFields, entryTypes, genreKeys, languageNames, nameFields, plainTypes, publicationStates, publisherFields, subtypes,
  textFields, titleFields, verbatimFields,
} from './biblatexTables';
import { edtf } from './edtf';
import { keywordsOf } from './keywords';
import { bareTex, closedAddress, closedPath, closedTex, entryKey, oneLine, printableTex, tex, titleTex, verbatimTex } from './tex';

/** The fields of one entry. The first to take a name has it; a value that comes too late stands under its CSL name. */
class Entry {
  readonly fields: Map<string, TexText>;

  constructor(fields: readonly (readonly [string, TexText])[]) {
    this.fields = new Map(fields);
  }

  put(name: string | undefined, value: TexText, variable: string): void {
    if (value === '') return;
    const free = name !== undefined && !this.fields.has(name) ? name : `csl-${variable.replace(/[^A-Za-z0-9-]/g, '-').toLowerCase()}`;
    if (!this.fields.has(free)) this.fields.set(free, value);
  }
}

type Writer = (entry: Entry, text: string, item: Item) => void;

const inJournal = (item: Item): boolean => entryTypes[item.type] === 'article';
/** BibLaTeX's type of an item. A paper that no proceedings hold was read, not printed. */
export const entryTypeOf = (item: Item): string =>
  (item.type === 'paper-conference' && (item['container-title'] ?? '') === '' ? 'unpublished' : entryTypes[item.type]);

/** Is the entry's number that of an issue? In books it is the number within a series. */
const isNumbered = (item: Item): boolean =>
  inJournal(item) || item.type === 'periodical' || (entryTypeOf(item) === 'inproceedings' && item['collection-title'] === undefined);

const inBook = (item: Item): boolean => /^in/.test(entryTypes[item.type]);
/** Does the item speak of one volume of several? Then what contains it is the title of them all. */
const isVolume = (item: Item): boolean => typeof item['volume-title'] === 'string' && item['volume-title'] !== '' && !inJournal(item);

/** A keyword of biblatex where it has one, else the words. */
const keyOr = (key: string | undefined, text: string): TexText => (key === undefined ? tex(text) : bareTex(key));

/** Variables whose field depends on the type of the item or on what they say. */
const special: Readonly<Record<string, Writer>> = {
  'container-title': (entry, text, item) =>
    entry.put(inJournal(item) ? 'journaltitle' : isVolume(item) ? 'maintitle' : 'booktitle', inJournal(item) ? tex(text) : titleTex(text), 'container-title'),
  'container-title-short': (entry, text, item) => entry.put(inJournal(item) ? 'shortjournal' : undefined, tex(text), 'container-title-short'),
  'journalAbbreviation': (entry, text, item) => entry.put(inJournal(item) ? 'shortjournal' : undefined, tex(text), 'journalAbbreviation'),
  'issue': (entry, text, item) => entry.put(isNumbered(item) && /\d/.test(text) ? 'number' : 'issue', tex(text), 'issue'),
  'collection-number': (entry, text, item) => entry.put(inJournal(item) || entryTypeOf(item) === 'unpublished' ? undefined : 'number', tex(text), 'collection-number'),
  'number': (entry, text, item) => entry.put(inJournal(item) || item.type === 'periodical' || entryTypeOf(item) === 'inproceedings' ? 'eid' : 'number', tex(text), 'number'),
  'page': (entry, text) => entry.put('pages', tex(text.replace(/[-–—]+/g, '--').replace(/ ?-- ?/g, '--')), 'page'),
  'publisher': (entry, text, item) => {
    const field = publisherFields[item.type] ?? 'publisher';
    const other = field === 'howpublished' && ['institution', 'organization', 'school'].some((one) => entry.fields.has(one));
    // An institution that was brought along would be read as the publisher before what stands under “howpublished”.
    entry.put(other ? 'publisher' : field, tex(text), 'publisher');
  },
  'genre': (entry, text, item) =>
    entry.put(inJournal(item) ? undefined : 'type', keyOr(genreKeys.get(oneLine(text).toLowerCase()), text), 'genre'),
  'status': (entry, text) => entry.put('pubstate', keyOr(publicationStates.get(text.toLowerCase()), text), 'status'),
  'title': (entry, text, item) => entry.put(isVolume(item) && !inBook(item) ? 'maintitle' : 'title', titleTex(text), 'title'),
  'language': (entry, text) => {
    const tag = text.toLowerCase();
    const name = languageNames.get(tag) ?? languageNames.get(tag.split('-', 1)[0] as string);
    entry.put(name && 'langid', keyOr(name, text), 'language');
  },
  'PMID': (entry, text) => {
    if (!entry.fields.has('eprint')) entry.put('eprinttype', bib`pubmed`, 'eprinttype');
    entry.put('eprint', verbatimTex(text), 'PMID');
  },
  'volume-title': (entry, text, item) => entry.put(inJournal(item) ? 'issuetitle' : inBook(item) ? 'booktitle' : 'title', titleTex(text), 'volume-title'),
  'shortTitle': (entry, text) => entry.put('shorttitle', titleTex(text), 'shortTitle'),
  'event': (entry, text) => entry.put('eventtitle', titleTex(text), 'event'),
};

function writeText(entry: Entry, variable: string, text: string, item: Item): void {
  const writer = special[variable];
  if (writer !== undefined) writer(entry, text, item);
  else if (titleFields[variable] !== undefined) entry.put(titleFields[variable], titleTex(text), variable);
  else if (verbatimFields[variable] !== undefined) entry.put(verbatimFields[variable], verbatimTex(text), variable);
  else entry.put(textFields[variable], tex(text), variable);
}

/** Roles without a field of their own take biblatex's three lists for custom names, each with its role. */
function writeNames(entry: Entry, item: Item): void {
  const custom = ['namea', 'nameb', 'namec'];
  for (const role of nameVariables) {
    const listed = namesTex((item[role] ?? []).filter(isObject) as readonly Name[]);
    if (listed === '') continue;
    const names = role === 'author' && item.custom?.['authorsIncomplete'] === true ? bib`${listed} and others` : listed;
    const field = nameFields[role] ?? custom.shift();
    entry.put(field, names, role);
    if (field?.startsWith('name')) entry.put(`${field}type`, bareTex(role), `${role}-type`);
  }
}

/** A date that is only words has no place in biblatex but `year`. */
function writeDates(entry: Entry, item: Item): void {
  for (const variable of dateVariables) {
    const date: CslDate | undefined = item[variable];
    if (!isObject(date)) continue;
    const known = edtf(date);
    const words = date.literal ?? date.raw ?? '';
    if (known !== undefined) entry.put(dateFields[variable], bareTex(known), variable);
    else entry.put(variable === 'issued' ? 'year' : undefined, tex(String(words)), variable);
  }
}

const elsewhere: ReadonlySet<string> = new Set<string>([...nameVariables, ...dateVariables, 'id', 'type', 'tags', 'keyword', 'custom']);

/** Text, number or a list of them as one text; what else CSL may come to hold, as JSON. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.join(', ');
  return value === undefined || value === null ? '' : JSON.stringify(value);
}

/** Fields of words that a bibliography prints; others hold keys, addresses, names of files or what only programs read. */
const printed: ReadonlySet<string> = new Set([
  'addendum', 'annotation', 'booksubtitle', 'booktitle', 'booktitleaddon', 'chapter', 'edition', 'eventtitle', 'eventtitleaddon', 'howpublished', 'institution', 'issue', 'issuesubtitle', 'issuetitle', 'issuetitleaddon', 'journalsubtitle',
  'journaltitle', 'journaltitleaddon', 'location', 'mainsubtitle', 'maintitle', 'maintitleaddon', 'nameaddon', 'note', 'number', 'organization', 'origlocation', 'origpublisher', 'origtitle', 'part', 'publisher', 'reprinttitle', 'school', 'series',
  'shortjournal', 'shortseries', 'shorttitle', 'subtitle', 'title', 'titleaddon', 'type', 'venue', 'version', 'volume', 'volumes',
]);

const addresses: ReadonlySet<string> = new Set(['url', 'doi', 'eprint']);
const paths: ReadonlySet<string> = new Set(['file', 'pdf', 'verba', 'verbb', 'verbc']);
const people: ReadonlySet<string> = new Set(['author', 'editor', 'editora', 'editorb', 'editorc', 'translator', 'bookauthor', 'namea', 'nameb', 'namec', 'annotator', 'commentator', 'introduction', 'foreword', 'afterword', 'shortauthor', 'shorteditor', 'holder']);

/** A field of an entry in the TeX in which it was. */
export function givenTex(field: string, value: string): TexText {
  if (paths.has(field)) return closedPath(value);
  if (addresses.has(field)) return closedAddress(value);
  const isPrinted = printed.has(field) || people.has(field) || printed.has(biblatexAliases.get(field) ?? '');
  return isPrinted ? printableTex(closedTex(value)) : closedTex(value);
}

/** What may be the name of a field. */
const fieldName = /^[a-z][a-z0-9_.+:-]*$/;

/** Biber gives up on an entry that inherits from itself. */
const isCircle = (field: string, value: string, { id }: Item): boolean => field === 'crossref' && value.trim().toLowerCase() === id.toLowerCase();

/** Fields that an entry of BibTeX brought along and that have no place in CSL, in the TeX in which they were. */
function broughtAlong(item: Item): readonly (readonly [string, TexText])[] {
  const unmapped = item.custom?.['unmapped'];
  return Object.entries(isObject(unmapped) ? unmapped : {}).flatMap(([field, value]) =>
    (typeof value === 'string' && fieldName.test(field) && !isCircle(field, value, item) ? [[field, givenTex(field, value)] as const] : []));
}

/** The fields of an item in BibLaTeX, by name, each as TeX. */
export function entryOf(item: Item): { readonly fields: ReadonlyMap<string, TexText> } {
  const entry = new Entry(broughtAlong(item));
  writeNames(entry, item);
  writeDates(entry, item);
  const variables = Object.keys(item).filter((variable) => !elsewhere.has(variable)).sort(byRank);
  for (const variable of variables) writeText(entry, variable, textOf(item[variable]), item);
  entry.put('keywords', joined(keywordsOf(item).map(tex), bib`, `), 'keyword');
  entry.put('entrysubtype', bareTex(subtypes[item.type] ?? ''), 'entrysubtype');
  if (!plainTypes.has(item.type) || entryTypeOf(item) !== entryTypes[item.type]) entry.put('csl-type', bareTex(item.type), 'type');
  return entry;
}

/** Where two variables want one field, the one that biblatex means by it comes first. */
const first = ['title-short', 'event-title', 'container-title-short', 'issue', 'collection-number', 'number'];
const byRank = (one: string, other: string): number => rank(one) - rank(other) || (one < other ? -1 : 1);
const rank = (variable: string): number => (first.includes(variable) ? first.indexOf(variable) : first.length);

/** A field by its name, with its value. */
type Field = readonly [string, TexText];

/** Fields in the order in which one reads a reference; the others follow by the alphabet. */
const order = ['author', 'title', 'subtitle', 'editor', 'translator', 'date', 'year', 'journaltitle', 'booktitle', 'volume', 'number', 'pages', 'publisher', 'location'];
const place = (field: string): number => (order.includes(field) ? order.indexOf(field) : order.length);
const byPlace = ([one]: Field, [other]: Field): number => place(one) - place(other) || (one < other ? -1 : 1);

/** Fields in the order in which one reads a reference. */
export const inOrder = (fields: readonly Field[]): readonly Field[] => [...fields].sort(byPlace);

/** An entry of these fields, whose values carry their own braces. */
export const writtenEntry = (type: string, id: string, fields: readonly Field[]): TexText =>
  bib`@${bareTex(type)}{${entryKey(id)},\n${joined(fields.map(([field, value]) => bib`  ${bareTex(field)} = ${value},\n`), bib``)}}\n`;

/** The type of the entry of an item, under `@`, and its fields. */
export const entryFields = (item: Item): readonly (readonly [string, TexText])[] => [['@', bareTex(entryTypeOf(item) ?? 'misc')], ...entryOf(item).fields];

/** What may be a type of entries, and is no remark or definition. */
const entryType = /^(?!(?:comment|preamble|string)$)[a-z]+$/;

/** The same with what its own entry said otherwise in its place. A person’s tags come before the keywords of the entry. */
function fieldsAsWritten(item: Item): readonly (readonly [string, TexText])[] {
  const kept = item.custom?.['biblatex'];
  if (kept === undefined) return entryFields(item);
  const tags = isObject(kept) && kept['keywords'] !== undefined ? item.tags ?? [] : [];
  const { fields, asWritten } = withKept(entryFields(tags.length > 0 ? { ...item, tags: [] } : item), kept, biblatexGrouping);
  const given = asWritten.filter(([name, value]) => (name === '@' ? entryType.test(value) : fieldName.test(name))).map(([name, value]) => [name, givenTex(name, value)] as const);
  return withTags([...fields, ...given] as readonly Field[], tags);
}

function withTags(fields: readonly Field[], tags: readonly string[]): readonly Field[] {
  if (tags.length === 0) return fields;
  const at = fields.findIndex(([name]) => name === 'keywords');
  const words = tags.map((tag) => tex(tag.replace(/,/g, ' ')));
  return at < 0 ? [...fields, ['keywords', joined(words, bib`, `)]] : fields.with(at, ['keywords', joined([...words, fields[at]?.[1] ?? bib``], bib`, `)]);
}

function entryText(item: Item): TexText {
  const all = fieldsAsWritten(item);
  const type = all.find(([name]) => name === '@')?.[1] ?? entryTypeOf(item);
  return writtenEntry(type, item.id, inOrder(all.filter(([name]) => name !== '@').map(([field, value]) => [field, bib`{${value}}`] as const)));
}

/** Entries with an empty line between; an empty text for no items. */
export const biblatex = (items: readonly Item[]): TexText => joined(items.map(entryText), bib`\n`);
