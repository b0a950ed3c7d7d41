/** The same records pasted well and badly: what is read of them does not change. */
import assert from 'node:assert/strict';
import { parsePaste } from '../../../src/core/parsing';
import type { Item } from '../../../src/core/source';
import { directEngine } from '../../doubles/directEngine';

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

const lines = (text: string, change: (line: string) => string): string => text.trimEnd().split('\n').map(change).join('\n');
const escaped = (text: string): string => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');

/** Quoted-printable as mail programs send it, its lines at most 72 characters long. */
function quotedPrintable(text: string): string {
  const bytes = (character: string): string => encodeURIComponent(character).replace(/%/gu, '=');
  return text.split('\n').map((line) => {
    const pieces = [...line].map((character) => (character === '=' ? '=3D' : /[^\x20-\x7e]/u.test(character) ? bytes(character) : character));
    let length = 0;
    return pieces.map((piece) => {
      length += piece.length;
      if (length <= 71) return piece;
      length = piece.length;
      return `=\r\n${piece}`;
    }).join('');
  }).join('\r\n');
}

function smart(text: string): string {
  let open = false;
  return text.replace(/"/gu, () => ((open = !open) ? '“' : '”'));
}

const harms: { readonly [harm: string]: (text: string) => string } = {
  'a byte order mark': (text) => `\ufeff${text}`,
  'line ends of Windows': (text) => text.replace(/\n/gu, '\r\n'),
  'line ends of old Macs': (text) => text.replace(/\n/gu, '\r'),
  'blank lines doubled': (text) => text.replace(/\n/gu, '\n\n'),
  'no-break spaces': (text) => text.replace(/ /gu, '\u00a0'),
  'no-break spaces before each line': (text) => lines(text, (line) => `\u00a0\u00a0${line}`),
  'every line indented': (text) => lines(text, (line) => `    ${line}`),
  'every line indented by a tab': (text) => lines(text, (line) => `\t${line}`),
  'blanks behind each line': (text) => lines(text, (line) => `${line}   `),
  'the marks of a quoted mail': (text) => lines(text, (line) => `> ${line}`),
  'the marks of a mail quoted twice': (text) => lines(text, (line) => `>> ${line}`),
  'prose around it': (text) => `Dear all,\n\nhere is the reference that I spoke of at the meeting on Monday:\n\n${text}\nBest wishes,\nAnna\n`,
  'a fence of Markdown': (text) => `\`\`\`\n${text}\`\`\`\n`,
  'a named fence of Markdown': (text) => `Here you are:\n\n\`\`\`bibtex\n${text}\`\`\`\n`,
  'the entities of HTML': escaped,
  'the entities of HTML, quotes too': (text) => escaped(text).replace(/"/gu, '&quot;'),
  'the entities of HTML, quotes as numbers': (text) => escaped(text).replace(/"/gu, '&#34;').replace(/'/gu, '&#39;'),
  'quoted-printable': quotedPrintable,
  'smart quotes': smart,
  'letters misread': misread,
  'invisible marks': (text) => lines(text, (line) => `\u200b${line}\u200e`),
};

const read = async (text: string): Promise<readonly Item[]> =>
  (await parsePaste(text, { engine: directEngine })).records.map(({ item }) => item);

/** `MÃ¼ller`: UTF-8 read as Windows-1252. */
function misread(text: string): string {
  const western = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
  return [...Buffer.from(text, 'utf8')].map((byte) => (byte >= 0x80 && byte < 0xa0 ? western[byte - 0x80] ?? '' : String.fromCharCode(byte))).join('');
}

describe('A record pasted badly', () => {
  for (const base of Object.keys(records) as readonly Base[]) {
    for (const [harm, doIt] of Object.entries(harms)) {
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
