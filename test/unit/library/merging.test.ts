import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lastMerge, mergeFields, mergesOf, newSourceFile, otherReadings, readSourceFile, sameness, takeOffers, titleLikeness, unmergeEdits, unmergeFields, valueAt } from '../../../src/core/library';
import { applyEdits } from '../../../src/core/edits';
import { reviewsOf } from '../../../src/core/source';
import type { Item, Json } from '../../../src/core/source';

const sure = { sure: 0.95, why: 'The same title.' };
const merged = (known: Item, other: Item, how = sure): Item => without({ ...known, ...mergeFields(known, other, how) });
const without = (item: object): Item => Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined)) as unknown as Item;
const item = (fields: object = {}): Item => ({ id: 'lee2018', type: 'article-journal', title: 'Hedging explained', author: [{ family: 'Lee', given: 'A.' }], issued: { 'date-parts': [[2018]] }, ...fields });

const words = fc.constantFrom('Hedging', 'hedging', 'Hedging: a view', 'Čapan 7(2)', 'Capan 72', '7', '7-9', 'Хеджирование', '');
const names = fc.array(fc.record({ family: words, given: words }), { maxLength: 3 });
const date = fc.constantFrom({ 'date-parts': [[2018]] }, { 'date-parts': [[2018, 5]] }, { 'date-parts': [[2019]] });
const review = fc.dictionary(fc.constantFrom('title', 'volume', 'author', 'page'), fc.record({ why: fc.constant('look'), offer: words }), { minKeys: 1 });
const records = fc.record({
  id: fc.constant('lee2018'), type: fc.constantFrom('article-journal', 'document', 'book'), title: words, author: names, issued: date, volume: words, page: words, abstract: words, DOI: words,
  tags: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }),
  custom: fc.record({ review, panel: words, unmapped: fc.dictionary(fc.constantFrom('citations', 'licence'), words, { minKeys: 1 }) }, { requiredKeys: [] }),
}, { requiredKeys: ['id', 'type'] }) as unknown as fc.Arbitrary<Item>;

const pathsOf = (one: Item): string[] => [
  ...Object.keys(one).filter((field) => !['id', 'custom', 'tags'].includes(field)), ...(one.custom?.['panel'] === undefined ? [] : ['custom.panel']),
  ...Object.keys((one.custom?.['unmapped'] ?? {}) as object).map((name) => `custom.unmapped.${name}`),
];
const plain = (value: Json | undefined): string => JSON.stringify(value ?? null).toLowerCase().replace(/(\d)[^\p{L}\d]+(?=\d)/gu, '$1 ').replace(/[^\p{L}\d ]|(?<!\d) | (?!\d)/gu, '');
const inOrder = (value: unknown): string => JSON.stringify(value, (_, part: unknown) => (typeof part === 'object' && part !== null && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part));

