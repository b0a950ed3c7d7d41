/** How often long work on the editor's own thread gives it back. */
import assert from 'node:assert/strict';
import { after, afterEach, before } from 'mocha';
import { resting } from '../../src/host/after';

describe('Long work on the editor’s own thread', () => {
  const { setTimeout: real } = globalThis;
  let timers = 0;
  before(() => {
    globalThis.setTimeout = ((run: () => void, milliseconds?: number) => { timers += 1; return real(run, milliseconds); }) as typeof setTimeout;
  });
  afterEach(() => { timers = 0; });
  after(() => { globalThis.setTimeout = real; });

  it('rests once it has worked for a while', async () => {
    const rest = resting();
    for (const start = performance.now(); performance.now() - start < 20;);
    await rest();
    assert.equal(timers, 1);
  });

  it('does not wait for a timer at each of ten thousand pauses', async () => {
    const rest = resting();
    const start = performance.now();
    for (let pause = 0; pause < 10_000; pause += 1) await rest();
    assert.ok(timers <= (performance.now() - start) / 8, `${timers} timers`);
  });
});
