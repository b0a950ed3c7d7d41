/** EndNote's reference types, by name and by number, as types of CSL. */
import type { ItemType } from '../../../source';

/** By the name of the type in lower case. */
export const endnoteTypes: ReadonlyMap<string, ItemType> = new Map<string, ItemType>([
  ['journal article', 'article-journal'], ['electronic article', 'article-journal'], ['magazine article', 'article-magazine'],
  ['newspaper article', 'article-newspaper'], ['book', 'book'], ['edited book', 'book'], ['electronic book', 'book'], ['ebook', 'book'],
  ['book section', 'chapter'], ['electronic book section', 'chapter'], ['conference paper', 'paper-conference'], ['conference proceedings', 'paper-conference'],
  ['conference proceeding', 'paper-conference'], ['thesis', 'thesis'], ['report', 'report'], ['government document', 'report'], ['web page', 'webpage'], ['blog', 'post-weblog'],
  ['unpublished work', 'manuscript'], ['manuscript', 'manuscript'], ['ancient text', 'classic'], ['classical work', 'classic'], ['generic', 'document'],
  ['encyclopedia', 'entry-encyclopedia'], ['dictionary', 'entry-dictionary'], ['dataset', 'dataset'], ['online database', 'dataset'], ['aggregated database', 'dataset'],
  ['bill', 'bill'], ['case', 'legal_case'], ['hearing', 'hearing'], ['statute', 'legislation'], ['legal rule or regulation', 'legislation'], ['patent', 'patent'],
  ['standard', 'standard'], ['map', 'map'], ['artwork', 'graphic'], ['chart or table', 'figure'], ['figure', 'figure'], ['film or broadcast', 'motion_picture'],
  ['audiovisual material', 'motion_picture'], ['video', 'motion_picture'], ['computer program', 'software'], ['personal communication', 'personal_communication'], ['serial', 'periodical'],
  ['pamphlet', 'pamphlet'], ['press release', 'report'], ['interview', 'interview'], ['music', 'musical_score'], ['podcast', 'broadcast'], ['social media', 'post'],
  ['discussion forum', 'post'], ['multimedia application', 'software'], ['online multimedia', 'webpage'],
]);

/** By the number that stands in the element. */
export const endnoteNumbers: ReadonlyMap<string, ItemType> = new Map<string, ItemType>([
  ['2', 'graphic'], ['3', 'motion_picture'], ['4', 'bill'], ['5', 'chapter'], ['6', 'book'], ['7', 'legal_case'], ['9', 'software'], ['10', 'paper-conference'],
  ['12', 'webpage'], ['13', 'document'], ['14', 'hearing'], ['17', 'article-journal'], ['19', 'article-magazine'], ['20', 'map'], ['21', 'motion_picture'],
  ['23', 'article-newspaper'], ['25', 'patent'], ['26', 'personal_communication'], ['27', 'report'], ['28', 'book'], ['31', 'legislation'], ['32', 'thesis'],
  ['34', 'manuscript'], ['36', 'manuscript'], ['37', 'figure'], ['38', 'figure'], ['43', 'article-journal'], ['44', 'book'], ['45', 'dataset'], ['46', 'report'],
  ['47', 'paper-conference'], ['49', 'classic'], ['50', 'legislation'], ['52', 'entry-dictionary'], ['53', 'entry-encyclopedia'], ['55', 'dataset'], ['56', 'post-weblog'],
  ['57', 'periodical'], ['58', 'standard'], ['59', 'dataset'], ['60', 'chapter'], ['63', 'post-weblog'],
]);
