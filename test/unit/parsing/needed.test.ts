import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { profiles } from '../../../src/core/parsing/pages/profileData/profiles';
import { Glance } from '../../../src/core/parsing/pages/profile/glance';
import { mayFit, neededBy } from '../../../src/core/parsing/pages/profile/needed';
import { standsIn } from '../../../src/core/parsing/pages/profile/patterns';

const folder = path.join('test', 'fixtures', 'pastes');
const pastes = readdirSync(folder).filter((name) => name.endsWith('.txt')).map((name) => readFileSync(path.join(folder, name), 'utf8'));

describe('what must stand in a text before a pattern is tried', () => {
  const needed: readonly (readonly [string, readonly string[] | undefined])[] = [
    ['^[ \\t]{0,40}Cite this chapter', ['Cite this chapter']],
    ['Published online: ?\\d{4}', ['Published online:']],
    ['^(?:Abstract|Summary)[.:]?$', ['Abstract', 'Summary']],
    ['(?:\\.{3}|…) ?\\d', ['...', '…']],
    ['abcd?e', ['abc']],
    ['(?<!not )words(?= behind)', ['words']],
    ['https://doi\\.org/10\\.1080/', ['https://doi.org/10.1080/']],
    ['(?:one|two)?\\d+', undefined],
    ['[A-Z]{3}\\p{L}*', undefined],
    ['(?:one|\\d)', undefined],
    ['a|', undefined],
    ['(?<name>Vol(?:ume)?) \\d', ['Vol']],
  ];
  for (const [pattern, texts] of needed) {
    it(`of ${pattern} it is ${texts?.join(' or ') ?? 'nothing'}`, () => assert.deepEqual(neededBy(pattern), texts));
  }

  it('is there wherever a pattern of a profile fits', () => {
    const patterns = profiles.flatMap(({ fingerprints }) => fingerprints.map(({ re }) => ({ needs: neededBy(re), regex: new RegExp(re, 'mu') })));
    for (const text of pastes) for (const { needs, regex } of patterns) assert.ok(mayFit(needs, new Glance(text)) || !regex.test(text), regex.source);
    assert.ok(patterns.filter(({ needs }) => needs !== undefined).length > patterns.length * 0.8);
  });
});

describe('a pattern in a whole text', () => {
  it('is found line by line just where it is found in all of it', () => {
    const patterns = profiles.flatMap(({ fingerprints }) => fingerprints.map(({ re }) => re));
    const whole = pastes.join('\n').slice(0, 200_000);
    for (const glance of [...pastes, whole].map((text) => new Glance(text))) for (const re of patterns) assert.equal(standsIn(re, glance), new RegExp(re, 'mu').test(glance.text), re);
  });

  it('is found where it goes over the end of a line', () => {
    assert.ok(standsIn('Abstract\\s{1,3}We', new Glance('One\nAbstract\nWe show')));
    assert.ok(standsIn('^Abstract[^:]{0,9}We', new Glance('Abstract\nWe show')));
    assert.ok(!standsIn('^Abstract[^\\n]{0,9}We', new Glance('Abstract\nWe show')));
  });
});

describe('a glance at a text', () => {
  it('finds every word that stands in it, of any length and script, at its start and end', () => {
    const text = 'Начало: ab 政治学 — a page of “words”, 1999\nthe end';
    const glance = new Glance(text);
    for (let from = 0; from < text.length; from++) for (let to = from + 1; to <= text.length; to++) assert.ok(glance.has(text.slice(from, to)), text.slice(from, to));
  });
  it('finds no other', () => {
    const glance = new Glance('abcd bcde cdef');
    for (const word of ['abcde', 'x', 'Abcd', 'abcd cdef', 'cdef ']) assert.equal(glance.has(word), false, word);
    assert.equal(new Glance('').has('a'), false);
  });
});
