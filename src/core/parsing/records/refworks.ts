/** RefWorks' tagged form (`RT Journal Article`, `T1 …`), also as CNKI writes it. */
import type { Roles } from './draft';
import { hasTags, lineOf, type TaggedFormat } from './taggedFormat';
import type { TaggedField } from './taggedScan';
import { typeNamed } from './typeNames';

const roles: Roles = {
  RT: 'type', A1: 'author', AU: 'author', A2: 'editor', A3: 'collection-editor', A4: 'translator', T1: 'title', TI: 'title', T2: 'book', T3: 'series', JF: 'container', JO: 'containerShort',
  YR: 'year', FD: 'date', VO: 'volume', IS: 'issue', SP: 'firstPage', OP: 'lastPage', PG: 'pages', K1: 'keyword', AB: 'abstract', PB: 'publisher', PP: 'place', SN: 'serial', DO: 'doi', LK: 'url', UL: 'url',
  LA: 'language', NO: 'note', RD: 'accessed', ED: 'edition', CL: 'call-number', ST: 'title-short', OT: 'original-title', CP: 'silent', SR: 'silent', ER: 'silent', WT: 'silent',
};

const typesByName: { readonly [name: string]: ReturnType<typeof typeNamed> } = {
  'book, section': 'chapter', 'book, edited': 'book', 'book, whole': 'book', 'journal, electronic': 'article-journal', 'dissertation/thesis': 'thesis', 'dissertation/thesis, unpublished': 'thesis', 'case/court decisions': 'legal_case',
};

/** RefWorks' tagged form. */
export const refworks: TaggedFormat = {
  format: 'refworks',
  sign: /^[ \t]{0,40}RT {1,3}\p{L}/mu,
  layout: {
    field: lineOf(/^([A-Z][A-Z0-9]|vo|op)(?:[ \t](.*)|)$/u, (tag) => tag.toUpperCase()),
    opens: ({ tag }) => tag === 'RT',
  },
  roles,
  isRecord: (record) => hasTags(record, ['RT'], ['T1', 'TI', 'T2'], ['A1', 'AU', 'YR', 'JF', 'JO', 'PB', 'SR', 'FD', 'A2', 'LK', 'UL', 'AB']),
  prepare: (fields) => fields.flatMap(apart).map((field, _, all) => wholePages(field, all)),
  typeOf: (fields) => {
    const name = fields.find(({ tag }) => tag === 'RT')?.value.toLowerCase() ?? '';
    return Object.hasOwn(typesByName, name) ? typesByName[name] : typeNamed(name);
  },
};

/** `IS 02vo 12` is what CNKI makes of an issue and a volume. */
function apart(field: TaggedField): readonly TaggedField[] {
  const [, issue, volume] = field.tag === 'IS' ? /^(\S{1,12}?)\s{0,3}vo {1,3}(\S{1,12})$/u.exec(field.value) ?? [] : [];
  return issue === undefined || volume === undefined ? [field] : [{ tag: 'IS', value: issue }, { tag: 'VO', value: volume }];
}

/** A range under “other pages” is the whole of the pages when no first page is given. */
const wholePages = (field: TaggedField, all: readonly TaggedField[]): TaggedField =>
  field.tag === 'OP' && !all.some(({ tag }) => tag === 'SP') ? { tag: 'PG', value: field.value } : field;
