/** What this process holds: memory, open files, and what keeps it alive. */
import { readdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

export type Held = { /** bytes in use once what nobody holds is collected, buffers included */ readonly bytes: number; readonly files: number; readonly resources: readonly string[] };

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Twice and with a pause, since what a promise or a finaliser lets go is free only in the next turn. */
export async function heldNow(): Promise<Held> {
  for (let round = 0; round < 3; round += 1) {
    collect();
    await pause(20);
  }
  const { heapUsed, external } = process.memoryUsage();
  return { bytes: heapUsed + external, files: openFiles(), resources: process.getActiveResourcesInfo().sort() };
}

/** How many files are open, where the system tells. */
function openFiles(): number {
  try {
    return readdirSync('/proc/self/fd').length;
  } catch {
    return 0;
  }
}
