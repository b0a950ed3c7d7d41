/** A file that the person named, anywhere on the disk: new bytes take the place of what stands there in one step, or it stays as it is. */
import { renameSync, type Stats } from 'node:fs';
import { lstat, realpath } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Refusal, notAFile } from '../disk';
import { confirmIn, temporaryIn, writeNew } from './durable';
import { codeOf, held, patiently, reasonOf, unless } from './faults';
import { discard, discardStraysIn } from './reading';
import { refuseReadOnly } from './writing';

/**
 * Puts bytes under an absolute path. Of a link it is what the link leads to that is replaced; a file keeps its permissions. A folder that takes no new file
 * is refused, since writing into the old file could lose it. What an earlier one that was ended left in the folder goes. Rejects with a {@link Refusal}.
 */
export async function putOver(path: string, bytes: Uint8Array): Promise<void> {
  try {
    const { real, stats } = await placeOf(path);
    if (stats !== undefined) await refuseReadOnly({ path: real, stats });
    const temporary = temporaryIn(dirname(real));
    await writeNew(temporary, bytes, stats).catch(refusedByFolder);
    await patiently(held, () => Promise.resolve().then(() => renameSync(temporary, real))).catch(async (fault: unknown) => {
      await discard(temporary);
      throw fault;
    });
    await confirmIn(dirname(real));
    await discardStraysIn(dirname(real));
  } catch (fault) {
    throw fault instanceof Refusal ? fault : new Refusal(reasonOf(fault), { cause: fault });
  }
}

/** Where the path leads, links followed, and what stands there, if anything does. */
async function placeOf(path: string): Promise<{ readonly real: string; readonly stats: Stats | undefined }> {
  const named = await lstat(path).catch(unless('ENOENT'));
  if (!named) return { real: path, stats: undefined };
  const real = named.isSymbolicLink() ? await realpath(path).catch(unless('ENOENT')) : path;
  if (!real) throw new Refusal('it is a link that leads nowhere');
  const stats = await lstat(real);
  if (!stats.isFile()) throw notAFile();
  return { real, stats };
}

function refusedByFolder(fault: unknown): never {
  if (!['EACCES', 'EPERM', 'EROFS'].includes(codeOf(fault))) throw fault;
  throw new Refusal('its folder takes no new files, so nothing there can be replaced safely; save it in another folder', { cause: fault });
}
