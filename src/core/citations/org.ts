/** Citing in Org: `[cite/style:prefix @key p. 3; @other]`. Syntax: Org's manual, “Citations”, and its syntax specification. */
import { inDraft, joined, type DraftText } from '../exits';
import type { Span } from '../source';
import type { Change, Citation, CitedKey, CiteManner, CiteRequest, CompletionContext, DraftEdit, Fact, Form, Insertion } from './citation';
import { addDetails, bareKey } from './details';
import { extendList, type ListStyle } from './lists';
import { orgProse } from './orgProse';
import { changedPart, cutPart, tailOf, type PartStyle } from './parts';
import { cutOut, distinct, holds, nothing, oneLine, type Block, type House, type Passage, type SyntaxRules } from './rules';
import { shiftSpan } from './shifting';
import { bareWords, orgKey, wordsInOrg } from './words';

const opening = /\[cite(?:\/([\p{L}\p{N}_/-]*))?:/gu;
const keySign = "[\\p{L}\\p{N}\\p{M}!#-+./:<>?@^_`{|}~-]";
const keyHere = new RegExp(`@(${keySign}+)`, 'u');
const validKey = new RegExp(`^${keySign}+$`, 'u');
const restOfKey = new RegExp(`^${keySign}*`, 'u');

// --- finding -----------------------------------------------------------------------------------------------------

function formOf(style: string): Form {
  if (/^(?:t|text)(?:\/|$)/.test(style)) return 'in-text';
  if (/^(?:n|nocite)(?:\/|$)/.test(style)) return 'listed';
  return /^(?:a|author|y|year|l|locators|title|ti|d|date)(?:\/|$)/.test(style) ? 'part' : 'normal';
}

/** Where the bracket closes that a citation opened; brackets inside come in pairs. */
function closing(prose: string, from: number): number | undefined {
  let depth = 1;
  for (let at = from; at < Math.min(prose.length, from + 10_000); at += 1) {
    if (prose[at] === '[') depth += 1;
    else if (prose[at] === ']' && --depth === 0) return at;
  }
  return undefined;
}

/** `from`: where the prose stands in the draft. */
function keyIn(prose: string, from: number, part: Span, noAuthor: boolean): CitedKey | undefined {
  const found = keyHere.exec(prose.slice(part.start, part.end));
  if (found === null) return undefined;
  const key = found[1] as string;
  const start = part.start + found.index;
  const end = start + found[0].length;
  const cited = bareKey(key, { start: start + 1 + from, end: end + from }, { start: start + from, end: end + from }, shiftSpan(part, from));
  addDetails(cited, prose, from, { start: part.start, end: start }, { start: end, end: part.end });
  if (noAuthor) cited.suppressAuthor = true;
  return cited;
}

function citationAt(prose: string, at: number, found: RegExpExecArray): Citation | undefined {
  const from = found.index + found[0].length;
  const end = closing(prose, from);
  if (end === undefined) return undefined;
  const style = found[1] ?? '';
  const parts: Span[] = [];
  let start = from;
  for (const piece of prose.slice(from, end).split(';')) {
    parts.push({ start, end: start + piece.length });
    start += piece.length + 1;
  }
  const noAuthor = /^(?:na|noauthor)(?:\/|$)/.test(style);
  const keys = parts.flatMap((part) => keyIn(prose, at, part, noAuthor) ?? []);
  return { span: { start: found.index + at, end: end + 1 + at }, command: style === '' ? 'cite' : `cite/${style}`, form: formOf(style), keys };
}

function citationsIn(prose: string, at: number): readonly Citation[] {
  const all: Citation[] = [];
  opening.lastIndex = 0;
  for (let found = opening.exec(prose); found; found = opening.exec(prose)) {
    const citation = citationAt(prose, at, found);
    if (citation === undefined || citation.keys.length === 0) continue;
    all.push(citation);
    opening.lastIndex = citation.span.end - at;
  }
  return all;
}

const keyword = /^[ \t]*#\+(bibliography|include|nocite):(.*)$/gim;
const ignoring = /^[ \t]*#[ \t]+commonplace-ignore(?::|[ \t])(.*)$/gim;

function factsIn(text: string): readonly Fact[] {
  if (!text.includes('#')) return [];
  const said = [...text.matchAll(keyword)].flatMap((found): readonly Fact[] => {
    const [whole, name = '', rest = ''] = found;
    const value = rest.trim();
    const kind = name.toLowerCase() === 'include' ? 'include' : 'bibliography';
    const file = /^"([^"]+)"/.exec(value)?.[1] ?? (kind === 'include' ? value.split(/\s/)[0] ?? '' : value);
    return file === '' || name.toLowerCase() === 'nocite' ? [] : [{ kind, name: file, span: { start: found.index, end: found.index + whole.length } }];
  });
  const ignored = [...text.matchAll(ignoring)].flatMap((found) =>
    (found[1] ?? '').split(/[\s,@]+/).filter((name) => name !== '').map((name): Fact => ({ kind: 'ignore', name, span: { start: found.index, end: found.index + found[0].length } })));
  return [...said, ...ignored];
}

