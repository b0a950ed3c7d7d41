/** A folder that the person does not trust: reading, pasting and citing work, and nothing is generated. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { container, photographFailures, Session } from './harness';
import { until } from './until';

/** 51 sources: one more than one can look through. */
const tooMany = Array.from({ length: 51 }, (_, at) => `@book{many${at},\n author = {Writer${at}, W.},\n title = {Work Number ${at} of Many},\n year = {2001}\n}`).join('\n\n');

/** As many sources of the folder’s own, each with a field to look at. */
const held = Object.fromEntries(Array.from({ length: 51 }, (_, at) => [`sources/held${at}.md`, `---\nid: held${at}\ntype: book\ntitle: Held ${at}\nauthor:\n  - family: Zwart\ncustom:\n  review:\n    title: Is this the title?\n---\n`]));

/** An extension that calls, one after the other, every command that refuses in such a folder, with all that it needs to do its work; `calls` gets the folder. */
const caller = {
  manifest: JSON.stringify({
    name: 'caller', publisher: 'test', version: '1.0.0', engines: { vscode: '^1.80.0' }, main: './main.js', capabilities: { untrustedWorkspaces: { supported: true } },
    contributes: { commands: [{ command: 'caller.call', title: 'Caller: Call Them All' }] },
  }),
  main: `
    const vscode = require('vscode');
    const fs = require('node:fs');
    const path = require('node:path');
    exports.activate = ({ subscriptions }) => subscriptions.push(vscode.commands.registerCommand('caller.call', async () => {
      const folder = vscode.workspace.workspaceFolders[0].uri.fsPath;
      const outside = (name) => vscode.Uri.file(path.join(folder, '..', name));
      const many = fs.readFileSync(outside('many.bib').fsPath, 'utf8');
      const calls = {
        pasteSources: [many], importFiles: [[outside('many.bib')]], importNotes: [[outside('many.bib')]],
        exportNotes: [{ query: '', format: 'matrix', to: outside('notes.csv') }], exportCited: [], exportSources: [], literatureTable: [], compareCoders: [{ coders: ['anna', 'bekzod'], units: 'source', silence: 'missing' }],
        regenerateKeys: [], updateBibliography: [], lookUpSource: [], addByIdentifier: ['10.1234/silence'],
        deleteSource: [Array.from({ length: 51 }, (_, at) => 'held' + at)], acceptAll: [Array.from({ length: 51 }, (_, at) => 'held' + at)],
        renameTag: ['elite-preferences', 'other'], mergeTags: ['elite-preferences', 'corridors'], nestTag: ['elite-preferences', 'corridors'], deleteTag: ['corridors'], splitTag: ['corridors'], findSimilarTags: [],
      };
      for (const [name, given] of Object.entries(calls)) {
        const called = Promise.resolve(vscode.commands.executeCommand('commonplace.' + name, ...given)).then(() => 'ended', (fault) => 'failed: ' + fault);
        const ended = await Promise.race([called, new Promise((resolve) => setTimeout(resolve, 1500, 'asks'))]);
        fs.appendFileSync(outside('called.txt').fsPath, name + ' ' + ended + '\\n');
        await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      }
      // One of those is deleted at once, as in any folder: so it was their number that was refused.
      void vscode.commands.executeCommand('commonplace.deleteSource', ['held0']);
      fs.appendFileSync(outside('called.txt').fsPath, 'all\\n');
    }));
  `,
};

/** Every file below a folder with what it holds, but for what the editor keeps there. */
const holding = (folder: string): { readonly [name: string]: string } =>
  Object.fromEntries(readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort().filter((name) => statSync(path.join(folder, name)).isFile()).map((name) => [name, readFileSync(path.join(folder, name), 'latin1')]));

