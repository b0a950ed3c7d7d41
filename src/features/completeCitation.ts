/** Complete citation keys while typing: after `@` in Markdown, inside `\cite{…}` and its kin in LaTeX. */
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { draftSelector } from '../host/names';
import type { CitationCompletion, Row } from './completeCitation/completing';

/** What opens a key, and what stands inside one: the editor ends its list at a sign that is no letter. */
const triggers = ['@', '{', ',', '-', ':', '/', '`', '<', ';'];

export function register(app: App): vscode.Disposable {
  let made: Promise<CitationCompletion> | undefined;
  const completion = (): Promise<CitationCompletion> => (made ??= import('./completeCitation/completing').then(({ CitationCompletion: Made }) => new Made(app)));
  return vscode.languages.registerCompletionItemProvider(draftSelector, {
    provideCompletionItems: async (document, position, token) => (await completion()).complete(document, position, token),
    resolveCompletionItem: async (row) => (await completion()).describe(row as Row),
  }, ...triggers);
}
