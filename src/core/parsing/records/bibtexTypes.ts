/** The types of entries that BibTeX, BibLaTeX and those who add their own know, and what they are in CSL. */
import { itemTypes, type ItemType } from '../../source';
import type { Values } from './bibtexFamily';

const types: ReadonlyMap<string, ItemType> = new Map(Object.entries<ItemType>({
  article: 'article-journal', book: 'book', mvbook: 'book', inbook: 'chapter', booklet: 'book', collection: 'book', mvcollection: 'book', incollection: 'chapter',
  dataset: 'dataset', manual: 'report', misc: 'document', online: 'webpage', electronic: 'webpage', www: 'webpage', patent: 'patent', periodical: 'periodical',
  proceedings: 'book', mvproceedings: 'book', inproceedings: 'paper-conference', conference: 'paper-conference', reference: 'book', mvreference: 'book',
  inreference: 'entry', report: 'report', techreport: 'report', software: 'software', phdthesis: 'thesis', mastersthesis: 'thesis', unpublished: 'manuscript',
  artwork: 'graphic', audio: 'song', image: 'figure', jurisdiction: 'legal_case', legislation: 'legislation', legal: 'treaty', letter: 'personal_communication',
  movie: 'motion_picture', music: 'musical_score', performance: 'performance', review: 'review', standard: 'standard',
  bookinbook: 'chapter', suppbook: 'chapter', suppcollection: 'chapter', suppperiodical: 'article-journal', commentary: 'book', newspaper: 'article-newspaper',
  newspaperarticle: 'article-newspaper', newsarticle: 'article-newspaper', magazine: 'article-magazine', magazinearticle: 'article-magazine', webpage: 'webpage', website: 'webpage', internet: 'webpage',
  web: 'webpage', blog: 'post-weblog', workingpaper: 'report', whitepaper: 'report', masterthesis: 'thesis', bachelorthesis: 'thesis', bachelorsthesis: 'thesis',
  lecture: 'speech', talk: 'speech', presentation: 'speech', interview: 'interview', map: 'map', manuscript: 'manuscript', preprint: 'article', law: 'legislation',
  statute: 'legislation', bill: 'bill', treaty: 'treaty', case: 'legal_case', data: 'dataset', softwareversion: 'software', softwaremodule: 'software',
  codefragment: 'software', journal: 'periodical', conferencepaper: 'paper-conference', journalarticle: 'article-journal', thesis: 'thesis', video: 'motion_picture',
}));

const subtypes: ReadonlyMap<string, ItemType> = new Map([['magazine', 'article-magazine'], ['newspaper', 'article-newspaper']]);

/** The type of an entry; a document when its own is not known. */
export function typeOf(type: string, values: Values): ItemType {
  const read = types.get(type) ?? 'document';
  const named = values.get('csl-type')?.trim();
  if (named !== undefined && (itemTypes as readonly string[]).includes(named)) return named as ItemType;
  if (read === 'article-journal') return subtypes.get(values.get('entrysubtype')?.trim().toLowerCase() ?? '') ?? read;
  if (type === 'unpublished' && ['eventtitle', 'eventdate', 'venue'].some((name) => (values.get(name) ?? '').trim() !== '')) return 'speech';
  return read;
}

/** A number of one of these counts within a series. */
export const inSeries: ReadonlySet<string> = new Set([
  'book', 'mvbook', 'inbook', 'bookinbook', 'suppbook', 'collection', 'mvcollection', 'incollection', 'suppcollection', 'proceedings', 'mvproceedings',
  'reference', 'mvreference', 'inreference', 'manual', 'booklet',
]);

/** Parts of something with a title of its own. */
export const isPart = (type: string): boolean => /^(?:in|supp|bookinbook|conference)/u.test(type);
