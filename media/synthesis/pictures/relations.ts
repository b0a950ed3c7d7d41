/** The map of relations: notes as points, what supports, attacks or qualifies what as arrows. The same notes always give the same map. */
import { arrow, dot, text } from '@observablehq/plot';
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';
import type { SimulationNodeDatum } from 'd3-force';
import type { MapEdge, MapNode } from '../../../src/protocol';
import type { DataOf, Frame, Palette } from './picture';
import { drawn, pressable, shape, shortened } from './plotting';

type Point = SimulationNodeDatum & { readonly node: MapNode };
/** `start` and `end`: where the arrow leaves the one note, with its name, and reaches the other. */
type Line = { readonly from: Placed; readonly to: Placed; readonly start: Place; readonly end: Place; readonly relation: MapEdge['relation'] };
type Place = { readonly x: number; readonly y: number };
type Placed = Place & { readonly node: MapNode };

const signs: { readonly [R in MapEdge['relation']]: string } = { supports: '+', attacks: '−', qualifies: '~' };
const dashes: { readonly [R in MapEdge['relation']]: string } = { supports: 'none', attacks: '7 4', qualifies: '2 4' };
const stanceSigns = { for: '+', against: '−', mixed: '±' } as const;
/** Room for the names at the sides. */
const margin = { x: 96, top: 64, bottom: 64 };
/** How far an arrow stays away from the middle of a point, in pixels. */
const radius = 11;
/** How far arrows are bent, in degrees, and how far that takes their middle aside, as a share of their length. */
const bend = 14;
const bow = Math.tan((bend * Math.PI) / 360) / 2;

export function drawRelations({ nodes, edges }: DataOf<'relations'>, frame: Frame): SVGSVGElement {
  const { palette, note } = frame;
  const placed = laidOut(nodes, edges, Math.max(600, frame.width));
  const size = { width: Math.max(360, ...placed.map(({ x }) => x + margin.x)), height: Math.max(200, ...placed.map(({ y }) => y + margin.bottom)) };
  const lines = edges.map((edge) => lineOf(placed[edge.from] as Placed, placed[edge.to] as Placed, edge.relation));
  const colours = coloursOf(palette);
  const svg = drawn({
    ...size, margin: 0, x: { type: 'identity' }, y: { type: 'identity' }, axis: null,
    marks: [
      ...(['supports', 'attacks', 'qualifies'] as const).map((relation) => arrow(lines.filter((line) => line.relation === relation), {
        x1: ({ start }: Line) => start.x, y1: ({ start }: Line) => start.y, x2: ({ end }: Line) => end.x, y2: ({ end }: Line) => end.y,
        bend, stroke: colours[relation], strokeWidth: 1.75, strokeDasharray: dashes[relation], headLength: 7,
        title: ({ from, to }: Line) => `${from.node.label} ${relation} ${to.node.label}`,
      })),
      text(lines, { x: ({ start, end }: Line) => middleOf(start, end).x, y: ({ start, end }: Line) => middleOf(start, end).y, text: ({ relation }: Line) => signs[relation], fill: palette.text, stroke: palette.ground, strokeWidth: 7, fontSize: 15, fontWeight: 700, pointerEvents: 'none' }),
      dot(placed, { x: 'x', y: 'y', r: radius, fill: palette.ground, stroke: palette.accent, strokeWidth: 1.75, title: ({ node }: Placed) => [node.label, node.tags.map((tag) => `#${tag}`).join(' '), node.words].filter((part) => part !== '').join('\n') }),
      text(placed, { x: 'x', y: 'y', text: ({ node }: Placed) => (node.stance === undefined ? '' : stanceSigns[node.stance]), fontWeight: 700, pointerEvents: 'none' }),
      text(placed, { x: 'x', y: ({ y }: Placed) => y + radius + 6, text: ({ node }: Placed) => linesOf(node.label).join('\n'), fontWeight: 600, lineAnchor: 'top', lineHeight: 1.2, fill: palette.text, stroke: palette.ground, strokeWidth: 4, pointerEvents: 'none' }),
      text(placed, { x: 'x', y: ({ y, node }: Placed) => y + radius + 7 + 14.5 * linesOf(node.label).length, text: ({ node }: Placed) => firstTag(node), fontSize: 11, lineAnchor: 'top', fill: palette.quiet, stroke: palette.ground, strokeWidth: 4, pointerEvents: 'none' }),
    ],
  }, frame);
  svg.append(legend(frame, colours));
  if (note !== undefined) pressable(svg, 'dot', (index) => note(placed[index]?.node.id ?? 0));
  return svg;
}

const firstTag = ({ tags }: MapNode): string => (tags[0] === undefined ? '' : `#${shortened(tags[0], 22)}`);

/** A name in at most two lines. */
function linesOf(label: string): readonly string[] {
  if (label.length <= 20) return [label];
  const at = label.lastIndexOf(' ', 20) > 6 ? label.lastIndexOf(' ', 20) : 20;
  const rest = label.slice(at).trim();
  return [label.slice(0, at), rest.length <= 22 ? rest : `${rest.slice(0, 21)}…`];
}

