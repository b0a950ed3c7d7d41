/**
 * Islands: records in a form of their own (BibTeX, RIS, JSON) anywhere in a paste, also in the middle of a line.
 * Each is found by a linear scanner; what lies within another is part of it.
 */
import { isObject, type JsonObject, type Span } from '../source';
import { jsonFormatOf, type JsonFormat } from './records/jsonFormats';
import { readJson, type JsonReading } from './json';
import { isAside, monthMacros, scanningBibtex, type BibEntry, type Macros } from './records/bibtexScan';
import { scanRis, type RisRecord } from './records/risScan';
import type { Sliced } from './slices';

/** One record in the paste, as far as scanning understood it. Places are in the normalised text. */
export type Island =
  | Span & { readonly format: 'bibtex'; readonly entry: BibEntry }
  | Span & { readonly format: 'ris'; readonly record: RisRecord }
  | JsonIsland<'csl-json'> | JsonIsland<'aggregator-json'>;
type JsonIsland<F extends JsonFormat> = Span & { readonly format: F; readonly object: JsonObject; readonly cutShort: boolean };

/** The islands of a text, in order and apart, and what its BibTeX defines besides. */
export type Islands = { readonly islands: readonly Island[]; readonly asides: readonly BibEntry[]; readonly macros: Macros };

/** Find all islands of a normalised text, in slices. */
export function* findingIslands(text: string): Sliced<Islands> {
  const entries = text.includes('@') ? yield* scanningBibtex(text) : [];
  yield;
  const found: Island[] = [
    ...entries.filter((entry) => !isAside(entry)).map((entry) => ({ format: 'bibtex', start: entry.start, end: entry.end, entry }) as const),
    ...scanRis(text).map((record) => ({ format: 'ris', start: record.start, end: record.end, record }) as const),
    ...scanJson(text).flatMap(withEnvelope),
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

const jsonStart = /[{[](?=[\s{[]{0,40}(?:"|\}|\]))/gu;
const nextRecord = /\n\s{0,20}(?:\n|@[A-Za-z]{3,20}\s{0,5}[{(]|TY {1,2}-)/gu;

/** A JSON value in a text, and the records in it. */
export type JsonGroup = Span & { readonly records: readonly (JsonIsland<'csl-json'> | JsonIsland<'aggregator-json'>)[] };

/** The brackets and names around records belong to the first and the last of them. */
function withEnvelope({ start, end, records }: JsonGroup): readonly Island[] {
  const last = records.length - 1;
  return records.map((record, index) => ({ ...record, start: index === 0 ? start : record.start, end: index === last ? end : record.end }));
}

/** Values of JSON with records in them, anywhere in a text. The work is bounded: nested brackets that are never closed are given up. */
export function scanJson(text: string): readonly JsonGroup[] {
  const groups: JsonGroup[] = [];
  let effort = 6 * text.length + 10_000;
  jsonStart.lastIndex = 0;
  for (let match = jsonStart.exec(text); match !== null && effort > 0; match = jsonStart.exec(text)) {
    const reading = readWhole(text, match.index);
    effort -= ('end' in reading ? reading.end : reading.failedAt) - match.index + 1;
    const records = 'end' in reading ? recordsIn(reading) : [];
    if (records.length === 0 || !('end' in reading)) continue;
    groups.push({ start: match.index, end: reading.end, records });
    jsonStart.lastIndex = reading.end;
  }
  return groups;
}

/** The value at `start`; one that the text cuts short ends at latest where another record or a new paragraph begins. */
function readWhole(text: string, start: number): JsonReading | { readonly failedAt: number } {
  const reading = readJson(text, start);
  if (!('end' in reading) || !reading.cutShort) return reading;
  nextRecord.lastIndex = start;
  const stop = nextRecord.exec(text)?.index;
  return stop === undefined ? reading : readJson(text.slice(0, stop), start);
}

/** The records in a JSON value: itself, the elements of a list, or the list under a name known for it. */
function recordsIn(reading: JsonReading): JsonGroup['records'] {
  const islands: JsonGroup['records'][number][] = [];
  collect(reading, reading.value, islands);
  return islands;
}

const envelopes = ['items', 'references', 'data', 'results', 'message'] as const;

/** Goes down no deeper than the JSON reader did. */
function collect(reading: JsonReading, value: JsonReading['value'], islands: JsonGroup['records'][number][]): void {
  if (Array.isArray(value)) {
    for (const element of value as readonly JsonReading['value'][]) collect(reading, element, islands);
    return;
  }
  if (!isObject(value)) return;
  const format = jsonFormatOf(value);
  const span = reading.spanOf(value);
  if (format === undefined || span === undefined) {
    for (const name of envelopes) if (value[name] !== undefined) collect(reading, value[name], islands);
    return;
  }
  islands.push({ ...span, format, object: value, cutShort: reading.cutShort && span.end === reading.end });
}
