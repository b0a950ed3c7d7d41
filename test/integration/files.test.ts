import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Disk } from '../../src/host/disk';
import { WorkspaceDisk } from '../../src/host/workspaceDisk';
import { WorkspaceFiles } from '../../src/host/workspaceFiles';
import { diskOf } from '../../src/host/node/diskOf';
import type { TextEdit } from '../../src/core/source';

const fs = vscode.workspace.fs;
const bytes = (text: string) => new TextEncoder().encode(text);
const write = (uri: vscode.Uri, text: string) => fs.writeFile(uri, bytes(text));
const onDisk = async (uri: vscode.Uri) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(await fs.readFile(uri));
const insert = (start: number, text: string): TextEdit => ({ start, end: start, text });
const pause = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds));

async function until(what: string, holds: () => boolean | Promise<boolean>, patience = 8000): Promise<void> {
  for (const end = Date.now() + patience; Date.now() < end; await pause(25)) if (await holds()) return;
  assert.fail(`${what}: not within ${patience} ms`);
}

/** Newer editors than those that we are made for can open a file in another encoding. */
const openAs = vscode.workspace.openTextDocument as (uri: vscode.Uri, options: { readonly encoding: string }) => Thenable<vscode.TextDocument>;

const disks: Readonly<Record<string, (folder: vscode.Uri) => Disk>> = {
  'a disk reached by node': diskOf,
  'a disk reached through the editor': folder => new WorkspaceDisk(folder),
};

