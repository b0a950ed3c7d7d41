/** XML from elsewhere: no definitions of its own, no entities but those of XML. */
import { growingForest, type XmlForest } from '../parsing';
import { foundAnywhere, type Sliced } from '../slices';

/** An element with its attributes by local name in lower case. */
export type XmlElement = XmlForest['roots'][number];

/** The largest document or table that is read whole, in bytes: its tree takes some twenty times as much. */
export const largestDocument = 20 * 1024 * 1024;

/** Why a file larger than so many bytes is not read, in words that fit into “… could not be read (…)”. */
export const tooLarge = (limit: number): string => `it is larger than ${limit / 1024 / 1024} MB; export it in parts, then import each`;

/** The root of a document with this name, in slices; undefined where there is none, or where the text defines something of its own. */
export function* rootOf(text: string, name: string): Sliced<XmlElement | undefined> {
  if (yield* foundAnywhere(/<!(?:DOCTYPE|ENTITY)/i, text, '<!DOCTYPE'.length)) return undefined;
  return (yield* growingForest(text)).roots.find((root) => root.name === name);
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
