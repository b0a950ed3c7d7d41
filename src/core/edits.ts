/** Carrying out edits on a text. */
import type { TextEdit } from './source';

/**
 * The text after all edits. Positions are UTF-16 code units of the text as it was, in any order; insertions at one
 * place come in the order given. Throws a RangeError for edits that overlap or lie outside the text: those are a
 * mistake of ours, never of the text. Without edits the text comes back itself.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < done || edit.end < edit.start || edit.end > text.length) {
      throw new RangeError(`Edit ${edit.start}–${edit.end} overlaps another or lies outside the text (${text.length}).`);
    }
    parts.push(text.slice(done, edit.start), edit.text);
    done = edit.end;
  }
  return edits.length === 0 ? text : parts.join('') + text.slice(done);
}

/** The one edit that makes `after` of `before`: the lines that both begin and end with stay. No character or line end is cut in two. */
export function replacing(before: string, after: string): TextEdit {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let tail = 0;
  while (tail < before.length - start && tail < after.length - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  // At the very beginning `lastIndexOf` would look at the first sign.
  start = start === 0 ? 0 : before.lastIndexOf('\n', start - 1) + 1;
  const inLine = before.length - tail;
  const nextLine = before.indexOf('\n', inLine);
  if (inLine > 0 && before[inLine - 1] !== '\n') tail = nextLine < 0 ? 0 : before.length - nextLine - 1;
  tail = Math.min(tail, before.length - start, after.length - start);
  return { start, end: before.length - tail, text: after.slice(start, after.length - tail) };
}

/** The edits that take {@link applyEdits} back, as edits of its result. */
export function inverseEdits(text: string, edits: readonly TextEdit[]): TextEdit[] {
  let shift = 0;
  return [...edits].sort((a, b) => a.start - b.start || a.end - b.end).map((edit) => {
    const start = edit.start + shift;
    shift += edit.text.length - (edit.end - edit.start);
    return { start, end: start + edit.text.length, text: text.slice(edit.start, edit.end) };
  });
}
