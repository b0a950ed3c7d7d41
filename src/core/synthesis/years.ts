/** Tags over the years in which their sources were published. */
import { yearOf } from '../source';
import type { Coding } from './coding';

/** `years` in order, each in which a source with a tagged passage was published; `counts[t][y]` passages; `undated` have no year. */
export type Years = { readonly tags: readonly string[]; readonly years: readonly number[]; readonly counts: readonly (readonly number[])[]; readonly undated: number };

/** How many passages of each year bear each of `tags`, as they stand on the codings. */
export function yearsOf(codings: readonly Coding[], tags: readonly string[]): Years {
  const dated = codings.flatMap((coding) => { const year = yearOf(coding.source.item); return year === undefined || coding.tags.length === 0 ? [] : [{ coding, year }]; });
  const years = [...new Set(dated.map(({ year }) => year))].sort((a, b) => a - b);
  const [places, columns] = [new Map(tags.map((tag, index) => [tag, index])), new Map(years.map((year, index) => [year, index]))];
  const counts = tags.map(() => new Array<number>(years.length).fill(0));
  for (const { coding, year } of dated) {
    const column = columns.get(year) as number;
    for (const tag of coding.tags) {
      const row = counts[places.get(tag) ?? -1];
      if (row !== undefined) row[column] = (row[column] as number) + 1;
    }
  }
  return { tags, years, counts, undated: codings.filter(({ tags: own }) => own.length > 0).length - dated.length };
}
