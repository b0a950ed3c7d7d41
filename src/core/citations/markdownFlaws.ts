/** Where Pandoc divides a bracket with citations into parts, and why it may take such a bracket for text. Positions are those of the prose. */
import type { Span } from '../source';
import type { Flaw } from './citation';

/** The semicolons that part keys, in order; and the stretches in which neither a semicolon nor a key counts: quotations, emphasis. */
type Cuts = { readonly at: readonly number[]; readonly enclosed: readonly Span[] };

const sign = /\\.|&#?[A-Za-z0-9]{1,32};|@(?:\{[^{}\n]{0,200}\}|[\p{L}\p{N}\p{M}_:.#$%&+?<>~\/-]*)|[;[\]“"*_]/gsu;
/** What may hide a semicolon, or itself be one: escapes, entities, brackets, braces, quotations, emphasis. */
const mayHide = /[\\&[\]{“"*_]/;
const closers: { readonly [opener: string]: RegExp } = { '“': /”/g, '"': /(?<=\S)"/g, '*': /(?<=[^\s*])\*/g, '_': /(?<=[^\s_])_(?![\p{L}\p{N}])/gu };
const wordBefore = /[\p{L}\p{N}]/u;

/** Reads a bracket from its start to its end, once. */
export function cutsIn(prose: string, body: Span): Cuts {
  const text = prose.slice(body.start, body.end);
  const [at, enclosed]: [number[], Span[]] = [[], []];
  // Most brackets have nothing but keys, words and perhaps semicolons.
  if (!mayHide.test(text)) {
    for (let cut = text.indexOf(';'); cut >= 0; cut = text.indexOf(';', cut + 1)) at.push(cut + body.start);
    return { at, enclosed };
  }
  let depth = 0;
  const unclosed = new Set<string>();
  sign.lastIndex = 0;
  for (let found = sign.exec(text); found; found = sign.exec(text)) {
    const [here] = found;
    if (here === '[') depth += 1;
    else if (here === ']') depth -= 1;
    else if (here === ';' && depth === 0) at.push(found.index + body.start);
    const end = unclosed.has(here) ? undefined : closingOf(text, here, found.index);
    if (end === undefined) continue;
    if (end < 0) unclosed.add(here);
    else {
      enclosed.push({ start: found.index + body.start, end: end + body.start });
      sign.lastIndex = end;
    }
  }
  return { at, enclosed };
}

/** Where the quotation or emphasis ends that a sign opens; -1 when nothing closes it, undefined when it opens none. */
function closingOf(text: string, opener: string, at: number): number | undefined {
  const closer = closers[opener];
  if (closer === undefined || /^\s?$/.test(text[at + 1] ?? '') || (opener !== '*' && wordBefore.test(text[at - 1] ?? ' '))) return undefined;
  const from = opener === '*' && text[at + 1] === '*' ? at + 2 : at + 1;
  closer.lastIndex = from;
  return closer.test(text) ? closer.lastIndex : -1;
}

/** Why Pandoc does not read a bracket as its writer meant it, if so. `keys`: where they stand; a bare citation's first stands before the bracket. */
export function flawOf(prose: string, body: Span, { at, enclosed }: Cuts, keys: readonly number[]): Flaw | undefined {
  if (prose[body.end + 1] === '[') return 'adjoined';
  if (at.length === 0 && enclosed.length === 0 && keys.length === 1) return undefined;
  const inside = keys.filter((key) => key >= body.start);
  const bare = inside.length < keys.length;
  const free = enclosed.length === 0 ? inside : inside.filter((key) => !enclosed.some(({ start, end }) => start < key && key < end));
  const counts = countsBetween(at, free);
  if (counts.some((count, part) => count === 0 && !(bare && part === 0))) return 'keyless';
  return counts.some((count) => count > 1) ? 'undivided' : undefined;
}

/** How many keys stand in each part. Both lists are in order. */
function countsBetween(cuts: readonly number[], keys: readonly number[]): readonly number[] {
  const counts = new Array<number>(cuts.length + 1).fill(0);
  let part = 0;
  for (const key of keys) {
    while (part < cuts.length && (cuts[part] as number) < key) part += 1;
    counts[part] = (counts[part] as number) + 1;
  }
  return counts;
}
