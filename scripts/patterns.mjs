// npm run test:patterns: every regular expression of our own code goes through recheck, which looks for texts that take more than
// linear time (weakness.mjs). What was found safe is kept by its hash and is not asked again: in the user's cache, and in
// test/reliability/patterns.txt, which `node scripts/patterns.mjs --keep` writes anew. So an unchanged tree takes seconds.
// A pattern that recheck can't judge in its time counts as unsafe: make it simpler. --all asks for every pattern again (some minutes).
// What is kept says how a pattern is known to be safe: proved, or only tried (`tried` behind its hash). A new pattern must be proved; those that are only tried
// may get fewer (test/reliability/patterns.test.ts).
import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Asker } from './asker.mjs';
import { install } from './install.mjs';
import { cache, inRoot, out } from './paths.mjs';
import { fail, isMain, run } from './run.mjs';

const version = JSON.parse(fs.readFileSync(inRoot('package.json'), 'utf8')).devDependencies.recheck;
const kept = path.join(cache, 'patterns', `recheck-${version}-proved.txt`);
/** All patterns that differ in nothing but in that they are sought again and again, which makes none slower or faster at one place, are judged by one of them. */
const once = ({ source, flags }) => keyOf({ source, flags: flags.replace('g', '') });
const keyOf = ({ source, flags }) => crypto.createHash('sha256').update(`/${source}/${flags}`).digest('base64url').slice(0, 22);

/** Paths of our own modules, from the root. */
const ownFiles = () => ['src', 'media'].flatMap((top) => fs.readdirSync(inRoot(top), { recursive: true }).map((name) => path.join(top, name)).filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts')));

/** The patterns that stand in the code, each with the files it stands in. */
async function literals() {
  const { default: ts } = await import('typescript');
  const found = [];
  for (const file of ownFiles()) {
    const visit = (node) => {
      if (ts.isRegularExpressionLiteral(node)) found.push({ source: node.text.slice(1, node.text.lastIndexOf('/')), flags: node.text.slice(node.text.lastIndexOf('/') + 1), file });
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(file, fs.readFileSync(inRoot(file), 'utf8'), ts.ScriptTarget.ES2022, false));
  }
  return found;
}

/** The places where the code puts patterns together, by their file and line. */
async function placesIn(file, text) {
  const { default: ts } = await import('typescript');
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, false);
  const found = [];
  const visit = (node) => {
    if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && ts.isIdentifier(node.expression) && node.expression.text === 'RegExp') {
      const start = node.expression.end - 'RegExp'.length;
      found.push({ start, end: node.expression.end, name: `${file.split(path.sep).join('/')}:${tree.getLineAndCharacterOfPosition(start).line + 1}` });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** Has each such place of core say when it is reached; what makes patterns there is the RegExp that notes them. */
const watched = {
  name: 'watched',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/]core[\\/].*\.ts$/ }, async ({ path: file }) => {
      const text = fs.readFileSync(file, 'utf8');
      let [contents, at] = ['', 0];
      for (const { start, end, name } of await placesIn(path.relative(inRoot(), file), text)) {
        contents += `${text.slice(at, start)}(globalThis.reached(${JSON.stringify(name)}))`;
        at = end;
      }
      return { contents: contents + text.slice(at), loader: 'ts' };
    });
  },
};

