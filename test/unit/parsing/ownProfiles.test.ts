/** Profiles of sites that people write themselves: what is accepted, what is said of mistakes, and that no pattern can hang. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parsePaste, readOwnProfiles } from '../../../src/core/parsing';
import { linearPattern, type LinePattern } from '../../../src/core/parsing/pages/profile/linearPattern';
import { profiles as ours } from '../../../src/core/parsing/pages/profileData/profiles';
import { withOwn } from '../../../src/core/parsing/pages/profile/ownProfiles';
import { growsWithSize } from '../../doubles/growth';
import { directEngine } from '../../doubles/directEngine';

const wetlands = {
  id: 'wetlands-journal', type: 'article-journal',
  fingerprints: [{ re: '^Wetlands & Statecraft, part \\d+ of the year \\d{4}$', w: 4 }, { re: '^Penned by: ', w: 3 }],
  noise: ['^Subscribe to our herald$'],
  fields: [
    { to: '*', take: 'match', pattern: '^(?<container>Wetlands & Statecraft), part (?<issue>\\d+) of the year (?<year>\\d{4})$' },
    { to: 'title', take: 'line', before: '^Penned by: ' },
    { to: 'author', take: 'label', label: 'Penned by' },
    { to: 'abstract', take: 'block', label: 'In a nutshell', until: '^Filed under' },
  ],
};
const page = [
  'Subscribe to our herald', 'Wetlands & Statecraft, part 3 of the year 2019', 'Draining the Marsh: Dikes and Districts', 'Penned by: Ottilie Marsh and Bao Tran', 'In a nutshell',
  'Districts with dikes vote otherwise than districts without. This piece shows that the difference is older than the dikes.', 'Filed under: dikes',
].join('\n');

const pattern = (source: string): LinePattern => {
  const made = linearPattern(source);
  return typeof made === 'string' ? assert.fail(`${source} ${made}`) : made;
};
const complaint = (profile: object): string => readOwnProfiles(JSON.stringify(profile), 'sources/profiles/mine.json').problems[0]?.message ?? '';

describe('A profile of one’s own', () => {
  it('reads a page that no other profile knows', async () => {
    const { profiles, problems } = readOwnProfiles(JSON.stringify(wetlands), 'mine.json');
    assert.deepEqual(problems, []);
    const { records } = await parsePaste(page, { engine: directEngine, profiles });
    assert.equal(records.length, 1);
    const { title, author, issued, issue, abstract, 'container-title': journal } = records[0]?.item as unknown as Record<string, unknown>;
    assert.deepEqual({ title, author, issued, issue, journal }, {
      title: 'Draining the Marsh: Dikes and Districts', author: [{ family: 'Marsh', given: 'Ottilie' }, { family: 'Tran', given: 'Bao' }],
      issued: { 'date-parts': [[2019]] }, issue: '3', journal: 'Wetlands & Statecraft',
    });
    assert.match(String(abstract), /^Districts with dikes .* older than the dikes\.$/u);
  });

  it('is one of several in a file, and takes the place of ours of the same name', () => {
    const { profiles } = readOwnProfiles(JSON.stringify([wetlands, { ...wetlands, id: 'jstor' }]), 'mine.json');
    assert.equal(profiles.length, 2);
    const all = withOwn(ours, profiles);
    assert.equal(all.length, ours.length + 1);
    assert.equal(all.filter(({ id }) => id === 'jstor').length, 1);
  });

  it('that is wrong is named with its file and place, and costs only itself', () => {
    assert.match(complaint({ ...wetlands, fields: [{ to: 'title', take: 'line', lable: 'x' }] }), /“sources\/profiles\/mine\.json”.*fields\[0\]\.lable is not known/u);
    assert.match(complaint({ ...wetlands, fields: [{ to: 'title', take: 'first' }] }), /fields\[0\]\.take must be one of line, lines/u);
    assert.match(complaint({ ...wetlands, type: 'paper' }), /type must be one of the types of CSL/u);
    assert.match(complaint({ ...wetlands, noise: ['(?=x)'] }), /noise\[0\] looks ahead or behind/u);
    assert.match(complaint({ ...wetlands, noise: ['(x'] }), /noise\[0\] has a group that is never closed/u);
    assert.match(complaint({ ...wetlands, fingerprints: [{ re: 'x', w: 2 }] }), /fingerprints add up to 2/u);
    assert.match(complaint({ id: 'x' }), /fingerprints is missing/u);
    const { profiles, problems } = readOwnProfiles(JSON.stringify([{ id: 'broken' }, wetlands]), 'mine.json');
    assert.deepEqual([profiles.length, problems.length, problems[0]?.code], [1, 1, 'profile-unusable']);
    assert.match(problems[0]?.message ?? '', /\[0\]\.fingerprints/u);
  });

  it('in a file that is no JSON is said so', () => {
    for (const text of ['', '{', '"x"', '[1, null]', '\ufeff{}']) assert.ok(readOwnProfiles(text, 'mine.json').problems.length > 0, text);
  });

  it('never throws, whatever the file holds', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => { readOwnProfiles(JSON.stringify(value), 'x.json'); }));
    fc.assert(fc.property(fc.string(), (text) => { readOwnProfiles(text, 'x.json'); }));
  });
});

describe('A pattern of one’s own', () => {
  it('finds what a regular expression finds', () => {
    const piece = fc.constantFrom('a', 'b', '\\d', '[ab]', '[^a]', '.', 'ab', '(?:a|b)', '(?<x>a+)', '(b)', '^a', 'b$', '\\p{L}', '-');
    const times = fc.constantFrom('', '', '?', '*', '+', '{2}', '{1,3}', '*?', '+?', '{0,2}?');
    const part = fc.tuple(piece, times).map(([one, many]) => (/^\^|\$$/u.test(one) ? one : `${one.length > 2 || one.length === 1 || /^[\\[(]/u.test(one) ? one : `(?:${one})`}${many}`));
    const source = fc.array(part, { minLength: 1, maxLength: 5 }).chain((parts) => fc.constantFrom(parts.join(''), parts.join('|'))).filter((text) => (text.match(/\?<x>/gu)?.length ?? 0) < 2);
    fc.assert(fc.property(source, fc.stringMatching(/^[ab1 -]{0,12}$/u), (made, line) => {
      const [ourMatch, itsMatch] = [pattern(made).exec(line), new RegExp(made, 'u').exec(line)];
      assert.equal(ourMatch?.[0], itsMatch?.[0], `${made} on “${line}”`);
      assert.equal(ourMatch?.index, itsMatch?.index, `${made} on “${line}”`);
    }), { numRuns: 2000 });
  });

  it('keeps the parts it names', () => {
    assert.deepEqual({ ...pattern('^(?<volume>\\d+)\\((?<issue>\\d+)\\), (?<page>.+)$').exec('12(3), 45–67')?.groups }, { volume: '12', issue: '3', page: '45–67' });
    assert.equal(pattern('(?<given>\\p{Lu}\\p{Ll}+) (?<family>\\p{Lu}\\p{Ll}+)').exec('§ Ольга Ким')?.groups?.['family'], 'Ким');
  });

  for (const killer of ['^(a+)+$', '(?:a|a)*b', '(a*)*c', '(?:.*){5}x', 'a*a*a*a*a*a*a*a*b']) {
    it(`takes no longer for being made to hang: ${killer}`, async () => {
      assert.equal(pattern(killer).test(`${'a'.repeat(200)}!`), false);
      await growsWithSize((size) => pattern(killer).test(`${'a'.repeat(size)}!`), 200);
    });
  }

  it('that repeats without measure is refused', () => {
    for (const endless of ['(?:(?:a{100}){100}){100}', 'a{999}{999}', 'x'.repeat(601)]) assert.equal(typeof linearPattern(endless), 'string', endless.slice(0, 40));
  });
});
