/** The command line, built and run as people run it. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type BuildOptions, type Plugin } from 'esbuild';

const pastes = path.resolve('test', 'fixtures', 'pastes');
const fixture = (name: string): string => path.join(pastes, `${name}.txt`);

describe('The command line', function () {
  this.timeout(30_000);
  const folder = mkdtempSync(path.join(tmpdir(), 'commonplace-cli-'));
  const script = path.join(folder, 'dist', 'cli.js');

  before(async () => {
    const stub = path.resolve('scripts', 'noNetwork.cjs');
    const shared: BuildOptions = { bundle: true, platform: 'node', logLevel: 'error', alias: { 'sync-fetch': stub, 'fetch-ponyfill': stub } };
    const { stylesPlugin } = await import(pathToFileURL(path.resolve('scripts', 'styles.mjs')).href) as { readonly stylesPlugin: Plugin };
    const banner = { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" };
    await build({ ...shared, format: 'cjs', entryPoints: ['src/cli.ts'], outfile: script });
    await build({ ...shared, format: 'esm', banner, plugins: [stylesPlugin], splitting: true, outExtension: { '.js': '.mjs' }, entryPoints: { worker: 'src/worker/entry.ts' }, outdir: path.join(folder, 'dist', 'engine') });
    copyFileSync('package.json', path.join(folder, 'package.json'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  function run(args: readonly string[], input = ''): { readonly status: number | null; readonly out: string; readonly err: string } {
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { input, encoding: 'utf8', cwd: folder, maxBuffer: 1 << 28 });
    return { status, out: stdout, err: stderr };
  }
  const itemsOf = (out: string): readonly { readonly id: string; readonly title?: string; readonly custom?: object }[] =>
    JSON.parse(out) as readonly { readonly id: string; readonly title?: string; readonly custom?: object }[];

  it('prints the sources of all files as one CSL JSON array, in order, and exits with 0 when everything was read', () => {
    const { status, out, err } = run(['parse', fixture('ris-two'), fixture('bibtex-library'), fixture('aggregator-one')]);
    assert.equal(err, '');
    assert.equal(status, 0);
    const items = itemsOf(out);
    assert.deepEqual(items.map(({ id }) => id), ['kovalenko2018', 'tahir2016', 'seitkali2021', 'brandt1999', 'proc2018', 'lin2018', 'bank2020', 'kovalenko2021']);
    assert.ok('review' in (items.at(-1)?.custom ?? {}));
  });

  it('gives every item a key of its own', () => {
    const { out } = run(['parse', fixture('ris-two'), fixture('ris-two')]);
    const ids = itemsOf(out).map(({ id }) => id);
    assert.equal(new Set(ids).size, 4);
  });

  it('reads standard input', () => {
    const { status, out } = run(['parse'], '@book{b, title = {From a pipe}}');
    assert.equal(status, 0);
    assert.equal(itemsOf(out)[0]?.title, 'From a pipe');
  });

  it('tells what was not read with file, line and column, and exits with 1', () => {
    const { status, out, err } = run(['parse', '-'], '@book{a, title = {A}}\n\n  {"id": "x", "title": broken }\n');
    assert.equal(status, 1);
    assert.match(err, /^<stdin>:3:3: /);
    assert.equal(itemsOf(out)[0]?.title, 'A');
  });

  it('goes on with the other files when one is missing or is no text', () => {
    writeFileSync(path.join(folder, 'bytes.txt'), Buffer.from([0xff, 0xd8, 0x00, 0xc3]));
    const { status, out, err } = run(['parse', 'missing.bib', 'bytes.txt', fixture('csl-items')]);
    assert.equal(status, 1);
    assert.match(err, /missing\.bib:1:1: .*\nbytes\.txt:1:1: /);
    assert.equal(itemsOf(out).length, 1);
  });

  it('reads Windows-1252, which older programs wrote, when it is not UTF-8', () => {
    const file = path.join(folder, 'old.bib');
    writeFileSync(file, Buffer.from('@book{m, author = {M\xfcller, J\xf6rg}, title = {Stra\xdfe \x96 \x93eins\x94}, year = 1998}', 'latin1'));
    assert.equal(itemsOf(run(['parse', file]).out)[0]?.title, 'Straße – “eins”');
  });

  it('prints what it read though nobody reads of its problems', async () => {
    const file = path.join(folder, 'broken.bib');
    writeFileSync(file, Array.from({ length: 3000 }, (_, index) => `@book{k${index}, title = {Open, author = {Lee`).join('\n'));
    const child = spawn(process.execPath, [script, 'parse', file], { stdio: ['ignore', 'pipe', 'pipe'] });
    const ended = new Promise<number | null>((resolve) => { child.on('exit', resolve); });
    child.stdout.resume();
    assert.equal(await ended, 1);
  });

  it('reads UTF-8 in which a letter was cut in two as UTF-8 all the same', () => {
    const file = path.join(folder, 'cut.ris');
    writeFileSync(file, Buffer.concat([Buffer.from('\ufeffTY  - BOOK\nAU  - Émond, '), Buffer.from([0xc3]), Buffer.from('\nTI  - Көпвекторлы саясат\nER  - \n')]));
    assert.equal(itemsOf(run(['parse', file]).out)[0]?.title, 'Көпвекторлы саясат');
  });

  it('reads UTF-16 with a mark, as Windows writes it', () => {
    mkdirSync(path.join(folder, 'in'), { recursive: true });
    writeFileSync(path.join(folder, 'in', 'wide.ris'), Buffer.from('\ufeffTY  - BOOK\r\nTI  - Көпвектор\r\nER  - \r\n', 'utf16le'));
    assert.equal(itemsOf(run(['parse', 'in/wide.ris']).out)[0]?.title, 'Көпвектор');
  });

  it('reads one JSON string a line and prints one array for each line, blank ones too', () => {
    const { status, out, err } = run(['parse', '--lines'], '"@book{a, title = {A}}"\n\n"TY  - BOOK\\nTI  - B\\nER  - "\nno string\n');
    assert.deepEqual(out.trim().split('\n').map((line) => itemsOf(line).map(({ title }) => title)), [['A'], [], ['B'], []]);
    assert.equal(status, 1);
    assert.match(err, /^<stdin>:4:1: /);
  });

  it('reads hundreds of long pastes in one run and ends as it should, again and again', function () {
    this.timeout(300_000);
    const reading = path.resolve('test', 'bench', 'reading');
    const files = readdirSync(reading, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.txt')).sort();
    const input = files.map((name) => `${JSON.stringify(readFileSync(path.join(reading, name), 'utf8'))}\n`).join('');
    for (let time = 0; time < 3; time += 1) {
      const { status, out } = run(['parse', '--lines'], input);
      assert.deepEqual([status, out.trimEnd().split('\n').length], [1, files.length]);
    }
  });

  it('reads pages by the site profiles of a folder, and names one that is wrong', () => {
    const own = path.join(folder, 'profiles');
    mkdirSync(own);
    writeFileSync(path.join(own, 'herald.json'), JSON.stringify({
      id: 'herald', type: 'article-magazine', fingerprints: [{ re: '^The Herald of \\d{4}$', w: 6 }], fields: [{ to: 'title', take: 'line', after: '^The Herald of ' }],
    }));
    writeFileSync(path.join(own, 'wrong.json'), '{"id":"wrong"}');
    const { out, err, status } = run(['parse', '--profiles', own], 'The Herald of 1999\nA Bridge Too Many');
    assert.deepEqual(itemsOf(out).map(({ title }) => title), ['A Bridge Too Many']);
    assert.match(err, /wrong\.json.*fingerprints is missing/u);
    assert.equal(status, 1);
  });

  it('exits with 2 and shows its usage when it is used wrongly', () => {
    for (const args of [[], ['eat', 'x'], ['parse', '--fast']]) {
      const { status, out, err } = run(args);
      assert.equal(status, 2);
      assert.equal(out, '');
      assert.match(err, /Usage: commonplace parse/);
    }
  });

  it('shows its usage and its version when asked', () => {
    assert.match(run(['--help']).out, /^Usage: commonplace parse/);
    assert.match(run(['--version']).out, /^\d+\.\d+\.\d+\n$/);
  });

  it('checks the citations of drafts and prints what is wrong as file:line:column: code: message', () => {
    const write = (name: string, text: string): void => {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    };
    write('paper/sources/lee2018.md', '---\nid: lee2018\ntype: book\ntitle: "Power and Silence"\n---\n');
    write('paper/refs.bib', '@book{kim2020,\n title = {Hedges},\n year = {2020}\n}\n@book{kim2020,\n title = {Other Hedges},\n year = {2020}\n}\n');
    write('paper/draft.md', '---\nbibliography: refs.bib\n---\nAs [@lee2018, p. 3]\nand Қазақ @le2018.\n');
    write('paper/main.tex', '\\addbibresource{refs.bib}\\input{chapters/one}\n');
    write('paper/chapters/one.tex', '\\cite{lee2018}\n');
    write('paper/lost.qmd', '---\nbibliography: gone.bib\n---\n@lee2018\n');
    const draft = run(['check', 'paper/draft.md']);
    assert.equal(draft.status, 1);
    assert.match(draft.out, /^paper\/draft\.md:5:12: citation-unknown: No source has the key “le2018”\. Did you mean “lee2018”\?\n$/);
    const sound = run(['check', 'paper/chapters/one.tex', 'paper/main.tex']);
    assert.deepEqual([sound.status, sound.out, sound.err], [0, '', '']);
    write('paper/chapters/one.tex', '\\cite{lee2018,\n  kim2020}\n');
    const twice = run(['check', 'paper/chapters/one.tex']);
    assert.match(twice.out, /^paper\/chapters\/one\.tex:2:3: citation-key-twice: /);
    const lost = run(['check', 'paper/lost.qmd', 'paper/none.md']);
    assert.match(lost.out, /^paper\/lost\.qmd:2:15: bibliography-missing: /);
    assert.match(lost.err, /^paper\/none\.md:1:1: /);
    write('paper/flawed.md', 'As „Қазақ“ says [siehe Lee; @lee2018] and\r\n[@lee2018, p. 3][@kim2020].\r\n\r\nSound: [see @lee2018; @kim2020, p. 3].\n');
    const flawed = run(['check', 'paper/flawed.md']);
    assert.equal(flawed.status, 1);
    assert.deepEqual(flawed.out.split('\n').flatMap((line) => /^(.*?: citation-flawed: ).*/.exec(line)?.[1] ?? []), ['paper/flawed.md:1:17: citation-flawed: ', 'paper/flawed.md:2:1: citation-flawed: ']);
    assert.match(flawed.out, /Put a comma in place of the semicolon/);
    assert.equal(run(['check', '--ignore', 'le2018', 'paper/draft.md']).status, 0);
    assert.equal(run(['check']).status, 2);
  });

  it('merges two versions of a source file as a merge driver of git does', () => {
    const place = path.join(folder, 'merging');
    mkdirSync(place, { recursive: true });
    const file = (text: string, volume = 1): string => `---\nid: lee2018\ntype: book\nvolume: "${volume}"\n---\n\n# Notes by anna\n\n## #hedging\n\n<!-- note n1 -->\n\n${text}\n\n# Notes by bekzod\n\n<!-- end -->\n`;
    const write = (name: string, text: string): void => writeFileSync(path.join(place, name), text);
    for (const [name, text] of [['base', file('Text.')], ['ours', file('Ours.')], ['theirs', file('Text.', 2)]] as const) write(name, text);
    assert.deepEqual(run(['merge', 'merging/base', 'merging/ours', 'merging/theirs']), { status: 0, out: '', err: '' });
    assert.equal(readFileSync(path.join(place, 'ours'), 'utf8'), file('Ours.', 2));
    write('theirs', file('Theirs.'));
    const { status, err } = run(['merge', 'merging/base', 'merging/ours', 'merging/theirs']);
    assert.equal(status, 1);
    assert.match(err, /1 note stands in both/u);
    assert.match(readFileSync(path.join(place, 'ours'), 'utf8'), /Ours\.[^]*twin=n1[^]*Theirs\./u);
    write('theirs', 'no source');
    assert.equal(run(['merge', 'merging/base', 'merging/ours', 'merging/theirs']).status, 1);
    assert.match(readFileSync(path.join(place, 'ours'), 'utf8'), /^<<<<<<< ours\n---[^]*\n=======\nno source\n>>>>>>> theirs\n$/u);
    writeFileSync(path.join(place, 'theirs'), Buffer.from(file('Gr\xf6\xdfe.'), 'latin1'));
    write('ours', file('Ours.'));
    const encoded = run(['merge', 'merging/base', 'merging/ours', 'merging/theirs']);
    assert.equal(encoded.status, 1);
    assert.match(encoded.err, /not UTF-8/u);
    assert.equal(readFileSync(path.join(place, 'ours'), 'utf8'), file('Ours.'));
    for (const [name, text] of [['base', 'tags:\n  a:\n'], ['ours', 'tags:\n  a:\n    definition: Mine\n'], ['theirs', 'tags:\n  a:\n  b: # new\n']] as const) writeFileSync(path.join(folder, 'merging', name), text);
    assert.equal(run(['merge', 'merging/base', 'merging/ours', 'merging/theirs']).status, 0);
    assert.equal(readFileSync(path.join(folder, 'merging', 'ours'), 'utf8'), 'tags:\n  a:\n    definition: Mine\n  b: # new\n');
    assert.equal(run(['merge', 'merging/base']).status, 2);
  });

  it('writes the notes of a folder that fit a query, in any form', () => {
    const place = path.join(folder, 'noted', 'sources');
    mkdirSync(place, { recursive: true });
    writeFileSync(path.join(place, 'lee2018.md'), '---\nid: lee2018\ntype: book\ntitle: "Hedging Without Hedges"\n---\n\n# Abstract\n\nSmall states hedge.\n\n# Notes by anna\n\n## #hedging · against\n\n<!-- note n1 -->\n\n> Small states\n\nWhy?\n\n## #other\n\n<!-- end -->\n');
    const all = run(['notes', '--to', 'json', 'noted']);
    assert.deepEqual([all.status, all.err, (JSON.parse(all.out) as { notes: unknown[] }).notes.length], [0, '', 2]);
    const some = run(['notes', '--query', '#hedging stance:against', '--to', 'md', 'noted']);
    assert.match(some.out, /### #hedging · against\n\n> Small states\n/u);
    assert.doesNotMatch(some.out, /#other/u);
    for (const form of ['docx', 'html', 'csv', 'xlsx', 'matrix', 'qdc', 'qdpx']) {
      assert.deepEqual(run(['notes', '--to', form, '--output', `noted/out.${form}`, 'noted/sources']), { status: 0, out: '', err: '' }, form);
      assert.ok(readFileSync(path.join(folder, 'noted', `out.${form}`)).length > 20, form);
    }
    const none = run(['notes', '--query', 'stance:', '--to', 'md', 'noted']);
    assert.deepEqual([none.status, none.out], [1, '']);
    assert.match(none.err, /^--query:1:\d+: /u);
    assert.match(run(['notes', '--to', 'argdown', 'noted']).err, /relat/iu);
    assert.match(run(['notes', '--to', 'md', 'nowhere']).err, /no folder with sources/u);
    assert.equal(run(['notes', '--to', 'pdf', 'noted']).status, 2);
  });

  it('prints the reference list of a draft in its style', () => {
    const place = path.join(folder, 'formatted');
    mkdirSync(place, { recursive: true });
    writeFileSync(path.join(place, 'refs.bib'), '@book{lee2018, author = {Lee, Ji-won}, title = {Hedging Without Hedges}, publisher = {Harbour Press}, year = {2018}}\n@article{berg2015, author = {Berg, Anna}, title = {Votes}, journal = {Region and World}, year = {2015}}\n');
    writeFileSync(path.join(place, 'draft.md'), '---\nbibliography: refs.bib\ncsl: ieee\n---\n\nOne [@lee2018], two [@berg2015].\n');
    writeFileSync(path.join(place, 'plain.md'), '---\nbibliography: refs.bib\n---\n\nOne [@lee2018; @nobody1999].\n');
    const numbered = run(['format', 'formatted/draft.md']);
    assert.deepEqual([numbered.status, numbered.err], [0, '']);
    assert.match(numbered.out, /^\[1\] J\. Lee, Hedging Without Hedges\.[^\n]*\n\[2\] A\. Berg, /);
    const plain = run(['format', '--style', 'apa', '--html', 'formatted/plain.md']);
    assert.equal(plain.status, 1);
    assert.match(plain.out, /^Lee, J\.?[^\n]*\(2018\)\. <i>Hedging/);
    assert.match(plain.err, /^formatted\/plain\.md:5:\d+: .*nobody1999/);
    assert.match(run(['format', '--style', 'no-such-style', 'formatted/plain.md']).err, /no-such-style/);
  });
});
