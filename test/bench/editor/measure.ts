/**
 * Runs in the extension host of a real editor, in place of a suite, and measures there what a person waits for. It gives what it found beside a suite's
 * counts. The moment at which a row is seen is told by the page, through a file.
 */
import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import path from 'node:path';
import v8 from 'node:v8';
import vm from 'node:vm';
import * as vscode from 'vscode';
import { holding, type Holding } from '../holding';

/** All times in milliseconds, memory in bytes: what is held, and what the system has given the process, whose threads and garbage count too. What an extension without a library can't do is missing; its first completions are the editor's own. */
export type Found = {
  readonly activated: number; readonly worked: number; readonly row: number; readonly rowWorked: number; readonly memory: number; readonly resident: number;
  readonly ready?: number;
} & { readonly [W in Work]?: Cost };

/** What is asked of the editor: how long it took, and for how long the extension host worked meanwhile; in milliseconds. */
export type Work = 'completionAtStart' | 'completionFirst' | 'completionKey' | 'hover' | 'rename' | 'diagnostics';
export type Cost = { readonly took: number; readonly worked: number };

/** What {@link stretches} gives in place of that. */
export type Held = { readonly start: Holding; readonly changed: Holding };

const env = (name: string): string => process.env[name] ?? '';
const root = (): vscode.Uri => vscode.workspace.workspaceFolders![0]!.uri;
const at = (name: string): vscode.Uri => vscode.Uri.joinPath(root(), name);
const pause = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms); });

async function until<T>(what: string, look: () => T | undefined | Promise<T | undefined>, patience = 40_000): Promise<T> {
  for (const end = Date.now() + patience; Date.now() < end; await pause(5)) {
    const found = await look();
    if (found !== undefined) return found;
  }
  throw new Error(`${what}: not within ${patience} ms`);
}

async function timed(work: () => unknown): Promise<Cost> {
  const [start, before] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(before);
  return { took: performance.now() - start, worked: (user + system) / 1000 };
}

/** COMMONPLACE_BENCH_PROFILES may name a folder: what the extension host did meanwhile is written there, for `npm run bench` says how long and not why. */
async function profiled<T>(name: string, work: () => Promise<T>): Promise<T> {
  const folder = env('COMMONPLACE_BENCH_PROFILES');
  if (folder === '') return work();
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.start');
  const found = await work();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  writeFileSync(path.join(folder, `${name}.cpuprofile`), JSON.stringify(profile));
  return found;
}

const inMiddle = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)] ?? NaN;
const middle = (costs: readonly Cost[]): Cost => ({ took: inMiddle(costs.map(({ took }) => took)), worked: inMiddle(costs.map(({ worked }) => worked)) });

/** What this process holds after garbage was collected: twice, since the bytes of a text outside the heap are let go of after its name in it. */
async function held(): Promise<Pick<Found, 'memory' | 'resident'>> {
  // A tree that has just been made anew lets go of its former rows in a second.
  await pause(2000);
  v8.setFlagsFromString('--expose-gc');
  const collect = vm.runInNewContext('gc') as () => void;
  collect();
  collect();
  const { heapUsed, external, rss: resident } = process.memoryUsage();
  const folder = env('COMMONPLACE_BENCH_PROFILES');
  if (folder !== '') v8.writeHeapSnapshot(path.join(folder, `memory${atStart() ? ' at start' : ''}.heapsnapshot`));
  return { memory: heapUsed + external, resident };
}

/** The extension host has nothing more to do: it worked less than a twentieth of each of four half seconds. */
async function settled(patience = 600_000): Promise<void> {
  for (let [quiet, end] = [0, Date.now() + patience]; quiet < 4 && Date.now() < end;) quiet = (await timed(() => pause(500))).worked < 25 ? quiet + 1 : 0;
}

/** Is the first list asked for while the library is being read, or when the editor has nothing more to do? */
const atStart = (): boolean => readFileSync(env('COMMONPLACE_BENCH_MODE'), 'utf8') === 'at start';

/** When the page saw the first row, by the clock that both share. */
const rowSeen = (since: number): Promise<number> => until('a first row', () => {
  const file = env('COMMONPLACE_BENCH_ROW');
  const seen = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  return seen >= since ? seen - since : undefined;
});

