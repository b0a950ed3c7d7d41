/** Points at which readers of BibTeX and RIS have failed before: each has a test of its own. */
import assert from 'node:assert/strict';
import { parsePaste } from '../../../src/core/parsing';
import type { Item } from '../../../src/core/source';
import { directEngine } from '../../doubles/directEngine';

const read = async (text: string): Promise<readonly Item[]> => (await parsePaste(text, { engine: directEngine })).records.map(({ item }) => item);
const only = async (text: string): Promise<Item> => {
  const items = await read(text);
  assert.equal(items.length, 1, JSON.stringify(items));
  return items[0] as Item;
};
const ris = (...lines: readonly string[]): string => ['TY  - JOUR', 'TI  - A title', 'JO  - A Journal', ...lines, 'ER  - '].join('\n');

describe('BibTeX', () => {
  it('inherits over two generations of crossref', async () => {
    const [leaf] = await read(`@inbook{leaf, author={Doe, Jane}, title={A leaf}, crossref={branch}, pages={3--9}}
      @book{branch, title={A branch}, editor={Roe, Richard}, crossref={trunk}, volume={2}}
      @mvbook{trunk, title={The trunk}, publisher={Tree Press}, address={Woodtown}, year={1999}}`);
    assert.deepEqual([leaf?.['container-title'], leaf?.['volume-title'], leaf?.['volume'], leaf?.['publisher'], leaf?.issued?.['date-parts']], ['The trunk', 'A branch', '2', 'Tree Press', [[1999]]]);
  });

  it('reads \\overline and accents within accents', async () => {
    const item = await only('@article{a, author={V{\\~{\\^{u}}} Nguy{\\~{\\^e}}n and {\\\'{E}}lise {\\v{S}}tef{\\\'{\\i}}kov{\\\'a}}, title={The \\overline{x} and $\\overline{y}$}, journal={J}}');
    assert.equal(item.title, 'The x\u0305 and y\u0305');
    assert.deepEqual(item.author?.map(({ family, given }) => `${family}, ${given}`), ['Nguyễn, Vû\u0303', 'Štefíková, Élise']);
  });

  it('keeps entries without a key, and none inherits from them', async () => {
    const items = await read('@article{,\n author = {One, Nina}, title = {No key}, journal = {Keyless}, year = 2004\n}\n@book{author = {Two, Ona}, title = {Key forgotten}, year = 2005}\n@book{k, title = {With a key}, author = {Three, A.}}');
    assert.deepEqual(items.map(({ title, author, ...rest }) => [title, author?.[0]?.family, rest['container-title']]), [['No key', 'One', 'Keyless'], ['Key forgotten', 'Two', undefined], ['With a key', 'Three', undefined]]);
  });

  it('reads entries in brackets that hold brackets', async () => {
    const items = await read('@article(p, author = "Ann (Anna) Bracket", title = "A :) smile", journal = {J (Pt A)}, year = 1988)\n@string(jp = "Press :)")\n@book(q, title={Two}, publisher = jp)');
    assert.deepEqual(items.map((item) => [item.title, item['container-title'] ?? item['publisher']]), [['A :) smile', 'J (Pt A)'], ['Two', 'Press :)']]);
    assert.equal(items[0]?.issued?.['date-parts']?.[0]?.[0], 1988);
  });

  it('passes over commas that the clipboard doubled', async () => {
    const item = await only('@article{dbl,, author = {A. Bee},, title = {Comma},, journal = {C},\n, year = 2001,,\n}');
    assert.deepEqual([item.id, item.title, item.author, item['container-title'], item.issued?.['date-parts']], ['dbl', 'Comma', [{ family: 'Bee', given: 'A.' }], 'C', [[2001]]]);
  });

  it('passes over a preamble with definitions', async () => {
    const item = await only('@preamble{ "\\def\\cprime{$\'$} \\newcommand{\\noopsort}[1]{} " # "\\providecommand{\\x}[1]{#1}" }\n@preamble("\\def\\y{)}")\n@article{pr, author={Nikol\\cprime ski{\\u\\i}, S. M.}, title={On {\\noopsort{b}}sums}, year={{\\noopsort{1973b}}1973}}');
    assert.deepEqual([item.author, item.title, item.issued?.['date-parts']], [[{ family: 'Nikolʹskiĭ', given: 'S. M.' }], 'On sums', [[1973]]]);
  });

  it('tells remarks from percentages', async () => {
    const items = await read('% a remark\n@article{pct, % key\n author = {One, A. and % first\n  Two, B.},\n title = {A 50\\% rise and 20% fall},\n % year = {1999},\n year = {2000}, % the year\n url = {http://example.org/a%20b},\n}\n%@article{out, title={Taken out}}');
    assert.deepEqual(items.map(({ title, author, issued, URL }) => [title, author?.length, issued?.['date-parts'], URL]), [['A 50% rise and 20% fall', 2, [[2000]], 'http://example.org/a%20b']]);
  });

  it('keeps bodies among persons whole', async () => {
    const item = await only('@report{c, author={{World Bank} and Smith, John and {European Commission, Directorate-General X} and Jane Q. Public}, title={Things}, institution={{OECD}}}');
    assert.deepEqual(item.author, [{ literal: 'World Bank' }, { family: 'Smith', given: 'John' }, { literal: 'European Commission, Directorate-General X' }, { family: 'Public', given: 'Jane Q.' }]);
  });

  it('reads quotation marks within a value in quotation marks', async () => {
    const item = await only('@article{q,\n author = "A, B",\n title = "A "quiet" veto"\n journal = "J",\n year = 1999\n}');
    assert.deepEqual([item.title, item['container-title'], item.issued?.['date-parts']], ['A "quiet" veto', 'J', [[1999]]]);
  });

  it('goes on behind a brace too many', async () => {
    const items = await read('@article{b, title={Extra}},\n author={C, D}, year=2001}\n@book{c, title={After}}');
    assert.deepEqual(items.map(({ title, author }) => [title, author?.[0]?.family]), [['Extra', 'C'], ['After', undefined]]);
  });
});

