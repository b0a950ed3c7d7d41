/** Which marks a document gets, as data: each passage in its tag's colour, in a lane of its own where passages overlap. */
import { passagesInFile, passagesInText, readSourceFile } from '../../core/library';
import type { Library, NotePassage, Source } from '../../core/library';
import { headingParts, resolveTag } from '../../core/notes';
import type { SearchText } from '../../core/notes';
import type { Note, Span } from '../../core/source';

/** A passage to mark. `lane` counts from 0: passages that overlap have different ones. `tag` decides the colour. */
export type Mark = { readonly span: Span; readonly note: Note; readonly tag: string | undefined; readonly moved: boolean; readonly lane: number };
/** A tag in a note's heading. */
export type TagPlace = { readonly span: Span; readonly tag: string };

/** How many lanes there are; more passages than that on one spot share the last. */
export const lanes = 4;

/** The marks of a source's own file, as it stands in the editor, and the places of its tags. */
export function marksInFile(text: string, source: Source, library: Library): { readonly marks: readonly Mark[]; readonly tags: readonly TagPlace[] } {
  const file = readSourceFile(text);
  const here = file.notes.map(({ note }) => note);
  // Who codes blind keeps notes in another file.
  const elsewhere = source.notes.filter(({ id }) => id !== undefined && !here.some((note) => note.id === id));
  const tags = file.notes.flatMap(({ heading }) => {
    const line = text.slice(heading.start, heading.end);
    const from = heading.start + (/^##[ \t]*/.exec(line)?.[0].length ?? 0);
    return headingParts(text.slice(from, heading.end)).flatMap((part) => (part.role === 'tag' ? [{ span: { start: from + part.start, end: from + part.end }, tag: resolveTag(part.tag, library.codebook) }] : []));
  });
  return { marks: inLanes(passagesInFile(file, [...here, ...elsewhere]), library), tags };
}

/** The marks of a text of a source; one note at a time, since a passage that is gone takes some milliseconds. */
export async function marksInText(text: SearchText, path: string, source: Source, library: Library, breathe: () => Promise<boolean>): Promise<readonly Mark[] | undefined> {
  const passages: NotePassage[] = [];
  for (const note of source.notes) {
    passages.push(...passagesInText(text, path, [note]));
    if (!await breathe()) return undefined;
  }
  return inLanes(passages, library);
}

/** The earlier and longer ones take the first lanes. */
function inLanes(passages: readonly NotePassage[], { codebook }: Library): Mark[] {
  const placed = passages.flatMap(({ span, note, state }) => (span === undefined ? [] : [{ span, note, moved: state === 'moved' }]));
  const reached = Array.from({ length: lanes }, () => -1);
  return placed.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end).map((one) => {
    const free = reached.findIndex((end) => end <= one.span.start);
    const lane = free < 0 ? lanes - 1 : free;
    reached[lane] = Math.max(reached[lane] as number, one.span.end);
    const [tag] = one.note.tags;
    return { ...one, tag: tag === undefined ? undefined : resolveTag(tag, codebook), lane };
  });
}
