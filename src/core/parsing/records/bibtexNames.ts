/** Lists of names as BibTeX and BibLaTeX write them. */
import type { Name } from '../../source';
import { readNames } from '../names';
import { texAsText } from './texText';

/** The names of a list; `incomplete` when it ends in “others”. */
export type BibNames = { readonly names: readonly Name[]; readonly incomplete: boolean };

/** Read a list of names. */
export function bibNames(value: string): BibNames {
  const raw = partedNames(value).filter((name) => name !== '');
  const persons = raw.filter((name) => !/^(?:others|et\.? al\.?)$/iu.test(name));
  const last = persons.at(-1) ?? '';
  const tail = /,?\s(?:et\.? al\.?)$/iu.exec(last);
  const whole = tail === null ? persons : [...persons.slice(0, -1), last.slice(0, tail.index)];
  const names = whole.length === 1 ? looseList(whole[0] ?? '') : whole.map(nameKnown);
  return { names: names.filter((name) => Object.values(name).some(Boolean)), incomplete: persons.length < raw.length || tail !== null };
}

/** A list that was not written as BibTeX asks: `Lee, A.; Kim, B.` or `A. Lee, B. Kim, C. Park, D. Cho`. */
function looseList(value: string): readonly Name[] {
  const text = outside(value);
  if (text.includes(';')) return value.split(';').map((name) => name.trim()).filter(Boolean).map(bibName);
  if ((text.match(/,/gu) ?? []).length > 2 && !value.includes('=')) return readNames(texAsText(value)).names;
  return [nameKnown(value)];
}

