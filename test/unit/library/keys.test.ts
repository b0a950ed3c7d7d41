import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fileNameFor, keyFor, unknownInPattern, keyFrom, KeyMaker, keyIdentity, outline, safeKey, sameWork } from '../../../src/core/library';
import type { Library, Source } from '../../../src/core/library';
import type { Item } from '../../../src/core/source';

const item = (fields: Partial<Item>): Item => ({ id: '', type: 'article-journal', ...fields }) as Item;

describe('a citation key', () => {
  it('is author and year in ASCII letters', () => {
    assert.equal(keyFrom(item({ author: [{ family: 'Нұрланов', given: 'А.' }], issued: { 'date-parts': [[2021]] } })), 'nurlanov2021');
    assert.equal(keyFrom(item({ author: [{ family: 'Ødegård' }], issued: { 'date-parts': [[1999]] } })), 'odegard1999');
    assert.equal(keyFrom(item({ author: [{ literal: 'World Bank' }] })), 'worldbank');
    assert.equal(keyFrom(item({ author: [{ family: '阎', given: '学通' }], issued: { 'date-parts': [[1995]] } })), '阎1995');
  });

  it('falls back on the title, and on a word of its own', () => {
    assert.equal(keyFrom(item({ title: 'The Grand Chessboard', issued: { 'date-parts': [[1997]] } })), 'grand1997');
    assert.equal(keyFrom(item({})), 'source');
  });

  it('follows a pattern', () => {
    assert.equal(keyFrom(item({ author: [{ family: 'Lee' }, { family: 'Kim' }], title: 'On hedging in Asia', issued: { 'date-parts': [[2020]] } }), '[authors]:[year]-[shorttitle]'), 'leekim:2020-hedgingasia');
  });

  const many = item({ author: [{ family: 'Müller-Lee', given: 'A.' }, { family: 'Çelik' }], title: 'The Rise and the Fall of Неприсоединение', issued: { 'date-parts': [[2020, 3]] }, 'container-title': 'Journal of Asian Politics', page: '141-160', volume: '12' });
  const patterns: { readonly [pattern: string]: string } = {
    '[auth][year]': 'mullerlee2020', '[Auth][year]': 'MullerLee2020', '[auth4]_[shortyear]': 'mull_20', '[authetal]:[year]': 'mullerleeetal:2020', '[Authors]': 'MullerLeeCelik', '[lastauth][month]': 'celik03',
    '[auth:lower][Title:nopunct:skipwords:select=1,1][year]': 'mullerleeRise2020', '[Title:skipwords:words=2:join=-]': 'Rise-Fall', '[title:skipwords:abbr:upper]': 'RFN', '[Journal:skipwords:abbr]': 'JAP', '[shorttitle2]': 'risefall',
    '[auth][volume:prefix=-v]': 'mullerlee-v12', '[auth][issue:prefix=-no]': 'mullerlee', '[auth][issue:default=x]': 'mullerleex', '[issue]|[firstpage][editor]': '141', '[veryshorttitle][type]': 'risearticlejournal', '[title:chars=8]': 'therisea',
  };
  for (const [pattern, key] of Object.entries(patterns)) it(`is ${key} by the pattern ${pattern}`, () => assert.equal(keyFrom(many, pattern), key));

  it('is named by an unknown part or filter of its pattern', () => {
    assert.deepEqual(unknownInPattern('[auth:lower][yaer]-[title:shout:words=2][auth3]'), ['yaer', 'shout']);
    assert.deepEqual(Object.keys(patterns).flatMap(unknownInPattern), []);
  });

  it('never breaks on a pattern, whatever it is', () => {
    fc.assert(fc.property(fc.string(), fc.array(fc.constantFrom('[', ']', ':', '=', '|', 'auth', 'Title', 'select', '1,2', '-')), (text, pieces) => {
      for (const pattern of [text, pieces.join('')]) assert.equal(safeKey(keyFrom(many, pattern)), keyFrom(many, pattern));
    }));
  });

  it('becomes unique by a letter, without regard to case', () => {
    const taken = new Set(['lee2018', 'lee2018a']);
    assert.equal(keyFor(item({ id: 'Lee2018' }), (key) => taken.has(key.toLowerCase())), 'Lee2018b');
  });

  it('gives many items the keys that each would get after those before it', () => {
    const ids = ['lee2018', 'Lee2018', 'lee2018a', ...Array.from({ length: 60 }, () => 'lee2018'), 'lee2018aa', 'kim', 'kim'];
    const taken = new Set<string>();
    const singly = ids.map((id) => {
      const key = keyFor(item({ id }), (candidate) => taken.has(keyIdentity(candidate)));
      taken.add(keyIdentity(key));
      return key;
    });
    const keys = new KeyMaker();
    assert.deepEqual(ids.map((id) => keys.next(item({ id }))), singly);
  });

  it('keeps what a record calls itself, without what breaks a citation', () => {
    assert.equal(safeKey('Lee:2018/a'), 'Lee:2018/a');
    assert.equal(safeKey('@Lee, {2018}'), 'Lee2018');
  });
});

