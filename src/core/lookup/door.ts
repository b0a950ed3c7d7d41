/** The port to the network. Only `host/lookup/networkDoor.ts` opens it; tests make one of a table. */
import type { LookupFault } from '../problem';

/** An answer: its text, or why there is none. `detail` is short: a status, a host, a time to wait. */
export type Reply =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly fault: LookupFault; readonly detail?: string };

/** One request: an https address on one of the known hosts, and the types of answers that can be read. */
export type Request = { readonly url: string; readonly accept: string; readonly types: RegExp };

export interface Door {
  /** Ask, and never reject. Ends with `stopped` when `signal` is aborted. */
  ask(request: Request, signal?: AbortSignal): Promise<Reply>;
}
