/** Putting bytes under a name: beside it first, then, when nothing has changed meanwhile, in one step. */
import { constants, lstatSync, renameSync } from 'node:fs';
import { access, link, mkdir } from 'node:fs/promises';
import type { WriteResult } from '../../core/library/files';
import { Refusal, changed, exists, segmentsOf } from '../disk';
import { confirmIn, syncFolder, temporaryIn, writeNew } from './durable';
import { codeOf, held, patiently, unless } from './faults';
import type { Place, Root } from './place';
import { discard, hashOf, markOf, readWhole } from './reading';

type FilePlace = Place & { readonly stats: NonNullable<Place['stats']> };

/** Puts bytes in place of a file that must still have the hash, keeping its permissions. It is looked at once, last of all: whoever asks has just read it. */
export async function replace(place: FilePlace, expectedHash: string, bytes: Uint8Array): Promise<WriteResult> {
  await refuseReadOnly(place);
  const temporary = temporaryIn(place.folder);
  await writeNew(temporary, bytes, place.stats);
  const taken = await patiently(held, () => swap(temporary, place.path, expectedHash)).catch(async fault => {
    await discard(temporary);
    throw fault;
  });
  if (!taken) {
    await discard(temporary);
    return changed();
  }
  await confirmIn(place.folder);
  return { ok: true, version: hashOf(bytes) };
}

/**
 * Puts the temporary file in the target's place if the target still is what the edit was made from. Between the last
 * look and the rename lies no turn of the event loop, so another program has microseconds and not milliseconds.
 */
async function swap(temporary: string, target: string, expectedHash: string): Promise<boolean> {
  for (let look = 0; look < looks; look++) {
    const now = await readWhole(target);
    if (now?.hash !== expectedHash) return false;
    const stats = lstatSync(target, { bigint: true, throwIfNoEntry: false });
    if (stats === undefined || markOf(stats) !== now.mark) continue;
    renameSync(temporary, target);
    return true;
  }
  return false;
}

/** How often to look again when a file was touched while it was read but may hold the same bytes. */
const looks = 5;

/** Makes a file that must not be there. */
export async function create(place: Place, bytes: Uint8Array): Promise<WriteResult> {
  if (place.stats !== undefined) return exists();
  const temporary = temporaryIn(place.folder);
  await writeNew(temporary, bytes);
  const made = await nameIt(temporary, place.path, bytes).finally(() => discard(temporary));
  if (!made) return exists();
  await confirmIn(place.folder);
  return { ok: true, version: hashOf(bytes) };
}

/**
 * Gives a file that still has the hash another name (of a link it is the link that moves; `real` is what it leads to), unless that is taken. Between the last look and the rename lies no turn of the event loop,
 * and what another program writes into the file meanwhile goes along.
 */
export async function move(from: Place, real: string, expectedHash: string, to: Place): Promise<WriteResult> {
  const isSame = from.folder === to.folder && from.path.normalize().toLowerCase() === to.path.normalize().toLowerCase();
  const done = await patiently(held, async () => {
    if ((await readWhole(real))?.hash !== expectedHash) return changed();
    // Where large and small letters are one, the new name is the file itself.
    if (!isSame && lstatSync(to.path, { throwIfNoEntry: false }) !== undefined) return exists();
    renameSync(from.path, to.path);
    return { ok: true, version: expectedHash } as const;
  });
  if (!done.ok) return done;
  await confirmIn(to.folder);
  if (from.folder !== to.folder) await confirmIn(from.folder);
  return done;
}

/** Disks without hard links (FAT, some network disks) say so with one of these. */
const cannotLink = new Set(['EACCES', 'EMLINK', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EPERM', 'EXDEV', 'UNKNOWN']);

/** Gives the temporary file its name unless the name is taken; where links can't be made, writes under the name itself. */
async function nameIt(temporary: string, target: string, bytes: Uint8Array): Promise<boolean> {
  try {
    await link(temporary, target).catch(fault => {
      if (!cannotLink.has(codeOf(fault))) throw fault;
      return writeNew(target, bytes);
    });
    return true;
  } catch (fault) {
    if (codeOf(fault) === 'EEXIST') return false;
    throw fault;
  }
}

/** A rename would replace a file that its owner made read-only; that is not for us to do. */
export async function refuseReadOnly(place: Pick<FilePlace, 'path' | 'stats'>): Promise<void> {
  const allowed = await access(place.path, constants.W_OK).then(() => true, fault => !held.has(codeOf(fault)));
  if (!allowed || (place.stats.mode & 0o222) === 0) throw new Refusal('the file is read-only');
}

/** Where a path lies, with the folders that lead there made. */
export async function makeFolders(root: Root, path: string): Promise<Place> {
  const segments = segmentsOf(path);
  for (let depth = 1; depth < segments.length; depth++) await makeFolder(root, segments.slice(0, depth).join('/'));
  const place = await root.find(path);
  if (place === undefined) throw new Refusal('its folder could not be made');
  return place;
}

async function makeFolder(root: Root, path: string): Promise<void> {
  const place = await root.find(path);
  if (place === undefined || place.stats?.isDirectory()) return;
  await mkdir(place.path).catch(unless('EEXIST'));
  await syncFolder(place.folder);
}

export { confirmFile, confirmIn } from './durable';