describe('in a folder that is not trusted', function () {
  this.timeout(180_000);
  let session: Session;

  before(async () => {
    session = await Session.open({ copy: 'media/sample', trust: false, beside: caller, files: { '.vscode/settings.json': '{ "commonplace.sourcesFolder": "elsewhere" }', ...held } });
  });
  after(() => session?.close());
  photographFailures(() => session);

  it('shows and adds sources, follows no setting of the folder, and generates no bibliography', async () => {
    const { workbench } = session;
    await workbench.openView(container());
    await workbench.row(/Okonkwo/).waitFor();
    await workbench.setClipboard('@book{mine2001,\n author = {Mine, A.},\n title = {A Book of My Own Making},\n year = {2001}\n}');
    await workbench.command('Commonplace: Paste Sources');
    assert.match(await workbench.said('added'), /1 source added/);
    await workbench.row(/A Book of My Own Making/).waitFor();
    await until(() => existsSync(path.join(session.folder, 'sources', 'mine2001.md')));
    await workbench.page.waitForTimeout(2000);
    assert.equal(existsSync(path.join(session.folder, 'references.bib')), false);
    await workbench.shot('30-untrusted');
  });

  it('looks nothing up on the internet, and says why', async () => {
    const { workbench } = session;
    await workbench.command('Commonplace: Add Source by DOI, ISBN or arXiv Number');
    await workbench.quickInput.fill('10.1234/silence');
    await workbench.page.keyboard.press('Enter');
    assert.match(await workbench.said('Looking up'), /not done in a folder that you do not trust/);
    await workbench.shot('31-untrusted-lookup');
  });

  it('X-08 refuses what would change many files, also when a command is called directly, and says why', async () => {
    const { workbench } = session;
    await workbench.command('Commonplace: Regenerate Keys');
    assert.match(await workbench.said('no command changes many files'), /change them one by one/);
    await workbench.command('Commonplace: Update Bibliography');
    assert.match(await workbench.said('no bibliography is generated'), /then update it again/);
    await workbench.clearToasts();
  });

  it('X-08 adds no more sources in one step than one can look through, and says why', async () => {
    const { workbench } = session;
    const sources = () => readdirSync(path.join(session.folder, 'sources')).length;
    const before = sources();
    await workbench.setClipboard(tooMany);
    await workbench.command('Commonplace: Paste Sources');
    assert.match(await workbench.said('no more than 50'), /these are 51, so none was added/);
    assert.equal(sources(), before);
    await workbench.clearToasts();
  });

  it('X-08 changes no file when another extension calls the commands that refuse, with all that they need', async () => {
    const { workbench } = session;
    const outside = path.dirname(session.folder);
    writeFileSync(path.join(outside, 'many.bib'), tooMany);
    const { 'sources/held0.md': one, ...before } = holding(session.folder);
    assert.notEqual(one, undefined);
    await workbench.command('Caller: Call Them All');
    const called = path.join(outside, 'called.txt');
    await until(() => existsSync(called) && readFileSync(called, 'utf8').endsWith('all\n'), 90_000);
    assert.equal(readFileSync(called, 'utf8').includes('failed'), false, readFileSync(called, 'utf8'));
    await until(() => !existsSync(path.join(session.folder, 'sources', 'held0.md')));
    assert.deepEqual(holding(session.folder), before);
    assert.equal(existsSync(path.join(outside, 'notes.csv')), false);
    await workbench.clearToasts();
  });

  it('exports into the folder only, and says why', async () => {
    const { workbench } = session;
    const outside = path.join(session.folder, '..', 'outside.ris');
    await workbench.command('Commonplace: Export Sources');
    await workbench.quickInput.choose('RIS');
    await workbench.page.waitForTimeout(1000);
    await workbench.quickInput.fill(outside);
    await workbench.page.waitForTimeout(500);
    await workbench.press('Enter');
    assert.match(await workbench.said('do not trust, nothing is written outside'), /Save the export inside the folder/);
    assert.equal(existsSync(outside), false);
  });
});
