/** One field of front matter, or of a YAML file, where it is a string or a list of strings: `bibliography`, `nocite`, `csl`. */
import type { Span } from '../source';

/** A string with the place where it stands, quotes left out. */
export type YamlText = { readonly text: string; readonly span: Span };

const comment = /(?:^|\s)#.*/;

/** A scalar of one line as it stands between two places: quoted or plain. */
function scalar(text: string, start: number, end: number): YamlText | undefined {
  const raw = text.slice(start, end);
  const from = start + raw.length - raw.trimStart().length;
  const quote = text[from];
  if (quote === '"' || quote === "'") {
    const close = text.indexOf(quote, from + 1);
    return close > 0 && close < end ? { text: text.slice(from + 1, close), span: { start: from + 1, end: close } } : undefined;
  }
  const plain = raw.trimStart().replace(comment, '').trimEnd();
  return plain === '' || plain.startsWith('#') ? undefined : { text: plain, span: { start: from, end: from + plain.length } };
}

function flowList(text: string, start: number, end: number): readonly YamlText[] {
  const found: YamlText[] = [];
  let from = start;
  for (const piece of text.slice(start, end).split(',')) {
    const value = scalar(text, from, from + piece.length);
    if (value !== undefined) found.push(value);
    from += piece.length + 1;
  }
  return found;
}

/** The lines of a field, from what follows its colon to the next line that is indented no deeper. */
function fieldBody(text: string, name: string, { start, end }: Span): (Span & { readonly indent: number }) | undefined {
  const head = new RegExp(`^([ \\t]*)(?:${name}|"${name}"|'${name}')[ \\t]*:(?=[ \\t\\r\\n]|$)`, 'gm');
  head.lastIndex = start;
  const found = head.exec(text);
  if (found === null || found.index >= end) return undefined;
  const indent = found[1]?.length ?? 0;
  let at = text.indexOf('\n', head.lastIndex);
  while (at >= 0 && at + 1 < end) {
    const next = text.indexOf('\n', at + 1);
    const line = text.slice(at + 1, next < 0 ? end : next);
    const depth = line.length - line.trimStart().length;
    const inside = line.trim() === '' || depth > indent || (depth === indent && /^\s*-\s/.test(line));
    if (!inside) break;
    at = next;
  }
  return { start: head.lastIndex, end: at < 0 ? end : Math.min(at, end), indent };
}

/** The whole text of a field, a block of several lines included; undefined when it isn't there. */
export function fieldText(text: string, name: string, within: Span = { start: 0, end: text.length }): Span | undefined {
  return fieldBody(text, name, within);
}

/** The strings of a field: one, a list in brackets, or a list with a dash a line. The first field of that name counts. */
export function fieldStrings(text: string, name: string, within: Span = { start: 0, end: text.length }): readonly YamlText[] {
  const body = fieldBody(text, name, within);
  if (body === undefined) return [];
  const words = text.slice(body.start, body.end);
  const open = body.start + words.length - words.trimStart().length;
  if (text[open] === '[') {
    const close = text.indexOf(']', open);
    return flowList(text, open + 1, close < 0 || close > body.end ? body.end : close);
  }
  const found: YamlText[] = [];
  let from = body.start;
  for (const line of words.split('\n')) {
    const dash = /^\s*-\s+/.exec(line)?.[0].length ?? 0;
    const value = scalar(text, from + dash, from + line.length);
    if (value !== undefined && (dash > 0 || found.length === 0)) found.push(value);
    from += line.length + 1;
  }
  return found;
}
