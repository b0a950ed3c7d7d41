/**
 * Formatting references each alone: an engine here never holds more than one item, so it takes milliseconds whatever the
 * size of the library.
 */
import type { FormattedReference } from '../enginePort';
import type { Item } from '../source';
import { engineOf, type CslEngine, type Ready } from './citeproc';
import { forCiteproc } from './items';
import { entryOf, inShort, safe } from './results';

/** One item alone needs no sorting, and building the sort keys of large styles takes longer than all the rest. */
const unneeded: ReadonlySet<string> = new Set(['sort']);

/** One style in one locale, ready to format. */
export class IsolatedEngine {
  private readonly engine: CslEngine;
  private item: Record<string, unknown> = {};

  constructor(ready: Ready) {
    this.engine = engineOf(ready, () => structuredClone(this.item), unneeded);
  }

  /** The item as an entry of a bibliography; in brief when the style fails on it. */
  format(item: Item): FormattedReference {
    this.item = forCiteproc(item, 'item');
    try {
      return this.entry();
    } catch {
      return inShort(item);
    } finally {
      this.engine.updateItems([]);
    }
  }

  /** A style without a bibliography gives the full citation of its notes. */
  private entry(): FormattedReference {
    this.engine.updateItems(['item']);
    const bibliography = this.engine.makeBibliography();
    return bibliography ? entryOf(bibliography[1][0] ?? '') : safe(this.engine.makeCitationCluster([{ id: 'item' }]));
  }
}
