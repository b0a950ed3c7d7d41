/** Changes of a source file as splices: each touches the lines of one field or one note, and no other byte. */
import type { Json, Note, TextEdit } from '../source';
import { entryLine } from './frontMatter';
import type { Entry } from './frontMatter';
import { rankOf } from './item';
import { lineEndOf, linesOf, protect, storable, visible } from './lines';
import { fenced, notesHeading } from './newFile';
import { noteText } from './noteBlock';
import type { PlacedNote } from './noteBlock';
import type { Section } from './sections';
import type { SourceFile } from './sourceFile';

/** Set fields of the front matter; `undefined` takes a field away. A field that already has the value costs no edit. */
export function setFields(file: SourceFile, fields: { readonly [field: string]: Json | undefined }): TextEdit[] {
  const inOrder = Object.entries(fields).sort((a, b) => rankOf(a[0]) - rankOf(b[0]));
  return inOrder.flatMap(([field, value]) => {
    const entry = file.entries.find((candidate) => candidate.key === field);
    if (field === 'abstract' && entry === undefined) return setAbstract(file, value);
    if (entry === undefined) return value === undefined ? [] : [insertField(file, field, value)];
    if (value === undefined) return [{ ...entry.span, text: '' }];
    return same(entry.value, value) ? [] : [replaceField(file, entry, value)];
  });
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A comment at the end of the line survives, where it can be told from the value. */
function replaceField(file: SourceFile, entry: Entry, value: Json): TextEdit {
  const line = entryLine(entry.key, value, '');
  const comment = /^[^"'#\n]*[^"'#\s]([ \t]+#[^\n]*)$/.exec(entry.raw)?.[1] ?? '';
  return { ...entry.span, text: line + comment + lineEndOf(file.text) };
}

/** New fields stand where a reader expects them: after the last field that comes before them in reading order. */
function insertField(file: SourceFile, field: string, value: Json): TextEdit {
  const before = file.entries.filter((entry) => rankOf(entry.key) <= rankOf(field)).at(-1);
  const at = before?.span.end ?? file.frontMatter?.open ?? 0;
  return { start: at, end: at, text: entryLine(field, value, lineEndOf(file.text)) };
}

function setAbstract(file: SourceFile, value: Json | undefined): TextEdit[] {
  const section = file.sections.find((candidate) => candidate.role === 'abstract');
  const text = typeof value === 'string' ? protect(storable(value)) : '';
  if (section !== undefined) return [{ ...section.body, text: withLineEnds(file, text === '' ? '\n' : `\n${text}\n\n`) }];
  if (text === '') return [];
  const at = file.frontMatter?.end ?? 0;
  return [{ start: at, end: at, text: withLineEnds(file, `\n# Abstract\n\n${text}\n`) }];
}

const withLineEnds = (file: SourceFile, text: string): string => text.replaceAll('\n', lineEndOf(file.text));

/** Where a section's own lines end: after the last that isn't blank. */
function contentEnd(file: SourceFile, section: Section): number {
  return linesOf(file.text, section.span).findLast((line) => line.text.trim() !== '')?.end ?? section.body.start;
}

/** Add a note at the end of its author's section, which is made when it isn't there. */
export function addNote(file: SourceFile, note: Note): TextEdit[] {
  const own = file.sections.find((section) => section.role === 'notes' && section.author === note.author);
  if (own === undefined) return [insertSection(file, `${notesHeading(note.author)}\n\n${noteText(note)}`)];
  const at = contentEnd(file, own);
  return [{ start: at, end: at, text: withLineEnds(file, `\n\n${noteText(note)}`) }];
}

/** Add several notes, each at the end of its author's section, in their order. */
export function addNotes(file: SourceFile, notes: readonly Note[]): TextEdit[] {
  return [...new Set(notes.map(({ author }) => author))].flatMap((author) => {
    const texts = notes.filter((note) => note.author === author).map(noteText).join('\n\n');
    const own = file.sections.find((section) => section.role === 'notes' && section.author === author);
    if (own === undefined) return [insertSection(file, `${notesHeading(author)}\n\n${texts}`)];
    const at = contentEnd(file, own);
    return [{ start: at, end: at, text: withLineEnds(file, `\n\n${texts}`) }];
  });
}

/** A new section before the pasted text, which is long and belongs last. */
function insertSection(file: SourceFile, text: string): TextEdit {
  const next = file.sections.find((section) => section.role === 'pasted')?.span.start ?? file.end?.start;
  if (next !== undefined) return { start: next, end: next, text: withLineEnds(file, `${text}\n\n`) };
  return atEnd(file, text);
}

function atEnd(file: SourceFile, text: string): TextEdit {
  const at = file.text.length;
  const gap = file.text.endsWith('\n') ? '\n' : '\n\n';
  return { start: at, end: at, text: withLineEnds(file, `${gap}${text}\n`) };
}

/** Take a note away, whole, with the blank line that set it apart. */
export function removeNote(file: SourceFile, placed: PlacedNote): TextEdit[] {
  const last = linesOf(file.text, placed.span).findLast((line) => line.text.trim() !== '');
  const rest = last === undefined ? placed.span.end : last.next;
  const gap = linesOf(file.text, { start: rest, end: placed.span.end }).slice(0, 1);
  return [{ start: placed.span.start, end: gap[0]?.next ?? rest, text: '' }];
}

/** Put a note's heading anew: tags, locator, stance, kind. What the heading held that we don't know stays. */
export function setHeading(placed: PlacedNote, heading: string): TextEdit[] {
  return [{ ...placed.heading, text: heading }];
}

/** Keep one more pasted text with the source. The same text twice costs nothing. */
export function addPasted(file: SourceFile, text: string): TextEdit[] {
  if (file.pasted.includes(visible(text))) return [];
  const section = file.sections.find((candidate) => candidate.role === 'pasted');
  if (section !== undefined) {
    const at = contentEnd(file, section);
    return [{ start: at, end: at, text: withLineEnds(file, `\n\n${fenced(text)}`) }];
  }
  const whole = `# As pasted\n\n${fenced(text)}`;
  if (file.end === undefined) return [atEnd(file, whole)];
  return [{ start: file.end.start, end: file.end.start, text: withLineEnds(file, `${whole}\n\n`) }];
}

/** Take one of the `pasted` texts away, with the blank lines before it. */
export function removePasted(file: SourceFile, index: number): TextEdit[] {
  const fence = file.sections.flatMap((section) => section.fenced)[index];
  if (fence === undefined) return [];
  const before = file.text.slice(0, fence.span.start);
  return [{ start: before.trimEnd().length + lineEndOf(file.text).length, end: fence.span.end, text: '' }];
}
