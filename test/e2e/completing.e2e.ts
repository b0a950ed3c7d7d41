/** Completing keys as one types: the editor’s own filter stands between the keys and what our search finds. */
import { photographFailures, Session } from './harness';
import type { Workbench } from './workbench';

const book = (key: string, author: string, title: string, year: number): string => `@book{${key}, author = {${author}}, title = {${title}}, year = {${year}}}`;
const library = [
  book('okafor2019', 'Okafor, Ngozi and Çapan, Zeynep', 'The Silence of Middle Powers', 2019),
  book('silent2001', 'Silent, Ann', 'Powers Without Middle Ground', 2001),
  book('nazarbayev2012', 'Nazarbayev, Nursultan', 'Strategy of a Young State', 2012),
  book('sundstrom2011', 'Sundström, Åke', 'Neutral by Habit: Small States Between Blocs', 2011),
  book('quiet.vote:2014', 'Lebedeva, Anna', 'Abstaining in the Assembly of Middle Powers', 2014),
].join('\n');

/** What is typed, and the keys that are offered for it, in this order. */
const cases: readonly (readonly [string, readonly string[]])[] = [
  ['middle pow', ['okafor2019', 'silent2001', 'quiet.vote:2014']], ['powers silence', ['okafor2019']], ['powers middle 2001', ['silent2001']], ['small 2011', ['sundstrom2011']],
  ['capan', ['okafor2019']], ['silence capan', ['okafor2019']], ['habit sundstrom', ['sundstrom2011']], ['Назарбаев', ['nazarbayev2012']], ['young Назарб', ['nazarbayev2012']], ['Назарбаев state 2012', ['nazarbayev2012']],
  ['quiet.vote:2', ['quiet.vote:2014']], ['assembly lebedeva', ['quiet.vote:2014']],
];
const files = { 'typing.md': ['[@', '@'], 'typing.tex': ['\\cite{', '\\autocite{okafor2019,'] } as const;

describe('completing as one types', function () {
  this.timeout(300_000);
  let session: Session;
  let workbench: Workbench;

  before(async () => {
    session = await Session.open({ files: { 'library.bib': library, 'typing.md': 'One @okafor2019.\n\n', 'typing.tex': 'One \\cite{okafor2019}.\n\n' } });
    workbench = session.workbench;
    await workbench.openFile('typing.md');
    await workbench.page.locator('.part.statusbar').getByRole('button', { name: '1 citation of 1 source' }).first().waitFor();
  });
  after(() => session?.close());
  photographFailures(() => session);

  /** The keys that are offered are these, in their order. */
  const offered = (keys: readonly string[]): Promise<unknown> => workbench.page.waitForFunction((wanted) => {
    const rows = [...document.querySelectorAll<HTMLElement>('.suggest-widget.visible .monaco-list-row')].sort((a, b) => Number(a.dataset.index) - Number(b.dataset.index));
    return rows.map((row) => row.querySelector('.label-name')?.textContent).join() === wanted;
  }, keys.join());

  const newLine = async (): Promise<void> => {
    await workbench.editor.focus();
    await workbench.press('Escape');
    await workbench.press('Control+End');
    await workbench.press('Enter');
  };

  for (const [file, openers] of Object.entries(files)) {
    for (const [at, opener] of openers.entries()) {
      describe(`behind ${opener} in ${file}`, () => {
        it('finds every word, in any order, without diacritics and across scripts', async () => {
          await workbench.openFile(file);
          for (const [typed, keys] of cases) {
            await newLine();
            await workbench.page.keyboard.type(opener);
            await workbench.editor.suggestion('okafor2019').waitFor();
            await workbench.page.keyboard.type(typed, { delay: 60 });
            await offered(keys).catch(async () => { throw new Error(`“${typed}”: ${(await workbench.editor.suggestions()).join(' | ')}`); });
          }
          if (at === 0) await workbench.shot(`25-words-in-any-order-${file.replace('.', '-')}`);
        });
      });
    }
  }

  it('ends with a whole key, so that Enter begins a new line', async () => {
    await workbench.openFile('typing.md');
    for (const typed of ['@okafor2019.', '@okafor2019 says', '[@okafor2019 and']) {
      await newLine();
      await workbench.page.keyboard.type(typed.slice(0, 2), { delay: 60 });
      await workbench.editor.suggestion('okafor2019').waitFor();
      await workbench.page.keyboard.type(typed.slice(2), { delay: 60 });
      await workbench.page.locator('.suggest-widget.visible').waitFor({ state: 'hidden' });
      await workbench.press('Enter');
      await workbench.page.keyboard.type('Next');
      await workbench.editor.shows(typed);
    }
    await workbench.editor.save();
    const text = session.read('typing.md');
    for (const lines of ['@okafor2019.\nNext', '@okafor2019 says\nNext', '[@okafor2019 and']) if (!text.includes(lines)) throw new Error(text);
  });
});
