/**
 * What a record said in a way that the item does not say back: kept beside the item as it was written, and written again for as long as
 * what the item says there is what it said then. Fields that say one thing together (a title and its subtitle) are kept and given up together.
 */
import { textHash } from '../hash';
import { isObject, type Json, type JsonObject } from '../source';

/** A field of a format by its name, with its value in that format. A name may come several times. */
export type WrittenField = readonly [name: string, value: string];

/** How the fields of a format go together. */
export type Grouping = {
  /** The group of a field: fields of one group say one thing together. */
  readonly groupOf: (name: string) => string;
  /** Fields whose value the item may have in one of several groups, with these groups and what their value is like: where one is there, they are one group. */
  readonly bridges: readonly (readonly [name: string, groups: readonly string[], like?: RegExp])[];
};

/** Between the names of groups that are one. */
const and = '+';

/**
 * What is to be kept of a record. `written` are its fields, `exported` those of its item, and `differing` the names of both that
 * don't say the same; undefined when there are none. By group: `is`, the fields as they were written (null for one that was not there), and
 * `for`, the mark of what the export said then.
 */
export function keptOf(written: readonly WrittenField[], exported: readonly WrittenField[], differing: ReadonlySet<string>, { groupOf, bridges }: Grouping): JsonObject | undefined {
  if (differing.size === 0) return undefined;
  const [joined, said, there] = [keysOf(written, bridges), valuesOf(exported, ([name]) => groupOf(name)), new Set(written.map(([name]) => name))];
  const differ: readonly Kept[] = [...written.filter(([name]) => differing.has(name)), ...[...differing].filter((name) => !there.has(name)).map((name) => [name, null] as const)];
  const kept = valuesOf(differ, ([name]) => joined.get(groupOf(name)) ?? groupOf(name));
  return Object.fromEntries([...kept].map(([key, fields]) => [key, { is: inBrief(fields), for: markOf(said, key) }]));
}

/** A field as it is kept; null for one that was not there. */
type Kept = readonly [name: string, value: string | null];

/** Kept fields by name, one that comes several times with a list; where their order is more than that, one by one. */
function inBrief(fields: readonly Kept[]): Json {
  const byName = valuesOf(fields, ([name]) => name);
  if ([...byName.values()].flat().some((field, at) => field !== fields[at])) return fields;
  return Object.fromEntries([...byName].map(([name, all]) => [name, all.length > 1 ? all.map(([, value]) => value) : all[0]?.[1] ?? null]));
}

/** The same one by one. What else a person wrote there is passed over. */
function oneByOne(is: Json | undefined): readonly (readonly Json[])[] {
  if (Array.isArray(is)) return (is as readonly Json[]).flatMap((one) => (Array.isArray(one) && typeof one[0] === 'string' ? [one as readonly Json[]] : []));
  return isObject(is) ? Object.entries(is).flatMap(([name, value]) => (Array.isArray(value) ? value as readonly Json[] : [value]).map((one) => [name, one])) : [];
}

/** Fields in lots. */
function valuesOf<Field>(fields: readonly Field[], lotOf: (field: Field) => string): ReadonlyMap<string, readonly Field[]> {
  const lots = new Map<string, Field[]>();
  for (const field of fields) if (lots.get(lotOf(field))?.push(field) === undefined) lots.set(lotOf(field), [field]);
  return lots;
}

/** Groups that are one in this record, each with the name of them all. */
function keysOf(written: readonly WrittenField[], bridges: Grouping['bridges']): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  for (const [name, groups, like] of bridges) {
    if (!written.some(([other, value]) => other === name && like?.test(value) !== false)) continue;
    const all = [...new Set(groups.flatMap((group) => (keys.get(group) ?? group).split(and)))];
    for (const group of all) keys.set(group, all.join(and));
  }
  return keys;
}

/** The fields of an item with what was kept of its record in their place, where it still holds; the kept ones come as they were written. */
export function withKept<Text extends string>(
  exported: readonly (readonly [string, Text])[], kept: Json | undefined, { groupOf }: Pick<Grouping, 'groupOf'>,
): { readonly fields: readonly (readonly [string, Text])[]; readonly asWritten: readonly WrittenField[] } {
  const said = valuesOf(exported, ([name]) => groupOf(name));
  const holding = (isObject(kept) ? Object.entries(kept) : []).flatMap(([key, one]) => (isObject(one) && one['for'] === markOf(said, key) ? oneByOne(one['is']) : []));
  if (holding.length === 0) return { fields: exported, asWritten: [] };
  const replaced = new Set(holding.map(([name]) => name));
  return {
    fields: exported.filter(([name]) => !replaced.has(name)),
    asWritten: holding.flatMap(([name, value]) => (typeof name === 'string' && typeof value === 'string' ? [[name, value] as const] : [])),
  };
}

/** A mark of what the fields of some groups say. */
function markOf(said: ReadonlyMap<string, readonly WrittenField[]>, key: string): string {
  const fields = key.split(and).flatMap((group) => said.get(group) ?? []).map(([name, value]) => `${name}=${value}`);
  return fields.length === 0 ? '' : textHash(fields.sort().join('\n')).slice(0, 8);
}
