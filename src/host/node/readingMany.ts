/**
 * Reading thousands of small files. What one file costs apart from its bytes (turns of the event loop, finding out where its folder really is)
 * is paid once for many: so a library of ten thousand files is read in a fraction of a second.
 */
import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import type { DiskFile } from '../disk';
import { codeOf } from './faults';
import type { Root } from './place';
import { hashOf, isWhereAsked } from './reading';

/** For how long the thread is held at a time, in milliseconds. */
const stretch = 8;
/** Files above this size, in bytes, are read as any one file is: in slices. */
const small = 256 * 1024;
const reading = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Where a file of this name is known to lie, or why it must be read with more care. */
const withCare = Symbol('with care');

/** Reads files whose folder is known to lie inside the workspace folder. Whatever is unusual goes to `carefully`. */
export class ManyFiles {
  /** The real path of each folder that was met; undefined for one that is not there or leads out. */
  private readonly folders = new Map<string, string | undefined>();
  private readonly room = Buffer.allocUnsafe(small + 1);
  private began = performance.now();

  constructor(private readonly root: Root, private readonly carefully: (path: string) => Promise<DiskFile | undefined>) {}

  /** Each file, or why it can't be read; in the order of the paths. */
  async read(paths: readonly string[]): Promise<readonly (DiskFile | Error | undefined)[]> {
    const files: (DiskFile | Error | undefined)[] = [];
    for (const path of paths) {
      if (performance.now() - this.began > stretch) await this.pause();
      const quick = await this.quickly(path);
      files.push(quick === withCare ? await this.carefully(path).catch(asError) : quick);
    }
    return files;
  }

  private async quickly(path: string): Promise<DiskFile | typeof withCare> {
    const slash = path.lastIndexOf('/');
    const folder = path.slice(0, Math.max(slash, 0));
    if (!this.folders.has(folder)) this.folders.set(folder, await this.realFolder(folder));
    const real = this.folders.get(folder);
    const name = path.slice(slash + 1);
    return real === undefined || !isPlain(name) ? withCare : this.bytesOf(join(real, name));
  }

  private async realFolder(folder: string): Promise<string | undefined> {
    const place = await this.root.find(folder).catch(() => undefined);
    return place?.stats?.isDirectory() === true ? place.path : undefined;
  }

  private bytesOf(real: string): DiskFile | typeof withCare {
    // Where the system can't refuse a link when it opens a file, it is looked for first.
    if (constants.O_NOFOLLOW === undefined && lstatSync(real, { throwIfNoEntry: false })?.isFile() !== true) return withCare;
    let file: number | undefined;
    try {
      file = openSync(real, reading);
      const stats = fstatSync(file, { bigint: true });
      return stats.isFile() && stats.size <= small && isWhereAsked(real, file, stats) ? this.whole(file) : withCare;
    } catch (fault) {
      if (codeOf(fault) === '') throw fault;
      return withCare;
    } finally {
      if (file !== undefined) closeSync(file);
    }
  }

  /** A file that has grown past the room since it was looked at is read with care. */
  private whole(file: number): DiskFile | typeof withCare {
    let filled = 0;
    for (let more = -1; more !== 0 && filled <= small;) filled += more = readSync(file, this.room, filled, this.room.length - filled, filled);
    if (filled > small) return withCare;
    const bytes = Uint8Array.prototype.slice.call(this.room, 0, filled);
    return { bytes, hash: hashOf(bytes) };
  }

  private async pause(): Promise<void> {
    await breathe();
    this.began = performance.now();
  }
}

/** A name that means the same on every system; others are looked at more closely. */
const isPlain = (name: string): boolean => name !== '' && name !== '.' && name !== '..' && !/[\\\0:]/u.test(name);

const asError = (fault: unknown): Error => (fault instanceof Error ? fault : new Error(String(fault)));
