// What the tests use beside Node, installed from Debian where the one who runs them may do so.
import fs from 'node:fs';
import path from 'node:path';
import { must } from './run.mjs';

export function onPath(name) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders.map((folder) => path.join(folder, name)).find((file) => fs.existsSync(file));
}

export const canInstall = () => process.getuid?.() === 0 && onPath('apt-get') !== undefined;

export async function installDebian(packages) {
  console.log(`Installing Debian’s ${packages.join(', ')} for the tests`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await must('apt-get', ['update', '-q'], { quiet: true, env });
  await must('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], { quiet: true, env });
}

/** Programs with the packages that bring them. TeX takes 300 MB: it is asked for where nobody waits. */
const tools = { strace: ['strace'], ip: ['iproute2'], 'lowntfs-3g': ['ntfs-3g'], ...(process.env.CI && { pdflatex: ['texlive-latex-base', 'texlive-latex-recommended', 'texlive-latex-extra'], biber: ['biber', 'texlive-bibtex-extra'] }) };

/** Installs what the tests of faults and of exits use. Without it they say what they leave out. */
export async function reliabilityTools() {
  const missing = Object.entries(tools).filter(([program]) => onPath(program) === undefined);
  if (missing.length === 0 || process.platform !== 'linux' || !canInstall()) return;
  await installDebian(missing.flatMap(([, packages]) => packages)).catch((error) => console.error(`${missing.map(([program]) => program).join(', ')} could not be installed; some tests are left out.\n${error.message}`));
}
