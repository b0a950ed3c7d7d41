// npm test [-- SUITE…]: installs what is missing, runs the suites and closes with what failed and one line of counts over all of them.
import { install } from './install.mjs';
import { fail } from './run.mjs';

/** A suite that breaks down is a failure, and the others still run. */
async function counts(name, suite) {
  console.log(`\n== ${name}`);
  const begin = Date.now();
  const result = await suite().catch((error) => {
    console.error(error instanceof Error ? (error.stack ?? error.message) : error);
    return { passes: 0, failures: 1, pending: 0 };
  });
  const { passes, failures, pending } = result;
  console.log(`${name}: ${passes} passed, ${failures} failed${pending ? `, ${pending} skipped` : ''} (${((Date.now() - begin) / 1000).toFixed(1)} s)`);
  return result;
}

async function main(wanted) {
  await install();
  const { suites, usual } = await import('./suites.mjs');
  const unknown = wanted.filter((name) => !Object.hasOwn(suites, name));
  if (unknown.length > 0) throw new Error(`There is no suite ${unknown.join(', ')}. There are: ${Object.keys(suites).join(', ')}`);
  let passed = 0;
  let failed = 0;
  const said = [];
  for (const name of wanted.length > 0 ? wanted : usual) {
    const { passes, failures, failed: names = [] } = await counts(name, suites[name]);
    passed += passes;
    failed += failures;
    if (failures > 0) said.push(...(names.length > 0 ? names : ['see its report above']).map((one) => `  ${name}: ${one}`));
  }
  if (said.length > 0) console.log(`\nFailed:\n${said.join('\n')}`);
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

await main(process.argv.slice(2)).catch(fail);
