/** Types of entries that BibLaTeX's own list lacks, and what they are in CSL. */
import type { ItemType } from '../../source';
import type { Values } from './bibtexFamily';

const types: ReadonlyMap<string, ItemType> = new Map(Object.entries<ItemType>({
  bookinbook: 'chapter', suppbook: 'chapter', suppcollection: 'chapter', suppperiodical: 'article-journal', commentary: 'book', newspaper: 'article-newspaper',
  newspaperarticle: 'article-newspaper', magazine: 'article-magazine', magazinearticle: 'article-magazine', webpage: 'webpage', website: 'webpage', internet: 'webpage',
  web: 'webpage', blog: 'post-weblog', workingpaper: 'report', whitepaper: 'report', masterthesis: 'thesis', bachelorthesis: 'thesis', bachelorsthesis: 'thesis',
  lecture: 'speech', talk: 'speech', presentation: 'speech', interview: 'interview', map: 'map', manuscript: 'manuscript', preprint: 'article', law: 'legislation',
  statute: 'legislation', bill: 'bill', treaty: 'treaty', case: 'legal_case', data: 'dataset', softwareversion: 'software', softwaremodule: 'software',
  codefragment: 'software', journal: 'periodical', conferencepaper: 'paper-conference', journalarticle: 'article-journal', thesis: 'thesis', video: 'motion_picture',
}));

const subtypes: { readonly [name: string]: ItemType } = { magazine: 'article-magazine', newspaper: 'article-newspaper' };

/** The type of an entry; `read` is what citation-js takes it for. */
export function typeOf(type: string, values: Values, read: ItemType): ItemType {
  const subtype = (values.get('entrysubtype') ?? '').trim().toLowerCase();
  if (read === 'article-journal') return subtypes[subtype] ?? read;
  if (type === 'unpublished' && ['eventtitle', 'eventdate', 'venue'].some((name) => (values.get(name) ?? '').trim() !== '')) return 'speech';
  return types.get(type) ?? read;
}

/** A number of one of these counts within a series. */
export const inSeries: ReadonlySet<string> = new Set([
  'book', 'mvbook', 'inbook', 'bookinbook', 'suppbook', 'collection', 'mvcollection', 'incollection', 'suppcollection', 'proceedings', 'mvproceedings',
  'reference', 'mvreference', 'inreference', 'manual', 'booklet',
]);

/** Parts of something with a title of its own. */
export const isPart = (type: string): boolean => /^(?:in|supp|bookinbook|conference)/u.test(type);
