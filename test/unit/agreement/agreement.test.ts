import assert from 'node:assert/strict';
import fc from 'fast-check';
import { agreementOf, codersOf, cohensKappa, compareCoders, comparisonMarkdown, disagreementRows, figureRows, krippendorffsAlpha, percentAgreement } from '../../../src/core/agreement';
import type { CodedSource, Figure, Pattern } from '../../../src/core/agreement';
import { emptyCodebook } from '../../../src/core/notes';
import type { Codebook } from '../../../src/core/notes';
import type { Note } from '../../../src/core/source';
import { growsWithSize } from '../../doubles/growth';

/** Counts of a two by two table: both, only the first, only the second, neither. */
const table = (both: number, first: number, second: number, neither: number): Pattern[] =>
  ([['yes', 'yes', both], ['yes', 'no', first], ['no', 'yes', second], ['no', 'no', neither]] as const).map(([a, b, count]) => ({ said: [a, b], count }));

/** Each coder’s judgements as a line of words, `.` for none. */
const coded = (...lines: readonly string[]): Pattern[] => {
  const coders = lines.map((line) => line.split(' '));
  return (coders[0] ?? []).map((_, unit) => ({ said: coders.map((coder) => (coder[unit] === '.' ? undefined : coder[unit])), count: 1 }));
};
const close = (found: Figure, wanted: number): void => assert.ok(Math.abs((found.value ?? NaN) - wanted) < 0.0005, `${found.value} is not ${wanted}`);
const why = (found: Figure): string => (found.value === undefined ? found.why : String(found.value));

describe('figures of agreement', () => {
  it('are those of Cohen and not of a formula that takes both of either for observed and Pyes times Pno for expected', () => {
    close(cohensKappa(table(20, 5, 10, 15)), 0.4);
    close(cohensKappa(table(25, 25, 25, 25)), 0);
    const wrong = (both: number, first: number, second: number): number => {
      const either = both + first + second;
      const expected = (((both + first) * (both + second)) / either ** 2) * ((first * second) / either ** 2);
      return (both / either - expected) / (1 - expected);
    };
    close({ value: wrong(20, 5, 10) }, 0.56);
    close({ value: wrong(25, 25, 25) }, 0.299);
    assert.notEqual(cohensKappa(table(25, 25, 25, 25)).value?.toFixed(2), wrong(25, 25, 25).toFixed(2));
  });

  it('are those of Krippendorff for two coders, and for four of whom some did not judge all', () => {
    close(krippendorffsAlpha(coded('0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0')), 0.095);
    close(krippendorffsAlpha(coded('1 2 3 3 2 1 4 1 2 . . .', '1 2 3 3 2 2 4 1 2 5 . 3', '. 3 3 3 2 3 4 2 2 5 1 .', '1 2 3 3 2 4 4 1 2 5 1 .')), 0.743);
  });

  it('say how often coders agree, over pairs of coders when there are more than two', () => {
    close(percentAgreement(table(20, 5, 10, 15)), 0.7);
    close(percentAgreement(coded('a a', 'a b', 'a c')), 0.5);
  });

  it('say why they are undefined, and are never NaN', () => {
    assert.deepEqual(Object.values(agreementOf([])).map((one) => (typeof one === 'number' ? one : why(one))), [0, 'no-units', 'no-units', 'no-units']);
    assert.deepEqual([cohensKappa(table(0, 0, 0, 9)), krippendorffsAlpha(table(9, 0, 0, 0))].map(why), ['no-variance', 'no-variance']);
    assert.deepEqual([cohensKappa(table(0, 1, 0, 0)), krippendorffsAlpha(table(0, 1, 0, 0))].map(why), ['one-unit', 'one-unit']);
    assert.equal(why(cohensKappa(coded('a b', 'a b', 'a b'))), 'not-two-coders');
    assert.equal(why(krippendorffsAlpha(coded('a b', '. .'))), 'no-units');
    const word = fc.option(fc.constantFrom('yes', 'no', '?'), { nil: undefined });
    fc.assert(fc.property(fc.integer({ min: 0, max: 4 }).chain((coders) => fc.array(fc.record({ said: fc.array(word, { minLength: coders, maxLength: coders }), count: fc.nat({ max: 9 }) }))), (patterns) => {
      for (const figure of [percentAgreement, cohensKappa, krippendorffsAlpha].map((of) => of(patterns))) {
        assert.ok(figure.value === undefined ? figure.why.length > 0 : figure.value <= 1 + 1e-9 && figure.value >= -1 - 1e-9, JSON.stringify(figure));
      }
    }), { numRuns: 2000 });
  });

  it('do not change when coders change places or units are counted together', () => {
    const pattern = fc.record({ said: fc.tuple(fc.constantFrom('a', 'b'), fc.constantFrom('a', 'b')), count: fc.integer({ min: 1, max: 5 }) });
    fc.assert(fc.property(fc.array(pattern, { minLength: 2, maxLength: 12 }), (patterns) => {
      const turned = patterns.map(({ said, count }) => ({ said: [...said].reverse(), count }));
      const single = patterns.flatMap(({ said, count }) => Array.from({ length: count }, () => ({ said, count: 1 })));
      for (const other of [turned, single]) {
        for (const figure of [percentAgreement, cohensKappa, krippendorffsAlpha]) {
          const [a, b] = [figure(patterns), figure(other)];
          assert.ok(a.value === b.value || Math.abs((a.value ?? 0) - (b.value ?? 0)) < 1e-9);
        }
      }
    }));
  });
});

