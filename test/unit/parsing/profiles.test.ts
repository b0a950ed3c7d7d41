/** Pages of known sites: which site a text is from, and what a changed page costs. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parsePaste } from '../../../src/core/parsing';
import { looksLikeName, looksLikeNames, readPage } from '../../../src/core/parsing/pages/profile/names';
import { readings, type Profile } from '../../../src/core/parsing/pages/profile/profile';
import { pagesOf } from '../../../src/core/parsing/pages/profile/values';
import type { LineKind, ProgrammeLine } from '../../../src/core/parsing/pages/gathering/line';
import { papersOf } from '../../../src/core/parsing/pages/gathering/papers';
import { profileOf } from '../../../src/core/parsing/pages/profiles';
import { profiles } from '../../../src/core/parsing/pages/profileData/profiles';
import type { Item } from '../../../src/core/source';
import { fullName, shortName } from '../../../src/core/source';
import { directEngine } from '../../doubles/directEngine';
import { growsWithSize } from '../../doubles/growth';

const folder = join(process.cwd(), 'test', 'fixtures', 'pastes');
const fixture = (name: string): string => readFileSync(join(folder, `${name}.txt`), 'utf8');
const itemsOf = async (text: string): Promise<readonly Item[]> => (await parsePaste(text, { engine: directEngine })).records.map(({ item }) => item);
const onlyItem = async (text: string): Promise<Item> => {
  const items = await itemsOf(text);
  assert.equal(items.length, 1);
  return items[0] as Item;
};
const patternsOf = (value: unknown, name = ''): readonly string[] => {
  if (typeof value === 'string') return ['re', 'recordStart', 'aboveFits', 'notBelow', 'breakBefore', 'after', 'before', 'until', 'skip', 'pattern', 'noise', 'label'].includes(name) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((part) => patternsOf(part, name));
  return value !== null && typeof value === 'object' ? Object.entries(value).flatMap(([key, part]) => patternsOf(part, key)) : [];
};

describe('The profiles of sites', () => {
  it('are plain values that a file can hold', () => {
    assert.deepEqual(JSON.parse(JSON.stringify(profiles)), profiles);
    assert.equal(new Set(profiles.map(({ id }) => id)).size, profiles.length);
  });

  it('have sound patterns only', () => {
    for (const pattern of profiles.flatMap((profile) => patternsOf(profile))) assert.doesNotThrow(() => new RegExp(pattern, 'mu'), pattern);
    for (const { fields } of profiles) for (const { as } of fields) assert.ok(as === undefined || readings.includes(as));
  });

  it('reach six points together where a site shows itself fully', () => {
    for (const { id, fingerprints } of profiles) assert.ok(fingerprints.reduce((sum, { w }) => sum + Math.max(w, 0), 0) >= 6, id);
  });

  const sites: { readonly [name: string]: string } = {
    'page-taylor-francis': 'taylor-francis', 'page-tandf-cover': 'taylor-francis-cover', 'page-cambridge-dirty': 'cambridge-core', 'page-sage': 'sage', 'page-wiley': 'wiley', 'page-oxford': 'oxford-academic',
    'page-sciencedirect': 'sciencedirect', 'page-springer': 'springer', 'page-all-academic': 'all-academic', 'page-ecpr': 'ecpr-paper', 'page-indico-dirty': 'indico', 'page-conftool': 'conftool', 'page-easychair': 'easychair',
    'page-scholar-results': 'scholar-results', 'page-scholar-cite': 'scholar-cite', 'page-semantic-scholar': 'semantic-scholar', 'page-booksci-listing': 'booksci-listing',
    'page-ssrn': 'ssrn', 'page-arxiv': 'arxiv', 'page-nep-dirty': 'nep', 'page-ideas': 'ideas-repec', 'page-philpapers': 'philpapers', 'page-jstor': 'jstor', 'page-muse': 'project-muse', 'page-mdpi': 'mdpi',
  };
  for (const [name, id] of Object.entries(sites)) it(`${name} is known as ${id}`, () => assert.equal(profileOf(fixture(name))?.id, id));

  it('claim no text of another kind', () => {
    const others = readdirSync(folder).filter((file) => /^(?:conference|aggregator|bib|ris|csl|mixed|unknown).*\.txt$/u.test(file) && file !== 'aggregator-page-text.txt').map((file) => file.replace('.txt', ''));
    for (const name of others) assert.equal(profileOf(fixture(name)), undefined, name);
    assert.equal(profileOf('We met in the hall. The abstract, which cites https://doi.org/10.1080/1 twice, was published online in 2021.'), undefined);
  });

  it('are silent when two sites are about as likely', () => {
    const twins: readonly Profile[] = ['one', 'two'].map((id) => ({ id, fingerprints: [{ re: '^Abstract$', w: 6 }], type: 'article', fields: [] }));
    assert.equal(profileOf('Abstract', twins), undefined);
    assert.equal(profileOf('Abstract', twins.slice(0, 1))?.id, 'one');
  });
});

describe('A page that lacks a label', () => {
  const without = (name: string, line: RegExp): string => fixture(name).split('\n').filter((text) => !line.test(text)).join('\n');

  it('of Taylor & Francis loses the abstract and nothing else', async () => {
    const [whole, cut] = [await onlyItem(fixture('page-taylor-francis')), await onlyItem(without('page-taylor-francis', /^ABSTRACT$/u))];
    assert.equal(cut.abstract, undefined);
    assert.deepEqual([cut.title, cut.author, cut.volume, cut.page, cut.DOI], [whole.title, whole.author, whole.volume, whole.page, whole.DOI]);
  });

  it('of Cambridge without its citation line keeps title, authors and abstract', async () => {
    const item = await onlyItem(without('page-cambridge-dirty', /^Comparative Order Review ,/u));
    assert.match(item.title ?? '', /^Who Counts/u);
    assert.equal(item.author?.length, 2);
    assert.match(item.abstract ?? '', /^Election monitors/u);
    assert.equal(item.volume, undefined);
  });

  it('of Taylor & Francis without the kind of article finds title and authors above the pages', async () => {
    const item = await onlyItem(without('page-taylor-francis', /^Articles$/u));
    assert.match(item.title ?? '', /^Balancing/u);
    assert.deepEqual(item.author?.map(shortName), ['Sadykova', 'Dvořák']);
  });
});

describe('Several pages in one paste', () => {
  it('of one site are as many records', async () => {
    const twice = `${fixture('page-taylor-francis')}\n${fixture('page-taylor-francis').replace('Balancing without belonging', 'Hedging after the fact')}`;
    assert.deepEqual((await itemsOf(twice)).map(({ title }) => title?.slice(0, 7)), ['Balanci', 'Hedging']);
  });

  it('keep the works of a list of references out', async () => assert.equal((await itemsOf(fixture('page-cambridge-dirty'))).length, 1));
});

describe('Names on pages', () => {
  it('are told from headings, keywords and institutions', () => {
    for (const name of ['Nadia Okafor', 'Pieter van der Linden', 'J. R. Okafor', 'Miguel Silva Braga', 'al-Sayed Omar']) assert.ok(looksLikeName(name), name);
    for (const text of ['Comparative Politics', 'University of York', 'hedging', 'Download PDF', 'Who votes, and why', 'Research Article']) assert.ok(!looksLikeName(text), text);
    assert.ok(looksLikeNames('Lena Hofmann, Temur Rashidov, and Priya Nair'));
    assert.ok(!looksLikeNames('Balancing without belonging, and other stories'));
  });

  it('lose the marks of affiliations, addresses and buttons', () => {
    const names = (line: string, kind: Parameters<typeof readPage>[1] = 'names') => readPage([line], kind)?.names.map(fullName);
    assert.deepEqual(names('Chiara Bellini1,2* & Daniyar Omarov2'), ['Chiara Bellini', 'Daniyar Omarov']);
    assert.deepEqual(names('Kaimana Reyes a, Ingrid Solberg b c'), ['Kaimana Reyes', 'Ingrid Solberg']);
    assert.deepEqual(names('Lena Hofmann https://orcid.org/0000-0001-2345-6789 l@u.example and 3 more'), ['Lena Hofmann']);
    assert.deepEqual(names('BC Okafor, M Silva', 'names by initials'), ['B. C. Okafor', 'M. Silva']);
    assert.deepEqual(names('Okafor, Nadia, and Miguel Silva', 'names, first inverted'), ['Nadia Okafor', 'Miguel Silva']);
    assert.equal(names('Political Science'), undefined);
  });
});

describe('Pages of a page', () => {
  const forms: { readonly [text: string]: string | undefined } = { 'pp. 600 - 617': '600-617', '161–98': '161-198', '102345': '102345', 'e12345': 'e12345', '19 - 5': undefined, 'xi–xviii': 'xi-xviii', 'Room 4': undefined };
  for (const [text, pages] of Object.entries(forms)) it(`${text} are ${pages ?? 'none'}`, () => assert.equal(pagesOf(text), pages));
});

describe('A hostile page', () => {
  it('of a megabyte is read in time that grows with its length', async () => {
    const head = 'Published online by Cambridge University Press: \nAbstract\n'.repeat(3);
    await growsWithSize((times) => profileOf(`${head}${'Anna Maria, Bo (x) - and, 2021 - y & '.repeat(times)}`), 3_400);
  }).timeout(60_000);

  it('finds the abstract of a paper in time in proportion to what stands below it', async () => {
    const line = (kind: LineKind, text: string): ProgrammeLine => ({ kind, text, start: 0, end: 0 });
    const below = [line('blank', ''), line('text', 'A short line')];
    const paper = [line('text', 'Hedges and their keepers'), { ...line('people', 'Ada Lorne'), people: [{ name: 'Ada Lorne' }] }, line('prose', 'This paper asks who keeps a hedge.')];
    const lines = (times: number): readonly ProgrammeLine[] => [...paper, ...Array.from({ length: times }, () => below).flat()];
    assert.equal(papersOf(lines(3))[0]?.body.length, 7);
    await growsWithSize((times) => papersOf(lines(times)), 2_000);
  });
});
