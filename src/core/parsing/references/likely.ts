/** Whether a long text is a list of references, told at a glance: in so many lines something of every site stands somewhere. */
import { linesOf } from '../lines';
import type { Span } from '../../source';

const year = /(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/u;
/** A reference, or the line of a wrapped one that holds the year, is no shorter than this, in UTF-16 code units. */
const leastLine = 30;
/** Fewer such lines are no long list. */
const leastLines = 20;

/** How many works a stretch seems to name: lines with a year, when every third line is one and they are many; else 0. */
export function worksAtAGlance(text: string, { start, end }: Span): number {
  const lines = linesOf(text, start, end).filter((line) => line.text !== '');
  const dated = lines.filter((line) => line.text.length >= leastLine && year.test(line.text.slice(0, 1000))).length;
  return dated >= leastLines && dated * 3 >= lines.length ? dated : 0;
}
