/** How fast drafts are read: a chapter of a megabyte in each syntax, for the first time, again, and after a letter was typed near its start. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readDraft, syntaxes, type DraftReading, type Syntax } from '../../../src/core/citations';
import { repeated } from '../../doubles/growth';
import { median, shown, type Part, type Table } from '../measuring';

const megabyte = 1_000_000;

/** A sentence that cites, in each syntax, with a page and words around it. */
const citing: { readonly [S in Syntax]: string } = {
  markdown: 'Small assemblies hedge [see @okonjo2018, pp. 3-5 and *passim*; -@meer2019, ch. 2], as @vieira2021 [p. 3] shows for the budget. ',
  latex: 'Small assemblies hedge \\parencites[see][3--5]{okonjo2018}[ch.~2]{meer2019}, as \\textcite[3]{vieira2021} shows for the budget. ',
  myst: 'Small assemblies hedge {cite:p}`{see}okonjo2018{pp. 3-5},meer2019`, as {cite:t}`vieira2021` shows for the budget. ',
  typst: 'Small assemblies hedge @okonjo2018[pp. 3-5] @meer2019, as #cite(<vieira2021>, form: "prose") shows for the budget. ',
  org: 'Small assemblies hedge [cite:see @okonjo2018 pp. 3-5; @meer2019 ch. 2], as [cite/t:@vieira2021 p. 3] shows for the budget. ',
};
const plain = 'A sentence follows that cites nobody, as most sentences of a chapter do; it speaks of vetoes, of minutes and of those who wrote them down. ';

/** How many sentences stand between two that cite: a chapter as people write it, and one that cites with each sentence. */
const densities = { 'a chapter': 5, 'citing in every sentence': 0 } as const;
type Density = keyof typeof densities;

function chapter(syntax: Syntax, density: Density): string {
  const paragraph = `${(citing[syntax] + plain.repeat(densities[density])).repeat(density === 'a chapter' ? 2 : 8)}\n\n`;
  return repeated(paragraph, megabyte);
}

/** The least that a reader must do: look at every character for a sign that may cite. */
function scanned(text: string): number {
  let signs = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === 0x40 || sign === 0x5b || sign === 0x5c || sign === 0x60) signs += 1;
  }
  return signs;
}

/** What this thread has taken of the processor, in milliseconds, as Linux counts it; elsewhere the time by the clock. Others on the machine, and the threads that compile, do not count. */
function threadTime(): number {
  try {
    return Number(readFileSync('/proc/thread-self/schedstat', 'latin1').split(' ', 1)[0]) / 1e6;
  } catch {
    return performance.now();
  }
}

const clocked = (work: () => unknown): number => {
  const start = threadTime();
  work();
  return threadTime() - start;
};

/** The first reading of a program that has read nothing yet, told to whoever started it. */
export function firstReading(syntax: Syntax, density: Density): void {
  const text = chapter(syntax, density);
  scanned(text);
  process.stdout.write(String(clocked(() => readDraft(syntax, text))));
}

/** Each in a program of its own: nothing has been compiled there yet. */
function cold(rounds: number, syntax: Syntax, density: Density): number {
  const once = (): number => Number(execFileSync(process.execPath, ['-e', 'require(process.argv[1]).firstReading(process.argv[2], process.argv[3])', __filename, syntax, density]));
  return median(Array.from({ length: rounds }, once));
}

/** So many edits are timed together. */
const several = 10;

/** The middle of some rounds after two to warm up, in time of the thread. */
function inThread(rounds: number, work: () => unknown): number {
  for (let round = 0; round < 2; round += 1) work();
  return median(Array.from({ length: rounds }, () => clocked(work)));
}

function row(rounds: number, syntax: Syntax, density: Density): readonly string[] {
  const text = chapter(syntax, density);
  const scan = inThread(rounds, () => scanned(text));
  const again = inThread(rounds, () => readDraft(syntax, text));
  const older = readDraft(syntax, text);
  let typed = 0;
  const edited = (): DraftReading => readDraft(syntax, `${text.slice(0, 40)}${'x'.repeat(typed += 1)}${text.slice(40)}`, {}, older);
  // Linux counts in steps of about a millisecond: several edits together are more than one.
  const edit = inThread(rounds, () => { for (let n = 0; n < several; n += 1) edited(); }) / several;
  const placed = inThread(rounds, () => edited().citations);
  const keys = older.citations.reduce((sum, citation) => sum + citation.keys.length, 0);
  return [`${syntax}, ${density}`, String(keys), shown(again), (again / scan).toFixed(1), shown(cold(rounds, syntax, density)), shown(edit), shown(placed)];
}

async function* bySyntax(rounds: number): AsyncIterable<Table> {
  for (const density of Object.keys(densities) as Density[]) {
    const rows: (readonly string[])[] = [];
    for (const syntax of syntaxes) rows.push(row(rounds, syntax, density));
    yield {
      heading: density === 'a chapter' ? 'A chapter of one megabyte' : 'One megabyte that cites in every sentence',
      about: `${density === 'a chapter' ? 'One sentence of six cites two or three sources' : 'Each sentence cites two or three sources'}. The plain scan looks at each character once. Times are those that the reading thread takes of the processor, whatever else the machine does. Cold: the first reading of a program that has just begun. An edit: a letter typed near the start; with all places: when somebody then asks where each citation stands, as the list of the draft does once one pauses.`,
      columns: ['draft', 'keys', 'ms', 'times the plain scan', 'cold, ms', 'an edit, ms', 'with all places, ms'], rows,
    };
  }
}

export const part: Part = {
  title: 'Citing',
  make: bySyntax,
};
