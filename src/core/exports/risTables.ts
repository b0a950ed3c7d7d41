/** What CSL's types and variables are called in RIS (Reference Manager's specification, and what EndNote and Zotero make of it). */
import type { ItemType } from '../source';

/** Types whose titles, people and numbers stand under the same tags. */
export type RisKind = 'serial' | 'part' | 'conference' | 'whole' | 'numbered' | 'other';

/** Where what contains a work stands, what it was spoken at, and who edited it. */
export const risKinds: { readonly [K in RisKind]: { readonly container?: string; readonly event?: string; readonly editor: string } } = {
  serial: { container: 'JF', editor: 'A2' }, part: { container: 'T2', editor: 'A2' }, conference: { container: 'T2', event: 'T2', editor: 'A2' },
  whole: { editor: 'ED' }, numbered: { container: 'T2', editor: 'A2' }, other: { container: 'T2', editor: 'A2' },
};

/** RIS's name of each type, and its kind. */
export const risTypeNames: { readonly [T in ItemType]: readonly [string, RisKind] } = {
  'article': ['UNPB', 'other'], 'article-journal': ['JOUR', 'serial'], 'article-magazine': ['MGZN', 'serial'], 'article-newspaper': ['NEWS', 'serial'],
  'bill': ['BILL', 'numbered'], 'book': ['BOOK', 'whole'], 'broadcast': ['VIDEO', 'other'], 'chapter': ['CHAP', 'part'], 'classic': ['ANCIENT', 'other'],
  'collection': ['BOOK', 'whole'], 'dataset': ['DATA', 'other'], 'document': ['GEN', 'other'], 'entry': ['ENCYC', 'part'], 'entry-dictionary': ['DICT', 'part'],
  'entry-encyclopedia': ['ENCYC', 'part'], 'event': ['GEN', 'other'], 'figure': ['FIGURE', 'other'], 'graphic': ['ART', 'other'], 'hearing': ['HEAR', 'numbered'],
  'interview': ['PCOMM', 'other'], 'legal_case': ['CASE', 'numbered'], 'legislation': ['STAT', 'numbered'], 'manuscript': ['UNPB', 'other'], 'map': ['MAP', 'other'],
  'motion_picture': ['MPCT', 'other'], 'musical_score': ['MUSIC', 'other'], 'pamphlet': ['PAMP', 'other'], 'paper-conference': ['CONF', 'conference'],
  'patent': ['PAT', 'numbered'], 'performance': ['GEN', 'other'], 'periodical': ['JFULL', 'serial'], 'personal_communication': ['PCOMM', 'other'],
  'post': ['BLOG', 'other'], 'post-weblog': ['BLOG', 'other'], 'regulation': ['LEGAL', 'numbered'], 'report': ['RPRT', 'whole'], 'review': ['JOUR', 'serial'],
  'review-book': ['JOUR', 'serial'], 'software': ['COMP', 'other'], 'song': ['SOUND', 'other'], 'speech': ['SLIDE', 'other'], 'standard': ['STAND', 'numbered'],
  'thesis': ['THES', 'whole'], 'treaty': ['LEGAL', 'numbered'], 'webpage': ['ELEC', 'other'],
};

/** Kinds of RIS whose second and fourth people are others than editors and translators (a recipient, an office, a sponsor): those have tags of their own there. As it is read. */
export const otherPeople: { readonly [tag in 'A2' | 'A4']: ReadonlySet<string> } = {
  A2: new Set(['PCOMM', 'PAMP', 'FIGURE', 'CASE', 'LEGAL', 'PAT', 'BILL', 'DATA', 'MPCT', 'SOUND']), A4: new Set(['CASE', 'CONF', 'DATA', 'RPRT', 'MPCT', 'MUSIC', 'PAT']),
};

/** Variables whose text stands under one tag, whatever the type. */
export const risTexts: Readonly<Record<string, string>> = {
  'title-short': 'ST', 'volume': 'VL', 'publisher': 'PB', 'publisher-place': 'CY', 'edition': 'ET', 'collection-number': 'SV', 'section': 'SE', 'genre': 'M3',
  'language': 'LA', 'DOI': 'DO', 'URL': 'UR', 'PMCID': 'C2', 'call-number': 'CN', 'source': 'DB', 'archive_location': 'AV', 'note': 'N1', 'abstract': 'AB',
};

/** CSL's seasons 1 to 4. */
export const seasonNames = ['Spring', 'Summer', 'Autumn', 'Winter'] as const;
