import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDraft, usedNotes } from '../../../src/core/citations';
import type { Note } from '../../../src/core/source';
import { growsWithSize } from '../../doubles/growth';

const note = (more: Partial<Note>): Note => ({ tags: ['hedging'], text: '', ...more });
const used = (draft: string, ...notes: Note[]): number[] => {
  const said = usedNotes(readDraft('markdown', draft), notes.map((one) => ({ key: 'lee2018', note: one })));
  return notes.flatMap((one, at) => (said.has(one) ? [at] : []));
};

describe('the notes that a draft has used', () => {
  it('are those whose quotation it says, whatever stands between the letters', () => {
    assert.deepEqual(used('He wrote: “Small states -- *as ever* --\nhedge their bets.”', note({ quote: 'small states, as ever, hedge their bets' }), note({ quote: 'great powers never hedge' })), [0]);
  });

  it('are those whose own words it says, where they quote nothing', () => {
    assert.deepEqual(used('Neutrality is dearest where it is announced.', note({ text: 'Neutrality is dearest where' }), note({ text: 'Neutrality is cheap where' })), [0]);
  });

  it('are those whose page it cites, alone or in a range', () => {
    const page = (value: string): Note => note({ quote: 'words that nobody says there', locator: { label: 'page', value } });
    assert.deepEqual(used('As shown [@lee2018, pp. 10-14].', page('12'), page('14'), page('15')), [0, 1]);
  });

  it('are none for a few letters that may stand anywhere', () => {
    assert.deepEqual(used('A coalition of states.', note({ text: 'states' })), []);
  });

  it('are the same as by looking for each of them alone', () => {
    const words = fc.array(fc.constantFrom('hedge', 'state', 'power', 'многовекторность', '对冲', 'über', '12'), { minLength: 1, maxLength: 6 }).map((all) => all.join(' '));
    const letters = (text: string): string => text.normalize('NFD').replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
    fc.assert(fc.property(fc.array(words, { maxLength: 20 }), fc.array(words, { minLength: 1, maxLength: 8 }), (draft, notes) => {
      const text = draft.join('. ');
      const alone = notes.flatMap((one, at) => (letters(one).length >= 13 && letters(text).includes(letters(one).slice(0, 60)) ? [at] : []));
      assert.deepEqual(used(text, ...notes.map((one) => note({ text: one }))), alone);
    }));
  });

  it('are each found, where one begins with another', () => {
    assert.deepEqual(used('Small states hedge, and small states hedge their bets.', note({ text: 'Small states hedge their' }), note({ text: 'Small states hedge' }), note({ text: 'Small states hedge now' }), note({ text: 'Small states hedge their bets, and' })), [0, 1]);
  });

  it('are found in one pass over a long draft', async () => {
    const draft = (size: number): string => Array.from({ length: size }, (_, n) => `Paragraph ${n} says what has been said of it before [@key${n}].`).join('\n\n');
    const notes = (size: number): Note[] => Array.from({ length: size }, (_, n) => note({ quote: `What has been said of number ${n} is not said there` }));
    await growsWithSize((size) => used(draft(size), ...notes(size)), 2000);
  });
});
