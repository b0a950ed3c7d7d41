/**
 * Formatting the citations of a whole draft together, for the letters of `2019a`, “ibid.” and numbers depend on what stands
 * before. The engine remembers the draft: a changed citation costs milliseconds, not the draft.
 */
import type { DraftCitation, DraftToFormat, FormattedDraft } from '../enginePort';
import { authorsInBrief, type Item } from '../source';
import { engineOf, type Cluster, type CslEngine, type Ready } from './citeproc';
import { forCiteproc, marked, withoutMark } from './items';
import { entryOf, numberOf, safe } from './results';

/** So many changed citations in a row are put in one by one; more, and the draft is gone through anew. */
const mostSingly = 4;

/** One draft in one style and locale. */
export class DraftEngine {
  private engine: CslEngine | undefined;
  private readonly items = new Map<string, Item>();
  /** What citeproc has seen, as JSON: it can't forget. */
  private readonly seen = new Map<string, string>();
  private uncited: readonly string[] = [];
  private clusters: readonly Cluster[] = [];
  private given: readonly string[] = [];
  private html = new Map<string, string>();
  private made = 0;

  constructor(private readonly ready: Ready, private readonly notes: boolean) {}

  format(draft: DraftToFormat): FormattedDraft {
    const citations = draft.citations.filter(({ cites }) => cites.length > 0);
    this.take(draft, citations);
    this.update(citations);
    const done = new Map(citations.map((citation, at) => [citation, this.clusters[at]?.citationID ?? '']));
    return {
      notes: this.notes,
      citations: draft.citations.map((citation) => this.shown(citation, this.html.get(done.get(citation) ?? '') ?? '')),
      bibliography: this.bibliography(),
    };
  }

  /** In a style with notes an author who stands in the sentence is no part of the note. */
  private shown({ cites, mode }: DraftCitation, html: string): FormattedDraft['citations'][number] {
    const formatted = safe(this.notes ? withCapital(html) : html);
    const item = this.notes && mode === 'composite' ? this.items.get(cites[0]?.id ?? '') : undefined;
    return item === undefined ? formatted : { ...formatted, lead: authorsInBrief(item) };
  }

  /** A new engine when something that citeproc has seen is now different or gone; what is only added needs none. */
  private take({ items, uncited }: DraftToFormat, citations: readonly DraftCitation[]): void {
    const used = new Set([...uncited, ...citations.flatMap(({ cites }) => cites.map(({ id }) => id))]);
    const now = new Map(items.filter(({ id }) => used.has(id)).map((item) => [item.id, JSON.stringify(item)]));
    const kept = this.engine !== undefined && sameList(uncited, this.uncited) && [...this.seen].every(([id, json]) => now.get(id) === json);
    if (!kept) this.renew(uncited);
    for (const item of items) this.items.set(item.id, item);
    for (const [id, json] of now) this.seen.set(id, json);
  }

  private renew(uncited: readonly string[]): void {
    this.items.clear();
    this.seen.clear();
    this.uncited = uncited;
    this.engine = engineOf(this.ready, (id) => forCiteproc(this.items.get(withoutMark(id)) ?? { id: withoutMark(id), type: 'document' }, id));
    this.clusters = [];
    this.given = [];
    this.html.clear();
  }

  private update(citations: readonly DraftCitation[]): void {
    const given = citations.map((citation) => JSON.stringify(citation));
    const { head, tail } = sameEnds(this.given, given);
    const fresh = citations.slice(head, given.length - tail).map((citation) => this.cluster(citation));
    const before = this.clusters;
    const clusters = [...before.slice(0, head), ...fresh, ...before.slice(before.length - tail)];
    this.given = given;
    this.clusters = clusters.map((cluster, at) => numbered(cluster, this.notes ? at + 1 : 0));
    const removed = before.length - head - tail;
    if (before.length === 0 || (removed > 0 && fresh.length === 0) || fresh.length > mostSingly) this.rebuild();
    else for (let at = head; at < head + fresh.length; at += 1) this.process(at, head + fresh.length);
  }

  /** Words between works tie them to their places: such a citation is not sorted. */
  private cluster({ cites, mode }: DraftCitation): Cluster {
    this.made += 1;
    const citationItems = cites.map(({ suppressAuthor, ...cite }) => ({ ...cite, id: marked(cite.id), ...(suppressAuthor === true ? { 'suppress-author': true } : {}) }));
    const manner = this.notes && mode === 'composite' ? 'suppress-author' : mode;
    const unsorted = mode === 'composite' || cites.some(({ prefix, suffix }, at) => (prefix !== undefined && at > 0) || (suffix !== undefined && at < cites.length - 1));
    return { citationID: `c${this.made}`, citationItems, properties: { noteIndex: 0, ...(manner === undefined ? {} : { mode: manner }), ...(unsorted ? { unsorted } : {}) } };
  }

  private rebuild(): void {
    const rebuilt = this.engine?.rebuildProcessorState(this.clusters.map((cluster) => structuredClone(cluster)), 'html', this.uncited.map(marked)) ?? [];
    this.html = new Map(rebuilt.map(([id, , html]) => [id, html]));
  }

  /** Put in one citation; those from `behind` on are the next ones that citeproc knows. */
  private process(at: number, behind: number): void {
    const places = this.clusters.map(({ citationID, properties }) => [citationID, properties.noteIndex] as const);
    const cluster = structuredClone(this.clusters[at] as Cluster);
    const [, changed] = this.engine?.processCitationCluster(cluster, places.slice(0, at), places.slice(behind)) ?? [undefined, []];
    for (const [, html, id] of changed) this.html.set(id, html);
  }

  private bibliography(): FormattedDraft['bibliography'] {
    const made = this.engine?.makeBibliography();
    if (made === false || made === undefined) return [];
    return made[1].map((entry, at) => ({ id: withoutMark(made[0].entry_ids[at]?.[0] ?? ''), number: numberOf(entry), ...entryOf(entry) }));
  }
}

/** How many of two lists are the same at the beginning, and of the rest at the end. */
function sameEnds(one: readonly string[], other: readonly string[]): { readonly head: number; readonly tail: number } {
  const most = Math.min(one.length, other.length);
  let head = 0;
  while (head < most && one[head] === other[head]) head += 1;
  let tail = 0;
  while (tail < most - head && one[one.length - 1 - tail] === other[other.length - 1 - tail]) tail += 1;
  return { head, tail };
}

/** A note begins as a sentence does. */
const withCapital = (html: string): string => html.replace(/^((?:<[^<>]{1,80}>)*)(\p{Ll})/u, (_, tags: string, first: string) => tags + first.toUpperCase());

const sameList = (one: readonly string[], other: readonly string[]): boolean => one.length === other.length && one.every((value, at) => value === other[at]);

const numbered = (cluster: Cluster, noteIndex: number): Cluster =>
  (cluster.properties.noteIndex === noteIndex ? cluster : { ...cluster, properties: { ...cluster.properties, noteIndex } });
