/** What holds for any paste whatever. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { parsePaste, readBibliography, type Reading } from '../../../src/core/parsing';
import { directEngine } from '../../doubles/directEngine';
import { growsWithSize } from '../../doubles/growth';

const read = (text: string): Promise<Reading> => parsePaste(text, { engine: directEngine });

/** Blank is what a reader of the screen can't see: white space, invisible marks, control characters. */
const blank = /[\s\p{Cc}\u00ad\u0085\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/u;

function assertCovered(text: string, { records }: Reading): void {
  let at = 0;
  for (const { span, pasted } of records) {
    assert.ok(span.start >= at && span.end >= span.start && span.end <= text.length, JSON.stringify(span));
    assert.equal(pasted, text.slice(span.start, span.end));
    assertBlank(text.slice(at, span.start));
    at = span.end;
  }
  assertBlank(text.slice(at));
}

function assertBlank(text: string): void {
  const left = [...text].filter((character) => !blank.test(character)).join('');
  assert.equal(left, '', `lost: ${left.slice(0, 80)}`);
}

const folder = path.join('test', 'fixtures', 'pastes');
const samples = readdirSync(folder).filter((name) => name.endsWith('.txt')).map((name) => readFileSync(path.join(folder, name), 'utf8'));

/** Pieces of the layouts in any order: much nearer to a paste than random letters. */
const scraps = fc.constantFrom(
  '@article{k, ', 'title = {', '}', '"', ' # ', '@string{a = "', '@comment{', ',\n', 'year = 2001', 'TY  - JOUR\n', 'AU  - A, B\n', 'ER  - ', '\r\n', '\r', '\n\n',
  '{"title":"', '","authors":"A B"', ',"platform":"x"}', '[{"id":1,"type":"book","title":"T"},', ']', '\\', '$', '\\AA ', 'Accepted Paper:\n', 'Abstract:\n',
  'Click the star to add/remove an item to/from your individual schedule', 'Panel POL13\n', ' Session 1 Sunday 9 June, 2024, -', 'A Title\n', 'Jane Doe (X (Y), Z)\n',
  '\n> ', '> > ', '=3D', '=\n', '&amp;', '&quot;', 'Ã©', '“', '”: ', '\\\'', '\\emph{', '$^', '\u00a0', '\u200b', '\ufb01', '\ufeff', '\u2028', '摘要', 'Әбенов', '__proto__', '10.5555/a.b', '😀', '\ud800',
);
const pastes = fc.oneof(
  fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }),
  fc.array(scraps, { maxLength: 40 }).map((parts) => parts.join('')),
  fc.array(fc.oneof(scraps, fc.constantFrom(...samples)), { maxLength: 5 }).map((parts) => parts.join('')),
  fc.tuple(fc.constantFrom(...samples), fc.nat(), fc.nat(), fc.string()).map(([text, a, b, put]) => {
    const [from, to] = [a % text.length, b % text.length].sort((x, y) => x - y);
    return text.slice(0, from) + put + text.slice(to);
  }),
);

describe('Any paste', function () {
  this.timeout(60_000);

  it('is read without an exception, and every character that is not blank stands in one record', async () => {
    await fc.assert(fc.asyncProperty(pastes, async (text) => assertCovered(text, await read(text))), { numRuns: 400 });
  });

  it('of the texts beside these tests loses nothing, alone and glued to some others', async () => {
    for (const [index, text] of samples.entries()) {
      assertCovered(text, await read(text));
      // All pairs would be too many; the distances are such that kin, which stand together, meet others too.
      for (const distance of [0, 1, 17, 43]) {
        const other = samples[(index + distance) % samples.length] ?? '';
        assertCovered(text + other, await read(text + other));
      }
    }
  });

  it('is read the same way twice, and leaves the prototype of objects alone', async () => {
    await fc.assert(fc.asyncProperty(pastes, async (text) => assert.deepEqual(await read(text), await read(text))), { numRuns: 60 });
    assert.equal(Object.hasOwn(Object.prototype, 'polluted'), false);
    assert.equal(({} as { readonly polluted?: unknown }).polluted, undefined);
  });

  it('gives fields that are neither empty nor of a shape that CSL does not know', async () => {
    await fc.assert(fc.asyncProperty(pastes, async (text) => {
      for (const { item } of (await read(text)).records) {
        assert.equal(typeof item.id, 'string');
        for (const field of ['volume', 'issue', 'page', 'DOI'] as const) assert.ok(item[field] === undefined || typeof item[field] === 'string', field);
        for (const name of item.author ?? []) assert.ok(name.family ?? name.given ?? name.literal, JSON.stringify(name));
        for (const part of item.issued?.['date-parts']?.flat() ?? []) assert.ok(Number.isInteger(part));
      }
    }), { numRuns: 150 });
  });

  it('that is a bibliography gives an answer in each format', async () => {
    const formats = fc.constantFrom('bibtex', 'ris', 'csl-json', 'csl-yaml');
    await fc.assert(fc.asyncProperty(pastes, formats, async (text, format) => {
      for (const { span } of (await readBibliography(text, format, directEngine)).records) assert.ok(span.end <= text.length);
    }), { numRuns: 100 });
  });

  it('larger than the limit is refused at once', async () => {
    const { records, problems } = await read(' '.repeat(20_000_001));
    assert.deepEqual([records.length, problems.map(({ code }) => code)], [0, ['paste-too-large']]);
  });

  it('without a word says so', async () => {
    assert.deepEqual((await read(' \n\u00a0\u200b')).problems.map(({ code }) => code), ['paste-empty']);
  });
});

