/** `commonplace notes --to FORM DIR`: the notes of a folder’s library, all or those that fit a query, in any form that the editor exports. */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { noteFormats, noteWriters } from '../core/exchange';
import type { NoteFormat } from '../core/exchange';
import type { Engine } from '../core/enginePort';
import { LibraryStore } from '../core/library';
import type { Files, FileText } from '../core/library';
import { noNotesToWrite, notesFolderMissing } from '../core/problem';
import type { Problem } from '../core/problem';
import { matchNotes, parseQuery } from '../core/queries';
import { utf8Text } from '../core/utf8';

export const isNoteFormat = (word: string | undefined): word is NoteFormat => (noteFormats as readonly (string | undefined)[]).includes(word);

/** What is wanted: of which folder, which notes, in which form, into which file (`undefined`: standard output). */
export type NotesWish = { readonly folder: string; readonly query: string; readonly to: NoteFormat; readonly output?: string };

/** The bytes asked for, written where they are wanted. 0: all went well; 1: something could not be read or written as it stands. */
export async function writeNotes({ folder, query: text, to, output }: NotesWish, engine: Engine, say: (problem: Problem, name: string, text?: string) => void, print: (bytes: Uint8Array) => Promise<void>): Promise<number> {
  const place = placeOf(folder);
  if (place === undefined) return failed(() => say(notesFolderMissing(folder), folder));
  const { query, problems: mistakes } = parseQuery(text);
  if (mistakes.length > 0) return failed(() => mistakes.forEach((problem) => say(problem, '--query', text)));
  const store = new LibraryStore({
    files: filesIn(place.root), engine, now: () => '', random: () => 0, confirm: () => Promise.resolve(false),
    settings: () => ({ folder: place.sources, bibliography: '', keyPattern: '[auth][year]' }),
  });
  await store.load();
  const { current } = store;
  const notes = matchNotes(query, current);
  if (notes.length === 0) return failed(() => say(noNotesToWrite(), folder));
  const { bytes, problems } = noteWriters[to].write({ title: text.trim() === '' ? 'All notes' : `Notes on ${text.trim()}`, notes, codebook: current.codebook });
  for (const problem of problems) say(problem, folder);
  if (bytes.length > 0 && output !== undefined) writeFileSync(output, bytes);
  else if (bytes.length > 0) await print(bytes);
  const unread = [...store.problems].flatMap(([path, list]) => list.filter(({ severity }) => severity === 'error').map((problem) => ({ path, problem })));
  for (const { path, problem } of unread) say(problem, join(place.root, path));
  return unread.length > 0 || problems.some(({ severity }) => severity === 'warning') ? 1 : 0;
}

function failed(tell: () => void): number {
  tell();
  return 1;
}

/** The folder that holds `sources`, or that is it. */
function placeOf(folder: string): { readonly root: string; readonly sources: string } | undefined {
  const whole = resolve(folder);
  if (existsSync(join(whole, 'sources'))) return { root: whole, sources: 'sources' };
  return existsSync(whole) && statSync(whole).isDirectory() ? { root: resolve(whole, '..'), sources: basename(whole) } : undefined;
}

/** The folder’s files to read; nothing is ever written through it. */
function filesIn(root: string): Files {
  const refuse = () => Promise.resolve({ ok: false, why: 'failed', reason: 'it is only read' } as const);
  return {
    list: (folder, endings) => Promise.resolve(folder === '' ? [] : namesBelow(join(root, folder)).filter((path) => endings.some((ending) => path.toLowerCase().endsWith(ending)))
      .map((path) => ({ path: relative(root, path).replaceAll('\\', '/'), stamp: '' }))),
    read: (path) => Promise.resolve(textAt(join(root, path))),
    create: refuse, change: refuse, replace: refuse, move: refuse, remove: refuse, watch: () => ({ dispose: () => undefined }),
  };
}

const namesBelow = (folder: string): readonly string[] =>
  (existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)).filter((path) => statSync(path).isFile()).sort() : []);

function textAt(path: string): FileText | undefined {
  if (!existsSync(path)) return undefined;
  return { ...utf8Text(readFileSync(path)), version: path };
}
