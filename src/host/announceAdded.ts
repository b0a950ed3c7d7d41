/** What came of adding sources: one notification, with Show and Undo. */
import * as vscode from 'vscode';
import type { Added } from '../core/library';
import type { Problem } from '../core/problem';
import { report } from './app';
import type { App } from './app';
import type { Home } from './libraries';
import { commands } from './names';
import { say } from './notices';

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

/** Why records were taken for works that are there: `okafor2019: the same DOI.`; of several, how many for which reason. */
function reasons({ outcomes }: Added): string {
  const met = outcomes.flatMap(({ key, sameness }) => (sameness === undefined ? [] : [{ key, why: lowerFirst(sameness.why) }]));
  const [first] = met;
  if (first === undefined) return '';
  if (met.length === 1) return `${first.key}: ${first.why}`;
  const byReason = new Map<string, number>();
  for (const { why } of met) byReason.set(why, (byReason.get(why) ?? 0) + 1);
  return [...byReason].slice(0, 3).map(([why, count]) => `${count} by ${why}`).join(' ');
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/**
 * One notification with what came in, why works were taken for ones that are there, what to look at, and Undo; Show, unless a
 * review of all is offered. Problems go to the log, the gravest into it.
 */
export function announceAdded(app: App, home: Home, added: Added, problems: readonly Problem[], offers: readonly Offer[] = []): void {
  for (const problem of problems) app.log.warn(`${problem.code}: ${problem.message}`);
  const failed = problems.find((problem) => problem.severity === 'error') ?? problems[0];
  const message = [`${summaryOf(added)}.`, reasons(added), failed?.message ?? ''].filter((part) => part !== '').join(' ');
  const isThere = added.added.length + added.merged.length + added.known.length > 0;
  const isMerge = added.outcomes.length > 0 && added.outcomes.every(({ kind }) => kind === 'merge');
  const all: readonly Offer[] = [
    ...(isThere && !offers.some(({ title }) => title === 'Review') ? [{ title: 'Show', run: () => show(home, added) }] : []),
    ...offers,
    ...(added.undo.length > 0 ? [{ title: isMerge ? 'Undo Merge' : 'Undo', run: async () => report(app, await home.store.undo(added.undo)) }] : []),
  ];
  void say(failed?.severity === 'error' ? 'error' : 'information', message, ...all.map(({ title }) => title)).then((chosen) => all.find(({ title }) => title === chosen)?.run());
}

async function show(home: Home, { added, merged, known }: Added): Promise<void> {
  const key = added[0] ?? merged[0] ?? known[0];
  const source = key === undefined ? undefined : home.store.current.sources.get(key);
  if (source !== undefined) await vscode.commands.executeCommand(commands.openSource, { home, source });
}
