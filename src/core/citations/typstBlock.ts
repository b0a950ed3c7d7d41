/** One block of a Typst draft read: its citations, its labels, the bibliographies and files it names. */
import type { Span } from '../source';
import type { Citation, CitedKey, Fact, Form } from './citation';
import { detailsOf } from './details';
import type { Block, House } from './rules';
import { typstBlock } from './typstProse';

/** A key that may stand after `@` and between `<` and `>`. */
export const typstKey = /^[\p{L}\p{N}_](?:[\p{L}\p{N}\p{M}_.:-]*[\p{L}\p{N}\p{M}_-])?$/u;

const token = /@(?<ref>[\p{L}\p{N}_](?:[\p{L}\p{N}\p{M}_-]|[.:](?=[\p{L}\p{N}\p{M}_.:-]*[\p{L}\p{N}_-]))*)|(?<![\p{L}\p{N}_-])(?<call>#?cite)\(|(?<![\p{L}\p{N}_-])#?(?<names>bibliography|include)(?=[(\s])|(?<=[\s\])}$"])<(?<label>[\p{L}\p{N}_][\p{L}\p{N}\p{M}_.:-]*)>/gu;

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

function reference(code: string, at: number, key: string): One {
  const whole = { start: at, end: at + 1 + key.length };
  const end = code[whole.end] === '[' ? closing(code, whole.end, '[', ']') : undefined;
  const supplement = end === undefined ? undefined : { start: whole.end + 1, end };
  const part = { start: at, end: end === undefined ? whole.end : end + 1 };
  return { short: true, form: 'normal', cited: { key, span: { start: at + 1, end: whole.end }, whole, part, ...detailsOf(code, undefined, supplement) } };
}

const keyArgument = /(?:^|,)\s*(?:<([^<>\s"]+)>|label\(\s*"([^"\n]+)"\s*\))/;
const supplementHere = /supplement\s*:\s*(?:\[((?:[^[\]\\]|\\[^])*)\]|"([^"\n]*)")/;
const formHere = /form\s*:\s*(?:"([a-z]+)"|(none))/;

function called(code: string, at: number, open: number): One | undefined {
  const end = closing(code, open, '(', ')');
  const words = end === undefined ? '' : code.slice(open + 1, end);
  const found = keyArgument.exec(words);
  if (end === undefined || found === null) return undefined;
  const key = found[1] ?? found[2] as string;
  const start = open + 1 + found.index + found[0].indexOf(key);
  const note = supplementHere.exec(words);
  const inside = note?.[1] ?? note?.[2];
  const from = note && inside !== undefined ? open + 1 + note.index + note[0].length - inside.length - 1 : 0;
  const form = formHere.exec(words);
  const span = { start: at, end: end + 1 };
  const details = detailsOf(code, undefined, inside === undefined ? undefined : { start: from, end: from + inside.length });
  const cited = { key, span: { start, end: start + key.length }, whole: span, part: span, ...details };
  return { short: false, form: formOf(form?.[1] ?? form?.[2]), cited: form?.[1] === 'year' ? { ...cited, suppressAuthor: true } : cited };
}

function formOf(name: string | undefined): Form {
  if (name === 'prose') return 'in-text';
  if (name === 'none') return 'listed';
  return name === 'author' ? 'part' : 'normal';
}

/** Typst itself puts citations that follow one another into one bracket. */
function grouped(code: string, all: readonly One[]): readonly Citation[] {
  const citations: { span: Span; command: string; form: Form; keys: CitedKey[] }[] = [];
  for (const { cited, form, short } of all) {
    const last = citations.at(-1);
    const joins = last !== undefined && last.form === form && form === 'normal' && /^\s+$/.test(code.slice(last.span.end, cited.part.start));
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
    if (ref !== undefined && prose[found.index - 1] !== '\\') all.push(reference(prose, found.index, ref));
    if (names !== undefined) facts.push(...named(code, token.lastIndex, names));
    if (label !== undefined) facts.push({ kind: 'label', name: label, span: { start: found.index + 1, end: found.index + 1 + label.length } });
    const one = call === undefined ? undefined : called(code, found.index, token.lastIndex - 1);
    if (one === undefined) continue;
    all.push(one);
    token.lastIndex = one.cited.part.end;
  }
  return { length, reach, citations: grouped(prose, all), facts };
}
