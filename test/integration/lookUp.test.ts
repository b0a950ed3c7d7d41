/** Looking up in a workspace, with the services played by a function in the place of the network. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Added, Change } from '../../src/core/library';
import { commands, settings } from '../../src/host/names';

const root = (): vscode.Uri => vscode.workspace.workspaceFolders![0]!.uri;
const at = (path: string): vscode.Uri => vscode.Uri.joinPath(root(), ...path.split('/'));
const read = async (path: string): Promise<string> => new TextDecoder().decode(await vscode.workspace.fs.readFile(at(path)));
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const doi = '10.1234/lookup.silence';
const work = {
  DOI: doi, type: 'journal-article', title: ['The Weight of Silence'], author: [{ given: 'Ngozi', family: 'Adeyemi', sequence: 'first' }], 'container-title': ['Journal of Invented Politics'],
  volume: '12', issue: '3', page: '44-61', issued: { 'date-parts': [[2020, 5]] }, 'reference-count': 0,
};

describe('looking up in a workspace', function () {
  this.timeout(60_000);
  const real = globalThis.fetch;
  let asked: string[] = [];
  const set = (value: string | undefined, target = vscode.ConfigurationTarget.Global): Thenable<void> =>
    vscode.workspace.getConfiguration().update(settings.lookup.name, value, target);

  before(async () => {
    await vscode.extensions.getExtension('commonplace.commonplace')?.activate();
    await vscode.workspace.fs.createDirectory(at('sources'));
    await vscode.commands.executeCommand(commands.pasteSources, `@article{adeyemi2020,\n  author = {Adeyemi, N.},\n  title = {The Weight of Silence},\n  journal = {Journal of Invented Politics},\n  year = {2020},\n  volume = {21},\n  doi = {${doi}}\n}`);
    globalThis.fetch = (input) => {
      const url = new URL(input instanceof Request ? input.url : input);
      asked.push(url.href);
      const known = url.host === 'api.crossref.org' && decodeURIComponent(url.pathname) === `/works/${doi}`;
      return Promise.resolve(known ? Response.json({ status: 'ok', message: work }) : new Response('Not found', { status: 404 }));
    };
  });
  beforeEach(() => { asked = []; });
  after(async () => {
    globalThis.fetch = real;
    await set(undefined);
    await set(undefined, vscode.ConfigurationTarget.Workspace);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('asks nobody when the person or the folder has said never', async () => {
    await set('never');
    assert.equal(await vscode.commands.executeCommand(commands.addByIdentifier, doi), undefined);
    await set('allow');
    await set('never', vscode.ConfigurationTarget.Workspace);
    assert.equal(await vscode.commands.executeCommand(commands.lookUpSource, 'adeyemi2020'), undefined);
    await set(undefined, vscode.ConfigurationTarget.Workspace);
    assert.deepEqual(asked, []);
  });

  it('is not allowed by a folder, whatever its settings say (X-05)', async () => {
    await set('never');
    await set('allow', vscode.ConfigurationTarget.Workspace);
    assert.equal(await vscode.commands.executeCommand(commands.addByIdentifier, doi), undefined);
    await set(undefined, vscode.ConfigurationTarget.Workspace);
    assert.deepEqual(asked, []);
  });

  it('asks nobody while one types, pastes, hovers or opens', async () => {
    await set('allow');
    await vscode.commands.executeCommand<Added>(commands.pasteSources, doi);
    const document = await vscode.workspace.openTextDocument(at('sources/adeyemi2020.md'));
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, new vscode.Range(0, 0, 12, 0));
    await vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, new vscode.Position(2, 3));
    assert.deepEqual(asked, []);
  });

  it('offers the look-up on the line of the DOI', async () => {
    const document = await vscode.workspace.openTextDocument(at('sources/adeyemi2020.md'));
    const line = document.getText().split('\n').findIndex((text) => text.startsWith('DOI:'));
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, new vscode.Range(line, 0, line, 1));
    assert.ok(actions.some(({ command }) => command?.command === commands.lookUpSource));
  });

  it('shows what differs and sets what is ticked as one change, and no other line', async () => {
    await set('allow');
    const before = await read('sources/adeyemi2020.md');
    const looking = vscode.commands.executeCommand<Change | undefined>(commands.lookUpSource, 'adeyemi2020');
    let change: Change | undefined;
    void looking.then((made) => { change = made; });
    for (let tries = 0; tries < 60 && change === undefined; tries++) {
      await pause(250);
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    }
    assert.equal(change?.undo.length, 1);
    const after = await read('sources/adeyemi2020.md');
    assert.match(after, /\nissue: "?3"?\n/);
    assert.match(after, /\npage: "?44-61"?\n/);
    assert.match(after, /family: Adeyemi, given: Ngozi|"family": ?"Adeyemi", ?"given": ?"Ngozi"/);
    assert.match(after, /\nvolume: "?21"?\n/);
    assert.equal(after.slice(after.indexOf('# As pasted')), before.slice(before.indexOf('# As pasted')));
    assert.equal(asked.length, 1);
  });

  it('adds sources by their numbers, and says of each what went wrong', async () => {
    await set('allow');
    work.DOI = '10.1234/lookup.silence';
    const added = await vscode.commands.executeCommand<Added>(commands.addByIdentifier, `${doi}\nhttps://doi.org/10.1234/unheard.of\n978-0-306-40615-7`);
    assert.deepEqual([added.added.length + added.merged.length + added.known.length, added.problems.map(({ code }) => code)], [1, ['lookup-unknown', 'lookup-unknown']]);
    assert.ok(asked.every((url) => url.startsWith('https://')));
    assert.ok(asked.some((url) => url.includes('openlibrary.org')));
  });
});
