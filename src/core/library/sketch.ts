/** What there is of a library while it is read for the first time. */
import type { Library } from './library';

export class Sketch {
  #glimpse: Library | undefined;
  #library: Library | undefined;
  #tellGlimpse: () => void = () => undefined;
  #tell: () => void = () => undefined;
  /** Settles when there is a first row to show. */
  readonly glimpsed = new Promise<void>((resolve) => { this.#tellGlimpse = resolve; });
  /** Settles when there is everything to show: the library in outline, or the whole. */
  readonly shown = new Promise<void>((resolve) => { this.#tell = resolve; });

  /** The library in outline, until the whole is there. */
  get library(): Library | undefined {
    return this.#library;
  }

  /** Some sources of a library, until there is more of it. */
  get glimpse(): Library | undefined {
    return this.#glimpse;
  }

  showSome(library: Library): void {
    this.#glimpse = library;
    this.#tellGlimpse();
  }

  /** Was there anything that this replaces? */
  show(library: Library): boolean {
    const replaces = this.#glimpse !== undefined || this.#library !== undefined;
    this.#glimpse = undefined;
    this.#library = library;
    this.#tellGlimpse();
    this.#tell();
    return replaces;
  }

  /** The whole library is there: was there anything that it replaces? */
  wipe(): boolean {
    const sketched = this.#library !== undefined || this.#glimpse !== undefined;
    this.#library = this.#glimpse = undefined;
    return sketched;
  }

  /** Nothing more will be shown than is there now. */
  end(): void {
    this.wipe();
    this.#tellGlimpse();
    this.#tell();
  }
}
