/** Long readings give the thread back. */
import assert from 'node:assert/strict';
import { parsePaste, readBibliography } from '../../../src/core/parsing';
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

describe('A long reading', function () {
  this.timeout(20_000);

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

  it('of a paste pauses too, also where there is nothing but text', async () => {
    const { engine, pauses } = pausing();
    const text = `${'Ein Satz\u00a0ohne Ende. '.repeat(60_000)}\n${library(60)}`;
    const { records } = await parsePaste(text, { engine });
    assert.ok(pauses() >= 6, String(pauses()));
    assert.equal(records.filter(({ format }) => format === 'bibtex').length, 60);
  });
});
