/** Keys made anew by the pattern, for sources that are there already. */
import { keyIdentity, letters, safeKey } from './keys';
import { expandKeyPattern } from './keyPattern';
import type { Source } from './library';

/** What a pattern gives a source, before letters tell two apart; empty when nothing is known that it asks for. */
export const keyByPattern = ({ item }: Pick<Source, 'item'>, pattern: string): string => safeKey(expandKeyPattern(item, pattern));

/**
 * The sources whose key does not follow the pattern, each with the key it would have, by the key it has. `chosen` says which may
 * change. A key that follows the pattern stays, with its letter if another source has the same without it; two that would be the
 * same get letters. Only sources with a file of their own change, and none whose record says nothing that the pattern asks for.
 */
export function regeneratedKeys(sources: Iterable<Source>, chosen: (source: Source) => boolean, pattern: string): ReadonlyMap<string, string> {
  const all = [...sources];
  const families = familiesOf(all);
  const wanted = all.filter((source) => isOurs(source) && chosen(source)).map((source) => ({ key: source.item.id, base: keyByPattern(source, pattern) }));
  const changing = wanted.filter(({ key, base }) => base !== '' && !follows(key, base, families));
  const leaving = new Set(changing.map(({ key }) => key));
  const taken = new Set(all.map(({ item }) => item.id).filter((key) => !leaving.has(key)).map(keyIdentity));
  const next = freeKeys(taken);
  const names = changing.sort((one, other) => (one.key < other.key ? -1 : 1)).map(({ key, base }) => [key, next(base)] as const);
  return new Map(names.filter(([key, name]) => key !== name));
}

const isOurs = ({ path, bibliography }: Source): boolean => path !== undefined && bibliography === undefined;

/** How many keys there are of each stem: `lee2018`, `lee2018a` and `lee2018b` are three of `lee2018`. */
function familiesOf(sources: readonly Source[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { item } of sources) {
    const key = keyIdentity(item.id);
    const stems = [key, ...[1, 2].filter((count) => /^[a-z]+$/.test(key.slice(-count)) && key.length > count).map((count) => key.slice(0, -count))];
    for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return counts;
}

function follows(key: string, base: string, families: ReadonlyMap<string, number>): boolean {
  if (key === base) return true;
  return key.startsWith(base) && /^[a-z]{1,2}$/.test(key.slice(base.length)) && (families.get(keyIdentity(base)) ?? 0) > 1;
}

/** Gives each stem its next free key; a stem that comes often is not counted through anew each time. */
function freeKeys(taken: Set<string>): (base: string) => string {
  const reached = new Map<string, number>();
  return (base) => {
    let key = base;
    for (let n = reached.get(keyIdentity(base)) ?? 0; taken.has(keyIdentity(key)); n += 1) {
      key = base + letters(n);
      reached.set(keyIdentity(base), n + 1);
    }
    taken.add(keyIdentity(key));
    return key;
  };
}
