/** Ovid's exports: two-letter tags under a number (`<1. >`, `UI  - …`), and names of fields with the values in lines below (`<1>`, `Title`). */
import type { Roles } from './draft';
import { withoutStop } from './nbib';
import { sourceFields } from './ovidSource';
import { hasTags, lineOf, type TaggedFormat } from './taggedFormat';
import type { TaggedField, TaggedRecord } from './taggedScan';
import { typeNamed } from './typeNames';

const number = /^(?:<\s{0,3}\d{1,6}\s{0,3}\.?\s{0,3}>|\d{1,6}\.)(?:\s*)$/u;
const numberLine = (line: string): TaggedField | undefined => (number.test(line.trim().replace(/&lt;/gu, '<').replace(/&gt;/gu, '>')) ? { tag: '<>', value: line.trim() } : undefined);

const tagRoles: Roles = {
  '<>': 'silent', VN: 'silent', TI: 'title', OT: 'original-title', TT: 'original-title', FA: 'authorFull', AU: 'author', CA: 'corporate', ED: 'editor', JN: 'container', JT: 'container', JA: 'containerShort', TA: 'containerShort', BT: 'silent', BK: 'book', PL: 'place', YR: 'year', PY: 'year', DP: 'date',
  VO: 'volume', VI: 'volume', IP: 'issue', PG: 'pages', AB: 'abstract', DE: 'keywordSecond', PN: 'number', KW: 'keyword', KP: 'keyword', ID: 'keyword', MH: 'keywordSecond', SH: 'keywordSecond', DO: 'doi', DI: 'doi', IS: 'ISSN', SN: 'serial', IB: 'ISBN', PB: 'publisher', LG: 'language', LA: 'language', PT: 'type', DT: 'type', UR: 'url', XL: 'silent',
};

const shortTags = { journal: 'JN', volume: 'VO', issue: 'IP', pages: 'PG', date: 'DP', book: 'BK', editors: 'ED', publisher: 'PB', place: 'PL' };

/** `Press, City` is a publisher and its place; the country behind `;` is neither. */
function withPlace(fields: readonly TaggedField[]): readonly TaggedField[] {
  return fields.map((field) => (field.tag === 'PB' ? { tag: 'PB', value: field.value.replace(/; ?[A-Z][\p{L} ]{1,30}$/u, '') } : field)).flatMap((field) => {
    const [, publisher, place] = field.tag === 'PB' ? /^(.{2,200}), ([^,]{2,60})\.?$/u.exec(field.value) ?? [] : [];
    if (publisher === undefined || place === undefined || /^(?:Inc|Ltd|LLC|Co)\.?$/u.test(place)) return [field];
    return [{ tag: 'PB', value: publisher }, ...(/not given/u.test(place) ? [] : [{ tag: 'PL', value: place }])];
  });
}

/** Without the head of the next export, where two stand one behind the other. */
function withoutNextHead(fields: readonly TaggedField[]): readonly TaggedField[] {
  const own = fields.findIndex(({ tag }) => tag === 'UI' || tag === 'TI');
  const head = fields.findIndex(({ tag }, index) => tag === 'VN' && index > own);
  return own < 0 || head < 0 ? fields : fields.slice(0, head);
}

/** Ovid's tags under a number. */
export const ovid: TaggedFormat = {
  format: 'ovid',
  sign: /^[ \t]{0,40}(?:<|&lt;)\s{0,3}\d{1,6}\s{0,3}\.?\s{0,3}(?:>|&gt;)|^[ \t]{0,40}(?:VN|UI) {1,3}-/mu,
  layout: {
    field: (line) => numberLine(line) ?? lineOf(/^([A-Z][A-Z0-9]) {0,3}-(?:[ \t]+(\S.*)|\s*)$/u)(line),
    opens: ({ tag }, open) => tag === '<>' || (open === undefined ? tag === 'VN' || tag === 'UI' : tag === 'UI' && open.tags.has('UI')),
  },
  roles: tagRoles,
  isRecord: (record) => hasTags(record, ['TI', 'BT'], ['AU', 'FA', 'UI', 'SO', 'AB', 'ED']) && (hasTags(record, ['UI']) || hasTags(record, ['SO']) || hasTags(record, ['<>'])),
  prepare: (fields) => withSource(withPlace(withoutNextHead(fields)), fields.some(({ tag }) => tag === 'SO') ? 'SO' : 'BT', shortTags),
  typeOf: (fields) => kindOf(fields, 'PT', 'DT'),
  head: /(?:\s{0,4}(?:VN|DB|RN|SD|SS) {1,3}- [^\n]{0,120}){1,5}\s{0,8}$/u,
};

