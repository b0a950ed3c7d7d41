/** Numbers for things, given out as they are met: the page knows sources, tags, groups and passages by nothing else. */
export class Ids<T> {
  readonly #ids = new Map<T, number>();
  readonly #things = new Map<number, T>();

  /** The number of a thing, from 1. */
  of(thing: T): number {
    const known = this.#ids.get(thing);
    if (known !== undefined) return known;
    const id = this.#ids.size + 1;
    this.#ids.set(thing, id);
    this.#things.set(id, thing);
    return id;
  }

  /** The thing behind a number that was given out. */
  at(id: number): T | undefined {
    return this.#things.get(id);
  }
}
