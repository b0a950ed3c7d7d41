/** Bibliographies that people keep, with what is wrong with them. */
import assert from 'node:assert/strict';
import { readBibliography, type BibliographyReading } from '../../../src/core/parsing';
import type { Item } from '../../../src/core/source';
import { directEngine } from '../../doubles/directEngine';

const bib = (text: string): Promise<BibliographyReading> => readBibliography(text, 'bibtex', directEngine);
async function one(text: string): Promise<Item> {
  const { records } = await bib(text);
  assert.equal(records.length, 1);
  return records[0]?.item ?? { id: '', type: 'document' };
}
const titleOf = async (tex: string): Promise<string | undefined> => (await one(`@article{k, title = ${tex}}`)).title;
const keysOf = ({ records }: BibliographyReading): readonly string[] => records.map(({ item }) => item.id);

describe('The file of a bibliography', () => {
  const entry = '@book{muller1998,\n title = {Gr\xf6\xdfe und Ma\xdf},\n author = {M\xfcller, J\xfcrgen}\n}\n';
  const inBytes = async (raw: Uint8Array) => {
    const { records, problems } = await readBibliography(raw, 'bibtex', directEngine);
    return { titles: records.map(({ item }) => item.title), codes: problems.map(({ code }) => code), messages: problems.map(({ message }) => message) };
  };

  it('P-09 in Windows-1252 is read as that, and it is said', async () => {
    const { titles, codes, messages } = await inBytes(Buffer.from(entry, 'latin1'));
    assert.deepEqual([titles, codes], [['Größe und Maß'], ['bibliography-not-utf8']]);
    assert.match(messages.join(''), /read as Windows-1252/);
  });

  it('P-09 in letters of no known alphabet keeps its entries, and it is said that some are lost', async () => {
    const { titles, codes } = await inBytes(Buffer.from('@book{ivanov2001,\n title = {\xcc\xed\xee\xe3\xee\xe2\xe5\xea\xf2\xee\xf0\xed\xee\xf1\xf2\xfc}\n}\n@book{lee2018,\n title = {Plain}\n}\n', 'latin1'));
    assert.equal(titles[1], 'Plain');
    assert.deepEqual(codes, ['bibliography-not-utf8']);
  });

  it('is in UTF-8 with a byte order mark or the sign for a lost letter, or in UTF-16, without more ado', async () => {
    const text = entry.replace('Gr', '\ufffd');
    for (const raw of [Buffer.from(text), Buffer.from(`\ufeff${text}`)]) assert.deepEqual(await inBytes(raw), { titles: ['\ufffdöße und Maß'], codes: [], messages: [] });
    assert.deepEqual((await inBytes(Buffer.from(`\ufeff${entry}`, 'utf16le'))).titles, ['Größe und Maß']);
  });
});

