/** Where the title of a work ends and what it appeared in begins, where the form of the reference leaves no doubt. */
import type { ModelReading } from './model/reading';
import { cleaned } from './model/cleaning';
import { ofOthers } from './model/quotations';

const sure = 0.85;

/** The reading with titles and imprints as the form has them. */
export const booksByForm = (text: string, reading: ModelReading): ModelReading =>
  withWholePlace(text, withYearOfImprint(text, withTownOfChapter(text, withTownOnly(text, withHouse(text, withSeries(text, withSubtitle(text, withItsEnd(text, withinQuotes(text, withWholeJournal(text, reading))))))))));

const without = (reading: ModelReading, ...fields: readonly string[]): ModelReading =>
  ({ ...reading, values: Object.fromEntries(Object.entries(reading.values).filter(([field]) => !fields.includes(field))) });

const withValues = (reading: ModelReading, values: { readonly [field: string]: string }): ModelReading =>
  ({ ...reading, values: { ...reading.values, ...values }, sure: { ...reading.sure, ...Object.fromEntries(Object.keys(values).map((field) => [field, Math.max(sure, reading.sure[field] ?? 0)])) } });

const has = ({ values }: ModelReading, ...fields: readonly string[]): boolean => fields.some((field) => values[field] !== undefined);

const closing: { readonly [open: string]: string } = { '“': '”', '„': '“', '«': '»', '»': '«', '"': '"' };

/** `“Title”, Institut für Netze, Working Paper 3`: the title ends with its quotation mark where a comma is behind it. */
function withinQuotes(text: string, reading: ModelReading): ModelReading {
  const title = reading.values['title'] ?? '';
  const close = closing[text[(reading.titleAt ?? 0) - 1] ?? ''];
  const end = close === undefined ? -1 : title.indexOf(`${close},`);
  const behind = title.slice(end + 2).trim();
  if (end < 8 || behind.includes(close ?? '') || text.startsWith(close ?? '\0', text.indexOf(title) + title.length)) return reading;
  const house = has(reading, 'genre') && !has(reading, 'publisher', 'container-title') && /^\p{Lu}[^,.:]{4,80}$/u.test(behind) ? { publisher: behind } : {};
  return withValues(reading, { title: title.slice(0, end), ...house });
}

