/** Long readings give the thread back. */
import assert from 'node:assert/strict';
import { parsePaste, readBibliography, type Reading } from '../../../src/core/parsing';
import type { Engine } from '../../../src/core/enginePort';
import { directEngine } from '../../doubles/directEngine';

/** An engine that counts how often the reading pauses. */
function pausing(): { readonly engine: Engine; readonly pauses: () => number } {
  let pauses = 0;
  const breathe = (): Promise<void> => {
    pauses++;
    return Promise.resolve();
  };
  return { engine: { ...directEngine, breathe }, pauses: () => pauses };
}

const library = (entries: number): string => Array.from({ length: entries }, (_, index) => `@book{k${index}, title = {Title ${index}}, year = {2001}}`).join('\n');

/** Records of many forms, pages and lists, with the same works in several of them, in about so many characters. */
function mixed(length: number): string {
  const parts: string[] = [];
  for (let [n, size] = [0, 0]; size < length; n++) {
    const title = `Quiet Vetoes and Loud Silences, Part ${n}`;
    const one = [
      `@article{k${n}, title = {${title}}, author = {Okonjo, Ada}, year = {2014}}`,
      `Okonjo, Ada. 2014. “${title}.” Journal of Invented Politics ${n % 80 + 1} (2): 1–20.`,
      `Accepted Paper:\n\nA Paper on Silence ${n}\nAda Okonjo (University of Harlingen)\n\nAbstract:\n\nSmall states keep silent, and number ${n} says why.\n\nPanel POL${n % 90}`,
      `Title: Loud Silences ${n}\nAuthors: Ada Okonjo\nAbstract: Middle powers often keep silent and hedge where they could choose, as number ${n} shows.\nKeywords: silence`,
      `Ein Satz\u00a0ohne Ende, Nummer ${n}.`,
    ][n % 5] ?? '';
    parts.push(one);
    size += one.length + 3;
  }
  return parts.join('\n\n\n');
}

/** What a reading gives that is stopped at so many pauses, and how often it pauses after that. */
async function stoppedAt(text: string, pauses: number): Promise<{ readonly reading: Reading; readonly after: number }> {
  const controller = new AbortController();
  let [count, after] = [0, 0];
  if (pauses === 0) controller.abort();
  const breathe = (): Promise<void> => {
    if (controller.signal.aborted) after++;
    if (++count === pauses) controller.abort();
    return Promise.resolve();
  };
  const reading = await parsePaste(text, { engine: { ...directEngine, breathe }, signal: controller.signal });
  return { reading, after };
}

