/** Reading a file of a disk whole, and telling whether it is still the same. */
import { createHash } from 'node:crypto';
import { constants, lstatSync, readlinkSync, realpathSync } from 'node:fs';
import { open, readdir, unlink, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DiskFile } from '../disk';
import { Refusal, largestFile, notAFile, tooLarge } from '../disk';
import { crowded, patiently, unless } from './faults';

/** Windows has neither flag. A pipe opened without waiting can be told from a file and refused. */
const readingOnly = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
const slice = 1024 * 1024;

const temporaryName = /^\.commonplace-[0-9a-f]{16}\.tmp$/;
/** Is this the name of a temporary file of ours? */
export const isTemporary = (name: string): boolean => temporaryName.test(name);

/** What a real path held, and what tells whether it is still the same file untouched. */
export type Reading = DiskFile & { readonly mark: string };

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Reads a regular file, links not followed, in slices that never hold up the editor. Undefined if there is none. */
export async function readWhole(path: string, looks = 5): Promise<Reading | undefined> {
  const file = await patiently(crowded, () => open(path, readingOnly)).catch(unless('ENOENT'));
  if (!file) return undefined;
  try {
    const stats = await file.stat({ bigint: true });
    if (!stats.isFile()) throw notAFile();
    if (stats.size > largestFile) throw tooLarge();
    if (!isWhereAsked(path, file.fd, stats)) return await again(path, looks - 1);
    const bytes = await readSlices(file, Number(stats.size));
    return { ...bytes, mark: markOf(stats) };
  } finally {
    await file.close();
  }
}

/**
 * Does the open file stand where its real path says? Between the look at a path and the opening, a folder of it may have been
 * changed into a link out of the workspace. Linux says of an open file where it stands, or stood until it was replaced; elsewhere
 * the path is looked at again, which a change at the right moment can deceive.
 */
export function isWhereAsked(path: string, fd: number, stats: { readonly dev: bigint; readonly ino: bigint }): boolean {
  const stands = process.platform === 'linux' ? standsAt(`/proc/self/fd/${fd}`) : undefined;
  if (stands !== undefined) return stands === path || stands === `${path} (deleted)`;
  const now = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  return now?.dev === stats.dev && now.ino === stats.ino && standsAt(dirname(path), realpathSync.native) === dirname(path);
}

function standsAt(path: string, ask: (path: string) => string = readlinkSync): string | undefined {
  try {
    return ask(path);
  } catch {
    return undefined;
  }
}

/** What was saved anew while it was opened is read anew. */
function again(path: string, looks: number): Promise<Reading | undefined> {
  if (looks === 0) throw new Refusal('a folder on the way to it was changed into a link in the meantime');
  return readWhole(path, looks);
}

/** Changes when another file takes the place or when the file is written to. */
export const markOf = (stats: { dev: bigint; ino: bigint; size: bigint; mtimeNs: bigint; ctimeNs: bigint }): string =>
  [stats.dev, stats.ino, stats.size, stats.mtimeNs, stats.ctimeNs].join('-');

/** There is room for one byte more than is expected, so that a file which has grown shows. */
async function readSlices(file: FileHandle, expected: number): Promise<DiskFile> {
  const hash = createHash('sha256');
  let room = Buffer.allocUnsafe(expected + 1);
  let read = 0;
  for (;;) {
    const asked = Math.min(slice, room.length - read);
    const { bytesRead } = await file.read(room, read, asked, read);
    if (bytesRead === 0) break;
    hash.update(room.subarray(read, read + bytesRead));
    read += bytesRead;
    if (read > largestFile) throw tooLarge();
    if (read >= expected && bytesRead < asked) break;
    if (read === room.length) room = Buffer.concat([room, Buffer.allocUnsafe(slice)]);
  }
  return { bytes: room.subarray(0, read), hash: hash.digest('hex') };
}

/** Removes a temporary file; one that can't be removed now is removed when it is an hour old. */
export const discard = (path: string): Promise<void> => unlink(path).catch(() => undefined);

const hour = 3600_000;
/** Whoever runs this; Windows knows no such numbers. */
const owner = process.getuid?.();

/**
 * Removes a temporary file of ours that a program left when it was ended: a file, and no link or folder, not written to for an hour (a write takes seconds),
 * and of this person, for on a shared disk the clock of whoever is writing may be hours behind.
 */
export async function discardStray(path: string): Promise<void> {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats?.isFile() && (owner === undefined || stats.uid === owner) && Date.now() - stats.mtimeMs > hour) await discard(path);
}

/** The same for all of one folder, which may be anywhere: nobody lists it otherwise. What can’t be looked at is left. */
export async function discardStraysIn(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) if (isTemporary(name)) await discardStray(join(folder, name));
}
