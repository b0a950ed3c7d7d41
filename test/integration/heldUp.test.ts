/** The editor is never held up: how long its thread stands still while thousands of records are read and kept. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import * as vscode from 'vscode';
import type { Added } from '../../src/core/library';
import { commands } from '../../src/host/names';
import { deleteInEditor } from './deleting';

const root = (): vscode.Uri => vscode.workspace.workspaceFolders![0]!.uri;
const at = (path: string): vscode.Uri => vscode.Uri.joinPath(root(), ...path.split('/'));
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const abstract = 'Small states keep silent where they could assent, and hedge where they could choose; a count of their votes shows how often. '.repeat(8);
const bib = (count: number, name: string): string => Array.from({ length: count }, (_, index) =>
  `@article{${name}${index},\n  author = {Okafor${index}, Ngozi and Çapan, Zeynep},\n  title = {${name} ${index}: The Silence of Middle Powers},\n  journal = {Journal of Invented Politics},\n  year = {${1950 + index % 70}},\n  volume = {${index % 90}},\n  pages = {${index}--${index + 9}},\n  doi = {10.1234/${name}.${index}},\n  abstract = {${abstract}}\n}\n`).join('\n');

const figures: string[] = [];

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; await pause(100)) if (await holds()) return;
  assert.fail('not within a minute');
}

/** The longest stretch in milliseconds during which nothing else could run, and how long the work took. */
async function stretchOf(what: string, work: () => PromiseLike<unknown>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const begin = performance.now();
  await work();
  await pause(50);
  delay.disable();
  const [longest, p99] = [delay.max / 1e6, delay.percentile(99) / 1e6];
  figures.push(`${what}: ${(performance.now() - begin).toFixed(0)} ms in all, longest stretch ${longest.toFixed(1)} ms, 99th percentile ${p99.toFixed(1)} ms`);
  const { COMMONPLACE_FIGURES: file } = process.env;
  if (file !== undefined) writeFileSync(file, `${figures.join('\n')}\n`);
  return longest;
}

describe('the editor’s thread', function () {
  this.timeout(180_000);
  /** A frame is 16 ms; a machine that does other things beside takes longer. Reading on this thread would take seconds. */
  const most = 1500;
  const count = Number(process.env['COMMONPLACE_MANY'] ?? 1_000);

  before(async () => {
    await vscode.extensions.getExtension('commonplace.commonplace')?.activate();
    await vscode.workspace.fs.createDirectory(at('sources'));
    await stretchOf('nothing', () => pause(1000));
  });
  after(async () => {
    const files = await vscode.workspace.findFiles('sources/**/okafor[0-9]*.md');
    await deleteInEditor(...files);
    for (const name of ['many.bib', 'heldUp.md']) await vscode.workspace.fs.delete(at(name)).then(undefined, () => undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('goes on while a large bibliography is read', async () => {
    const last = `linked${2 * count - 1}`;
    await vscode.workspace.fs.writeFile(at('heldUp.md'), new TextEncoder().encode(`See @${last}`));
    const draft = await vscode.workspace.openTextDocument(at('heldUp.md'));
    const hold = await stretchOf(`a .bib of ${2 * count}`, async () => {
      await vscode.workspace.fs.writeFile(at('many.bib'), new TextEncoder().encode(bib(2 * count, 'linked')));
      await until(async () => (await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', draft.uri, new vscode.Position(0, last.length + 5))).items
        .some(({ label }) => (typeof label === 'string' ? label : label.label).includes(last)));
    });
    assert.ok(hold < most, `${hold} ms`);
  });

  it('goes on while many records are pasted, and pasted again', async () => {
    const text = bib(count, 'pasted');
    let added: Added | undefined;
    const held = await stretchOf(`a paste of ${count}`, async () => { added = await vscode.commands.executeCommand<Added>(commands.pasteSources, text); });
    assert.equal(added?.added.length, count);
    const again = await stretchOf('the same again', async () => { added = await vscode.commands.executeCommand<Added>(commands.pasteSources, text); });
    assert.equal(added?.known.length, count);
    assert.ok(Math.max(held, again) < most, `${held} and ${again} ms`);
  });
});
