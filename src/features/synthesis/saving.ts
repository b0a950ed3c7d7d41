/** Pictures into files, where the person says. */
import * as vscode from 'vscode';
import { report } from '../../host/app';
import type { App } from '../../host/app';
import type { FromSynthesis } from '../../protocol';
import { mayWriteTo } from '../../host/trust';

type Save = Extract<FromSynthesis, { kind: 'save' }>;

const forms: { readonly [F in Save['form']]: { readonly name: string; readonly bytes: (data: string) => Uint8Array } } = {
  svg: { name: 'SVG picture', bytes: (data) => new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>\n${data}\n`) },
  png: { name: 'PNG picture', bytes: (data) => Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0)) },
};

/** Asks where to, and writes. Gives the name of the file; undefined when nothing was written. */
export async function savePicture(app: App, { form, name, data }: Save): Promise<string | undefined> {
  const file = `${name.replace(/[^\p{L}\p{N} -]/gu, '').trim() || 'picture'}.${form}`;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const uri = await vscode.window.showSaveDialog({ title: 'Save Picture', filters: { [forms[form].name]: [form] }, ...(folder !== undefined && { defaultUri: vscode.Uri.joinPath(folder, file) }) });
  if (uri === undefined || !mayWriteTo(app, uri)) return undefined;
  const failed = await app.writeOut(uri, forms[form].bytes(data));
  if (failed === undefined) return uri.path.slice(uri.path.lastIndexOf('/') + 1);
  report(app, [failed]);
  return undefined;
}
