/** The values that a library has for the fields of a query, most used first. */
import { typeLabel } from '../library';
import type { Library, Source } from '../library';
import { resolveTag } from '../notes';
import { creatorsOf, fullName, yearOf } from '../source';
import type { QueryField } from './query';

/** A value with how many notes or sources have it. */
export type KnownValue = { readonly value: string; readonly count: number; readonly of: 'note' | 'source' };

type Gather = (source: Source, library: Library) => readonly (string | undefined)[];

const bySource: { readonly [F in QueryField | 'tag']?: Gather } = {
  author: ({ item }) => creatorsOf(item).map(fullName),
  year: ({ item }) => [yearOf(item)?.toString()],
  container: ({ item }) => [item['container-title']],
  type: ({ item }) => [typeLabel(item.type)],
  key: ({ item }) => [item.id],
  keyword: ({ item }) => item.tags ?? [],
};

const byNote: { readonly [F in QueryField | 'tag']?: Gather } = {
  coder: ({ notes }) => notes.map(({ author }) => author),
  tag: ({ notes }, { codebook }) => notes.flatMap(({ tags }) => [...new Set(tags.map((tag) => resolveTag(tag, codebook)))]),
};

const known = new WeakMap<Library, Map<string, readonly KnownValue[]>>();

/** Values of a field, gathered once for each value of the library; none for fields that hold sentences. */
export function valuesIn(library: Library, field: QueryField | 'tag'): readonly KnownValue[] {
  const fields = known.get(library) ?? new Map<string, readonly KnownValue[]>();
  known.set(library, fields);
  const values = fields.get(field) ?? gathered(library, field);
  fields.set(field, values);
  return values;
}

function gathered(library: Library, field: QueryField | 'tag'): readonly KnownValue[] {
  const counts = new Map<string, number>();
  const gather = bySource[field] ?? byNote[field];
  if (gather === undefined) return [];
  for (const source of library.sources.values()) {
    for (const value of gather(source, library)) if (value !== undefined && value.trim() !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  if (field === 'tag') for (const tag of library.codebook.tags.keys()) counts.set(tag, counts.get(tag) ?? 0);
  const of = bySource[field] === undefined ? 'note' : 'source';
  return [...counts].map(([value, count]) => ({ value, count, of } as const)).sort((a, b) => b.count - a.count);
}
