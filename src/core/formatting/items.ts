/** Items as citeproc may have them. */
import { dateVariables, isObject, nameVariables, type Item } from '../source';

const names: ReadonlySet<string> = new Set(nameVariables);
const dates: ReadonlySet<string> = new Set(dateVariables);
const unused: ReadonlySet<string> = new Set(['abstract', 'note', 'tags', 'custom']);

/** A copy for citeproc, which writes into its items: what is not of the shape that CSL gives a variable is left out. */
export function forCiteproc(item: Item, id: string): Record<string, unknown> {
  const fields = Object.entries(item).filter(([field, value]) => fits(field, value));
  return { ...structuredClone(Object.fromEntries(fields)), id };
}

function fits(field: string, value: unknown): boolean {
  if (unused.has(field)) return false;
  if (names.has(field)) return Array.isArray(value) && value.every(isObject);
  if (dates.has(field)) return isObject(value);
  return (typeof value === 'string' && value !== '') || typeof value === 'number';
}
