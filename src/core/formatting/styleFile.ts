/** A `.csl` file of the workspace as a style: its XML in compact form, and what it says of itself. */
import type { StyleFacts } from '../enginePort';
import { childOf, childrenOf, textIn, type CompactNode } from './compact';

/** Largest style file that is read, in UTF-16 code units. The largest of the CSL project has about 250,000. */
export const largestStyle = 1024 * 1024;

/** An element as our reader of XML gives it. */
type Element = { readonly name: string; readonly attributes: ReadonlyMap<string, string>; readonly children: readonly (Element | string)[] };

/** The style that the XML holds; throws with a reason when it is none. CSL 1.0.2, section “Style Structure”. */
export async function styleFromXml(xml: string): Promise<CompactNode> {
  if (xml.length > largestStyle) throw new Error('the style is larger than 1 MB');
  const { xmlForest } = await import('../parsing');
  const root = xmlForest(xml).roots.find(({ name }) => name === 'style');
  if (root === undefined) throw new Error('it is no CSL style: there is no <style> in it');
  if (!/<\/(?:[\w-]{1,40}:)?style\s{0,20}>/.test(xml)) throw new Error('it is cut short: its end, </style>, is missing');
  const style = compact(root);
  const lack = lackOf(style);
  if (lack !== undefined) throw new Error(lack);
  return style;
}

/** What keeps a style from being used, in words; a style that only points to another needs nothing of its own. */
function lackOf(style: CompactNode): string | undefined {
  if (styleFacts(style).parent !== undefined) return undefined;
  if (childOf(childOf(style, 'citation'), 'layout')?.c === undefined) return 'it does not say how to cite: there is no <layout> in its <citation>';
  const macros = new Set(childrenOf(style, 'macro').map(({ a }) => a?.['name']));
  const missing = macrosUsed(style).find((name) => !macros.has(name));
  return missing === undefined ? undefined : `it uses the macro “${missing}”, which it does not have`;
}

const macrosUsed = ({ n, a, c = [] }: CompactNode): readonly string[] => [
  ...(n === 'text' || n === 'key') && a?.['macro'] !== undefined ? [a['macro']] : [],
  ...c.flatMap((child) => (typeof child === 'string' ? [] : macrosUsed(child))),
];

function compact({ name, attributes, children }: Element): CompactNode {
  const kept = children.filter((child) => typeof child !== 'string' || child.trim() !== '' || children.length === 1)
    .map((child) => (typeof child === 'string' ? child : compact(child)));
  return { n: name, a: Object.fromEntries(attributes), ...(kept.length === 0 ? {} : { c: kept }) };
}

/** What a style says of itself: its title, whether it sets notes, its own locale, and the style it only points to. */
export function styleFacts(style: CompactNode): StyleFacts {
  const info = childOf(style, 'info');
  const parent = childrenOf(info, 'link').find(({ a }) => a?.['rel'] === 'independent-parent')?.a?.['href'];
  const locale = style.a?.['default-locale'];
  return {
    title: textIn(childOf(info, 'title')),
    notes: style.a?.['class'] === 'note',
    ...(locale === undefined ? {} : { locale }),
    ...(parent === undefined ? {} : { parent: parent.slice(parent.lastIndexOf('/') + 1) }),
  };
}