/** The fields with what the citation under `tag` says besides; what has a field of its own is taken from there. */
function withSource(fields: readonly TaggedField[], tag: string, tags: Parameters<typeof sourceFields>[1]): readonly TaggedField[] {
  const regular = fields.flatMap((field) => (titleTags.has(field.tag) ? [{ tag: field.tag, value: plainTitle(field.value) }] : peopleOf(field)));
  const source = fields.find((field) => field.tag === tag)?.value;
  if (source === undefined) return regular;
  const known = new Set(fields.filter(({ value }) => value !== '').map((field) => field.tag));
  const said = sourceFields(source, tags).filter((field) => !known.has(field.tag)).flatMap(peopleOf);
  return said.length === 0 ? regular : [...regular.filter((field) => field.tag !== tag), ...said];
}

const titleTags = new Set(['TI', 'TT', 'OT', 'Title', 'Chapter Title', 'Original Title', 'Book Title']);

/** Without the stop at the end and the kind of work in brackets before it. */
const plainTitle = (title: string): string => withoutStop(title.replace(/\s{0,4}\[(?:Article|Articles|Review|Editorial|Letter|Book|Chapter|Book Chapter|References|Miscellaneous|Report|Reports|Abstract|Comment|Case Report)\]\.?$/iu, '').trim());

const persons = new Set(['AU', 'FA', 'ED', 'Author', 'Authors', 'Authors Full Name', 'Editor', 'Editors']);
const editorMark = /^\[?\(?Eds?(?:itors?)?\.?(?:,[^\])]{0,60})?[\])]$/iu;
const degrees = /(?:,? (?:M\.?D|Ph\.?D|D\.?Phil|M\.?Sc|B\.?Sc|M\.?P\.?H|M\.?B\.?A|R\.?N|Ed\.?D|Dr\.?P\.?H|Pharm\.?D|J\.?D|FAAN|FACSM|FACP|FRCP|FACS|MBBS|LLM)\.?){1,6}$/u;

/** `Doe J. Roe K.` on one line, or one name a line; `[Ed]` makes an editor; marks, roles and degrees are no part of a name. */
function peopleOf(field: TaggedField): readonly TaggedField[] {
  if (!persons.has(field.tag)) return [field];
  const apart = field.value.includes(',') ? /[\n;](?![^[]{0,200}\])/u : /[\n;]|(?<= (?:\p{Lu}{1,3}|\p{Lu}\.\p{Lu})\.)\s{1,3}(?=\p{L})/u;
  return field.value.split(apart).map((name) => name.trim()).flatMap((name) => {
    const mark = / ?(?:\[[^\]]{0,200}\]|\(Eds?\.?\))\.?$/iu.exec(name);
    const isEditor = mark !== null && editorMark.test(mark[0].trim().replace(/\.$/u, ''));
    const bare = (mark === null ? name : name.slice(0, mark.index)).replace(/[ ,]{1,3}[\d*+†‡§,]{1,12}$/u, '').replace(degrees, '').replace(name.includes(',') ? /(?<=\p{L}{2}| \p{Lu} \p{Lu})[.,]$/u : /(?<=\p{L}{2})[.,]$|(?<= \p{Lu}{1,3})\.$/u, '');
    if (!/\p{L}/u.test(bare) || degrees.test(`, ${bare}`)) return [];
    return [{ tag: isEditor ? (field.tag.length === 2 ? 'ED' : 'Editor') : field.tag, value: bare }];
  });
}

function kindOf(fields: readonly TaggedField[], ...tags: readonly string[]): ReturnType<typeof typeNamed> {
  const named = fields.filter((field) => tags.includes(field.tag)).flatMap(({ value }) => value.split(/[\n;:]/u)).map((name) => typeNamed(name.replace(/\.$/u, '')));
  const special = named.find((type) => type !== undefined && type !== 'article-journal');
  const inBook = fields.some(({ tag }) => tag === 'BK' || tag === 'Book Title') && fields.some(({ tag }) => tag === 'TI' || tag === 'Title');
  if (inBook || fields.some((field) => field.tag === 'Chapter Title')) return 'chapter';
  return special ?? named.find((type) => type !== undefined) ?? placeKind(fields);
}

/** What is said to stand in a journal is an article of it, in a book a chapter. */
function placeKind(fields: readonly TaggedField[]): ReturnType<typeof typeNamed> {
  if (fields.some(({ tag }) => ['JN', 'Journal Name', 'Journal'].includes(tag))) return 'article-journal';
  return fields.some(({ tag }) => tag === 'BK' || tag === 'Book Title') && fields.some(({ tag }) => titleTags.has(tag)) ? 'chapter' : undefined;
}

