/** Changes of files as a list that one can read through: the form that `diff` has, with the changed lines alone. */
import { applyEdits } from '../edits';
import type { TextEdit } from '../source';

/** A file that changes: its path, the one it has afterwards, and edits of its text (UTF-16 units). */
export type ListedChange = { readonly path: string; readonly to?: string; readonly text: string; readonly edits: readonly TextEdit[] };

/** Lines that change together: `line` is the number of the first, from 1. */
type Changed = { readonly line: number; readonly before: readonly string[]; readonly after: readonly string[] };

/** The changes of some files, one after the other. Linear in the texts and edits, which are sorted. */
export const changeList = (files: readonly ListedChange[]): string => files.map(ofFile).join('\n');

function ofFile({ path, to = path, text, edits }: ListedChange): string {
  const hunks = changedLines(text, edits).flatMap(({ line, before, after }) => [`@@ line ${line} @@`, ...before.map((one) => `-${one}`), ...after.map((one) => `+${one}`)]);
  return `${[`--- ${path}`, `+++ ${to}`, ...hunks].join('\n')}\n`;
}

function changedLines(text: string, edits: readonly TextEdit[]): readonly Changed[] {
  const found: Changed[] = [];
  let [line, counted] = [1, 0];
  for (const { start, end, own } of byLines(text, [...edits].sort((one, other) => one.start - other.start || one.end - other.end))) {
    for (let next = text.indexOf('\n', counted); next >= 0 && next < start; next = text.indexOf('\n', counted)) [line, counted] = [line + 1, next + 1];
    const before = text.slice(start, end);
    const after = applyEdits(before, own.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start })));
    found.push(withoutAlike({ line, before: linesOf(before), after: linesOf(after) }));
  }
  return found;
}

/** An edit may take in a line end: the lines at both ends that stay as they are don’t count. */
function withoutAlike({ line, before, after }: Changed): Changed {
  const most = Math.min(before.length, after.length);
  let [head, tail] = [0, 0];
  while (head < most && before[head] === after[head]) head += 1;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return { line: line + head, before: before.slice(head, before.length - tail), after: after.slice(head, after.length - tail) };
}

const linesOf = (text: string): readonly string[] => text.split('\n').map((line) => line.replace(/\r$/, ''));

/** The edits by the lines they stand on; `end` is before the line end. */
function byLines(text: string, edits: readonly TextEdit[]): readonly { readonly start: number; readonly end: number; readonly own: readonly TextEdit[] }[] {
  const groups: { start: number; end: number; own: TextEdit[] }[] = [];
  for (const edit of edits) {
    const last = groups.at(-1);
    const line = text.indexOf('\n', edit.end);
    const end = line < 0 ? text.length : line;
    if (last !== undefined && edit.start <= last.end) {
      last.end = Math.max(last.end, end);
      last.own.push(edit);
    } else groups.push({ start: edit.start === 0 ? 0 : text.lastIndexOf('\n', edit.start - 1) + 1, end, own: [edit] });
  }
  return groups;
}
