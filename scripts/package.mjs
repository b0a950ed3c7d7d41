// Makes the .vsix and tells its size.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildProduct } from './build.mjs';
import { install } from './install.mjs';
import { bin, inRoot, out, root } from './paths.mjs';
import { fail, isMain, node } from './run.mjs';
import { scratch } from './scratch.mjs';

const kilobytes = (bytes) => `${Math.ceil(bytes / 1024)} kB`;

/** The files that go in, largest first. */
async function contents(from) {
  const { output } = await node([bin('@vscode/vsce', 'vsce'), 'ls', '--no-dependencies'], { cwd: from, quiet: true });
  const files = output.split(/\r?\n/).map((name) => path.join(from, name)).filter((file) => fs.statSync(file, { throwIfNoEntry: false })?.isFile());
  return files.map((file) => ({ file: path.relative(from, file), size: fs.statSync(file).size })).sort((a, b) => b.size - a.size);
}

/** What makes a package depend on where and when it is made: the time of day, the language that sorts, the permissions of files. */
const anywhere = { SOURCE_DATE_EPOCH: '315619200', TZ: 'UTC', LC_ALL: 'C', LANG: 'C' };

/** A folder with the files that go in, each with the permissions it always has. */
async function staged(from, folder) {
  for (const name of [...(await contents(from)).map(({ file }) => file), '.vscodeignore']) {
    const to = path.join(folder, name);
    fs.mkdirSync(path.dirname(to), { recursive: true });
    fs.copyFileSync(path.join(from, name), to);
    fs.chmodSync(to, name === path.join('dist', 'cli.js') ? 0o755 : 0o644);
  }
}

/** Packs what was built; gives the path of the .vsix. */
export async function pack({ from = root, to } = {}) {
  const { name, version } = JSON.parse(fs.readFileSync(path.join(from, 'package.json'), 'utf8'));
  const vsix = to ?? path.join(out, `${name}-${version}.vsix`);
  fs.mkdirSync(path.dirname(vsix), { recursive: true });
  const place = scratch();
  await staged(from, place.folder);
  const { code, output } = await node([bin('@vscode/vsce', 'vsce'), 'package', '--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '-o', vsix], { cwd: place.folder, quiet: true, env: { ...process.env, ...anywhere } });
  place.remove();
  if (code !== 0) throw new Error(`vsce could not make the package\n${output}`);
  console.log(`${path.relative(root, vsix)} ${kilobytes(fs.statSync(vsix).size)}; the largest of its files:`);
  for (const { file, size } of (await contents(from)).slice(0, 8)) console.log(`  ${file} ${kilobytes(size)}`);
  return vsix;
}

async function main() {
  const { values } = parseArgs({ options: { out: { type: 'string', short: 'o' } } });
  await install();
  await buildProduct({ quiet: true });
  await pack({ to: values.out ? path.resolve(values.out) : inRoot(`${JSON.parse(fs.readFileSync(inRoot('package.json'), 'utf8')).name}.vsix`) });
}

if (isMain(import.meta)) await main().catch(fail);
