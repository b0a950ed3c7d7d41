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
  const id = words[0]?.name;
  if (id === undefined || !/^[\p{L}\p{N}-]+$/u.test(id)) return undefined;
  const machine: { -readonly [F in keyof Machine]: Machine[F] } = { id };
  const created = valueOf(words, 'created');
  if (created) machine.created = created;
  const anchor = anchorFrom(words);
  if (anchor !== undefined) machine.anchor = anchor;
  const links = linksFrom(words);
  if (links.length > 0) machine.links = links;
  const twin = valueOf(words, 'twin');
  if (twin) machine.twin = twin;
  return machine;
}

/** One word of a comment: `name` or `name=value`. */
type Word = { readonly name: string; readonly value: string };

/** Words between spaces, each a bare word or `name=value`; a value in quotation marks may hold spaces. */
function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  const word = /([^\s="]+)(?:=(?:"((?:[^"\\]|\\.)*)"|([^\s"]*)))?/g;
  for (let match = word.exec(text); match !== null; match = word.exec(text)) {
    words.push({ name: match[1] as string, value: match[2] === undefined ? match[3] ?? '' : unquoted(match[2]) });
  }
  return words;
}

/** The value of the last word of this name, the id apart. */
function valueOf(words: readonly Word[], name: string): string | undefined {
  for (let at = words.length - 1; at > 0; at -= 1) if (words[at]?.name === name) return words[at]?.value;
  return undefined;
}

function unquoted(text: string): string {
  try {
    return JSON.parse(`"${text}"`) as string;
  } catch {
    return text;
  }
}

function anchorFrom(words: readonly Word[]): Anchor | undefined {
  const [at, path, before, after] = [valueOf(words, 'at'), valueOf(words, 'in'), valueOf(words, 'before'), valueOf(words, 'after')];
  if (at === undefined && path === undefined && before === undefined && after === undefined) return undefined;
  const [start, inAt] = [numberFrom(at), numberFrom(valueOf(words, 'in-at'))];
  const place = path === undefined || path === '' ? {} : { in: { path, ...(inAt !== undefined && { at: inAt }) } };
  return { ...(start !== undefined && { at: start }), ...place, before: before ?? '', after: after ?? '' };
}

const numberFrom = (text: string | undefined): number | undefined => (text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined);

function linksFrom(words: readonly Word[]): { relation: Relation; target: string }[] {
  const links: { relation: Relation; target: string }[] = [];
  for (const { name, value: target } of words) {
    const relation = relations.find((known) => known === name);
    if (relation !== undefined && target !== '') links.push({ relation, target });
  }
  return links;
}
