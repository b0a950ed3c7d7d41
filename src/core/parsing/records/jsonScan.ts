/** Records of JSON anywhere in a text: bare, in a list, on lines of their own, or in the envelope of the service that gave them. */
import { isObject, type JsonObject, type Span } from '../../source';
import { sliceOfText, type Sliced } from '../../slices';
import { readingJson, type JsonReading } from '../json';
import { isBeside, jsonFormatOf, type JsonFormat } from './jsonFormats';

/** An object that is a record. `repaired` when its quotation marks had been changed and were guessed. */
export type JsonIsland<F extends JsonFormat = JsonFormat> = F extends JsonFormat
  ? Span & { readonly format: F; readonly object: JsonObject; readonly cutShort: boolean; readonly repaired: boolean } : never;

/** A JSON value in a text, and the records in it. */
export type JsonGroup = Span & { readonly records: readonly JsonIsland[] };

const jsonStart = /[{[](?=[\s{[]{0,40}(?:["“”„]|\}|\]))/gu;
const nextRecord = /\n(?:\{(?=\s{0,20}"[^"\n]{1,60}"\s{0,5}:)|\s{0,20}(?:\n|@[A-Za-z]{3,20}\s{0,5}[{(]|TY {1,2}-))/gu;

/** The brackets and names around records belong to the first and the last of them. */
export function withEnvelope({ start, end, records }: JsonGroup): readonly JsonIsland[] {
  const last = records.length - 1;
  return records.map((record, index) => ({ ...record, start: index === 0 ? start : record.start, end: index === last ? end : record.end }));
}

/** Values of JSON with records in them, anywhere in a text. The work is bounded: nested brackets that are never closed are given up. In slices. */
export function* scanningJson(text: string): Sliced<readonly JsonGroup[]> {
  const groups: JsonGroup[] = [];
  let paused = 0;
  let effort = 6 * text.length + 10_000;
  let head: Head = { start: 0, failedAt: 0 };
  jsonStart.lastIndex = 0;
  for (let match = jsonStart.exec(text); match !== null && effort > 0; match = jsonStart.exec(text)) {
    const reading = yield* readWhole(text, match.index);
    if (match.index - paused > sliceOfText / 4) {
      paused = match.index;
      yield;
    }
    effort -= ('end' in reading ? reading.end : reading.failedAt) - match.index + 1;
    if (!('end' in reading) && reading.failedAt > head.failedAt) head = { start: match.index, failedAt: reading.failedAt };
    if (!('end' in reading)) continue;
    const group = groupAt(text, match.index, reading, head, groups.at(-1));
    if (group === undefined) continue;
    if (group.records === groups.at(-1)?.records) groups.pop();
    groups.push(group);
    jsonStart.lastIndex = group.end;
  }
  return groups;
}

type Head = { readonly start: number; readonly failedAt: number };

/** The value at `start` with its records; the group before it, longer, when the value only speaks of the same page; else nothing. */
function groupAt(text: string, start: number, reading: JsonReading, head: Head, last: JsonGroup | undefined): JsonGroup | undefined {
  const records = recordsIn(reading);
  if (records.length === 0) return last !== undefined && isMoreOf(text, start, reading, last) ? withScript(text, { ...last, end: reading.end }) : undefined;
  const from = opensList(text, start) && head.failedAt > start ? Math.max(head.start, last?.end ?? 0) : start;
  return withScript(text, { start: from, end: reading.end, records });
}

/** A page describes itself in several scripts, one after the other. */
const isMoreOf = (text: string, start: number, { value }: JsonReading, { end }: JsonGroup): boolean =>
  start - end < 600 && isObject(value) && isBeside(value) && /^[\s;]*$/u.test(text.slice(end, start).replace(/<\/?script[^<>]{0,200}>/giu, ''));

/** What stands before the first element of a list is the envelope of the list, also when the list breaks off at a later element. */
const opensList = (text: string, at: number): boolean => text.slice(Math.max(0, at - 40), at).trimEnd().endsWith('[');

/** A page's description of itself stands in an element `script`. */
function withScript(text: string, group: JsonGroup): JsonGroup {
  if (group.records[0]?.format !== 'json-ld') return group;
  const before = /<script[^<>]{0,200}>\s{0,40}$/iu.exec(text.slice(Math.max(0, group.start - 260), group.start))?.[0].length ?? 0;
  const behind = /^[\s;]{0,40}<\/script\s{0,5}>/iu.exec(text.slice(group.end, group.end + 60))?.[0].length ?? 0;
  return { ...group, start: group.start - before, end: group.end + behind };
}

/** Does another record begin here, on a line of its own, where a value should go on? */
const opensLine = (text: string, at: number): boolean => text.startsWith('\n{', at - 1);

/** The value at `start`; one that the text cuts short ends at latest where another record or a new paragraph begins. */
function* readWhole(text: string, start: number): Sliced<JsonReading | { readonly failedAt: number }> {
  const reading = yield* readingJson(text, start);
  if (!('end' in reading)) return opensLine(text, reading.failedAt) ? yield* readingJson(text.slice(0, reading.failedAt - 1), start) : reading;
  if (!reading.cutShort) return reading;
  nextRecord.lastIndex = start;
  const stop = nextRecord.exec(text)?.index;
  return stop === undefined ? reading : yield* readingJson(text.slice(0, stop), start);
}

/** The records in a JSON value: itself, the elements of a list, or the list under a name known for it. */
function recordsIn(reading: JsonReading): readonly JsonIsland[] {
  const islands: JsonIsland[] = [];
  collect(reading, reading.value, islands);
  return islands;
}

const envelopes = [
  'items', 'references', 'data', 'results', 'message', 'resultList', 'result', 'publications', 'records', 'hits', 'works', 'papers', 'recommendedPapers', 'citingPaper', 'citedPaper',
  '@graph', 'mainEntity', 'itemListElement', 'item', '_source', 'response', 'docs', 'documents', 'content', 'paper', 'work',
] as const;

/** Open Library names each book by the number that it was asked for. */
const bookKey = /^(?:ISBN|OLID|LCCN|OCLC):/u;

/** Goes down no deeper than the JSON reader did. */
function collect(reading: JsonReading, value: JsonReading['value'], islands: JsonIsland[]): void {
  if (Array.isArray(value)) {
    for (const element of value as readonly JsonReading['value'][]) collect(reading, element, islands);
    return;
  }
  if (!isObject(value)) return;
  const format = jsonFormatOf(value);
  const span = reading.spanOf(value);
  if (format === undefined || span === undefined) {
    const last = islands.at(-1);
    if (last !== undefined && span !== undefined && isBeside(value)) islands[islands.length - 1] = { ...last, end: span.end };
    for (const name of envelopes) if (value[name] !== undefined) collect(reading, value[name], islands);
    for (const [name, inner] of Object.entries(value)) if (bookKey.test(name)) collect(reading, inner, islands);
    return;
  }
  islands.push({ ...span, format, object: value, cutShort: reading.cutShort && span.end === reading.end, repaired: reading.repaired } as JsonIsland);
}
