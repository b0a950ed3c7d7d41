import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commands } from '../../src/host/names';
import { deleteInEditor } from './deleting';

const count = Number(process.env['COMMONPLACE_MANY'] ?? 100);
/** Drafts that no editor shows; each cites some of the keys. */
const drafts = Math.max(2, Math.round(count / 10));
const root = (): vscode.Uri => vscode.workspace.workspaceFolders![0]!.uri;
const at = (path: string): vscode.Uri => vscode.Uri.joinPath(root(), ...path.split('/'));
const read = async (path: string): Promise<string> => new TextDecoder().decode(await vscode.workspace.fs.readFile(at(path)));
const write = (path: string, text: string): Thenable<void> => vscode.workspace.fs.writeFile(at(path), new TextEncoder().encode(text));
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function until(what: string, holds: () => boolean | Promise<boolean>, patience = 120_000): Promise<void> {
  for (const end = Date.now() + patience; Date.now() < end; await pause(100)) if (await Promise.resolve(holds()).catch(() => false)) return;
  assert.fail(`${what}: not within ${patience} ms`);
}

/** A word of letters alone, another for each number. */
const word = (number: number): string => [...String(number)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
const oldKey = (number: number): string => `mk-${number}`;
const newKey = (number: number): string => `voter${word(number)}2017`;
const source = (number: number, keyOf: (number: number) => string): string => `---\nid: ${keyOf(number)}\ntype: article-journal\ntitle: "Minutes of session ${number}"\nauthor: [{"family":"Voter${word(number)}","given":"Ada"}]\nissued: {"date-parts":[[2017]]}\n---\n\n# Abstract\n\nVetoes that nobody hears.\n\n# Notes by anna\n\n<!-- end -->\n`;
const keys = Array.from({ length: count }, (_, number) => oldKey(number));
const numbersIn = (draft: number): readonly number[] => keys.flatMap((_, number) => (number % drafts === draft || (number + 1) % drafts === draft ? [number] : []));
const chapter = (keyOf: (number: number) => string): string => `${keys.map((_, number) => `Seen [@${keyOf(number)}, p. 3].`).join('\n\n')}\n`;
const markdown = (draft: number, keyOf: (number: number) => string): string => `${numbersIn(draft).map((number) => `Häufig [vgl. @${keyOf(number)}, S. ${number}; -@${keyOf(0)}].`).join('\r\n')}\r\n`;
const latex = (draft: number, keyOf: (number: number) => string): string => `${numbersIn(draft).map((number) => `Seen \\autocite[${number}]{${keyOf(number)}}.`).join('\n')}\n`;
const textOfDraft = (draft: number, keyOf: (number: number) => string): string => (draft % 2 === 0 ? markdown : latex)(draft, keyOf);
const pathOfDraft = (draft: number): string => `many/draft-${draft}.${draft % 2 === 0 ? 'md' : 'tex'}`;
const all = Array.from({ length: drafts }, (_, draft) => draft);

async function areNamed(keyOf: (number: number) => string): Promise<boolean> {
  const names = new Set((await vscode.workspace.fs.readDirectory(at('sources'))).map(([name]) => name));
  if (keys.some((_, number) => !names.has(`${keyOf(number)}.md`))) return false;
  const texts = await Promise.all(keys.map((_, number) => read(`sources/${keyOf(number)}.md`)));
  return texts.every((text, number) => text === source(number, keyOf));
}

describe('many keys at once', function () {
  this.timeout(600_000);

  before(async () => {
    await vscode.extensions.getExtension('commonplace.commonplace')?.activate();
    await write('many/chapter.md', chapter(oldKey));
    for (const draft of all) await write(pathOfDraft(draft), textOfDraft(draft, oldKey));
    for (let from = 0; from < count; from += 100) await Promise.all(keys.slice(from, from + 100).map((key, index) => write(`sources/${key}.md`, source(from + index, oldKey))));
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(at('many'), { recursive: true });
    const made = (await vscode.workspace.fs.readDirectory(at('sources'))).flatMap(([name]) => (/^(?:mk-\d|voter[a-j]+2017)/u.test(name) ? [at(`sources/${name}`)] : []));
    await deleteInEditor(...made);
  });

  async function openChapter(keyOf: (number: number) => string): Promise<vscode.TextEditor> {
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(at('many/chapter.md')));
    await until('the last source is known', async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', editor.document.uri, editor.document.positionAt(editor.document.getText().indexOf(`@${keyOf(count - 1)},`) + 2));
      return hovers.flatMap(({ contents }) => contents).some((content) => (typeof content === 'string' ? content : content.value).toLowerCase().includes(`minutes of session ${count - 1}`));
    });
    return editor;
  }

  async function regenerate(editor: vscode.TextEditor): Promise<void> {
    void vscode.commands.executeCommand(commands.regenerateKeys, keys);
    const started = Date.now();
    await until('the keys are renamed', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return !editor.document.getText().includes('@mk-');
    });
    // The editor’s part comes last.
    console.log(`      ${count} keys in ${drafts} drafts: ${Date.now() - started} ms`);
  }

  async function draftsAre(keyOf: (number: number) => string): Promise<void> {
    for (const draft of all) await until(`draft ${draft}`, async () => (await read(pathOfDraft(draft))) === textOfDraft(draft, keyOf), 20_000);
  }

  it('are cited in a draft that is open, and known', () => openChapter(oldKey));

  it('are made anew in drafts, in the sources and their files, without opening them', async () => {
    const editor = await openChapter(oldKey);
    await regenerate(editor);
    assert.equal(editor.document.getText(), chapter(newKey));
    assert.ok(await areNamed(newKey));
    await draftsAre(newKey);
    assert.equal((await vscode.workspace.fs.readDirectory(at('sources'))).some(([name]) => name.startsWith('mk-')), false);
    // Other tests may have left tabs of theirs.
    assert.deepEqual(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).map(({ label }) => label).filter((label) => /^(?:mk-|voter|draft-)/u.test(label)), []);
  });

  it('come back with one Ctrl+Z in the open draft, everywhere, byte for byte, and are made anew once more by redoing', async () => {
    const editor = await openChapter(newKey);
    await vscode.commands.executeCommand('undo');
    await until('the old keys are back', () => areNamed(oldKey));
    assert.equal(editor.document.getText(), chapter(oldKey));
    await draftsAre(oldKey);
    await vscode.commands.executeCommand('redo');
    await until('the new keys are there again', () => areNamed(newKey));
    await draftsAre(newKey);
    await vscode.commands.executeCommand('undo');
    await until('the old keys are back again', () => areNamed(oldKey));
    await draftsAre(oldKey);
  });

  it('are renamed in the editor where a file is open, and what is typed there and not saved stays so', async () => {
    const editor = await openChapter(oldKey);
    const [open, typedIn] = [await vscode.workspace.openTextDocument(at(`sources/${oldKey(0)}.md`)), await vscode.workspace.openTextDocument(at(`sources/${oldKey(1)}.md`))];
    for (const document of [open, typedIn]) await vscode.window.showTextDocument(document, { preview: false, viewColumn: vscode.ViewColumn.Beside });
    const edit = new vscode.WorkspaceEdit();
    edit.insert(typedIn.uri, typedIn.positionAt(typedIn.getText().indexOf('# Notes')), 'Not saved yet.\n\n');
    await vscode.workspace.applyEdit(edit);
    await regenerate(editor);
    const shown = (number: number): string => vscode.workspace.textDocuments.find(({ uri }) => uri.path.endsWith(`/${newKey(number)}.md`))?.getText() ?? '';
    await until('both are renamed where they are open', () => shown(0) === source(0, newKey) && shown(1).includes(`id: ${newKey(1)}`));
    assert.match(shown(1), /Not saved yet\./u);
    assert.equal((await vscode.workspace.fs.readDirectory(at('sources'))).some(([name]) => name.startsWith('mk-')), false);
  });
});
