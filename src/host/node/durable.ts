/** The steps of a write that survives a crash. */
import { createHash, randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { open, unlink, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { DiskFile } from '../disk';
import { Refusal, largestFile, notAFile, tooLarge } from '../disk';
import { codeOf, crowded, patiently, unless } from './faults';

/** Windows has neither flag. A pipe opened without waiting can be told from a file and refused. */
const readingOnly = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
const makingNew = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0);
const slice = 1024 * 1024;

const temporaryName = /^\.commonplace-[0-9a-f]{16}\.tmp$/;
/** Is this the name of a temporary file of ours? */
export const isTemporary = (name: string): boolean => temporaryName.test(name);

/** What a real path held, and what tells whether it is still the same file untouched. */
export type Reading = DiskFile & { readonly mark: string };

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Reads a regular file, links not followed, in slices that never hold up the editor. Undefined if there is none. */
export async function readWhole(path: string): Promise<Reading | undefined> {
  const file = await patiently(crowded, () => open(path, readingOnly)).catch(unless('ENOENT'));
  if (!file) return undefined;
  try {
    const stats = await file.stat({ bigint: true });
    if (!stats.isFile()) throw notAFile();
    if (stats.size > largestFile) throw tooLarge();
    const bytes = await readSlices(file, Number(stats.size));
    return { ...bytes, mark: markOf(stats) };
  } finally {
    await file.close();
  }
}

/** Changes when another file takes the place or when the file is written to. */
export const markOf = (stats: { dev: bigint; ino: bigint; size: bigint; mtimeNs: bigint; ctimeNs: bigint }): string =>
  [stats.dev, stats.ino, stats.size, stats.mtimeNs, stats.ctimeNs].join('-');

async function readSlices(file: FileHandle, expected: number): Promise<DiskFile> {
  const hash = createHash('sha256');
  const parts: Buffer[] = [];
  for (let read = 0; ;) {
    const room = Buffer.allocUnsafe(Math.min(slice, Math.max(expected - read, 0) + 1));
    const { bytesRead } = await file.read(room, 0, room.length, read);
    if (bytesRead === 0) break;
    const part = room.subarray(0, bytesRead);
    hash.update(part);
    parts.push(part);
    read += bytesRead;
    if (read > largestFile) throw tooLarge();
    if (read >= expected && bytesRead < room.length) break;
  }
  return { bytes: parts.length === 1 ? parts[0]! : Buffer.concat(parts), hash: hash.digest('hex') };
}

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

/** Removes a temporary file; one that can't be removed now is removed when it is an hour old. */
export const discard = (path: string): Promise<void> => unlink(path).catch(() => undefined);

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
    throw new Refusal('it was written, but the disk did not confirm that it will last; check the drive', { cause: fault });
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