describe('A long reading', function () {
  this.timeout(60_000);

  it('pauses more often the more there is to read, and reads the same', async () => {
    const [few, many] = [pausing(), pausing()];
    await readBibliography(library(100), 'bibtex', few.engine);
    const read = await readBibliography(library(2000), 'bibtex', many.engine);
    assert.ok(many.pauses() >= 5 * few.pauses() && few.pauses() > 0, `${few.pauses()} and ${many.pauses()}`);
    assert.deepEqual(read, await readBibliography(library(2000), 'bibtex', directEngine));
  });

  it('of RIS and of CSL JSON pauses as often', async () => {
    const ris = 'TY  - BOOK\nTI  - Small States\nAU  - Lee, Bo\nPY  - 2001\nAB  - Few words.\nER  - \n\n'.repeat(1500);
    const json = JSON.stringify(Array.from({ length: 1500 }, (_, index) => ({ id: `k${index}`, type: 'book', title: `Title ${index}`, author: [{ family: 'Lee', given: 'Bo' }] })));
    for (const text of [ris, json]) {
      const { engine, pauses } = pausing();
      const { records } = await parsePaste(text, { engine });
      assert.equal(records.length, 1500);
      assert.ok(pauses() >= 50, String(pauses()));
    }
  });

  it('of every form of record pauses as often, however the records are parted', async () => {
    const texts: { readonly [form: string]: string } = {
      nbib: 'PMID- 1\nTI  - Quiet vetoes\nAU  - Okonjo A\nDP  - 2014\nJT  - A Journal\n\n', wos: 'PT J\nAU Okonjo, A\nTI Quiet vetoes\nSO A JOURNAL\nPY 2014\nER\n\n', refer: '%0 Book\n%A Okonjo, Ada\n%T Quiet vetoes\n%D 2014\n\n',
      xml: '<mods><titleInfo><title>Quiet vetoes</title></titleInfo><name><namePart>Okonjo, Ada</namePart></name></mods>\n', references: 'Okonjo, Ada. 2014. Quiet Vetoes. Leiden: Invented Press.\n\n',
    };
    const table = `Title,Author,Year\n${'Quiet vetoes,"Okonjo, Ada",2014\n'.repeat(1500)}`;
    for (const [form, text] of [...Object.entries(texts).map(([name, one]) => [name, one.repeat(1500)] as const), ['table', table] as const]) {
      const { engine, pauses } = pausing();
      const { records } = await parsePaste(text, { engine });
      assert.equal(records.length, 1500, form);
      assert.ok(pauses() >= 50, `${form}: ${pauses()}`);
    }
  });

  it('stops when asked to, and gives the records that were read until then', async () => {
    const controller = new AbortController();
    const engine: Engine = { ...directEngine, breathe: async () => {
      await Promise.resolve();
      if (++breaths > 25) controller.abort();
    } };
    let breaths = 0;
    const { records } = await parsePaste(library(2000), { engine, signal: controller.signal });
    assert.ok(records.length > 0 && records.length < 2000, String(records.length));
    assert.ok(records.every(({ item }) => item.title?.startsWith('Title') === true));
  });

  it('of a paste of a million characters ends within a few slices wherever it is stopped, and says so', async () => {
    const text = mixed(1_000_000);
    const { engine, pauses } = pausing();
    const whole = await parsePaste(text, { engine, signal: new AbortController().signal });
    assert.ok(whole.records.length > 1000 && whole.problems.every(({ code }) => code !== 'paste-stopped'));
    const seen = new Set<number>();
    for (const share of [0, 0.01, 0.05, 0.2, 0.4, 0.6, 0.8, 0.9, 0.95, 0.97, 0.98, 0.99]) {
      const { reading, after } = await stoppedAt(text, Math.floor(share * pauses()));
      if (reading.problems[0]?.code !== 'paste-stopped') {
        // Everything was read already, and only settled.
        assert.ok(share >= 0.95, `${share}: nothing is said of it`);
        continue;
      }
      assert.ok(after <= 15, `stopped at ${share}: ${after} slices more`);
      assert.ok(reading.records.length <= whole.records.length);
      seen.add(reading.records.length);
      let at = 0;
      for (const { span, pasted } of reading.records) {
        assert.ok(span.start >= at && pasted === text.slice(span.start, span.end), `${share}: ${JSON.stringify(span)}`);
        at = span.end;
      }
    }
    assert.ok(seen.size >= 3 && seen.has(0), `what is read grows: ${[...seen].join(', ')}`);
  });

  it('of every form of record is stopped in its midst', async () => {
    const forms: { readonly [form: string]: string } = {
      csl: JSON.stringify(Array.from({ length: 2000 }, (_, n) => ({ id: `k${n}`, type: 'book', title: `Title ${n}` }))),
      ris: 'TY  - BOOK\nTI  - Small States\nAU  - Lee, Bo\nER  - \n\n'.repeat(2000), bibtex: library(2000),
      references: Array.from({ length: 2000 }, (_, n) => `Okonjo, Ada. ${1900 + n % 120}. Quiet Vetoes, Part ${n}. Leiden: Invented Press.\n\n`).join(''),
    };
    for (const [form, text] of Object.entries(forms)) {
      const { engine, pauses } = pausing();
      const all = (await parsePaste(text, { engine })).records.length;
      const { reading, after } = await stoppedAt(text, Math.floor(pauses() / 2));
      assert.equal(reading.problems[0]?.code, 'paste-stopped', form);
      assert.ok(after <= 15 && reading.records.length < all, `${form}: ${after} slices more, ${reading.records.length} of ${all}`);
    }
  });

  it('of a paste pauses too, also where there is nothing but text', async () => {
    const { engine, pauses } = pausing();
    const text = `${'Ein Satz\u00a0ohne Ende. '.repeat(60_000)}\n${library(60)}`;
    const { records } = await parsePaste(text, { engine });
    assert.ok(pauses() >= 6, String(pauses()));
    assert.equal(records.filter(({ format }) => format === 'bibtex').length, 60);
  });
});
