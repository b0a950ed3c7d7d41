/**
 * What an entry says in a way that the BibLaTeX of its item would not: found by writing the item and comparing. Two values say the same when they differ only in
 * how letters are encoded, in blanks, in braces that guard no capital, in the dashes of pages, and in the order of the parts of a name.
 */
import { biblatexAliases, biblatexGrouping, entryFields, givenTex, keptOf, type WrittenField } from '../../exports';
import type { Item, JsonObject } from '../../source';
import { monthNumber } from '../dates';
import { withoutEntities } from '../markup';
import { isBlank, isJoint, type Values } from './bibtexFamily';
import { partedNames } from './bibtexNames';
import type { BibEntry } from './bibtexScan';
import { accents, signs } from './texCommands';
import { readTex, texAsText } from './texText';

/** What is kept of an entry beside its item; undefined when the item says all as the entry does. `own` are its own values, `values` those and what it inherits. */
export function keptOfEntry(entry: BibEntry, own: Values, values: Values, item: Item): JsonObject | undefined {
  const written = fieldsOf(entry, own, values);
  const exported = entryFields(item);
  return keptOf(written, exported, differing(written, exported), biblatexGrouping);
}

/** All that an entry says by itself and through others, its type under `@`. What it says several times stands here several times, but for lists. */
function fieldsOf(entry: BibEntry, own: Values, values: Values): readonly WrittenField[] {
  const fields = new Map<string, Set<string>>([['@', new Set([entry.type])]]);
  for (const { name, value } of entry.fields) {
    if (isBlank(value) || name === '__proto__') continue;
    const said = isJoint(name) ? own.get(name) ?? value : value;
    if (fields.get(name)?.add(said) === undefined) fields.set(name, new Set([said]));
  }
  for (const [name, value] of values) if (!own.has(name) && !isBlank(value)) fields.set(name, new Set([value]));
  return [...fields].flatMap(([name, all]) => [...all].map((value) => [name, value] as const));
}

/** Values by the one name that a field has for us; with the names that it has here. */
type Named = Map<string, { readonly names: Set<string>; readonly values: string[] }>;

function named(fields: readonly WrittenField[], nameOf: (name: string) => string): Named {
  const all: Named = new Map();
  for (const [name, value] of fields) {
    const one = all.get(nameOf(name)) ?? { names: new Set(), values: [] };
    one.names.add(name);
    one.values.push(value);
    all.set(nameOf(name), one);
  }
  return all;
}

/** The names of the fields that don't say the same in both. */
function differing(written: readonly WrittenField[], exported: readonly WrittenField[]): ReadonlySet<string> {
  const there = new Set(written.map(([name]) => name));
  const nameOf = (name: string): string => {
    const alias = biblatexAliases.get(name);
    return alias === undefined || there.has(alias) ? name : alias;
  };
  const [ours, theirs] = [named(written, nameOf), named(exported, nameOf)];
  const dated = sameDay(ours, theirs);
  return new Set([...new Set([...ours.keys(), ...theirs.keys()])].flatMap((name) => {
    const [one, other] = [ours.get(name), theirs.get(name)];
    const isSame = (dated && partsOfDate.has(name)) || (one?.values.length === 1 && other?.values.length === 1 && saysSame(name, given(name, one.values[0] ?? ''), other.values[0] ?? ''));
    return isSame ? [] : [...one?.names ?? [], ...other?.names ?? []];
  }));
}

/** A value as it would be written if it was kept, without the entities that programs put into it. */
const given = (name: string, value: string): string => (name === '@' ? value : givenTex(name, withoutEntities(value)));

const partsOfDate: ReadonlySet<string> = new Set(['date', 'year', 'month', 'day']);

/** Do `year`, `month` and `day` of an entry make the date that is written? */
function sameDay(written: Named, exported: Named): boolean {
  const [year, month, day] = ['year', 'month', 'day'].map((name) => written.get(name)?.values);
  if (written.has('date') || exported.has('year') || year?.length !== 1 || !/^\d{4}$/u.test(year[0]?.trim() ?? '') || (month ?? ['']).length > 1 || (day ?? ['']).length > 1) return false;
  const number = month === undefined ? undefined : monthNumber(texAsText(month[0] ?? ''));
  if ((month !== undefined && number === undefined) || (month === undefined && day !== undefined)) return false;
  const parts = [year[0]?.trim(), number, day?.[0]?.trim()].filter((part) => part !== undefined).map((part) => String(part).padStart(2, '0'));
  return parts.join('-') === exported.get('date')?.values[0];
}

type Same = (one: string, other: string) => boolean;

const saysSame = (name: string, one: string, other: string): boolean => one === other || (special.get(name) ?? sameText)(one, other);

const sameText: Same = (one, other) => wordsOf(one) === wordsOf(other);
const samePages: Same = (one, other) => withoutDashes(one) === withoutDashes(other);
const sameList: Same = (one, other) => parted(one) === parted(other);
const sameAddress: Same = (one, other) => addressIn(one) === addressIn(other);
const sameDoi: Same = (one, other) => doiIn(one) === doiIn(other);
/** A title says the same only if what the one guards against small letters is guarded in the other. */
const sameTitle: Same = (one, other) => sameText(one, other) && isGuarded(one, other);