describe('RIS', () => {
  it('as Ovid numbers it has no numbers in its records', async () => {
    const items = await read(`1.\n${ris('PB  - P')}\n2.\n${ris('PB  - Q')}\n\n<3. >\n${ris('PB  - R')}`);
    assert.deepEqual(items.map((item) => [item.title, item['publisher']]), [['A title', 'P'], ['A title', 'Q'], ['A title', 'R']]);
  });

  it('may have blanks too few, too many, and before its lines', async () => {
    const item = await only('  TY  -  JOUR\n  A1  -  Doe, B.\n  T1 -   Indented\n  JF  -\tA Journal\n  VL -12\n  Y1  - 2001/05//\n  ER -');
    assert.deepEqual([item.title, item.author, item['container-title'], item['volume'], item.issued?.['date-parts']], ['Indented', [{ family: 'Doe', given: 'B.' }], 'A Journal', '12', [[2001, 5]]]);
  });

  it('gets back the dash that its pages lost', async () => assert.equal((await only(ris('SP  - 93105')))['page'], '93-105'));

  it('joins a year and what another tag says of the day', async () => {
    const dated = async (...lines: readonly string[]): Promise<unknown> => (await only(ris(...lines))).issued;
    assert.deepEqual(await dated('PY  - 2008', 'DA  - Mar-Apr'), { 'date-parts': [[2008, 3], [2008, 4]] });
    assert.deepEqual(await dated('PY  - 2008', 'DA  - Mar 4'), { 'date-parts': [[2008, 3, 4]] });
    assert.deepEqual(await dated('Y1  - 2014/Summer///'), { 'date-parts': [[2014]], season: 2 });
    assert.deepEqual(await dated('PY  - 2012', 'Y1  - 12-14 Nov. 2012'), { 'date-parts': [[2012, 11, 12], [2012, 11, 14]] });
    assert.equal(await dated('PY  - n.d.'), undefined);
  });

  it('of a paper in a series, as Scopus writes it, is a paper of a conference', async () => {
    const item = await only('TY  - SER\nTI  - Votes\nAU  - Doe, J.\nC3  - Proceedings of the Meeting\nT2  - 5th Meeting\nSP  - 12\nEP  - 20\nY2  - 1 June 2016 through 3 June 2016\nER  - ');
    assert.deepEqual([item.type, item['container-title'], item['event-title'], item['event-date'], item['accessed']], ['paper-conference', 'Proceedings of the Meeting', '5th Meeting', { 'date-parts': [[2016, 6, 1], [2016, 6, 3]] }, undefined]);
  });

  it('names people as exporters write them', async () => {
    const item = await only(ris('AU  - Lee K', 'AU  - Smith Jr., John', 'AU  - Doe, Jane; Roe, Richard', 'AU  - Poe, Ann 1950-', 'AU  - World Health Organization', 'AU  - Marx, K.'));
    assert.deepEqual(item.author, [
      { family: 'Lee', given: 'K.' }, { family: 'Smith', given: 'John', suffix: 'Jr.' }, { family: 'Doe', given: 'Jane' }, { family: 'Roe', given: 'Richard' },
      { family: 'Poe', given: 'Ann' }, { literal: 'World Health Organization' }, { family: 'Marx', given: 'K.' },
    ]);
  });

  it('of an edited book names its editor first', async () =>
    assert.deepEqual((await only('TY  - EDBOOK\nTI  - Votes\nAU  - Doe, Jane\nPB  - Press\nER  - ')).editor, [{ family: 'Doe', given: 'Jane' }]));

  it('has no volume 0, and no degree for a volume', async () => {
    const item = await only(ris('VL  - 0', 'IS  - 0'));
    assert.deepEqual([item['volume'], item['issue']], [undefined, undefined]);
    const thesis = await only('TY  - THES\nTI  - Votes\nAU  - Doe, J.\nPB  - University\nVL  - Ph.D.\nM1  - Ph.D.\nER  - ');
    assert.deepEqual([thesis['volume'], thesis['number'], thesis['genre']], [undefined, undefined, 'Ph.D.']);
  });

  it('takes the number of an article for its page when there is no other', async () => {
    assert.equal((await only(ris('C7  - 102102')))['page'], '102102');
    const both = await only(ris('C7  - 102102', 'SP  - 3'));
    assert.deepEqual([both['page'], both['number']], ['3', '102102']);
  });
});

