import assert from 'node:assert/strict';
import fc from 'fast-check';
import { notesByTag } from '../../../src/core/library';
import type { Library, Source } from '../../../src/core/library/library';
import { resolveTag } from '../../../src/core/notes';
import type { Note } from '../../../src/core/source';
import {
  arrange, codingsOf, columnsOf, folded, forestOf, matrixOf, meetings, relationsOf, rowGroupings, sharedBy, stanceOf, sumOf, tagComparer, togethernessOf, upwards, yearsOf,
} from '../../../src/core/synthesis';
import { growsWithSize } from '../../doubles/growth';
import { libraries, libraryOf, sourceOf } from './arbitraries';

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((a, b) => a + b, 0);
const noted = (tags: readonly string[], more: Partial<Note> = {}): Note => ({ tags, text: '', ...more });
const book = (id: string, year: number | undefined, notes: readonly Note[], family = id): Source =>
  sourceOf(id, notes, { author: [{ family }], title: `On ${id}`, ...(year !== undefined && { issued: { 'date-parts': [[year]] } }) });

describe('codings', () => {
  it('are all notes, each with its tags as the codebook resolves them, once', () => {
    fc.assert(fc.property(libraries, (library) => {
      const notes = [...library.sources.values()].flatMap((source) => source.notes);
      const codings = codingsOf(library);
      assert.deepEqual(codings.map(({ note }) => note), notes);
      for (const { note, tags } of codings) assert.deepEqual(tags, [...new Set(note.tags.map((tag) => resolveTag(tag, library.codebook)))]);
    }));
  });

  it('are those of the chosen notes alone', () => {
    const [one, other] = [noted(['a']), noted(['b'])];
    assert.deepEqual(codingsOf(libraryOf([book('lee', 2001, [one, other])]), new Set([other])).map(({ note }) => note), [other]);
  });

  it('stand under a tag that is closed, once each', () => {
    const codings = codingsOf(libraryOf([book('lee', 2001, [noted(['a/b/c', 'a/d', 'e']), noted(['a-b', 'ab/c'])])]));
    assert.deepEqual(folded(codings, new Set(['a'])).map(({ tags }) => tags), [['a', 'e'], ['a-b', 'ab/c']]);
    assert.deepEqual(folded(codings, new Set(['a', 'a/b'])).map(({ tags }) => tags)[0], ['a', 'e']);
    assert.equal(folded(codings, new Set()), codings);
  });
});

describe('tags as columns', () => {
  it('stand under their parents, even under one that is no tag of any note', () => {
    const columns = columnsOf(forestOf(['policy/hedging', 'method', 'policy/balancing/soft']), new Set());
    assert.deepEqual(columns.map(({ tag, depth, hasChildren }) => [tag, depth, hasChildren]),
      [['method', 0, false], ['policy', 0, true], ['policy/balancing', 1, true], ['policy/balancing/soft', 2, false], ['policy/hedging', 1, false]]);
    assert.deepEqual(columnsOf(forestOf(['policy/hedging', 'policy/balancing/soft']), new Set(['policy/balancing'])).map(({ tag, isOpen }) => [tag, isOpen]),
      [['policy', true], ['policy/balancing', false], ['policy/hedging', false]]);
  });

  it('stand in the order of the alphabet, or the most used first', () => {
    const counts = new Map([['a', 1], ['b', 3], ['b/c', 1], ['b/d', 2]]);
    const compare = tagComparer('count', (tag) => counts.get(tag) ?? 0);
    assert.deepEqual(columnsOf(forestOf(counts.keys(), compare), new Set()).map(({ tag }) => tag), ['b', 'b/d', 'b/c', 'a']);
  });

  it('take slashes at odd places for what they are', () => {
    assert.deepEqual(upwards('a/b/c'), ['a/b/c', 'a/b', 'a']);
    fc.assert(fc.property(fc.array(fc.stringMatching(/^[a-c/]{1,6}$/)), (tags) => {
      const columns = columnsOf(forestOf(tags), new Set()).map(({ tag }) => tag);
      assert.equal(new Set(columns).size, columns.length);
      for (const tag of tags) assert.ok(columns.includes(tag), tag);
    }));
  });
});

