import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, inverseEdits } from '../../../src/core/edits';
import {
  addNote, addPasted, newSourceFile, offsetInAbstract, offsetInFile, readSourceFile, removeNote, setFields, visible,
} from '../../../src/core/library';
import type { Item, Note } from '../../../src/core/source';
import { item, note, phrase, prose } from './arbitraries';
import { patience, runs } from '../../reliability/tier';

const well = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');
const example = newSourceFile({
  item: { id: 'yuneman2023', type: 'article-journal', title: 'Kazakhstan’s Multi-Vector Foreign Policy', abstract: 'One.\n\nTwo.', issued: { 'date-parts': [[2023]] } },
  notes: [{ id: 'n1', author: 'anna', tags: ['multi-vectorism', 'un-voting'], locator: { label: 'page', value: '152' }, stance: 'against', quote: 'the main vector', text: 'Voting cohesion.' }],
  pasted: ['{"title":"…"}'],
  authors: ['anna', 'bekzod'],
});

describe('a source file', function () {
  this.timeout(patience(20_000));
  it('is the Markdown that the design shows', () => {
    assert.equal(example, `---
id: yuneman2023
type: article-journal
title: "Kazakhstan’s Multi-Vector Foreign Policy"
issued: {"date-parts":[[2023]]}
---

# Abstract

One.

Two.

# Notes by anna

## #multi-vectorism #un-voting · p. 152 · against

<!-- note n1 -->

> the main vector

Voting cohesion.

# Notes by bekzod

# As pasted

~~~text
{"title":"…"}
~~~

<!-- end -->
`);
  });

  it('gives back the source and the notes it was written from, whatever they hold', () => {
    fc.assert(fc.property(item, fc.array(note, { maxLength: 4 }), prose, (source, notes, pasted) => {
      const file = readSourceFile(newSourceFile({ item: source, notes, pasted: [pasted], authors: ['anna'] }));
      const byAuthor = (list: readonly Note[]): Note[] => [...list].sort((a, b) => (a.author ?? '').localeCompare(b.author ?? ''));
      assert.equal(file.frozen, undefined);
      assert.deepEqual(JSON.parse(well(JSON.stringify(file.item))), JSON.parse(well(JSON.stringify(source))));
      assert.deepEqual(byAuthor(file.notes.map((placed) => placed.note)), byAuthor(notes));
      assert.deepEqual(file.pasted, [visible(pasted)]);
      assert.deepEqual(file.problems, []);
    }), { numRuns: runs(500) });
  });

  it('reads any text at all without an exception', () => {
    const piece = fc.oneof(fc.constantFrom('---\n', '# Abstract\n', '# Notes by a\n', '## #x\n', '~~~\n', '<!-- note', ' -->', 'id: a\n', 'a: [\n', '\r\n', '<<<<<<< \n', '>>>>>>> \n', '\0'), fc.string({ unit: 'binary' }));
    fc.assert(fc.property(fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join('')), (text) => {
      const file = readSourceFile(text);
      for (const problem of file.problems) assert.ok(problem.code !== '' && (problem.span === undefined || problem.span.end <= text.length));
    }), { numRuns: runs(1000) });
  });

  it('keeps every other byte when a note is added, and is the same again when it is removed', () => {
    fc.assert(fc.property(item, fc.array(note, { maxLength: 3 }), note, fc.boolean(), (source, notes, added, crlf) => {
      const text = endings(newSourceFile({ item: source, notes, pasted: ['x'] }), crlf);
      const file = readSourceFile(text);
      const edits = addNote(file, added);
      const after = applyEdits(text, edits);
      assert.equal(applyEdits(after, inverseEdits(text, edits)), text);
      const again = readSourceFile(after);
      assert.equal(again.notes.length, notes.length + 1);
      assert.deepEqual(again.notes.find((placed) => placed.note.id === added.id)?.note, added);
      if (crlf) assert.equal(/[^\r]\n/.test(after), false);
      if (notes.some((one) => one.id === added.id)) return;
      const gone = readSourceFile(applyEdits(after, removeNote(again, again.notes.find((placed) => placed.note.id === added.id)!)));
      assert.deepEqual(gone.notes.map((placed) => placed.note), file.notes.map((placed) => placed.note));
    }), { numRuns: runs(300) });
  });

  it('changes one field and no other line', () => {
    fc.assert(fc.property(item, fc.constantFrom('title', 'volume', 'publisher', 'note'), phrase, (source, field, value) => {
      const text = newSourceFile({ item: source, notes: [], pasted: ['x'] });
      const after = applyEdits(text, setFields(readSourceFile(text), { [field]: value }));
      const lines = (whole: string): string[] => whole.split('\n').filter((line) => !line.startsWith(`${field}:`));
      assert.deepEqual(lines(after), lines(text));
      assert.equal(readSourceFile(after).item[field], well(value));
    }), { numRuns: runs(300) });
  });

  it('keeps comments, unknown fields and odd spacing that a person wrote', () => {
    const text = '---\n# mine\nid: lee2018   # the key\ntype: book\nmy-own: [a, b]\n\ntitle: Old\n---\n\n# Notes by me\n\n## #x\n\nhello\n';
    const after = applyEdits(text, setFields(readSourceFile(text), { title: 'New', volume: '3' }));
    assert.equal(after, text.replace('title: Old\n', 'title: "New"\nvolume: "3"\n'));
  });

  it('understands a note that a person wrote by hand', () => {
    const file = readSourceFile('---\nid: a\n---\n# Notes\n## #hedging p. 3\nA thought.\n## #balancing · ch. 2 · for\n> quoted\n> twice\n\nmore\n');
    assert.deepEqual(file.notes.map((placed) => placed.note), [
      { tags: ['hedging'], text: 'A thought.' },
      { tags: ['balancing'], locator: { label: 'chapter', value: '2' }, stance: 'for', quote: 'quoted\ntwice', text: 'more' },
    ]);
    assert.deepEqual(file.problems.map((problem) => problem.code), ['note-heading', 'file-cut-short']);
  });

  it('asks a YAML reader only for what is neither JSON nor a plain word', () => {
    const file = readSourceFile('---\nid: a\ntitle: A plain title\nauthor:\n  - family: Lee\n    given: Ann\nissued: 2019-05\nnote: "json"\n---\n<!-- end -->\n');
    assert.deepEqual(file.yaml, ['author:\n  - family: Lee\n    given: Ann']);
    assert.deepEqual(file.item.issued, { 'date-parts': [[2019, 5]] });
    assert.equal(file.item.title, 'A plain title');
  });

  for (const [what, text, frozen] of [
    ['an empty file', '', 'damaged'],
    ['a file of zero bytes', '\0\0\0', 'damaged'],
    ['a file without front matter', '# Notes\n', 'no-front-matter'],
    ['a file with a git conflict', '---\nid: a\n---\n<<<<<<< HEAD\nx\n=======\ny\n>>>>>>> other\n<!-- end -->\n', 'conflict'],
    ['a file without its closing line', '---\nid: a\n---\n# Abstract\n\nhalf', 'cut-short'],
  ] as const) {
    it(`freezes ${what} and says why`, () => {
      const file = readSourceFile(text);
      assert.equal(file.frozen, frozen);
      assert.ok(file.problems.length > 0);
    });
  }

  it('does not take a conflict marker inside pasted text for a conflict', () => {
    const text = newSourceFile({ item: { id: 'a', type: 'book' } as Item, pasted: ['<<<<<<< x\n~~~\n>>>>>>> y\n# Abstract\n<!-- end -->'] });
    assert.equal(readSourceFile(text).frozen, undefined);
    assert.equal(readSourceFile(text).item.abstract, undefined);
  });

  it('keeps a second pasted text beside the first, and the same one only once', () => {
    const once = readSourceFile(applyEdits(example, addPasted(readSourceFile(example), 'second ~~~~ text\n')));
    assert.deepEqual(once.pasted, ['{"title":"…"}', 'second ~~~~ text\n']);
    assert.deepEqual(addPasted(once, 'second ~~~~ text\n'), []);
  });

  it('tells places in the abstract from places in the file', () => {
    fc.assert(fc.property(prose.filter((text) => text !== ''), fc.nat(), (abstract, n) => {
      const file = readSourceFile(newSourceFile({ item: { id: 'a', type: 'book', abstract } as Item }));
      const at = n % (abstract.length + 1);
      assert.equal(file.text.slice(offsetInFile(file, at), offsetInFile(file, at) + 1).replace(/\n/, ''), (abstract[at] ?? '').replace(/\n/, ''));
      assert.equal(offsetInAbstract(file, offsetInFile(file, at)), at);
    }));
  });
});

function endings(text: string, crlf: boolean): string {
  return crlf ? text.replaceAll('\n', '\r\n') : text;
}
