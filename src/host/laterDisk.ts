/** A disk that is loaded when it is first asked for something. */
import type { FileEntry, WriteResult } from '../core/library/files';
import type { Disk, DiskFile } from './disk';

export class LaterDisk implements Disk {
  #disk: Promise<Disk> | undefined;

  constructor(private readonly load: () => Promise<Disk>) {}

  async list(folder: string, endings: readonly string[]): Promise<readonly FileEntry[]> {
    return (await this.disk()).list(folder, endings);
  }

  async read(path: string): Promise<DiskFile | undefined> {
    return (await this.disk()).read(path);
  }

  async confirmed(path: string): Promise<DiskFile | undefined> {
    return (await this.disk()).confirmed(path);
  }

  async createExclusive(path: string, bytes: Uint8Array): Promise<WriteResult> {
    return (await this.disk()).createExclusive(path, bytes);
  }

  async replace(path: string, expectedHash: string, bytes: Uint8Array): Promise<WriteResult> {
    return (await this.disk()).replace(path, expectedHash, bytes);
  }

  async move(path: string, expectedHash: string, to: string): Promise<WriteResult> {
    return (await this.disk()).move(path, expectedHash, to);
  }

  async remove(path: string, expectedHash: string): Promise<WriteResult> {
    return (await this.disk()).remove(path, expectedHash);
  }

  private disk(): Promise<Disk> {
    return (this.#disk ??= this.load());
  }
}
