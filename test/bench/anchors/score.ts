/** How well quoted passages are found again after a text has changed. */
import { anchorOf, findPassage, searchText } from '../../../src/core/notes';
import { edits } from './edits';
import type { Case, Chance } from './edits';

/** What came of one edit. `right`: of the passages that survived, those found at their place; `wrong`: found where they are not; `best`: the likeness of the best of these. */
export type Row = { readonly edit: string; readonly asked: number; readonly right: number; readonly confirm: number; readonly lost: number; readonly wrong: number; readonly best: number; readonly misses: readonly string[] };

const lengths = [3, 6, 10, 16, 26, 60];

/** Passages of several lengths, spread over the text: `each` of each length. */
export function passagesOf(text: string, each: number, chance: Chance): readonly { readonly one: Case; readonly words: number }[] {
  const han = /\p{Script=Han}/u.test(text);
  const starts = [...text.matchAll(han ? /\p{Script=Han}/gu : /\S+/gu)].map(({ 0: word, index }) => ({ start: index, end: index + word.length }));
  return lengths.flatMap((words) => {
    // A word is about two characters where no spaces are written.
    const count = han ? words * 2 : words;
    if (starts.length < count + 4) return [];
    return Array.from({ length: each }, () => {
      const first = Math.floor(chance() * (starts.length - count));
      return { one: { text, start: starts[first]!.start, end: starts[first + count - 1]!.end }, words };
    });
  });
}

/** Each edit carried out around each passage. */
export function scoreEdits(passages: ReturnType<typeof passagesOf>, chance: Chance): readonly Row[] {
  return edits.map(({ name, words: least, change }) => {
    const row = { edit: name, asked: 0, right: 0, confirm: 0, lost: 0, wrong: 0, best: 0, misses: [] as string[] };
    for (const { one } of passages.filter(({ words }) => words >= least)) {
      row.asked += 1;
      const quote = one.text.slice(one.start, one.end);
      const after = change(one, chance);
      const found = findPassage(searchText(after.text), quote, anchorOf(one.text, one));
      if (found === undefined) row.lost += 1;
      else if (isThere(found.span, after)) {
        row.right += 1;
        if (found.similarity < 1) row.confirm += 1;
      } else {
        row.wrong += 1;
        row.best = Math.max(row.best, found.similarity);
      }
      const isRight = after.start === undefined ? found === undefined : found !== undefined && isThere(found.span, after);
      if (!isRight) row.misses.push(`${JSON.stringify(quote)} -> ${found === undefined ? 'lost' : `${found.similarity.toFixed(2)} ${JSON.stringify(after.text.slice(found.span.start, found.span.end))}`}`);
    }
    return row;
  });
}

/** Found at its place: what both cover is four fifths of what either covers. */
function isThere(found: { readonly start: number; readonly end: number }, { start, end }: { readonly start?: number; readonly end?: number }): boolean {
  if (start === undefined || end === undefined) return false;
  const both = Math.min(found.end, end) - Math.max(found.start, start);
  return both >= 0.8 * (Math.max(found.end, end) - Math.min(found.start, start));
}
