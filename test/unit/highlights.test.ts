import assert from 'node:assert/strict';
import { besideMarks, type Mark } from '../../src/features/highlights/marks';

const text = 'Absence is patterned: missions stay away.\nAn abstention is a position.\n\nNothing.';
const mark = (words: string, ...tags: readonly string[]): Mark => {
  const start = text.indexOf(words);
  return { span: { start, end: start + words.length }, note: { tags, text: '' }, tag: tags[0], moved: false, lane: 0 };
};
const shown = (...marks: readonly Mark[]): string => {
  let written = text;
  for (const { at, words, isNumber } of [...besideMarks(text, marks)].sort((a, b) => b.at - a.at || Number(a.isNumber) - Number(b.isNumber))) written = `${written.slice(0, at)}${isNumber ? words : ` [${words}]`}${written.slice(at)}`;
  return written;
};

describe('beside the passages of a text', () => {
  it('the tags of a passage stand at the end of its line, where they push no words aside', () => {
    assert.equal(shown(mark('missions stay', 'un-voting', 'method')), text.replace('away.', 'away. [#un-voting #method]'));
  });

  it('several passages of a line are told apart by numbers, in their order', () => {
    assert.equal(shown(mark('missions stay', 'un-voting'), mark('Absence', 'hedging'), mark('position', 'hedging')),
      '¹Absence is patterned: ²missions stay away. [¹#hedging  ²#un-voting]\nAn abstention is a position. [#hedging]\n\nNothing.');
  });

  it('notes on the same words are one passage; each tag is said once, and what moved is asked about', () => {
    assert.equal(shown(mark('missions stay', 'a', 'b'), { ...mark('missions stay', 'b', 'c'), moved: true }, mark('patterned')), text.replace('away.', 'away. [#a #b #c moved?]'));
  });

  it('many passages have numbers of several digits', () => {
    const many = Array.from({ length: 12 }, (_, at): Mark => ({ ...mark('Absence', `t${at}`), span: { start: at, end: at + 1 } }));
    assert.match(besideMarks(text, many).at(-1)?.words ?? '', /¹²#t11$/u);
  });
});
