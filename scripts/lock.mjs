// One process at a time: a folder that only one can make, holding the number of the process that made it.
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const holder = (folder) => path.join(folder, 'pid');

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** A holder that is gone, or one that has not written its number within a minute. */
function abandoned(folder) {
  try {
    const pid = Number(fs.readFileSync(holder(folder), 'utf8'));
    return pid > 0 ? !alive(pid) : false;
  } catch {
    const made = fs.statSync(folder, { throwIfNoEntry: false })?.mtimeMs;
    return made !== undefined && Date.now() - made > 60_000;
  }
}

function take(folder) {
  try {
    fs.mkdirSync(folder);
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
  fs.writeFileSync(holder(folder), String(process.pid));
  return true;
}

/** Does `work` while no other process does; waits for one that is at it. */
export async function alone(folder, work) {
  while (!take(folder)) {
    if (abandoned(folder)) fs.rmSync(folder, { recursive: true, force: true });
    else await sleep(500);
  }
  try {
    return await work();
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
