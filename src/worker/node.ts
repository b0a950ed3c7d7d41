/** Starts the engine's thread under Node. */
import { Worker } from 'node:worker_threads';
import type { Answer, Spawn } from '../core/engineMessages';

/** Threads of the script at `path`, with bounded memory and nothing of this process's environment or arguments. */
export function nodeSpawn(path: string): Spawn {
  return () => {
    const worker = new Worker(path, { env: {}, argv: [], execArgv: [], resourceLimits: { maxOldGenerationSizeMb: 512 } });
    return {
      post: (order) => worker.postMessage(order),
      onAnswer: (listener) => void worker.on('message', (answer: Answer) => listener(answer)),
      onFailure: (listener) => void worker.on('error', (error: Error) => listener(error.message)).on('exit', () => listener('the reader ended')),
      end: () => void worker.terminate(),
    };
  };
}
