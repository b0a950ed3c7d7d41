/** Citing in Pandoc Markdown, and so in Quarto and R Markdown; MyST’s roles besides. Syntax: Pandoc's manual, “Citation syntax”. */
import { applyEdits } from '../edits';
import { inDraft, joined, type DraftText } from '../exits';
import type { Span } from '../source';
import type { Change, Citation, CitedKey, CiteManner, CiteRequest, CompletionContext, DraftEdit, Insertion } from './citation';
import { readMarkdown } from './markdownBlock';
import { markdownGroups, type Group } from './markdownGroups';
import { afterWord, canCiteInMarkdown, isCrossReference, markdownKey } from './markdownKeys';
import { markdownBlock } from './markdownProse';
import { changeInRole, cutFromRole, extendRole, fillRole, isRole } from './mystRoles';
import { changedPart, cutPart, locatorWords, tailOf, type PartStyle } from './parts';
import { cutOut, distinct, holds, nothing, oneLine, type House, type Passage, type SyntaxRules } from './rules';
import { shiftCitation } from './shifting';
import { bareWords, standing, wordsInGroup } from './words';
import { fieldText } from './yamlField';

// --- writing -----------------------------------------------------------------------------------------------------

const comma = inDraft`, `;
const style: PartStyle = { locator: comma, suffix: comma, words: wordsInGroup };

function written({ key, locator, prefix, suffix, suppressAuthor }: CiteRequest): DraftText {
  const before = oneLine(prefix) ? inDraft`${wordsInGroup(prefix as string)} ` : nothing;
  return inDraft`${before}${suppressAuthor ? inDraft`-` : nothing}@${markdownKey(key)}${tailOf(locator, suffix, style)}`;
}

const semicolon = inDraft`; `;
const list = (requests: readonly CiteRequest[]): DraftText => joined(requests.map(written), semicolon);

/** Where a new citation goes: a lone `@` that was typed for it is taken in. */
function placeOf(text: string, offset: number): Span {
  const loneSign = text[offset - 1] === '@' && text[offset - 2] !== '\\' && !afterWord(text, offset - 1);
  return { start: loneSign ? offset - 1 : offset, end: offset };
}

/** What is said of a bare key, in the bracket behind it. */
const ownTail = (locator: string | undefined, suffix: string | undefined): DraftText =>
  (oneLine(locator) ? tailOf(locator, suffix, { ...style, locator: nothing }) : tailOf(undefined, suffix, { ...style, suffix: nothing }));

/** As a word of the sentence: `@a [p. 3; @b]`. Only the first has its author there. */
function inText([first, ...rest]: readonly CiteRequest[]): DraftText {
  const { key, locator, suffix } = first as CiteRequest;
  const bracket = joined([ownTail(locator, suffix), ...rest.map(written)].filter((part) => part !== ''), semicolon);
  return inDraft`@${markdownKey(key)}${bracket === '' ? nothing : inDraft` [${bracket}]`}`;
}

