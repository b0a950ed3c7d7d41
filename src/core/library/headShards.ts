/**
 * Heads as they are kept: in several texts, so that a change of one source writes little. The first line of each says what it is and of what,
 * and names the rest by its hash. A text that is anything else is passed over.
 */
import { textHash } from '../hash';
import type { Cache } from './cache';
import type { Head } from './heads';

/** Raised whenever heads are made otherwise. */
const version = 1;
const shards = 32;

/** Where the head of a source file is kept. */
const shardOf = (path: string): string => `sources-${parseInt(textHash(path).slice(0, 6), 16) % shards}`;
/** A bibliography holds many sources and has a text of its own. */
const bibliographyShard = (path: string): string => `bibliography-${textHash(path)}`;

const headerOf = (root: string, body: string): string => JSON.stringify({ is: 'heads of Commonplace', version, root, length: body.length, hash: textHash(body) });

function textOf(root: string, heads: readonly Head[]): string {
  const body = JSON.stringify(heads);
  return `${headerOf(root, body)}\n${body}`;
}

/** The heads in a text that was kept; none if it is cut short, damaged, of another version or of another library. */
export function headsIn(text: string, root: string): readonly Head[] {
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  if (end < 0 || text.slice(0, end) !== headerOf(root, body)) return [];
  return JSON.parse(body) as readonly Head[];
}

/** The heads of one library in a cache. `root` names the library: the same words for the same folder of the same workspace. */
export class HeadCache {
  /** What each text was last known to hold, by its name. */
  readonly #known = new Map<string, string>();

  constructor(private readonly cache: Cache, private readonly root: string, private readonly breathe: () => Promise<void>) {}

  /** What was kept of a library that has these bibliographies, by path. */
  async read(bibliographies: readonly string[]): Promise<ReadonlyMap<string, Head>> {
    const names = [...Array.from({ length: shards }, (_, n) => `sources-${n}`), ...bibliographies.map(bibliographyShard)];
    const texts = await Promise.all(names.map((name) => this.cache.read(name)));
    const found = new Map<string, Head>();
    for (const [n, text] of texts.entries()) {
      const heads = text === undefined ? [] : headsIn(text, this.root);
      this.#known.set(names[n]!, marksOf(heads));
      for (const head of heads) found.set(head.path, head);
      await this.breathe();
    }
    return found;
  }

  /** Keep these and no others; only what has changed is written. `heads` are made when they are needed. */
  async keep(own: readonly Kept[], linked: readonly Kept[]): Promise<void> {
    const byShard = new Map<string, Kept[]>(Array.from({ length: shards }, (_, n) => [`sources-${n}`, []]));
    for (const kept of own) byShard.get(shardOf(kept.path))?.push(kept);
    for (const kept of linked) byShard.set(bibliographyShard(kept.path), [kept]);
    for (const [name, kept] of byShard) {
      const marks = marksOf(kept);
      if ((this.#known.get(name) ?? '') === marks) continue;
      await this.cache.write(name, textOf(this.root, kept.map(({ head }) => head())));
      this.#known.set(name, marks);
      await this.breathe();
    }
  }
}

/** A file whose head can be kept. */
export type Kept = Pick<Head, 'path' | 'stamp' | 'version'> & { readonly head: () => Head };

const marksOf = (heads: readonly Pick<Head, 'path' | 'stamp' | 'version'>[]): string => textHash(heads.map(({ path, stamp, version: bytes }) => `${path}\n${stamp}\n${bytes}`).sort().join('\n\n'));
