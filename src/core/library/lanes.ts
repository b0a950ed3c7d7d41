/** Work side by side: so much at a time, and what concerns one thing strictly one after the other. */

export class Lanes {
  readonly #running = new Set<Promise<unknown>>();
  readonly #last = new Map<string, Promise<unknown>>();

  /** `width`: how much runs at a time. */
  constructor(private readonly width: number) {}

  /** Begin some work as soon as there is room and what came before it for the same `key` is done. Waits only for room. */
  async start(key: string, work: () => Promise<unknown>): Promise<void> {
    while (this.#running.size >= this.width) await Promise.race(this.#running).catch(() => undefined);
    const run = (this.#last.get(key) ?? Promise.resolve()).then(work);
    const settled = run.catch(() => undefined).then(() => {
      this.#running.delete(run);
      if (this.#last.get(key) === settled) this.#last.delete(key);
    });
    this.#running.add(run);
    this.#last.set(key, settled);
    run.catch((error: unknown) => { this.#failed ??= { error }; });
  }

  #failed: { readonly error: unknown } | undefined;

  /** Wait until all is done; rejects when some work did. */
  async end(): Promise<void> {
    while (this.#running.size > 0) await Promise.allSettled(this.#running);
    if (this.#failed !== undefined) throw this.#failed.error;
  }
}
