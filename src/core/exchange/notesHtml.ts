/** Notes as one HTML page that needs nothing else, to read, print or paste into a word processor. */
import { bySource, saidOfNote, tagsOfNote, workInBrief } from './notesToWrite';
import type { NotesToWrite } from './notesToWrite';
import { xmlText, xmlValue } from './xmlText';
import type { Note } from '../source';

const style = 'body{font:1rem/1.5 Georgia,serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}'
  + 'blockquote{margin:.5rem 0 .5rem 1rem;padding-left:.75rem;border-left:3px solid currentColor}h3{font-size:1rem;margin-bottom:.25rem}footer{font-size:.9rem}';

/** The page, in UTF-8. Everything that people wrote is text; none of it is markup. */
export function notesHtml(chosen: NotesToWrite): string {
  const sections = bySource(chosen).map(({ source, notes }) =>
    `<section id="${xmlValue(source.item.id)}">\n<h2>${xmlText(workInBrief(source.item))}</h2>\n${notes.map((note) => article(note, chosen)).join('\n')}\n</section>`);
  return `<!DOCTYPE html>\n<html>\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n<title>${xmlText(chosen.title)}</title>\n<style>${style}</style>\n</head>\n`
    + `<body>\n<h1>${xmlText(chosen.title)}</h1>\n${sections.join('\n')}\n</body>\n</html>\n`;
}

function article(note: Note, { codebook }: NotesToWrite): string {
  const heading = [tagsOfNote(note, codebook).map((tag) => `#${tag}`).join(' '), saidOfNote(note)].filter((part) => part !== '').join(' · ');
  return [
    '<article>', heading === '' ? '' : `<h3>${xmlText(heading)}</h3>`,
    note.quote === undefined ? '' : `<blockquote>${paragraphs(note.quote)}</blockquote>`, paragraphs(note.text),
    note.author === undefined ? '' : `<footer>${xmlText(note.author)}</footer>`, '</article>',
  ].filter((part) => part !== '').join('\n');
}

const paragraphs = (text: string): string =>
  text.split(/\n{2,}/).filter((part) => part.trim() !== '').map((part) => `<p>${xmlText(part.trim()).replaceAll('\n', '<br>\n')}</p>`).join('\n');
