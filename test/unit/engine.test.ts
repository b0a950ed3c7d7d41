/** The engine on a real thread: what hangs is ended, and its neighbours are read. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { build, type BuildOptions } from 'esbuild';
import { createEngine, defaultLimits, type After } from '../../src/core/engineClient';
import type { Engine } from '../../src/core/enginePort';
import { readIncoming, readIncomingAway } from '../../src/core/exchange';
import { parsePaste, type Reading } from '../../src/core/parsing';
import { zipped } from '../../src/core/tables';
import { nodeSpawn } from '../../src/worker/node';
import { directEngine } from '../doubles/directEngine';

const clock: After = (milliseconds, run) => {
  const timer = setTimeout(run, milliseconds);
  return { dispose: () => clearTimeout(timer) };
};

/** A thread like ours, but for one kind of text: `HANG` is never done, `DIE` ends the thread. */
const carelessThread = `
  import { parentPort } from 'node:worker_threads';
  import { readYaml } from './src/core/engine';
  import { serve } from './src/worker/serve';
  let held = '';
  const meet = (text) => {
    if (text.includes('DIE')) process.exit(1);
    while (text.includes('HANG'));
  };
  parentPort.on('message', async (order) => {
    const { id, task } = order;
    if (task.kind === 'hold') held = (task.first ? '' : held) + task.text;
    if (task.kind === 'readPaste') {
      parentPort.postMessage({ id, begun: true });
      meet(held);
    }
    if (task.kind !== 'readYaml') return serve(order, (answer) => parentPort.postMessage(answer));
    parentPort.postMessage({ id, begun: true });
    for (const text of task.texts) {
      meet(text);
      parentPort.postMessage({ id, outcome: { ok: true, value: await readYaml(text) } });
    }
  });
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

  it('reads YAML, each text by itself, with strings only', async () => {
    const [yaml, aliases, deep] = await start(script).readYaml(['a: 2020-01-01\nb: yes', 'a: &x 1\nb: *x', '['.repeat(1000)]);
    assert.deepEqual(yaml, { ok: true, value: { a: '2020-01-01', b: 'yes' } });
    assert.equal(aliases?.ok, false);
    assert.equal(deep?.ok, false);
  });

  it('ends a text that is over its deadline, and reads those before and behind it', async () => {
    const outcomes = await start(careless, { deadline: 400 }).readYaml(['a: 1', 'HANG', 'b: 1', 'HANG', 'c: 1']);
    assert.deepEqual(outcomes.map(({ ok }) => ok), [true, false, true, false, true]);
    const [, late] = outcomes;
    assert.equal(late?.ok === false && late.deadline, true);
  });

  it('holds on to no bibliography and no paste that it has read, however long the next order is away', async () => {
    const engine = start(script);
    const answers = [() => engine.readBibliography(entry('lee'), 'bibtex'), () => engine.readPaste(entry('lee'))];
    const refs = await Promise.all(answers.map(async (ask) => new WeakRef<object>(await ask())));
    await new Promise((resolve) => { setImmediate(resolve); });
    setFlagsFromString('--expose-gc');
    (runInNewContext('gc') as () => void)();
    assert.deepEqual(refs.map((ref) => ref.deref()), [undefined, undefined]);
  });

  it('goes on with a new thread when one dies', async () => {
    const outcomes = await start(careless).readYaml(['a: 1', 'DIE', 'b: 1']);
    assert.deepEqual(outcomes.map(({ ok }) => ok), [true, false, true]);
  });

  it('gives a reason for every text when no thread can be started', async () => {
    const outcomes = await start(path.join(folder, 'missing.mjs')).readYaml(['a: 1', 'b: 1']);
    assert.deepEqual(outcomes.map(({ ok }) => ok), [false, false]);
  });

  it('refuses a document larger than 4 MB and reads the others', async () => {
    const outcomes = await start(script).readYaml(['a: 1', `b: ${'x'.repeat(4_300_000)}`, 'c: 1']);
    assert.deepEqual(outcomes.map(({ ok }) => ok), [true, false, true]);
  });

  it('starts its thread on first use and answers nothing more once it is disposed of', async () => {
    let started = 0;
    const engine = createEngine(() => {
      started += 1;
      return nodeSpawn(script)();
    }, clock);
    assert.equal(started, 0);
    await engine.readYaml(['a: 1']);
    await engine.readYaml([]);
    await engine.readYaml(['b: 1']);
    assert.equal(started, 1);
    engine.dispose();
    const [late] = await engine.readYaml(['c: 1']);
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

    it('reads a bibliography whose bytes it is given as it reads its text, also where a character is cut in two on the way', async () => {
      const engine = start(script);
      const text = Array.from({ length: 3_000 }, (_, at) => `\ufeff@book{k${at}, title = {${'Ö'.repeat(at % 3)}ffentliche Wege 𝒜 日本 ${at}}, year = 2001}, note = {open`).join('\r\n');
      const bytes = Buffer.concat([Buffer.from('before'), Buffer.from(text), Buffer.from([0x20, 0xff, 0xc3])]);
      const view = bytes.subarray(6);
      const found = await engine.readBibliography(view, 'bibtex');
      const said = await directEngine.readBibliography(new TextDecoder('utf-8', { ignoreBOM: true }).decode(view), 'bibtex');
      const [first, ...problems] = found.problems;
      assert.deepEqual([first?.code, { ...found, problems }], ['bibliography-not-utf8', said]);
      assert.ok(found.records.length === 3_000 && view.length > 2 * 100_000 && found.starts?.length === 3_000, `${found.records.length} ${view.length}`);
    });

    it('makes the index of a bibliography, of its text and of its bytes', async () => {
      const engine = start(script);
      const text = Array.from({ length: 3_000 }, (_, at) => `@book{k${at}, title = {Öffentliche Wege ${at}}, year = 2001, abstract = {Long.}}`).join('\n');
      const index = await engine.indexBibliography(text);
      assert.deepEqual([index?.length, index?.at(-1)?.item.title, index], [3_000, 'Öffentliche Wege 2999', await directEngine.indexBibliography(text)]);
      assert.deepEqual(await engine.indexBibliography(Buffer.from(text)), index);
      assert.equal(await start(path.join(folder, 'missing.mjs')).indexBibliography(text), undefined);
    });

    const codebook = (size: number): Uint8Array =>
      new TextEncoder().encode(`<CodeBook><Codes>${Array.from({ length: size }, (_, n) => `<Code name="Stratégie ${n}"><Description>What it means, number ${n}</Description></Code>`).join('\n')}</Codes></CodeBook>`);
    const project = zipped([{ name: 'project.qde', bytes: new TextEncoder().encode(`<Project><Sources>${['One', 'Two'].map((name) => `<TextSource name="${name}"><PlainTextContent>We hedge. We wait.</PlainTextContent>${'<PlainTextSelection startPosition="3" endPosition="8"><Description>Stance: for</Description></PlainTextSelection>'.repeat(2)}</TextSource>`).join('')}<AudioSource/></Sources></Project>`) }]);
    const bibliography = new TextEncoder().encode('@book{a, title = {T}, keywords = {hedging, small states}, annote = {Mine.}}');

    it('reads files of notes in the same way, and tells how far it is', async () => {
      const engine = start(script);
      const heard: (readonly [number, number])[] = [];
      for (const [name, bytes] of [['a.qdc', codebook(2_000)], ['a.qdpx', project], ['a.bib', bibliography], ['a.csv', new Uint8Array()], ['a.txt', bibliography]] as const) {
        const there = await readIncomingAway({ name, bytes }, engine, { progress: (read, of) => heard.push([read, of]) });
        assert.deepEqual(there, await readIncoming({ name, bytes }, directEngine), name);
      }
      assert.ok(heard.length > 10 && heard.some(([read, of]) => read === 2_000 && of === 2_000), JSON.stringify(heard));
    });

    it('leaves this thread free while a large codebook is read, and stops when asked to', async () => {
      const engine = start(script);
      const bytes = codebook(60_000);
      const stop = new AbortController();
      let turns = 0;
      const watch = setInterval(() => turns++, 5);
      setTimeout(() => stop.abort(), 300);
      const stopped = await readIncomingAway({ name: 'a.qdc', bytes }, engine, { signal: stop.signal }).finally(() => clearInterval(watch));
      assert.deepEqual([stopped.tags, stopped.problems], [[], []]);
      assert.ok(turns > 1, `${turns} turns`);
      assert.equal((await readIncomingAway({ name: 'a.qdc', bytes: codebook(3) }, engine)).tags.length, 3);
    });

    it('reads a small file of notes here where it has no thread, until it is stopped, and says so of a large one', async () => {
      const stop = new AbortController();
      let breaths = 0;
      const breathe = (): Promise<void> => {
        if (++breaths === 20) stop.abort();
        return Promise.resolve();
      };
      const engine = createEngine(nodeSpawn(path.join(folder, 'missing.mjs')), clock, defaultLimits, breathe);
      open.push(engine);
      assert.equal((await readIncomingAway({ name: 'a.qdc', bytes: codebook(3) }, engine)).tags.length, 3);
      const stopped = await readIncomingAway({ name: 'a.qdc', bytes: codebook(20_000) }, engine, { signal: stop.signal });
      assert.deepEqual([stopped.tags, stopped.problems, breaths], [[], [], 20]);
      assert.deepEqual((await readIncomingAway({ name: 'a.qdc', bytes: codebook(60_000) }, engine)).problems.map(({ code }) => code), ['file-unread']);
    });

    const assertStopped = ({ records, problems }: Reading): void => assert.deepEqual([records, problems.map(({ code }) => code)], [[], ['paste-stopped']]);

    it('stops at once when asked to, gives nothing, and says so', async () => {
      const stop = new AbortController();
      const engine = start(careless, { reading: 20_000 });
      setTimeout(() => stop.abort(), 800);
      const begin = Date.now();
      assertStopped(await engine.readPaste(`${entry('a')}\n@book{h, note = {HANG}}`, { signal: stop.signal }));
      assert.ok(Date.now() - begin < 5_000);
      assert.equal((await engine.readPaste(entry('b'))).records[0]?.item.title, 'b');
    });

    it('leaves off in the middle of nineteen million characters, and reads the next paste', async () => {
      const dirty = Array.from({ length: 400 }, (_, n) => `Okafor, N. (${1900 + n % 120}). Quiet neighbours ${n}. Journal of Small States, ${n}(2), 1–20.\n\nВестник политологии. 2021. Т. 7, № 3. С. 5–19\nАннотация. Текст ${n}.\n`).join('\n');
      const text = dirty.repeat(Math.floor(19_000_000 / dirty.length));
      const stop = new AbortController();
      const engine = start(script);
      setTimeout(() => stop.abort(), 2_000);
      assertStopped(await engine.readPaste(text, { signal: stop.signal }));
      assert.ok(stop.signal.aborted);
      assert.equal((await engine.readPaste(entry('b'))).records[0]?.item.title, 'b');
    });

    it('stops within a few slices where it has no thread and reads here, as a browser may, and says so', async () => {
      const page = (n: number): string => `Accepted Paper:\nQuiet Neighbours ${n}\nNgozi Okafor (University of Lagos)\nAbstract:\nSmall states often keep silent, and number ${n} says why.\nPanel POL${n % 90}\n\n\nOkafor, N. (${1900 + n % 120}). Quiet neighbours ${n}. Journal of Small States, ${n}(2), 1–20.\n\n`;
      const text = Array.from({ length: 4_500 }, (_, n) => page(n)).join('');
      assert.ok(text.length > 1_000_000);
      const stop = new AbortController();
      let [breaths, after] = [0, 0];
      const breathe = (): Promise<void> => {
        breaths++;
        if (stop.signal.aborted) after++;
        if (breaths === 200) stop.abort();
        return Promise.resolve();
      };
      const engine = createEngine(nodeSpawn(path.join(folder, 'missing.mjs')), clock, defaultLimits, breathe);
      open.push(engine);
      const { problems } = await engine.readPaste(text, { signal: stop.signal });
      assert.equal(problems[0]?.code, 'paste-stopped');
      assert.ok(after <= 15, `${after} slices`);
    });

    it('reads here, record by record, what its thread does not come to an end with', async () => {
      const reading = await start(careless, { reading: 500, deadline: 400 }).readPaste(`${entry('a')}\n@book{h, note = {HANG}}\n${entry('b')}`);
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
