// npm run bench:reading [-- GREP] [--aside]: reads every paste of test/bench/reading with the built command line and scores what came out.
// With GREP it prints, for the files whose path holds it, what was wrong, missing or invented: files kept aside only with --aside.
// Without it the tables of test/bench/READING.md between <!-- pages --> and <!-- /pages --> and between <!-- formats --> and <!-- /formats --> are
// written anew; with --formats the second alone.
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

function writeReport(name, tables) {
  const whole = fs.existsSync(report) ? fs.readFileSync(report, 'utf8') : '';
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [start, end] = [whole.indexOf(open), whole.indexOf(close)];
  if (start >= 0 && end > start) fs.writeFileSync(report, `${whole.slice(0, start)}${open}\n\n${tables}\n\n${whole.slice(end)}`);
}

/** What of a paste is records, for a reader that takes no words around them: from the first record to the end of the last. */
const recordsOnly = {
  'BibTeX': /@[a-z]{3,20}\s{0,5}[{(][^]*[})]/iu, 'BibLaTeX': /@[a-z]{3,20}\s{0,5}[{(][^]*[})]/iu, 'RIS': /^TY  ?-[^]*/mu, 'CSL JSON': /[[{][^]*[\]}]/u,
};

/** What citation-js reads of records in a format that it knows; nothing where it refuses them. */
async function readByCitationJs(format, text) {
  const { plugins } = await import('@citation-js/core');
  await import('@citation-js/plugin-bibtex');
  await import('@citation-js/plugin-ris');
  try {
    return JSON.parse(JSON.stringify(plugins.input.chain(recordsOnly[format].exec(text)?.[0] ?? text, { generateGraph: false })));
  } catch {
    return [];
  }
}

/** A row of field F1 for each format of records, over the texts of `layouts.json` whose truth was written by hand. */
async function formatsTable(scored, scorer) {
  const layouts = JSON.parse(fs.readFileSync(path.join(folder, 'layouts.json'), 'utf8')).records;
  const rows = [];
  for (const [format, { clean, dirty }] of Object.entries(layouts)) {
    const own = scored.filter(({ layout, name }) => [...clean, ...dirty].includes(`bench/reading/${layout}/${name}`));
    if (own.length === 0) continue;
    const others = format in recordsOnly ? await Promise.all(own.map(async ({ text, truth }) => scorer.scorePaste(await readByCitationJs(format, text), truth, text))) : undefined;
    const f1 = (scores) => shown(scorer.f1(scorer.sum(scores)));
    rows.push([format, own.length, own.reduce((sum, { truth }) => sum + truth.length, 0), f1(own.map(({ score }) => score)), others === undefined ? '–' : f1(others)]);
  }
  const head = ['format', 'texts', 'records', 'ours', 'citation-js'];
  return [head, head.map((_, at) => (at === 0 ? '---' : '---:')), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const parts = [['Development', (one) => !one.aside], ['Kept aside', (one) => one.aside]];

async function main() {
  const { values, positionals: [grep] } = parseArgs({ allowPositionals: true, options: { 'aside': { type: 'boolean' }, 'no-build': { type: 'boolean' }, 'formats': { type: 'boolean' } } });
  if (!values['no-build']) await buildProduct({ quiet: true });
  const scorer = await scoring();
  const set = pastes(grep);
  const read = await readAll(set.map(({ text }) => text));
  const scored = set.map((paste, at) => ({ ...paste, score: scorer.scorePaste(read[at], paste.truth, paste.text) }));
  const tables = parts.filter(([, belongs]) => scored.some(belongs)).map(([title, belongs]) => `**${title}**\n\n${table(scored.filter(belongs), scorer)}`).join('\n\n');
  if (!values.formats) console.log(tables);
  if (grep !== undefined) return showDifferences(scored.filter(({ aside }) => !aside || values.aside), scorer.f1);
  const formats = await formatsTable(scored, scorer);
  console.log(formats);
  writeReport('formats', formats);
  if (!values.formats) writeReport('pages', tables);
  return undefined;
}

await main().catch(fail);
