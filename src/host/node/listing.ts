/** Listing a folder of thousands of files without holding up the editor. */
import type { Dirent } from 'node:fs';
import { lstatSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import type { FileEntry } from '../../core/library/files';
import { endsInOneOf, isHidden } from '../disk';
import { discard, isTemporary } from './reading';
import { codeOf } from './faults';
import type { Root } from './place';

const stretch = 8;
const hour = 3600_000;

/** One walk through a folder. Looking at a file takes microseconds, a turn of the event loop many more: so in stretches. */
export class Listing {
  private readonly entries: FileEntry[] = [];
  private began = performance.now();

  constructor(private readonly root: Root, private readonly endings: readonly string[]) {}

  async of(folder: string): Promise<readonly FileEntry[]> {
    const place = await this.root.find(folder);
    if (place?.stats?.isDirectory()) await this.walk(folder, place.path);
    return this.entries;
  }

  private async walk(folder: string, real: string): Promise<void> {
    for (const entry of await namesIn(real)) {
      if (performance.now() - this.began > stretch) await this.pause();
      await this.visit(folder === '' ? entry.name : `${folder}/${entry.name}`, join(real, entry.name), entry);
    }
  }

  private visit(path: string, real: string, entry: Dirent): Promise<void> | void {
    if (isHidden(entry.name)) return isTemporary(entry.name) ? removeIfStray(real) : undefined;
    if (entry.isDirectory()) return this.walk(path, real);
    if (!endsInOneOf(entry.name, this.endings)) return undefined;
    if (entry.isFile()) return this.add(path, real);
    return entry.isSymbolicLink() ? this.addLinked(path) : undefined;
  }

  /** The time of the last change of any kind is in the stamp too: a program can set the time of writing back, but not that one. */
  private add(path: string, real: string): void {
    const stats = lstatSync(real, { throwIfNoEntry: false });
    if (stats?.isFile()) this.entries.push({ path, stamp: `${stats.mtimeMs}-${stats.ctimeMs}-${stats.size}` });
  }

  /** A link to a file inside the workspace folder is a file like any other; one that leads out is passed over. */
  private async addLinked(path: string): Promise<void> {
    const place = await this.root.findFile(path).catch(() => undefined);
    if (place !== undefined) this.add(path, place.path);
  }

  private async pause(): Promise<void> {
    await breathe();
    this.began = performance.now();
  }
}

/** A folder that went away or is closed to us holds nothing for us. */
async function namesIn(real: string): Promise<readonly Dirent[]> {
  try {
    return await readdir(real, { withFileTypes: true });
  } catch (fault) {
    if (['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM'].includes(codeOf(fault))) return [];
    throw fault;
  }
}

async function removeIfStray(real: string): Promise<void> {
  const stats = lstatSync(real, { throwIfNoEntry: false });
  if (stats?.isFile() && Date.now() - stats.mtimeMs > hour) await discard(real);
}
