/**
 * A workspace folder that only VS Code reaches: virtual, remote by an extension, or in the browser. The promise is
 * weaker than on a disk of one's own: what was written is read back and compared, but a crash in between may tear it.
 */
import * as vscode from 'vscode';
import type { FileEntry, WriteResult } from '../core/library/files';
import type { Disk, DiskFile } from './disk';
import { Refusal, changed, endsInOneOf, exists, failed, isHidden, largestFile, notAFile, onlyRead, segmentsOf, tooLarge } from './disk';
import { Gate, Queues } from './queue';

export class WorkspaceDisk implements Disk {
  private readonly queues = new Queues();
  private readonly gate = new Gate(16);

  constructor(private readonly folder: vscode.Uri) {}

  async list(folder: string, endings: readonly string[]): Promise<readonly FileEntry[]> {
    const named = await vscode.workspace.fs.readDirectory(this.uri(folder)).then(found => found, undefinedIfAbsent) ?? [];
    const shown = named.filter(([name]) => !isHidden(name));
    const within = shown.map(([name, type]) => this.within(folder === '' ? name : `${folder}/${name}`, type, endings));
    return (await Promise.all(within)).flat();
  }

  private async within(path: string, type: vscode.FileType, endings: readonly string[]): Promise<readonly FileEntry[]> {
    if (type === vscode.FileType.Directory) return this.list(path, endings);
    return isFile(type) && endsInOneOf(path, endings) ? this.entry(path) : [];
  }

  read(path: string): Promise<DiskFile | undefined> {
    return this.gate.run(async () => {
      const stat = await this.stat(path);
      if (stat === undefined) return undefined;
      if (!isFile(stat.type)) throw notAFile();
      if (stat.size > largestFile) throw tooLarge();
      const bytes = await vscode.workspace.fs.readFile(this.uri(path)).then(found => found, undefinedIfAbsent);
      return bytes && { bytes, hash: await hashOf(bytes) };
    });
  }

  confirmed(path: string): Promise<DiskFile | undefined> {
    return this.read(path);
  }

  createExclusive(path: string, bytes: Uint8Array): Promise<WriteResult> {
    return this.write(path, async () => await this.stat(path) === undefined ? this.put(path, bytes) : exists());
  }

  replace(path: string, expectedHash: string, bytes: Uint8Array): Promise<WriteResult> {
    return this.write(path, async () => await this.holds(path, expectedHash) ? this.put(path, bytes) : changed());
  }

  move(path: string, expectedHash: string, to: string): Promise<WriteResult> {
    return this.write(path, async () => {
      if (!await this.holds(path, expectedHash)) return changed();
      if (await this.stat(to) !== undefined && to.toLowerCase() !== path.toLowerCase()) return exists();
      await vscode.workspace.fs.rename(this.uri(path), this.uri(to), { overwrite: false });
      return { ok: true, version: expectedHash };
    });
  }

  remove(path: string, expectedHash: string): Promise<WriteResult> {
    return this.write(path, async () => {
      if (!await this.holds(path, expectedHash)) return changed();
      await vscode.workspace.fs.delete(this.uri(path));
      return { ok: true, version: expectedHash };
    });
  }

  private uri(path: string): vscode.Uri {
    return vscode.Uri.joinPath(this.folder, ...segmentsOf(path));
  }

  private stat(path: string): Promise<vscode.FileStat | undefined> {
    return Promise.resolve(vscode.workspace.fs.stat(this.uri(path)).then(found => found, undefinedIfAbsent));
  }

  private entry(path: string): Promise<readonly FileEntry[]> {
    return this.gate.run(async () => {
      const stat = await this.stat(path);
      return stat === undefined ? [] : [{ path, stamp: `${stat.mtime}-${stat.size}` }];
    });
  }

  private async holds(path: string, hash: string): Promise<boolean> {
    return (await this.read(path))?.hash === hash;
  }

  private async put(path: string, bytes: Uint8Array): Promise<WriteResult> {
    const version = await hashOf(bytes);
    await vscode.workspace.fs.writeFile(this.uri(path), bytes);
    return await this.holds(path, version) ? { ok: true, version } : failed('what was read back is not what was written; look at the file');
  }

  private write(path: string, task: () => Promise<WriteResult>): Promise<WriteResult> {
    return this.queues.run(path, async () => {
      try {
        if (vscode.workspace.fs.isWritableFileSystem(this.folder.scheme) === false) return onlyRead();
        return await task();
      } catch (fault) {
        return failed(reasonOf(fault));
      }
    });
  }
}

/** A link has the type of what it leads to beside its own. */
const isFile = (type: vscode.FileType): boolean => (type & vscode.FileType.File) !== 0;

async function hashOf(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  return Array.from(new Uint8Array(digest), byte => byte.toString(16).padStart(2, '0')).join('');
}

function undefinedIfAbsent(fault: unknown): undefined {
  const code = fault instanceof vscode.FileSystemError ? fault.code : undefined;
  if (code !== 'FileNotFound' && code !== 'FileNotADirectory') throw fault;
}

const reasons: Readonly<Record<string, string>> = {
  NoPermissions: 'permission was denied',
  Unavailable: 'the workspace can’t be reached; check the connection',
};

function reasonOf(fault: unknown): string {
  if (fault instanceof Refusal) return fault.message;
  if (fault instanceof vscode.FileSystemError) return reasons[fault.code] ?? fault.message;
  return fault instanceof Error ? fault.message : String(fault);
}
