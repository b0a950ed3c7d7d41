/** The sample that `npm start` opens promises things in its START HERE.md; here it is held to them. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findCitations } from '../../src/core/citations';
import type { Syntax } from '../../src/core/citations';
import { findSame, identitiesOf, newSourceFile, readSourceFile } from '../../src/core/library';
import { codebookFrom, findPassage, resolveTag, searchText } from '../../src/core/notes';
import { parsePaste } from '../../src/core/parsing';
import { kindOf, kinds, relations, stances } from '../../src/core/source';
import { similarTags, tagTree } from '../../src/core/tagging';
import { directEngine } from '../doubles/directEngine';

const sample = join(process.cwd(), 'media', 'sample');
const text = (...path: string[]): string => readFileSync(join(sample, ...path), 'utf8');
const names = (folder: string, ending: string): string[] => readdirSync(join(sample, folder)).filter((name) => name.endsWith(ending));

const sources = names('sources', '.md').map((name) => ({ name, file: readSourceFile(text('sources', name)) }));
const notes = sources.flatMap(({ file }) => file.notes.map(({ note }) => note));
const coders = ['anna', 'bekzod', 'mei'];
/** Spellings that the codebook does not know, left for *Find Similar Tags* to find. */
const spelledOtherwise = ['elite-preference', 'strategic-hedging', 'un-votes', 'нейтралитет'];
const keys = new Set(sources.map(({ file }) => file.item.id));
const codebook = async () => {
  const [outcome] = await directEngine.readYaml([text('sources', 'codebook.yaml')]);
  assert.ok(outcome?.ok);
  return codebookFrom(outcome.value);
};

