// npm run test:package: the .vsix is the same bit for bit wherever and by whomever it is made, needs no package beside it, and carries
// the licence of everything that is in it. Made here, and once more from a copy in another place, with another time zone, language
// and mask of permissions.
import assert from 'node:assert/strict';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { copyTo } from './copyOfProject.mjs';
import { packagesIn } from './notices.mjs';
import { inRoot } from './paths.mjs';
import { must } from './run.mjs';
import { scratch } from './scratch.mjs';

const hashOf = (file) => crypto.createHash('sha256').update(fs.readFileSync(file)).digest('hex');

/** The texts of a zip by their names. */
async function unzipped(file) {
  const { default: yauzl } = await import('yauzl');
  const zip = await new Promise((resolve, reject) => yauzl.open(file, { lazyEntries: true }, (error, opened) => (error ? reject(error) : resolve(opened))));
  const texts = new Map();
  return new Promise((resolve, reject) => {
    zip.on('error', reject).on('end', () => resolve(texts)).on('entry', (entry) => zip.openReadStream(entry, async (error, stream) => {
      if (error) return reject(error);
      const parts = [];
      for await (const part of stream) parts.push(part);
      texts.set(entry.fileName, Buffer.concat(parts).toString());
      zip.readEntry();
    }));
    zip.readEntry();
  });
}

async function madeElsewhere() {
  const place = scratch();
  const folder = path.join(place.folder, 'some where else', 'clone');
  copyTo(folder);
  const to = path.join(place.folder, 'other.vsix');
  const [script, packing] = [path.join(place.folder, 'run.mjs'), path.join(folder, 'scripts', 'package.mjs')];
  fs.writeFileSync(script, `process.umask(0o002); process.argv[1] = ${JSON.stringify(packing)}; await import(${JSON.stringify(pathToFileURL(packing).href)});`);
  await must(process.execPath, [script, '-o', to], { cwd: folder, quiet: true, env: { ...process.env, TZ: 'Asia/Almaty', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' } });
  return { to, remove: place.remove };
}

const checks = (vsix, metafiles) => ({
  'X-11 made twice it is the same bit for bit': async () => {
    const { to, remove } = await madeElsewhere();
    const [one, other] = [await unzipped(vsix), await unzipped(to)];
    assert.deepEqual([...other.keys()], [...one.keys()]);
    assert.deepEqual([...one].filter(([name, text]) => other.get(name) !== text).map(([name]) => name), []);
    assert.equal(hashOf(to), hashOf(vsix));
    remove();
  },
  'X-11 it asks for no package, and runs nothing when it is installed': async () => {
    const texts = await unzipped(vsix);
    const { dependencies, scripts = {} } = JSON.parse(texts.get('extension/package.json'));
    assert.equal(dependencies, undefined);
    assert.deepEqual(Object.keys(scripts).filter((name) => /install|prepare|uninstall/.test(name)), []);
    const known = new Set([...(await import('node:module')).builtinModules, 'vscode']);
    for (const [name, text] of texts) if (/\.(?:m?js)$/.test(name)) {
      const asked = [...text.matchAll(/\brequire\("(@?[a-z][^"]*)"\)|\bfrom ?"(@?[a-z][^"]*)"/g)].map(([, one, other]) => (one ?? other).replace(/^node:/, ''));
      assert.deepEqual([...new Set(asked)].filter((one) => !known.has(one)), [], name);
    }
  },
  'X-11 it carries the licence of everything that is bundled, and a list of it': async () => {
    const texts = await unzipped(vsix);
    const [notices, list] = [texts.get('extension/dist/THIRD-PARTY-NOTICES.txt'), JSON.parse(texts.get('extension/dist/sbom.cdx.json'))];
    const bundled = packagesIn(metafiles);
    assert.ok(bundled.length > 5, `${bundled.length}`);
    for (const { name, version, licence } of bundled) {
      const notice = notices.split(`\n${name} ${version}\n`)[1]?.split('-'.repeat(80))[0] ?? '';
      assert.match(notice, /permission|licen[cs]e/i, name);
      assert.ok(notice.length > 300 && licence.length > 300, `${name} has no licence text`);
      assert.ok(list.components.some((one) => one.name === name && one.version === version && one.licenses.length > 0), name);
    }
    assert.match(notices, /Creative Commons/);
    assert.match(texts.get('extension/LICENSE.txt') ?? '', /MIT/);
  },
});

/** The counts of a suite. */
export async function checkPackage(vsix, metafiles) {
  const counts = { passes: 0, failures: 0, pending: 0 };
  for (const [title, check] of Object.entries(checks(vsix, metafiles))) {
    const error = await check().catch((caught) => caught ?? new Error('unknown'));
    counts[error === undefined ? 'passes' : 'failures'] += 1;
    console.log(`  ${error === undefined ? '✔' : '✖'} ${title}${error === undefined ? '' : `\n${error.stack ?? error}`}`);
  }
  return counts;
}
