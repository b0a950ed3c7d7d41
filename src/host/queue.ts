/** Taking turns: one after another for the same path, or so many at a time for all. */

/** Runs tasks of one key strictly one after another, in the order they came; tasks of different keys don't wait. */
export class Queues {
  private readonly last = new Map<string, Promise<unknown>>();

  run<T>(key: string, task: () => Promise<T>): Promise<T> {
    const turn = (this.last.get(key) ?? Promise.resolve()).then(task, task);
    const settled = turn.catch(() => undefined).then(() => {
      if (this.last.get(key) === settled) this.last.delete(key);
    });
    this.last.set(key, settled);
    return turn;
  }
}

/** Lets at most `width` tasks run at a time, so that reading a large library does not use up the file handles. */
export class Gate {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly width: number) {}

  async run<T>(task: () => Promise<T>): Promise<T> {
    if (this.running >= this.width) await new Promise<void>(resolve => this.waiting.push(resolve));
    else this.running++;
    try {
      return await task();
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) this.running--;
      else next();
    }
  }
}
