/** The suite of the Node extension host: VS Code loads this file and calls `run`. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import Mocha from 'mocha';

const built = __dirname;
const reporterFile = path.resolve(built, '../../../scripts/reporter.mjs');

/** All test files, or those that COMMONPLACE_FILES names. */
const testFiles = (): string[] =>
  readdirSync(built, { recursive: true, encoding: 'utf8' })
    .filter((name) => process.env.COMMONPLACE_FILES?.split(' ').includes(path.basename(name)) ?? name.endsWith('.test.js'))
    .sort()
    .map((name) => path.join(built, name));

async function makeMocha(): Promise<Mocha> {
  const { default: reporter } = (await import(pathToFileURL(reporterFile).href)) as { default: Mocha.ReporterConstructor };
  const { CI, COMMONPLACE_GREP: grep } = process.env;
  return new Mocha({ ui: 'bdd', color: false, timeout: 20_000, reporter, forbidOnly: Boolean(CI), ...(grep ? { grep } : {}) });
}

export async function run(): Promise<void> {
  const mocha = await makeMocha();
  for (const file of testFiles()) mocha.addFile(file);
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} failed`);
}
