/** Stance by tag: passages against to the left, for to the right, then those that are mixed and those that take none. */
import { axisX, axisY, barX, ruleX, text } from '@observablehq/plot';
import type { CellNumbers } from '../../../src/protocol';
import type { DataOf, Frame } from './picture';
import { drawn, legible, pressable, shape, shortened, widthOf } from './plotting';

const parts = ['against', 'for', 'mixed', 'none'] as const;
type Part = (typeof parts)[number];
type Bar = { readonly tag: string; readonly id: number; readonly part: Part; readonly from: number; readonly to: number };

const signs: { readonly [P in Part]: string } = { against: '−', for: '+', mixed: '±', none: '' };
const names: { readonly [P in Part]: string } = { against: 'against', for: 'for', mixed: 'mixed', none: 'no stance' };

export function drawStance({ tags, cells }: DataOf<'stance'>, frame: Frame): SVGSVGElement {
  const { palette, width, open } = frame;
  const bars = tags.flatMap(({ tag, id }, index) => barsOf(tag, id, cells[index] ?? [0, 0, 0, 0]));
  const [first, last] = [Math.min(0, ...bars.map(({ from }) => from)), Math.max(1, ...bars.map(({ to }) => to))];
  const fills: { readonly [P in Part]: string } = { against: palette.contra, for: palette.pro, mixed: 'url(#hatched)', none: palette.ground };
  const margin = widthOf(tags.map(({ tag }) => tag));
  const wide = Math.max(320, Math.min(width, 1000));
  const room = (wide - margin - 30) / (last - first);
  const svg = drawn({
    width: wide, height: 30 * tags.length + 84, marginLeft: margin, marginTop: 44, marginBottom: 36, marginRight: 24,
    x: { domain: [first, last] }, y: { type: 'band', domain: tags.map(({ tag }) => tag), padding: 0.2 },
    marks: [
      barX(bars, { x1: 'from', x2: 'to', y: 'tag', fill: ({ part }: Bar) => fills[part], stroke: ({ part }: Bar) => (part === 'none' ? palette.quiet : part === 'mixed' ? palette.mixed : 'none'), insetLeft: 0.5, insetRight: 0.5, title: ({ tag, part, from, to }: Bar) => `#${tag}: ${to - from} ${names[part]}` }),
      text(bars.filter(({ part, from, to }) => (to - from) * room > (part === 'none' ? 14 : 24)), { x: ({ from, to }: Bar) => (from + to) / 2, y: 'tag', text: ({ part, from, to }: Bar) => `${signs[part]}${to - from}`, fill: ({ part }: Bar) => (part === 'none' || part === 'mixed' ? palette.text : legible(fills[part], palette.text, palette.ground)), stroke: ({ part }: Bar) => (part === 'mixed' ? palette.ground : 'none'), strokeWidth: 5, fontWeight: 600, pointerEvents: 'none' }),
      ruleX([0], { stroke: palette.text }),
      axisX({ tickFormat: (value: number) => (Number.isInteger(value) ? String(Math.abs(value)) : ''), label: 'passages', labelAnchor: 'right', fontSize: 12 }),
      axisY({ tickFormat: (tag: string) => shortened(tag), tickSize: 0, label: null, fontSize: 12 }),
    ],
  }, frame);
  svg.append(hatching(palette.mixed, palette.ground), legend(margin, fills, frame));
  if (open !== undefined) pressable(svg, 'bar', (index) => open(bars[index]?.id ?? 0, bars[index]?.id ?? 0));
  return svg;
}

function barsOf(tag: string, id: number, [count, pro, contra, mixed]: CellNumbers): Bar[] {
  const bar = (part: Part, from: number, size: number): Bar[] => (size === 0 ? [] : [{ tag, id, part, from, to: from + size }]);
  return [...bar('against', -contra, contra), ...bar('for', 0, pro), ...bar('mixed', pro, mixed), ...bar('none', pro + mixed, count - pro - contra - mixed)];
}

/** Stripes, so that what is mixed is told from the rest without colours. */
function hatching(colour: string, ground: string): SVGElement {
  const [defs, pattern] = [shape('defs', {}), shape('pattern', { id: 'hatched', width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' })];
  pattern.append(shape('rect', { width: 6, height: 6, fill: ground }), shape('rect', { width: 2, height: 6, fill: colour }));
  defs.append(pattern);
  return defs;
}

function legend(left: number, fills: { readonly [P in Part]: string }, { palette }: Frame): SVGElement {
  const group = shape('g', { 'transform': `translate(${left}, 12)`, 'fill': palette.text, 'text-anchor': 'start' });
  let x = 0;
  for (const part of parts) {
    const label = `${signs[part]} ${names[part]}`.trim();
    group.append(shape('rect', { x, width: 14, height: 14, fill: fills[part], stroke: part === 'none' ? palette.quiet : part === 'mixed' ? palette.mixed : 'none' }), shape('text', { x: x + 20, y: 11 }, label));
    x += 20 + label.length * 6.8 + 18;
  }
  return group;
}
