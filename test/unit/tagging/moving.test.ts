import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../src/core/edits';
import { newSourceFile, readSourceFile } from '../../../src/core/library';
import type { Library, SourceFile } from '../../../src/core/library';
import { resolveTag } from '../../../src/core/notes';
import type { Codebook, TagEntry } from '../../../src/core/notes';
import { codebookAfter, mayMove, nodeOf, planMoves, planRemoval, planSplit, sameCodebook, tagTree, targetOf } from '../../../src/core/tagging';
import type { TagPlan } from '../../../src/core/tagging';
import { growsWithSize } from '../../doubles/growth';

/** A library with one source for each list of lists of tags: a note for each. `own` tags are the sources'. */
function library(notes: readonly (readonly (readonly string[])[])[], entries: { readonly [tag: string]: TagEntry } = {}, own: readonly string[] = []): Library {
  const sources = notes.map((tagged, at) => {
    const key = `source${at}`;
    const text = newSourceFile({ item: { id: key, type: 'book', title: key, ...(own.length > 0 && { tags: own }) }, notes: tagged.map((tags, number) => ({ id: `n${at}x${number}`, tags, text: 'Words' })) });
    return fromText(`sources/${key}.md`, text);
  });
  return { sources: new Map(sources.map((source) => [source.handle, source])), codebook: { team: [], tags: new Map(Object.entries(entries)) } };
}

function fromText(path: string, text: string) {
  const file = readSourceFile(text);
  texts.set(path, text);
  return { handle: file.item.id, item: file.item, notes: file.notes.map(({ note }) => note), path };
}
const texts = new Map<string, string>();
const fileAt = (path: string): SourceFile => readSourceFile(texts.get(path) as string);

/** The library after a plan, by way of the texts of its files. */
function carriedOut(before: Library, plan: TagPlan): Library {
  const changed = plan.paths.map((path) => fromText(path, applyEdits(fileAt(path).text, plan.edits(path, fileAt(path)))));
  return { sources: new Map([...before.sources, ...changed.map((source) => [source.handle, source] as const)]), codebook: codebookAfter(before.codebook, plan.codebook) };
}
const tagsIn = ({ sources }: Library): readonly (readonly (readonly string[])[])[] => [...sources.values()].map(({ notes }) => notes.map(({ tags }) => tags));

describe('the tree of tags', () => {
  const made = library([[['a/b', 'c'], ['a/b'], ['a/b/d']], [['a/b/d', 'a']], [['A-old']]], { a: { colour: '#1976D2', aliases: ['a-old'] }, 'a/b/d': { colour: '#E53935' }, planned: { definition: 'Not yet used' } }, ['of sources']);
  const tree = tagTree(made);

  it('nests tags, with those that only the codebook or a source has', () => {
    assert.deepEqual(tree.map(({ tag }) => tag), ['a', 'c', 'of-sources', 'planned']);
    assert.deepEqual(nodeOf(tree, 'a/b')?.children.map(({ tag, name }) => [tag, name]), [['a/b/d', 'd']]);
    assert.equal(nodeOf(tree, 'of-sources')?.sources.length, 3);
  });

  it('counts each note and each paper once, with and without the tags below', () => {
    const counts = (tag: string): readonly (number | undefined)[] => {
      const node = nodeOf(tree, tag);
      return [node?.notes.length, node?.notesWithin, node?.papersWithin];
    };
    assert.deepEqual(counts('a'), [2, 5, 3]);
    assert.deepEqual(counts('a/b'), [2, 4, 2]);
    assert.deepEqual(counts('planned'), [0, 0, 0]);
  });

  it('hands colours down', () => {
    assert.deepEqual(['a', 'a/b', 'a/b/d', 'c'].map((tag) => nodeOf(tree, tag)?.colour), ['#1976D2', '#1976D2', '#E53935', undefined]);
  });
});

