/** What a person writes into files by hand, and what is asked of a library seldom: each is understood, or left and told. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, replacing } from '../../../src/core/edits';
import { differencesInWords, noEarlierVersion, noneKept } from '../../../src/core/history';
import {
  addPasted, alternativesTo, chooseReading, conflictCopy, entryKeyAt, filesOtherwiseEncoded, keysPutBack, keysToRename, LibraryStore, loadSiteProfiles, newSourceFile, readManyQuietly, readRawQuietly, readSourceFile, removePasted,
  renamedSecondKeys, reviewProblems, surenessOf, tagChoices, takeOffers, valueInWords,
} from '../../../src/core/library';
import type { Item, Json } from '../../../src/core/source';
import { directEngine } from '../../doubles/directEngine';
import { MemoryFiles } from '../../doubles/memoryFiles';

/** The item of a file whose front matter has these lines. */
const itemOf = (...lines: readonly string[]): Item => readSourceFile(['---', 'id: a', ...lines, '---', '<!-- end -->', ''].join('\n')).item;

async function open(texts: { [path: string]: string }, files = new MemoryFiles(texts)): Promise<{ readonly store: LibraryStore; readonly files: MemoryFiles }> {
  const settings = { folder: 'sources', bibliography: '', keyPattern: '[auth][year]', author: 'anna' };
  const store = new LibraryStore({ files, engine: directEngine, now: () => '2026-09-14T10:22:05Z', random: Math.random, confirm: () => Promise.resolve(false), settings: () => settings });
  await store.load();
  return { store, files };
}

describe('front matter by hand', () => {
  it('has dates as a year, a day, a stretch, a season or words', () => {
    const dates: readonly (readonly [string, Item['issued']])[] = [
      ['2019', { 'date-parts': [[2019]] }], ['2019-05-07', { 'date-parts': [[2019, 5, 7]] }], ['2019~', { 'date-parts': [[2019]], circa: true }], ['2019/2021', { 'date-parts': [[2019], [2021]] }],
      ['2019-22', { 'date-parts': [[2019]], season: 2 }], ['2019-25', { 'date-parts': [[2019, 25]] }], ['forthcoming', { literal: 'forthcoming' }], ['2019/2020/2021', { literal: '2019/2020/2021' }], ['""', undefined],
      ['true', undefined], ['{"date-parts":[["2019","5"]]}', { 'date-parts': [[2019, 5]] }], ['{"date-parts":["2019"]}', { 'date-parts': [[2019]] }], ['{"literal":"soon"}', { literal: 'soon' }],
    ];
    for (const [written, date] of dates) assert.deepEqual(itemOf(`issued: ${written}`).issued, date, written);
  });

  it('has names as people write them, one or a list', () => {
    const names: readonly (readonly [string, Item['author']])[] = [
      ['"Lee, Ann"', [{ family: 'Lee', given: 'Ann' }]], ['"World Bank"', [{ literal: 'World Bank' }]], ['", Ann"', [{ literal: ', Ann' }]], ['["Lee, Ann",{"family":"Kim"},7]', [{ family: 'Lee', given: 'Ann' }, { family: 'Kim' }]],
    ];
    for (const [written, author] of names) assert.deepEqual(itemOf(`author: ${written}`).author, author, written);
  });

  it('has numbers as text, tags with or without their sign, and a type that is told when nobody knows it', () => {
    assert.deepEqual([itemOf('volume: 3').volume, itemOf('tags: ["#a",7,{"b":1}]').tags, itemOf('tags: one').tags], ['3', ['a', '7'], ['one']]);
    for (const type of ['thing', '{"a":1}']) {
      const file = readSourceFile(`---\nid: a\ntype: ${type}\n---\n<!-- end -->\n`);
      assert.deepEqual([file.item.type, file.problems.map(({ code }) => code)], ['document', ['type-unknown']]);
    }
  });
});

describe('pasted texts of a file', () => {
  it('find their place in a file that has no end, and go one by one', () => {
    const open = '---\nid: a\n---\n\n# Abstract\n\nWords';
    const once = applyEdits(open, addPasted(readSourceFile(open), 'first'));
    assert.equal(once, `${open}\n\n# As pasted\n\n~~~text\nfirst\n~~~\n`);
    const twice = applyEdits(once, addPasted(readSourceFile(once), 'second'));
    assert.deepEqual(readSourceFile(twice).pasted, ['first', 'second']);
    assert.deepEqual(readSourceFile(applyEdits(twice, removePasted(readSourceFile(twice), 0))).pasted, ['second']);
    assert.deepEqual(removePasted(readSourceFile(twice), 2), []);
  });
});

