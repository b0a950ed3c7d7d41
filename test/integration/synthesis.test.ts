import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Library, Source } from '../../src/core/library';
import { codingsOf, folded, matrixOf } from '../../src/core/synthesis';
import type { Item, Note } from '../../src/core/source';
import { Lines } from '../../src/features/synthesis/lines';
import type { Model } from '../../src/features/synthesis/model';
import { Passages } from '../../src/features/synthesis/passages';
import { pictureOf } from '../../src/features/synthesis/pictures';
import type { Home } from '../../src/host/libraries';
import { commands, panels } from '../../src/host/names';
import type { SynthesisView } from '../../src/protocol';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const isOpen = (): boolean => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).some(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(panels.synthesis));
const view: SynthesisView = { query: '', group: 'none', sort: 'author', down: false, tagOrder: 'name', closedTags: [], closedGroups: [], withEmpty: false };

const note = (id: string, tags: readonly string[], more: Partial<Note> = {}): Note => ({ id, tags, text: '', ...more });
const source = (id: string, year: number, notes: readonly Note[]): Source =>
  ({ handle: id, item: { id, type: 'book', title: `On ${id}`, author: [{ family: id }], issued: { 'date-parts': [[year]] } } as Item, notes });
const library: Library = {
  codebook: { team: [], tags: new Map([['hedging', { aliases: ['hedge'], colour: '#2E7D32', definition: 'Opposite options kept open.' }]]) },
  sources: new Map([
    source('Achebe', 2019, [note('n1', ['hedge'], { stance: 'for', quote: 'they hedge', locator: { label: 'page', value: '12' } }), note('n2', ['policy/neutral', 'hedging'], { stance: 'against', links: [{ relation: 'attacks', target: 'Kask#n3' }] })]),
    source('Kask', 2020, [note('n3', ['policy/autonomy'], { text: 'Not so.' })]),
  ].map((one) => [one.handle, one])),
};

/** The model of a library that stands nowhere. */
function modelOf(closedTags: readonly string[] = [], of: Library = library): Model {
  const codings = codingsOf(of);
  const home = { folder: { uri: vscode.Uri.file('/nowhere'), name: 'nowhere', index: 0 }, store: { current: of } } as unknown as Home;
  return {
    codings, shown: folded(codings, new Set(closedTags)), matrix: matrixOf(codings), homes: new Map([...of.sources.values()].map((one) => [one, home])), entries: of.codebook.tags,
    library: { sources: 2, notes: 3 }, refused: [], asked: { libraries: [of], query: '', withEmpty: false },
  };
}