describe('A BibTeX file', () => {
  it('reads TeX as the letters it stands for', async () => {
    const titles: { readonly [tex: string]: string } = {
      '{\\AA slund and {\\aa}}': 'Åslund and å', '{Garc{\\\'\\i}a and Garc\\\'{\\i}a}': 'García and García', '{{\\"u}ber \\"{O}l}': 'über Öl', '{\\c{c}a \\v{s} \\H{o} {\\L}{\\\'o}d{\\\'z}}': 'ça š ő Łódź',
      '"A quote {"} inside"': 'A quote " inside', '{Costs $5 million}': 'Costs $5 million', '{From $5 to $10}': 'From $5 to $10', '{50\\% \\& more}': '50% & more', '{States -- and ``quotes\'\'}': 'States – and “quotes”',
      '{Политика {\\textit{и}} мир}': 'Политика <i>и</i> мир', '{Tie~here}': 'Tie here',
    };
    for (const [tex, title] of Object.entries(titles)) assert.equal(await titleOf(tex), title, tex);
  });

  it('joins pieces and knows the macros of the file, whatever their case', async () => {
    const { records } = await bib('@STRING(jop = "Journal of {P}olitics")\n@string{press = {Press}}\n@Article{a, journal = JOP # " (online)", publisher = "X " # press, month = mar, year = 2001}');
    assert.equal(records[0]?.item['container-title'], 'Journal of Politics (online)');
    assert.deepEqual(records[0]?.item.issued, { 'date-parts': [[2001, 3]] });
  });

  it('tells people from bodies, and keeps particles and suffixes', async () => {
    const { author } = await one('@book{k, author = {de la Cruz, Juan and {World Bank and Friends} and King, Jr., Martin Luther and King, Martin, Jr. and van der Berg, Anna and NATO and others}}');
    assert.deepEqual(author, [
      { family: 'Cruz', given: 'Juan', 'non-dropping-particle': 'de la' }, { literal: 'World Bank and Friends' }, { family: 'King', given: 'Martin Luther', suffix: 'Jr.' },
      { family: 'King', given: 'Martin', suffix: 'Jr.' }, { family: 'Berg', given: 'Anna', 'non-dropping-particle': 'van der' }, { family: 'NATO' },
    ]);
  });

  it('marks a list of authors that ends in “others”', async () => {
    assert.equal((await one('@book{k, author = {A, B and others}}')).custom?.['authorsIncomplete'], true);
  });

  it('inherits from the entry that crossref names, wherever it stands, and does not turn in a circle', async () => {
    const { records, problems } = await bib('@inproceedings{a, title={A}, crossref={P}}\n@proceedings{p, title={Proc}, publisher={Pub}, year=2001}\n@book{x, crossref={y}, title={X}}\n@book{y, crossref={x}, title={Y}}\n@book{z, crossref={constructor}, title={Z}}');
    assert.equal(records[0]?.item['container-title'], 'Proc');
    assert.equal(records[0]?.item.publisher, 'Pub');
    assert.deepEqual(records.slice(2).map(({ item }) => item.title), ['X', 'Y', 'Z']);
    assert.deepEqual(problems, []);
  });

  it('keeps fields without a place in CSL as they are written', async () => {
    const item = await one('@article{k, title={T}, year=2001, eprint={2101.00001}, eprinttype={arXiv}, file={:a.pdf:PDF}, mynote={{\\"u} \\& so}}');
    assert.deepEqual(item.custom?.['unmapped'], { eprint: '2101.00001', eprinttype: 'arXiv', file: ':a.pdf:PDF', mynote: '{\\"u} \\& so' });
  });

  it('writes numbers as text, ranges with one hyphen and a bare DOI', async () => {
    const item = await one('@article{k, title={T}, volume=12, number=3, pages={141--62, 170--180}, doi={https://doi.org/10.5555/a\\_b}, url={https://example.org/a\\_b}, date={2001-05/2002-01}}');
    assert.deepEqual([item.volume, item.issue, item.page, item.DOI, item.URL], ['12', '3', '141-62, 170-180', '10.5555/a_b', 'https://example.org/a_b']);
    assert.deepEqual(item.issued, { 'date-parts': [[2001, 5], [2002, 1]] });
  });

  const good = '@book{good%, title = {Good %}}';
  const slips: { readonly [name: string]: string } = {
    'a brace never closed': '@book{bad, title = {Never closed,\n  year = 2001\n}',
    'a quotation mark never closed': '@book{bad, title = "Never closed,\n year = 2001}',
    'a missing comma': '@book{bad, title = {T}\n year = 2001}',
    'no comma behind the key': '@book{bad\n title = {T}, year = 2001}',
    'an equals sign too few': '@book{bad, title {T}, year = 2001}',
    'an e-mail address between entries': 'write to me@example.org about @home, please',
    'only a head': '@book{bad,',
    'nothing but an at sign': '@',
    'braces that close too often': '@book{bad, title = {T}}}}}',
    'an unknown command without its argument': '@book{bad, title = {x \\frac}}',
    'an environment never ended': '@book{bad, title = {\\begin{it} x}}',
    'a thousand braces': `@book{bad, title = {${'{'.repeat(1000)}}}`,
  };
  for (const [name, slip] of Object.entries(slips)) {
    it(`with ${name} loses nothing of its neighbours`, async () => {
      const keys = keysOf(await bib([good.replaceAll('%', '1'), slip, good.replaceAll('%', '2')].join('\n\n')));
      assert.deepEqual(keys.filter((key) => key.startsWith('good')), ['good1', 'good2']);
    });
  }

  it('reads what can be read of an entry with a slip, and says so', async () => {
    const { records, problems } = await bib('@article{bad, author = {A, B}, title = {Never closed,\n  journal = {J},\n  year = 2001\n}\n@book{next, title = {N}}');
    assert.deepEqual(records.map(({ item }) => [item.title, item['container-title'], item.issued]), [['Never closed', 'J', { 'date-parts': [[2001]] }], ['N', undefined, undefined]]);
    assert.deepEqual(problems.map(({ code }) => code), ['record-repaired']);
  });

  it('gives each entry the place where it stands', async () => {
    const text = '% file\r\n@string{a = "b"}\r\n@book{k, title = {T}}\r\n\r\n@book{l, title = {U}}';
    const { records } = await bib(text);
    assert.deepEqual(records.map(({ span }) => text.slice(span.start, span.end)), ['@book{k, title = {T}}', '@book{l, title = {U}}']);
  });

  it('with the same key twice keeps both entries', async () => {
    assert.deepEqual(keysOf(await bib('@book{k, title={A}}\n@book{k, title={B}}')), ['k', 'k']);
  });
});

