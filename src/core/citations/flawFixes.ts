/** What makes of a bracket that Pandoc misreads what its writer meant, where there is only one such thing. */
import { applyEdits } from '../edits';
import { inDraft } from '../exits';
import type { Citation, CitedKey, DraftEdit, Flaw } from './citation';
import { readDraft, type DraftReading } from './draftReading';
import { cutsIn } from './markdownFlaws';
import { flawMends } from './problems';

/** What is done, in words for a menu, and the edits of the draft. */
export type Mend = { readonly title: string; readonly edits: readonly DraftEdit[] };

/** The mend of a flawed citation of a draft in Markdown. Undefined where it is not clear: what it makes is read again, and must cite the same keys in one bracket. */
export function mendOf(draft: DraftReading, citation: Citation): Mend | undefined {
  const { flaw } = citation;
  if (flaw === undefined) return undefined;
  const next = flaw === 'adjoined' ? draft.citations.find(({ span, command }) => span.start === citation.span.end && command === '[]') : undefined;
  const edits = mends[flaw](draft.text, citation, next);
  const stretch = { start: citation.span.start, end: next?.span.end ?? citation.span.end };
  const isMended = edits !== undefined && reads(draft.text, stretch, edits, [...citation.keys, ...next?.keys ?? []].map(({ key }) => key));
  return isMended ? { title: flawMends[flaw](next !== undefined), edits } : undefined;
}

type Mending = (text: string, citation: Citation, next: Citation | undefined) => readonly DraftEdit[] | undefined;

const mends: { readonly [F in Flaw]: Mending } = { keyless: withCommas, undivided: withSemicolons, adjoined: apart };

/** Semicolons that part no keys become commas; one that has nothing behind it goes. */
function withCommas(text: string, { span, command, keys }: Citation): readonly DraftEdit[] {
  const open = command === '@' ? text.indexOf('[', span.start) : span.start;
  const body = { start: open + 1, end: span.end - 1 };
  const cuts = cutsIn(text, body).at;
  const starts = [body.start, ...cuts.map((at) => at + 1)];
  const hasKey = starts.map((start, part) => (command === '@' && part === 0) || keys.some(({ whole }) => whole.start >= start && whole.start < (cuts[part] ?? body.end)));
  const needless = cuts.filter((_, cut) => hasKey[cut + 1] !== true || !hasKey.slice(0, cut + 1).includes(true));
  return needless.map((at) => ({ start: at, end: at + 1, text: /^(?:[;\]]|$)/.test(text.slice(at + 1, body.end + 1).trimStart()) ? inDraft`` : inDraft`,` }));
}

/** A comma, or the word “and”, right before a key. */
const between = /(?<!\s)\s{0,9}(?:[,&]\s{0,9}|\s(?:and|und|et|y|e|en|и|та|және|va|ve)\s{1,9})?$/u;
/** What may stand between a key and that: nothing, or a place in the work. */
const isPlace = (text: string): boolean => text.trim() === '' || (/\d/.test(text) && (text.match(/\p{L}{3,}/gu) ?? []).length < 2);

/** Semicolons before the keys that follow another in their part; undefined when other words stand before one of them. */
function withSemicolons(text: string, { keys }: Citation): readonly DraftEdit[] | undefined {
  const edits: DraftEdit[] = [];
  for (const [index, { whole }] of keys.entries()) {
    const before = keys[index - 1] as CitedKey | undefined;
    const gap = before === undefined ? ';' : text.slice(before.whole.end, whole.start);
    if (gap.includes(';')) continue;
    const found = between.exec(gap);
    if (found === null || found[0] === '' || !isPlace(gap.slice(0, found.index))) return undefined;
    edits.push({ start: whole.start - found[0].length, end: whole.start, text: inDraft`; ` });
  }
  return edits;
}

/** Two citations become one; whatever else follows is moved away by a blank. */
function apart(_: string, { span, command }: Citation, next: Citation | undefined): readonly DraftEdit[] {
  return next === undefined || command !== '[]' ? [{ start: span.end, end: span.end, text: inDraft` ` }] : [{ start: span.end - 1, end: span.end + 1, text: inDraft`; ` }];
}

/** After the edits, does this stretch cite these keys, and Pandoc read it so? */
function reads(text: string, { start, end }: { readonly start: number; readonly end: number }, edits: readonly DraftEdit[], keys: readonly string[]): boolean {
  const inside = edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  const { citations } = readDraft('markdown', applyEdits(text.slice(start, Math.max(end, ...edits.map((edit) => edit.end))), inside));
  const [only, ...others] = citations;
  return only !== undefined && others.length === 0 && only.flaw === undefined && only.keys.map(({ key }) => key).join(' ') === keys.join(' ');
}
