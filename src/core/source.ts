/**
 * The values everything else speaks of. A source is one CSL item
 * (Citation Style Language 1.0.2, schema `csl-data.json`) with its notes.
 * All positions in `core` are UTF-16 code units, as JavaScript and VS Code count.
 */

/** What JSON can hold. Absent is absent: `undefined` never stands in a file. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export type JsonObject = { readonly [key: string]: Json };

/** A half-open stretch `[start, end)` of some text, in UTF-16 code units. */
export type Span = { readonly start: number; readonly end: number };

/** A replacement of one stretch of text. Several edits of one text never overlap. */
export type TextEdit = Span & { readonly text: string };

/** A CSL name: a person (`family`, `given` …) or, as `literal`, a body or a name that can't be divided. */
export type Name = {
  readonly family?: string;
  readonly given?: string;
  readonly 'dropping-particle'?: string;
  readonly 'non-dropping-particle'?: string;
  readonly suffix?: string;
  readonly literal?: string;
};

/** A CSL date. `date-parts` holds one date or a range, each year, month (1–12), day as far as known. */
export type CslDate = {
  readonly 'date-parts'?: readonly (readonly number[])[];
  readonly season?: number;
  readonly circa?: boolean;
  readonly literal?: string;
  readonly raw?: string;
};

/** The item types of CSL 1.0.2. */
export const itemTypes = [
  'article', 'article-journal', 'article-magazine', 'article-newspaper', 'bill', 'book', 'broadcast', 'chapter',
  'classic', 'collection', 'dataset', 'document', 'entry', 'entry-dictionary', 'entry-encyclopedia', 'event', 'figure',
  'graphic', 'hearing', 'interview', 'legal_case', 'legislation', 'manuscript', 'map', 'motion_picture',
  'musical_score', 'pamphlet', 'paper-conference', 'patent', 'performance', 'periodical', 'personal_communication',
  'post', 'post-weblog', 'regulation', 'report', 'review', 'review-book', 'software', 'song', 'speech', 'standard',
  'thesis', 'treaty', 'webpage',
] as const;
export type ItemType = (typeof itemTypes)[number];

/** The CSL variables that hold a list of names. */
export const nameVariables = [
  'author', 'chair', 'collection-editor', 'compiler', 'composer', 'container-author', 'contributor', 'curator',
  'director', 'editor', 'editorial-director', 'executive-producer', 'guest', 'host', 'illustrator', 'interviewer',
  'narrator', 'organizer', 'original-author', 'performer', 'producer', 'recipient', 'reviewed-author',
  'script-writer', 'series-creator', 'translator',
] as const;
export type NameVariable = (typeof nameVariables)[number];

/** The CSL variables that hold a date. */
export const dateVariables = [
  'accessed', 'available-date', 'event-date', 'issued', 'original-date', 'submitted',
] as const;
export type DateVariable = (typeof dateVariables)[number];

/**
 * One CSL item. `id` is the citation key. `custom` holds what CSL has no place for:
 * `custom.review` (see {@link Review}), `custom.unmapped`, panel, session, affiliations.
 * `tags` are the source's own tags, without `#`.
 */
export type Item = { readonly id: string; readonly type: ItemType }
  & { readonly [V in NameVariable]?: readonly Name[] }
  & { readonly [V in DateVariable]?: CslDate }
  & {
    readonly title?: string;
    readonly abstract?: string;
    readonly 'container-title'?: string;
    readonly DOI?: string;
    readonly URL?: string;
    readonly volume?: string;
    readonly issue?: string;
    readonly page?: string;
    readonly publisher?: string;
    readonly tags?: readonly string[];
    readonly custom?: JsonObject;
    readonly [variable: string]: unknown;
  };

/**
 * A field that a person should look at: stands under `custom.review`, by field name.
 * `why` is a sentence; `found` what the text said; `offer` the value a quick fix would set; `sure` how sure the reader was, from 0 to 1.
 */
export type Review = { readonly why: string; readonly found?: Json; readonly offer?: Json; readonly sure?: number };

