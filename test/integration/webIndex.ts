/**
 * The suite of the browser's extension host, one file without Node: VS Code loads it and calls `run`. The report and the
 * counts are said on the console, where the runner listens for them.
 */
import 'mocha/mocha';

const say = (mark: 'report' | 'summary', text: string): void => console.log(`commonplace-${mark} ${text}`);

/** Mocha's own reporters need a page or a terminal. */
function reporter(runner: Mocha.Runner): void {
  runner.on('suite', (suite) => suite.title && say('report', `  ${suite.title}`));
  runner.on('pass', (test) => say('report', `    ✔ ${test.title}`));
  runner.on('pending', (test) => say('report', `    - ${test.title}`));
  runner.on('fail', (test, error: Error) => say('report', `    FAILED ${test.title}: ${error.stack ?? error.message}`));
  runner.on('end', () => say('summary', JSON.stringify(runner.stats)));
}

async function run(): Promise<void> {
  if (!('importScripts' in globalThis)) throw new Error('This is not the host of a browser');
  mocha.setup({ ui: 'bdd', reporter: reporter as unknown as Mocha.ReporterConstructor, timeout: 20_000 });
  await import('commonplace:web-tests');
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} failed`);
}

// The bundle ends with `module.exports = suiteOfCommonplace`: mocha's browser build assigns module.exports itself.
Object.assign(globalThis, { suiteOfCommonplace: { run } });
