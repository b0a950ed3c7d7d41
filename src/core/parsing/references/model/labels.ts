/** What a token of a reference can be. */

/** Fields, the parts of names (`+` begins one), and signs between fields, which remember the field before them. */
export const labels = [
  'aF+', 'aF', 'aG+', 'aG', 'a,', 'aL+', 'aL', 'eF+', 'eF', 'eG+', 'eG', 'e,',
  'title', 'cont', 'coll', 'cnum', 'vol', 'iss', 'page', 'pub', 'place', 'date', 'ed', 'genre', 'num', 'np', 'acc', 'ev', 'tr', 'url', 'doi', 'isbn',
  'o:start', 'o:author', 'o:editor', 'o:title', 'o:cont', 'o:number', 'o:house', 'o:date', 'o:rest',
] as const;
export type Label = (typeof labels)[number];

/** The field before a sign, as the sign remembers it. */
const memory: { readonly [label: string]: Label } = {
  'a,': 'o:author', 'aF': 'o:author', 'aF+': 'o:author', 'aG': 'o:author', 'aG+': 'o:author', 'aL': 'o:author', 'aL+': 'o:author',
  'e,': 'o:editor', 'eF': 'o:editor', 'eF+': 'o:editor', 'eG': 'o:editor', 'eG+': 'o:editor',
  'title': 'o:title', 'cont': 'o:cont', 'ev': 'o:cont', 'vol': 'o:number', 'iss': 'o:number', 'page': 'o:number', 'pub': 'o:house', 'place': 'o:house', 'date': 'o:date',
};

/** What a sign is called behind the field `before`; undefined at the start. */
export const signBehind = (before: string | undefined): Label => (before === undefined ? 'o:start' : memory[before] ?? 'o:rest');

/** The number of a label in {@link labels}. */
export const labelNumber: { readonly [label: string]: number } = Object.fromEntries(labels.map((label, index) => [label, index]));
