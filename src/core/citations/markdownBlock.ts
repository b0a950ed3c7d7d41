/** One block of a Markdown draft read: its citations, MyST's roles among them, and what its front matter says. */
import type { Span } from '../source';
import type { Citation, CitedKey, Fact } from './citation';
import { addDetails, bareKey } from './details';
import { markdownGroups, type Group, type Part } from './markdownGroups';
import { keyAt, type KeyHere } from './markdownKeys';
import { markdownBlock } from './markdownProse';
import { roleCitation } from './mystRoles';
import type { Block, House } from './rules';
import { shiftSpan } from './shifting';
import { fieldStrings, fieldText } from './yamlField';

/** `from`: where the text stands in the draft. */
function citedKey(text: string, from: number, part: Part): CitedKey {
  const { key, span, whole, suppressAuthor } = part.key;
  const before = part.start < whole.start ? { start: part.start, end: whole.start } : undefined;
  const after = whole.end < part.end ? { start: Math.max(whole.end, part.start), end: part.end } : undefined;
  const cited = bareKey(key, shiftSpan(span, from), shiftSpan(whole, from), { start: part.start + from, end: part.end + from });
  addDetails(cited, text, from, before, after);
  if (suppressAuthor) cited.suppressAuthor = true;
  return cited;
}

function citation(text: string, from: number, { span, bare, parts, flaw }: Group): Citation {
  const keys = parts.map((part) => citedKey(text, from, part));
  return { span: shiftSpan(span, from), command: bare ? '@' : '[]', form: bare ? 'in-text' : 'normal', keys, ...(flaw && { flaw }) };
}

/** The keys of `nocite:`, which Pandoc reads in front matter; `@*` stands for all. */
function nocite(text: string, within: Span): { readonly citations: readonly Citation[]; readonly facts: readonly Fact[] } {
  const body = fieldText(text, 'nocite', within);
  if (body === undefined) return { citations: [], facts: [] };
  const found: KeyHere[] = [];
  for (let at = text.indexOf('@', body.start); at >= 0 && at < body.end; at = text.indexOf('@', at + 1)) {
    const key = keyAt(text, at);
    if (key !== undefined) found.push(key);
  }
  const citations = found.map(({ key, span, whole }) =>
    ({ span: whole, command: 'nocite', form: 'listed' as const, keys: [{ key, span, whole, part: whole, places: {} }] }));
  const all = /@\*/.exec(text.slice(body.start, body.end));
  return { citations, facts: all ? [{ kind: 'everything', name: '*', span: { start: body.start + all.index, end: body.start + all.index + 2 } }] : [] };
}

const ignoring = /<!--\s*commonplace-ignore(?::|\s)([^\n<]*?)-->/;

/** The keys that a remark lets pass: `<!-- commonplace-ignore: key, other -->`. */
function ignored(text: string, span: Span): readonly Fact[] {
  const names = ignoring.exec(text.slice(span.start, span.end))?.[1]?.split(/[\s,@]+/) ?? [];
  return names.filter((name) => name !== '').map((name) => ({ kind: 'ignore', name, span }));
}

const bibliographyDirective = /^\{bibliography\}[ \t]*([^\n]*)/;

function directive(text: string, span: Span): readonly Fact[] {
  const names = bibliographyDirective.exec(text.slice(span.start, Math.min(span.end, span.start + 500)))?.[1]?.split(/\s+/) ?? [];
  return names.filter((name) => name !== '').map((name) => ({ kind: 'bibliography', name, span }));
}

const readBibliographies = (text: string, within: Span): readonly Fact[] =>
  fieldStrings(text, 'bibliography', within).map(({ text: name, span }) => ({ kind: 'bibliography', name, span }));

/** The block that begins at `start`; see {@link Block}. */
export function readMarkdown(whole: string, start: number, house: House): Block {
  const { length, reach, prose, roles, comments, directives, frontMatter } = markdownBlock(whole, start, house);
  const end = start + length;
  const text = whole.slice(start, end);
  const listed = frontMatter === undefined ? undefined : nocite(text, frontMatter);
  const grouped = markdownGroups(prose).map((group) => citation(text, start, group));
  const others = [...listed?.citations ?? [], ...roles.flatMap((role) => roleCitation(text, start, role) ?? [])];
  const facts = [
    ...frontMatter === undefined ? [] : readBibliographies(text, frontMatter),
    ...listed?.facts ?? [], ...comments.flatMap((span) => ignored(text, span)), ...directives.flatMap((span) => directive(text, span)),
  ];
  return {
    start, end, reach: reach + start, facts: facts.map((fact) => ({ ...fact, span: shiftSpan(fact.span, start) })),
    citations: others.length === 0 ? grouped : [...others, ...grouped].sort((one, other) => one.span.start - other.span.start),
  };
}
