import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parsePaste } from '../../../src/core/parsing';
import { directEngine } from '../../doubles/directEngine';

const fixture = (name: string): string => readFileSync(`test/fixtures/pastes/${name}.txt`, 'utf8').replace(/^\ufeff/u, '').trimEnd();
const itemsOf = async (text: string): Promise<readonly object[]> => (await parsePaste(text, { engine: directEngine })).records.map(({ item }) => item);
const pages = ['page-arxiv', 'page-cambridge-dirty', 'page-ecpr', 'page-jstor', 'page-mdpi', 'page-oxford', 'page-sage', 'page-springer', 'labelled-cairn', 'labelled-cyberleninka', 'labelled-dergipark', 'labelled-dspace', 'labelled-elibrary', 'labelled-ojs', 'labelled-scielo', 'labelled-uzbek'];
const pairs = pages.flatMap((one, index) => pages.filter((_, at) => at !== index && (at + index) % 3 === 0).map((other) => [one, other] as const));

const list = `Okonkwo, Adaeze, and Piet van der Laan. 2017. “Quiet Vetoes in Coalition Cabinets.” Imaginary Political Review 44 (2): 211–39.
Serrano Vidal, Inés. 2020. “The Price of Patience: Waiting Rooms and the State.” Journal of Invented Bureaucracy 12 (1): 1–24.
Halvorsen, Signe. 2015. The Harbour Council. Bergen: Nordvest Forlag.
Tamm, Kadri. 2019. “Who Reads the Minutes?” Baltic Notes on Assemblies 7 (3): 55–71.`;

describe('several pages in one paste', () => {
  for (const [one, other] of pairs) {
    it(`are the works that each is alone: ${one} and ${other}`, async () => {
      assert.deepEqual(await itemsOf(`${fixture(one)}\n\n\n${fixture(other)}`), [...await itemsOf(fixture(one)), ...await itemsOf(fixture(other))]);
    });
  }

  it('are read apart where three stand below each other with rules between them', async () => {
    const three = ['labelled-elibrary', 'page-oxford', 'labelled-scielo'].map(fixture);
    const alone = await Promise.all(three.map(itemsOf));
    assert.deepEqual(await itemsOf(three.join('\n\n----------\n\n')), alone.flat());
  });

  it('may stand above a list of references, and below one', async () => {
    const [page, references] = [fixture('labelled-cyberleninka'), await itemsOf(list)];
    assert.equal(references.length, 4);
    assert.deepEqual(await itemsOf(`${page}\n\n\n${list}`), [...await itemsOf(page), ...references]);
    assert.deepEqual(await itemsOf(`${list}\n\n\n${page}`), [...references, ...await itemsOf(page)]);
  });

  it('may stand above identifiers, one a line, which are not theirs, and below a list that somebody introduced', async () => {
    const page = fixture('page-mdpi');
    const identifiers = '10.1017/S0099999921000514\n10.1093/isle/ixac011\n10.1111/ajpx.12901';
    const [first, ...others] = await itemsOf(`${page}\n\n\n${identifiers}`);
    assert.deepEqual([first], await itemsOf(page));
    assert.equal(others.length, 3);
    const introduced = `Here is what we read last term:\n\n${list}`;
    assert.deepEqual((await itemsOf(`${introduced}\n\n\n${page}`)).at(-1), first);
  });

  it('are one where the list below is announced as the references of the page', async () => {
    const page = fixture('page-oxford');
    assert.deepEqual(await itemsOf(`${page}\n\n\nReferences\n\n\n${list}`), await itemsOf(page));
  });

  it('keep their own DOIs where nothing but an empty line parts them', async () => {
    const page = (title: string, people: string, doi: string): string =>
      `${title}\n${people}\nJournal of Invented Assemblies\nVolume 12, Issue 3, 2021, pp. 41-60\nhttps://doi.org/${doi}\n\nAbstract\n${title} are a matter of who keeps the diary. Drawing on nine years of minutes from six assemblies, this article shows that those who write down what was said decide what will have been said, and that nobody minds until somebody reads it aloud.\n\nKeywords: minutes, assemblies, diaries`;
    const both = [page('Ferries and Federations in the Outer Isles', 'Una Mac Aodh, Tor Lindal', '10.5555/jia.2021.0312'), page('Ledgers of the Lower Chamber', 'Bruno Quaresma, Ewa Zawadzka', '10.5555/jia.2021.0377')];
    assert.deepEqual((await itemsOf(both.join('\n\n'))).map((item) => (item as { DOI?: string }).DOI), ['10.5555/jia.2021.0312', '10.5555/jia.2021.0377']);
  });
});
