/** How fast pastes are read: by size, and by reader with a megabyte of dirty text each. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePaste } from '../../../src/core/parsing';
import type { Breathe } from '../../../src/core/slices';
import { directEngine } from '../../doubles/directEngine';
import { repeated } from '../../doubles/growth';
import { entries } from '../entries';
import { shown, taken, type Part, type Table } from '../measuring';

const folder = join(process.cwd(), 'test', 'fixtures', 'pastes');
const textOf = (name: string): string => readFileSync(join(folder, `${name}.txt`), 'utf8');
const engineWith = (breathe: Breathe): typeof directEngine => ({ ...directEngine, breathe });

const pasted = (text: string) => async (breathe: Breathe): Promise<unknown> => parsePaste(text, { engine: engineWith(breathe) });

async function* bySize(rounds: number): AsyncIterable<Table> {
  const rows: string[][] = [];
  for (const records of [1, 100, 5000]) {
    const ris = (at: number): string => `TY  - JOUR\nAU  - Okonjo, Ada\nAU  - Meer, Joris P. van der\nTI  - Quiet vetoes of session ${at}\nJO  - Review of Imaginary Politics\nVL  - 12\nIS  - 3\nSP  - ${at}\nEP  - ${at + 9}\nPY  - 2014/03/04/\nDO  - 10.5555/rip.${at}\nAB  - Vetoes that nobody hears are vetoes all the same.\nER  - \n`;
    const csl = (at: number): object => ({ id: `k${at}`, type: 'article-journal', title: `Quiet vetoes of session ${at}`, author: [{ family: 'Okonjo', given: 'Ada' }], issued: { 'date-parts': [[2014, 3]] }, DOI: `10.5555/rip.${at}`, abstract: 'Vetoes that nobody hears.' });
    const texts = { 'BibTeX': entries(records), 'RIS': Array.from({ length: records }, (_, at) => ris(at)).join('\n'), 'CSL JSON': JSON.stringify(Array.from({ length: records }, (_, at) => csl(at)), null, 1) };
    for (const [format, text] of Object.entries(texts)) {
      const { median, stretch } = await taken(rounds, pasted(text));
      rows.push([`${format}, ${records}`, String(Math.round(text.length / 1000)), shown(median), shown((1000 * median) / records), shown(stretch)]);
    }
  }
  yield { heading: 'A paste of 1, 100 and 5,000 records', about: 'From the text to records with their places, duplicates not yet looked for.', columns: ['records', 'kB', 'ms', 'µs a record', 'longest stretch, ms'], rows };
}

const megabyte = 1_000_000;

/** The format or layout of a text, by the beginning of its name. */
const kindOf = (name: string): string => name.split('-').slice(0, name.startsWith('xml-') ? 2 : 1).join('-');

async function* byReader(rounds: number): AsyncIterable<Table> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt')).map((name) => name.replace(/\.txt$/u, '')).sort();
  const chosen = names.filter((name) => name.endsWith('-dirty')).filter((name, at, all) => all.findIndex((other) => kindOf(other) === kindOf(name)) === at);
  const rows: string[][] = [];
  for (const name of chosen) {
    const text = repeated(`${textOf(name)}\n\n`, megabyte);
    const { median, stretch } = await taken(rounds, pasted(text));
    rows.push([name, shown(median), shown(stretch)]);
  }
  yield { heading: 'One megabyte of dirty text', about: 'A dirty text of each kind in `fixtures/pastes`, copy after copy to a million characters; from the text to records.', columns: ['text', 'ms', 'longest stretch, ms'], rows };
}

export const part: Part = {
  title: 'Reading',
  async *make(rounds) {
    for (const make of [bySize, byReader]) yield* make(rounds);
  },
};