describe('the sample', () => {
  it('has twelve sources of several types, scripts and languages', () => {
    assert.equal(sources.length, 12);
    const types = new Set(sources.map(({ file }) => file.item.type));
    for (const type of ['article-journal', 'paper-conference', 'book', 'chapter', 'report', 'thesis', 'dataset'] as const) assert.ok(types.has(type), type);
    for (const script of ['Cyrillic', 'Arabic', 'Han', 'Latin']) {
      assert.ok(sources.some(({ file }) => new RegExp(`\\p{Script=${script}}{2}`, 'u').test(file.item.title ?? '')), script);
    }
    assert.equal(new Set(sources.map(({ file }) => file.item['language'])).size, 7);
  });

  it('has forty notes and more, of three coders, of every stance, kind and relation', () => {
    assert.ok(notes.length >= 40);
    assert.deepEqual([...new Set(notes.map((note) => note.author))].sort(), coders);
    assert.deepEqual(stances.filter((stance) => !notes.some((note) => note.stance === stance)), []);
    assert.deepEqual(kinds.filter((kind) => !notes.some((note) => kindOf(note) === kind)), []);
    assert.deepEqual(relations.filter((relation) => !notes.some((note) => note.links?.some((link) => link.relation === relation))), []);
  });

  it('relates notes to others that are there', () => {
    const places = new Set(sources.flatMap(({ file }) => file.notes.map(({ note }) => `${file.item.id}#${note.id ?? ''}`)));
    const targets = notes.flatMap(({ links = [] }) => links.map(({ target }) => target));
    assert.ok(targets.length >= 10);
    assert.deepEqual(targets.filter((target) => !places.has(target)), []);
  });

  for (const { name, file } of sources) {
    it(`${name} is read without a problem and is what we would write`, () => {
      assert.deepEqual(file.problems, []);
      assert.deepEqual(file.yaml, []);
      assert.equal(name, `${file.item.id}.md`);
      const written = newSourceFile({ item: file.item, notes: file.notes.map(({ note }) => note), pasted: file.pasted, authors: coders });
      assert.equal(written, file.text);
    });

    it(`${name} holds each quotation where its anchor says`, () => {
      const quotes = file.notes.map(({ note }) => note).filter((note) => note.quote !== undefined);
      assert.ok(quotes.length > 0);
      for (const { quote = '', anchor } of quotes) {
        const at = anchor?.at ?? -1;
        assert.deepEqual(findPassage(searchText(file.item.abstract ?? ''), quote, anchor), { span: { start: at, end: at + quote.length }, similarity: 1 });
      }
    });
  }

  it('uses invented identifiers only', () => {
    const prefixes = [...names('to-paste', '.txt').map((name) => text('to-paste', name)), ...sources.map(({ file }) => file.text)]
      .flatMap((one) => [...one.matchAll(/10\.\d{4,9}\//g)].map(([prefix]) => prefix));
    assert.deepEqual([...new Set(prefixes)], ['10.5555/']);
  });

  it('has no note id twice', () => {
    const ids = sources.flatMap(({ file }) => file.notes.map(({ note }) => note.id));
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(!ids.includes(undefined));
  });

  it('has a codebook of all coders that knows every tag but the few that are spelled otherwise', async () => {
    const { codebook: book, problems } = await codebook();
    assert.deepEqual(problems, []);
    assert.deepEqual(book.team, coders);
    const tags = new Set([...notes.flatMap((note) => note.tags), ...sources.flatMap(({ file }) => file.item.tags ?? [])]);
    assert.deepEqual([...tags].filter((tag) => !book.tags.has(resolveTag(tag, book))).sort(), spelledOtherwise);
    for (const [tag, entry] of book.tags) assert.ok(entry.definition && entry.guid && entry.label?.['kk'], tag);
    assert.equal(new Set([...book.tags.values()].map(({ guid }) => guid)).size, book.tags.size);
  });

  it('has just these spellings for Find Similar Tags to find, each led to the tag that is meant', async () => {
    const library = { sources: new Map(sources.map(({ file }) => [file.item.id, { handle: file.item.id, item: file.item, notes: file.notes.map(({ note }) => note) }])), codebook: (await codebook()).codebook };
    const pairs = similarTags(tagTree(library), library.codebook).map(({ from, to }) => [from, to]);
    assert.deepEqual(pairs.sort(), [['elite-preference', 'elite-preferences'], ['strategic-hedging', 'hedging'], ['un-votes', 'un-voting'], ['нейтралитет', 'foreign-policy/neutrality']]);
  });

  it('spells tags in several ways, nests them, and gives colours to the widest', async () => {
    const { codebook: book } = await codebook();
    const used = new Set(notes.flatMap((note) => note.tags));
    assert.ok([...used].some((tag) => resolveTag(tag, book) !== tag));
    assert.ok([...used].some((tag) => tag.split('/').length === 3));
    for (const [tag, { colour }] of book.tags) assert.ok(tag.includes('/') || colour, tag);
  });

  for (const [name, syntax] of [['article.md', 'markdown'], ['article.tex', 'latex']] as const satisfies [string, Syntax][]) {
    it(`${name} cites only what is there, with locators, and names the generated bibliography`, () => {
      const draft = text(name);
      const cited = findCitations(syntax, draft).flatMap((citation) => citation.keys);
      assert.ok(cited.length >= 5 && cited.some((key) => key.locator !== undefined));
      assert.deepEqual(cited.map(({ key }) => key).filter((key) => !keys.has(key)), []);
      assert.match(draft, /references\.bib/);
    });
  }

  it('START HERE.md cites nothing', () => {
    assert.deepEqual(findCitations('markdown', text('START HERE.md')), []);
  });

  const expected: { readonly [name: string]: readonly string[] } = {
    'bibtex.txt': ['article-journal', 'thesis', 'book'],
    'conference-page.txt': ['paper-conference'],
    'csl-json.txt': ['article-journal', 'report'],
    'index-record.txt': ['article-journal'],
    'mixed.txt': ['paper-conference', 'chapter', 'report'],
    'ris.txt': ['article-journal', 'chapter'],
  };
  it('has every text to paste in the table of what it gives', () => {
    assert.deepEqual(names('to-paste', '.txt').sort(), Object.keys(expected).sort());
  });

  for (const [name, types] of Object.entries(expected)) {
    it(`${name} gives ${types.join(', ')} when pasted`, async () => {
      const { records } = await parsePaste(text('to-paste', name), { engine: directEngine });
      const read = records.filter(({ format }) => format !== 'text');
      assert.deepEqual(read.map(({ item }) => item.type), types);
      for (const { item } of read) assert.ok(item.title && item.author?.length, item.title);
    });
  }

  it('bibtex.txt holds one source that the sample has already', async () => {
    const { records } = await parsePaste(text('to-paste', 'bibtex.txt'), { engine: directEngine });
    const items = sources.map(({ file }) => ({ item: file.item }));
    assert.ok(identitiesOf(items[0]!.item).length > 0);
    assert.deepEqual(records.filter(({ item }) => findSame(item, items)).map(({ item }) => item.id), ['okonkwo2019']);
  });

  it('index-record.txt leaves a volume to look at', async () => {
    const { records } = await parsePaste(text('to-paste', 'index-record.txt'), { engine: directEngine });
    assert.deepEqual(Object.keys(records[0]?.item.custom?.['review'] ?? {}), ['volume']);
  });
});
