/**
 * The comment under a note's heading, the machine's part of a note:
 * `<!-- note n7k3f9q2m created=2026-09-14T10:22:05Z at=412 before="…" after="…" supports=lee2018#n4t8w1c0d -->`.
 * Values with spaces are JSON strings in which `--`, `<` and `>` are escaped, so that none can end the comment.
 */
import { relations } from '../source';
import type { Anchor, Note, Relation } from '../source';

type Machine = Pick<Note, 'id' | 'created' | 'anchor' | 'links' | 'twin'>;

/** The comment of a note, or undefined for one that needs none. */
export function noteComment(note: Machine): string | undefined {
  if (note.id === undefined) return undefined;
  const words = [`note ${note.id}`];
  if (note.created !== undefined) words.push(`created=${note.created}`);
  if (note.anchor?.at !== undefined) words.push(`at=${note.anchor.at}`);
  const place = note.anchor?.in;
  if (place !== undefined) words.push(inWord(place.path), ...(place.at === undefined ? [] : [`in-at=${place.at}`]));
  if (note.anchor !== undefined) words.push(`before=${quoted(note.anchor.before)}`, `after=${quoted(note.anchor.after)}`);
  for (const link of note.links ?? []) words.push(`${link.relation}=${commentValue(link.target)}`);
  if (note.twin !== undefined) words.push(`twin=${note.twin}`);
  return `<!-- ${words.join(' ')} -->`;
}

/** The word of a comment that says in which text of the source a passage stands. */
export const inWord = (path: string): string => `in=${quoted(path)}`;
/** A value as the comment holds it: bare, or as a JSON string that can't end the comment. */
export const commentValue = (text: string): string => (/^[^\s"<>=]+$/.test(text) && !text.includes('--') ? text : quoted(text));

function quoted(text: string): string {
  return JSON.stringify(text).replace(/--|[<>\u007f-\u009f\u2028\u2029]/g, (run) =>
    [...run].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''));
}

/** What a comment line says, or undefined when it isn't a note's. Words it doesn't know are passed over. */
export function readNoteComment(line: string): Machine | undefined {
  const text = line.trim();
  if (!text.startsWith('<!-- note ') || !text.endsWith('-->')) return undefined;
  const words = wordsOf(text.slice('<!-- note '.length, -'-->'.length));
  const [id] = words[0] ?? [];
  if (id === undefined || !/^[\p{L}\p{N}-]+$/u.test(id)) return undefined;
  const values = new Map(words.slice(1));
  const [created, twin] = [values.get('created'), values.get('twin')];
  const anchor = anchorFrom(values);
  const links = linksFrom(words);
  return { id, ...(created && { created }), ...(anchor && { anchor }), ...(links.length > 0 && { links }), ...(twin && { twin }) };
}

/** Words between spaces, each a bare word or `name=value`; a value in quotation marks may hold spaces. */
function wordsOf(text: string): [string, string][] {
  const words: [string, string][] = [];
  const word = /([^\s="]+)(?:=(?:"((?:[^"\\]|\\.)*)"|([^\s"]*)))?/g;
  for (const match of text.matchAll(word)) {
    words.push([match[1] as string, match[2] === undefined ? match[3] ?? '' : unquoted(match[2])]);
  }
  return words;
}

function unquoted(text: string): string {
  try {
    return JSON.parse(`"${text}"`) as string;
  } catch {
    return text;
  }
}

function anchorFrom(values: ReadonlyMap<string, string>): Anchor | undefined {
  const [path, before, after] = [values.get('in'), values.get('before'), values.get('after')];
  const at = numberFrom(values.get('at'));
  if (!['at', 'in', 'before', 'after'].some((name) => values.has(name))) return undefined;
  const inAt = numberFrom(values.get('in-at'));
  const place = path === undefined || path === '' ? {} : { in: { path, ...(inAt !== undefined && { at: inAt }) } };
  return { ...(at !== undefined && { at }), ...place, before: before ?? '', after: after ?? '' };
}

const numberFrom = (text: string | undefined): number | undefined => (text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined);

function linksFrom(words: readonly [string, string][]): { relation: Relation; target: string }[] {
  return words.flatMap(([name, target]) => {
    const relation = relations.find((known) => known === name);
    return relation !== undefined && target !== '' ? [{ relation, target }] : [];
  });
}