describe('one text in place of another', () => {
  const line = fc.constantFrom('a\n', 'b\r\n', 'ab\n', '\n', 'b', '🧭\n', '🧭 x\n');
  const text = fc.array(line, { maxLength: 6 }).map((lines) => lines.join(''));
  it('is one edit of whole lines, and leaves those that both begin and end with', () => {
    fc.assert(fc.property(text, text, (before, after) => {
      const edit = replacing(before, after);
      assert.equal(applyEdits(before, [edit]), after);
      assert.ok(edit.start === 0 || before[edit.start - 1] === '\n');
    }), { numRuns: 2000 });
    assert.deepEqual(replacing('one\ntwo\nthree\n', 'one\n2\nthree\n'), { start: 4, end: 8, text: '2\n' });
    assert.deepEqual(replacing('one\ntwo', 'one\n2'), { start: 4, end: 7, text: '2' });
  });
});

describe('what differs in an earlier version', () => {
  const file = (notes: number, fields: object = {}): string => newSourceFile({
    item: { id: 'a', type: 'book', ...fields } as Item, notes: Array.from({ length: notes }, (_, n) => ({ id: `n0000000${n}`, author: 'anna', tags: ['x'], text: `Note ${n}.` })),
  });
  it('is said in few words: notes, fields and lines', () => {
    assert.equal(differencesInWords(file(1), file(1)), 'the same as now');
    assert.match(differencesInWords(file(1, { title: 'One' }), file(1, { title: 'Other' })), /^1 note · other title · 1 line back, 1 away$/u);
    assert.match(differencesInWords(file(1), file(3)), /^1 note, 2 fewer · 0 lines back, /u);
    assert.match(differencesInWords(file(2), file(0)), /^2 notes, 2 more · \d+ lines back, 0 away$/u);
    assert.match(differencesInWords(file(2, { title: 'A', volume: '1', issue: '2', page: '3', note: 'x' }), file(2)), /^2 notes · other (?:\w+, ){3}\w+ … · /u);
    assert.doesNotMatch(differencesInWords(file(1), '\0\0'), /other/u);
  });

  it('or that there is none, is told with where else to look', () => {
    const said = [noEarlierVersion('a.md', 0), noEarlierVersion('a.md', 1), noEarlierVersion('a.md', 2), noneKept()];
    assert.deepEqual(said.map(({ code }) => code), ['no-earlier-version', 'no-earlier-version', 'no-earlier-version', 'no-earlier-versions']);
    assert.match(said[1]?.message ?? '', /^The 1 earlier version of a\.md/u);
    assert.match(said[2]?.message ?? '', /^The 2 earlier versions of a\.md/u);
  });
});

describe('what is told of many files', () => {
  const names = ['a.md', 'b.md', 'c.md', 'd.md', 'e.md'];
  it('names three of them, counts the others, and speaks of one as of one', () => {
    assert.match(filesOtherwiseEncoded(names).message, /^a\.md, b\.md, c\.md and 2 more were left as they are/u);
    assert.match(filesOtherwiseEncoded(['a.md']).message, /^a\.md was left as it is/u);
    assert.match(keysToRename(1, 1).message, /^1 key would be renamed in 1 file:/u);
    assert.match(keysToRename(2, 3).message, /^2 keys would be renamed in 3 files:/u);
    assert.match(keysPutBack([], []).message, /^The renaming was stopped\. Everything is as it was/u);
    assert.match(keysPutBack(names, ['a.md']).message, /^a\.md, b\.md, c\.md and 2 more changed .* but for a\.md/u);
    assert.match(conflictCopy('a.md', 0).message, /no source of its own\. /u);
    assert.match(conflictCopy('a.md', 1).message, /its note is not shown/u);
    assert.match(conflictCopy('a.md', 2).message, /its 2 notes are not shown/u);
  });
});

