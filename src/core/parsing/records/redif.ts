/** ReDIF, the templates of RePEc (`Template-Type: ReDIF-Paper 1.0`): names in either order, fields in any. */
import type { ItemType } from '../../source';
import type { Roles } from './draft';
import { hasTags, lineOf, type TaggedFormat } from './taggedFormat';
import type { TaggedField } from './taggedScan';

const roles: Roles = {
  'template-type': 'silent', title: 'title', 'author-name': 'author', 'editor-name': 'editor', abstract: 'abstract', keywords: 'keyword', year: 'year', month: 'month', 'creation-date': 'date', 'publication-date': 'date',
  journal: 'container', 'book-title': 'book', series: 'series', volume: 'volume', issue: 'issue', number: 'number', pages: 'pages', length: 'number-of-pages', doi: 'doi', 'x-doi': 'doi', 'file-url': 'url', url: 'url', isbn: 'ISBN', issn: 'ISSN',
  'provider-name': 'publisher', 'provider-location': 'place', 'publisher-location': 'place', 'publisher-name': 'publisher', 'publisher': 'publisher', note: 'note', language: 'language', edition: 'edition',
};

const types: { readonly [template: string]: ItemType } = { paper: 'report', article: 'article-journal', chapter: 'chapter', book: 'book', software: 'software' };

/** Templates of RePEc about works. */
export const redif: TaggedFormat = {
  format: 'redif',
  sign: /^[ \t]{0,40}Template-Type ?:/imu,
  layout: {
    field: (line) => {
      const field = lineOf(/^([A-Za-z]{2,15}(?:-[A-Za-z]{1,20}){0,4}) ?:(.*)$/u, (tag) => tag.toLowerCase())(line);
      return field !== undefined && (Object.hasOwn(roles, field.tag) || field.tag === 'handle' || field.tag.includes('-')) ? field : undefined;
    },
    opens: ({ tag }) => tag === 'template-type',
  },
  roles,
  isRecord: (record) => typeIn(record.fields) !== undefined && hasTags(record, ['title'], ['author-name', 'handle', 'abstract', 'editor-name', 'year', 'creation-date']),
  prepare: (fields) => withNames(fields),
  typeOf: typeIn,
};

function typeIn(fields: readonly TaggedField[]): ItemType | undefined {
  const name = /^ReDIF-(\p{L}{4,8})/iu.exec(fields.find(({ tag }) => tag === 'template-type')?.value ?? '')?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(types, name) ? types[name] : undefined;
}

/** The parts of a name that stand behind it say which is the family's. A number or the number of an article is its issue. */
function withNames(fields: readonly TaggedField[]): readonly TaggedField[] {
  const article = typeIn(fields) === 'article-journal';
  const hasIssue = fields.some(({ tag }) => tag === 'issue');
  return fields.flatMap((field, index): readonly TaggedField[] => {
    if (field.tag === 'author-name' || field.tag === 'editor-name') return [{ tag: field.tag, value: wholeName(field.value, fields.slice(index + 1, index + 8)) }];
    if (/^(?:author|editor)-(?:x-)?name-(?:first|last)$/u.test(field.tag)) return [];
    if (field.tag === 'number' && article && !hasIssue) return [{ tag: 'issue', value: field.value }];
    return [field];
  });
}

function wholeName(name: string, behind: readonly TaggedField[]): string {
  const end = behind.findIndex(({ tag }) => tag === 'author-name' || tag === 'editor-name');
  const own = end < 0 ? behind : behind.slice(0, end);
  const part = (which: string): string | undefined => own.find(({ tag }) => tag.endsWith(`-name-${which}`))?.value;
  const [first, last] = [part('first'), part('last')];
  return first === undefined || last === undefined ? name : `${last}, ${first}`;
}
