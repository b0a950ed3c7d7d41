/**
 * What is known of the pages of one site: a value that JSON can hold, so that a changed page is a change of data. Patterns
 * are regular expressions as strings, read with the flag `u`, and tried on trimmed lines unless it says otherwise.
 */
import type { ItemType } from '../../../source';

/** How a stretch of text is taken to be a value. `names…` are the ways in which pages print names and affiliations. */
export const readings = [
  'text', 'names', 'names (affiliation)', 'names, affiliation', 'names over affiliations', 'names over institutions', 'names, first inverted', 'names, all inverted', 'names by initials', 'names with superscripts', 'names run into affiliations', 'names among other lines', 'names among other lines, Spanish', 'several names, Iberian',
  'bodies', 'date', 'day first', 'page', 'doi', 'url', 'words', 'words above names', 'abstract', 'number', 'language',
] as const;
export type ReadingKind = (typeof readings)[number];

/**
 * Where a value stands. The lines looked at are those behind the first line that fits `after` and before the first that fits
 * `until` or `before`; when `after` or `before` fits no line, the rule gives nothing.
 * - `line`: the `nth` line of these that says something (counted upwards from the end when there is a `before`); with `pattern`, that fits it.
 * - `lines`: all of them that say something.
 * - `block`: the paragraphs behind the label, or from the first line, up to the end of an abstract.
 * - `label`: what stands behind the label on its line, else on the next.
 * - `match`: the first line that fits `pattern`; its named groups are fields.
 * - `joined`: the first match of `pattern` in the lines joined by blanks, words divided at a line's end made whole.
 * - `repeated`: the first line of three words or more that stands there twice.
 */
export type FieldRule = {
  /** A field of CSL, `custom.…`, `*` for the named groups alone, `day` (month and day, to go with the year of `issued`) or `subtitle`. */
  readonly to: string;
  readonly take: 'line' | 'lines' | 'block' | 'label' | 'match' | 'joined' | 'repeated';
  /** The rule is for pages that have a line which fits this. */
  readonly when?: string;
  readonly after?: string;
  readonly before?: string;
  readonly until?: string;
  readonly skip?: string;
  /** Words of a label, parted by `|`; case does not matter. */
  readonly label?: string;
  readonly pattern?: string;
  readonly nth?: number;
  /** The line must stand right at its border: no other, blank or quiet ones included, between it and what `before` fits but those that `nth` counts. */
  readonly near?: boolean;
  /** A `block` without a label begins behind so many lines that say something. */
  readonly afterLines?: number;
  /** How to read the value; by default as its field says. */
  readonly as?: ReadingKind;
  /** From 0 to 1; by default as sure as the way of taking is. */
  readonly sure?: number;
};

/** A site's page. `fingerprints` are tried on the whole text with the flag `m`; their weights are summed up, those below 0 speak against it. */
export type Profile = {
  readonly id: string;
  readonly fingerprints: readonly { readonly re: string; readonly w: number }[];
  /** The layout of many sites: looked at only when the text is no page of a site that is known. */
  readonly general?: boolean;
  /** The line with which a record begins, or `above` lines below its beginning. */
  readonly recordStart?: string;
  readonly above?: number;
  /** How records begin when no line fits `recordStart`. */
  readonly otherStart?: { readonly recordStart: string; readonly above: number };
  /** It begins so far above only if its first line would then fit this. */
  readonly aboveFits?: string;
  /** It is no beginning when the line above fits this, or is a beginning itself. */
  readonly notBelow?: string;
  /** What stands above the first record is a heading of them all, */
  readonly head?: boolean;
  /** in which these rules look, the last line that fits counting. */
  readonly shared?: readonly FieldRule[];
  /** A list above the records names their titles, by which those that print none of their own are known: a line of it has the groups `title` and `by`, the record's own line the same `by`. */
  readonly contents?: { readonly line: string; readonly own: string };
  /** The page lists papers, told by the people beside each title; it needs no `fields`. */
  readonly papers?: boolean;
  /** Names in CAPITALS are Turkish: `KARABIYIK` is Karabıyık. */
  readonly turkish?: boolean;
  /** `03/04/2024` is the third of April here. */
  readonly dayFirst?: boolean;
  readonly type: ItemType;
  /** Other types, by a line that says so, or by the value of a field: the empty text when it has none. */
  readonly types?: readonly { readonly re: string; readonly type: ItemType; readonly field?: string }[];
  readonly genre?: string;
  /** Lines that say nothing. */
  readonly noise?: readonly string[];
  /** Lines which begin so go on over the next, up to a blank line or a button. */
  readonly wraps?: string;
  /** Lists of people have each comma on a line of its own. */
  readonly commasAlone?: boolean;
  /** Where a line is to be broken because the page's line ends were lost. */
  readonly breakBefore?: string;
  /** Tried in order; a field is filled by the first rule that finds a sound value. */
  readonly fields: readonly FieldRule[];
  /** A record without a title is one all the same if it has a DOI. */
  readonly withoutTitle?: boolean;
};
