/** Ovid's exports: two-letter tags under a number (`<1. >`, `UI  - …`), and names of fields with the values in lines below (`<1>`, `Title`). */
import type { Roles } from './draft';
import { withoutStop } from './nbib';
import { sourceFields } from './ovidSource';
import { hasTags, lineOf, type TaggedFormat } from './taggedFormat';
import type { TaggedField, TaggedRecord } from './taggedScan';
import { typeNamed } from './typeNames';

const number = /^<\s{0,3}\d{1,6}\s{0,3}\.?\s{0,3}>(?:\s*)$/u;
const numberLine = (line: string): TaggedField | undefined => (number.test(line.trim().replace(/&lt;/gu, '<').replace(/&gt;/gu, '>')) ? { tag: '<>', value: line.trim() } : undefined);

const tagRoles: Roles = {
  '<>': 'silent', VN: 'silent', TI: 'title', OT: 'original-title', TT: 'original-title', FA: 'authorFull', AU: 'author', CA: 'corporate', ED: 'editor', JN: 'container', JT: 'container', JA: 'containerShort', TA: 'containerShort', BT: 'book', YR: 'year', PY: 'year', DP: 'date',
  VO: 'volume', VI: 'volume', IP: 'issue', PG: 'pages', AB: 'abstract', KW: 'keyword', KP: 'keyword', ID: 'keyword', MH: 'keywordSecond', SH: 'keywordSecond', DO: 'doi', DI: 'doi', IS: 'ISSN', SN: 'serial', IB: 'ISBN', PB: 'publisher', LG: 'language', LA: 'language', PT: 'type', UR: 'url',
};

/** Ovid's tags under a number. */
export const ovid: TaggedFormat = {
  format: 'ovid',
  sign: /^[ \t]{0,40}(?:<|&lt;)\s{0,3}\d{1,6}\s{0,3}\.?\s{0,3}(?:>|&gt;)|^[ \t]{0,40}VN {1,3}-/mu,
  layout: {
    field: (line) => numberLine(line) ?? lineOf(/^([A-Z][A-Z0-9]) {0,3}-(?:[ \t]+(\S.*)|\s*)$/u)(line),
    opens: ({ tag }, open) => tag === '<>' || (open === undefined ? tag === 'VN' : tag === 'UI' && open.tags.has('UI')),
  },
  roles: tagRoles,
  isRecord: (record) => hasTags(record, ['TI', 'BT'], ['AU', 'FA', 'UI', 'SO', 'AB', 'ED']) && (hasTags(record, ['UI']) || hasTags(record, ['SO']) || hasTags(record, ['<>'])),
  prepare: (fields) => withSource(fields, 'SO', ['JN', 'VO', 'IP', 'PG', 'YR']),
  typeOf: (fields) => kindOf(fields, 'PT'),
  head: /(?:\s{0,4}(?:VN|DB|RN|SD|SS) {1,3}- [^\n]{0,120}){1,5}\s{0,8}$/u,
};

/** The fields with what the citation under `tag` says besides; what has a field of its own is taken from there. */
function withSource(fields: readonly TaggedField[], tag: string, names: readonly string[]): readonly TaggedField[] {
  const regular = fields.map((field) => (['TI', 'Title', 'Chapter Title', 'Original Title'].includes(field.tag) ? { tag: field.tag, value: plainTitle(field.value) } : field));
  const people = regular.flatMap(peopleOf);
  const source = fields.find((field) => field.tag === tag)?.value;
  if (source === undefined) return people;
  const known = new Set(fields.filter(({ value }) => value !== '').map((field) => field.tag));
  const said = sourceFields(source, names).filter((field) => !known.has(field.tag));
  return said.length === 0 ? people : [...people.filter((field) => field.tag !== tag), ...said];
}

/** Without the stop at the end and the kind of work in brackets before it. */
const plainTitle = (title: string): string => withoutStop(title.replace(/\s{0,4}\[(?:Article|Review|Editorial|Letter|Book|Chapter|Book Chapter|References|Miscellaneous)\]\.?$/iu, '').trim());

const persons = new Set(['AU', 'FA', 'ED', 'Author', 'Authors', 'Authors Full Name', 'Editor', 'Editors']);

/** `Doe J. Roe K.` on one line, or one name a line; `[Ed]` makes an editor. */
function peopleOf(field: TaggedField): readonly TaggedField[] {
  if (!persons.has(field.tag)) return [field];
  return field.value.split(/[\n;]|(?<= \p{Lu}{1,3}\.) (?=\p{Lu})/u).map((name) => name.trim()).filter((name) => name !== '').map((name) => {
    const editor = / ?[[(]Eds?\.?[\])]\.?$/iu.exec(name);
    const bare = (editor === null ? name : name.slice(0, editor.index)).replace(/(?<=\p{L}{2})[.,]$|(?<= \p{Lu}{1,3})\.$/u, '');
    return { tag: editor === null ? field.tag : field.tag.length === 2 ? 'ED' : 'Editor', value: bare };
  });
}

