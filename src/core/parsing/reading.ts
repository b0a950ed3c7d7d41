/** What reading a paste gives: values on the ground floor of this room. */
import type { Problem } from '../problem';
import type { Item, Span } from '../source';

/** The forms in which a record may come. One row a form in the table of readers (`readers.ts`). */
export const formats = [
  'bibtex', 'ris', 'csl-json', 'aggregator-json',
  'crossref-json', 'openalex-json', 'semantic-scholar-json', 'datacite-json', 'core-json', 'dimensions-json', 'lens-json', 'zotero-json', 'europe-pmc-json', 'openlibrary-json', 'json-ld',
  'html', 'xml', 'nbib', 'ovid', 'refer', 'refworks', 'web-of-science', 'cnki', 'noteexpress', 'redif', 'table', 'conference-page', 'labelled-page', 'site-page', 'reference', 'text',
] as const;
export type Format = (typeof formats)[number];

/**
 * How a field was found: `sure` between 0 and 1 (0.85 and above is silent, 0.5 to 0.85 is shown as unsure, below 0.5 is
 * offered under `custom.review` and not filled in), `why` a sentence, `span` where in the paste it stands.
 */
export type Certainty = { readonly sure: number; readonly why: string; readonly span?: Span };

/** One record found in a paste. `span` is its stretch of the raw paste, and `pasted` exactly that text. */
export type ReadRecord = {
  readonly format: Format;
  readonly span: Span;
  readonly pasted: string;
  /** What its reader took for the record; the rest of `span` is text beside it that no record claimed. */
  readonly claim?: Span;
  /** `id` is the key that the record itself names (BibTeX, CSL), else the empty string. */
  readonly item: Item;
  readonly certainty: { readonly [field: string]: Certainty };
};

/** The largest text that is read, in UTF-16 code units. */
export const largestPaste = 20_000_000;

/** What was understood, in the order of the paste, and what was not. Spans are of the raw paste. */
export type Reading = { readonly records: readonly ReadRecord[]; readonly problems: readonly Problem[] };

/** The forms in which a bibliography may be kept. */
export type BibliographyFormat = 'bibtex' | 'ris' | 'csl-json' | 'csl-yaml';
/** One entry, and where it stands in the raw text (of YAML only roughly: the whole text). */
export type BibliographyRecord = { readonly item: Item; readonly span: Span };
/** A bibliography before it is read: its text, or the bytes of its file, in UTF-8. A byte order mark is kept. */
export type RawText = string | Uint8Array;
/** The entries in order and what could not be read. Spans are of the raw text; `starts`: where each of its lines begins, if it was read to the end. */
export type BibliographyReading = { readonly records: readonly BibliographyRecord[]; readonly problems: readonly Problem[]; readonly starts?: Uint32Array };

/** What is known of the pages of one site. */
export type { Profile as SiteProfile } from './pages/profile/profile';
