/** The table of faults in README.md as data. */

export type Row = { readonly id: string; readonly what: string; readonly shownBy: string };
/** A test that a row names: its file in `test/`, without ending, and how its title begins. */
export type Named = { readonly file: string; readonly title: string };

const counts = { S: 16, C: 14, P: 14, N: 8, E: 12, X: 12 };

/** Every id there must be a row for. */
export const ids: readonly string[] = Object.entries(counts).flatMap(([letter, count]) =>
  Array.from({ length: count }, (_, index) => `${letter}-${String(index + 1).padStart(2, '0')}`));

/** The rows of the tables of a Markdown text whose first cell is an id. */
export function rowsOf(markdown: string): readonly Row[] {
  return markdown.split('\n').flatMap((line) => {
    const [, id, what, shownBy] = /^\| ([A-Z]-\d\d) \| ([^|]*) \| (.*) \|$/.exec(line) ?? [];
    return id === undefined ? [] : [{ id, what: what ?? '', shownBy: shownBy ?? '' }];
  });
}

/** The tests a row names: `` `unit/nodeDisk` “never overwrites a file” ``. */
export function namedIn({ shownBy }: Row): readonly Named[] {
  return [...shownBy.matchAll(/`([\w./-]+)` “([^”]+)”/g)].map(([, file = '', title = '']) => ({ file, title }));
}

/** Why a row names no test: that it does not apply, or that its test is still open. */
export const excuse = ({ shownBy }: Row): string | undefined => /^(?:Does not apply: \S|Open:)/.exec(shownBy)?.[0];

/** Does the text of a test file have a test whose title begins so? Titles stand after `it(`, in quotes of any kind; a test that is always skipped shows nothing. */
export function hasTest(text: string, title: string): boolean {
  return ["'", '"', '`'].some((quote) => text.includes(`it(${quote}${title}`));
}
