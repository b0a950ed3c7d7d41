/** What there is of a library while it is read for the first time. */
import type { Library } from './library';

export class Sketch {
  #library: Library | undefined;
  #tell: () => void = () => undefined;
  /** Settles when there is something to show: the library in outline, or the whole. */
  readonly shown = new Promise<void>((resolve) => { this.#tell = resolve; });

  /** The library in outline, until the whole is there. */
  get library(): Library | undefined {
    return this.#library;
  }

  show(library: Library): void {
    this.#library = library;
    this.#tell();
  }

  /** The whole library is there: was there an outline that it replaces? */
  wipe(): boolean {
    const sketched = this.#library !== undefined;
    this.#library = undefined;
    return sketched;
  }

  /** Nothing more will be shown than is there now. */
  end(): void {
    this.wipe();
    this.#tell();
  }
}
