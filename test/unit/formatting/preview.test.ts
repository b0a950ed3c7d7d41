import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { draftStyle, draftToFormat, readDraft } from '../../../src/core/citations';
import { loadCiteproc } from '../../../src/core/engine';
import { createFormatter, type CompactNode, type StyleData } from '../../../src/core/formatting';
import type { Item } from '../../../src/core/source';
import { pandocIsHere, pandocOf, type Made } from './pandoc';

const folder = 'test/fixtures/preview';
const loadStyles = async (): Promise<StyleData> => (await import('commonplace:styles')).default;
const formatter = createFormatter(loadCiteproc, loadStyles);
const itemsIn = (file: string): readonly Item[] => JSON.parse(readFileSync(`${folder}/${file}.json`, 'utf8')) as readonly Item[];
const items = itemsIn('items');
const [moreItems, moreStyles] = [itemsIn('items2'), ['american-political-science-association', 'apa', 'chicago-author-date', 'chicago-fullnote-bibliography', 'ieee']];
const styles = ['american-political-science-association', 'apa', 'chicago-author-date', 'harvard-cite-them-right', 'modern-language-association', 'ieee'];

/** Differences of taste between the two engines that change no word: raised letters, spaces, dashes and quotation marks. */
const plain = (text: string): string => text.normalize('NFC').replace(/ᵒ/g, 'o').replace(/\s+/gu, ' ').replace(/[“”„«»"]/g, '"').replace(/[‘’']/g, '\'').replace(/[‐‑–—]/g, '-').trim();

async function ours(id: string, name = 'citations'): Promise<Made> {
  const draft = readFileSync(`${folder}/${name}.md`, 'utf8');
  const byId = new Map(items.map((item) => [item.id, item]));
  const { draft: toFormat } = draftToFormat(id, readDraft('markdown', draft), (key) => byId.get(key), () => items);
  const { citations, bibliography } = await formatter.draft(toFormat, { id }, '');
  return { citations: citations.map(({ text }) => text), bibliography: bibliography.map(({ text, number }) => `${number} ${text}`.trim()) };
}

/** What Pandoc makes of the draft, as it was when it was last asked. */
async function pandocs(id: string, name = 'citations', kept = id): Promise<Made> {
  const file = `${folder}/${kept}.json`;
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

  for (const id of ['american-political-science-association', 'apa', 'chicago-author-date']) {
    it(`prints brackets that Pandoc takes for text as Pandoc does, in ${id}`, async () => {
      const [mine, theirs] = [await ours(id, 'odd'), await pandocs(id, 'odd', `odd-${id}`)];
      assert.equal(theirs.citations.length, 58);
      assert.deepEqual(mine.citations.map(plain).sort(), theirs.citations.map(plain).sort());
    });
  }

  it('is held against Pandoc as it is here, where it is installed', async function () {
    if (!pandocIsHere()) return this.skip();
    const style = await (await loadStyles()).styles['apa']?.() as CompactNode;
    const made = pandocOf(`${folder}/citations.md`, `${folder}/items.json`, style);
    assert.deepEqual((await ours('apa')).citations.map(plain), made.citations.map(plain));
  });

  for (const [name, count] of [['more', 38], ['more-de', 10], ['more-fr', 10]] as const) {
    it(`says of ${count} further citations what Pandoc says in five styles, but where a reason is given: ${name}`, async () => {
      const file = `${folder}/${name}.json`;
      if (process.env['UPDATE'] === '1' || !existsSync(file)) writeFileSync(file, `${JSON.stringify(await pandocsMore(name), null, 1)}\n`);
      const theirs = JSON.parse(readFileSync(file, 'utf8')) as { readonly [style: string]: Made };
      for (const id of moreStyles) {
        const [mine, made] = [await oursMore(id, name), theirs[id] as Made];
        assert.deepEqual([mine.cited.length, mine.citations.length, made.citations.length], [count, count, count]);
        const apart = mine.cited.flatMap(({ text, inText }, at) => (plain(mine.citations[at] ?? '') === plain(made.citations[at] ?? '') || (inText && id.includes('fullnote')) ? [] : [[text, mine.citations[at], made.citations[at]] as const]));
        assert.deepEqual(apart.filter(([text]) => !Object.keys(reasons).includes(text)), [], `${name}, ${id}`);
        const entries = new Set(made.bibliography.map(plain));
        assert.deepEqual(mine.bibliography.filter((entry) => !entries.has(plain(entry)) && !ownEntries.some((reason) => reason.test(entry))), [], `${name}, ${id}`);
      }
    });
  }

  it('writes what follows a citation in the text once, and a volume before its pages as one, in the language of the draft', async () => {
    const of = async (name: string, id: string, cited: string): Promise<string | undefined> => {
      const mine = await oursMore(id, name);
      return mine.citations[mine.cited.findIndex(({ text }) => text === cited)];
    };
    assert.equal(await of('more', 'apa', '@undatedbook [chap. 2, and passim]'), 'Orlova (n.d., Chapter 2, and passim)');
    assert.equal(await of('more', 'ieee', '@undatedbook [chap. 2, and passim]'), '[12, Ch. 2], and passim');
    assert.equal(await of('more-de', 'chicago-author-date', '[@king2004, Bd. 2, S. 7]'), '(King 2004, Bd. 2, S. 7)');
  });
});

