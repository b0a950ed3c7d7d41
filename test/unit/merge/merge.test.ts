import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { mergeFiles, sidesOf } from '../../../src/core/merge';
import { newSourceFile, readSourceFile } from '../../../src/core/library';
import type { Note } from '../../../src/core/source';
import { item, note } from '../library/arbitraries';
import { after, deeds, lost } from './edits';

const written = (...notes: readonly Note[]): string => newSourceFile({
  item: { id: 'lee2018', type: 'book', title: 'Hedging Without Hedges', volume: '1', abstract: 'One.\n\nTwo.\n\nThree.' }, notes, authors: ['anna', 'bekzod'], pasted: ['as it was'],
});
const own = (id: string, fields: Partial<Note> = {}): Note => ({ id, author: 'anna', tags: ['hedging'], text: 'Text.', ...fields });
const notesIn = (text: string): readonly Note[] => readSourceFile(text).notes.map((placed) => placed.note);
const merged = (base: string | undefined, ours: string, theirs: string) => {
  const result = mergeFiles({ ...(base !== undefined && { base }), ours, theirs });
  assert.ok(result !== undefined);
  return result;
};

describe('the sides of a conflict', () => {
  const ends = { start: 'a\n', end: 'z\n' };
  it('are read with and without what both came from, several in a file', () => {
    assert.deepEqual(sidesOf('a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> other\nd\n<<<<<<< HEAD\n=======\ne\n>>>>>>> other\nz\n'), { ours: 'a\nb\nd\nz\n', theirs: 'a\nc\nd\ne\nz\n', conflicts: 2 });
    assert.deepEqual(sidesOf(`${ends.start}<<<<<<< HEAD\nb\n||||||| 1a2b\nx\n=======\nc\n>>>>>>> other\n${ends.end}`), { base: 'a\nx\nz\n', ours: 'a\nb\nz\n', theirs: 'a\nc\nz\n', conflicts: 1 });
    assert.deepEqual(sidesOf('a\r\n<<<<<<< HEAD\r\nb\r\n=======\r\nc\r\n>>>>>>> o\r\n')?.theirs, 'a\nc\n');
  });

  it('are none where marks are missing, and marks in a fence are text', () => {
    for (const text of ['', 'a\n=======\nb\n', '<<<<<<< a\nb\n=======\nc\n', '<<<<<<< a\nb\n>>>>>>> c\n', '~~~text\n<<<<<<< a\n=======\n>>>>>>> b\n~~~\n']) assert.equal(sidesOf(text), undefined, text);
    assert.equal(sidesOf('~~~text\n<<<<<<< x\n~~~\n<<<<<<< a\nb\n=======\nc\n>>>>>>> d\n')?.ours, '~~~text\n<<<<<<< x\n~~~\nb\n');
  });
});