describe('a file name', () => {
  it('is safe on every system and unique whatever the key', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('con', 'AUX', 'a:b', '../x', 'x.', ' ', 'Lee', 'LEE')), { maxLength: 12 }), (keys) => {
      const names = new Set<string>();
      for (const key of keys) {
        const name = fileNameFor(key, (candidate) => names.has(candidate));
        assert.match(name, /^[a-z0-9][a-z0-9-]{0,70}\.md$/);
        assert.doesNotMatch(name, /^(?:con|prn|aux|nul|com\d|lpt\d)\./);
        assert.ok(!names.has(name));
        names.add(name);
      }
    }));
  });
});

describe('two records', () => {
  const paper = item({ title: 'Hedging, explained: a view', author: [{ family: 'Lee' }], issued: { 'date-parts': [[2018]] } });

  it('are one work with the same DOI, however it is written', () => {
    assert.ok(sameWork(item({ DOI: '10.1000/ABC' }), item({ DOI: 'https://doi.org/10.1000/abc' })));
    assert.ok(!sameWork({ ...paper, DOI: '10.1/a' }, { ...paper, DOI: '10.1/b' }));
  });

  it('are one work with the same title, author and year', () => {
    assert.ok(sameWork(paper, item({ title: 'Hedging Explained — A View' })));
    assert.ok(!sameWork(paper, { ...paper, issued: { 'date-parts': [[2019]] } }));
    assert.ok(!sameWork(paper, { ...paper, author: [{ family: 'Kim' }] }));
    assert.ok(!sameWork(paper, { ...paper, type: 'paper-conference' }));
    assert.ok(!sameWork(item({ title: 'Notes' }), item({ title: 'Notes' })));
  });
});

describe('the outline', () => {
  const source = (id: string, fields: Partial<Item>): [string, Source] => [id, { handle: id, item: { ...item(fields), id }, notes: [] }];
  const library: Library = {
    sources: new Map([
      source('b', { author: [{ family: 'Lee' }], issued: { 'date-parts': [[2018]] } }),
      source('a', { author: [{ family: 'Çapan' }, { family: 'Lee' }], issued: { 'date-parts': [[2020]] }, tags: ['hedging'] }),
      source('c', { title: 'Untitled report', type: 'report' }),
    ]),
    codebook: { team: [], tags: new Map() },
  };
  const shape = (grouping: Parameters<typeof outline>[1]): [string, string][] =>
    outline(library, grouping).map((group) => [group.label, group.sources.map((one) => one.handle).join(' ')]);

  it('orders sources by author', () => assert.deepEqual(shape('none'), [['', 'a b c']]));
  it('groups by year from the newest', () => assert.deepEqual(shape('year'), [['2020', 'a'], ['2018', 'b'], ['No year', 'c']]));
  it('groups by each author', () => assert.deepEqual(shape('author'), [['Çapan', 'a'], ['Lee', 'a b'], ['No author', 'c']]));
  it('groups by type', () => assert.deepEqual(shape('type'), [['Journal article', 'a b'], ['Report', 'c']]));
  it('groups by tag', () => assert.deepEqual(shape('tag'), [['#hedging', 'a'], ['No tag', 'b c']]));
});