/** How a note takes its source: a stance in a debate. */
export const stances = ['for', 'against', 'mixed'] as const;
export type Stance = (typeof stances)[number];

/** What a note is. */
export const kinds = ['quote', 'paraphrase', 'summary', 'claim', 'comment'] as const;
export type Kind = (typeof kinds)[number];

/** How one note bears on another. */
export const relations = ['supports', 'attacks', 'qualifies'] as const;
export type Relation = (typeof relations)[number];

/** Where in a source: a CSL locator label and its value, `{label: 'page', value: '152'}`. */
export type Locator = { readonly label: string; readonly value: string };

/**
 * Where a quoted passage stands: `at` UTF-16 code units from the start of the abstract's text (absent when the
 * passage stands elsewhere), and up to 32 characters on either side. A passage of another file of the workspace folder, such
 * as the full text, says so: `in.path` from the folder, with `/`, and `in.at` units from the start of that file's text, line ends counted as one.
 */
export type Anchor = { readonly at?: number; readonly in?: { readonly path: string; readonly at?: number }; readonly before: string; readonly after: string };

/** One note on a source. `id` is absent until something must point at a note that was written by hand. */
export type Note = {
  readonly id?: string;
  readonly author?: string;
  readonly tags: readonly string[];
  readonly locator?: Locator;
  readonly stance?: Stance;
  /** Only when the heading says so; {@link kindOf} tells what a note is in any case. */
  readonly kind?: Kind;
  readonly quote?: string;
  readonly text: string;
  readonly created?: string;
  readonly anchor?: Anchor;
  readonly links?: readonly { readonly relation: Relation; readonly target: string }[];
  /** The id of the note of which this is another version, kept by a merge until a person has compared the two. */
  readonly twin?: string;
};

/** What a note is: what its heading says, else a quote when it quotes, else a comment. */
export function kindOf(note: Note): Kind {
  return note.kind ?? (note.quote === undefined ? 'comment' : 'quote');
}

/** The year of publication, if the item has one. */
export function yearOf(item: Item): number | undefined {
  return item.issued?.['date-parts']?.[0]?.[0];
}

/** A name as one says it in running text: the family name with its particle, or the whole of an undivided name. */
export function shortName(name: Name): string {
  if (name.literal !== undefined) return name.literal;
  const family = [name['non-dropping-particle'], name.family].filter(Boolean).join(' ');
  return family || (name.given ?? '');
}

/** A name as one reads it out: given name first. */
export function fullName(name: Name): string {
  if (name.literal !== undefined) return name.literal;
  return [name.given, name['dropping-particle'], name['non-dropping-particle'], name.family, name.suffix]
    .filter(Boolean).join(' ');
}

/** The names a reader would look a source up by: authors, else editors, else whoever made it. */
export function creatorsOf(item: Item): readonly Name[] {
  for (const role of ['author', 'editor', 'director', 'composer', 'translator', 'contributor'] as const) {
    const names = item[role];
    if (names !== undefined && names.length > 0) return names;
  }
  return [];
}

/** Authors as a citation has them: `Yuneman`, `Lee and Kim`, `Lee et al.`; empty when nobody is named. */
export function authorsInBrief(item: Item): string {
  const names = creatorsOf(item).map(shortName);
  if (names.length <= 2) return names.join(' and ');
  return `${names[0]} et al.`;
}

/** The fields to look at, by field name. Understands a bare sentence as well as a whole {@link Review}. */
export function reviewsOf(item: Item): ReadonlyMap<string, Review> {
  const all = item.custom?.['review'];
  const reviews = new Map<string, Review>();
  if (!isObject(all)) return reviews;
  for (const [field, value] of Object.entries(all)) {
    if (typeof value === 'string') reviews.set(field, { why: value });
    else if (isObject(value) && typeof value['why'] === 'string') reviews.set(field, value as unknown as Review);
  }
  return reviews;
}

/** Is it a JSON object, and no list? */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
