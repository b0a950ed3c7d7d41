/** What the table of one index says about its JSON: which objects are its records, and where each field of CSL stands in them. */
import { isObject, type Item, type ItemType, type Json, type JsonObject, type Review } from '../../source';

/**
 * One index. Paths are names parted by dots (`primary_location.source.display_name`); lists on the way are entered; of
 * several paths the first that holds a value counts. `first..last` joins two paths to a range of pages.
 */
export type JsonIndex = {
  /** Is this object one of the index's records? */
  readonly owns: (object: JsonObject) => boolean;
  /** The part of a record in which the paths stand, made plain where names alone do not lead to a value. */
  readonly view?: (object: JsonObject) => JsonObject;
  /** Where the kind of the work stands, and what the index calls each kind, in small letters. */
  readonly type: { readonly paths: readonly string[]; readonly names: { readonly [name: string]: ItemType } };
  readonly fields: { readonly [variable: string]: readonly string[] };
  /** Names in the record that say nothing about the work; all others without a place are kept under `custom.unmapped`. */
  readonly silent: readonly string[];
  /** Does the index write a bare year as its first of January? */
  readonly fillsDates?: boolean;
  /** Are undivided names those of bodies? */
  readonly wholeNamesAreBodies?: boolean;
  /** Mends what depends on several fields at once. */
  readonly mend?: (item: Item, view: JsonObject) => Item;
  /** What a person should look at, by field. A field that stays out of the item is offered only. */
  readonly reviews?: (item: Item, view: JsonObject) => { readonly [field: string]: Review };
};

/** All values at a path; lists are entered, what is null is left out. */
export function valuesAt(value: Json | undefined, path: string): readonly Json[] {
  const found: Json[] = [];
  if (value !== undefined) gather(value, namesOf(path), 0, found);
  return found;
}

const paths = new Map<string, readonly string[]>();

/** The names on a path, parted once: the paths are those of our tables. */
function namesOf(path: string): readonly string[] {
  const known = paths.get(path);
  if (known !== undefined) return known;
  const names = path.split('.');
  if (paths.size < 1000) paths.set(path, names);
  return names;
}

/** Lists are entered on the way: one deep at each name, and one deep at the end. */
function gather(value: Json, names: readonly string[], at: number, found: Json[]): void {
  if (Array.isArray(value)) for (const one of value as readonly Json[]) follow(one, names, at, found);
  else follow(value, names, at, found);
}

function follow(value: Json, names: readonly string[], at: number, found: Json[]): void {
  const name = names[at];
  if (name === undefined) {
    if (value !== null) found.push(value);
  } else if (isObject(value) && Object.hasOwn(value, name)) gather(value[name] ?? null, names, at + 1, found);
}

/** The first text (or number, as text) at a path, without blanks around it; undefined when there is none. */
export function textAt(value: Json | undefined, path: string): string | undefined {
  for (const found of valuesAt(value, path)) {
    const text = typeof found === 'number' ? String(found) : found;
    if (typeof text === 'string' && text.trim() !== '') return text.trim();
  }
  return undefined;
}

/** Has the object all of these names? */
export const has = (object: JsonObject, ...names: readonly string[]): boolean => names.every((name) => Object.hasOwn(object, name));
