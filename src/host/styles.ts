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
  const chosen = { style: { id: styleId(name) }, locale, name };
  if (file === undefined) return chosen;
  return 'reason' in file ? standIn(chosen, file.reason) : { ...chosen, style: file };
}

/** The style that stands in for one that is not there or is none. */
export function standIn({ name, locale }: ChosenStyle, reason: string): ChosenStyle {
  return { style: { id: settings.citationStyle.default }, name: settings.citationStyle.default, locale, problem: styleNotFound(name, reason) };
}

/** The style file that a name points to: beside the document, or in a workspace folder. */
async function styleFile(name: string, from: vscode.Uri | undefined): Promise<StyleFile | undefined> {
  if (!/\.csl$/i.test(name) || /^[a-z][a-z0-9+.-]+:\/\//i.test(name)) return undefined;
  const folders = [...(from === undefined ? [] : [vscode.Uri.joinPath(from, '..')]), ...(vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri)];
  for (const folder of folders) {
    const file = await readStyle(vscode.Uri.joinPath(folder, ...name.split(/[/\\]/)));
    if (file !== undefined) return file;
  }
  return undefined;
}

/** What a style file says, or why that can’t be told. */
export type StyleFile = { readonly xml: string } | { readonly reason: string };

/** A style file in UTF-8, or in the encoding that it names itself, as XML is to be; undefined if there is none. */
export async function readStyle(uri: vscode.Uri): Promise<StyleFile | undefined> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > largest) return undefined;
    const { decoded } = await import('../core/decoding');
    const found = decoded(await vscode.workspace.fs.readFile(uri));
    if ('reason' in found) return found;
    return found.doubt === undefined ? { xml: found.text } : { reason: 'it is not in UTF-8, nor in the encoding that it names; save it as UTF-8' };
  } catch {
    return undefined;
  }
}
