import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  codebookFrom, completeChoice, completeTag, completeVocabulary, headingLine, headingParts, isTag, locatorFrom, locatorText, noteComment, readHeading,
  pageOf, readNoteComment, readTagInput, resolveTag, tagFrom,
} from '../../../src/core/notes';

describe('a tag', () => {
  it('may be typed with or without #, with spaces, in any script', () => {
    assert.equal(tagFrom('#multi-vectorism'), 'multi-vectorism');
    assert.equal(tagFrom('strategic  hedging'), 'strategic-hedging');
    assert.equal(tagFrom('көпвекторлық саясат'), 'көпвекторлық-саясат');
    assert.equal(tagFrom('foreign-policy/multi-vectorism/'), 'foreign-policy/multi-vectorism');
    assert.equal(tagFrom('!?'), '');
  });

  it('is left alone once it is a tag', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const tag = tagFrom(text);
      assert.equal(tagFrom(tag), tag);
      assert.ok(tag === '' || isTag(tag));
    }));
  });
});

describe('a tag', () => {
  it('is the same when it is read again, also when a sign between its vowel points was left out', () => {
    for (const typed of ['\u05d9\u05b4.\u0338', 'e.\u0301', '#\u05d9\u05b4 \u0338']) assert.equal(tagFrom(tagFrom(typed)), tagFrom(typed));
    assert.equal(tagFrom('e.\u0301'), 'é');
  });
});

describe('a locator', () => {
  for (const [typed, label, value, written] of [
    ['p. 152', 'page', '152', 'p. 152'], ['pp 3-5', 'page', '3-5', 'pp. 3-5'], ['152', 'page', '152', 'p. 152'],
    ['ch. 2', 'chapter', '2', 'ch. 2'], ['§4', 'section', '4', '§ 4'], ['§§ 4–6', 'section', '4–6', '§§ 4–6'],
    ['p. xiv', 'page', 'xiv', 'p. xiv'], ['Chapter 3', 'chapter', '3', 'ch. 3'],
  ] as const) {
    it(`reads ${typed}`, () => {
      const locator = locatorFrom(typed);
      assert.deepEqual(locator, { label, value });
      assert.equal(locatorText(locator), written);
      assert.deepEqual(locatorFrom(written), locator);
    });
  }

  it('is not seen in ordinary words', () => {
    for (const words of ['against', 'line of argument', 'hedging', 'part of it', '']) assert.equal(locatorFrom(words), undefined, words);
  });
});

describe('a heading', () => {
  it('says tags, locator, stance and kind in any order', () => {
    assert.deepEqual(readHeading('against · #multi-vectorism #un-voting · claim · p. 152'), {
      tags: ['multi-vectorism', 'un-voting'], locator: { label: 'page', value: '152' }, stance: 'against', kind: 'claim', unclear: [],
    });
  });

  it('keeps what it does not understand', () => {
    const { unclear, ...said } = readHeading('#a · see also Lee · for');
    assert.deepEqual(unclear, ['see also Lee']);
    assert.equal(headingLine(said, unclear), '## #a · for · see also Lee');
  });
});

describe('the comment of a note', () => {
  it('gives back what it was given, and nothing can end it early', () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 32 }), fc.constantFrom('--> x', '-- >', '">', 'a=b', '\\', '\u2028', '<!--'));
    fc.assert(fc.property(text, text, fc.option(fc.nat({ max: 99_999_999 }), { nil: undefined }), (before, after, at) => {
      const well = (one: string): string => one.replace(/\p{Surrogate}/gu, '\ufffd');
      const note = { id: 'n7k3f9q2m', created: '2026-09-14T10:22:05Z', anchor: { ...(at !== undefined && { at }), before: well(before), after: well(after) }, links: [{ relation: 'supports' as const, target: 'lee2018#n4t8w1c0d' }] };
      const line = noteComment(note) ?? '';
      assert.equal(line.indexOf('--', 4), line.length - 3);
      assert.ok(!/[\n\r]/.test(line));
      assert.deepEqual(readNoteComment(line), note);
    }));
  });

  it('is no other comment', () => {
    for (const line of ['<!-- note -->', '<!-- todo -->', 'note n1', '<!-- end -->']) assert.equal(readNoteComment(line), undefined, line);
  });
});