/** `… not falling? Atmospheric Notes, 42`: the name of a journal begins behind the sign that ends the title. */
function withWholeJournal(text: string, reading: ModelReading): ModelReading {
  const { title = '', 'container-title': journal } = reading.values;
  const at = journal === undefined ? -1 : text.indexOf(journal, text.indexOf(title) + title.length);
  const begun = at < 0 || !has(reading, 'volume', 'issue') ? undefined : /[?!][”"»]? (?!(?:In|Dans|En|Em|Na|Nel|Aus|W|V|I) )(?<words>(?:\p{Lu}[\p{L}-]+ (?:(?:of|and|in|für|und|de|des) )?){1,5})$/u.exec(text.slice(Math.max(0, at - 60), at))?.groups?.['words'];
  return begun === undefined || journal === undefined ? reading : withValues(reading, { 'container-title': `${begun}${journal}` });
}

/** A word that journals and series have in their names. */
const periodical = /(?<!\p{L})(?:Journal|Review|Revue|Revista|Rivista|Zeitschrift|Archiv|Jahrbuch|Proceedings|Proc|Annals|Annales|Transactions|Bulletin|Studies|Quarterly|Letters|Advances|Forum|Conference|Symposium|Workshop|Reports?|Papers?|Вестник|Известия|Труды|Журнал|Материалы|Сборник)(?!\p{L})/u;
const series = /^(?:Ser(?:ies?|\.)|Serie|Série|Сер|Lecture|Section|Part|Part\.|Teil|Reihe|Supplement|Special|Sonder)/u;

/** `Title. Bericht aus einem kleinen Dorf. Seelenkunde und Schule, 28, 239–252`: of two sentences before a volume the first is still the title. */
function withSubtitle(text: string, reading: ModelReading): ModelReading {
  const { title, 'container-title': container = '' } = reading.values;
  if (title === undefined || !has(reading, 'volume')) return reading;
  const [, subtitle = '', journal = ''] = /^(.{24,}?)\. (\p{Lu}[^.]{5,90})$/u.exec(container) ?? [];
  if (subtitle.split(' ').length < 4 || periodical.test(subtitle) || series.test(journal) || !/\p{Ll}{3}$/u.test(subtitle)) return reading;
  const at = text.indexOf(title);
  const from = text.indexOf(container, at + title.length);
  return at < 0 || from < 0 || !/^[.,:?!]{1,2} $/u.test(text.slice(at + title.length, from)) ? reading : withValues(reading, { title: cleaned('title', text.slice(at, from + subtitle.length)), 'container-title': journal });
}

/** `Title: Häfen und Handel, 1492–2000, 2. Auflage`, `Title mit RNX/Fenster`, `Title (on the islands of the north).`: years that a title ends with, what a slash joins to it, and small words in brackets. */
const titleGoesOn = /^(?: \((?<first>\p{Ll}+)(?: [\p{L}-]{2,30}){2,12}\)(?=[.,:;]|$)|,? (?:1\d|20)\d\d ?[-–] ?\d{2,4}(?=[,.:]|[”“»]|$)|\/\p{L}[\p{L} -]{1,30}(?=[.,:(]))/u;

function withItsEnd(text: string, reading: ModelReading): ModelReading {
  const title = reading.values['title'];
  const at = title === undefined ? -1 : text.indexOf(title) + title.length;
  const match = title === undefined ? null : titleGoesOn.exec(text.slice(at, at + 200));
  const more = match?.[0];
  if (title === undefined || more === undefined || ofOthers.test(match?.groups?.['first'] ?? '-') || (reading.values['issued'] !== undefined && more.includes(reading.values['issued']) && text.indexOf(reading.values['issued']) >= at)) return reading;
  const { page } = reading.values;
  return withValues(page !== undefined && more.includes(page) ? without(reading, 'page') : reading, { title: `${title}${more}` });
}

/** `Title. Studien zum Hafen, 543, Rostock: Nordverlag`: a numbered series, since no journal has a publisher and no pages. */
function withSeries(text: string, reading: ModelReading): ModelReading {
  const { 'container-title': container, volume, publisher, 'publisher-place': place, number } = reading.values;
  if (container === undefined && place !== undefined && number !== undefined && has(reading, 'collection-title') && !has(reading, 'collection-number', 'genre')) return withValues(without(reading, 'number'), { 'collection-number': number });
  if (container === undefined || volume === undefined || publisher === undefined || place === undefined || has(reading, 'issue', 'page', 'collection-title', 'event-title') || reading.editors.length > 0 && reading.authors.length > 0 || inAnother.test(text) || /[“”„«»"]/u.test(text)) return reading;
  return withValues(without(reading, 'container-title', 'volume'), { 'collection-title': container, 'collection-number': volume });
}

/** `Berlin: Zentrum für Netze`: a town and a publisher that were taken for a collection. */
function withHouse(text: string, reading: ModelReading): ModelReading {
  const container = reading.values['container-title'] ?? '';
  if (!container.includes(': ')) return reading;
  const { place, house } = /^(?<place>\p{Lu}[\p{L}/ .-]{1,30}): (?<house>\p{Lu}[^:“”„]{2,80})$/u.exec(container)?.groups ?? {};
  if (place === undefined || house === undefined || has(reading, 'publisher', 'publisher-place', 'volume', 'page') || !/[.)] $/u.test(text.slice(0, text.indexOf(container))) || /\p{Ll} /u.test(place)) return reading;
  return withValues(without(reading, 'container-title', 'issue'), { 'publisher-place': place, publisher: house });
}

/** Towns as a reference ends with them: `Rostock`, `Frankfurt/M.`, `Wien/Köln/Graz`, `Cambridge MA`. */
const towns = String.raw`(?:(?:New|San|Los|Bad|Den|Sankt|Santa|La|Le) )?\p{Lu}[\p{L}-]{2,20}(?: \p{Lu}{2}|(?: am | an der | im | i\. ?| a\. ?| ob der |/)(?:New |San )?(?:\p{Lu}[\p{L}-]{1,20}\.?|M\.|O\.|Br\.)){0,3}`;
const townBehind = new RegExp(String.raw`^(?:\.|,)? ?(?<town>${towns})(?:,? u\. ?a)?(?:,? (?:1[5-9]|20)\d\d)?\.?$`, 'u');
/** What tells that a work stands in another. */
const inAnother = /(?<!\p{L})(?:[Ii]n|[Ss]iehe|\/\/)[: ]/u;

/** `Ostrow, Lena (1993): Die Stadt im Nebel. Bildnis eines Hafens, Rostock.`: a book with nothing but its town, as historians cite; what a full stop divides from its title is a subtitle. */
function withTownOnly(text: string, reading: ModelReading): ModelReading {
  const { title, 'container-title': container, publisher, 'publisher-place': place } = reading.values;
  if (title === undefined || has(reading, 'volume', 'issue', 'page', 'genre', 'event-title', 'accessed') || /https?:|www\.|10\.\d{4}/u.test(text) || (reading.editors.length > 0 && reading.authors.length > 0)) return reading;
  const at = text.indexOf(title);
  const last = container ?? title;
  const from = container === undefined ? at : text.indexOf(container, at + title.length);
  const town = townBehind.exec(text.slice(from + last.length))?.groups?.['town']?.replace(/(?<=\p{Ll}{3})\.$/u, '');
  if (at < 0 || from < 0 || town === undefined || (place !== undefined && !town.includes(place))) return reading;
  if (container === undefined) return publisher !== undefined && (publisher !== town || (reading.sure['publisher'] ?? 1) > 0.75 || !isGerman(text, at)) ? reading : withValues(without(reading, 'publisher'), { 'publisher-place': town });
  const between = text.slice(at + title.length, from);
  if (inAnother.test(between) || publisher !== undefined || container.split(' ').length < 3 || !/^(?:[.:?!]?[”"»]? |[”"»“«]\. | \()$/u.test(between)) return reading;
  return withValues(without(reading, 'container-title'), { title: cleaned('title', text.slice(at, from + container.length)), 'publisher-place': town });
}

/** Is this a reference as Germans print them: a colon behind the year, or German words? */
const isGerman = (text: string, at: number): boolean => /\): $/u.test(text.slice(0, at)) || /(?<!\p{L})(?:der|die|das|des|und|im|zur|für|von|eine[rs]?)(?!\p{L})/u.test(text.slice(at));

/** `in: Die Gestalt des Hafens, Frankfurt a.M., 40–77`: the town between a book and the pages of a chapter. */
const townBeforePages = new RegExp(String.raw`^, (?<town>${towns})(?:,? u\. ?a\.)?(?:,? (?:1[5-9]|20)\d\d)?, (?:SS?\. ?|pp?\. ?)?\d{1,4} ?[-–]`, 'u');

function withTownOfChapter(text: string, reading: ModelReading): ModelReading {
  const container = reading.values['container-title'];
  if (container === undefined || has(reading, 'publisher', 'publisher-place', 'volume', 'issue') || !inAnother.test(text)) return reading;
  const at = text.lastIndexOf(container);
  const town = at < 0 ? undefined : townBeforePages.exec(text.slice(at + container.length))?.groups?.['town'];
  return town === undefined ? reading : withValues(reading, { 'publisher-place': town });
}

/** `… 1980. М.: Наука, 1982.`: the year of a book is the one behind its publisher. */
function withYearOfImprint(text: string, reading: ModelReading): ModelReading {
  const { 'publisher-place': place, publisher, issued = '', 'container-title': container } = reading.values;
  if (place === undefined || publisher === undefined || container === undefined || has(reading, 'volume')) return reading;
  const imprint = text.indexOf(`${place}: ${publisher}, `);
  const year = imprint < 0 ? undefined : /^(?:1[5-9]|20)\d\d(?!\d)/u.exec(text.slice(imprint + place.length + publisher.length + 4))?.[0];
  if (year === undefined || year === issued || !/^\d{4}$/u.test(issued) || text.indexOf(issued) > imprint || text.indexOf(issued) < text.indexOf(container)) return reading;
  return withValues(reading, { issued: year, ...(text.includes(`${container} ${issued}.`) ? { 'container-title': `${container} ${issued}` } : {}) });
}

/** `. Princeton, New Jersey: Princeton University Press`: a town with its state or country. */
function withWholePlace(text: string, reading: ModelReading): ModelReading {
  const { 'publisher-place': place, publisher } = reading.values;
  const at = place === undefined || publisher === undefined ? -1 : text.indexOf(`: ${publisher}`);
  const whole = at < 0 ? undefined : /[.?!)”"»] (?<place>\p{Lu}[\p{L} ’'-]{2,30}, \p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?(?:, \p{Lu}[\p{L} ]{2,20})?)$/u.exec(text.slice(Math.max(0, at - 90), at))?.groups?.['place'];
  return whole === undefined || place === undefined || whole === place || !whole.startsWith(`${place}, `) ? reading : withValues(reading, { 'publisher-place': whole });
}