describe('merging a source file by note', function () {
  this.timeout(280_000);
  it('joins what two people added, changed and took away in different notes and fields', () => {
    const base = written(own('n1'), own('n2'), own('n3'));
    const ours = written(own('n1', { text: 'New text.' }), own('n2'), own('n3'), own('n4')).replace('volume: "1"', 'volume: "2"');
    const theirs = written(own('n1', { tags: ['hedging', 'un-voting'], stance: 'for' }), own('n3'), own('n5')).replace('Hedges"', 'Hedges!"');
    const { text, notes, fields } = merged(base, ours, theirs);
    assert.deepEqual(notesIn(text), [own('n1', { text: 'New text.', tags: ['hedging', 'un-voting'], stance: 'for' }), own('n3'), own('n4'), own('n5')]);
    assert.deepEqual([notes, fields], [0, []]);
    assert.match(text, /title: "Hedging Without Hedges!"\nvolume: "2"/u);
  });

  it('keeps both versions of a note that both changed, with a mark that leads from one to the other', () => {
    const { text, notes } = merged(written(own('n1')), written(own('n1', { text: 'Ours.', stance: 'for' })), written(own('n1', { text: 'Theirs.', tags: ['balancing'] })));
    const [first, second] = notesIn(text);
    assert.deepEqual([first, second?.text, second?.twin, second?.tags, notes], [own('n1', { text: 'Ours.', stance: 'for', tags: ['balancing'] }), 'Theirs.', 'n1', ['balancing'], 1]);
    assert.deepEqual(readSourceFile(text).problems.map(({ code }) => code), ['note-twin']);
  });

  it('keeps a note that one changed and the other took away, and takes away one that only one did', () => {
    const base = written(own('n1'), own('n2'));
    assert.deepEqual(notesIn(merged(base, written(own('n1', { text: 'Changed.' })), written(own('n2'))).text).map(({ text }) => text), ['Changed.']);
    assert.deepEqual(notesIn(merged(undefined, written(own('n1')), written(own('n2'))).text).map(({ id }) => id), ['n1', 'n2']);
  });

  it('joins paragraphs of one note, and keeps a field that both changed with the other reading to look at', () => {
    const base = written(own('n1', { text: 'One.\n\nTwo.\n\nThree.' }));
    const ours = written(own('n1', { text: 'One!\n\nTwo.\n\nThree.' })).replace('volume: "1"', 'volume: "2"').replace('Two.\n\nThree.\n\n#', 'Two.\n\nThree, ours.\n\n#');
    const theirs = written(own('n1', { text: 'One.\n\nTwo.\n\nThree!' })).replace('volume: "1"', 'volume: "3"').replace('Two.\n\nThree.\n\n#', 'Two.\n\nThree, theirs.\n\n#');
    const { text, fields } = merged(base, ours, theirs);
    assert.equal(notesIn(text)[0]?.text, 'One!\n\nTwo.\n\nThree!');
    const file = readSourceFile(text);
    assert.deepEqual([file.item.volume, file.item.abstract, fields.toSorted()], ['2', 'One.\n\nTwo.\n\nThree, ours.', ['abstract', 'volume']]);
    const review = file.item.custom?.['review'] as { readonly [field: string]: { readonly offer: string } };
    assert.deepEqual([review['volume']?.offer, review['abstract']?.offer], ['3', 'One.\n\nTwo.\n\nThree, theirs.']);
  });

  it('keeps the blanks in which a quotation ends, and makes no second version for blanks alone', () => {
    const base = written(own('n1', { quote: 'a line of verse  \nand its end  ', text: 'Text.' }));
    const ours = written(own('n1', { quote: 'a line of verse  \nand its end  ', text: 'Text.', tags: ['hedging', 'verse'] }));
    const theirs = written(own('n1', { quote: 'a line of verse  \nand its end  ', text: 'Text.', stance: 'for' }));
    assert.equal(notesIn(merged(base, ours, theirs).text)[0]?.quote, 'a line of verse  \nand its end  ');
    const atTheEnd = (more: Partial<Note>): string => written(own('n1', { quote: 'and its end  ', text: '', ...more }));
    assert.equal(notesIn(merged(atTheEnd({}), atTheEnd({ stance: 'for' }), atTheEnd({ tags: ['x'] })).text)[0]?.quote, 'and its end  ');
    // An editor that takes blanks off the ends of lines, and a person who goes on quoting.
    const { text, notes } = merged(base, base.replace('and its end  ', 'and its very end'), base.replace(/ +$/gmu, ''));
    assert.deepEqual([notesIn(text).map(({ quote }) => quote), notes], [['a line of verse  \nand its very end'], 0]);
  });

  it('leaves every byte alone where only one side changed anything, and the line ends of our side', () => {
    fc.assert(fc.property(item, fc.array(note, { maxLength: 3 }), deeds, (source, notes, list) => {
      const base = newSourceFile({ item: source, notes, authors: ['anna', 'bekzod'] });
      const ours = after(base, list);
      assert.equal(merged(base, ours, base).text, ours);
      assert.equal(merged(ours, ours, ours).text, ours);
    }), { numRuns: 300 });
    const [windows, added] = [written(own('n1')).replaceAll('\n', '\r\n'), written(own('n1'), own('n2'))];
    assert.equal(merged(written(own('n1')), windows, added).text, added.replaceAll('\n', '\r\n'));
  });

  it('loses nothing, whatever two people did, with and without what both came from: 10,000 runs', () => {
    fc.assert(fc.property(item, fc.array(note, { maxLength: 3 }), deeds, deeds, fc.boolean(), (source, notes, left, right, known) => {
      const base = newSourceFile({ item: source, notes: unique(notes), authors: ['anna', 'bekzod'], pasted: ['as it was'] });
      const texts = { ...(known && { base }), ours: after(base, left), theirs: after(base, right) };
      const { text } = merged(texts.base, texts.ours, texts.theirs);
      assert.deepEqual(lost(texts, text), []);
      assert.equal(readSourceFile(text).frozen, undefined);
    }), { numRuns: 10_000 });
  });

  it('would be caught if it lost something', () => {
    const careless: readonly ((texts: { ours: string; theirs: string }, text: string) => string)[] = [
      ({ ours }) => ours, ({ theirs }) => theirs,
      (_, text) => text.replace(/^> .*$/mu, '> other words'), (_, text) => text.replace(/\n## [^\n]*\n/u, '\n## #other\n'),
      (_, text) => text.replace(/"review":/u, '"viewed":{},"x":'), (_, text) => text.replace(/\n~~~text\n[^]*?\n~~~\n/u, '\n'), (_, text) => text.replace(/^title: .*\n/mu, ''),
    ];
    for (const [n, spoil] of careless.entries()) {
      const check = fc.check(fc.property(item, fc.array(note, { minLength: 1, maxLength: 3 }), deeds, deeds, (source, notes, left, right) => {
        const base = newSourceFile({ item: source, notes: unique(notes), authors: ['anna', 'bekzod'], pasted: ['as it was'] });
        const texts = { base, ours: after(base, left), theirs: after(base, right) };
        return lost(texts, spoil(texts, merged(base, texts.ours, texts.theirs).text)).length === 0;
      }), { numRuns: 2000 });
      assert.ok(check.failed, `loss ${n} was not seen`);
    }
  });

  it('merges the same conflict twice to the same text, and brings no version back a second time', () => {
    const [base, ours, theirs] = [written(own('n1')), written(own('n1', { text: 'Ours.' })), written(own('n1', { text: 'Theirs.' }))];
    const once = merged(base, ours, theirs).text;
    assert.equal(merged(base, ours, theirs).text, once);
    assert.equal(merged(base, once, theirs).text, once);
  });

  it('refuses what is no source file, and believes no deletion of a file that was cut short', () => {
    assert.equal(mergeFiles({ ours: 'a', theirs: 'b' }), undefined);
    const base = written(own('n1'), own('n2', { text: 'A long text that may be cut.' }));
    const short = base.slice(0, base.indexOf('may be'));
    const { text } = merged(base, short, base);
    assert.ok(notesIn(text).some(({ text: words }) => words.includes('may be cut')));
    assert.deepEqual(readSourceFile(text).pasted, ['as it was']);
  });

  it('resolves what git itself could not, in either style of marks', function () {
    const folder = mkdtempSync(path.join(tmpdir(), 'merge-'));
    try {
      const versions = { base: written(own('n1'), own('n2')), ours: written(own('n1', { stance: 'for' }), own('n2'), own('n3')), theirs: written(own('n1', { text: 'Longer.' }), own('n2'), own('n4')) };
      for (const [name, text] of Object.entries(versions)) writeFileSync(path.join(folder, name), text);
      for (const style of ['--diff3', '--zdiff3', '--diff-algorithm=histogram']) {
        const { stdout, status } = spawnSync('git', ['merge-file', '-p', style, 'ours', 'base', 'theirs'], { cwd: folder, encoding: 'utf8' });
        if (status === null || status > 100) continue;
        const sides = sidesOf(stdout);
        assert.ok(sides !== undefined && readSourceFile(stdout).frozen === 'conflict');
        const { text } = merged(sides.base, sides.ours, sides.theirs);
        assert.deepEqual(lost(versions, text), [], style);
        assert.deepEqual(notesIn(text).map(({ id }) => id), ['n1', 'n2', 'n3', 'n4']);
      }
      assert.equal(readFileSync(path.join(folder, 'base'), 'utf8'), versions.base);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

const unique = (notes: readonly Note[]): readonly Note[] => [...new Map(notes.map((one) => [one.id, one])).values()];
