/**
 * Earlier versions of the files of one library, outside the workspace: in a folder for each file, a copy for each version. A copy is
 * written, confirmed and read back before an older one goes. Nothing waits for it, and nothing fails because of it.
 */
import { copyOfName, historyUnkept, inOrder, nameOfCopy, surplusOf, surplusOfAll } from '../core/history';
import type { Copy } from '../core/history';
import type { Problem } from '../core/problem';
import { shownText, utf8Text } from '../core/utf8';
import type { Disk, DiskFile } from './disk';

/** An earlier version that is whole and is text; `time` as of {@link Copy}, `size` in bytes. */
export type Version = { readonly time: string; readonly size: number; readonly text: string };

/** The versions of a file, newest first, and how many copies are damaged. */
export type Versions = { readonly versions: readonly Version[]; readonly damaged: number };

/** What a history is made from. `read` gives a file of the library; `now` is ISO 8601 in UTC, to the second. */
export type HistoryPlace = {
  readonly disk: Disk;
  /** Names the library among all that are kept on this disk. */
  readonly library: string;
  read(path: string): Promise<DiskFile | undefined>;
  now(): string;
  warn(problem: Problem): void;
};

/** So many bytes are kept of all files of a library. */
const mostBytes = 200_000_000;
/** When so many files wait, new ones are not copied: an import of thousands can be made again. */
const mostWaiting = 300;
const nameFile = 'path.txt';

export class History {
  readonly #place: HistoryPlace;
  readonly #most: number;
  /** What waits, one after the other; what somebody waits for is done first. */
  #tasks: readonly { readonly path: string; readonly work: () => Promise<void> }[] = [];
  #isWorking = false;
  /** Files that were written, each with the version to be copied. */
  readonly #waiting = new Map<string, string>();
  #warned = false;
  #swept = false;

  constructor(place: HistoryPlace, most = mostBytes) {
    this.#place = place;
    this.#most = most;
  }

  /** Keep these bytes as a version of a file, unless they are the newest already. Never rejects. */
  keep(path: string, bytes: Uint8Array): Promise<void> {
    return this.#enqueue(path, () => this.#keep(path, bytes));
  }

  /** Keep what was just written, as soon as there is time: `version` is the hash of its bytes. */
  written(path: string, version: string): void {
    if (this.#waiting.size >= mostWaiting) return;
    const known = this.#waiting.has(path);
    this.#waiting.set(path, version);
    if (!known) void this.#enqueue(path, () => this.#keepWritten(path));
  }

  /** Keep a file as it stands on the disk now: it is read at once, before anybody can change it, and kept before what waits. */
  saved(path: string): void {
    const keep = async (): Promise<void> => {
      const file = await this.#place.read(path);
      if (file !== undefined) await this.#first(path, () => this.#keep(path, file.bytes));
    };
    keep().catch((error: unknown) => this.#warn(error instanceof Error ? error.message : String(error)));
  }

  /** The earlier versions of a file that can be given back. */
  of(path: string): Promise<Versions> {
    return this.#first(path, async () => {
      const folder = await this.#folderOf(path);
      const read = await Promise.all((await this.#copiesIn(folder)).map((copy) => this.#versionOf(`${folder}/${nameOfCopy(copy)}`, copy)));
      const versions = read.filter((version) => version !== undefined);
      return { versions, damaged: read.length - versions.length };
    });
  }

  /** Every path of which there are earlier versions. */
  paths(): Promise<readonly string[]> {
    return this.#first('', async () => {
      const names = await this.#place.disk.list(await libraryFolder(this.#place.library), [nameFile]);
      const texts = await Promise.all(names.map(({ path }) => this.#place.disk.read(path)));
      return texts.flatMap((file) => (file === undefined ? [] : shownText(file.bytes))).sort();
    });
  }

  #enqueue(path: string, work: () => Promise<void>): Promise<void> {
    const [run, done] = asTask(work);
    this.#tasks = [...this.#tasks, { path, work: run }];
    void this.#work();
    return done.catch((error: unknown) => this.#warn(error instanceof Error ? error.message : String(error)));
  }

  /** Before all else, but after what is to be kept of the same file. */
  #first<T>(path: string, work: () => Promise<T>): Promise<T> {
    const [run, done] = asTask(work);
    const own = this.#tasks.filter((task) => task.path === path);
    this.#tasks = [...own, { path, work: run }, ...this.#tasks.filter((task) => task.path !== path)];
    void this.#work();
    return done;
  }

  async #work(): Promise<void> {
    if (this.#isWorking) return;
    this.#isWorking = true;
    for (let next = this.#tasks[0]; next !== undefined; [next] = this.#tasks) {
      this.#tasks = this.#tasks.slice(1);
      await next.work();
    }
    this.#isWorking = false;
  }

  #warn(reason: string): void {
    if (this.#warned) return;
    this.#warned = true;
    this.#place.warn(historyUnkept(reason));
  }

  async #keepWritten(path: string): Promise<void> {
    const version = this.#waiting.get(path);
    this.#waiting.delete(path);
    const file = await this.#place.read(path);
    if (file !== undefined && file.hash === version) await this.#keep(path, file.bytes);
  }

