import assert from 'node:assert/strict';
import fc from 'fast-check';
import { writeBibliography } from '../../../src/core/exports';
import { itemTypes, type Item, type Name } from '../../../src/core/source';
import { growsWithSize } from '../../doubles/growth';
import { patience, runs } from '../../reliability/tier';

const entry = (item: Partial<Item>): string => writeBibliography([{ id: 'k', type: 'document', ...item } as Item], 'biblatex');
/** The value of one field, as written. */
const field = (item: Partial<Item>, name: string): string | undefined =>
  entry(item).split('\n').find((line) => line.startsWith(`  ${name} = `))?.slice(name.length + 5).replace(/,$/, '');

describe('A bibliography as BibLaTeX', () => {
  it('has one field a line, in the order of reading, and nothing of the machinery', () => {
    assert.equal(entry({
      id: 'yuneman2023', type: 'article-journal', title: 'Kazakhstan’s Multi-Vector Foreign Policy', author: [{ family: 'Yuneman', given: 'Roman A.' }],
      issued: { 'date-parts': [[2023]] }, 'container-title': 'Russia in Global Affairs', volume: '21', issue: '2', page: '141–162',
      DOI: '10.31278/1810-6374-2023-21-2-141-162', URL: 'https://x.org/a_b%20c#d', language: 'en-US', abstract: 'One & two.\n\nThree.', tags: ['un-voting'],
      accessed: { 'date-parts': [[2026, 9, 14]] }, custom: { review: { volume: 'x' } },
    }), [
      '@article{yuneman2023,', '  author = {Yuneman, Roman A.},', '  title = {Kazakhstan’s Multi-Vector Foreign Policy},', '  date = {2023},',
      '  journaltitle = {Russia in Global Affairs},', '  volume = {21},', '  number = {2},', '  pages = {141--162},', '  abstract = {One \\& two. Three.},',
      '  doi = {10.31278/1810-6374-2023-21-2-141-162},', '  keywords = {un-voting},', '  langid = {american},', '  url = {https://x.org/a_b%20c#d},',
      '  urldate = {2026-09-14},', '}', '',
    ].join('\n'));
  });

  const names: readonly (readonly [Name, string])[] = [
    [{ family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' }, '{van der Berg, Jan}'],
    [{ family: 'Gaulle', given: 'Charles', 'non-dropping-particle': 'De' }, '{{De Gaulle}, Charles}'],
    [{ family: 'Arc', given: 'Jeanne', 'non-dropping-particle': 'd’' }, '{{d’Arc}, Jeanne}'],
    [{ family: 'Beethoven', given: 'Ludwig', 'dropping-particle': 'van' }, '{Beethoven, Ludwig van}'],
    [{ family: 'King', given: 'Martin Luther', suffix: 'Jr.' }, '{King, Jr., Martin Luther}'],
    [{ literal: 'Ministry of Trade and Industry' }, '{{Ministry of Trade and Industry}}'],
    [{ family: 'de la Cruz', given: 'Juan' }, '{{de la Cruz}, Juan}'],
    [{ family: 'Назарбаев', given: 'Нұрсұлтан' }, '{Назарбаев, Нұрсұлтан}'],
    [{ given: 'Plato' }, '{{Plato}}'], [{ family: 'Plato' }, '{Plato}'], [{ family: 'Smith & Sons' }, '{Smith \\& Sons}'],
  ];
  for (const [name, wanted] of names) it(`writes the name ${JSON.stringify(name)} as ${wanted}`, () => assert.equal(field({ author: [name] }, 'author'), wanted));

  const dates: readonly (readonly [Item['issued'], string, string])[] = [
    [{ 'date-parts': [[2024, 6, 9]] }, 'date', '{2024-06-09}'], [{ 'date-parts': [[2021], [2022]] }, 'date', '{2021/2022}'],
    [{ 'date-parts': [[2021]], season: 2 }, 'date', '{2021-22}'], [{ 'date-parts': [[1900]], circa: true }, 'date', '{1900~}'],
    [{ 'date-parts': [[-44, 3, 15]] }, 'date', '{-0043-03-15}'], [{ 'date-parts': [[2020], []] }, 'date', '{2020/}'], [{ literal: 'n.d.' }, 'year', '{n.d.}'],
    [{ 'date-parts': [[2020, 0, 0]] }, 'date', '{2020}'],
  ];
  for (const [issued, name, wanted] of dates) it(`writes the date ${JSON.stringify(issued)} as ${wanted}`, () => assert.equal(field({ issued } as Item, name), wanted));

  it('escapes what TeX would take for its own, and never leaves a brace alone', () => {
    assert.equal(field({ title: '5% of $3 & #1_a ~x ^y \\z {w}' }, 'title'), '{5\\% of \\$3 \\& \\#1\\_a \\textasciitilde{}x \\textasciicircum{}y \\textbackslash{}z \\{w\\}}');
    assert.equal(field({ note: 'a } b {' }, 'note'), '{a \\textbraceright{} b \\textbraceleft{}}');
    assert.equal(field({ URL: 'http://x.org/{a} b' }, 'url'), '{http://x.org/%7Ba%7D%20b}');
    assert.equal(field({ title: 'On <i>Homo sovieticus</i> & CO<sub>2</sub> <script> a < b' }, 'title'), '{On \\emph{{Homo} sovieticus} \\& {CO}\\textsubscript{2} <script> a < b}');
  });

  it('takes tags that do not pair for text, in linear time', async () => {
    assert.equal(field({ note: 'a <i>b <b>c</i> d</sup> <span>e</span>' }, 'note'), '{a \\emph{b <b>c} d</sup> e}');
    await growsWithSize((times) => entry({ note: `${'<i>'.repeat(times)}${'</b>'.repeat(times)}`, title: '{'.repeat(times) }), 6_000);
  });

  it('keeps abbreviations and, in a title in sentence case, names from being put in lower case', () => {
    assert.equal(field({ title: 'Hedging between Russia and NATO: The case of Central Asia' }, 'title'), '{Hedging between {Russia} and {NATO}: The case of {Central} {Asia}}');
    assert.equal(field({ title: 'The Balance of Power in World Politics' }, 'title'), '{The Balance of Power in World Politics}');
  });

  it('puts the issue, the publisher and the container where each type has them', () => {
    assert.equal(field({ type: 'article-journal', issue: 'Spring' }, 'issue'), '{Spring}');
    assert.equal(field({ type: 'thesis', publisher: 'KIMEP', genre: 'PhD thesis' }, 'institution'), '{KIMEP}');
    assert.equal(field({ type: 'thesis', genre: 'PhD thesis' }, 'type'), '{phdthesis}');
    assert.equal(field({ type: 'chapter', 'container-title': 'Handbook' }, 'booktitle'), '{Handbook}');
    assert.equal(field({ type: 'article-magazine' }, 'entrysubtype'), '{magazine}');
  });

  it('loses no variable: what biblatex has no field for stands under its CSL name', () => {
    const text = entry({
      type: 'speech', medium: 'Radio', 'reviewed-title': 'X', recipient: [{ family: 'A' }], director: [{ family: 'B' }], host: [{ family: 'C' }],
      guest: [{ family: 'D' }], submitted: { 'date-parts': [[2020, 1]] }, 'available-date': { literal: 'soon' }, number: '7', 'collection-number': '8', categories: ['x', 'y'],
    } as unknown as Item);
    for (const part of ['csl-type = {speech}', 'csl-medium = {Radio}', 'csl-reviewed-title = {X}', 'nameatype = {director}', 'namectype = {host}',
      'csl-recipient = {A}', 'csl-submitted = {2020-01}', 'csl-available-date = {soon}', 'number = {7}', 'csl-collection-number = {8}', 'csl-categories = {x, y}']) {
      assert.ok(text.includes(part), `${part} in\n${text}`);
    }
  });

  it('sorts by key, writes each key once, and gives the same text for the same sources in any order', () => {
    const items = ['b', 'a', 'ё', 'B', 'a'].map((id, index) => ({ id, type: 'book', title: `T${index}` }) as Item);
    const text = writeBibliography(items, 'biblatex');
    assert.deepEqual([...text.matchAll(/^@book\{(.*),$/gm)].map((found) => found[1]), ['B', 'a', 'b', 'ё']);
    assert.equal(writeBibliography(items.slice(0, 4).reverse(), 'biblatex'), text);
    assert.equal(writeBibliography([], 'biblatex'), '');
    assert.match(writeBibliography([{ id: 'a b,{c}', type: 'book' }], 'biblatex'), /^@book\{abc,\n\}\n$/);
  });
});

/** One entry as citation-js reads it, which knows nothing of us. */
async function readBibtexEntry(text: string): Promise<readonly Item[]> {
  await import('@citation-js/plugin-bibtex');
  const { plugins } = await import('@citation-js/core') as { readonly plugins: { readonly input: { readonly data: (data: unknown, format: string) => unknown } } };
  return plugins.input.data(plugins.input.data(text, '@biblatex/text'), '@biblatex/entries+list') as readonly Item[];
}

describe('A conference paper as BibLaTeX', () => {
  it('that no proceedings hold is unpublished, with the event it was read at', () => {
    assert.equal(entry({ type: 'paper-conference', title: 'T', 'event-title': 'Steppe Forum', 'event-place': 'Almaty', issued: { 'date-parts': [[2024, 6, 9]] } }),
      '@unpublished{k,\n  title = {T},\n  date = {2024-06-09},\n  csl-type = {paper-conference},\n  eventtitle = {Steppe Forum},\n  venue = {Almaty},\n}\n');
    assert.match(entry({ type: 'paper-conference', title: 'T', 'container-title': 'Proceedings' }), /^@inproceedings\{/);
  });
});

// --- written, then read by citation-js ---------------------------------------------------------------------------

const word = fc.stringMatching(/^[\p{L}\p{N}]{2,10}$/u).filter((text) => text.normalize('NFC') === text && !/^(?:and|others)$/i.test(text));
const sign = fc.constantFrom('&', '%', '$', '#', '_', '{x}', '~', '^', '\\', '}', '{', '<b', 'a/b', '“c”', 'd–e', "f's", '(g)', '=', '@h', '"i"', ',');
const text = fc.array(fc.oneof({ weight: 4, arbitrary: word }, sign), { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));
const capitalised = word.map((letters) => `A${letters.toLowerCase()}`);
const plain = { noNullPrototype: true } as const;
const name: fc.Arbitrary<Name> = fc.oneof(
  fc.record({ family: capitalised, given: capitalised }, plain),
  fc.record({ family: capitalised, given: capitalised, suffix: fc.constant('Jr.') }, plain),
  fc.record({ family: capitalised, given: capitalised, 'non-dropping-particle': fc.constantFrom('von', 'van der', 'de la') }, plain),
);
const month = fc.integer({ min: 1, max: 12 });
const date = fc.tuple(fc.integer({ min: 1000, max: 2100 }), month, fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 3 }))
  .map(([y, m, d, known]) => ({ 'date-parts': [[y, m, d].slice(0, known)] }));
const item = fc.record({
  id: fc.stringMatching(/^[\p{L}_][\p{L}0-9]{0,8}(?:[-:.+][a-z0-9]{1,4}){0,2}$/u), type: fc.constantFrom('article-journal', 'book', 'chapter', 'report', 'thesis', 'webpage', 'paper-conference'),
  title: text, abstract: text, 'container-title': text, publisher: text, note: text, 'event-title': text, 'publisher-place': word, volume: word, edition: word,
  author: fc.array(name, { minLength: 1, maxLength: 3 }), editor: fc.array(name, { minLength: 1, maxLength: 2 }), issued: date, accessed: date,
  DOI: fc.stringMatching(/^10\.[0-9]{4}\/[a-z0-9_.;()/<>#%-]{1,12}$/), tags: fc.uniqueArray(word, { minLength: 1, maxLength: 3 }),
}, { requiredKeys: ['id', 'type'], noNullPrototype: true }) as unknown as fc.Arbitrary<Item>;

describe('A bibliography as BibLaTeX, read back', function () {
  this.timeout(patience(20_000));

  it('has the same main fields for citation-js', async () => {
    await fc.assert(fc.asyncProperty(item, async (original) => {
      const [read] = await readBibtexEntry(writeBibliography([original], 'biblatex'));
      const same = ['id', 'type', 'title', 'abstract', 'note', 'event-title', 'publisher-place', 'volume', 'edition', 'author', 'editor', 'issued', 'accessed', 'DOI'];
      const unprinted = original.type === 'paper-conference' && original['container-title'] === undefined;
      for (const variable of same) {
        if (variable === 'type' && unprinted) assert.equal(read?.type, 'manuscript');
        else assert.deepEqual(read?.[variable], original[variable], variable);
      }
      assert.equal(read?.['container-title'], original['container-title']);
      assert.equal(read?.['keyword'], original.tags?.join(','));
    }), { numRuns: runs(300) });
  });

  it('is read for every type of item, the type included where citation-js has one for it', async () => {
    for (const type of itemTypes) {
      const [read] = await readBibtexEntry(entry({ type, title: 'T', issue: '2', 'collection-number': '3', number: '4', genre: 'g', publisher: 'P', PMID: '5' }));
      assert.equal(read?.title, 'T');
      if (['book', 'chapter', 'report', 'thesis', 'legal_case', 'dataset', 'patent'].includes(type)) assert.equal(read?.type, type);
    }
  });
});
