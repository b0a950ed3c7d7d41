/** What may be typed next in a query: fields, their values as the library has them, tags. */
import { fold } from '../fold';
import type { Span } from '../source';
import type { Library } from '../library';
import { completeTag } from '../notes';
import { fieldNamed, fieldRules } from './fields';
import { tokensOf } from './lexing';
import type { Token } from './lexing';
import { queryFields } from './query';
import type { QueryField } from './query';
import { valuesIn } from './values';

/** One thing to type. `insert` takes the place that was asked about; `continues`: more must follow before it means something. */
export type QueryCompletion = { readonly insert: string; readonly label: string; readonly detail: string; readonly continues?: true };

/** What may stand at a place; `replace` is what of the text it takes the place of. */
export type QueryCompletions = { readonly replace: Span; readonly items: readonly QueryCompletion[] };

/** The paths of the drafts that may be asked for. */
export type KnownDrafts = readonly string[];

/** How many values are offered at most. */
const most = 50;

/** What may be typed at a place (UTF-16 code units) of a query. */
export function completeQuery(text: string, offset: number, library: Library, drafts: KnownDrafts = []): QueryCompletions {
  const before = text.slice(0, offset);
  const tokens = tokensOf(before);
  const last = tokens.at(-1);
  const token = last !== undefined && last.end === offset && !(last.kind === 'words' && last.exact && last.open !== true) ? last : undefined;
  const isBehind = tokens.some(({ kind, end }) => end < offset && kind !== 'open' && kind !== 'not');
  const { from, items } = itemsAt(token, offset, library, drafts, isBehind);
  return { replace: { start: from, end: Math.max(offset, endOfWord(text, offset)) }, items };
}

/** The word that the cursor stands in goes with what was typed of it. */
function endOfWord(text: string, offset: number): number {
  const rest = /^[^\s()"“”„«»]*/.exec(text.slice(offset, offset + 200))?.[0] ?? '';
  return offset + rest.length;
}

type Offered = { readonly from: number; readonly items: readonly QueryCompletion[] };

function itemsAt(token: Token | undefined, offset: number, library: Library, drafts: KnownDrafts, isBehind: boolean): Offered {
  switch (token?.kind) {
    case 'tag': return { from: token.start, items: tagItems(token.text, library) };
    case 'field': return { from: token.value.start, items: valuesFor(token, library, drafts) };
    case 'words': return token.exact ? { from: offset, items: [] } : { from: token.start, items: beginnings(token.text, library, isBehind) };
    case 'and': case 'or': return { from: token.start, items: [] };
    case undefined: case 'open': case 'close': return { from: offset, items: beginnings('', library, isBehind || token?.kind === 'close') };
    case 'not': case 'stray': return { from: offset, items: beginnings('', library, false) };
  }
}

// --- what begins a term ------------------------------------------------------------------------------------------

function beginnings(typed: string, library: Library, isBehind: boolean): readonly QueryCompletion[] {
  const begun = typed.toLowerCase();
  const fields = queryFields.filter((field) => field.startsWith(begun)).map((field) => ({ insert: `${field}:`, label: `${field}:`, detail: fieldRules[field].says, continues: true as const }));
  const signs = [...(isBehind ? ['and', 'or'] : []), 'not'].filter((word) => word.startsWith(begun)).map((word) => ({ insert: `${word} `, label: word, detail: signsSay[word] ?? '', continues: true as const }));
  return [...fields, ...signs, ...tagItems(typed, library)];
}

const signsSay: { readonly [word: string]: string } = { and: 'both sides', or: 'one side or the other', not: 'what follows is not so' };

function tagItems(typed: string, library: Library): readonly QueryCompletion[] {
  const counts = new Map(valuesIn(library, 'tag').map(({ value, count }) => [value, count]));
  return completeTag(typed, [...counts.keys()]).slice(0, most).map((tag) => ({ insert: `#${tag}`, label: `#${tag}`, detail: counted(counts.get(tag) ?? 0, 'note') }));
}

// --- values ------------------------------------------------------------------------------------------------------

function valuesFor({ name, value: { text } }: Extract<Token, { readonly kind: 'field' }>, library: Library, drafts: KnownDrafts): readonly QueryCompletion[] {
  if (name.toLowerCase() === 'tag') return tagItems(text, library).map((item) => ({ ...item, insert: item.insert.slice(1) }));
  const field = fieldNamed(name);
  return field === undefined ? [] : valueItems(field, text, library, drafts);
}

function valueItems(field: QueryField, typed: string, library: Library, drafts: KnownDrafts): readonly QueryCompletion[] {
  const begun = fold(typed);
  const fixed = field === 'cited' ? ['yes', 'no', ...drafts.map((path) => path.slice(path.lastIndexOf('/') + 1))] : fieldRules[field].values ?? [];
  const known = fixed.map((value) => ({ value, detail: field === 'cited' ? '' : fieldRules[field].says }));
  const found = valuesIn(library, field).map(({ value, count, of }) => ({ value, detail: counted(count, of) }));
  const rank = (value: string): number => { const at = fold(value).indexOf(begun); return at < 0 ? 9 : Math.min(at, 1); };
  return [...known, ...found].filter(({ value }) => rank(value) < 9).sort((a, b) => rank(a.value) - rank(b.value)).slice(0, most)
    .map(({ value, detail }) => ({ insert: written(field, value), label: value, detail }));
}

/** A value as it is typed; keys in quotation marks, since they would else find every key that holds them. */
const written = (field: QueryField, value: string): string =>
  (field === 'key' || !/^[^\s()"“”„«»<>=:][^\s()"“”„«»]*$/.test(value) ? `"${value.replace(/["\\]/g, '\\$&')}"` : value);

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
