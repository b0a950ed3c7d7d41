/** What every feature is given. A record, not a service locator: each part knows only what it was made from. */
import * as vscode from 'vscode';
import type { Engine } from '../core/enginePort';
import type { Problem, Severity } from '../core/problem';
import { Drafts } from './drafts';
import { Libraries } from './libraries';
import type { Platform } from './platform';

export type App = {
  readonly extension: vscode.ExtensionContext;
  readonly log: vscode.LogOutputChannel;
  readonly engine: Engine;
  readonly libraries: Libraries;
  readonly drafts: Drafts;
  /** How the program names itself to services on the network, if not by itself. */
  readonly agent: string | undefined;
};

/** Make the parts; all are let go of with the extension. */
export function makeApp(extension: vscode.ExtensionContext, platform: Platform): App {
  const log = vscode.window.createOutputChannel('Commonplace', { log: true });
  const engine = platform.engine(extension.extensionUri);
  const libraries = new Libraries(platform, engine);
  const drafts = new Drafts();
  extension.subscriptions.push(log, engine, libraries, drafts);
  const { version } = extension.extension.packageJSON as { readonly version: string };
  return { extension, log, engine, libraries, drafts, agent: platform.agentOf(version) };
}

const show: { readonly [S in Severity]: (message: string) => Thenable<unknown> } = {
  error: (message) => vscode.window.showErrorMessage(message),
  warning: (message) => vscode.window.showWarningMessage(message),
  information: (message) => vscode.window.showInformationMessage(message),
};

/** Tell the person: each problem goes to the log, the gravest is shown, with how many there are besides. */
export function report(app: App, problems: readonly Problem[]): void {
  for (const problem of problems) app.log.warn(`${problem.code}: ${oneLine(problem.message)}`);
  const order: readonly Severity[] = ['error', 'warning', 'information'];
  const first = order.flatMap((severity) => problems.filter((problem) => problem.severity === severity))[0];
  if (first === undefined) return;
  const more = problems.length === 1 ? '' : ` (${problems.length - 1} more in the log, “Output: Commonplace”.)`;
  void show[first.severity](first.message + more);
}

/** Without line ends and control characters, so that foreign text can't forge a line of the log. */
const oneLine = (text: string): string => text.replace(/\p{Cc}+/gu, ' ');
