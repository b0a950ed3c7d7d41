/** The engine's thread in the browser: the entry of `dist/web/worker.js`. */
import type { Answer, Order } from '../core/engineMessages';
import { serve } from './serve';

type Scope = {
  onmessage: ((event: { readonly data: Order }) => void) | null;
  postMessage(answer: Answer): void;
};
const scope = globalThis as unknown as Scope;

scope.onmessage = ({ data }) => void serve(data, (answer) => scope.postMessage(answer));
