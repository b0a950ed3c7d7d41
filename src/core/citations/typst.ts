/** Citing in Typst: `@key[p. 3]` and `#cite(<key>, supplement: [p. 3], form: "prose")`. Syntax: Typst's reference, “cite” and “ref”. */
import { inDraft, joined, type DraftText } from '../exits';
import type { Span } from '../source';
import type { Change, Citation, CitedKey, CiteManner, CiteRequest, CompletionContext, DraftEdit, Insertion } from './citation';
import { extendList, type ListStyle } from './lists';
import { cutPart } from './parts';
import { cutOut, distinct, holds, nothing, oneLine, type Passage, type SyntaxRules } from './rules';
import { readTypst, typstKey } from './typstBlock';
import { typstBlock } from './typstProse';
import { bareWords, typstString, wordsInTypst } from './words';

// --- writing -----------------------------------------------------------------------------------------------------

const label = (key: string): DraftText => (typstKey.test(key) ? inDraft`<${bareWords(key)}>` : inDraft`label(${typstString(key)})`);
const supplementOf = ({ locator, suffix }: Change): DraftText => wordsInTypst([locator, suffix].filter((words) => oneLine(words)).join(', '));
/** A supplement in brackets, if there is one. */
const bracketed = (supplement: DraftText): DraftText => (supplement === '' ? nothing : inDraft`[${supplement}]`);

function call(key: string, form: 'year' | 'prose' | undefined, supplement: DraftText): DraftText {
  const more = [supplement === '' ? nothing : inDraft`supplement: [${supplement}]`, form === undefined ? nothing : inDraft`form: "${bareWords(form)}"`];
  return inDraft`#cite(${joined([label(key), ...more].filter((argument) => argument !== ''), inDraft`, `)})`;
}

/** Typst has no place for a prefix: it is text before the citation. */
function written(request: CiteRequest, inText = false): DraftText {
  const { key, prefix, suppressAuthor } = request;
  const supplement = supplementOf(request);
  const form = suppressAuthor ? 'year' : inText ? 'prose' : undefined;
  const plain = form === undefined && typstKey.test(key) && !/[.:]$/.test(key);
  const citation = plain ? inDraft`@${bareWords(key)}${bracketed(supplement)}` : call(key, form, supplement);
  return oneLine(prefix) ? inDraft`${wordsInTypst(prefix as string)} ${citation}` : citation;
}

const listStyle = (text: string): ListStyle => ({ separator: inDraft` `, written: (request) => written(request), change: (cited, changes) => changeKey(text, cited, changes) });

/** A call that has been opened for its key, around the cursor: `#cite(<>)`. */
function openedCall(text: string, offset: number): Span | undefined {
  const before = /#?cite\(\s{0,9}<$/.exec(text.slice(Math.max(0, offset - 20), offset))?.[0];
  const after = /^>?\s{0,9}\)?/.exec(text.slice(offset, offset + 20))?.[0] ?? '';
  return before === undefined ? undefined : { start: offset - before.length, end: offset + after.length };
}

