/** What a draft says of how its citations are to look: `csl:` and `lang:` in its front matter, as Pandoc reads them. */
import type { Span } from '../source';
import { fieldStrings } from './yamlField';

/** `csl` is a path, an address or a style's id as written, at `span`; `lang` a language tag such as `ru-RU`. */
export type DraftStyle = { readonly csl?: string; readonly span?: Span; readonly lang?: string };

const largest = 20_000;

/** The style and language that a Markdown draft asks for in its front matter, if it has one. */
export function draftStyle(text: string): DraftStyle {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  if (!/^---[ \t]*\r?\n/.test(text.slice(start, start + 100))) return {};
  const close = /^(?:---|\.\.\.)[ \t]*\r?$/m.exec(text.slice(start + 4, start + largest));
  if (close === null) return {};
  const within = { start: start + 4, end: start + 4 + close.index };
  const [csl] = [...fieldStrings(text, 'csl', within), ...fieldStrings(text, 'citation-style', within)];
  const [lang] = [...fieldStrings(text, 'lang', within), ...fieldStrings(text, 'language', within)];
  return { ...(csl === undefined ? {} : { csl: csl.text, span: csl.span }), ...(lang === undefined ? {} : { lang: lang.text }) };
}

/** The id that a style's name would have among the bundled ones: `https://www.zotero.org/styles/apa`, `styles/apa.csl` and `apa` are `apa`. */
export function styleId(name: string): string {
  return (name.trim().split(/[?#]/, 1)[0] ?? '').replace(/^.*[/\\]/, '').replace(/\.csl$/i, '');
}
