/** Citing through the editor, in every syntax: completion, hover, definition, references, highlights, rename, diagnostics and fixes. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commands } from '../../src/host/names';
import { makeWatched } from './watched';

const root = (): vscode.Uri => vscode.workspace.workspaceFolders![0]!.uri;
const at = (path: string): vscode.Uri => vscode.Uri.joinPath(root(), ...path.split('/'));
const write = (path: string, text: string): Thenable<void> => vscode.workspace.fs.writeFile(at(path), new TextEncoder().encode(text));
const read = async (path: string): Promise<string> => new TextDecoder().decode(await vscode.workspace.fs.readFile(at(path)));
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function until(what: string, holds: () => boolean | Promise<boolean>, patience = 20_000): Promise<void> {
  for (const end = Date.now() + patience; Date.now() < end; await pause(50)) if (await Promise.resolve(holds()).catch(() => false)) return;
  assert.fail(`${what}: not within ${patience} ms`);
}

const bibtex = '@article{citing2019,\n author = {Citing, Nora},\n title = {The Craft of Pointing Elsewhere},\n journal = {Journal of Invented Politics},\n year = {2019}\n}\n@book{tagalong2011,\n author = {Tagalong, Åke},\n title = {Neutral by Custom},\n year = {2011}\n}\n';

/** A draft in each syntax that cites both sources and one that nobody has; `|` marks where something is typed. */
const drafts: { readonly [path: string]: string } = {
  'cites/a.md': 'As [see @citing2019, p. 3; @tagalong2011] and @citing2019 say, not @citng2019.\n\n@ci|\n',
  'cites/b.qmd': 'As [@citing2019; @tagalong2011] and @citing2019 say, not @citng2019.\n\n@ci|\n',
  'cites/c.tex': '\\autocite[3]{citing2019,tagalong2011} \\textcite{citing2019} \\cite{citng2019}\n\n\\cite{ci|}\n',
  'cites/d.typ': '@citing2019[p. 3] @tagalong2011 and #cite(<citing2019>, form: "prose"), not @citng2019.\n\n@ci|\n',
  'cites/e.org': '[cite:see @citing2019 p. 3; @tagalong2011] and [cite/t:@citing2019], not [cite:@citng2019].\n\n[cite:@ci|]\n',
  'cites/f.myst': '{cite:p}`citing2019{p. 3},tagalong2011` and {cite:t}`citing2019`, not {cite:p}`citng2019`.\n\n{cite:p}`ci|`\n',
};

async function open(path: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(at(path));
  await vscode.window.showTextDocument(document);
  return document;
}
const firstKey = (document: vscode.TextDocument): vscode.Position => document.positionAt(document.getText().indexOf('citing2019') + 3);
const found = (uri: vscode.Uri): vscode.Diagnostic[] => vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Commonplace');

const renaming = (document: vscode.TextDocument, from: string, to: string): Thenable<vscode.WorkspaceEdit> =>
  vscode.commands.executeCommand<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', document.uri, document.positionAt(document.getText().indexOf(from) + 3), to);

