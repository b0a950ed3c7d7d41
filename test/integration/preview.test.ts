import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commands, settings } from '../../src/host/names';

const root = (): vscode.Uri => vscode.workspace.workspaceFolders![0]!.uri;
const at = (path: string): vscode.Uri => vscode.Uri.joinPath(root(), ...path.split('/'));
const write = (path: string, text: string): Thenable<void> => vscode.workspace.fs.writeFile(at(path), new TextEncoder().encode(text));
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const records = ['@article{preview2019, author = {Okafor, Ngozi}, title = {The Silence of the Preview}, journal = {Journal of Invented Politics}, year = {2019}, volume = {7}}',
  '@book{shown2011, author = {Sundström, Åke}, title = {Neutral by <b>Preview</b>}, publisher = {Polder Books}, year = {2011}}'].join('\n\n');

/** What VS Code's own renderer makes of a draft, once it holds what is asked for. */
async function rendered(path: string, text: string, wanted: RegExp): Promise<string> {
  await write(path, text);
  const document = await vscode.workspace.openTextDocument(at(path));
  let html = '';
  for (const end = Date.now() + 15_000; Date.now() < end && !wanted.test(html); await pause(100)) {
    html = await vscode.commands.executeCommand<string>('markdown.api.render', document);
  }
  assert.match(html, wanted);
  return html;
}

const draft = '# Draft\n\nSome say so [see @preview2019, pp. 3-5], and @shown2011 agrees; `@preview2019` is code, [@missing2020] is not there.\n';

describe('the Markdown preview', function () {
  this.timeout(60_000);

  before(async () => {
    await vscode.extensions.getExtension('commonplace.commonplace')?.activate();
    await vscode.workspace.fs.createDirectory(at('sources'));
    await vscode.commands.executeCommand(commands.pasteSources, records);
  });

  after(async () => {
    await vscode.workspace.getConfiguration().update(settings.citationStyle.name, undefined, vscode.ConfigurationTarget.Workspace);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('shows citations formatted with the whole reference as a tooltip, and the reference list at the end', async () => {
    const html = await rendered('preview.md', draft, /commonplace-reference"/);
    assert.match(html, /<a class="commonplace-citation" href="#ref-preview2019" title="Okafor, Ngozi\. 2019\.[^"]*">\(see Okafor 2019, 3–5\)<\/a>/);
    assert.match(html, />Sundström \(2011\)<\/a>/);
    assert.match(html, /<code>@preview2019<\/code>/);
    assert.match(html, /id="ref-preview2019">Okafor, Ngozi\. 2019\. “The Silence of the Preview\.” <i>Journal of Invented Politics<\/i> 7\./);
    assert.ok(html.indexOf('commonplace-references') > html.indexOf('agrees'));
  });

  it('marks keys that no source has', async () => {
    assert.match(await rendered('preview.md', draft, /commonplace-unknown/), /<span class="commonplace-unknown"[^>]*>@missing2020<\/span>/);
  });

  it('puts the list where the draft asks for it, and follows its style and its language', async () => {
    const text = `---\ncsl: chicago-fullnote-bibliography\nlang: de-DE\n---\n\nText [@preview2019, p. 4].\n\n# Literatur\n\n::: {#refs}\n:::\n\n# Anhang\n\nEnde.\n`;
    const html = await rendered('preview-notes.md', text, /commonplace-note-1/);
    assert.match(html, /<a class="commonplace-citation" href="#commonplace-note-1"[^>]*><sup>1<\/sup><\/a>/);
    assert.match(html, /<li id="commonplace-note-1">Ngozi Okafor, „?“?The Silence/);
    assert.ok(html.indexOf('commonplace-references') < html.indexOf('Anhang'));
  });

  it('follows the setting', async () => {
    await vscode.workspace.getConfiguration().update(settings.citationStyle.name, 'ieee', vscode.ConfigurationTarget.Workspace);
    assert.match(await rendered('preview.md', draft, /\[1, pp?\. 3–5\]/), /commonplace-number">\[1\]/);
  });

  it('stands the default style in for one that is not there', async () => {
    await rendered('preview-lost.md', '---\ncsl: no-such-style\n---\n\n[@preview2019]\n', /\(Okafor 2019\)<\/a>/);
  });

  it('lets no markup of a record through', async () => {
    const html = await rendered('preview.md', draft, /commonplace-reference"/);
    assert.doesNotMatch(html, /<script|onerror=|javascript:/);
  });

  it('E-06 runs, fetches and draws nothing of what others wrote in a source file, and shows it as it is written', async () => {
    const abstract = 'Harbours <b>wait</b> ![spy](https://canary.invalid/a.png) and <img src="https://canary.invalid/b.png"> and ![near](//canary.invalid/c.png).\n\n<div style="background:url(https://canary.invalid/d.png)">x</div>\n\n![own](picture.png) [run](command:canary.command) [page](https://example.org/) [near](other.md)';
    const text = `---\nid: preview2020\ntype: book\ntitle: "Preview"\n---\n\n# Abstract\n\n${abstract}\n\n# Notes by anna\n\n## #hedging\n\n<!-- note n12345678 -->\n\nA thought.\n\n<!-- end -->\n`;
    const html = await rendered('sources/preview2020.md', text, /A thought/);
    assert.doesNotMatch(html, /<(?:img|div)[^>]*canary|src="[^"]*canary/);
    assert.match(html, /<b>wait<\/b>[^<]*!\[spy\]\(https:\/\/canary\.invalid\/a\.png\)/);
    assert.match(html, /&lt;img src=&quot;https:\/\/canary/);
    assert.match(html, /<img[^>]*picture\.png/);
    assert.match(html, /<a>run<\/a> <a href="https:\/\/example\.org\/"[^>]*>page<\/a> <a href="other\.md"/);
    assert.match(html, /<!-- note n12345678 -->/);
    // Somebody’s own draft is theirs.
    assert.match(await rendered('own-picture.md', '![mine](https://canary.invalid/mine.png)\n', /mine/), /<img[^>]*canary\.invalid\/mine\.png/);
  });
});
