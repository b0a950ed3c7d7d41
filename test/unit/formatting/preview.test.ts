import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { draftToFormat, readDraft } from '../../../src/core/citations';
import { loadCiteproc } from '../../../src/core/engine';
import { createFormatter, type CompactNode, type StyleData } from '../../../src/core/formatting';
import type { Item } from '../../../src/core/source';
import { pandocIsHere, pandocOf, type Made } from './pandoc';

const folder = 'test/fixtures/preview';
const loadStyles = async (): Promise<StyleData> => (await import('commonplace:styles')).default;
const formatter = createFormatter(loadCiteproc, loadStyles);
const items = JSON.parse(readFileSync(`${folder}/items.json`, 'utf8')) as readonly Item[];
const styles = ['american-political-science-association', 'apa', 'chicago-author-date', 'harvard-cite-them-right', 'modern-language-association', 'ieee'];

/** Differences of taste between the two engines that change no word: spaces, dashes and quotation marks. */
const plain = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').replace(/[“”„«»"]/g, '"').replace(/[‘’']/g, '\'').replace(/[‐‑–—]/g, '-').trim();

async function ours(id: string, name = 'citations'): Promise<Made> {
  const draft = readFileSync(`${folder}/${name}.md`, 'utf8');
  const byId = new Map(items.map((item) => [item.id, item]));
  const { draft: toFormat } = draftToFormat(id, readDraft('markdown', draft), (key) => byId.get(key), () => items);
  const { citations, bibliography } = await formatter.draft(toFormat, { id }, '');
  return { citations: citations.map(({ text }) => text), bibliography: bibliography.map(({ text, number }) => `${number} ${text}`.trim()) };
}

/** What Pandoc makes of the draft, as it was when it was last asked. */
async function pandocs(id: string, name = 'citations'): Promise<Made> {
  const file = `${folder}/${id}.json`;
  if (process.env['UPDATE'] === '1' || !existsSync(file)) {
    const style = await (await loadStyles()).styles[id]?.() as CompactNode;
    writeFileSync(file, `${JSON.stringify(pandocOf(`${folder}/${name}.md`, `${folder}/items.json`, style), null, 1)}\n`);
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Made;
}

describe('The preview', function () {
  this.timeout(60_000);

  for (const id of styles) {
    it(`says of sixty hard citations what Pandoc says, in ${id}`, async () => {
      const [mine, theirs] = [await ours(id), await pandocs(id)];
      assert.deepEqual(mine.citations.map(plain), theirs.citations.map(plain));
      // Pandoc does not take “van” for a particle in a sort key that a macro makes; the entries are the same.
      assert.deepEqual(mine.bibliography.map(plain).sort(), theirs.bibliography.map(plain).sort());
    });
  }

  it('makes the notes that Pandoc makes', async () => {
    const id = 'chicago-fullnote-bibliography';
    const [mine, theirs] = [await ours(id, 'notes'), await pandocs(id, 'notes')];
    assert.deepEqual(mine.citations.map(plain), theirs.citations.map(plain));
    assert.deepEqual(mine.bibliography.map(plain), theirs.bibliography.map(plain));
  });

  it('is held against Pandoc as it is here, where it is installed', async function () {
    if (!pandocIsHere()) return this.skip();
    const style = await (await loadStyles()).styles['apa']?.() as CompactNode;
    const made = pandocOf(`${folder}/citations.md`, `${folder}/items.json`, style);
    assert.deepEqual((await ours('apa')).citations.map(plain), made.citations.map(plain));
  });
});
