/** The text of a new source file, the one place where a file is written whole. */
import type { Item, Json, Note } from '../source';
import { entryLine } from './frontMatter';
import { fieldsOf } from './item';
import { protect, storable, visible } from './lines';
import { noteText } from './noteBlock';
import { endLine } from './sections';

/** What goes into a new file. `authors` get a heading each for their notes, so that git merges what they add. */
export type NewSource = {
  readonly item?: Item;
  /** The front matter, where it is not all of the item's. */
  readonly fields?: readonly (readonly [string, Json])[];
  readonly notes?: readonly Note[];
  readonly pasted?: readonly string[];
  readonly authors?: readonly string[];
};

/** The whole text, lines ended by `\n`. */
export function newSourceFile(source: NewSource): string {
  const fields = source.fields ?? (source.item === undefined ? [] : fieldsOf(source.item));
  const front = fields.map(([field, value]) => entryLine(field, value)).join('');
  const abstract = protect(storable(source.item?.abstract ?? ''));
  const sections = [
    ...(abstract === '' ? [] : [`# Abstract\n\n${abstract}`]),
    ...noteSections(source.notes ?? [], source.authors ?? []),
    ...(source.pasted?.length ? [`# As pasted\n\n${source.pasted.map(fenced).join('\n\n')}`] : []),
    endLine,
  ];
  return `---\n${front}---\n\n${sections.join('\n\n')}\n`;
}

function noteSections(notes: readonly Note[], authors: readonly string[]): string[] {
  const names = new Set<string | undefined>([...authors, ...notes.map((note) => note.author)]);
  return [...names].map((name) => {
    const own = notes.filter((note) => note.author === name).map(noteText);
    return [notesHeading(name), ...own].join('\n\n');
  });
}

/** The heading of a person's section of notes. */
export function notesHeading(author: string | undefined): string {
  return author === undefined ? '# Notes' : `# Notes by ${author}`;
}

/** Pasted text in a fence longer than any inside it, without losing a character that a file of text can hold. */
export function fenced(text: string): string {
  const content = visible(text);
  let longest = 2;
  for (const run of content.matchAll(/(?<!~)~{3,}/g)) longest = Math.max(longest, run[0].length);
  const fence = '~'.repeat(longest + 1);
  return `${fence}text\n${content}\n${fence}`;
}
