import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commands } from '../../src/host/names';
import { deleteInEditor } from './deleting';

const root = (): vscode.Uri => vscode.workspace.workspaceFolders![0]!.uri;
const at = (path: string): vscode.Uri => vscode.Uri.joinPath(root(), ...path.split('/'));
const read = async (path: string): Promise<string> => new TextDecoder().decode(await vscode.workspace.fs.readFile(at(path)));
const write = (path: string, text: string): Thenable<void> => vscode.workspace.fs.writeFile(at(path), new TextEncoder().encode(text));
const remove = (path: string): Promise<void> => deleteInEditor(at(path));
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

type Done = { readonly notes: number; readonly papers: number; readonly undo: () => Promise<boolean> };
const run = (command: string, ...given: unknown[]): Thenable<Done | undefined> => vscode.commands.executeCommand(command, ...given);

/** The library learns of files that were written a moment ago; until then the command does nothing. */
async function done(command: string, ...given: unknown[]): Promise<Done> {
  for (const end = Date.now() + 15_000; Date.now() < end; await pause(200)) {
    const result = await run(command, ...given);
    if (result !== undefined) return result;
  }
  return assert.fail(`${command} did nothing`);
}

const source = (key: string, headings: readonly string[], front = ''): string =>
  `---\nid: ${key}\ntype: book\ntitle: "Tags of ${key}"\n${front}---\n\n# Notes by anna\n\n${headings.map((heading, n) => `## ${heading}\n\n<!-- note n${key}x${n} -->\n\nWords of #pivoting number ${n}.`).join('\n\n')}\n\n<!-- end -->\n`;

const codebook = '# Our tags.\nteam: [anna, bekzod] # both\n\ntags:\n  # the main one\n  pivoting: # see the memo\n    aliases: [pivot]\n    colour: "#1565C0"\n\n  waiting:\n    definition: Doing nothing for now\n';
const files: { readonly [path: string]: string } = {
  'sources/taga.md': source('taga', ['#pivoting #waiting · p. 3 · for', '#pivot', '#pivoting/late'], 'tags: ["pivoting"] # own\n'),
  'sources/tagb.md': source('tagb', ['#waiting', 'against · #pivoting']),
  'sources/codebook.yaml': codebook,
};

