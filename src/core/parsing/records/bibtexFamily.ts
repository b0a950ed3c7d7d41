/** What an entry inherits: through `xdata` everything, through `crossref` what its parent's type hands down. */
import type { BibEntry } from './bibtexScan';

/** An entry's fields by name, its own and those it inherits. */
export type Values = ReadonlyMap<string, string>;

const parts = new Set(['inbook', 'bookinbook', 'suppbook', 'incollection', 'suppcollection', 'inreference', 'inproceedings', 'conference']);
const articles = new Set(['article', 'suppperiodical']);
/** Never handed down: they speak of one entry alone. */
const own = new Set([
  'ids', 'crossref', 'xref', 'xdata', 'entryset', 'entrysubtype', 'execute', 'label', 'options', 'presort', 'related', 'relatedoptions', 'relatedstring',
  'relatedtype', 'shorthand', 'shorthandintro', 'sortkey', 'shorttitle', 'sorttitle', 'indextitle', 'indexsorttitle', 'abstract', 'file',
]);
const titles = ['title', 'subtitle', 'titleaddon'] as const;
const generations = 5;
const none: readonly never[] = [];

/** Fields that come several times and are lists: all of them count. */
const joints: ReadonlyMap<string, string> = new Map([['author', ' and '], ['editor', ' and '], ['translator', ' and '], ['keywords', ', '], ['keyword', ', ']]);

/** Is a field that comes several times one list? */
export const isJoint = (name: string): boolean => joints.has(name);

/** Does a value say nothing? */
export const isBlank = (value: string): boolean => !/\S/.test(value);

/** The entry's own fields; of one that is there twice, the first that is not empty. */
export function ownValues(entry: BibEntry): Values {
  const values = new Map<string, string>();
  for (const { name, value } of entry.fields) {
    const before = values.get(name);
    const joint = before === undefined ? undefined : joints.get(name);
    if (before === undefined || isBlank(before)) values.set(name, value);
    else if (joint !== undefined && !isBlank(value) && before !== value) values.set(name, before + joint + value);
  }
  return values;
}

/** Entries that may inherit from each other. */
export class Family {
  private readonly members: ReadonlyMap<string, BibEntry>;
  private readonly known: readonly Map<BibEntry, Values>[] = Array.from({ length: generations + 1 }, () => new Map<BibEntry, Values>());

  constructor(entries: readonly BibEntry[]) {
    this.members = new Map([...entries].reverse().map((entry) => [entry.key.toLowerCase(), entry]));
  }

  /** All fields of an entry: its own, and what it inherits. */
  valuesOf(entry: BibEntry, own: Values): Values {
    return own.has('xdata') || own.has('crossref') ? this.inherited(entry, generations) : own;
  }

  /** The fields of an entry with what it inherits from as many generations as are left; so a circle comes to an end. */
  private inherited(entry: BibEntry, left: number): Values {
    const known = this.known[left]?.get(entry);
    if (known !== undefined) return known;
    const values = new Map(ownValues(entry));
    if (left > 0) {
      for (const parent of this.parentsOf(entry, values, 'xdata')) add(values, this.inherited(parent, left - 1));
      for (const parent of this.parentsOf(entry, values, 'crossref')) add(values, handedDown(this.inherited(parent, left - 1), parent.type, entry.type));
    }
    this.known[left]?.set(entry, values);
    return values;
  }

  private parentsOf(entry: BibEntry, values: Values, field: 'xdata' | 'crossref'): readonly BibEntry[] {
    const named = values.get(field) ?? '';
    if (named === '') return none;
    const keys = named.split(',').slice(0, 20).map((key) => key.trim().toLowerCase()).filter((key) => key !== '');
    return keys.flatMap((key) => this.members.get(key) ?? []).filter((parent) => parent !== entry);
  }
}

function add(values: Map<string, string>, more: Values): void {
  const dated = values.has('date') || values.has('year');
  for (const [name, value] of more) {
    if ((values.get(name) ?? '').trim() !== '' || (dated && /^(?:date|year|month|day)$/u.test(name))) continue;
    if (name !== 'xdata' && name !== 'crossref') values.set(name, value);
  }
}

/** The fields of a parent under the names they have in a child. */
function handedDown(parent: Values, parentType: string, childType: string): Values {
  const prefix = prefixFor(parentType, childType);
  const kept = [...parent].filter(([name]) => !own.has(name) && !(titles as readonly string[]).includes(name));
  const down = new Map(kept);
  for (const name of titles) {
    const value = parent.get(name);
    const target = prefix === 'journal' && name === 'title' ? 'journaltitle' : `${prefix}${name}`;
    if (value !== undefined && prefix !== '' && !down.has(target)) down.set(target, value);
  }
  const author = parent.get('author');
  if (author !== undefined && /^(?:mv)?book$/u.test(parentType) && parts.has(childType) && !down.has('bookauthor')) down.set('bookauthor', author);
  return down;
}

/** Before the titles that a parent hands down; nothing when it hands none down. */
function prefixFor(parentType: string, childType: string): 'main' | 'book' | 'journal' | '' {
  if (articles.has(childType)) return 'journal';
  if (parentType.startsWith('mv')) return 'main';
  return parts.has(childType) ? 'book' : '';
}