describe('A RIS file', () => {
  it('is read entry by entry, with pages expanded and the fuller date', async () => {
    const { records, problems } = await readBibliography('TY  - JOUR\nTI  - A\nSP  - 211\nEP  - 34\nPY  - 2018\nDA  - 2018/05/12\nER  - \nTY  - JOUR\nTI  - B\nSP  - 5-19\nEP  - 19\nPY  - 2019\nDA  - 2017/01/01\nER  - ', 'ris', directEngine);
    assert.deepEqual(records.map(({ item }) => [item.title, item.page, item.issued]), [
      ['A', '211-234', { 'date-parts': [[2018, 5, 12]] }], ['B', '5-19', { 'date-parts': [[2019]] }],
    ]);
    assert.deepEqual(problems, []);
  });
});

describe('A CSL file', () => {
  it('in JSON keeps what it does not know and mends shapes', async () => {
    const { records } = await readBibliography('[{"id": 3, "type": "article-journal", "volume": 4, "issued": {"date-parts": [["2001", "5"]]}, "x-own": {"a": [1]}}]', 'csl-json', directEngine);
    assert.deepEqual(records[0]?.item, { id: '3', type: 'article-journal', issued: { 'date-parts': [[2001, 5]] }, volume: '4', 'x-own': { a: [1] } });
  });

  it('in YAML is read with strings only, and refused when it plays with aliases', async () => {
    const yaml = '---\nreferences:\n- id: lee2018\n  type: book\n  title: "Yes: no"\n  author:\n  - family: Lee\n    given: Bo\n  issued:\n    date-parts:\n    - - 2018\n      - 5\n  volume: 07\n...\n';
    const { records } = await readBibliography(yaml, 'csl-yaml', directEngine);
    assert.deepEqual(records.map(({ item }) => item), [{ id: 'lee2018', type: 'book', title: 'Yes: no', author: [{ family: 'Lee', given: 'Bo' }], issued: { 'date-parts': [[2018, 5]] }, volume: '07' }]);
    const bomb = await readBibliography('a: &a [x, x]\nb: [*a, *a]\n', 'csl-yaml', directEngine);
    assert.deepEqual(bomb.problems.map(({ code }) => code), ['bibliography-unread']);
  });
});
