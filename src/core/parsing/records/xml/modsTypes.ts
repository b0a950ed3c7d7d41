/** Genres, kinds of resource and roles of MODS and MARC (codes and English names of the Library of Congress), in CSL. */
import type { ItemType, NameVariable } from '../../../source';

/** By genre in lower case. */
export const modsGenres: ReadonlyMap<string, ItemType> = new Map<string, ItemType>([
  ['article', 'article'], ['journal article', 'article-journal'], ['journalarticle', 'article-journal'], ['academic journal', 'article-journal'], ['review', 'article-journal'], ['review article', 'article-journal'], ['research article', 'article-journal'],
  ['book review', 'review-book'], ['magazine', 'article-magazine'], ['magazinearticle', 'article-magazine'], ['magazine article', 'article-magazine'], ['newspaper', 'article-newspaper'],
  ['newspaperarticle', 'article-newspaper'], ['newspaper article', 'article-newspaper'], ['book', 'book'], ['ebook', 'book'], ['monograph', 'book'], ['festschrift', 'book'],
  ['booksection', 'chapter'], ['book chapter', 'chapter'], ['chapter', 'chapter'], ['book section', 'chapter'], ['book-chapter', 'chapter'], ['book part', 'chapter'], ['bookpart', 'chapter'], ['conference publication', 'paper-conference'], ['conferencepaper', 'paper-conference'],
  ['conference paper', 'paper-conference'], ['conference object', 'paper-conference'], ['inproceedings', 'paper-conference'], ['proceedings', 'book'], ['thesis', 'thesis'], ['dissertation', 'thesis'], ['theses', 'thesis'],
  ['ph.d. thesis', 'thesis'], ['masters thesis', 'thesis'], ['doctoral thesis', 'thesis'], ["master's thesis", 'thesis'], ['phd thesis', 'thesis'], ['diploma thesis', 'thesis'], ['master thesis', 'thesis'], ['bachelor thesis', 'thesis'], ["bachelor's thesis", 'thesis'], ['habilitation', 'thesis'], ['doctoral dissertation', 'thesis'],
  ['report', 'report'], ['technical report', 'report'], ['working paper', 'report'], ['government publication', 'report'], ['web site', 'webpage'], ['webpage', 'webpage'], ['web page', 'webpage'], ['blogpost', 'post-weblog'],
  ['forumpost', 'post'], ['letter', 'personal_communication'], ['email', 'personal_communication'], ['manuscript', 'manuscript'], ['unpublished', 'manuscript'], ['map', 'map'], ['atlas', 'map'], ['patent', 'patent'],
  ['interview', 'interview'], ['bill', 'bill'], ['legislation', 'legislation'], ['statute', 'legislation'], ['case', 'legal_case'], ['legal case and case notes', 'legal_case'], ['hearing', 'hearing'],
  ['encyclopedia', 'entry-encyclopedia'], ['encyclopediaarticle', 'entry-encyclopedia'], ['dictionary', 'entry-dictionary'], ['dictionaryentry', 'entry-dictionary'],
  ['film', 'motion_picture'], ['motion picture', 'motion_picture'], ['videorecording', 'motion_picture'], ['tvbroadcast', 'broadcast'], ['radiobroadcast', 'broadcast'], ['podcast', 'broadcast'],
  ['art original', 'graphic'], ['artwork', 'graphic'], ['picture', 'graphic'], ['sound', 'song'], ['audiorecording', 'song'], ['computer program', 'software'], ['computerprogram', 'software'],
  ['dataset', 'dataset'], ['database', 'dataset'], ['presentation', 'speech'], ['speech', 'speech'], ['lecture', 'speech'], ['periodical', 'periodical'], ['series', 'periodical'], ['pamphlet', 'pamphlet'], ['preprint', 'article'],
]);

/** By `typeOfResource` in lower case; text alone says nothing. */
export const modsResources: ReadonlyMap<string, ItemType> = new Map<string, ItemType>([
  ['cartographic', 'map'], ['notated music', 'musical_score'], ['sound recording', 'song'], ['sound recording-musical', 'song'], ['sound recording-nonmusical', 'song'],
  ['still image', 'graphic'], ['moving image', 'motion_picture'], ['three dimensional object', 'graphic'], ['software, multimedia', 'software'],
]);

/** By code of a relator or by its name; undefined for those who did not make the work. */
export const nameRoles: ReadonlyMap<string, NameVariable | undefined> = new Map<string, NameVariable | undefined>([
  ['aut', 'author'], ['author', 'author'], ['cre', 'author'], ['creator', 'author'], ['joint author', 'author'], ['co-author', 'author'], ['aui', 'contributor'], ['verfasser', 'author'], ['verfasserin', 'author'],
  ['auteur', 'author'], ['dis', 'author'], ['dissertant', 'author'], ['автор', 'author'], ['edt', 'editor'], ['editor', 'editor'], ['ed', 'editor'], ['editors', 'editor'], ['joint editor', 'editor'], ['hrsg', 'editor'], ['herausgeber', 'editor'], ['herausgeberin', 'editor'],
  ['editor of compilation', 'editor'], ['edc', 'editor'], ['pbd', 'collection-editor'], ['series editor', 'collection-editor'], ['serieseditor', 'collection-editor'], ['trl', 'translator'], ['translator', 'translator'], ['tr', 'translator'],
  ['com', 'compiler'], ['compiler', 'compiler'], ['ctb', 'contributor'], ['contributor', 'contributor'], ['ill', 'illustrator'], ['illustrator', 'illustrator'], ['ivr', 'interviewer'], ['interviewer', 'interviewer'],
  ['ive', 'author'], ['interviewee', 'author'], ['drt', 'director'], ['director', 'director'], ['pro', 'producer'], ['producer', 'producer'], ['prf', 'performer'], ['performer', 'performer'], ['cmp', 'composer'], ['composer', 'composer'],
  ['art', 'author'], ['artist', 'author'], ['ctg', 'author'], ['cartographer', 'author'], ['inv', 'author'], ['inventor', 'author'], ['prg', 'author'], ['programmer', 'author'], ['spk', 'author'], ['speaker', 'author'], ['pht', 'author'],
  ['rcp', 'recipient'], ['recipient', 'recipient'], ['bsl', undefined], ['pbl', undefined], ['publisher', undefined], ['ths', undefined], ['thesis advisor', undefined], ['advisor', undefined], ['supervisor', undefined], ['dgs', undefined], ['degree supervisor', undefined],
  ['dgg', undefined], ['degree grantor', undefined], ['dgc', undefined], ['fnd', undefined], ['funder', undefined], ['spn', undefined], ['sponsor', undefined], ['his', undefined], ['host institution', undefined], ['isb', undefined], ['issuing body', undefined],
  ['own', undefined], ['prt', undefined], ['printer', undefined], ['ded', undefined], ['rev', undefined], ['reviewer', undefined], ['opn', undefined], ['committee member', undefined], ['asn', undefined], ['bnd', undefined], ['dst', undefined],
]);
