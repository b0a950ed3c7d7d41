/** What the person chose to see, and which part of a long table is on the screen. */
import type { Picture, SynthesisMeeting, SynthesisView } from '../../src/protocol';

export type Tab = 'table' | Picture;

/** Kept while the panel is hidden, and after the editor was closed. */
export type State = { readonly view: SynthesisView; readonly tab: Tab; readonly within: SynthesisMeeting; readonly top: number };

const firstView: SynthesisView = { query: '', group: 'none', sort: 'author', down: false, tagOrder: 'name', closedTags: [], closedGroups: [], withEmpty: false };
export const firstState: State = { view: firstView, tab: 'table', within: 'note', top: 0 };

/** What was kept, where it is of the right kind; the beginning for everything else. */
export function stateFrom(kept: unknown): State {
  if (typeof kept !== 'object' || kept === null) return firstState;
  const { view, ...rest } = kept as Partial<State>;
  return { ...like(firstState, rest), view: like(firstView, view) };
}

function like<T extends object>(pattern: T, kept: unknown): T {
  if (typeof kept !== 'object' || kept === null) return pattern;
  const given = kept as { readonly [name: string]: unknown };
  const fitting = Object.entries(pattern).filter(([name, value]) => typeof given[name] === typeof value && Array.isArray(given[name]) === Array.isArray(value)).map(([name]) => [name, given[name]]);
  return { ...pattern, ...Object.fromEntries(fitting) } as T;
}

/** `[from, to)` */
export type Stretch = { readonly from: number; readonly to: number };

/** Which of `count` things of the same size stand in `[start, start + extent)` pixels, with up to `spare` more on either side: the stretch moves by so many at a time. */
export function stretchOf(start: number, extent: number, size: number, count: number, spare: number): Stretch {
  const from = Math.floor(Math.floor(start / size) / spare) * spare;
  const to = Math.ceil(Math.ceil((start + extent) / size) / spare) * spare;
  return { from: Math.min(count, Math.max(0, from)), to: Math.min(count, Math.max(0, from, to)) };
}

/** Where to scroll so that the thing at `place` is whole on the screen; as it is when it is. */
export function scrolledTo(place: number, start: number, extent: number, size: number): number {
  if (place * size < start) return place * size;
  return (place + 1) * size > start + extent ? (place + 1) * size - extent : start;
}

/** How one may sort, by the name of the choice. */
export const sortChoices: { readonly [name: string]: Pick<SynthesisView, 'sort' | 'down'> } = {
  'Author': { sort: 'author', down: false }, 'Newest first': { sort: 'year', down: true }, 'Oldest first': { sort: 'year', down: false },
  'Title': { sort: 'title', down: false }, 'Most passages': { sort: 'passages', down: true },
};

/** What a press on the head of a column does: the usual way, then the other way, then by author again. */
export function sortedBy(view: SynthesisView, sort: SynthesisView['sort']): Pick<SynthesisView, 'sort' | 'down'> {
  const usual = sort !== 'author' && sort !== 'title';
  if (view.sort !== sort) return { sort, down: usual };
  return view.down === usual ? { sort, down: !usual } : { sort: 'author', down: false };
}

/** The list with the name in it, or without it when it was. */
export const toggled = (names: readonly string[], name: string): readonly string[] => (names.includes(name) ? names.filter((one) => one !== name) : [...names, name]);
