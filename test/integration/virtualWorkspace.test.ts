import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { LibraryStore, newSourceFile } from '../../src/core/library';
import { WorkspaceDisk } from '../../src/host/workspaceDisk';
import { WorkspaceFiles } from '../../src/host/workspaceFiles';
import { directEngine } from '../doubles/directEngine';
import { MemoryFileSystem } from '../doubles/memoryFileSystem';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const whole = newSourceFile({ item: { id: 'okafor2020', type: 'book', title: 'The Silence of Middle Powers', author: [{ family: 'Okafor', given: 'Nnamdi' }] }, notes: [{ id: 'n00000001', tags: ['hedging'], text: 'A note.', author: 'anna' }] });
const path = 'sources/okafor2020.md';

describe('C-12 a library that only the editor reaches', function () {
  // The first tab that is shown may take long on a busy machine.
  this.timeout(90_000);
  const systems: { readonly [scheme: string]: MemoryFileSystem } = { 'commonplace-memory': new MemoryFileSystem(), 'commonplace-frozen': new MemoryFileSystem() };
  const registered: vscode.Disposable[] = [];
  before(() => {
    for (const [scheme, system] of Object.entries(systems)) registered.push(vscode.workspace.registerFileSystemProvider(scheme, system, { isReadonly: scheme === 'commonplace-frozen', isCaseSensitive: true }));
  });
  after(() => { for (const one of registered) one.dispose(); });
  afterEach(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  async function opened(scheme: string) {
    const folder = vscode.Uri.from({ scheme, path: '/library' });
    const system = systems[scheme]!;
    system.writeFile(vscode.Uri.joinPath(folder, path), encode(whole));
    const files = new WorkspaceFiles(folder, new WorkspaceDisk(folder), 'sources');
    const store = new LibraryStore({
      files, engine: directEngine, now: () => '2026-09-14T10:22:05Z', random: () => 0.5, confirm: () => Promise.resolve(false),
      settings: () => ({ folder: 'sources', bibliography: '', keyPattern: '[auth][year]', author: 'anna' }),
    });
    await store.load();
    const text = () => new TextDecoder().decode(system.readFile(vscode.Uri.joinPath(folder, path)));
    return { folder, files, store, text, source: store.current.sources.get('okafor2020')! };
  }

  it('C-12 in a virtual workspace takes sources and notes, and gives them up', async () => {
    const { files, store, text, source } = await opened('commonplace-memory');
    assert.equal(source.notes.length, 1);
    assert.deepEqual((await store.addNote(source, { tags: ['x'], text: 'another' })).problems, []);
    assert.match(text(), /## #x/u);
    assert.equal((await files.create(path, 'over it')).ok, false);
    const { version } = (await files.read(path))!;
    assert.equal((await files.remove(path, 'of another version')).ok, false);
    assert.equal((await files.remove(path, version)).ok, true);
    assert.equal(await files.read(path), undefined);
  });

  it('C-12 in a workspace that can only be read is shown whole, and refuses each change with the reason', async () => {
    const { files, store, text, source } = await opened('commonplace-frozen');
    assert.equal(source.notes.length, 1);
    const { version } = (await files.read(path))!;
    const change = await store.addNote(source, { tags: ['x'], text: 'another' });
    assert.deepEqual(change.problems.map(({ code }) => code), ['not-writable']);
    assert.match(change.problems[0]?.message ?? '', /can only be read/u);
    for (const result of [await files.create('sources/new.md', 'a'), await files.replace(path, version, 'a'), await files.remove(path, version)]) {
      assert.deepEqual(result, { ok: false, why: 'failed', reason: 'this workspace can only be read' });
    }
    assert.equal(text(), whole);
  });

  it('C-12 in a workspace that can only be read types nothing into a tab that could never be saved', async () => {
    const { folder, store, text, source } = await opened('commonplace-frozen');
    const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, path));
    await vscode.window.showTextDocument(document);
    assert.deepEqual((await store.addNote(source, { tags: ['x'], text: 'another' })).problems.map(({ code }) => code), ['not-writable']);
    assert.deepEqual([document.isDirty, document.getText(), text()], [false, whole, whole]);
  });
});
