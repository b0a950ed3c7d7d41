/** The elements of XML as a tree, built from tokens; what is not closed is closed where its parent is. */
import type { Span } from '../source';
import { inOneGo, type Sliced } from '../slices';
import { scanningXml, type Attributes, type XmlToken } from './xml';

/** One element. `whole` is false when the text ended, or the next record began, before it was closed. */
export type XmlElement = Span & {
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: readonly (XmlElement | string)[];
  readonly whole: boolean;
};
type Growing = { name: string; attributes: Attributes; children: (XmlElement | string)[]; whole: boolean; start: number; end: number };

/** The elements at the top of a text, and where a DOCTYPE with definitions of its own stands. */
export type XmlForest = { readonly roots: readonly XmlElement[]; readonly definitions: readonly Span[] };

const deepest = 120;
const pausedAfter = 5000;
const empty = new Set(['br', 'hr', 'img', 'input', 'BR', 'HR', 'IMG']);
/** Elements that are records: one does not begin inside another of its name unless an envelope stands between. */
const recordNames = new Set(['record', 'mods', 'PubmedArticle', 'PubmedBookArticle', 'doi_record', 'resource', 'dc']);
const envelopes = new Set(['metadata', 'query']);

/** Build the trees of a text. Text outside of elements is passed over; elements nested deeper than 120 are read as their parent's. */
export const xmlForest = (text: string): XmlForest => inOneGo(growingForest(text));

/** The same in slices. */
export function* growingForest(text: string): Sliced<XmlForest> {
  const builder = new Builder(text.length);
  const tokens = yield* scanningXml(text);
  for (const [index, token] of tokens.entries()) {
    builder.take(token);
    if (index % pausedAfter === pausedAfter - 1) yield;
  }
  return { roots: builder.finish(), definitions: tokens.filter((token) => token.kind === 'aside' && token.defines).map(({ start, end }) => ({ start, end })) };
}

class Builder {
  private readonly roots: XmlElement[] = [];
  private readonly open: Growing[] = [];

  constructor(private readonly length: number) {}

  take(token: XmlToken): void {
    if (token.kind === 'text') this.open.at(-1)?.children.push(token.text);
    else if (token.kind === 'open') this.begin(token);
    else if (token.kind === 'close') this.end(token);
  }

  finish(): readonly XmlElement[] {
    this.closeTo(0, this.length, false);
    return this.roots;
  }

  private begin(token: XmlToken & { readonly kind: 'open' }): void {
    if (recordNames.has(token.name)) this.endUnclosed(token.name, token.start);
    const element = { name: token.name, attributes: token.attributes, children: [], whole: true, start: token.start, end: token.end };
    if (this.open.length < deepest || token.alone) (this.open.at(-1)?.children ?? this.roots).push(element);
    if (!token.alone && !empty.has(token.name) && this.open.length < deepest) this.open.push(element);
  }

  private endUnclosed(name: string, at: number): void {
    const before = this.open.findLastIndex((element) => element.name === name || envelopes.has(element.name));
    if (before >= 0 && this.open[before]?.name === name) this.closeTo(before, at, false);
  }

  private end({ name, start, end }: XmlToken & { readonly kind: 'close' }): void {
    const index = this.open.findLastIndex((element) => element.name === name);
    if (index < 0) return;
    this.closeTo(index + 1, start, true);
    this.closeTo(index, end, true);
  }

  private closeTo(count: number, at: number, whole: boolean): void {
    for (let element = this.open.length > count ? this.open.pop() : undefined; element !== undefined; element = this.open.length > count ? this.open.pop() : undefined) {
      element.end = at;
      element.whole = whole;
    }
  }
}

/** The elements right inside, with one of these names if any are given. */
export const childrenOf = (element: XmlElement | undefined, ...names: readonly string[]): readonly XmlElement[] =>
  (element?.children ?? []).filter((child): child is XmlElement => typeof child !== 'string' && (names.length === 0 || names.includes(child.name)));

/** The first element down a path of names. */
export function childAt(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>((at, name) => childrenOf(at, name)[0], element);
}

/** All elements of a name, at any depth, in order; not those inside one of them. */
export function elementsIn(element: XmlElement | undefined, ...names: readonly string[]): readonly XmlElement[] {
  return childrenOf(element).flatMap((child) => (names.includes(child.name) ? [child] : elementsIn(child, ...names)));
}

const blocks = new Set(['p', 'sec', 'title', 'list', 'list-item', 'li', 'br', 'div', 'para', 'simpara', 'label']);
const notes = new Set(['xref', 'fn', 'tex-math', 'annotation', 'inline-graphic', 'script']);

function gathered(element: XmlElement, parts: string[]): void {
  for (const child of element.children) {
    if (typeof child === 'string') parts.push(child.replace(/\s+/gu, ' '));
    else if (!notes.has(child.name)) {
      if (blocks.has(child.name)) parts.push('\n\n');
      gathered(child, parts);
      if (blocks.has(child.name)) parts.push('\n\n');
    }
  }
}

/** The text of an element as paragraphs, without tags, references to notes and formulas in TeX. */
export function paragraphsOf(element: XmlElement | undefined): string {
  if (element === undefined) return '';
  const parts: string[] = [];
  gathered(element, parts);
  return parts.join('').split('\n\n').map((part) => part.replace(/\s+/gu, ' ').trim()).filter((part) => part !== '').join('\n\n');
}

/** The text of an element as one line; undefined when there is none. */
export function textOf(element: XmlElement | undefined): string | undefined {
  const text = paragraphsOf(element).replace(/\s+/gu, ' ');
  return text === '' ? undefined : text;
}

/** The text at the end of a path of names. */
export const textAt = (element: XmlElement | undefined, ...path: readonly string[]): string | undefined => textOf(childAt(element, ...path));

/** The texts of all elements at the end of a path. */
export function textsAt(element: XmlElement | undefined, ...path: readonly string[]): readonly string[] {
  const parents = path.slice(0, -1).reduce<readonly XmlElement[]>((at, name) => at.flatMap((parent) => childrenOf(parent, name)), element === undefined ? [] : [element]);
  return parents.flatMap((parent) => childrenOf(parent, path.at(-1) ?? '')).flatMap((found) => textOf(found) ?? []);
}

/** An attribute, trimmed; undefined when absent or empty. */
export function attribute(element: XmlElement | undefined, name: string): string | undefined {
  const value = element?.attributes.get(name)?.trim();
  return value === undefined || value === '' ? undefined : value;
}
