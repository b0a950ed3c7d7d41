/** XML and HTML by any other hand: records in it are found wherever they stand, and nothing that it says of itself is believed. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parsePaste, type Reading } from '../../../src/core/parsing';
import { scanXml } from '../../../src/core/parsing/xml';
import { textOf, xmlForest } from '../../../src/core/parsing/xmlTree';
import { decodedEntities } from '../../../src/core/parsing/entities';
import { directEngine } from '../../doubles/directEngine';
import { growsWithSize } from '../../doubles/growth';

const read = (text: string): Promise<Reading> => parsePaste(text, { engine: directEngine });
const items = async (text: string) => (await read(text)).records.map(({ item }) => item);

const mods = (title: string, more = ''): string => `<mods><titleInfo><title>${title}</title></titleInfo>${more}</mods>`;
const meta = (name: string, content: string): string => `<meta name="${name}" content="${content}">`;

describe('The scanner of XML', () => {
  it('covers every text with tokens that follow each other, and never throws', () => {
    const pieces = fc.constantFrom('<a', '>', '</a>', '<!--', '-->', '<![CDATA[', ']]>', '<?x', '?>', '<!DOCTYPE a [', ']>', ' b="', "'", '/', '<br>', '&amp;', '&#x1F600;', 'text', '<script>', '</script>', '\n');
    fc.assert(fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 40 }), fc.boolean(), (parts, html) => {
      const text = parts.join('');
      let at = 0;
      for (const { start, end } of scanXml(text, { html })) {
        assert.equal(start, at);
        assert.ok(end > start);
        at = end;
      }
      assert.equal(at, text.length);
    }), { numRuns: 500 });
  });

  it('takes attributes in either quotes or none, in any case and over lines', () => {
    const [token] = scanXml(`<META\n NAME='a b' Content = "c &amp; d" x=1 disabled/>`, { html: true });
    assert.ok(token?.kind === 'open' && token.alone);
    assert.deepEqual([...token.attributes], [['name', 'a b'], ['content', 'c & d'], ['x', '1'], ['disabled', '']]);
  });

  it('expands characters, but nothing that a DOCTYPE defines', () => {
    assert.equal(decodedEntities('&Auml;&eacute;&#8211;&#x416;&#150;&amp;lt;&lol;&nbsp;'), 'Äé–Ж–&lt;&lol; ');
    const forest = xmlForest('<!DOCTYPE a [<!ENTITY lol "ha"><!ENTITY x SYSTEM "file:///etc/passwd">]><a>&lol;&x;</a>');
    assert.equal(textOf(forest.roots[0]), '&lol;&x;');
    assert.equal(forest.definitions.length, 1);
  });

  it('gives up on depth, not on the text', () => {
    const deep = `${'<a>'.repeat(5000)}x${'</a>'.repeat(5000)}<b>y</b>`;
    assert.match(JSON.stringify(xmlForest(deep).roots), /"y"/);
  });
});

describe('Records in XML', () => {
  it('are read one by one when the first is not closed', async () => {
    assert.deepEqual((await items(`<mods><titleInfo><title>First</title></titleInfo>\n${mods('Second')}`)).map(({ title }) => title), ['First', 'Second']);
  });

  it('are found between other records, in the middle of a line', async () => {
    const found = await items(`TY  - JOUR\nTI  - Before\nER  - \n${mods('Middle')}@book{k, title = {After}, year = 2001}`);
    assert.deepEqual(found.map(({ title }) => title), ['Before', 'Middle', 'After']);
  });

  it('are the same whether the source is shown or pasted as a page shows it', async () => {
    const plain = mods('Bread &amp; ballots', '<name><namePart>Kaya, Deniz</namePart></name><originInfo><dateIssued>2011</dateIssued></originInfo>');
    const shown = plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    assert.deepEqual(await items(shown), await items(plain));
  });

  it('without a type of their own are documents, with a remark', async () => {
    const [item] = await items(mods('A matter'));
    assert.equal(item?.type, 'document');
    assert.ok(JSON.stringify(item.custom).includes('does not say'));
  });

  it('take no date that is impossible and no season for a month', async () => {
    const dated = (parts: string) => `<PubmedArticle><MedlineCitation><Article><ArticleTitle>T.</ArticleTitle><Journal><Title>J</Title><JournalIssue><PubDate>${parts}</PubDate></JournalIssue></Journal></Article></MedlineCitation></PubmedArticle>`;
    assert.deepEqual((await items(dated('<Year>2021</Year><Month>Feb</Month><Day>31</Day>')))[0]?.issued, { 'date-parts': [[2021, 2]] });
    assert.deepEqual((await items(dated('<Year>2021</Year><Season>Winter</Season>')))[0]?.issued, { 'date-parts': [[2021]], season: 4 });
    assert.deepEqual((await items(dated('<MedlineDate>2021 Mar-Apr</MedlineDate>')))[0]?.issued, { 'date-parts': [[2021, 3], [2021, 4]] });
  });

  it('of EndNote keep what CSL has no place for', async () => {
    const [item] = await items('<xml><records><record><ref-type name="Book">6</ref-type><titles><title>T</title></titles><custom3>mine</custom3><label>blue</label></record></records></xml>');
    assert.deepEqual(item?.custom?.['unmapped'], { custom3: 'mine', label: 'blue' });
  });

  it('are not seen in prose about tags, nor in a page of HTML without metadata', async () => {
    for (const text of ['Use the <record> element, then <mods>; a < b and c > d hold.', '<html><body><article><h1>News</h1><p>Text.</p></article></body></html>']) {
      assert.deepEqual((await read(text)).records.map(({ format }) => format).filter((format) => format === 'xml' || format === 'html'), []);
    }
  });
});

describe('Metadata in HTML', () => {
  it('make one record of a page, whatever else the page holds', async () => {
    const page = `<html><head>${meta('citation_title', 'T')}${meta('citation_author', 'A. Bee')}</head><body>{"type":"book","title":"Other","author":[{"family":"X"}]} @book{k, title={Y}}</body></html>`;
    assert.deepEqual((await items(page)).map(({ title }) => title), ['T']);
  });

  it('of several pieces of a head make a record each, but not of a title in two languages', async () => {
    const one = meta('citation_title', 'One') + meta('citation_author', 'Bee, Ann') + meta('citation_date', '2001');
    const two = meta('citation_title', 'Two') + meta('citation_author', 'Cee, Bo') + meta('citation_date', '2002');
    assert.deepEqual((await items(`${one}\n${two}`)).map(({ title }) => title), ['One', 'Two']);
    const both = `${one}<meta name="citation_title" xml:lang="es" content="Uno">`;
    assert.deepEqual((await items(both)).map(({ title }) => title), ['One']);
  });

  it('are not made of Open Graph alone', async () => {
    const { records } = await read(`<html><head><meta property="og:title" content="A shop"><meta property="og:description" content="Buy"></head></html>`);
    assert.ok(records.every(({ format }) => format !== 'html'));
  });

  it('in a context object are decoded from percent signs, also old ones', async () => {
    const coin = (values: string) => `<span class="Z3988" title="ctx_ver=Z39.88-2004&amp;rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Ajournal&amp;${values}"></span>`;
    const [item] = await items(coin('rft.atitle=Gr%C3%B6%C3%9Fe&amp;rft.title=Blatt&amp;rft.au=Gro%DF,%20Anna&amp;rft.date=1999'));
    assert.deepEqual([item?.title, item?.['container-title'], item?.author], ['Größe', 'Blatt', [{ family: 'Groß', given: 'Anna' }]]);
  });

  it('are read in any order of attributes and any quotes', async () => {
    const [item] = await items(`<meta content='A "quoted" title' name=citation_title /><META CONTENT="10.5555/abcd.1" NAME="DC.Identifier">`);
    assert.deepEqual([item?.title, item?.DOI], ['A "quoted" title', '10.5555/abcd.1']);
  });
});

describe('The time that reading markup takes', function () {
  this.timeout(30_000);
  const attacks: { readonly [name: string]: (times: number) => string } = {
    'records never closed': (n) => '<record><mods>'.repeat(n),
    'comments never closed': (n) => '<mods><!-- '.repeat(n),
    'declarations never closed': (n) => '<mods><!DOCTYPE a ['.repeat(n),
    'attributes never closed': (n) => `<mods>${'<a b="'.repeat(n)}`,
    'elements in elements': (n) => `<mods>${'<a>'.repeat(n)}${'</b>'.repeat(n)}`,
    'scripts never closed': (n) => `<meta name="citation_title" content="x">${'<script>'.repeat(n)}`,
    'pieces of heads': (n) => '<meta name="citation_title" content="x"><meta name="citation_author" content="A B">'.repeat(n),
    'blanks in a tag': (n) => `<mods a${' '.repeat(n)}`,
  };
  for (const [name, attack] of Object.entries(attacks)) {
    it(`grows with the length of the text and no faster: ${name}`, async () => {
      await growsWithSize((times) => read(attack(times)), Math.ceil(8_000 / attack(1).length));
    });
  }
});
