/**
 * Patterns of citation keys, in the manner of Better BibTeX: text stands for itself, a part of the record stands in brackets
 * with filters behind it, `[auth][year]`, `[Auth:chars=4]_[title:skipwords:select=1,2:join=-]`. Where a pattern gives
 * nothing, the next behind `|` is tried.
 */
import { toAscii } from '../fold';
import { creatorsOf, shortName, yearOf } from '../source';
import type { Item, Name } from '../source';

/** The words that a part of a record gives, before its filters. */
type Part = (item: Item) => readonly string[];

const fillers = new Set('a an the of on in and for to from with by is are as at der die das ein eine und le la les un une des du et el los las de y o os as e и в на о об к по с'.split(' '));

const wordsOf = (text: string | undefined): readonly string[] => (text ?? '').split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '');
const telling = (words: readonly string[]): readonly string[] => words.filter((word) => !fillers.has(word.toLowerCase()));
const nameWord = (name: Name | undefined): string => (name === undefined ? '' : wordsOf(shortName(name)).join(''));
const firstOf = (item: Item): readonly string[] => [nameWord(creatorsOf(item)[0])].filter((word) => word !== '');
const titleWords = (item: Item, count: number): readonly string[] => telling(wordsOf(item.title)).filter((word) => slug(word) !== '').slice(0, count);

/** Without an author, the first telling word of the title stands in for one. */
const orTitle = (words: readonly string[], item: Item): readonly string[] => (words.length > 0 ? words : titleWords(item, 1));

/** The parts a pattern may name; with a capital, as in `[Auth]`, each word keeps its case. */
export const keyParts = {
  auth: (item) => orTitle(firstOf(item), item),
  authors: (item) => orTitle(creatorsOf(item).slice(0, 3).map(nameWord), item),
  authetal: (item) => orTitle([...firstOf(item), ...(creatorsOf(item).length > 1 ? ['EtAl'] : [])], item),
  lastauth: (item) => orTitle([nameWord(creatorsOf(item).at(-1))].filter((word) => word !== ''), item),
  editor: (item) => [nameWord(item.editor?.[0])],
  year: (item) => [String(yearOf(item) ?? '')],
  shortyear: (item) => [String(yearOf(item) ?? '').slice(-2)],
  month: (item) => [String(item.issued?.['date-parts']?.[0]?.[1] ?? '').padStart(2, '0').replace(/^00$/, '')],
  title: (item) => wordsOf(item.title),
  shorttitle: (item) => titleWords(item, 3),
  veryshorttitle: (item) => titleWords(item, 1),
  journal: (item) => wordsOf(item['container-title']),
  publisher: (item) => wordsOf(item.publisher),
  volume: (item) => wordsOf(item.volume),
  issue: (item) => wordsOf(item.issue),
  firstpage: (item) => wordsOf(item.page).slice(0, 1),
  type: (item) => [item.type.replace(/-/g, '')],
} as const satisfies { readonly [part: string]: Part };
export type KeyPart = keyof typeof keyParts;

/** What goes through the filters: words as the record writes them, and how the text is made of them at the end. */
type Piece = { readonly words: readonly string[]; readonly join?: string; readonly chars?: number; readonly before?: string; readonly after?: string; readonly otherwise?: string };
type Filter = (piece: Piece, argument: string) => Piece;

const each = (change: (word: string) => string): Filter => (piece) => ({ ...piece, words: piece.words.map(change) });
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const numbers = (argument: string): readonly number[] => argument.split(',').map(Number).map((value) => (Number.isSafeInteger(value) && value > 0 ? value : 1));

