/**
 * The port to what others wrote: a formatter (citeproc) and a reader of YAML. They run on another thread, which
 * is ended when a task takes longer than its deadline; so nothing foreign is ever read on the editor's own thread.
 * `engine.ts` does the work; `engineClient.ts` is this side of the thread; tests may call the engine directly.
 */
import type { IncomingFile, PartsRead } from './exchange/incoming';
import type { HtmlText } from './exits';
import type { BibliographyFormat, BibliographyReading, BibliographyRecord, RawText, Reading, SiteProfile } from './parsing/reading';
import type { Item, Json } from './source';

/** What one task gave: a value, or why not. `deadline`: it took too long and was stopped. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: string; readonly deadline?: boolean };

/** A formatted reference: plain text, and the same as HTML of the engine's own making (`<i>`, `<b>`, `<sup>` … only). */
export type FormattedReference = { readonly text: string; readonly html: HtmlText };

/** A citation style: one of those bundled by its id (`american-political-science-association`), or the XML of a `.csl` file. */
export type StyleChoice = { readonly id: string } | { readonly xml: string };

/** What a style says of itself. `notes`: its citations are notes. `locale`: its own, if it has one. `parent`: the id of the style it only points to. */
export type StyleFacts = { readonly title: string; readonly notes: boolean; readonly locale?: string; readonly parent?: string };

/** A bundled style, for choosing one. */
export type ListedStyle = { readonly id: string; readonly title: string; readonly notes: boolean };

/** One work cited; `label` is a CSL locator label. Prefix and suffix carry their own spaces and commas. */
export type DraftCite = {
  readonly id: string; readonly prefix?: string; readonly suffix?: string;
  readonly locator?: string; readonly label?: string; readonly suppressAuthor?: boolean;
};

/** One citation of a draft. `composite`: the author stands in the sentence, as in “Lee (2018)”. */
export type DraftCitation = { readonly cites: readonly DraftCite[]; readonly mode?: 'composite' | 'author-only' | 'suppress-author' };

/** A draft's citations in its order, every item they name, and items to list though uncited. `name` is the same for the same draft. */
export type DraftToFormat = {
  readonly name: string; readonly items: readonly Item[];
  readonly citations: readonly DraftCitation[]; readonly uncited: readonly string[];
};

/** A formatted entry of a reference list, in the style's order. `number` is `[1]` or the like in numbering styles, else empty. */
export type FormattedEntry = FormattedReference & { readonly id: string; readonly number: string };

/** One text for each citation, in order (that of a note in styles with `notes`, `lead` being the author before it), and the reference list. */
export type FormattedDraft = {
  readonly notes: boolean; readonly citations: readonly (FormattedReference & { readonly lead?: string })[]; readonly bibliography: readonly FormattedEntry[];
};

/** How a reading may be stopped, and who is told how many of its records are there. */
export type ReadingWork = { readonly signal?: AbortSignal; /** Of a paste only: the person’s own profiles of sites. */ readonly profiles?: readonly SiteProfile[]; readonly progress?: (records: number, of: number) => void };

/** What the readers of this house ask of those that others wrote. */
export interface RecordEngine {
  /** Each text is one YAML document, read with strings only (no dates, no yes/no): one outcome a text, in order. */
  readYaml(texts: readonly string[]): Promise<readonly Outcome<Json>[]>;
  /** Gives the thread back for a moment, so that long work on this side does not hold it. */
  breathe?(): Promise<void>;
}

export interface Engine extends RecordEngine {
  /** Each item formatted alone as a bibliography entry. `locale` is a tag such as `en-US`; empty for the style's own. */
  formatReferences(items: readonly Item[], style: StyleChoice, locale: string): Promise<Outcome<readonly FormattedReference[]>>;
  /** The citations of a draft formatted together, with its reference list. */
  formatDraft(draft: DraftToFormat, style: StyleChoice, locale: string): Promise<Outcome<FormattedDraft>>;
  /** What a style says of itself. */
  describeStyle(style: StyleChoice): Promise<Outcome<StyleFacts>>;
  /** A whole paste read off this thread. Never rejects. Stopped, it gives no records, or those that were read until then. */
  readPaste(text: string, work?: ReadingWork): Promise<Reading>;
  /** A whole bibliography of a known form read off this thread. Never rejects. */
  readBibliography(text: RawText, format: BibliographyFormat, work?: ReadingWork): Promise<BibliographyReading>;
  /**
   * The index of a bibliography in BibTeX, made off this thread: of each entry its key, type, title, names and date, long before all of it is read.
   * Undefined where no thread will do it: nothing is gained by an index made here. Never rejects.
   */
  indexBibliography(text: RawText): Promise<readonly BibliographyRecord[] | undefined>;
  /** The parts of a file of notes or codes of another program, read off this thread; undefined where no thread came to an end with it. Never rejects. Stopped, it gives none. */
  readNotes(file: IncomingFile, work?: ReadingWork): Promise<PartsRead | undefined>;
  /** The bundled styles, by title. */
  listStyles(): Promise<Outcome<readonly ListedStyle[]>>;
  dispose(): void;
}
