/** Items of Zotero: of its web interface (with `data` inside), of its own export, and of Better BibTeX. */
import { isObject, type ItemType, type Json, type JsonObject } from '../../source';
import { cleanDoi } from '../identifiers';
import { has, textAt, valuesAt, type JsonIndex } from './jsonIndex';

const names: { readonly [name: string]: ItemType } = {
  journalarticle: 'article-journal', magazinearticle: 'article-magazine', newspaperarticle: 'article-newspaper', book: 'book', booksection: 'chapter',
  conferencepaper: 'paper-conference', thesis: 'thesis', report: 'report', preprint: 'article', manuscript: 'manuscript', webpage: 'webpage', blogpost: 'post-weblog',
  forumpost: 'post', presentation: 'speech', dataset: 'dataset', computerprogram: 'software', document: 'document', encyclopediaarticle: 'entry-encyclopedia',
  dictionaryentry: 'entry-dictionary', interview: 'interview', letter: 'personal_communication', email: 'personal_communication', instantmessage: 'personal_communication',
  film: 'motion_picture', videorecording: 'motion_picture', audiorecording: 'song', radiobroadcast: 'broadcast', tvbroadcast: 'broadcast', podcast: 'song', artwork: 'graphic',
  map: 'map', bill: 'bill', statute: 'legislation', case: 'legal_case', hearing: 'hearing', patent: 'patent', standard: 'standard',
};

const roles: { readonly [role: string]: string } = {
  editor: 'editor', seriesEditor: 'collection-editor', bookAuthor: 'container-author', translator: 'translator', contributor: 'contributor', reviewedAuthor: 'reviewed-author',
  interviewer: 'interviewer', recipient: 'recipient', composer: 'composer', scriptwriter: 'script-writer', producer: 'producer', guest: 'guest', castMember: 'performer',
};
const alongside = [...new Set(Object.values(roles))];

/** The table of Zotero. */
export const zotero: JsonIndex = {
  owns: (object) => isItem(object) || (isObject(object['data']) && isItem(object['data']) && has(object, 'key')),
  view: (object) => byRole(isObject(object['data']) && isItem(object['data']) ? object['data'] : object),
  type: { paths: ['itemType'], names },
  fields: {
    'id': ['citationKey', 'citekey', 'citeKey', 'keyOfExtra'], 'title': ['title', 'caseName', 'nameOfAct', 'subject'], 'author': ['author'],
    ...Object.fromEntries(alongside.map((role) => [role, [role]])),
    'issued': ['date', 'dateDecided', 'dateEnacted', 'issueDate'], 'accessed': ['accessDate'],
    'container-title': ['publicationTitle', 'bookTitle', 'proceedingsTitle', 'encyclopediaTitle', 'dictionaryTitle', 'blogTitle', 'websiteTitle', 'forumTitle', 'programTitle', 'reporter', 'code'],
    'container-title-short': ['journalAbbreviation'], 'title-short': ['shortTitle'], 'volume': ['volume', 'reporterVolume', 'codeVolume'], 'issue': ['issue'], 'page': ['pages', 'firstPage'],
    'number-of-pages': ['numPages'], 'number-of-volumes': ['numberOfVolumes'], 'number': ['reportNumber', 'billNumber', 'publicLawNumber', 'docketNumber', 'patentNumber', 'archiveID', 'number', 'episodeNumber'],
    'publisher': ['publisher', 'university', 'institution', 'repository', 'label', 'studio', 'network', 'distributor', 'company'], 'publisher-place': ['place'],
    'event-title': ['conferenceName', 'meetingName'], 'edition': ['edition'], 'version': ['versionNumber', 'programVersion'], 'authority': ['court', 'legislativeBody', 'committee', 'issuingAuthority'],
    'collection-title': ['series', 'seriesTitle'], 'collection-number': ['seriesNumber'], 'genre': ['thesisType', 'reportType', 'genre', 'manuscriptType', 'presentationType', 'letterType', 'websiteType', 'type'],
    'medium': ['medium', 'videoRecordingFormat', 'audioRecordingFormat', 'interviewMedium', 'artworkMedium'], 'archive': ['archive'], 'archive_location': ['archiveLocation'],
    'call-number': ['callNumber'], 'source': ['libraryCatalog'], 'scale': ['scale'], 'section': ['section'], 'status': ['legalStatus'], 'language': ['language'],
    'DOI': ['DOI', 'doi', 'doiOfExtra'], 'URL': ['url', 'URL'], 'ISBN': ['ISBN'], 'ISSN': ['ISSN'], 'keyword': ['tags.tag', 'tags'], 'note': ['remark'], 'abstract': ['abstractNote'],
  },
  silent: [
    'creators', 'key', 'version', 'library', 'libraryID', 'itemID', 'itemKey', 'uri', 'select', 'relations', 'collections', 'attachments', 'notes', 'dateAdded', 'dateModified', 'seeAlso',
    'inPublications', 'extra', 'meta', 'links', 'accessed', 'parentItem', 'deleted', 'itemType',
  ],
  wholeNamesAreBodies: true,
};

const kept = new Set(['attachment', 'note', 'annotation']);

const isItem = (object: JsonObject): boolean => {
  const type = object['itemType'];
  return typeof type === 'string' && Object.hasOwn(names, type.toLowerCase()) && !kept.has(type) && (Array.isArray(object['creators']) || typeof object['title'] === 'string');
};

/** The people by their part in the work; whoever made it is its author (a director, an inventor, a presenter). */
function byRole(item: JsonObject): JsonObject {
  const people: { [role: string]: Json[] } = {};
  for (const creator of valuesAt(item, 'creators')) {
    const role = textAt(creator, 'creatorType') ?? 'author';
    (people[Object.hasOwn(roles, role) ? roles[role] ?? 'author' : 'author'] ??= []).push(creator);
  }
  return { ...item, ...people, ...inExtra(textAt(item, 'extra') ?? '') };
}

/** Lines of the field for all else: a DOI, a citation key; what is left is a remark. */
function inExtra(extra: string): JsonObject {
  const lines = extra.split('\n').map((line) => line.trim());
  const said = (label: RegExp): string | undefined => lines.find((line) => label.test(line))?.replace(label, '');
  return {
    doiOfExtra: cleanDoi(said(/^DOI: ?/iu) ?? '') ?? null, keyOfExtra: said(/^Citation Key: ?/iu) ?? null,
    remark: lines.filter((line) => !/^(?:DOI|Citation Key): ?/iu.test(line)).join('\n'),
  };
}
