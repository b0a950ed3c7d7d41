/** Where in a text the values of a record stand: found again on demand, so that no place has to be kept. */
import type { Item, Json, Name, Span } from '../source';
import { dateVariables, isObject, nameVariables } from '../source';
import { comparable, comparableValue, type Comparable, type Escapes } from './comparable';
import { formats, type Certainty, type Format } from './reading';

/** A field and one stretch of the raw text that says it. A field may stand in several stretches, such as one an author. */
export type FieldPlace = { readonly field: string; readonly span: Span };

/** What is known of a record besides its fields: its format, its stretch of the text, and what its reader said of places. */
export type PlacedIn = { readonly format: Format; readonly within: Span; readonly certainty?: { readonly [field: string]: Certainty } };

const isJson = new Set<string>(formats.filter((format) => format.endsWith('json') || format.endsWith('-ld')));
const escapesOf = (format: Format): Escapes => (isJson.has(format) ? 'json' : format === 'bibtex' ? 'tex' : format === 'html' ? 'html' : 'plain');

/** Where the fields of an item stand in a text, in order and apart. A field whose value can't be found again has no place. */
export function placesOf(item: Item, text: string, { format, within, certainty = {} }: PlacedIn): readonly FieldPlace[] {
  const search = new Search(text, comparable(text, escapesOf(format), within));
  const wanted = Object.entries(item).flatMap(([field, value]) => wantedOf(field, value as Json | undefined));
  for (const { field, needle } of wanted.sort((a, b) => weight(b) - weight(a)).slice(0, mostPlaced)) search.place(field, needle, certainty[field]?.span);
  return search.places();
}

type Needle = { readonly ways: readonly string[] };
type Wanted = { readonly field: string; readonly needle: Needle };

/** What says more about its own place is looked for first; years and numbers last, beside what was found. */
const weight = ({ needle }: Wanted): number => needle.ways[0]?.length ?? 0;

const isOneOf = (list: readonly string[], field: string): boolean => list.includes(field);

/** What we say ourselves of a source, and what it says in other fields too. */
const ofOurs: ReadonlySet<string> = new Set(['review', 'merged', 'biblatex', 'ris']);

/** What is to be found of a field; of `custom` each part by itself, but not what we say ourselves there. */
function wantedOf(field: string, value: Json | undefined): readonly Wanted[] {
  if (field !== 'custom') return needlesOf(field, value).map((needle) => ({ field, needle }));
  const parts = isObject(value) ? Object.entries(value).filter(([key]) => !ofOurs.has(key)) : [];
  return parts.flatMap(([key, part]) => leavesOf(part).map(textNeedle).filter(isSaid).map((needle) => ({ field: `custom.${key}`, needle })));
}

/** The texts by which a field may be said, each with the ways in which it may be written. */
function needlesOf(field: string, value: Json | undefined): readonly Needle[] {
  if (value === undefined || value === null || field === 'id' || field === 'type') return [];
  if (isOneOf(nameVariables, field)) return (Array.isArray(value) ? value as readonly Name[] : []).map(nameNeedle).filter(isSaid);
  if (isOneOf(dateVariables, field)) return [dateNeedle(value)].filter(isSaid);
  if (field === 'keyword' && typeof value === 'string') return value.split(/[,;]/u).map(textNeedle).filter(isSaid);
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap((one) => needlesOf('', one));
  return typeof value === 'string' || typeof value === 'number' ? [textNeedle(String(value))].filter(isSaid) : [];
}

const isSaid = ({ ways }: Needle): boolean => ways.length > 0;

function leavesOf(value: Json): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap(leavesOf);
  return isObject(value) ? Object.values(value).flatMap(leavesOf) : [];
}

const written = (ways: readonly string[]): Needle => ({ ways: [...new Set(ways.map(comparableValue))].filter((way) => way !== '') });

/** A range may be shortened in the text (`388–95`), so that its first page must do. */
function textNeedle(value: string): Needle {
  const first = /^(\d+)-\d+$/u.exec(value)?.[1];
  return written(first === undefined ? [value] : [value, `${first}${shortened(value)}`, first]);
}

/** `95` of `388-395`. */
function shortened(range: string): string {
  const [first = '', last = ''] = range.split('-');
  let same = 0;
  while (first.length === last.length && same < last.length - 1 && first[same] === last[same]) same++;
  return last.slice(same);
}

function nameNeedle(name: Name): Needle {
  if (name.literal !== undefined) return written([name.literal]);
  const family = [name['dropping-particle'], name['non-dropping-particle'], name.family].filter(Boolean).join(' ');
  const { given = '' } = name;
  const initials = given.split(/[\s.-]+/u).map((part) => part.slice(0, 1)).join('');
  return written([`${given} ${family}`, `${family} ${given}`, `${initials} ${family}`, `${family} ${initials}`, family]);
}

function dateNeedle(value: Json): Needle {
  if (!isObject(value)) return written(typeof value === 'string' ? [value] : []);
  const parts = (value['date-parts'] as readonly (readonly number[])[] | undefined)?.[0] ?? [];
  const [year, month, day] = parts.map((part) => String(part));
  const padded = [month, day].map((part) => part?.padStart(2, '0'));
  const iso = month === undefined ? [] : [`${year}${padded[0]}${padded[1] ?? ''}`];
  return written([...iso, ...(year === undefined ? [] : [year]), ...[value['literal'], value['raw']].filter((one) => typeof one === 'string')]);
}