const text = 'Small states hedge because elites profit. They abstain where they could assent, and balance only in words.';
const note = (author: string, tags: string, quote?: string): Note => ({ author, tags: tags.split(' '), text: '', ...(quote !== undefined && { quote }) });
const source = (key: string, ...notes: readonly Note[]): CodedSource => ({ key, title: `On ${key}`, text, notes });
const codebook: Codebook = { team: [], tags: new Map([['hedging', { aliases: ['hedge'] }]]) };
const sources = [
  source('lee2018', note('anna', 'hedging'), note('bekzod', 'hedge un-voting')),
  source('kim2020', note('anna', 'un-voting'), note('bekzod', 'balancing')),
  source('berg2015', note('anna', 'hedging')),
];
const two = { coders: ['anna', 'bekzod'], units: 'source', silence: 'missing' } as const;

describe('comparing coders', () => {
  it('takes each source that both have read with each tag, aliases counted as their tag', () => {
    const { tags, overall, disagreements } = compareCoders(sources, codebook, two);
    assert.deepEqual(tags.map(({ tag, all, tagged }) => [tag, all.units, tagged.units]), [['balancing', 2, 1], ['hedging', 2, 1], ['un-voting', 2, 2]]);
    assert.deepEqual([overall.all.units, overall.tagged.units], [6, 4]);
    close(overall.all.percent, 0.5);
    close(overall.tagged.percent, 0.25);
    assert.deepEqual(disagreements.map((unit) => [unit.source.key, unit.tag, ...unit.notes.map((own) => own?.length)]), [['kim2020', 'balancing', 0, 1], ['lee2018', 'un-voting', 0, 1], ['kim2020', 'un-voting', 1, 0]]);
  });

  it('counts a source without a note as read when told so', () => {
    const { tags } = compareCoders([...sources, source('empty2000')], codebook, { ...two, silence: 'absent' });
    assert.deepEqual(tags.map(({ tag, all, tagged }) => [tag, all.units, tagged.units]), [['balancing', 4, 1], ['hedging', 4, 2], ['un-voting', 4, 2]]);
  });

  it('takes quotations that overlap by half for one passage', () => {
    const passages = [source('lee2018',
      note('anna', 'hedging', 'Small states hedge because elites profit'), note('bekzod', 'hedging', 'hedge because elites profit. They'),
      note('anna', 'abstention', 'They abstain where they could assent'), note('bekzod', 'balancing', 'balance only in words'), note('bekzod', 'talk', 'words of another text'))];
    const { tags, disagreements } = compareCoders(passages, emptyCodebook, { ...two, units: 'passage' });
    assert.deepEqual(tags.map(({ tag, all, tagged }) => [tag, all.units, tagged.units]), [['abstention', 4, 1], ['balancing', 4, 1], ['hedging', 4, 1], ['talk', 4, 1]]);
    assert.deepEqual(disagreements.map(({ tag, passage }) => [tag, passage]), [['abstention', 'They abstain where they could assent'], ['balancing', 'balance only in words'], ['talk', 'words of another text']]);
  });

  it('compares every two of three coders, and lists who coded', () => {
    const three = [...sources, source('omar2021', note('chen', 'hedging'), note('anna', 'hedging'))];
    assert.deepEqual(codersOf(three), ['anna', 'bekzod', 'chen']);
    const { pairs } = compareCoders(three, codebook, { ...two, coders: codersOf(three) });
    assert.deepEqual(pairs.map(({ coders, all }) => [...coders, all.units]), [['anna', 'bekzod', 6], ['anna', 'chen', 3], ['bekzod', 'chen', 0]]);
  });

  it('is written out with links to the notes, and nothing in a title can break its table', () => {
    const odd = [{ ...source('lee2018', note('anna', 'hedging', 'Small states | hedge'), note('bekzod', 'un-voting')), title: 'A | B ](x) `c`\n# D' }];
    const comparison = compareCoders(odd, codebook, two);
    const markdown = comparisonMarkdown(comparison, (key, { author }) => `sources/${key}.md#${author}`);
    assert.match(markdown, /\| #hedging +\| +1 \| +0 % \| +– \| +– \| +1 \|/u);
    assert.match(markdown, /- \[ \] \*\*A \\\| B \\\]\(x\) \\`c\\` \\# D\*\* \(lee2018\), \\#hedging/u);
    assert.match(markdown, /anna: \[Small states \\\| hedge\]\(<sources\/lee2018\.md#anna>\)\n {2}- bekzod: absent/u);
    assert.deepEqual(disagreementRows(comparison)[1]?.slice(4), ['present', 'absent']);
    assert.equal(new Set([...figureRows(comparison), ...figureRows(compareCoders(sources, codebook, two))].map((row) => row.length)).size, 1);
  });

  it('takes time as the number of sources', async () => {
    const many = (size: number): CodedSource[] => Array.from({ length: size }, (_, n) => source(`k${n}`, note('anna', `t${n % 40} hedging`), note('bekzod', `t${n % 37}`)));
    await growsWithSize((size) => compareCoders(many(size), emptyCodebook, two), 1250);
  });
});