/** The filters a pattern may put behind a part, as `:lower` or `:select=1,2`. Punctuation never comes into a key; `nopunct` says so. */
export const keyFilters = {
  lower: each((word) => word.toLowerCase()),
  upper: each((word) => word.toUpperCase()),
  capitalize: each(capital),
  skipwords: (piece) => ({ ...piece, words: telling(piece.words) }),
  nopunct: (piece) => piece,
  abbr: each((word) => [...word][0] ?? ''),
  select: (piece, argument) => {
    const [from = 1, count = piece.words.length] = numbers(argument);
    return { ...piece, words: piece.words.slice(from - 1, from - 1 + count) };
  },
  words: (piece, argument) => ({ ...piece, words: piece.words.slice(0, numbers(argument)[0]) }),
  chars: (piece, argument) => ({ ...piece, chars: numbers(argument)[0] ?? 1 }),
  join: (piece, argument) => ({ ...piece, join: argument }),
  prefix: (piece, argument) => ({ ...piece, before: argument }),
  postfix: (piece, argument) => ({ ...piece, after: argument }),
  default: (piece, argument) => ({ ...piece, otherwise: argument }),
} as const satisfies { readonly [filter: string]: Filter };
export type KeyFilter = keyof typeof keyFilters;

/** A word in ASCII letters and digits; a script without a customary spelling in ASCII stays. Case stays. */
function slug(text: string): string {
  return toAscii(text).replace(/[^A-Za-z0-9]+/g, '') || text.replace(/[^\p{L}\p{N}]+/gu, '');
}

const isPart = (name: string): name is KeyPart => Object.hasOwn(keyParts, name);
const isFilter = (name: string): name is KeyFilter => Object.hasOwn(keyFilters, name);

/** A part of a pattern as written: `Auth`, then `chars=4`, then … */
type Bracket = { readonly name: string; readonly filters: readonly (readonly [string, string])[] };

const brackets = /\[([^[\]]{0,200})\]/g;

function bracketOf(inside: string): Bracket {
  const [name = '', ...filters] = inside.split(':');
  return { name, filters: filters.map((filter) => [filter.split('=', 1)[0] ?? '', filter.includes('=') ? filter.slice(filter.indexOf('=') + 1) : ''] as const) };
}

/** A number behind a part is short for how much of it: `[auth3]` three letters, `[shorttitle2]` two words. */
function numbered(name: string): readonly [string, number | undefined] {
  const match = /^(\D+)(\d{1,2})$/.exec(name);
  return match === null ? [name, undefined] : [match[1] as string, Number(match[2])];
}

function expanded(item: Item, { name: written, filters }: Bracket): string {
  const [name, count] = numbered(written);
  const part = name.toLowerCase();
  if (!isPart(part)) return '';
  const change = name === part ? (word: string) => word.toLowerCase() : capital;
  let piece: Piece = { words: (keyParts[part] as Part)(item).map(change) };
  for (const [filter, argument] of filters) if (isFilter(filter)) piece = (keyFilters[filter] as Filter)(piece, argument);
  return textOf(count === undefined ? piece : part.includes('auth') ? { ...piece, chars: count } : { ...piece, words: piece.words.slice(0, count) });
}

function textOf({ words, join = '', chars, before = '', after = '', otherwise = '' }: Piece): string {
  const text = words.map(slug).filter((word) => word !== '').join(join);
  const cut = chars === undefined ? text : [...text].slice(0, chars).join('');
  return cut === '' ? otherwise : before + cut + after;
}

/** What a pattern gives an item, as yet with any characters that stand in the pattern itself; empty when nothing is known. */
export function expandKeyPattern(item: Item, pattern: string): string {
  for (const one of pattern.split('|')) {
    let known = false;
    const key = one.replace(brackets, (_, inside: string) => {
      const value = expanded(item, bracketOf(inside));
      known ||= value !== '';
      return value;
    });
    if (known) return key;
  }
  return '';
}

/** Does every bracket of a pattern have its other half? */
export function bracketsClose(pattern: string): boolean {
  return !/[[\]]/.test(pattern.replace(brackets, ''));
}

/** Does a pattern take anything from a source? */
export const takesSomething = (pattern: string): boolean => [...pattern.matchAll(brackets)].length > 0;

/** The parts and filters of a pattern that there are not, as written. None: the pattern is good. */
export function unknownInPattern(pattern: string): readonly string[] {
  const written = [...pattern.matchAll(brackets)].map((match) => bracketOf(match[1] ?? ''));
  const parts = written.map(({ name }) => name).filter((name) => !isPart(numbered(name)[0].toLowerCase()));
  return [...parts, ...written.flatMap(({ filters }) => filters.map(([filter]) => filter)).filter((filter) => !isFilter(filter))];
}
