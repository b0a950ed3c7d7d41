/** One reference in plain words, in any style of citing, as a CSL item. */
import type { Item, Name } from '../../source';
import { filledOnly } from '../certainty';
import { readDate } from '../dates';
import { itemOf } from '../found';
import { booksByForm } from './booksByForm';
import { byForm } from './byForm';
import { bookMarks } from './bookMarks';
import { withoutSeries } from './bracketedSeries';
import { certaintyOf } from './certain';
import { Draft, type Reference } from './draft';
import { peelIdentifiers } from './identifiers';
import { typeOf } from './kinds';
import { readWithModel, type ModelReading } from './model/reading';
import { withNominatives } from './genitive';
import { lawIn } from './laws';
import { issuedOf, pageOf } from './locators';
import { withShortNames, withWholeNames } from './patronymics';
import { plainText } from './plain';
import { rolesByForm } from './rolesByForm';
import { repeatedIn, type Repeated } from './sameAuthor';
import { slashes } from './slashes';
import { wholeByForm } from './wholeByForm';
import { withBook } from './wholeBooks';
import { yearPlace } from './yearPlace';

/** The longest text that is read as one reference, in UTF-16 code units. */
export const longestReference = 1500;

/** What text of a program or of data says, such as a record whose braces are lost: it is not read, since the model takes its time. */
const nothing: Reference = { item: itemOf('document', {}), certainty: {}, points: 0 };

const isCode = (text: string): boolean => /["'}\]]\s?:\s?["'{[\d]|[{}]|=\s?"/u.test(text);

/** How far a work has come; no part of it. */
const progress = /(?<=[.,)\]”"] ?)[([]?(?:Advance online publication|Online first|Advance access publication|E?pub ahead of print|Early view|First published online)[)\]]?[.,]? ?(?![\p{Ll}\d])/giu;

/** What stands in the place of a year, and is no name. */
const notYet = /^(?:Forthcoming|In press|In preparation|Under review|N\. ?d\.|n\.d\.|Im Erscheinen|À paraître|En prensa|No prelo|In corso di stampa|W druku|В печати|Baskıda|Yayım aşamasında)\.?$/iu;

/** What was read in this paste: several readers look at the same lines, and notes name a work again and again. */
const read = new Map<string, Reference>();
/** So many are remembered. */
const mostRead = 20_000;

/** Forget what was read: the paste is done. */
export const forgetReferences = (): void => read.clear();

/** Read one reference. `before` are the authors of the one above it, for a line of dashes in their place. */
export function readReference(text: string, before: readonly Name[] = []): Reference {
  const known = read.get(text);
  if (known !== undefined) return known;
  const plain = plainText(text, longestReference);
  if (isCode(plain)) return nothing;
  if (repeatedIn(plain) !== undefined) return readPlain(plain, before);
  if (read.size >= mostRead) read.clear();
  const reference = withWideSigns(text, readPlain(plain, before));
  read.set(text, reference);
  return reference;
}

const wideSigns: { readonly [sign: string]: string } = { ',': '，', ':': '：', ';': '；' };

/** A title as it was printed: the model reads narrow signs, whatever the reference has. */
function withWideSigns(printed: string, reference: Reference): Reference {
  if (reference.item.title === undefined || !/[，：；]/.test(printed)) return reference;
  const { title, ...rest } = reference.item;
  const wide = title.replace(/([,:;]) /gu, (_, sign: string) => wideSigns[sign] ?? sign);
  return wide === title || !printed.includes(wide) ? reference : { ...reference, item: { ...rest, title: wide } };
}

const withoutProgress = (text: string): string => (/online|advance|ahead|early/iu.test(text) ? text.replace(progress, '') : text);

/** The same without what stands around it. */
function readPlain(plain: string, before: readonly Name[]): Reference {
  const repeated = repeatedIn(plain);
  const { text: known, people } = withShortNames(repeated?.rest ?? plain);
  const dated = yearPlace(withoutProgress(known));
  const [whole, juniors] = withoutJuniors(dated.text);
  const [own, series] = withoutSeries(whole);
  const identifiers = new Draft(own);
  peelIdentifiers(identifiers);
  const law = lawIn(own, identifiers);
  if (law !== undefined) return law;
  const formed = withBook(own, rolesByForm(own, wholeByForm(own, byForm(own, booksByForm(own, readWithModel(own))))), repeated !== undefined);
  const told = withWholeNames(withNominatives(own, withSuffixes(bookMarks(own, slashes(own, formed)), juniors)), people);
  const reading = { ...told, values: { ...told.values, ...series, ...dated.values } };
  return repeated === undefined ? assembled(own, identifiers, reading, []) : assembled(own, identifiers, withThoseAbove(reading, repeated, before), repeated.role === 'author' ? before : []);
}

/** The reading of a line of dashes, with those above in the role that is theirs. */
function withThoseAbove(reading: ModelReading, { role, further }: Repeated, before: readonly Name[]): ModelReading {
  if (role === 'editor') return { ...reading, authors: [], editors: before };
  if (role === 'translator') return { ...reading, authors: [], translators: before };
  if (!further) return reading;
  return reading.authors.length === 0 && reading.editors.length > 0 ? { ...reading, editors: [...before, ...reading.editors] } : { ...reading, authors: [...before, ...reading.authors] };
}

/** `MOURA JR., Caio`: a suffix between the halves of a name, where its full stop looks like an end. */
const junior = /(?<=(?:^|[;&,] ?|\band )(?:\p{Lu}[\p{L}’'-]{1,30} ){0,2}(\p{Lu}[\p{L}’'-]{1,30})),? (JR|SR|Jr|Sr)\.?(?=, ?\p{Lu})/gu;

/** The text without such suffixes, and each by the family name before it. */
function withoutJuniors(text: string): readonly [string, ReadonlyMap<string, string>] {
  const found = new Map<string, string>();
  if (!/[JS][Rr]\.?, ?\p{Lu}/u.test(text)) return [text, found];
  const bare = text.replace(junior, (_, family: string, suffix: string) => {
    found.set(family.toLowerCase(), `${suffix.charAt(0)}r.`);
    return '';
  });
  return [bare, found];
}

function withSuffixes(reading: ModelReading, juniors: ReadonlyMap<string, string>): ModelReading {
  if (juniors.size === 0) return reading;
  const whole = (name: Name): Name => {
    const suffix = name.suffix === undefined ? juniors.get(name.family?.split(' ').at(-1)?.toLowerCase() ?? '') : undefined;
    return suffix === undefined ? name : { ...name, suffix };
  };
  return { ...reading, authors: reading.authors.map(whole), editors: reading.editors.map(whole) };
}

/** What is printed in another form than an item has it. */
const readFurther: ReadonlySet<string> = new Set(['accessed', 'issued', 'original-date', 'page', 'number']);

/** `[D]`, `[J/OL]` behind a title: the kind of the work after GB/T 7714, and no part of it. */
const kindMark = /(?<=[\p{L}?!’”)]) ?\[(?:[JMDNCRSPGZA]|EB|DB|CP)(?:\/OL)?\]$/u;

