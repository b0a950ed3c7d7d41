/** The steps of a write that survives a crash. */
import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../disk';
import { codeOf, crowded, patiently } from './faults';
import { discard } from './reading';

/** Windows does not have the last flag. */
const makingNew = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0);

/** Writes a new file whole and makes the disk confirm it. Removes what it began when it fails. */
export async function writeNew(path: string, bytes: Uint8Array, like?: { mode: number; uid: number; gid: number }): Promise<void> {
  const file = await patiently(crowded, () => open(path, makingNew, like === undefined ? 0o666 : 0o600));
  try {
    await writeAll(file, bytes);
    if (like !== undefined) await takeAfter(file, like);
    await file.sync();
    await file.close();
  } catch (fault) {
    await file.close().catch(() => undefined);
    await discard(path);
    throw fault;
  }
}

/** Makes the disk confirm a file that another has written. Windows wants it open for writing. */
export async function confirmFile(path: string): Promise<void> {
  const file = await patiently(crowded, () => open(path, constants.O_RDWR | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)));
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, done);
    done += bytesWritten;
  }
}

/** Gives a file the group, owner and permissions of the one it replaces; only the permissions matter enough to fail. */
async function takeAfter(file: FileHandle, like: { mode: number; uid: number; gid: number }): Promise<void> {
  const own = await file.stat();
  if (own.uid !== like.uid || own.gid !== like.gid) await file.chown(like.uid, like.gid).catch(() => undefined);
  await file.chmod(like.mode & 0o7777);
}

export const temporaryIn = (folder: string): string =>
  join(folder, `.commonplace-${randomBytes(8).toString('hex')}.tmp`);

/** Systems that can't confirm a folder (Windows, some network disks) say so with one of these. */
const cannotConfirm = new Set(['EACCES', 'EBADF', 'EINVAL', 'EISDIR', 'ENOSYS', 'ENOTSUP', 'EPERM']);

/** The confirmation of each folder that is under way, and the one after it that has not begun. */
const begun = new Map<string, Promise<void>>();
const awaited = new Map<string, Promise<void>>();

/**
 * Makes the disk confirm a name that was just given; until it has, nothing is reported as saved. Whoever asks while a
 * confirmation is under way gets the next one, which serves all who asked before it begins.
 */
export function confirmIn(folder: string): Promise<void> {
  const waiting = awaited.get(folder);
  if (waiting !== undefined) return waiting;
  const next = (begun.get(folder) ?? Promise.resolve()).catch(() => undefined).then(() => beginIn(folder));
  awaited.set(folder, next);
  return next;
}

function beginIn(folder: string): Promise<void> {
  awaited.delete(folder);
  const run = syncFolder(folder).catch((fault: unknown) => {
    throw new Refusal('it was done, but the disk did not confirm that it will last; check the drive', { cause: fault });
  });
  begun.set(folder, run);
  const forget = (): void => { if (begun.get(folder) === run) begun.delete(folder); };
  run.then(forget, forget);
  return run;
}

/** Makes the disk confirm the names in a folder. */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, constants.O_RDONLY);
    await handle.sync().finally(() => handle.close());
  } catch (fault) {
    if (!cannotConfirm.has(codeOf(fault))) throw fault;
  }
}
