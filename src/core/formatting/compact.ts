/** Styles and locales in the compact form in which they are bundled, made into what citeproc takes. */

import type { ListedStyle } from '../enginePort';

/** A node of a style or locale: name, attributes, children. */
export type CompactNode = { readonly n: string; readonly a?: Readonly<Record<string, string>>; readonly c?: readonly (CompactNode | string)[] };

/** The bundled styles by id (`american-political-science-association`) and locales by tag (`en-US`); each is loaded when asked for. */
export type StyleData = {
  readonly styles: Readonly<Record<string, () => Promise<unknown>>>;
  readonly locales: Readonly<Record<string, () => Promise<unknown>>>;
  readonly list: readonly ListedStyle[];
};

/** A node as citeproc wants it; citeproc writes into it. */
export type XmlNode = { name: string; attrs: Record<string, string>; children: (XmlNode | string)[] };

/** A fresh node for citeproc, without the elements named in `without`. */
export function inflated({ n, a, c = [] }: CompactNode, without: ReadonlySet<string> = new Set()): XmlNode {
  const children = c.filter((child) => typeof child === 'string' || !without.has(child.n))
    .map((child) => (typeof child === 'string' ? child : inflated(child, without)));
  if (n === 'term' && children.length === 0) children.push('');
  return { name: n, attrs: n === 'citation' ? grouped({ ...a }, c) : { ...a }, children };
}

/**
 * Works of one author that collapse to their years are parted by a comma unless the style says otherwise (CSL 1.0.2, “Cite
 * Grouping”). citeproc takes the delimiter after the group for it where both are named; the one after is then the usual one.
 */
function grouped(attributes: Record<string, string>, children: NonNullable<CompactNode['c']>): Record<string, string> {
  const collapses = attributes['collapse']?.startsWith('year') === true;
  if (!collapses || attributes['cite-group-delimiter'] !== undefined) return attributes;
  const { 'after-collapse-delimiter': after, ...others } = attributes;
  const usual = children.filter(isNode).find(({ n }) => n === 'layout')?.a?.['delimiter'];
  return { ...(after === usual ? others : attributes), 'cite-group-delimiter': ', ' };
}

const isNode = (child: CompactNode | string): child is CompactNode => typeof child !== 'string';

/** The first child element of a name. */
export const childOf = (node: CompactNode | undefined, name: string): CompactNode | undefined =>
  node?.c?.filter(isNode).find(({ n }) => n === name);

/** The child elements of a name. */
export const childrenOf = (node: CompactNode | undefined, name: string): readonly CompactNode[] =>
  (node?.c ?? []).filter(isNode).filter(({ n }) => n === name);

/** The text directly in a node. */
export const textIn = (node: CompactNode | undefined): string =>
  (node?.c ?? []).filter((child) => typeof child === 'string').join('').replace(/\s+/g, ' ').trim();

/** The tag among `there` that comes nearest to the one wanted: itself, the language's main one, any of the language, American English. */
export function nearestLocale(there: readonly string[], wanted: string): string {
  const same = there.find((tag) => tag.toLowerCase() === wanted.toLowerCase());
  if (same !== undefined) return same;
  const language = wanted.split(/[-_]/, 1)[0]?.toLowerCase() ?? '';
  const kin = there.filter((tag) => tag.split('-', 1)[0] === language);
  return mainOf[language] ?? kin[0] ?? 'en-US';
}

/** Of languages with several locales, the one that is meant when no country is named; Kazakh, Belarusian and Kyrgyz texts follow Russian usage. */
const mainOf: Readonly<Record<string, string>> = { en: 'en-US', de: 'de-DE', pt: 'pt-PT', zh: 'zh-CN', kk: 'ru-RU', be: 'ru-RU', ky: 'ru-RU' };