for (const [name, makeDisk] of Object.entries(disks)) {
  describe(`The files of a workspace folder on ${name}`, () => {
    let folder: vscode.Uri;
    let files: WorkspaceFiles;
    /** Another file for each test: an editor remembers for a while what a closed one held. */
    let mine: string;
    let run = 0;
    const at = (path: string) => vscode.Uri.joinPath(folder, path);

    async function typeInto(path: string, text: string): Promise<vscode.TextDocument> {
      const document = await vscode.workspace.openTextDocument(at(path));
      const editor = await vscode.window.showTextDocument(document);
      await editor.edit(edit => edit.insert(new vscode.Position(0, 0), text));
      assert.equal(document.isDirty, true);
      return document;
    }

    /** The editor's watcher needs a moment to see each new folder; files that come sooner go untold. */
    before(async () => {
      const root = vscode.workspace.workspaceFolders![0]!.uri;
      folder = vscode.Uri.joinPath(root, `files test ${Object.keys(disks).indexOf(name)}`);
      for (const path of ['', 'sources', 'chapters']) {
        await fs.createDirectory(at(path));
        await pause(500);
      }
      files = new WorkspaceFiles(folder, makeDisk(folder), 'sources');
    });

    after(() => fs.delete(folder, { recursive: true, useTrash: false }));

    beforeEach(() => {
      mine = `sources/a${run++}.md`;
    });

    afterEach(async () => {
      while (vscode.window.activeTextEditor !== undefined) {
        await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      }
      const left = await vscode.workspace.findFiles(new vscode.RelativePattern(folder, '**'));
      await Promise.all(left.map(file => fs.delete(file)));
    });

    it('creates, reads, changes and removes', async () => {
      const made = await files.create(mine, '\uFEFFone\r\nдва 😀');
      assert.equal(made.ok, true);
      const read = (await files.read(mine))!;
      assert.deepEqual([read.text, read.version], ['\uFEFFone\r\nдва 😀', made.ok && made.version]);
      const result = await files.change(mine, read.version, [insert(6, '2 '), insert(0 + 1, '1 ')]);
      assert.equal(result.ok, true);
      assert.equal(await onDisk(at(mine)), '\uFEFF1 one\r\n2 два 😀');
      const removed = await files.remove(mine, result.ok ? result.version : '');
      assert.deepEqual([removed.ok, await files.read(mine)], [true, undefined]);
    });

    it('creates nothing over a file', async () => {
      await write(at(mine), 'theirs');
      const made = await files.create(mine, 'ours');
      assert.equal(!made.ok && made.why, 'exists');
      assert.equal(await onDisk(at(mine)), 'theirs');
    });

    it('changes nothing in a file that another program changed', async () => {
      await write(at(mine), 'one');
      const { version } = (await files.read(mine))!;
      await write(at(mine), 'theirs');
      for (const result of [await files.change(mine, version, [insert(0, 'x')]), await files.remove(mine, version)]) {
        assert.equal(!result.ok && result.why, 'changed');
      }
      assert.equal(await onDisk(at(mine)), 'theirs');
    });

    it('marks a file that is not UTF-8 and writes nothing to it', async () => {
      await fs.writeFile(at(mine), new Uint8Array([0x6f, 0xff, 0x6e]));
      const read = (await files.read(mine))!;
      assert.deepEqual([read.text, read.damaged], ['o\uFFFDn', true]);
      assert.equal((await files.change(mine, read.version, [insert(0, 'x')])).ok, false);
      assert.deepEqual([...await fs.readFile(at(mine))], [0x6f, 0xff, 0x6e]);
    });

    it('C-04 reads what stands in an unsaved editor and edits it there, in one step of undo', async () => {
      await write(at(mine), 'one\ntwo\n');
      const document = await typeInto(mine, 'typed ');
      const read = (await files.read(mine))!;
      assert.equal(read.text, 'typed one\ntwo\n');
      const result = await files.change(mine, read.version, [insert(10, 'and a half\n'), insert(14, 'three\n')]);
      assert.deepEqual([result.ok, result.ok && result.unsaved], [true, true]);
      assert.equal(document.getText(), 'typed one\nand a half\ntwo\nthree\n');
      assert.equal(await onDisk(at(mine)), 'one\ntwo\n');
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), 'typed one\ntwo\n');
    });

    it('C-04 changes nothing in an editor that was typed in meanwhile, or saved', async () => {
      await write(at(mine), 'one');
      const saved = (await files.read(mine))!;
      const document = await typeInto(mine, 'typed ');
      const typed = (await files.read(mine))!;
      await typeInto(mine, 'more ');
      for (const { version } of [saved, typed]) {
        const result = await files.change(mine, version, [insert(0, 'x')]);
        assert.equal(!result.ok && result.why, 'changed');
      }
      const more = (await files.read(mine))!;
      await document.save();
      const result = await files.change(mine, more.version, [insert(0, 'x')]);
      assert.equal(!result.ok && result.why, 'changed');
      assert.equal(await onDisk(at(mine)), 'more typed one');
    });

    it('removes no file that has unsaved changes', async () => {
      await write(at(mine), 'one');
      await typeInto(mine, 'typed ');
      const { version } = (await files.read(mine))!;
      const result = await files.remove(mine, version);
      assert.equal(!result.ok && result.why, 'failed');
      assert.equal(await onDisk(at(mine)), 'one');
    });

    async function open(path: string, text: string): Promise<vscode.TextDocument> {
      await write(at(path), text);
      const document = await vscode.workspace.openTextDocument(at(path));
      await vscode.window.showTextDocument(document);
      return document;
    }

    it('edits a file where it is open and saves it, and Ctrl+Z takes just that back at once', async () => {
      const document = await open(mine, '\uFEFFone\r\nдва 😀\r\n');
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(0, 3), ' by hand');
      await vscode.workspace.applyEdit(edit);
      await document.save();
      const read = (await files.read(mine))!;
      const result = await files.change(mine, read.version, [insert(14, '1½\r\n'), insert(22, '三\r\n')]);
      assert.deepEqual([result.ok, result.ok && result.unsaved], [true, undefined]);
      assert.equal(document.getText(), 'one by hand\r\n1½\r\nдва 😀\r\n三\r\n');
      assert.equal(document.isDirty, false);
      assert.equal(await onDisk(at(mine)), `\uFEFF${document.getText()}`);
      assert.equal((await files.read(mine))!.version, result.ok && result.version);
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), 'one by hand\r\nдва 😀\r\n');
    });

    it('leaves alone what an editor would not save as it was: line ends of two kinds, another encoding', async () => {
      const mixed = await open(mine, 'one\ntwo\r\nthree\n');
      const { version } = (await files.read(mine))!;
      assert.equal((await files.change(mine, version, [insert(0, 'x')])).ok, true);
      assert.equal(await onDisk(at(mine)), 'xone\ntwo\r\nthree\n');
      await until('the editor shows it', () => mixed.getText().startsWith('xone'));
      const other = mine.replace('.md', '-other.md');
      await write(at(other), 'plain\n');
      const latin = await openAs(at(other), { encoding: 'windows1251' });
      await vscode.window.showTextDocument(latin);
      const plain = (await files.read(other))!;
      assert.equal((await files.change(other, plain.version, [insert(0, '“многовекторность” ')])).ok, true);
      assert.equal(await onDisk(at(other)), '“многовекторность” plain\n');
    });

    it('takes a change by another program into account before it edits what is open', async () => {
      const document = await open(mine, 'one\n');
      const { version } = (await files.read(mine))!;
      await write(at(mine), 'theirs\none\n');
      const late = await files.change(mine, version, [insert(0, 'x')]);
      assert.equal(!late.ok && late.why, 'changed');
      const again = (await files.read(mine))!;
      assert.equal((await files.change(mine, again.version, [insert(7, 'ours\n')])).ok, true);
      assert.equal(await onDisk(at(mine)), 'theirs\nours\none\n');
      await until('the editor shows both', () => document.getText() === 'theirs\nours\none\n');
    });

    it('lists the store, with another stamp for a file that is being typed in', async () => {
      await write(at(mine), 'one');
      await write(at('sources/b.md'), 'one');
      const before = new Map((await files.list('sources', ['.md'])).map(entry => [entry.path, entry.stamp]));
      await typeInto(mine, 'typed');
      const after = new Map((await files.list('sources', ['.md'])).map(entry => [entry.path, entry.stamp]));
      assert.deepEqual([...after.keys()].sort(), [mine, 'sources/b.md']);
      assert.notEqual(after.get(mine), before.get(mine));
      assert.equal(after.get('sources/b.md'), before.get('sources/b.md'));
    });

    describe('watching', () => {
      let batches: (readonly string[] | undefined)[];
      let watching: { dispose(): void };
      const told = (path: string) => batches.some(batch => batch === undefined || batch.includes(path));
      const named = (path: string) => batches.some(batch => batch?.includes(path));

      beforeEach(async () => {
        await pause(500);
        batches = [];
        watching = files.watch(paths => batches.push(paths));
      });
      afterEach(() => watching.dispose());

      it('tells of sources and bibliographies, not of other Markdown or of what other tools keep', async () => {
        for (const path of ['draft.md', 'node_modules/b.bib', '.hidden/b.bib', 'sources/a.txt', mine, 'chapters/refs.bib']) await write(at(path), 'x');
        await until('both are told', () => named(mine) && named('chapters/refs.bib'));
        await pause(300);
        assert.deepEqual([...new Set(batches.flatMap(batch => batch ?? []))].sort(), ['chapters/refs.bib', mine]);
      });

      it('tells of many files in few batches', async () => {
        await Promise.all(Array.from({ length: 60 }, (_, n) => write(at(`sources/s${n}.md`), 'x')));
        await until('all are told', () => Array.from({ length: 60 }, (_, n) => `sources/s${n}.md`).every(told));
        assert.ok(batches.length <= 10, `${batches.length} batches`);
      });

      it('says that anything may have changed after very many at once', async () => {
        await Promise.all(Array.from({ length: 700 }, (_, n) => write(at(`sources/s${n}.md`), 'x')));
        await until('a whole look is asked for', () => batches.includes(undefined), 15_000);
      });

      it('tells of typing, of saving and of throwing the changes away', async () => {
        await write(at(mine), 'one');
        await until('the file is told', () => told(mine));
        await pause(300);
        batches.length = 0;
        const document = await typeInto(mine, 'typed ');
        await until('typing is told', () => named(mine));
        batches.length = 0;
        await document.save();
        await until('saving is told', () => named(mine));
        await typeInto(mine, 'more ');
        await pause(500);
        batches.length = 0;
        await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
        await until('reverting is told', () => named(mine));
      });

      it('is silent after it was ended', async () => {
        watching.dispose();
        await write(at(mine), 'one');
        await pause(800);
        assert.deepEqual(batches, []);
      });

      it('C-11 asks for a whole look when folders come and go', async () => {
        await write(at('new/deep/refs.bib'), 'x');
        await until('the new folder is told', () => batches.includes(undefined));
        for (const path of ['new', 'chapters', 'sources']) {
          await pause(500);
          batches.length = 0;
          await fs.delete(at(path), { recursive: true, useTrash: false });
          await until(`${path} is gone`, () => batches.includes(undefined));
        }
      });
    });
  });
}
