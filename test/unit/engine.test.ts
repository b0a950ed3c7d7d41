/** The engine on a real thread: what hangs is ended, and its neighbours are read. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import { createEngine, defaultLimits, type After } from '../../src/core/engineClient';
import type { Engine } from '../../src/core/enginePort';
import { parsePaste } from '../../src/core/parsing';
import { nodeSpawn } from '../../src/worker/node';
import { directEngine } from '../doubles/directEngine';

const clock: After = (milliseconds, run) => {
  const timer = setTimeout(run, milliseconds);
  return { dispose: () => clearTimeout(timer) };
};

/** citation-js guesses the format of whatever it is given; on this line the guess takes longer than anyone waits. */
const killer = `${'[a]'.repeat(36)}[a!`;

/** A thread like ours, but for one kind of record: `GUESS` is given to citation-js to guess at, `DIE` ends the thread. */
const carelessThread = `
  import { parentPort } from 'node:worker_threads';
  import { plugins } from '@citation-js/core';
  import '@citation-js/plugin-bibtex';
  import { recordReaders } from './src/core/engine';
  import { serve } from './src/worker/serve';
  const careful = recordReaders.bibtex;
  recordReaders.bibtex = async (text) => {
    if (text.includes('DIE')) process.exit(1);
    return text.includes('GUESS') ? plugins.input.chain(text.split('GUESS')[1], { forceType: '@biblatex/text' }) : careful(text);
  };
  parentPort.on('message', (order) => void serve(order, (answer) => parentPort.postMessage(answer)));
`;

const entry = (key: string, title = key): string => `@book{${key}, title = {${title}}, year = 2001}`;

