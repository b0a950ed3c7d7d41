// npm run bench:anchors [-- GREP]: how well quoted passages are found again after a text has changed, on invented abstracts in nine languages and on
// an invented text of 30,000 words. With GREP (of an edit) what was missed is printed; without it the tables of test/bench/ANCHORS.md are written anew.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { inRoot, out } from './paths.mjs';
import { fail } from './run.mjs';

const folder = inRoot('test', 'bench', 'anchors');
const report = inRoot('test', 'bench', 'ANCHORS.md');

async function bench() {
  const esbuild = await import('esbuild');
  const file = path.join(out, 'bench', 'anchors.mjs');
  const contents = ['edits', 'longText', 'score'].map((name) => `export * from './${name}';`).join('\n') + "\nexport { findPassage, searchText } from '../../../src/core/notes';";
  await esbuild.build({ stdin: { contents, resolveDir: folder, loader: 'ts' }, bundle: true, format: 'esm', platform: 'node', outfile: file, logLevel: 'warning' });
  return import(pathToFileURL(file).href);
}

const abstracts = () => fs.readdirSync(path.join(folder, 'abstracts')).sort().map((name) => fs.readFileSync(path.join(folder, 'abstracts', name), 'utf8').trim());

/** One row of several texts. */
const sum = (rows) => rows.reduce((all, row) => ({
  ...row, asked: all.asked + row.asked, right: all.right + row.right, confirm: all.confirm + row.confirm, lost: all.lost + row.lost,
  wrong: all.wrong + row.wrong, best: Math.max(all.best, row.best), misses: [...all.misses, ...row.misses],
}));

function table(rows) {
  const head = ['edit', 'passages', 'found', 'of these to confirm', 'lost', 'found in a wrong place'];
  const cells = rows.map((row) => [row.edit, row.asked, row.right, row.confirm, row.lost, row.wrong === 0 ? '0' : `${row.wrong} (up to ${row.best.toFixed(2)})`]);
  return [head, head.map((_, at) => (at === 0 ? '---' : '---:')), ...cells].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

/** How long one passage takes in the long text, in milliseconds: the middle of all and the longest. */
function times({ findPassage, searchText }, text, passages, lost) {
  const searched = searchText(text);
  searched.comparable();
  const spent = passages.map(({ one }) => {
    const quote = lost ? [...one.text.slice(one.start, one.end)].reverse().join('') : one.text.slice(one.start, one.end);
    const begin = performance.now();
    findPassage(searched, quote, { before: '', after: '' });
    return performance.now() - begin;
  }).sort((a, b) => a - b);
  return { middle: spent[spent.length >> 1], longest: spent.at(-1) };
}

async function main() {
  const { chanceOf, longText, passagesOf, scoreEdits, findPassage, searchText } = await bench();
  const chance = chanceOf(20_260_914);
  const byText = abstracts().map((text) => scoreEdits(passagesOf(text, 12, chance), chance));
  const short = byText[0].map((_, edit) => sum(byText.map((rows) => rows[edit])));
  const texts = [1, 2, 3, 4].map(() => longText(30_000, chance));
  const byLong = texts.map((text) => scoreEdits(passagesOf(text, 20, chance), chance));
  const long = byLong[0].map((_, edit) => sum(byLong.map((rows) => rows[edit])));
  const [text] = texts;
  const passages = passagesOf(text, 20, chance);
  const there = times({ findPassage, searchText }, text, passages, false);
  const gone = times({ findPassage, searchText }, text, passages, true);
  const begin = performance.now();
  searchText(text).comparable();
  const ready = performance.now() - begin;
  const speed = `Making the long text (${text.split(/\s+/).length} words) comparable: ${ready.toFixed(0)} ms, once. Finding a passage in it: ${there.middle.toFixed(1)} ms (longest ${there.longest.toFixed(1)}); `
    + `finding that one is not there: ${gone.middle.toFixed(1)} ms (longest ${gone.longest.toFixed(1)}).`;
  const said = { abstracts: table(short), long: table(long), speed };
  for (const words of Object.values(said)) console.log(`${words}\n`);
  const grep = process.argv[2];
  if (grep !== undefined) for (const { edit, misses } of [...short, ...long]) if (edit.includes(grep)) console.log(edit, misses.join('\n  '));
  if (grep !== undefined || !fs.existsSync(report)) return;
  const written = Object.entries(said).reduce((whole, [name, words]) => whole.replace(new RegExp(`(<!-- ${name} -->)[^]*?(<!-- /${name} -->)`, 'u'), (_, open, close) => `${open}\n\n${words}\n\n${close}`), fs.readFileSync(report, 'utf8'));
  fs.writeFileSync(report, written);
}

await main().catch(fail);
