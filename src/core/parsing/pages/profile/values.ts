/** What a passage of a page says as the value of a field; undefined when it can't be one. */
import { paragraphs, readAbstract } from '../../abstract';
import { readDate } from '../../dates';
import { cleanUrl, doisIn } from '../../identifiers';
import { languageCode } from '../../languages';
import { withoutEnd } from '../../lines';
import { isNoise } from '../../noise';
import { textLanguage } from '../../textLanguage';
import { linesAboveNames, readPage, type NamesKind, type People } from './names';
import type { ReadingKind } from './profile';

/** A value, and with names what stood with them. */
export type Value = { readonly value: unknown; readonly people?: People; readonly truncated?: boolean };

const kinds: { readonly [field: string]: ReadingKind } = {
  author: 'names', editor: 'names', issued: 'date', 'event-date': 'date', page: 'page', DOI: 'doi', URL: 'url', keyword: 'words', abstract: 'abstract',
  volume: 'number', issue: 'number',
};

/** Read the lines of a passage as the value of a field, in the way given or else as the field is read. */
export function readValue(field: string, lines: readonly string[], kind = kinds[field] ?? 'text'): Value | undefined {
  const value = isNames(kind) ? namesOf(lines, kind) : readers[kind](lines);
  if (field === 'container-title' && lines.some((line) => /…|\.{3}/u.test(line))) return undefined;
  return value === undefined || (field === 'title' && !isTitle(value.value)) ? undefined : value;
}

const isNames = (kind: ReadingKind): kind is NamesKind => kind.startsWith('names') || kind.startsWith('several names') || kind === 'bodies';

function namesOf(lines: readonly string[], kind: NamesKind): Value | undefined {
  const people = readPage(lines, kind);
  return people === undefined ? undefined : { value: people.names, people };
}

type Plain = Exclude<ReadingKind, NamesKind>;

const readers: { readonly [K in Plain]: (lines: readonly string[]) => Value | undefined } = {
  text: (lines) => some(lines.map(withoutButton).join(' ').replace(/\s+/gu, ' ').replace(/ ,/gu, ',').replace(/\[Opens in a new window\]$/u, '').replace(/ Get access(?: Arrow)?$/u, '').trim()),
  date: (lines) => some(readDate(plainDate(lines.join(' ').slice(0, 200)))),
  'day first': (lines) => some(readDate(lines.join(' ').slice(0, 200).replace(/(?<!\d)(\d{1,2})[./](\d{1,2})[./](\d{4})(?!\d)/u, '$3-$2-$1'))),
  page: (lines) => some(pagesOf(lines.join(' '))),
  doi: (lines) => some(doisIn(lines.join(' ').slice(0, 600).replace(/(?<=\d)(?:Get|Under|Add)(?= |$)/gu, ' '))[0]),
  url: (lines) => some(cleanUrl(/https?:\/\/\S{1,400}/u.exec(lines.join(' '))?.[0] ?? '')),
  words: (lines) => some(keywordsOf(lines)),
  'words above names': (lines) => some(keywordsOf(linesAboveNames(lines).filter((line) => line.length < 50))),
  abstract: (lines) => {
    const abstract = readAbstract(inOneLanguage(paragraphs(lines.map((line) => line.replace(/\u2010/gu, '-').replace(/ ?\(\.\.\.\)$/u, ' …')))));
    return abstract === undefined || abstract.text.length < 40 ? undefined : { value: abstract.text, truncated: abstract.truncated };
  },
  language: (lines) => some(languageCode(lines.join(' '))),
  number: (lines) => some(/^[\p{L}\p{N}][\p{L}\p{N} ./–-]{0,18}$/u.test(lines[0] ?? '') ? (lines[0] ?? '').trim() : undefined),
};

/** `Deposits and Ports  Free access`: a button stands apart from what it belongs to. */
function withoutButton(line: string): string {
  const [, text, button] = /^(.{3,500}?\S) {2,9}(\S.{1,40})$/u.exec(line) ?? [];
  return text !== undefined && button !== undefined && (isNoise(button) || access.test(button)) ? text : line;
}

