/** Lines of a text with their places, and the protection of foreign lines that would read as structure of ours. */
import type { Span } from '../source';

/** One line: `start` of it, `end` before its line end, `next` where the following line starts. UTF-16 code units. */
export type Line = { readonly text: string; readonly start: number; readonly end: number; readonly next: number };

/** The line that starts here, within what ends at `limit`; `\n` and `\r\n` end a line, nothing else does. */
export function lineAt(text: string, start: number, limit = text.length): Line {
  const feed = text.indexOf('\n', start);
  const ended = feed >= 0 && feed < limit;
  const next = ended ? feed + 1 : limit;
  const full = ended ? feed : limit;
  const end = full > start && text.charCodeAt(full - 1) === 13 ? full - 1 : full;
  return { text: text.slice(start, end), start, end, next };
}

/** The lines of `text` within `span`. */
export function linesOf(text: string, span: Span = { start: 0, end: text.length }): Line[] {
  const lines: Line[] = [];
  for (let start = span.start; start < span.end;) {
    const line = lineAt(text, start, span.end);
    lines.push(line);
    start = line.next;
  }
  return lines;
}

/** The line end that a text uses, by its first one; `\n` when it has none. */
export function lineEndOf(text: string): '\n' | '\r\n' {
  const feed = text.indexOf('\n');
  return feed > 0 && text[feed - 1] === '\r' ? '\r\n' : '\n';
}

const structure = /^\\*(?:#{1,2}(?:\s|$)|<!--|```|~~~|>|<{7}|={7}|-{3})/;

/**
 * Put a backslash (which Markdown hides) before each line that would read as a heading, comment, fence, quotation or
 * conflict marker, so that any text at all can stand in a section. {@link unprotect} takes it off again.
 */
export function protect(text: string): string {
  return text.split('\n').map((line) => (structure.test(line) ? `\\${line}` : line)).join('\n');
}

/** How many characters at the start of a protected line are protection: 1 or 0. */
export function protection(line: string): 0 | 1 {
  return line.startsWith('\\') && structure.test(line) ? 1 : 0;
}

/** The text that {@link protect} was given. */
export function unprotect(text: string): string {
  return !text.includes('\\') ? text : text.split('\n').map((line) => line.slice(protection(line))).join('\n');
}

/**
 * Text as a file of text can hold it: `\n` as the only line end, control characters as their visible pictures (U+2400
 * and up), halves of surrogate pairs as U+FFFD. Nothing else is changed.
 */
export function visible(text: string): string {
  return text.replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f]/g, (control) => String.fromCharCode(0x2400 + control.charCodeAt(0)))
    .replace(/\p{Surrogate}/gu, '\ufffd');
}

/** {@link visible} text without blank lines at its ends, as a section or a note holds it. */
export function storable(text: string): string {
  const lines = visible(text).split('\n');
  return withoutBlankEnds(lines).join('\n');
}

/** The same lines without blank ones at either end. */
export function withoutBlankEnds(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line.trim() !== '');
  const last = lines.findLastIndex((line) => line.trim() !== '');
  return first < 0 ? [] : lines.slice(first, last + 1);
}
