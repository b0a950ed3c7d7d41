/** A bibliography as CSL JSON: one field a line, so that git shows and merges single fields. */
import type { Item } from '../source';
import { cslFields, literal } from './csl';

const itemText = (item: Item): string =>
  `{\n${cslFields(item).map(([field, value]) => `  ${literal(field)}: ${literal(value)}`).join(',\n')}\n}`;

/** An array, also for no items. */
export const cslJson = (items: readonly Item[]): string => (items.length === 0 ? '[]\n' : `[\n${items.map(itemText).join(',\n')}\n]\n`);
