/** Review without a wizard: the pasted text with what was read from it, corrections, fixes, the table, and works that were met twice. */
import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { container, photographFailures, Session } from './harness';
import type { Workbench } from './workbench';

const page = `Skip to main content
Journal of Invented Politics, Volume 7, Issue 2, 2019
Original article
Hedging Between Giants: Small States and Their Silences
Ngozi Okafor, Zeynep Çapan
Abstract
Middle powers often keep silent. They abstain where they could assent, and hedge where they could choose. This paper follows
fourteen of them through two hundred roll calls.
Keywords: hedging, silence, roll calls
https://doi.org/10.5555/jip.2019.0702
Share   Cite   Add to favourites
`;
const entry = '@article{tamm2020,\n  author = {Tamm, Liis},\n  title = {Neutral by Habit},\n  journal = {Baltic Votes},\n  year = {2020},\n  volume = {3}\n}\n';
const again = '@article{tammAgain,\n  author = {Tamm, Liis},\n  title = {Neutral by Habit: Abstention as Routine},\n  journal = {Baltic Votes},\n  year = {2020},\n  pages = {11--29}\n}\n';

const trilingual = `Вестник выдуманной политологии. 2021. Т. 9. № 2. С. 41–58
МОЛЧАНИЕ МАЛЫХ ГОСУДАРСТВ В ГОЛОСОВАНИЯХ
И. С. Ветрова
Аннотация. В статье рассматривается, почему малые государства воздерживаются при голосовании. Автор показывает, что молчание дешевле согласия.
Ключевые слова: голосование, воздержание
THE SILENCE OF SMALL STATES IN ROLL CALLS
I. S. Vetrova
Abstract. The article asks why small states abstain from voting. The author shows that silence is cheaper than assent.
Keywords: voting, abstention
DOI: 10.5555/vvp.2021.9.2.41
`;

const families = ['Abenov', 'Brandt', 'Çelik', 'Dlamini', 'Eriksen', 'Ferreira', 'Grigoryan', 'Hosseini', 'Ivanova', 'Jansen'];
const themes = ['Votes Nobody Counted', 'The Price of Abstention', 'Borders in Committee', 'Quiet Vetoes', 'A Habit of Assent'];
const list = families.flatMap((family, person) => themes.map((theme, work) =>
  (work % 2 === 0 ? `${family}, A. (${2001 + person + work}). ${theme} of ${family} County. Journal of Small Parliaments, ${work + 1}(${person + 1}), ${10 + person}–${30 + person}.`
    : `${family} A., ${theme} in the ${family} Papers, Invented Press ${2001 + person + work}`))).join('\n');

/** The page of the table inside its frames. */
async function tableOf(workbench: Workbench): Promise<Frame> {
  for (const end = Date.now() + 30_000; Date.now() < end; await workbench.page.waitForTimeout(100)) {
    for (const frame of workbench.page.frames()) if (await frame.locator('#review table').count().catch(() => 0)) return frame;
  }
  throw new Error('The table of review did not open');
}