describe('the matrix of sources and tags', () => {
  it('counts the passages of each source for each tag, and how they take it', () => {
    const { rows, totals, passages } = matrixOf(codingsOf(libraryOf([
      book('lee', 2001, [noted(['hedging'], { stance: 'for' }), noted(['хеджирование'], { stance: 'against' }), noted(['trade'])]),
      book('kim', 2002, [noted(['trade'], { stance: 'mixed' }), noted([])]),
    ])));
    assert.deepEqual(rows.map(({ source, passages: { count } }) => [source.item.id, count]), [['lee', 3], ['kim', 1]]);
    const cell = rows[0]?.cells.get('hedging');
    assert.deepEqual({ ...cell }, { count: 2, for: 1, against: 1, mixed: 0 });
    assert.equal(cell && stanceOf(cell), 'mixed');
    assert.deepEqual({ ...totals.get('trade') }, { count: 2, for: 0, against: 0, mixed: 1 });
    assert.equal(passages.count, 4);
  });

  it('counts a passage with two tags under one parent once for the parent', () => {
    const { rows } = matrixOf(codingsOf(libraryOf([book('lee', 2001, [noted(['a/b', 'a/c']), noted(['a'])])])));
    assert.deepEqual([...rows[0]?.cells ?? []].map(([tag, { count }]) => [tag, count]), [['a/b', 1], ['a', 2], ['a/c', 1]]);
  });

  it('has the same sums by rows and by columns, and loses no passage', () => {
    fc.assert(fc.property(libraries, (library) => {
      const codings = codingsOf(library);
      const { rows, totals, passages } = matrixOf(codings);
      const byRow = rows.map(({ cells }) => sum([...cells.values()].map(({ count }) => count)));
      assert.equal(sum(byRow), sum([...totals.values()].map(({ count }) => count)));
      assert.equal(passages.count, codings.filter(({ tags }) => tags.length > 0).length);
      for (const [tag, total] of totals) {
        assert.equal(total.count, sum(rows.map(({ cells }) => cells.get(tag)?.count ?? 0)));
        assert.equal(total.count, codings.filter(({ tags }) => tags.some((one) => one === tag || one.startsWith(`${tag}/`))).length);
        assert.ok(total.for + total.against + total.mixed <= total.count);
      }
      for (const { cells, passages: own } of rows) for (const { count } of cells.values()) assert.ok(count > 0 && count <= own.count);
    }));
  });

  it('agrees with the notes of each tag', () => {
    fc.assert(fc.property(libraries, (library) => {
      const flat = new Map([...library.sources].map(([key, source]) => [key, { ...source, notes: source.notes.map((note) => ({ ...note, tags: note.tags.filter((tag) => !tag.includes('/') && tag !== 'a') })) }]));
      const { totals } = matrixOf(codingsOf({ ...library, sources: flat }));
      assert.deepEqual([...totals].map(([tag, { count }]): [string, number] => [tag, count]).sort(), [...notesByTag({ ...library, sources: flat })].map(([tag, notes]): [string, number] => [tag, notes.length]).sort());
    }));
  });

  it('has rows for sources without notes only when they are asked for', () => {
    const library = libraryOf([book('lee', 2001, []), book('kim', 2002, [noted(['a'])])]);
    assert.deepEqual(matrixOf(codingsOf(library)).rows.map(({ source }) => source.handle), ['kim']);
    assert.deepEqual(matrixOf(codingsOf(library), library.sources.values()).rows.map(({ source, passages }) => [source.handle, passages.count]), [['kim', 1], ['lee', 0]]);
  });
});

