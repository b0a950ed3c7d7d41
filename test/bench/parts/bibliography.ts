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

/** What there is of citation-js that concerns us; it comes without types. */
type Core = { readonly plugins: { readonly input: { readonly chain: (text: string, options: object) => unknown } } };

async function* besideOthers(rounds: number): AsyncIterable<Table> {
  const text = entries(10_000);
  const core = await import('@citation-js/core') as unknown as Core;
  await import('@citation-js/plugin-bibtex');
  const readers: { readonly [name: string]: (breathe: Breathe) => unknown } = {
    'plain scan for where entries end': () => scannedEntries(text),
    'Commonplace, index (key, names, title, date)': (breathe) => indexBibliography(text, breathe),
    'Commonplace, whole': (breathe) => readBibliography(text, 'bibtex', { ...directEngine, breathe }),
    'citation-js 0.7, whole': () => core.plugins.input.chain(text, { forceType: '@bibtex/text', generateGraph: false }),
  };
  const rows: (readonly string[])[] = [];
  let least = NaN;
  for (const [name, read] of Object.entries(readers)) {
    const { median, processor, stretch } = await taken(rounds, read);
    if (Number.isNaN(least)) least = processor;
    rows.push([name, shown(median), shown(processor), (processor / least).toFixed(1), shown(stretch)]);
  }
  yield {
    heading: 'A bibliography of 10,000 entries', about: `${(text.length / 1_000_000).toFixed(1)} MB of BibTeX with abstracts and accents, in a process that has read nothing else.`,
    columns: ['reader', 'ms', 'ms of the processor', 'times the plain scan', 'longest stretch, ms'], rows,
  };
}

export const part: Part = { title: 'Reading a bibliography', make: besideOthers };
