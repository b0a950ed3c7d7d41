/** Which pieces of the code have run, by V8's own count: a text that reaches a new one is worth keeping. */
import { Session } from 'node:inspector';

type Range = { readonly startOffset: number; readonly endOffset: number; readonly count: number };
type Coverage = { readonly result: readonly { readonly url: string; readonly functions: readonly { readonly ranges: readonly Range[] }[] }[] };

export class Reached {
  private readonly session = new Session();
  private readonly known = new Set<string>();

  constructor() {
    this.session.connect();
    this.session.post('Profiler.enable');
    this.session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }

  /** Has anything run since the last look that never ran before? */
  more(): boolean {
    const before = this.known.size;
    this.session.post('Profiler.takePreciseCoverage', (error: unknown, coverage: unknown) => {
      if (error === null) this.note(coverage as Coverage);
    });
    return this.known.size > before;
  }

  close(): void {
    this.session.post('Profiler.stopPreciseCoverage');
    this.session.disconnect();
  }

  private note({ result }: Coverage): void {
    for (const { url, functions } of result) {
      if (!url.includes('fuzz.test')) continue;
      for (const { ranges } of functions) for (const { startOffset, endOffset, count } of ranges) if (count > 0) this.known.add(`${startOffset}-${endOffset}`);
    }
  }
}
