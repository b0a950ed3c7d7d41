// npm run test:offline [-- SUITE…]: suites in a network of their own that leads nowhere (Linux): only the machine's own loopback
// address answers, and the kernel counts each packet that has no way out. So not one connection can be tried unseen.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { install } from './install.mjs';
import { inRoot } from './paths.mjs';
import { fail, isMain, run } from './run.mjs';
import { scratch } from './scratch.mjs';

/** `unshare` gives a namespace; whoever is not root must be it inside, to bring the loopback address up. */
const alone = ['--net', '--mount', ...(process.getuid?.() === 0 ? [] : ['--map-root-user']), '--'];

/**
 * Names are asked of an address that leads nowhere as well: a name server on this machine would answer. The one other address is
 * that by which Chromium finds out whether it can use version 6 of the protocol; it sends nothing there, and is not counted.
 */
const inside = `
  ip link set lo up || exit 1
  ip -6 route add unreachable 2001:4860:4860::8888
  echo 'nameserver 192.0.2.53' > "$0/resolv.conf"
  mount --bind "$0/resolv.conf" /etc/resolv.conf
  "$@"
  code=$?
  cat /proc/net/snmp /proc/net/snmp6 > "$0/counts"
  exit $code`;

/** Packets for which there was no way out, of either version of the protocol. */
export function triedIn(counts) {
  const [names = [], figures = []] = counts.split('\n').filter((line) => line.startsWith('Ip:')).map((line) => line.split(/\s+/));
  const [, six = '0'] = /^Ip6OutNoRoutes\s+(\d+)$/m.exec(counts) ?? [];
  return Number(figures[names.indexOf('OutNoRoutes')] ?? 0) + Number(six);
}

/** Runs a program without a network: its `code` and `output`, and how often something tried to go out (undefined when it was ended before that was told). */
export async function offline(command, args, options) {
  const place = scratch();
  const { code, output } = await run('unshare', [...alone, 'sh', '-c', inside, place.folder, command, ...args], { ...options, env: { ...(options?.env ?? process.env), COMMONPLACE_OFFLINE: '1' } });
  const counts = path.join(place.folder, 'counts');
  const tried = fs.existsSync(counts) ? triedIn(fs.readFileSync(counts, 'utf8')) : undefined;
  place.remove();
  return { code, output, tried };
}

let possible;
/** Whether this machine can do it: Linux, with the right to make namespaces, and with `ip`. */
export const canBeOffline = () => (possible ??= process.platform === 'linux' && spawnSync('unshare', [...alone, 'sh', '-c', 'ip link set lo up']).status === 0);

/** That attempts are counted must be shown first. */
async function checkCounting() {
  const { tried } = await offline(process.execPath, ['-e', "for (const host of ['192.0.2.1', '2001:db8::1']) require('node:net').connect(80, host).on('error', () => undefined)"]);
  if (tried !== 2) throw new Error(`Of 2 connections that were tried, ${tried} were counted`);
}

if (isMain(import.meta)) {
  await install();
  if (!canBeOffline()) fail(new Error('Here no network can be made that leads nowhere: that takes Linux, `ip` (iproute2), and the right to make namespaces'));
  await checkCounting().catch(fail);
  const wanted = process.argv.slice(2);
  const { code, tried } = await offline(process.execPath, [inRoot('scripts', 'test.mjs'), ...(wanted.length > 0 ? wanted : ['unit', 'reliability', 'integration', 'web', 'e2e'])]);
  console.log(`${tried} connections were tried`);
  process.exitCode = code === 0 && tried === 0 ? 0 : 1;
}