describe('what is typed for a note', () => {
  const known = ['multi-vectorism', 'un-voting', 'hedging', 'foreign-policy/soft-balancing'];
  const choices = known.map((tag) => ({ tag, also: tag === 'multi-vectorism' ? ['многовекторность', 'multi-vector policy'] : [], notes: 1 }));

  it('finishes each word with the known tag that it begins', () => {
    assert.deepEqual(readTagInput('multi,un ', choices), { tags: ['multi-vectorism', 'un-voting'], typing: '', typingAt: 9 });
    assert.deepEqual(readTagInput('multiv hed', choices), { tags: ['multi-vectorism'], typing: 'hed', typingAt: 7 });
  });

  it('takes a word with # as it is', () => {
    assert.deepEqual(readTagInput('#multi ', choices).tags, ['multi']);
  });

  it('understands a page and a stance behind the tags', () => {
    assert.deepEqual(readTagInput('hedging p. 12 against', choices), { tags: ['hedging'], locator: { label: 'page', value: '12' }, stance: 'against', typing: '', typingAt: 21 });
    assert.deepEqual(readTagInput('hedging pp. 12-14 claim ', choices).kind, 'claim');
    assert.deepEqual(readTagInput('hedging claim', choices).kind, 'claim');
  });

  it('waits for the number of a locator, and makes no tag of its label', () => {
    assert.deepEqual(readTagInput('hedging p. ', choices), { tags: ['hedging'], typing: '', typingAt: 11, label: 'p.' });
    assert.deepEqual(readTagInput('§', choices), { tags: [], typing: '', typingAt: 1, label: '§' });
    assert.deepEqual(readTagInput('hedging p. 1', choices).locator, { label: 'page', value: '1' });
    assert.deepEqual(readTagInput('un. ', choices).tags, ['un-voting']);
  });

  it('offers known tags by their beginning, by a part, by what they hold, without hyphens', () => {
    assert.deepEqual(completeTag('multiv', known), ['multi-vectorism']);
    assert.deepEqual(completeTag('soft', known), ['foreign-policy/soft-balancing']);
    assert.deepEqual(completeTag('v', known), ['multi-vectorism', 'un-voting'].sort((a, b) => known.indexOf(a) - known.indexOf(b)));
    assert.deepEqual(completeTag('', known), known);
  });

  it('offers them by an alias and by a label in another script, and says by which', () => {
    assert.deepEqual(completeChoice('много', choices).map(({ choice, by }) => [choice.tag, by]), [['multi-vectorism', 'многовекторность']]);
    assert.deepEqual(completeChoice('mnogo', choices).map(({ choice, by }) => [choice.tag, by]), [['multi-vectorism', 'многовекторность']]);
    assert.deepEqual(completeChoice('multi-vector-p', choices).map(({ by }) => by), ['multi-vector policy']);
    assert.deepEqual(['multi', 'vectorism', 'ectori', 'ogovektor'].map((typed) => completeChoice(typed, choices)[0]?.isWithin), [undefined, undefined, true, true]);
  });

  it('offers stances and kinds from their second letter', () => {
    assert.deepEqual(completeVocabulary('ag'), { stances: ['against'], kinds: [] });
    assert.deepEqual(completeVocabulary('c'), { stances: [], kinds: [] });
    assert.deepEqual(completeVocabulary('co'), { stances: [], kinds: ['comment'] });
  });
});

describe('the parts of a heading', () => {
  it('stand where they say they stand, and are what the heading says', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('#a', '#b-c', ' · ', ' ', 'p. 12', 'against', 'claim', 'see Lee', '#', '·', '#много'), { maxLength: 12 }).map((parts) => parts.join('')), (text) => {
      const parts = headingParts(text);
      for (const part of parts) assert.equal(text.slice(part.start, part.end), part.text);
      const read = readHeading(text);
      assert.deepEqual([...new Set(parts.flatMap((part) => (part.role === 'tag' ? [part.tag] : [])))], read.tags);
      assert.equal(parts.find((part) => part.role === 'stance')?.text, read.stance);
    }));
  });
});

describe('the page of a passage', () => {
  const text = 'A\n[p. 12]\nOne two three.\n[p. 13]\nFour five six.';
  const at = (words: string): { start: number; end: number } => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

  it('is the one that the mark before it names, or two', () => {
    assert.deepEqual(pageOf(text, at('One two')), { locator: { label: 'page', value: '12' }, known: 'marked' });
    assert.deepEqual(pageOf(text, at('three.\n[p. 13]\nFour')), { locator: { label: 'page', value: '12–13' }, known: 'marked' });
    assert.equal(pageOf(text, { start: 0, end: 1 }), undefined);
    for (const mark of ['<!-- page 7 -->', '--- Page 7 ---', '{S. 7}']) assert.deepEqual(pageOf(`${mark} word`, { start: mark.length + 1, end: mark.length + 5 })?.locator, { label: 'page', value: '7' }, mark);
  });

  it('is only counted where there are but page breaks, and unknown where years stand in brackets', () => {
    assert.deepEqual(pageOf('a\fb\fc', { start: 4, end: 5 }), { locator: { label: 'page', value: '3' }, known: 'counted' });
    assert.equal(pageOf('As said (2019) and [12] by Lee, word', { start: 32, end: 36 }), undefined);
  });
});

describe('the codebook', () => {
  it('resolves aliases, and leaves other spellings alone', () => {
    const { codebook } = codebookFrom({ tags: { 'multi-vectorism': { aliases: ['multi-vector policy'], colour: '#1565C0' } } });
    assert.equal(resolveTag('multi-vector-policy', codebook), 'multi-vectorism');
    assert.equal(resolveTag('Multi-Vectorism', codebook), 'multi-vectorism');
    assert.equal(resolveTag('multivectorism', codebook), 'multivectorism');
  });

  it('is read as far as it makes sense', () => {
    const { codebook, problems } = codebookFrom({ team: 'anna', tags: { '!!': {}, hedging: 'x', a: { colour: 'red', label: { en: 'A' } } } });
    assert.deepEqual([...codebook.tags], [['hedging', {}], ['a', { label: { en: 'A' } }]]);
    assert.deepEqual(codebook.team, ['anna']);
    assert.deepEqual(problems.map((problem) => problem.code), ['codebook-unread']);
  });
});
