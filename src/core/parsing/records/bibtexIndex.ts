/**
 * The index of a bibliography in BibTeX: of each entry what a row shows, in a small part of the time that reading it whole takes. Values that no
 * row shows are stepped over. An entry that is not written plainly, or that inherits, is read whole, so that nothing here differs from that.
 */
import type { Item, Span } from '../../source';
import type { Sliced } from '../../slices';
import { Family, ownValues } from './bibtexFamily';
import { bibItem } from './bibtexItem';
import { briefItem } from './bibtexPlaces';
import { meantValues } from './bibtexMeant';
import { bibEntryAt, isAside, monthMacros, type BibEntry, type Macros } from './bibtexScan';

/** An entry as far as a row shows it: its key, type, title, authors, editors and date, and where it stands. */
export type IndexedEntry = { readonly item: Item; readonly span: Span };

/** How many entries are gone through in a slice: a few milliseconds' worth. */
const slice = 300;

/** The fields that what is shown comes from. */
const shown = new Set([
  'author', 'editor', 'editortype', 'title', 'subtitle', 'titleaddon', 'maintitle', 'mainsubtitle', 'maintitleaddon', 'date', 'year', 'month', 'day', 'entrysubtype', 'eventtitle', 'eventdate', 'venue',
]);
/** Fields that may change what others say: an entry that has one is read whole, and so is one with a variable of CSL. */
const changing = new Set(['crossref', 'xdata', 'namea', 'nameb', 'namec', 'editora', 'editorb', 'editorc']);
const changes = (name: string): boolean => changing.has(name) || name.startsWith('csl-');

/** Every record of a text as {@link IndexedEntry}, in order. `text` is normalised. */
export function* indexingBibtex(text: string): Sliced<readonly IndexedEntry[]> {
  const macros = new Map(monthMacros);
  const marks = new Marks(text);
  const found: (IndexedEntry | BibEntry)[] = [];
  let met = 0;
  for (let at = text.indexOf('@'); at >= 0;) {
    const entry = plainEntryAt(text, at, marks, macros) ?? bibEntryAt(text, at, macros);
    if (entry !== undefined) found.push(entry);
    if (entry !== undefined && 'fields' in entry && entry.type === 'string') for (const { name, value } of entry.fields) macros.set(name, value);
    if (++met % slice === 0) yield;
    at = text.indexOf('@', entry === undefined ? at + 1 : endOf(entry));
  }
  return yield* withWhole(text, found, macros);
}

const endOf = (entry: IndexedEntry | BibEntry): number => ('span' in entry ? entry.span.end : entry.end);

/** Those that were not plain are read whole now that everything they may inherit from is known. */
function* withWhole(text: string, found: readonly (IndexedEntry | BibEntry)[], macros: Macros): Sliced<readonly IndexedEntry[]> {
  const family = found.some((entry) => 'fields' in entry && entry.fields.some(({ name }) => name === 'crossref' || name === 'xdata')) ? yield* relatives(text, found, macros) : [];
  const kin = new Family(family);
  const indexed: IndexedEntry[] = [];
  for (const entry of found) {
    if ('span' in entry) indexed.push(entry);
    else if (!isAside(entry)) {
      indexed.push({ item: shownOf(entry, kin), span: { start: entry.start, end: entry.end } });
      if (indexed.length % 20 === 0) yield;
    }
  }
  return indexed;
}

/** The entries that others name as what they inherit from, with their fields; and what these name. */
function* relatives(text: string, found: readonly (IndexedEntry | BibEntry)[], macros: Macros): Sliced<readonly BibEntry[]> {
  const places = new Map<string, IndexedEntry | BibEntry>();
  for (const entry of found) {
    const key = ('span' in entry ? entry.item.id : entry.key).toLowerCase();
    if (!places.has(key)) places.set(key, entry);
  }
  const family = new Map<string, BibEntry>();
  const waiting = found.filter((entry): entry is BibEntry => 'fields' in entry);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const { name, value } of next.fields) {
      if (name !== 'crossref' && name !== 'xdata') continue;
      for (const key of value.split(',').map((one) => one.trim().toLowerCase())) {
        const place = places.get(key);
        const parent = place === undefined || family.has(key) ? undefined : 'fields' in place ? place : bibEntryAt(text, place.span.start, macros);
        if (parent === undefined) continue;
        family.set(key, parent);
        waiting.push(parent);
        yield;
      }
    }
  }
  return [...family.values()];
}

function shownOf(entry: BibEntry, kin: Family): Item {
  const own = ownValues(entry);
  const { id, type, title, author, editor, issued } = bibItem(entry.key, entry.type, own, meantValues(kin.valuesOf(entry, own)));
  return { id, type, ...(title !== undefined && { title }), ...(author && { author }), ...(editor && { editor }), ...(issued && { issued }) };
}

