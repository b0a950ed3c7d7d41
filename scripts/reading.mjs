// npm run bench:reading [-- GREP] [--aside]: reads every paste of test/bench/reading with the built command line and scores what came out.
// With GREP it prints, for the files whose path holds it, what was wrong, missing or invented: files kept aside only with --aside.
// Without it the table of test/bench/READING.md between <!-- pages --> and <!-- /pages --> is written anew.
import fs from 'node:fs';
import path from 'node:path';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text as wholeText } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';
import { buildProduct } from './build.mjs';
import { dist, inRoot, out } from './paths.mjs';
import { fail } from './run.mjs';

const folder = inRoot('test', 'bench', 'reading');
const report = inRoot('test', 'bench', 'READING.md');

async function scoring() {
  const esbuild = await import('esbuild');
  const file = path.join(out, 'bench', 'score.mjs');
  await esbuild.build({ entryPoints: [inRoot('test', 'bench', 'score.ts')], bundle: true, format: 'esm', platform: 'node', outfile: file, logLevel: 'warning' });
  return import(pathToFileURL(file).href);
}

/** `{ layout, name, aside, text, truth }` of every paste. */
function pastes(grep) {
  const layouts = fs.readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();
  return layouts.flatMap((layout) => fs.readdirSync(path.join(folder, layout)).filter((name) => name.endsWith('.txt')).sort().map((file) => {
    const name = path.basename(file, '.txt');
    const truth = JSON.parse(fs.readFileSync(path.join(folder, layout, `${name}.json`), 'utf8'));
    return { layout, name, aside: name.endsWith('-aside'), text: fs.readFileSync(path.join(folder, layout, file), 'utf8'), truth };
  })).filter(({ layout, name }) => grep === undefined || `${layout}/${name}`.includes(grep));
}

/** What the command line makes of the texts, an array of items each. */
async function readAll(texts) {
  const child = spawn(process.execPath, [path.join(dist, 'cli.js'), 'parse', '--lines'], { stdio: ['pipe', 'pipe', 'ignore'] });
  const ended = once(child, 'close');
  child.stdin.end(texts.map((text) => `${JSON.stringify(text)}\n`).join(''));
  const lines = (await wholeText(child.stdout)).trimEnd().split('\n');
  const [code, signal] = await ended;
  if (lines.length !== texts.length) throw new Error(`The command line ended with ${signal ?? code} after ${lines.length} of ${texts.length} pastes`);
  return lines.map((line) => JSON.parse(line));
}

const mean = (numbers) => (numbers.length === 0 ? 0 : numbers.reduce((sum, one) => sum + one, 0) / numbers.length);
const shown = (number, digits = 3) => (Number.isInteger(number) && digits === 0 ? String(number) : number.toFixed(digits));

function row(label, scored, { sum, f1 }) {
  const total = sum(scored.map(({ score }) => score));
  const counts = [total.right, total.wrong, total.missing].map((count) => Math.round(count));
  return [label, scored.length, scored.reduce((all, { truth }) => all + truth.length, 0), shown(mean(scored.map(({ score }) => f1(score)))), shown(f1(total)), ...counts, total.invented];
}

function table(scored, scorer) {
  const layouts = [...new Set(scored.map(({ layout }) => layout))];
  const head = ['layout', 'pastes', 'records', 'mean score', 'F1', 'right', 'wrong', 'missing', 'invented'];
  const rows = [...layouts.map((layout) => row(layout, scored.filter((one) => one.layout === layout), scorer)), row('**all**', scored, scorer)];
  return [head, head.map((_, at) => (at === 0 ? '---' : '---:')), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function showDifferences(scored, f1) {
  for (const { layout, name, score } of scored) {
    console.log(`\n${layout}/${name} ${shown(f1(score))}`);
    for (const difference of score.differences) console.log(`  ${difference}`);
  }
}

function writeReport(tables) {
  const whole = fs.existsSync(report) ? fs.readFileSync(report, 'utf8') : '';
  const between = /(<!-- pages -->)[^]*?(<!-- \/pages -->)/u;
  if (between.test(whole)) fs.writeFileSync(report, whole.replace(between, (_, open, close) => `${open}\n${tables}\n${close}`));
}

const parts = [['Development', (one) => !one.aside], ['Kept aside', (one) => one.aside]];

async function main() {
  const { values, positionals: [grep] } = parseArgs({ allowPositionals: true, options: { aside: { type: 'boolean' }, 'no-build': { type: 'boolean' } } });
  if (!values['no-build']) await buildProduct({ quiet: true });
  const scorer = await scoring();
  const set = pastes(grep);
  const read = await readAll(set.map(({ text }) => text));
  const scored = set.map((paste, at) => ({ ...paste, score: scorer.scorePaste(read[at], paste.truth, paste.text) }));
  const tables = parts.filter(([, belongs]) => scored.some(belongs)).map(([title, belongs]) => `**${title}**\n\n${table(scored.filter(belongs), scorer)}`).join('\n\n');
  console.log(tables);
  if (grep === undefined) writeReport(`\n${tables}\n`);
  else showDifferences(scored.filter(({ aside }) => !aside || values.aside), scorer.f1);
}

await main().catch(fail);
