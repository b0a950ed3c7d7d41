/**
 * The port to the heavy readers and formatters (citation-js, citeproc, a YAML reader). They run on another thread, which
 * is ended when a task takes longer than its deadline; so nothing foreign is ever read on the editor's own thread.
 * `engine.ts` does the work; `engineClient.ts` is this side of the thread; tests may call the engine directly.
 */
import type { Item, Json } from './source';

/** The standard formats that citation-js reads, always one record at a time and always by name. */
export type EngineFormat = 'bibtex' | 'ris';

/** What one task gave: a value, or why not. `deadline`: it took too long and was stopped. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: string; readonly deadline?: boolean };

/** A formatted reference: plain text, and the same as HTML of the engine's own making (`<i>`, `<b>`, `<sup>` … only). */
export type FormattedReference = { readonly text: string; readonly html: string };

export interface Engine {
  /** Each text is one record of the named format. One outcome a text, in order: the CSL items found in it. */
  readRecords(format: EngineFormat, texts: readonly string[], signal?: AbortSignal): Promise<readonly Outcome<readonly Item[]>[]>;
  /** Each text is one YAML document, read with strings only (no dates, no yes/no): one outcome a text, in order. */
  readYaml(texts: readonly string[]): Promise<readonly Outcome<Json>[]>;
  /** Each item formatted alone as a bibliography entry in a CSL style (`styles.ts` lists their ids) and a locale (`en-US`). */
  formatReferences(items: readonly Item[], style: string, locale: string): Promise<Outcome<readonly FormattedReference[]>>;
  /** Gives the thread back for a moment, so that long work on this side does not hold it. */
  breathe?(): Promise<void>;
  dispose(): void;
}
