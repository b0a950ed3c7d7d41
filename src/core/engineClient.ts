/**
 * This side of the engine's thread. Orders go one after the other. A record that takes longer than its deadline ends the
 * thread; a new one goes on with the record after it. The thread is started on first use and kept while it is idle.
 */
import type { Answer, Spawn, Task, Thread } from './engineMessages';
import type { Engine, FormattedDraft, FormattedReference, Outcome, StyleFacts } from './enginePort';
import type { Disposable } from './library/files';
import type { Item, Json } from './source';

/** A clock handed in: calls `run` once after so many milliseconds, unless disposed of before. */
export type After = (milliseconds: number, run: () => void) => Disposable;

/** How long and how large work may be. Times in milliseconds, sizes in UTF-16 code units. */
export type Limits = {
  /** For one record, from the moment the thread begins on it. */
  readonly deadline: number;
  /** For all references of one order. */
  readonly formatting: number;
  /** For the thread to come up. */
  readonly start: number;
  readonly largestRecord: number;
};

export const defaultLimits: Limits = { deadline: 5_000, formatting: 60_000, start: 30_000, largestRecord: 256 * 1024 };

const stopped = { ok: false, reason: 'stopped before its turn' } as const;
const tooLarge = { ok: false, reason: 'it is larger than 256 kB' } as const;
const tooLong = { ok: false, reason: 'it took too long', deadline: true } as const;

/** An engine on a thread of its own. */
export function createEngine(spawn: Spawn, after: After, limits: Limits = defaultLimits): Engine {
  const line = new Line(spawn, after, limits);
  return {
    async readRecords(format, texts, signal) {
      const outcomes = await line.texts(texts, (some) => ({ kind: 'readRecords', format, texts: some }), limits.largestRecord, signal);
      return outcomes as readonly Outcome<readonly Item[]>[];
    },
    async readYaml(texts) {
      return await line.texts(texts, (some) => ({ kind: 'readYaml', texts: some }), Infinity) as readonly Outcome<Json>[];
    },
    async formatReferences(items, style, locale) {
      return await line.whole({ kind: 'formatReferences', items, style, locale }) as Outcome<readonly FormattedReference[]>;
    },
    async formatDraft(draft, style, locale) {
      return await line.whole({ kind: 'formatDraft', draft, style, locale }) as Outcome<FormattedDraft>;
    },
    async describeStyle(style) {
      return await line.whole({ kind: 'describeStyle', style }) as Outcome<StyleFacts>;
    },
    breathe: () => new Promise((resolve) => { after(0, resolve); }),
    dispose: () => line.dispose(),
  };
}

/** How an order ended: all outcomes came, one was over its deadline, the thread died, or nobody waits any more. */
type Ending = 'whole' | 'deadline' | 'stopped' | { readonly failed: string; readonly begun: boolean };

/** The line of orders before the one thread. */
class Line {
  private thread: Thread | undefined;
  private last: Promise<unknown> = Promise.resolve();
  private disposed = false;
  private orders = 0;
  private stopCurrent: (() => void) | undefined;

  constructor(private readonly spawn: Spawn, private readonly after: After, private readonly limits: Limits) {}

  dispose(): void {
    this.disposed = true;
    this.stopCurrent?.();
    this.endThread();
  }

  /** One outcome a text. Those too large are refused here; one that ends the thread does not touch those behind it. */
  texts(texts: readonly string[], taskOf: (texts: readonly string[]) => Task, largest: number, signal?: AbortSignal): Promise<readonly Outcome<unknown>[]> {
    return this.inTurn(async () => {
      const fit = texts.filter((text) => text.length <= largest);
      const outcomes = (await this.eachOf(fit, taskOf, signal))[Symbol.iterator]();
      return texts.map((text) => (text.length <= largest ? outcomes.next().value ?? stopped : tooLarge));
    });
  }

  /** One outcome for the whole task. */
  whole(task: Task): Promise<Outcome<unknown>> {
    return this.inTurn(async () => {
      const outcomes: Outcome<unknown>[] = [];
      const ending = await this.order(task, 1, this.limits.formatting, outcomes);
      return outcomes[0] ?? outcomeOf(ending);
    });
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(work);
    this.last = turn.catch(() => undefined);
    return turn;
  }

  private async eachOf(texts: readonly string[], taskOf: (texts: readonly string[]) => Task, signal?: AbortSignal): Promise<readonly Outcome<unknown>[]> {
    const outcomes: Outcome<unknown>[] = [];
    while (outcomes.length < texts.length) {
      const rest = texts.slice(outcomes.length);
      const ending = await this.order(taskOf(rest), rest.length, this.limits.deadline, outcomes, signal);
      if (ending === 'whole') continue;
      if (ending === 'deadline' || (ending !== 'stopped' && ending.begun)) outcomes.push(outcomeOf(ending));
      else while (outcomes.length < texts.length) outcomes.push(outcomeOf(ending));
    }
    return outcomes;
  }

  /** Give one order to the thread and collect outcomes until it ends. An ending other than `whole` has ended the thread. */
  private order(task: Task, count: number, deadline: number, outcomes: Outcome<unknown>[], signal?: AbortSignal): Promise<Ending> {
    if (this.disposed || signal?.aborted === true) return Promise.resolve('stopped');
    return new Promise((resolve) => {
      const id = ++this.orders;
      const wanted = outcomes.length + count;
      let begun = false;
      let timer = this.after(this.limits.start, () => finish({ failed: 'the reader did not start', begun: false }));
      const stop = (): void => finish('stopped');
      const finish = (ending: Ending): void => {
        timer.dispose();
        signal?.removeEventListener('abort', stop);
        this.stopCurrent = undefined;
        if (ending !== 'whole') this.endThread();
        resolve(ending);
      };
      const hear = (answer: Answer): void => {
        if (answer.id !== id) return;
        timer.dispose();
        begun = true;
        if ('outcome' in answer) outcomes.push(answer.outcome);
        if (outcomes.length === wanted) finish('whole');
        else timer = this.after(deadline, () => finish('deadline'));
      };
      signal?.addEventListener('abort', stop, { once: true });
      this.stopCurrent = stop;
      this.started(hear, (reason) => finish({ failed: reason, begun }))?.post({ id, task });
    });
  }

  private hear: ((answer: Answer) => void) | undefined;
  private fail: ((reason: string) => void) | undefined;

  /** The thread, started if there is none, with whom it speaks to now. */
  private started(hear: (answer: Answer) => void, fail: (reason: string) => void): Thread | undefined {
    this.hear = hear;
    this.fail = fail;
    try {
      this.thread ??= this.listened(this.spawn());
      return this.thread;
    } catch (error) {
      fail(error instanceof Error ? error.message : String(error));
      return undefined;
    }
  }

  private listened(thread: Thread): Thread {
    thread.onAnswer((answer) => {
      if (this.thread === thread) this.hear?.(answer);
    });
    thread.onFailure((reason) => {
      if (this.thread === thread) this.fail?.(reason);
    });
    return thread;
  }

  private endThread(): void {
    const { thread } = this;
    this.thread = undefined;
    this.hear = this.fail = undefined;
    thread?.end();
  }
}

function outcomeOf(ending: Ending): Outcome<never> {
  if (ending === 'deadline') return tooLong;
  if (ending === 'stopped' || ending === 'whole') return stopped;
  return { ok: false, reason: ending.failed };
}
