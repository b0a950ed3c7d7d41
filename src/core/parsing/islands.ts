/**
 * Islands: records in a form of their own (BibTeX, RIS, JSON) anywhere in a paste, also in the middle of a line.
 * Each is found by a linear scanner; what lies within another is part of it.
 */
import type { Span } from '../source';
import { scanningHtml } from './records/html/htmlScan';
import { withLinkedData, type LinkedPage } from './records/html/linkedData';
import { isAside, monthMacros, scanningBibtex, type BibEntry, type Macros } from './records/bibtexScan';
import { scanningJson, withEnvelope, type JsonIsland } from './records/jsonScan';
import { scanningRis, type RisRecord } from './records/risScan';
import type { Sliced } from '../slices';

/** One record in the paste, as far as scanning understood it. Places are in the normalised text. */
export type Island =
  | Span & { readonly format: 'bibtex'; readonly entry: BibEntry }
  | Span & { readonly format: 'ris'; readonly record: RisRecord }
  | LinkedPage & { readonly format: 'html' }
  | JsonIsland;

/** The islands of a text, in order and apart, and what its BibTeX defines besides. */
export type Islands = { readonly islands: readonly Island[]; readonly asides: readonly BibEntry[]; readonly macros: Macros };

/** Find all islands of a normalised text, in slices. */
export function* findingIslands(text: string): Sliced<Islands> {
  const entries = text.includes('@') ? yield* scanningBibtex(text) : [];
  yield;
  const records = yield* scanningRis(text);
  yield;
  const html = yield* scanningHtml(text);
  yield;
  const json = yield* scanningJson(text);
  const beside = json.flatMap(withEnvelope);
  const { pages, others } = withLinkedData(text, html, beside);
  const found: Island[] = [
    ...entries.filter((entry) => !isAside(entry)).map((entry) => ({ format: 'bibtex', start: entry.start, end: entry.end, entry }) as const),
    ...records.map((record) => ({ format: 'ris', start: record.start, end: record.end, record }) as const),
    ...pages.map((record) => ({ format: 'html', ...record }) as const),
    ...others, ...beside.filter(({ object }) => !others.some((other) => other.object === object)),
  ];
  return { islands: apart(found), asides: entries.filter(isAside), macros: monthMacros };
}

function apart(found: readonly Island[]): readonly Island[] {
  let end = 0;
  return [...found].sort((a, b) => a.start - b.start || b.end - a.end).filter((island) => {
    if (island.start < end) return false;
    end = island.end;
    return true;
  });
}
