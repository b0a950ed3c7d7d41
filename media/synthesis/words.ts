/** Numbers of passages and stances as a person says them; never by colour alone. */
import type { CellNumbers } from '../../src/protocol';

/** A stance with the sign that stands for it. */
export const stanceSigns = { for: '+', against: '−', mixed: '±' } as const;
export type StanceName = keyof typeof stanceSigns;

export const counted = (count: number, one: string, many = `${one}s`): string => `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;

/** `3 passages, 2 for, 1 against`. */
export function cellInWords([count, pro, contra, mixed]: CellNumbers): string {
  if (count === 0) return 'no passages';
  const stances = [[pro, 'for'], [contra, 'against'], [mixed, 'mixed']] as const;
  return [counted(count, 'passage'), ...stances.filter(([number]) => number > 0).map(([number, name]) => `${number.toLocaleString('en-GB')} ${name}`)].join(', ');
}

/** How the passages of a cell take their sources together; undefined when none takes a stance. */
export function stanceOf([, pro, contra, mixed]: CellNumbers): StanceName | undefined {
  if (mixed > 0 || (pro > 0 && contra > 0)) return 'mixed';
  if (pro > 0) return 'for';
  return contra > 0 ? 'against' : undefined;
}

/** How deep the ground of a cell is, from 0 (empty) to 4 (the fullest, if that has some). */
export function depthOf(count: number, most: number): number {
  return count === 0 || most === 0 ? 0 : Math.max(1, Math.ceil(4 * Math.sqrt(count / Math.max(4, most))));
}
