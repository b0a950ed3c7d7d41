import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { newSourceFile, readSourceFile } from '../../../src/core/library';
import type { LibraryStore } from '../../../src/core/library';
import { amount, chanceFrom, seed } from '../tier';
import { openLibrary } from './diskFiles';

const keys = ['okafor2020', 'lee2018'];
const words = ['hedging', 'silence', 'voting cohesion', 'тишина'];

/** A folder under git with two sources, and several programs that have its library open. */
class Desk {
  readonly folder = fs.mkdtempSync(join(tmpdir(), 'commonplace-writers-'));
  stores: LibraryStore[] = [];
  /** The notes that were acknowledged and not taken away since, by id, each with its words. */
  readonly kept = new Map<string, string>();
  /** The branch that is checked out. */
  branch = 'main';
  private made = 0;

  async open(writers: number): Promise<void> {
    this.git('init', '-q', '-b', 'main');
    this.git('config', 'user.email', 'a@example.org');
    this.git('config', 'user.name', 'anna');
    fs.mkdirSync(join(this.folder, 'sources'));
    for (const key of keys) fs.writeFileSync(this.at(key), newSourceFile({ item: { id: key, type: 'book', title: `On ${key}` }, authors: ['anna', 'bekzod', 'chen'] }));
    this.git('add', '-A');
    this.git('commit', '-qm', 'begin');
    this.git('branch', 'other');
    this.stores = await Promise.all(['anna', 'bekzod', 'chen'].slice(0, writers).map((author, n) => openLibrary(this.folder, author, chanceFrom(seed + n * 7919 + this.folder.length))));
  }

  at(key: string): string {
    return join(this.folder, 'sources', `${key}.md`);
  }

  git(...args: readonly string[]): string {
    return execFileSync('git', args, { cwd: this.folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  }

  async note(writer: number, key: string): Promise<void> {
    const store = this.stores[writer % this.stores.length]!;
    const source = store.current.sources.get(key);
    if (source === undefined) return;
    const text = `${words[this.made % words.length]} ${this.made++}`;
    const { note, problems } = await store.addNote(source, { tags: ['x'], text });
    if (problems.length === 0) this.kept.set(note.id ?? '', text);
  }

  async unnote(writer: number, key: string): Promise<void> {
    const store = this.stores[writer % this.stores.length]!;
    const source = store.current.sources.get(key);
    const [id] = source?.notes.flatMap((note) => note.id ?? []) ?? [];
    if (source === undefined || id === undefined) return;
    const { undo } = await store.removeNote(source, ({ note }) => note.id === id);
    if (undo.length > 0) this.kept.delete(id);
  }

  async field(writer: number, key: string): Promise<void> {
    const store = this.stores[writer % this.stores.length]!;
    const source = store.current.sources.get(key);
    if (source !== undefined) await store.setFields(source, { volume: String(this.made++) });
  }

  /** Another program rewrites a file with a line more, as an editor does. */
  outside(key: string): void {
    const text = fs.readFileSync(this.at(key), 'utf8');
    fs.writeFileSync(this.at(key), text.replace('\n---\n', `\n---\n\nA line by hand ${this.made++}.\n`));
  }

  commit(): void {
    this.git('add', '-A');
    try {
      this.git('commit', '-qm', `state ${this.made}`);
    } catch { /* nothing has changed */ }
  }

  /** Git refuses where it would write over what was not committed. */
  checkout(): void {
    try {
      this.git('checkout', '-q', this.branch === 'main' ? 'other' : 'main');
      this.branch = this.branch === 'main' ? 'other' : 'main';
    } catch { /* refused */ }
  }

  stash(): void {
    try {
      this.git('stash');
    } catch { /* nothing to put aside */ }
  }

  /** What is in no file, no commit and no stash, and what can't be read. */
  losses(): readonly string[] {
    const everywhere = [...keys.map((key) => fs.readFileSync(this.at(key), 'utf8')), this.history()].join('\n');
    const lost = [...this.kept].filter(([id, text]) => !everywhere.includes(`note ${id} `) || !everywhere.includes(text));
    const torn = keys.filter((key) => readSourceFile(fs.readFileSync(this.at(key), 'utf8')).frozen !== undefined);
    const twice = keys.filter((key) => {
      const ids = readSourceFile(fs.readFileSync(this.at(key), 'utf8')).notes.map(({ note }) => note.id);
      return new Set(ids).size !== ids.length;
    });
    return [...lost.map(([id]) => `note ${id} is lost`), ...torn.map((key) => `${key} is torn`), ...twice.map((key) => `${key} has a note twice`)];
  }

  /** Every text that git holds. */
  private history(): string {
    return this.git('cat-file', '--batch-all-objects', '--batch');
  }

  close(): void {
    for (const store of this.stores) store.dispose();
    fs.rmSync(this.folder, { recursive: true, force: true });
  }
}

type Step = (desk: Desk) => Promise<unknown> | void;
const writer = fc.nat(2);
const key = fc.constantFrom(...keys);
const quick = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(writer, key).map(([who, which]): Step => (desk) => desk.note(who, which)) },
  fc.tuple(writer, key).map(([who, which]): Step => (desk) => desk.unnote(who, which)),
  { weight: 2, arbitrary: fc.tuple(writer, key).map(([who, which]): Step => (desk) => desk.field(who, which)) },
);
const between = fc.oneof(
  key.map((which): Step => (desk) => desk.outside(which)),
  fc.constant<Step>((desk) => desk.commit()),
  fc.constant<Step>((desk) => { desk.commit(); desk.checkout(); }),
  fc.constant<Step>((desk) => desk.checkout()),
  fc.constant<Step>((desk) => desk.stash()),
  fc.nat(2).map((who): Step => (desk) => desk.stores[who % desk.stores.length]!.reload()),
);
/** Steps of several programs at once, then something from outside. */
const turns = fc.array(fc.tuple(fc.array(quick, { minLength: 1, maxLength: 5 }), fc.option(between)), { minLength: 1, maxLength: 8 });

