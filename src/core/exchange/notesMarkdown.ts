/** Notes as a Markdown document: source by source, each passage as a quotation with its citation. */
import { citationInMarkdown } from '../citations';
import { plainInline, plainLines } from '../markdownProse';
import { headingLine, locatorText } from '../notes';
import type { Note } from '../source';
import { bySource, tagsOfNote, workInBrief } from './notesToWrite';
import type { NotesToWrite } from './notesToWrite';

/** The document. What people wrote in their notes is Markdown and stays as it is; titles, quotations and places are foreign text and mean nothing to Markdown. */
export function notesMarkdown(chosen: NotesToWrite): string {
  const sources = bySource(chosen).flatMap(({ source, notes }) => [
    `## ${plain(workInBrief(source.item))} ${citationInMarkdown(source.item.id)}`,
    ...notes.flatMap((note) => noteParts(source.item.id, note, chosen)),
  ]);
  return `${[`# ${plain(chosen.title)}`, ...sources].join('\n\n')}\n`;
}

function noteParts(key: string, note: Note, { codebook }: NotesToWrite): readonly string[] {
  const heading = plainInline(`#${headingLine({ ...note, tags: tagsOfNote(note, codebook) })}`.replace(/\s+/g, ' '));
  const place = note.locator === undefined ? '' : locatorText(note.locator);
  const quote = note.quote === undefined ? [] : [...plainLines(note.quote.replace(/\r\n?/g, '\n')).split('\n').map((line) => `> ${line}`.trimEnd()), '>', `> ${citationInMarkdown(key, place)}`];
  const by = note.author === undefined ? '' : `*${plain(note.author)}*`;
  return [heading, quote.join('\n'), note.text, by].filter((part) => part !== '');
}

const plain = (text: string): string => plainInline(text.replace(/\s+/g, ' ').trim()).replaceAll('#', '\\#');
