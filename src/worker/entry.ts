/** The engine's thread under Node: the entry of `dist/engine/worker.mjs`. */
import { parentPort } from 'node:worker_threads';
import type { Order } from '../core/engineMessages';
import { serve } from './serve';

parentPort?.on('message', (order: Order) => void serve(order, (answer) => parentPort?.postMessage(answer)));
