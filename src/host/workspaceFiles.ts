/** One workspace folder as the library sees it: what stands in unsaved editors, over what is on disk. */
import * as vscode from 'vscode';
import type { Disposable, FileEntry, Files, FileText, RawFile, WriteResult } from '../core/library/files';
import type { TextEdit } from '../core/source';
import { applyEdits } from '../core/edits';
import { utf8Text } from '../core/utf8';
import type { Disk, DiskFile } from './disk';
import { changed, failed, onlyRead, segmentsOf } from './disk';
import type { Keeping } from './keeping';
import { editAndSave, editUnsaved, showsWhole, shownDocument, unsavedDocument, untilShown, versionOf } from './openDocument';
import { watchFolder } from './watch';

export class WorkspaceFiles implements Files {
  /** `storeFolder`: the folder of source files, relative to `folder`; of these earlier versions are kept. */
  constructor(
    private readonly folder: vscode.Uri,
    private readonly disk: Disk,
    private readonly storeFolder: string,
    private readonly history?: Keeping,
  ) {}

  async list(folder: string, endings: readonly string[]): Promise<readonly FileEntry[]> {
    const entries = await this.disk.list(folder, endings);
    if (!vscode.workspace.textDocuments.some(document => document.isDirty)) return entries;
    return entries.map(entry => {
      const unsaved = unsavedDocument(this.uri(entry.path));
      return unsaved === undefined ? entry : { ...entry, stamp: versionOf(unsaved) };
    });
  }

  async read(path: string): Promise<FileText | undefined> {
    const unsaved = unsavedDocument(this.uri(path));
    if (unsaved !== undefined) return { text: unsaved.getText(), version: versionOf(unsaved) };
    const file = await this.disk.read(path);
    return file && { ...utf8Text(file.bytes), version: file.hash };
  }

  async readRaw(path: string): Promise<RawFile | undefined> {
    const unsaved = unsavedDocument(this.uri(path));
    if (unsaved !== undefined) return { raw: unsaved.getText(), version: versionOf(unsaved) };
    const file = await this.disk.read(path);
    return file && { raw: file.bytes, version: file.hash };
  }

  async readMany(paths: readonly string[]): Promise<readonly (FileText | Error | undefined)[]> {
    const { disk } = this;
    if (disk.readMany === undefined) return Promise.all(paths.map(path => this.read(path).catch(asError)));
    const unsaved = new Map(vscode.workspace.textDocuments.filter(document => document.isDirty).map(document => [document.uri.toString(), document]));
    const files = await disk.readMany(paths);
    return files.map((file, at) => {
      const document = unsaved.size === 0 ? undefined : unsaved.get(this.uri(paths[at]!).toString());
      if (document !== undefined) return { text: document.getText(), version: versionOf(document) };
      return file === undefined || file instanceof Error ? file : { ...utf8Text(file.bytes), version: file.hash };
    });
  }

  async create(path: string, text: string): Promise<WriteResult> {
    return this.kept(path, await this.disk.createExclusive(path, encode(text)));
  }

  async change(path: string, version: string, edits: readonly TextEdit[]): Promise<WriteResult> {
    // An edit in a tab would stand there and could never be saved.
    if (vscode.workspace.fs.isWritableFileSystem(this.folder.scheme) === false) return onlyRead();
    const unsaved = unsavedDocument(this.uri(path));
    if (unsaved !== undefined) return editUnsaved(unsaved, version, edits);
    const file = await this.disk.read(path).catch((fault: unknown) => failed(fault instanceof Error ? fault.message : String(fault)));
    if (file === undefined) return changed();
    if ('ok' in file) return file;
    return file.hash === version ? this.save(path, file, edits) : changed();
  }

