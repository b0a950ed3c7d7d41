/** What the two sides of the engine's thread say to each other. */
import type { DraftToFormat, Outcome, StyleChoice } from './enginePort';
import type { BibliographyFormat, RawText, SiteProfile } from './parsing/reading';
import type { Item } from './source';

/** A reading of the text that was handed over before. It is answered with its size, and then fetched in pieces. */
export type ReadTask = { readonly kind: 'readPaste'; readonly profiles?: readonly SiteProfile[] } | { readonly kind: 'readBibliography'; readonly format: BibliographyFormat } | { readonly kind: 'indexBibliography' } | { readonly kind: 'readNotes'; readonly name: string };

/**
 * Work for the other thread. Of `texts`, each is answered by itself; formatting is answered all at once. A long text is
 * held piece by piece, then read, then its records and problems from the given places on are handed back.
 */
export type Task =
  | { readonly kind: 'readYaml'; readonly texts: readonly string[] }
  | { readonly kind: 'hold'; readonly text: RawText; readonly first: boolean }
  | ReadTask
  | { readonly kind: 'hand'; readonly records: number; readonly problems: number }
  | { readonly kind: 'formatReferences'; readonly items: readonly Item[]; readonly style: StyleChoice; readonly locale: string }
  | { readonly kind: 'formatDraft'; readonly draft: DraftToFormat; readonly style: StyleChoice; readonly locale: string }
  | { readonly kind: 'describeStyle'; readonly style: StyleChoice }
  | { readonly kind: 'listStyles' };

/** `id` names the order; answers to an older one are out of date. */
export type Order = { readonly id: number; readonly task: Task };

/** `begun`: the thread is up and is at the order; said again as a sign of life. Then one outcome after the other, in order. */
export type Answer =
  | { readonly id: number; readonly begun: true }
  | { readonly id: number; readonly outcome: Outcome<unknown> };

/** Another thread. It may be ended at any moment; then it says nothing any more. */
export interface Thread {
  post(order: Order): void;
  onAnswer(listener: (answer: Answer) => void): void;
  /** The thread could not start or has died. */
  onFailure(listener: (reason: string) => void): void;
  end(): void;
}

/** Starts a thread. */
export type Spawn = () => Thread;
