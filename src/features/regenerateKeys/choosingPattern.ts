/** Choosing the pattern of keys: as one types, one’s own sources show the keys it gives. */
import * as vscode from 'vscode';
import { bracketsClose, keyByPattern, takesSomething, unknownInPattern } from '../../core/library';
import type { Source } from '../../core/library';
import { patternEmpty, patternUnclosed, patternUnknown, type Problem } from '../../core/problem';
import type { App } from '../../host/app';
import { createBox, drawn, type Row as BoxRow } from '../../host/boxes';
import type { Home } from '../../host/libraries';
import { commands, settings } from '../../host/names';
import { stringSetting } from '../../host/stringSetting';
import { oneLine, sourceLabel } from '../../host/nodes';
import { tell } from '../../host/notices';

type Row = BoxRow & { readonly pattern?: string };

/** So many sources show their keys. */
const mostShown = 12;

/** Patterns that people use, and what they are good for. */
const usual: readonly (readonly [string, string])[] = [
  ['[auth][year]', 'author and year: lee2018'], ['[auth]_[shorttitle]_[year]', 'with the first telling words of the title'], ['[Auth][year][veryshorttitle]', 'with one word, and a capital'],
  ['[auth:lower][Title:nopunct:skipwords:select=1,1][year]', 'as Better BibTeX’s default'], ['[authors][shortyear]', 'up to three authors, two digits of the year'], ['[authetal]:[year]', 'lee:2018, leeetal:2019'],
];

export async function chooseKeyPattern(app: App): Promise<void> {
  await app.libraries.ready();
  const home = app.libraries.of(vscode.window.activeTextEditor?.document.uri);
  const now = stringSetting(settings.keyPattern, vscode.workspace.getConfiguration(undefined, home?.folder));
  const pattern = await ask(examplesOf(home), now);
  if (pattern === undefined || pattern === now) return;
  await save(home, pattern);
  const chosen = await tell(`New sources get their keys by ${pattern}.`, 'Regenerate Keys…');
  if (chosen !== undefined) await vscode.commands.executeCommand(commands.regenerateKeys);
}

/** Sources of several years and kinds rather than twelve by one author. */
function examplesOf(home: Home | undefined): readonly Source[] {
  const all = [...home?.store.current.sources.values() ?? []];
  const step = Math.max(1, Math.floor(all.length / mostShown));
  return all.filter((_, index) => index % step === 0).slice(0, mostShown);
}

function ask(examples: readonly Source[], now: string): Promise<string | undefined> {
  const picker = createBox<Row>();
  picker.title = 'Key Pattern';
  picker.placeholder = 'Parts in brackets, as in [auth][year]; filters behind a colon, as in [title:skipwords:select=1,2]';
  const show = (): void => {
    picker.items = drawn(rowsFor(picker.value.trim(), examples));
    // Enter means what is typed, and nothing while that is no pattern.
    picker.activeItems = picker.items.filter(({ kind }) => kind !== vscode.QuickPickItemKind.Separator).slice(0, 1);
  };
  picker.value = now;
  show();
  return new Promise((resolve) => {
    let chosen: string | undefined;
    picker.onDidChangeValue(show);
    picker.onDidAccept(() => {
      const pattern = picker.activeItems[0]?.pattern;
      if (pattern === undefined || troubleOf(pattern) !== undefined) return;
      chosen = pattern;
      picker.hide();
    });
    picker.onDidHide(() => { picker.dispose(); resolve(chosen); });
    picker.show();
  });
}

/** What is wrong with a pattern, if anything. */
function troubleOf(pattern: string): Problem | undefined {
  if (!bracketsClose(pattern)) return patternUnclosed();
  const unknown = unknownInPattern(pattern);
  if (unknown.length > 0) return patternUnknown(unknown);
  return takesSomething(pattern) ? undefined : patternEmpty();
}

/** The editor’s own filter would take rows away that do not hold what is typed. */
const always = { alwaysShow: true } as const;

function rowsFor(typed: string, examples: readonly Source[]): readonly Row[] {
  const heading = (label: string): Row => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const others = usual.filter(([pattern]) => pattern !== typed).map(([pattern, about]): Row => ({ icon: 'key', label: 'Use', description: `${pattern} · ${about}`, pattern, ...always }));
  if (typed === '') return [heading('Patterns that people use'), ...others];
  const trouble = troubleOf(typed);
  const use: Row = trouble === undefined ? { icon: 'check', label: 'Use This Pattern', description: typed, pattern: typed, ...always } : { icon: 'error', label: 'Not Yet a Pattern', detail: trouble.message, ...always };
  const shown = trouble === undefined ? examples.map((source) => exampleRow(source, typed)) : [];
  return [use, ...(shown.length > 0 ? [heading('Your sources would have these keys'), ...shown] : []), heading('Patterns that people use'), ...others];
}

function exampleRow(source: Source, pattern: string): Row {
  const key = keyByPattern(source, pattern);
  return { label: key === '' ? '(no key: nothing is known)' : key, description: `${source.item.id === key ? 'as now' : `now ${source.item.id}`} · ${oneLine([sourceLabel(source.item), source.item.title ?? ''].join(', '))}`, pattern, ...always };
}

/** Where it is set already, else for this workspace. */
async function save(home: Home | undefined, pattern: string): Promise<void> {
  const configuration = vscode.workspace.getConfiguration(undefined, home?.folder);
  const inspected = configuration.inspect<string>(settings.keyPattern.name);
  const target = inspected?.workspaceFolderValue !== undefined ? vscode.ConfigurationTarget.WorkspaceFolder
    : vscode.workspace.workspaceFolders === undefined || (inspected?.globalValue !== undefined && inspected.workspaceValue === undefined) ? vscode.ConfigurationTarget.Global : vscode.ConfigurationTarget.Workspace;
  await configuration.update(settings.keyPattern.name, pattern, target);
}
