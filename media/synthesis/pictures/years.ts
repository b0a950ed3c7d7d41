/** Tags over the years of publication: a row of bars for each tag, all to one scale. */
import { axisFy, axisX, barY, ruleY, text } from '@observablehq/plot';
import type { DataOf, Frame } from './picture';
import { drawn, pressable, shortened, widthOf } from './plotting';

type Bar = { readonly tag: string; readonly id: number; readonly year: number; readonly count: number };

export function drawYears({ tags, years, counts }: DataOf<'years'>, frame: Frame): SVGSVGElement {
  const { palette, width, open } = frame;
  const names = new Map(tags.map(({ tag }) => [tag, shortened(tag)]));
  const bars: Bar[] = tags.flatMap(({ tag, id }, t) => years.flatMap((year, y) => { const count = counts[t]?.[y] ?? 0; return count === 0 ? [] : [{ tag, id, year, count }]; }));
  const span = spanOf(years);
  const top = Math.max(1, ...bars.map(({ count }) => count));
  const wide = Math.max(320, Math.min(width, 1100));
  const room = (wide - widthOf([...names.values()]) - 30) / Math.max(1, span.length);
  const svg = drawn({
    width: wide, height: 46 * tags.length + 70, marginLeft: widthOf([...names.values()]), marginTop: 34, marginBottom: 34, marginRight: 20,
    x: { type: 'band', domain: span, padding: room > 14 ? 0.25 : 0.1 }, y: { domain: [0, top * 1.45], axis: null }, fy: { domain: tags.map(({ tag }) => tag), padding: 0.12 },
    marks: [
      ruleY([0], { stroke: palette.line }),
      barY(bars, { x: 'year', y: 'count', fy: 'tag', fill: palette.accent, title: ({ tag, year, count }: Bar) => `#${tag}, ${year}: ${count}` }),
      ...(room > 13 ? [text(bars, { x: 'year', y: 'count', fy: 'tag', text: 'count', dy: -7, fontSize: 10, fill: palette.quiet, pointerEvents: 'none' as const })] : []),
      ...(['top', 'bottom'] as const).map((anchor) => axisX({ anchor, ticks: ticksOf(span, room), tickFormat: String, tickSize: 4, label: null, fontSize: 12 })),
      axisFy({ anchor: 'left', tickFormat: (tag: string) => names.get(tag) ?? tag, label: null, fontSize: 12 }),
    ],
  }, frame);
  if (open !== undefined) pressable(svg, 'bar', (index) => open(bars[index]?.id ?? 0, bars[index]?.id ?? 0));
  return svg;
}

/** All years from the first to the last, so that empty ones show; those alone that there are, when that would be too many. */
function spanOf(years: readonly number[]): readonly number[] {
  const [first, last] = [years[0] ?? 0, years.at(-1) ?? 0];
  return last - first > 150 ? years : Array.from({ length: years.length === 0 ? 0 : last - first + 1 }, (_, index) => first + index);
}

function ticksOf(span: readonly number[], room: number): number[] {
  const step = [1, 2, 5, 10, 20, 50, 100].find((one) => one * room > 38) ?? 100;
  return span.filter((year) => year % step === 0 || span.length === 1);
}
