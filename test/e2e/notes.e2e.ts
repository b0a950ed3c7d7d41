/** A marked passage becomes a note without leaving the keyboard, and is seen where it stands. */
import assert from 'node:assert/strict';
import { container, photographFailures, Session } from './harness';
import { until } from './until';
import type { Workbench } from './workbench';

const interview = 'INTERVIEW 14, second part\n\n[p. 3]\n\nQ. Was it a strategy?\n\nA. No. It was whoever held the stamp that week. Every office wrote to a different capital, and the archive wrote to nobody.\n\nQ. And the vote?\n\n[p. 4]\n\nA. We stayed in the corridor. If you are absent you need not explain.\n';

describe('taking notes', function () {
  this.timeout(240_000);
  let session: Session;
  let workbench: Workbench;
  let keys = 0;
  /** Presses keys as a person does, and counts them. */
  const press = async (...pressed: readonly string[]): Promise<void> => {
    for (const key of pressed) {
      keys += 1;
      await workbench.page.keyboard.press(key);
    }
  };

  before(async () => {
    session = await Session.open({ copy: 'media/sample', files: { 'texts/interview-14.txt': interview, 'plan.md': 'Write about corridors.\n' }, settings: { 'commonplace.author': 'anna', 'window.autoDetectColorScheme': false } });
    workbench = session.workbench;
    await workbench.size(1280, 800);
    await workbench.openView(container());
    await workbench.row(/Okonkwo/).waitFor();
  });
  after(() => session?.close());
  photographFailures(() => session);

  it('a passage is noted in at most six keys', async () => {
    await workbench.openFile('okonkwo2019.md');
    await workbench.editor.select('delegations of three or four people decide what to attend to');
    keys = 0;
    await press('Shift+Alt+N');
    await workbench.quickInput.row('Keep without a tag').waitFor();
    await press('h', 'e', 'd');
    await workbench.quickInput.row('New tag').waitFor();
    await workbench.shot('40-note-box');
    await press('Enter');
    await until(() => session.read('sources/okonkwo2019.md').includes('> delegations of three or four people decide what to attend to\n'));
    assert.ok(keys <= 6, `${keys} keys`);
    assert.match(session.read('sources/okonkwo2019.md'), /\n## #hedging\n\n<!-- note n\w+ created=\S+ at=\d+ before="[^"]+" after="[^"]+" -->\n\n> delegations of three or four people decide/u);
  });

  it('the same tags again are one key', async () => {
    await workbench.editor.select('absence is patterned');
    keys = 0;
    await press('Shift+Alt+M');
    await until(() => /## #hedging\n\n<!-- [^\n]*\n\n> absence is patterned\n/u.test(session.read('sources/okonkwo2019.md')));
    assert.equal(keys, 1);
  });

  it('Ctrl+Z takes a note back at once, and the step before is left', async () => {
    await workbench.press('Control+Z');
    await workbench.editor.save();
    await until(() => !session.read('sources/okonkwo2019.md').includes('> absence is patterned') && session.read('sources/okonkwo2019.md').includes('> delegations of three or four people'));
  });

  /** The parts of the rows of names in view. */
  const named = (words: string) => workbench.page.locator('.editor-instance .codelens-decoration > a').filter({ hasText: words }).first();

  it('passages are marked in the colours of their tags and named above their paragraphs, in every theme', async () => {
    for (const theme of ['dark', 'light', 'high contrast'] as const) {
      await session.theme(theme);
      await workbench.press('Control+Home');
      await named('#hedging').waitFor();
      await named('² #un-voting').waitFor();
      await workbench.shot(`41-passages-${theme.replace(' ', '-')}`);
    }
    await session.theme('dark');
  });

  it('the names stand beside nothing: an editor of half the width shows them whole, and gets no wider', async () => {
    await workbench.size(900, 800);
    try {
      await workbench.press('Control+Home');
      await named('#un-voting').waitFor();
      await until(() => workbench.page.evaluate(() => {
        const right = document.querySelector('.editor-instance .minimap')?.getBoundingClientRect().left ?? 0;
        const rows = [...document.querySelectorAll<HTMLElement>('.editor-instance .codelens-decoration')].filter((row) => row.innerText.includes('#'));
        return rows.length > 0 && rows.every((row) => row.getBoundingClientRect().right <= right && row.scrollWidth <= row.clientWidth);
      }));
      await until(() => workbench.page.evaluate(() => [...document.querySelectorAll<HTMLElement>('.editor-instance .editor-scrollable > .scrollbar.horizontal > .slider')].every((slider) => slider.offsetWidth >= (slider.parentElement?.offsetWidth ?? 0))));
      await workbench.shot('41-passages-narrow');
    } finally {
      await workbench.size(1280, 800);
    }
  });

  it('a name leads to its note, and to a list of several', async () => {
    await workbench.press('Control+Home');
    await named('² #un-voting').click();
    await workbench.editor.shows('#foreign-policy/soft-balancing');
    await workbench.press('Control+Home');
    await named('¹ #un-voting').click();
    await workbench.page.locator('.peekview-widget .monaco-list-row').filter({ hasText: '#method/coding' }).waitFor();
    await workbench.shot('41-passages-two-notes');
    await workbench.press('Escape');
    await workbench.page.locator('.peekview-widget').waitFor({ state: 'hidden' });
  });

  it('a text asks for its source once, and shows its passages', async () => {
    await workbench.openFile('interview-14.txt');
    await workbench.editor.select('Every office wrote to a different capital');
    await workbench.press('Shift+Alt+N');
    await workbench.quickInput.row('Brandvold').waitFor();
    await workbench.quickInput.fill('okonkwo');
    await workbench.quickInput.row('okonkwo2019').waitFor();
    await workbench.shot('42-which-source');
    await workbench.quickInput.accept();
    await workbench.quickInput.row('Keep with p. 3').waitFor();
    await workbench.quickInput.fill('hedging p. 7 aga');
    await workbench.quickInput.row('against').waitFor();
    await workbench.shot('43-stance-and-locator');
    await workbench.quickInput.accept();
    await until(() => session.read('sources/okonkwo2019.md').includes('## #hedging · p. 7 · against'));
    await workbench.editor.select('If you are absent you need not explain');
    await workbench.press('Shift+Alt+M');
    await until(() => session.read('sources/okonkwo2019.md').includes('## #hedging · p. 4'));
    await named('#hedging').waitFor();
    await workbench.shot('44-text-dark');
    await session.theme('light');
    await named('#hedging').waitFor();
    await workbench.shot('45-text-light');
    await session.theme('dark');
  });

  it('This Draft says that a draft cites nothing yet, and takes no source file for one', async () => {
    const pane = workbench.page.locator('.pane').filter({ has: workbench.page.locator('.pane-header[aria-label^="This Draft"]') });
    await workbench.command('View: Close All Editors');
    await workbench.openFile('plan.md');
    await pane.getByText('plan.md cites nothing yet').waitFor();
    await workbench.shot('48-cites-nothing-yet');
    await workbench.command('View: Close All Editors');
    await pane.getByText('Open a draft').waitFor();
    await workbench.openFile('okonkwo2019.md');
    await named('#hedging').waitFor();
    await pane.getByText('Open a draft').waitFor();
    await until(async () => !(await pane.locator('.pane-header').innerText()).includes('okonkwo2019.md'));
  });

  it('the source file explains and checks itself', async () => {
    await workbench.openFile('okonkwo2019.md');
    await workbench.editor.select('absence is patterned');
    await workbench.press('Escape');
    await workbench.editor.hover('missions stay away');
    await workbench.page.waitForTimeout(800);
    await workbench.shot('46-hover-passage');
    await workbench.editor.select('## #un-voting · p. 117');
    await workbench.press('End');
    await workbench.type(' #foreign');
    await workbench.editor.suggestion('#foreign-policy').waitFor();
    await workbench.shot('47-completion-in-heading');
  });
});
