/**
 * Changes of many files that no editor shows, on the disk itself: an editor would open and save each of them, which takes
 * seconds for hundreds. All of them, or none; each only if it still is what was read.
 */
import type { Files } from '../core/library/files';
import { inverseEdits } from '../core/edits';
import type { TextEdit } from '../core/source';

/** How a file is reached without an editor: its path, and the version and text that its edits were decided on. */
export type OnDisk = { readonly files: Files; readonly path: string; readonly version: string; readonly text: string };

/** The change of one such file; the edits are those of `on.text`. `named` is what is given back when the file stands in the way. */
export type DiskChange<T> = { readonly on: OnDisk; readonly edits: readonly TextEdit[]; readonly named: T };

/** What came of it. `late` gives what has changed since; `takeBack` takes everything back and gives what could not be. */
export type ChangedOnDisk<T> =
  | { readonly ok: true; readonly late: () => Promise<readonly T[]>; readonly takeBack: () => Promise<readonly T[]> }
  | { readonly ok: false; readonly movedOn: readonly T[] };

/** So many files are written at a time: their disk confirms them together. */
const atOnce = 16;

/** Carry the changes out. */
export async function changeOnDisk<T>(changes: readonly DiskChange<T>[]): Promise<ChangedOnDisk<T>> {
  const back: DiskChange<T>[] = [];
  const movedOn: T[] = [];
  for (let from = 0; from < changes.length && movedOn.length === 0; from += atOnce) {
    await Promise.all(changes.slice(from, from + atOnce).map(async ({ on, edits, named }) => {
      const result = await on.files.change(on.path, on.version, edits);
      if (result.ok) back.push({ on: { ...on, version: result.version }, edits: inverseEdits(on.text, edits), named });
      else movedOn.push(named);
    }));
  }
  if (movedOn.length === 0) return { ok: true, late: () => lateOf(back), takeBack: () => writeBack(back) };
  await writeBack(back);
  return { ok: false, movedOn };
}

async function lateOf<T>(back: readonly DiskChange<T>[]): Promise<readonly T[]> {
  const now = await Promise.all(back.map(async ({ on, named }) => ({ named, version: (await on.files.read(on.path).catch(() => undefined))?.version, wanted: on.version })));
  return now.filter(({ version, wanted }) => version !== wanted).map(({ named }) => named);
}

async function writeBack<T>(back: readonly DiskChange<T>[]): Promise<readonly T[]> {
  const late: T[] = [];
  for (let from = 0; from < back.length; from += atOnce) {
    await Promise.all(back.slice(from, from + atOnce).map(async ({ on, edits, named }) => {
      if (!(await on.files.change(on.path, on.version, edits)).ok) late.push(named);
    }));
  }
  return late;
}
