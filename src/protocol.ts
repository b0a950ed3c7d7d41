/** What the host and web views say to each other: types only. Sources are named by numbers that mean nothing outside of one view. */
import type { HtmlText } from './core/exits';
import type { Run } from './core/formattedRuns';

export type { Run, RunLook } from './core/formattedRuns';


/** A field to look at: its name for a person, why, and what its reader offers for it. */
export type RowDoubt = { readonly field: string; readonly name: string; readonly why: string; readonly offer?: string };

/** The cells of a row that can be edited in place, by field of CSL. */
export type EditableCell = 'author' | 'issued' | 'title' | 'container-title' | 'type';

/** What a field could be instead: the text, and how it is told from others, such as by its language. */
export type RowChoice = { readonly text: string; readonly name: string };

/** One source in the table of review. `sure` from 0 to 1; `otherTitles` are those in other languages and of other records; `fresh`: it came in with the paste for which the table was opened. */
export type ReviewRow = {
  readonly id: number;
  readonly key: string;
  readonly cells: { readonly [C in EditableCell]: string };
  readonly sure: number;
  readonly doubts: readonly RowDoubt[];
  readonly otherTitles: readonly RowChoice[];
  readonly warnings: readonly string[];
  readonly hasPaste: boolean;
  readonly fresh: boolean;
};

/** What the host says to the table: rows that are new or changed, those that are gone; why an edit was refused; what was done. */
export type ToReviewTable =
  | { readonly kind: 'rows'; readonly rows: readonly ReviewRow[]; readonly gone: readonly number[]; readonly types: readonly (readonly [string, string])[]; readonly hasFresh: boolean }
  | { readonly kind: 'refused'; readonly id: number; readonly cell: EditableCell; readonly why: string }
  | { readonly kind: 'done'; readonly message: string; readonly canUndo: boolean };

/** What the table asks of the host. */
export type FromReviewTable =
  | { readonly kind: 'ready' }
  | { readonly kind: 'edit'; readonly id: number; readonly cell: EditableCell; readonly text: string }
  | { readonly kind: 'take'; readonly id: number; readonly field: string }
  | { readonly kind: 'takeTitle'; readonly id: number; readonly text: string }
  | { readonly kind: 'open' | 'showInPaste'; readonly id: number }
  | { readonly kind: 'accept' | 'delete'; readonly ids: readonly number[] }
  | { readonly kind: 'undo' };

/** An entry of a reference list as it is shown. */
export type ListedReference = { readonly number: string; readonly runs: readonly Run[] };

/** A formatted reference list: what it is of, in which style, what is shown and what is copied; `unknown` are keys that no source has. `said` tells why there is none, and what was done. */
export type ToReferenceList = {
  readonly kind: 'list'; readonly heading: string; readonly style: string; readonly entries: readonly ListedReference[]; readonly unknown: readonly string[];
  readonly text: string; readonly html: HtmlText; readonly said: string;
};

/** What the page of a reference list asks of the host. */
export type FromReferenceList = { readonly kind: 'ready' | 'chooseStyle' };

// --- the synthesis -----------------------------------------------------------------------------------------------

/** So many passages, and how many of them are for, against or mixed. */
export type CellNumbers = readonly [count: number, pro: number, contra: number, mixed: number];

/** What the person chose to see; `sort` names a tag behind `#`. Tags and groups that are closed don't show what is under them. */
export type SynthesisView = {
  readonly query: string;
  readonly group: 'none' | 'year' | 'author' | 'type';
  readonly sort: 'author' | 'year' | 'title' | 'passages' | `#${string}`;
  readonly down: boolean;
  readonly tagOrder: 'name' | 'count';
  readonly closedTags: readonly string[];
  readonly closedGroups: readonly string[];
  readonly withEmpty: boolean;
};

/** The numbers of a row. `cells`: number of the tag, then its four numbers, for each that isn't empty. */
export type RowNumbers = { readonly total: CellNumbers; readonly cells: readonly number[] };

/** A source with its row. */
export type SynthesisSource = RowNumbers & { readonly id: number; readonly label: string; readonly title: string };

/** The head of a group of rows; its number is negative. */
export type SynthesisGroup = RowNumbers & { readonly id: number; readonly name: string; readonly label: string; readonly size: number; readonly isOpen: boolean };

