/** Tells a tree which rows have changed, and lets the editor forget those that were there before. */
import * as vscode from 'vscode';
import { after } from './after';

/** How long after a change of the whole tree the rows before it are let go of, in milliseconds: what is told within a fifth of a second the editor takes as one change. */
const quiet = 1000;

/**
 * What a tree is told by. When a whole tree is made anew the editor keeps all rows that stood there before until the tree changes once more: ten thousand
 * are 16 MB. So it is told soon after of a row that there isn't, which makes it forget them and asks for nothing.
 */
export class RowChanges<N extends object> implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<N[] | undefined>();
  #forgetting: vscode.Disposable | undefined;

  /** For the provider of the tree: its `onDidChangeTreeData`. */
  readonly event = this.#changed.event;

  /** The whole tree is another. */
  all(): void {
    this.#changed.fire(undefined);
    this.#forgetting?.dispose();
    this.#forgetting = after(quiet, () => this.#changed.fire([{} as N]));
  }

  /** These rows are others, and what is below them. */
  some(rows: readonly N[]): void {
    if (rows.length > 0) this.#changed.fire([...rows]);
  }

  dispose(): void {
    this.#forgetting?.dispose();
    this.#changed.dispose();
  }
}
