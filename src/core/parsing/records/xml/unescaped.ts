/** XML that was pasted as the source of a page shows it: with `&lt;` for `<`. */

/** A text whose tags stand as such, and where each of its places stands in the escaped one. */
export type UnescapedView = { readonly text: string; readonly placeOf: (at: number) => number };

const escaped: ReadonlyMap<string, string> = new Map([['&lt;', '<'], ['&gt;', '>'], ['&quot;', '"'], ['&#34;', '"'], ['&#39;', "'"], ['&apos;', "'"], ['&#x27;', "'"], ['&amp;', '&']]);

/** Take one layer of escaping off. */
export function unescapedView(source: string): UnescapedView {
  const parts: string[] = [];
  const marks: { readonly at: number; readonly place: number }[] = [{ at: 0, place: 0 }];
  let [from, length] = [0, 0];
  for (const match of source.matchAll(/&(?:lt|gt|quot|apos|amp|#34|#39|#x27);/gu)) {
    const character = escaped.get(match[0]) ?? match[0];
    parts.push(source.slice(from, match.index), character);
    length += match.index - from + character.length;
    from = match.index + match[0].length;
    marks.push({ at: length, place: from });
  }
  parts.push(source.slice(from));
  return { text: parts.join(''), placeOf: (at) => placeBy(marks, at) };
}

/** The place by the last mark at or before `at`. */
function placeBy(marks: readonly { readonly at: number; readonly place: number }[], at: number): number {
  let [low, high] = [0, marks.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((marks[middle]?.at ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const mark = marks[low] ?? { at: 0, place: 0 };
  return mark.place + at - mark.at;
}
