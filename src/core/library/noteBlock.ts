/** One note as lines of a source file, and back: heading, comment of the machine, quotation, what the person wrote. */
import { noteHeadingUnclear, noteInTwoVersions } from '../problem';
import type { Problem } from '../problem';
import { headingLine, noteComment, readHeading, readNoteComment } from '../notes';
import type { Note, Span } from '../source';
import { linesOf, protect, storable, unprotect } from './lines';
import type { Line } from './lines';

/** A note with its places in the file: the whole block, its heading line and its quotation. UTF-16 code units. */
export type PlacedNote = {
  readonly note: Note;
  readonly span: Span;
  readonly heading: Span;
  readonly quoteSpan?: Span;
  /** The line of the machine's comment. */
  readonly comment?: Span;
  readonly unclear: readonly string[];
};

/** The lines of a note, without a line end after the last. */
export function noteText(note: Note): string {
  const comment = noteComment(note);
  const quote = note.quote === undefined ? undefined : storable(note.quote).split('\n').map(quoteLine).join('\n');
  const text = protect(storable(note.text));
  return [headingLine(note), comment, quote, text].filter((part) => part !== undefined && part !== '').join('\n\n');
}

const quoteLine = (line: string): string => (line === '' ? '>' : `> ${line}`);

/** Read the block that `span` covers, which begins with a second-level heading. */
export function readNote(text: string, span: Span, author: string | undefined): { placed: PlacedNote; problems: readonly Problem[] } {
  const lines = linesOf(text, span);
  const first = lines[0] as Line;
  const heading = readHeading(first.text.replace(/^##[ \t]*/, ''));
  const { unclear } = heading;
  const second = firstWritten(lines, 1);
  const machine = readNoteComment(lines[second]?.text ?? '');
  const comment = machine && lines[second];
  const quoteAt = firstWritten(lines, machine === undefined ? 1 : second + 1);
  const bodyAt = pastQuote(lines, quoteAt);
  const quote = bodyAt > quoteAt ? quoteIn(lines, quoteAt, bodyAt) : undefined;
  const note = noteOf(machine, author, heading, quote, bodyIn(lines, bodyAt));
  return {
    placed: {
      note, span, heading: { start: first.start, end: first.end }, ...(quote !== undefined && { quoteSpan: { start: lines[quoteAt]!.start, end: lines[bodyAt - 1]!.end } }),
      ...(comment && { comment: { start: comment.start, end: comment.end } }), unclear,
    },
    problems: unclear.length === 0 && note.twin === undefined ? none : problemsOf(note, unclear, first),
  };
}

type Open<T> = { -readonly [F in keyof T]: T[F] };

/** Field by field: to put objects together costs several times as much, and a library has a hundred thousand notes. */
function noteOf(machine: Partial<Note> | undefined, author: string | undefined, { tags, locator, stance, kind }: ReturnType<typeof readHeading>, quote: string | undefined, text: string): Note {
  const note: Open<Partial<Note>> = { ...machine };
  if (author !== undefined) note.author = author;
  note.tags = tags;
  if (locator !== undefined) note.locator = locator;
  if (stance !== undefined) note.stance = stance;
  if (kind !== undefined) note.kind = kind;
  if (quote !== undefined) note.quote = quote;
  note.text = text;
  return note as Note;
}

const none: readonly never[] = [];

const problemsOf = ({ twin }: Note, unclear: readonly string[], first: Line): readonly Problem[] =>
  [...unclear.map((words) => noteHeadingUnclear(words, unclearSpan(first, words))), ...(twin === undefined ? [] : [noteInTwoVersions(twin, { start: first.start, end: first.end })])];

/** The first line that is not blank, from this one on; how many there are if all are blank. */
function firstWritten(lines: readonly Line[], from: number): number {
  let at = from;
  while (at < lines.length && lines[at]!.text.trim() === '') at += 1;
  return Math.min(at, lines.length);
}

function pastQuote(lines: readonly Line[], from: number): number {
  let at = from;
  while (at < lines.length && lines[at]!.text.startsWith('>')) at += 1;
  return at;
}

function quoteIn(lines: readonly Line[], from: number, past: number): string {
  let quote = '';
  for (let at = from; at < past; at += 1) quote += `${at === from ? '' : '\n'}${lines[at]!.text.replace(/^> ?/, '')}`;
  return quote;
}

/** What the person wrote, without blank lines at its ends. */
function bodyIn(lines: readonly Line[], from: number): string {
  const first = firstWritten(lines, from);
  let past = lines.length;
  while (past > first && lines[past - 1]!.text.trim() === '') past -= 1;
  let body = '';
  for (let at = first; at < past; at += 1) body += `${at === first ? '' : '\n'}${lines[at]!.text}`;
  return unprotect(body);
}

/** Where unclear words stand in the heading's line; the whole of it when they stand apart. */
function unclearSpan({ text, start, end }: Line, words: string): Span {
  const at = text.indexOf(words, 2);
  return at < 0 ? { start, end } : { start: start + at, end: start + at + words.length };
}