const complete = (document: vscode.TextDocument): Thenable<vscode.CompletionList> =>
  vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, document.lineAt(document.lineCount - 1).range.end, '@');
const references = ({ items }: vscode.CompletionList): number => items.filter(({ kind }) => kind === vscode.CompletionItemKind.Reference).length;

const openDraft = async (): Promise<vscode.TextDocument> => (await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content: 'As has been shown [@' }))).document;

const firstList = (document: vscode.TextDocument): Promise<Cost> => timed(async () => until('a first list', async () => (references(await complete(document)) > 0 ? true : undefined)));

/** A draft is opened and looked at; then a citation is typed letter by letter: the first list, and the middle of those after it. */
async function completing(): Promise<Pick<Found, 'completionFirst' | 'completionKey'>> {
  const document = await openDraft();
  const editor = vscode.window.activeTextEditor!;
  await settled();
  const first = await firstList(document);
  const keys: Cost[] = [];
  for (const letter of 'lindq') {
    await editor.edit((edit) => edit.insert(document.lineAt(document.lineCount - 1).range.end, letter));
    keys.push(await timed(() => complete(document)));
  }
  return { completionFirst: first, completionKey: middle(keys) };
}

/** A draft that cites so many keys of the library, over and over, to about so many characters. */
const draftText = (keys: readonly string[], length: number): string => {
  const parts: string[] = [];
  for (let size = 0, n = 0; size < length; n += 1) {
    parts.push(`Paragraph ${n} says what has been said of it before [@${keys[n % keys.length] ?? 'nobody'}, p. ${1 + (n % 200)}], and adds a thought of its own about assemblies, their minutes and their diaries.\n`);
    size += parts.at(-1)!.length + 1;
  }
  return parts.join('\n');
};

async function keysThere(): Promise<readonly string[]> {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: '[@' });
  const { items } = await complete(document);
  return items.filter(({ kind }) => kind === vscode.CompletionItemKind.Reference).map(({ label }) => (typeof label === 'string' ? label : label.label));
}

async function hovering(key: string): Promise<Cost> {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: `See [@${key}].` });
  await vscode.window.showTextDocument(document);
  const hover = (): Thenable<vscode.Hover[]> => vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, new vscode.Position(0, 8));
  await hover();
  return middle([await timed(hover), await timed(hover), await timed(hover)]);
}

/** From an edit in a draft of a megabyte until the unknown key that it wrote is underlined. */
async function diagnosing(keys: readonly string[]): Promise<Cost> {
  const uri = at('chapter.md');
  writeFileSync(uri.fsPath, draftText(keys, 1_000_000));
  const document = await vscode.workspace.openTextDocument(uri);
  const editor = await vscode.window.showTextDocument(document);
  const unknown = (key: string): true | undefined => (vscode.languages.getDiagnostics(uri).some(({ message }) => message.includes(key)) ? true : undefined);
  const times: Cost[] = [];
  for (let n = 0; n < 4; n += 1) {
    times.push(await timed(async () => {
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), `And [@nowhere${n}].\n\n`));
      await until('a diagnostic', () => unknown(`nowhere${n}`));
    }));
  }
  await vscode.commands.executeCommand('workbench.action.files.revert');
  rmSync(uri.fsPath);
  return middle(times.slice(1));
}

/** The edit that renames a key over a hundred drafts that cite it. */
async function renaming(key: string): Promise<Cost> {
  const drafts = Array.from({ length: 100 }, (_, n) => at(`draft${n}.md`));
  for (const draft of drafts) writeFileSync(draft.fsPath, draftText([key, 'other1999'], 4000));
  const document = await vscode.workspace.openTextDocument(drafts[0]!);
  await vscode.window.showTextDocument(document);
  const place = document.positionAt(document.getText().indexOf(`@${key}`) + 3);
  const rename = (): Thenable<vscode.WorkspaceEdit> => vscode.commands.executeCommand<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', document.uri, place, 'renamed2000');
  await until('a rename over all drafts', async () => ((await rename()).size >= drafts.length ? true : undefined));
  const time = await timed(rename);
  for (const draft of drafts) rmSync(draft.fsPath);
  return time;
}

