/** A stretch of a page that a browser hands over as plain text and as HTML: the HTML counts where it says more. */
import assert from 'node:assert/strict';
import { largestMarkup, readCopiedPage } from '../../../src/core/parsing';
import type { Item } from '../../../src/core/source';
import { directEngine } from '../../doubles/directEngine';

const reading = (text: string, html: string) => readCopiedPage({ text, html }, (one) => directEngine.readPaste(one));
const read = async (text: string, html: string): Promise<readonly Item[]> => (await reading(text, html)).reading.records.map(({ item }) => item);

const list = 'Aalto, Mervi, and Chidi Obi. 2017. “Dykes and Deputies.” Journal of Low Lands 8 (2): 101–24.\nKranjc, Tone. 2015. The Mayor’s Umbrella. Ljubljana: Breg.';
const markedList = '<div class="refs"><p style="margin:0">Aalto, Mervi, and Chidi Obi. 2017. “Dykes and Deputies.” <i>Journal of Low Lands</i> 8 (2): 101–24. <a href="https://doi.org/10.99901/jll.8.2.101"><img src="https://tracker.example/x.png"></a></p><p>Kranjc, Tone. 2015. <i>The Mayor’s Umbrella</i>. Ljubljana: Breg.</p></div>';

describe('A page from a browser', () => {
  it('has the DOIs to which its references lead, and its text stays the plain one', async () => {
    const { text, reading: { records } } = await reading(list, markedList);
    assert.equal(text, list);
    assert.deepEqual(records.map(({ item }) => item.DOI), ['10.99901/jll.8.2.101', undefined]);
    assert.match(records[0]?.certainty['DOI']?.why ?? '', /link/u);
    assert.equal(records.map(({ pasted }) => pasted).join('\n'), list);
  });

  it('has the address of a title that is a link, and the DOI rather than that', async () => {
    const text = 'Ferry subsidies and swing islands\nS Brandt, L Oduya - Island Politics, 2019 - example.org\n\nThe pier as a public good\nM Rask - Coastal Economy, 2021 - example.org';
    const html = '<div><h3><a href="https://example.org/a/1">Ferry subsidies and swing islands</a></h3><div>S Brandt, L Oduya - Island Politics, 2019 - example.org</div></div>'
      + '<div><h3><a href="https://press.example.org/doi/full/10.99902/ce.2021.44?journalCode=ce">The pier as a public good</a></h3><div>M Rask - Coastal Economy, 2021 - example.org</div></div>';
    const items = await read(text, html);
    assert.deepEqual(items.map(({ DOI, ...item }) => [DOI, item['URL']]), [[undefined, 'https://example.org/a/1'], ['10.99902/ce.2021.44', undefined]]);
  });

  it('gives a DOI to no work when it stands beside another, or would be that of two', async () => {
    const beside = '<p>Aalto, Mervi, and Chidi Obi. 2017. “Dykes and Deputies.” <i>Journal of Low Lands</i> 8 (2): 101–24.</p><p>Kranjc, Tone. 2015. The Mayor’s Umbrella. Ljubljana: Breg.</p><aside><a href="https://doi.org/10.99901/other.1">An article of the week</a></aside>';
    assert.deepEqual((await read(list, beside)).map(({ DOI }) => DOI), [undefined, undefined]);
    const both = `<ul><li>${list.replace('\n', '<br>')} <a href="https://doi.org/10.99901/volume.3">volume</a></li></ul>`;
    assert.deepEqual((await read(list, both)).map(({ DOI }) => DOI), [undefined, undefined]);
  });

  it('is read from its context objects where the words alone say less', async () => {
    const coins = 'ctx_ver=Z39.88-2004&amp;rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Ajournal&amp;rft.atitle=Bridges+of+the+Assembly&amp;rft.jtitle=Span+Studies&amp;rft.volume=4&amp;rft.issue=1&amp;rft.pages=7-31&amp;rft.date=2018&amp;rft.au=Imre+Tak%C3%A1cs&amp;rft_id=info%3Adoi%2F10.99903%2Fspan.4.1.7';
    const [item, ...more] = await read('Bridges of the Assembly', `<div><b>Bridges of the Assembly</b><span class="Z3988" title="${coins}"></span></div>`);
    assert.equal(more.length, 0);
    assert.deepEqual([item?.title, item?.['container-title'], item?.['page'], item?.DOI], ['Bridges of the Assembly', 'Span Studies', '7-31', '10.99903/span.4.1.7']);
  });

  it('is one work with its tags, its JSON-LD and its words together', async () => {
    const html = '<html><head><title>x</title><meta name="citation_title" content="Tolls and Tribunes"><meta name="citation_author" content="Ruiz, Alba"><meta name="citation_journal_title" content="Road Politics"><meta name="citation_publication_date" content="2016"><meta name="citation_volume" content="9"><meta name="citation_doi" content="10.99904/rp.9.2">'
      + '<style>p{color:red}</style><script>alert(1)</script></head><body><h1>Tolls and Tribunes</h1><p>Alba Ruiz</p></body></html>';
    const { text, reading: { records } } = await reading('Tolls and Tribunes\n\nAlba Ruiz', html);
    assert.deepEqual(records.map(({ item }) => [item.title, item['volume'], item.DOI]), [['Tolls and Tribunes', '9', '10.99904/rp.9.2']]);
    assert.doesNotMatch(text, /alert|color/u);
  });

  it('without plain text is read from its HTML: blocks on lines, raised numbers apart from names', async () => {
    const items = await read('', markedList);
    assert.deepEqual(items.map(({ title, DOI }) => [title, DOI]), [['Dykes and Deputies', '10.99901/jll.8.2.101'], ['The Mayor’s Umbrella', undefined]]);
    const { text } = await reading('', '<p>Ana Sol<sup>1</sup>, Bo Lind<sup>2</sup></p><table><tr><td>Title</td><td>Year</td></tr></table>');
    assert.equal(text, 'Ana Sol¹, Bo Lind²\n\nTitle\tYear');
  });

  it('is its plain text where the HTML says no more: empty, broken, longer than is read, or full of what no one sees', async () => {
    const plain = (await directEngine.readPaste(list)).records.map(({ item }) => item);
    for (const html of ['', '<', '<p>&#60;script', '<div><div><div', '<svg>hidden', `<p>${'x'.repeat(largestMarkup)}</p>`, '<span>Aalto</span>', '<ul><li>A<li>B<li>C</ul>']) {
      const found = await reading(list, html);
      assert.equal(found.text, list);
      assert.deepEqual(found.reading.records.map(({ item }) => item), plain);
    }
  });

  it('takes time in proportion to its length, however it is nested', async function () {
    this.timeout(20_000);
    for (const html of ['<p>'.repeat(100_000), '<li><a href="https://doi.org/10.99901/x.1234">Some title of a work</a>'.repeat(5_000), '</p><br>'.repeat(50_000), `<div>${' \n'.repeat(200_000)}</div>`, '<td></td>'.repeat(50_000)]) {
      const start = performance.now();
      await reading(list, html);
      assert.ok(performance.now() - start < 4000, html.slice(0, 30));
    }
  });
});
