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

/** The edits that take {@link applyEdits} back, as edits of its result. */
export function inverseEdits(text: string, edits: readonly TextEdit[]): TextEdit[] {
  let shift = 0;
  return [...edits].sort((a, b) => a.start - b.start || a.end - b.end).map((edit) => {
    const start = edit.start + shift;
    shift += edit.text.length - (edit.end - edit.start);
    return { start, end: start + edit.text.length, text: text.slice(edit.start, edit.end) };
  });
}
