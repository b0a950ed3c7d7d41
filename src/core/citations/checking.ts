/** What is wrong with the citations of a draft: keys that nobody has, or two have, works cited twice, sources to beware of. */
import { sameWork, titleIdentity, doiIdentity } from '../library';
import { citedDoubtful, citedElsewhere, citedRetracted, citedTwice, keyInTwoPlaces, unknownKey, type Problem } from '../problem';
import { reviewsOf, type Item, type Span } from '../source';
import type { Citation, CitedKey, Flaw } from './citation';
import type { DraftReading } from './draftReading';
import { mendOf, type Mend } from './flawFixes';
import { isCrossReference } from './markdownKeys';
import { nearKeys } from './nearKeys';
import { citationFlawed } from './problems';

/** Where a source is recorded: a file, and the stretch of it that speaks of the source. */
export type RecordedAt = { readonly path: string; readonly span?: Span };

/** The sources that a draft may cite. */
export type KnownSources = {
  readonly items: ReadonlyMap<string, Item>;
  /** All places that record a key. */
  readonly placesOf: (key: string) => readonly RecordedAt[];
  /** Second keys of records (biblatex’s `ids`), each with the key of its record. LaTeX knows them, Pandoc does not. */
  readonly secondKeys: ReadonlyMap<string, string>;
  /** Keys that are recorded only in a bibliography that the draft does not name, with its path. */
  readonly elsewhere: ReadonlyMap<string, string>;
};

/** Something to say of one key in the draft; of a whole citation, `key` is empty. `instead`: keys that may be meant; `places`: where else to look; `mend`: what puts it right. */
export type Finding = { readonly problem: Problem; readonly key: string; readonly instead: readonly string[]; readonly places: readonly RecordedAt[]; readonly mend?: Mend };

/** For so many unknown keys at most a better one is looked for. */
const mostSuggested = 100;

/** Does the record itself say that the work was retracted? */
export function isRetracted({ title, custom, status, note, ...item }: Item): boolean {
  const said = [status, custom?.['status'], custom?.['retracted'], item['publication-status']].some((value) => value === true || (typeof value === 'string' && /^(?:retract|withdrawn|true$)/i.test(value)));
  return said || /^\W{0,3}(?:(?:retracted|withdrawn)(?:[:\]).]| article\b| [-–—]))/i.test(title ?? '') || /^\W{0,3}RETRACTED\b/.test(title ?? '') || (typeof note === 'string' && /^\W{0,3}retracted\b/i.test(note));
}

class Check {
  private readonly findings: Finding[] = [];
  private readonly firstOf = new Map<string, CitedKey>();
  private readonly ignored: ReadonlySet<string>;
  private readonly entries: ReadonlySet<string>;
  private readonly near = new Map<string, readonly string[]>();

  constructor(private readonly draft: DraftReading, private readonly known: KnownSources, ignore: readonly string[]) {
    const named = (kind: string): readonly string[] => draft.facts.filter((fact) => fact.kind === kind).map(({ name }) => name);
    this.ignored = new Set([...ignore, ...named('ignore')]);
    this.entries = new Set(named('entry'));
  }

  run(): readonly Finding[] {
    for (const citation of this.draft.citations) {
      if (citation.flaw !== undefined) this.flawed(citation, citation.flaw);
      for (const cited of citation.keys) this.look(cited);
    }
    this.sameWorks();
    return this.findings.sort((one, other) => (one.problem.span?.start ?? 0) - (other.problem.span?.start ?? 0));
  }

  private flawed(citation: Citation, flaw: Flaw): void {
    if (this.draft.syntax !== 'markdown' || !citation.keys.some(({ key }) => this.known.items.has(key))) return;
    const mend = mendOf(this.draft, citation);
    this.findings.push({ problem: citationFlawed(flaw, citation.span), key: '', instead: [], places: [], ...(mend && { mend }) });
  }

  private look(cited: CitedKey): void {
    const { key } = cited;
    if (this.ignored.has(key) || this.entries.has(key)) return;
    const item = this.known.items.get(key);
    if (item === undefined) return this.unknown(cited);
    if (this.firstOf.has(key)) return;
    this.firstOf.set(key, cited);
    const places = this.known.placesOf(key);
    if (places.length > 1) this.add(keyInTwoPlaces(key, places.map(({ path }) => path), cited.span), key, [], places);
    if (isRetracted(item)) this.add(citedRetracted(key, cited.span), key, [], places);
    const doubts = [...reviewsOf(item)].map(([field, { why }]) => `${field}: ${why}`);
    if (doubts.length > 0) this.add(citedDoubtful(key, doubts, cited.span), key, [], places);
  }

  private unknown({ key, span }: CitedKey): void {
    if (this.draft.syntax !== 'latex' && isCrossReference(key)) return;
    const first = this.known.secondKeys.get(key);
    if (first !== undefined) return this.draft.syntax === 'latex' ? undefined : this.add(unknownKey(key, [first], span), key, [first], this.known.placesOf(first));
    const path = this.known.elsewhere.get(key);
    if (path !== undefined) return this.add(citedElsewhere(key, path, span), key, [], [{ path }]);
    const instead = this.suggested(key);
    this.add(unknownKey(key, instead, span), key, instead, []);
  }

  private suggested(key: string): readonly string[] {
    if (!this.near.has(key) && this.near.size < mostSuggested) this.near.set(key, nearKeys(key, this.known.items.values()));
    return this.near.get(key) ?? [];
  }

  /** One work under two keys would stand twice in the list of references. */
  private sameWorks(): void {
    const byIdentity = new Map<string, { readonly item: Item; readonly cited: CitedKey }>();
    for (const [key, cited] of this.firstOf) {
      const item = this.known.items.get(key) as Item;
      const identities = [item.DOI === undefined ? '' : `doi:${doiIdentity(item.DOI)}`, `title:${titleIdentity(item.title ?? '')}`].filter((one) => one.length > 10);
      const other = identities.map((identity) => byIdentity.get(identity)).find((one) => one !== undefined && sameWork(one.item, item));
      if (other !== undefined) this.add(citedTwice(key, other.cited.key, cited.span), key, [other.cited.key], this.known.placesOf(other.cited.key));
      else for (const identity of identities) byIdentity.set(identity, { item, cited });
    }
  }

  private add(problem: Problem, key: string, instead: readonly string[], places: readonly RecordedAt[]): void {
    this.findings.push({ problem, key, instead, places });
  }
}

/** Everything there is to say of the citations of a draft, in its order. `ignore`: keys that are let pass. */
export const checkCitations = (draft: DraftReading, known: KnownSources, ignore: readonly string[] = []): readonly Finding[] =>
  new Check(draft, known, ignore).run();

/** The keys of a bibliography that no draft cites. None when a draft lists everything, as with `\nocite{*}`. */
export function unusedKeys(keys: Iterable<string>, drafts: readonly DraftReading[]): readonly string[] {
  if (drafts.some(({ facts }) => facts.some(({ kind }) => kind === 'everything'))) return [];
  const cited = new Set(drafts.flatMap(({ citations }) => citations).flatMap((citation) => citation.keys.map(({ key }) => key)));
  return [...keys].filter((key) => !cited.has(key));
}
