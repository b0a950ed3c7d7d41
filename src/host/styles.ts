/** The citation style and language for a document: what it asks for itself, else the settings. */
import * as vscode from 'vscode';
import type { StyleChoice } from '../core/enginePort';
import { styleNotFound } from '../core/problem';
import type { Problem } from '../core/problem';
import { loadCiting } from './drafts';
import { settings } from './names';
import { stringSetting } from './stringSetting';

/** How references are to look. `locale` is empty for the style's own; `problem` says why another style stands in. */
export type ChosenStyle = { readonly style: StyleChoice; readonly locale: string; readonly name: string; readonly problem?: Problem };

/** Style files larger than this are not read, in bytes. */
const largest = 1024 * 1024;

/** The style of a document; without one, that of the settings. */
export async function styleFor(document?: vscode.TextDocument): Promise<ChosenStyle> {
  const { draftStyle, styleId } = await loadCiting();
  const configuration = vscode.workspace.getConfiguration(undefined, document?.uri ?? null);
  const asked = document?.languageId === 'latex' || document === undefined ? {} : draftStyle(document.getText());
  const locale = asked.lang ?? stringSetting(settings.locale, configuration);
  const name = asked.csl ?? (stringSetting(settings.citationStyle, configuration) || settings.citationStyle.default);
  const file = await styleFile(name, document?.uri);
  return { style: file === undefined ? { id: styleId(name) } : { xml: file }, locale, name };
}

/** The style that stands in for one that is not there or is none. */
export function standIn({ name, locale }: ChosenStyle, reason: string): ChosenStyle {
  return { style: { id: settings.citationStyle.default }, name: settings.citationStyle.default, locale, problem: styleNotFound(name, reason) };
}

/** The text of a style file that a name points to: beside the document, or in a workspace folder. */
async function styleFile(name: string, from: vscode.Uri | undefined): Promise<string | undefined> {
  if (!/\.csl$/i.test(name) || /^[a-z][a-z0-9+.-]+:\/\//i.test(name)) return undefined;
  const folders = [...(from === undefined ? [] : [vscode.Uri.joinPath(from, '..')]), ...(vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri)];
  for (const folder of folders) {
    const text = await readStyle(vscode.Uri.joinPath(folder, ...name.split(/[/\\]/)));
    if (text !== undefined) return text;
  }
  return undefined;
}

async function readStyle(uri: vscode.Uri): Promise<string | undefined> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    return size > largest ? undefined : new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}
