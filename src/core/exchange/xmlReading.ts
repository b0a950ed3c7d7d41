/** XML from elsewhere: no definitions of its own, no entities but those of XML. */
import { xmlForest } from '../parsing';

/** An element with its attributes by local name in lower case. */
export type XmlElement = ReturnType<typeof xmlForest>['roots'][number];

/** The root of a document with this name; undefined where there is none, or where the text defines something of its own. */
export function rootOf(text: string, name: string): XmlElement | undefined {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return undefined;
  return xmlForest(text).roots.find((root) => root.name === name);
}

/** The elements right inside with this name. */
export const childrenOf = (element: XmlElement | undefined, ...names: readonly string[]): readonly XmlElement[] =>
  (element?.children ?? []).filter((child): child is XmlElement => typeof child !== 'string' && names.includes(child.name));

/** The text right inside, as it stands. */
export const textIn = (element: XmlElement | undefined): string => (element?.children ?? []).filter((child) => typeof child === 'string').join('');

/** The text of the first element inside with this name. */
export const childText = (element: XmlElement | undefined, name: string): string => textIn(childrenOf(element, name)[0]);

/** An attribute by its name in lower case. */
export const valueOf = (element: XmlElement | undefined, name: string): string | undefined => element?.attributes.get(name.toLowerCase());
