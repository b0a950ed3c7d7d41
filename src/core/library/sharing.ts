/**
 * What many sources say alike is held once: tags, journals, people, pages. A library of ten thousand has a hundred thousand tags on its notes, and
 * a few hundred different ones.
 */
import type { Item, Json, Note } from '../source';

/** How many different values are known at a time. */
const most = 4000;

/** Fields in which hardly two sources say the same, or whose words are too long to be compared. */
const own: ReadonlySet<string> = new Set(['id', 'title', 'DOI', 'URL', 'abstract', 'note', 'custom', 'tags']);

/** Values that were met, by what they say. They are shared: nobody may change one. */
class Met<T> {
  readonly #known = new Map<string, T>();

  same(says: string, value: T): T {
    const known = this.#known.get(says);
    if (known !== undefined) return known;
    if (this.#known.size >= most) this.#known.clear();
    this.#known.set(says, value);
    return value;
  }
}

const words = new Met<string>();
const lists = new Met<readonly string[]>();
const values = new Met<Json>();

const word = (text: string): string => words.same(text, text);
const value = <T extends Json>(one: T): T => values.same(JSON.stringify(one), one) as T;
const tags = (all: readonly string[]): readonly string[] => lists.same(all.join('\n'), all.map(word));

/** The same item in what it shares with others. `item` is the caller's own, and is taken over. */
export function sharedItem(item: Item): Item {
  const mine = item as { [field: string]: Json | undefined };
  for (const [field, says] of Object.entries(mine)) {
    if (own.has(field)) continue;
    if (typeof says === 'string') mine[field] = word(says);
    else if (Array.isArray(says)) mine[field] = (says as readonly Json[]).map(value);
    else if (says !== undefined) mine[field] = value(says);
  }
  if (item.tags !== undefined) mine['tags'] = tags(item.tags);
  return item;
}

/** The same note in what it shares with others. `note` is the caller's own, and is taken over. */
export function sharedNote(note: Note): Note {
  const mine = note as { -readonly [F in keyof Note]: Note[F] };
  mine.tags = tags(note.tags);
  if (note.locator !== undefined) mine.locator = value(note.locator);
  if (note.author !== undefined) mine.author = word(note.author);
  if (note.kind !== undefined) mine.kind = word(note.kind) as NonNullable<Note['kind']>;
  if (note.stance !== undefined) mine.stance = word(note.stance) as NonNullable<Note['stance']>;
  return note;
}
