import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { profiles } from '../../../src/core/parsing/pages/profileData/profiles';
import { mayFit, neededBy } from '../../../src/core/parsing/pages/profile/needed';

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
    for (const text of pastes) for (const { needs, regex } of patterns) assert.ok(mayFit(needs, text) || !regex.test(text), regex.source);
    assert.ok(patterns.filter(({ needs }) => needs !== undefined).length > patterns.length * 0.8);
  });
});
