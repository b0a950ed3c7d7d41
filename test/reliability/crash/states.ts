/**
 * The states in which a disk may be found when the power fails, after ALICE (Pillai et al., OSDI 2014): at each moment, of what was not
 * confirmed anything may be missing. Bytes of a file that was not confirmed since they were written may be there, be half there, be NUL, or not be
 * there; names that a folder was told and did not confirm may each be there or not, in any combination; one name is given or taken at a time.
 */
import { dirname } from 'node:path';
import type { Call } from './recording';

/** What a disk holds after a failure: the bytes of each path. `done`: how many calls had been made; `marked`: how many up to the last mark. */
export type State = { readonly files: ReadonlyMap<string, Buffer>; readonly done: number; readonly marked: number };

type NameChange = { readonly at: number; readonly folder: string; readonly set: readonly (readonly [string, number])[]; readonly drop: readonly string[] };

/** Above so many names in doubt not every combination is tried, but those with few missing, those with few there, and many by chance. */
const mostInDoubt = 10;

const folderInode = -1;

class Disk {
  /** What every file was told to hold, and what it is certain to hold. */
  readonly told = new Map<number, Buffer>();
  readonly sure = new Set<number>();
  /** The names that are certain, and the changes of names that are not, in their order. */
  names: ReadonlyMap<string, number> = new Map();
  doubtful: readonly NameChange[] = [];
  readonly folders = new Set<string>();
  done = 0;
  marked = 0;
  /** The names as the running system sees them. */
  private seen: ReadonlyMap<string, number> = new Map();

  take(call: Call): void {
    this.done += 1;
    switch (call.kind) {
      case 'make': this.told.set(call.inode, Buffer.alloc(0)); this.sure.delete(call.inode); this.change(dirname(call.path), [[call.path, call.inode]]); break;
      case 'write': this.told.set(call.inode, written(this.told.get(call.inode) ?? Buffer.alloc(0), call.at, call.bytes)); this.sure.delete(call.inode); break;
      case 'confirm': this.sure.add(call.inode); break;
      case 'confirmFolder': this.confirmFolder(call.path, call.before); break;
      case 'link': this.change(dirname(call.to), [[call.to, this.at(call.from)]]); break;
      case 'rename': this.change(dirname(call.to), [[call.to, this.at(call.from)]], [call.from]); break;
      case 'remove': this.change(dirname(call.path), [], [call.path]); break;
      case 'makeFolder': this.folders.add(call.path); this.change(dirname(call.path), [[call.path, folderInode]]); break;
      case 'mark': this.marked = this.done; break;
    }
  }

  private at(path: string): number {
    const inode = this.seen.get(path);
    if (inode === undefined) throw new Error(`${path} was named before it was made`);
    return inode;
  }

  private change(folder: string, set: NameChange['set'], drop: readonly string[] = []): void {
    const one = { at: this.done, folder, set, drop };
    this.seen = applied(this.seen, [one]);
    this.doubtful = [...this.doubtful, one];
  }

  private confirmFolder(folder: string, before: number): void {
    const isServed = (one: NameChange): boolean => one.folder === folder && one.at <= before;
    this.names = applied(this.names, this.doubtful.filter(isServed));
    this.doubtful = this.doubtful.filter((one) => !isServed(one));
  }

  /** The files that one would find, if these of the changes in doubt had been carried out: not those of a folder that is not there. */
  shown(there: readonly boolean[], counts: (path: string) => boolean): readonly (readonly [string, number])[] {
    const names = applied(this.names, this.doubtful.filter((_, n) => there[n]));
    return [...names].filter(([path]) => counts(path) && (!this.folders.has(dirname(path)) || names.has(dirname(path))));
  }
}

function written(before: Buffer, at: number, bytes: Buffer): Buffer {
  const after = Buffer.alloc(Math.max(before.length, at + bytes.length));
  before.copy(after);
  bytes.copy(after, at);
  return after;
}

function applied(names: ReadonlyMap<string, number>, changes: readonly NameChange[]): ReadonlyMap<string, number> {
  const after = new Map(names);
  for (const { set, drop } of changes) {
    drop.forEach((path) => after.delete(path));
    set.forEach(([path, inode]) => after.set(path, inode));
  }
  return after;
}

/** Which of `count` things may be there: every combination, or a choice of them. */
function* combinations(count: number, chance: () => number): Generator<readonly boolean[]> {
  if (count <= mostInDoubt) {
    for (let bits = 0; bits < 2 ** count; bits += 1) yield Array.from({ length: count }, (_, n) => (bits & (1 << n)) !== 0);
    return;
  }
  for (const most of [true, false]) {
    yield Array.from({ length: count }, () => most);
    for (let one = 0; one < count; one += 1) yield Array.from({ length: count }, (_, n) => (n === one) !== most);
    for (let past = 1; past < count; past += 1) yield Array.from({ length: count }, (_, n) => (n < past) === most);
  }
  for (let tries = 0; tries < 64; tries += 1) yield Array.from({ length: count }, () => chance() < 0.5);
}

/** What a file that was not confirmed may hold. */
const torn = (told: Buffer): readonly Buffer[] => [told, Buffer.alloc(0), told.subarray(0, told.length >> 1), Buffer.alloc(told.length)];

/** Every state in which the disk may be found after these calls were begun. Only paths for which `counts` is true are looked at. */
export function* statesAfter(calls: readonly Call[], counts: (path: string) => boolean, chance: () => number): Generator<State> {
  const disk = new Disk();
  for (let done = 0; done <= calls.length; done += 1) {
    for (const there of combinations(disk.doubtful.length, chance)) {
      const shown = disk.shown(there, counts);
      const open = shown.filter(([, inode]) => !disk.sure.has(inode));
      for (let way = 0; way < 4 ** Math.min(open.length, 3); way += 1) {
        const files = new Map(shown.map(([path, inode]) => [path, disk.told.get(inode) ?? Buffer.alloc(0)]));
        open.forEach(([path, inode], n) => files.set(path, torn(disk.told.get(inode) ?? Buffer.alloc(0))[Math.floor(way / 4 ** Math.min(n, 2)) % 4]!));
        yield { files, done, marked: disk.marked };
      }
    }
    const next = calls[done];
    if (next !== undefined) disk.take(next);
  }
}
