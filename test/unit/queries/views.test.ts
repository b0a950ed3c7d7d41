import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../src/core/edits';
import { readViews, removeView, renameView, saveView } from '../../../src/core/queries';

const namesOf = (text: string): readonly (readonly [string, string])[] => readViews(text).views.map(({ name, text: query }) => [name, query]);

describe('saved views', () => {
  const written = '# Views\nAgainst: #hedging stance:against\n"a: b": "text:\\"voting cohesion\\" #china"\r\n\n\'it\'\'s\': \'year>=2014\'\n';

  it('are read as we and as people write them', () => {
    assert.deepEqual(namesOf(written), [['Against', '#hedging stance:against'], ['a: b', 'text:"voting cohesion" #china'], ["it's", 'year>=2014']]);
    assert.deepEqual(namesOf('views:\n  Quoted: "voting cohesion" stance:for\n'), [['Quoted', '"voting cohesion" stance:for']]);
    assert.deepEqual(readViews(written).problems, []);
  });

  it('are told where they are broken, the query included; the others stay', () => {
    const text = 'Against: #hedging stance:agains\nno colon\nEmpty:\nB: "stance:agains"\nB: x\n';
    const { views, problems } = readViews(text);
    const told = [...views.flatMap((view) => view.problems), ...problems].map(({ code, span }) => [code, text.slice(span?.start, span?.end)]);
    assert.deepEqual(told, [['query-value', 'agains'], ['query-value', 'agains'], ['view-line', 'no colon'], ['view-empty', 'Empty'], ['view-twice', 'B']]);
    assert.deepEqual(views.map(({ name }) => name), ['Against', 'B']);
  });

  it('are changed without touching another line', () => {
    assert.equal(applyEdits(written, saveView(written, 'Against', 'kind:quote')), written.replace('#hedging stance:against', '"kind:quote"'));
    assert.equal(applyEdits(written, renameView(written, 'a: b', 'China')), written.replace('"a: b"', 'China'));
    assert.equal(applyEdits(written, removeView(written, 'Against')), written.replace('Against: #hedging stance:against\n', ''));
    assert.deepEqual(renameView(written, 'Against', 'a: b'), []);
    assert.equal(applyEdits('A: b', saveView('A: b', 'No', 'x')), 'A: b\n"No": "x"\n');
  });

  it('are read back as they were saved, under any name', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1 }).map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '');
    fc.assert(fc.property(fc.dictionary(name, name, { noNullPrototype: true }), (views) => {
      let text = '';
      for (const [one, query] of Object.entries(views)) text = applyEdits(text, saveView(text, one, query));
      assert.deepEqual(namesOf(text), Object.entries(views));
      assert.deepEqual(readViews(text).problems, []);
    }));
  });

  it('are read from any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => { readViews(text); }));
  });
});
