/** What came from RIS or BibLaTeX is written back whole: read, written and read again, it says the same. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { writeBibliography, type ExportFormat } from '../../../src/core/exports';
import { parsePaste } from '../../../src/core/parsing';
import type { Item } from '../../../src/core/source';
import { directEngine } from '../../doubles/directEngine';
import { patience, runs } from '../../reliability/tier';

const folder = join(process.cwd(), 'test', 'fixtures', 'pastes');
const texts = (kind: RegExp): readonly (readonly [string, string])[] =>
  readdirSync(folder).filter((file) => kind.test(file) && file.endsWith('.txt')).map((file) => [file, readFileSync(join(folder, file), 'utf8')] as const);

const bench = join(process.cwd(), 'test', 'bench', 'reading');
/** The pastes of the bench in which such a record stands. */
const pasted = (sign: RegExp): readonly (readonly [string, string])[] =>
  readdirSync(bench, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.txt')).map((file) => [file, readFileSync(join(bench, file), 'utf8')] as const).filter(([, text]) => sign.test(text));

/** The items of a text that came in this format, each with a key of its own, in the order in which they are written. */
async function itemsOf(text: string, format: 'bibtex' | 'ris'): Promise<readonly Item[]> {
  const { records } = await parsePaste(text, { engine: directEngine });
  return records.filter((record) => record.format === format).map(({ item }, index) => ({ ...item, id: item.id === '' ? `k${String(index).padStart(3, '0')}` : item.id }))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** Without its key, which may lose a blank, and what says how it was read and what it was merged with; keywords one by one. */
function told({ custom = {}, id: _, keyword, ...item }: Item): unknown {
  const rest = Object.fromEntries(Object.entries(custom).filter(([name]) => name !== 'review' && name !== 'merged'));
  const words = typeof keyword === 'string' ? { keyword: keyword.split(/[,;]/u).map((word) => word.trim()) } : {};
  return { ...item, ...words, ...(Object.keys(rest).length === 0 ? {} : { custom: rest }) };
}

async function assertComesBack(text: string, reading: 'bibtex' | 'ris', format: ExportFormat): Promise<void> {
  const items = await itemsOf(text, reading);
  const written = writeBibliography(items, format);
  assert.deepEqual((await itemsOf(written, reading)).map(told), items.map(told), written);
}

const letters = fc.stringMatching(/^[\p{Lu}][\p{Ll}]{1,8}$/u).filter((word) => word.normalize('NFC') === word && !/^(?:And|Others)$/u.test(word));
const words = fc.array(fc.oneof(letters, fc.constantFrom('of', 'the', 'a', '&', '50%', '$5', '#1', 'x_y', 'é')), { minLength: 1, maxLength: 6 }).map((list) => list.join(' '));
const person = fc.tuple(letters, letters).map(([family, given]) => `${family}, ${given}`);
const year = fc.integer({ min: 1500, max: 2030 }).map(String);
const number = fc.integer({ min: 1, max: 900 }).map(String);

/** Tags with values that fit them; those at the end have no place in CSL. */
const risTag = fc.oneof(
  fc.tuple(fc.constantFrom('AU', 'A2', 'A3', 'A4', 'ED', 'TA'), person), fc.tuple(fc.constantFrom('TI', 'T2', 'T3', 'JF', 'JA', 'PB', 'CY', 'KW', 'ST'), words),
  fc.tuple(fc.constantFrom('VL', 'IS', 'SP', 'ET', 'NV', 'C7'), number), fc.tuple(fc.constantFrom('PY', 'Y1'), year),
  fc.tuple(fc.constant('DA'), fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}/${String(m).padStart(2, '0')}/09/`)),
  fc.tuple(fc.constantFrom('N1', 'AD', 'U1', 'U2', 'C1', 'TT', 'L1', 'AN', 'DP', 'M1'), words),
);
const risType = fc.constantFrom('JOUR', 'BOOK', 'CHAP', 'CONF', 'RPRT', 'THES', 'ELEC', 'NEWS', 'PAT', 'GEN', 'ENCYC', 'PCOMM', 'CASE', 'DATA', 'FIGURE', 'MPCT', 'BILL');
const repeated = /^(?:A[UD1-4]|ED|TA|KW|N1|U\d)$/u;
const risTags = fc.uniqueArray(risTag, { minLength: 1, maxLength: 14, selector: ([tag, value]) => (repeated.test(tag) ? tag + value : tag) });
const risRecord = fc.tuple(risType, risTags)
  .map(([type, tags]) => `TY  - ${type}\n${tags.map(([tag, value]) => `${tag}  - ${value}\n`).join('')}ER  - \n`);

const bibField = fc.oneof(
  fc.tuple(fc.constantFrom('author', 'editor', 'translator', 'bookauthor'), fc.array(person, { minLength: 1, maxLength: 3 }).map((list) => list.join(' and '))),
  fc.tuple(fc.constantFrom('title', 'subtitle', 'booktitle', 'journaltitle', 'maintitle', 'series', 'publisher', 'location', 'note', 'eventtitle', 'shorttitle', 'institution', 'type'), letters),
  fc.tuple(fc.constantFrom('volume', 'number', 'edition', 'chapter', 'volumes', 'pagetotal', 'part', 'issue', 'eid'), number),
  fc.tuple(fc.constantFrom('date', 'urldate', 'origdate', 'eventdate'), fc.tuple(year, fc.integer({ min: 10, max: 12 })).map(([y, m]) => `${y}-${m}`)),
  fc.tuple(fc.constantFrom('keywords', 'langid', 'pages', 'doi'), fc.constantFrom('german', 'swahili')),
  fc.tuple(fc.constantFrom('shorthand', 'userb', 'verba', 'library', 'eprint', 'file', 'bdsk-url-1', 'holder', 'timestamp', 'editorb', 'nameaddon'), letters),
);
const bibType = fc.constantFrom('article', 'book', 'incollection', 'inproceedings', 'report', 'thesis', 'online', 'misc', 'unpublished', 'patent', 'mvbook', 'periodical', 'letter', 'software', 'dataset');
const bibEntry = fc.tuple(bibType, fc.uniqueArray(bibField, { minLength: 1, maxLength: 14, selector: ([name]) => name }))
  .map(([type, fields]) => `@${type}{k,\n${fields.filter(([name]) => name !== 'journaltitle' || type === 'article').map(([name, value]) => `  ${name} = {${value}},\n`).join('')}}\n`);

/** Works of which nothing was kept as it was written. */
const fromElsewhere: readonly Item[] = [
  { id: 'k', type: 'article-journal', title: 'Bridges of Rope', 'title-short': 'Bridges', author: [{ family: 'Okafor', given: 'Adaeze' }], 'container-title': 'Journal of Crossings', volume: '12', issue: '3', page: '45-67', issued: { 'date-parts': [[2019]] },
    language: 'en', DOI: '10.1234/bridges.12', URL: 'https://example.org/bridges', ISSN: '1234-5679', source: 'A Catalogue', note: 'A remark', abstract: 'What bridges are made of.', 'call-number': 'QA 76' },
  { id: 'k', type: 'book', title: 'Rivers', author: [{ family: 'Lee', given: 'Min' }], editor: [{ family: 'Diaz', given: 'Ana' }], publisher: 'A Press', 'publisher-place': 'Lagos', edition: '2', 'number-of-volumes': '3', 'collection-title': 'Waters', issued: { 'date-parts': [[2001]] },
    language: 'de', ISBN: '9780306406157', URL: 'https://example.org/rivers', archive_location: 'Box 4', abstract: 'Of rivers.' },
];

describe('A record written back', function () {
  this.timeout(patience(60_000));

  for (const [file, text] of [...texts(/^(?:ris|mixed)/u), ...pasted(/^TY {1,3}-/mu)]) it(`as RIS says what it said: ${file}`, () => assertComesBack(text, 'ris', 'ris'));
  for (const [file, text] of [...texts(/^(?:bib|mixed)/u), ...pasted(/^@[A-Za-z]+\s?\{/mu)]) it(`as BibLaTeX says what it said: ${file}`, () => assertComesBack(text, 'bibtex', 'biblatex'));

  // What came from RIS keeps beside it what its own record said, which would make up for a field that is no longer written.
  for (const work of fromElsewhere) it(`as RIS says each field of one that came from elsewhere: ${work.type}`, async () => {
    const [read] = await itemsOf(writeBibliography([work], 'ris'), 'ris');
    const { id: _, ...said } = work;
    assert.deepEqual(Object.fromEntries(Object.keys(said).map((field) => [field, read?.[field]])), said);
  });

  it('as RIS says what it said, whatever its tags', () =>
    fc.assert(fc.asyncProperty(risRecord, (text) => assertComesBack(text, 'ris', 'ris')), { numRuns: runs(200) }));

  it('as BibLaTeX says what it said, whatever its fields', () =>
    fc.assert(fc.asyncProperty(bibEntry, (text) => assertComesBack(text, 'bibtex', 'biblatex')), { numRuns: runs(200) }));
});

describe('The number of a book in a series', () => {
  it('stays its number in the series, whatever remark stands beside it and wherever that says what the title of the series says', async () => {
    for (const remark of ['x_y', 'a remark', '12/13']) {
      const text = `TY  - BOOK\nM1  - ${remark}\nT2  - x_y\nIS  - 1\nER  - \n`;
      const [item] = await itemsOf(text, 'ris');
      assert.deepEqual([item?.['collection-number'], item?.issue], ['1', undefined], remark);
      await assertComesBack(text, 'ris', 'ris');
    }
  });
});

describe('A book in a series that has a number of its own', () => {
  it('has it again when it was written back', () => assertComesBack('TY  - BOOK\nC7  - 1\nSP  - 2\nT2  - of\nIS  - 2\nAU  - Aa, Aa\nER  - \n', 'ris', 'ris'));
});

describe('A RIS record that says twice what an item has once', () => {
  it('is written back with both', async () => {
    const [item] = await itemsOf('TY  - JOUR\nTI  - Sheds\nDO  - 10.5555/sheds.1\nDO  - 10.5555/sheds.2\nN2  - Of sheds.\nAB  - Of the sheds on the pier.\nER  - \n', 'ris');
    assert.deepEqual([item?.DOI, item?.abstract], ['10.5555/sheds.1', 'Of the sheds on the pier.']);
    const written = writeBibliography(item === undefined ? [] : [item], 'ris');
    for (const value of ['DO  - 10.5555/sheds.1', 'DO  - 10.5555/sheds.2', 'N2  - Of sheds.', 'AB  - Of the sheds on the pier.']) assert.ok(written.includes(value), `${value} in ${written}`);
  });
});

describe('An entry of BibLaTeX that says how it is to be sorted and printed', () => {
  it('is written back with that', async () => {
    const [item] = await itemsOf('@book{k, author={van Pier, Ida}, title={Sheds}, date={1999}, options={useprefix=true}, sortkey={Pier}, label={VP}}', 'bibtex');
    const written = writeBibliography(item === undefined ? [] : [item], 'biblatex');
    for (const field of [/options\s*=\s*\{useprefix=true\}/u, /sortkey\s*=\s*\{Pier\}/u, /label\s*=\s*\{VP\}/u]) assert.match(written, field);
  });
});
