/** The table of formats that a bibliography is written in. */
import type { Sliced } from '../slices';
import type { Item } from '../source';
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

/** The same as {@link writeBibliography}, in slices where entries stand by themselves. */
export function* writingBibliography(items: readonly Item[], format: ExportFormat): Sliced<string> {
  const all = sorted(items);
  if (format !== 'biblatex' && format !== 'bibtex') return writers[format](all);
  const parts: string[] = [];
  for (let at = 0; at < all.length; at += slice) {
    if (at > 0) yield;
    parts.push(writers[format](all.slice(at, at + slice)));
  }
  return parts.join('\n');
}

/** After how many entries there is a pause. */
const slice = 100;

/**
 * The bibliography as a file's text, ending in a line end. The same sources give the same text in whatever order they
 * come; see {@link withMark} for a file that we keep.
 */
export const writeBibliography = (items: readonly Item[], format: ExportFormat): string => writers[format](sorted(items));
