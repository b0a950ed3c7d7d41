/** Formatting with citeproc on the engine's thread: engines are built once for a style and locale, and a few are kept. */
import type { DraftToFormat, FormattedDraft, FormattedReference, ListedStyle, StyleChoice, StyleFacts } from '../enginePort';
import type { Item } from '../source';
import type { Citeproc, Ready } from './citeproc';
import { nearestLocale, type CompactNode, type StyleData } from './compact';
import { DraftEngine } from './draftEngine';
import { IsolatedEngine } from './isolated';
import { buildSortMacrosOnce } from './sortKeys';
import { styleFacts, styleFromXml } from './styleFile';

/** The formatting of the port `Engine`; each rejects with a reason, as for a style that is not there. */
export type Formatter = {
  references(items: readonly Item[], style: StyleChoice, locale: string): Promise<readonly FormattedReference[]>;
  draft(draft: DraftToFormat, style: StyleChoice, locale: string): Promise<FormattedDraft>;
  describe(style: StyleChoice): Promise<StyleFacts>;
  list(): Promise<readonly ListedStyle[]>;
};

/** Building an engine takes longer than using it, but each takes megabytes. */
const mostEngines = 4;

/** A formatter over citeproc's module and the bundled styles; both are loaded when first needed. */
export function createFormatter(loadCiteproc: () => Promise<Citeproc>, loadStyles: () => Promise<StyleData>): Formatter {
  const shelf = new StyleShelf(loadStyles);
  const ready = async (choice: StyleChoice, locale: string): Promise<Ready> => {
    const [csl, style] = await Promise.all([loadCiteproc(), shelf.style(choice)]);
    buildSortMacrosOnce(csl);
    return { csl, style, ...await shelf.localesFor(locale === '' ? styleFacts(style).locale ?? 'en-US' : locale) };
  };
  const alone = new Kept(async (choice: StyleChoice, locale: string) => new IsolatedEngine(await ready(choice, locale)));
  const drafts = new Kept(async (choice: StyleChoice, locale: string) => {
    const made = await ready(choice, locale);
    return new DraftEngine(made, styleFacts(made.style).notes);
  });
  return {
    async references(items, style, locale) {
      const engine = await alone.get('', style, locale);
      return items.map((item) => engine.format(item));
    },
    async draft(draft, style, locale) {
      return (await drafts.get(draft.name, style, locale)).format(draft);
    },
    list: async () => (await loadStyles()).list,
    describe: async (choice) => styleFacts(await shelf.style(choice, false)),
  };
}

/** Engines by what they are for, the latest used last; the oldest goes. */
class Kept<T> {
  private readonly kept = new Map<string, Promise<T>>();

  constructor(private readonly build: (style: StyleChoice, locale: string) => Promise<T>) {}

  get(name: string, style: StyleChoice, locale: string): Promise<T> {
    const key = JSON.stringify([name, style, locale]);
    const engine = this.kept.get(key) ?? this.build(style, locale);
    this.kept.delete(key);
    this.kept.set(key, engine);
    engine.catch(() => this.kept.delete(key));
    for (const oldest of [...this.kept.keys()].slice(0, -mostEngines)) this.kept.delete(oldest);
    return engine;
  }
}

/** The styles and locales there are. */
class StyleShelf {
  constructor(private readonly load: () => Promise<StyleData>) {}

  /** A style; one that only points to another gives that one, if `resolve`. */
  async style(choice: StyleChoice, resolve = true): Promise<CompactNode> {
    if ('id' in choice) return this.bundled(choice.id);
    const style = await styleFromXml(choice.xml);
    const { parent } = styleFacts(style);
    return resolve && parent !== undefined ? this.bundled(parent) : style;
  }

  private async bundled(id: string): Promise<CompactNode> {
    const { styles } = await this.load();
    const load = Object.hasOwn(styles, id) ? styles[id] : undefined;
    if (load === undefined) throw new Error(`there is no citation style “${id}” here; there are ${Object.keys(styles).join(', ')}`);
    return await load() as CompactNode;
  }

  /** The locale nearest to the wanted one, and American English, which citeproc falls back on. */
  async localesFor(wanted: string): Promise<Pick<Ready, 'locale' | 'locales'>> {
    const { locales } = await this.load();
    const locale = nearestLocale(Object.keys(locales), wanted);
    const tags = [...new Set([locale, 'en-US'])];
    const loaded = await Promise.all(tags.map(async (tag) => [tag, await locales[tag]?.() as CompactNode] as const));
    return { locale, locales: Object.fromEntries(loaded) };
  }
}
