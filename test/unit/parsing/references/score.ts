/** Field by field, how far what was read is what is right. */
import type { Item, Name } from '../../../../src/core/source';
import { readReference } from '../../../../src/core/parsing/references/reference';

export const fields = ['author', 'title', 'container-title', 'issued', 'volume', 'issue', 'page', 'publisher', 'publisher-place', 'DOI'] as const;
/** The right values of a reference, folded; a field that the reference doesn't show is absent. */
export type Answer = { readonly [F in (typeof fields)[number]]?: string };
export type Case = { readonly text: string; readonly answer: Answer };

export const fold = (text: string): string => text.toLowerCase().normalize('NFKD').replace(/[^\p{L}\p{N}]+/gu, '');
export const foldName = (name: Name): string => `${fold((name['non-dropping-particle'] ?? '') + (name.family ?? name.literal ?? ''))}${fold(name.given ?? '').slice(0, 1)}`;

function valueOf(item: Item, field: (typeof fields)[number]): string {
  if (field === 'author') return (item.author ?? []).map(foldName).join('|');
  if (field === 'issued') return String(item.issued?.['date-parts']?.[0]?.[0] ?? '');
  const found = item[field];
  const value = typeof found === 'string' ? found : '';
  return field === 'page' ? value.replace(/[–—]/gu, '-') : fold(value);
}

/** The harmonic mean of precision and recall over all fields of all cases, and the fields that went wrong. */
export function score(cases: readonly Case[], read = (text: string): Item => readReference(text).item): { readonly f1: number; readonly wrong: readonly string[] } {
  let right = 0;
  let given = 0;
  let wanted = 0;
  const wrong: string[] = [];
  for (const { text, answer } of cases) {
    const item = read(text);
    for (const field of fields) {
      const found = valueOf(item, field);
      const expected = answer[field] ?? '';
      if (found !== '') given++;
      if (expected !== '') wanted++;
      if (found !== '' && found === expected) right++;
      else if (found !== expected) wrong.push(`${field}: ${found} ≠ ${expected} in ${text}`);
    }
  }
  return { f1: (2 * right) / Math.max(1, given + wanted), wrong };
}
