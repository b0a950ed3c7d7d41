/** Notes as a Markdown document: source by source, each passage as a quotation with its citation. */
import { citationInMarkdown } from '../citations';
import { inDraft, joined, type DraftText } from '../exits';
import { ownMarkdown, plainInline, plainLines, plainWords, quotedLines } from '../markdownProse';
import { headingLine, locatorText } from '../notes';
import type { Note } from '../source';
import { bySource, tagsOfNote, workInBrief } from './notesToWrite';
import type { NotesToWrite } from './notesToWrite';

/** The document. What people wrote in their notes is Markdown and stays as it is; titles, quotations and places are foreign text and mean nothing to Markdown. */
export function notesMarkdown(chosen: NotesToWrite): DraftText {
  const sources = bySource(chosen).flatMap(({ source, notes }) => [
    inDraft`## ${plain(workInBrief(source.item))} ${citationInMarkdown(source.item.id)}`,
    ...notes.flatMap((note) => noteParts(source.item.id, note, chosen)),
  ]);
  return inDraft`${joined([inDraft`# ${plain(chosen.title)}`, ...sources], inDraft`\n\n`)}\n`;
}

function noteParts(key: string, note: Note, { codebook }: NotesToWrite): readonly DraftText[] {
  const heading = plainInline(`#${headingLine({ ...note, tags: tagsOfNote(note, codebook) })}`.replace(/\s+/g, ' '));
  const place = note.locator === undefined ? '' : locatorText(note.locator);
  const quote = note.quote === undefined ? inDraft`` : quotedLines(inDraft`${plainLines(note.quote.replace(/\r\n?/g, '\n'))}\n\n${citationInMarkdown(key, place)}`);
  const by = note.author === undefined ? inDraft`` : inDraft`*${plain(note.author)}*`;
  return [heading, quote, ownMarkdown(note.text), by].filter((part) => part !== '');
}

const plain = (text: string): DraftText => plainWords(text.replace(/\s+/g, ' ').trim());
