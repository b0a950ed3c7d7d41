import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { anchorOf, findPassage, searchText } from '../../../src/core/notes';
import { endsIn, patternOf, reachBack, reachInto, reversed } from '../../../src/core/notes/anchoring/approximate';
import { comparable, placeOf } from '../../../src/core/notes/anchoring/comparable';
import { chanceOf } from '../../bench/anchors/edits';
import { longText } from '../../bench/anchors/longText';
import { passagesOf, scoreEdits } from '../../bench/anchors/score';
import { growsWithSize, repeated } from '../../doubles/growth';

const text = 'Why hedge? The main vector of this policy\nis not Russia, which is formally a key ally, but China. The main vector again.';
const found = (within: string, quote: string, anchor?: Parameters<typeof findPassage>[2]): string | undefined => {
  const span = findPassage(searchText(within), quote, anchor)?.span;
  return span && within.slice(span.start, span.end);
};

describe('an anchor', () => {
  const start = text.indexOf('The main vector again');
  const anchor = anchorOf(text, { start, end: start + 15 });

  it('finds its passage where it stood, and again after text was put before it', () => {
    assert.deepEqual(findPassage(searchText(text), 'The main vector', anchor), { span: { start, end: start + 15 }, similarity: 1 });
    assert.deepEqual(findPassage(searchText(`New. ${text}`), 'The main vector', anchor), { span: { start: start + 5, end: start + 20 }, similarity: 1 });
  });

  it('reads white space, quotation marks, hyphens at the ends of lines and joined letters alike', () => {
    assert.equal(found(text, 'this policy is  not Russia'), 'this policy\nis not Russia');
    assert.equal(found('He said “no”.', 'said "no"'), 'said “no”');
    assert.equal(found('A policy of multi-\nvectorism deﬁned.', 'multi-vectorism defined'), 'multi-\nvectorism deﬁned');
    assert.equal(found('Cafe\u0301 politics', 'Café'), 'Cafe\u0301');
  });

  it('asks to confirm where words have changed, and gives up where nothing is like it', () => {
    const quote = 'this policy is not Russia, which is formally a key ally';
    const at = text.indexOf('this policy');
    const changed = text.replace('formally a key', 'officially a close');
    const placing = findPassage(searchText(changed), quote, anchorOf(text, { start: at, end: at + quote.length }));
    assert.ok(placing !== undefined && placing.similarity >= 0.6 && placing.similarity < 1);
    assert.equal(changed.slice(placing.span.start, placing.span.end).replace('\n', ' '), 'this policy is not Russia, which is officially a close ally');
    assert.equal(found(text, 'the concept of neutrality', anchor), undefined);
    assert.equal(found(text, '  '), undefined);
    assert.equal(found('', 'anything'), undefined);
  });

  it('is not led astray by the same few words elsewhere when its own sentence is gone', () => {
    const paper = 'Hedging is cheap. The port authority keeps its policy for years. Many others have none, and nobody minds that its policy of neutrality went out of use.';
    const at = paper.indexOf('its policy for');
    assert.equal(found(paper.replace('The port authority keeps its policy for years. ', ''), 'its policy', anchorOf(paper, { start: at, end: at + 10 })), undefined);
  });

  it('gives up a few words that stand elsewhere, too, when the words beside them are others', () => {
    const paper = 'The figures on the register of votes do not contradict the view that delegates abstain. A long recess followed. The figures on the list of absences do not contradict the view that they hide.';
    const start = paper.indexOf('do not contradict');
    assert.equal(found(paper.replace(/^[^.]*\. /u, ''), 'do not contradict', anchorOf(paper, { start, end: start + 17 })), undefined);
    const twins = 'The envoy financed one loan in the others. Of 318 cases none was clear. The mayor opened a census of ships in the others. A vote was taken.';
    const second = twins.lastIndexOf('in the others');
    assert.equal(found(twins.replace('The mayor opened a census of ships in the others. ', ''), 'in the others', anchorOf(twins, { start: second, end: second + 13 })), undefined);
  });

  it('asks which of two is meant where the same stands twice in the same surroundings, and the old place does not say', () => {
    const sentence = 'The committee of the upland cantons met in the spring and heard no one at all on the grain quota. ';
    const between = 'Other things were said on other days. '.repeat(6);
    const twice = `${sentence}${between}${sentence}${between}${sentence}`;
    const start = twice.indexOf('heard no one', sentence.length);
    const quote = 'heard no one at all';
    const anchor = anchorOf(twice, { start, end: start + quote.length });
    assert.deepEqual(findPassage(searchText(twice), quote, anchor), { span: { start, end: start + quote.length }, similarity: 1 });
    for (const added of ['A preface. '.repeat(4), 'A preface. '.repeat(20)]) {
      const moved = findPassage(searchText(added + twice), quote, anchor);
      assert.ok(moved !== undefined && moved.similarity < 1, 'to be confirmed');
      assert.equal((added + twice).slice(moved.span.start, moved.span.end), quote);
    }
    const far = `${sentence}${between.repeat(20)}${sentence}`;
    const last = far.lastIndexOf('heard no one');
    assert.deepEqual(findPassage(searchText(`A preface. ${far}`), quote, anchorOf(far, { start: last, end: last + quote.length })), { span: { start: last + 11, end: last + 11 + quote.length }, similarity: 1 });
    assert.equal(findPassage(searchText(twice), quote)?.similarity, 1, 'a quotation written by hand is where it first stands');
  });

  it('finds a few words whose sentence is as it was, whatever sentence stands beside it now', () => {
    const paper = 'It was a quiet year. Drawing on forty interviews, we ask why. Nobody knows.';
    const start = paper.indexOf('on forty interviews');
    const anchor = anchorOf(paper, { start, end: start + 19 });
    assert.deepEqual(findPassage(searchText(paper.replace('It was a quiet year.', 'Everything else was settled by then, or nearly so.')), 'on forty interviews', anchor)?.similarity, 1);
    const last = anchorOf(paper, { start: paper.indexOf('we ask why'), end: paper.indexOf('we ask why') + 10 });
    assert.deepEqual(findPassage(searchText(paper.replace('Nobody knows.', 'Every archive was asked.')), 'we ask why', last)?.similarity, 1);
  });

  it('finds a long quotation in a long text, changed or not, without going through all of it', () => {
    const chance = chanceOf(5);
    const book = longText(30_000, chance);
    const at = Math.floor(book.length / 2);
    const quote = book.slice(at, at + 3000).trim();
    const begin = book.indexOf(quote);
    const after = `A preface.\n\n${book.slice(0, begin)}${quote.replace(/the/g, 'that')}${book.slice(begin + quote.length)}`;
    const placing = findPassage(searchText(after), quote, { before: '', after: '' });
    assert.ok(placing !== undefined && placing.similarity > 0.8, JSON.stringify(placing));
    assert.ok(Math.abs(placing.span.start - begin - 12) < 20);
  });

  describe('found again after the six changes of the bench', () => {
    const check = (one: string, each: number, seed: number): void => {
      const chance = chanceOf(seed);
      for (const { edit, asked, right, wrong, misses } of scoreEdits(passagesOf(one, each, chance), chance)) {
        assert.equal(wrong, 0, `${edit}: ${misses.join('\n')}`);
        assert.equal(right, edit === 'quoted sentence deleted' ? 0 : asked, `${edit}: ${misses.join('\n')}`);
      }
    };
    const folder = 'test/bench/anchors/abstracts';
    for (const name of readdirSync(folder)) it(`in ${name}`, () => check(readFileSync(`${folder}/${name}`, 'utf8'), 3, 11));
    it('in a text of some thousand words', () => check(longText(4000, chanceOf(12)), 3, 13));
  });
});

