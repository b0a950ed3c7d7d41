/** Source files that are gone without our doing. A few are forgotten; when very many go at once, nothing is written until the person decides. */
import type { Files, WriteResult } from './files';

/** How many sources are gone, and how many there were. */
export type Vanished = { readonly gone: number; readonly known: number };

/** What goes within this time goes “at once”: sync programs take away a few at a time. In milliseconds. */
const atOnce = 60_000;

/** Is it likelier that a drive or a sync program failed than that a person deleted these? More than five, or more than every tenth, or all. */
export const isTooMany = ({ gone, known }: Vanished): boolean =>
  gone > 5 || (gone > 2 && gone * 10 > known) || (gone > 1 && gone === known);

export class Absences<T> {
  /** What is gone, by path, each with the time in milliseconds at which that was seen. */
  readonly #gone = new Map<string, { readonly time: number; readonly was: T }>();
  /** How many sources a window before this one saw, as long as many of them are missing. */
  #before = 0;
  #held: Vanished | undefined;

  /** Set while nothing may be written. */
  get held(): Vanished | undefined {
    return this.#held;
  }

  isGone(path: string): boolean {
    return this.#gone.has(path);
  }

  /** A window before this one saw `before` sources. */
  compare(before: number, there: number): void {
    this.#before = before;
    this.#judge(there);
  }

  /** These were looked for and are gone. */
  add(gone: ReadonlyMap<string, T>, time: number): void {
    if (this.#held === undefined) for (const [path, one] of this.#gone) if (time - one.time > atOnce) this.#gone.delete(path);
    for (const [path, was] of gone) if (!this.#gone.has(path)) this.#gone.set(path, { time, was });
  }

  /** What is gone, as it was. */
  get gone(): readonly (readonly [string, T])[] {
    return [...this.#gone].map(([path, { was }]) => [path, was]);
  }

  /** This path is there again, or is gone by our own doing. */
  settle(path: string): void {
    this.#gone.delete(path);
  }

  /** Decides anew; `there`: how many files are there. Gives the paths to forget. */
  judge(there: number): readonly string[] {
    this.#judge(there);
    return this.#held === undefined ? [...this.#gone.keys()] : [];
  }

  /** The person says that they were deleted: gives the paths to forget. */
  accept(): readonly string[] {
    const paths = [...this.#gone.keys()];
    this.#gone.clear();
    this.#before = 0;
    this.#held = undefined;
    return paths;
  }

  #judge(there: number): void {
    const gone = Math.max(this.#gone.size, this.#before - there);
    const vanished = { gone, known: there + gone };
    this.#held = isTooMany(vanished) ? vanished : undefined;
    if (this.#held === undefined) this.#before = 0;
  }
}

/** The same files, but nothing is written while `reason` gives one. */
export function heldBack(files: Files, reason: () => string | undefined): Files {
  const refused = async (): Promise<WriteResult | undefined> => {
    const why = reason();
    return why === undefined ? undefined : { ok: false, why: 'failed', reason: why };
  };
  return {
    list: (folder, endings) => files.list(folder, endings),
    read: (path) => files.read(path),
    ...(files.readRaw && { readRaw: files.readRaw.bind(files) }),
    ...(files.readMany && { readMany: files.readMany.bind(files) }),
    watch: (listener) => files.watch(listener),
    create: async (path, text) => await refused() ?? files.create(path, text),
    change: async (path, version, edits) => await refused() ?? files.change(path, version, edits),
    replace: async (path, version, text) => await refused() ?? files.replace(path, version, text),
    move: async (path, version, to) => await refused() ?? files.move(path, version, to),
    remove: async (path, version) => await refused() ?? files.remove(path, version),
  };
}