describe('the rows of the matrix', () => {
  const library = libraryOf([
    book('zhou', 2020, [noted(['a']), noted(['a']), noted(['b'])]), book('adams', 2020, [noted(['a'], { stance: 'for' })]), book('miller', undefined, [noted(['a'], { stance: 'against' }), noted(['b'])]), book('baker', 1999, [noted(['b'])]),
  ]);
  const { rows } = matrixOf(codingsOf(library));
  const order = (sort: Parameters<typeof arrange>[1]['sort'], down = false): string[] =>
    arrange(rows, { group: 'none', sort, down }).flatMap((group) => group.rows.map(({ source }) => source.handle));

  it('are sorted by author, year, title, passages or a tag, either way', () => {
    assert.deepEqual(order('author'), ['adams', 'baker', 'miller', 'zhou']);
    assert.deepEqual(order('author', true), ['zhou', 'miller', 'baker', 'adams']);
    assert.deepEqual(order('year'), ['baker', 'adams', 'zhou', 'miller']);
    assert.deepEqual(order('year', true), ['adams', 'zhou', 'baker', 'miller']);
    assert.deepEqual(order('title'), ['adams', 'baker', 'miller', 'zhou']);
    assert.deepEqual(order('passages', true), ['zhou', 'miller', 'adams', 'baker']);
    assert.deepEqual(order('#a', true), ['zhou', 'adams', 'miller', 'baker']);
  });

  it('stand in groups with sums of their own', () => {
    const groups = arrange(rows, { group: 'year', sort: 'author', down: false });
    assert.deepEqual(groups.map(({ label, rows: own, totals }) => [label, own.length, totals.get('a')?.count ?? 0]), [['2020', 2, 3], ['1999', 1, 0], ['No year', 1, 1]]);
  });

  it('are all there, in groups and in order, and their sums are those of the matrix', () => {
    fc.assert(fc.property(libraries, fc.constantFrom(...rowGroupings), fc.constantFrom('author', 'year', 'title', 'passages', '#a', '#hedging'), fc.boolean(), (any, group, sort, down) => {
      const matrix = matrixOf(codingsOf(any));
      const groups = arrange(matrix.rows, { group, sort: sort as 'author', down });
      const all = groups.flatMap((one) => one.rows);
      assert.deepEqual(new Set(all), new Set(matrix.rows));
      for (const { rows: own } of groups) assert.equal(new Set(own).size, own.length);
      if (group === 'author') return;
      assert.equal(all.length, matrix.rows.length);
      assert.deepEqual(Object.entries({ ...sumOf(groups.map(({ totals, passages }) => ({ cells: totals, passages }))).passages }), Object.entries({ ...matrix.passages }));
    }));
  });
});

describe('tags that are met together', () => {
  const abstract = 'one two three four five six';
  const quoting = (quote: string, ...tags: string[]): Note => noted(tags, { quote, anchor: { at: abstract.indexOf(quote), before: '', after: '' } });
  const library = libraryOf([sourceOf('lee', [quoting('two three', 'a'), quoting('three four', 'b'), quoting('five', 'b', 'c'), noted(['d'])], { abstract })]);
  const codings = codingsOf(library);
  const count = (within: Parameters<typeof togethernessOf>[1], a: string, b: string): number | undefined => togethernessOf(codings, within, [a, b]).counts[0]?.[1];

  it('are counted on one note, in passages that share text, or on one source', () => {
    assert.deepEqual([count('note', 'a', 'b'), count('note', 'b', 'c'), count('note', 'a', 'd')], [0, 1, 0]);
    assert.deepEqual([count('passage', 'a', 'b'), count('passage', 'b', 'c'), count('passage', 'a', 'c')], [1, 1, 0]);
    assert.deepEqual([count('source', 'a', 'b'), count('source', 'a', 'd')], [1, 1]);
  });

  it('are shown with the text that their passages share', () => {
    assert.deepEqual(sharedBy(codings, 'passage', 'b', 'a', 10).map(({ codings: both, text }) => [both.map(({ note }) => note.quote), text]), [[['two three', 'three four'], 'three']]);
    assert.deepEqual(sharedBy(codings, 'note', 'b', 'c', 10).map(({ codings: own }) => own.map(({ note }) => note.quote)), [['five']]);
    assert.deepEqual(sharedBy(codings, 'source', 'a', 'd', 10).map(({ codings: own }) => own.length), [2]);
    assert.deepEqual(sharedBy(codings, 'source', 'a', 'd', 0), []);
  });

  it('are met as often by one as by the other, never more often than either stands, and as often as places are shown', () => {
    fc.assert(fc.property(libraries, fc.constantFrom(...meetings), (any, within) => {
      const all = codingsOf(any);
      const { tags, counts } = togethernessOf(all, within, [...new Set(all.flatMap((coding) => coding.tags))]);
      for (const [i, row] of counts.entries()) {
        for (const [j, value] of row.entries()) {
          assert.equal(value, counts[j]?.[i]);
          if (within !== 'passage') assert.ok(value <= Math.min(row[i] ?? 0, counts[j]?.[j] ?? 0));
          const shared = sharedBy(all, within, tags[i] ?? '', tags[j] ?? '', 1000).length;
          if (within === 'passage') assert.equal(value > 0, shared > 0);
          else assert.equal(value, shared);
        }
      }
    }));
  });
});

