/**
 * Other tags in a source file, as splices: the words of a note's heading that are tags, and the `tags` of the front matter.
 * No other character of the file is touched.
 */
import { setFields } from '../library';
import type { PlacedNote, SourceFile } from '../library';
import { tagFrom } from '../notes';
import type { TextEdit } from '../source';

/** What becomes of a tag as it is spelled in a file: another tag, itself, or undefined to take it away. */
export type TagOf = (tag: string) => string | undefined;

/** The edits that put `tagOf` of each tag in its place, in the headings of notes and in the source's own tags. */
export function retag(file: SourceFile, tagOf: TagOf): readonly TextEdit[] {
  return [...retagOwn(file, tagOf), ...file.notes.flatMap((placed) => retagNote(file.text, placed, tagOf))];
}

// --- headings --------------------------------------------------------------------------------------------------------

/** The edit of a note's heading line; none when its tags stay as they are. A tag that would stand twice stands once. */
export function retagNote(text: string, { heading }: PlacedNote, tagOf: TagOf): readonly TextEdit[] {
  const line = text.slice(heading.start, heading.end);
  const start = (/^##[ \t]*/.exec(line)?.[0] ?? '').length;
  const parts = line.slice(start).split('·');
  const kept = new Set(parts.flatMap(wordsOfTags).map(tagFrom).filter((tag) => tagOf(tag) === tag));
  const written = parts.map((part) => retagPart(part, tagOf, kept));
  const emptied = (part: string, index: number): boolean => part.trim() === '' && (parts[index] as string).trim() !== '';
  const remaining = written.filter((part, index) => !emptied(part, index)).join('·');
  return narrowest(heading.start + start, parts.join('·'), written.some(emptied) ? remaining.trim() : remaining);
}

/** The words of a part of a heading that are tags: those with `#`, in a part that begins with one. */
const wordsOfTags = (part: string): string[] => (part.trimStart().startsWith('#') ? part.split(/\s+/).filter((word) => word.startsWith('#')) : []);

/** One part between ` · `. `kept` are the tags that this heading has already; those that are put in are added. */
function retagPart(part: string, tagOf: TagOf, kept: Set<string>): string {
  if (!part.trimStart().startsWith('#')) return part;
  const out: string[] = [];
  for (const piece of part.split(/(?<=\S)(?=\s)|(?<=\s)(?=\S)/)) {
    const word = piece.startsWith('#') ? retagWord(piece, tagOf, kept) : piece;
    if (word !== undefined) out.push(word);
    else if (out.at(-1)?.trim() === '') out.pop();
  }
  return part.slice(0, part.length - part.trimStart().length) + out.join('').trimStart();
}

/** A word `#tag`; what stands behind the tag, such as a comma, stays. Undefined when the word goes. */
function retagWord(word: string, tagOf: TagOf, kept: Set<string>): string | undefined {
  const tag = tagFrom(word);
  const next = tagOf(tag);
  if (tag === '' || next === tag) return word;
  if (next === undefined || kept.has(next)) return undefined;
  kept.add(next);
  return `#${next}${/[.,;:!?)\]]{0,3}$/.exec(word)?.[0] ?? ''}`;
}

/** The least stretch that turns one text into the other, as an edit at `offset`. */
function narrowest(offset: number, before: string, after: string): TextEdit[] {
  if (before === after) return [];
  const most = Math.min(before.length, after.length);
  let [head, tail] = [0, 0];
  while (head < most && before[head] === after[head]) head += 1;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return [{ start: offset + head, end: offset + before.length - tail, text: after.slice(head, after.length - tail) }];
}

// --- the source's own tags -------------------------------------------------------------------------------------------

/** The edits of the front matter's `tags`: the words alone, where they can be told apart, else the line. */
function retagOwn(file: SourceFile, tagOf: TagOf): readonly TextEdit[] {
  const old = file.item.tags ?? [];
  const next = old.map((tag) => nextOwn(tag, tagOf));
  if (next.every((tag, index) => tag === old[index])) return [];
  const wanted = [...new Set(next)].filter((tag) => tag !== undefined);
  if (wanted.length === old.length) {
    const words = wordsIn(file, old);
    if (words !== undefined) return words.flatMap((word, index) => (next[index] === old[index] ? [] : [{ start: word.start, end: word.end, text: word.write(next[index] as string) }]));
  }
  return setFields(file, { tags: wanted.length === 0 ? undefined : wanted });
}

/** A tag of a source may be written as words (`UN voting`); one that stays is left as it is written. */
function nextOwn(tag: string, tagOf: TagOf): string | undefined {
  const name = tagFrom(tag);
  const next = tagOf(name);
  return next === name ? tag : next;
}

type Word = { readonly start: number; readonly end: number; readonly text: string; readonly write: (text: string) => string };

/** Where each of the tags stands in the entry; undefined when the words that are found are not exactly these. */
function wordsIn(file: SourceFile, tags: readonly string[]): readonly Word[] | undefined {
  const entry = file.entries.find(({ key }) => key === 'tags');
  if (entry === undefined) return undefined;
  const text = file.text.slice(entry.span.start, entry.span.end);
  const words = wordsOf(text, text.indexOf(':') + 1, entry.span.start);
  const same = words.length === tags.length && words.every((word, index) => word.text.replace(/^#/, '') === tags[index]);
  return same ? words : undefined;
}

const pieces = /"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|(?<=^|\s)#[^\n]*|[^\s"'[\],#-][^\s"'[\],]*/g;
const bare = /^(?!(?:true|false|null|yes|no|on|off|y|n)$)\p{L}[\p{L}\p{M}\p{N}_/-]*$/iu;
const quoted = (text: string): string => JSON.stringify(text);

/** The quoted and bare words of a list in YAML, without its comments. */
function wordsOf(text: string, from: number, offset: number): Word[] {
  const list = text.slice(from);
  return [...list.matchAll(pieces)].filter(([piece]) => !piece.startsWith('#')).map((match) => {
    const [piece] = match;
    const start = offset + from + match.index;
    const place = { start, end: start + piece.length };
    if (piece.startsWith('"')) return { ...place, text: unquoted(piece), write: quoted };
    if (piece.startsWith("'")) return { ...place, text: piece.slice(1, -1).replaceAll("''", "'"), write: (next) => `'${next.replaceAll("'", "''")}'` };
    return { ...place, text: piece, write: (next) => (bare.test(next) ? next : quoted(next)) };
  });
}

function unquoted(text: string): string {
  try {
    return JSON.parse(text) as string;
  } catch {
    return text;
  }
}
