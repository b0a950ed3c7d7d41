/**
 * The line of orders before one thread. Orders go one after the other. What takes longer than its deadline ends the thread;
 * a new one goes on with what comes after it. The thread is started on first use and kept while it is idle.
 */
import type { Answer, Spawn, Task, Thread } from './engineMessages';
import type { Outcome } from './enginePort';
import type { Disposable } from './library/files';

/** A clock handed in: calls `run` once after so many milliseconds, unless disposed of before. */
export type After = (milliseconds: number, run: () => void) => Disposable;

const stopped = { ok: false, reason: 'stopped before its turn' } as const;
const tooLong = { ok: false, reason: 'it took too long', deadline: true } as const;

/** All that the next order needs to know of the one before. */
export const done = (): void => undefined;

/** How an order ended: all outcomes came, one was over its deadline, the thread died, or nobody waits any more. */
type Ending = 'whole' | 'deadline' | 'stopped' | { readonly failed: string; readonly begun: boolean };

export class Line {
  private thread: Thread | undefined;
  private last: Promise<unknown> = Promise.resolve();
  private disposed = false;
  private orders = 0;
  private stopCurrent: (() => void) | undefined;

  /** `start`: how long the thread may take to come up, in milliseconds. */
  constructor(private readonly spawn: Spawn, private readonly after: After, private readonly start: number) {}

  dispose(): void {
    this.disposed = true;
    this.stopCurrent?.();
    this.endThread();
  }

  /** One outcome a text. One over its deadline (in milliseconds) ends the thread and does not touch those behind it. */
  texts(texts: readonly string[], taskOf: (texts: readonly string[]) => Task, deadline: number): Promise<readonly Outcome<unknown>[]> {
    return this.inTurn(() => this.eachOf(texts, taskOf, deadline));
  }

  /** One outcome for the whole task. `deadline`: how long the thread may say nothing, in milliseconds. */
  whole(task: Task, deadline: number, signal?: AbortSignal): Promise<Outcome<unknown>> {
    return this.inTurn(async () => {
      const outcomes: Outcome<unknown>[] = [];
      const ending = await this.order(task, 1, deadline, outcomes, signal);
      return outcomes[0] ?? outcomeOf(ending);
    });
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(work);
    // Not the answer itself: a whole bibliography would be held until the next order.
    this.last = turn.then(done, done);
    return turn;
  }

  private async eachOf(texts: readonly string[], taskOf: (texts: readonly string[]) => Task, deadline: number): Promise<readonly Outcome<unknown>[]> {
    const outcomes: Outcome<unknown>[] = [];
    while (outcomes.length < texts.length) {
      const rest = texts.slice(outcomes.length);
      const ending = await this.order(taskOf(rest), rest.length, deadline, outcomes);
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
      let timer = this.after(this.start, () => finish({ failed: 'the reader did not start', begun: false }));
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

  /** Let go of the thread; the next order starts another. */
  endThread(): void {
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