/** Does all of it; gives what is wrong at its end. */
async function play(writers: number, story: readonly (readonly [readonly Step[], Step | null])[]): Promise<readonly string[]> {
  const desk = new Desk();
  try {
    await desk.open(writers);
    for (const [together, then] of story) {
      await Promise.all(together.map(async (step) => { await step(desk); }));
      await then?.(desk);
    }
    return desk.losses();
  } finally {
    desk.close();
  }
}

describe('several writers', function () {
  const runs = amount({ short: 6, long: 500, campaign: 10_000 });
  this.timeout(60_000 + runs * 3000);

  for (const writers of [2, 3]) {
    it(`C-01 C-02 ${writers} of them with git in between lose no note, tear no file and make none twice: ${runs} stories, seed ${seed}`, () =>
      fc.assert(fc.asyncProperty(turns, async (story) => assert.deepEqual(await play(writers, story), [])), { numRuns: runs, seed }));
  }

  it('C-01 that change different fields and notes of one source at the same moment are joined', async () => {
    const desk = new Desk();
    try {
      await desk.open(3);
      for (let round = 0; round < 10; round += 1) {
        await Promise.all([desk.note(0, keys[0]!), desk.field(1, keys[0]!), desk.note(2, keys[0]!)]);
      }
      const file = readSourceFile(fs.readFileSync(desk.at(keys[0]!), 'utf8'));
      assert.deepEqual(desk.losses(), []);
      assert.ok(desk.kept.size >= 10 && file.notes.length === desk.kept.size, `${desk.kept.size}`);
    } finally {
      desk.close();
    }
  });

  it('C-05 an edit from outside that arrives during ours loses no line, whoever comes first', async () => {
    const desk = new Desk();
    const rounds = amount({ short: 60, long: 2000, campaign: 10_000 });
    try {
      await desk.open(2);
      let lines = 0;
      for (let round = 0; round < rounds; round += 1) {
        const saving = desk.note(round, keys[0]!);
        // At any moment before the save, or when its bytes are being written.
        const isWriting = (): boolean => fs.readdirSync(join(desk.folder, 'sources')).some((name) => name.endsWith('.tmp'));
        for (let turn = 0; round % 2 === 0 ? turn < 3000 && !isWriting() : turn < round % 24; turn += 1) await new Promise(setImmediate);
        // As editors do that compare before they write: read, then rename in one step.
        const before = fs.readFileSync(desk.at(keys[0]!), 'utf8');
        fs.writeFileSync(`${desk.at(keys[0]!)}~`, before.replace('\n---\n', `\n---\n\nLine ${lines++} by hand.\n`));
        fs.renameSync(`${desk.at(keys[0]!)}~`, desk.at(keys[0]!));
        await saving;
        if (round % 20 === 19) {
          const text = fs.readFileSync(desk.at(keys[0]!), 'utf8');
          for (let line = 0; line < lines; line += 1) assert.ok(text.includes(`\nLine ${line} by hand.\n`), `line ${line} is lost in round ${round}`);
          assert.deepEqual(desk.losses(), []);
        }
      }
    } finally {
      desk.close();
    }
  });
});
