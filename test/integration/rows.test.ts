import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Library, Source } from '../../src/core/library';
import type { App } from '../../src/host/app';
import { Drafts } from '../../src/host/drafts';
import type { Home } from '../../src/host/libraries';
import { RowChanges } from '../../src/host/rowChanges';
import { SourceRows, type Node } from '../../src/features/sourcesTree/rows';

const sourceOf = (key: string): Source => ({ handle: key, path: `sources/${key}.md`, item: { id: key, type: 'book', title: `On ${key}` }, notes: [{ tags: ['hedging'], text: 'A thought.' }] });
const libraryOf = (...keys: readonly string[]): Library => ({ sources: new Map(keys.map((key) => [key, sourceOf(key)])), codebook: { tags: new Map() } as unknown as Library['codebook'] });

/** Rows over a library that is put in by hand, and what the tree was told. */
function rowsOver(library: Library): { readonly rows: SourceRows; readonly changes: RowChanges<Node>; readonly told: (readonly Node[] | undefined)[]; readonly store: { current: Library; glimpse?: Library } } {
  const store = { current: library };
  const home = { folder: vscode.workspace.workspaceFolders![0]!, store } as unknown as Home;
  const nobody = (): Promise<void> => Promise.resolve();
  const app = {
    libraries: { all: [home], glimpsed: nobody, shown: nobody, ready: nobody }, drafts: { placesOf: () => Promise.resolve([]) }, engine: {},
    extension: { workspaceState: { get: () => undefined } },
  } as unknown as App;
  const changes = new RowChanges<Node>();
  const told: (readonly Node[] | undefined)[] = [];
  changes.event((rows) => void told.push(rows));
  return { rows: new SourceRows(app, {} as vscode.TreeView<Node>, () => changes.all()), changes, told, store };
}

describe('the rows of a tree of very many sources', () => {
  it('hold nothing that only a click or a rest needs, and hold once what they have alike', async () => {
    const { rows } = rowsOver(libraryOf('one', 'other'));
    const nodes = await rows.childrenOf();
    const [one, other] = nodes.map((node) => rows.itemOf(node)) as [vscode.TreeItem, vscode.TreeItem];
    assert.deepEqual([one.command, one.tooltip], [undefined, undefined]);
    assert.equal(one.iconPath, other.iconPath);
    assert.equal(one.resourceUri, other.resourceUri);
    assert.notEqual(one.id, other.id);
    const { command, tooltip } = await rows.resolved(one, nodes[0]!);
    assert.equal(command?.command, 'vscode.open');
    assert.match((command.arguments?.[0] as vscode.Uri).path, /\/sources\/one\.md$/);
    assert.match((tooltip as vscode.MarkdownString).value, /On one/);
  });

  it('are made anew when the library that they show is another, and not when it tells of something else', async () => {
    const { rows, changes, told, store } = rowsOver(libraryOf('one'));
    store.glimpse = libraryOf('one');
    await rows.childrenOf();
    store.current = libraryOf('one', 'other');
    rows.libraryChanged(changes);
    assert.deepEqual(told, []);
    delete store.glimpse;
    rows.libraryChanged(changes);
    assert.deepEqual(told, [undefined]);
    changes.dispose();
  });

  it('stay when a draft has changed, but for the sources that were unfolded', async () => {
    const { rows, changes, told } = rowsOver(libraryOf('one', 'other'));
    const [one] = await rows.childrenOf();
    rows.draftsChanged(changes);
    assert.deepEqual(told, []);
    await rows.childrenOf(one);
    rows.draftsChanged(changes);
    assert.deepEqual(told, [[one]]);
  });

  it('are let go of when others have taken their place: the editor is told of a row that it doesn’t have', async () => {
    const { rows, changes, told } = rowsOver(libraryOf('one'));
    const nodes = await rows.childrenOf();
    changes.all();
    await new Promise((resolve) => { setTimeout(resolve, 1500); });
    assert.equal(told.length, 2);
    assert.equal(told[0], undefined);
    assert.equal(told[1]?.length, 1);
    assert.ok(!nodes.includes(told[1][0]!));
    changes.dispose();
  });
});

describe('drafts that cite nothing, as nearly every source file', () => {
  const uri = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'Quiet naïve 50% draft.md');

  before(() => vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('Nobody is cited here.\n')));
  after(() => vscode.workspace.fs.delete(uri));

  it('are known by their address, and nothing else is held of them', async () => {
    const drafts = new Drafts(() => Promise.resolve(new Map()));
    const quiet = (await drafts.all()).find(({ uri: { path } }) => path === uri.path)!;
    assert.equal(quiet.uri.toString(), uri.toString());
    assert.deepEqual([quiet.syntax, quiet.citations, quiet.facts, quiet.places.size], ['markdown', [], [], 0]);
    assert.deepEqual(Object.keys(quiet).sort(), ['address', 'syntax']);
    drafts.dispose();
  });
});