describe('The engine', function () {
  this.timeout(30_000);
  const folder = mkdtempSync(path.join(tmpdir(), 'commonplace-engine-'));
  const script = path.join(folder, 'worker.mjs');
  const careless = path.join(folder, 'careless.mjs');
  const open: Engine[] = [];

  before(async () => {
    const banner = { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" };
    const settings: BuildOptions = { bundle: true, platform: 'node', format: 'esm', banner, logLevel: 'error', external: ['commonplace:styles', 'citeproc'] };
    const stub = { 'sync-fetch': path.resolve('scripts/noNetwork.cjs'), 'fetch-ponyfill': path.resolve('scripts/noNetwork.cjs') };
    await build({ ...settings, alias: stub, entryPoints: ['src/worker/entry.ts'], outfile: script });
    await build({ ...settings, alias: stub, stdin: { contents: carelessThread, resolveDir: process.cwd(), loader: 'ts' }, outfile: careless });
  });
  after(() => {
    for (const engine of open) engine.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  function start(path: string, limits = {}): Engine {
    const engine = createEngine(nodeSpawn(path), clock, { ...defaultLimits, ...limits });
    open.push(engine);
    return engine;
  }

  it('reads BibTeX, RIS and YAML, each text by itself', async () => {
    const engine = start(script);
    const [book, broken] = await engine.readRecords('bibtex', [entry('a'), '@book{b, title = {never closed']);
    assert.equal(book?.ok === true && book.value[0]?.title, 'a');
    assert.equal(broken?.ok, false);
    const [ris] = await engine.readRecords('ris', ['TY  - BOOK\nTI  - R\nER  - ']);
    assert.equal(ris?.ok === true && ris.value[0]?.title, 'R');
    const [yaml, aliases, deep] = await engine.readYaml(['a: 2020-01-01\nb: yes', 'a: &x 1\nb: *x', '['.repeat(1000)]);
    assert.deepEqual(yaml, { ok: true, value: { a: '2020-01-01', b: 'yes' } });
    assert.equal(aliases?.ok, false);
    assert.equal(deep?.ok, false);
  });

  it('reads the line that hangs the type detection of citation-js, since it never asks for its guess', async () => {
    const reading = await parsePaste(`${killer}\n\n${entry('a', `In brackets ${killer}`)}`, { engine: start(script) });
    assert.deepEqual(reading.records.map(({ item }) => item.type), ['document', 'book']);
    assert.equal(reading.records[1]?.item.title, `In brackets ${killer}`);
  });

  it('ends a record that is over its deadline, and reads those before and behind it', async () => {
    const engine = start(careless, { deadline: 400 });
    const outcomes = await engine.readRecords('bibtex', [entry('a'), `GUESS${killer}`, entry('b'), `GUESS${killer}`, entry('c')]);
    assert.deepEqual(outcomes.map(({ ok }) => ok), [true, false, true, false, true]);
    const [, late] = outcomes;
    assert.equal(late?.ok === false && late.deadline, true);
  });

  it('keeps the text of a record that was ended as a document, and says why', async () => {
    const engine = start(careless, { deadline: 400 });
    const hanging = `@book{h, note = {GUESS${killer}GUESS}}`;
    const reading = await parsePaste(`${entry('a')}\n${hanging}\n${entry('b')}`, { engine });
    assert.deepEqual(reading.records.map(({ item }) => item.title), ['a', undefined, 'b']);
    assert.equal(reading.records[1]?.pasted, hanging);
    assert.equal(reading.records[1]?.item.type, 'document');
    assert.deepEqual(reading.problems.map(({ code }) => code), ['record-deadline']);
  });

  it('goes on with a new thread when one dies', async () => {
    const outcomes = await start(careless).readRecords('bibtex', [entry('a'), entry('DIE'), entry('b')]);
    assert.deepEqual(outcomes.map(({ ok }) => ok), [true, false, true]);
  });

  it('gives a reason for every record when no thread can be started', async () => {
    const outcomes = await start(path.join(folder, 'missing.mjs')).readRecords('bibtex', [entry('a'), entry('b')]);
    assert.deepEqual(outcomes.map(({ ok }) => ok), [false, false]);
  });

  it('refuses a record larger than 256 kB and reads the others', async () => {
    const outcomes = await start(script).readRecords('bibtex', [entry('a'), entry('b', 'x'.repeat(300_000)), entry('c')]);
    assert.deepEqual(outcomes.map(({ ok }) => ok), [true, false, true]);
  });

  it('stops waiting when asked to, and gives what was read until then', async () => {
    const controller = new AbortController();
    const engine = start(careless, { deadline: 20_000 });
    setTimeout(() => controller.abort(), 1_000);
    const reading = await parsePaste(`${entry('a')}\n@book{h, note = {GUESS${killer}GUESS}}`, { engine, signal: controller.signal });
    assert.deepEqual(reading.records.map(({ item }) => item.title), ['a']);
    const [again] = await engine.readRecords('bibtex', [entry('b')]);
    assert.equal(again?.ok, true);
  });

  it('starts its thread on first use and answers nothing more once it is disposed of', async () => {
    let started = 0;
    const engine = createEngine(() => {
      started += 1;
      return nodeSpawn(script)();
    }, clock);
    assert.equal(started, 0);
    await engine.readRecords('bibtex', [entry('a')]);
    await engine.readRecords('ris', []);
    await engine.readRecords('bibtex', [entry('b')]);
    assert.equal(started, 1);
    engine.dispose();
    const [late] = await engine.readRecords('bibtex', [entry('c')]);
    assert.equal(late?.ok, false);
    assert.equal(started, 1);
  });

  describe('reading a whole text on its thread', () => {
    const mixed = [
      ...Array.from({ length: 300 }, (_, index) => `@article{k${index}, title = {Çapan’s ${index}th Silence}, author = {Okafor, Ngozi}, year = ${1900 + index % 100}, abstract = {${'words '.repeat(80)}}}`),
      'TY  - BOOK\nTI  - Neutral by Habit\nAU  - Sundström, Åke\nER  - ', '{"title": "broken', 'A line that nobody understands.',
    ].join('\n\n');

    it('gives just what reading it here would give, records and problems', async () => {
      const heard: (readonly [number, number])[] = [];
      const there = await start(script).readPaste(mixed, { progress: (records, of) => heard.push([records, of]) });
      assert.deepEqual(there, await parsePaste(mixed, { engine: directEngine }));
      assert.ok(there.records.length > 300);
      assert.ok(heard.length > 1 && heard.at(-1)?.[0] === there.records.length, JSON.stringify(heard));
    });

    it('takes texts longer than one piece, with characters that two code units make', async () => {
      const long = `${'𝒜'.repeat(600_000)}\n\n${entry('a')}`;
      const { records } = await start(script).readPaste(long);
      assert.equal(records.map(({ pasted }) => pasted).join('\n\n'), long);
      assert.equal(records.at(-1)?.item.title, 'a');
    });

    it('reads bibliographies in the same way', async () => {
      const engine = start(script);
      for (const [format, text] of [['bibtex', mixed], ['csl-yaml', '- id: a\n  type: book\n  title: T'], ['csl-json', '[{"id": "a", "type": "book", "title": "T"}]']] as const) {
        assert.deepEqual(await engine.readBibliography(text, format), await directEngine.readBibliography(text, format));
      }
    });

    it('stops at once when asked to, and gives nothing', async () => {
      const stop = new AbortController();
      const engine = start(careless, { reading: 20_000 });
      setTimeout(() => stop.abort(), 800);
      const begin = Date.now();
      assert.deepEqual(await engine.readPaste(`${entry('a')}\n@book{h, note = {GUESS${killer}GUESS}}`, { signal: stop.signal }), { records: [], problems: [] });
      assert.ok(Date.now() - begin < 5_000);
      assert.equal((await engine.readPaste(entry('b'))).records[0]?.item.title, 'b');
    });

    it('reads here, record by record, what its thread does not come to an end with', async () => {
      const reading = await start(careless, { reading: 500, deadline: 400 }).readPaste(`${entry('a')}\n@book{h, note = {GUESS${killer}GUESS}}\n${entry('b')}`);
      assert.deepEqual(reading.records.map(({ item }) => item.title), ['a', undefined, 'b']);
    });

    it('reads here when its thread cannot start or dies', async () => {
      const conference = 'P012\nQuiet Neighbours\nAuthor: Ngozi Okafor (University of Lagos)\nAbstract: Small states often keep silent.';
      for (const path_ of [path.join(folder, 'missing.mjs'), careless]) {
        const { records } = await start(path_).readPaste(path_ === careless ? `${entry('DIE')}\n\n${conference}` : conference);
        assert.ok(records.some(({ pasted }) => pasted.includes('Quiet Neighbours')), path_);
      }
    });

    it('lets a hover be formatted while a long paste is read, and two pastes wait for each other', async () => {
      const engine = start(script);
      const order: string[] = [];
      await Promise.all([
        engine.readPaste(mixed.repeat(4)).then(() => order.push('long')),
        engine.readPaste(entry('a')).then(() => order.push('short')),
        engine.readYaml(['a: 1']).then(() => order.push('yaml')),
      ]);
      assert.deepEqual(order, ['yaml', 'long', 'short']);
    });

    it('refuses more than 20 million characters at once, and names the limit', async () => {
      const begin = Date.now();
      const { records, problems } = await start(path.join(folder, 'missing.mjs')).readPaste('x'.repeat(100_000_000));
      assert.deepEqual([records.length, problems[0]?.code], [0, 'paste-too-large']);
      assert.match(problems[0]?.message ?? '', /20 MB/);
      assert.ok(Date.now() - begin < 100);
    });
  });
});
