import assert from 'node:assert/strict';
import fc from 'fast-check';
import { messageFrom } from '../../src/features/synthesis/messages';
import { firstState } from '../../media/synthesis/state';

const { view } = firstState;
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><text>a</text></svg>';

describe('messages of the synthesis', () => {
  it('are taken when they are whole', () => {
    for (const message of [
      { kind: 'show', view, isNew: true }, { kind: 'show', view: { ...view, sort: '#көпвекторлылық', closedTags: ['a'] }, isNew: false }, { kind: 'cell', line: -3, column: 0 }, { kind: 'pair', a: 1, b: 2, within: 'note' },
      { kind: 'close' }, { kind: 'rows', lines: [] }, { kind: 'rows', lines: [1, 2, -3] }, { kind: 'openNote', id: 1 }, { kind: 'openSource', id: 1 }, { kind: 'copyCitation', id: 1 }, { kind: 'copyQuotation', id: 1 }, { kind: 'complete', text: '#he', offset: 3 },
      { kind: 'picture', picture: 'together', within: 'source' }, { kind: 'picture', picture: 'none', within: 'note' }, { kind: 'save', form: 'svg', name: 'Stance of tags', data: svg }, { kind: 'save', form: 'png', name: 'a', data: 'iVBORw0KGgoAAA==' },
    ]) assert.equal(messageFrom(message), message);
  });

  it('are ignored when they are anything else', () => {
    for (const message of [
      undefined, null, 'close', [], {}, { kind: 'toString' }, { kind: '__proto__' }, { kind: 'show' }, { kind: 'show', view }, { kind: 'show', view: {}, isNew: true }, { kind: 'show', view: { ...view, group: 'tag' }, isNew: true },
      { kind: 'show', view: { ...view, sort: 'hedging' }, isNew: true }, { kind: 'show', view: { ...view, closedTags: [1] }, isNew: true }, { kind: 'show', view: { ...view, query: 'x'.repeat(20_000) }, isNew: true },
      { kind: 'rows' }, { kind: 'rows', lines: [1, 'x'] }, { kind: 'rows', lines: Array(2000).fill(1) }, { kind: 'cell', line: 1 }, { kind: 'cell', line: 1.5, column: 0 }, { kind: 'pair', a: 1, b: 2, within: 'toString' }, { kind: 'openNote', id: '../x' }, { kind: 'openSource' }, { kind: 'complete', text: 'a', offset: -1 },
      { kind: 'picture', picture: 'constructor', within: 'note' }, { kind: 'picture', picture: 'years' }, { kind: 'save', form: 'svg', name: 'a', data: '<html></html>' }, { kind: 'save', form: 'svg', name: 'a', data: `${svg}<script>` },
      { kind: 'save', form: 'png', name: 'a', data: svg }, { kind: 'save', form: 'png', name: 'a', data: 'iVBORw0KGgo§' }, { kind: 'save', form: 'exe', name: 'a', data: 'iVBORw0KGgo=' }, { kind: 'save', form: 'svg', name: 'a'.repeat(200), data: svg },
    ]) assert.equal(messageFrom(message), undefined, JSON.stringify(message)?.slice(0, 80));
  });

  it('never make the check throw', () => {
    fc.assert(fc.property(fc.anything(), (value) => void messageFrom(value)));
  });
});