describe('tags over the years', () => {
  it('are counted by the year of their source; what has no year is said', () => {
    const { years, counts, undated } = yearsOf(codingsOf(libraryOf([book('lee', 2001, [noted(['a']), noted(['a', 'b'])]), book('kim', 1990, [noted(['b'])]), book('nn', undefined, [noted(['a'])])])), ['a', 'b']);
    assert.deepEqual([years, counts, undated], [[1990, 2001], [[0, 2], [1, 1]], 1]);
  });

  it('come to the sums of the notes of each tag', () => {
    fc.assert(fc.property(libraries, (library) => {
      const codings = codingsOf(library);
      const tags = [...new Set(codings.flatMap((coding) => coding.tags))];
      const { counts } = yearsOf(codings, tags);
      for (const [index, tag] of tags.entries()) assert.equal(sum(counts[index] ?? []), codings.filter(({ source, tags: own }) => own.includes(tag) && source.item.issued !== undefined).length);
    }));
  });
});

describe('the map of relations', () => {
  it('joins notes of one source and of several, and says which ends are lost', () => {
    const { nodes, edges, lost } = relationsOf(codingsOf(libraryOf([
      book('lee', 2001, [noted(['a'], { id: 'n1', links: [{ relation: 'supports', target: 'kim#n2' }, { relation: 'attacks', target: '#n3' }] }), noted(['a'], { id: 'n3' })]),
      book('kim', 2002, [noted([], { id: 'n2', links: [{ relation: 'qualifies', target: 'lee#gone' }] }), noted(['alone'], { id: 'n4' })]),
    ])));
    assert.deepEqual(nodes.map(({ note }) => note.id), ['n1', 'n3', 'n2']);
    assert.deepEqual(edges, [{ from: 0, to: 2, relation: 'supports' }, { from: 0, to: 1, relation: 'attacks' }]);
    assert.deepEqual(lost.map(({ from, target, relation }) => [from.note.id, target, relation]), [['n2', 'lee#gone', 'qualifies']]);
  });

  it('has each relation once, joined or lost', () => {
    fc.assert(fc.property(libraries, (library) => {
      const codings = codingsOf(library);
      const { nodes, edges, lost } = relationsOf(codings);
      assert.equal(edges.length + lost.length, sum(codings.map(({ note }) => note.links?.length ?? 0)));
      for (const { from, to } of edges) assert.ok(nodes[from] !== undefined && nodes[to] !== undefined);
      assert.deepEqual(new Set(edges.flatMap(({ from, to }) => [from, to])).size, nodes.length);
    }));
  });
});

describe('a synthesis of many sources', function () {
  this.timeout(60_000);
  const many = (size: number): Library => libraryOf(Array.from({ length: size }, (_, index) =>
    sourceOf(`s${index}`, Array.from({ length: 5 }, (_one, place) => noted([`t${(index * 7 + place * 13) % 60}`, `policy/p${(index + place) % 9}`], { quote: `five ${place}`, anchor: { at: place * 4, before: '', after: '' } })),
      { author: [{ family: `Name${index % 997}` }], issued: { 'date-parts': [[1950 + (index % 70)]] }, title: `On ${index}`, abstract: 'five 0 five 1 five 2 five 3 five 4' })));
  const known = new Map<number, Library>();
  const sized = (size: number): Library => known.get(size) ?? (known.set(size, many(size)), known.get(size) as Library);

  it('takes time in proportion to them', async () => {
    await growsWithSize((size) => {
      const codings = codingsOf(sized(size));
      const { rows } = matrixOf(codings);
      arrange(rows, { group: 'year', sort: 'passages', down: true });
      yearsOf(codings, ['t1', 't2']);
      relationsOf(codings);
    }, 1250);
  });

  it('finds overlapping passages in time in proportion to them', async () => {
    await growsWithSize((size) => togethernessOf(codingsOf(sized(size)), 'passage', ['t1', 't2', 'policy/p1', 'policy/p2']), 1250);
  });
});