/** A new citation at the offset, set apart from its neighbours; `words` gives it, with or without brackets of its own. */
export function insertNew(text: string, offset: number, words: (bracketed: boolean) => DraftText): Insertion {
  const place = placeOf(text, offset);
  const inBrackets = text[place.start - 1] === '[' && text[offset] === ']' && text[place.start - 2] !== '\\';
  if (inBrackets) return one({ ...place, text: words(true) });
  const before = /[\p{L}\p{N}\p{Pe}\p{Pf}"'’,;:.!?…\\^`]/u.test(text[place.start - 1] ?? ' ') ? inDraft` ` : nothing;
  const citation = words(false);
  const after = '([{'.includes(text[offset] ?? ' ') || (!citation.endsWith(']') && /[\p{L}\p{N}_]/u.test(text[offset] ?? ' ')) ? inDraft` ` : nothing;
  const group = inDraft`${before}${citation}`;
  return { edits: [{ ...place, text: inDraft`${group}${after}` }], cursor: place.start + group.length };
}

const one = (edit: DraftEdit): Insertion => ({ edits: [edit], cursor: edit.start + edit.text.length });

// --- extending ---------------------------------------------------------------------------------------------------

/** A key that is cited already, without a place, gets the place that is now asked for. */
function placesToAdd(text: string, citation: Citation, requests: readonly CiteRequest[]): readonly DraftEdit[] {
  return citation.keys.flatMap((cited) => {
    const asked = requests.find((request) => request.key === cited.key && oneLine(request.locator))?.locator;
    return asked === undefined || cited.locator !== undefined ? [] : change(text, citation, cited, { locator: asked });
  });
}

/** Is this key cited here, at this place? Then nothing is to be done for it. */
function isThere({ keys }: Citation, { key, locator }: CiteRequest): boolean {
  const asked = oneLine(locator) ? locatorWords(locator as string, style) : undefined;
  return keys.some((here) => here.key === key && (asked === undefined || here.locator === undefined || here.locator === asked));
}

/** What must stand before these words if something is written in front of them. */
const separator = (after: string): DraftText => (/^\s*(?:;|$)/.test(after) ? nothing : semicolon);

/** Where new keys go: after the part in which the cursor stands; an unfinished part at the end is replaced. */
function spotOf(text: string, { bare, parts }: Group, body: Span, offset: number): Span {
  if (!bare && offset === body.start) return { start: offset, end: offset };
  const part = parts.findLast((candidate) => candidate.start <= offset) ?? parts[0] as Span;
  const start = part.start + text.slice(part.start, part.end).trimEnd().length;
  if (part !== parts.at(-1)) return { start, end: start };
  const unfinished = /^;?\s*-?@?$/.test(text.slice(part.end, body.end).trim());
  return unfinished ? { start, end: body.end } : { start: body.end, end: body.end };
}

function addition(text: string, group: Group, offset: number, requests: readonly CiteRequest[]): DraftEdit {
  const { body, span } = group;
  if (body === undefined) return { start: span.end, end: span.end, text: inDraft` [${list(requests)}]` };
  const spot = spotOf(text, group, body, offset);
  const before = text.slice(body.start, spot.start).trim() === '' ? nothing : semicolon;
  return { ...spot, text: inDraft`${before}${list(requests)}${separator(text.slice(spot.end, body.end))}` };
}

function addKeys(text: string, citation: Citation, offset: number, requests: readonly CiteRequest[]): readonly DraftEdit[] {
  const fresh = requests.filter((request) => !isThere(citation, request));
  const group = groupAt(text, citation.span);
  return fresh.length === 0 || group === undefined ? [] : [addition(text, group, offset, fresh)];
}

const lone = (): House => ({ commands: new Map(), missing: new Map() });
/** The prose of a passage; only the first of a draft may be front matter. */
const proseOf = (text: string, first = false): string =>
  (first ? markdownBlock(text, 0, lone()) : markdownBlock(`\n${text}`, 1, lone())).prose;
const citationsOf = (text: string): readonly Citation[] => readMarkdown(`\n${text}`, 1, lone()).citations.map((citation) => shiftCitation(citation, -1));
const groupAt = (text: string, { start }: Span): Group | undefined =>
  markdownGroups(proseOf(text)).find(({ span }) => span.start === start);

/** The citation under the cursor with what is asked for and not there yet; the cursor comes to stand behind it. */
function extend(text: string, citation: Citation, offset: number, requests: readonly CiteRequest[]): Insertion {
  const { start, end } = citation.span;
  const places = placesToAdd(text, citation, requests);
  const placed = applyEdits(text, places);
  const then = places.length === 0 ? citation : citationsOf(placed).find(({ span }) => span.start === start) ?? citation;
  const edits = addKeys(placed, then, places.length === 0 ? offset : then.span.end, requests);
  const result = applyEdits(placed, edits);
  const cursor = end + result.length - text.length;
  if (places.length === 0) return { edits, cursor };
  return { edits: [{ start, end, text: standing(result.slice(start, cursor)) }], cursor };
}

/** Extends what stands at the cursor, or says that nothing does. */
export function extendHere({ text, citations }: Passage, offset: number, wanted: readonly CiteRequest[]): Insertion | undefined {
  const here = citations.find((citation) => citation.form !== 'listed' && holds(citation.span, offset));
  if (here === undefined) return undefined;
  if (!isRole(here)) return extend(text, here, offset, wanted);
  const edits = extendRole(text, here, offset, wanted);
  return { edits, cursor: here.span.end + edits.reduce((sum, edit) => sum + edit.text.length - (edit.end - edit.start), 0) };
}

function insert(passage: Passage, offset: number, requests: readonly CiteRequest[], manner: CiteManner): Insertion {
  const wanted = distinct(requests);
  if (wanted.length === 0) return { edits: [], cursor: offset };
  const asText = manner.inText === true;
  return extendHere(passage, offset, wanted) ?? fillRole(passage.text, offset, wanted)
    ?? insertNew(passage.text, offset, (bracketed) => (bracketed ? list(wanted) : asText ? inText(wanted) : inDraft`[${list(wanted)}]`));
}

// --- taking away and changing ------------------------------------------------------------------------------------

function remove({ text }: Passage, citation: Citation, key: CitedKey): readonly DraftEdit[] {
  const { keys, span, command } = citation;
  if (isRole(citation)) return cutFromRole(text, citation, key);
  if (keys.length === 1) return [cutOut(text, span)];
  if (command !== '@' || key !== keys[0]) return [cutPart(text, keys, key)];
  const cut = cutPart(text, keys, key);
  const bracket = text.indexOf('[', key.whole.end);
  return [{ start: span.start, end: bracket, text: nothing }, { ...cut, start: Math.max(cut.start, bracket + 1) }];
}

/** A bare key’s own place stands in the bracket behind it. */
function changeBare(text: string, { keys, span }: Citation, cited: CitedKey, changes: Change): readonly DraftEdit[] {
  const { locator, suffix, prefix, suppressAuthor } = { ...cited, ...changes };
  const asked: CiteRequest = {
    key: cited.key, ...(locator && { locator }), ...(suffix && { suffix }), ...(prefix && { prefix }), ...(suppressAuthor && { suppressAuthor }),
  };
  if (keys.length === 1) {
    const whole = oneLine(prefix) || suppressAuthor ? inDraft`[${written(asked)}]` : inText([asked]);
    return text.slice(span.start, span.end) === whole ? [] : [{ ...span, text: whole }];
  }
  const own = ownTail(locator, suffix);
  const next = keys[1] as CitedKey;
  return [{ start: cited.part.start, end: next.part.start, text: own === '' ? nothing : inDraft`${own}; ` }];
}

function change(text: string, citation: Citation, cited: CitedKey, changes: Change): readonly DraftEdit[] {
  if (isRole(citation)) return changeInRole(text, cited, changes);
  if (citation.command === '@' && cited === citation.keys[0]) return changeBare(text, citation, cited, changes);
  return changedPart(text, cited, changes, style);
}

// --- completing --------------------------------------------------------------------------------------------------

/** What may have been typed after `@`: words to search by, no further than a name and a few words of a title. */
const typedWords = /^[^\s;,[\]{}@()"“”]*(?: [^\s;,[\]{}@()"“”]+){0,4} ?$/;
const restOfKey = /^[\p{L}\p{N}\p{M}_:.#$%&\-+?<>~/]*[\p{L}\p{N}\p{M}_]/u;
const inRole = /\{cite(?::[a-z]+){0,2}\}`([^`\n]*)$/;

