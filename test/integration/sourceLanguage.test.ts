import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Astray } from '../../src/features/lostPassages/finding';
import { commands } from '../../src/host/names';
import { deleteInEditor } from './deleting';

const at = (path: string): vscode.Uri => vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, ...path.split('/'));
const read = async (path: string): Promise<string> => new TextDecoder().decode(await vscode.workspace.fs.readFile(at(path)));
const write = (path: string, text: string): Thenable<void> => vscode.workspace.fs.writeFile(at(path), new TextEncoder().encode(text));
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
async function until<T>(what: string, find: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (const end = Date.now() + 15_000; Date.now() < end; await pause(100)) {
    const found = await find();
    if (found !== undefined) return found;
  }
  return assert.fail(`${what} did not come`);
}

const path = 'sources/lindqvist2018.md';
const abstract = 'Ferries bind the islands to the mainland. Each ministry keeps a ferry policy of its own, and none will give it up. The article reads forty timetables as treaties.';
const quote = 'Each ministry keeps a ferry policy of its own';
const text = `---
id: lindqvist2018
type: article-journal
title: "Timetables as Treaties"
---

# Abstract

${abstract}

# Notes by anna

## #ferry-policy #hedging · p. 12 · against

<!-- note n1 created=2026-09-14T10:22:05Z at=${abstract.indexOf(quote)} before="nd the islands to the mainland. " after=", and none will give it up. The " -->

> ${quote}

Offices, not states.

## #ferrypolicy · see also Lee

<!-- note n2 supports=nobody1999#n7 -->

> The article reads forty timetables as treaties

<!-- end -->
`;
const codebook = 'team: [anna]\ntags:\n  ferry-policy:\n    label: {sv: färjepolitik}\n    colour: "#00897B"\n    definition: What states do with ferries.\n    exclude: Bridges.\n  hedging: {}\n';

