/** Complete citation keys while typing: after `@` in Markdown, inside `\cite{…}` and its kin in LaTeX. */
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { draftSelector } from '../host/names';
import type { CitationCompletion, Row } from './completeCitation/completing';

/** What opens a key, and what stands inside one: the editor ends its list at a sign that is no letter. */
const triggers = ['@', '{', ',', '-', ':', '/', '`', '<', ';'];
/** What parts one word that is looked for from the next, or stands in a key, but mostly in sentences: there nothing is asked for where no citation can be open. */
const inSentences = [' ', '.', "'", '’', '+', '&'];
const opener = /[@{`<]/;
/** How far back on the line a citation may have been opened, in UTF-16 units. */
const farthest = 200;

const mayBeOpen = (document: vscode.TextDocument, { line, character }: vscode.Position): boolean =>
  opener.test(document.lineAt(line).text.slice(Math.max(0, character - farthest), character));

export function register(app: App): vscode.Disposable {
  let made: Promise<CitationCompletion> | undefined;
  const completion = (): Promise<CitationCompletion> => (made ??= import('./completeCitation/completing').then(({ CitationCompletion: Made }) => new Made(app)));
  const prepare = async (editor: vscode.TextEditor | undefined): Promise<void> => {
    if (editor !== undefined && vscode.languages.match(draftSelector, editor.document) > 0) await (await completion()).prepare(editor.document);
  };
  const quietly = (editor: vscode.TextEditor | undefined): void => { prepare(editor).catch(() => undefined); };
  quietly(vscode.window.activeTextEditor);
  return vscode.Disposable.from(vscode.window.onDidChangeActiveTextEditor(quietly), vscode.languages.registerCompletionItemProvider(draftSelector, {
    provideCompletionItems: async (document, position, token, { triggerCharacter: sign = '' }) =>
      (inSentences.includes(sign) && !mayBeOpen(document, position) ? undefined : (await completion()).complete(document, position, token)),
    resolveCompletionItem: async (row) => (await completion()).describe(row as Row),
  }, ...triggers, ...inSentences));
}