  async #keep(path: string, bytes: Uint8Array): Promise<void> {
    const hash = await hashOf(bytes);
    const folder = await this.#folderOf(path);
    const copies = await this.#copiesIn(folder);
    if (copies[0]?.hash === hash) return;
    const copy: Copy = { number: (copies[0]?.number ?? 0) + 1, time: this.#place.now(), size: bytes.length, hash };
    if (copies.length === 0) await this.#make(`${folder}/${nameFile}`, new TextEncoder().encode(path));
    if (!(await this.#make(`${folder}/${nameOfCopy(copy)}`, bytes))) return;
    for (const old of surplusOf([copy, ...copies])) await this.#drop(`${folder}/${nameOfCopy(old)}`);
    await this.#sweep();
  }

  /** Write a file and read it back; what is not whole is taken away again. */
  async #make(path: string, bytes: Uint8Array): Promise<boolean> {
    const { disk } = this.#place;
    const made = await disk.createExclusive(path, bytes);
    if (!made.ok) return made.why === 'exists' || this.#failed(made.reason);
    if ((await disk.read(path))?.hash === made.version) return true;
    await this.#drop(path);
    return this.#failed('what was read back is not what was written');
  }

  #failed(reason: string): false {
    this.#warn(reason);
    return false;
  }

  async #drop(path: string): Promise<void> {
    const file = await this.#place.disk.read(path);
    if (file !== undefined) await this.#place.disk.remove(path, file.hash);
  }

  /** Once in a window, everything of this library is held to its limit. */
  async #sweep(): Promise<void> {
    if (this.#swept) return;
    this.#swept = true;
    const entries = await this.#place.disk.list(await libraryFolder(this.#place.library), ['.copy']);
    const folders = new Map<string, Copy[]>();
    for (const { path } of entries) {
      const [folder, copy] = [path.slice(0, path.lastIndexOf('/')), copyOfName(path.slice(path.lastIndexOf('/') + 1))];
      if (copy !== undefined) folders.set(folder, [...folders.get(folder) ?? [], copy]);
    }
    const files = [...folders].map(([folder, copies]) => ({ folder, copies }));
    for (const [{ folder }, copy] of surplusOfAll(files, this.#most)) await this.#drop(`${folder}/${nameOfCopy(copy)}`);
  }

  async #folderOf(path: string): Promise<string> {
    return `${await libraryFolder(this.#place.library)}/${(await hashOf(new TextEncoder().encode(path))).slice(0, 32)}`;
  }

  /** Newest first. */
  async #copiesIn(folder: string): Promise<readonly Copy[]> {
    const entries = await this.#place.disk.list(folder, ['.copy']);
    return inOrder(entries.flatMap(({ path }) => copyOfName(path.slice(folder.length + 1)) ?? []));
  }

  /** A copy whose bytes are not those it was made from, or are no text, is never given back. */
  async #versionOf(path: string, { time, size, hash }: Copy): Promise<Version | undefined> {
    const file = await this.#place.disk.read(path).catch(() => undefined);
    const text = file?.hash === hash ? textOf(file.bytes) : undefined;
    return text === undefined ? undefined : { time, size, text };
  }
}

/** Work that is begun by calling the first part, and the promise of its outcome. */
function asTask<T>(work: () => Promise<T>): readonly [() => Promise<void>, Promise<T>] {
  let begin: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => { begin = resolve; });
  const outcome = begun.then(work);
  return [() => { begin(); return outcome.then(() => undefined, () => undefined); }, outcome];
}

/** The text of bytes that are whole UTF-8 without NUL and say something. */
function textOf(bytes: Uint8Array): string | undefined {
  const { text, damaged } = utf8Text(bytes);
  return damaged === true || text.trim() === '' || text.includes('\0') ? undefined : text;
}

const libraryFolder = async (library: string): Promise<string> => (await hashOf(new TextEncoder().encode(library))).slice(0, 32);

async function hashOf(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
