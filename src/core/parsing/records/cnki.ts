/** CNKI's own exports (`Title-题名: …`) and NoteExpress (`{Title}: …`). */
import type { Roles } from './draft';
import { hasTags, lineOf, type TaggedFormat } from './taggedFormat';
import type { TaggedField } from './taggedScan';
import { typeNamed } from './typeNames';

const cnkiRoles: Roles = {
  SrcDatabase: 'type', DataType: 'silent', Title: 'title', Author: 'author', Source: 'container', Keyword: 'keyword', Summary: 'abstract', PubTime: 'date', Year: 'year', Volume: 'volume', Period: 'issue', Issue: 'issue',
  Page: 'pages', ISSN: 'ISSN', ISBN: 'ISBN', URL: 'url', Link: 'url', DOI: 'doi', Publisher: 'publisher', Degree: 'genre',
};

/** CNKI's custom export and that of its E-Study. */
export const cnki: TaggedFormat = {
  format: 'cnki',
  sign: /^[ \t]{0,40}(?:SrcDatabase|Title|Author)-\p{sc=Han}{1,8} ?[:：]/mu,
  layout: {
    field: lineOf(/^([A-Za-z]{2,15})-(?:\p{sc=Han}{1,12}|DOI|URL|ISSN|ISBN) ?[:：](.*)$|^(DataType)[:：].*$/u),
    opens: ({ tag }, open) => open === undefined || tag === 'SrcDatabase' || (tag === 'Title' && open.tags.has('Title')),
  },
  roles: cnkiRoles,
  isRecord: (record) => hasTags(record, ['Title'], ['Author', 'Source', 'Summary', 'Year', 'PubTime']),
  prepare: (fields) => {
    const paged = fields.some(({ tag }) => tag === 'Page');
    return fields.map((field) => (field.tag === 'PageCount' && !paged && /[-+,]/u.test(field.value) ? { tag: 'Page', value: field.value } : schoolOf(field, fields)));
  },
};

/** The source of a thesis is its university. */
const schoolOf = (field: TaggedField, fields: readonly TaggedField[]): TaggedField =>
  field.tag === 'Source' && typeNamed(fields.find(({ tag }) => tag === 'SrcDatabase')?.value ?? '') === 'thesis' ? { tag: 'Publisher', value: field.value } : field;

const noteExpressRoles: Roles = {
  'reference type': 'type', title: 'title', author: 'author', 'author address': 'silent', journal: 'container', year: 'year', volume: 'volume', issue: 'issue', pages: 'pages', keywords: 'keyword', abstract: 'abstract',
  'isbn/issn': 'serial', issn: 'ISSN', isbn: 'ISBN', url: 'url', doi: 'doi', publisher: 'publisher', 'place published': 'place', 'secondary title': 'book', 'book title': 'book', 'conference name': 'event-title', 'conference location': 'event-place', 'secondary author': 'editor',
  editor: 'editor', university: 'school', 'academic department': 'silent', degree: 'genre', 'type of work': 'genre', language: 'language', edition: 'edition', date: 'date', notes: 'note', 'short title': 'title-short', 'tertiary title': 'series', series: 'series', translator: 'translator', 'subsidiary author': 'translator',
  'newspaper': 'container', 'periodical title': 'container',
};

/** NoteExpress, as CNKI, Wanfang and VIP write it. */
export const noteExpress: TaggedFormat = {
  format: 'noteexpress',
  sign: /^[ \t]{0,40}\{Reference Type\} ?[:：]/imu,
  layout: {
    field: lineOf(/^\{([A-Za-z][A-Za-z0-9/ ]{1,30})\} ?[:：](.*)$/u, (tag) => tag.toLowerCase()),
    opens: ({ tag }) => tag === 'reference type',
  },
  roles: noteExpressRoles,
  isRecord: (record) => hasTags(record, ['title'], ['reference type'], ['author', 'year', 'journal', 'abstract', 'publisher', 'keywords']),
};
