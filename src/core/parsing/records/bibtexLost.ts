/** What an entry says that its item does not: kept as it is written, so that nothing is lost. */
import { dateVariables, nameVariables, type CslDate, type Item } from '../../source';
import { languageCode } from '../languages';
import { withoutEntities } from '../markup';
import { isBlank, type Values } from './bibtexFamily';
import { editorRole, namedRole, pagesIn } from './bibtexPlaces';
import { bibString } from './bibtexStrings';
import { readTex, texAsText } from './texText';

/** Where the value of a field is to be found in the item, if its name there is another. */
const variables: ReadonlyMap<string, readonly string[]> = new Map(Object.entries({
  volume: ['volume'],
  journal: ['container-title'], journaltitle: ['container-title'], booktitle: ['container-title', 'volume-title'],
  title: ['title', 'volume-title'], titleaddon: ['title', 'volume-title'], subtitle: ['title', 'volume-title'], booktitleaddon: ['container-title', 'volume-title'],
  maintitle: ['container-title', 'title'], mainsubtitle: ['container-title', 'title'], maintitleaddon: ['container-title', 'title'], journaltitleaddon: ['container-title'],
  issuetitleaddon: ['volume-title'], booksubtitle: ['container-title', 'volume-title'], journalsubtitle: ['container-title'],
  number: ['issue', 'number', 'collection-number'], year: ['issued'], month: ['issued'], day: ['issued'], date: ['issued'], pages: ['page', 'section'], doi: ['DOI'],
  url: ['URL', 'DOI'], isbn: ['ISBN'], issn: ['ISSN'], keywords: ['keyword'], address: ['publisher-place', 'event-place', 'jurisdiction'],
  location: ['publisher-place', 'event-place', 'jurisdiction'], school: ['publisher'], institution: ['publisher'], organization: ['publisher'], series: ['collection-title'],
  type: ['genre'], urldate: ['accessed'], eventdate: ['event-date'], venue: ['event-place'], eventtitle: ['event-title'], chapter: ['chapter-number', 'chapter'],
  langid: ['language'], bookauthor: ['container-author'], shorttitle: ['title-short'], origdate: ['original-date'], pagetotal: ['number-of-pages'],
  numpages: ['number-of-pages'], volumes: ['number-of-volumes'], eid: ['number', 'page'], isrn: ['number'], addendum: ['note'], annote: ['annote'], annotation: ['annote'],
  shortjournal: ['container-title-short'], pubstate: ['status'], part: ['part-number'], howpublished: ['URL', 'publisher', 'medium'], library: ['call-number'],
  origlocation: ['original-publisher-place'], origpublisher: ['original-publisher'], origtitle: ['original-title'], shortseries: ['collection-title-short'],
  pmid: ['PMID'], pmcid: ['PMCID'], issuetitle: ['volume-title'], issuesubtitle: ['volume-title'], bookpagination: ['section'], hyphenation: ['language'],
  lastaccessed: ['accessed'], lastchecked: ['accessed'], accessdate: ['accessed'], urlaccessdate: ['accessed'], urlyear: ['accessed'], urlmonth: ['accessed'],
  urlday: ['accessed'], origyear: ['original-date'], origmonth: ['original-date'], origday: ['original-date'],
}));

/** Fields that say what the item says already. */
const machinery = new Set(['entrysubtype', 'bookpagination']);
const people = new Set<string>(nameVariables);
const dates = new Set<string>(dateVariables);
/** Fields whose value changes its form on the way: it is enough that something came of them. */
const reformed = new Set(['keywords', 'keyword', 'abstract', 'type', 'doi', 'url']);

/** The fields of an entry of which the item tells nothing, by name; undefined when it tells of all. `own` are the entry's own fields. */
export function lostOf(own: Values, item: Item): { readonly [field: string]: string } | undefined {
  let lost: { [field: string]: string } | undefined;
  for (const [name, value] of own) {
    if (isBlank(value) || name === '__proto__' || machinery.has(name) || isTold(name, value, item, own)) continue;
    (lost ??= {})[name] = value;
  }
  return lost;
}

const namedPeople = new Set(['namea', 'nameb', 'namec', 'nameatype', 'namebtype', 'namectype']);
const editors = new Set(['editor', 'editora', 'editorb', 'editorc', 'editortype', 'editoratype', 'editorbtype', 'editorctype']);

function isTold(name: string, value: string, item: Item, own: Values): boolean {
  if (namedPeople.has(name)) return namedRole(name.replace(/type$/u, ''), own) !== undefined;
  if (name.startsWith('csl-')) return name === 'csl-type' ? item.type === value.trim() : item[name.slice(4)] !== undefined;
  if (editors.has(name)) return toldOfEditor(name, own);
  const places = variables.get(name);
  if (places === undefined) return Object.hasOwn(item, name) && isToldAs(name, name, value, item);
  return places.some((variable) => isToldAs(variable, name, value, item)) || (name === 'volume' && toldOfVolume(value, item));
}

/** Does this variable of the item tell what the field says? */
function isToldAs(variable: string, name: string, value: string, item: Item): boolean {
  const told = item[variable];
  if (told === undefined) return false;
  if (told === value) return true;
  if (dates.has(variable)) return toldOfDate(name, value, told as CslDate);
  if (people.has(variable) || reformed.has(name)) return true;
  const { text: read, whole } = readTex(value);
  if (read === told || !whole || (variable === 'page' && pagesIn(read) === told)) return true;
  if (variable === 'URL') return value.includes(told as string);
  if (variable === 'language') return languageCode(texAsText(value)) === told || folded(value) === folded(told as string);
  return isSaidIn(value, told as string);
}

/** Do the letters and figures of a value stand in what the item says, whatever parts them? */
function isSaidIn(value: string, told: string): boolean {
  const said = folded(told);
  if (said.includes(folded(value))) return true;
  return (/\sand\s/u.test(value) && said.includes(folded(value.replace(/\sand\s/gu, ' ')))) || said.includes(folded(value.split(/\sand\s/u).map(bibString).join(' ')));
}

/** `12(3)` is told by a volume and an issue. */
const toldOfVolume = (value: string, { volume, issue }: Item): boolean => volume !== undefined && numbersIn(value) === numbersIn(`${volume} ${issue ?? ''}`);

function toldOfEditor(name: string, values: Values): boolean {
  const field = name.replace(/type$/u, '');
  const role = editorRole(field, values);
  const type = values.get(`${field}type`)?.trim().toLowerCase();
  return name === field ? role !== undefined : role !== undefined && (role !== 'editor' || type === 'editor');
}

function toldOfDate(name: string, value: string, date: CslDate): boolean {
  if (/month$/u.test(name)) return date.season !== undefined || date.literal !== undefined || (date['date-parts']?.[0]?.length ?? 0) > 1;
  if (/day$/u.test(name)) return (date['date-parts']?.[0]?.length ?? 0) > 2;
  return !/date$/u.test(name) || !/\/(?:\.\.)?\s*$/u.test(value);
}

const numbersIn = (text: string): string => (text.match(/\d+/gu) ?? []).join(' ');

/** Letters and figures alone, so that dashes, quotes and commands make no difference. */
const folded = (text: string): string => texAsText(withoutEntities(text)).toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
