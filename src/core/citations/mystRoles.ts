/**
 * Citations as MyST writes them besides Pandoc's: roles such as {cite:p}`see` with keys between ticks, each of them perhaps
 * with a prefix and a suffix in braces: {cite:p}`{see}lee2018{p. 3},kim2020`.
 */
import { inDraft, joined, type DraftText } from '../exits';
import type { Span } from '../source';
import type { Change, Citation, CitedKey, CiteRequest, DraftEdit, Form, Insertion } from './citation';
import { addDetails, bareKey } from './details';
import type { Role } from './markdownProse';
import { cutPart } from './parts';
import { cutOut, distinct, nothing, oneLine, trimmed } from './rules';
import { shiftSpan } from './shifting';
import { bareWords, standing, wordsInRole } from './words';

const citing = /^cite(?::(?:[a-z]+)(?::[a-z]+)?)?$/;
const part = /^(?:\{([^{}]*)\})?([^\s{},;`]+(?: [^\s{},;`]+){0,6})(?:\{([^{}]*)\})?$/;

function formOf(name: string): Form {
  if (/^cite:(?:ct?|t|alt|ts)$/.test(name) && name !== 'cite:c') return 'in-text';
  return /^cite:(?:year|yearpar|author|authorpar|title|label)/.test(name) ? 'part' : 'normal';
}

function keyIn(text: string, from: number, stretch: Span): CitedKey | undefined {
  const span = trimmed(text, stretch);
  const found = span && part.exec(text.slice(span.start, span.end));
  if (span === undefined || !found) return undefined;
  const [, before, key = '', after] = found;
  const start = span.start + (before === undefined ? 0 : before.length + 2);
  const end = start + key.length;
  const prefix = before === undefined ? undefined : { start: span.start + 1, end: start - 1 };
  const suffix = after === undefined ? undefined : { start: end + 1, end: span.end - 1 };
  const place = { start: start + from, end: end + from };
  return addDetails(bareKey(key, place, place, shiftSpan(stretch, from)), text, from, prefix, suffix);
}

/** The stretches between separators that no brace holds. */
function stretches(text: string, { start, end }: Span): readonly Span[] {
  const found: Span[] = [];
  let [from, depth] = [start, 0];
  for (let at = start; at < end; at += 1) {
    const sign = text[at] as string;
    if (sign === '{') depth += 1;
    else if (sign === '}') depth -= 1;
    else if (depth <= 0 && (sign === ',' || sign === ';')) {
      found.push({ start: from, end: at });
      from = at + 1;
    }
  }
  return [...found, { start: from, end }];
}

/** The citation that a role makes, if it is one that cites. `from`: where the text stands in the draft. */
export function roleCitation(text: string, from: number, { start, end, name, body }: Role): Citation | undefined {
  const keys = citing.test(name) ? stretches(text, body).flatMap((stretch) => keyIn(text, from, stretch) ?? []) : [];
  return keys.length === 0 ? undefined : { span: { start: start + from, end: end + from }, command: name, form: formOf(name), keys };
}

/** Is this citation a role? */
export const isRole = ({ command }: Citation): boolean => citing.test(command);

/** Words in braces, if there are any. */
const braced = (...words: readonly (string | undefined)[]): DraftText => {
  const all = joined(words.map(wordsInRole).filter((one) => one !== ''), inDraft`, `);
  return all === '' ? nothing : inDraft`{${all}}`;
};

const written = ({ key, prefix, locator, suffix }: CiteRequest): DraftText => inDraft`${braced(prefix)}${bareWords(key)}${braced(locator, suffix)}`;

/** A new role with these keys. */
export const newRole = (name: string, requests: readonly CiteRequest[]): DraftText =>
  inDraft`{${bareWords(name)}}\`${joined(distinct(requests).map(written), inDraft`,`)}\``;

/** The edits that add keys to a role: after the one at the cursor, with the separator that is used there. */
export function extendRole(text: string, { keys, span }: Citation, offset: number, requests: readonly CiteRequest[]): readonly DraftEdit[] {
  const fresh = requests.filter(({ key, locator }) => !keys.some((here) => here.key === key && (!locator || !here.locator || here.locator === locator)));
  const places = keys.flatMap((here) => {
    const locator = requests.find(({ key, locator: asked }) => key === here.key && oneLine(asked) !== '')?.locator;
    return locator === undefined || here.locator !== undefined ? [] : changeInRole(text, here, { locator });
  });
  if (fresh.length === 0) return places;
  const separator = standing(/[,;]\s/.exec(text.slice(span.start, span.end))?.[0] ?? ',');
  const after = keys.findLast(({ part: { start } }) => start <= offset) ?? keys.at(-1) as CitedKey;
  const at = trimmed(text, after.part)?.end ?? after.part.end;
  return [...places, { start: at, end: at, text: inDraft`${separator}${joined(fresh.map(written), separator)}` }];
}

/** A role that has been opened for its first key, around the cursor: {cite:p}``. */
const openedRole = /\{cite(?::[a-z]+){0,2}\}`$/;

/** The keys in a role that stands empty at the cursor; undefined where none does. */
export function fillRole(text: string, offset: number, requests: readonly CiteRequest[]): Insertion | undefined {
  if (text[offset] !== '`' || !openedRole.test(text.slice(Math.max(0, offset - 40), offset))) return undefined;
  const list = joined(distinct(requests).map(written), inDraft`,`);
  return { edits: [{ start: offset, end: offset, text: list }], cursor: offset + list.length + 1 };
}

/** The edits that take a key out of a role. */
export const cutFromRole = (text: string, { keys, span }: Citation, key: CitedKey): readonly DraftEdit[] =>
  [keys.length === 1 ? cutOut(text, span) : cutPart(text, keys, key)];

/** The edits that give a key of a role other details. */
export function changeInRole(text: string, cited: CitedKey, change: Change): readonly DraftEdit[] {
  const span = trimmed(text, cited.part) ?? cited.part;
  const { key, prefix, locator, suffix } = { ...cited, ...change };
  const next = written({ key, ...(prefix && { prefix }), ...(locator && { locator }), ...(suffix && { suffix }) });
  return text.slice(span.start, span.end) === next ? [] : [{ ...span, text: next }];
}
