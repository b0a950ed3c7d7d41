/** How fast pastes and bibliographies are read: by size, by reader with a megabyte of dirty text each, and beside citation-js. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePaste, readBibliography } from '../../../src/core/parsing';
import type { Breathe } from '../../../src/core/slices';
import { directEngine } from '../../doubles/directEngine';
import { repeated } from '../../doubles/growth';
import { shown, taken, type Part, type Table } from '../measuring';

const folder = join(process.cwd(), 'test', 'fixtures', 'pastes');
const textOf = (name: string): string => readFileSync(join(folder, `${name}.txt`), 'utf8');
const engineWith = (breathe: Breathe): typeof directEngine => ({ ...directEngine, breathe });

/** An entry as reference managers write it, with a number in all that names it. */
const entry = (at: number): string => `@article{okonjo${at},
  author = {Okonjo, Ada and {van der Meer}, Joris P. and M{\\"u}ller-L{\\"u}denscheidt, J{\\"o}rg},
  title = {The {Quiet} Vetoes of Session ${at}: Evidence from Minutes \\& Diaries},
  journal = {Review of Imaginary Politics}, year = {${1950 + (at % 70)}}, month = mar, volume = {${1 + (at % 60)}}, number = {${1 + (at % 4)}}, pages = {${at}--${at + 23}},
  doi = {10.5555/rip.${at}}, issn = {1234-5679}, keywords = {vetoes, minutes, parliaments}, file = {Full Text:files/${at}/okonjo.pdf:application/pdf},
  abstract = {Vetoes that nobody hears are vetoes all the same. We count such cases in nine assemblies and one council over ${at} sittings and show that they decide how quarrels about the budget end; the other vetoes serve the public and the minutes.}
}
`;
const library = (entries: number): string => Array.from({ length: entries }, (_, at) => entry(at)).join('\n');

/** The least that a reader of entries must do: find where each ends, by counting braces. */
function scannedEntries(text: string): number {
  let [depth, entries] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === 92) at += 1;
    else if (sign === 123) depth += 1;
    else if (sign === 125 && (depth -= 1) === 0) entries += 1;
  }
  return entries;
}

const pasted = (text: string) => async (breathe: Breathe): Promise<unknown> => parsePaste(text, { engine: engineWith(breathe) });

async function* bySize(rounds: number): AsyncIterable<Table> {
  const rows: string[][] = [];
  for (const records of [1, 100, 5000]) {
    const ris = (at: number): string => `TY  - JOUR\nAU  - Okonjo, Ada\nAU  - Meer, Joris P. van der\nTI  - Quiet vetoes of session ${at}\nJO  - Review of Imaginary Politics\nVL  - 12\nIS  - 3\nSP  - ${at}\nEP  - ${at + 9}\nPY  - 2014/03/04/\nDO  - 10.5555/rip.${at}\nAB  - Vetoes that nobody hears are vetoes all the same.\nER  - \n`;
    const csl = (at: number): object => ({ id: `k${at}`, type: 'article-journal', title: `Quiet vetoes of session ${at}`, author: [{ family: 'Okonjo', given: 'Ada' }], issued: { 'date-parts': [[2014, 3]] }, DOI: `10.5555/rip.${at}`, abstract: 'Vetoes that nobody hears.' });
    const texts = { 'BibTeX': library(records), 'RIS': Array.from({ length: records }, (_, at) => ris(at)).join('\n'), 'CSL JSON': JSON.stringify(Array.from({ length: records }, (_, at) => csl(at)), null, 1) };
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

/** What there is of citation-js that concerns us; it comes without types. */
type Core = { readonly plugins: { readonly input: { readonly chain: (text: string, options: object) => unknown } } };

async function* besideOthers(rounds: number): AsyncIterable<Table> {
  const text = library(10_000);
  const core = await import('@citation-js/core') as unknown as Core;
  await import('@citation-js/plugin-bibtex');
  const scan = await taken(rounds, () => scannedEntries(text));
  const ours = await taken(rounds, (breathe) => readBibliography(text, 'bibtex', engineWith(breathe)));
  const theirs = await taken(rounds, () => core.plugins.input.chain(text, { forceType: '@bibtex/text', generateGraph: false }));
  const row = (name: string, { median, stretch }: typeof ours): readonly string[] => [name, shown(median), (median / scan.median).toFixed(1), shown(stretch)];
  yield {
    heading: 'A bibliography of 10,000 entries', about: `${(text.length / 1_000_000).toFixed(1)} MB of BibTeX with abstracts and accents.`, columns: ['reader', 'ms', 'times the plain scan', 'longest stretch, ms'],
    rows: [row('plain scan for where entries end', scan), row('Commonplace, whole', ours), row('citation-js 0.7, whole', theirs)],
  };
}

export const part: Part = {
  title: 'Reading',
  async *make(rounds) {
    for (const make of [bySize, byReader, besideOthers]) yield* make(rounds);
  },
};
