/**
 * The one door to the network: no other file of this house may fetch. It speaks only https to a fixed list of hosts, checks
 * every redirect against it, waits no longer than ten seconds, takes no more than 2 MiB and sends nothing about the person.
 */
import { lookupHosts } from '../../core/lookup';
import type { Door, Reply, Request } from '../../core/lookup';
import type { LookupFault } from '../../core/problem';
import { Gate } from '../queue';
import { bodyOf } from './body';
import { Pace, waitAsked } from './pace';

/** What may be spoken to and for how long. Times in milliseconds, sizes in bytes after unpacking. */
export type DoorLimits = {
  readonly protocol: 'https:' | 'http:';
  readonly hosts: ReadonlySet<string>;
  readonly time: number;
  readonly bytes: number;
  readonly redirects: number;
  /** The longest time a service may ask us to wait. */
  readonly patience: number;
};

export const doorLimits: DoorLimits = {
  protocol: 'https:', hosts: lookupHosts, time: 10_000, bytes: 2 * 1024 * 1024, redirects: 3, patience: 10_000,
};

const redirects = new Set([301, 302, 303, 307, 308]);
const failed = (fault: LookupFault, detail?: string): Reply => ({ ok: false, fault, ...(detail !== undefined && { detail }) });

export class NetworkDoor implements Door {
  private readonly gate = new Gate(2);
  private readonly pace = new Pace();

  /** `agent` names the program to the services; a browser names itself. Only tests give limits of their own. */
  constructor(private readonly agent: string | undefined, private readonly limits: DoorLimits = doorLimits) {}

  /** Two requests at a time. One that a busy service puts off is asked once more, after the time it names. */
  ask(request: Request, signal: AbortSignal = new AbortController().signal): Promise<Reply> {
    return this.gate.run(async () => {
      const first = await this.attempt(request, signal);
      if (first.ok || first.fault !== 'busy' || first.wait === undefined) return plain(first);
      if (first.wait > this.limits.patience) return failed('busy', `${Math.ceil(first.wait / 1000)} seconds`);
      await pause(first.wait, signal);
      return plain(await this.attempt(request, signal));
    });
  }

  /** One request within its time. Whatever goes wrong becomes a reply. */
  private async attempt(request: Request, signal: AbortSignal): Promise<Answer> {
    if (signal.aborted) return failed('stopped');
    const stop = new AbortController();
    let late = false;
    const timer = setTimeout(() => { late = true; stop.abort(); }, this.limits.time);
    const end = (): void => stop.abort();
    signal.addEventListener('abort', end, { once: true });
    try {
      return await this.follow(request, stop.signal);
    } catch {
      return failed(signal.aborted ? 'stopped' : late ? 'timeout' : 'offline');
    } finally {
      stop.abort();
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
    }
  }

  private async follow(request: Request, signal: AbortSignal): Promise<Answer> {
    let url = parsed(request.url);
    for (let hop = 0; hop <= this.limits.redirects; hop++) {
      if (url === undefined || !this.mayAsk(url)) return failed('redirect', (url?.host ?? '').slice(0, 100));
      await this.pace.turn(url.host, (milliseconds) => pause(milliseconds, signal));
      const response = await this.fetched(url, request.accept, signal);
      this.pace.note(url.host, response.headers);
      if (response.type === 'opaqueredirect') return failed('redirect');
      if (!redirects.has(response.status)) return this.answer(response, request);
      void response.body?.cancel().catch(() => undefined);
      url = parsed(response.headers.get('location') ?? '', url);
    }
    return failed('circle');
  }

  private mayAsk({ protocol, host, username, password }: URL): boolean {
    return protocol === this.limits.protocol && this.limits.hosts.has(host) && username === '' && password === '';
  }

  private fetched(url: URL, accept: string, signal: AbortSignal): Promise<Response> {
    const headers = { 'Accept': accept, ...(this.agent !== undefined && { 'User-Agent': this.agent }) };
    return fetch(url, { headers, signal, redirect: 'manual', credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer' });
  }

  private async answer(response: Response, { types }: Request): Promise<Answer> {
    const { status, headers } = response;
    if (status === 404 || status === 410) return failed('unknown');
    if (status === 204 || status === 406) return failed('no-data');
    if (status === 429 || status === 503) return { ok: false, fault: 'busy', ...waitIn(headers) };
    if (status !== 200) return failed('refused', String(status));
    if (!types.test(headers.get('content-type')?.toLowerCase() ?? '')) return failed('wrong-type');
    const body = await bodyOf(response, this.limits.bytes);
    return 'fault' in body ? failed(body.fault) : { ok: true, text: body.text };
  }
}

/** A reply, and how long a busy service asks to wait, in milliseconds. */
type Answer = Reply & { readonly wait?: number };
const plain = ({ wait: _, ...reply }: Answer): Reply => reply;

function waitIn(headers: Headers): { readonly wait?: number } {
  const wait = waitAsked(headers.get('retry-after'), Date.now());
  return wait === undefined ? {} : { wait };
}

function parsed(address: string, base?: URL): URL | undefined {
  try {
    return address === '' ? undefined : new URL(address, base);
  } catch {
    return undefined;
  }
}

/** Ends early when aborted; whoever waits asks the signal. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener('abort', end, { once: true });
  });
}