describe('changing tags in a workspace', function () {
  this.timeout(120_000);

  before(() => vscode.extensions.getExtension('commonplace.commonplace')?.activate());
  beforeEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.createDirectory(at('sources'));
    for (const [path, text] of Object.entries(files)) await write(path, text);
    await pause(1000);
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const path of Object.keys(files)) await remove(path);
  });

  const texts = async (): Promise<{ readonly [path: string]: string }> =>
    Object.fromEntries(await Promise.all(Object.keys(files).map(async (path) => [path, await read(path)] as const)));
  const renamed = {
    'sources/taga.md': files['sources/taga.md']!.replace('## #pivoting #waiting', '## #strategy/pivoting #waiting').replace('## #pivot\n', '## #strategy/pivoting\n').replace('#pivoting/late', '#strategy/pivoting/late').replace('["pivoting"]', '["strategy/pivoting"]'),
    'sources/tagb.md': files['sources/tagb.md']!.replace('against · #pivoting', 'against · #strategy/pivoting'),
    'sources/codebook.yaml': codebook.replace('  pivoting: #', '  strategy/pivoting: #').replace('[pivot]', '[pivot, pivoting]'),
  };

  it('renames a tag in every file, leaves the old name as an alias and every comment, and takes it back', async () => {
    const { notes, papers, undo } = await done(commands.renameTag, 'pivoting', 'strategy/pivoting');
    assert.deepEqual([notes, papers], [4, 2]);
    assert.deepEqual(await texts(), renamed);
    assert.ok(vscode.workspace.textDocuments.every(({ isDirty }) => !isDirty));
    assert.equal(await undo(), true);
    assert.deepEqual(await texts(), files);
  });

  it('changes a file that somebody is typing in where it is open, and does not save it', async () => {
    const document = await vscode.workspace.openTextDocument(at('sources/tagb.md'));
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(document.positionAt(document.getText().indexOf('Words')), 'My unsaved '));
    const { undo } = await done(commands.renameTag, 'pivoting', 'strategy/pivoting');
    assert.equal(document.getText(), renamed['sources/tagb.md'].replace('Words', 'My unsaved Words'));
    assert.equal(document.isDirty, true);
    assert.equal(await read('sources/tagb.md'), files['sources/tagb.md']);
    assert.equal(await read('sources/taga.md'), renamed['sources/taga.md']);
    assert.equal(await undo(), true);
    assert.equal(document.getText(), files['sources/tagb.md']!.replace('Words', 'My unsaved Words'));
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('takes nothing back when somebody has written to one of the files since', async () => {
    const { undo } = await done(commands.renameTag, 'pivoting', 'strategy/pivoting');
    const changed = `${renamed['sources/tagb.md']}\nMore.\n`;
    const document = await vscode.workspace.openTextDocument(at('sources/tagb.md'));
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(document.positionAt(document.getText().length), '\nMore.\n'));
    await document.save();
    assert.equal(await undo(), false);
    assert.deepEqual(await texts(), { ...renamed, 'sources/tagb.md': changed });
  });

  it('merges tags into one, with their aliases and definitions', async () => {
    await done(commands.mergeTags, ['pivoting'], 'waiting');
    const after = await texts();
    assert.match(after['sources/taga.md']!, /## #waiting · p\. 3 · for\n[^]*## #waiting\n[^]*## #waiting\/late\n/);
    assert.equal(after['sources/codebook.yaml'], '# Our tags.\nteam: [anna, bekzod] # both\n\ntags:\n  # the main one\n\n  waiting:\n    aliases: [pivot, pivoting]\n    colour: "#1565C0"\n    definition: Doing nothing for now\n');
  });

  it('splits a tag: the chosen notes get another one', async () => {
    const { notes } = await done(commands.splitTag, 'waiting', 'stalling', ['ntagbx0']);
    assert.equal(notes, 1);
    const after = await texts();
    assert.deepEqual(after, { ...files, 'sources/tagb.md': files['sources/tagb.md']!.replace('## #waiting', '## #stalling') });
  });

  it('nests a tag and takes it to the top again', async () => {
    await done(commands.nestTag, 'waiting', 'pivoting');
    assert.match(await read('sources/tagb.md'), /## #pivoting\/waiting\n/);
    await pause(1500);
    await done(commands.nestTag, 'pivoting/waiting', '');
    assert.match(await read('sources/tagb.md'), /## #waiting\n/);
    assert.match(await read('sources/codebook.yaml'), /\n {2}waiting:\n {4}aliases: \[pivoting\/waiting\]\n/);
  });

  it('takes a tag off the notes, which stay', async () => {
    await done(commands.deleteTag, 'waiting', true);
    assert.match(await read('sources/taga.md'), /## #pivoting · p\. 3 · for\n/);
    assert.doesNotMatch(await read('sources/codebook.yaml'), /waiting/);
  });

  it('gives a tag a colour, and begins a codebook where there is none', async () => {
    await done(commands.setTagColour, 'waiting', '#D81B60');
    assert.equal(await read('sources/codebook.yaml'), codebook.replace('  waiting:\n', '  waiting:\n    colour: "#D81B60"\n'));
    await remove('sources/codebook.yaml');
    await pause(1500);
    const { undo } = await done(commands.setTagColour, 'waiting', '#D81B60');
    assert.equal(await read('sources/codebook.yaml'), 'tags:\n  waiting:\n    colour: "#D81B60"\n');
    assert.equal(await undo(), true);
    await assert.rejects(read('sources/codebook.yaml'));
  });

  it('describes a tag field by field, in place, and takes it back', async () => {
    await done(commands.describeTag, 'pivoting', 'label.de', 'Hinwendung');
    assert.equal(await read('sources/codebook.yaml'), codebook.replace('    aliases', '    label: {de: Hinwendung}\n    aliases'));
    const { undo } = await done(commands.describeTag, 'waiting', 'exclude', 'A decision was made: then it is no waiting.');
    assert.match(await read('sources/codebook.yaml'), /\n {4}definition: Doing nothing for now\n {4}exclude: "A decision was made: then it is no waiting\."\n$/);
    assert.equal(await undo(), true);
    assert.equal(await run(commands.describeTag, 'waiting', 'aliases', 'pivot'), undefined);
    assert.doesNotMatch(await read('sources/codebook.yaml'), /exclude|aliases: \[pivot, /);
  });

  it('opens the codebook where a definition is to be written', async () => {
    await pause(1000);
    await run(commands.editDefinition, 'pivoting/late');
    const editor = vscode.window.activeTextEditor!;
    assert.match(editor.document.uri.path, /codebook\.yaml$/);
    assert.match(editor.document.lineAt(editor.selection.active.line - 1).text, /^ {2}pivoting\/late:$/);
    assert.equal(editor.document.lineAt(editor.selection.active.line).text, '    definition: ""');
    assert.equal(editor.selection.active.character, '    definition: "'.length);
  });

  it('changes nothing anywhere when one file holds a conflict, or the codebook can’t be changed safely', async () => {
    const conflict = files['sources/tagb.md']!.replace('## #waiting', '<<<<<<< HEAD\n## #waiting\n=======\n## #other\n>>>>>>> theirs');
    await write('sources/tagb.md', conflict);
    await pause(1500);
    assert.equal(await run(commands.renameTag, 'pivoting', 'turning'), undefined);
    assert.deepEqual(await texts(), { ...files, 'sources/tagb.md': conflict });
    await write('sources/tagb.md', files['sources/tagb.md']!);
    await write('sources/codebook.yaml', 'tags: {pivoting: {aliases: [pivot]}}\n');
    await pause(1500);
    assert.equal(await run(commands.renameTag, 'pivoting', 'turning'), undefined);
    assert.equal(await read('sources/taga.md'), files['sources/taga.md']);
  });

  it('refuses to nest a tag below itself', async () => {
    await pause(500);
    assert.equal(await run(commands.nestTag, 'pivoting', 'pivoting/late'), undefined);
    assert.deepEqual(await texts(), files);
  });

  it('renames a tag on a thousand notes', async function () {
    const paths = Array.from({ length: 250 }, (_, n) => `sources/many${n}.md`);
    await Promise.all(paths.map((path, n) => write(path, source(`many${n}`, ['#manifold', '#manifold #x', 'p. 3 · #manifold', '#manifold · for']))));
    let took = 0;
    /** The library may not have read all of them yet. */
    const renameAll = async (): Promise<Done | undefined> => {
      let result: Done | undefined;
      for (const end = Date.now() + 60_000; Date.now() < end && result?.notes !== 1000;) {
        await pause(1000);
        if (result !== undefined) await result.undo();
        const begun = Date.now();
        result = await run(commands.renameTag, 'manifold', 'strategy/manifold');
        took = Date.now() - begun;
      }
      return result;
    };
    const result = await renameAll();
    this.test!.title += ` (${took} ms)`;
    assert.deepEqual([result?.notes, result?.papers], [1000, 250]);
    assert.ok((await Promise.all(paths.map(read))).every((text) => text.split('#strategy/manifold').length === 5));
    assert.equal(await result?.undo(), true);
    assert.ok((await Promise.all(paths.map(read))).every((text) => !text.includes('strategy')));
    const document = await vscode.workspace.openTextDocument(at(paths[7]!));
    await vscode.window.showTextDocument(document);
    assert.equal((await renameAll())?.notes, 1000);
    assert.match(document.getText(), /#strategy\/manifold/);
    assert.equal(document.isDirty, false);
    await vscode.commands.executeCommand('undo');
    for (const end = Date.now() + 15_000; Date.now() < end && (await Promise.all(paths.map(read))).filter((text) => text.includes('strategy')).length > 1;) await pause(100);
    assert.deepEqual((await Promise.all(paths.map(read))).flatMap((text, n) => (text.includes('strategy') ? [n] : [])), [7], 'the open one is left to be saved');
    assert.doesNotMatch(document.getText(), /strategy/);
    await document.save();
    await Promise.all(paths.map(remove));
  });
});
