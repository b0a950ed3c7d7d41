/** The citations of a draft as a formatter takes them: keys become items, words around them become prefixes, locators and suffixes. */
import type { DraftCitation, DraftCite, DraftToFormat } from '../enginePort';
import { locatorFrom, locatorText } from '../notes';
import type { Item } from '../source';
import type { Citation, CitedKey, Syntax } from './citation';
import { bareKey, plainLocator } from './details';
import type { DraftReading } from './draftReading';

/** `citations[i]` in `draft` is `printed[i]`, as Pandoc prints it; `unknown` are keys without an item, in the draft's order. */
export type DraftItems = { readonly draft: DraftToFormat; readonly printed: readonly Citation[]; readonly unknown: readonly string[] };

/**
 * The draft for the formatter. `name` is the same for the same draft; `everything` gives all items, for a draft that lists
 * them all (`nocite: '@*'`). A key without an item is left out of its citation.
 */
export function draftToFormat(name: string, reading: DraftReading, itemOf: (key: string) => Item | undefined, everything: () => readonly Item[]): DraftItems {
  const items = new Map<string, Item>();
  const unknown = new Set<string>();
  const known = (key: string): boolean => {
    const item = items.get(key) ?? itemOf(key);
    if (item === undefined) unknown.add(key);
    else items.set(key, item.id === key ? item : { ...item, id: key });
    return item !== undefined;
  };
  const printed = printedIn(reading);
  const citations = printed.map((citation) => citationOf(reading, citation, known));
  const uncited = uncitedIn(reading, known, everything, items);
  return { draft: { name, items: [...items.values()], citations, uncited }, printed, unknown: [...unknown] };
}

/** The citations of a draft that stand in its text, in its order; those that only list a work do not. */
export const printedIn = ({ citations }: DraftReading): readonly Citation[] => citations.filter(({ form }) => form !== 'listed').flatMap(asPrinted);

/** Where Pandoc takes a bracket for text, each of its keys is cited by itself, in the sentence. */
function asPrinted(citation: Citation): readonly Citation[] {
  if (citation.flaw === undefined || citation.flaw === 'undivided') return [citation];
  return citation.keys.map(({ key, span, whole, suppressAuthor }) => {
    const place = { start: suppressAuthor === true ? whole.start + 1 : whole.start, end: whole.end };
    return { span: place, command: '@', form: 'in-text', keys: [bareKey(key, span, place, place)] };
  });
}

function uncitedIn(reading: DraftReading, known: (key: string) => boolean, everything: () => readonly Item[], items: Map<string, Item>): readonly string[] {
  const cited = new Set(items.keys());
  const named = reading.citations.filter(({ form }) => form === 'listed').flatMap(({ keys }) => keys.map(({ key }) => key)).filter(known);
  const all = reading.facts.some(({ kind }) => kind === 'everything') ? everything() : [];
  for (const item of all) if (!items.has(item.id)) items.set(item.id, item);
  return [...new Set([...named, ...all.map(({ id }) => id)])].filter((key) => !cited.has(key));
}

function citationOf(draft: DraftReading, { form, command, keys }: Citation, known: (key: string) => boolean): DraftCitation {
  const cites = keys.filter(({ key }) => known(key)).map((key) => citeOf(draft, key));
  if (form === 'in-text') return { cites, mode: 'composite' };
  if (form === 'part') return { cites, mode: /auth/i.test(command) ? 'author-only' : 'suppress-author' };
  return { cites };
}

function citeOf({ text, syntax }: DraftReading, cited: CitedKey): DraftCite {
  const { key, prefix, locator, suffix, suppressAuthor } = cited;
  const place = locator === undefined ? undefined : locatorFrom(plainLocator(locator)) ?? { label: 'page', value: plainLocator(locator) };
  return {
    id: key,
    ...(prefix && { prefix: `${inline(prefix, syntax)} ` }),
    ...(place && { locator: withinPlace(place.value).replace(/--|[–—]/g, '-'), label: place.label }),
    ...(suffix && { suffix: `${gapBefore(text, cited)}${inline(suffix, syntax)}` }),
    ...(suppressAuthor === true && { suppressAuthor }),
  };
}

/** Of `Bd. 2, S. 7` the pages are written as citeproc knows them, `p. 7`: it writes them in the language of the draft, and sees that there is one volume. */
const withinPlace = (value: string): string => value.replace(/,\s{1,20}(\p{L}[^,]{1,200})$/u, (whole, rest: string) => {
  const inner = locatorFrom(rest);
  return inner?.label === 'page' ? `, ${locatorText(inner)}` : whole;
});

/** What stands between the key, or its locator, and the suffix: a comma stays, anything else is a space. */
function gapBefore(text: string, { whole, places }: CitedKey): string {
  const gap = text.slice(places.locator?.end ?? whole.end, places.suffix?.start ?? whole.end);
  return gap.includes(',') ? ', ' : ' ';
}

/** Signs that stand for themselves are taken aside while marks are read, into characters that nobody writes. */
const aside = (sign: string): string => String.fromCharCode(0xe100 + sign.charCodeAt(0));
const backFromAside = (text: string): string => text.replace(/[\ue100-\ue17f]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xe100));

/** What Markdown lets one write for a sign; those of HTML stay as they are. */
const entities: { readonly [name: string]: string } = { amp: '&', nbsp: '\u00a0', ndash: '–', mdash: '—', hellip: '…', sect: '§', quot: '"', semi: ';' };
const withoutEscapes: { readonly [S in Syntax]?: (text: string) => string } = {
  markdown: (text) => text.replace(/\\([!-/:-@[-`{-~])/g, (_whole, sign: string) => aside(sign)).replace(/&([a-z]{2,6});/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/`{1,3}([^`\n]{1,400})`{1,3}/g, '$1'),
};

/** Emphasis as people write it in Markdown and LaTeX, in the tags that citeproc takes; other marks of the two fall away. */
function inline(text: string, syntax: Syntax): string {
  return backFromAside((withoutEscapes[syntax]?.(text) ?? text)
    .replace(/\*\*([^*\n]{1,400})\*\*/g, '<b>$1</b>').replace(/\*([^*\n]{1,400})\*/g, '<i>$1</i>').replace(/(?<![\p{L}\p{N}])_([^_\n]{1,400})_(?![\p{L}\p{N}])/gu, '<i>$1</i>')
    .replace(/\\(?:emph|textit)\{([^{}]{1,400})\}/g, '<i>$1</i>').replace(/\\textbf\{([^{}]{1,400})\}/g, '<b>$1</b>')
    .replace(/\\([&%$#_{}])/g, '$1').replace(/~/g, '\u00a0').replace(/---/g, '—').replace(/--/g, '–').split('\n').map((line) => line.trim()).join(' '));
}
