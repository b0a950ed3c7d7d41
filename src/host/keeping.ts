/** Earlier versions are kept from the first write on; what keeps them is loaded then. */
import * as vscode from 'vscode';
import type { Problem } from '../core/problem';
import type { Disk } from './disk';
import type { History } from './history';
import type { Platform } from './platform';

/** The history of one library. */
export type Keeping = () => Promise<History>;

/** What of an extension outlasts the window, and how the person is told that it can't be kept. */
export type Storage = { readonly folder: vscode.Uri; readonly memory: vscode.Memento; warn(problem: Problem): void };

/** The history of the library in `folder`, whose files `disk` carries. */
export function keepingOf(folder: vscode.Uri, disk: Disk, platform: Platform, { folder: storage, warn }: Storage): Keeping {
  let history: Promise<History> | undefined;
  const open = async (): Promise<History> => {
    const { History: Opened } = await import('./history');
    const place = vscode.Uri.joinPath(storage, 'history');
    await vscode.workspace.fs.createDirectory(place).then(undefined, () => undefined);
    return new Opened({ disk: platform.storageOf(place), library: folder.toString(), read: (path) => disk.read(path), now: () => `${new Date().toISOString().slice(0, 19)}Z`, warn });
  };
  return () => (history ??= open());
}