/** A tag as a column. `about`: its definition. */
export type SynthesisColumn = {
  readonly id: number; readonly tag: string; readonly name: string; readonly depth: number; readonly hasChildren: boolean; readonly isOpen: boolean;
  readonly total: CellNumbers; readonly colour?: string; readonly about?: string;
};

/** A line of the table: a source by its number, so that another order costs little; or a group. */
export type SynthesisLine = number | SynthesisGroup;

/** One passage, to be read. `shared`: the text that it has in common with another. */
export type Passage = {
  readonly id: number; readonly source: string; readonly title: string; readonly quote?: string; readonly text: string; readonly where: string; readonly stance?: 'for' | 'against' | 'mixed';
  readonly kind: string; readonly coder?: string; readonly tags: readonly string[]; readonly shared?: string;
};

/** Where two tags meet. */
export type SynthesisMeeting = 'note' | 'passage' | 'source';

/** A tag in a picture. */
export type PictureTag = { readonly id: number; readonly tag: string };

/** A note in the map of relations. */
export type MapNode = { readonly id: number; readonly label: string; readonly words: string; readonly tags: readonly string[]; readonly stance?: 'for' | 'against' | 'mixed' };
export type MapEdge = { readonly from: number; readonly to: number; readonly relation: 'supports' | 'attacks' | 'qualifies' };

/** What a picture shows; `left` tags or notes were left out as too many. */
export type PictureData =
  | { readonly picture: 'together'; readonly within: SynthesisMeeting; readonly tags: readonly PictureTag[]; readonly counts: readonly (readonly number[])[]; readonly left: number }
  | { readonly picture: 'years'; readonly tags: readonly PictureTag[]; readonly years: readonly number[]; readonly counts: readonly (readonly number[])[]; readonly undated: number; readonly left: number }
  | { readonly picture: 'stance'; readonly tags: readonly PictureTag[]; readonly cells: readonly CellNumbers[]; readonly left: number }
  | { readonly picture: 'relations'; readonly nodes: readonly MapNode[]; readonly edges: readonly MapEdge[]; readonly lost: readonly { readonly id: number; readonly label: string; readonly target: string; readonly relation: string }[]; readonly left: number };
export type Picture = PictureData['picture'];

/**
 * What the host says to the synthesis. `sources` are those of the first lines, and those that were told and are others now; the page asks for the rest as they come
 * onto the screen (`rows`). `most`: the passages of the fullest cell. `refused`: what is wrong with the filter, and where in it. Passages of no cell have the column -1.
 */
export type ToSynthesis =
  | {
    readonly kind: 'table'; readonly view: SynthesisView; readonly sources: readonly SynthesisSource[]; readonly columns: readonly SynthesisColumn[]; readonly lines: readonly SynthesisLine[];
    readonly total: CellNumbers; readonly most: number; readonly sourceCount: number; readonly library: { readonly sources: number; readonly notes: number };
    readonly refused: readonly { readonly message: string; readonly start: number; readonly end: number }[];
  }
  | { readonly kind: 'rows'; readonly sources: readonly SynthesisSource[] }
  | { readonly kind: 'passages'; readonly title: string; readonly numbers: CellNumbers; readonly passages: readonly Passage[]; readonly left: number; readonly column: number; readonly line: number; readonly isNew: boolean }
  | { readonly kind: 'picture'; readonly data: PictureData }
  | { readonly kind: 'completions'; readonly text: string; readonly start: number; readonly end: number; readonly items: readonly { readonly insert: string; readonly label: string; readonly detail: string }[] }
  | { readonly kind: 'said'; readonly message: string };

/** What the synthesis asks of the host. A line or column 0 stands for all of them. `data` of a picture is SVG, or PNG in base 64. */
export type FromSynthesis =
  | { readonly kind: 'show'; readonly view: SynthesisView; readonly isNew: boolean }
  | { readonly kind: 'rows'; readonly lines: readonly number[] }
  | { readonly kind: 'cell'; readonly line: number; readonly column: number }
  | { readonly kind: 'pair'; readonly a: number; readonly b: number; readonly within: SynthesisMeeting }
  | { readonly kind: 'close' }
  | { readonly kind: 'complete'; readonly text: string; readonly offset: number }
  | { readonly kind: 'openNote' | 'openSource' | 'copyCitation' | 'copyQuotation'; readonly id: number }
  | { readonly kind: 'picture'; readonly picture: Picture | 'none'; readonly within: SynthesisMeeting }
  | { readonly kind: 'save'; readonly form: 'svg' | 'png'; readonly name: string; readonly data: string };
