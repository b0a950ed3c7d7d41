/**
 * Which notes and which sources fit a query.
 *
 * Of a **note** everything is asked together: its own tags, stance, kind and words, and the reference of its source. So `not x`
 * is true of exactly those notes of which `x` is not.
 *
 * A **source** fits when one of its notes fulfils everything that the query says of notes, together (`#hedging stance:against`: on the same
 * note). Where the query says only what notes are *not* (`not #china`), a source fits when none of its notes is so. What is not
 * about notes is asked of the source. Put formally: with `not` moved down to the terms and `or` up to the top, each alternative that holds a
 * positive term about notes needs one note that fulfils it; any other is asked of the source as a whole, of which a term about
 * notes is absent when no note has it. Laws of `and`, `or`, double `not` and De Morgan hold for both; that a source fits
 * either `x` or `not x` and never both is true of notes alone.
 */
import type { Library, Source, SourceNote } from '../library';
import type { Note } from '../source';
import { termOf } from './fitting';
import type { QueryContext, Term } from './fitting';
import type { Query } from './query';

/** A query with `not` at its terms alone, ready to be asked. */
type Plan =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Plan[] }
  | { readonly kind: 'term'; readonly term: Term; readonly is: boolean };

function planOf(query: Query, is: boolean, library: Library, context: QueryContext): Plan {
  switch (query.kind) {
    case 'all': return { kind: is ? 'and' : 'or', parts: [] };
    case 'not': return planOf(query.part, !is, library, context);
    case 'and': case 'or': {
      const parts = query.parts.map((part) => planOf(part, is, library, context));
      return { kind: (query.kind === 'and') === is ? 'and' : 'or', parts };
    }
    case 'tag': case 'words': case 'field': return { kind: 'term', term: termOf(query, library, context), is };
  }
}

function noteFits(plan: Plan, note: Note, source: Source): boolean {
  switch (plan.kind) {
    case 'and': return plan.parts.every((part) => noteFits(part, note, source));
    case 'or': return plan.parts.some((part) => noteFits(part, note, source));
    case 'term': return (plan.term.note?.(note, source) ?? plan.term.source(source)) === plan.is;
  }
}

/** Not, without a word about what this note is, or by what this note is. */
const [no, yes, byNote] = [0, 1, 2] as const;
type Fit = typeof no | typeof yes | typeof byNote;

/** How a source fits by one of its notes. */
function fitBy(plan: Plan, note: Note, source: Source): Fit {
  if (plan.kind === 'term') {
    const { term, is } = plan;
    if (term.note === undefined) return term.source(source) === is ? yes : no;
    return term.note(note, source) === is ? (is ? byNote : yes) : no;
  }
  let fit: Fit = plan.kind === 'and' ? yes : no;
  for (const part of plan.parts) {
    const here = fitBy(part, note, source);
    if (plan.kind === 'and' && here === no) return no;
    if (here > fit) fit = here;
  }
  return fit;
}

/** Does a source fit as a whole, by none of its notes in particular? */
function wholeFits(plan: Plan, source: Source): boolean {
  switch (plan.kind) {
    case 'and': return plan.parts.every((part) => wholeFits(part, source));
    case 'or': return plan.parts.some((part) => wholeFits(part, source));
    case 'term': return plan.is ? plan.term.source(source) : plan.term.absent(source);
  }
}

/** A query made ready for one value of the library. */
export type Matcher = { note(source: Source, note: Note): boolean; source(source: Source): boolean };

/** Makes a query ready to be asked of one note or one source after the other. */
export function matcherFor(query: Query, library: Library, context: QueryContext = {}): Matcher {
  const plan = planOf(query, true, library, context);
  return {
    note: (source, note) => noteFits(plan, note, source),
    source: (source) => wholeFits(plan, source) || source.notes.some((note) => fitBy(plan, note, source) === byNote),
  };
}

/** The notes that fit a query, in the order of the library. */
export function matchNotes(query: Query, library: Library, context: QueryContext = {}): readonly SourceNote[] {
  const matcher = matcherFor(query, library, context);
  const found: SourceNote[] = [];
  for (const source of library.sources.values()) {
    for (const note of source.notes) if (matcher.note(source, note)) found.push({ source, note });
  }
  return found;
}

/** The sources that fit a query, in the order of the library. */
export function matchSources(query: Query, library: Library, context: QueryContext = {}): readonly Source[] {
  const matcher = matcherFor(query, library, context);
  return [...library.sources.values()].filter((source) => matcher.source(source));
}

/** Does a query ask which drafts cite a source? Then its context must know. */
export function asksForCitations(query: Query): boolean {
  switch (query.kind) {
    case 'and': case 'or': return query.parts.some(asksForCitations);
    case 'not': return asksForCitations(query.part);
    case 'field': return query.field === 'cited';
    case 'all': case 'tag': case 'words': return false;
  }
}
