// npm run test:patterns: every regular expression of our own code goes through recheck, which looks for texts that take more than
// linear time. Its search counts a repetition with a limit as one without; so where it finds something, the theory of automata is
// asked. What was found safe is kept by its hash, in test/reliability/patterns.txt (--keep) and in the user's cache, and is
// not asked again (--all asks again: some minutes).
// Where that theory does not reach (a look ahead or behind, a back reference), the text it found is tried, longer and longer.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { install } from './install.mjs';
import { cache, inRoot, out } from './paths.mjs';
import { fail, isMain, run } from './run.mjs';

const version = JSON.parse(fs.readFileSync(inRoot('package.json'), 'utf8')).devDependencies.recheck;
const kept = path.join(cache, 'patterns', `recheck-${version}.txt`);
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

/** The patterns that the code puts together: all that are made while core is loaded and the pastes beside the tests are read. */
async function composed() {
  const esbuild = await import('esbuild');
  const { stylesPlugin } = await import('./styles.mjs');
  const folder = path.join(out, 'patterns');
  fs.mkdirSync(folder, { recursive: true });
  const imports = ownFiles().filter((file) => file.startsWith(path.join('src', 'core'))).map((file) => `import * as m${crypto.createHash('md5').update(file).digest('hex')} from ${JSON.stringify(`./${file}`)};`);
  const contents = [...imports, "import { parsePaste } from './src/core/parsing'; import { readDraft, syntaxes } from './src/core/citations'; import { keySpans } from './src/core/library';",
    'export const read = async (text) => { await parsePaste(text, { engine: { readYaml: async () => [] } }); for (const syntax of syntaxes) readDraft(syntax, text); for (const ending of ["bib", "json", "ris", "yaml"]) keySpans(`a.${ending}`, text.slice(0, 10000), "lee2018"); };'].join('\n');
  const outfile = path.join(folder, 'core.cjs');
  await esbuild.build({ stdin: { contents, resolveDir: inRoot(), loader: 'ts' }, outfile, bundle: true, platform: 'node', format: 'cjs', external: ['citeproc', 'js-yaml'], plugins: [stylesPlugin], logLevel: 'error' });
  const recorder = path.join(folder, 'record.cjs');
  fs.writeFileSync(recorder, `
    const made = new Map(); const Own = RegExp; const fs = require('node:fs');
    globalThis.RegExp = new Proxy(Own, { construct(target, [source, flags]) { const made1 = new target(source, flags); if (typeof source === 'string') made.set(String(made1), { source: made1.source, flags: made1.flags }); return made1; } });
    const { read } = require(${JSON.stringify(outfile)});
    (async () => {
      for (const folder of ['pastes', 'citations']) for (const name of fs.readdirSync('test/fixtures/' + folder)) await read(fs.readFileSync('test/fixtures/' + folder + '/' + name, 'utf8'));
      fs.writeFileSync(process.argv[2], JSON.stringify([...made.values()]));
    })();`);
  const list = path.join(folder, 'composed.json');
  const { code, output } = await run(process.execPath, [recorder, list], { cwd: inRoot(), quiet: true });
  if (code !== 0) throw new Error(output);
  return JSON.parse(fs.readFileSync(list, 'utf8')).map((pattern) => ({ ...pattern, file: '(put together)' }));
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

const usual = { timeout: 60_000 };
/** Repetitions with a limit, however large, count as what they are. */
const proof = { checker: 'automaton', timeout: 60_000, maxPatternSize: 100_000, maxNFASize: 1_000_000 };

/** What is wrong with a pattern; undefined when it is safe. */
export async function weakness(source, flags) {
  const { check } = await import('recheck');
  const found = await check(source, flags, usual);
  if (found.status === 'safe') return undefined;
  const proved = found.checker === 'automaton' ? found : await check(source, flags, proof);
  if (proved.status === 'safe') return undefined;
  if (found.status === 'unknown') return proved.status === 'unknown' ? 'recheck did not come to an end' : `${proved.complexity.summary}, proved`;
  if (found.checker !== 'automaton' && isLinear(source, flags, found.attack)) return undefined;
  return `${found.complexity.summary} (${found.checker}), for example with ${found.attack.pattern.slice(0, 200)}`;
}

/** The text that recheck found, with its pieces repeated until it is about so long. */
function attackOf({ pumps, suffix }, length) {
  const once = pumps.reduce((sum, { pump }) => sum + pump.length, 0);
  const times = Math.max(1, Math.floor(length / once));
  return pumps.map(({ prefix, pump }) => prefix + pump.repeat(times)).join('') + suffix;
}

const milliseconds = (work) => {
  const { user, system } = process.cpuUsage();
  work();
  const used = process.cpuUsage({ user, system });
  return (used.user + used.system) / 1000;
};

/** Whether the engine that runs us takes time in proportion to the length of the attack: recheck's own counts a look behind as a walk from the start. */
function isLinear(source, flags, attack) {
  const pattern = new RegExp(source, flags.includes('g') ? flags : `${flags}g`);
  let before = 0;
  for (let power = 8; power <= 20; power += 2) {
    const text = attackOf(attack, 2 ** power);
    const time = Math.min(...[0, 1, 2].map(() => milliseconds(() => { for (const match of text.matchAll(pattern)) if (match[0].length > text.length) break; })));
    if (time > 20 && before > 1 && time > before * 8) return false;
    before = time;
  }
  return true;
}

const list = inRoot('test', 'reliability', 'patterns.txt');
const linesOf = (file) => (fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split('\n').filter(Boolean) : []);
const known = () => new Set([...linesOf(list), ...linesOf(kept)]);

function keep(file, keys) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(`${file}.${process.pid}`, `${[...keys].sort().join('\n')}\n`);
  fs.renameSync(`${file}.${process.pid}`, file);
}

function say(pattern) {
  console.log(`  /${pattern.source}/${pattern.flags}\n    ${[...pattern.files].join(', ')}\n    ${pattern.wrong}`);
  return pattern;
}

/** Counts of a suite: each pattern a test. */
export async function checkPatterns({ all = false, keepAll = false } = {}) {
  await install();
  // Recheck must be shown to find what it is asked for.
  if (await weakness('^(a+)+$', '') === undefined || await weakness('a*$', '') === undefined) throw new Error('recheck finds nothing');
  const found = await patterns();
  const safe = all ? new Set() : known();
  const open = found.filter(({ key }) => !safe.has(key));
  const weak = [];
  const next = async () => {
    for (let pattern = open.shift(); pattern !== undefined; pattern = open.shift()) {
      const wrong = await weakness(pattern.source, pattern.flags);
      if (wrong === undefined) safe.add(pattern.key);
      else weak.push(say({ ...pattern, wrong }));
      if (safe.size % 20 === 0) keep(kept, safe);
    }
  };
  const asked = open.length;
  await Promise.all([next(), next()]);
  keep(kept, safe);
  if (keepAll) keep(list, found.map(({ key }) => key).filter((key) => safe.has(key)));
  console.log(`  ${found.length} patterns, ${asked} of them asked now`);
  return { passes: found.length - weak.length, failures: weak.length, pending: 0 };
}

if (isMain(import.meta)) {
  const { failures } = await checkPatterns({ all: process.argv.includes('--all'), keepAll: process.argv.includes('--keep') }).catch(fail);
  // Recheck's own thread would keep the process alive.
  process.exit(failures > 0 ? 1 : 0);
}
