/** The table of formats that a bibliography is written in. */
import type { Item } from '../source';
import { biblatex } from './biblatex';
import { cslJson } from './cslJson';
import { cslYaml } from './cslYaml';
import type { ExportFormat } from './formats';

/** Each writes items that are sorted already. */
export const writers: { readonly [F in ExportFormat]: (items: readonly Item[]) => string } = {
  'biblatex': biblatex,
  'csl-json': cslJson,
  'csl-yaml': cslYaml,
};

/** By citation key, each key once: of two sources with one key the first counts. */
function sorted(items: readonly Item[]): readonly Item[] {
  const byKey = new Map<string, Item>();
  for (const item of items) if (!byKey.has(item.id)) byKey.set(item.id, item);
  return [...byKey.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
}

/**
 * The bibliography as a file's text, ending in a line end. The same sources give the same text in whatever order they
 * come; see {@link withMark} for a file that we keep.
 */
export const writeBibliography = (items: readonly Item[], format: ExportFormat): string => writers[format](sorted(items));
