/** Notes as JSON: everything that is known of them, for programs. */
import { bySource, nameOfNote, tagsOfNote } from './notesToWrite';
import type { NotesToWrite } from './notesToWrite';

/** `{title, codebook, sources, notes}`: sources are CSL items, each note names its source’s key. Fields that are empty are absent. */
export function notesJson(chosen: NotesToWrite): string {
  const { title, notes, codebook } = chosen;
  return `${JSON.stringify({
    title,
    codebook: { team: codebook.team, tags: Object.fromEntries(codebook.tags) },
    sources: bySource(chosen).map(({ source: { item: { custom: _, ...item } } }) => item),
    notes: notes.map(({ source, note }) => ({ source: source.item.id, name: nameOfNote({ source, note }), ...note, tags: tagsOfNote(note, codebook) })),
  }, null, 2)}\n`;
}