  async replace(path: string, version: string, text: string): Promise<WriteResult> {
    const unsaved = unsavedDocument(this.uri(path));
    if (unsaved !== undefined) return editUnsaved(unsaved, version, [{ start: 0, end: unsaved.getText().length, text }]);
    const file = await this.disk.read(path).catch(() => undefined);
    if (file !== undefined) await this.keep(path, file);
    return this.put(path, version, text);
  }

  async move(path: string, version: string, to: string): Promise<WriteResult> {
    if (unsavedDocument(this.uri(path)) !== undefined) return failed('it is open in an editor with unsaved changes; save or revert it first');
    return this.kept(to, await this.disk.move(path, version, to));
  }

  async remove(path: string, version: string): Promise<WriteResult> {
    if (unsavedDocument(this.uri(path)) === undefined) return this.removeKept(path, version);
    return failed('it is open in an editor with unsaved changes; save or revert it first');
  }

  watch(listener: (paths: readonly string[] | undefined) => void): Disposable {
    return watchFolder(this.folder, this.storeFolder, listener);
  }

  private async save(path: string, file: DiskFile, edits: readonly TextEdit[]): Promise<WriteResult> {
    const from = utf8Text(file.bytes);
    if (from.damaged) return failed('it holds bytes that are not text');
    const text = applyEdits(from.text, edits);
    if (text === from.text) return { ok: true, version: file.hash };
    void this.keep(path, file);
    const shown = shownDocument(this.uri(path));
    if (shown !== undefined) await untilShown(shown.uri, from.text);
    if (shown !== undefined && showsWhole(shown, from.text)) return this.saveInEditor(path, shown, text, edits);
    return this.put(path, file.hash, text);
  }

  private async put(path: string, version: string, text: string): Promise<WriteResult> {
    const result = this.kept(path, await this.disk.replace(path, version, encode(text)));
    if (result.ok) await untilShown(this.uri(path), text);
    return result;
  }

  /** A file that is open is edited where it is open: Ctrl+Z then takes the change back at once, and the editor saves it. */
  private async saveInEditor(path: string, document: vscode.TextDocument, text: string, edits: readonly TextEdit[]): Promise<WriteResult> {
    const bom = text.startsWith('\uFEFF') ? 1 : 0;
    const done = await editAndSave(document, edits.map(({ start, end, text: put }) => ({ start: Math.max(0, start - bom), end: Math.max(0, end - bom), text: put })));
    if (done === undefined) return changed();
    if (!done.saved) return failed('the editor could not save it; the change stands there unsaved');
    const file = await this.disk.confirmed(path).catch((fault: unknown) => failed(fault instanceof Error ? fault.message : String(fault)));
    if (file !== undefined && 'ok' in file) return file;
    // What the editor did besides (it may tidy what it saves) is not taken back with our edits.
    return { ok: true, version: file !== undefined && done.text === text.slice(bom) ? file.hash : 'tidied by the editor' };
  }

  private async removeKept(path: string, version: string): Promise<WriteResult> {
    const file = this.isOurs(path) ? await this.disk.read(path).catch(() => undefined) : undefined;
    if (file !== undefined) void this.keep(path, file);
    return this.disk.remove(path, version);
  }

  // --- earlier versions: nothing waits for them, nothing fails because of them ---------------------------------------

  private isOurs(path: string): boolean {
    return this.history !== undefined && path.startsWith(`${this.storeFolder}/`);
  }

  private async keep(path: string, { bytes }: DiskFile): Promise<void> {
    if (this.isOurs(path)) await this.history?.().then((history) => history.keep(path, bytes), () => undefined);
  }

  private kept(path: string, result: WriteResult): WriteResult {
    if (result.ok && this.isOurs(path)) this.history?.().then((history) => history.written(path, result.version), () => undefined);
    return result;
  }

  private uri(path: string): vscode.Uri {
    return vscode.Uri.joinPath(this.folder, ...segmentsOf(path));
  }
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const asError = (fault: unknown): Error => (fault instanceof Error ? fault : new Error(String(fault)));
