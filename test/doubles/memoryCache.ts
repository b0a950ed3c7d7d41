/** A cache in memory, which tells how often it was written to. */
import type { Cache } from '../../src/core/library/cache';

export class MemoryCache implements Cache {
  readonly texts = new Map<string, string>();
  /** The names that were written to, in their order. */
  readonly written: string[] = [];

  read(name: string): Promise<string | undefined> {
    return Promise.resolve(this.texts.get(name));
  }

  write(name: string, text: string): Promise<void> {
    this.texts.set(name, text);
    this.written.push(name);
    return Promise.resolve();
  }
}