function insert({ text, citations }: Passage, offset: number, requests: readonly CiteRequest[], { inText }: CiteManner): Insertion {
  const wanted = distinct(requests);
  if (wanted.length === 0) return { edits: [], cursor: offset };
  const here = citations.find(({ span }) => holds(span, offset));
  if (here !== undefined) return extendList(text, here, offset, wanted, listStyle(text));
  const opened = openedCall(text, offset);
  if (opened !== undefined) {
    const calls = joined(wanted.map((request) => call(request.key, inText ? 'prose' : undefined, supplementOf(request))), inDraft` `);
    return { edits: [{ ...opened, text: calls }], cursor: opened.start + calls.length };
  }
  const start = text[offset - 1] === '@' && text[offset - 2] !== '\\' ? offset - 1 : offset;
  const before = /[\p{L}\p{N}\p{Pe}\p{Pf}"'’,;:.!?…\\#]/u.test(text[start - 1] ?? ' ') ? inDraft` ` : nothing;
  const citation = joined(wanted.map((request) => written(request, inText)), inDraft` `);
  const after = /[\p{L}\p{N}_[(.:-]/u.test(text[offset] ?? ' ') && !/^[.:](?:\s|$)/.test(text.slice(offset, offset + 2)) ? inDraft` ` : nothing;
  const words = inDraft`${before}${citation}`;
  return { edits: [{ start, end: offset, text: inDraft`${words}${after}` }], cursor: start + words.length };
}

// --- taking away and changing ------------------------------------------------------------------------------------

const remove = ({ text }: Passage, { keys, span }: Citation, key: CitedKey): readonly DraftEdit[] =>
  [keys.length === 1 ? cutOut(text, span) : cutPart(text, keys, key)];

/** A short reference is written anew; a call keeps its other arguments. */
function changeKey(text: string, cited: CitedKey, changes: Change): readonly DraftEdit[] {
  const { part, whole, key } = cited;
  const next = { ...cited, ...changes };
  const supplement = supplementOf(next);
  const noAuthor = next.suppressAuthor ?? false;
  if (text[whole.start] === '@') {
    const words = noAuthor ? call(key, 'year', supplement) : inDraft`@${bareWords(key)}${bracketed(supplement)}`;
    return text.slice(part.start, part.end) === words ? [] : [{ ...part, text: words }];
  }
  return [...changeSupplement(text, cited, supplement), ...changeForm(text, cited, noAuthor)];
}

const argument = /,\s*supplement\s*:\s*(?:\[(?:[^[\]\\]|\\[^])*\]|"[^"\n]*"|none)/;

function changeSupplement(text: string, { part, ...cited }: CitedKey, supplement: DraftText): readonly DraftEdit[] {
  if (supplement === supplementOf(cited)) return [];
  const found = argument.exec(text.slice(part.start, part.end));
  const words = supplement === '' ? nothing : inDraft`, supplement: [${supplement}]`;
  if (found) return [{ start: part.start + found.index, end: part.start + found.index + found[0].length, text: words }];
  return [{ start: part.end - 1, end: part.end - 1, text: words }];
}

function changeForm(text: string, { part, suppressAuthor = false }: CitedKey, wanted: boolean): readonly DraftEdit[] {
  if (wanted === suppressAuthor) return [];
  const found = /,\s*form\s*:\s*"[a-z]*"/.exec(text.slice(part.start, part.end));
  const words = wanted ? inDraft`, form: "year"` : nothing;
  if (found) return [{ start: part.start + found.index, end: part.start + found.index + found[0].length, text: words }];
  return [{ start: part.end - 1, end: part.end - 1, text: words }];
}

// --- completing and renaming -------------------------------------------------------------------------------------

const typedWords = /^[^\s;,[\]{}@()"“”<>#]*(?: [^\s;,[\]{}@()"“”<>#]+){0,4} ?$/;
const restOfKey = /^[\p{L}\p{N}\p{M}_.:-]*/u;

function complete({ text }: Passage, offset: number): CompletionContext | undefined {
  const from = Math.max(text.lastIndexOf('\n', offset - 1) + 1, offset - 200);
  const before = text.slice(from, offset);
  const sign = Math.max(before.lastIndexOf('@'), before.search(/cite\(\s*<[^<>]*$/) < 0 ? -1 : before.lastIndexOf('<')) + from;
  const typed = text.slice(sign + 1, offset);
  if (sign < from || text[sign - 1] === '\\' || !typedWords.test(typed)) return undefined;
  const { prose } = typstBlock(`\n${text}`, 1, { commands: new Map(), missing: new Map() });
  if (prose[sign] !== text[sign]) return undefined;
  const rest = typed === '' || typed.includes(' ') ? '' : restOfKey.exec(text.slice(offset, offset + 200))?.[0] ?? '';
  return { typed, replace: { start: offset - typed.length, end: offset + rest.length } };
}

/** A key that `@` and `<>` can't hold is named by `label("…")`. */
function rename(text: string, { span, part, ...cited }: CitedKey, name: string): DraftEdit {
  const supplement = supplementOf(cited);
  if (typstKey.test(name) && text.slice(part.start, part.end) === call(cited.key, undefined, supplement) && text[span.start - 1] === '"') {
    return { ...part, text: inDraft`@${bareWords(name)}${bracketed(supplement)}` };
  }
  if (typstKey.test(name) || text[span.start - 1] === '"') return { ...span, text: bareWords(name) };
  if (text[span.start - 1] === '<') return { start: span.start - 1, end: span.end + 1, text: label(name) };
  return { ...part, text: call(name, undefined, supplement) };
}

export const typst: SyntaxRules = {
  languages: ['typst'],
  endings: ['typ'],
  readBlock: readTypst,
  insert,
  remove,
  change: ({ text }, _, key, changes) => changeKey(text, key, changes),
  complete,
  canCite: (key) => /^[\p{L}\p{N}\p{M}_:.+/!?'’&=;,()|~#%* -]+$/u.test(key),
  keyText: bareWords,
  rename,
};
