/** Where each line of a text begins, in UTF-16 code units: behind each line feed, and at 0. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', feed + 1)) starts.push(feed + 1);
  return starts;
}
