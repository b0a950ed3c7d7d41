/** One note as lines of a source file, and back: heading, comment of the machine, quotation, what the person wrote. */
import { noteHeadingUnclear, noteInTwoVersions } from '../problem';
import type { Problem } from '../problem';
import { headingLine, noteComment, readHeading, readNoteComment } from '../notes';
import type { Note, Span } from '../source';
import { linesOf, protect, storable, unprotect, withoutBlankEnds } from './lines';
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
export function readNote(text: string, span: Span, author: string | undefined): { placed: PlacedNote; problems: Problem[] } {
  const lines = linesOf(text, span);
  const first = lines[0] as Line;
  const heading = { start: first.start, end: first.end };
  const { unclear, ...said } = readHeading(first.text.replace(/^##[ \t]*/, ''));
  const [machine, comment, rest] = takeComment(lines.slice(1));
  const [quoted, body] = takeQuote(rest);
  const quote = quoted.length === 0 ? {} : { quote: quoted.map((line) => line.text.replace(/^> ?/, '')).join('\n') };
  const written = unprotect(withoutBlankEnds(body.map((line) => line.text)).join('\n'));
  const note: Note = { ...machine, ...(author !== undefined && { author }), ...said, ...quote, text: written };
  const quoteSpan = quoted.length === 0 ? {} : { quoteSpan: { start: quoted[0]!.start, end: quoted.at(-1)!.end } };
  return {
    placed: { note, span, heading, ...quoteSpan, ...(comment && { comment: { start: comment.start, end: comment.end } }), unclear },
    problems: [...unclear.map((words) => noteHeadingUnclear(words, unclearSpan(first, words))), ...(note.twin === undefined ? [] : [noteInTwoVersions(note.twin, heading)])],
  };
}

const withoutBlankStart = (lines: readonly Line[]): readonly Line[] => {
  const first = lines.findIndex((line) => line.text.trim() !== '');
  return first < 0 ? [] : lines.slice(first);
};

/** Where unclear words stand in the heading's line; the whole of it when they stand apart. */
function unclearSpan({ text, start, end }: Line, words: string): Span {
  const at = text.indexOf(words, 2);
  return at < 0 ? { start, end } : { start: start + at, end: start + at + words.length };
}

function takeComment(lines: readonly Line[]): [Partial<Note>, Line | undefined, readonly Line[]] {
  const rest = withoutBlankStart(lines);
  const machine = rest[0] === undefined ? undefined : readNoteComment(rest[0].text);
  return machine === undefined ? [{}, undefined, lines] : [machine, rest[0], rest.slice(1)];
}

function takeQuote(lines: readonly Line[]): [readonly Line[], readonly Line[]] {
  const rest = withoutBlankStart(lines);
  const end = rest.findIndex((line) => !line.text.startsWith('>'));
  const count = end < 0 ? rest.length : end;
  return [rest.slice(0, count), rest.slice(count)];
}
