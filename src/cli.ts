#!/usr/bin/env node
/**
 * The same core without an editor: `node dist/cli.js parse FILE…` prints CSL JSON, `check DRAFT…` what is wrong with citations,
 * `format DRAFT…` its reference list.
 * Scripts and Makefiles can stand on it.
 */
import { createReadStream, fstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { text as wholeText } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { createEngine, defaultLimits, type After } from './core/engineClient';
import type { Engine, StyleChoice } from './core/enginePort';
import { decoded } from './core/decoding';
import { terminalText, type TerminalText } from './core/exits';
import { draftStyle, draftToFormat, FileCheck, styleId, type CheckedDisk, type DraftInFile } from './core/citations';
import { KeyMaker } from './core/library';
import { parsePaste, readOwnProfiles, type ReadRecord, type Reading, type SiteProfile } from './core/parsing';
import { bibliographyUnread, draftUnformatted, draftUnread, lineIsNoText, problemsUnlisted, profileUnusable, unknownKey, type Problem } from './core/problem';
import type { Item } from './core/source';
import { mergeIntoOurs } from './cli/merging';
import { isNoteFormat, writeNotes, type NotesWish } from './cli/notes';
import { nodeSpawn } from './worker/node';

const help = `Usage: commonplace parse [--lines] [FILE…]
       commonplace check [--ignore KEY]… DRAFT…
       commonplace format [--style STYLE] [--lang TAG] [--html] DRAFT…
       commonplace notes [--query QUERY] --to FORM [--output FILE] DIR
       commonplace merge BASE OURS THEIRS

parse: Reads pages, references, BibTeX, RIS and many other forms from the files, or from standard input, and prints the sources
as a CSL JSON array. Problems go to standard error as file:line:column: message.

check: Looks at the citations of drafts (Markdown, Quarto, R Markdown, LaTeX, MyST, Typst, Org): keys that no source has or that
two have, works cited under two keys, works that were retracted. The sources are those of the nearest folder “sources” and of the
bibliographies that the draft or its project names; where none is named, those beside the draft. Prints
file:line:column: code: message to standard output; columns count UTF-16 code units from 1.

format: Prints the reference list of each draft, an entry a line: what it cites, in the style of its csl: or of --style (the name of
a bundled style, or a .csl file), in the language of its lang: or of --lang. Keys that no source has go to standard error.

notes: Writes the notes of the sources in DIR, all or those that fit the query, as md, docx, html, csv, xlsx, json, matrix (sources × tags as
0 and 1), argdown, qdc or qdpx (REFI-QDA), to FILE or to standard output.

merge: Joins two versions of a source file, by note and by field, or of codebook.yaml, by tag and by field, and writes the result to OURS: a merge driver for git. What both
changed stands in both versions, marked, and the exit status is 1.

  --style, --lang  the style and the language, where the draft names none
  --html       with italics and the like as HTML
  --profiles DIR   site profiles of your own: the .json files of a folder
  --lines      each line is one text as a JSON string; prints one array for each line
  --ignore     a key to let pass; may be given several times
  --help       this text
  --version    the version

Exit status: 0 everything was read, or nothing is wrong; 1 some was not, or something is; 2 wrong usage.`;

type Settings = { readonly command: 'parse' | 'check' | 'format' | 'merge' | 'notes'; readonly notes?: NotesWish; readonly files: readonly string[]; readonly lines: boolean; readonly ignore: readonly string[]; readonly profiles?: string; readonly style?: string; readonly lang?: string; readonly html?: boolean };
type Wish = { readonly print: string; readonly status: number } | Settings;

/** What the arguments ask for. */
function wishOf(args: readonly string[]): Wish {
  try {
    const { values, positionals } = parseArgs({
      args: [...args], allowPositionals: true,
      options: { lines: { type: 'boolean' }, profiles: { type: 'string' }, ignore: { type: 'string', multiple: true }, style: { type: 'string' }, lang: { type: 'string' }, html: { type: 'boolean' }, query: { type: 'string' }, to: { type: 'string' }, output: { type: 'string' }, help: { type: 'boolean', short: 'h' }, version: { type: 'boolean' } },
    });
    if (values.help === true) return { print: help, status: 0 };
    if (values.version === true) return { print: version(), status: 0 };
    const [command, ...files] = positionals;
    if (command === 'check' && files.length > 0) return { command, files, lines: false, ignore: values.ignore ?? [] };
    if (command === 'format' && files.length > 0) return { command, files, lines: false, ignore: [], ...chosen(values) };
    if (command === 'notes' && files.length === 1 && isNoteFormat(values.to)) {
      return { command, files, lines: false, ignore: [], notes: { folder: files[0] ?? '.', query: values.query ?? '', to: values.to, ...(values.output !== undefined && { output: values.output }) } };
    }
    if (command === 'merge' && files.length === 3) return { command, files, lines: false, ignore: [] };
    if (command !== 'parse') return { print: help, status: 2 };
    return {
      command, files: files.length === 0 ? ['-'] : files, lines: values.lines ?? false, ignore: [], ...(values.profiles === undefined ? {} : { profiles: values.profiles }),
    };
  } catch (error) {
    return { print: `${reasonOf(error)}\n\n${help}`, status: 2 };
  }
}

const chosen = ({ style, lang, html }: { readonly style?: string | undefined; readonly lang?: string | undefined; readonly html?: boolean | undefined }) =>
  ({ ...(style === undefined ? {} : { style }), ...(lang === undefined ? {} : { lang }), ...(html === undefined ? {} : { html }) });

function version(): string {
  const manifest = JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8')) as { version: string };
  return manifest.version;
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** A text with the name to report its problems under. `line` when it stands on a line of a file of texts. */
type Input = { readonly name: string; readonly text: string; readonly line?: number };

/** What is said of texts that come one a line, or into a pipe, at most: whoever does not read it must not be kept waiting. In characters. */
const mostSaid = 40_000;

/** Does standard error go into a pipe, which is full when nobody empties it? */
function isPiped(): boolean {
  try {
    const place = fstatSync(process.stderr.fd);
    return place.isFIFO() || place.isSocket();
  } catch {
    return false;
  }
}

/** Prints problems, and remembers whether something was not read. */
class Report {
  status = 0;
  private said = 0;
  private piped: boolean | undefined;
  private known: { readonly text: string; readonly starts: readonly number[] } = { text: '', starts: [0] };

  add(problem: Problem, { name, text, line }: Input): void {
    if (problem.code !== 'field-unsure' && problem.code !== 'paste-empty') this.status = 1;
    if (this.said > mostSaid && this.isShort(line)) return;
    const place = line === undefined ? this.placeIn(text, problem.span?.start ?? 0) : `${line}:1`;
    this.say(`${name}:${place}: ${problem.message}\n`);
    if (this.said > mostSaid && this.isShort(line)) this.say(`${name}:${line ?? 1}:1: ${problemsUnlisted().message}\n`);
  }

  private isShort(line: number | undefined): boolean {
    return line !== undefined || (this.piped ??= isPiped());
  }

  private say(sentence: string): void {
    this.said += sentence.length;
    process.stderr.write(terminalText(sentence));
  }

  /** Line and column of a position, both counted from 1, the column in UTF-16 code units. */
  placeIn(text: string, position: number): string {
    if (this.known.text !== text) this.known = { text, starts: [0, ...[...text.matchAll(/\r\n|\r|\n/gu)].map((end) => end.index + end[0].length)] };
    const { starts } = this.known;
    let [line, after] = [0, starts.length];
    while (after - line > 1) {
      const middle = Math.floor((line + after) / 2);
      if ((starts[middle] ?? 0) <= position) line = middle;
      else after = middle;
    }
    return `${line + 1}:${position - (starts[line] ?? 0) + 1}`;
  }
}

/** What reading a text needs. */
type Tools = { readonly engine: Engine; readonly report: Report; readonly profiles: readonly SiteProfile[] };

/** The site profiles in the `.json` files of a folder; what is wrong with one is told, and the others are used. */
function profilesIn(folder: string, report: Report): readonly SiteProfile[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.json')).sort().flatMap((name) => {
      const path = join(folder, name);
      const { profiles, problems } = readOwnProfiles(textIn(readFileSync(path)), path);
      for (const problem of problems) report.add(problem, { name: path, text: '' });
      return profiles;
    });
  } catch (error) {
    report.add(profileUnusable(folder, 'the folder', `could not be read (${reasonOf(error)})`), { name: folder, text: '' });
    return [];
  }
}

