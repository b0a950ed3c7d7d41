/** A formatted reference as runs of text, so that it can be shown without being read as HTML. */

/** How a run looks. */
export const runLooks = ['italic', 'bold', 'raised', 'lowered', 'smallCapitals', 'underlined'] as const;
export type RunLook = (typeof runLooks)[number];

/** A stretch of text that looks the same throughout. */
export type Run = { readonly text: string; readonly looks: readonly RunLook[] };

const byTag: { readonly [tag: string]: RunLook } = { i: 'italic', b: 'bold', sup: 'raised', sub: 'lowered' };
const byStyle: readonly (readonly [RegExp, RunLook])[] = [
  [/small-caps/, 'smallCapitals'], [/underline/, 'underlined'], [/font-style: ?italic/, 'italic'], [/font-weight: ?bold/, 'bold'],
];
const entities: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };

const unescaped = (text: string): string => text.replace(/&(?:#(\d{1,7})|([a-z]{1,8}));/g, (whole, code: string | undefined, name: string | undefined) =>
  (code === undefined ? entities[name ?? ''] ?? whole : String.fromCodePoint(Math.min(Number(code), 0x10ffff))));

/** What a tag adds to the looks; nothing for one that only holds text together. */
function lookOf(name: string, attributes: string): RunLook | undefined {
  return byTag[name] ?? byStyle.find(([style]) => style.test(attributes))?.[1];
}

/** The runs of a text in the formatter's own HTML (`<i>`, `<b>`, `<sup>`, `<sub>`, `<span style="…">`), in its order; empty ones are left out. */
export function runsOf(html: string): readonly Run[] {
  const open: (readonly [string, RunLook | undefined])[] = [];
  const runs: Run[] = [];
  let at = 0;
  const take = (end: number): void => {
    const text = unescaped(html.slice(at, end));
    if (text !== '') runs.push({ text, looks: [...new Set(open.flatMap(([, look]) => look ?? []))] });
  };
  for (const tag of html.matchAll(/<(\/?)([a-z]{1,10})([^<>]{0,200})>/g)) {
    take(tag.index);
    at = tag.index + tag[0].length;
    const [, closing, name = '', attributes = ''] = tag;
    if (closing === '') open.push([name, lookOf(name, attributes)]);
    else open.splice(Math.max(0, open.findLastIndex(([opened]) => opened === name)), 1);
  }
  take(html.length);
  return runs;
}