/** The item of what was read. Pages behind a book are those that somebody cited, and no part of it. */
function assembled(text: string, { values: identified }: Draft, reading: ModelReading, before: readonly Name[]): Reference {
  const { values } = reading;
  const identifiers = { DOI: identified.get('DOI'), URL: identified.get('URL'), ISBN: identified.get('ISBN')?.replace(/^ISBN(?:-1[03])?[:\s]{0,2}/u, ''), arxiv: identified.get('arxiv') };
  const editors = reading.editors;
  const named = reading.authors.filter(({ literal }) => literal === undefined || !notYet.test(literal));
  const authors = named.length > 0 ? named : before;
  const { accessed: day, issued, page, number } = values;
  const type = typeOf(text, {
    'title': values['title'], 'container-title': values['container-title'], 'volume': values['volume'], 'issue': values['issue'], 'publisher': values['publisher'], 'publisher-place': values['publisher-place'],
    'edition': values['edition'], 'genre': values['genre'], 'number-of-pages': values['number-of-pages'], 'event-title': values['event-title'], ...identifiers, 'date': issued, 'editor': editors.length > 0 ? 'named' : undefined, page,
    'body': authors.length > 0 && authors.every(({ literal }) => literal?.includes(' ') === true) ? 'named' : undefined,
  });
  const extent = page === undefined ? undefined : pageOf(page);
  const fields: { [field: string]: unknown } = {};
  for (const field of Object.keys(values)) if (!readFurther.has(field)) fields[field] = values[field];
  if (values['title'] !== undefined) fields['title'] = values['title'].replace(kindMark, '');
  fields['author'] = authors;
  fields['editor'] = editors;
  fields['translator'] = reading.translators;
  const year = (reading.sure['issued'] ?? 1) < doubted ? onlyYear(text) : undefined;
  fields['issued'] = issued === undefined ? undefined : issuedOf(year ?? issued);
  fields['original-date'] = readDate(values['original-date'] ?? '');
  fields['page'] = type === 'book' ? undefined : extent;
  fields['number'] = identifiers.arxiv === undefined ? number : `arXiv:${identifiers.arxiv}`;
  if (type === 'report' && number === undefined && values['collection-title'] === undefined) {
    fields['number'] = values['collection-number'];
    fields['collection-number'] = undefined;
  }
  const [town, land] = [values['publisher-place'], values['publisher']];
  const isLand = town !== undefined && land !== undefined && text.includes(`${town}, ${land}, `);
  if (type === 'paper-conference' && (values['event-title'] !== undefined || isLand) && values['event-place'] === undefined && (land === undefined || isLand) && values['container-title'] === undefined) {
    fields['event-place'] = isLand ? `${town}, ${land}` : withCountry(text, town);
    fields['publisher-place'] = undefined;
    if (isLand) fields['publisher'] = undefined;
  }
  if (type === 'paper-conference' && town !== undefined && land === undefined && values['event-place'] === town) fields['publisher-place'] = undefined;
  fields['DOI'] = identifiers.DOI;
  fields['URL'] = identifiers.URL;
  fields['ISBN'] = identifiers.ISBN;
  const accessed = identified.get('accessed') ?? day;
  fields['accessed'] = accessed === undefined ? undefined : accessedOf(accessed);
  const item = itemOf(type, fields);
  const certainty = certaintyOf(Object.keys(item), year === undefined ? reading.sure : { ...reading.sure, issued: sureOfYear });
  return { item, certainty, points: pointsOf(filledOnly(item, certainty), reading, text) };
}

