/** Listing a folder of thousands of files without holding up the editor. */
import type { Dirent } from 'node:fs';
import { lstatSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { sep } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import type { FileEntry } from '../../core/library/files';
import { endsInOneOf, isHidden } from '../disk';
import { discardStray, isTemporary } from './reading';
import { codeOf } from './faults';
import type { Root } from './place';

const stretch = 8;

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
    const [path, place] = [folder === '' ? '' : `${folder}/`, real.endsWith(sep) ? real : `${real}${sep}`];
    for (const entry of await namesIn(real)) {
      if (performance.now() - this.began > stretch) await this.pause();
      const more = this.visit(path, place, entry);
      if (more !== undefined) await more;
    }
  }

  /** `path` and `place`: of the folder, with what stands between it and a name. */
  private visit(path: string, place: string, entry: Dirent): Promise<void> | void {
    const { name } = entry;
    if (isHidden(name)) return isTemporary(name) ? discardStray(place + name) : undefined;
    if (entry.isDirectory()) return this.walk(path + name, place + name);
    if (!endsInOneOf(name, this.endings)) return undefined;
    if (entry.isFile()) return this.add(path + name, place + name);
    return entry.isSymbolicLink() ? this.addLinked(path + name) : undefined;
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