/** Text in which nothing was recognised is reported, and is no source. */
const isSource = ({ format, item }: ReadRecord): boolean => format !== 'text' || item.title !== undefined || item.DOI !== undefined;

/** The items of a reading, each with a key that none before has. */
const keyed = ({ records }: Reading, keys: KeyMaker): readonly Item[] => records.filter(isSource).map(({ item }) => ({ ...item, id: keys.next(item) }));

async function read(input: Input, keys: KeyMaker, tools: Tools): Promise<readonly Item[]> {
  const { engine, report, profiles } = tools;
  const reading = await parsePaste(input.text, { engine, profiles });
  for (const problem of reading.problems) report.add(problem, input);
  return keyed(reading, keys);
}

/** All files into one array. */
async function parseWhole(files: readonly string[], tools: Tools): Promise<void> {
  const items: Item[] = [];
  const keys = new KeyMaker();
  for (const file of files) {
    const input = await load(file, tools.report);
    if (input !== undefined) items.push(...await read(input, keys, tools));
  }
  await print(terminalText(`${JSON.stringify(items, null, 2)}\n`));
}

const nameOf = (file: string): string => (file === '-' ? '<stdin>' : file);

async function load(file: string, report: Report): Promise<Input | undefined> {
  try {
    return { name: nameOf(file), text: file === '-' ? await wholeText(process.stdin) : textIn(readFileSync(file)) };
  } catch (error) {
    report.add(bibliographyUnread(nameOf(file), reasonOf(error)), { name: nameOf(file), text: '' });
    return undefined;
  }
}

