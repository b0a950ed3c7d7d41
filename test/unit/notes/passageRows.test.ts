import assert from 'node:assert/strict';
import fc from 'fast-check';
import { passageRows, rowParts } from '../../../src/core/notes';
import type { Note } from '../../../src/core/source';

const text = 'Absence is patterned: missions stay away.\nAn abstention is a position.\n\nNothing.\n\nSilence has a price.';
type Noted = { readonly span: { readonly start: number; readonly end: number }; readonly note: Note; readonly moved: boolean };
const at = (start: number, end: number, ...tags: readonly string[]): Noted => ({ span: { start, end }, note: { tags, text: '' }, moved: false });
const on = (words: string, ...tags: readonly string[]): Noted => at(text.indexOf(words), text.indexOf(words) + words.length, ...tags);
/** The text with its rows above its lines, and the numbers before the passages. */
const shown = (written: string, ...noted: readonly Noted[]): string => {
  const rows = passageRows(written, noted);
  const pieces = rows.flatMap((row) => [{ at: row.at, words: `[${rowParts(row).map(({ words }) => words).join(' | ')}]\n` }, ...row.passages.map(({ start, number }) => ({ at: start, words: number }))]);
  return pieces.reverse().reduce((whole, piece) => whole.slice(0, piece.at) + piece.words + whole.slice(piece.at), written);
};

describe('the names of passages', () => {
  it('stand above the paragraph, and none where nothing is noted', () => {
    assert.equal(shown(text, on('missions stay', 'un-voting', 'method')), `[#un-voting #method]\n${text}`);
    assert.equal(shown(text, on('Silence', 'price')), text.replace('Silence', '[#price]\nSilence'));
  });

  it('are numbered where a paragraph has several passages, in the order of these', () => {
    assert.equal(shown(text, on('position', 'hedging'), on('missions stay', 'un-voting'), on('Absence', 'hedging'), on('price', 'cost')),
      '[¹ #hedging | ² #un-voting | ³ #hedging]\n¹Absence is patterned: ²missions stay away.\nAn abstention is a ³position.\n\nNothing.\n\n[#cost]\nSilence has a price.');
  });

  it('are said once for notes on the same words, and ask about what has moved', () => {
    assert.equal(shown(text, on('missions stay', 'a', 'b'), { ...on('missions stay', 'b', 'c'), moved: true }, on('patterned')), `[#a #b #c moved?]\n${text}`);
    const [row] = passageRows(text, [on('missions stay', 'a'), on('missions stay', 'b')]);
    assert.deepEqual(row && rowParts(row).map(({ notes }) => notes.map(({ tags }) => tags[0])), [['a', 'b']]);
  });

  it('stay near the passages in a text without blank lines, and a row names all down to the next', () => {
    const turns = Array.from({ length: 30 }, (_, line) => `Turn ${line}.`).join('\n');
    const turn = (line: number): Noted => at(turns.indexOf(`Turn ${line}.`), turns.indexOf(`Turn ${line}.`) + 4, `t${line}`);
    assert.equal(shown(turns, turn(2), turn(20), turn(25)), `[#t2]\n${turns.replace('Turn 20', '[¹ #t20 | ² #t25]\n¹Turn 20').replace('Turn 25', '²Turn 25')}`);
  });

  it('fit a narrow editor: as many names as there is room for, one of each passage, then how many more there are; all is still said at length', () => {
    const parts = (...noted: readonly Noted[]) => rowParts(passageRows(text, noted)[0]!);
    const words = (...noted: readonly Noted[]): string => parts(...noted).map((part) => part.words).join(' | ');
    const long = ['foreign-policy/multi-vectorism', 'method', 'un-voting'] as const;
    assert.equal(words(on('Absence', ...long)), '#foreign-policy/multi-vectorism #method +1');
    assert.equal(words(on('Absence', 'un-voting', 'method/coding'), on('missions', 'hedging', 'foreign-policy')), '¹ #un-voting #method/coding | ² #hedging +1');
    assert.equal(words(...['Absence', 'is', 'patterned', 'missions', 'away'].map((word) => on(word, 'un-voting', 'method'))), '¹ #un-voting +1 | ² #un-voting +1 | +3');
    assert.equal(parts(...['Absence', 'is', 'patterned', 'missions', 'away'].map((word) => on(word, 'un-voting', 'method')))[2]?.whole, '³ #un-voting #method\n⁴ #un-voting #method\n⁵ #un-voting #method');
    assert.equal(words(on('Absence', 'a'.repeat(80))), `#${'a'.repeat(15)}…${'a'.repeat(16)}`);
  });

  it('name every passage once, each with all its notes, whatever text and tags there are', () => {
    const line = fc.constantFrom('', ' ', 'Words of a line.', '多矢量外交', 'x');
    fc.assert(fc.property(fc.array(line, { maxLength: 40 }), fc.array(fc.tuple(fc.nat(300), fc.nat(40), fc.array(fc.constantFrom('hedging', '多矢量', 'foreign-policy/multi-vectorism'.repeat(2)), { maxLength: 4 })), { maxLength: 30 }), (lines, places) => {
      const written = lines.join('\n');
      const noted = places.map(([start, length, tags]) => at(Math.min(start, written.length), Math.min(start + length, written.length), ...tags));
      const rows = passageRows(written, noted);
      assert.equal(rows.flatMap(rowParts).flatMap(({ notes }) => notes).length, noted.filter(({ span }) => noted.some((other) => other.note.tags.length > 0 && other.span.start === span.start && other.span.end === span.end)).length);
      for (const row of rows) {
        assert.ok(row.at === 0 || written[row.at - 1] === '\n');
        assert.ok(row.passages.every(({ start }) => start >= row.at));
        assert.ok([...rowParts(row).map(({ words }) => words).join(' | ')].length <= 48);
      }
      assert.deepEqual(rows.map((row) => row.at), [...new Set(rows.map((row) => row.at))].sort((a, b) => a - b));
    }));
  });
});