/** The value with blanks for all that stands in braces. */
function outside(value: string): string {
  if (!/[{\\]/u.test(value)) return value;
  let [depth, from, text] = [0, 0, ''];
  for (let at = 0; at < value.length; at++) {
    const mark = value[at];
    if (mark === '\\') at++;
    else if (mark === '{' && depth++ === 0) {
      text += value.slice(from, at);
      from = at;
    } else if (mark === '}' && depth > 0 && --depth === 0) {
      text += '\u0001'.repeat(at + 1 - from);
      from = at + 1;
    }
  }
  return text + (depth > 0 ? '\u0001'.repeat(value.length - from) : value.slice(from));
}

/** A list parted at “and” outside of braces. */
export function partedNames(value: string): readonly string[] {
  const names: string[] = [];
  let [from, depth, counted] = [0, 0, 0];
  anyAnd.lastIndex = 0;
  for (let at = nextAnd(value); at >= 0; at = nextAnd(value)) {
    for (; counted < at; counted++) {
      const mark = value.charCodeAt(counted);
      if (mark === backslash) counted++;
      else if (mark === opening) depth++;
      else if (mark === closing && depth > 0) depth--;
    }
    if (depth > 0 || !isBlankAt(value, at - 1) || !isBlankAt(value, at + 3)) continue;
    names.push(trimmed(value.slice(from, at)));
    from = at + 3;
  }
  names.push(trimmed(value.slice(from)));
  return names;
}

const anyAnd = /and/gi;
const nextAnd = (value: string): number => anyAnd.exec(value)?.index ?? -1;

const [backslash, opening, closing] = [92, 123, 125];

/** Is there a blank, or nothing any more? */
function isBlankAt(text: string, at: number): boolean {
  if (at < 0 || at >= text.length) return true;
  const code = text.charCodeAt(at);
  return code === 32 || (code < 33 || code > 127 ? /\s/.test(text.charAt(at)) : false);
}

function trimmed(text: string): string {
  const name = text.trim();
  return /^[,;]|[,;]$/u.test(name) ? name.replace(/^[,;]|[,;]$/gu, '').trim() : name;
}

/** `\textsc{Lee}` and `\emph{Lee}` are no bodies in braces. */
const inBraces = (raw: string): boolean => raw.startsWith('{') && !/^\{\\/u.test(raw) && /^[^\u0001]*$/u.test(outside(raw).replace(/^\u0001+$/u, ''));

const han = /^[\p{sc=Han}\p{sc=Hangul}]+$/u;
const suffix = /^(?:Jr|Sr|I{2,3}|IV)\.?$/u;

/** Names that were read: in a library most come again. */
const known = new Map<string, Name>();
const mostKnown = 5000;

/** Forget the names that were read: each is a piece of its text, and keeps all of it alive. */
export const forgetNames = (): void => known.clear();

function nameKnown(raw: string): Name {
  const found = known.get(raw);
  if (found !== undefined) return found;
  if (known.size >= mostKnown) known.clear();
  const name = bibName(raw);
  known.set(raw, name);
  return name;
}

/** One name, in any of the three forms with commas or with named parts. */
export function bibName(raw: string): Name {
  const named = namedParts(raw);
  if (named !== undefined) return named;
  if (inBraces(raw)) return { literal: texAsText(raw) };
  const pieces = atCommas(raw).filter((piece, index) => piece !== '' || index === 0);
  if (pieces.length === 1) return readingOrder(pieces[0] ?? '');
  const [family = '', second = '', third, ...rest] = pieces;
  if (third === undefined && suffix.test(texAsText(second))) return { ...readingOrder(family), suffix: texAsText(second) };
  if (third === undefined) return defined({ ...familyParts(family), given: texAsText(second) });
  const given = [third, ...rest].join(', ');
  const swapped = suffix.test(texAsText(given)) && !suffix.test(texAsText(second));
  return defined({ ...familyParts(family), given: texAsText(swapped ? second : given), suffix: texAsText(swapped ? given : second) });
}

function atCommas(raw: string): readonly string[] {
  if (!raw.includes(',')) return [raw.trim()];
  const text = outside(raw);
  const pieces: string[] = [];
  let from = 0;
  for (let at = text.indexOf(','); at >= 0; at = text.indexOf(',', from)) {
    pieces.push(raw.slice(from, at).trim());
    from = at + 1;
  }
  return [...pieces, raw.slice(from).trim()];
}

const partNames: { readonly [name: string]: keyof Name } = { family: 'family', given: 'given', prefix: 'non-dropping-particle', suffix: 'suffix' };

/** `family=Lee, given={Bo}, prefix=van`. */
function namedParts(raw: string): Name | undefined {
  if (!raw.includes('=')) return undefined;
  const pieces = atCommas(raw).map((piece) => /^"?(family|given|prefix|suffix|useprefix|[a-z]{1,9}-i)\s{0,9}=([^]*)$/u.exec(piece));
  if (pieces.some((piece) => piece === null) || !pieces.some((piece) => piece?.[1] === 'family' || piece?.[1] === 'given')) return undefined;
  return defined(Object.fromEntries(pieces.flatMap((piece) => {
    const part = partNames[piece?.[1] ?? ''];
    return part === undefined ? [] : [[part, texAsText(piece?.[2] ?? '').replace(/^"|"$/gu, '')]];
  })));
}

/** `Family` with the lower-case words before it. */
function familyParts(raw: string): Name {
  const words = wordsOf(raw);
  const upper = words.findLastIndex((word, index) => index < words.length - 1 && isLower(word));
  if (!isLower(words[0] ?? '')) return { family: texAsText(raw) };
  const start = words.slice(0, upper + 1).every(isLower) ? upper + 1 : words.findIndex((word) => !isLower(word));
  if (start <= 0) return { family: texAsText(raw) };
  return { 'non-dropping-particle': joined(words.slice(0, start)), family: joined(words.slice(start)) };
}

/** `Given von Family`: the family name is the last word, or all behind the last lower-case word. */
function readingOrder(raw: string): Name {
  const words = wordsOf(raw);
  const last = words.at(-1) ?? '';
  if (words.length > 2 && suffix.test(last)) return { ...readingOrder(words.slice(0, -1).join(' ')), suffix: last };
  if (words.length === 1) return { family: texAsText(raw) };
  if (words.length === 2 && words.every((word) => han.test(word))) return { family: words[0] ?? '', given: last };
  const first = words.findIndex((word, index) => index < words.length - 1 && isLower(word));
  if (first < 0) return { family: texAsText(last), given: joined(words.slice(0, -1)) };
  const end = words.findLastIndex((word, index) => index < words.length - 1 && isLower(word)) + 1;
  return defined({ family: joined(words.slice(end)), given: joined(words.slice(0, first)), 'non-dropping-particle': joined(words.slice(first, end)) });
}

const joined = (words: readonly string[]): string => texAsText(words.join(' '));

/** Parted at blanks and ties outside of braces. */
function wordsOf(raw: string): readonly string[] {
  if (!/[~{}\\]/.test(raw)) return raw.split(/\s+/u).filter((word) => word !== '');
  const text = outside(raw).replace(/\\~/gu, '\u0001\u0001');
  const words: string[] = [];
  let from = 0;
  for (const match of text.matchAll(/[\s~]+/gu)) {
    if (/\\[a-zA-Z]+$/u.test(text.slice(Math.max(from, match.index - 12), match.index))) continue;
    words.push(raw.slice(from, match.index));
    from = match.index + match[0].length;
  }
  return [...words, raw.slice(from)].filter((word) => word !== '');
}

/** A word in braces has no case, but for an accent in braces; else its first letter tells. */
function isLower(word: string): boolean {
  if (/^[A-Z]/.test(word) || (word.startsWith('{') && !word.startsWith('{\\'))) return false;
  const letter = /\p{L}/u.exec(texAsText(word))?.[0] ?? '';
  return letter !== letter.toUpperCase() && letter === letter.toLowerCase();
}

function defined(name: { readonly [part in keyof Name]?: string | undefined }): Name {
  const found: { [part: string]: string } = {};
  for (const [part, text] of Object.entries(name)) if (text !== undefined && text !== '') found[part] = text;
  return found as Name;
}
