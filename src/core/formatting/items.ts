/** Items as citeproc may have them. */
import { dateVariables, isObject, nameVariables, type Item } from '../source';

const names: ReadonlySet<string> = new Set(nameVariables);
const dates: ReadonlySet<string> = new Set(dateVariables);
const unused: ReadonlySet<string> = new Set(['abstract', 'note', 'tags', 'custom']);

/** A copy for citeproc, which writes into its items: what is not of the shape that CSL gives a variable is left out. */
export function forCiteproc(item: Item, id: string): Record<string, unknown> {
  const fields = Object.entries(item).filter(([field, value]) => fits(field, value));
  const copy = structuredClone(Object.fromEntries(fields)) as Record<string, unknown>;
  for (const variable of nameVariables) if (Array.isArray(copy[variable])) copy[variable] = (copy[variable] as readonly object[]).map(asName);
  return { ...copy, id };
}

/** What is put behind a name or key that every object of JavaScript has as a property: citeproc looks them up in such objects, and fails on these. */
const mark = '\u2060';
export const marked = (text: string): string => (text.trim() in {} ? text.trim() + mark : text);
export const withoutMark = (text: string): string => text.replaceAll(mark, '');
const asName = (name: object): object =>
  Object.fromEntries(Object.entries(name).map(([part, text]) => [part, typeof text === 'string' ? marked(text) : text as unknown]));

function fits(field: string, value: unknown): boolean {
  if (unused.has(field)) return false;
  if (names.has(field)) return Array.isArray(value) && value.every(isObject);
  if (dates.has(field)) return isObject(value);
  // It looks languages up like names, whole and by what stands before the first hyphen.
  if (field === 'language' && typeof value === 'string' && [value, ...value.split(/[-_]/)].some((part) => part.trim() in {})) return false;
  return (typeof value === 'string' && value !== '') || typeof value === 'number';
}