function kindOf(fields: readonly TaggedField[], tag: string): ReturnType<typeof typeNamed> {
  const named = fields.filter((field) => field.tag === tag).flatMap(({ value }) => value.split(/[\n;]/u)).map((name) => typeNamed(name.replace(/\.$/u, '')));
  const special = named.find((type) => type !== undefined && type !== 'article-journal');
  if (fields.some((field) => field.tag === 'Chapter Title')) return 'chapter';
  return special ?? named.find((type) => type !== undefined) ?? (fields.some((field) => ['JN', 'Journal Name', 'Journal'].includes(field.tag)) ? 'article-journal' : undefined);
}

const nameRoles: Roles = {
  '<>': 'silent', 'Title': 'title', 'Chapter Title': 'title', 'Book Title': 'book', 'Original Title': 'original-title', 'Author': 'author', 'Authors': 'author', 'Authors Full Name': 'authorFull', 'Editor': 'editor', 'Editors': 'editor', 'Corporate Author': 'corporate',
  'Institutional Author': 'corporate', 'Journal Name': 'container', 'Journal': 'container', 'Abbreviated Source': 'containerShort', 'Journal Abbreviation': 'containerShort', 'Volume': 'volume', 'Issue': 'issue', 'Issue/Part': 'issue', 'Page': 'pages', 'Pages': 'pages', 'Pagination': 'pages',
  'Year of Publication': 'year', 'Publication Year': 'year', 'Year': 'year', 'Date of Publication': 'date', 'Publication Date': 'date', 'Abstract': 'abstract', 'Keywords': 'keyword', 'Keyword': 'keyword', 'Keyword Heading': 'keyword', 'Author Keywords': 'keyword', 'Key Concepts': 'keyword',
  'MeSH Subject Headings': 'keywordSecond', 'Subject Headings': 'keywordSecond', 'Digital Object Identifier': 'doi', 'DOI': 'doi', 'ISSN': 'ISSN', 'ISSN Print': 'ISSN', 'ISSN Electronic': 'ISSN', 'ISBN': 'ISBN', 'Publisher': 'publisher', 'Language': 'language', 'Publication Type': 'type',
  'Document Type': 'type', 'URL': 'url',
};
const otherNames = new Set(['Unique Identifier', 'Accession Number', 'Source', 'Institution', 'Database', 'Status', 'Record Owner', 'Country of Publication', 'Link to the Ovid Full Text or citation', 'Link to the External Link Resolver', 'Author Affiliation', 'Author NameID', 'Local Messages', 'Correspondence Address', 'Copyright', 'Registry Numbers', 'Update Date', 'Entry Date']);

/** A name of a field alone on its line; its value stands on the lines below, and seldom behind it. */
function namedLine(line: string): TaggedField | undefined {
  const at = numberLine(line);
  if (at !== undefined || /^[ \t]/u.test(line) || line.length > 3000) return at;
  const [name = '', value = ''] = line.split(/\t|:[ \t]|[ \t]{2,}/u, 2);
  const label = name.trim().replace(/:$/u, '');
  if (Object.hasOwn(nameRoles, label) || otherNames.has(label)) return { tag: label, value: value === '' ? '' : line.slice(name.length + 1).trim() };
  return undefined;
}

/** Ovid's names of fields under a number. */
export const ovidNamed: TaggedFormat = {
  format: 'ovid',
  sign: /^[ \t]{0,40}(?:<|&lt;)\s{0,3}\d{1,6}\s{0,3}\.?\s{0,3}(?:>|&gt;)\s*$/mu,
  layout: { field: namedLine, opens: ({ tag }) => tag === '<>' },
  roles: nameRoles,
  isRecord: (record: TaggedRecord) => hasTags(record, ['Title', 'Chapter Title', 'Book Title'], ['Author', 'Authors', 'Source', 'Unique Identifier', 'Accession Number', 'Abstract', 'Editors']),
  prepare: (fields) => chapterFields(withSource(fields, 'Source', ['Journal Name', 'Volume', 'Issue', 'Pages', 'Year'])),
  typeOf: (fields) => kindOf(fields, 'Publication Type') ?? kindOf(fields, 'Document Type'),
};

/** Beside a chapter's title, the title is that of the book. */
function chapterFields(fields: readonly TaggedField[]): readonly TaggedField[] {
  if (!fields.some(({ tag }) => tag === 'Chapter Title')) return fields;
  return fields.map((field) => (field.tag === 'Title' ? { tag: 'Book Title', value: field.value } : field));
}
