/**
 * Source files as a language of their own: tags, stances, kinds and locators of notes are completed, explained, found, renamed, coloured
 * and checked. Here all is only registered; the work loads with the first source file.
 */
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { settings } from '../host/names';
import type { Language } from './sourceLanguage/language';

/** How long after a change files are checked, in milliseconds. */
const pause = 300;
/** What opens a tag or a part of a heading, and what stands inside a tag: the editor ends its list at a sign that is no letter. */
const triggers = ['#', '·', ' ', '-', '/'];
/** What the parts of a heading are coloured as, in the order of their numbers. */
const legend = new vscode.SemanticTokensLegend(['enumMember', 'number', 'keyword', 'type']);

export function register(app: App): vscode.Disposable {
  let loaded: Promise<Language> | undefined;
  const isSource = (document: vscode.TextDocument): boolean => document.languageId === 'markdown' && app.libraries.atFile(document.uri) !== undefined;
  const language = (): Promise<Language> => (loaded ??= import('./sourceLanguage/language').then(({ openLanguage }) => openLanguage(app)));
  /** The work on a source file; nothing for any other document. */
  const on = async <T>(document: vscode.TextDocument, work: (language: Language) => T | Promise<T>): Promise<T | undefined> => (isSource(document) ? work(await language()) : undefined);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const check = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (loaded !== undefined || vscode.workspace.textDocuments.some(isSource)) void language().then((one) => one.check(vscode.workspace.textDocuments.filter(isSource)));
    }, pause);
  };
  const selector = { language: 'markdown' };
  check();
  return vscode.Disposable.from(
    { dispose: () => { clearTimeout(timer); void loaded?.then((one) => one.dispose()); } },
    vscode.workspace.onDidOpenTextDocument(check),
    vscode.workspace.onDidChangeTextDocument(({ document }) => { if (isSource(document)) check(); }),
    vscode.workspace.onDidCloseTextDocument(check),
    vscode.workspace.onDidChangeConfiguration((event) => { if (event.affectsConfiguration(settings.sourcesFolder.name)) check(); }),
    app.libraries.onDidChange(check),
    vscode.languages.registerCompletionItemProvider(selector, {
      provideCompletionItems: (document, position) => (document.lineAt(position.line).text.startsWith('##') ? on(document, (one) => one.complete(document, position)) : undefined),
    }, ...triggers),
    vscode.languages.registerHoverProvider(selector, { provideHover: (document, position) => on(document, (one) => one.hover(document, position)) }),
    vscode.languages.registerDefinitionProvider(selector, { provideDefinition: (document, position) => on(document, (one) => one.definition(document, position)) }),
    vscode.languages.registerReferenceProvider(selector, { provideReferences: (document, position, _, stop) => on(document, (one) => one.references(document, position, stop)) }),
    vscode.languages.registerRenameProvider(selector, {
      prepareRename: (document, position) => on(document, (one) => one.renamedHere(document, position)),
      provideRenameEdits: (document, position, name) => on(document, (one) => one.rename(document, position, name)),
    }),
    vscode.languages.registerFoldingRangeProvider(selector, { provideFoldingRanges: (document) => on(document, (one) => one.folds(document)) }),
    vscode.languages.registerDocumentSemanticTokensProvider(selector, { provideDocumentSemanticTokens: (document) => on(document, (one) => one.colours(document, legend)) }, legend),
    vscode.languages.registerCodeLensProvider(selector, { onDidChangeCodeLenses: app.libraries.onDidChange, provideCodeLenses: (document) => on(document, (one) => one.lenses(document)) }),
    vscode.languages.registerCodeActionsProvider(selector, { provideCodeActions: (document, range) => on(document, (one) => one.fixes(document, range)) }, { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] }),
  );
}