describe('a field to look at', () => {
  const review = (fields: Json): Item => ({ id: 'a', type: 'book', title: 'T', volume: '3', custom: { review: fields } });
  it('makes a source as sure as itself: by what its reader says, less so when there is only an offer', () => {
    assert.equal(surenessOf({ id: 'a', type: 'book' }), 1);
    assert.equal(surenessOf(review({ volume: { why: 'x', sure: 0.8 } })), 0.8);
    assert.equal(surenessOf(review({ volume: { why: 'x' }, issue: { why: 'y' } })), 0.4);
    assert.equal(surenessOf(review({ volume: { why: 'x' } })), 0.6);
  });

  it('gives what is offered when the person takes it, and is settled', () => {
    const item = review({ volume: { why: 'x', offer: '4' }, issue: { why: 'y' } });
    assert.deepEqual(takeOffers(item, ['volume', 'issue']), { volume: '4', custom: undefined });
    assert.deepEqual(takeOffers(item, ['volume']), { volume: '4', custom: { review: { issue: { why: 'y' } } } });
    assert.deepEqual(alternativesTo(item, 'volume'), ['4']);
  });

  it('changes places with another reading of the same work', () => {
    const item: Item = { id: 'a', type: 'book', title: 'One', custom: { merged: [{ why: 'same DOI', other: { title: 'Two' }, replaced: { volume: '1' } }, 'odd'] } };
    assert.deepEqual(alternativesTo(item, 'title'), ['Two']);
    assert.deepEqual(chooseReading(item, 'title', 'Two'), { title: 'Two', custom: { merged: [{ why: 'same DOI', other: { title: 'One' }, replaced: { volume: '1' } }, 'odd'] } });
  });

  it('is shown where it stands in the file, or where “custom” speaks of it', () => {
    const text = newSourceFile({ item: review({ volume: { why: 'unsure', offer: 'x'.repeat(300) }, issue: { why: 'offered', offer: '2' }, merged: { why: 'two works?' } }) });
    const problems = reviewProblems(readSourceFile(text));
    const places = problems.map(({ span }) => text.slice(span?.start, span?.end));
    assert.deepEqual(places, ['volume: "3"', '"issue"', '"merged"']);
    assert.ok(problems[0]?.message.includes('…') && !problems[0].message.includes('x'.repeat(200)));
  });

  it('is read out as a sentence has it', () => {
    const words = (value: Json | undefined): string => valueInWords(value);
    assert.deepEqual([words('a'), words([{ family: 'Lee', given: 'Ann' }, 'b', 3]), words({ 'date-parts': [[2019, 5]] }), words({ a: 1 }), words(7)], ['“a”', 'Lee, Ann; b; 3', '2019-05', '{"a":1}', '7']);
  });
});

describe('second keys', () => {
  it('get other names with the first, and a record without them is left alone', () => {
    const item: Item = { id: 'a', type: 'book', custom: { unmapped: { ids: 'b, c', x: '1' } } };
    assert.deepEqual(renamedSecondKeys(item, new Map([['c', 'd']])), { custom: { unmapped: { ids: 'b, d', x: '1' } } });
    assert.deepEqual(renamedSecondKeys(item, new Map([['a', 'd']])), {});
  });

  it('and first ones are found at the head of their entry, and nowhere else', () => {
    const text = '% x\n@book{lee2018,\n  title = {T},\n}\n';
    assert.deepEqual(entryKeyAt(text, 12), { key: 'lee2018', start: 10, end: 17 });
    for (const offset of [0, 5, 18, 25]) assert.equal(entryKeyAt(text, offset), undefined, String(offset));
  });
});

