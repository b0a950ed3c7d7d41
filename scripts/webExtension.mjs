// The extension as VS Code for the Web would load it. Where there is a Node host, `main` and `extensionKind` would win, so
// here they are left out.
import fs from 'node:fs';
import path from 'node:path';
import { inRoot, out } from './paths.mjs';

const copy = path.join(out, 'web-extension');
const keep = (from, to) => fs.cpSync(from, path.join(copy, to), { recursive: true });

/**
 * Makes a copy whose manifest names the browser's half alone, with the built suite inside: VS Code runs a suite in the
 * host of the extension in whose folder it lies. Gives `{ extension, tests }`, the two paths.
 */
export function webExtension(from = inRoot()) {
  fs.rmSync(copy, { recursive: true, force: true });
  fs.mkdirSync(copy, { recursive: true });
  const { main, extensionKind, ...manifest } = JSON.parse(fs.readFileSync(path.join(from, 'package.json'), 'utf8'));
  fs.writeFileSync(path.join(copy, 'package.json'), JSON.stringify(manifest, undefined, 2));
  for (const part of ['dist', 'media']) keep(path.join(from, part), part);
  keep(path.join(out, 'test', 'integration', 'webIndex.js'), 'suite.js');
  return { extension: copy, tests: path.join(copy, 'suite.js') };
}
