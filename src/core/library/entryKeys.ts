/** Renaming a key where it is recorded: in bibliographies, and in the relations of notes. */
import type { Span, TextEdit } from '../source';

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** How a key is recorded, by the ending of the bibliography; in each the first group is what stands before the key. */
function patterns(ending: string, key: string): readonly RegExp[] {
  const word = escaped(key);
  switch (ending) {
    case 'bib': return [
      new RegExp(`(@[ \\t]{0,20}[A-Za-z]{1,40}\\s{0,20}[{(]\\s{0,20})${word}(?=\\s{0,20},)`, 'g'),
      new RegExp(`(\\b(?:crossref|xref|related|entryset|xdata)\\s{0,20}=\\s{0,20}[{"](?:[^{}"\\n]{0,500},\\s{0,5})?)${word}(?=\\s{0,5}[,}"])`, 'gi'),
    ];
    case 'json': return [new RegExp(`("(?:id|citation-key)"\\s{0,20}:\\s{0,20}")${escaped(JSON.stringify(key).slice(1, -1))}(?=")`, 'g')];
    case 'yaml': case 'yml': return [new RegExp(`(^[ \\t-]{0,40}id:[ \\t]{1,20}["']?)${word}(?=["']?[ \\t]{0,20}\\r?$)`, 'gm')];
    case 'ris': return [new RegExp(`(^ID {2}- {0,3})${word}(?=[ \\t]{0,20}\\r?$)`, 'gm')];
    default: return [];
  }
}

/** Where a bibliography records or refers to a key: the spans of the key alone, in order. */
export function keySpans(path: string, text: string, key: string): readonly Span[] {
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  const found = patterns(ending, key).flatMap((pattern) => [...text.matchAll(pattern)]);
  const spans = found.map((match) => ({ start: match.index + (match[1] ?? '').length, end: match.index + match[0].length }));
  return spans.sort((one, other) => one.start - other.start);
}

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
