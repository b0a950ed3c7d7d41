/** One cell of the synthesis: how many passages, and how they take their source. */
import type { Stance } from '../source';

/** `count` passages, of which so many are for, against or mixed; the others take no stance. */
export type Cell = { readonly count: number } & { readonly [S in Stance]: number };

export const emptyCell: Cell = { count: 0, for: 0, against: 0, mixed: 0 };

/** A cell that is being counted. */
export class Tally implements Cell {
  count = 0;
  for = 0;
  against = 0;
  mixed = 0;

  /** One passage more. */
  add(stance: Stance | undefined): void {
    this.count += 1;
    if (stance !== undefined) this[stance] += 1;
  }

  /** The passages of another cell more. */
  addAll(other: Cell): void {
    this.count += other.count;
    this.for += other.for;
    this.against += other.against;
    this.mixed += other.mixed;
  }
}

/** How the passages of a cell take their sources, together; undefined when none takes a stance. */
export function stanceOf(cell: Cell): Stance | undefined {
  if (cell.mixed > 0 || (cell.for > 0 && cell.against > 0)) return 'mixed';
  if (cell.for > 0) return 'for';
  return cell.against > 0 ? 'against' : undefined;
}

/** The tally under a name, made when it isn't there. */
export function tallyAt<K>(tallies: Map<K, Tally>, name: K): Tally {
  const known = tallies.get(name);
  if (known !== undefined) return known;
  const made = new Tally();
  tallies.set(name, made);
  return made;
}
