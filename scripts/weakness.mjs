// What is wrong with a regular expression. recheck looks for texts that take more than linear time. Its search counts a repetition
// with a limit as one without; so where it finds something, the theory of automata is asked. Where that theory does not reach
// (a look ahead or behind, a back reference), the text it found is tried, longer and longer.
// A pattern is proved when that theory says so: of itself, or of one that does at least as much (`withoutLooks`). Where recheck has only searched and
// found nothing, or what it found was tried and is linear here, it is tried and not proved.
// Started as a process of its own (fork), it answers messages `{ source, flags }`: so whoever asks can end it.
import { withoutLooks } from './looks.mjs';

const seconds = 1000;
const usual = { timeout: 60 * seconds };
/** Repetitions with a limit, however large, count as what they are. */
const proof = { checker: 'automaton', timeout: 60 * seconds, maxPatternSize: 100_000, maxNFASize: 1_000_000 };

/** `wrong` with a pattern, or `how` it is known to be safe: `proved` or `tried`. */
async function judgement({ source, flags }) {
  const { check } = await import('recheck');
  const found = await check(source, flags, usual);
  if (found.status === 'safe' && found.checker === 'automaton') return { how: 'proved' };
  const proved = found.checker === 'automaton' ? found : await check(source, flags, proof);
  if (proved.status === 'safe') return { how: 'proved' };
  const wrong = found.status === 'safe' ? undefined : weakness(found, proved, source, flags);
  if (wrong !== undefined) return { wrong };
  const without = withoutLooks(source);
  const isProved = without !== undefined && (await check(without, flags, proof)).status === 'safe';
  return { how: isProved ? 'proved' : 'tried' };
}

function weakness(found, proved, source, flags) {
  if (found.status === 'unknown') return proved.status === 'unknown' ? 'recheck did not come to an end' : `${proved.complexity.summary}, proved`;
  if (found.checker !== 'automaton' && isLinear(source, flags, found.attack)) return undefined;
  return `${found.complexity.summary} (${found.checker}), for example with ${found.attack.pattern.slice(0, 200)}`;
}
/** The text that recheck found, with its pieces repeated until it is about so long. */
function attackOf({ pumps, suffix }, length) {
  const once = pumps.reduce((sum, { pump }) => sum + pump.length, 0);
  const times = Math.max(1, Math.floor(length / once));
  return pumps.map(({ prefix, pump }) => prefix + pump.repeat(times)).join('') + suffix;
}

const milliseconds = (work) => {
  const { user, system } = process.cpuUsage();
  work();
  const used = process.cpuUsage({ user, system });
  return (used.user + used.system) / 1000;
};

/** Whether the engine that runs us takes time in proportion to the length of the attack: recheck's own counts a look behind as a walk from the start. */
function isLinear(source, flags, attack) {
  const pattern = new RegExp(source, flags.includes('g') ? flags : `${flags}g`);
  let before = 0;
  for (let power = 8; power <= 20; power += 2) {
    const text = attackOf(attack, 2 ** power);
    const time = Math.min(...[0, 1, 2].map(() => milliseconds(() => { for (const match of text.matchAll(pattern)) if (match[0].length > text.length) break; })));
    if (time > 20 && before > 1 && time > before * 8) return false;
    before = time;
  }
  return true;
}

if (process.send) process.on('message', async (pattern) => process.send(await judgement(pattern).catch((error) => ({ wrong: error.message }))));
