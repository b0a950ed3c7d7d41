/** The editor's extension host is killed again and again while notes are being kept: no note that was said to be kept is lost, and the file is whole. */
import assert from 'node:assert/strict';
import { container, photographFailures, Session } from './harness';
import { until } from './until';
import type { Workbench } from './workbench';

/** 10 at one’s own desk, 20 where the project is tested; COMMONPLACE_KILLS for a campaign of more. */
const kills = Number(process.env.COMMONPLACE_KILLS ?? (process.env.CI ? 20 : 10));
const passage = (number: number): string => `answer ${String(number).padStart(3, '0')} of the clerk`;
const interview = Array.from({ length: kills + 1 }, (_, number) => `Q. And then?\n\nA. It is ${passage(number)}, who had seen it.\n`).join('\n');
const file = 'sources/okonkwo2019.md';

describe('killed in the middle of keeping a note', function () {
  this.timeout(60_000 + kills * 60_000);
  let session: Session;
  let workbench: Workbench;

  before(async () => {
    session = await Session.open({ copy: 'media/sample', files: { 'texts/interview.txt': interview }, settings: { 'commonplace.author': 'anna' } });
    workbench = session.workbench;
    await workbench.openView(container());
    await workbench.row(/Okonkwo/).waitFor();
  });
  after(() => session?.close());
  photographFailures(() => session);

  /** From the passage to the Enter that keeps the note. */
  async function note(number: number): Promise<void> {
    await workbench.openFile('interview.txt');
    await workbench.editor.select(passage(number));
    await workbench.press('Shift+Alt+N');
    if (number === 0) {
      await workbench.quickInput.row('Okonkwo').waitFor();
      await workbench.quickInput.fill('okonkwo');
      await workbench.quickInput.accept();
    }
    await workbench.quickInput.row('Keep without a tag').waitFor();
    await workbench.quickInput.type('hed');
    await workbench.quickInput.row('New tag').waitFor();
    await workbench.press('Enter');
  }

  it('asks for the source of a text once', async () => {
    await note(0);
    await until(() => session.read(file).includes(`> ${passage(0)}\n`));
    await workbench.statusBar(/Note kept/).waitFor();
    await workbench.statusBar(/Note kept/).waitFor({ state: 'hidden' });
  });

  it(`S-03 loses no note that was said to be kept, and tears no file, in ${kills} kills at any moment of a save`, async () => {
    const before = session.read(file);
    const kept: number[] = [];
    for (let number = 1; number <= kills; number++) {
      await note(number);
      // From at once to well after: the moments of a save are passed through evenly.
      await workbench.page.waitForTimeout((number * 37) % 300);
      await session.crash(async () => {
        if (await workbench.statusBar(/Note kept/).isVisible()) kept.push(number);
      });
      const now = session.read(file);
      for (const one of kept) assert.ok(now.includes(`> ${passage(one)}\n`), `the note on “${passage(one)}” was said to be kept, and is gone after kill ${number}`);
      assertWhole(before, now);
      await workbench.row(/Okonkwo/).waitFor();
    }
    assert.ok(kept.length > 0, 'no note was ever said to be kept: nothing was tried');
  });
});

/** Nothing but whole notes was added. */
function assertWhole(before: string, now: string): void {
  const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  assert.ok(now.endsWith('<!-- end -->\n'), 'the last line is gone');
  assert.equal(count(now, /^<!-- note /gm) - count(before, /^<!-- note /gm), count(now, /^> answer \d{3} of the clerk$/gm) - count(before, /^> answer \d{3} of the clerk$/gm));
  for (const line of before.split('\n')) assert.ok(now.includes(line), `a line is gone: ${line}`);
}
