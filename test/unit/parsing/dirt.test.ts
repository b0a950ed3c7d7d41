/** The same records pasted well and badly: what is read of them does not change. */
import assert from 'node:assert/strict';
import { parsePaste } from '../../../src/core/parsing';
import type { Item } from '../../../src/core/source';
import { directEngine } from '../../doubles/directEngine';
import { deepHarms, harms, quotedPrintable } from './harm';

const records = {
  bibtex: '@article{yuneman2023,\n  author = {Yuneman, Roman and {Bank of the Two Rivers} and M{\\"u}ller, J{\\"o}rg},\n  title = {Trade \\& power between great and small neighbours: a study of several decades},\n'
    + '  journal = {Journal of Caspian Politics},\n  year = {2023},\n  volume = {12},\n  number = {3},\n  pages = {141--162},\n  doi = {10.5555/jcp.2023.12}\n}\n',
  biblatexQuoted: '@book{doe2020,\n  author = "Doe, Jane and Šimić, Ivo",\n  title = "Small States",\n  date = "2020-05",\n  publisher = "Harbour",\n  location = "Lübeck",\n  url = "https://example.org/a?b=1&c=2"\n}\n',
  ris: 'TY  - JOUR\nAU  - Yuneman, Roman\nAU  - Müller, Jörg\nTI  - Trade & power between great and small neighbours: a study of several decades\nJO  - Journal of Caspian Politics\n'
    + 'PY  - 2023\nVL  - 12\nIS  - 3\nSP  - 141\nEP  - 162\nDO  - 10.5555/jcp.2023.12\nER  - \n',
  csl: '[\n  {\n    "id": "yuneman2023",\n    "type": "article-journal",\n    "title": "Trade & power between great and small neighbours: a study of several decades",\n    "author": [{"family": "Yuneman", "given": "Roman"}, {"family": "Müller", "given": "Jörg"}],\n'
    + '    "container-title": "Journal of Caspian Politics",\n    "issued": {"date-parts": [[2023, 5]]},\n    "volume": "12", "page": "141-162", "DOI": "10.5555/jcp.2023.12"\n  }\n]\n',
} as const;
type Base = keyof typeof records;

const read = async (text: string): Promise<readonly Item[]> =>
  (await parsePaste(text, { engine: directEngine })).records.map(({ item }) => item);

describe('A record pasted badly', () => {
  for (const base of Object.keys(records) as readonly Base[]) {
    for (const [harm, doIt] of Object.entries({ ...harms, ...deepHarms })) {
      it(`is the same as unharmed: ${base} with ${harm}`, async () => {
        const unharmed = await read(records[base]);
        assert.equal(unharmed.length, 1);
        assert.deepEqual(await read(doIt(records[base])), unharmed);
      });
    }
    for (const other of Object.keys(records) as readonly Base[]) {
      it(`is the same as unharmed: ${base} glued to ${other}`, async () => {
        const apart = [...await read(records[base]), ...await read(records[other])];
        assert.deepEqual(await read(records[base] + records[other]), apart);
        assert.deepEqual(await read(`${records[base].trimEnd()} ${records[other]}`), apart);
      });
    }
  }
});

describe('Damage to a whole text', () => {
  const titleOf = async (title: string): Promise<unknown> => (await read(`@book{k,\n  title = {${title}},\n  year = {2001}\n}`))[0]?.title;

  it('is mended in Cyrillic too', async () => {
    assert.equal(await titleOf('РџРѕР»РёС‚РёРєР° Рё С…РёРјРёСЏ'), 'Политика и химия');
  });

  it('is not seen where there is none', async () => {
    for (const title of ['Сім днів у Рівному', 'Рівне', 'AMANHÃ e depois', 'Â la carte', 'Тұран әлемі', 'a=b and c=d', 'Æther, Ångström, Ñandú', 'He said “yes”, “no”']) assert.equal(await titleOf(title), title);
  });

  it('leaves each record its place in the raw text', async () => {
    const raw = quotedPrintable(`Hello,\n\n${records.bibtex}`);
    const [record] = (await parsePaste(raw, { engine: directEngine })).records;
    assert.equal(record?.pasted, raw.slice(record?.span.start, record?.span.end));
    assert.match(record?.pasted ?? '', /@article[^]*\}$/u);
  });
});
