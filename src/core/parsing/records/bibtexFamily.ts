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

/** Fields that come several times and are lists: all of them count. */
const joints: { readonly [name: string]: string } = { author: ' and ', editor: ' and ', translator: ' and ', keywords: ', ', keyword: ', ' };

/** The entry's own fields; of one that is there twice, the first that is not empty. */
export function ownValues(entry: BibEntry): Values {
  const values = new Map<string, string>();
  for (const { name, value } of entry.fields) {
    const before = values.get(name) ?? '';
    const joint = joints[name];
    if (before.trim() === '') values.set(name, value);
    else if (joint !== undefined && value.trim() !== '' && before !== value) values.set(name, before + joint + value);
  }
  return values;
}

/** Families of entries: each asked for once, and remembered. */
export class Family {
  private readonly members: ReadonlyMap<string, BibEntry>;
  private readonly known = new Map<BibEntry, Values>();

  constructor(entries: readonly BibEntry[]) {
    this.members = new Map([...entries].reverse().map((entry) => [entry.key.toLowerCase(), entry]));
  }

  /** All fields of an entry, with what it inherits from as many as five generations; a circle ends where it closes. */
  valuesOf(entry: BibEntry, above: readonly BibEntry[] = []): Values {
    const known = this.known.get(entry);
    if (known !== undefined) return known;
    const values = new Map(ownValues(entry));
    if (above.length < generations) {
      for (const parent of this.parentsOf(values, 'xdata')) if (!above.includes(parent) && parent !== entry) add(values, this.valuesOf(parent, [...above, entry]));
      for (const parent of this.parentsOf(values, 'crossref')) {
        if (!above.includes(parent) && parent !== entry) add(values, handedDown(this.valuesOf(parent, [...above, entry]), parent.type, entry.type));
      }
    }
    if (above.length === 0) this.known.set(entry, values);
    return values;
  }

  private parentsOf(values: Values, field: 'xdata' | 'crossref'): readonly BibEntry[] {
    return (values.get(field) ?? '').split(',').slice(0, 20).flatMap((key) => this.members.get(key.trim().toLowerCase()) ?? []);
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
