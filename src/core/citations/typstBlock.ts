/** One block of a Typst draft read: its citations, its labels, the bibliographies and files it names. */
import type { Span } from '../source';
import type { Citation, CitedKey, Fact, Form } from './citation';
import { addDetails, bareKey } from './details';
import type { Block, House } from './rules';
import { shiftSpan } from './shifting';
import { typstBlock } from './typstProse';

/** A key that may stand after `@` and between `<` and `>`. */
export const typstKey = /^[\p{L}\p{N}_](?:[\p{L}\p{N}\p{M}_.:-]*[\p{L}\p{N}\p{M}_-])?$/u;

// What must not stand before a word is looked for once the word is there: so most characters are passed over at once.
const token = new RegExp([
  /@(?<ref>[\p{L}\p{N}_](?:[\p{L}\p{N}\p{M}_-]|[.:]{1,9}(?=[\p{L}\p{N}\p{M}_-]))*)/u,
  /(?<call>c(?<![\p{L}\p{N}_-]c)ite)\(/u,
  /(?<names>b(?<![\p{L}\p{N}_-]b)ibliography|i(?<![\p{L}\p{N}_-]i)nclude)(?=[(\s])/u,
  /<(?<=[\s\])}$"]<)(?<label>[\p{L}\p{N}_][\p{L}\p{N}\p{M}_.:-]*)>/u,
].map((part) => part.source).join('|'), 'gu');

/** Where the bracket closes that opens at `at`; not further than a page of text. */
function closing(text: string, at: number, open: string, close: string): number | undefined {
  let depth = 0;
  for (let here = at; here < Math.min(text.length, at + 4000); here += 1) {
    if (text[here] === '\\') here += 1;
    else if (text[here] === open) depth += 1;
    else if (text[here] === close && --depth === 0) return here;
  }
  return undefined;
}

type One = { readonly cited: CitedKey; readonly form: Form; readonly short: boolean };

/** `from`: where the code stands in the draft. */
function reference(code: string, from: number, at: number, key: string): One {
  const keyEnd = at + 1 + key.length;
  const end = code[keyEnd] === '[' ? closing(code, keyEnd, '[', ']') : undefined;
  const supplement = end === undefined ? undefined : { start: keyEnd + 1, end };
  const whole = { start: at + from, end: keyEnd + from };
  const part = end === undefined ? whole : { start: at + from, end: end + 1 + from };
  const cited = bareKey(key, { start: at + 1 + from, end: keyEnd + from }, whole, part);
  return { short: true, form: 'normal', cited: addDetails(cited, code, from, undefined, supplement) };
}

const keyArgument = /(?:^|,)\s*(?:<([^<>\s"]+)>|label\(\s*"([^"\n]+)"\s*\))/;
const supplementHere = /supplement\s*:\s*(?:\[((?:[^[\]\\]|\\[^])*)\]|"([^"\n]*)")/;
const formHere = /form\s*:\s*(?:"([a-z]+)"|(none))/;

function called(code: string, from: number, at: number, open: number): One | undefined {
  const end = closing(code, open, '(', ')');
  const words = end === undefined ? '' : code.slice(open + 1, end);
  const found = keyArgument.exec(words);
  if (end === undefined || found === null) return undefined;
  const key = found[1] ?? found[2] as string;
  const start = open + 1 + found.index + found[0].indexOf(key);
  const note = supplementHere.exec(words);
  const inside = note?.[1] ?? note?.[2];
  const inner = note && inside !== undefined ? open + 1 + note.index + note[0].length - inside.length - 1 : 0;
  const form = formHere.exec(words);
  const span = { start: at + from, end: end + 1 + from };
  const cited = bareKey(key, { start: start + from, end: start + key.length + from }, span, span);
  addDetails(cited, code, from, undefined, inside === undefined ? undefined : { start: inner, end: inner + inside.length });
  if (form?.[1] === 'year') cited.suppressAuthor = true;
  return { short: false, form: formOf(form?.[1] ?? form?.[2]), cited };
}

function formOf(name: string | undefined): Form {
  if (name === 'prose') return 'in-text';
  if (name === 'none') return 'listed';
  return name === 'author' ? 'part' : 'normal';
}

/** Typst itself puts citations that follow one another into one bracket. */
function grouped(code: string, from: number, all: readonly One[]): readonly Citation[] {
  const citations: { span: Span; command: string; form: Form; keys: CitedKey[] }[] = [];
  for (const { cited, form, short } of all) {
    const last = citations.at(-1);
    const joins = last !== undefined && last.form === form && form === 'normal' && /^\s+$/.test(code.slice(last.span.end - from, cited.part.start - from));
    if (joins) {
      last.keys.push(cited);
      last.span = { start: last.span.start, end: cited.part.end };
    } else citations.push({ span: cited.part, command: short ? '@' : 'cite', form, keys: [cited] });
  }
  return citations;
}

const quoted = /"([^"\n]+)"/g;

function named(code: string, at: number, name: string): readonly Fact[] {
  const kind = name === 'include' ? 'include' : 'bibliography';
  const end = code[at] === '(' ? closing(code, at, '(', ')') ?? at : code.indexOf('\n', at) < 0 ? code.length : code.indexOf('\n', at);
  const files = [...code.slice(at, end).replace(/,\s*(?:title|style)\s*:[^]*$/, '').matchAll(quoted)];
  return files.map((found) => ({ kind, name: found[1] as string, span: { start: at + found.index + 1, end: at + found.index + found[0].length - 1 } }));
}

const ignoring = /^\/\/\s*commonplace-ignore(?::|\s)(.*)$/;
const ignored = (text: string, span: Span): readonly Fact[] =>
  (ignoring.exec(text.slice(span.start, span.end).trimEnd())?.[1]?.split(/[\s,@]+/) ?? []).filter((name) => name !== '').map((name) => ({ kind: 'ignore', name, span }));

/** The block that begins at `start`; see {@link Block}. */
export function readTypst(whole: string, start: number, house: House): Block {
  const { length, reach, prose, code, comments } = typstBlock(whole, start, house);
  const all: One[] = [];
  const facts: Fact[] = comments.flatMap((span) => ignored(whole.slice(start, start + length), span));
  token.lastIndex = 0;
  for (let found = token.exec(prose); found; found = token.exec(prose)) {
    const { ref, call, names, label } = found.groups ?? {};
    if (ref !== undefined && prose[found.index - 1] !== '\\') all.push(reference(prose, start, found.index, ref));
    if (names !== undefined) facts.push(...named(code, token.lastIndex, names));
    if (label !== undefined) facts.push({ kind: 'label', name: label, span: { start: found.index + 1, end: found.index + 1 + label.length } });
    const one = call === undefined ? undefined : called(code, start, prose[found.index - 1] === '#' ? found.index - 1 : found.index, token.lastIndex - 1);
    if (one === undefined) continue;
    all.push(one);
    token.lastIndex = one.cited.part.end - start;
  }
  return { start, end: start + length, reach: reach + start, citations: grouped(prose, start, all), facts: facts.map((fact) => ({ ...fact, span: shiftSpan(fact.span, start) })) };
}
