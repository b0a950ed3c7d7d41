/**
 * A source file `sources/<key>.md` read whole. Reading never fails: it gives what it understood and what it did not.
 * Writing is by splices, see `sourceEdits.ts`; the whole text is made only for a new file, see `newFile.ts`.
 */
import { fileCutShort, fileDamaged, mergeConflict } from '../problem';
import type { Problem } from '../problem';
import type { Item, Span } from '../source';
import { readFrontMatter } from './frontMatter';
import type { Entry, FrontMatter, YamlValues } from './frontMatter';
import { itemFrom } from './item';
import { linesOf, protection } from './lines';
import { readNote } from './noteBlock';
import type { PlacedNote } from './noteBlock';
import { readBody } from './sections';
import type { Section } from './sections';

/** Why nothing may be written to a file; `cut-short` may be after the person has confirmed. */
export type Frozen = 'damaged' | 'conflict' | 'no-front-matter' | 'cut-short';

/** Where the abstract's text stands: each of its lines, by its place in the text and in the file. */
export type AbstractLine = { readonly at: number; readonly offset: number; readonly length: number };

/** All that a source file says. `yaml` lists entries that wait for a YAML reader; read again with its results. */
export type SourceFile = {
  readonly text: string;
  readonly item: Item;
  readonly notes: readonly PlacedNote[];
  readonly pasted: readonly string[];
  readonly entries: readonly Entry[];
  readonly frontMatter?: FrontMatter;
  readonly sections: readonly Section[];
  readonly abstractLines: readonly AbstractLine[];
  readonly end?: Span;
  readonly frozen?: Frozen;
  readonly yaml: readonly string[];
  readonly problems: readonly Problem[];
};

const nothing = { notes: [], pasted: [], entries: [], sections: [], abstractLines: [], yaml: [] } as const;
const nameless: Item = { id: '', type: 'document' };

/** Read any text at all. `damaged` says that the bytes on disk were not UTF-8. */
export function readSourceFile(text: string, yaml?: YamlValues, damaged = false): SourceFile {
  if (damaged || text.trim() === '' || text.includes('\0')) {
    return { ...nothing, text, item: nameless, frozen: 'damaged', problems: [fileDamaged()] };
  }
  const front = readFrontMatter(text, yaml);
  const from = 'end' in front ? front.end : 0;
  const body = readBody(text, from);
  const conflict = body.conflict ?? conflictInFrontMatter(text, from);
  const { item, problems } = itemFrom('entries' in front ? front.entries : []);
  const abstract = readAbstract(text, body.sections);
  const coder = typeof item['coder'] === 'string' ? item['coder'] : undefined;
  const notes = readNotes(text, body.sections, coder);
  const frozen = conflict ? 'conflict' : 'end' in front ? (body.end ? undefined : 'cut-short') : 'no-front-matter';
  return {
    text,
    item: abstract.text === '' ? item : { ...item, abstract: abstract.text },
    notes: notes.placed,
    pasted: body.sections.flatMap((section) => section.fenced.map(({ text: content }) => content)),
    sections: body.sections,
    abstractLines: abstract.lines,
    entries: 'entries' in front ? front.entries : [],
    ...('entries' in front && { frontMatter: front }),
    ...(body.end && { end: body.end }),
    ...(frozen && { frozen }),
    yaml: 'yaml' in front ? front.yaml : [],
    problems: [
      ...(conflict ? [mergeConflict(conflict)] : []), ...front.problems, ...problems, ...notes.problems,
      ...(frozen === 'cut-short' ? [fileCutShort({ start: text.trimEnd().length, end: text.length })] : []),
    ],
  };
}

function conflictInFrontMatter(text: string, end: number): Span | undefined {
  if (!text.includes('<<<<<<< ')) return undefined;
  const line = linesOf(text, { start: 0, end }).find((candidate) => candidate.text.startsWith('<<<<<<< '));
  return line && { start: line.start, end: line.end };
}

/** `coder`: whose notes a section holds that names nobody, in a file of one coder’s notes. */
function readNotes(text: string, sections: readonly Section[], coder: string | undefined): { placed: PlacedNote[]; problems: Problem[] } {
  const [placed, problems]: [PlacedNote[], Problem[]] = [[], []];
  for (const section of sections) {
    for (const block of section.blocks) {
      const read = readNote(text, block, section.author ?? coder);
      placed.push(read.placed);
      problems.push(...read.problems);
    }
  }
  return { placed, problems };
}

/** The abstract's text without blank lines at its ends, and where each of its lines stands in the file. */
function readAbstract(text: string, sections: readonly Section[]): { text: string; lines: AbstractLine[] } {
  const section = sections.find((candidate) => candidate.role === 'abstract');
  if (section === undefined) return { text: '', lines: [] };
  const all = linesOf(text, section.body);
  const first = all.findIndex((line) => line.text.trim() !== '');
  const past = all.findLastIndex((line) => line.text.trim() !== '') + 1;
  const lines: AbstractLine[] = [];
  let at = 0;
  for (const line of first < 0 ? [] : all.slice(first, past)) {
    const skip = protection(line.text);
    lines.push({ at, offset: line.start + skip, length: line.text.length - skip });
    at += line.text.length - skip + 1;
  }
  return { text: lines.map((line) => text.slice(line.offset, line.offset + line.length)).join('\n'), lines };
}

/** A place in the abstract's text as a place in the file; clamped to the abstract. */
export function offsetInFile(file: SourceFile, at: number): number {
  const line = file.abstractLines.findLast((candidate) => candidate.at <= at) ?? file.abstractLines[0];
  return line === undefined ? 0 : line.offset + Math.max(0, Math.min(at - line.at, line.length));
}

/** A place in the file as a place in the abstract's text, or undefined when it lies outside of the abstract. */
export function offsetInAbstract(file: SourceFile, offset: number): number | undefined {
  const last = file.abstractLines.at(-1);
  if (last === undefined || offset > last.offset + last.length) return undefined;
  const line = file.abstractLines.findLast((candidate) => candidate.offset <= offset);
  return line === undefined ? undefined : line.at + Math.min(offset - line.offset, line.length);
}