function readBlock(whole: string, start: number, house: House): Block {
  const { length, reach, prose, facts } = orgProse(whole, start, house);
  return {
    start, end: start + length, reach: reach + start, citations: prose.includes('[cite') ? citationsIn(prose, start) : [],
    facts: factsIn(facts).map((fact) => ({ ...fact, span: shiftSpan(fact.span, start) })),
  };
}

// --- writing -----------------------------------------------------------------------------------------------------

const style: PartStyle = { locator: inDraft` `, suffix: inDraft`, `, words: wordsInOrg };

const written = ({ key, prefix, locator, suffix }: CiteRequest): DraftText =>
  inDraft`${oneLine(prefix) ? inDraft`${wordsInOrg(prefix as string)} ` : nothing}@${bareWords(key)}${tailOf(locator, suffix, style)}`;

const listStyle = (text: string): ListStyle => ({ separator: inDraft`; `, written, change: (cited, change) => changedPart(text, cited, change, style) });

/** The style to cite in: the one that was asked for, or that fits. */
function opened(requests: readonly CiteRequest[], { command, inText }: CiteManner): string {
  if (command !== undefined) return command;
  if (inText === true) return 'cite/t';
  return requests.every(({ suppressAuthor }) => suppressAuthor) ? 'cite/na' : 'cite';
}

function insert({ text, citations }: Passage, offset: number, requests: readonly CiteRequest[], manner: CiteManner): Insertion {
  const wanted = distinct(requests);
  if (wanted.length === 0) return { edits: [], cursor: offset };
  const here = citations.find(({ span }) => holds(span, offset));
  if (here !== undefined) return extendList(text, here, offset, wanted, listStyle(text));
  const unfinished = /\[cite[\p{L}/-]*:\s*@?$/u.exec(text.slice(Math.max(0, offset - 60), offset))?.[0];
  const start = offset - (unfinished?.length ?? (text[offset - 1] === '@' ? 1 : 0));
  const end = unfinished !== undefined && text[offset] === ']' ? offset + 1 : offset;
  // A line that begins with a colon and a blank would be no prose.
  const fixed = /^[ \t]*:$/.test(text.slice(text.lastIndexOf('\n', start - 1) + 1, start));
  const before = !fixed && /[\p{L}\p{N}\p{Pe}\p{Pf}"'’,;:.!?…]/u.test(text[start - 1] ?? ' ') ? inDraft` ` : nothing;
  const words = inDraft`${before}[${bareWords(opened(wanted, manner))}:${joined(wanted.map(written), inDraft`; `)}]`;
  return { edits: [{ start, end, text: words }], cursor: start + words.length };
}

function remove({ text }: Passage, { keys, span }: Citation, key: CitedKey): readonly DraftEdit[] {
  return [keys.length === 1 ? cutOut(text, span) : cutPart(text, keys, key)];
}

/** In Org the author is left out by the citation’s style, not by a sign. */
function change({ text }: Passage, { keys, span, command }: Citation, key: CitedKey, changes: Change): readonly DraftEdit[] {
  const { suppressAuthor, ...rest } = changes;
  const details = changedPart(text, { ...key, suppressAuthor: false }, rest, style);
  if (suppressAuthor === undefined || suppressAuthor === (key.suppressAuthor ?? false) || keys.length > 1) return details;
  return [...details, { start: span.start + 1, end: span.start + 1 + command.length, text: suppressAuthor ? inDraft`cite/na` : inDraft`cite` }];
}

function complete({ text }: Passage, offset: number): CompletionContext | undefined {
  const before = text.slice(Math.max(0, offset - 2000), offset);
  const open = before.lastIndexOf('[cite');
  const sign = before.lastIndexOf('@');
  if (open < 0 || sign < open || /[\]\n]{2}|\]\s/.test(before.slice(open))) return undefined;
  const typed = before.slice(sign + 1);
  const { prose } = orgProse(`\n${text}`, 1, { commands: new Map(), missing: new Map() });
  if (/[;\]\n]/.test(typed) || typed.split(' ').length > 5 || prose[offset - typed.length - 1] !== '@') return undefined;
  const rest = typed === '' || typed.includes(' ') ? '' : restOfKey.exec(text.slice(offset, offset + 200))?.[0] ?? '';
  return { typed, replace: { start: offset - typed.length, end: offset + rest.length } };
}

export const org: SyntaxRules = {
  languages: ['org'],
  endings: ['org'],
  readBlock,
  insert,
  remove,
  change,
  complete,
  canCite: (key) => /^[\p{L}\p{N}\p{M}!#%&'*+./:?_~-]+$/u.test(key),
  keyText: bareWords,
  rename: (_, { span }, name) => ({ ...span, text: validKey.test(name) ? bareWords(name) : orgKey(name) }),
};

