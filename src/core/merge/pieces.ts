/** A source file cut into named pieces that can be compared side by side: fields, sections, notes, pasted texts. Nothing of the text is left out. */
import { readSourceFile } from '../library';
import type { SourceFile, SourceSection, YamlValues } from '../library';
import type { Json, Span } from '../source';

/** A stretch of text. `name` is the same in all versions of the file; `text` has no blank lines at its end, `gap` is what follows it. */
export type Piece = { readonly name: string; readonly text: string; readonly gap: string };

/** One entry of the front matter, or lines of it that are none (`value` and `key` absent). */
export type FieldPiece = Piece & { readonly key?: string; readonly value?: Json };

/** A section: its heading with what stands before its first note or pasted text, and those. `role` and `name` tell whose it is. */
export type SectionPiece = { readonly name: string; readonly role: SourceSection['role']; readonly head: Piece; readonly items: readonly Piece[] };

/** A whole file. `open` and `close` are the lines around the front matter; `lead` stands before the first section; `end` closes it. */
export type Pieces = {
  readonly open: string;
  readonly fields: readonly FieldPiece[];
  readonly close: string;
  readonly lead: Piece;
  readonly sections: readonly SectionPiece[];
  readonly end?: string;
};

/** What a text is cut from; the same for all versions. Line ends are `\n`. */
export function piecesOf(text: string, yaml?: YamlValues): Pieces | undefined {
  const file = readSourceFile(text, yaml);
  if (file.frontMatter === undefined || file.frozen === 'conflict' || file.frozen === 'damaged') return undefined;
  const { frontMatter: front } = file;
  const first = file.sections[0]?.span.start ?? text.length;
  const names = new Names();
  return {
    open: text.slice(0, front.open), fields: fieldsIn(file, names), close: text.slice(front.close, front.end),
    lead: piece('lead', bodyText(file, { start: front.end, end: Math.max(first, front.end) })),
    sections: file.sections.map((section) => sectionIn(file, section, names)),
    ...(file.end && { end: text.slice(file.end.start, file.end.end) }),
  };
}

/** Gives each name once; a name that comes again gets a number. */
class Names {
  private readonly seen = new Map<string, number>();

  next(name: string): string {
    const count = (this.seen.get(name) ?? 0) + 1;
    this.seen.set(name, count);
    return count === 1 ? name : `${name} ${count}`;
  }
}

function piece(name: string, text: string): Piece {
  const kept = withoutBlankLines(text);
  return { name, text: kept, gap: text.slice(kept.length) };
}

/** Without the blank lines at the end. Blanks behind the last word stay: a quotation may end in them. */
export function withoutBlankLines(text: string): string {
  const words = text.trimEnd();
  const end = text.indexOf('\n', words.length);
  return words === '' ? '' : end < 0 ? text : text.slice(0, end);
}

/** Text of the body without the line that closes the file. */
function bodyText({ text, end }: SourceFile, { start, end: stop }: Span): string {
  if (end === undefined || end.start >= stop || end.end <= start) return text.slice(start, stop);
  return text.slice(start, end.start) + text.slice(end.end, stop);
}

function fieldsIn({ text, entries, frontMatter }: SourceFile, names: Names): readonly FieldPiece[] {
  const pieces: FieldPiece[] = [];
  let at = frontMatter?.open ?? 0;
  const loose = (to: number): void => {
    const own = piece('', text.slice(at, to));
    pieces.push({ ...own, name: names.next(`loose ${own.text}`) });
  };
  for (const { key, span, value } of [...entries].sort((a, b) => a.span.start - b.span.start)) {
    if (span.start > at) loose(span.start);
    const { text: own, gap } = piece('', text.slice(span.start, span.end));
    pieces.push({ name: names.next(`field ${key}`), text: own, gap, key, ...(value !== undefined && { value }) });
    at = span.end;
  }
  if (frontMatter !== undefined && frontMatter.close > at) loose(frontMatter.close);
  return pieces;
}

function sectionIn(file: SourceFile, section: SourceSection, names: Names): SectionPiece {
  const spans = section.role === 'pasted' ? section.fenced.map(({ span }) => span) : section.blocks;
  const name = names.next(`section ${section.role} ${section.author ?? (section.role === 'other' ? section.title : '')}`);
  const head = piece(name, bodyText(file, { start: section.span.start, end: spans[0]?.start ?? section.span.end }));
  return { name, role: section.role, head, items: section.role === 'pasted' ? pastedIn(file, section, spans, names) : notesIn(file, spans, names) };
}

function notesIn(file: SourceFile, blocks: readonly Span[], names: Names): readonly Piece[] {
  return blocks.map((span) => {
    const id = file.notes.find((placed) => placed.span.start === span.start)?.note.id;
    const own = piece('', bodyText(file, span));
    return { ...own, name: names.next(id === undefined ? `note without a name ${own.text}` : `note ${id}`) };
  });
}

/** Fences, and what a person wrote between them; each named by what it says. */
function pastedIn(file: SourceFile, { span: { end } }: SourceSection, fences: readonly Span[], names: Names): readonly Piece[] {
  return fences.flatMap((span, n) => {
    const stop = fences[n + 1]?.start ?? end;
    const written = stop - file.text.slice(span.end, stop).trimStart().length;
    return [{ start: span.start, end: written }, { start: written, end: stop }].map((part) => piece('', bodyText(file, part)))
      .filter(({ text }) => text !== '').map((own) => ({ ...own, name: names.next(`pasted ${own.text}`) }));
  });
}
