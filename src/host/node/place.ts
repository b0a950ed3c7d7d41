/**
 * Where a relative path really lies, links followed. A path is proved to lie inside the workspace folder, never cleaned
 * until it seems to.
 */
import type { Stats } from 'node:fs';
import { lstat, realpath } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import { Refusal, notAFile, segmentsOf } from '../disk';
import { codeOf } from './faults';

/** A real path without links, its real folder, and what stands there, if anything does. */
export type Place = { readonly path: string; readonly folder: string; readonly stats: Stats | undefined };

/** A workspace folder on disk. */
export class Root {
  private constructor(readonly path: string) {}

  static async at(path: string): Promise<Root> {
    const real = await absentIsUndefined(realpath(path));
    if (real === undefined) throw new Refusal('the workspace folder can’t be reached; is its drive connected?');
    return new Root(real);
  }

  /** Where a name stands: as {@link find}, but of a link the link itself. */
  async named(path: string): Promise<Place | undefined> {
    const segments = segmentsOf(path);
    checkForThisSystem(segments);
    const folder = await absentIsUndefined(realpath(join(this.path, ...segments.slice(0, -1))));
    if (folder === undefined) return undefined;
    const found = join(this.inside(folder), segments.at(-1) ?? '');
    return { path: found, folder, stats: await absentIsUndefined(lstat(found)) };
  }

  /** Where a path lies; undefined if its folder isn't there. Refuses what is, or goes through, a link to the outside. */
  async find(path: string): Promise<Place | undefined> {
    const place = await this.named(path);
    return place?.stats?.isSymbolicLink() === true ? this.follow(place.path) : place;
  }

  /** As {@link find} for a regular file: refuses folders, pipes and devices. Undefined if there is nothing. */
  async findFile(path: string): Promise<Place & { readonly stats: Stats } | undefined> {
    const place = await this.find(path);
    if (place?.stats === undefined) return undefined;
    if (!place.stats.isFile()) throw notAFile();
    return { ...place, stats: place.stats };
  }

  private async follow(link: string): Promise<Place> {
    const target = await absentIsUndefined(realpath(link));
    if (target === undefined) throw new Refusal('it is a link that leads nowhere');
    const stats = await absentIsUndefined(lstat(this.inside(target)));
    return { path: target, folder: dirname(target), stats };
  }

  private inside(real: string): string {
    const prefix = this.path.endsWith(sep) ? this.path : this.path + sep;
    if (real === this.path || real.startsWith(prefix)) return real;
    throw new Refusal(`it is reached through a link out of the workspace folder (${basename(real)})`);
  }
}

/** On Windows a colon names a drive or a hidden stream of a file. */
function checkForThisSystem(segments: readonly string[]): void {
  if (process.platform === 'win32' && segments.some(segment => segment.includes(':'))) {
    throw new Refusal('Windows permits no colon in a file name');
  }
}

async function absentIsUndefined<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (fault) {
    if (codeOf(fault) === 'ENOENT' || codeOf(fault) === 'ENOTDIR') return undefined;
    throw fault;
  }
}
