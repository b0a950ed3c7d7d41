/**
 * A workspace folder on a disk that node's `fs` reaches. A save survives a crash at any moment: a temporary file beside
 * the target is written and confirmed, the target is compared with what the edit was made from, the temporary file takes
 * its name in one step, the folder is confirmed, and only then is success reported. (`vscode.workspace.fs` truncates first.)
 */
import { constants, lstatSync, renameSync } from 'node:fs';
import { access, link, unlink } from 'node:fs/promises';
import type { FileEntry, WriteResult } from '../../core/library/files';
import type { Disk, DiskFile } from '../disk';
import { Refusal, changed, exists, failed } from '../disk';
import { Gate, Queues } from '../queue';
import { confirmFile, confirmIn, discard, hashOf, markOf, readWhole, temporaryIn, writeNew } from './durable';
import { codeOf, held, patiently, reasonOf } from './faults';
import { Listing } from './listing';
import type { Place } from './place';
import { Root } from './place';
import { ManyFiles } from './readingMany';

export class NodeDisk implements Disk {
  private readonly queues = new Queues();
  private readonly gate = new Gate(32);

  /** `trash` takes the real path of a file to the system's trash; without it files are deleted. */
  constructor(private readonly folder: string, private readonly trash: (path: string) => PromiseLike<void> = unlink) {}

  async list(folder: string, endings: readonly string[]): Promise<readonly FileEntry[]> {
    return withReason(async () => new Listing(await Root.at(this.folder), endings).of(folder));
  }

  read(path: string): Promise<DiskFile | undefined> {
    return this.gate.run(() => withReason(async () => {
      const place = await (await Root.at(this.folder)).findFile(path);
      return place && readWhole(place.path);
    }));
  }

  confirmed(path: string): Promise<DiskFile | undefined> {
    return this.gate.run(() => withReason(async () => {
      const place = await (await Root.at(this.folder)).findFile(path);
      if (place === undefined) return undefined;
      await confirmFile(place.path);
      await confirmIn(place.folder);
      return readWhole(place.path);
    }));
  }

  readMany(paths: readonly string[]): Promise<readonly (DiskFile | Error | undefined)[]> {
    return withReason(async () => new ManyFiles(await Root.at(this.folder), path => this.read(path)).read(paths));
  }

  createExclusive(path: string, bytes: Uint8Array): Promise<WriteResult> {
    return this.write(path, async root => create(await root.make(path), bytes));
  }

  replace(path: string, expectedHash: string, bytes: Uint8Array): Promise<WriteResult> {
    return this.write(path, async root => {
      const place = await root.findFile(path);
      return place === undefined ? changed() : replace(place, expectedHash, bytes);
    });
  }

  remove(path: string, expectedHash: string): Promise<WriteResult> {
    return this.write(path, async root => {
      const place = await root.findFile(path);
      if (place === undefined || (await readWhole(place.path))?.hash !== expectedHash) return changed();
      await this.trash(place.path);
      return { ok: true, version: expectedHash };
    });
  }

  /** One write at a time to a path; a fault becomes a result with its reason. */
  private write(path: string, task: (root: Root) => Promise<WriteResult>): Promise<WriteResult> {
    return this.queues.run(path, async () => {
      try {
        return await task(await Root.at(this.folder));
      } catch (fault) {
        return failed(reasonOf(fault));
      }
    });
  }
}

type FilePlace = Place & { readonly stats: NonNullable<Place['stats']> };

async function replace(place: FilePlace, expectedHash: string, bytes: Uint8Array): Promise<WriteResult> {
  if ((await readWhole(place.path))?.hash !== expectedHash) return changed();
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

async function create(place: Place, bytes: Uint8Array): Promise<WriteResult> {
  if (place.stats !== undefined) return exists();
  const temporary = temporaryIn(place.folder);
  await writeNew(temporary, bytes);
  const made = await nameIt(temporary, place.path, bytes).finally(() => discard(temporary));
  if (!made) return exists();
  await confirmIn(place.folder);
  return { ok: true, version: hashOf(bytes) };
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
async function refuseReadOnly(place: FilePlace): Promise<void> {
  const allowed = await access(place.path, constants.W_OK).then(() => true, fault => !held.has(codeOf(fault)));
  if (!allowed || (place.stats.mode & 0o222) === 0) throw new Refusal('the file is read-only');
}

async function withReason<T>(task: () => Promise<T>): Promise<T> {
  try {
    return await task();
  } catch (fault) {
    throw fault instanceof Refusal ? fault : new Refusal(reasonOf(fault), { cause: fault });
  }
}
