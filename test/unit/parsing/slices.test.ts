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

describe('A long reading', () => {
  it('pauses more often the more there is to read, and reads the same', async () => {
    const [few, many] = [pausing(), pausing()];
    await readBibliography(library(50), 'bibtex', few.engine);
    const read = await readBibliography(library(500), 'bibtex', many.engine);
    assert.ok(many.pauses() >= 5 * few.pauses() && few.pauses() > 0, `${few.pauses()} and ${many.pauses()}`);
    assert.deepEqual(read, await readBibliography(library(500), 'bibtex', directEngine));
  });

  it('of a paste pauses too, also where there is nothing but text', async () => {
    const { engine, pauses } = pausing();
    const text = `${'Ein Satz\u00a0ohne Ende. '.repeat(60_000)}\n${library(60)}`;
    const { records } = await parsePaste(text, { engine });
    assert.ok(pauses() >= 6, String(pauses()));
    assert.equal(records.filter(({ format }) => format === 'bibtex').length, 60);
  });
});