/** The patterns that the code puts together: all that are made while core is loaded, the pastes beside the tests are read, and what no paste has is made (test/reliability/madePatterns.ts). */
async function composed() {
  const esbuild = await import('esbuild');
  const { stylesPlugin } = await import('./styles.mjs');
  const folder = path.join(out, 'patterns');
  fs.mkdirSync(folder, { recursive: true });
  const imports = ownFiles().filter((file) => file.startsWith(path.join('src', 'core'))).map((file) => `import * as m${crypto.createHash('md5').update(file).digest('hex')} from ${JSON.stringify(`./${file}`)};`);
  const contents = [...imports, "import { parsePaste } from './src/core/parsing'; import { readDraft, syntaxes } from './src/core/citations'; import { keySpans } from './src/core/library'; export { makePatterns } from './test/reliability/madePatterns';",
    'export const read = async (text) => { await parsePaste(text, { engine: { readYaml: async () => [] } }); for (const syntax of syntaxes) readDraft(syntax, text); for (const ending of ["bib", "json", "ris", "yaml"]) keySpans(`a.${ending}`, text.slice(0, 10000), "lee2018"); };'].join('\n');
  const outfile = path.join(folder, 'core.cjs');
  await esbuild.build({ stdin: { contents, resolveDir: inRoot(), loader: 'ts' }, outfile, bundle: true, platform: 'node', format: 'cjs', external: ['citeproc', 'js-yaml'], plugins: [stylesPlugin, watched], logLevel: 'error' });
  const recorder = path.join(folder, 'record.cjs');
  fs.writeFileSync(recorder, `
    const made = new Map(); const places = new Set(); const Own = RegExp; const fs = require('node:fs');
    globalThis.RegExp = new Proxy(Own, { construct(target, [source, flags]) { const made1 = new target(source, flags); if (typeof source === 'string') made.set(String(made1), { source: made1.source, flags: made1.flags }); return made1; } });
    globalThis.reached = (place) => { places.add(place); return globalThis.RegExp; };
    const { read, makePatterns } = require(${JSON.stringify(outfile)});
    (async () => {
      for (const folder of ['pastes', 'citations']) for (const name of fs.readdirSync('test/fixtures/' + folder)) await read(fs.readFileSync('test/fixtures/' + folder + '/' + name, 'utf8'));
      await makePatterns();
      fs.writeFileSync(process.argv[2], JSON.stringify({ made: [...made.values()], places: [...places] }));
    })();`);
  const list = path.join(folder, 'composed.json');
  const { code, output } = await run(process.execPath, [recorder, list], { cwd: inRoot(), quiet: true });
  if (code !== 0) throw new Error(output);
  const { made, places } = JSON.parse(fs.readFileSync(list, 'utf8'));
  await allReached(new Set(places));
  return made.map((pattern) => ({ ...pattern, file: '(put together)' }));
}

/** Fails when some place of ours puts patterns together that was never reached: nobody would look at what it makes. */
async function allReached(reached) {
  const places = (await Promise.all(ownFiles().map(async (file) => placesIn(file, fs.readFileSync(inRoot(file), 'utf8'))))).flat().map(({ name }) => name);
  const never = places.filter((name) => !reached.has(name));
  if (never.length > 0) throw new Error(`no pattern is made at ${never.join(', ')}: let test/reliability/madePatterns.ts make one`);
}

/** Each pattern once, with all files it stands in. */
export async function patterns() {
  const all = new Map();
  for (const { source, flags, file } of [...await literals(), ...await composed()]) {
    const key = keyOf({ source, flags });
    all.set(key, { key, source, flags, files: new Set([...(all.get(key)?.files ?? []), file]) });
  }
  return [...all.values()];
}

const list = inRoot('test', 'reliability', 'patterns.txt');
const linesOf = (file) => (fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split('\n').filter(Boolean) : []);
/** By their keys how patterns are known to be safe; where one list has proved what the other has tried, it is proved. */
function known() {
  const all = [...linesOf(list), ...linesOf(kept)].map((line) => line.split(' '));
  const tried = all.filter(([, how]) => how === 'tried').map(([key]) => [key, 'tried']);
  return new Map([...tried, ...all.filter(([, how]) => how === undefined).map(([key]) => [key, 'proved'])]);
}

/** The patterns that may be tried only. */
const allowed = () => new Set(linesOf(list).filter((line) => line.endsWith(' tried')).map((line) => line.split(' ')[0]));

function keep(file, verdicts) {
  const keys = [...verdicts].map(([key, how]) => (how === 'tried' ? `${key} tried` : key));
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(`${file}.${process.pid}`, `${[...keys].sort().join('\n')}\n`);
  fs.renameSync(`${file}.${process.pid}`, file);
}