describe('a disk that refuses', () => {
  class Refusing extends MemoryFiles {
    override read(): Promise<never> {
      return Promise.reject(new Error('permission denied'));
    }
  }
  const refused = (thrown: unknown) => ({ read: () => Promise.reject(thrown as Error), readRaw: () => Promise.reject(thrown as Error), readMany: () => Promise.reject(thrown as Error) });

  it('gives the reason, whatever it throws, for one file, for a large one and for many', async () => {
    for (const [thrown, reason] of [[new Error('EIO'), 'EIO'], ['odd', 'odd']] as const) {
      const files = refused(thrown);
      for (const read of [await readRawQuietly(files, 'a.bib'), await readRawQuietly({ read: files.read }, 'a.bib'), ...await readManyQuietly(files, ['a.md'])]) assert.equal(read instanceof Error && read.message, reason);
    }
  });

  it('makes no profile of a site', async () => {
    const path = 'sources/profiles/mine.json';
    assert.deepEqual(await loadSiteProfiles(new MemoryFiles(), 'sources'), { profiles: [], problems: [] });
    assert.deepEqual((await loadSiteProfiles(new Refusing({ [path]: '{}' }), 'sources')).problems.map(({ code }) => code), ['profile-unusable']);
    const broken = await loadSiteProfiles(new MemoryFiles({ 'profiles/mine.json': '{' }), '');
    assert.deepEqual([broken.profiles, broken.problems.map(({ code }) => code)], [[], ['profile-unusable']]);
    const [gone, unreadable] = [new MemoryFiles({ [path]: '{}' }), new MemoryFiles({ [path]: '{}' })];
    gone.read = () => Promise.resolve(undefined);
    unreadable.read = () => Promise.resolve({ text: '', version: 'x', damaged: true });
    assert.deepEqual(await loadSiteProfiles(gone, 'sources'), { profiles: [], problems: [] });
    assert.match((await loadSiteProfiles(unreadable, 'sources')).problems[0]?.message ?? '', /not UTF-8/u);
  });

  it('changes nothing: notes, fields, the codebook and the trash say why', async () => {
    const text = newSourceFile({ item: { id: 'lee2018', type: 'book', title: 'T' }, notes: [{ id: 'n00000001', author: 'anna', tags: ['x'], text: 'Words.' }] });
    const { store, files } = await open({ 'sources/lee2018.md': text });
    const source = store.current.sources.get('lee2018')!;
    files.read = () => Promise.reject(new Error('permission denied'));
    const changes = [await store.addNote(source, { tags: ['y'], text: 'z' }), await store.setFields(source, { volume: '3' }), await store.remove(source), await store.restore('sources/lee2018.md', 'x'), await store.takeIn([], () => [{ start: 0, end: 0, text: 'tags:\n' }])];
    for (const { problems, undo } of changes) assert.deepEqual([problems.map(({ code }) => code), undo], [['not-writable'], []]);
    assert.equal(files.texts.get('sources/lee2018.md'), text);
  });
});

describe('what is asked of a library', () => {
  it('is searched in what there is now, and again when that has changed', async () => {
    const { store } = await open({ 'sources/a.md': newSourceFile({ item: { id: 'lee2018', type: 'book', title: 'Silence' } }), 'sources/b.md': newSourceFile({ item: { id: 'kim2019', type: 'book', title: 'Noise' } }) });
    assert.deepEqual((await store.search('silen')).map(({ item }) => item.id), ['lee2018']);
    assert.equal((await store.search(' ')).length, 2);
    assert.equal(await store.index(), await store.index());
    await store.setFields(store.current.sources.get('kim2019')!, { title: 'Silence too' });
    assert.equal((await store.search('silen')).length, 2);
  });

  it('are the tags to choose from, most used first, and with other names of the codebook', async () => {
    const note = (tag: string, n: number) => ({ id: `n0000000${n}`, author: 'anna', tags: [tag], text: '' });
    const { store } = await open({
      'sources/codebook.yaml': 'tags:\n  hedging:\n    definition: Keep doors open.\n    aliases: [hedge]\n    label: {ru: хеджирование}\n  unused: {}\n',
      'sources/a.md': newSourceFile({ item: { id: 'a', type: 'book' }, notes: [note('silence', 1), note('hedge', 2), note('hedging', 3)] }),
    });
    assert.deepEqual(tagChoices(store.current), [
      { tag: 'hedging', also: ['хеджирование', 'hedge'], notes: 2, definition: 'Keep doors open.' }, { tag: 'silence', also: [], notes: 1 }, { tag: 'unused', also: [], notes: 0 },
    ]);
    assert.equal(tagChoices(store.current), tagChoices(store.current));
  });

  it('is where a linked source stands in its bibliography, and no place for one with a file', async () => {
    const bib = '% ours\n@book{kim2019, title = {Noise}}\n';
    const { store } = await open({ 'library.bib': bib, 'sources/a.md': newSourceFile({ item: { id: 'lee2018', type: 'book' } }) });
    const [linked, own] = [store.current.sources.get('kim2019')!, store.current.sources.get('lee2018')!];
    const span = store.entryOf(linked);
    assert.match(bib.slice(span?.start, span?.end), /^@book\{kim2019/u);
    assert.equal(store.entryOf(own), undefined);
    assert.deepEqual([store.heldOf(linked), await store.fileOf(linked), await store.fileAt('sources/none.md')], [undefined, undefined, undefined]);
    assert.deepEqual(await store.setFields(linked, { title: 'x' }), { undo: [], problems: [] });
  });
});
