/** Which fields of BibLaTeX say one thing together: data. Variables of CSL are here for their own fields, `csl-<variable>`. */
import { nameVariables } from '../source';
import type { Grouping } from './asWritten';

const members: { readonly [group: string]: string } = {
  type: '@ type entrysubtype genre',
  title: 'title subtitle titleaddon shorttitle title-short shortTitle volume-title',
  container: 'booktitle booksubtitle booktitleaddon journal journaltitle journalsubtitle journaltitleaddon shortjournal issuetitle issuesubtitle issuetitleaddon maintitle mainsubtitle maintitleaddon '
    + 'container-title container-title-short journalabbreviation',
  series: 'series shortseries collection-title collection-title-short',
  numbers: 'volume number issue eid articleno part isrn collection-number part-number',
  date: 'date year month day issued',
  accessed: 'urldate lastaccessed lastchecked accessdate accessed urlaccessdate urlyear urlmonth urlday',
  event: 'eventdate eventyear eventmonth eventday event-date',
  original: 'origdate origyear origmonth origday original-date',
  people: `editor editortype editora editoratype editorb editorbtype editorc editorctype namea nameatype nameb namebtype namec namectype bookauthor director interviewer illustrator ${nameVariables.filter((role) => role !== 'author').join(' ')}`,
  publisher: 'publisher institution organization school howpublished medium',
  place: 'location address venue jurisdiction publisher-place event-place',
  identifiers: 'url doi eprint eprinttype eprintclass archiveprefix primaryclass pmid pmcid',
  note: 'note addendum',
  annotation: 'annotation annote',
  language: 'language langid hyphenation',
  keywords: 'keywords keyword',
  pages: 'pages bookpagination section page',
  count: 'pagetotal numpages number-of-pages',
};

const groups: ReadonlyMap<string, string> = new Map(Object.entries(members).flatMap(([group, names]) => names.split(' ').map((name) => [name.toLowerCase(), group] as const)));

/** `csl-editor-type` goes with the editor. */
const ownName = (name: string): string => (name.startsWith('csl-') ? name.slice('csl-'.length).replace(/-type$/, '') : name);

export const biblatexGrouping: Grouping = {
  groupOf: (name) => groups.get(ownName(name)) ?? ownName(name),
  // The title of all volumes is that of the work or of what contains it; how it was published may be an address.
  bridges: [['maintitle', ['title', 'container']], ['howpublished', ['publisher', 'identifiers'], /:\/\/|\\url|www\./]],
};

/** Older names of fields and what biblatex calls them (its manual, 3.20, section 2.2.5). */
export const biblatexAliases: ReadonlyMap<string, string> = new Map(Object.entries({
  journal: 'journaltitle', address: 'location', school: 'institution', annote: 'annotation', archiveprefix: 'eprinttype', primaryclass: 'eprintclass', key: 'sortkey', pdf: 'file',
}));
