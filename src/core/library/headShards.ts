/**
 * Heads as they are kept: in several texts, so that a change of one source writes little and a large bibliography holds nobody up. The first line of each says what it is and of what,
 * and names the rest by its hash. A text that is anything else is passed over.
 */
import { textHash } from '../hash';
import type { Cache } from './cache';
import { detached } from './held';
import type { Head } from './heads';

/** Raised whenever heads are made otherwise. */
const version = 3;
const shards = 32;

/** How many records of a bibliography are kept in one text: so that neither side is held up by one that is large. */
const inOneText = 250;

/** Where the head of a source file is kept. */
const shardOf = (path: string): string => `sources-${parseInt(textHash(path).slice(0, 6), 16) % shards}`;
/** A bibliography holds many sources and has texts of its own. */
const bibliographyShard = (path: string, part = 0): string => `bibliography-${textHash(path)}${part === 0 ? '' : `-${part}`}`;

/** The first line of a text. `marks` names the files whose heads follow, `parts` says in how many texts. */
const headerOf = (root: string, body: string, marks: string, parts: number): string =>
  JSON.stringify({ is: 'heads of Commonplace', version, root, length: body.length, hash: textHash(body), parts, marks });

function textOf(root: string, heads: readonly Head[], marks: string, parts = 1): string {
  const body = JSON.stringify(heads);
  return `${headerOf(root, body, marks, parts)}\n${body}`;
}

/** The heads in a text that was kept; none if it is cut short, damaged, of another version or of another library. */
export const headsIn = (text: string, root: string): readonly Head[] => keptIn(text, root).heads;

function keptIn(text: string, root: string): { readonly heads: readonly Head[]; readonly marks: string; readonly parts: number } {
  const end = text.indexOf('\n');
  const header = text.slice(0, Math.max(end, 0));
  const [, parts, marks] = /"parts":(\d{1,6}),"marks":"([0-9a-f]*)"\}$/.exec(header) ?? [];
  const body = text.slice(end + 1);
  if (marks === undefined || header !== headerOf(root, body, marks, Number(parts))) return { heads: [], marks: noMarks, parts: 1 };
  // A piece of a text keeps all of it alive, and this one is remembered.
  return { heads: JSON.parse(body) as readonly Head[], ...detached({ marks }), parts: Number(parts) };
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
    const names = Array.from({ length: shards }, (_, n) => `sources-${n}`);
    const texts = await Promise.all(names.map((name) => this.cache.read(name)));
    const found = new Map<string, Head>();
    for (const [n, text] of texts.entries()) {
      const { heads, marks } = keptIn(text ?? '', this.root);
      this.#known.set(names[n]!, marks);
      for (const head of heads) found.set(head.path, head);
      await this.breathe();
    }
    for (const path of bibliographies) {
      const head = await this.#readParts(path);
      if (head !== undefined) found.set(path, head);
    }
    return found;
  }

  /** A bibliography whose parts are all there and of the same reading. */
  async #readParts(path: string): Promise<Head | undefined> {
    const { heads: [first], marks, parts } = keptIn(await this.cache.read(bibliographyShard(path)) ?? '', this.root);
    if (first === undefined || marks !== partMarks(first, 0, parts)) return undefined;
    const records = [...first.records];
    for (let part = 1; part < parts; part += 1) {
      const { heads: [next], marks: its } = keptIn(await this.cache.read(bibliographyShard(path, part)) ?? '', this.root);
      if (next === undefined || its !== partMarks(first, part, parts)) return undefined;
      for (const record of next.records) records.push(record);
      await this.breathe();
    }
    this.#known.set(bibliographyShard(path), marks);
    return { ...first, records };
  }

  /** Keep these and no others; only what has changed is written. `heads` are made when they are needed. */
  async keep(own: readonly Kept[], linked: readonly KeptBibliography[]): Promise<void> {
    const byShard = new Map<string, Kept[]>(Array.from({ length: shards }, (_, n) => [`sources-${n}`, []]));
    for (const kept of own) byShard.get(shardOf(kept.path))?.push(kept);
    for (const [name, kept] of byShard) {
      const marks = marksOf(kept);
      if ((this.#known.get(name) ?? '') !== marks) await this.#write(name, marks, () => textOf(this.root, kept.map(({ head }) => head()), marks));
    }
    for (const kept of linked) await this.#keepParts(kept);
  }

  /** The first text names the others and is written last: what was interrupted is not whole. */
  async #keepParts(kept: KeptBibliography): Promise<void> {
    const parts = Math.max(1, Math.ceil(kept.records / inOneText));
    if (this.#known.get(bibliographyShard(kept.path)) === partMarks(kept, 0, parts)) return;
    for (let part = parts - 1; part >= 0; part -= 1) {
      const marks = partMarks(kept, part, parts);
      await this.#write(bibliographyShard(kept.path, part), marks, () => textOf(this.root, [kept.head(part * inOneText, (part + 1) * inOneText)], marks, parts));
    }
  }

  async #write(name: string, marks: string, text: () => string): Promise<void> {
    await this.cache.write(name, text());
    this.#known.set(name, marks);
    await this.breathe();
  }
}

/** A file whose head can be kept. */
export type Kept = Pick<Head, 'path' | 'stamp' | 'version'> & { readonly head: () => Head };

/** A bibliography of so many records whose head can be kept, with some of them at a time. */
export type KeptBibliography = Pick<Head, 'path' | 'stamp' | 'version'> & { readonly records: number; readonly head: (from: number, to: number) => Head };

type Marked = Pick<Head, 'path' | 'stamp' | 'version'>;

const marksOf = (heads: readonly Marked[]): string => textHash(heads.map(({ path, stamp, version: bytes }) => `${path}\n${stamp}\n${bytes}`).sort().join('\n\n'));

/** What names one of the texts in which a bibliography is kept. */
const partMarks = ({ path, stamp, version: bytes }: Marked, part: number, parts: number): string => textHash(`${path}\n${stamp}\n${bytes}\n${part} of ${parts}`);

/** What a text without heads is known by. */
const noMarks = marksOf([]);
