/** What the operating system's error codes mean to a person, and which of them pass if one waits. */
import { setTimeout as wait } from 'node:timers/promises';
import { Refusal } from '../disk';

const words: Readonly<Record<string, string>> = {
  EACCES: 'permission was denied',
  EBUSY: 'another program is using it; close it there and try again',
  EDQUOT: 'your disk quota is used up; free some space and try again',
  EIO: 'the disk reported an error; check the drive or the network connection',
  EISDIR: 'it is a folder and not a file',
  EMFILE: 'too many files are open; close some and try again',
  ENAMETOOLONG: 'its name is too long for this disk',
  ENFILE: 'too many files are open; close some and try again',
  ENOENT: 'the folder is not there any more',
  ENOSPC: 'the disk is full; free some space and try again',
  ENOTDIR: 'a part of its path is a file and not a folder',
  ELOOP: 'it is a link that leads in a circle',
  EPERM: 'the system does not permit it',
  EROFS: 'the disk can only be read',
  ETXTBSY: 'another program is using it; close it there and try again',
};

/** The system's code of a failure, as `ENOENT`; empty if it has none. */
export function codeOf(fault: unknown): string {
  const code = fault instanceof Error && 'code' in fault ? fault.code : undefined;
  return typeof code === 'string' ? code : '';
}

/** Passes over one error code and throws the others on. */
export function unless(code: string): (fault: unknown) => void {
  return fault => {
    if (codeOf(fault) !== code) throw fault;
  };
}

/** Why it failed, in words that fit into “… could not be saved (…)”. */
export function reasonOf(fault: unknown): string {
  if (fault instanceof Refusal) return fault.message;
  return words[codeOf(fault)] ?? (fault instanceof Error ? fault.message : String(fault));
}

/** On Windows a virus scanner or an indexer holds a file for a moment, and replacing it is refused meanwhile. */
export const held: ReadonlySet<string> = new Set(['EACCES', 'EBUSY', 'EPERM', 'ETXTBSY']);
/** All file handles are in use; they come free again. */
export const crowded: ReadonlySet<string> = new Set(['EMFILE', 'ENFILE']);

const patience = 2000;

/** Tries again for up to two seconds, at growing distances, while the failure is one of those that pass. */
export async function patiently<T>(passing: ReadonlySet<string>, attempt: () => Promise<T>): Promise<T> {
  for (let pause = 10, waited = 0; ; waited += pause, pause = Math.min(pause * 2, 320)) {
    try {
      return await attempt();
    } catch (fault) {
      if (!passing.has(codeOf(fault)) || waited + pause > patience) throw fault;
    }
    await wait(pause);
  }
}