describe('the language of source files', function () {
  this.timeout(60_000);
  let document: vscode.TextDocument;
  let editor: vscode.TextEditor;
  const place = (words: string, shift = 1): vscode.Position => document.positionAt(document.getText().indexOf(words) + shift);
  const reset = async (): Promise<void> => {
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
    if (document.getText() !== text) await vscode.workspace.applyEdit(edit);
    if (document.isDirty) await document.save();
  };
  const told = (code: string): vscode.Diagnostic | undefined => vscode.languages.getDiagnostics(document.uri).find((one) => one.code === code);
  const fixesAt = (position: vscode.Position): Thenable<vscode.CodeAction[]> =>
    vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, new vscode.Range(position, position), vscode.CodeActionKind.QuickFix.value);
  const fix = (title: string, position: vscode.Position): Promise<vscode.CodeAction> => until(title, async () => (await fixesAt(position)).find((one) => one.title === title));
  const apply = async ({ edit }: vscode.CodeAction): Promise<void> => void assert.ok(edit !== undefined && await vscode.workspace.applyEdit(edit));

  before(async () => {
    await vscode.extensions.getExtension('commonplace.commonplace')?.activate();
    await vscode.workspace.fs.createDirectory(at('sources'));
    await write('sources/codebook.yaml', codebook);
    await write(path, text);
    document = await vscode.workspace.openTextDocument(at(path));
    editor = await vscode.window.showTextDocument(document);
    await until('the source', () => told('tag-near'));
  });

  afterEach(reset);

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await deleteInEditor(at(path), at('sources/codebook.yaml'), at('texts'));
  });

  const completions = async (line: string): Promise<vscode.CompletionItem[]> => {
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, place('<!-- end -->', 0), `${line}\n\n`);
    await vscode.workspace.applyEdit(edit);
    const end = place(`${line}\n\n<!-- end`, line.length);
    const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, end);
    return list.items.filter(({ kind }) => kind !== vscode.CompletionItemKind.Text && kind !== vscode.CompletionItemKind.Snippet);
  };
  const labels = (items: readonly vscode.CompletionItem[]): string[] => items.map(({ label }) => (typeof label === 'string' ? label : label.label));

  it('completes tags behind #, by their other names too, with how often they are used', async () => {
    const items = (await completions('## #färj')).filter(({ kind }) => kind === vscode.CompletionItemKind.EnumMember);
    assert.deepEqual(labels(items), ['#ferry-policy']);
    assert.deepEqual(items[0]?.label, { label: '#ferry-policy', detail: '  also “färjepolitik”', description: '1 note' });
  });

  it('completes stance, kind and locator with the dot before them, and none that is there', async () => {
    const items = await completions('## #hedging · for c');
    assert.deepEqual(labels(items).filter((label) => ['claim', 'comment', 'against', 'p.'].includes(label)).sort(), ['claim', 'comment', 'p.']);
    assert.equal(items.find(({ label }) => typeof label !== 'string' && label.label === 'claim')?.insertText, '· claim');
  });

  it('explains a tag: definition, what not to count, how many notes, the last passages', async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, place('#ferry-policy', 3));
    const words = hovers.flatMap(({ contents }) => contents).map((one) => (typeof one === 'string' ? one : one.value)).join('\n').replaceAll('\\', '');
    for (const part of ['#ferry-policy', '1 note in 1 paper', 'What states do with ferries.', 'Exclude', 'Bridges.', quote, 'p. 12, against']) assert.ok(words.includes(part), `${part} in ${words}`);
  });

  it('leads from a tag to its entry in the codebook and to all its notes', async () => {
    const definitions = await vscode.commands.executeCommand<vscode.Location[]>('vscode.executeDefinitionProvider', document.uri, place('#ferry-policy', 3));
    const inCodebook = definitions.filter(({ uri }) => uri.path.endsWith('codebook.yaml'));
    assert.deepEqual(inCodebook.map(({ range }) => range.start.line), [2]);
    const references = await vscode.commands.executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', document.uri, place('#hedging', 3));
    // Markdown itself lists the heading.
    const words = references.filter(({ uri }) => uri.path.endsWith(path)).map(({ range }) => document.getText(range));
    assert.deepEqual(words.filter((one) => !one.startsWith('## ')), ['#hedging']);
  });

  it('renames a tag in its notes and in the codebook, where the old name stays as an alias', async () => {
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', document.uri, place('#ferry-policy', 3), 'boats');
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.ok(document.getText().includes('## #boats #hedging · p. 12 · against'));
    const codes = await vscode.workspace.openTextDocument(at('sources/codebook.yaml'));
    assert.match(codes.getText(), /\n {2}boats:\n[^]*aliases: \[?[^\n]*ferry-policy/u);
    const back = new vscode.WorkspaceEdit();
    back.replace(codes.uri, new vscode.Range(0, 0, codes.lineCount, 0), codebook);
    await vscode.workspace.applyEdit(back);
    await codes.save();
  });

  it('lists the notes by their tags, folds the record, and colours the parts of a heading', async () => {
    const names = (symbols: readonly vscode.DocumentSymbol[]): readonly string[] => symbols.flatMap(({ name, children }) => [name, ...names(children)]);
    await until('the outline', async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri);
      return names(found).some((name) => name.includes('#ferry-policy #hedging · p. 12 · against')) ? true : undefined;
    });
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri);
    assert.ok(folds.some(({ start, end }) => start === 0 && end === 4), JSON.stringify(folds));
    const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens>('vscode.provideDocumentSemanticTokens', document.uri);
    assert.deepEqual([...tokens.data].filter((_, index) => index % 5 === 3), [0, 0, 1, 2, 0]);
  });

  it('says above the file where it is cited and how many notes it has', async () => {
    const lenses = await until('lenses', async () => {
      const found = (await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 5)).filter(({ range }) => range.start.line === 0);
      return found.length >= 2 ? found : undefined;
    });
    assert.deepEqual(lenses.map(({ command }) => command?.title), ['not cited yet', '2 notes']);
  });

  it('names the passages of a paragraph above it, each leading to its note, and follows what is typed', async () => {
    const names = async (): Promise<readonly vscode.CodeLens[]> => (await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 9)).filter(({ range }) => range.start.line > 0);
    const titles = (lenses: readonly vscode.CodeLens[]): readonly (string | undefined)[] => lenses.map(({ command }) => command?.title);
    const both = ['¹ #ferry-policy #hedging', '² #ferrypolicy'];
    const lenses = await until('the names', async () => { const found = await names(); return found.length === 2 ? found : undefined; });
    assert.deepEqual(titles(lenses), both);
    assert.ok(lenses.every(({ range }) => document.lineAt(range.start.line).text === abstract));
    const { command } = lenses[1] as vscode.CodeLens;
    await vscode.commands.executeCommand(command?.command as string, ...(command?.arguments ?? []) as readonly unknown[]);
    await until('the note', () => (document.lineAt(vscode.window.activeTextEditor?.selection.active.line ?? 0).text.startsWith('## #ferrypolicy') ? true : undefined));
    await editor.edit((edit) => edit.insert(place('Ferries', 0), 'Where there is water,\n\n'));
    assert.deepEqual(titles(await names()), both, 'at once, for what the document says now');
    assert.ok((await names()).every(({ range }) => document.lineAt(range.start.line).text === abstract));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text);
    for (const way of ['marks', undefined]) {
      await vscode.workspace.getConfiguration().update('commonplace.highlights', way, vscode.ConfigurationTarget.Workspace);
      assert.deepEqual(titles(await names()), way === 'marks' ? [] : both);
    }
  });

  it('says which tag looks like another, and takes the known one', async () => {
    const near = await until('the tag', () => [told('tag-near')].find((one) => one !== undefined && document.getText(one.range) === '#ferrypolicy'));
    await apply(await fix('Use #ferry-policy', near.range.start));
    assert.ok(document.getText().includes('## #ferry-policy · see also Lee'));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text);
  });

  it('says which words of a heading it does not know, and makes a tag of them or moves them into the note', async () => {
    const unclear = await until('the words', () => [told('note-heading')].find((one) => one !== undefined && document.getText(one.range) === 'see also Lee'));
    await apply(await fix('Move “see also Lee” into the note', unclear.range.start));
    assert.match(document.getText(), /\n## #ferrypolicy\n\n<!-- note n2[^\n]*\n\n> [^\n]*\n\nsee also Lee\n/u);
  });

  it('says which relation leads nowhere, and removes it', async () => {
    const nowhere = await until('the relation', () => [told('relation-nowhere')].find((one) => one !== undefined && document.getText(one.range) === 'nobody1999#n7'));
    await apply(await fix('Remove the relation to nobody1999#n7', nowhere.range.start));
    assert.ok(document.getText().includes('\n<!-- note n2 -->\n'));
  });

  it('asks to confirm a passage whose words have changed, and then finds it', async () => {
    await editor.edit((edit) => edit.replace(new vscode.Range(place('ferry policy of', 0), place('ferry policy of', 5)), 'steamer'));
    const moved = await until('the passage', () => told('passage-moved'));
    assert.equal(document.getText(moved.relatedInformation?.[0]?.location.range), quote.replace('ferry', 'steamer'));
    await apply(await fix('Confirm the new place, and quote what stands there', moved.range.start));
    assert.ok(document.getText().includes(`\n> ${quote.replace('ferry', 'steamer')}\n`));
    await until('nothing to confirm', () => (told('passage-moved') === undefined ? true : undefined));
  });

  it('keeps a note whose passage is gone, says so, and removes the anchor', async () => {
    await editor.edit((edit) => edit.replace(new vscode.Range(place(abstract, 0), place(abstract, abstract.length)), 'Nothing of the kind is said about lighthouses, bridges or pilots here.'));
    const lost = await until('the passage', () => told('passage-lost'));
    assert.equal(document.getText(lost.range), `> ${quote}`);
    await apply(await fix('Remove the anchor, and keep the quotation', lost.range.start));
    await until('nothing lost', () => (told('passage-lost') === undefined ? true : undefined));
    assert.ok(document.getText().includes(`<!-- note n1 created=2026-09-14T10:22:05Z -->\n\n> ${quote}`));
  });

  it('closes a file that lacks its last line', async () => {
    await editor.edit((edit) => edit.delete(new vscode.Range(place('\n<!-- end -->', 0), document.positionAt(text.length))));
    await apply(await fix('Close the file with <!-- end -->', document.positionAt(document.getText().trimEnd().length)));
    assert.equal(document.getText(), text);
  });

  it('lists what has moved or is lost in the whole library, in texts of sources too, and leads there', async () => {
    const [path, text] = [at('sources/astray2019.md'), at('astray.txt')];
    const note = (id: string, place: string, quote: string): string => `## #straying\n\n<!-- note ${id} ${place} before="" after="" -->\n\n> ${quote}\n\n`;
    const put = (uri: vscode.Uri, words: string): Thenable<void> => vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(words));
    await put(text, 'Before.\n\nPilots who know the channel by heart rarely trust the buoys.\n');
    await put(path, `---\nid: astray2019\ntype: book\ntitle: "Astray"\ntexts: ["astray.txt", "gone.txt"]\n---\n\n# Abstract\n\nHarbours are cities that wait.\n\n# Notes by anna\n\n${note('nast1', 'at=0', 'Harbours are cities that wait.')}${note('nast2', 'in="astray.txt" in-at=9', 'Pilots who know this channel by heart rarely trust their buoys.')}${note('nast3', 'in="gone.txt" in-at=0', 'Nobody has seen it.')}${note('nast4', 'at=0', 'Quite another sentence, which was cut from the abstract in March.')}<!-- end -->\n`);
    try {
      let asked = false;
      let here: readonly Astray[] = [];
      const ask = (): void => {
        asked = true;
        void vscode.commands.executeCommand<readonly Astray[] | undefined>(commands.lostPassages).then((all) => {
          asked = false;
          here = (all ?? []).filter(({ source }) => source.handle === 'astray2019');
        });
      };
      // The library reads what another program wrote when it hears of it: the list is asked for until then.
      await until('the list', async () => {
        if (here.length < 3 && !asked) ask();
        await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
        return (here.length === 3 && !asked) || undefined;
      });
      assert.deepEqual(here.map(({ note, state }) => [note.id, state]), [['nast3', 'gone'], ['nast4', 'lost'], ['nast2', 'moved']]);
      assert.match(here[2]?.text?.words.slice(here[2].text.span?.start) ?? '', /^Pilots who know the channel/u);
    } finally {
      for (const uri of [path, text]) await vscode.workspace.fs.delete(uri);
    }
  });

  it('takes a note on a passage of a text whose source is asked for once, and keeps the link', async () => {
    const words = 'Preface.\n[p. 31]\nThe envoy said nothing of ferries, and the minister less.\n';
    await write('texts/interview.txt', words);
    const other = await vscode.workspace.openTextDocument(at('texts/interview.txt'));
    const shown = await vscode.window.showTextDocument(other);
    const select = (passage: string): void => {
      const start = words.indexOf(passage);
      shown.selection = new vscode.Selection(other.positionAt(start), other.positionAt(start + passage.length));
    };
    select('The envoy said nothing');
    const taking = vscode.commands.executeCommand(commands.noteFromSelection);
    await pause(1000);
    // The picker lists the sources by name; the one meant is the first that its words find.
    await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await pause(1000);
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await taking;
    const files = (await vscode.workspace.fs.readDirectory(at('sources'))).map(([name]) => name).filter((name) => name.endsWith('.md'));
    const linked = (await Promise.all(files.map(async (name) => ({ name, text: await read(`sources/${name}`) })))).filter((one) => one.text.includes('interview.txt'));
    assert.equal(linked.length, 1);
    assert.match(linked[0]!.text, /\ncustom: \{[^\n]*"texts":\["texts\/interview\.txt"\]\}\n/u);
    assert.match(linked[0]!.text, /\n## p\. 31\n\n<!-- note n\w+ created=\S+ in="texts\/interview\.txt" in-at=17 before="[^"]*" after="[^"]*" -->\n\n> The envoy said nothing\n/u);
    select('the minister less');
    const again = vscode.commands.executeCommand(commands.noteFromSelection);
    await pause(1000);
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await again;
    assert.ok((await read(`sources/${linked[0]!.name}`)).includes('> the minister less'));
    await vscode.commands.executeCommand(commands.undoNote);
    assert.ok(!(await read(`sources/${linked[0]!.name}`)).includes('> the minister less'));
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    editor = await vscode.window.showTextDocument(document);
  });
});