const access = /^(?:Get|Open|Free|Full|Restricted|Limited|Subscription)[ -]access(?: (?:Arrow|Icon|Lock))?$/iu;

/** Without the paragraphs behind the first that are surely of another language. */
function inOneLanguage(text: string): string {
  const [first = '', ...rest] = text.split('\n\n');
  const language = textLanguage(first);
  const other = rest.findIndex((paragraph) => paragraph.length > 60 && language !== undefined && (textLanguage(paragraph) ?? language) !== language);
  return other < 0 ? text : [first, ...rest.slice(0, other)].join('\n\n');
}

/** With plain dashes; `2021 Mar 4` and `5TH` as other dates are written; 1 January of an index as the year that it means. */
const plainDate = (text: string): string =>
  text.replace(/[\u2010-\u2015]/gu, '-').replace(/^(\d{4}) (\p{L}{3}) (\d{1,2})$/u, '$3 $2 $1').replace(/^(\d{4}) (\p{L}{3})$/u, '$2 $1').replace(/(\d)(?:ST|ND|RD|TH)(?!\p{L})/gu, '$1').replace(/^(\d{4})-01-01$/u, '$1').replace(/^(\p{L}{3,9})(\d{4})$/u, '$1 $2').replace(/^(\p{L}{3,9})\.?[/-]\p{L}{3,9}\.? (\d{4})$/u, '$1 $2');

const some = (value: unknown): Value | undefined => (value === undefined || value === '' ? undefined : { value });

/** `600 - 617` as `600-617`; `161–98` as `161-198`. An article number stays as it is. */
export function pagesOf(text: string): string | undefined {
  const bare = text.replace(/^(?:págs?\.?|pp?\.?|Pages?:?|S\.)\s*/iu, '').replace(/(?<=\d) (?:à|to|bis) (?=\d)/u, '-').replace(/ {0,3}[-\u2010-\u2015\u2212]{1,3} {0,3}/gu, '-').replace(/[.,;]$/u, '').trim();
  const [, first, last] = /^(\d{1,5})-(\d{1,5})$/u.exec(bare) ?? [];
  if (first !== undefined && last !== undefined) {
    const whole = last.length < first.length ? first.slice(0, first.length - last.length) + last : last;
    return Number(whole) < Number(first) ? undefined : `${first}-${whole}`;
  }
  return /^(?:[a-z]{0,6}\d{1,9}|[ivxlc]{1,8}-[ivxlc]{1,8}|[A-Z]?\d{1,5}-[A-Z]?\d{1,5})$/iu.test(bare) ? bare : undefined;
}

/** A list parted by semicolons that goes on over lines is one: `agenda` and `setting` at the end of a line and the beginning of the next are one keyword. */
const unwrapped = (lines: readonly string[]): readonly string[] => (lines.length > 1 && lines.slice(0, -1).every((line) => line.includes(';')) ? [lines.join(' ')] : lines);

function keywordsOf(printed: readonly string[]): string | undefined {
  const lines = unwrapped(printed);
  const words = lines.flatMap((line) => line.split(line.includes(';') ? ';' : line.includes('•') ? '•' : line.includes('·') ? '·' : line.includes('|') ? '|' : line.includes(',') ? ',' : / {2}|\t/u.test(line) ? / {2,9}|\t/u : ','))
    .map((word) => withoutEnd(word.replace(/^[-•·▪►\s]+/u, '').trim(), '.;,')).filter((word) => word !== '');
  // Words that lost what parted them are left in the paste.
  if (words.length === 0 || words.some((word) => word.length > 80 || /\p{Ll}\p{Lu}\p{Ll}/u.test(word) || (words.length === 1 ? /\p{L}{21}/u : /\p{L}{36}/u).test(word))) return undefined;
  return [...new Set(words)].join(', ');
}

/** Has the passage words, and none of a page's own? */
function isTitle(value: unknown): boolean {
  return typeof value === 'string' && value.length >= 3 && value.length <= 500 && /\p{L}{2}/u.test(value) && !isNoise(value) && !/^(?:https?:|10\.\d{4}|doi:|Published|Received|Volume \d)/iu.test(value);
}