describe('a comparable text', () => {
  const awkward = fc.array(fc.oneof(fc.constantFrom('-', ' ', '\n', 'ﬁ', 'é', 'e\u0301', '\u00ad', '각', '\u1100\u1161\u11a8', '…', '½', '“', '🧭', '  '), fc.string({ unit: 'grapheme', maxLength: 4 })), { maxLength: 30 }).map((parts) => parts.join(''));

  it('knows of each character where it stood, in order', () => {
    fc.assert(fc.property(awkward, (given) => {
      const { text: made, starts, ends } = comparable(given);
      assert.equal(starts.length, made.length);
      for (let i = 0; i < made.length; i += 1) {
        assert.ok(starts[i]! >= 0 && starts[i]! < ends[i]! && ends[i]! <= given.length);
        assert.ok(i === 0 || starts[i]! >= starts[i - 1]!);
      }
    }));
  });

  it('is the same when it is made comparable again', () => {
    fc.assert(fc.property(awkward, (given) => {
      const once = comparable(given).text;
      assert.equal(comparable(once).text.replace(/-/g, ''), once.replace(/-/g, ''));
    }));
  });

  it('gives back any part of itself', () => {
    fc.assert(fc.property(awkward, fc.nat(), fc.nat(), (given, a, b) => {
      const made = comparable(given);
      if (made.text === '') return;
      const from = a % made.text.length;
      const to = from + 1 + (b % (made.text.length - from));
      const { start, end } = placeOf(made, from, to);
      assert.ok(start < end && end <= given.length);
    }));
  });
});

describe('finding with errors', () => {
  /** Levenshtein's distance by the book. */
  const distance = (a: string, b: string): number => {
    let row = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i += 1) {
      const next = [i];
      for (let j = 1; j <= b.length; j += 1) next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
      row = next;
    }
    return row[b.length]!;
  };
  const word = (max: number): fc.Arbitrary<string> => fc.stringMatching(/^[abc]*$/).map((letters) => letters.slice(0, max));
  const pattern = fc.oneof(word(12), fc.array(word(40), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')), fc.string({ maxLength: 100 })).filter((one) => one !== '');

  it('counts the errors that a table of distances counts', () => {
    fc.assert(fc.property(pattern, word(60), (wanted, within) => {
      const [ends, { length, errors }] = [endsIn(within, patternOf(wanted), wanted.length), reachInto(within, patternOf(wanted))];
      assert.equal(errors, distance(wanted, within.slice(0, length)));
      const best = Math.min(...Array.from({ length: within.length + 1 }, (_, to) => distance(wanted, within.slice(0, to))));
      assert.equal(errors, best);
      for (const { end, errors: of } of ends) assert.equal(of, Math.min(...Array.from({ length: end + 1 }, (_, from) => distance(wanted, within.slice(from, end)))));
    }), { numRuns: 60 });
  });

  it('reaches back as it reaches on', () => {
    fc.assert(fc.property(pattern, word(60), (wanted, within) => {
      assert.equal(reachBack(within, patternOf(reversed(wanted))).errors, reachInto(reversed(within), patternOf(reversed(wanted))).errors);
    }));
  });

  it('takes time in proportion to the text', () => growsWithSize((size) => findPassage(searchText(repeated('Hedging is a habit rather than a choice. ', size)), 'Quarrels about lighthouses were settled by the clergy of the upland cantons'), 20_000));
});