const withoutDashes = (value: string): string => wordsOf(value).replace(/ ?[–—-]{1,3} ?/gu, '-');
const parted = (value: string): string => wordsOf(value).split(',').map((word) => word.trim()).join(',');
const addressIn = (value: string): string => value.replace(/\\([_&%#~$])/gu, '$1').replace(/[{}\s]/gu, '');
const doiIn = (value: string): string => addressIn(value).replace(/^(?:https?:\/\/)?(?:dx\.)?doi\.org\/|^doi:/iu, '').toLowerCase();

/** A value as text. What holds more commands than letters and signs stands as it is, but for blanks and braces. */
function wordsOf(value: string): string {
  if (!/[\\{}$~`'\s-]/u.test(value)) return value;
  return isOfLetters(value) ? readTex(value).text : value.replace(/[{}]/gu, '').replace(/\s+/gu, ' ').trim();
}

/** Is every command in a value a letter or a sign? */
const isOfLetters = (value: string): boolean => !/\$/u.test(value.replaceAll('\\$', '')) && [...value.matchAll(/\\([A-Za-z]+|[^])/gu)].every(([, name = '']) => accents.has(name) || letters.has(name));
const letters: ReadonlySet<string> = new Set([...signs].filter(([, sign]) => [...sign].length === 1 && sign !== ' ').map(([name]) => name));

/** Is every capital that stands in braces in the one in braces in the other too, but for the first letter? */
function isGuarded(one: string, other: string): boolean {
  if (!one.includes('{')) return true;
  const [here, there] = [guards(one), guards(other)];
  return here.every((guarded, at) => !guarded || at === 0 || there[at] === true);
}

/** Accents and letters as commands, with the braces that hold them together. */
const accented = /\{?\\(?:["'`^~=.]|[uvHtcdbrk](?![A-Za-z]))\s?\{?\\?([A-Za-z])\}?\}?/gu;
const letterCommand = /\{\\(?:ss|[oOlLij]|ae|AE|oe|OE|aa|AA)\}|\\(?:ss|[oOlLij]|ae|AE|oe|OE|aa|AA)(?:\{\}|(?![A-Za-z]) ?)/gu;
const mark = /\\[A-Za-z]+[ \t]?\{?|\\[^]|[{}]|\p{L}/gu;

/** For each letter whether it is a capital in braces of its own. */
function guards(value: string): readonly boolean[] {
  const found: boolean[] = [];
  const open: boolean[] = [];
  let depth = 0;
  for (const [sign] of value.replace(accented, '$1').replace(letterCommand, 'x').matchAll(mark)) {
    const isCommand = sign.startsWith('\\');
    if (sign === '}') depth -= Number(open.pop() ?? false);
    else if (sign === '{' || (isCommand && sign.length > 2 && sign.endsWith('{'))) depth += Number(open[open.push(!isCommand) - 1]);
    else if (!isCommand) found.push(depth > 0 && /\p{Lu}/u.test(sign));
  }
  return found;
}

/** Names are the same one by one, whether the family name stands before a comma or at the end. */
function sameNames(one: string, other: string): boolean {
  const [ours, theirs] = [partedNames(one), partedNames(other)];
  return ours.length === theirs.length && ours.every((name, at) => sameName(name, theirs[at] ?? ''));
}

function sameName(one: string, other: string): boolean {
  const [ours, theirs] = [partsOf(one), partsOf(other)];
  if (isBraced(one) || isBraced(other)) return isBraced(one) === isBraced(other) && sameText(one, other);
  if (ours.length === theirs.length) return ours.every((part, at) => part === theirs[at]);
  return ours.length === 1 && theirs.length === 2 && ours[0] === `${theirs[1]} ${theirs[0]}`;
}

const isBraced = (name: string): boolean => /^\{[^{}]*\}$/u.test(name.trim());
const partsOf = (name: string): readonly string[] => (name.includes('{') ? [...name.matchAll(/(?:[^,{}]|\{[^{}]*\})+/gu)].map(([part]) => part) : name.split(',')).map(wordsOf);

const names = ['author', 'editor', 'editora', 'editorb', 'editorc', 'translator', 'bookauthor', 'namea', 'nameb', 'namec'];
const titles = ['title', 'subtitle', 'titleaddon', 'booktitle', 'booksubtitle', 'booktitleaddon', 'maintitle', 'mainsubtitle', 'maintitleaddon', 'issuetitle', 'issuesubtitle', 'shorttitle', 'eventtitle', 'origtitle'];

const rows = (fields: readonly string[], same: Same): readonly (readonly [string, Same])[] => fields.map((name) => [name, same]);
const special: ReadonlyMap<string, Same> = new Map([
  ...rows(names, sameNames), ...rows(titles, sameTitle), ...rows(['pages'], samePages), ...rows(['keywords', 'keyword'], sameList), ...rows(['url', 'eprint', 'file'], sameAddress), ...rows(['doi'], sameDoi),
  ...rows(['@', 'date', 'urldate', 'origdate', 'eventdate'], (one, other) => one === other.trim()),
]);
