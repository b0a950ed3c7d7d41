/** A workspace folder in memory, for tests of what stands on the port `Files`. */
import { createHash } from 'node:crypto';
import type { Disposable, FileEntry, Files, FileText, WriteResult } from '../../src/core/library/files';
import type { TextEdit } from '../../src/core/source';
import { applyEdits } from '../../src/core/edits';

type Listener = Parameters<Files['watch']>[0];

const versionOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const refused = (why: 'changed' | 'exists'): WriteResult => ({ ok: false, why, reason: why });

export class MemoryFiles implements Files {
  readonly texts: Map<string, string>;
  private readonly listeners = new Set<Listener>();
  private changes = 0;

  constructor(texts: Readonly<Record<string, string>> = {}) {
    this.texts = new Map(Object.entries(texts));
  }

  async list(folder: string, endings: readonly string[]): Promise<readonly FileEntry[]> {
    return [...this.texts]
      .filter(([path]) => (folder === '' || path.startsWith(`${folder}/`)) && endings.some(ending => path.endsWith(ending)))
      .map(([path, text]) => ({ path, stamp: versionOf(text) }));
  }

  async read(path: string): Promise<FileText | undefined> {
    const text = this.texts.get(path);
    return text === undefined ? undefined : { text, version: versionOf(text) };
  }

  async create(path: string, text: string): Promise<WriteResult> {
    return this.texts.has(path) ? refused('exists') : this.put(path, text);
  }

  async change(path: string, version: string, edits: readonly TextEdit[]): Promise<WriteResult> {
    const text = this.texts.get(path);
    return text === undefined || versionOf(text) !== version ? refused('changed') : this.put(path, applyEdits(text, edits));
  }

  async replace(path: string, version: string, text: string): Promise<WriteResult> {
    return versionOf(this.texts.get(path) ?? '') !== version ? refused('changed') : this.put(path, text);
  }

  async remove(path: string, version: string): Promise<WriteResult> {
    const text = this.texts.get(path);
    if (text === undefined || versionOf(text) !== version) return refused('changed');
    this.outside(path, undefined);
    return { ok: true, version };
  }

  async move(path: string, version: string, to: string): Promise<WriteResult> {
    const text = this.texts.get(path);
    if (text === undefined || versionOf(text) !== version) return refused('changed');
    if (this.texts.has(to)) return refused('exists');
    this.outside(path, undefined);
    return this.put(to, text);
  }

  watch(listener: Listener): Disposable {
    this.listeners.add(listener);
    return { dispose: () => void this.listeners.delete(listener) };
  }

  /** Another program writes a file, or deletes it. Listeners are told at the next turn, as by a real disk. */
  outside(path: string, text: string | undefined): void {
    if (text === undefined) this.texts.delete(path);
    else this.texts.set(path, text);
    this.tell([path]);
  }

  /** How many writes came through the port. */
  get writes(): number {
    return this.changes;
  }

  private put(path: string, text: string): WriteResult {
    this.changes++;
    this.outside(path, text);
    return { ok: true, version: versionOf(text) };
  }

  /** As a real disk: in a batch at the next turn. `undefined`: anything may have changed. */
  tell(paths: readonly string[] | undefined): void {
    setImmediate(() => this.listeners.forEach(listener => listener(paths)));
  }
}
