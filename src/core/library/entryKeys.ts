/** Renaming a key where it is recorded: in bibliographies, and in the relations of notes. */
import type { Span, TextEdit } from '../source';

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/**
 * How keys are recorded in a kind of bibliography. In each pattern the first group is what stands before the key, the second the
 * key as it is written, or where there may be `several`, all of them with commas between.
 */
type Recording = { readonly pattern: RegExp; readonly several?: true };

const inJson: readonly Recording[] = [{ pattern: /("(?:id|citation-key)"\s{0,20}:\s{0,20}")((?:[^"\\\n]|\\[^\n]){1,300})(?=")/g }];
const inYaml: readonly Recording[] = [{ pattern: /(^[ \t-]{0,40}id:[ \t]{1,20}["']?)([^\s"'](?:[^\r\n"']{0,298}[^\s"'])?)(?=["']?[ \t]{0,20}\r?$)/gm }];
const recordings: { readonly [ending: string]: readonly Recording[] } = {
  bib: [
    { pattern: /(@[ \t]{0,20}[A-Za-z]{1,40}\s{0,20}[{(]\s{0,20})([^\s,{}"=](?:[^,\n{}"=]{0,298}[^\s,{}"=])?)(?=\s{0,20},)/g },
    { pattern: /(\b(?:crossref|xref|related|entryset|xdata|ids)\s{0,20}=\s{0,20}[{"])([^{}"]{1,4000})(?=[}"])/gi, several: true },
  ],
  json: inJson, yaml: inYaml, yml: inYaml,
  ris: [{ pattern: /(^ID {2}- {0,3})([^\s](?:[^\r\n]{0,298}[^\s])?)(?=[ \t]{0,20}\r?$)/gm }],
};

/** A key as a file records or refers to it. */
type Recorded = Span & { readonly key: string };

/** The keys of a list, without the blanks around them. */
function separately(list: string, start: number): readonly Recorded[] {
  let at = start;
  return list.split(',').map((piece) => {
    const from = at + piece.length - piece.trimStart().length;
    at += piece.length + 1;
    const key = piece.trim();
    return { key, start: from, end: from + key.length };
  });
}

/** A key of JSON may hold signs that are written otherwise there. */
const plainKey = (written: string): string => (written.includes('\\') ? written.replace(/\\u([0-9A-Fa-f]{4})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))).replace(/\\(.)/g, '$1') : written);

/** All keys that a bibliography records or refers to, in order; the text is gone through once for each way of recording. */
function keysIn(path: string, text: string): readonly Recorded[] {
  const ways = recordings[path.slice(path.lastIndexOf('.') + 1).toLowerCase()] ?? [];
  const found = ways.flatMap(({ pattern, several }) => [...text.matchAll(pattern)].flatMap((match) => {
    const [, before = '', written = ''] = match;
    const start = match.index + before.length;
    return several === true ? separately(written, start) : [{ key: ways === inJson ? plainKey(written) : written, start, end: start + written.length }];
  }));
  return found.sort((one, other) => one.start - other.start);
}

/** Where a bibliography records or refers to a key: the spans of the key alone, in order. */
export const keySpans = (path: string, text: string, key: string): readonly Span[] =>
  keysIn(path, text).filter((one) => one.key === key).map(({ start, end }) => ({ start, end }));

/** The edits that give keys other names wherever a bibliography records or refers to them. Linear in the text, however many they are. */
export const renamedKeys = (path: string, text: string, names: ReadonlyMap<string, string>): readonly TextEdit[] =>
  keysIn(path, text).flatMap(({ key, start, end }) => (names.has(key) ? [{ start, end, text: names.get(key) as string }] : []));

/** The key of the entry whose head holds the offset, in a `.bib`; with its span. */
export function entryKeyAt(text: string, offset: number): (Span & { readonly key: string }) | undefined {
  const line = text.lastIndexOf('\n', offset - 1) + 1;
  const head = /^([ \t]{0,40}@[ \t]{0,20}[A-Za-z]{1,40}[ \t]{0,20}[{(][ \t]{0,20})([^\s,{}"=@%#\\]{1,200})/.exec(text.slice(line, line + 400));
  if (head === null) return undefined;
  const start = line + (head[1] ?? '').length;
  const end = start + (head[2] ?? '').length;
  return start <= offset && offset <= end ? { key: head[2] ?? '', start, end } : undefined;
}

/** Where notes relate to notes on a source, `supports=key#n4t8w1c0d`: the spans of the key. */
export function relationSpans(text: string, key: string): readonly Span[] {
  const relation = new RegExp(`((?:supports|attacks|qualifies)="?)${escaped(key)}(?=#)`, 'g');
  return [...text.matchAll(relation)].map((match) => ({ start: match.index + (match[1] ?? '').length, end: match.index + match[0].length }));
}

/** Edits that put another key at these places. */
export const renamed = (spans: readonly Span[], name: string): readonly TextEdit[] => spans.map((span) => ({ ...span, text: name }));
