/** Notes as tables: one a row, and sources × tags as 0 and 1. */
import { locatorText } from '../notes';
import type { Table } from '../tables';
import { creatorsOf, fullName, kindOf, yearOf } from '../source';
import { bySource, tagsOfNote, tagsWritten } from './notesToWrite';
import type { NotesToWrite } from './notesToWrite';

const columns = ['Key', 'Authors', 'Year', 'Title', 'Tags', 'Kind', 'Stance', 'Place', 'Passage', 'Note', 'Noted by', 'Created', 'DOI', 'Relations', 'Note ID'];

/** One note a row, with its source. */
export function notesTable({ title, notes, codebook }: NotesToWrite): Table {
  return {
    name: title, columns,
    rows: notes.map(({ source: { item }, note }) => [
      item.id, creatorsOf(item).map(fullName).join('; '), yearOf(item), item.title, tagsOfNote(note, codebook).join('; '), kindOf(note), note.stance,
      note.locator === undefined ? undefined : locatorText(note.locator), note.quote, note.text, note.author, note.created, item.DOI,
      (note.links ?? []).map(({ relation, target }) => `${relation} ${target}`).join('; '), note.id,
    ]),
  };
}

/** Sources × tags: 1 where a note on the source has the tag, else 0. For R and its like: keys first, then a column for each tag. */
export function tagMatrix(chosen: NotesToWrite): Table {
  const tags = tagsWritten(chosen);
  return {
    name: chosen.title, columns: ['key', ...tags],
    rows: bySource(chosen).map(({ source, notes }) => {
      const has = new Set(notes.flatMap((note) => tagsOfNote(note, chosen.codebook)));
      return [source.item.id, ...tags.map((tag) => (has.has(tag) ? 1 : 0))];
    }),
  };
}
