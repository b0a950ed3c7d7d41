/** Passages as a document to read: Markdown, each passage with its place and what was noted, and a link to the note. */
import type { SourceNote } from '../library';
import { locatorText } from '../notes';
import { plainInline, plainLines } from '../markdownProse';
import type { Span } from '../source';
import { sourceHeading } from './grouping';
import type { PassageGroup } from './grouping';

/** The text, and where in it (UTF-16 code units) which note is named. */
export type PassagesDocument = { readonly text: string; readonly links: readonly { readonly span: Span; readonly found: SourceNote }[] };

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** Puts a text together and remembers where what stands. */
class Writing {
  #parts: string[] = [];
  #length = 0;
  readonly links: { span: Span; found: SourceNote }[] = [];

  add(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }

  link(text: string, found: SourceNote): void {
    this.links.push({ span: { start: this.#length, end: this.#length + text.length }, found });
    this.add(text);
  }

  get text(): string {
    return this.#parts.join('');
  }
}

/** Text within a line, where no heading and no list begins. */
const within = (text: string): string => plainInline(text.replace(/\s+/g, ' '));

/** The document of passages. `title` is the query as the person knows it. */
export function passagesDocument(title: string, groups: readonly PassageGroup[]): PassagesDocument {
  const writing = new Writing();
  const all = new Set(groups.flatMap(({ notes }) => notes.map(({ note }) => note)));
  const sources = new Set(groups.flatMap(({ notes }) => notes.map(({ source }) => source)));
  writing.add(`# ${within(title)}\n\n${counted(all.size, 'passage')} in ${counted(sources.size, 'source')}\n`);
  for (const { label, notes } of groups) {
    if (label !== '') writing.add(`\n## ${within(label)} · ${notes.length}\n`);
    for (const found of notes) addPassage(writing, found);
  }
  return { text: writing.text, links: writing.links };
}

function addPassage(writing: Writing, found: SourceNote): void {
  const { note, source: { item } } = found;
  writing.add('\n');
  if (note.quote !== undefined) writing.add(`${plainLines(note.quote).split('\n').map((line) => (line === '' ? '>' : `> ${line}`)).join('\n')}\n\n`);
  if (note.text.trim() !== '') writing.add(`${plainLines(note.text.trim())}\n\n`);
  const said = [note.locator === undefined ? '' : locatorText(note.locator), note.stance ?? '', note.tags.map((tag) => `#${tag}`).join(' '), note.author === undefined ? '' : `noted by ${note.author}`];
  writing.add('— ');
  writing.link(within(sourceHeading(item)), found);
  writing.add(`${said.filter((part) => part !== '').map((part) => ` · ${within(part)}`).join('')}\n`);
}
