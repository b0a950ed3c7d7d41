/**
 * Formatting references with citeproc, each alone: an engine here never holds more than one item, so it takes
 * milliseconds whatever the size of the library. It runs on a worker's thread.
 */
import type { FormattedReference } from './enginePort';
import { authorsInBrief, dateVariables, isObject, nameVariables, yearOf, type Item } from './source';

/** A node of a style or locale as bundled: name, attributes, children. */
export type CompactNode = { readonly n: string; readonly a?: Readonly<Record<string, string>>; readonly c?: readonly (CompactNode | string)[] };

/** Styles by id (`american-political-science-association`) and locales by tag (`en-US`), as {@link CompactNode}s. */
export type StyleData = { readonly styles: Readonly<Record<string, unknown>>; readonly locales: Readonly<Record<string, unknown>> };

/** The part of citeproc that is used here. */
type CslEngine = {
  updateItems(ids: readonly string[]): void;
  makeBibliography(): readonly [unknown, readonly string[]] | false;
  makeCitationCluster(items: readonly { id: string }[]): string;
  opt: { development_extensions: Record<string, boolean> };
};
type System = { retrieveLocale(tag: string): XmlNode; retrieveItem(id: string): Record<string, unknown> };
export type Citeproc = { readonly Engine: new (system: System, style: XmlNode, locale: string, force: boolean) => CslEngine };

// --- styles ------------------------------------------------------------------------------------------------------

/** A node as citeproc wants it; citeproc writes into it. */
type XmlNode = { name: string; attrs: Record<string, string>; children: (XmlNode | string)[] };

/**
 * A fresh node for citeproc. Sorting is left out: one item alone needs none, and building the sort keys of large
 * styles (APA, Chicago) takes citeproc ten times as long as all the rest.
 */
function inflated({ n, a, c = [] }: CompactNode): XmlNode {
  const children = c.filter((child) => typeof child === 'string' || child.n !== 'sort')
    .map((child) => (typeof child === 'string' ? child : inflated(child)));
  if (n === 'term' && children.length === 0) children.push('');
  return { name: n, attrs: { ...a }, children };
}

/** The locale that comes nearest: itself, another of the same language, American English. */
function localeTag(locales: StyleData['locales'], wanted: string): string {
  if (wanted in locales) return wanted;
  const language = wanted.split('-', 1)[0] as string;
  return Object.keys(locales).find((tag) => tag.split('-', 1)[0] === language) ?? 'en-US';
}

// --- items -------------------------------------------------------------------------------------------------------

const names: ReadonlySet<string> = new Set(nameVariables);
const dates: ReadonlySet<string> = new Set(dateVariables);
const unused: ReadonlySet<string> = new Set(['abstract', 'note', 'tags', 'custom']);

/** A copy for citeproc, which writes into its items: what is not of the shape that CSL gives a variable is left out. */
function forCiteproc(item: Item, id: string): Record<string, unknown> {
  const fields = Object.entries(item).filter(([field, value]) => fits(field, value));
  return { ...structuredClone(Object.fromEntries(fields)), id };
}

function fits(field: string, value: unknown): boolean {
  if (unused.has(field)) return false;
  if (names.has(field)) return Array.isArray(value) && value.every(isObject);
  if (dates.has(field)) return isObject(value);
  return (typeof value === 'string' && value !== '') || typeof value === 'number';
}

// --- results -----------------------------------------------------------------------------------------------------

/** The tags that citeproc itself writes for emphasis; anything else that looks like a tag is somebody's text. */
const ownTag = /^<(?:\/?(?:i|b|sup|sub|span|div)|span style="[a-z:; -]*"|span class="[a-z-]*"|div class="csl-[a-z-]*")>$/;
const anyTag = /<[^<>]*>?/g;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** The entry without its box and without the number that a numbering style puts beside it. */
function entryOf(html: string): string {
  return html.replace(/<div class="csl-left-margin">[^]*?<\/div>/g, '').replace(/<\/?div[^<>]*>/g, ' ').replace(/\s+/g, ' ').trim();
}

function reference(entry: string): FormattedReference {
  const html = entryOf(entry).replace(anyTag, (tag) => (ownTag.test(tag) ? tag : escaped(tag)));
  const text = html.replace(/<[^<>]*>/g, '').replace(/&(?:#(\d+)|(\w+));/g, (whole, code: string | undefined, name: string | undefined) =>
    (code !== undefined ? String.fromCodePoint(Number(code)) : entities[name ?? ''] ?? whole));
  return { text, html };
}

/** What can be said of an item that a style can't format. */
function inShort(item: Item): FormattedReference {
  const text = [authorsInBrief(item), yearOf(item), item.title].filter(Boolean).join('. ');
  return { text, html: escaped(text) };
}

// --- engines -----------------------------------------------------------------------------------------------------

/** One style in one locale, ready to format. */
class IsolatedEngine {
  private readonly engine: CslEngine;
  private item: Record<string, unknown> = {};

  constructor(csl: Citeproc, style: CompactNode, data: StyleData, locale: string) {
    const system = {
      retrieveLocale: (tag: string) => inflated(data.locales[localeTag(data.locales, tag)] as CompactNode),
      retrieveItem: () => structuredClone(this.item),
    };
    this.engine = new csl.Engine(system, inflated(style), localeTag(data.locales, locale), true);
    this.engine.opt.development_extensions['field_hack'] = false;
  }

  format(item: Item): FormattedReference {
    this.item = forCiteproc(item, 'item');
    try {
      return reference(this.entry());
    } catch {
      return inShort(item);
    } finally {
      this.engine.updateItems([]);
    }
  }

  /** A style without a bibliography gives the full citation of its notes. */
  private entry(): string {
    this.engine.updateItems(['item']);
    const bibliography = this.engine.makeBibliography();
    return bibliography ? bibliography[1][0] ?? '' : this.engine.makeCitationCluster([{ id: 'item' }]);
  }
}

/** Engines are kept, for building one takes longer than using it; but not many, for each takes megabytes. */
const mostEngines = 4;

/** `formatReferences` of the port `Engine`: rejects with a reason for a style that is not there. */
export type Formatter = (items: readonly Item[], style: string, locale: string) => Promise<readonly FormattedReference[]>;

/** A formatter over citeproc's module and the bundled styles; both are loaded when first needed, engines built once. */
export function createFormatter(loadCiteproc: () => Promise<Citeproc>, loadStyles: () => Promise<StyleData>): Formatter {
  const engines = new Map<string, Promise<IsolatedEngine>>();

  async function build(style: string, locale: string): Promise<IsolatedEngine> {
    const [csl, data] = await Promise.all([loadCiteproc(), loadStyles()]);
    const node = Object.hasOwn(data.styles, style) ? data.styles[style] as CompactNode : undefined;
    if (node === undefined) throw new Error(`there is no citation style “${style}”; there are ${Object.keys(data.styles).join(', ')}`);
    return new IsolatedEngine(csl, node, data, locale);
  }

  function engineFor(style: string, locale: string): Promise<IsolatedEngine> {
    const name = JSON.stringify([style, locale]);
    const engine = engines.get(name) ?? build(style, locale);
    engines.delete(name);
    engines.set(name, engine);
    engine.catch(() => engines.delete(name));
    for (const oldest of [...engines.keys()].slice(0, -mostEngines)) engines.delete(oldest);
    return engine;
  }

  return async (items, style, locale) => {
    const engine = await engineFor(style, locale);
    return items.map((item) => engine.format(item));
  };
}
