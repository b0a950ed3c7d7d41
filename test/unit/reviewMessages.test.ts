import assert from 'node:assert/strict';
import fc from 'fast-check';
import { messageFrom } from '../../src/features/review/messages';

describe('messages of the table of review', () => {
  it('are taken when they are whole', () => {
    for (const message of [{ kind: 'ready' }, { kind: 'undo' }, { kind: 'open', id: 3 }, { kind: 'accept', ids: [1, 2] }, { kind: 'edit', id: 1, cell: 'title', text: 'New' }, { kind: 'take', id: 1, field: 'volume' }, { kind: 'takeTitle', id: 1, text: 'Un autre titre' }]) {
      assert.equal(messageFrom(message), message);
    }
  });

  it('are ignored when they are anything else', () => {
    for (const message of [
      undefined, null, 'ready', [], {}, { kind: 'toString' }, { kind: '__proto__' }, { kind: 'open' }, { kind: 'open', id: '3' }, { kind: 'open', id: 1.5 }, { kind: 'accept', ids: 1 }, { kind: 'delete', ids: ['../x'] },
      { kind: 'edit', id: 1, cell: 'id', text: 'x' }, { kind: 'edit', id: 1, cell: 'constructor', text: 'x' }, { kind: 'edit', id: 1, cell: 'title' }, { kind: 'edit', id: 1, cell: 'title', text: 'x'.repeat(200_000) }, { kind: 'take', id: 1 }, { kind: 'takeTitle', id: 1 }, { kind: 'takeTitle', text: 'x' }, { kind: 'takeTitle', id: 1, text: ['x'] },
    ]) assert.equal(messageFrom(message), undefined, JSON.stringify(message)?.slice(0, 80));
  });

  it('never make the check throw', () => {
    fc.assert(fc.property(fc.anything(), (value) => void messageFrom(value)));
  });
});
