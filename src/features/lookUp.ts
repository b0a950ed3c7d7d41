/** Look up: what the services on the internet know of a source's identifier, compared field by field; and sources added by one. */
import * as vscode from 'vscode';
import type { App } from '../host/app';
import type { Found } from '../host/libraries';
import { commands } from '../host/names';

export function register(app: App): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commands.lookUpSource, async (given?: unknown, chosen?: unknown) =>
      (await import('./lookUp/looking')).lookUpSources(app, Array.isArray(chosen) ? chosen : given)),
    vscode.commands.registerCommand(commands.addByIdentifier, async (given?: unknown) => (await import('./lookUp/looking')).addByIdentifier(app, given)),
    vscode.languages.registerCodeActionsProvider({ language: 'markdown' }, { provideCodeActions: (document, range, context) => fixes(app, document, range, context) },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] }),
  );
}

/** On what is to be looked at in a source file, and on the line of its identifier. */
function fixes(app: App, document: vscode.TextDocument, range: vscode.Range, context: vscode.CodeActionContext): vscode.CodeAction[] {
  const found = app.libraries.atFile(document.uri);
  const doubted = context.diagnostics.filter(({ source, code }) => source === 'Commonplace' && code === 'field-unsure');
  const named = /^(?:DOI|ISBN|URL|number):/u.test(document.lineAt(range.start.line).text);
  if (found === undefined || (doubted.length === 0 && !named) || !hasIdentifier(found)) return [];
  const action = new vscode.CodeAction('Look Up on the Internet and Compare…', vscode.CodeActionKind.QuickFix);
  action.command = { command: commands.lookUpSource, title: action.title, arguments: [{ kind: 'source', ...found }] };
  action.diagnostics = doubted;
  return [action];
}

const hasIdentifier = ({ source: { item } }: Found): boolean =>
  item.DOI !== undefined || (typeof item['ISBN'] === 'string' && item.type !== 'chapter') || [item.URL, item['number']].some((text) => typeof text === 'string' && /doi\.org\/|arxiv/iu.test(text));
