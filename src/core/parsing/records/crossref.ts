/** Works as the REST interface of Crossref gives them, bare or in its envelope. */
import { itemTypes, type CslDate, type Item, type ItemType, type JsonObject } from '../../source';
import { withoutMarkup } from '../markup';
import { has, textAt, valuesAt, type JsonIndex } from './jsonIndex';
import { valueOf } from './jsonValues';

const names: { readonly [name: string]: ItemType } = {
  ...Object.fromEntries(itemTypes.map((type) => [type, type])),
  'journal-article': 'article-journal', 'book-chapter': 'chapter', 'book-part': 'chapter', 'book-section': 'chapter', 'book-track': 'chapter',
  'monograph': 'book', 'edited-book': 'book', 'reference-book': 'book', 'book': 'book', 'book-set': 'book', 'book-series': 'book',
  'proceedings-article': 'paper-conference', 'proceedings': 'book', 'proceedings-series': 'book', 'posted-content': 'article',
  'report': 'report', 'report-series': 'report', 'report-component': 'report', 'dissertation': 'thesis', 'dataset': 'dataset', 'database': 'dataset',
  'reference-entry': 'entry-encyclopedia', 'peer-review': 'review', 'standard': 'standard', 'journal': 'periodical', 'journal-volume': 'periodical', 'journal-issue': 'periodical',
};

const marks = [
  'reference-count', 'references-count', 'is-referenced-by-count', 'content-domain', 'indexed', 'prefix', 'member', 'published-print', 'published-online',
  'short-container-title', 'journal-issue', 'article-number', 'issn-type', 'deposited', 'DOI',
];

/** The table of Crossref. */
export const crossref: JsonIndex = {
  owns: (object) => (Array.isArray(object['title']) || (object['title'] === undefined && Array.isArray(object['container-title'])))
    && marks.some((mark) => Object.hasOwn(object, mark)) && !has(object, 'message'),
  view: (object) => ({ ...object, institutionName: textAt(object, 'institution.name') ?? null, institutionPlace: textAt(object, 'institution.place') ?? null }),
  type: { paths: ['type'], names },
  fields: {
    'title': ['title'], 'author': ['author'], 'editor': ['editor'], 'translator': ['translator'], 'chair': ['chair'],
    'issued': ['published-print', 'published-online', 'issued', 'published', 'approved', 'posted'],
    'container-title': ['container-title'], 'container-title-short': ['short-container-title'], 'volume': ['volume'], 'issue': ['issue', 'journal-issue.issue'],
    'page': ['page', 'article-number'], 'publisher': ['publisher'], 'publisher-place': ['publisher-location', 'institutionPlace'], 'number': ['number', 'report-number'], 'edition': ['edition-number'],
    'event-title': ['event.name'], 'event-place': ['event.location'], 'event-date': ['event.start'], 'ISBN': ['ISBN'], 'ISSN': ['ISSN'],
    'DOI': ['DOI'], 'URL': ['resource.primary.URL', 'URL'], 'keyword': ['subject'], 'language': ['language'], 'abstract': ['abstract'],
    'original-title': ['original-title'], 'title-short': ['short-title'], 'genre': ['degree'],
  },
  silent: [
    'subtitle', 'subtype', 'source', 'prefix', 'member', 'reference', 'content-domain', 'link', 'license', 'relation', 'assertion', 'update-policy', 'alternative-id',
    'issn-type', 'isbn-type', 'institutionName', 'accepted', 'published-other', 'content-created', 'resource', 'funder', 'archive', 'free-to-read', 'aliases', 'version', 'status', 'id',
  ],
  wholeNamesAreBodies: true,
  mend: (item, view) => withContainers(withKind(withSubtitle(withDays(item, view), view), view), view),
  reviews: (item, view) => (item.type === 'chapter' && valuesAt(view, 'container-title').length > 1
    ? { 'container-title': { why: 'The record names two titles; the second is taken for the book and the first for its series.', offer: textAt(view, 'container-title') ?? '' } } : {}),
};

/** A conference from its first day to its last. */
function withDays(item: Item, view: JsonObject): Item {
  const days = [item['event-date'], valueOf('event-date', ['event.end'], view, crossref)].map((date) => (date as CslDate | undefined)?.['date-parts']?.[0]);
  const [first, last] = days;
  if (first === undefined || last === undefined || first.join('-') === last.join('-')) return item;
  return { ...item, 'event-date': { 'date-parts': [first, last] } };
}

/** `A: B`, unless the title has the subtitle in it already. */
function withSubtitle(item: Item, view: JsonObject): Item {
  const subtitle = withoutMarkup(textAt(view, 'subtitle') ?? '').replace(/\s+/gu, ' ');
  const { title } = item;
  if (subtitle === '' || title === undefined || title.toLowerCase().includes(subtitle.toLowerCase())) return item;
  return { ...item, title: /[:?!–—]$/u.test(title) ? `${title} ${subtitle}` : `${title}: ${subtitle}` };
}

/** A thesis comes from the university, whoever deposited it. */
function withKind(item: Item, view: JsonObject): Item {
  const school = textAt(view, 'institutionName');
  if (item.type === 'thesis' && school !== undefined) return { ...item, publisher: school };
  if (textAt(view, 'subtype') === 'preprint') return { ...item, genre: 'Preprint' };
  if (textAt(view, 'type') === 'other' && item['ISBN'] !== undefined && item['container-title'] !== undefined) return { ...item, type: 'chapter' };
  return item;
}

/** What holds a book is its series; of the two that hold a chapter the first is the series. */
function withContainers(item: Item, view: JsonObject): Item {
  const { 'container-title': first, 'container-title-short': short, ...rest } = item;
  const last = valuesAt(view, 'container-title')[1];
  if (['book', 'report', 'thesis'].includes(item.type)) return first === undefined ? item : { ...rest, 'collection-title': first } as Item;
  if (['chapter', 'paper-conference', 'entry-encyclopedia'].includes(item.type) && typeof last === 'string') {
    return { ...rest, 'collection-title': first, 'container-title': last } as unknown as Item;
  }
  return short === first && short !== undefined ? { ...rest, 'container-title': first } as Item : item;
}