/** Time for one pattern, in milliseconds. When the list is written, there is more of it. */
const deadline = (patient) => (patient ? 120_000 : 30_000);

/** What is `wrong` with each of some patterns, or `how` it is known to be safe, as they are judged. As many at once as there are processors. */
async function judge(open, patient, judged) {
  const rest = [...open];
  const work = async () => {
    const asker = new Asker(inRoot('scripts', 'weakness.mjs'));
    for (let pattern = rest.shift(); pattern !== undefined; pattern = rest.shift()) {
      const answer = await asker.ask({ source: pattern.source, flags: pattern.flags }, deadline(patient));
      judged(pattern, answer ?? { wrong: `recheck did not come to an end in ${deadline(patient) / 1000} s` });
    }
    asker.end();
  };
  await Promise.all(Array.from({ length: Math.min(os.availableParallelism(), open.length) }, work));
}

/** Recheck must be shown to find what it is asked for, and what it only tries must not pass for proved. */
const examples = { '^(a+)+$': 'wrong', 'a*$': 'wrong', 'a$': 'proved', '(?<!x)a*$': 'wrong', '(?<!x)a(?!b)': 'proved', '(?<!~)~{3,}': 'tried' };
async function checkRecheck() {
  const found = {};
  await judge(Object.keys(examples).map((source) => ({ source, flags: '' })), false, ({ source }, { how = 'wrong' }) => { found[source] = how; });
  const wrongly = Object.keys(examples).filter((source) => found[source] !== examples[source]);
  if (wrongly.length > 0) throw new Error(`recheck judges wrongly: ${wrongly.map((source) => `${source} ${found[source]}`).join(', ')}`);
}

function say(pattern, wrong) {
  console.log(`  /${pattern.source}/${pattern.flags}\n    ${[...pattern.files].join(', ')}\n    ${wrong}`);
}

function byTwin(found) {
  const twins = new Map();
  for (const pattern of found) twins.set(once(pattern), [...(twins.get(once(pattern)) ?? []), pattern]);
  return twins;
}

/** Counts of a suite: each pattern a test. */
export async function checkPatterns({ all = false, keepAll = false } = {}) {
  await install();
  const found = await patterns();
  const safe = all ? new Map() : known();
  const twins = byTwin(found);
  for (const alike of twins.values()) {
    const told = alike.find(({ key }) => safe.has(key));
    if (told !== undefined) for (const { key } of alike) safe.set(key, safe.get(key) ?? safe.get(told.key));
  }
  const open = found.filter(({ key }) => !safe.has(key));
  const may = allowed();
  if (open.length > 0) await checkRecheck();
  let [weak, answers] = [0, 0];
  const asked = [...new Map(open.map((pattern) => [once(pattern), pattern])).values()];
  await judge(asked, keepAll, (pattern, { wrong, how }) => {
    if (wrong === undefined) for (const { key } of twins.get(once(pattern))) safe.set(key, how);
    else say(pattern, wrong);
    weak += wrong === undefined ? 0 : 1;
    if (wrong === undefined && (answers += 1) % 20 === 0) keep(kept, safe);
  });
  const tried = found.filter(({ key }) => safe.get(key) === 'tried');
  for (const pattern of keepAll ? [] : tried.filter(({ key }) => !may.has(key))) {
    say(pattern, 'recheck found nothing, but can’t prove that there is nothing: write it without looks that have no limit and without references back, or shorter');
    weak += 1;
  }
  if (open.length > 0) keep(kept, safe);
  if (keepAll) keep(list, found.flatMap(({ key }) => (safe.has(key) ? [[key, safe.get(key)]] : [])));
  console.log(`  ${found.length} patterns: ${found.filter(({ key }) => safe.get(key) === 'proved').length} proved to be linear, ${tried.length} tried only; ${asked.length} asked now`);
  return { passes: found.length - weak, failures: weak, pending: 0 };
}

if (isMain(import.meta)) {
  const { failures } = await checkPatterns({ all: process.argv.includes('--all'), keepAll: process.argv.includes('--keep') }).catch(fail);
  process.exitCode = failures > 0 ? 1 : 0;
}