describe('moving tags', () => {
  it('renames a tag with its subtags and every spelling of it, and leaves the old name as an alias', () => {
    const before = library([[['un-voting', 'x'], ['UNGA-voting']], [['un-voting/absence']], [['x']]], { 'un-voting': { aliases: ['unga-voting'], colour: '#1976D2' }, 'un-voting/absence': {} }, ['un-voting']);
    const plan = planMoves(before, [{ from: 'un-voting', to: 'assembly' }]);
    assert.deepEqual([plan.notes, plan.papers, plan.merged], [3, 3, []]);
    const after = carriedOut(before, plan);
    assert.deepEqual(tagsIn(after), [[['assembly', 'x'], ['assembly']], [['assembly/absence']], [['x']]]);
    assert.deepEqual(after.sources.get('source2')?.item.tags, ['assembly']);
    assert.deepEqual([...after.codebook.tags], [['assembly', { aliases: ['unga-voting', 'un-voting'], colour: '#1976D2' }], ['assembly/absence', {}]]);
    assert.equal(resolveTag('un-voting/absence', after.codebook), 'assembly/absence');
    assert.equal(resolveTag('UN-Voting/new', after.codebook), 'assembly/new');
  });

  it('gives a tag that had no entry one with the alias', () => {
    const before = library([[['hedge']]]);
    assert.deepEqual([...carriedOut(before, planMoves(before, [{ from: 'hedge', to: 'strategy/hedging' }])).codebook.tags], [['strategy/hedging', { aliases: ['hedge'] }]]);
  });

  it('merges tags: aliases, labels and definitions go over, and no text is lost', () => {
    const before = library([[['a', 'b'], ['a/sub']], [['c']]], {
      a: { aliases: ['aa'], label: { en: 'Alpha', ru: 'Альфа' }, definition: 'First', colour: '#111111', guid: 'g1' },
      'a/sub': { definition: 'Below' }, b: { label: { en: 'Beta' }, definition: 'Second' }, 'b/sub': { include: 'This' },
    });
    const plan = planMoves(before, [{ from: 'a', to: 'b' }, { from: 'c', to: 'b' }]);
    assert.deepEqual(plan.merged, ['b']);
    const after = carriedOut(before, plan);
    assert.deepEqual(tagsIn(after), [[['b'], ['b/sub']], [['b']]]);
    const wanted = new Map<string, TagEntry>([
      ['b', { label: { en: 'Beta', ru: 'Альфа' }, aliases: ['aa', 'Alpha', 'a', 'c'], definition: 'Second (a: First)', colour: '#111111', guid: 'g1' }],
      ['b/sub', { include: 'This', definition: 'Below' }],
    ]);
    assert.ok(sameCodebook(after.codebook, { team: [], tags: wanted }), JSON.stringify([...after.codebook.tags]));
  });

  it('nests a tag and takes it out again, without an alias of its own name', () => {
    const before = library([[['b']]], { b: {} });
    const nested = carriedOut(before, planMoves(before, [{ from: 'b', to: 'a/b' }]));
    assert.deepEqual([...nested.codebook.tags], [['a/b', { aliases: ['b'] }]]);
    const back = carriedOut(nested, planMoves(nested, [{ from: 'a/b', to: 'b' }]));
    assert.deepEqual([tagsIn(back), [...back.codebook.tags]], [[[['b']]], [['b', { aliases: ['a/b'] }]]]);
  });

  it('goes nowhere below itself, and takes a typed spelling for the tag it stands for', () => {
    assert.deepEqual([['a', 'a/b'], ['a', 'a'], ['a', ''], ['a/b', 'a'], ['a', 'ab']].map(([from = '', to = '']) => mayMove({ from, to })), [false, false, false, true, true]);
    const { codebook } = library([], { hedging: { aliases: ['hedge'] } });
    assert.deepEqual([targetOf('Hedge', 'x', codebook), targetOf('hedge', 'hedging', codebook), targetOf(' new tag ', 'x', codebook), targetOf('!', 'x', codebook)], ['hedging', 'hedge', 'new-tag', '']);
  });

  it('splits a tag: only the chosen notes get the other one', () => {
    const before = library([[['a'], ['a', 'b']], [['a']]]);
    const [one] = [...before.sources.values()];
    const plan = planSplit(before, { from: 'a', to: 'a2' }, [{ source: one!, note: one!.notes[1]! }]);
    assert.deepEqual(tagsIn(carriedOut(before, plan)), [[['a'], ['a2', 'b']], [['a']]]);
    assert.deepEqual(plan.codebook, []);
  });

  it('changes the notes of each coder, in the file of that coder', () => {
    const [own] = [...library([[['a']]]).sources.values()];
    const coded = fromText('sources/source0.bekzod.md', newSourceFile({ item: { id: 'source0', type: 'book' }, notes: [{ id: 'nb', tags: ['a', 'b'], text: 'Words of Bekzod' }] }));
    const source = { ...own!, notes: [...own!.notes, ...coded.notes], coderFiles: [{ path: coded.path, coder: 'bekzod' }] };
    const before: Library = { sources: new Map([['source0', source]]), codebook: { team: [], tags: new Map() } };
    const after = (plan: TagPlan): unknown => plan.paths.map((path) => readSourceFile(applyEdits(fileAt(path).text, plan.edits(path, fileAt(path)))).notes.map(({ note }) => note.tags));
    assert.deepEqual(after(planMoves(before, [{ from: 'a', to: 'c' }])), [[['c']], [['c', 'b']]]);
    assert.deepEqual(after(planSplit(before, { from: 'a', to: 'd' }, [{ source, note: coded.notes[0]! }])), [[['a']], [['d', 'b']]]);
  });

  it('takes a tag off every note, and leaves the notes', () => {
    const before = library([[['a', 'b'], ['a/x']]], { a: {}, 'a/x': {}, b: {} }, ['a']);
    const after = carriedOut(before, planRemoval(before, ['a']));
    assert.deepEqual(tagsIn(after), [[['b'], []]]);
    assert.deepEqual([...after.codebook.tags.keys()], ['b']);
    assert.equal(after.sources.get('source0')?.item.tags, undefined);
  });

  const name = fc.constantFrom('a', 'b', 'a/b', 'a/b/c', 'b/a', 'c', 'B', 'д', 'a/д');
  const entries = fc.dictionary(name, fc.record({ aliases: fc.uniqueArray(fc.constantFrom('x', 'y', 'x/y', 'z'), { maxLength: 2 }) }), { maxKeys: 4 });

  it('leads every old name to where its tag went, and moves each note once', () => {
    fc.assert(fc.property(fc.array(fc.array(fc.uniqueArray(name, { maxLength: 3 }), { maxLength: 3 }), { maxLength: 3 }), entries, name, name, (notes, book, typed, to) => {
      const before = library(notes, book);
      const from = resolveTag(typed, before.codebook);
      // Two entries that differ in case alone name one tag twice.
      fc.pre(new Set(Object.keys(book).map((key) => key.toLowerCase())).size === Object.keys(book).length);
      fc.pre(mayMove({ from, to }) && resolveTag(to, before.codebook) === to && to.toLowerCase() !== from.toLowerCase());
      const after = carriedOut(before, planMoves(before, [{ from, to }]));
      const moved = (tag: string): string => {
        const known = resolveTag(tag, before.codebook);
        return known === from ? to : known.startsWith(`${from}/`) ? to + known.slice(from.length) : known;
      };
      assert.equal(resolveTag(from, after.codebook), to);
      const wanted = tagsIn(before).map((source) => source.map((tags) => [...new Set(tags.map(moved))].map((tag) => resolveTag(tag, after.codebook)).sort()));
      assert.deepEqual(tagsIn(after).map((source) => source.map((tags) => [...new Set(tags.map((tag) => resolveTag(tag, after.codebook)))].sort())), wanted.map((source) => source.map((tags) => [...new Set(tags)])));
    }));
  });

  it('plans a thousand notes at once, in time in proportion to their number', async () => {
    const libraries = new Map([125, 1000].map((size) => [size, library(Array.from({ length: size }, (_, at) => [['hedging', `t${at % 50}`]]), { hedging: { aliases: ['hedge'] } })]));
    await growsWithSize((size) => {
      const before = libraries.get(size) as Library;
      const plan = planMoves(before, [{ from: 'hedging', to: 'strategy/hedging' }]);
      assert.equal(plan.notes, size);
      for (const path of plan.paths) plan.edits(path, fileAt(path));
    }, 125);
  });
});

describe('resolving tags', () => {
  it('ends for aliases that lead in a circle, and gives what it gives again', () => {
    fc.assert(fc.property(fc.dictionary(fc.constantFrom('a', 'b', 'a/b', 'c/a'), fc.record({ aliases: fc.uniqueArray(fc.constantFrom('a', 'b/a', 'c', 'c/b', 'b'), { maxLength: 3 }) })), fc.constantFrom('a', 'b/a/c', 'c/b/a', 'c', 'C/A/b'), (book, tag) => {
      const codebook: Codebook = { team: [], tags: new Map(Object.entries(book)) };
      const resolved = resolveTag(tag, codebook);
      assert.equal(resolveTag(resolved, codebook), resolved);
    }));
  });
});
