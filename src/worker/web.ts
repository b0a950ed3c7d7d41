/** Starts the engine's thread in the browser. */
import type { Answer, Order, Spawn } from '../core/engineMessages';

type Started = { readonly worker: Worker; readonly url: string };

/** Threads of the script that `load` gives (once), from a Blob: an extension's own files can't be started as a worker. */
export function webSpawn(load: () => Promise<string>): Spawn {
  let script: Promise<string> | undefined;
  return () => {
    const listeners: { answer?: (answer: Answer) => void; failure?: (reason: string) => void } = {};
    let ended = false;
    const fail = (reason: string): void => listeners.failure?.(reason);
    const start = async (): Promise<Started | undefined> => {
      const text = await (script ??= load());
      if (ended) return undefined;
      const url = URL.createObjectURL(new Blob([text], { type: 'application/javascript' }));
      const worker = new Worker(url);
      worker.onmessage = ({ data }: MessageEvent<Answer>) => listeners.answer?.(data);
      worker.onerror = (event) => fail(event.message);
      return { worker, url };
    };
    const started = start().catch((error: unknown) => {
      script = undefined;
      fail(error instanceof Error ? error.message : String(error));
      return undefined;
    });
    return {
      post: (order: Order) => void started.then((one) => one?.worker.postMessage(order)),
      onAnswer: (listener) => void (listeners.answer = listener),
      onFailure: (listener) => void (listeners.failure = listener),
      end() {
        ended = true;
        void started.then((one) => {
          one?.worker.terminate();
          if (one !== undefined) URL.revokeObjectURL(one.url);
        });
      },
    };
  };
}
