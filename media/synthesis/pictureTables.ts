/** Each picture as a table: what one reads with a screen reader, and how one opens its passages from the keyboard. */
import type { PictureData } from '../../src/protocol';
import { element } from '../element';
import type { DataOf, Frame } from './pictures/picture';
import { cellInWords, counted } from './words';

type Doors = { readonly open: NonNullable<Frame['open']>; readonly note: NonNullable<Frame['note']> };
type Cell = Node | string;

const tables: { readonly [P in PictureData['picture']]: (data: DataOf<P>, doors: Doors) => HTMLElement } = {
  together: ({ tags, counts }, { open }) => table('How often each two tags are met together', ['Tag', ...tags.map(({ tag }) => `#${tag}`)], tags.map((one, a) =>
    [`#${one.tag}`, ...tags.map((other, b): Cell => numbered(counts[a]?.[b] ?? 0, `Passages of #${one.tag}${a === b ? '' : ` with #${other.tag}`}`, () => open(one.id, other.id)))])),
  years: ({ tags, years, counts }, { open }) => table('Passages on each tag by the year of their source', ['Tag', ...years.map(String)], tags.map(({ tag, id }, t) =>
    [button(`#${tag}`, `Passages of #${tag}`, () => open(id, id)), ...years.map((_year, y) => String(counts[t]?.[y] ?? 0))])),
  stance: ({ tags, cells }, { open }) => table('How the passages on each tag take their sources', ['Tag', 'Passages', 'For +', 'Against −', 'Mixed ±', 'No stance'], tags.map(({ tag, id }, index) => {
    const [count, pro, contra, mixed] = cells[index] ?? [0, 0, 0, 0];
    return [button(`#${tag}`, `Passages of #${tag}`, () => open(id, id)), ...[count, pro, contra, mixed, count - pro - contra - mixed].map(String)];
  })),
  relations: ({ nodes, edges, lost }, { note }) => table('Relations between notes', ['Note', 'Relation', 'Note'], [
    ...edges.map(({ from, to, relation }): Cell[] => {
      const [one, other] = [nodes[from], nodes[to]];
      return [one === undefined ? '' : button(`${one.label}: ${one.words}`, 'Open the note', () => note(one.id)), relation, other === undefined ? '' : button(`${other.label}: ${other.words}`, 'Open the note', () => note(other.id))];
    }),
    ...lost.map(({ id, label, target, relation }): Cell[] => [button(label, 'Open the note', () => note(id)), relation, `${target} (not among these notes)`]),
  ]),
};

export const tableOf = (data: PictureData, doors: Doors): HTMLElement => (tables[data.picture] as (data: PictureData, doors: Doors) => HTMLElement)(data, doors);

const button = (text: string, title: string, act: () => void): HTMLElement => element('button', { class: 'link', title, onclick: act }, text);
const numbered = (count: number, title: string, act: () => void): Cell => (count === 0 ? '0' : button(String(count), title, act));

function table(caption: string, heads: readonly string[], rows: readonly (readonly Cell[])[]): HTMLElement {
  return element('table', { class: 'plain' }, element('caption', {}, caption),
    element('thead', {}, element('tr', {}, ...heads.map((head) => element('th', { scope: 'col' }, head)))),
    element('tbody', {}, ...rows.map(([first, ...others]) => element('tr', {}, element('th', { scope: 'row' }, first ?? ''), ...others.map((cell) => element('td', {}, cell))))));
}

/** A picture in one sentence. */
export const summaryOf: { readonly [P in PictureData['picture']]: (data: DataOf<P>) => string } = {
  together: ({ tags, counts, left }) => `Heat map of ${counted(tags.length, 'tag')}${leftOut(left)}. ${mostTogether(tags.map(({ tag }) => tag), counts)}`,
  years: ({ tags, years, undated, left }) => `Bars for ${counted(tags.length, 'tag')}${leftOut(left)}, ${years[0] ?? ''} to ${years.at(-1) ?? ''}.${undated > 0 ? ` ${counted(undated, 'passage')} of sources without a year ${undated === 1 ? 'is' : 'are'} not shown.` : ''}`,
  stance: ({ tags, cells, left }) => `Bars for ${counted(tags.length, 'tag')}${leftOut(left)}: ${tags.slice(0, 3).map(({ tag }, index) => `#${tag}, ${cellInWords(cells[index] ?? [0, 0, 0, 0])}`).join('; ')}${tags.length > 3 ? ' …' : '.'}`,
  relations: ({ nodes, edges, lost, left }) => `Map of ${counted(nodes.length, 'note')} and ${counted(edges.length, 'relation')}${left > 0 ? `; ${counted(left, 'note')} with fewer relations left out` : ''}.${lost.length > 0 ? ` ${counted(lost.length, 'relation')} ${lost.length === 1 ? 'leads' : 'lead'} to a note that is not here; see the table.` : ''}`,
};

const leftOut = (left: number): string => (left > 0 ? ` (the most used; ${left} more left out)` : '');

function mostTogether(tags: readonly string[], counts: readonly (readonly number[])[]): string {
  let best = { count: 0, a: 0, b: 0 };
  for (const [a, row] of counts.entries()) for (let b = 0; b < a; b += 1) if ((row[b] ?? 0) > best.count) best = { count: row[b] ?? 0, a, b };
  return best.count === 0 ? 'No two of them are met together.' : `Most often together: #${tags[best.b]} and #${tags[best.a]} (${best.count}).`;
}