/** The text of a file, in which some letter may be damaged. */
function textIn(bytes: Uint8Array): string {
  const found = decoded(bytes);
  if ('reason' in found) throw new Error(found.reason);
  return found.text;
}

/** One array for each line of the files. */
async function parseLines(files: readonly string[], tools: Tools): Promise<void> {
  for (const file of files) {
    let number = 0;
    const source = file === '-' ? process.stdin : createReadStream(file);
    try {
      for await (const line of createInterface({ input: source, crlfDelay: Infinity })) {
        number += 1;
        await print(terminalText(`${JSON.stringify(await parseLine({ name: nameOf(file), text: line, line: number }, tools))}\n`));
      }
    } catch (error) {
      tools.report.add(bibliographyUnread(nameOf(file), reasonOf(error)), { name: nameOf(file), text: '' });
    }
  }
}

async function parseLine(input: Input, tools: Tools): Promise<readonly Item[]> {
  if (input.text.trim() === '') return [];
  const text = stringIn(input.text);
  if (text !== undefined) return read({ ...input, text }, new KeyMaker(), tools);
  tools.report.add(lineIsNoText(), input);
  return [];
}

function stringIn(line: string): string | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

// --- checking drafts ---------------------------------------------------------------------------------------------

/** Absolute paths with `/` on every system. */
const slashed = (path: string): string => resolve(path).replaceAll('\\', '/');

const disk: CheckedDisk = {
  read: (path) => Promise.resolve(textAt(path)),
  list: (folder) => Promise.resolve(namesIn(folder).map((name) => `${folder}/${name}`)),
};

function textAt(path: string): string | undefined {
  try {
    return statSync(path).isFile() ? textIn(readFileSync(path)) : undefined;
  } catch {
    return undefined;
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => entry.name).sort();
  } catch {
    return [];
  }
}

