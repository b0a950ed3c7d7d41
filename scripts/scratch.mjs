// A folder for one run, gone when the run is over.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import './signals.mjs';

const remove = (folder) => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });

/** `{ folder, remove }`; what was not removed goes when this process ends. Short, for sockets live in it. */
export function scratch() {
  const folder = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'commonplace-'));
  const removeNow = () => remove(folder);
  process.once('exit', removeNow);
  return { folder, remove: () => (removeNow(), process.off('exit', removeNow)) };
}
