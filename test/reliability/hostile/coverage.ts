/** Which pieces of the code have run, by V8’s own count: a text that reaches a new one is worth keeping. */
import { Session } from 'node:inspector';

type Range = { readonly startOffset: number; readonly endOffset: number; readonly count: number };
type Covered = { readonly functions: readonly { readonly ranges: readonly Range[] }[]; readonly url: string };

/** A piece of a function, by where both begin and end. */
type Piece = { readonly of: string; readonly start: number; readonly end: number };

const nameOf = ({ startOffset, endOffset }: Range): string => `${startOffset}-${endOffset}`;
const keyOf = ({ of, start, end }: Piece): string => `${of} ${start}-${end}`;

export class Reached {
  private readonly session = new Session();
  private readonly known = new Set<string>();

  constructor() {
    this.session.connect();
    this.session.post('Profiler.enable');
    this.session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }

  /** The pieces that have run since the last look and never before. */
  news(): readonly Piece[] {
    const fresh: Piece[] = [];
    for (const [whole, ...parts] of this.look()) {
      if (whole === undefined || whole.count === 0) continue;
      for (const part of [whole, ...parts].filter(({ count }) => count > 0)) fresh.push({ of: nameOf(whole), start: part.startOffset, end: part.endOffset });
    }
    return fresh.filter((piece) => this.isNew(keyOf(piece)));
  }

  /** Those of some pieces that have run since the last look. A piece that ran as often as what is round it is not told of; one that did not run is. */
  ran(pieces: readonly Piece[]): readonly Piece[] {
    const functions = new Map(this.look().map((ranges) => [ranges[0] === undefined ? '' : nameOf(ranges[0]), ranges]));
    return pieces.filter(({ of, start, end }) => {
      const ranges = functions.get(of) ?? [];
      return (ranges[0]?.count ?? 0) > 0 && !ranges.some(({ startOffset, endOffset, count }) => count === 0 && startOffset <= start && endOffset >= end);
    });
  }

  close(): void {
    this.session.post('Profiler.stopPreciseCoverage');
    this.session.disconnect();
  }

  private isNew(key: string): boolean {
    const before = this.known.size;
    return this.known.add(key).size > before;
  }

  /** The ranges of each function that was called since the last look, the first of them the whole. */
  private look(): readonly (readonly Range[])[] {
    let found: readonly (readonly Range[])[] = [];
    this.session.post('Profiler.takePreciseCoverage', (error: unknown, answer: unknown) => {
      const { result } = error === null ? answer as { readonly result: readonly Covered[] } : { result: [] };
      found = result.filter(({ url }) => url.includes('fuzz.test')).flatMap(({ functions }) => functions.map(({ ranges }) => ranges));
    });
    return found;
  }
}
