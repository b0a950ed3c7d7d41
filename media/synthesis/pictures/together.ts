/** Tags that are met together, as a heat map: the darker, the more often; the number stands in each cell. */
import { axisX, axisY, cell, text } from '@observablehq/plot';
import type { DataOf, Frame } from './picture';
import { between, drawn, legible, pressable, shortened, widthOf } from './plotting';

/** The side of a cell, in pixels, at least and at most. */
const [least, most] = [24, 44];

export function drawTogether({ tags, counts }: DataOf<'together'>, frame: Frame): SVGSVGElement {
  const { palette, width, open } = frame;
  const names = tags.map(({ tag }) => shortened(tag));
  const margin = widthOf(names);
  const side = Math.max(least, Math.min(most, (width - margin - 40) / Math.max(1, tags.length)));
  const top = Math.max(0, ...counts.flatMap((row, a) => row.filter((_count, b) => a !== b)));
  const cells = counts.flatMap((row, a) => row.map((count, b) => ({ a, b, count, fill: fillOf(a === b ? 0 : count, top, frame) })));
  const places = tags.map((_tag, index) => index);
  const named = (index: number): string => names[index] ?? '';
  const svg = drawn({
    width: margin + side * tags.length + Math.max(20, margin * 0.7), height: margin * 0.76 + 12 + side * tags.length + 20, marginLeft: margin, marginTop: margin * 0.76 + 12, marginRight: Math.max(20, margin * 0.7), marginBottom: 20, padding: 0.06,
    x: { type: 'band', domain: places }, y: { type: 'band', domain: places },
    marks: [
      cell(cells, { x: 'b', y: 'a', fill: 'fill', stroke: ({ a, b }: { a: number; b: number }) => (a === b ? palette.quiet : palette.line), strokeWidth: 0.75, title: ({ a, b, count }: { a: number; b: number; count: number }) => (a === b ? `#${tags[a]?.tag}: ${count}` : `#${tags[a]?.tag} with #${tags[b]?.tag}: ${count}`) }),
      text(cells.filter(({ count }) => count > 0), { x: 'b', y: 'a', text: 'count', fill: ({ a, b, fill }: { a: number; b: number; fill: string }) => (a === b ? palette.quiet : legible(fill, palette.text, palette.ground)), pointerEvents: 'none' }),
      axisY({ tickFormat: named, tickSize: 0, label: null, fontSize: 12 }),
      axisX({ tickFormat: named, tickSize: 0, label: null, anchor: 'top', tickRotate: -45, fontSize: 12 }),
    ],
  }, frame);
  if (open !== undefined) pressable(svg, 'cell', (index) => open(tags[cells[index]?.a ?? 0]?.id ?? 0, tags[cells[index]?.b ?? 0]?.id ?? 0));
  return svg;
}

const fillOf = (count: number, top: number, { palette }: Frame): string => (count === 0 ? palette.ground : between(palette.ground, palette.accent, 0.15 + (0.85 * count) / Math.max(1, top)));
