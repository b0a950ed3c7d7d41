/** A web view that has been taken over can say anything: each reader of messages takes what is exactly one of its own, and nothing else. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { wishFrom } from '../../../src/features/copyReferences/messages';
import { messageFrom as reviewMessage } from '../../../src/features/review/messages';
import { messageFrom as synthesisMessage } from '../../../src/features/synthesis/messages';
import { payloads } from './payloads';
import { amount } from '../tier';

const long = amount({ short: false, long: true, campaign: true });
const numRuns = long ? 100_000 : 10_000;

const names = ['kind', 'id', 'ids', 'cell', 'text', 'field', 'view', 'isNew', 'line', 'column', 'a', 'b', 'within', 'offset', 'picture', 'form', 'name', 'data', 'query', 'group', 'sort', 'down', 'tagOrder', 'closedTags', 'closedGroups', 'withEmpty', 'path', 'uri', 'command', 'arguments', '__proto__', 'constructor', 'prototype'];
const kinds = ['ready', 'undo', 'open', 'showInPaste', 'accept', 'delete', 'edit', 'take', 'show', 'cell', 'pair', 'close', 'complete', 'openNote', 'openSource', 'copyCitation', 'copyQuotation', 'picture', 'save', 'chooseStyle', 'list', 'command', 'toString', '__proto__', 'constructor', 'hasOwnProperty', ''];
const odd = [-1, 0, 1, 1.5, NaN, Infinity, -Infinity, 2 ** 53, 1e300, '1', '', null, undefined, true, [], {}, [1], ['../x'], 'x'.repeat(200_001), Array.from({ length: 100_001 }, () => 1), '<svg></svg>', '<svg onload="x"></svg>', '<svg><script>x</script></svg>', 'iVBORw0KGgo=', '#tag', 'title', 'author', 'none', 'name', 'note'];

const leaf = fc.oneof(fc.constantFrom<unknown>(...odd), fc.constantFrom<unknown>(...payloads), fc.anything({ maxDepth: 2 }));
/** Objects that look like messages, with keys as an attacker would set them. */
const message = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.constantFrom(...kinds), fc.array(fc.tuple(fc.constantFrom(...names), leaf), { maxLength: 8 })).map(([kind, fields]): unknown => Object.fromEntries([['kind', kind], ...fields])) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...kinds), leaf).map(([kind, value]): unknown => JSON.parse(`{"kind":${JSON.stringify(kind)},"__proto__":{"id":1,"ids":[1]},"id":${JSON.stringify(value) ?? 'null'}}`)) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...kinds), leaf).map(([kind, value]): unknown => Object.assign(Object.create({ kind, id: 1, ids: [1] }) as object, { text: value })) },
  { weight: 1, arbitrary: fc.anything({ withNullPrototype: true, maxDepth: 3 }) },
);

const isId = (value: unknown): boolean => Number.isSafeInteger(value);
type Given = { readonly [name: string]: unknown };

describe('the messages of a web view that was taken over', function () {
  this.timeout(600_000);
  const before = JSON.stringify([Object.getOwnPropertyNames(Object.prototype), Object.getOwnPropertyNames(Array.prototype)]);
  after(() => assert.equal(JSON.stringify([Object.getOwnPropertyNames(Object.prototype), Object.getOwnPropertyNames(Array.prototype)]), before));

  it('E-03 of the review are dropped unless they name sources by number and fields that can be edited', () => {
    let taken = 0;
    fc.assert(fc.property(message, (value) => {
      const read = reviewMessage(value) as Given | undefined;
      if (read === undefined) return;
      taken += 1;
      assert.equal(read, value);
      if ('id' in read && /^(?:edit|take|open|showInPaste)$/.test(String(read['kind']))) assert.ok(isId(read['id']));
      if (/^(?:accept|delete)$/.test(String(read['kind']))) assert.ok((read['ids'] as unknown[]).every(isId) && (read['ids'] as unknown[]).length <= 100_000);
      if (read['kind'] === 'edit') assert.ok(['author', 'issued', 'title', 'container-title', 'type'].includes(read['cell'] as string) && (read['text'] as string).length <= 100_000);
    }), { numRuns });
    assert.ok(taken > numRuns / 200, 'the fuzzer never makes a whole message');
  });

  it('E-03 of the synthesis are dropped unless they are numbers, a view, or a still picture', () => {
    let taken = 0;
    fc.assert(fc.property(message, (value) => {
      const read = synthesisMessage(value) as Given | undefined;
      if (read === undefined) return;
      taken += 1;
      assert.equal(read, value);
      for (const name of ['line', 'column']) if (read['kind'] === 'cell') assert.ok(isId(read[name]));
      if (/^(?:open|copy)/.test(String(read['kind']))) assert.ok(isId(read['id']));
      if (read['kind'] === 'save') assert.ok(!/<script|onload/.test(String(read['data'])));
    }), { numRuns });
    assert.ok(taken > numRuns / 500, 'the fuzzer never makes a whole message');
  });

  it('E-03 of the references are dropped unless they are one of two words', () => {
    fc.assert(fc.property(message, (value) => assert.ok([undefined, 'ready', 'chooseStyle'].includes(wishFrom(value)))), { numRuns });
    assert.equal(wishFrom({ kind: 'ready' }), 'ready');
    assert.equal(wishFrom({ kind: 'toString' }), undefined);
    assert.equal(wishFrom(['ready']), undefined);
  });

  it('E-03 bring no picture that runs or fetches anything', () => {
    const save = (data: string): unknown => synthesisMessage({ kind: 'save', form: 'svg', name: 'years', data });
    assert.notEqual(save('<svg xmlns="http://www.w3.org/2000/svg"><text>a &lt;script&gt; on x = 1</text></svg>'), undefined);
    for (const inside of ['<script>x</script>', '<g onclick="x"/>', '<image href="https://canary.invalid/a.png"/>', '<use href="x"/>', '<foreignObject/>', '<a href="javascript:x">y</a>', '<set attributeName="x"/>', '<g\nonload = "x"/>']) assert.equal(save(`<svg>${inside}</svg>`), undefined, inside);
  });
});
