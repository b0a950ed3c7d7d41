/** The body of a source file cut into its sections (first-level headings) and notes (second-level headings). */
import type { Span } from '../source';
import { lineAt } from './lines';
import type { Line } from './lines';

/** What a first-level heading opens. `author` names whose notes these are. */
export type Section = {
  readonly role: 'abstract' | 'notes' | 'pasted' | 'other';
  readonly title: string;
  readonly author?: string;
  /** The heading and everything up to the next section. */
  readonly span: Span;
  /** Everything after the heading's line. */
  readonly body: Span;
  /** Second-level headings in it, each up to the next. Only in sections of notes. */
  readonly blocks: readonly Span[];
  /** Its fences. Only in sections of pasted text. */
  readonly fenced: readonly Fence[];
};

/** What stands in a fence, exactly. `span` is the fence with its two lines, `content` what stands between them. */
export type Fence = { readonly text: string; readonly span: Span; readonly content: Span };

/** `end` is where `<!-- end -->` stands, `conflict` the first git conflict marker outside of fences. */
export type Body = { readonly sections: readonly Section[]; readonly end?: Span; readonly conflict?: Span };

/** The line that closes every file we wrote. */
export const endLine = '<!-- end -->';

type Marked = Line & { readonly fenced: boolean; readonly fence: 'opens' | 'closes' | undefined };

/** Cut the body, which begins at `from`. A fence that is never closed runs to the end of the text. */
export function readBody(text: string, from: number): Body {
  const lines = markedLines(text, from);
  const free = lines.filter((line) => !line.fenced);
  const end = free.findLast((line) => line.text.trim() === endLine);
  const conflict = conflictIn(free);
  const within = lines.filter((line) => end === undefined || line.start !== end.start);
  return { sections: sectionsIn(within), ...(end && { end: { start: end.start, end: end.next } }), ...(conflict && { conflict }) };
}

/** The lines, with which of them stand in a fence (CommonMark 4.5): it closes with a run as long as the one that opened it. */
function markedLines(text: string, from: number): Marked[] {
  const lines: Marked[] = [];
  let open: string | undefined;
  for (let start = from; start < text.length;) {
    const line = lineAt(text, start);
    const fence = fenceAt(line.text, open);
    lines.push({ text: line.text, start, end: line.end, next: line.next, fenced: open !== undefined || fence !== undefined, fence: markOf(fence) });
    if (fence === 'closes') open = undefined;
    else if (fence !== undefined) open = fence;
    start = line.next;
  }
  return lines;
}

const markOf = (fence: string | undefined): Marked['fence'] => (fence === undefined || fence === 'closes' ? fence : 'opens');

/** The run of signs that opens a fence here, `closes` where the open one ends, else undefined. */
function fenceAt(text: string, open: string | undefined): string | undefined {
  if (text[0] !== '~' && text[0] !== '`') return undefined;
  const run = /^(?:`{3,}|~{3,})/.exec(text)?.[0];
  if (run === undefined) return undefined;
  const rest = text.slice(run.length);
  if (open === undefined) return run.startsWith('~') || !rest.includes('`') ? run : undefined;
  return run.startsWith(open) && rest.trim() === '' ? 'closes' : undefined;
}

function conflictIn(lines: readonly Line[]): Span | undefined {
  const ours = lines.find((line) => line.text.startsWith('<<<<<<< '));
  if (ours === undefined || !lines.some((line) => line.text.startsWith('>>>>>>> '))) return undefined;
  return { start: ours.start, end: ours.end };
}

function sectionsIn(lines: readonly Marked[]): Section[] {
  const starts = lines.flatMap((line, index) => (!line.fenced && line.text.startsWith('# ') ? [index] : []));
  return starts.map((start, n) => section(lines.slice(start, starts[n + 1])));
}

function section(lines: readonly Marked[]): Section {
  const heading = lines[0] as Marked;
  const end = (lines.at(-1) as Marked).next;
  const title = heading.text.slice(2).trim();
  const kind = kindOfSection(title);
  return {
    ...kind, title,
    span: { start: heading.start, end },
    body: { start: heading.next, end },
    blocks: kind.role === 'notes' ? blocksIn(lines, end) : [],
    fenced: kind.role === 'pasted' ? fencedIn(lines) : [],
  };
}

function kindOfSection(title: string): Pick<Section, 'role' | 'author'> {
  if (/^abstract$/i.test(title)) return { role: 'abstract' };
  if (/^as pasted$/i.test(title)) return { role: 'pasted' };
  if (/^notes$/i.test(title)) return { role: 'notes' };
  const author = /^notes by[ \t]+(\S.*)$/i.exec(title)?.[1];
  return author === undefined ? { role: 'other' } : { role: 'notes', author };
}

function blocksIn(lines: readonly Marked[], end: number): Span[] {
  const starts = lines.filter((line) => !line.fenced && line.text.startsWith('##') && /^##(?:[ \t]|$)/.test(line.text)).map((line) => line.start);
  return starts.map((start, n) => ({ start, end: starts[n + 1] ?? end }));
}

function fencedIn(lines: readonly Marked[]): Fence[] {
  const fences: Fence[] = [];
  let open: { readonly line: Marked; readonly texts: string[] } | undefined;
  for (const line of lines) {
    if (line.fence === 'opens') open = { line, texts: [] };
    else if (line.fence === 'closes' && open !== undefined) fences.push(fence(open.line, open.texts, line.start, line.next));
    else if (line.fenced) open?.texts.push(line.text);
    if (line.fence === 'closes') open = undefined;
  }
  const end = lines.at(-1)?.next ?? 0;
  return open === undefined ? fences : [...fences, fence(open.line, open.texts, end, end)];
}

const fence = (opening: Marked, texts: readonly string[], close: number, end: number): Fence =>
  ({ text: texts.join('\n'), span: { start: opening.start, end }, content: { start: opening.next, end: close } });
