// Runs a program and waits for it.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { pathToFileURL } from 'node:url';

/**
 * Resolves to `{ code, output }`. `quiet` keeps the output back (it is in `output`), else it is shown as it comes.
 * A program ended by a signal, or one that could not be started, has a code that is not 0.
 */
export function run(command, args, { quiet = false, ...options } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('error', (error) => resolve({ code: 127, output: `${output}${error.message}\n` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** The same, but what does not end with 0 is an error that carries the output. */
export async function must(command, args, options) {
  const { code, output } = await run(command, args, options);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}\n${output}`);
  return output;
}

/** npm, the one that is running this script if there is one. */
export function npm(args, options) {
  const own = process.env.npm_execpath;
  if (own && /npm-cli\.[cm]?js$/.test(own)) return must(process.execPath, [own, ...args], options);
  return must('npm', args, { ...options, shell: process.platform === 'win32' });
}

export const node = (args, options) => run(process.execPath, args, options);

/** Shows an error as a sentence, without our stack, and ends. */
export const fail = (error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
};

/** True for the script that was started, false when it is imported. */
export const isMain = (meta) =>
  process.argv[1] !== undefined && meta.url === pathToFileURL(fs.realpathSync(process.argv[1])).href;
