/**
 * Front matter, one entry at a time. We write an entry as one line, its value a JSON literal (which is YAML as well);
 * people may write any YAML. What is not a JSON literal or a plain word goes to a YAML reader, entry by entry, so that
 * one broken entry costs only itself.
 */
import { frontMatterOpen, frontMatterTwice, frontMatterUnread, noFrontMatter } from '../problem';
import type { Problem } from '../problem';
import { isObject } from '../source';
import type { Json, Span } from '../source';
import { lineAt } from './lines';
import type { Line } from './lines';

/** One entry: `span` covers its lines whole, with their line ends. `value` is absent when it could not be read. */
export type Entry = { readonly key: string; readonly span: Span; readonly raw: string; readonly value?: Json };

/** What a YAML reader made of entries' texts; undefined for one that it refused. */
export type YamlValues = ReadonlyMap<string, Json | undefined>;

/**
 * `open` and `close` are where entries begin and end (after the first `---` line, before the second).
 * `yaml` lists the texts of entries that need a YAML reader; give its results to a second reading.
 */
export type FrontMatter = {
  readonly entries: readonly Entry[];
  readonly open: number;
  readonly close: number;
  readonly end: number;
  readonly yaml: readonly string[];
  readonly problems: readonly Problem[];
};

const plainKey = /^([\p{L}_][\p{L}\p{N}_.-]*)[ \t]*:(?=[ \t]|$)/u;
const quotedKey = /^("(?:[^"\\]|\\.)*")[ \t]*:(?=[ \t]|$)/;
const plainScalar = /^[\p{L}\p{N}(«„“][^#:]*$/u;
const fence = /^---[ \t]*$/;

/** Read the front matter at the start of a file. `undefined` when there is none or it is never closed. */
export function readFrontMatter(text: string, yaml: YamlValues = new Map()): FrontMatter | { readonly problems: readonly Problem[] } {
  if (text === '') return { problems: [noFrontMatter()] };
  const first = lineAt(text, 0);
  if (!fence.test(first.text.replace(/^\ufeff/, ''))) return { problems: [noFrontMatter()] };
  const lines: Line[] = [];
  for (let start = first.next; start < text.length;) {
    const line = lineAt(text, start);
    if (fence.test(line.text)) return assemble(lines, first.next, line, yaml);
    lines.push(line);
    start = line.next;
  }
  return { problems: [frontMatterOpen({ start: first.start, end: first.end })] };
}

function assemble(lines: readonly Line[], open: number, closing: Line, yaml: YamlValues): FrontMatter {
  const problems: Problem[] = [];
  const needed: string[] = [];
  const entries = new Map<string, Entry>();
  for (const group of groups(lines, problems)) {
    const entry = readEntry(group, yaml, needed, problems);
    if (entries.has(entry.key)) problems.push(frontMatterTwice(entry.key, entry.span));
    else entries.set(entry.key, entry);
  }
  return { entries: [...entries.values()], open, close: closing.start, end: closing.next, yaml: needed, problems };
}

type Group = { readonly key: string; readonly lines: Line[]; readonly valueAt: number };

/** Lines that begin with a key, each with the indented or list lines that continue it. */
function groups(lines: readonly Line[], problems: Problem[]): Group[] {
  const found: Group[] = [];
  for (const line of lines) {
    const start = keyAt(line.text);
    const open = found.at(-1);
    if (start !== undefined) found.push({ ...start, lines: [line] });
    else if (open !== undefined && /^(?:[ \t]+\S|- |-$)/.test(line.text)) open.lines.push(line);
    else if (!/^\s*(?:#|$)/.test(line.text)) problems.push(frontMatterUnread('it begins with no field name', line));
  }
  return found;
}

function keyAt(line: string): { key: string; valueAt: number } | undefined {
  const plain = plainKey.exec(line);
  if (plain !== null) return { key: plain[1] as string, valueAt: plain[0].length };
  const quoted = quotedKey.exec(line);
  const key = quoted === null ? undefined : jsonValue(quoted[1] as string);
  return typeof key === 'string' && quoted !== null ? { key, valueAt: quoted[0].length } : undefined;
}

function readEntry(group: Group, yaml: YamlValues, needed: string[], problems: Problem[]): Entry {
  const [first, last] = [group.lines[0] as Line, group.lines.at(-1) as Line];
  const span = { start: first.start, end: last.next };
  const raw = group.lines.length === 1 ? first.text : group.lines.map((line) => line.text).join('\n');
  const value = group.lines.length === 1 ? easyValue(first.text.slice(group.valueAt).trim()) : undefined;
  if (value !== undefined) return { key: group.key, span, raw, value };
  if (!yaml.has(raw)) needed.push(raw);
  const slow = yaml.get(raw);
  if (slow !== undefined) return { key: group.key, span, raw, value: slow };
  if (yaml.has(raw)) problems.push(frontMatterUnread('it is not valid YAML', { start: first.start, end: last.end }));
  return { key: group.key, span, raw };
}

function easyValue(text: string): Json | undefined {
  if (text === '') return null;
  return jsonValue(text) ?? (text === 'null' ? null : plainScalar.test(text) ? text : undefined);
}

function jsonValue(text: string): Json | undefined {
  if (!/^["[{\d-]|^(?:true|false)$/.test(text)) return undefined;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** One entry as we write it, with its line end: the value a JSON literal on one line, safe as YAML too. */
export function entryLine(key: string, value: Json, lineEnd = '\n'): string {
  const name = /^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(key) ? key : literal(key);
  const bare = (key === 'type' || key === 'id') && typeof value === 'string' && bareWord.test(value);
  return `${name}: ${bare ? value : literal(value)}${lineEnd}`;
}

/** A word that every YAML reader takes for a string. */
const bareWord = /^(?!(?:true|false|null|yes|no|on|off|y|n)$)[a-zA-Z][a-zA-Z0-9_-]*$/i;

/** A name's parts in the order in which one looks for them; other objects stay in the order they came. */
function inNameOrder(_: string, value: Json): Json {
  if (!isObject(value) || !('given' in value) || !('family' in value)) return value;
  const { family, given, ...rest } = value;
  return { family: family as Json, given: given as Json, ...rest };
}

/** JSON that is also one line of YAML 1.2: no raw line separators or control characters. */
function literal(value: Json): string {
  return JSON.stringify(value, inNameOrder)
    .replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
