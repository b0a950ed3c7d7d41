/** Citation keys by a pattern: chosen with a look at one’s own sources, then made anew everywhere. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { container, photographFailures, Session } from './harness';
import { until } from './until';
import type { Workbench } from './workbench';

const source = (key: string, family: string, title: string, year: number, notes = ''): string =>
  `---\nid: ${key}\ntype: book\ntitle: "${title}"\nauthor: [{"family":"${family}","given":"A."}]\nissued: {"date-parts":[[${year}]]}\n---\n\n# Notes by anna\n\n${notes}<!-- end -->\n`;
const files = {
  'sources/x1.md': source('x1', 'Лебедева', 'The Quiet Vote', 2014),
  'sources/x2.md': source('x2', 'Okafor', 'Silence of Powers', 2019, '## #silence · p. 3\n\n<!-- note n00000001 supports=x1#n00000002 -->\n\nAs @x1 says.\n\n'),
  'sources/okafor2019.md': source('okafor2019', 'Okafor', 'Another Silence', 2019),
  'draft.md': 'A vote [@x1, p. 3; @x2] and @okafor2019.\n',
  'paper.tex': '\\autocite[3]{x1,x2} and \\textcite{okafor2019}\n',
};

describe('citation keys', function () {
  this.timeout(300_000);
  let session: Session;
  let workbench: Workbench;

  before(async () => {
    session = await Session.open({ files });
    workbench = session.workbench;
    await workbench.size(1280, 800);
  });
  after(() => session?.close());
  photographFailures(() => session);

  it('show as one types a pattern, which names its mistakes and is not taken with them', async () => {
    await workbench.openView(container());
    await workbench.row(/Quiet Vote/).waitFor();
    await workbench.command('Commonplace: Choose Key Pattern');
    await workbench.quickInput.row('lebedeva2014').waitFor();
    await workbench.quickInput.fill('[auth][yaer]');
    await workbench.quickInput.row('There is no “yaer”').waitFor();
    await workbench.shot('50-key-pattern-mistake');
    await workbench.press('Enter');
    assert.ok(await workbench.quickInput.isOpen());
    await workbench.quickInput.fill('[auth]_[year]_[veryshorttitle]');
    await workbench.quickInput.row('lebedeva_2014_quiet').waitFor();
    await workbench.shot('51-key-pattern');
    await workbench.press('Escape');
  });

  it('are made anew in drafts of both syntaxes, in the sources and in notes that relate to them, with letters where two are the same', async () => {
    await workbench.command('Commonplace: Regenerate Keys');
    await workbench.quickInput.row('x1 → lebedeva2014').waitFor();
    assert.deepEqual((await workbench.quickInput.rows()).map((row) => row.split(',')[0]), ['x1 → lebedeva2014', 'x2 → okafor2019a']);
    await workbench.shot('52-regenerate-keys');
    await workbench.quickInput.accept();
    assert.match(await workbench.said('renamed'), /2 keys renamed in 4 files/);
    await workbench.shot('53-keys-renamed');
    await until(() => existsSync(path.join(session.folder, 'sources', 'okafor2019a.md')) && !session.read('draft.md').includes('x1'));
    assert.equal(session.read('draft.md'), 'A vote [@lebedeva2014, p. 3; @okafor2019a] and @okafor2019.\n');
    assert.equal(session.read('paper.tex'), '\\autocite[3]{lebedeva2014,okafor2019a} and \\textcite{okafor2019}\n');
    const noted = session.read('sources/okafor2019a.md');
    assert.match(noted, /^id: okafor2019a$/m);
    assert.match(noted, /supports=lebedeva2014#n00000002/);
    assert.match(noted, /As @lebedeva2014 says/);
    assert.equal(existsSync(path.join(session.folder, 'sources', 'x1.md')), false);
  });

  it('come back with Undo', async () => {
    await workbench.answerToast('renamed', 'Undo');
    for (const name of ['draft.md', 'paper.tex', 'sources/x2.md', 'sources/x1.md'] as const) await until(() => session.read(name) === files[name]);
  });

  it('stay where they follow the pattern', async () => {
    await workbench.clearToasts();
    await workbench.rowMenu(/Another Silence/, 'Regenerate Keys');
    assert.match(await workbench.said('follows the pattern'), /nothing changes/);
  });

  describe('that a linked bibliography has too', () => {
    const old = Array.from({ length: 12 }, (_, n) => `zz${10 + n}`);
    const draftOf = (key: (n: number) => string): string => `Votes [${old.map((_, n) => `@${key(n)}`).join('; ')}].\n`;
    const entries = old.map((key) => `@book{${key},\n  title = {Kept Elsewhere},\n}\n`).join('\n');
    const word = (n: number): string => 'abcdefghijkl'.charAt(n).repeat(3);
    /** The second answers a note of the first under a key that an earlier renaming, which was cut short, took from it. */
    const notes = ['## #silence\n\n<!-- note n00000010 -->\n\nHere.\n\n', '## #silence\n\n<!-- note n00000011 attacks=gone1999#n00000010 -->\n\nNot here.\n\n'];
    const renamed = (n: number): string => `voter${word(n)}2017`;

    before(async () => {
      await workbench.clearToasts();
      session.write('zotero.bib', entries);
      session.write('votes.md', draftOf((n) => old[n]!));
      for (const [n, key] of old.entries()) session.write(`sources/${key}.md`, source(key, `Voter${word(n)}`, `A Vote of ${word(n)}`, 2017, notes[n] ?? ''));
      // The generated bibliography has them when the library does.
      await until(() => old.every((key) => session.read('references.bib').includes(`{${key},`)));
    });

    /** Asks for new keys and to be shown every line that changes. */
    const showFirst = async (): Promise<void> => {
      await workbench.command('Commonplace: Regenerate Keys');
      await workbench.quickInput.row('zz10 → voteraaa2017').waitFor();
      // Where the pointer was left it may rest on the box, whose hover would then lie over the button.
      await workbench.page.mouse.move(1, 1);
      await workbench.page.getByRole('button', { name: 'Show every change in its file before it is made' }).click();
      await workbench.quickInput.row('Leave As They Are').waitFor();
    };
    const atOnce = async (): Promise<void> => {
      await workbench.command('Commonplace: Regenerate Keys');
      await workbench.quickInput.row('zz10 → voteraaa2017').waitFor();
      await workbench.quickInput.accept();
    };
    const onceAgreed = async (): Promise<void> => {
      await showFirst();
      await workbench.quickInput.choose('Rename');
      await workbench.page.locator('.tab').filter({ hasText: 'Keys to Rename' }).waitFor({ state: 'detached' });
    };
    /** Asks for new keys, and gives the answer to the question that follows. */
    const answer = async (button: string, ask = atOnce): Promise<void> => {
      await ask();
      const question = workbench.page.locator('.monaco-dialog-box').filter({ hasText: 'zotero.bib has some of these keys too. Rename them there as well?' });
      await question.waitFor();
      await workbench.shot(`54-keys-in-a-linked-bibliography-${button.split(' ')[0]?.toLowerCase() ?? ''}`);
      await workbench.answerDialog(button);
      await question.waitFor({ state: 'detached' });
    };
    const undone = async (): Promise<void> => {
      await workbench.answerToast('renamed', 'Undo');
      await until(() => session.read('votes.md') === draftOf((n) => old[n]!) && old.every((key) => existsSync(path.join(session.folder, 'sources', `${key}.md`))));
      await workbench.clearToasts();
    };

    it('stay everywhere when the person thinks better of it', async () => {
      await answer('Cancel');
      assert.equal(session.read('votes.md'), draftOf((n) => old[n]!));
      assert.equal(session.read('zotero.bib'), entries);
    });

    it('are shown in a list of every changed line where they are many, and stay when it is not agreed to', async () => {
      await showFirst();
      for (const line of ['-id: x1', '+id: lebedeva2014', '+++ sources/lebedeva2014.md']) await workbench.editor.shows(line);
      await workbench.shot('55-keys-shown-first');
      await workbench.quickInput.choose('Leave As They Are');
      await workbench.page.locator('.tab').filter({ hasText: 'Keys to Rename' }).waitFor({ state: 'detached' });
      assert.equal(session.read('votes.md'), draftOf((n) => old[n]!));
    });

    it('stay there when the person says so, and are renamed in drafts and sources', async () => {
      await answer('Leave As It Is');
      await workbench.said('14 keys renamed');
      assert.equal(session.read('votes.md'), draftOf(renamed));
      assert.equal(session.read('zotero.bib'), entries);
      assert.match(session.read(`sources/${renamed(1)}.md`), /attacks=voteraaa2017#n00000010 /);
      await undone();
    });

    it('are renamed there too when the person agrees to the list and to that, and come back with Undo', async () => {
      await answer('Rename There Too', onceAgreed);
      await workbench.said('14 keys renamed');
      assert.equal(session.read('votes.md'), draftOf(renamed));
      assert.equal(session.read('zotero.bib'), old.reduce((text, key, n) => text.replace(`{${key},`, `{${renamed(n)},`), entries));
      await undone();
      assert.equal(session.read('zotero.bib'), entries);
    });
  });
});
