/** Two records that were taken for one work, and are none: the last merge of a source file taken back. */
import type { Item, TextEdit } from '../source';
import { mergesOf, unmergeFields } from '../merging';
import type { Merged } from '../merging';
import { removePasted, setFields } from './sourceEdits';
import type { SourceFile } from './sourceFile';

/** The last merge of a source file, with the text of the second record where that is known. */
export type LastMerge = { readonly merged: Merged; readonly text?: string };

/** What was last merged into a source; undefined when nothing was. */
export function lastMerge(file: SourceFile): LastMerge | undefined {
  const merged = mergesOf(file.item).at(-1);
  const text = merged?.text ?? (merged?.pasted === undefined ? undefined : file.pasted[merged.pasted]);
  return merged && { merged, ...(text !== undefined && { text }) };
}

/**
 * Take the last merge back: its fields, and its text from “As pasted”, unless an earlier record has the same text. `other` is the
 * second record, read anew, so that what a person has corrected since can be told from what was merged.
 */
export function unmergeEdits(file: SourceFile, other: Item | undefined): TextEdit[] {
  const fields = unmergeFields(file.item, other);
  if (fields === undefined) return [];
  const merges = mergesOf(file.item);
  const place = merges.at(-1)?.pasted;
  const isShared = place === undefined || place === 0 || merges.slice(0, -1).some(({ pasted }) => pasted === place);
  return [...setFields(file, fields), ...(isShared ? [] : removePasted(file, place))];
}
