/** The tree of sources as data: groups and sources in order, nothing about how it looks. */
import { fold } from '../fold';
import { eachOf, inOneGo, sorting, type Sliced } from '../slices';
import { creatorsOf, shortName, yearOf } from '../source';
import type { ItemType } from '../source';
import { tagsOf } from './library';
import type { Library, Source } from './library';

/** How sources may be grouped. */
export const groupings = ['none', 'year', 'author', 'type', 'tag'] as const;
export type Grouping = (typeof groupings)[number];

/** One group: `id` stays the same while the tree changes; `rank` orders what has no name (no year, no author) last. */
export type Group = { readonly id: string; readonly label: string; readonly sources: readonly Source[] };

/** After how many sources there is a pause. */
const slice = 1000;

type Member = { readonly id: string; readonly label: string };

const none: Member = { id: '', label: '' };

/** The groups that a source stands in; a source without any stands in the one with an empty `id`. */
const groupers: { readonly [G in Exclude<Grouping, 'none'>]: (source: Source, library: Library) => readonly Member[] } = {
  year: ({ item }) => { const year = yearOf(item); return year === undefined ? [] : [{ id: String(year), label: String(year) }]; },
  author: ({ item }) => creatorsOf(item).map(shortName).map((name) => ({ id: fold(name), label: name })),
  type: ({ item }) => [{ id: item.type, label: typeLabel(item.type) }],
  tag: (source, library) => tagsOf(source, library).map((tag) => ({ id: tag, label: `#${tag}` })),
};

/** What a group of sources without a year, author or tag is called. */
const nameless: { readonly [G in Exclude<Grouping, 'none'>]: string } = {
  year: 'No year', author: 'No author', type: 'No type', tag: 'No tag',
};

/** The sources in groups; with the grouping `none`, in one group with an empty `id`. Years run from the newest. */
export const outline = (library: Library, grouping: Grouping, keep?: (source: Source) => boolean): readonly Group[] => inOneGo(outlining(library, grouping, keep));

/** The same in slices. */
export function* outlining(library: Library, grouping: Grouping, keep: (source: Source) => boolean = () => true): Sliced<readonly Group[]> {
  const sources = yield* inOrder([...library.sources.values()].filter(keep));
  if (grouping === 'none') return [{ id: '', label: '', sources }];
  const groups = new Map<string, { label: string; sources: Source[] }>();
  for (const [at, source] of sources.entries()) {
    if (at % slice === slice - 1) yield;
    const members = groupers[grouping](source, library);
    for (const { id, label } of members.length === 0 ? [none] : members) {
      const group = groups.get(id);
      if (group === undefined) groups.set(id, { label: label || nameless[grouping], sources: [source] });
      else if (group.sources.at(-1) !== source) group.sources.push(source);
    }
  }
  return [...groups].map(([id, group]) => ({ id, ...group })).sort(grouping === 'year' ? newestFirst : byLabel);
}

const byLabel = (a: Group, b: Group): number => Number(a.id === '') - Number(b.id === '') || collator.compare(a.label, b.label);
const newestFirst = (a: Group, b: Group): number => Number(a.id === '') - Number(b.id === '') || Number(b.id) - Number(a.id);
const collator = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });

type Placed = { readonly source: Source; readonly name: string; readonly year: number };

/** By author, year and title. What is compared is made once for each source: many comparisons ask for it. */
function* inOrder(sources: readonly Source[]): Sliced<readonly Source[]> {
  const placed = yield* eachOf(sources, slice, (source): Placed => ({ source, name: sortName(source), year: yearOf(source.item) ?? 0 }));
  return (yield* sorting(placed, byAuthor)).map(({ source }) => source);
}

function byAuthor(a: Placed, b: Placed): number {
  return (a.name === b.name ? 0 : collator.compare(a.name, b.name)) || a.year - b.year || collator.compare(a.source.item.title ?? '', b.source.item.title ?? '');
}

function sortName(source: Source): string {
  const name = creatorsOf(source.item)[0];
  return name === undefined ? source.item.title ?? source.item.id : shortName(name);
}

/** A type as a person calls it. */
export function typeLabel(type: ItemType): string {
  return typeLabels[type] ?? capitalised(type.replace(/[-_]/g, ' '));
}

const typeLabels: { readonly [T in ItemType]?: string } = {
  article: 'Preprint or article', 'article-journal': 'Journal article', 'article-magazine': 'Magazine article',
  'article-newspaper': 'Newspaper article', 'paper-conference': 'Conference paper', chapter: 'Book chapter',
  'post-weblog': 'Blog post', 'review-book': 'Book review', webpage: 'Web page', legal_case: 'Court case',
};

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
