/** What a program does to a disk, as a list: the calls that the product's disk makes are carried out and written down. */
import * as fs from 'node:fs';
import { createRequire } from 'node:module';

/** The module itself, whose functions can be replaced. */
const plainFs = createRequire(__filename)('node:fs') as typeof fs;

/** One call. Paths are whole; an inode is a number given in the order of making. `mark` is the test's own: here something was acknowledged. */
export type Call =
  | { readonly kind: 'make'; readonly path: string; readonly inode: number }
  | { readonly kind: 'write'; readonly inode: number; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: 'confirm'; readonly inode: number }
  | { readonly kind: 'confirmFolder'; readonly path: string; /** How many calls had been made when it began: it serves these alone. */ readonly before: number }
  | { readonly kind: 'link'; readonly from: string; readonly to: string }
  | { readonly kind: 'rename'; readonly from: string; readonly to: string }
  | { readonly kind: 'remove'; readonly path: string }
  | { readonly kind: 'makeFolder'; readonly path: string }
  | { readonly kind: 'mark'; readonly name: string };

/** Records everything that happens below `root` while `work` runs; `mark` writes a mark of one's own. */
export async function recorded(root: string, work: (mark: (name: string) => void) => Promise<void>): Promise<readonly Call[]> {
  const calls: Call[] = [];
  const real = { open: fs.promises.open, link: fs.promises.link, unlink: fs.promises.unlink, mkdir: fs.promises.mkdir };
  const { renameSync } = fs;
  const inodes = new Map<string, number>();
  let made = 0;
  const inside = (path: fs.PathLike): boolean => String(path).startsWith(root);

  async function open(...args: Parameters<typeof real.open>): Promise<fs.promises.FileHandle> {
    const handle = await real.open(...args);
    const path = String(args[0]);
    if (!inside(path)) return handle;
    const flags = typeof args[1] === 'number' ? args[1] : 0;
    if ((await handle.stat()).isDirectory()) return watchFolder(handle, path);
    if ((flags & fs.constants.O_CREAT) === 0) return handle;
    const inode = made++;
    inodes.set(path, inode);
    calls.push({ kind: 'make', path, inode });
    return watchFile(handle, inode);
  }

  const watchFolder = (handle: fs.promises.FileHandle, path: string): fs.promises.FileHandle => {
    const sync = handle.sync.bind(handle);
    return Object.assign(handle, {
      sync: async () => {
        const before = calls.length;
        await sync();
        calls.push({ kind: 'confirmFolder', path, before });
      },
    });
  };
  const watchFile = (handle: fs.promises.FileHandle, inode: number): fs.promises.FileHandle => {
    const [write, sync] = [handle.write.bind(handle), handle.sync.bind(handle)];
    return Object.assign(handle, {
      write: async (bytes: Uint8Array, offset: number, length: number, at: number) => {
        calls.push({ kind: 'write', inode, at, bytes: Buffer.from(bytes.subarray(offset, offset + length)) });
        return write(bytes, offset, length, at);
      },
      sync: async () => { await sync(); calls.push({ kind: 'confirm', inode }); },
    });
  };

  Object.assign(fs.promises, {
    open,
    link: async (from: string, to: string) => { await real.link(from, to); if (inside(to)) calls.push({ kind: 'link', from, to }); },
    unlink: async (path: string) => { await real.unlink(path); if (inside(path)) calls.push({ kind: 'remove', path }); },
    mkdir: async (path: string) => { await real.mkdir(path); if (inside(path)) calls.push({ kind: 'makeFolder', path }); },
  });
  Object.assign(plainFs, { renameSync: (from: string, to: string) => { renameSync(from, to); if (inside(to)) calls.push({ kind: 'rename', from, to }); } });
  try {
    await work((name) => calls.push({ kind: 'mark', name }));
  } finally {
    Object.assign(fs.promises, real);
    Object.assign(plainFs, { renameSync });
  }
  return calls;
}
