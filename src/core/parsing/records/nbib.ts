/** PubMed's and ERIC's export (`PMID- …`, four-letter tags): National Library of Medicine, “MEDLINE/PubMed data element descriptions”. */
import { doisIn } from '../identifiers';
import type { Roles } from './draft';
import { hasTags, lineOf, type TaggedFormat } from './taggedFormat';
import type { OpenRecord, TaggedField, TaggedRecord } from './taggedScan';
import { typeNamed } from './typeNames';

const roles: Roles = {
  TI: 'title', BTI: 'book', CTI: 'series', TT: 'original-title', FAU: 'authorFull', AU: 'author', CN: 'corporate', FED: 'editorFull', ED: 'editor', SCH: 'school',
  JT: 'container', TA: 'containerShort', DP: 'year', VI: 'volume', IP: 'issue', PG: 'pages', DOI: 'doi', PII: 'articleNumber', AB: 'abstract',
  OT: 'keyword', KW: 'keyword', DE: 'keyword', MH: 'keywordSecond', PMID: 'PMID', PMC: 'PMCID', IS: 'serial', ISSN: 'serial', URL: 'url', ISBN: 'ISBN', LA: 'language', PL: 'place', PB: 'publisher', EN: 'edition',
  GN: 'note', PT: 'type', SO: 'silent', LID: 'silent', AID: 'silent', STAT: 'silent', OWN: 'silent',
};

/** PubMed's export, and ERIC's in the same form. */
export const nbib: TaggedFormat = {
  format: 'nbib',
  sign: /^[ \t]{0,40}(?:PMID ?-|OWN {1,3}- {1,3}ERIC|FAU {0,2}- |JT {1,3}- )/mu,
  layout: { field: (line) => lineOf(/^([A-Z]{2,4}) {0,3}-(?:[ \t]+(\S.*)|\s*)$/u)(line) ?? lineOf(/^(PMID)-(\d{1,9})\s*$/u)(line), opens },
  roles,
  isRecord: (record) => hasTags(record, ['TI', 'BTI', 'TT'], ['AU', 'FAU', 'CN', 'DP', 'JT', 'TA', 'SO', 'PT', 'AB']) && (hasTags(record, ['PMID', 'OWN']) ? !hasTags(record, ['VN']) : isUnnumbered(record)),
  prepare: (fields) => fromEric(withPagesOrNumber(fields.map(regular))),
  typeOf,
};

/** Tags that stand once in a record, with one of which a record begins that reference managers wrote without the number of PubMed. */
const firstTags = new Set(['DP', 'TI', 'BTI', 'STAT', 'VI', 'IP']);

function opens({ tag }: TaggedField, open: OpenRecord | undefined): boolean {
  if (open === undefined) return tag === 'PMID' || tag === 'OWN' || tag === 'FAU' || firstTags.has(tag);
  if (tag === 'PMID') return open.tags.has('PMID') || open.afterBlank;
  if (tag === 'OWN') return open.tags.has('OWN');
  // Older MEDLINE numbers its records otherwise: another format's reader takes them.
  if (tag === 'UI') return open.afterBlank && open.tags.has('TI');
  return firstTags.has(tag) && open.afterBlank && (open.tags.has('TI') || open.tags.has('BTI')) && !open.tags.has('PMID') && !open.tags.has('OWN');
}

/** Tags that only this format has, and none of those that others have besides. */
const isUnnumbered = (record: TaggedRecord): boolean => hasTags(record, ['FAU', 'JT'], ['FAU', 'DP', 'VI', 'PG', 'IP']) && !hasTags(record, ['VN', 'UI', 'TY', '<>', 'JN', 'FA']);

/** The publisher's number is that of an article without pages; where there are pages it is kept, and is no number of the article. */
const withPagesOrNumber = (fields: readonly TaggedField[]): readonly TaggedField[] =>
  (fields.some(({ tag, value }) => tag === 'PG' && value !== '') ? fields.map((field) => (field.tag === 'PII' ? { tag: 'pii', value: field.value } : field)) : fields);

