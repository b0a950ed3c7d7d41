// npm run test:planted: shows that the suites find faults. For each row a copy of the project is made in out/planted, one exact
// piece of its code is replaced, and the tests that must notice are run there. A fault counts as found when a test fails whose
// title is the one named; a suite that does not build, or fails elsewhere, has found nothing.
//
// A new fault is a row: `exact` must stand in `file` once (else the row is out of date, and that is a failure too). `tests` are
// words of paths of test files, `suite` the suite they are in, `notices` the beginning of the title of the test that must fail
// (for a suite without titles: `says`, words that it must say).
// `node scripts/planted.mjs NAME …` plants only these; COMMONPLACE_SHOW=1 shows what the tests said.
import fs from 'node:fs';
import path from 'node:path';
import { copyTo } from './copyOfProject.mjs';
import { install } from './install.mjs';
import { out } from './paths.mjs';
import { fail, isMain, node } from './run.mjs';

export const faults = {
  'a save whose bytes the disk did not confirm': {
    file: 'src/host/node/durable.ts', exact: 'await file.sync();\n    await file.close();', instead: 'await file.close();',
    suite: 'reliability', tests: ['crash/powerLoss.test'], notices: 'S-04 at any moment of editing',
  },
  'a save whose folder the disk did not confirm': {
    file: 'src/host/node/durable.ts', exact: 'await handle.sync().finally(() => handle.close());', instead: 'await handle.close();',
    suite: 'reliability', tests: ['crash/powerLoss.test'], notices: 'S-04 at any moment of editing',
  },
  'a save that does not compare with what is there': {
    file: 'src/host/node/writing.ts', exact: 'if (now?.hash !== expectedHash) return false;', instead: '',
    suite: 'reliability', tests: ['crash/writers.test'], notices: 'C-05 an edit from outside',
  },
  'an exit without its escapes': {
    file: 'src/core/exits.ts', exact: 'named[sign] ?? sign : `\\\\${sign}`', instead: "named[sign] ?? sign : sign === '[' ? sign : `\\\\${sign}`",
    suite: 'unit', tests: ['unit/markdownText.test'], notices: 'leaves no sign of Markdown unescaped',
  },
  'an expression that takes the square of the time': {
    file: 'src/core/parsing/records/nbib.ts', exact: "value.includes('Dissertations') ? 'Dissertation' : value", instead: "value.replace(/^.*(?:Dissertations).*$/u, 'Dissertation')",
    suite: 'patterns', tests: [], says: '2nd degree polynomial',
  },
  'a note lost in merging': {
    file: 'src/core/merge/noteMerge.ts', exact: '[heading, quote, body, comment].some(', instead: '[heading, body, comment].some(',
    suite: 'unit', tests: ['unit/merge/merge.test'], notices: 'loses nothing',
  },
  'a bibliography without its escapes': {
    file: 'src/core/exports/tex.ts', exact: '(braces ? undefined : loneBraces[sign]) ?? signs[sign] ?? sign)', instead: 'sign)',
    suite: 'reliability', tests: ['exits/latex.test'], notices: 'E-05 breaks out of no field: every reader',
  },
  'a table without its guard against formulas': {
    file: 'src/core/exits.ts', exact: "isLikeFormula(cell) ? `'${cell}` : String(cell)", instead: 'String(cell)',
    suite: 'reliability', tests: ['exits/tables.test'], notices: 'E-08 is one cell',
  },
  'a page without its escapes': {
    file: 'src/core/exits.ts', exact: 'text.replace(/[&<>"\']/g, (sign) => named[sign] ?? sign) as HtmlText', instead: 'text as HtmlText',
    suite: 'reliability', tests: ['exits/pages.test'], notices: 'E-02 stays text in the preview of a draft',
  },
  'a text that a page takes for HTML': {
    file: 'media/references/references.ts', exact: 'heading.textContent = next.heading;', instead: 'heading.innerHTML = next.heading;',
    suite: 'reliability', tests: ['exits/pages.test'], notices: 'E-02 stays text in the list of references',
  },
  'a web view without a policy': {
    file: 'src/host/webPage.ts', exact: `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src \${webview.cspSource};\${drawn.allowed} script-src 'nonce-\${nonce}'">\n`, instead: '',
    suite: 'reliability', tests: ['exits/webViews.test'], notices: 'E-02 runs its own script and nothing that got into it',
  },
  'a fault of the disk that nobody is told': {
    file: 'src/host/node/durable.ts', exact: 'await writeAll(file, bytes);', instead: 'await writeAll(file, bytes).catch(() => undefined);',
    suite: 'reliability', tests: ['crash/faults.test'], notices: 'S-02 S-05 S-06 S-07 S-08 at every call',
  },
  'a reader that throws': {
    file: 'src/core/library/frontMatter.ts', exact: 'return JSON.parse(text) as Json;\n  } catch {\n    return undefined;', instead: 'return JSON.parse(text) as Json;\n  } finally {',
    suite: 'reliability', tests: ['hostile/fuzz.test'], notices: 'finds no door that throws, hangs or changes a prototype',
  },
  'a reader that takes the square of the time': {
    file: 'src/core/parsing/paste.ts', exact: "if (normal.text.trim() === '')", instead: "if ([...normal.text.matchAll(/\\.uk/gu)].some(({ index }) => normal.text.lastIndexOf('@@', index) > 0) || normal.text.trim() === '')",
    suite: 'reliability', tests: ['hostile/sizes.test'], notices: 'P-04 of a paste is that of its length',
  },
  'a save that writes in place': {
    file: 'src/host/node/writing.ts', exact: 'renameSync(temporary, target);\n    return true;',
    instead: `const { open, readFile } = await import('node:fs/promises');
    const [bytes, file] = [await readFile(temporary), await open(target, 'w')];
    // As a slow disk takes it: of few kills one must fall into the writing.
    await new Promise((done) => { setTimeout(done, 40); });
    for (let at = 0; at < bytes.length; at += 1024) {
      await file.write(bytes, at, Math.min(1024, bytes.length - at), at);
      await file.sync();
    }
    await file.close();
    return true;`,
    suite: 'reliability', tests: ['crash/kills.test'], notices: 'S-01 while its library takes notes',
  },
  'a place in a draft without its escapes': {
    file: 'src/core/citations/words.ts', exact: "plain[syntax](place.replace(inNoPlace, '').replace(", instead: "(syntax === 'latex' ? standing : plain[syntax])((syntax === 'latex' ? place : place.replace(inNoPlace, '')).replace(",
    suite: 'reliability', tests: ['exits/latex.test'], notices: 'E-04 E-06 means nothing to latex',
  },
  'an export that leaves a field out': {
    file: 'src/core/exports/risTables.ts', exact: "'language': 'LA', 'DOI': 'DO', ", instead: "'language': 'LA', ",
    suite: 'unit', tests: ['unit/exports/roundTrip.test'], notices: 'as RIS says each field of one that came from elsewhere',
  },
  'a redirect that nobody checks': {
    file: 'src/host/lookup/networkDoor.ts', exact: '!this.mayAsk(url)', instead: '(hop === 0 && !this.mayAsk(url))',
    suite: 'unit', tests: ['unit/lookup/networkDoor.test'], notices: 'follows no redirect to another host',
  },
};

