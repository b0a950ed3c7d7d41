/** Gathering paths that come one by one, to tell of them at once. */
const pause = 100;
/**
 * More than this at once is a checkout or a sync: looking at everything is quicker than at each. VS Code hands over at
 * most 500 at a time, with 200 ms between.
 */
const most = 250;

export class Batch {
  private paths: Set<string> | undefined = new Set();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly tell: (paths: readonly string[] | undefined) => void) {}

  /** A path that may have changed; without one, anything may have. */
  add(path?: string): void {
    if (path === undefined) this.paths = undefined;
    else this.paths?.add(path);
    if (this.paths !== undefined && this.paths.size > most) this.paths = undefined;
    this.timer ??= setTimeout(() => this.flush(), pause);
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private flush(): void {
    const paths = this.paths;
    this.paths = new Set();
    this.timer = undefined;
    this.tell(paths && [...paths]);
  }
}
