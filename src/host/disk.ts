/**
 * The bytes beneath `Files`: what one workspace folder's disk can do, whatever carries it. Paths are relative to the
 * folder, with `/` between segments and never `..`. Reading and listing reject with a {@link Refusal} when something is
 * there that can't or mustn't be read; writing never rejects, it says how it ended.
 */
import type { FileEntry, WriteResult } from '../core/library/files';

/** The bytes of a file and their SHA-256 in hexadecimal, which names exactly these bytes. */
export type DiskFile = { readonly bytes: Uint8Array; readonly hash: string };

export interface Disk {
  /** Every regular file under `folder` (recursively) ending in one of `endings`; none if the folder isn't there. */
  list(folder: string, endings: readonly string[]): Promise<readonly FileEntry[]>;
  read(path: string): Promise<DiskFile | undefined>;
  /** What the editor has just written, once it is as durable as this disk can make it. */
  confirmed(path: string): Promise<DiskFile | undefined>;
  /** The same of many files, in their order; where one can't be read, why. A disk without it reads one after the other. */
  readMany?(paths: readonly string[]): Promise<readonly (DiskFile | Error | undefined)[]>;
  /** Make a file, and the folders it needs; never over one that exists. */
  createExclusive(path: string, bytes: Uint8Array): Promise<WriteResult>;
  /** Replace a file whose bytes still have `expectedHash`. Durable as far as this disk can be when it returns `ok`. */
  replace(path: string, expectedHash: string, bytes: Uint8Array): Promise<WriteResult>;
  /** Give a file whose bytes still have `expectedHash` another path, where nothing may stand. Durable as far as this disk can be when it returns `ok`. */
  move(path: string, expectedHash: string, to: string): Promise<WriteResult>;
  /** Move a file whose bytes still have `expectedHash` to the trash, or delete it where there is none. */
  remove(path: string, expectedHash: string): Promise<WriteResult>;
}

/** Why something was not read or written, in words that fit into “… could not be saved (…)”. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** The largest file that is read, in bytes. */
export const largestFile = 64 * 1024 * 1024;

export const tooLarge = (): Refusal => new Refusal('the file is larger than 64 MB, which is the limit');
export const notAFile = (): Refusal => new Refusal('it is a folder or a device and not a file');

export const changed = (): WriteResult =>
  ({ ok: false, why: 'changed', reason: 'it was changed by another program in the meantime' });
export const exists = (): WriteResult => ({ ok: false, why: 'exists', reason: 'a file of this name is already there' });
export const failed = (reason: string): WriteResult => ({ ok: false, why: 'failed', reason });
export const onlyRead = (): WriteResult => failed('this workspace can only be read');

/**
 * The segments of a relative path; none for the folder itself. Refuses what could lead out of the folder or mean
 * something else on another system: absolute paths, `.` and `..`, empty segments, backslashes and NUL.
 */
export function segmentsOf(path: string): readonly string[] {
  if (path === '') return [];
  const segments = path.split('/');
  const bad = segments.find(segment => segment === '' || segment === '.' || segment === '..' || /[\\\0]/.test(segment));
  if (bad !== undefined) throw new Refusal('its path leads out of the workspace folder');
  return segments;
}

/** Folders and files that belong to other tools (git, sync clients, editors, package managers) and are never listed. */
export const isHidden = (name: string): boolean => name.startsWith('.') || name === 'node_modules';

/** Does the name end in one of the endings? Upper and lower case are one. */
export function endsInOneOf(name: string, endings: readonly string[]): boolean {
  const lower = name.toLowerCase();
  return endings.some(ending => lower.endsWith(ending.toLowerCase()));
}