describe('the synthesis in the editor', function () {
  this.timeout(60_000);

  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('opens by its command, once, and again after it was closed', async () => {
    for (let turn = 0; turn < 2; turn++) {
      await vscode.commands.executeCommand(commands.showSynthesis);
      await vscode.commands.executeCommand(commands.showSynthesis, '#hedging');
      for (let wait = 0; wait < 100 && !isOpen(); wait++) await pause(50);
      assert.ok(isOpen());
      assert.equal(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(panels.synthesis)).length, 1);
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      for (let wait = 0; wait < 100 && isOpen(); wait++) await pause(50);
    }
  });

  it('tells the page its columns, rows and sums, and each source once', () => {
    const lines = new Lines();
    const { columns, lines: rows, sources, total, sourceCount } = lines.table(modelOf(), view);
    assert.deepEqual(columns.map(({ tag, depth, total: sum }) => [tag, depth, ...sum]), [['hedging', 0, 2, 1, 1, 0], ['policy', 0, 2, 0, 1, 0], ['policy/autonomy', 1, 1, 0, 0, 0], ['policy/neutral', 1, 1, 0, 1, 0]]);
    assert.deepEqual([columns[0]?.colour, columns[0]?.about], ['#2E7D32', 'Opposite options kept open.']);
    assert.deepEqual(sources.map(({ label, title }) => [label, title]), [['Achebe 2019', 'On Achebe'], ['Kask 2020', 'On Kask']]);
    const [hedging, policy, autonomy, neutral] = columns.map(({ id }) => id);
    assert.deepEqual(rows, sources.map(({ id }) => id));
    assert.deepEqual(sources.map(({ total: sum, cells }) => [sum, cells]), [[[2, 1, 1, 0], [hedging, 2, 1, 1, 0, neutral, 1, 0, 1, 0, policy, 1, 0, 1, 0]], [[1, 0, 0, 0], [autonomy, 1, 0, 0, 0, policy, 1, 0, 0, 0]]]);
    assert.deepEqual([total, sourceCount], [[3, 1, 1, 0], 2]);
    assert.deepEqual(lines.table(modelOf(), { ...view, down: true }).sources, []);
    lines.forgetSent();
    assert.equal(lines.table(modelOf(), view).sources.length, 2);
  });

  it('tells the first sources of a long table, and the others when the page asks for them', () => {
    const many: Library = { ...library, sources: new Map(Array.from({ length: 300 }, (_, at) => source(`s${String(at).padStart(3, '0')}`, 2000, [note(`n${at}`, ['hedging'])])).map((one) => [one.handle, one])) };
    const [lines, model] = [new Lines(), modelOf([], many)];
    const { lines: rows, sources, most } = lines.table(model, view);
    assert.deepEqual([rows.length, sources.length, most], [300, 60, 1]);
    const later = rows.slice(200, 203).map(Number);
    assert.deepEqual(lines.told([...later, 9999, -1], model).map(({ id, label, total }) => [id, label, total]), later.map((id, at) => [id, `s20${at} 2000`, [1, 0, 0, 0]]));
    const changed = new Map(many.sources).set('s201', source('s201', 2001, [])).set('s250', source('s250', 2001, [note('n250', ['hedging'])]));
    assert.deepEqual(lines.table(modelOf([], { ...many, sources: changed }), view).sources, [], 'what the page was not told is not told of');
    const told = lines.table(modelOf([], { ...many, sources: new Map(many.sources).set('s202', source('s202', 2001, [note('n', ['hedging'])])) }), view).sources;
    assert.deepEqual(told.map(({ label }) => label), ['s202 2001']);
  });

  it('tells groups with their sums, and closed ones without their sources', () => {
    const lines = new Lines();
    const grouped = lines.table(modelOf(), { ...view, group: 'year' }).lines;
    const groups = grouped.filter((line) => typeof line !== 'number');
    assert.deepEqual(grouped.map((line) => (typeof line === 'number' ? undefined : line.label)), ['2020', undefined, '2019', undefined]);
    assert.ok(groups.every(({ id }) => id < 0));
    assert.deepEqual(groups.map(({ total }) => total), [[1, 0, 0, 0], [2, 1, 1, 0]]);
    const closed = lines.table(modelOf(), { ...view, group: 'year', closedGroups: [groups[0]?.name ?? ''], closedTags: ['policy'] });
    assert.deepEqual(closed.lines.map((line) => (typeof line === 'number' ? undefined : line.isOpen)), [false, true, undefined]);
    assert.deepEqual(closed.columns.map(({ tag }) => tag), ['hedging', 'policy']);
  });

  it('opens the passages of a cell, of a row, of a tag with those under it, and of two tags', () => {
    const [lines, passages, model] = [new Lines(), new Passages(), modelOf(['policy'])];
    const { lines: [achebe] } = lines.table(model, view);
    const meaning = lines.meaningOf(Number(achebe));
    const told = passages.ofCell(model, meaning, 'hedging');
    assert.equal(told.title, 'Achebe 2019 · #hedging');
    assert.deepEqual(told.numbers, [2, 1, 1, 0]);
    assert.deepEqual(told.passages.map(({ quote, where, stance, kind, tags }) => [quote, where, stance, kind, tags]), [['they hedge', 'p. 12', 'for', 'quote', ['hedging']], [undefined, '', 'against', 'comment', ['policy/neutral', 'hedging']]]);
    assert.equal(passages.ofCell(model, undefined, 'policy').passages.length, 2);
    assert.equal(passages.ofCell(model, undefined, undefined).passages.length, 3);
    assert.equal(passages.ofPair(model, 'note', 'hedging', 'policy').passages.length, 1);
    assert.equal(passages.at(told.passages[0]?.id ?? 0)?.found?.source.item.id, 'Achebe');
  });

  it('tells the pictures', () => {
    const drawn = { model: modelOf(), tags: new Lines().tags, passages: new Passages(), within: 'source' as const };
    const together = pictureOf('together', drawn);
    assert.ok(together.picture === 'together');
    assert.deepEqual([together.tags.map(({ tag }) => tag), together.counts], [['hedging', 'policy/autonomy', 'policy/neutral'], [[1, 0, 1], [0, 1, 0], [1, 0, 1]]]);
    const years = pictureOf('years', drawn);
    assert.ok(years.picture === 'years');
    assert.deepEqual([years.years, years.counts], [[2019, 2020], [[2, 0], [0, 1], [1, 0]]]);
    const relations = pictureOf('relations', drawn);
    assert.ok(relations.picture === 'relations');
    assert.deepEqual([relations.nodes.map(({ label }) => label), relations.edges, relations.lost], [['Achebe 2019', 'Kask 2020'], [{ from: 0, to: 1, relation: 'attacks' }], []]);
    const stance = pictureOf('stance', drawn);
    assert.deepEqual(stance.picture === 'stance' && stance.cells[0], [2, 1, 1, 0]);
  });
});
