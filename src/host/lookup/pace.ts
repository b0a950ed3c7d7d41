/** How fast a service wants to be asked, and how long it asks to wait. */

/** The longest distance that is kept between two requests to a service, in milliseconds. */
const longest = 5_000;

/** `Retry-After` (RFC 9110, 10.2.3), seconds or a date, in milliseconds from `now`; undefined when it says nothing. */
export function waitAsked(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  if (/^\s*\d{1,9}\s*$/u.test(header)) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** Keeps the distance that `x-rate-limit-limit` and `x-rate-limit-interval` (Crossref) ask for, for each host. */
export class Pace {
  private readonly distances = new Map<string, number>();
  private readonly next = new Map<string, number>();

  /** Wait until it is this host's turn. */
  async turn(host: string, pause: (milliseconds: number) => Promise<void>): Promise<void> {
    const now = performance.now();
    const at = Math.max(now, this.next.get(host) ?? 0);
    this.next.set(host, at + (this.distances.get(host) ?? 0));
    if (at > now) await pause(at - now);
  }

  /** Remember what the host said. */
  note(host: string, headers: Headers): void {
    const limit = Number(headers.get('x-rate-limit-limit') ?? Number.NaN);
    const seconds = Number(/^(\d{1,6})s$/u.exec(headers.get('x-rate-limit-interval') ?? '')?.[1] ?? Number.NaN);
    if (limit > 0 && Number.isFinite(seconds)) this.distances.set(host, Math.min(longest, seconds * 1000 / limit));
  }
}
