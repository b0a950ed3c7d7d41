/** Passages in groups, as one asks for them. */
import { typeLabel } from '../library';
import type { Library, SourceNote } from '../library';
import { resolveTag } from '../notes';
import { authorsInBrief, creatorsOf, kindOf, kinds, shortName, stances, yearOf } from '../source';
import type { Item, Kind, Stance } from '../source';

/** How passages may be grouped. */
export const passageGroupings = ['source', 'tag', 'stance', 'kind', 'year', 'author', 'type', 'none'] as const;
export type PassageGrouping = (typeof passageGroupings)[number];

/** One group: what it is called, and its passages in the order of their sources. */
export type PassageGroup = { readonly label: string; readonly notes: readonly SourceNote[] };

/** A group that a passage stands in. `rank` orders the groups before their labels do. */
type Place = { readonly label: string; readonly rank: number };

const stanceLabels: { readonly [S in Stance | 'none']: string } = { for: 'For', against: 'Against', mixed: 'Mixed', none: 'No stance' };
const kindLabels: { readonly [K in Kind]: string } = { quote: 'Quotations', paraphrase: 'Paraphrases', summary: 'Summaries', claim: 'Claims', comment: 'Comments' };

/** A source as a heading has it: `Lee and Kim (2018)`, or the title of what nobody signed. */
export function sourceHeading(item: Item): string {
  const year = yearOf(item);
  const name = creatorsOf(item).length > 0 ? authorsInBrief(item) : item.title ?? item.id;
  return year === undefined ? name : `${name} (${year})`;
}

type Grouper = (found: SourceNote, library: Library, within: string | undefined) => readonly Place[];

const one = (label: string, rank = 0): readonly Place[] => [{ label, rank }];
const last = Number.MAX_SAFE_INTEGER;

const groupers: { readonly [G in PassageGrouping]: Grouper } = {
  none: () => one(''),
  source: ({ source: { item } }) => one(sourceHeading(item)),
  year: ({ source: { item } }) => { const year = yearOf(item); return year === undefined ? one('No year', last) : one(String(year), year); },
  author: ({ source: { item } }) => { const names = creatorsOf(item).map(shortName); return names.length === 0 ? one('No author', last) : names.map((label) => ({ label, rank: 0 })); },
  type: ({ source: { item } }) => one(typeLabel(item.type)),
  stance: ({ note: { stance } }) => one(stanceLabels[stance ?? 'none'], stance === undefined ? last : stances.indexOf(stance)),
  kind: ({ note }) => one(kindLabels[kindOf(note)], kinds.indexOf(kindOf(note))),
  tag: ({ note }, { codebook }, within) => tagPlaces(note.tags.map((tag) => resolveTag(tag, codebook)), within),
};

/** Under a tag the tags below it; where there are none, the tag itself. */
function tagPlaces(tags: readonly string[], within: string | undefined): readonly Place[] {
  const below = tags.filter((tag) => within === undefined || tag === within || tag.startsWith(`${within}/`));
  const shown = [...new Set(below.length > 0 ? below : tags)];
  return shown.length === 0 ? one('No tag', last) : shown.map((tag) => ({ label: `#${tag}`, rank: tag === within ? -1 : 0 }));
}

const collator = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });

/** Sources in the order of their authors, then of their years; notes as they stand in their source. */
function inOrder(notes: readonly SourceNote[]): readonly SourceNote[] {
  const name = ({ source: { item } }: SourceNote): string => shortName(creatorsOf(item)[0] ?? { literal: item.title ?? item.id });
  const sources = new Map([...new Map(notes.map((found) => [found.source, found] as const)).values()]
    .sort((a, b) => collator.compare(name(a), name(b)) || (yearOf(a.source.item) ?? 0) - (yearOf(b.source.item) ?? 0) || collator.compare(a.source.item.id, b.source.item.id))
    .map(({ source }, at) => [source, at] as const));
  return [...notes].sort((a, b) => (sources.get(a.source) ?? 0) - (sources.get(b.source) ?? 0));
}

/** The passages in groups. A passage with two tags (or two authors) stands in two groups. `within`: the tag that was asked for. */
export function groupPassages(notes: readonly SourceNote[], by: PassageGrouping, library: Library, within?: string): readonly PassageGroup[] {
  const groups = new Map<string, Place & { readonly notes: SourceNote[] }>();
  for (const found of inOrder(notes)) {
    for (const place of groupers[by](found, library, within)) {
      const id = by === 'source' ? found.source.handle : place.label;
      const group = groups.get(id);
      if (group === undefined) groups.set(id, { ...place, notes: [found] });
      else group.notes.push(found);
    }
  }
  const list = [...groups.values()];
  return by === 'source' ? list : list.sort((a, b) => a.rank - b.rank || collator.compare(a.label, b.label));
}
