/** The index of a bibliography: it says the same as the whole reading, of each entry that there is. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { indexBibliography, readBibliography } from '../../../src/core/parsing';
import type { BibliographyRecord } from '../../../src/core/parsing';
import { directEngine } from '../../doubles/directEngine';
import { growsWithSize, repeated } from '../../doubles/growth';

const shownOf = ({ item: { id, type, title, author, editor, issued }, span }: BibliographyRecord): object => JSON.parse(JSON.stringify({ id, type, title, author, editor, issued, span })) as object;

async function agrees(text: string): Promise<number> {
  const { records } = await readBibliography(text, 'bibtex', directEngine);
  const index = await indexBibliography(text, undefined);
  assert.deepEqual(index.map(({ item, span }) => ({ ...item, span })), records.map(shownOf), text);
  return records.length;
}

const fields = ['title', 'subtitle', 'titleaddon', 'maintitle', 'author', 'editor', 'editora', 'editortype', 'namea', 'nameatype', 'date', 'year', 'month', 'day', 'crossref', 'xdata', 'csl-type', 'csl-title', 'entrysubtype', 'eventtitle', 'abstract', 'file', 'TITLE'];
const values = [
  '{Lee, Ann and Kim, Bo}', '{A {B} c \\} d}', '"x \\& {"y"}"', '"Plain"', '{2014-03/2015-05}', '2012', 'mar', 'jan # "~5"', 'own', '{}', '{ }', '{M{\\"u}ller, J. and others}', '{50\\% -- a % comment\n next}', '{k1}', '{K2, k3}',
  '{editor}', '{translator}', '{author}', '{article-newspaper}', '{&amp; so}', '{writes to ann@example.org}', '{as in @book{x, title={Y}}}', '{magazine}', '{a\u00a0b  ﬁ}', '{open', '"open', '{shut}}', '{a} b',
];
const kinds = ['article', 'book', 'mvbook', 'incollection', 'proceedings', 'unpublished', 'misc', 'xdata', 'string', 'comment', 'Strange'];
const field = fc.tuple(fc.constantFrom(...fields), fc.constantFrom(' = ', '=', '\n  =\t'), fc.constantFrom(...values), fc.constantFrom(',', ',,', '\n,', '', ' # '));
const entry = fc.tuple(fc.constantFrom(...kinds), fc.constantFrom('k1', 'K2', 'k3', 'Lee:2014+a', 'lee 2014', ''), fc.array(field, { maxLength: 6 }), fc.constantFrom('}\n', '\n}\n\n', '}, \n', ')', '', '} '), fc.constantFrom('@', '% @', ' @', '@ '))
  .map(([kind, key, all, end, at]) => `${at}${kind}{${key},\n${all.map((parts) => `  ${parts.join('')}`).join('\n')}${end}`);
const bibliography = fc.array(entry, { maxLength: 8 }).map((all) => `@string{own = "Macro"}\n${all.join('')}`);

describe('The index of a bibliography', () => {
  it('says of every entry what the whole reading says', () => fc.assert(fc.asyncProperty(bibliography, async (text) => void await agrees(text)), { numRuns: 400 }));

  it('says of every paste with entries what the whole reading says', async () => {
    const folder = join(process.cwd(), 'test', 'fixtures', 'pastes');
    let entries = 0;
    for (const name of readdirSync(folder).filter((one) => one.endsWith('.txt'))) {
      const text = readFileSync(join(folder, name), 'utf8');
      if (/@[A-Za-z]+[{(]/u.test(text)) entries += await agrees(text);
    }
    assert.ok(entries > 10, `${entries}`);
  });

  it('hands down what entries inherit, over several generations and in circles', async () => {
    assert.equal(await agrees('@incollection{a, author={Lee, Ann}, crossref={b}}\n@book{b,\n crossref = {c},\n editor = {Kim, Bo}}\n@mvbook{c,\n title = {Whole},\n date = {2001},\n crossref = {B}\n}\n@xdata{d, date={1999}}\n@book{e, xdata={d}}\n'), 4);
  });

  it('takes time that grows with the text, however it is broken', async () => {
    for (const piece of ['@book{k,\n title = {T},\n year = 2014\n}\n', '@book{k, title = {', '@book{k,\n title = "{T",\n', '@incollection{a, crossref={a}}\n', '\n@book{k,\n abstract = {{\\', '”,', '&#', '=3']) {
      await growsWithSize((length) => indexBibliography(repeated(piece, length), undefined), 40_000);
    }
  });
});
