/** Citing in Pandoc Markdown, and so in Quarto and R Markdown. Syntax: Pandoc's manual, “Citation syntax”. */
import { applyEdits } from '../edits';
import type { Span, TextEdit } from '../source';
import type { Citation, CitedKey, CiteRequest, CompletionContext } from './citation';
import { markdownGroups, type Group, type Part } from './markdownGroups';
import { afterWord, isCrossReference, markdownKey } from './markdownKeys';
import { markdownProse } from './markdownProse';
import { distinct, holds, type Insertion, type SyntaxRules } from './rules';

// --- finding -----------------------------------------------------------------------------------------------------

function citedKey(text: string, part: Part): CitedKey {
  const { key, span, whole, suppressAuthor } = part.key;
  const prefix = text.slice(part.start, Math.max(whole.start, part.start)).trim();
  const locator = text.slice(Math.max(whole.end, part.start), part.end).replace(/^[\s,]+/, '').trimEnd();
  return { key, span, ...(prefix && { prefix }), ...(locator && { locator }), ...(suppressAuthor && { suppressAuthor }) };
}

const citation = (text: string, { span, bare, parts }: Group): Citation =>
  ({ span, command: bare ? '@' : '[]', keys: parts.map((part) => citedKey(text, part)) });

// --- writing -----------------------------------------------------------------------------------------------------

/** Words as they may stand inside a group: nothing in them ends it or cites. */
const inGroup = (words: string): string =>
  words.replace(/\s+/g, ' ').trim().replace(/;/g, ',').replace(/[[\]@]/g, '\\$&');

function written({ key, locator, prefix }: CiteRequest): string {
  const before = prefix?.trim() ? `${inGroup(prefix)} ` : '';
  const after = locator?.trim() ? `, ${inGroup(locator)}` : '';
  return `${before}@${markdownKey(key)}${after}`;
}

const list = (requests: readonly CiteRequest[]): string => requests.map(written).join('; ');

/** Where a new citation goes: a lone `@` that was typed for it is taken in. */
function placeOf(text: string, offset: number): Span {
  const loneSign = text[offset - 1] === '@' && text[offset - 2] !== '\\' && !afterWord(text, offset - 1);
  return { start: loneSign ? offset - 1 : offset, end: offset };
}