describe('reviewing what was pasted', function () {
  this.timeout(240_000);
  let session: Session;
  let workbench: Workbench;

  before(async () => {
    session = await Session.open({ files: { 'article.md': '# An article\n' } });
    workbench = session.workbench;
    await workbench.size(1500, 900);
  });
  after(() => session?.close());
  photographFailures(() => session);

  it('shows a paste with what became of each of its lines, and uses a selection as a field', async () => {
    await workbench.openView(container());
    await workbench.setClipboard(`${page}\n${entry}`);
    await workbench.command('Commonplace: Paste Sources');
    assert.match(await workbench.said('added'), /2 sources added/);
    await workbench.shot('40-pasted');
    await workbench.answerToast('added', 'Show in Paste');
    await workbench.editorTab('Paste 1.pasted').waitFor();
    await workbench.page.locator('.editor-instance .codelens-decoration').getByText('tamm2020').waitFor();
    await workbench.page.waitForTimeout(1500);
    await workbench.shot('41-show-in-paste');
    const hover = await workbench.editor.hover('Neutral by Habit');
    assert.match(hover, /Title of tamm2020: “Neutral by Habit”/);
    await workbench.shot('42-hover');
    await workbench.press('Escape');
    await workbench.editor.select('Volume 7');
    await workbench.press('Shift+Alt+U');
    await workbench.quickInput.type('volume');
    await workbench.shot('43-use-as');
    await workbench.quickInput.choose('Volume');
    assert.match(await workbench.said('Volume of'), /“7”/);
    await workbench.shot('44-used');
  });

  it('looks right in light and in high contrast', async () => {
    await workbench.clearToasts();
    for (const theme of ['light', 'high contrast', 'high contrast light'] as const) {
      await session.theme(theme);
      await workbench.page.waitForTimeout(500);
      await workbench.shot(`45-paste-${theme.replace(/ /g, '-')}`);
    }
    await session.theme('dark');
  });

  it('explains why a work was taken for one that is there, and keeps both when asked', async () => {
    await workbench.setClipboard(again);
    await workbench.command('Commonplace: Paste Sources');
    assert.match(await workbench.said('completed'), /1 completed\. tamm2020: the same first author and year, and titles that are 95 % alike\./);
    await workbench.shot('46-merged');
    await workbench.clearToasts();
    await workbench.openFile('tamm2020.md');
    await workbench.editor.shows('Neutral by Habit: Abstention as Routine');
    await workbench.page.locator('.squiggly-info').first().waitFor();
    await workbench.editor.goTo(10, 25);
    const fix = await workbench.editor.offered('Keep Both');
    await workbench.shot('47-merge-fixes');
    await fix.click();
    assert.match(await workbench.said('source of its own'), /tammAgain is now a source of its own, beside tamm2020/);
    await workbench.row(/Abstention as Routine/).waitFor();
    await workbench.shot('48-kept-both');
  });

  it('shows the other titles of a work in the table, and takes one with a click or a key', async () => {
    await workbench.setClipboard(trilingual);
    await workbench.command('Commonplace: Paste Sources');
    assert.match(await workbench.said('added'), /1 source added/);
    await workbench.clearToasts();
    await workbench.command('Commonplace: Review Sources');
    const table = await tableOf(workbench);
    const row = table.locator('tbody tr', { hasText: 'vetrova2021' });
    await row.getByRole('button', { name: 'Take the other title of vetrova2021: The silence of small states' }).waitFor();
    await workbench.shot('48a-other-titles');
    await row.getByRole('button', { name: 'Take the other title of vetrova2021' }).click();
    await row.locator('td[data-column=title]', { hasText: 'The silence of small states in roll calls' }).waitFor();
    assert.match(session.read('sources/vetrova2021.md'), /title: "The silence of small states in roll calls"[^]*"titles":\{"ru":"Молчание/);
    await workbench.shot('48b-other-title-taken');
    await row.locator('td[data-column=title]').press('t');
    await row.locator('td[data-column=title]', { hasText: 'Молчание' }).waitFor();
    await row.locator('td[data-column=title]').press('Control+z');
    await row.locator('td[data-column=title]', { hasText: 'The silence of small states in roll calls' }).waitFor();
  });

  it('puts fifty references into one table, the least certain first', async () => {
    await workbench.clearToasts();
    await workbench.setClipboard(list);
    await workbench.command('Commonplace: Paste Sources');
    assert.match(await workbench.said('added'), /50 sources added/);
    await workbench.shot('49-fifty');
    await workbench.answerToast('added', 'Review');
    const table = await tableOf(workbench);
    await table.locator('tbody tr').nth(49).waitFor();
    await workbench.page.waitForTimeout(500);
    await workbench.shot('50-table');
    const row = table.locator('tbody tr').first();
    const key = (await row.locator('td[data-column=key]').innerText()).trim();
    await row.locator('td[data-column=title]').dblclick();
    await table.locator('textarea.edit').fill('A Title Put Right');
    await workbench.shot('51-table-edit');
    await table.locator('textarea.edit').press('Enter');
    await table.locator('.status').getByText(`Title of ${key} changed.`).waitFor();
    assert.match(session.read(`sources/${key}.md`), /title: "A Title Put Right"/);
    await table.locator('td[data-column=title]', { hasText: 'A Title Put Right' }).press('Control+z');
    await table.locator('.status').getByText('Undone.').waitFor();
    assert.doesNotMatch(session.read(`sources/${key}.md`), /A Title Put Right/);
    await table.locator('input[type=search]').fill('grigoryan quiet');
    await table.locator('tbody tr').nth(1).waitFor({ state: 'detached' });
    await table.locator('input[type=search]').fill('');
    await workbench.page.waitForTimeout(300);
  });

  it('shows the table in every theme, wide and narrow, and says when nothing is left', async () => {
    for (const theme of ['light', 'high contrast', 'high contrast light'] as const) {
      await session.theme(theme);
      await workbench.page.waitForTimeout(500);
      await workbench.shot(`52-table-${theme.replace(/ /g, '-')}`);
    }
    await session.theme('dark');
    await workbench.size(820, 900);
    await workbench.page.waitForTimeout(500);
    await workbench.shot('53-table-narrow');
    await workbench.size(1500, 900);
    const table = await tableOf(workbench);
    await table.locator('select').first().selectOption('doubtful');
    const nothingLeft = table.getByText('Nothing to look at.');
    // A page of the table at a time.
    for (let page = 0; page < 4 && !(await nothingLeft.isVisible()); page++) {
      await table.getByRole('button', { name: 'Accept Shown' }).click();
      await table.locator('.status').getByText(/accepted\./).waitFor();
      await workbench.page.waitForTimeout(1500);
    }
    await nothingLeft.waitFor();
    await workbench.shot('54-table-empty');
  });
});
