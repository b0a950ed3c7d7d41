/** Disks of other kinds, mounted over a folder where this machine lets one: as root on Linux. */
import { spawnSync } from 'node:child_process';
import { closeSync, ftruncateSync, openSync } from 'node:fs';

/** Takes the disk away again: below it stands the folder as it was. */
export type Mounted = () => void;

const does = (program: string, ...args: readonly string[]): boolean => process.platform === 'linux' && spawnSync(program, args, { stdio: 'ignore' }).status === 0;
const mounted = (folder: string, isMounted: boolean): Mounted | undefined => (isMounted ? () => { does('umount', '-l', folder); } : undefined);

/** A disk that holds so many bytes, in memory. */
export const smallDisk = (folder: string, bytes: number): Mounted | undefined => mounted(folder, does('mount', '-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder));

/** What another folder holds, as an external drive would bring it. */
export const driveOf = (folder: string, other: string): Mounted | undefined => mounted(folder, does('mount', '--bind', other, folder));

/** NTFS as Windows has it: large and small letters are one, and its names are forbidden. `image` is the file that holds it. */
export function windowsDisk(folder: string, image: string): Mounted | undefined {
  const file = openSync(image, 'w');
  ftruncateSync(file, 256 * 1024 * 1024);
  closeSync(file);
  return mounted(folder, does('mkfs.ntfs', '-F', '-Q', image) && does('lowntfs-3g', image, folder, '-o', 'windows_names,ignore_case'));
}
