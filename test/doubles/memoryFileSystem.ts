/** A file system that lives in memory and that only the editor reaches, as those of remote and virtual workspaces. */
import * as vscode from 'vscode';

const { FileType, FileSystemError } = vscode;

export class MemoryFileSystem implements vscode.FileSystemProvider {
  /** Files by path; a folder is what paths go through. */
  readonly files = new Map<string, { bytes: Uint8Array; mtime: number }>();
  private readonly told = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.told.event;

  watch(): vscode.Disposable {
    return { dispose: () => undefined };
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const file = this.files.get(uri.path);
    if (file !== undefined) return { type: FileType.File, ctime: 0, mtime: file.mtime, size: file.bytes.length };
    if (this.namesIn(uri).length === 0) throw FileSystemError.FileNotFound(uri);
    return { type: FileType.Directory, ctime: 0, mtime: 0, size: 0 };
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    const names = [...new Set(this.namesIn(uri))];
    if (names.length === 0) throw FileSystemError.FileNotFound(uri);
    return names.map((name) => [name, this.files.has(`${uri.path}/${name}`) ? FileType.File : FileType.Directory]);
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const file = this.files.get(uri.path);
    if (file === undefined) throw FileSystemError.FileNotFound(uri);
    return file.bytes;
  }

  writeFile(uri: vscode.Uri, bytes: Uint8Array): void {
    const type = this.files.has(uri.path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    this.files.set(uri.path, { bytes, mtime: (this.files.get(uri.path)?.mtime ?? 0) + 1 });
    this.told.fire([{ type, uri }]);
  }

  delete(uri: vscode.Uri): void {
    if (!this.files.delete(uri.path)) throw FileSystemError.FileNotFound(uri);
    this.told.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    this.writeFile(to, this.readFile(from));
    this.delete(from);
  }

  createDirectory(): void {
    // A folder is there as soon as a file is in it.
  }

  private namesIn({ path }: vscode.Uri): string[] {
    const inside = path.endsWith('/') ? path : `${path}/`;
    return [...this.files.keys()].filter((name) => name.startsWith(inside)).map((name) => name.slice(inside.length).split('/', 1)[0] ?? '');
  }
}
