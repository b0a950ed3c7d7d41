/** Passages as a document to read: Markdown, each passage with its place and what was noted, and a link to the note. */
import type { SourceNote } from '../library';
import { locatorText } from '../notes';
import { inDraft, joined, type DraftText } from '../exits';
import { plainInline, plainLines, quotedLines } from '../markdownProse';
import type { Span } from '../source';
import { sourceHeading } from './grouping';
import type { PassageGroup } from './grouping';

/** The text, and where in it (UTF-16 code units) which note is named. */
export type PassagesDocument = { readonly text: DraftText; readonly links: readonly { readonly span: Span; readonly found: SourceNote }[] };

const number = (count: number): DraftText => plainInline(String(count));
const counted = (count: number, noun: DraftText): DraftText => inDraft`${number(count)} ${noun}${count === 1 ? inDraft`` : inDraft`s`}`;

/** Puts a text together and remembers where what stands. */
class Writing {
  #parts: DraftText[] = [];
  #length = 0;
  readonly links: { span: Span; found: SourceNote }[] = [];

  add(text: DraftText): void {
    this.#parts.push(text);
    this.#length += text.length;
  }

  link(text: DraftText, found: SourceNote): void {
    this.links.push({ span: { start: this.#length, end: this.#length + text.length }, found });
    this.add(text);
  }

  get text(): DraftText {
    return joined(this.#parts, inDraft``);
  }
}

/** Text within a line, where no heading and no list begins. */
const within = (text: string): DraftText => plainInline(text.replace(/\s+/g, ' '));

/** The document of passages. `title` is the query as the person knows it. */
export function passagesDocument(title: string, groups: readonly PassageGroup[]): PassagesDocument {
  const writing = new Writing();
  const all = new Set(groups.flatMap(({ notes }) => notes.map(({ note }) => note)));
  const sources = new Set(groups.flatMap(({ notes }) => notes.map(({ source }) => source)));
  writing.add(inDraft`# ${within(title)}\n\n${counted(all.size, inDraft`passage`)} in ${counted(sources.size, inDraft`source`)}\n`);
  for (const { label, notes } of groups) {
    if (label !== '') writing.add(inDraft`\n## ${within(label)} · ${number(notes.length)}\n`);
    for (const found of notes) addPassage(writing, found);
  }
  return { text: writing.text, links: writing.links };
}

function addPassage(writing: Writing, found: SourceNote): void {
  const { note, source: { item } } = found;
  writing.add(inDraft`\n`);
  if (note.quote !== undefined) writing.add(inDraft`${quotedLines(plainLines(note.quote))}\n\n`);
  if (note.text.trim() !== '') writing.add(inDraft`${plainLines(note.text.trim())}\n\n`);
  const said = [note.locator === undefined ? '' : locatorText(note.locator), note.stance ?? '', note.tags.map((tag) => `#${tag}`).join(' '), note.author === undefined ? '' : `noted by ${note.author}`];
  writing.add(inDraft`— `);
  writing.link(within(sourceHeading(item)), found);
  writing.add(inDraft`${joined(said.filter((part) => part !== '').map((part) => inDraft` · ${within(part)}`), inDraft``)}\n`);
}
