/** A selected text used as a field of its record: one splice of the source file, and the field is settled. */
import * as vscode from 'vscode';
import { fieldName, isUsableField, usableFields } from '../../core/fieldNames';
import type { UsableField } from '../../core/fieldNames';
import { setFields, settle, valueInWords } from '../../core/library';
import { notSuchAField, nothingSelected, sourceGone, sourceNotOurs } from '../../core/problem';
import type { Item, Json } from '../../core/source';
import { report } from '../../host/app';
import type { App } from '../../host/app';
import { pickOne } from '../../host/boxes';
import type { Found } from '../../host/libraries';
import { pasteScheme } from '../../host/names';
import { oneLine } from '../../host/nodes';
import type { Pastes } from './pastes';
import { announce } from './target';

/** `given`: a field of CSL; without one the person is asked. */
export async function useAs(app: App, pastes: Pastes, given: unknown): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const text = editor === undefined ? '' : selected(editor);
  if (editor === undefined || text.trim() === '') return report(app, [nothingSelected()]);
  const found = await recordAt(app, pastes, editor);
  if (found === undefined) return;
  const field = isUsableField(given) ? given : await askField(found, text);
  if (field !== undefined) await setField(app, found, field, text);
}

/** All that is selected, as with several cursors; each on lines of its own. */
const selected = ({ document, selections }: vscode.TextEditor): string =>
  selections.filter((one) => !one.isEmpty).map((one) => document.getText(one)).join('\n');

/** The record that the selection is in, or undefined after the person was told why there is none. */
async function recordAt(app: App, pastes: Pastes, { document, selection }: vscode.TextEditor): Promise<Found | undefined> {
  if (document.uri.scheme !== pasteScheme) {
    const found = app.libraries.atFile(document.uri);
    if (found === undefined) report(app, [nothingSelected()]);
    return found;
  }
  const sheet = await pastes.sheetAt(document.uri, document.offsetAt(selection.start));
  if (sheet === undefined) return void report(app, [nothingSelected()]);
  const source = sheet.key === undefined ? undefined : sheet.home.store.current.sources.get(sheet.key);
  if (source === undefined) return void report(app, [sourceGone(sheet.key ?? 'This record')]);
  if (source.path === undefined) return void report(app, [sourceNotOurs(source.item.id, source.bibliography ?? '')]);
  return { home: sheet.home, source };
}

async function askField({ source }: Found, text: string): Promise<UsableField | undefined> {
  const rows = (Object.keys(usableFields) as UsableField[]).map((field) => {
    const value = source.item[field] as Json | undefined;
    return { label: usableFields[field], field, ...(value !== undefined && { description: `now ${oneLine(valueInWords(value)).slice(0, 90)}` }) };
  });
  const title = `Use “${oneLine(text).slice(0, 50)}” for ${source.item.id}`;
  return (await pickOne(rows, { title, placeHolder: 'As which field?', matchOnDescription: false }))?.field;
}

async function setField(app: App, found: Found, field: UsableField, text: string): Promise<void> {
  const { valueAs } = await import('../../core/parsing');
  const value = valueAs(field, text);
  if (value === undefined) return report(app, [notSuchAField(fieldName(field), oneLine(text).slice(0, 80))]);
  const change = await found.home.store.edit(found.source, (file) => setFields(file, { [field]: value, ...settle({ ...file.item, [field]: value } as Item, [field]) }));
  void announce(app, found, change, `${fieldName(field)} of ${found.source.item.id} is now ${oneLine(valueInWords(value)).slice(0, 120)}.`);
}
