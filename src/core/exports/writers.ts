/** The table of formats that a bibliography is written in. */
import type { Sliced } from '../slices';
import type { Item, Span } from '../source';
import { biblatex } from './biblatex';
import { bibtex } from './bibtex';
import { cslJson } from './cslJson';
import { cslYaml } from './cslYaml';
import type { ExportFormat } from './formats';
import { ris } from './ris';

/** Each writes items that are sorted already. */
export const writers: { readonly [F in ExportFormat]: (items: readonly Item[]) => string } = {
  'biblatex': biblatex,
  'bibtex': bibtex,
  'ris': ris,
  'csl-json': cslJson,
  'csl-yaml': cslYaml,
};

/** By citation key, each key once: of two sources with one key the first counts. */
function sorted(items: readonly Item[]): readonly Item[] {
  const byKey = new Map<string, Item>();
  for (const item of items) if (!byKey.has(item.id)) byKey.set(item.id, item);
  return [...byKey.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** A bibliography that was written: its text and, where entries stand by themselves, the place of each in it (UTF-16 offsets). */
export type Written = { readonly text: string; readonly places: ReadonlyMap<Item, Span> };

/** The same as {@link writeBibliography}, in slices where entries stand by themselves. An item that stands in `before` is taken from there. */
export function* writingBibliography(items: readonly Item[], format: ExportFormat, before: Written = { text: '', places: new Map() }): Sliced<Written> {
  const all = sorted(items);
  if (format !== 'biblatex' && format !== 'bibtex') return { text: writers[format](all), places: new Map() };
  const parts: string[] = [];
  const places = new Map<Item, Span>();
  for (let at = 0, start = 0, made = 0; at < all.length; at += 1) {
    const item = all[at] as Item;
    const place = before.places.get(item);
    if ((place === undefined && (made += 1) % slice === 0) || at % takenAtOnce === takenAtOnce - 1) yield;
    const part = place === undefined ? writers[format]([item]) : before.text.slice(place.start, place.end);
    places.set(item, { start, end: start + part.length });
    parts.push(part);
    start += part.length + 1;
  }
  return { text: parts.join('\n'), places };
}

/** After how many entries there is a pause: of those that are made, and of all. */
const [slice, takenAtOnce] = [12, 1000];

/**
 * The bibliography as a file's text, ending in a line end. The same sources give the same text in whatever order they
 * come; see {@link markingText} for a file that we keep.
 */
export const writeBibliography = (items: readonly Item[], format: ExportFormat): string => writers[format](sorted(items));