/** Where the next of each mark stands that may mean something within a value. Each is looked for once, so that stepping over values is quick. */
class Marks {
  private brace = -1;
  private opening = -1;
  private backslash = -1;
  private sign = -1;
  private quote = -1;

  constructor(private readonly text: string) {}

  close = (at: number): number => (this.brace >= at ? this.brace : this.brace = this.find('}', at));
  open = (at: number): number => (this.opening >= at ? this.opening : this.opening = this.find('{', at));
  escape = (at: number): number => (this.backslash >= at ? this.backslash : this.backslash = this.find('\\', at));
  at = (at: number): number => (this.sign >= at ? this.sign : this.sign = this.find('@', at));
  quoted = (at: number): number => (this.quote >= at ? this.quote : this.quote = this.find('"', at));

  /** The end of the text where there is none. */
  private find(mark: string, at: number): number {
    const found = this.text.indexOf(mark, at);
    return found < 0 ? this.text.length : found;
  }
}

const head = /@([A-Za-z]{1,40})\{[ \t]{0,20}([^\s,{}"=@%#\\]{1,200})[ \t]{0,20},/y;
const fieldHead = /[\s,]{0,50}([A-Za-z_][A-Za-z0-9_:+.-]{0,60})[ \t]{0,40}=[ \t]{0,40}/y;
const bareWord = /[A-Za-z0-9]{1,60}/y;
const behindValue = /\s{0,50}(?:,|(?=\}))/y;
const entryEnd = /[\s,]{0,50}\}(?![ \t]{0,40},)/y;

/** The entry that starts at `at`, when all of it is written plainly; else undefined. */
function plainEntryAt(text: string, at: number, marks: Marks, macros: Macros): IndexedEntry | undefined {
  if (at > 0 && text[at - 1] !== '\n') return undefined;
  head.lastIndex = at;
  const [whole = '', type = '', key = ''] = head.exec(text) ?? [];
  const kind = type.toLowerCase();
  if (whole === '' || isAside({ type: kind })) return undefined;
  const values = new Map<string, string>();
  const end = plainFields(text, at + whole.length, marks, macros, values);
  return end < 0 ? undefined : { item: briefItem(key, kind, meantValues(values)), span: { start: at, end } };
}

/** Fills `values` with the fields that are shown, and gives where the entry ends; -1 when it is not plain. */
function plainFields(text: string, start: number, marks: Marks, macros: Macros, values: Map<string, string>): number {
  for (let at = start; ;) {
    fieldHead.lastIndex = at;
    const field = fieldHead.exec(text);
    if (field === null) return endOfEntry(text, at);
    const name = (field[1] ?? '').toLowerCase();
    const from = fieldHead.lastIndex;
    const end = plainValueEnd(text, from, marks);
    if (end < 0 || values.has(name) || changes(name)) return -1;
    if (shown.has(name)) values.set(name, valueOf(text, from, end, macros));
    at = behind(text, end);
    if (at < 0) return -1;
  }
}

function endOfEntry(text: string, at: number): number {
  entryEnd.lastIndex = at;
  return entryEnd.test(text) ? entryEnd.lastIndex : -1;
}

function valueOf(text: string, from: number, end: number, macros: Macros): string {
  if (text[from] === '{' || text[from] === '"') return text.slice(from + 1, end - 1);
  const word = text.slice(from, end);
  return macros.get(word.toLowerCase()) ?? word;
}

/** Where the next field may begin behind a value; -1 when neither a comma nor the end of the entry follows. */
function behind(text: string, end: number): number {
  if (text[end] === ',') return end + 1;
  behindValue.lastIndex = end;
  return behindValue.test(text) ? behindValue.lastIndex : -1;
}

/** Where a value is over, its delimiter included; -1 when that is not plain to see. */
function plainValueEnd(text: string, at: number, marks: Marks): number {
  if (text[at] === '{') return bracedEnd(text, at + 1, marks);
  if (text[at] === '"') return quotedEnd(text, at + 1, marks);
  bareWord.lastIndex = at;
  return bareWord.test(text) ? bareWord.lastIndex : -1;
}

function bracedEnd(text: string, start: number, marks: Marks): number {
  let depth = 0;
  for (let at = start; ;) {
    const [close, open, escape] = [marks.close(at), marks.open(at), marks.escape(at)];
    if (close === text.length || marks.at(at) < close) return -1;
    if (escape < close && escape < open) at = escape + 2;
    else if (open < close) {
      depth++;
      at = open + 1;
    } else if (depth-- === 0) return close + 1;
    else at = close + 1;
  }
}

/** In quotation marks a value is plain when it holds no marks but its own. */
function quotedEnd(text: string, at: number, marks: Marks): number {
  const end = marks.quoted(at);
  const isPlain = marks.open(at) > end && marks.close(at) > end && marks.escape(at) > end && marks.at(at) > end;
  return isPlain && end < text.length ? end + 1 : -1;
}
