/** The tables of all indexes, in the order in which an object is compared with them. */
import type { JsonObject } from '../../source';
import { crossref } from './crossref';
import { dataCite } from './dataCite';
import { europePmc } from './europePmc';
import { jsonLd } from './jsonLd';
import type { JsonIndex } from './jsonIndex';
import { openAlex } from './openAlex';
import { openLibrary } from './openLibrary';
import { core, dimensions, lens } from './scholarlyIndexes';
import { semanticScholar } from './semanticScholar';
import { zotero } from './zotero';

/** The formats of indexes. A new index is a row here, and its name in `formats` (`reading.ts`). */
export const indexes = {
  'crossref-json': crossref, 'openalex-json': openAlex, 'datacite-json': dataCite, 'zotero-json': zotero, 'json-ld': jsonLd, 'lens-json': lens, 'dimensions-json': dimensions,
  'europe-pmc-json': europePmc, 'core-json': core, 'openlibrary-json': openLibrary, 'semantic-scholar-json': semanticScholar,
} as const satisfies { readonly [format: string]: JsonIndex };
export type IndexFormat = keyof typeof indexes;

/** The index whose record an object is; undefined when it is of none of them. */
export const indexOf = (object: JsonObject): IndexFormat | undefined =>
  (Object.keys(indexes) as readonly IndexFormat[]).find((format) => indexes[format].owns(object));