describe('Tagged lines and XML', () => {
  const page = async (text: string): Promise<unknown> => (await only(text))['page'];
  const nbib = (...lines: readonly string[]): string => ['PMID- 123', 'OWN - NLM', 'TI  - A title.', 'JT  - A journal', ...lines].join('\n');
  const pubmed = (pages: string): string => `<PubmedArticle><MedlineCitation><PMID>1</PMID><Article><Journal><Title>J</Title></Journal><ArticleTitle>T.</ArticleTitle><Pagination><MedlinePgn>${pages}</MedlinePgn></Pagination></Article></MedlineCitation></PubmedArticle>`;

  it('keep the letter of pages in a supplement, and write the last one whole', async () => {
    for (const [said, meant] of [['S12-8', 'S12-S18'], ['S12-S18', 'S12-S18'], ['1801-9', '1801-1809'], ['S12', 'S12']] as const) {
      assert.deepEqual([await page(nbib(`PG  - ${said}`)), await page(pubmed(said))], [meant, meant]);
    }
    assert.equal(await page(ris('SP  - S. 12', 'EP  - 18')), '12-18');
  });

  it('know the Jr. behind the initials of PubMed', async () =>
    assert.deepEqual((await only(nbib('FAU - van den Berg, Pieter J Jr'))).author, [{ 'non-dropping-particle': 'van den', family: 'Berg', given: 'Pieter J', suffix: 'Jr' }]));

  it('take any DOI under its own name', async () => {
    assert.equal((await only(nbib('AID - 10.1000/182 [doi]'))).DOI, '10.1000/182');
    assert.equal((await only('{"DOI":"10.1000/182","type":"journal-article","title":["T"],"container-title":["J"],"reference-count":0,"ISSN":["12345679"]}')).DOI, '10.1000/182');
  });

  it('date what came early by the day it came', async () =>
    assert.deepEqual((await only('FN Web of Science\nVR 1.0\nPT J\nAU Ng, T\nTI Early\nSO JOURNAL OF X\nDT Article; Early Access\nEA FEB 2021\nER\nEF')).issued, { 'date-parts': [[2021, 2]] }));

  it('take the name of the journal that is not shortened', async () => {
    const item = await only('{"paperId":"1","title":"Quiet vetoes","venue":"Review of Politics","year":2018,"journal":{"name":"Rev. Polit.","volume":"3"},"authors":[{"name":"A. B. Doe"}],"externalIds":{"CorpusId":3},"publicationTypes":["JournalArticle"]}');
    assert.deepEqual([item['container-title'], item['container-title-short']], ['Review of Politics', 'Rev. Polit.']);
  });
});