/** Below this the day or month is doubted, and the year alone is surer. */
const [doubted, sureOfYear] = [0.5, 0.65];

/** The one year that a reference names, outside of its addresses, as that of `maio/ago. 2019`. */
function onlyYear(text: string): string | undefined {
  const years = text.replace(/https?:\S+|\b10\.\d{4,9}\/\S+/gu, '').match(/(?<![\d/–-])(?:1[89]|20)\d\d(?![\d/–-])/gu) ?? [];
  return years.length === 1 ? years[0] : undefined;
}

/** `Riga, Latvia.` at the end, where only the town was told. */
function withCountry(text: string, town: string | undefined): string | undefined {
  const behind = town === undefined ? undefined : /^, (\p{Lu}[\p{L} ]{3,30})\.?$/u.exec(text.slice(text.lastIndexOf(town) + town.length))?.[1];
  return behind === undefined ? town : `${town}, ${behind}`;
}

/** `12.05.2023` is day first, as everywhere where dates are written with full stops; `2020 Jan 3` is a day as well. */
const accessedOf = (text: string) => readDate(text.replace(/(\d\d)\.(\d\d)\.(\d{4})/u, '$3-$2-$1').replace(/(?<!\d)(\d{4}) (\p{Lu}\p{Ll}{2,8})\.? (\d{1,2})(?!\d)/u, '$2 $3, $1'));

/** Names and a year in brackets with a sign behind it: few sentences begin so. */
const opening = /^(?:\p{Ll}{1,4} ){0,2}\p{Lu}(?![^()]{0,200}[.!?] \p{Lu}?\p{Ll}{2,} )[^()]{2,200}\s?\((?:(?:1[5-9]|20)\d\d[a-z]?(?:, \p{L}{3,10}\.?(?: \d{1,2})?)?|in press|forthcoming|n\.d\.(?:-[a-z])?|im Erscheinen|o\. ?J\.)\)[.:,] ?[\p{Lu}“„«"‘'\d]/u;

/** What stands in the place of a year: as much a sign of a reference as one. */
const unpublished = /[( ](?:in press|forthcoming|n\. ?d\.|im Erscheinen|im Druck|sous presse|à paraître|en prensa|no prelo|in corso di stampa|w druku|в печати|baskıda)\)\. |\. (?:Forthcoming|In press|N\.d\.|n\.d\.)\.? [“"«„\p{Lu}]/u;

function pointsOf(item: Item, { titleAt, clear, formed }: ModelReading, text: string): number {
  const has = (...variables: readonly (keyof Item)[]): number => variables.filter((variable) => item[variable] !== undefined).length;
  const names = [...(item.author ?? []), ...(item.editor ?? []), ...(item.translator ?? [])];
  const named = names.length === 0 ? -1 : names.every((name) => name.literal !== undefined) ? (names.some((name) => (name.literal ?? '').length > 4 || /\p{sc=Han}{2}/u.test(name.literal ?? '')) ? 1 : -1) : 2;
  const title = item.title ?? '';
  const quoted = /["“„«‘'《]/u.test(text[(titleAt ?? 0) - 1] ?? '');
  const short = formed === undefined && title.length < (/\p{sc=Han}/u.test(title) ? 3 : 8) || title.length > 300;
  return named + (opening.test(text.slice(0, 300)) ? 1 : 0) + (has('issued') > 0 || (named > 0 && unpublished.test(text.slice(0, 300))) ? 1.5 : 0) + has('volume', 'issue', 'page', 'ISBN', 'number-of-pages', 'publisher-place', 'accessed') + Math.max(has('DOI'), has('URL')) + (quoted ? 1 : 0) + has('publisher', 'container-title') * 0.5 + (short ? -2 : 0.5) - Math.max(0, 0.95 - clear) * 6;
}

