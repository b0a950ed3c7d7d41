/**
 * A workspace folder on a disk that node's `fs` reaches. A save survives a crash at any moment: a temporary file beside
 * the target is written and confirmed, the target is compared with what the edit was made from, the temporary file takes
 * its name in one step, the folder is confirmed, and only then is success reported. (`vscode.workspace.fs` truncates first.)
 */
import { unlink } from 'node:fs/promises';
import type { FileEntry, WriteResult } from '../../core/library/files';
import type { Disk, DiskFile } from '../disk';
import { Refusal, changed, failed } from '../disk';
import { Gate, Queues } from '../queue';
import { crowded, patiently, reasonOf } from './faults';
import { Listing } from './listing';
import { Root } from './place';
import { readWhole } from './reading';
import { ManyFiles } from './readingMany';

/** What writes is loaded when something is written first; when all file handles are in use, as soon as one is free. */
const loadWriting = () => patiently(crowded, () => import('./writing'));

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
      const { confirmFile, confirmIn } = await loadWriting();
      await confirmFile(place.path);
      await confirmIn(place.folder);
      return readWhole(place.path);
    }));
  }

  readMany(paths: readonly string[]): Promise<readonly (DiskFile | Error | undefined)[]> {
    return withReason(async () => new ManyFiles(await Root.at(this.folder), path => this.read(path)).read(paths));
  }

  createExclusive(path: string, bytes: Uint8Array): Promise<WriteResult> {
    return this.write(path, async root => {
      const { create, makeFolders } = await loadWriting();
      return create(await makeFolders(root, path), bytes);
    });
  }

  replace(path: string, expectedHash: string, bytes: Uint8Array): Promise<WriteResult> {
    return this.write(path, async root => {
      const place = await root.findFile(path);
      return place === undefined ? changed() : (await loadWriting()).replace(place, expectedHash, bytes);
    });
  }

  move(path: string, expectedHash: string, to: string): Promise<WriteResult> {
    return this.write(path, async root => {
      const [from, real, target] = [await root.named(path), await root.findFile(path), await root.named(to)];
      if (from === undefined || real === undefined) return changed();
      return target === undefined ? failed('the folder it would move to is not there') : (await loadWriting()).move(from, real.path, expectedHash, target);
    });
  }

  remove(path: string, expectedHash: string): Promise<WriteResult> {
    return this.write(path, async root => {
      const place = await root.findFile(path);
      if (place === undefined || (await readWhole(place.path))?.hash !== expectedHash) return changed();
      await this.trash(place.path);
      await (await loadWriting()).confirmIn(place.folder);
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

async function withReason<T>(task: () => Promise<T>): Promise<T> {
  try {
    return await task();
  } catch (fault) {
    throw fault instanceof Refusal ? fault : new Refusal(reasonOf(fault), { cause: fault });
  }
}
