import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/edits';
import { linkText, moveText, passagesInFile, passagesInText, readSourceFile, sourceOfText, textsOf } from '../../../src/core/library';
import type { Library, Source } from '../../../src/core/library';
import { searchText } from '../../../src/core/notes';

const file = (abstract: string, notes: string): string =>
  `---\nid: okafor2019\ntype: article-journal\ntitle: "The Silence"\n---\n\n# Abstract\n\n${abstract}\n\n# Summary\n\nSilence has its price in every season.\n\n# Notes by anna\n\n${notes}\n\n<!-- end -->\n`;
const abstract = 'Middle powers often keep silent. They abstain where they could assent, and hedge where they could choose.';
const at = abstract.indexOf('They abstain');
const note = `## #silence\n\n<!-- note n1 at=${at} before="Middle powers often keep silent. " after=", and hedge where they could cho" -->\n\n> They abstain where they could assent`;

describe('the passages of notes', () => {
  const inFile = (text: string) => {
    const read = readSourceFile(text);
    return passagesInFile(read, read.notes.map((placed) => placed.note)).map(({ state, span }) => [state, span && text.slice(span.start, span.end)]);
  };

  it('are found in the abstract of their file, moved where words have changed, lost where they are gone', () => {
    assert.deepEqual(inFile(file(abstract, note)), [['found', 'They abstain where they could assent']]);
    assert.deepEqual(inFile(file(`A word before. ${abstract}`, note)), [['found', 'They abstain where they could assent']]);
    assert.deepEqual(inFile(file(abstract.replace('could assent', 'might agree'), note)), [['moved', 'They abstain where they might agree']]);
    assert.deepEqual(inFile(file('Something else altogether about lighthouses and ferries.', note)), [['lost', undefined]]);
  });

  it('are found under other headings, but not in the quotations themselves', () => {
    assert.deepEqual(inFile(file(abstract, '## #price\n\n<!-- note n2 before="" after=" in every season." -->\n\n> Silence has its price')), [['found', 'Silence has its price']]);
    assert.deepEqual(inFile(file(abstract, '## #price\n\n<!-- note n2 before="a" after="b" -->\n\n> Words that stand nowhere else')), [['lost', undefined]]);
  });

  it('are not lost when a person wrote the quotation by hand', () => {
    assert.deepEqual(inFile(file(abstract, '## #a\n\n> hedge where they could choose')), [['found', 'hedge where they could choose']]);
    assert.deepEqual(inFile(file(abstract, '## #a\n\n> words from page 3 of the paper')), []);
  });

  it('are found in a text of the source, and only in that', () => {
    const text = searchText('Preface.\n\nThe envoy said nothing, and the\nassembly wrote it down.');
    const quoted = { tags: [], text: '', quote: 'the assembly wrote it down', anchor: { in: { path: 'texts/talk.txt', at: 30 }, before: 'said nothing, and ', after: '.' } };
    assert.deepEqual(passagesInText(text, 'texts/talk.txt', [quoted]).map(({ state, span }) => [state, span && text.text.slice(span.start, span.end)]), [['found', 'the\nassembly wrote it down']]);
    assert.deepEqual(passagesInText(text, 'texts/other.txt', [quoted]), []);
    assert.deepEqual(passagesInFile(readSourceFile(file(abstract, note)), [quoted]), []);
  });
});

describe('the texts of a source', () => {
  it('stand in its record, beside what else stands there, and follow a renaming with the anchors of the notes', () => {
    const before = readSourceFile(file(abstract, '## #a\n\n<!-- note n1 in="a/talk.txt" in-at=3 before="" after="" x=1 -->\n\n> word').replace('title:', 'custom: {"panel":"Two"}\ntitle:'));
    const linked = readSourceFile(applyEdits(before.text, linkText(before, 'a/talk.txt')));
    assert.deepEqual(linked.item.custom, { panel: 'Two', texts: ['a/talk.txt'] });
    assert.deepEqual(linkText(linked, 'a/talk.txt'), []);
    const moved = readSourceFile(applyEdits(linked.text, moveText(linked, 'a/talk.txt', 'b/speech.txt')));
    assert.deepEqual(textsOf(moved.item), ['b/speech.txt']);
    assert.deepEqual(moved.notes[0]?.note.anchor?.in, { path: 'b/speech.txt', at: 3 });
    assert.ok(moved.text.includes('x=1'), 'words of others stay');
  });

  it('lead back to their source', () => {
    const source: Source = { handle: 'a', item: { id: 'a', type: 'book', custom: { texts: ['x.txt'] } }, notes: [] };
    const library = { sources: new Map([['a', source]]), codebook: { team: [], tags: new Map() } } as unknown as Library;
    assert.equal(sourceOfText(library, 'x.txt'), source);
    assert.equal(sourceOfText(library, 'y.txt'), undefined);
  });
});
