/** What came of adding sources: one notification, with Show and Undo. */
import * as vscode from 'vscode';
import type { Added } from '../core/library';
import type { Problem } from '../core/problem';
import { report } from './app';
import type { App } from './app';
import type { Home } from './libraries';
import { commands } from './names';

/** Something else that the notification offers. */
export type Offer = { readonly title: string; readonly run: () => Thenable<unknown> };

/** `2 sources added, 1 completed, 1 already there`. */
export function summaryOf({ added, merged, known }: Added): string {
  const parts = [
    added.length > 0 ? `${added.length} ${added.length === 1 ? 'source' : 'sources'} added` : '',
    merged.length > 0 ? `${merged.length} completed` : '',
    known.length > 0 ? `${known.length} already there` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'No sources added' : parts.join(', ');
}

/** One notification with what came in, what to look at, Show and Undo. Problems go to the log, the gravest into it. */
export function announceAdded(app: App, home: Home, added: Added, problems: readonly Problem[], offers: readonly Offer[] = []): void {
  for (const problem of problems) app.log.warn(`${problem.code}: ${problem.message}`);
  const failed = problems.find((problem) => problem.severity === 'error') ?? problems[0];
  const message = [`${summaryOf(added)}.`, failed?.message ?? ''].join(' ').trim();
  const all: readonly Offer[] = [
    ...offers,
    ...(added.added.length + added.merged.length + added.known.length > 0 ? [{ title: 'Show', run: () => show(home, added) }] : []),
    ...(added.undo.length > 0 ? [{ title: 'Undo', run: async () => report(app, await home.store.undo(added.undo)) }] : []),
  ];
  const say = failed?.severity === 'error' ? vscode.window.showErrorMessage : vscode.window.showInformationMessage;
  void say(message, ...all.map(({ title }) => title)).then((chosen) => all.find(({ title }) => title === chosen)?.run());
}

async function show(home: Home, { added, merged, known }: Added): Promise<void> {
  const key = added[0] ?? merged[0] ?? known[0];
  const source = key === undefined ? undefined : home.store.current.sources.get(key);
  if (source !== undefined) await vscode.commands.executeCommand(commands.openSource, { home, source });
}