/** The middle of an arrow, which is a little bent. */
const middleOf = (from: Place, to: Place): Place => ({ x: (from.x + to.x) / 2 + (to.y - from.y) * bow, y: (from.y + to.y) / 2 - (to.x - from.x) * bow });

const coloursOf = ({ pro, contra, mixed }: Palette): { readonly [R in MapEdge['relation']]: string } => ({ supports: pro, attacks: contra, qualifies: mixed });

/** How far an arrow stays away from a point, and from the name below it, in pixels. */
const apart = 6;

const lineOf = (from: Placed, to: Placed, relation: MapEdge['relation']): Line => ({ from, to, start: edgeOf(from, to), end: edgeOf(to, from), relation });

/** Where the way from one note to another leaves what is drawn of the first: its point, and its name below that. */
function edgeOf(from: Placed, to: Placed): Place {
  const steps = Math.max(1, Math.round(Math.hypot(to.x - from.x, to.y - from.y) / 2));
  const at = (step: number): Place => ({ x: from.x + ((to.x - from.x) * step) / steps, y: from.y + ((to.y - from.y) * step) / steps });
  let left = 0;
  for (let step = 0; step <= steps * 0.45; step += 1) if (isOver(from, at(step))) left = step;
  return at(left);
}

function isOver({ x, y, node }: Placed, place: Place): boolean {
  if (Math.hypot(place.x - x, place.y - y) <= radius + apart) return true;
  const lines = linesOf(node.label);
  const half = (Math.max(...lines.map((line) => line.length * 7.6), firstTag(node).length * 6)) / 2 + apart;
  const bottom = y + radius + 7 + 14.5 * lines.length + (firstTag(node) === '' ? 0 : 13) + apart;
  return Math.abs(place.x - x) <= half && place.y >= y && place.y <= bottom;
}

/** Each group of notes that are related to each other is laid out by itself; the groups stand side by side, the largest first, in rows of at most so many pixels. */
function laidOut(nodes: readonly MapNode[], edges: readonly MapEdge[], widest: number): readonly Placed[] {
  const placed: Placed[] = [];
  let [left, top, bottom] = [0, 0, 0];
  for (const group of groupsOf(nodes.length, edges)) {
    const places = groupLaidOut(group.map((at) => nodes[at] as MapNode), edges.flatMap(({ from, to, relation }) => (group.includes(from) ? [{ from: group.indexOf(from), to: group.indexOf(to), relation }] : [])));
    const [width, height] = [Math.max(...places.map(({ x }) => x)) + margin.x, Math.max(...places.map(({ y }) => y)) + margin.bottom];
    if (left > 0 && left + width > widest) [left, top] = [0, bottom];
    for (const [index, place] of places.entries()) placed[group[index] as number] = { ...place, x: place.x + left, y: place.y + top };
    [left, bottom] = [left + width, Math.max(bottom, top + height)];
  }
  return placed;
}

/** Which notes are related to each other, directly or by others: places of notes, in their order. */
function groupsOf(count: number, edges: readonly MapEdge[]): readonly (readonly number[])[] {
  const first = Array.from({ length: count }, (_, at) => at);
  const headOf = (at: number): number => (first[at] === at ? at : headOf(first[at] as number));
  for (const { from, to } of edges) {
    const [a, b] = [headOf(from), headOf(to)];
    first[Math.max(a, b)] = Math.min(a, b);
  }
  const groups = new Map<number, number[]>();
  for (let at = 0; at < count; at += 1) groups.set(headOf(at), [...groups.get(headOf(at)) ?? [], at]);
  return [...groups.values()].sort((a, b) => b.length - a.length);
}

/** Points that repel each other, held together by their relations; wider than high. The library begins from fixed places and draws no lots of its own. */
function groupLaidOut(nodes: readonly MapNode[], edges: readonly MapEdge[]): readonly Placed[] {
  const points: Point[] = nodes.map((node) => ({ node }));
  const links = edges.filter(({ from, to }) => from !== to).map(({ from, to }) => ({ source: from, target: to }));
  forceSimulation(points).force('link', forceLink(links).distance(165).strength(0.7)).force('charge', forceManyBody().strength(-650).distanceMax(700))
    .force('apart', forceCollide(82)).force('x', forceX(0).strength(0.05)).force('y', forceY(0).strength(0.12)).stop().tick(300);
  const [left, top] = [Math.min(...points.map(({ x }) => x ?? 0)), Math.min(...points.map(({ y }) => y ?? 0))];
  return points.map(({ x = 0, y = 0, node }) => ({ x: Math.round(x - left + margin.x), y: Math.round(y - top + margin.top), node }));
}

function legend({ palette }: Frame, colours: { readonly [R in MapEdge['relation']]: string }): SVGElement {
  const group = shape('g', { 'transform': 'translate(12, 16)', 'fill': palette.text, 'text-anchor': 'start' });
  let x = 0;
  for (const relation of ['supports', 'attacks', 'qualifies'] as const) {
    group.append(shape('line', { 'x1': x, 'x2': x + 30, 'y1': 0, 'y2': 0, 'stroke': colours[relation], 'stroke-width': 1.75, 'stroke-dasharray': dashes[relation] }), shape('text', { x: x + 36, y: 4 }, `${signs[relation]} ${relation}`));
    x += 120;
  }
  return group;
}