describe('citing in every syntax', function () {
  this.timeout(90_000);

  before(async () => {
    await vscode.extensions.getExtension('commonplace.commonplace')?.activate();
    await vscode.commands.executeCommand(commands.pasteSources, bibtex);
    await makeWatched(at('cites'));
    await makeWatched(at('cites/linked'));
    await write('cites/linked/refs.bib', '@book{linked2001,\n title = {Kept Elsewhere},\n author = {Linked, B.},\n year = {2001}\n}\n@inbook{part2001,\n title = {A Part},\n crossref = {linked2001},\n year = {2001}\n}\n');
    for (const [path, text] of Object.entries(drafts)) await write(path, text.replace('|', ''));
    await write('cites/linked/g.md', 'As [@linked2001] says.\n');
    await pause(1000);
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(at('cites'), { recursive: true });
  });

  for (const [path, marked] of Object.entries(drafts)) {
    describe(path.slice(path.lastIndexOf('.')), () => {
      it('completes a key', async () => {
        const document = await open(path);
        const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, document.positionAt(marked.indexOf('|')));
        const items = list.items.filter(({ kind }) => kind === vscode.CompletionItemKind.Reference);
        assert.ok(items.some(({ label }) => (typeof label === 'string' ? label : label.label) === 'citing2019'), JSON.stringify(items.map(({ label }) => label)));
      });

      it('shows the reference on the key', async () => {
        const document = await open(path);
        const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, firstKey(document));
        const ours = hovers.find(({ contents }) => contents.some((content) => /Pointing/.test(typeof content === 'string' ? content : content.value)));
        assert.equal(ours?.range && document.getText(ours.range), 'citing2019');
        const said = ours?.contents.map((content) => (typeof content === 'string' ? content : content.value)).join('\n') ?? '';
        assert.match(said, /Cited also in \[cites\\\/[a-f]\\\.\p{L}+\\:1\]\(command:commonplace\.goToCitation/u);
        for (const action of ['Open', 'New Note', 'Copy Reference']) assert.ok(said.includes(`[${action}](command:commonplace.`), action);
      });

      it('goes to the source', async () => {
        const document = await open(path);
        const links = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>('vscode.executeDefinitionProvider', document.uri, firstKey(document));
        assert.ok(links.some((link) => ('targetUri' in link ? link.targetUri : link.uri).path.endsWith('/sources/citing2019.md')), JSON.stringify(links));
      });

      it('finds all references, in drafts of other syntaxes too', async () => {
        const document = await open(path);
        const places = await vscode.commands.executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', document.uri, firstKey(document));
        // The editor’s own Markdown service may name whole links besides.
        const short = places.filter(({ range }) => range.end.character - range.start.character === 'citing2019'.length);
        for (const other of Object.keys(drafts)) assert.equal(short.filter(({ uri }) => uri.path.endsWith(`/${other}`)).length, 2, other);
      });

      it('marks the same key in the document', async () => {
        const document = await open(path);
        const marks = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>('vscode.executeDocumentHighlights', document.uri, firstKey(document));
        assert.deepEqual(marks.map(({ range }) => document.getText(range)), ['citing2019', 'citing2019']);
      });

      it('underlines the unknown key and offers the one that is meant', async () => {
        const document = await open(path);
        await until('a diagnostic', () => found(document.uri).some(({ code }) => code === 'citation-unknown'));
        const unknown = found(document.uri).find(({ range }) => document.getText(range) === 'citng2019') ?? assert.fail('no range');
        assert.match(unknown.message, /Did you mean “citing2019”/);
        const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, unknown.range, vscode.CodeActionKind.QuickFix.value);
        const titles = actions.map(({ title }) => title);
        for (const title of ['Cite “citing2019” instead', 'Paste the source from the clipboard', 'Ignore “citng2019” in this document', 'Ignore “citng2019” in this workspace']) assert.ok(titles.includes(title), titles.join(' | '));
        const here = actions.find(({ title }) => title === 'Ignore “citng2019” in this document') ?? assert.fail();
        await vscode.workspace.applyEdit(here.edit!);
        await until('its end', () => !found(document.uri).some(({ range }) => document.getText(range) === 'citng2019'));
        await vscode.commands.executeCommand('undo');
        await until('its return', () => found(document.uri).some(({ range }) => document.getText(range) === 'citng2019'));
      });
    });
  }

  describe('beyond one draft', () => {
    it('mends a bracket that Pandoc does not read, in one step', async () => {
      const document = await open('cites/a.md');
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(0, 0), 'Both [vgl. @citing2019, S. 3, @citing2019].\n\n');
      await vscode.workspace.applyEdit(edit);
      await until('a diagnostic', () => found(document.uri).some(({ code }) => code === 'citation-flawed'));
      const flawed = found(document.uri).find(({ code }) => code === 'citation-flawed') ?? assert.fail();
      let mend: vscode.CodeAction | undefined;
      await until('the fix', async () => {
        const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, flawed.range, vscode.CodeActionKind.QuickFix.value);
        mend = actions.find(({ title }) => title === 'Part the keys with semicolons');
        return mend !== undefined;
      });
      await vscode.workspace.applyEdit(mend!.edit!);
      await until('its end', () => !found(document.uri).some(({ code }) => code === 'citation-flawed'));
      assert.equal(document.lineAt(0).text, 'Both [vgl. @citing2019, S. 3; @citing2019].');
      await vscode.commands.executeCommand('undo');
      assert.equal(document.lineAt(0).text, 'Both [vgl. @citing2019, S. 3, @citing2019].');
      await vscode.commands.executeCommand('workbench.action.files.revert');
    });

    it('counts what is not saved', async () => {
      const document = await open('cites/a.md');
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(0, 0), 'New [@unsaved1999]. ');
      await vscode.workspace.applyEdit(edit);
      await until('a diagnostic', () => found(document.uri).some(({ range }) => document.getText(range) === 'unsaved1999'));
      await vscode.commands.executeCommand('undo');
      await until('its end', () => !found(document.uri).some(({ message }) => message.includes('unsaved1999')));
      await vscode.commands.executeCommand('workbench.action.files.revert');
    });

    it('lets a key pass that the workspace ignores', async () => {
      const document = await open('cites/a.md');
      await vscode.commands.executeCommand(commands.ignoreKey, 'citng2019', document.uri);
      await until('its end', () => !found(document.uri).some(({ message }) => message.includes('citng2019')));
      await vscode.workspace.getConfiguration().update('commonplace.ignoredKeys', undefined, vscode.ConfigurationTarget.Workspace);
      await until('its return', () => found(document.uri).some(({ message }) => message.includes('citng2019')));
    });

    it('warns of a bibliography that is not there, and of a key that only another one has', async () => {
      await write('cites/named.md', '---\nbibliography: gone.bib\n---\n\nAs [@linked2001].\n');
      const document = await open('cites/named.md');
      await until('both', () => ['bibliography-missing', 'citation-elsewhere'].every((code) => found(document.uri).some((one) => one.code === code)));
    });

    it('says where a broken entry of a bibliography stands, and reads the others', async () => {
      await write('cites/linked/broken.bib', '@book{sound2001,\n title = {Sound},\n year = {2001}\n}\n@book{sound2001,\n title = {The Same Key},\n year = {2002}\n}\n@book{torn2002,\n title = {Torn\n year = {2002}\n}\n\n@book{whole2003,\n title = {Whole},\n year = {2003}\n}\n');
      const said = (): readonly vscode.Diagnostic[] => vscode.languages.getDiagnostics(at('cites/linked/broken.bib'));
      await until('the key that stands twice', () => said().some(({ code, range }) => code === 'entry-key-twice' && range.start.line === 4), 40_000);
      const torn = said().find(({ code }) => code === 'record-repaired' || code === 'record-cut-short') ?? assert.fail(JSON.stringify(said()));
      assert.ok(torn.range.start.line >= 8 && torn.range.start.line < 12, String(torn.range.start.line));
      await write('cites/broken.md', 'As [@whole2003; @sound2001].\n');
      const document = await open('cites/broken.md');
      const links = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>('vscode.executeDefinitionProvider', document.uri, document.positionAt(8));
      const [link] = links.filter((one) => 'targetUri' in one && one.targetUri.path.endsWith('/broken.bib')) as vscode.LocationLink[];
      assert.equal(link?.targetRange.start.line, 13);
      await vscode.workspace.fs.delete(at('cites/broken.md'));
      await vscode.workspace.fs.delete(at('cites/linked/broken.bib'));
    });

    it('finds the notes that bear on a source among the references to it', async () => {
      const before = await read('sources/tagalong2011.md');
      const related = before.replace('# As pasted', '# Notes by nora\n\n## #craft · p. 3\n\n<!-- note n12345678 supports=citing2019#n87654321 -->\n\nBears out.\n\n# As pasted');
      assert.notEqual(related, before);
      await write('sources/tagalong2011.md', related);
      const document = await open('cites/c.tex');
      const inNote = async (): Promise<boolean> => (await vscode.commands.executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', document.uri, firstKey(document)))
        .some(({ uri, range }) => uri.path.endsWith('/sources/tagalong2011.md') && related.split('\n')[range.start.line]?.includes('supports=citing2019') === true);
      await until('the note', inNote);
      await write('sources/tagalong2011.md', before);
    });

    it('fades what nobody cites in a linked bibliography, once that is asked for', async () => {
      const hints = (): readonly string[] => vscode.languages.getDiagnostics(at('cites/linked/refs.bib')).filter(({ code }) => code === 'source-unused').map(({ message }) => message);
      await open('cites/linked/g.md');
      assert.deepEqual(hints(), []);
      await vscode.workspace.getConfiguration().update('commonplace.unusedSources', true, vscode.ConfigurationTarget.Workspace);
      await until('the hint', () => hints().length > 0);
      assert.ok(hints().every((message) => message.includes('part2001')), hints().join());
      await vscode.workspace.getConfiguration().update('commonplace.unusedSources', undefined, vscode.ConfigurationTarget.Workspace);
      await until('its end', () => hints().length === 0);
    });

    it('offers two hundred keys at most, and says that there are more', async () => {
      await write('cites/linked/many.bib', Array.from({ length: 260 }, (_, n) => `@book{numerous${n},\n title = {One of Many ${n}},\n author = {Numerous, N.},\n year = {${1700 + n}}\n}\n`).join(''));
      await write('cites/many.md', '[@num\n');
      const document = await open('cites/many.md');
      const offered = async (): Promise<vscode.CompletionList> => vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, document.positionAt(5));
      const keys = ({ items }: vscode.CompletionList): number => items.filter(({ kind }) => kind === vscode.CompletionItemKind.Reference).length;
      await until('the keys', async () => keys(await offered()) >= 200, 40_000);
      const list = await offered();
      assert.equal(keys(list), 200);
      assert.equal(list.isIncomplete, true);
      await vscode.workspace.fs.delete(at('cites/many.md'));
      await vscode.workspace.fs.delete(at('cites/linked/many.bib'));
    });

    it('knows a source by its second keys: completes them in LaTeX, and shows and follows them', async () => {
      await write('cites/linked/ids.bib', '@book{first2005,\n title = {Two Names for One},\n author = {Renamed, R.},\n year = {2005},\n ids = {oldname2005, other:2005}\n}\n');
      await write('cites/ids.tex', '\\cite{oldname2005} and \\cite{first2005}\n\\cite{oldn}\n');
      await write('cites/ids.md', '[@oldn\n');
      const [latex, markdown] = [await open('cites/ids.tex'), await open('cites/ids.md')];
      const offered = async (document: vscode.TextDocument, at: vscode.Position): Promise<readonly string[]> => {
        const { items } = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, at);
        return items.filter(({ kind }) => kind === vscode.CompletionItemKind.Reference).map(({ insertText }) => (typeof insertText === 'string' ? insertText : insertText?.value ?? ''));
      };
      await until('the second key', async () => (await offered(latex, new vscode.Position(1, 10))).join() === 'oldname2005', 40_000);
      assert.deepEqual(await offered(markdown, new vscode.Position(0, 6)), ['first2005'], 'Pandoc does not know it');
      const here = new vscode.Position(0, 10);
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', latex.uri, here);
      const said = hovers.flatMap(({ contents }) => contents).map((content) => (typeof content === 'string' ? content : content.value)).join('\n');
      assert.match(said, /Two Names for One[^]*A second key of first2005[^]*Cited also in \[cites/u);
      const [definition] = await vscode.commands.executeCommand<vscode.LocationLink[]>('vscode.executeDefinitionProvider', latex.uri, here);
      assert.match(definition?.targetUri.path ?? '', /\/ids\.bib$/);
      const references = await vscode.commands.executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', latex.uri, here);
      assert.deepEqual(references.filter(({ uri }) => uri.path.endsWith('/ids.tex')).map(({ range }) => range.start.character), [6, 29]);
      const edit = await renaming(latex, 'oldname2005', 'formername2005');
      const written = edit.entries().flatMap(([uri, edits]) => edits.map(({ newText }) => `${uri.path.replace(/^.*\//, '')}: ${newText}`));
      assert.deepEqual(written.sort(), ['ids.bib: formername2005', 'ids.tex: formername2005']);
      for (const path of ['cites/ids.tex', 'cites/ids.md', 'cites/linked/ids.bib']) await vscode.workspace.fs.delete(at(path));
    });

    it('N-08 renames a key in drafts of every syntax and in its own file, in one step', async () => {
      const document = await open('cites/a.md');
      const edit = await renaming(document, 'citing2019', 'pointing2019');
      const touched = edit.entries().map(([uri]) => uri.path);
      for (const path of [...Object.keys(drafts), 'sources/pointing2019.md']) assert.ok(touched.some((one) => one.endsWith(`/${path}`)), path);
      assert.ok(await vscode.workspace.applyEdit(edit));
      await until('the new file', async () => /^id: pointing2019$/m.test((await vscode.workspace.openTextDocument(at('sources/pointing2019.md'))).getText()));
      for (const path of Object.keys(drafts)) {
        const text = (await vscode.workspace.openTextDocument(at(path))).getText();
        assert.equal(text.split('pointing2019').length, 3, path);
        assert.ok(!text.includes('citing2019'), path);
      }
      await until('the new key to be known', () => !found(document.uri).some(({ message }) => message.includes('“pointing2019”')));
    });

    it('N-08 renames back and forth at once, saved or not, and every text is as it was', async () => {
      const document = await open('cites/a.md');
      const names = ['pointing2019', 'citing2019'] as const;
      for (let round = 0; round < 13; round += 1) {
        if (round % 3 !== 2) await vscode.workspace.saveAll(false);
        const [from, to] = round % 2 === 0 ? names : [names[1], names[0]];
        assert.ok(await vscode.workspace.applyEdit(await renaming(document, from, to)), `round ${round}`);
        for (const [path, marked] of Object.entries(drafts)) {
          assert.equal((await vscode.workspace.openTextDocument(at(path))).getText(), marked.replace('|', '').replaceAll('citing2019', to), `${path} in round ${round}`);
        }
        assert.match((await vscode.workspace.openTextDocument(at(`sources/${to}.md`))).getText(), new RegExp(`^id: ${to}$`, 'm'), `round ${round}`);
      }
      await vscode.workspace.saveAll(false);
      assert.match(await read('sources/citing2019.md'), /^id: citing2019$/m);
    });

    it('renames in a linked bibliography only with the person’s consent, references between entries too', async () => {
      const document = await open('cites/linked/g.md');
      const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', document.uri, document.positionAt(8), 'other2001');
      const inBib = edit.entries().find(([uri]) => uri.path.endsWith('/refs.bib'))?.[1] ?? assert.fail('not in the bibliography');
      assert.equal(inBib.length, 2);
    });

    it('P-09 changes nothing in a draft or a bibliography that is not in UTF-8, and all else', async () => {
      const folder = vscode.Uri.joinPath(at('cites'), 'western');
      await makeWatched(folder);
      const latin = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
      const texts = { 'old.bib': latin('@book{western1998,\n title = {Gr\xf6\xdfe}\n}\n'), 'old.tex': latin('Gr\xf6\xdfe \\cite{western1998}\n') };
      for (const [name, bytes] of Object.entries(texts)) await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, name), bytes);
      await write('cites/western/new.md', 'As [@western1998] says.\n');
      const document = await open('cites/western/new.md');
      for (const end = Date.now() + 20_000; ; await pause(200)) {
        const files = (await renaming(document, 'western1998', 'eastern1998')).entries().map(([uri]) => uri.path.split('/').at(-1));
        if (files.length > 0) { assert.deepEqual(files, ['new.md']); break; }
        assert.ok(Date.now() < end, 'nothing is renamed');
      }
      await vscode.workspace.applyEdit(await renaming(document, 'western1998', 'eastern1998'));
      await vscode.workspace.saveAll(false);
      for (const [name, bytes] of Object.entries(texts)) assert.deepEqual([...await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, name))], [...bytes], name);
    });

    it('goes to a place by what a hover says of it', async () => {
      await open('cites/c.tex');
      await vscode.commands.executeCommand(commands.goToCitation, at('cites/a.md').toString(), [0, 9, 0, 19]);
      const editor = vscode.window.activeTextEditor;
      assert.equal(editor?.document.getText(editor.selection), 'citing2019');
    });

    it('refuses a key that is taken, and one that a program would misread', async () => {
      for (const path of ['cites/c.tex', 'cites/a.md']) {
        const document = await open(path);
        // An error would hand the place on to the next extension: Markdown’s own would rename `[see …]` as a link.
        for (const name of ['tagalong2011', 'two words', '']) assert.equal((await renaming(document, 'citing2019', name)).size, 0, `${path}: ${name}`);
      }
    });
  });
});
