/** The part of citeproc that is used here, and what every engine is built with. */
import { inflated, nearestLocale, type CompactNode, type XmlNode } from './compact';

/** One cite as citeproc takes it. */
export type Cite = {
  readonly id: string; readonly prefix?: string; readonly suffix?: string; readonly locator?: string; readonly label?: string; readonly 'suppress-author'?: boolean;
};

/** One citation of a draft as citeproc takes it; it writes into it. */
export type Cluster = { citationID: string; citationItems: Cite[]; properties: { noteIndex: number; mode?: string; unsorted?: boolean } };

/** `[citationID, noteIndex, html]` in the order of the draft. */
type Rebuilt = readonly (readonly [string, number, string])[];
/** A report, and `[place, html, citationID]` of each citation that has changed. */
type Processed = readonly [unknown, readonly (readonly [number, string, string])[]];
type Before = readonly (readonly [string, number])[];

/** What `makeBibliography` says beside the entries. */
export type BibliographyFacts = { readonly entry_ids: readonly (readonly string[])[]; readonly hangingindent?: unknown; readonly 'second-field-align'?: unknown };

export type CslEngine = {
  updateItems(ids: readonly string[]): void;
  updateUncitedItems(ids: readonly string[]): void;
  makeBibliography(): readonly [BibliographyFacts, readonly string[]] | false;
  makeCitationCluster(items: readonly { id: string }[]): string;
  rebuildProcessorState(clusters: readonly Cluster[], mode: 'html', uncited: readonly string[]): Rebuilt;
  processCitationCluster(cluster: Cluster, before: Before, after: Before): Processed;
  /** Of one citation; citeproc’s own functions call it. */
  process_CitationCluster(works: readonly (readonly [unknown, { suffix?: string }])[], citation?: Pick<Cluster, 'properties'>): string;
  opt: { development_extensions: Record<string, boolean> };
};

type System = { retrieveLocale(tag: string): XmlNode; retrieveItem(id: string): Record<string, unknown> };

export type Citeproc = { readonly Engine: new (system: System, style: XmlNode, locale: string, force: boolean) => CslEngine };

/** A style with the locales that citeproc will ask for: it asks for the wanted one and for American English, without waiting. */
export type Ready = { readonly csl: Citeproc; readonly style: CompactNode; readonly locale: string; readonly locales: Readonly<Record<string, CompactNode>> };

/** Builds an engine over the items that `retrieve` gives. `without` names elements of the style that are left out. */
export function engineOf({ csl, style, locale, locales }: Ready, retrieve: (id: string) => Record<string, unknown>, without?: ReadonlySet<string>): CslEngine {
  const system = {
    retrieveLocale: (tag: string) => inflated(locales[nearestLocale(Object.keys(locales), tag)] as CompactNode),
    retrieveItem: retrieve,
  };
  const engine = built(() => new csl.Engine(system, inflated(style, without), locale, true));
  engine.opt.development_extensions['field_hack'] = false;
  return withSuffixesOnce(engine);
}

/** citeproc fails over a style that is no good with whatever comes to hand. */
function built(make: () => CslEngine): CslEngine {
  try {
    return make();
  } catch (error) {
    throw new Error(`one of its parts can’t be used (${error instanceof Error ? error.message : String(error)})`);
  }
}

/** citeproc writes the words behind the first work of a citation in the text twice, behind the author too: `Orlova, and passim (2001, and passim)`. */
function withSuffixesOnce(engine: CslEngine): CslEngine {
  const whole = engine.process_CitationCluster.bind(engine);
  engine.process_CitationCluster = (works, citation) => {
    const first = works[0]?.[1];
    const suffix = first?.suffix ?? '';
    if (citation?.properties.mode !== 'composite' || first === undefined || suffix === '') return whole(works, citation);
    const part = (mode: string, words: string): string => { first.suffix = words; citation.properties.mode = mode; return whole(works, citation); };
    const parts = [part('author-only', ''), part('suppress-author', suffix)];
    citation.properties.mode = 'composite';
    return parts.filter((one) => one !== '').join(' ');
  };
  return engine;
}
