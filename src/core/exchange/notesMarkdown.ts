/** Notes as a Markdown document: source by source, each passage as a quotation with its citation. */
import { headingLine, locatorText } from '../notes';
import type { Note } from '../source';
import { bySource, tagsOfNote, workInBrief } from './notesToWrite';
import type { NotesToWrite } from './notesToWrite';

/** The document. What people wrote is Markdown and stays as it is. */
export function notesMarkdown(chosen: NotesToWrite): string {
  const sources = bySource(chosen).flatMap(({ source, notes }) => [
    `## ${plain(workInBrief(source.item))} [@${source.item.id}]`,
    ...notes.flatMap((note) => noteParts(source.item.id, note, chosen)),
  ]);
  return `${[`# ${plain(chosen.title)}`, ...sources].join('\n\n')}\n`;
}

function noteParts(key: string, note: Note, { codebook }: NotesToWrite): readonly string[] {
  const heading = `#${headingLine({ ...note, tags: tagsOfNote(note, codebook) })}`;
  const place = note.locator === undefined ? '' : `, ${locatorText(note.locator)}`;
  const quote = note.quote === undefined ? [] : [...note.quote.split('\n').map((line) => `> ${line}`.trimEnd()), '>', `> [@${key}${place}]`];
  const by = note.author === undefined ? '' : `*${plain(note.author)}*`;
  return [heading, quote.join('\n'), note.text, by].filter((part) => part !== '');
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#@$]/g, (sign) => `\\${sign}`);
