/** The tags and types of RIS, with their places in CSL (Reference Manager's specification and what exporters make of it). */
import type { ItemType } from '../../source';

/** RIS types as types of CSL; a type that is not here is a document. */
export const risTypes: { readonly [type: string]: ItemType } = {
  JOUR: 'article-journal', JOURN: 'article-journal', EJOUR: 'article-journal', JFULL: 'article-journal', ABST: 'article-journal',
  INPR: 'article-journal', MGZN: 'article-magazine', NEWS: 'article-newspaper', BOOK: 'book', EBOOK: 'book', EDBOOK: 'book', SER: 'book',
  CLSWK: 'book', WHOLE: 'book', CHAP: 'chapter', ECHAP: 'chapter', CONF: 'paper-conference', CPAPER: 'paper-conference',
  ENCYC: 'entry-encyclopedia', DICT: 'entry-dictionary', PCOMM: 'personal_communication', THES: 'thesis', RPRT: 'report',
  GOVDOC: 'report', STAND: 'standard', UNPB: 'manuscript', UNPD: 'manuscript', MANSCPT: 'manuscript', ELEC: 'webpage', WEB: 'webpage',
  BLOG: 'post-weblog', ICOMM: 'webpage', DATA: 'dataset', DBASE: 'dataset', AGGR: 'dataset', SLIDE: 'speech', BILL: 'bill',
  STAT: 'legislation', CASE: 'legal_case', HEAR: 'hearing', LEGAL: 'legislation', MPCT: 'motion_picture', VIDEO: 'motion_picture',
  SOUND: 'song', MUSIC: 'song', MAP: 'map', ART: 'graphic', PAMP: 'pamphlet', PAT: 'patent', COMP: 'software',
  ADVS: 'motion_picture', HEARING: 'hearing', FIGURE: 'figure', CHART: 'figure', ANCIENT: 'classic', CTLG: 'book', MULTI: 'webpage', UNBILL: 'bill', JFUL: 'periodical',
};

/** Variables whose value is that of the first of these tags, whatever the type. */
export const plainTags: { readonly [variable: string]: readonly string[] } = {
  'publisher': ['PB'], 'publisher-place': ['CY', 'PP'], 'edition': ['ET'], 'number-of-volumes': ['NV'], 'collection-number': ['SV'], 'section': ['SE'], 'volume': ['VL', 'VO'],
  'call-number': ['CN'], 'source': ['DB'], 'archive_location': ['AV'],
};

/** Tags that exporters write besides: with these, a line of odd spacing is a tag all the same. */
export const otherTags = new Set(['ID', 'AD', 'DB', 'DP', 'AN', 'L1', 'L2', 'L4', 'RP', 'TT', 'M2', 'LB', 'RI', 'OP', 'C1', 'C2', 'C4', 'C5', 'C6', 'C8', 'U1', 'U2', 'U3', 'U4', 'U5']);

/** Tags that have a place in an item. */
export const commonTags = new Set([
  'TY', 'ER', 'TI', 'T1', 'CT', 'BT', 'AU', 'A1', 'A2', 'A3', 'A4', 'TA', 'ED', 'T2', 'T3', 'JF', 'JO', 'JA', 'J1', 'J2', 'C3', 'IS', 'CP', 'M1', 'SP', 'EP', 'ST', 'AR', 'C7',
  'PY', 'Y1', 'DA', 'Y2', 'AB', 'N1', 'N2', 'RN', 'KW', 'DO', 'UR', 'LK', 'SN', 'LA', 'M3', 'L3', ...Object.values(plainTags).flat(),
]);

/**
 * Types of work for which a tag says something else than its variable (EndNote's reference types): the day on which an article was put online, the length of a film,
 * the description of a picture, the year in which a page was looked at. Of these a value is taken only when it has the form that the variable has; the rest stays as it was written.
 */
export const otherSense: { readonly [tag: string]: readonly { readonly of: ReadonlySet<ItemType>; readonly taken: RegExp }[] } = {
  ET: [{ of: new Set<ItemType>(['article-journal', 'article-magazine', 'dataset', 'personal_communication', 'bill', 'hearing', 'legal_case', 'patent']), taken: /\bed(?:n|ition|\.|$)|^\d{1,3}$/iu }],
  NV: [
    { of: new Set<ItemType>(['article-journal', 'article-magazine', 'article-newspaper', 'legal_case', 'dataset', 'patent', 'standard', 'legislation', 'motion_picture']), taken: /^\d{1,3}$/u },
    { of: new Set<ItemType>(['report']), taken: /\bv/iu },
  ],
  SE: [{ of: new Set<ItemType>(['article-journal', 'article-magazine', 'book']), taken: /^\D{1,200}$/u }],
  SP: [{ of: new Set<ItemType>(['graphic', 'figure', 'software', 'map', 'post-weblog', 'webpage']), taken: /\d/u }, { of: new Set<ItemType>(['motion_picture']), taken: /\d\D\d/u }],
  VL: [{ of: new Set<ItemType>(['post-weblog', 'webpage']), taken: /^(?!(?:19|20)\d\d$)/u }, { of: new Set<ItemType>(['figure']), taken: /^\d{1,4}$/u }],
  SN: [{ of: new Set<ItemType>(['personal_communication', 'dataset']), taken: /^(?:97[89])?[\d -]{7,12}[\dXx]$/u }],
};