describe('merging two records of a work', () => {
  it('loses nothing of either record', () => {
    fc.assert(fc.property(records, records, (known, other) => {
      const both = merged(known, other);
      const [last] = mergesOf(both);
      for (const one of [known, other]) {
        for (const path of pathsOf(one)) {
          const kept = [valueAt(both, path), last?.replaced?.[path], last?.other?.[path]].map(plain);
          assert.ok(kept.includes(plain(valueAt(one, path))), `${path} of ${JSON.stringify(one)} in ${JSON.stringify(both)}`);
        }
        assert.ok((one.tags ?? []).every((tag) => both.tags?.includes(tag)));
      }
    }));
  });

  it('can be taken back to the very record that was there', () => {
    fc.assert(fc.property(records, records, fc.boolean(), (known, other, isUnsure) => {
      const both = merged(known, other, isUnsure ? { sure: 0.7, why: 'Alike.' } : sure);
      if (both === known || mergesOf(both).length === 0) return;
      const before = { ...without({ ...both, ...unmergeFields(both, other) }) };
      const { custom: empty, ...bare } = known;
      assert.equal(inOrder(before), inOrder(Object.keys(without(empty ?? {})).length === 0 && before.custom === undefined ? bare : known));
    }));
  });

  it('takes the longer of two readings that are equally sure, and keeps the other', () => {
    const both = merged(item({ abstract: 'Short.' }), item({ title: 'Hedging explained: a view from below', abstract: 'Longer than that.', author: [{ family: 'Lee', given: 'Ann' }] }));
    assert.deepEqual([both.title, both.abstract, both.author?.[0]?.given], ['Hedging explained: a view from below', 'Longer than that.', 'Ann']);
    assert.deepEqual(mergesOf(both)[0]?.replaced, { title: 'Hedging explained', author: [{ family: 'Lee', given: 'A.' }], abstract: 'Short.' });
    assert.deepEqual(otherReadings(both, 'abstract'), ['Short.']);
  });

  it('takes the surer of two readings, and then nobody has to look at it', () => {
    const doubted = item({ volume: '11', custom: { review: { volume: { why: 'look' } } } });
    const both = merged(doubted, item({ volume: '7' }));
    assert.deepEqual([both.volume, both.custom?.['review']], ['7', undefined]);
    assert.equal(merged(item({ volume: '7' }), doubted).volume, '7');
    assert.deepEqual(otherReadings(merged(item({ volume: '7' }), doubted), 'volume'), ['11']);
  });

  it('lets how sure two doubtful readings are decide between them', () => {
    const doubted = (volume: string, sure: number): Item => item({ volume, custom: { review: { volume: { why: 'look', sure } } } });
    assert.equal(merged(doubted('11', 0.55), doubted('7', 0.8)).volume, '7');
    assert.equal(merged(doubted('7', 0.8), doubted('11', 0.55)).volume, '7');
    const titled = (title: string, sure: number): Item => item({ title, custom: { review: { title: { why: 'look', sure } } } });
    assert.equal(merged(titled('Hedging explained', 0.8), titled('Hedging explained: share this page', 0.55)).title, 'Hedging explained');
    assert.equal(merged(titled('Hedging explained', 0.79), titled('Hedging explained: a view from below', 0.8)).title, 'Hedging explained: a view from below');
  });

  it('puts no issue and no pages of another volume or year beside those of this one, but offers them together', () => {
    const [early, late] = [item({ issued: { 'date-parts': [[2020]] }, volume: '3' }), item({ issued: { 'date-parts': [[2021]] }, volume: '4', issue: '2', page: '111-129' })];
    const both = merged(early, late);
    assert.deepEqual([both.volume, both.issue, both.page, both.issued], ['3', undefined, undefined, early.issued]);
    assert.match(reviewsOf(both).get('issue')?.why ?? '', /says volume 4, 2021; this one says volume 3, 2020\./u);
    const taken = without({ ...both, ...takeOffers(both, ['volume', 'issue', 'page', 'issued']) });
    assert.deepEqual([taken.volume, taken.issue, taken.page, taken.issued], ['4', '2', '111-129', late.issued]);
    assert.deepEqual(otherReadings(taken, 'volume'), ['3']);
  });

  it('takes the whole place of the surer record where the two contradict each other', () => {
    const doubted = item({ volume: '11', page: '5-9', custom: { review: { volume: { why: 'look' } } } });
    const both = merged(doubted, item({ volume: '7', issue: '2' }));
    assert.deepEqual([both.volume, both.issue, both.page], ['7', '2', undefined]);
    assert.equal(reviewsOf(both).get('page')?.offer, '5-9');
  });

  it('knows “72” from “7(2)”', () => {
    assert.deepEqual(otherReadings(merged(item({ page: '7(2)' }), item({ page: '72' })), 'page'), ['72']);
  });

  it('says nothing new of the same record, nor of one that was merged before', () => {
    const one = item({ custom: { panel: 'P1', unmapped: { citations: 3 } } });
    assert.deepEqual(mergeFields(one, one, sure), {});
    const other = item({ title: 'Hedging, explained anew', volume: '3' });
    assert.deepEqual(mergeFields(merged(one, other), other, sure), {});
  });

  it('leaves a merge that is not sure to be looked at, and one that is sure not', () => {
    const both = merged(item(), item({ volume: '3' }), { sure: 0.76, why: 'Alike.' });
    assert.deepEqual(both.custom?.['review'], { merged: { why: 'Alike.', sure: 0.76 } });
    assert.equal(merged(item(), item({ volume: '3' })).custom?.['review'], undefined);
  });

  it('leaves alone what a person has corrected since', () => {
    const other = item({ volume: '3', issue: '4' });
    const corrected = { ...merged(item(), other), volume: '33' };
    assert.deepEqual(without({ ...corrected, ...unmergeFields(corrected, other) }), item({ volume: '33' }));
  });

  it('comes out of a source file without a trace', () => {
    const text = newSourceFile({ item: item(), pasted: ['first text'] });
    const other = item({ volume: '3', abstract: 'A view.' });
    const fields = mergeFields(item(), other, sure);
    const whole = newSourceFile({ item: without({ ...item(), ...fields, custom: { merged: [{ ...mergesOf(without({ ...item(), ...fields }))[0], pasted: 1 }] as unknown as Json } }), pasted: ['first text', 'second\ntext'] });
    const file = readSourceFile(whole);
    assert.equal(lastMerge(file)?.text, 'second\ntext');
    const back = readSourceFile(applyEdits(whole, unmergeEdits(file, other)));
    assert.deepEqual([back.item, back.pasted], [item(), ['first text']]);
    assert.equal(back.text.replace('# Abstract\n\n', '').replaceAll('\n', ''), text.replaceAll('\n', ''));
  });
});

describe('telling whether two records are of one work', () => {
  const because = (a: Item, b: Item): string => sameness(a, b)?.why ?? 'not the same';

  it('says what they agree in', () => {
    assert.equal(because(item({ DOI: '10.1000/ab' }), item({ DOI: 'https://doi.org/10.1000/AB', title: 'Another' })), 'The same DOI.');
    assert.equal(because(item(), item({ title: 'Hedging, Explained' })), 'The same title, first author and year.');
    assert.equal(because(item(), { id: '', type: 'document', title: 'Hedging explained' }), 'The same title.');
    assert.equal(because(item({ title: 'Hedging explained in a small state' }), item({ title: 'Hedging explained in small states' })), 'The same first author and year, and titles that are 92 % alike.');
    assert.equal(because(item({ title: 'Hedging explained' }), item({ title: 'Hedging explained: the view from Astana' })), 'The same first author and year, and titles that are 95 % alike.');
  });

  it('tells parts, volumes and works of other people apart', () => {
    assert.equal(because(item({ title: 'Hedging explained in many words, part 1' }), item({ title: 'Hedging explained in many words, part 2' })), 'not the same');
    assert.equal(because(item({ title: 'Hedging explained in many words II' }), item({ title: 'Hedging explained in many words III' })), 'not the same');
    assert.equal(because(item({ title: 'Hedging explained', volume: '1' }), item({ title: 'Hedging explained: a view', volume: '2' })), 'not the same');
    assert.equal(because(item(), item({ title: 'Hedging explained again', author: [{ family: 'Kim' }] })), 'not the same');
  });

  it('finds titles alike from 0 to 1, whichever comes first', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
      const likeness = titleLikeness(a, b);
      assert.ok(likeness >= 0 && likeness <= 1);
      assert.equal(likeness, titleLikeness(b, a));
    }));
  });
});
