import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commands } from '../../src/host/names';
import { deleteInEditor } from './deleting';

const count = Number(process.env['COMMONPLACE_MANY'] ?? 60);
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
const source = (number: number): string => `---\nid: ${oldKey(number)}\ntype: article-journal\ntitle: "Minutes of session ${number}"\nauthor: [{"family":"Voter${word(number)}","given":"Ada"}]\nissued: {"date-parts":[[2017]]}\n---\n\n# Abstract\n\nVetoes that nobody hears.\n\n# Notes by anna\n\n<!-- end -->\n`;
const keys = Array.from({ length: count }, (_, number) => oldKey(number));

describe('many keys at once', function () {
  this.timeout(600_000);

  before(async () => {
    await vscode.extensions.getExtension('commonplace.commonplace')?.activate();
    await write('many/chapter.md', `${keys.map((key) => `Seen [@${key}, p. 3].`).join('\n\n')}\n`);
    await write('many/chapter.tex', `${keys.map((key) => `Seen \\autocite[3]{${key}}.`).join('\n\n')}\n`);
    for (let from = 0; from < count; from += 100) await Promise.all(keys.slice(from, from + 100).map((key, index) => write(`sources/${key}.md`, source(from + index))));
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(at('many'), { recursive: true });
    const made = (await vscode.workspace.fs.readDirectory(at('sources'))).flatMap(([name]) => (/^(?:mk-\d|voter[a-j]+2017)/u.test(name) ? [at(`sources/${name}`)] : []));
    await deleteInEditor(...made);
  });

  it('are made anew in one step: in drafts, in the sources and their files', async () => {
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(at('many/chapter.md')));
    await until('the last source is known', async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', editor.document.uri, editor.document.positionAt(editor.document.getText().indexOf(`@${oldKey(count - 1)},`) + 2));
      return hovers.flatMap(({ contents }) => contents).some((content) => (typeof content === 'string' ? content : content.value).toLowerCase().includes(`minutes of session ${count - 1}`));
    });
    void vscode.commands.executeCommand(commands.regenerateKeys, keys);
    const started = Date.now();
    await until('the keys are renamed', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return !editor.document.getText().includes('@mk-');
    }, 200_000);
    console.log(`      ${count} keys in ${Date.now() - started} ms`);
    assert.equal(editor.document.getText(), `${keys.map((_, number) => `Seen [@${newKey(number)}, p. 3].`).join('\n\n')}\n`);
    await until('the last file has moved', async () => (await read(`sources/${newKey(count - 1)}.md`)).includes(`id: ${newKey(count - 1)}`));
    await until('LaTeX is saved', async () => !(await read('many/chapter.tex')).includes('mk-'));
    assert.equal((await vscode.workspace.fs.readDirectory(at('sources'))).some(([name]) => name.startsWith('mk-')), false);
  });
});
