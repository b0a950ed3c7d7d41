import assert from 'node:assert/strict';
import { readDraft, renameKeys, syntaxes, type DraftReading, type Syntax } from '../../../src/core/citations';
import { applyEdits } from '../../../src/core/edits';
import { regeneratedKeys, type Source } from '../../../src/core/library';
import { growsWithSize } from '../../doubles/growth';

const written: { readonly [S in Syntax]: (key: string) => string } = {
  markdown: (key) => `So it is said [@${key}, p. 3].`, latex: (key) => `So it is said \\autocite[3]{${key}}.`, myst: (key) => `So it is said {cite:p}\`${key}\`.`,
  typst: (key) => `So it is said @${key}.`, org: (key) => `So it is said [cite:@${key} p. 3].`,
};

const sourcesOf = (count: number): readonly Source[] => Array.from({ length: count }, (_, n) => ({
  handle: `old${n}`, item: { id: `old${n}`, type: 'book', author: [{ family: `Writer${'abcdefghij'.charAt(n % 10)}` }], issued: { 'date-parts': [[1900 + n % 97]] } }, notes: [], path: `sources/old${n}.md`,
}));

/** A hundred drafts in all syntaxes, which together cite each source five times. */
const draftsOf = (sources: readonly Source[]): readonly DraftReading[] => Array.from({ length: 100 }, (_, at) => {
  const syntax = syntaxes[at % syntaxes.length] as Syntax;
  const cited = sources.filter((__, n) => (n + at) % 20 === 0);
  return readDraft(syntax, `Prose before.\n\n${cited.map(({ item }) => written[syntax](item.id)).join('\n\n')}\n`);
});

describe('Thousands of keys made anew', () => {
  it('are renamed wherever a hundred drafts cite them, and nothing else is', () => {
    const sources = sourcesOf(2_000);
    const names = regeneratedKeys(sources, () => true, '[auth][year]');
    assert.equal(names.size, 2_000);
    let renamed = 0;
    for (const draft of draftsOf(sources)) {
      const edits = renameKeys(draft, names);
      renamed += edits.length;
      const after = readDraft(draft.syntax, applyEdits(draft.text, edits));
      const [before, now] = [draft, after].map(({ citations }) => citations.flatMap(({ keys }) => keys.map(({ key }) => key))) as [string[], string[]];
      assert.deepEqual(now, before.map((key) => names.get(key)));
      const back = new Map([...names].map(([from, to]) => [to, from]));
      assert.equal(applyEdits(after.text, renameKeys(after, back)), draft.text);
    }
    assert.equal(renamed, 10_000);
  });

  it('are planned in time that grows with their number', async () => {
    const made = new Map([250, 2_000].map((size) => {
      const sources = sourcesOf(size);
      return [size, { sources, drafts: draftsOf(sources) }];
    }));
    await growsWithSize((size) => {
      const { sources, drafts } = made.get(size) as { sources: readonly Source[]; drafts: readonly DraftReading[] };
      const names = regeneratedKeys(sources, () => true, '[auth][year]');
      return drafts.map((draft) => renameKeys(draft, names));
    }, 250);
  });
});