/** A title ends with a full stop that is none of it, and an identifier says of which kind it is behind it. */
function regular(field: TaggedField): TaggedField {
  const [, id = '', kind] = /^(\S{1,400}) \[(doi|pii)\]$/u.exec(field.value) ?? [];
  if (kind === 'doi') return { tag: 'DOI', value: id };
  if (kind === 'pii') return /^[e\d]\w{0,11}$/iu.test(id) ? { tag: 'PII', value: id } : { tag: 'pii', value: id };
  if ((field.tag === 'AID' || field.tag === 'LID') && doisIn(field.value).length > 0) return { tag: 'DOI', value: field.value };
  if ((field.tag === 'AID' || field.tag === 'LID') && /^https?:/u.test(field.value)) return { tag: 'URL', value: field.value };
  if (field.tag === 'ISSN' || field.tag === 'ISBN') return { tag: field.tag, value: field.value.replace(/^E?IS[SB]N-/u, '') };
  return ['TI', 'BTI', 'CTI', 'TT'].includes(field.tag) ? { tag: field.tag, value: withoutStop(field.value) } : field;
}

/** Without the full stop at the end; dots, and the stop of an abbreviation in capitals, are kept. */
export const withoutStop = (title: string): string => title.replace(/(?<![.\s]|\.\p{Lu})\.$/u, '');

/** ERIC names editors among the authors, the publisher of what is no article where the journal stands, and the university of a thesis in its source. */
function fromEric(fields: readonly TaggedField[]): readonly TaggedField[] {
  if (!fields.some(({ tag, value }) => tag === 'OWN' && value === 'ERIC')) return fields;
  const people = fields.map((field) => (field.tag === 'AU' && /, Eds?\.$/u.test(field.value) ? { tag: 'ED', value: field.value.replace(/, Eds?\.$/u, '') } : field));
  if (isEricArticle(fields)) return people;
  const thesis = typeOf(fields) === 'thesis';
  return people.flatMap((field) => {
    if (field.tag === 'JT') return thesis ? [{ tag: 'JT ', value: field.value }] : [{ tag: 'PB', value: field.value }];
    const school = thesis && field.tag === 'SO' ? /(?:Dissertation|Thesis),? {1,3}(.{3,120}?)\.?$/u.exec(field.value)?.[1] : undefined;
    return school === undefined ? [field] : [{ tag: 'SCH', value: school }];
  });
}

/** ERIC numbers what stood in journals `EJ…`, all else `ED…`. */
const isEricArticle = (fields: readonly TaggedField[]): boolean =>
  fields.some(({ tag, value }) => (tag === 'OID' && value.startsWith('EJ')) || (tag === 'PT' && value === 'Journal Articles') || tag === 'VI');

const plain = new Set(['article-journal', 'document']);

/** Several kinds are named, from the general to the special: one that is no mere article counts first. */
function typeOf(fields: readonly TaggedField[]): ReturnType<typeof typeNamed> {
  const named = fields.filter(({ tag }) => tag === 'PT').map(({ value }) => typeNamed(value.includes('Dissertations') ? 'Dissertation' : value));
  const eric = fields.some(({ tag, value }) => tag === 'OWN' && value === 'ERIC');
  if (eric && isEricArticle(fields)) return 'article-journal';
  const special = named.find((type) => type !== undefined && !plain.has(type));
  if (special !== undefined) return special;
  if (fields.some(({ tag }) => tag === 'BTI')) return fields.some(({ tag }) => tag === 'TI') ? 'chapter' : 'book';
  const serial = fields.some(({ tag }) => tag === 'JT' || tag === 'TA');
  return named.find((type) => type !== undefined) ?? (eric && fields.some(({ tag, value }) => tag === 'PT' && value.startsWith('Reports')) ? 'report' : serial || fields.some(({ tag, value }) => tag === 'OWN' && value === 'NLM') ? 'article-journal' : undefined);
}
