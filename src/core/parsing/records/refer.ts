/** EndNote's import form, also called Refer (`%0 Journal Article`, `%T …`), as EndNote, CNKI, Wanfang and publishers write it. */
import type { Roles } from './draft';
import { namesEvent } from './eventName';
import { hasTags, lineOf, type TaggedFormat } from './taggedFormat';
import type { TaggedField } from './taggedScan';
import { typeNamed } from './typeNames';

const roles: Roles = {
  '%0': 'type', '%A': 'author', '%Q': 'corporate', '%E': 'editor', '%?': 'translator', '%T': 'title', '%J': 'container', '%B': 'book', '%S': 'series', '%V': 'volume', '%N': 'issue',
  '%P': 'pages', '%D': 'year', '%8': 'date', '%C': 'place', '%I': 'publisher', '%7': 'edition', '%@': 'serial', '%R': 'doi', '%U': 'url', '%X': 'abstract', '%K': 'keyword',
  '%G': 'language', '%9': 'genre', '%L': 'call-number', '%Z': 'note', '%O': 'note', '%[': 'accessed', '%!': 'title-short', '%&': 'section', '%6': 'number-of-volumes', '%Y': 'collection-editor',
  '%1': 'silent', '%3': 'silent', 'event': 'event-title',
};

/** EndNote's import form. */
export const refer: TaggedFormat = {
  format: 'refer',
  sign: /^[ \t]{0,40}%(?:0|T) /mu,
  layout: {
    field: lineOf(/^(%[A-Z0-9*$@+!~<>?\][(){}^#&])(?:[ \t](.*)|)$/u),
    opens: ({ tag }, open) => open === undefined || tag === '%0' || (open.afterBlank && open.tags.has('%T') && (tag === '%T' || (tag === '%A' && !open.tags.has('%0')))),
  },
  roles,
  isRecord: (record) => hasTags(record, ['%T', '%B', '%J'], ['%0', '%A', '%D', '%J', '%I', '%E', '%Q']) || hasTags(record, ['%0'], ['%A', '%E', '%Q'], ['%D', '%8']),
  prepare: (fields) => splitFields(fields).map((field) => regular(field, typeIn(fields))).map((field) => (isEvent(field, fields) ? { ...field, tag: 'event' } : field)),
  typeOf: typeIn,
};

function typeIn(fields: readonly TaggedField[]): ReturnType<typeof typeNamed> {
  const type = fields.find(({ tag }) => tag === '%0')?.value;
  if (type !== undefined) return typeNamed(type);
  if (fields.some(({ tag }) => tag === '%J')) return 'article-journal';
  if (fields.some(({ tag }) => tag === '%B')) return 'chapter';
  return fields.some(({ tag }) => tag === '%I') && !fields.some(({ tag }) => tag === '%R') ? 'book' : undefined;
}

/** Where a paper was given, when nothing tells of print. */
const isEvent = ({ tag, value }: TaggedField, fields: readonly TaggedField[]): boolean =>
  tag === '%B' && typeIn(fields) === 'paper-conference' && namesEvent(value) && !fields.some((field) => ['%P', '%V', '%N', '%I', '%@', '%J', '%S'].includes(field.tag) || field.tag === '%R' && field.value.includes('10.'));

/** Some exports put all authors on one line, each behind its own tag. */
const splitFields = (fields: readonly TaggedField[]): readonly TaggedField[] =>
  fields.flatMap((field) => (field.tag === '%A' || field.tag === '%E' ? field.value.split(/ %[AE] /u).map((value) => ({ tag: field.tag, value })) : [field]));

/** Tags that mean another thing for some types. */
function regular(field: TaggedField, type: ReturnType<typeof typeNamed>): TaggedField {
  const { tag, value } = field;
  if (tag === '%Y' && type === 'thesis') return { tag: 'supervisor', value };
  if (tag === '%B' && (type === 'thesis' || type === 'report')) return { tag: type === 'report' ? '%S' : 'department', value };
  if (tag === '%R' && !/10\.\d{4,9}\//u.test(value)) return { tag: '%R ', value };
  if (tag === '%A' && value.endsWith(',') && value.split(',').length === 2) return { tag: '%Q', value: value.slice(0, -1) };
  if (tag === '%9' && (type === 'article-journal' || type === 'book')) return { tag: '%9 ', value };
  return field;
}
