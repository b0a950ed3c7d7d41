/** Web of Science's plain text (`PT J`, `AU …`, `ER`) and tab-delimited export, which has the same tags as columns. */
import type { ItemType } from '../../source';
import type { Roles } from './draft';
import { hasTags, lineOf, type TaggedFormat } from './taggedFormat';
import type { TaggedField } from './taggedScan';
import { withoutStop } from './nbib';
import { typeNamed } from './typeNames';

/** What the tags mean, in lines and in columns. */
export const wosRoles: Roles = {
  PT: 'silent', DT: 'type', AF: 'authorFull', AU: 'author', CA: 'corporate', BF: 'editorFull', BE: 'editor', ED: 'editor', TI: 'title', SO: 'container', BK: 'book', BT: 'book', SE: 'series', JI: 'containerShort', VL: 'volume',
  IS: 'issue', BP: 'firstPage', EP: 'lastPage', AR: 'articleNumber', PY: 'year', PD: 'date', DE: 'keyword', ID: 'keywordSecond', AB: 'abstract', DI: 'doi', D2: 'doi', BN: 'ISBN', SN: 'ISSN', EI: 'ISSN', PM: 'PMID',
  CT: 'event-title', CY: 'eventDate', CL: 'event-place', PU: 'publisher', PI: 'place', LA: 'language', PN: 'number', ER: 'silent', EF: 'silent', FN: 'silent', VR: 'silent', J9: 'containerShort', PG: 'number-of-pages',
};

/** Web of Science's plain text. */
export const webOfScience: TaggedFormat = {
  format: 'web-of-science',
  sign: /^[ \t]{0,40}PT {1,3}[A-Z][^\n-]{0,28}$/mu,
  layout: {
    field: lineOf(/^([A-Z][A-Z0-9])(?:[ \t](.*)|)$/u),
    opens: ({ tag, value }) => tag === 'PT' && /^(?:[A-Z]|[A-Z]\p{Ll}{2,15})(?:[\s(].{0,20})?$/u.test(value.trim()),
    atTheEdge: true,
    closes: ({ tag, value }) => tag === 'ER' && value.trim() === '',
  },
  roles: wosRoles,
  isRecord: (record) => hasTags(record, ['PT'], ['TI', 'SO', 'BT', 'PY'], ['AU', 'AF', 'SO', 'PY', 'UT', 'BE', 'CA', 'BA']),
  prepare: wosFields,
  typeOf: wosType,
  head: /(?:\s{0,4}(?:FN|VR) [^\n]{0,120}){1,2}\s{0,8}$/u,
};

/** Older exports give the pages as a range, the only one, or beside a first page that is none: `PS 2457-71`, `BP 41103-1`. */
function pagesInOne(fields: readonly TaggedField[]): boolean {
  const first = fields.find(({ tag }) => tag === 'BP')?.value.trim() ?? '';
  return fields.some(({ tag, value }) => tag === 'PS' && /\d/u.test(value)) && (first === '' || first.includes('-'));
}

/** Bodies under the names of a book's authors, container of a chapter, and page counts that are not of the work. */
export function wosFields(fields: readonly TaggedField[]): readonly TaggedField[] {
  const type = wosType(fields);
  const whole = type === 'book' || type === 'thesis' || type === 'report';
  const inOne = pagesInOne(fields);
  const isInspec = fields.some(({ tag, value }) => tag === 'UT' && value.startsWith('INSPEC'));
  return fields.flatMap(({ tag, value }): readonly TaggedField[] => {
    if (tag === 'SO' && (type === 'chapter' || type === 'paper-conference')) return [{ tag: 'BK', value }];
    if (tag === 'SO' && type === 'book' && fields.some((other) => other.tag === 'TI' && withoutStop(other.value).toLowerCase() === withoutStop(value).toLowerCase())) return [];
    if (tag === 'SO' && type === 'book') return [{ tag: fields.some((other) => other.tag === 'TI' && other.value !== '') ? 'SE' : 'TI', value }];
    if (inOne && (tag === 'PS' || tag === 'BP' || tag === 'EP')) return tag === 'PS' ? [{ tag: 'BP', value }] : [];
    if (tag === 'J9' && fields.some((other) => other.tag === 'JI' && other.value !== '')) return [{ tag: 'J9 ', value }];
    if (tag === 'PG' && !whole) return [{ tag: 'PG ', value }];
    if (tag === 'PN' && type !== 'patent') return [{ tag: 'PN ', value }];
    if (tag === 'AU' || tag === 'AF') return [{ tag, value: value.replace(/ \([^()\s]{1,80}@[^()\s]{1,80}\)/gu, '') }];
    if (tag === 'TI') return [{ tag, value: withoutStop(isInspec ? onTheLine(value) : value) }];
    if (tag === 'AB' && isInspec) return [{ tag, value: onTheLine(value) }];
    if (tag === 'EA' && !fields.some((other) => other.tag === 'PY' && other.value !== '')) return [{ tag: 'PD', value }];
    if (tag === 'CA') return value.split(/[\n;]/u).map((body) => ({ tag, value: body.trim() }));
    if (tag === 'PM' && !/^\d+$/u.test(value)) return [];
    return [{ tag, value }];
  });
}

/** Inspec spells out what is raised and lowered: `H/sub 2/O`. */
const onTheLine = (text: string): string => text.replace(/\/su[bp]\s{1,6}([^/\s]{1,12})\s{0,6}\//gu, '$1');

const byKind: { readonly [kind: string]: ItemType } = { J: 'article-journal', B: 'book', S: 'chapter', P: 'patent', C: 'paper-conference' };

/** By the type of document, and by the kind of publication where that says less. */
export function wosType(fields: readonly TaggedField[]): ItemType | undefined {
  const valueOf = (tag: string): string => fields.find((field) => field.tag === tag)?.value ?? '';
  const names = valueOf('DT').split(';').map((name) => name.trim());
  const inWords = valueOf('PT').trim().length > 1 ? typeNamed(valueOf('PT')) : undefined;
  const kind = inWords ?? byKind[/^[JBSP]|^C$/u.exec(valueOf('PT').trim())?.[0] ?? ''];
  const special = names.map(typeNamed).find((type) => type !== undefined && type !== 'article-journal');
  if (special !== undefined) return special === 'paper-conference' && kind === 'article-journal' && names[0] === 'Article' ? 'article-journal' : special;
  if (kind === 'book' || (kind === 'chapter' && inWords === undefined)) return valueOf('TI') !== '' && valueOf('SO') !== '' && valueOf('SO').toLowerCase() !== valueOf('TI').toLowerCase() && valueOf('BP') !== '' ? 'chapter' : 'book';
  return kind ?? typeNamed(names[0] ?? '');
}
