/** Which sources a draft may cite: our own and those of the bibliographies it names; of all, where it names none. */
import { keyIdentity, sameWork, secondKeysOf } from '../library';
import type { Item, Span } from '../source';
import type { DocumentScope } from './bibliographies';
import type { KnownSources, RecordedAt } from './checking';

/** A source as one file records it. */
export type Recorded = { readonly item: Item; readonly path: string; readonly span?: Span };

/** Everything that is recorded: `own` in files of ours, the others by the path of their bibliography. `generated` was made from ours. */
export type Records = { readonly own: readonly Recorded[]; readonly bibliographies: ReadonlyMap<string, readonly Recorded[]>; readonly generated: ReadonlySet<string> };

/** The paths of bibliographies in the order in which a draft is served by them: those of its folder first. */
function byNearness(paths: Iterable<string>, draft: string): readonly string[] {
  const folder = draft.slice(0, draft.lastIndexOf('/') + 1);
  const far = (path: string): number => (path.startsWith(folder) ? (path.slice(folder.length).includes('/') ? 1 : 0) : 2);
  return [...paths].sort((one, other) => far(one) - far(other));
}

class Known implements KnownSources {
  readonly items = new Map<string, Item>();
  readonly elsewhere = new Map<string, string>();
  readonly secondKeys = new Map<string, string>();
  /** Nearly every key is recorded once: then its record is its own place. */
  readonly #places = new Map<string, RecordedAt | readonly RecordedAt[]>();

  constructor(records: Records, inScope: readonly string[]) {
    for (const one of records.own) this.#put(one);
    for (const path of inScope) {
      for (const one of records.bibliographies.get(path) ?? []) if (!records.generated.has(path) || !this.items.has(one.item.id)) this.#put(one);
    }
    const scope = new Set(inScope);
    for (const [path, list] of records.bibliographies) {
      if (scope.has(path)) continue;
      for (const { item } of list) if (!this.items.has(item.id)) this.elsewhere.set(item.id, path);
    }
  }

  #put(record: Recorded): void {
    const { item, path } = record;
    const places = this.placesOf(item.id);
    if (places.length === 0) this.#places.set(keyIdentity(item.id), record);
    // The same record in two bibliographies is a copy, and no danger.
    else if (places.some((one) => one.path === path) || !sameWork(this.items.get(item.id) ?? item, item)) this.#places.set(keyIdentity(item.id), [...places, record]);
    if (!this.items.has(item.id)) this.items.set(item.id, item);
    for (const key of secondKeysOf(item)) this.secondKeys.set(key, item.id);
  }

  placesOf = (key: string): readonly RecordedAt[] => {
    const places = this.#places.get(keyIdentity(key)) ?? [];
    return 'path' in places ? [places] : places;
  };
}

/** The sources that a draft may cite. Paths are those of `records`. */
export function knownSources(draft: string, { bibliographies }: DocumentScope, records: Records): KnownSources {
  const named = bibliographies.map(({ path }) => path);
  return new Known(records, named.length > 0 ? named : byNearness(records.bibliographies.keys(), draft));
}