function insertNew(text: string, offset: number, requests: readonly CiteRequest[]): Insertion {
  const place = placeOf(text, offset);
  const inBrackets = text[place.start - 1] === '[' && text[offset] === ']' && text[place.start - 2] !== '\\';
  if (inBrackets) return one({ ...place, text: list(requests) });
  const before = /[\p{L}\p{N}\p{Pe}\p{Pf}"'’,;:\\^!]/u.test(text[place.start - 1] ?? ' ') ? ' ' : '';
  const after = '({'.includes(text[offset] ?? ' ') ? ' ' : '';
  const group = `${before}[${list(requests)}]`;
  return { edits: [{ ...place, text: group + after }], cursor: place.start + group.length };
}

const one = (edit: TextEdit): Insertion => ({ edits: [edit], cursor: edit.start + edit.text.length });

// --- extending ---------------------------------------------------------------------------------------------------

/** A key that is cited already, without a place, gets the place that is now asked for. */
function placesToAdd(text: string, group: Group, requests: readonly CiteRequest[]): readonly TextEdit[] {
  return group.parts.flatMap((part) => {
    const { key, locator } = citedKey(text, part);
    const asked = requests.find((request) => request.key === key && request.locator?.trim())?.locator;
    return asked === undefined || locator !== undefined ? [] : [placeToAdd(text, group, part, inGroup(asked))];
  });
}

function placeToAdd(text: string, { body }: Group, part: Part, locator: string): TextEdit {
  const at = part.key.whole.end;
  if (body === undefined) return { start: at, end: at, text: ` [${locator}]` };
  if (part.start < at) return { start: at, end: at, text: `, ${locator}` };
  return { start: body.start, end: body.start, text: locator + separator(text.slice(body.start, body.end)) };
}

/** Is this key cited here, at this place? Then nothing is to be done for it. */
function isThere(text: string, group: Group, { key, locator }: CiteRequest): boolean {
  const asked = locator?.trim() ? inGroup(locator) : undefined;
  return group.parts.some((part) => {
    const here = citedKey(text, part);
    return here.key === key && (asked === undefined || here.locator === undefined || here.locator === asked);
  });
}

/** What must stand before these words if something is written in front of them. */
const separator = (after: string): string => (/^\s*(?:;|$)/.test(after) ? '' : '; ');

/** Where new keys go: after the part in which the cursor stands; an unfinished part at the end is replaced. */
function spotOf(text: string, { bare, parts }: Group, body: Span, offset: number): Span {
  if (!bare && offset === body.start) return { start: offset, end: offset };
  const part = parts.findLast((candidate) => candidate.start <= offset) ?? parts[0] as Part;
  const start = part.start + text.slice(part.start, part.end).trimEnd().length;
  if (part !== parts.at(-1)) return { start, end: start };
  const unfinished = /^;?\s*-?@?$/.test(text.slice(part.end, body.end).trim());
  return unfinished ? { start, end: body.end } : { start: body.end, end: body.end };
}

function addition(text: string, group: Group, offset: number, requests: readonly CiteRequest[]): TextEdit {
  const { body, span } = group;
  if (body === undefined) return { start: span.end, end: span.end, text: ` [${list(requests)}]` };
  const spot = spotOf(text, group, body, offset);
  const before = text.slice(body.start, spot.start).trim() === '' ? '' : '; ';
  return { ...spot, text: before + list(requests) + separator(text.slice(spot.end, body.end)) };
}

function addKeys(text: string, group: Group, offset: number, requests: readonly CiteRequest[]): readonly TextEdit[] {
  const fresh = requests.filter((request) => !isThere(text, group, request));
  return fresh.length === 0 ? [] : [addition(text, group, offset, fresh)];
}

/** The citation under the cursor with what is asked for and not there yet; the cursor comes to stand behind it. */
function extend(text: string, group: Group, offset: number, requests: readonly CiteRequest[]): Insertion {
  const { start, end } = group.span;
  const places = placesToAdd(text, group, requests);
  const placed = applyEdits(text, places);
  const groupThen = places.length === 0 ? group : markdownGroups(placed).find(({ span }) => span.start === start) ?? group;
  const edits = addKeys(placed, groupThen, places.length === 0 ? offset : groupThen.span.end, requests);
  const result = applyEdits(placed, edits);
  const cursor = end + result.length - text.length;
  if (places.length === 0) return { edits, cursor };
  return { edits: [{ start, end, text: result.slice(start, cursor) }], cursor };
}

// --- completing --------------------------------------------------------------------------------------------------

/** What may have been typed after `@`: words to search by, no further than a name and a few words of a title. */
const typedWords = /^[^\s;,[\]{}@()"“”]*(?: [^\s;,[\]{}@()"“”]+){0,4} ?$/;
const restOfKey = /^[\p{L}\p{N}\p{M}_:.#$%&\-+?<>~/]*[\p{L}\p{N}\p{M}_]/u;

function complete(text: string, offset: number): CompletionContext | undefined {
  const line = text.lastIndexOf('\n', offset - 1) + 1;
  const sign = text.slice(Math.max(line, offset - 200), offset).lastIndexOf('@') + Math.max(line, offset - 200);
  if (text[sign] !== '@' || sign >= offset || text[sign - 1] === '\\' || afterWord(text, sign)) return undefined;
  const braced = text[sign + 1] === '{' && offset > sign + 1;
  const typed = text.slice(sign + (braced ? 2 : 1), offset);
  if (!typedWords.test(typed) || isCrossReference(typed) || markdownProse(text)[sign] !== '@') return undefined;
  return { typed, replace: { start: sign + 1, end: endOfKey(text, offset, typed, braced) } };
}

/** With the cursor inside a key, the rest of it is replaced as well; so is the closing brace of a key in braces. */
function endOfKey(text: string, offset: number, typed: string, braced: boolean): number {
  const after = text.slice(offset, offset + 200);
  if (braced) return offset + (/^[^{}\n]*\}/.exec(after)?.[0].length ?? 0);
  const inside = typed !== '' && !typed.includes(' ');
  return offset + (inside ? restOfKey.exec(after)?.[0].length ?? 0 : 0);
}

export const markdown: SyntaxRules = {
  languages: ['markdown', 'quarto', 'rmd'],
  find: (text) => markdownGroups(text).map((group) => citation(text, group)),
  insert(text, offset, requests) {
    const wanted = distinct(requests);
    if (wanted.length === 0) return { edits: [], cursor: offset };
    const group = markdownGroups(text).find(({ span }) => holds(span, offset));
    return group ? extend(text, group, offset, wanted) : insertNew(text, offset, wanted);
  },
  complete,
  keyText: markdownKey,
};
