// A copy of the project without what was built, for runs that must not touch this one.
import fs from 'node:fs';
import path from 'node:path';
import { inRoot, out } from './paths.mjs';

const copied = ['src', 'media', 'test', 'scripts', 'package.json', 'package-lock.json', 'tsconfig.json', 'README.md', 'CHANGELOG.md', 'LICENSE', '.vscodeignore', '.gitignore'];

/** The copy uses the packages of this one, and what was gathered for the styles. */
export function copyTo(folder) {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(path.join(folder, 'out'), { recursive: true });
  for (const name of copied) if (fs.existsSync(inRoot(name))) fs.cpSync(inRoot(name), path.join(folder, name), { recursive: true });
  fs.symlinkSync(inRoot('node_modules'), path.join(folder, 'node_modules'), 'junction');
  if (fs.existsSync(path.join(out, 'styles'))) fs.cpSync(path.join(out, 'styles'), path.join(folder, 'out', 'styles'), { recursive: true });
}