/** What stands before a value that is of a field. */
const labels: { readonly [field: string]: RegExp } = {
  title: /(?:title|^T[I1]|название|заглавие)\W{0,20}$/iu,
  'container-title': /(?:journal|booktitle|name|container|source|^(?:J[OFA]|T2|SO))\W{0,20}$/iu,
  issued: /(?:year|date|published|^(?:PY|Y1|DA|DP)|год|жыл)\W{0,20}$/iu,
  volume: /(?:vol(?:ume)?|^V[LI]|^%V|том|т|bd|卷)\W{0,20}$/iu,
  issue: /(?:number|issue|no|nr|iss|^I[SP]|^%N|№|выпуск|вып|期|h|\()\W{0,20}$/iu,
  page: /(?:pages?|pp?|^(?:SP|PG)|^%P|с|стр|s)\W{0,20}$/iu,
  publisher: /(?:publisher|^PB|издательство)\W{0,20}$/iu,
  edition: /(?:edition|^ET)\W{0,20}$/iu,
  abstract: /(?:abstract|^(?:AB|N2)|аннотация)\W{0,20}$/iu,
};

/** A value of so few letters says nothing of its place by itself. */
const short = 4;
/** A Chinese character says as much as several letters. */
const saying = (way: string): number => way.length + 2 * (way.match(/\p{sc=Han}/gu)?.length ?? 0);
/** A line that holds one value behind a short tag: `VL  - 7`, `%V 7`. */
const tagged = /^%?[A-Z][A-Z0-9]{0,3}\s{0,4}[-:]?\s{0,4}$/u;
/** The two ends by which a long text is found that was changed in between. */
const endLength = 40;
const mostTried = 50;
/** More than this of one record are not marked: three thousand authors, say. */
const mostPlaced = 300;

class Search {
  readonly #raw: string;
  readonly #view: Comparable;
  readonly #found: FieldPlace[] = [];

  constructor(raw: string, view: Comparable) {
    this.#raw = raw;
    this.#view = view;
  }

  places(): readonly FieldPlace[] {
    return [...this.#found].sort((a, b) => a.span.start - b.span.start);
  }

  /** Find one value; `told` is where its reader says that it stands. */
  place(field: string, { ways }: Needle, told: Span | undefined): void {
    for (const way of ways) {
      const span = this.#best(field, way, told) ?? this.#byItsEnds(way);
      if (span === undefined) continue;
      this.#found.push({ field, span });
      return;
    }
    if (told !== undefined && this.#isFree(told)) this.#found.push({ field, span: told });
  }

  #best(field: string, way: string, told: Span | undefined): Span | undefined {
    let best: { readonly span: Span; readonly score: number } | undefined;
    const { text } = this.#view;
    for (let at = text.indexOf(way), tried = 0; at >= 0 && tried < mostTried; at = text.indexOf(way, at + 1), tried++) {
      const span = this.#view.rawSpan({ start: at, end: at + way.length });
      const score = this.#score(field, way, span, told);
      if (score > (best?.score ?? 0)) best = { span, score };
    }
    return best?.span;
  }

  /** 0 for a place that can't be it; more where the reader says so, behind a label, beside another field. */
  #score(field: string, way: string, span: Span, told: Span | undefined): number {
    if (!this.#isFree(span) || !this.#isWhole(span)) return 0;
    const line = this.#lineBefore(span.start);
    const isTold = told !== undefined && span.start >= told.start && span.end <= told.end;
    const isLabelled = labels[field]?.test(line) === true;
    const isTagged = tagged.test(line) && !/\S/u.test(this.#lineBehind(span.end));
    const isBeside = this.#found.some((other) => other.field !== 'abstract' && this.#sameLine(other.span, span));
    if (saying(way) < short && !isTold && !isLabelled && !isTagged && !isBeside) return 0;
    return 1 + (isTold ? 8 : 0) + (isLabelled ? 4 : 0) + (isBeside ? 2 : 0);
  }

  #lineBefore(at: number): string {
    const from = Math.max(this.#raw.lastIndexOf('\n', at - 1) + 1, at - 40);
    return this.#raw.slice(from, at);
  }

  #lineBehind(at: number): string {
    const feed = this.#raw.indexOf('\n', at);
    return this.#raw.slice(at, Math.min(feed < 0 ? at + 40 : feed, at + 40));
  }

  #sameLine(a: Span, b: Span): boolean {
    const [first, second] = a.start < b.start ? [a, b] : [b, a];
    return second.start - first.end < 200 && !this.#raw.slice(first.end, second.start).includes('\n');
  }

  /** No letter or digit is cut off at either end. */
  #isWhole({ start, end }: Span): boolean {
    const isPart = (a: string, b: string): boolean => /[\p{L}\p{N}]$/u.test(a) && /^[\p{L}\p{N}]/u.test(b) && !/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(a.slice(-1) + b.slice(0, 1)) && /\d$/u.test(a) === /^\d/u.test(b);
    const before = this.#raw.slice(Math.max(0, start - 2), start);
    if (/\\[nrt]$/u.test(before)) return true;
    return !isPart(before, this.#raw.slice(start, start + 2)) && !isPart(this.#raw.slice(Math.max(0, end - 2), end), this.#raw.slice(end, end + 2));
  }

  #isFree(span: Span): boolean {
    return this.#found.every((other) => other.span.end <= span.start || other.span.start >= span.end);
  }

  /** A long text that was mended on its way, by its first and last words. */
  #byItsEnds(way: string): Span | undefined {
    if (way.length < 3 * endLength) return undefined;
    const start = this.#view.text.indexOf(way.slice(0, endLength));
    const end = start < 0 ? -1 : this.#view.text.indexOf(way.slice(-endLength), start + endLength);
    if (end < 0 || end - start > 2 * way.length) return undefined;
    const span = this.#view.rawSpan({ start, end: end + endLength });
    return this.#isFree(span) ? span : undefined;
  }
}
