/**
 * Changes of many files that no editor shows, on the disk itself: an editor would open and save each of them, which takes
 * seconds for hundreds. All of them, or none; each only if it still is what was read.
 */
import { applyEdits, inverseEdits } from '../core/edits';
import type { LibraryStore } from '../core/library';
import type { TextEdit } from '../core/source';

/** How a file is reached without an editor: its path in the folder of its library, and the version and text that its edits were decided on. */
export type OnDisk = { readonly store: LibraryStore; readonly path: string; readonly version: string; readonly text: string };

/** The change of one such file; the edits are those of `on.text`, `to` the path it is moved to. `named` is what is given back when the file stands in the way. */
export type DiskChange<T> = { readonly on: OnDisk; readonly edits: readonly TextEdit[]; readonly to?: string; readonly named: T };

/** `isWanted` is asked before each few files; `onDone` hears how many more are done. */
export type Watched = { readonly isWanted?: () => boolean; readonly onDone?: (files: number) => void };

/**
 * What came of it. `late` gives what has changed since; `takeBack` takes everything back and gives what could not be. When nothing was done, `movedOn`
 * stood in the way (none: it was no longer wanted), and `left` are those that could not be put back as they were.
 */
export type ChangedOnDisk<T> =
  | { readonly ok: true; readonly late: () => Promise<readonly T[]>; readonly takeBack: () => Promise<readonly T[]> }
  | { readonly ok: false; readonly movedOn: readonly T[]; readonly left: readonly T[] };

/** So many files are written at a time: their disk confirms them together. */
const atOnce = 32;

/** Carry the changes out, in their order but for those of one go. The libraries read what has become of their files once, at the end. */
export function changeOnDisk<T>(changes: readonly DiskChange<T>[], watched: Watched = {}): Promise<ChangedOnDisk<T>> {
  return unread(changes, async () => {
    const { back, movedOn, all } = await carryOut(changes, watched);
    if (movedOn.length === 0 && all) return { ok: true, late: () => lateOf(back), takeBack: () => unread(back, () => writeBack(back)) };
    return { ok: false, movedOn, left: await writeBack(back) };
  });
}

/** Does the work while no library reads its files. */
function unread<T, R>(changes: readonly DiskChange<T>[], work: () => Promise<R>): Promise<R> {
  const stores = [...new Set(changes.map(({ on }) => on.store))];
  const moved = (store: LibraryStore): readonly string[] => changes.flatMap(({ on, to }) => (on.store === store && to !== undefined ? [on.path] : []));
  return stores.reduceRight((inner, store) => () => store.changedBy(moved(store), inner), work)();
}

type Carried<T> = { readonly back: readonly DiskChange<T>[]; readonly movedOn: readonly T[]; readonly all: boolean };

async function carryOut<T>(changes: readonly DiskChange<T>[], { isWanted = () => true, onDone }: Watched): Promise<Carried<T>> {
  const [back, movedOn]: [DiskChange<T>[], T[]] = [[], []];
  for (let from = 0; from < changes.length && movedOn.length === 0; from += atOnce) {
    if (!isWanted()) return { back, movedOn, all: false };
    const some = changes.slice(from, from + atOnce);
    for (const { done, stuck } of await Promise.all(some.map(carryOutOne))) {
      if (done !== undefined) back.push(done);
      if (stuck !== undefined) movedOn.push(stuck);
    }
    onDone?.(some.length);
  }
  return { back, movedOn, all: true };
}

/** What was done with one file, as the change that takes it back, and what stood in the way. The text comes first: at each moment the file is whole, under one name. */
async function carryOutOne<T>({ on, edits, to, named }: DiskChange<T>): Promise<{ readonly done?: DiskChange<T>; readonly stuck?: T }> {
  const { files } = on.store.services;
  // Whatever goes wrong with one file, the others are put back.
  const edited = await files.change(on.path, on.version, edits).catch(() => undefined);
  const version = edited?.ok === true ? edited.version : edited?.why === 'changed' ? undefined : await versionOf(on, on.path, applyEdits(on.text, edits));
  if (version === undefined) return { stuck: named };
  const back = { on: { ...on, version, text: applyEdits(on.text, edits) }, edits: inverseEdits(on.text, edits), named };
  if (edited?.ok !== true) return { done: back, stuck: named };
  if (to === undefined) return { done: back };
  const moved = await files.move(on.path, version, to).catch(() => undefined);
  const there = { done: { ...back, on: { ...back.on, path: to }, to: on.path } };
  if (moved?.ok === true) return there;
  return await versionOf(on, to, back.on.text) === version && await versionOf(on, on.path, back.on.text) === undefined ? { ...there, stuck: named } : { done: back, stuck: named };
}

/** The version of the file at a path if it has this text: what failed may have been done, and only not confirmed by the disk. Then it is to be taken back too. */
async function versionOf({ store }: OnDisk, path: string, text: string): Promise<string | undefined> {
  const now = await store.services.files.read(path).catch(() => undefined);
  return now?.text === text ? now.version : undefined;
}

async function lateOf<T>(back: readonly DiskChange<T>[]): Promise<readonly T[]> {
  const late: T[] = [];
  for (let from = 0; from < back.length; from += atOnce) {
    const some = back.slice(from, from + atOnce);
    const now = await Promise.all(some.map(({ on }) => on.store.services.files.read(on.path).catch(() => undefined)));
    late.push(...some.filter(({ on }, index) => now[index]?.version !== on.version).map(({ named }) => named));
  }
  return late;
}

/** Gives what could not be put back whole. Every file is tried, the last one that was changed first. */
async function writeBack<T>(back: readonly DiskChange<T>[]): Promise<readonly T[]> {
  const left: T[] = [];
  const last = [...back].reverse();
  for (let from = 0; from < last.length; from += atOnce) {
    for (const { stuck } of await Promise.all(last.slice(from, from + atOnce).map(carryOutOne))) if (stuck !== undefined) left.push(stuck);
  }
  return left;
}
