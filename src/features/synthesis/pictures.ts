/** What the pictures show, as data. */
import { emptyCell, matrixOf, relationsOf, togethernessOf, yearsOf } from '../../core/synthesis';
import type { Cell, RelationMap } from '../../core/synthesis';
import { sourceLabel } from '../../host/nodes';
import type { Picture, PictureData, PictureTag, SynthesisMeeting } from '../../protocol';
import type { Ids } from './ids';
import { numbersOf } from './lines';
import type { Model } from './model';
import type { Passages } from './passages';

/** How many tags or notes a picture holds and can still be read. */
const most: { readonly [P in Picture]: number } = { together: 30, years: 16, stance: 30, relations: 150 };

type Drawn = { readonly model: Model; readonly tags: Ids<string>; readonly passages: Passages; readonly within: SynthesisMeeting };

const made: { readonly [P in Picture]: (drawn: Drawn) => PictureData } = {
  together({ model, tags, within }) {
    const { names, left } = mostUsed(model, 'together');
    const { counts } = togethernessOf(model.shown, within, names);
    return { picture: 'together', within, tags: tagged(names, tags), counts, left };
  },
  years({ model, tags }) {
    const { names, left } = mostUsed(model, 'years');
    const { years, counts, undated } = yearsOf(model.shown, names);
    return { picture: 'years', tags: tagged(names, tags), years, counts, undated, left };
  },
  stance({ model, tags }) {
    const { names, left, cells } = mostUsed(model, 'stance');
    return { picture: 'stance', tags: tagged(names, tags), cells: names.map((name) => numbersOf(cells.get(name) ?? emptyCell)), left };
  },
  relations({ model, passages }) {
    const { nodes, edges, lost, left } = mostJoined(relationsOf(model.codings));
    return {
      picture: 'relations', nodes: nodes.map((coding) => passages.mapNode(coding, model)), edges, left,
      lost: lost.map(({ from, target, relation }) => ({ id: passages.idOf(from, model), label: sourceLabel(from.source.item) || from.source.item.id, target, relation })),
    };
  },
};

export const pictureOf = (picture: Picture, drawn: Drawn): PictureData => made[picture](drawn);

const tagged = (names: readonly string[], tags: Ids<string>): readonly PictureTag[] => names.map((tag) => ({ id: tags.of(tag), tag }));

/** The tags that stand on most notes; among equals in the order of the alphabet. */
function mostUsed({ shown }: Model, picture: Picture): { readonly names: readonly string[]; readonly left: number; readonly cells: ReadonlyMap<string, Cell> } {
  const own = new Set(shown.flatMap(({ tags }) => tags));
  const cells = matrixOf(shown).totals;
  const all = [...own].sort((a, b) => (cells.get(b)?.count ?? 0) - (cells.get(a)?.count ?? 0) || (a < b ? -1 : 1));
  return { names: all.slice(0, most[picture]), left: Math.max(0, all.length - most[picture]), cells };
}

/** The notes with most relations, and the relations among these. */
function mostJoined(map: RelationMap): RelationMap & { readonly left: number } {
  const left = Math.max(0, map.nodes.length - most.relations);
  if (left === 0) return { ...map, left };
  const degrees = new Array<number>(map.nodes.length).fill(0);
  for (const end of map.edges.flatMap(({ from, to }) => [from, to])) degrees[end] = (degrees[end] as number) + 1;
  const kept = degrees.map((degree, place) => ({ degree, place })).sort((a, b) => b.degree - a.degree || a.place - b.place).slice(0, most.relations).map(({ place }) => place).sort((a, b) => a - b);
  const places = new Map(kept.map((place, index) => [place, index]));
  const edges = map.edges.flatMap(({ from, to, relation }) => {
    const [a, b] = [places.get(from), places.get(to)];
    return a === undefined || b === undefined ? [] : [{ from: a, to: b, relation }];
  });
  return { ...map, nodes: kept.map((place) => map.nodes[place] as (typeof map.nodes)[number]), edges, left };
}
