// A process and all that it started (Linux), so that none of them outlives it.
import fs from 'node:fs';

function parent(pid) {
  try {
    // The name of the program, in brackets, may hold anything; the fields that count come after it.
    return Number(fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ')[1]);
  } catch {
    return undefined;
  }
}

/** The numbers of a process and of everything under it. */
export function tree(root) {
  const parents = new Map(fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map((pid) => [Number(pid), parent(pid)]));
  const found = new Set([root]);
  for (let before = 0; before !== found.size; ) {
    before = found.size;
    for (const [pid, above] of parents) if (found.has(above)) found.add(pid);
  }
  return [...found];
}

/** What a process was started with. */
export function startedWith(pid) {
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return [];
  }
}

export function kill(pids) {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It is gone already.
    }
  }
}
