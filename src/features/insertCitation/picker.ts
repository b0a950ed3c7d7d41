/** The picker of Insert Citation: search, tick, and say where in a work and how to cite it. */
import * as vscode from 'vscode';
import { typeLabel } from '../../core/library';
import type { App } from '../../host/app';
import { createBox, drawn } from '../../host/boxes';
import type { Found } from '../../host/libraries';
import { contextKeys } from '../../host/names';
import { oneLine, sourceLabel } from '../../host/nodes';
import { sourceSearch } from '../../host/sourcePicker';
import { detailsInWords, type Choice } from './choice';

type Row = vscode.QuickPickItem & { readonly found: Found };

/** How the picker ended: these are to be cited; the details of one are wanted, or another manner; or nothing. */
export type Step =
  | { readonly kind: 'cite'; readonly found: readonly Found[] }
  | { readonly kind: 'details'; readonly found: Found }
  | { readonly kind: 'manner' }
  | undefined;

const most = 200;
const detailsButton: vscode.QuickInputButton = { iconPath: new vscode.ThemeIcon('edit'), tooltip: 'Page, Words Before and After… (Shift+Alt+K)' };

/** The picker that is open, for the key that asks for details. */
let askDetails: (() => void) | undefined;

/** Opens the details of the active row of the picker that is open. */
export const wantDetails = (): void => askDetails?.();

/** Shows the picker as the choice has it. Enter takes what is ticked, else the active row. */
export async function showPicker(app: App, document: vscode.TextDocument, choice: Choice, favoured: readonly string[], manner: string): Promise<Step> {
  const search = await sourceSearch(app, document.uri);
  const picker = createBox<Row>();
  const mannerButton: vscode.QuickInputButton = { iconPath: new vscode.ThemeIcon('symbol-method'), tooltip: `Cited as ${manner}. Choose Another…` };
  picker.title = `Insert Citation: ${manner}`;
  picker.placeholder = 'Author, title, year, tag or key. Enter cites the row; Shift+Alt+K: its page';
  picker.canSelectMany = true;
  picker.buttons = [mannerButton];
  picker.value = choice.typed;
  const fill = (): void => {
    const tickedKeys = new Set(choice.ticked.map(({ source }) => source));
    const found = search(picker.value, most, favoured).filter(({ source }) => !tickedKeys.has(source));
    const [ticked, others] = [drawn(choice.ticked.map((one) => rowOf(one, choice))), drawn(found.map((one) => rowOf(one, choice)))];
    picker.items = [...ticked, ...others];
    picker.selectedItems = ticked;
    const first = others[0];
    if (picker.value !== '' && first !== undefined) picker.activeItems = [first];
  };
  return new Promise((resolve) => {
    let step: Step;
    const leave = (next: Step): void => {
      step = next;
      choice.typed = picker.value;
      picker.hide();
    };
    askDetails = () => {
      const [active] = picker.activeItems;
      if (active !== undefined) leave({ kind: 'details', found: active.found });
    };
    picker.onDidChangeValue(fill);
    picker.onDidChangeSelection((rows) => { choice.ticked = rows.map(({ found }) => found); });
    picker.onDidTriggerButton(() => leave({ kind: 'manner' }));
    picker.onDidTriggerItemButton(({ item }) => leave({ kind: 'details', found: item.found }));
    picker.onDidAccept(() => leave({ kind: 'cite', found: choice.ticked.length > 0 ? choice.ticked : picker.activeItems.slice(0, 1).map(({ found }) => found) }));
    picker.onDidHide(() => {
      askDetails = undefined;
      void vscode.commands.executeCommand('setContext', contextKeys.picking, false);
      picker.dispose();
      resolve(step);
    });
    fill();
    void vscode.commands.executeCommand('setContext', contextKeys.picking, true);
    picker.show();
  });
}

function rowOf(found: Found, choice: Choice): Row {
  const { item, notes } = found.source;
  const details = choice.details.get(item.id);
  const noted = notes.length === 0 ? '' : `${notes.length} ${notes.length === 1 ? 'note' : 'notes'}`;
  return {
    found,
    label: sourceLabel(item),
    description: [details === undefined ? '' : detailsInWords(details), `@${item.id}`, typeLabel(item.type), noted].filter((part) => part !== '').join(' · '),
    detail: oneLine([item.title ?? '', item['container-title'] ?? ''].filter((part) => part !== '').join('. ')),
    alwaysShow: true,
    buttons: [detailsButton],
  };
}
