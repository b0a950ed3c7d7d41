/** What one can ask of sources and notes: values on the ground floor of this room. */

/** What a query may ask about, by the name it is typed with. */
export const queryFields = [
  'stance', 'kind', 'quote', 'note', 'text', 'coder', 'created', 'relation', 'has',
  'author', 'title', 'year', 'container', 'type', 'key', 'source', 'abstract', 'keyword', 'cited',
] as const;
export type QueryField = (typeof queryFields)[number];

/** How a value is compared; `=` is what a colon means. Only years and dates have an order. */
export const comparisons = ['=', '<', '>', '<=', '>='] as const;
export type Comparison = (typeof comparisons)[number];

/**
 * A query. `all` is the empty one. `exact` values stood in quotation marks: whole words, in this order. A `tag` means its
 * children too, unless `only`. Parts of `and` and `or` are two or more, and none is of the same kind as the whole.
 */
export type Query =
  | { readonly kind: 'all' }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Query[] }
  | { readonly kind: 'not'; readonly part: Query }
  | { readonly kind: 'tag'; readonly tag: string; readonly only: boolean }
  | { readonly kind: 'words'; readonly text: string; readonly exact: boolean }
  | { readonly kind: 'field'; readonly field: QueryField; readonly is: Comparison; readonly value: string; readonly exact: boolean };

export type FieldQuery = Extract<Query, { readonly kind: 'field' }>;

/** The query that everything fits. */
export const everything: Query = { kind: 'all' };

const partsOf = (kind: 'and' | 'or', query: Query): readonly Query[] => (query.kind === kind ? query.parts : [query]);

/** Queries joined, in the one form that {@link Query} allows. */
export function joinedQuery(kind: 'and' | 'or', queries: readonly Query[]): Query {
  const parts = queries.filter((query) => query.kind !== 'all').flatMap((query) => partsOf(kind, query));
  if (parts.length === 0) return everything;
  return parts.length === 1 ? parts[0] as Query : { kind, parts };
}

/** A query turned round; twice is the query itself. */
export const negated = (query: Query): Query => (query.kind === 'not' ? query.part : { kind: 'not', part: query });