function complete({ text, first }: Passage, offset: number): CompletionContext | undefined {
  const line = text.lastIndexOf('\n', offset - 1) + 1;
  const role = inRole.exec(text.slice(Math.max(line, offset - 500), offset))?.[1];
  if (role !== undefined) return completeRole(text, offset, role);
  const sign = text.slice(Math.max(line, offset - 200), offset).lastIndexOf('@') + Math.max(line, offset - 200);
  if (text[sign] !== '@' || sign >= offset || text[sign - 1] === '\\' || afterWord(text, sign)) return undefined;
  const braced = text[sign + 1] === '{' && offset > sign + 1;
  const typed = text.slice(sign + (braced ? 2 : 1), offset);
  if (!typedWords.test(typed) || isCrossReference(typed)) return undefined;
  const isListed = first && listsAt(text, sign);
  if (!isListed && proseOf(text, first)[sign] !== '@') return undefined;
  return { typed, replace: { start: sign + 1, end: endOfKey(text, offset, typed, braced) }, ...(isListed && { mayBeAll: true }) };
}

/** Is this a place in the `nocite` of front matter, where keys stand that are listed without being cited? */
function listsAt(text: string, at: number): boolean {
  const { frontMatter } = markdownBlock(text, 0, lone());
  const field = frontMatter && fieldText(text, 'nocite', frontMatter);
  return field !== undefined && field.start <= at && at < field.end;
}

function completeRole(text: string, offset: number, role: string): CompletionContext | undefined {
  const typed = role.slice(Math.max(role.lastIndexOf(','), role.lastIndexOf(';'), role.lastIndexOf('}')) + 1).trimStart();
  if (typed.includes('{')) return undefined;
  const rest = typed === '' ? '' : /^[^\s,;{}`]*/.exec(text.slice(offset, offset + 200))?.[0] ?? '';
  return { typed, replace: { start: offset - typed.length, end: offset + rest.length } };
}

/** With the cursor inside a key, the rest of it is replaced as well; so is the closing brace of a key in braces. */
function endOfKey(text: string, offset: number, typed: string, braced: boolean): number {
  const after = text.slice(offset, offset + 200);
  if (braced) return offset + (/^[^{}\n]*\}/.exec(after)?.[0].length ?? 0);
  const inside = typed !== '' && !typed.includes(' ');
  return offset + (inside ? restOfKey.exec(after)?.[0].length ?? 0 : 0);
}

// --- renaming ----------------------------------------------------------------------------------------------------

/** A key in braces stays in them; one that would need them gets them. */
export function renameInMarkdown(text: string, { span, whole }: CitedKey, name: string): DraftEdit {
  const plain = text[whole.end - 1] === '}' || text[span.start - 1] !== '@';
  return { ...span, text: plain ? bareWords(name) : markdownKey(name) };
}

export const markdown: SyntaxRules = {
  languages: ['markdown', 'quarto', 'rmd'],
  endings: ['md', 'markdown', 'qmd', 'rmd'],
  readBlock: readMarkdown,
  insert,
  remove,
  change: ({ text }, citation, key, changes) => change(text, citation, key, changes),
  complete,
  canCite: canCiteInMarkdown,
  keyText: markdownKey,
  rename: renameInMarkdown,
};