async function measured(extension: vscode.Extension<unknown>): Promise<Found> {
  const [since, start, worked] = [Date.now(), performance.now(), process.cpuUsage()];
  const wasActive = extension.isActive;
  await extension.activate();
  const activated = performance.now() - start;
  const { user, system } = process.cpuUsage(worked);
  await vscode.commands.executeCommand(`${env('COMMONPLACE_BENCH_VIEW')}.focus`);
  const row = await rowSeen(since);
  const whole = process.cpuUsage(worked);
  // What had begun before can't be measured any more.
  const own = { activated: wasActive ? NaN : activated, worked: wasActive ? NaN : (user + system) / 1000, row, rowWorked: (whole.user + whole.system) / 1000 };
  if (env('COMMONPLACE_BENCH_LIBRARY') === '') {
    const document = await openDraft();
    if (atStart()) return { ...own, completionAtStart: await timed(() => complete(document)), ...await held() };
    await settled();
    return { ...own, completionFirst: await timed(() => complete(document)), completionKey: await timed(() => complete(document)), ...await held() };
  }
  const early: Pick<Found, 'completionAtStart'> = atStart() ? { completionAtStart: await profiled('completionAtStart', async () => firstList(await openDraft())) } : {};
  await vscode.commands.executeCommand('commonplace.copyKey', 'nobody');
  const ready = Date.now() - since;
  if (atStart()) {
    // What is looked at after the library was read is not yet let go of before.
    await settled();
    return { ...own, ...early, ready, ...await held() };
  }
  const completions = await profiled('completions', completing);
  const keys = await keysThere();
  const memory = await held();
  if (env('COMMONPLACE_BENCH_ALL') === '') return { ...own, ...completions, ready, ...memory };
  return { ...own, ...completions, ready, ...memory, hover: await profiled('hover', () => hovering(keys[0] ?? '')), rename: await profiled('rename', () => renaming(keys[0] ?? '')), diagnostics: await profiled('diagnostics', () => diagnosing(keys)) };
}

/** For how long the extension host is held at a stretch while a large bibliography is met, and when it has changed on the disk. */
async function stretches(extension: vscode.Extension<unknown>): Promise<Held> {
  const since = Date.now();
  const start = await holding(() => profiled('start', async () => {
    await extension.activate();
    await vscode.commands.executeCommand(`${env('COMMONPLACE_BENCH_VIEW')}.focus`);
    await rowSeen(since);
    await vscode.commands.executeCommand('commonplace.copyKey', 'nobody');
    await pause(2000);
  }));
  const bibliography = at('references.bib').fsPath;
  const before = readFileSync(bibliography, 'utf8');
  const document = (await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content: 'See [@zzquite' }))).document;
  await complete(document);
  const changed = await holding(() => profiled('changed', async () => {
    appendFileSync(bibliography, '\n@book{zzquite2020,\n  title = {Quite Another},\n  date = {2020}\n}\n');
    await until('the entry that is new', async () => { await pause(250); return references(await complete(document)) > 0 ? true : undefined; });
  }));
  writeFileSync(bibliography, before);
  return { start, changed };
}

/** Leaves nothing open that would start the extension before the next measurement does. */
async function tidy(): Promise<void> {
  for (let looks = 0; looks < 50 && vscode.window.tabGroups.all.some(({ tabs }) => tabs.length > 0); looks += 1) await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.commands.executeCommand('workbench.view.explorer');
}

export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension(env('COMMONPLACE_BENCH_EXTENSION'));
  if (extension === undefined) throw new Error(`There is no extension ${env('COMMONPLACE_BENCH_EXTENSION')}; there are ${vscode.extensions.all.map(({ id }) => id).filter((id) => !id.startsWith('vscode.')).join(', ')}`);
  rmSync(env('COMMONPLACE_BENCH_ROW'), { force: true });
  const found = env('COMMONPLACE_BENCH_STRETCHES') === '' ? await measured(extension) : await stretches(extension);
  await tidy();
  writeFileSync(path.resolve(env('COMMONPLACE_SUMMARY')), JSON.stringify({ passes: 1, failures: 0, pending: 0, found }));
}
