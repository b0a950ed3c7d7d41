/** Relations between notes in their files: written into the comment of the note that has one, as splices; and those that lead nowhere. */
import { commentValue } from '../notes';
import type { Relation, Span, TextEdit } from '../source';
import { lineEndOf } from './lines';
import type { PlacedNote } from './noteBlock';
import type { SourceFile } from './sourceFile';

/** A relation as a note has it: `target` is `key#id`. */
export type Link = { readonly relation: Relation; readonly target: string };

/** Where the comment of a note stands; undefined for a note that has none. */
export function commentSpan({ text }: SourceFile, { heading, span }: PlacedNote): Span | undefined {
  const rest = text.slice(heading.end, span.end);
  const start = heading.end + rest.length - rest.trimStart().length;
  const end = text.indexOf('-->', start);
  return text.startsWith('<!-- note ', start) && end >= 0 && end < span.end ? { start, end: end + 3 } : undefined;
}

const word = ({ relation, target }: Link): string => `${relation}=${commentValue(target)}`;

/** The edits that give a note an id, so that others can point at it. None for a note that has one. */
export function mintNoteId(file: SourceFile, placed: PlacedNote, id: string): TextEdit[] {
  return placed.note.id === undefined ? [newComment(file, placed, `note ${id}`)] : [];
}

function newComment(file: SourceFile, { heading }: PlacedNote, words: string): TextEdit {
  const lineEnd = lineEndOf(file.text);
  return { start: heading.end, end: heading.end, text: `${lineEnd}${lineEnd}<!-- ${words} -->` };
}

/** The edits that relate a note to another; `id` is the note’s own if it has none yet. A relation that is there costs nothing. */
export function addLink(file: SourceFile, placed: PlacedNote, link: Link, id: string): TextEdit[] {
  if (placed.note.links?.some(({ relation, target }) => relation === link.relation && target === link.target) === true) return [];
  const comment = commentSpan(file, placed);
  if (comment === undefined) return [newComment(file, placed, `note ${id} ${word(link)}`)];
  const at = comment.end - '-->'.length;
  return [{ start: at, end: at, text: `${file.text[at - 1] === ' ' ? '' : ' '}${word(link)} ` }];
}

/** The edits that take a relation away. */
export function removeLink(file: SourceFile, placed: PlacedNote, link: Link): TextEdit[] {
  const comment = commentSpan(file, placed);
  if (comment === undefined) return [];
  const text = file.text.slice(comment.start, comment.end);
  const found = [` ${link.relation}=${link.target} `, ` ${word(link)} `, ` ${link.relation}="${link.target}" `].find((form) => text.includes(form));
  if (found === undefined) return [];
  const start = comment.start + text.indexOf(found);
  return [{ start, end: start + found.length - 1, text: '' }];
}
