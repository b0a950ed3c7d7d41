/** What can be made again, kept in the extension's own folder. The editor or the person may empty that at any time. */
import * as vscode from 'vscode';
import { textHash } from '../core/hash';
import type { Cache } from '../core/library';
import { shownText } from '../core/utf8';

/** A cache of one workspace folder, in `storage`. A text is written beside its place and takes its name in one step; what fails is as if it had not been tried. */
export function cacheOf(storage: vscode.Uri, folder: vscode.Uri): Cache {
  const place = vscode.Uri.joinPath(storage, 'library', textHash(folder.toString()));
  const at = (name: string): vscode.Uri => vscode.Uri.joinPath(place, name);
  return {
    read: async (name) => {
      try {
        return shownText(await vscode.workspace.fs.readFile(at(name)));
      } catch {
        return undefined;
      }
    },
    write: async (name, text) => {
      const temporary = at(`${name}.${crypto.getRandomValues(new Uint32Array(2)).join('-')}.tmp`);
      try {
        await vscode.workspace.fs.writeFile(temporary, new TextEncoder().encode(text));
        await vscode.workspace.fs.rename(temporary, at(name), { overwrite: true });
      } catch {
        await vscode.workspace.fs.delete(temporary).then(undefined, () => undefined);
      }
    },
  };
}
