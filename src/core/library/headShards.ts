/**
 * Heads as they are kept: in several texts, so that a change of one source writes little. The first line of each says what it is and of what,
 * and names the rest by its hash. A text that is anything else is passed over.
 */
import { textHash } from '../hash';
import type { Cache } from './cache';
import type { Head } from './heads';

/** Raised whenever heads are made otherwise. */
const version = 2;
const shards = 32;

/** Where the head of a source file is kept. */
const shardOf = (path: string): string => `sources-${parseInt(textHash(path).slice(0, 6), 16) % shards}`;
/** A bibliography holds many sources and has a text of its own. */
const bibliographyShard = (path: string): string => `bibliography-${textHash(path)}`;

/** The first line of a text. `marks` names the files whose heads follow. */
const headerOf = (root: string, body: string, marks: string): string => JSON.stringify({ is: 'heads of Commonplace', version, root, length: body.length, hash: textHash(body), marks });

function textOf(root: string, heads: readonly Head[], marks: string): string {
  const body = JSON.stringify(heads);
  return `${headerOf(root, body, marks)}\n${body}`;
}

/** The heads in a text that was kept; none if it is cut short, damaged, of another version or of another library. */
export const headsIn = (text: string, root: string): readonly Head[] => keptIn(text, root).heads;

function keptIn(text: string, root: string): { readonly heads: readonly Head[]; readonly marks: string } {
  const end = text.indexOf('\n');
  const header = text.slice(0, Math.max(end, 0));
  const marks = /"marks":"([0-9a-f]*)"\}$/.exec(header)?.[1];
  const body = text.slice(end + 1);
  if (marks === undefined || header !== headerOf(root, body, marks)) return { heads: [], marks: noMarks };
  return { heads: JSON.parse(body) as readonly Head[], marks };
}

/** The heads of one library in a cache. `root` names the library: the same words for the same folder of the same workspace. */
export class HeadCache {
  /** What each text was last known to hold, by its name. */
  readonly #known = new Map<string, string>();

  constructor(private readonly cache: Cache, private readonly root: string, private readonly breathe: () => Promise<void>) {}

  /** Some of what was kept. */
  async some(): Promise<readonly Head[]> {
    return headsIn(await this.cache.read('sources-0') ?? '', this.root);
  }

  /** What was kept of a library that has these bibliographies, by path. */
  async read(bibliographies: readonly string[]): Promise<ReadonlyMap<string, Head>> {
    const names = [...Array.from({ length: shards }, (_, n) => `sources-${n}`), ...bibliographies.map(bibliographyShard)];
    const texts = await Promise.all(names.map((name) => this.cache.read(name)));
    const found = new Map<string, Head>();
    for (const [n, text] of texts.entries()) {
      const { heads, marks } = keptIn(text ?? '', this.root);
      this.#known.set(names[n]!, marks);
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
      await this.cache.write(name, textOf(this.root, kept.map(({ head }) => head()), marks));
      this.#known.set(name, marks);
      await this.breathe();
    }
  }
}

/** A file whose head can be kept. */
export type Kept = Pick<Head, 'path' | 'stamp' | 'version'> & { readonly head: () => Head };

const marksOf = (heads: readonly Pick<Head, 'path' | 'stamp' | 'version'>[]): string => textHash(heads.map(({ path, stamp, version: bytes }) => `${path}\n${stamp}\n${bytes}`).sort().join('\n\n'));

/** What a text without heads is known by. */
const noMarks = marksOf([]);
