/** Profiles of sites that people write themselves: what is accepted, what is said of mistakes, and that no pattern can hang. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parsePaste, readOwnProfiles, type ReadRecord } from '../../../src/core/parsing';
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

/** Two pages of one platform for conferences: the first of an association that the profile below knows, the other of one that it does not. */
const harbour = [
  'Click the star to add/remove an item to/from your individual schedule.', 'You need to be logged in to avail of this functionality.', '', 'Accepted Paper:', '', 'Tides of Consent', 'Isaura Brandt (Harbour School of Politics)', '',
  'Abstract:', '', 'Harbour towns agree late and often. This paper counts the tides between a proposal and its adoption, in eleven towns and over two centuries, and finds that consent comes in with the flood. It ends with a word on dry docks.', '',
  'Panel HAR03', 'Ports and Polities', 'Annual Meeting of the Harbour Studies Circle 2022',
].join('\n');
const other = harbour.replace('Tides of Consent', 'Stones of Dissent').replace('Isaura Brandt', 'Pelle Lindqvist').replace('Harbour towns agree', 'Quarry villages object').replace('HAR03', 'POL07').replace(/\n[^\n]*$/u, '');
const circle = {
  id: 'harbour-circle', type: 'speech',
  fingerprints: [{ re: '^Annual Meeting of the Harbour Studies Circle \\d{4}$', w: 6 }],
  fields: [
    { to: '*', take: 'match', pattern: '^Annual (?<event>Meeting of the Harbour Studies Circle) (?<year>\\d{4})$' },
    { to: 'title', take: 'line', after: '^Accepted Paper:$' },
    { to: 'author', take: 'line', after: '^Accepted Paper:$', nth: 1, as: 'names (affiliation)' },
  ],
};
const readWith = async (text: string, ...profiles: readonly object[]): Promise<readonly ReadRecord[]> =>
  (await parsePaste(text, { engine: directEngine, profiles: readOwnProfiles(JSON.stringify(profiles), 'mine.json').profiles })).records;

describe('A profile of one’s own, where ours would read the page too', () => {
  it('comes before the reader of a platform for conferences', async () => {
    assert.deepEqual((await readWith(harbour)).map(({ format, item }) => [format, item.title]), [['conference-page', 'Tides of Consent']]);
    const [record, ...more] = await readWith(harbour, circle);
    assert.deepEqual([more.length, record?.format, record?.item.type, record?.item.title, record?.item['event-title'], record?.item.issued], [
      0, 'site-page', 'speech', 'Tides of Consent', 'Meeting of the Harbour Studies Circle', { 'date-parts': [[2022]] },
    ]);
    assert.deepEqual(record?.item.author, [{ family: 'Brandt', given: 'Isaura' }]);
  });

  it('leaves the other pages of the paste to our readers, above it and below it', async () => {
    for (const [text, titles, formats] of [
      [`${harbour}\n\n\n${other}`, ['Tides of Consent', 'Stones of Dissent'], ['site-page', 'conference-page']],
      [`${other}\n\n\n${harbour}`, ['Stones of Dissent', 'Tides of Consent'], ['conference-page', 'site-page']],
    ] as const) {
      const records = await readWith(text, circle);
      assert.deepEqual(records.map(({ item }) => item.title), titles);
      assert.deepEqual(records.map(({ format }) => format), formats);
    }
  });

  it('comes before our profiles, however much of theirs stands on the page', async () => {
    const own = { ...wetlands, id: 'mine', fingerprints: [{ re: '^Penned by: ', w: 6 }], type: 'report' };
    const rival = { ...wetlands, id: 'louder', fingerprints: wetlands.fingerprints.map(({ re }) => ({ re, w: 20 })) };
    const text = page.replace('Subscribe to our herald', 'Cambridge Core\nPublished online by Cambridge University Press');
    assert.deepEqual((await readWith(text, own)).map(({ item }) => item.type), ['report']);
    // Of two of a person’s own the one counts of which more stands there.
    assert.deepEqual((await readWith(text, own, rival)).map(({ item }) => item.type), ['article-journal']);
  });

  it('comes before tables and lists too', async () => {
    const table = ['Herald of Wetlands\tIssue\tYear', 'Draining the Marsh\t3\t2019', 'Penned by: Ottilie Marsh\t\t'].join('\n');
    const own = { id: 'herald', type: 'article-newspaper', fingerprints: [{ re: '^Herald of Wetlands', w: 6 }], fields: [{ to: 'title', take: 'match', pattern: '^(?<title>Draining the \\w+)' }] };
    assert.deepEqual((await readWith(table, own)).map(({ format, item }) => [format, item.title]), [['site-page', 'Draining the Marsh']]);
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
