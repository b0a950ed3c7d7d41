/** A link `vscode://commonplace.commonplace/add?text=…` (or `doi=…`) brings a source in from a browser or a reference manager, once the person agrees. */
import * as vscode from 'vscode';
import { linkEmpty } from '../core/problem';
import { report, type App } from '../host/app';
import { commands } from '../host/names';
import { answerTo } from '../host/notices';

/** Links are no place for whole libraries, in UTF-16 code units. */
const longest = 200_000;
const longestShown = 400;

export function register(app: App): vscode.Disposable {
  return vscode.window.registerUriHandler({ handleUri: (uri) => takeFrom(app, uri) });
}

async function takeFrom(app: App, uri: vscode.Uri): Promise<void> {
  const query = new URLSearchParams(uri.query);
  const doi = query.get('doi')?.trim() ?? '';
  const text = (query.get('text') ?? doi).slice(0, longest);
  if (uri.path !== '/add' || text.trim() === '') return report(app, [linkEmpty()]);
  const shown = text.length > longestShown ? `${text.slice(0, longestShown)} …` : text;
  const answer = await answerTo('information', 'A link from outside wants to add this to your sources.', shown, 'Add');
  if (answer === 'Add') await vscode.commands.executeCommand(commands.pasteSources, text);
}