async function checkAll({ files, ignore }: Settings, engine: Engine, report: Report): Promise<void> {
  const check = new FileCheck(disk, engine);
  for (const file of files) {
    const checked = await check.check(slashed(file), ignore);
    if (checked === undefined) report.add(draftUnread(file), { name: file, text: '' });
    for (const problem of checked?.problems ?? []) {
      if (problem.severity !== 'information') report.status = 1;
      await print(terminalText(`${relative('.', file) || file}:${report.placeIn(checked?.text ?? '', problem.span?.start ?? 0)}: ${problem.code}: ${problem.message}\n`));
    }
  }
}

// --- formatting drafts -------------------------------------------------------------------------------------------

const usualStyle = 'american-political-science-association';

async function formatAll(settings: Settings, engine: Engine, report: Report): Promise<void> {
  const files = new FileCheck(disk, engine);
  for (const file of settings.files) {
    const draft = await files.draft(slashed(file));
    if (draft === undefined) report.add(draftUnread(file), { name: file, text: '' });
    else await formatOne(file, draft, settings, engine, report);
  }
}

async function formatOne(file: string, { reading, known }: DraftInFile, { style, lang, html }: Settings, engine: Engine, report: Report): Promise<void> {
  const input = { name: file, text: reading.text };
  const asked = draftStyle(reading.text);
  const { draft, unknown } = draftToFormat(file, reading, (key) => known.items.get(key), () => [...known.items.values()]);
  for (const key of unknown) report.add(unknownKey(key, [], reading.citations.flatMap(({ keys }) => keys).find((cited) => cited.key === key)?.span ?? { start: 0, end: 0 }), input);
  const made = await engine.formatDraft(draft, styleNamed(asked.csl ?? style ?? usualStyle, file), asked.lang ?? lang ?? '');
  if (!made.ok) return report.add(draftUnformatted(made.reason), input);
  for (const entry of made.value.bibliography) await print(terminalText(`${[entry.number, html === true ? entry.html : entry.text].filter((part) => part !== '').join(' ')}\n`));
}

/** A style file beside the draft or where the command was called, else a bundled style. */
function styleNamed(name: string, draft: string): StyleChoice {
  const xml = /\.csl$/i.test(name) ? textAt(join(draft, '..', name)) ?? textAt(name) : undefined;
  return xml === undefined ? { id: styleId(name) } : { xml };
}

/** Letters for a terminal. Escape sequences that a record or a file name may hold are spelt out: JSON has the same form for them. */
const print = (text: TerminalText): Promise<void> => new Promise((resolve) => void process.stdout.write(text, () => resolve()));

const printBytes = (bytes: Uint8Array): Promise<void> => new Promise((resolve) => void process.stdout.write(bytes, () => resolve()));

const after: After = (milliseconds, run) => {
  const timer = setTimeout(run, milliseconds);
  return { dispose: () => clearTimeout(timer) };
};

async function main(): Promise<number> {
  const wish = wishOf(process.argv.slice(2));
  if ('print' in wish) {
    (wish.status === 0 ? process.stdout : process.stderr).write(`${wish.print}\n`);
    return wish.status;
  }
  // Nobody waits for this thread: it need not rest.
  const engine = createEngine(nodeSpawn(join(__dirname, 'engine', 'worker.mjs')), after, defaultLimits, () => Promise.resolve());
  const report = new Report();
  const profiles = wish.profiles === undefined ? [] : profilesIn(wish.profiles, report);
  if (wish.command === 'check') await checkAll(wish, engine, report);
  else if (wish.command === 'format') await formatAll(wish, engine, report);
  else if (wish.command === 'merge') report.status = await mergeIntoOurs(wish.files, engine, (problem) => report.add(problem, { name: wish.files[1] ?? '', text: '' }));
  else if (wish.notes !== undefined) report.status = await writeNotes(wish.notes, engine, (problem, name, text = '') => report.add(problem, { name, text }), printBytes);
  else await (wish.lines ? parseLines : parseWhole)(wish.files, { engine, report, profiles });
  engine.dispose();
  return report.status;
}

// A reader that closes the pipe early (`| head`) is no failure of ours.
process.stdout.on('error', () => process.exit(1));
void main().then((status) => {
  process.exitCode = status;
});