const nameRoles: Roles = {
  '<>': 'silent', 'Title': 'title', 'Chapter Title': 'title', 'Book Title': 'book', 'Original Title': 'original-title', 'Author': 'author', 'Authors': 'author', 'Authors Full Name': 'authorFull', 'Editor': 'editor', 'Editors': 'editor', 'Corporate Author': 'corporate',
  'Institutional Author': 'corporate', 'Journal Name': 'container', 'Journal': 'container', 'Abbreviated Source': 'containerShort', 'Journal Abbreviation': 'containerShort', 'Volume': 'volume', 'Issue': 'issue', 'Issue/Part': 'issue', 'Page': 'pages', 'Pages': 'pages', 'Pagination': 'pages',
  'Year of Publication': 'year', 'Publication Year': 'year', 'Year': 'year', 'Date of Publication': 'date', 'Publication Date': 'date', 'Abstract': 'abstract', 'Keywords': 'keyword', 'Keyword': 'keyword', 'Keyword Heading': 'keyword', 'Author Keywords': 'keyword', 'Key Concepts': 'keyword',
  'MeSH Subject Headings': 'keywordSecond', 'Subject Headings': 'keywordSecond', 'Digital Object Identifier': 'doi', 'DOI': 'doi', 'ISSN': 'ISSN', 'ISSN Print': 'ISSN', 'ISSN Electronic': 'ISSN', 'ISBN': 'ISBN', 'Publisher': 'publisher', 'Place': 'place', 'DOI Number': 'doi', 'Language': 'language', 'Publication Type': 'type',
  'Document Type': 'type', 'URL': 'url',
};
const otherNames = new Set(['Unique Identifier', 'Accession Number', 'Source', 'Institution', 'Database', 'Status', 'Record Owner', 'Country of Publication', 'Link to the Ovid Full Text or citation', 'Link to the External Link Resolver', 'Author Affiliation', 'Author NameID', 'Local Messages', 'Correspondence Address', 'Copyright', 'Author e-mail', 'Author E-mail', 'Score', 'Journal Subset', 'NLM Journal Code', 'References', 'Publisher Location', 'Registry Numbers', 'Update Date', 'Entry Date']);

/** A name of a field alone on its line; its value stands on the lines below, and seldom behind it. */
function namedLine(line: string): TaggedField | undefined {
  const at = numberLine(line);
  if (at !== undefined || /^[ \t]/u.test(line) || line.length > 3000) return at;
  const [name = '', value = ''] = line.split(/\t|:[ \t]|[ \t]{2,}/u, 2);
  const label = name.trim().replace(/:$/u, '');
  if (Object.hasOwn(nameRoles, label) || otherNames.has(label)) return { tag: label, value: value === '' ? '' : line.slice(name.length + 1).trim() };
  return undefined;
}

const longTags = { journal: 'Journal Name', volume: 'Volume', issue: 'Issue', pages: 'Pages', date: 'Publication Date', book: 'Book Title', editors: 'Editors', publisher: 'Publisher', place: 'Place' };

/** Ovid's names of fields under a number. */
export const ovidNamed: TaggedFormat = {
  format: 'ovid',
  sign: /^[ \t]{0,40}(?:<|&lt;)\s{0,3}\d{1,6}\s{0,3}\.?\s{0,3}(?:>|&gt;)[ \t]{0,40}$|^\d{1,6}\.[ \t]{0,40}\n(?:Authors?|Title|Unique Identifier|Accession Number)[ \t]{0,40}$|^[ \t]{0,40}Accession Number[ \t]{0,40}$/mu,
  layout: { field: namedLine, opens: ({ tag }, open) => tag === '<>' || ((tag === 'Score' || tag === 'Accession Number') && (open === undefined || open.tags.has('Accession Number'))) },
  roles: nameRoles,
  isRecord: (record: TaggedRecord) => hasTags(record, ['Title', 'Chapter Title', 'Book Title', 'Source'], ['Author', 'Authors', 'Source', 'Unique Identifier', 'Accession Number', 'Abstract', 'Editors']),
  prepare: (fields) => datedByStatus(chapterFields(withSource(fields, 'Source', longTags))),
  typeOf: (fields) => kindOf(fields, 'Publication Type', 'Document Type'),
};

/** What has no date yet was published ahead of print on the day behind that status. */
function datedByStatus(fields: readonly TaggedField[]): readonly TaggedField[] {
  if (fields.some(({ tag, value }) => /^(?:Date|Year) of Publication$|^Publication (?:Date|Year)$|^Year$/u.test(tag) && value !== '')) return fields;
  const day = fields.map(({ tag, value }) => (tag === 'Status' ? /^Publish Ahead of Print.*, (\d{1,2} \p{L}{3,9} \d{4})\.?$/u.exec(value)?.[1] : undefined)).find((found) => found !== undefined);
  return day === undefined ? fields : [...fields, { tag: 'Date of Publication', value: day }];
}

/** Beside a chapter's title, the title is that of the book. */
function chapterFields(fields: readonly TaggedField[]): readonly TaggedField[] {
  if (!fields.some(({ tag }) => tag === 'Chapter Title')) return fields;
  return fields.map((field) => (field.tag === 'Title' ? { tag: 'Book Title', value: field.value } : field));
}