/** Texts that make careless readers slow, by how often their heart is repeated. */
const attacks: { readonly [name: string]: (times: number) => string } = {
  'open braces': (n) => '{'.repeat(n),
  'open JSON objects': (n) => '{"a":'.repeat(n),
  'JSON strings that never end': (n) => '{"a":"'.repeat(n),
  'open JSON lists': (n) => '[{"a":1},'.repeat(n),
  'entries never closed': (n) => '@a{k, '.repeat(n),
  'entries never closed, on lines': (n) => '@book{k, title = {x\n'.repeat(n),
  'fields never closed': (n) => `@book{k, ${'title = {x\n'.repeat(n)}`,
  'fields on one line in an open entry': (n) => `@book{k, ${'t={x}, '.repeat(n)}`,
  'quotes in braces': (n) => `@book{k, ${'t = "{\n'.repeat(n)}${'}'.repeat(n)}}`,
  'at signs': (n) => '@'.repeat(n),
  'comments never closed': (n) => '@comment{ '.repeat(n),
  'RIS records never closed': (n) => 'TY  - JOUR\nTI  - x\n\n'.repeat(n),
  'blank lines in RIS': (n) => `TY  - JOUR\nAB  - x${'\n'.repeat(n)}x`,
  'RIS beginnings on one line': (n) => 'TY  - JOUR '.repeat(n),
  'page beginnings': (n) => 'Click the star to add/remove an item to/from your individual schedule.\n'.repeat(n),
  'papers': (n) => `Accepted papers\n${'T\nA B (X)\nAbstract\n'.repeat(n)}`,
  'paper after paper': (n) => 'Log in\nAccepted Paper:\nT\nAbstract:\nx\n'.repeat(n),
  'brackets in a byline': (n) => `Accepted Paper:\nT\n${'('.repeat(n)}\nAbstract:\nPanel POL1`,
  'abstract labels': (n) => `Accepted Paper:\nT\n${'Abstract:\n'.repeat(n)}`,
  'panel lines': (n) => `Accepted Paper:\nT\nAbstract:\n${'Panel A1\n'.repeat(n)}`,
  'convenors': (n) => `Accepted papers\nAbstract\n${'Convenors: A B (X)\n'.repeat(n)}`,
  'codes of quoted-printable': (n) => `=3D${'=C3=A9='.repeat(n)}`,
  'soft line breaks': (n) => '=\n'.repeat(n),
  'entities': (n) => '&amp;'.repeat(n),
  'entities quoting': (n) => '&gt; '.repeat(n),
  'misread letters': (n) => 'Ã©'.repeat(n),
  'misread Cyrillic letters': (n) => `${'Р°'.repeat(n)}x`,
  'smart quotes': (n) => `{“a”: ${'“, '.repeat(n)}`,
  'accents in accents': (n) => `@book{k, title = {${'\\\''.repeat(n)}}}`,
  'braces in a title': (n) => `@book{k, title = {${'{'.repeat(n)}${'}'.repeat(n)}}}`,
  'names': (n) => `@book{k, author = {${'A, B and '.repeat(n)}}}`,
  'names without an and': (n) => `@book{k, author = {${'van der '.repeat(n)}}}`,
  'parents': (n) => Array.from({ length: Math.ceil(n / 4) }, (_, index) => `@book{k${index}, crossref = {k${index + 1}}}`).join('\n'),
  'kin of kin': (n) => Array.from({ length: Math.ceil(n / 4) }, (_, index) => `@xdata{k${index}, xdata = {k${index + 1}, k${index + 2}, k${index + 3}, k${index - 1}}}`).join('\n'),
  'dollars': (n) => `@book{k, title = {${'$^'.repeat(n)}}}`,
  'spaces': (n) => `x${' '.repeat(n)}x`,
  'no-break spaces': (n) => '\u00a0x'.repeat(n),
  'DOI-like words': (n) => '10.5555/a'.repeat(n),
  'closing brackets behind a DOI': (n) => `10.5555/abcd${')'.repeat(n)}`,
  'lists of nothing': (n) => '[a]'.repeat(n),
};

describe('Words that every object knows', () => {
  it('are words in a paste', async () => {
    for (const word of Object.getOwnPropertyNames(Object.prototype)) for (const text of [word, `${word} and more <![CDATA[ ${word}`, `Lee, A. (2001). ${word} “${word}”. ${word}, 3(1), 2–9. ${word}`, `[@key, p. 3]${word}-->@/b> (22. ${word} as Barometers.`]) {
      await parsePaste(text, { engine: directEngine });
    }
  });
});

describe('The time that reading takes', function () {
  this.timeout(60_000);

  for (const [name, attack] of Object.entries(attacks)) {
    it(`grows with the length of the text and no faster: ${name}`, async () => {
      await growsWithSize((times) => read(attack(times)), Math.ceil(8_000 / attack(1).length));
    });
  }
});
