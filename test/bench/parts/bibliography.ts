/** How fast a whole bibliography is read, beside citation-js and beside the least that any reader must do. */
import { indexBibliography, readBibliography } from '../../../src/core/parsing';
import type { Breathe } from '../../../src/core/slices';
import { directEngine } from '../../doubles/directEngine';
import { entries } from '../entries';
import { shown, taken, type Part, type Table } from '../measuring';

/** The least that a reader of entries must do: find where each ends, by counting braces. */
function scannedEntries(text: string): number {
  let [depth, found] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === 92) at += 1;
    else if (sign === 123) depth += 1;
    else if (sign === 125 && (depth -= 1) === 0) found += 1;
  }
  return found;
}

/** What there is of other readers that concerns us; some come without types. */
type Core = { readonly plugins: { readonly input: { readonly chain: (text: string, options: object) => unknown } } };
type Converter = {
  readonly BibLatexParser: new (text: string, options: object) => { parse(): { readonly entries: object } };
  readonly CSLExporter: new (entries: object) => { parse(): unknown };
};

type Readers = { readonly [name: string]: (breathe: Breathe) => unknown };

const ours = (text: string): Readers => ({
  'plain scan for where entries end': () => scannedEntries(text),
  'Commonplace, index (key, names, title, date)': (breathe) => indexBibliography(text, breathe),
  'Commonplace, whole': (breathe) => readBibliography(text, 'bibtex', { ...directEngine, breathe }),
});

async function citationJs(text: string): Promise<Readers> {
  const core = await import('@citation-js/core') as unknown as Core;
  await import('@citation-js/plugin-bibtex');
  return { 'citation-js 0.7, whole': () => core.plugins.input.chain(text, { forceType: '@bibtex/text', generateGraph: false }) };
}

/** Entries only are read by the first, fields by the second, records by the third. */
async function others(text: string): Promise<Readers> {
  const { bibtexParser } = await import('latex-utensils');
  const { parse } = await import('@retorquere/bibtex-parser');
  const { BibLatexParser, CSLExporter } = await import('biblatex-csl-converter') as unknown as Converter;
  return {
    'latex-utensils 7.0, entries': () => bibtexParser.parse(text),
    '@retorquere/bibtex-parser 9.0, fields': () => parse(text),
    'biblatex-csl-converter 3.2, whole': () => new CSLExporter(new BibLatexParser(text, { processUnexpected: true, processUnknown: true }).parse().entries).parse(),
  };
}

async function tableOf(count: number, text: string, readers: Readers, rounds: number): Promise<Table> {
  const rows: (readonly string[])[] = [];
  let least = NaN;
  for (const [name, read] of Object.entries(readers)) {
    const { median, processor, stretch } = await taken(rounds, read);
    if (Number.isNaN(least)) least = processor;
    rows.push([name, shown(median), shown(processor), (processor / least).toFixed(1), shown(stretch)]);
  }
  return {
    heading: `A bibliography of ${count.toLocaleString('en')} entries`, about: `${(text.length / 1_000_000).toFixed(1)} MB of BibTeX with abstracts and accents, in a process that has read nothing else.`,
    columns: ['reader', 'ms', 'ms of the processor', 'times the plain scan', 'longest stretch, ms'], rows,
  };
}

/** Those that take ten seconds and more for ten thousand entries are compared over a thousand. */
async function* besideOthers(rounds: number): AsyncIterable<Table> {
  const [large, small] = [entries(10_000), entries(1000)];
  yield tableOf(10_000, large, { ...ours(large), ...await citationJs(large) }, rounds);
  yield tableOf(1000, small, { ...ours(small), ...await citationJs(small), ...await others(small) }, rounds);
}

export const part: Part = { title: 'Reading a bibliography', make: besideOthers };
