/** Making keys anew: what would change is shown, then changed everywhere in one step. */
import * as vscode from 'vscode';
import { regeneratedKeys } from '../../core/library';
import type { Source } from '../../core/library';
import { keysFit, keysLeftOut, keysNotRenamed, keysRenamed, noSources } from '../../core/problem';
import { report, type App } from '../../host/app';
import { createBox, drawn } from '../../host/boxes';
import { readSetting, type Home } from '../../host/libraries';
import { nodesFrom, oneLine, sourceLabel } from '../../host/nodes';
import { tell } from '../../host/notices';
import type { Renames } from '../../host/renaming';
import { mayChangeMany } from '../../host/trust';

type Row = vscode.QuickPickItem & { readonly home: Home; readonly key: string };
type Answer = { readonly rows: readonly Row[]; readonly shownFirst: boolean };

/** The keys of the rows or keys that were given; without any, of every source. */
export async function regenerateKeys(app: App, given: unknown): Promise<void> {
  if (!mayChangeMany(app)) return;
  await app.libraries.ready();
  const chosen = nodesFrom(app.libraries, given);
  const all = chosen.length > 0 ? chosen : app.libraries.all.flatMap((home) => [...home.store.current.sources.values()].map((source) => ({ home, source })));
  if (all.length === 0) return report(app, [noSources()]);
  const frozen = new Set(all.filter(({ home, source }) => home.store.heldOf(source)?.frozen !== undefined).map(({ source }) => source));
  const wanted = new Set(all.map(({ source }) => source).filter((source) => !frozen.has(source)));
  const homes = [...new Set(all.map(({ home }) => home))];
  const renames = homes.map((home) => namesFor(home, (source) => wanted.has(source))).filter(({ names }) => names.size > 0);
  if (frozen.size > 0) report(app, [keysLeftOut(frozen.size)]);
  if (renames.length === 0) return frozen.size > 0 ? undefined : report(app, [keysFit(patternOf(homes[0] as Home))]);
  const answer = await ask(renames);
  if (answer !== undefined) await carryOut(app, withoutUnticked(renames, answer.rows), answer.shownFirst);
}

const patternOf = (home: Home): string => home.store.services.settings().keyPattern || readSetting('keyPattern', home.folder);

const namesFor = (home: Home, chosen: (source: Source) => boolean): Renames => ({ home, names: regeneratedKeys(home.store.current.sources.values(), chosen, patternOf(home)) });

/** With some left as they are, letters may fall otherwise: the names are made once more. */
function withoutUnticked(renames: readonly Renames[], rows: readonly Row[]): readonly Renames[] {
  if (rows.length === renames.reduce((count, { names }) => count + names.size, 0)) return renames;
  return renames.map(({ home }) => {
    const keys = new Set(rows.filter((row) => row.home === home).map(({ key }) => key));
    return namesFor(home, ({ item }) => keys.has(item.id));
  });
}

const previewButton: vscode.QuickInputButton = { iconPath: new vscode.ThemeIcon('open-preview'), tooltip: 'Show every change in its file before it is made' };

function ask(renames: readonly Renames[]): Promise<Answer | undefined> {
  const picker = createBox<Row>();
  const rows = drawn(renames.flatMap((one) => rowsOf(one)));
  picker.title = `Regenerate Keys by ${[...new Set(renames.map(({ home }) => patternOf(home)))].join(' and ')}`;
  picker.placeholder = 'Enter renames the ticked keys in drafts, sources and notes';
  picker.canSelectMany = true;
  picker.matchOnDescription = true;
  picker.buttons = [previewButton];
  picker.items = rows;
  picker.selectedItems = rows;
  return new Promise((resolve) => {
    let answer: Answer | undefined;
    const take = (shownFirst: boolean): void => {
      answer = picker.selectedItems.length === 0 ? undefined : { rows: picker.selectedItems, shownFirst };
      picker.hide();
    };
    picker.onDidAccept(() => take(false));
    picker.onDidTriggerButton(() => take(true));
    picker.onDidHide(() => { picker.dispose(); resolve(answer); });
    picker.show();
  });
}

function rowsOf({ home, names }: Renames): readonly Row[] {
  return [...names].map(([key, name]) => {
    const item = home.store.current.sources.get(key)?.item;
    const about = item === undefined ? '' : oneLine([sourceLabel(item), sourceLabel(item) === item.title ? '' : item.title ?? ''].filter(Boolean).join(', '));
    return { label: `${key} → ${name}`, description: about, home, key };
  });
}

async function carryOut(app: App, renames: readonly Renames[], confirmAll: boolean): Promise<void> {
  const files = await rename(app, renames, confirmAll);
  if (files === 'cancelled') return;
  if (files === undefined) return report(app, [keysNotRenamed()]);
  const count = renames.reduce((sum, { names }) => sum + names.size, 0);
  const chosen = await tell(keysRenamed(count, files).message, 'Undo');
  if (chosen !== 'Undo') return;
  for (const { home } of renames) await home.store.reload();
  const back = renames.map(({ home, names }) => ({ home, names: new Map([...names].map(([key, name]) => [name, key])) }));
  if (await rename(app, back, false) === undefined) report(app, [keysNotRenamed()]);
}

/** Tells of every so many calls. */
function onEach(progress: vscode.Progress<{ readonly message: string }>, every: number, words: (calls: number) => string): () => void {
  let calls = 0;
  return () => {
    calls += 1;
    if (calls % every === 0) progress.report({ message: words(calls) });
  };
}

/** More keys than this take a while: what is done is shown, and can be cancelled until the first file is changed. */
const many = 50;

/** In how many files; undefined when nothing could be changed. */
function rename(app: App, renames: readonly Renames[], confirmAll: boolean): Thenable<number | 'cancelled' | undefined> {
  const count = renames.reduce((sum, { names }) => sum + names.size, 0);
  const large = count > many;
  const location = large ? vscode.ProgressLocation.Notification : vscode.ProgressLocation.Window;
  return vscode.window.withProgress({ location, title: `Renaming ${count} ${count === 1 ? 'key' : 'keys'}`, cancellable: large }, async (progress, cancelled) => {
    const { planRenames } = await import('../../host/renaming');
    const edit = await planRenames(app, renames, { confirmAll, cancelled, onFile: onEach(progress, 100, (files) => `${files} files looked at`) });
    if (edit === undefined) return cancelled.isCancellationRequested ? 'cancelled' : undefined;
    const files = new Set(edit.entries().map(([uri]) => uri.toString())).size;
    progress.report({ message: `changing ${files} files` });
    return await vscode.workspace.applyEdit(edit, { isRefactoring: true }) ? files : undefined;
  });
}
