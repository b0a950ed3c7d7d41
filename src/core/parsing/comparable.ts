/**
 * A view of a raw text for finding values in it: letters and digits alone, folded, each knowing where it stands. Whatever readers
 * clean away (line ends, hyphens at them, quotation marks, markup, escapes, accents in TeX) is not in it.
 */
import { fold } from '../fold';
import type { Span } from '../source';
import { decodedEntities } from './entities';

/** `text` is what is compared; `rawSpan` gives the place of a stretch of it in the raw text, in UTF-16 code units. */
export type Comparable = { readonly text: string; readonly rawSpan: (span: Span) => Span };

const tags = '<[/!]?[a-zA-Z][^<>\\n]{0,200}>';
/** What HTML says in attributes is said, so only tags without any are left out. */
const bareTags = '</?[a-zA-Z][a-zA-Z0-9:]{0,30}\\s?/?>';
const entities = '&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,10});';
const jsonEscapes = '\\\\u[0-9a-fA-F]{4}|\\\\[nrtbf"\\\\/]';
const texCommands = '\\\\(?:[a-zA-Z]{1,20}|[^a-zA-Z\\s])';
const escapes = { json: jsonEscapes, tex: texCommands, html: '(?!)', plain: '(?!)' } as const;

/** How a text writes what it can't write plainly. */
export type Escapes = keyof typeof escapes;

/** Letters that TeX writes as commands; other commands are marks and markup. */
const texLetters: { readonly [command: string]: string } = {
  ss: 'ß', o: 'ø', O: 'ø', ae: 'æ', AE: 'æ', oe: 'œ', OE: 'œ', aa: 'å', AA: 'å', l: 'ł', L: 'ł', i: 'i', j: 'j', dh: 'ð', DH: 'ð', th: 'þ', TH: 'þ', dj: 'đ', DJ: 'đ', ng: 'ŋ', NG: 'ŋ',
};

/** The comparable view of the stretch of a raw text. Linear in its length. */
export function comparable(raw: string, escaped: Escapes = 'plain', { start, end }: Span = { start: 0, end: raw.length }): Comparable {
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const tokens = new RegExp(`(${escaped === 'html' ? bareTags : tags})|(${entities})|(${escapes[escaped]})|([\\p{L}\\p{N}][\\p{M}\\u00ad\\u200b]*)`, 'gu');
  tokens.lastIndex = start;
  for (let token = tokens.exec(raw); token !== null && token.index < end; token = tokens.exec(raw)) {
    const said = token[4] ?? (token[2] === undefined ? unescaped(token[3] ?? '') : decodedEntities(token[2]));
    for (const letter of fold(said).replace(/[^\p{L}\p{N}]+/gu, '')) {
      parts.push(letter);
      for (let unit = 0; unit < letter.length; unit++) {
        starts.push(token.index);
        ends.push(token.index + token[0].length);
      }
    }
  }
  return { text: parts.join(''), rawSpan: (span) => ({ start: starts[span.start] ?? end, end: ends[span.end - 1] ?? starts[span.start] ?? end }) };
}

function unescaped(escape: string): string {
  if (/^\\u[0-9a-fA-F]{4}$/u.test(escape)) return String.fromCharCode(parseInt(escape.slice(2), 16));
  return texLetters[escape.slice(1)] ?? '';
}

/** A value as it stands in a comparable text. */
export const comparableValue = (value: string): string => comparable(value).text;
