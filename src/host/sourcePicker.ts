/** A picker over the sources of the window: several words in any order, ranked by the core and not by the box. */
import * as vscode from 'vscode';
import { typeLabel } from '../core/library';
import type { App } from './app';
import { createBox, drawn, type Drawn } from './boxes';
import type { Found } from './libraries';
import { oneLine, sourceLabel } from './nodes';

type Row = vscode.QuickPickItem & { readonly found: Found };

/** How many rows are shown at most; more words narrow them down. */
const most = 200;

/**
 * Let the person choose. With `many`, ticked rows are taken, and Enter on a row takes that one when none is ticked.
 * Nothing chosen: an empty list.
 */
export async function pickSources(app: App, options: { readonly title: string; readonly many: boolean; readonly from?: vscode.Uri }): Promise<readonly Found[]> {
  const search = await sourceSearch(app, options.from);
  const pick = createBox<Row>();
  pick.title = options.title;
  pick.placeholder = options.many
    ? 'Author, title, year, tag or key. Enter takes the row; tick several to take them all'
    : 'Author, title, year, tag or key';
  pick.canSelectMany = options.many;
  let ticked: readonly Drawn<Row>[] = [];
  const fill = (): void => {
    const rows = drawn(search(pick.value, most).map(rowOf)).filter((row) => !ticked.some((one) => one.found.source === row.found.source));
    pick.items = [...ticked, ...rows];
    if (options.many) pick.selectedItems = ticked;
    const first = rows[0];
    if (pick.value !== '' && first !== undefined) pick.activeItems = [first];
  };
  return new Promise((resolve) => {
    let chosen: readonly Row[] = [];
    pick.onDidChangeValue(fill);
    pick.onDidChangeSelection((rows) => { if (options.many) ticked = rows; });
    pick.onDidAccept(() => {
      chosen = ticked.length > 0 ? ticked : pick.activeItems.slice(0, 1);
      pick.hide();
    });
    pick.onDidHide(() => {
      pick.dispose();
      resolve(chosen.map((row) => row.found));
    });
    fill();
    pick.show();
  });
}

/** The sources that a query finds, best first: those of the draft's own library before others. `favoured` keys come first. */
export async function sourceSearch(app: App, from: vscode.Uri | undefined): Promise<(query: string, most: number, favoured?: readonly string[]) => readonly Found[]> {
  const own = app.libraries.of(from);
  const homes = [...app.libraries.all].sort((a, b) => Number(b === own) - Number(a === own));
  const indexes = await Promise.all(homes.map(async (home) => [home, await home.store.index()] as const));
  return (query, most, favoured) => indexes.flatMap(([home, index]) => index.search(query, most, favoured).map((source) => ({ home, source }))).slice(0, most);
}

function rowOf(found: Found): Row {
  const { item, notes } = found.source;
  const noted = notes.length === 0 ? '' : `${notes.length} ${notes.length === 1 ? 'note' : 'notes'}`;
  return {
    found,
    label: sourceLabel(item),
    description: [`@${item.id}`, typeLabel(item.type), noted].filter((part) => part !== '').join(' · '),
    detail: oneLine([item.title ?? '', item['container-title'] ?? ''].filter((part) => part !== '').join('. ')),
    alwaysShow: true,
  };
}
