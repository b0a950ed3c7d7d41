/** Making keys anew: what would change is shown, then changed everywhere in one step. */
import * as vscode from 'vscode';
import { regeneratedKeys } from '../../core/library';
import type { Source } from '../../core/library';
import { keysFit, keysLeftOut, keysRenamed, noSources } from '../../core/problem';
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
  const { renameKeys } = await import('./renamingKeys');
  const renamed = await renameKeys(app, renames, confirmAll);
  if ('told' in renamed) return report(app, renamed.told);
  const count = renames.reduce((sum, { names }) => sum + names.size, 0);
  if (await tell(keysRenamed(count, renamed.files).message, 'Undo') === 'Undo') await renamed.undo();
}
