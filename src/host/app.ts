/** What every feature is given. A record, not a service locator: each part knows only what it was made from. */
import * as vscode from 'vscode';
import type { Engine } from '../core/enginePort';
import { logText } from '../core/exits';
import type { Problem, Severity } from '../core/problem';
import { Drafts } from './drafts';
import type { SourcesInScope } from './knownSources';
import { Libraries } from './libraries';
import { say } from './notices';
import type { Platform } from './platform';
import { writeOut } from './writeOut';

/** The output channel. Whatever is told to it is written as one line. */
type Log = { warn(text: string): void; error(text: string): void };

export type App = {
  readonly extension: vscode.ExtensionContext;
  readonly log: Log;
  readonly engine: Engine;
  readonly libraries: Libraries;
  readonly drafts: Drafts;
  /** Which sources a draft may cite: one for all who ask, made when first asked. */
  readonly inScope: () => Promise<SourcesInScope>;
  /** Writes an export where the person says; gives what went wrong. What stood there is replaced whole or not at all. */
  readonly writeOut: (to: vscode.Uri, bytes: Uint8Array) => Promise<Problem | undefined>;
  /** How the program names itself to services on the network, if not by itself. */
  readonly agent: string | undefined;
};

/** Make the parts; all are let go of with the extension. */
export function makeApp(extension: vscode.ExtensionContext, platform: Platform): App {
  const channel = vscode.window.createOutputChannel('Commonplace', { log: true });
  const log: Log = { warn: (text) => channel.warn(logText(text)), error: (text) => channel.error(logText(text)) };
  const engine = platform.engine(extension.extensionUri);
  const warn = (problem: Problem): void => report({ log }, [problem]);
  const libraries = new Libraries(platform, engine, { folder: extension.globalStorageUri, memory: extension.workspaceState, warn });
  const drafts = new Drafts((uris) => libraries.textsOf(uris));
  extension.subscriptions.push(channel, engine, libraries, drafts);
  const { version } = extension.extension.packageJSON as { readonly version: string };
  let scope: Promise<SourcesInScope> | undefined;
  const inScope = (): Promise<SourcesInScope> => (scope ??= import('./knownSources').then(({ SourcesInScope: Made }) => new Made({ engine, libraries, drafts })));
  return { extension, log, engine, libraries, drafts, inScope, agent: platform.agentOf(version), writeOut: (to, bytes) => writeOut(to, bytes, platform.putOver) };
}

/** Tell the person: each problem goes to the log, the gravest is shown, with how many there are besides. */
export function report(app: Pick<App, 'log'>, problems: readonly Problem[]): void {
  for (const problem of problems) app.log.warn(`${problem.code}: ${problem.message}`);
  const order: readonly Severity[] = ['error', 'warning', 'information'];
  const first = order.flatMap((severity) => problems.filter((problem) => problem.severity === severity))[0];
  if (first === undefined) return;
  const more = problems.length === 1 ? '' : ` (${problems.length - 1} more in the log, “Output: Commonplace”.)`;
  void say(first.severity, first.message + more);
}