/** Where we differ from Pandoc on purpose, or can’t do otherwise. */
const reasons: { readonly [cited: string]: string } = {
  '[@ito2016b, p. 121; @ito2016a, pp. 2-4]': 'citeproc-js parts works of one author by a comma, pages or none',
  '[@vondermark2011, S. 12]': 'labels are read in every language', '@vondermark2011 [S. 12-14]': 'the same', '[@ivanova2018, с. 17]': 'the same',
  '@six2021 [table 2, emphasis added]': 'table is a locator of CSL 1.0.2, which Pandoc 2.17 does not know', '[siehe @six2021, Tab. 2; @six2021b; dagegen @anonnews]': 'the same',
  '[@reprint1951, bk. 2, l. 14]': 'one book is not “bks.”',
  '[@king2004, vol. 2, p. 7]': 'IEEE: the page belongs to the place, in the brackets', '[@king2004, Bd. 2, S. 7]': 'the same', '[@lafontaine2008, S. 60f.]': 'the same',
  '[@grau2017{}, 3 of them say so]': 'Pandoc 2.17 writes the label of a place that is empty',
  '@anonnews': 'citeproc-js writes a title that stands for an author in the text without its quotation marks',
  '[@asean2020, § 12]': 'the section sign means a section in every language',
};

/** Entries that the two write otherwise: APA’s words as CSL 1.0.2 has them (Pandoc 2.17 is older), initials of Arabic, a full stop behind a Chinese name. */
const ownEntries = [/\(Report No\. 14\)/, /Original work published/, /ل\. حداد|حداد, ل\./, /王建国[,，]/];

async function oursMore(id: string, name: string): Promise<Made & { readonly cited: readonly { readonly text: string; readonly inText: boolean }[] }> {
  const text = readFileSync(`${folder}/${name}.md`, 'utf8');
  const [byId, reading] = [new Map(moreItems.map((item) => [item.id, item])), readDraft('markdown', text)];
  const { draft } = draftToFormat(`${name} ${id}`, reading, (key) => byId.get(key), () => moreItems);
  const { citations, bibliography } = await formatter.draft(draft, { id }, draftStyle(text).lang ?? '');
  return {
    cited: reading.citations.map(({ span, form }) => ({ text: text.slice(span.start, span.end), inText: form === 'in-text' })),
    citations: citations.map((citation) => citation.text), bibliography: bibliography.map((entry) => `${entry.number} ${entry.text}`.trim()),
  };
}

async function pandocsMore(name: string): Promise<{ readonly [style: string]: Made }> {
  const { styles: all } = await loadStyles();
  return Object.fromEntries(await Promise.all(moreStyles.map(async (id) => [id, pandocOf(`${folder}/${name}.md`, `${folder}/items2.json`, await all[id]?.() as CompactNode)] as const)));
}