/** Replaces the piece of code; one that is not there exactly once is an error. */
export function planted(text, { file, exact, instead }) {
  const parts = text.split(exact);
  if (parts.length !== 2) throw new Error(`${file} has ${parts.length - 1} times: ${exact}`);
  return parts.join(instead);
}

function plant(folder, fault) {
  const file = path.join(folder, fault.file);
  fs.writeFileSync(file, planted(fs.readFileSync(file, 'utf8'), fault));
}

/** The titles of the tests that failed, as mocha lists them behind its counts. */
export function failedTitles(output) {
  const list = output.split(/^ {2}\d+ failing$/m)[1] ?? '';
  return list.split('\n').map((line) => line.trim()).filter((line) => line.endsWith(':')).map((line) => line.slice(0, -1));
}

async function isFound(name, fault) {
  const folder = path.join(out, 'planted', name.replaceAll(' ', '-'));
  copyTo(folder);
  plant(folder, fault);
  const env = { ...process.env, COMMONPLACE_ONLY: fault.tests.join(','), COMMONPLACE_GREP: fault.notices ?? '', ...fault.env };
  const { code, output } = await node([path.join(folder, 'scripts', 'test.mjs'), fault.suite], { cwd: folder, env, quiet: true });
  const found = code !== 0 && (fault.notices === undefined ? output.includes(fault.says) : failedTitles(output).some((title) => title.startsWith(fault.notices)));
  if (!found || process.env.COMMONPLACE_SHOW) console.log(output);
  fs.rmSync(folder, { recursive: true, force: true });
  return found;
}

/** Plants the faults, two at a time; gives the counts of a suite. */
export async function plantAll(names = Object.keys(faults)) {
  await install();
  const counts = { passes: 0, failures: 0, pending: 0 };
  const rest = [...names];
  const work = async () => {
    for (let name = rest.shift(); name !== undefined; name = rest.shift()) {
      const found = await isFound(name, faults[name] ?? fail(new Error(`There is no fault “${name}”. There are: ${Object.keys(faults).join(', ')}`)));
      counts[found ? 'passes' : 'failures'] += 1;
      console.log(`  ${found ? 'found' : 'NOT FOUND'}: ${name}`);
    }
  };
  await Promise.all([work(), work()]);
  return counts;
}

if (isMain(import.meta)) {
  const names = process.argv.slice(2);
  const { failures } = await plantAll(names.length > 0 ? names : undefined).catch(fail);
  process.exitCode = failures > 0 ? 1 : 0;
}
