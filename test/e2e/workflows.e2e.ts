/** Three ways of working, whole: the concept spreadsheet, the coding of stances, the evidence behind an article. Keys are counted. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { container, photographFailures, Session } from './harness';
import { until } from './until';
import type { Workbench } from './workbench';

const sentences = ['Two states that face the same patron divide the work of refusing between them', 'neither of them is ever seen to refuse twice in a row', 'the patron learns to ask both at once'];
const record = `TY  - JOUR\nAU  - Adeyemi, Tola\nTI  - Borrowed Umbrellas: How Middle Powers Share Risk\nPY  - 2025\nJO  - Review of Patient States\nSP  - 11\nEP  - 38\nAB  - Middle powers are said to hedge alone. ${sentences[0]!}, so that ${sentences[1]!}. Where it works for long, ${sentences[2]!}.\nER  - \n`;

describe('three ways of working', function () {
  this.timeout(300_000);
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
  const letters = (text: string): Promise<void> => press(...[...text].map((sign) => (sign === ' ' ? 'Space' : sign)));
  const source = (): string => session.read('sources/adeyemi2025.md');
  const file = (name: string): string => path.join(session.folder, name);

  before(async () => {
    session = await Session.open({ copy: 'media/sample', files: { 'codes.csv': 'tag,description\nburden-sharing,Who pays for refusing\nhedging,Keeping options open\n' }, settings: { 'commonplace.author': 'anna', 'workbench.colorTheme': 'Light Modern' } });
    workbench = session.workbench;
    await workbench.size(1400, 900);
    await workbench.openView(container());
    await workbench.row(/Okonkwo/).waitFor();
  });
  let broken = false;
  // Each step stands on the one before.
  beforeEach(() => assert.ok(!broken, 'an earlier step failed'));
  afterEach(function () { broken ||= this.currentTest?.state === 'failed'; });
  after(() => session?.close());
  photographFailures(() => session);

  /** The box of names that saves a file: takes the name that it offers, or this one. */
  const saveAs = async (name?: string): Promise<void> => {
    await until(async () => /\/[^/]+\.\p{L}+$/u.test(await workbench.quickInput.input.inputValue()));
    if (name !== undefined) {
      await workbench.quickInput.fill(file(name));
      await workbench.quickInput.row(name).waitFor({ timeout: 2000 }).catch(() => undefined);
    }
    await workbench.quickInput.accept();
  };

  describe('the concept spreadsheet: paste, mark, tag, and one row for each reading', () => {
    it('notes three sentences of a pasted abstract in fifteen keys', async () => {
      await workbench.openFile('article.md');
      await workbench.setClipboard(record);
      keys = 0;
      await press('Shift+Alt+V');
      await workbench.row(/Adeyemi/).waitFor();
      assert.equal(keys, 1);
      await workbench.clearToasts();
      await workbench.row(/Adeyemi/).click();
      await workbench.editorTab('adeyemi2025.md').waitFor();
      await workbench.editor.shows('Middle powers are said');
      await workbench.editor.select(sentences[0]!);
      keys = 0;
      await press('Shift+Alt+N');
      await workbench.quickInput.row('Keep without a tag').waitFor();
      await letters('hed');
      await workbench.quickInput.row('New tag').waitFor();
      await press('Enter');
      await until(() => source().includes(`> ${sentences[0]!}\n`));
      await workbench.editor.select(sentences[1]!);
      await press('Shift+Alt+M');
      await until(() => source().includes(`> ${sentences[1]!}\n`));
      await workbench.editor.select(sentences[2]!);
      await press('Shift+Alt+N');
      await workbench.quickInput.row('Keep without a tag').waitFor();
      await letters('refusal');
      await workbench.quickInput.row('New tag').waitFor();
      await press('Enter');
      await until(() => /## #refusal\n\n<!-- [^\n]*\n\n> the patron learns/u.test(source()));
      assert.ok(keys <= 15, `${keys} keys`);
      await workbench.shot('80-three-passages-light');
    });

    it('gives one row for each reading, as Markdown, as a spreadsheet, and as a draft', async () => {
      await workbench.command('Commonplace: Literature Table…');
      await workbench.quickInput.fill('#hedging');
      await workbench.quickInput.row('#hedging').waitFor();
      await workbench.quickInput.accept();
      await workbench.quickInput.row('One Row for Each Source').waitFor();
      await workbench.shot('81-literature-rows');
      await workbench.quickInput.choose('One Row for Each Source');
      await saveAs('literature.md');
      await workbench.editorTab('literature.md').waitFor();
      const table = session.read('literature.md');
      assert.match(table, /\| Concept \| Citation \| Main idea \| Notes \| Cross-reference \| Quotation \|/u);
      assert.match(table, /\| hedging \| \[@adeyemi2025\] \|/u);
      assert.match(table, /“Two states that face the same patron/u);
      await workbench.shot('82-literature-table-light');
      await session.theme('dark');
      await workbench.shot('83-literature-table-dark');
      await session.theme('light');
      await workbench.command('Commonplace: Literature Table…');
      await workbench.quickInput.fill('#hedging');
      await workbench.quickInput.accept();
      await workbench.quickInput.choose('One Row for Each Passage');
      await saveAs();
      await workbench.said(/Literature table saved as literature hedging\.xlsx/);
      assert.equal(readFileSync(file('literature hedging.xlsx')).subarray(0, 2).toString('latin1'), 'PK');
      await workbench.clearToasts();
      await workbench.command('Commonplace: Draft From Tag or Query…');
      await workbench.quickInput.fill('#refusal');
      await workbench.quickInput.accept();
      await workbench.quickInput.choose('Source');
      await workbench.quickInput.choose('New Markdown File');
      await workbench.editor.shows('[@adeyemi2025]');
      await workbench.command('View: Revert and Close Editor');
    });
  });

  describe('the coding of a debate: who says what, for or against', () => {
    const synthesis = async (): Promise<Frame> => {
      let found: Frame | undefined;
      await until(async () => {
        for (const frame of workbench.page.frames()) if (await frame.locator('table[role=grid] tbody tr').count() > 0) found = frame;
        return found !== undefined;
      });
      return found as Frame;
    };

    it('codes a claim and its stance without leaving the keyboard', async () => {
      await workbench.openFile('adeyemi2025.md');
      await workbench.editor.select('Middle powers are said to hedge alone');
      keys = 0;
      await press('Shift+Alt+N');
      await workbench.quickInput.row('Keep without a tag').waitFor();
      await letters('hedging against claim');
      await workbench.quickInput.row('Keep').waitFor();
      await press('Enter');
      await until(() => /## #hedging · against · claim\n\n<!-- [^\n]*\n\n> Middle powers are said to hedge alone\n/u.test(source()));
      assert.ok(keys <= 23, `${keys} keys`);
    });

    it('shows it in the table with those of the others, and opens it there', async () => {
      await workbench.command('Commonplace: Show Synthesis');
      const frame = await synthesis();
      const column = await frame.locator('thead th[data-sort="#hedging"]').getAttribute('aria-colindex');
      const cell = frame.locator('tbody tr').filter({ hasText: 'Adeyemi' }).locator(`td[aria-colindex="${column ?? ''}"]`);
      await until(async () => /3 passages, .*1 against/u.test(await cell.getAttribute('aria-label') ?? ''));
      await cell.click();
      await frame.locator('aside.pane').getByText('Middle powers are said to hedge alone').waitFor();
      await workbench.shot('84-stances-light');
      await session.theme('dark');
      await workbench.shot('85-stances-dark');
      await session.theme('light');
    });

    it('compares the coders and hands the codes on', async () => {
      await workbench.command('Commonplace: Compare Coders');
      await workbench.quickInput.row('anna').waitFor();
      await workbench.quickInput.accept();
      await workbench.quickInput.choose('Passages');
      await workbench.editor.shows('Krippendorff');
      await workbench.shot('86-agreement-light');
      for (const [form, name, holds] of [['Argdown', 'hedging.argdown', /Middle powers are said to hedge alone/u], ['CSV', 'hedging.csv', /adeyemi2025/u], ['REFI-QDA project', 'hedging.qdpx', /^PK/u]] as const) {
        await workbench.command('Commonplace: Export Notes…');
        await workbench.quickInput.row('All notes').waitFor();
        await workbench.quickInput.fill('hedging');
        await workbench.quickInput.choose('hedging');
        await workbench.quickInput.row('Markdown').waitFor();
        if (form === 'CSV') await workbench.shot('87-export-forms');
        await workbench.quickInput.fill(form);
        await workbench.quickInput.choose(form);
        await saveAs(name);
        await workbench.said(new RegExp(`notes exported to ${name}`, 'u'));
        assert.match(readFileSync(file(name)).toString('latin1').normalize(), holds);
        await workbench.clearToasts();
      }
    });

    it('takes in the codebook of another program, after a look at what would come, and back out', async () => {
      await workbench.command('Commonplace: Import Notes and Codes…');
      await workbench.quickInput.choose('Files…');
      await workbench.quickInput.choose('codes.csv');
      await workbench.quickInput.row('1 new tag').waitFor();
      await workbench.shot('88-import-what');
      await workbench.quickInput.accept();
      await workbench.said(/Imported: 1 new tag/);
      await until(() => session.read('sources/codebook.yaml').includes('burden-sharing:'));
      await workbench.answerToast(/Imported/, 'Undo');
      await until(() => !session.read('sources/codebook.yaml').includes('burden-sharing'));
      await workbench.clearToasts();
    });
  });

  describe('transparent inquiry: the evidence behind each citation of an article', () => {
    it('puts a quotation into the draft with its page, and it stands in the appendix', async () => {
      await workbench.openFile('article.md');
      await workbench.editor.select('Put the cursor');
      await press('ArrowLeft');
      keys = 0;
      await workbench.command('Commonplace: Insert Quotation…');
      await workbench.quickInput.fill('absence okonkwo');
      await workbench.quickInput.row('Okonkwo').waitFor();
      await workbench.shot('89-quotations');
      await workbench.quickInput.accept();
      await workbench.editor.save();
      await until(() => /“[^”]+” \[@okonkwo2019, p\. \d+\]/u.test(session.read('article.md')));
      await workbench.command('Commonplace: Evidence Appendix of This Draft');
      await workbench.editor.shows('# Evidence: article.md');
      await workbench.shot('90-evidence-light');
      await session.theme('dark');
      await workbench.shot('91-evidence-dark');
      await session.theme('light');
    });

    it('says which citations have no note and which quotations no page, and is a file one can keep', async () => {
      await workbench.editor.select('⚠');
      const shown = await workbench.editor.text();
      assert.match(shown, /to look at \(⚠\)/u);
      await workbench.press('Control+S');
      await saveAs('evidence.md');
      // The editor makes the file before it fills it.
      await until(() => session.read('evidence.md').includes('⚠ No note stands'));
      const text = session.read('evidence.md');
      assert.match(text, /## \d+\. okonkwo2019, p\. \d+\n\nIn the draft: “/u);
      assert.match(text, /\n> [^\n]+\(p\. 117\)/u);
      assert.match(text, /⚠ No note stands behind this citation/u);
    });
  });
});
