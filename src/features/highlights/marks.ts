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

/** Words beside the marks: at the end of a line, or (`isNumber`) where a passage begins. */
export type Beside = { readonly at: number; readonly words: string; readonly isNumber: boolean };

/**
 * The tags of the passages that end on a line, at its end: there no text is pushed aside, as it would be behind the passage itself, where the editor has broken the line
 * already. Several passages are told apart by numbers.
 */
export function besideMarks(text: string, marks: readonly Mark[]): Beside[] {
  const lines = new Map<number, Map<string, Passage>>();
  for (const { span: { start, end }, note, moved } of [...marks].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
    const lineEnd = text.indexOf('\n', end) < 0 ? text.length : text.indexOf('\n', end);
    const passages = lines.get(lineEnd) ?? new Map<string, Passage>();
    lines.set(lineEnd, passages);
    const name = `${start} ${end}`;
    passages.set(name, { start, words: new Set([...passages.get(name)?.words ?? [], ...note.tags.map((tag) => `#${tag}`), ...(moved ? ['moved?'] : [])]) });
  }
  return [...lines].flatMap(([at, passages]) => besideLine(at, [...passages.values()].filter(({ words }) => words.size > 0)));
}

/** The words that several notes may quote, and what is said of them. */
type Passage = { readonly start: number; readonly words: ReadonlySet<string> };

function besideLine(at: number, passages: readonly Passage[]): Beside[] {
  const isOne = passages.length === 1;
  const numbers = isOne ? [] : passages.map(({ start }, index) => ({ at: start, words: raised(index + 1), isNumber: true }));
  const words = passages.map(({ words: tags }, index) => `${isOne ? '' : raised(index + 1)}${[...tags].join(' ')}`).join('  ');
  return passages.length === 0 ? [] : [...numbers, { at, words, isNumber: false }];
}

const raised = (number: number): string => [...String(number)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? '').join('');

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
