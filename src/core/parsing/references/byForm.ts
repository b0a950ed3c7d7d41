/** Who wrote a work and where it appeared, where the form of the reference leaves no doubt. */
import type { Name } from '../../source';
import { houseNamed, isHouse } from '../houses';
import { fromCapitals, isBody, readNames } from '../names';
import { looksLikeName } from '../pages/profile/names';
import type { ModelReading } from './model/reading';

/** `Freie Universität Bozen. (2018). …`: a body in front of a year in brackets. */
const bodyFirst = /^(?<body>\p{Lu}[^.,:;()\d“”"«»]{5,90})\. \((?:1[5-9]|20)\d\d[a-z]?(?:, [^()]{1,30})?\)[.,:]/u;

/** `…, 2nd ed. (Pamplona: Pamiela, 2001), 12`: the work of a note, with place, publisher and year in brackets. */
const imprint = / \((?<=[\p{L}\d?!.)] \()(?<place>\p{Lu}[^:()“”"«»\d]{1,50}): (?<publisher>[^:()“”"«»]{2,80}), (?<year>(?:1[5-9]|20)\d\d)\)(?:[,.;]|$)/u;

const sure = 0.85;

/** The reading with what the form of the reference says by itself. */
export const byForm = (text: string, reading: ModelReading): ModelReading =>
  withEdition(text, withReport(text, withHouse(withMeeting(text, withForthcoming(text, withPeriodical(text, withTown(text, withImprint(text, withBody(text, ownPublisher.test(reading.values['publisher'] ?? '') ? withoutPublisher(reading) : reading)))))))));

/** As the manual of the APA has it where the author is the publisher. */
const ownPublisher = /^(?:The )?Authors?$/u;

function withoutPublisher({ values: { publisher: _, ...values }, ...reading }: ModelReading): ModelReading {
  return { ...reading, values };
}

/** `WORLD HARBOUR ORGANIZATION. Harbours in figures[R].`: the same before a title with the mark of its kind. */
const bodyOfMarked = /^(?<body>\p{Lu}[^.,:;()\d[\]]{5,90})\. (?<title>[^[\]]{5,250})\[(?:[JMDNCR]|EB)(?:\/OL)?\]/u;

function withBody(text: string, reading: ModelReading): ModelReading {
  const { body: printed = '', title = '' } = reading.authors.length > 0 || reading.editors.length > 0 ? {} : bodyOfMarked.exec(text)?.groups ?? {};
  if (isBody(printed.split(' ').map(fromCapitals).join(' '))) return { ...reading, authors: [{ literal: printed }], values: { ...reading.values, title }, sure: { ...reading.sure, author: sure, title: sure } };
  const body = bodyFirst.exec(text)?.groups?.['body'];
  return body === undefined || !isBody(body) ? reading : { ...reading, authors: [{ literal: body }], sure: { ...reading.sure, author: sure } };
}

function withImprint(text: string, reading: ModelReading): ModelReading {
  const { place, publisher, year } = imprint.exec(text)?.groups ?? {};
  if (place === undefined || publisher === undefined || year === undefined || reading.values['volume'] !== undefined) return reading;
  const names = nameOfNote(text.slice(0, reading.titleAt ?? 0));
  return {
    ...reading, authors: names ?? reading.authors, values: { ...reading.values, 'publisher-place': place, publisher, issued: year },
    sure: { ...reading.sure, 'publisher-place': sure, publisher: sure, issued: sure, ...(names === undefined ? {} : { author: sure }) },
  };
}

/** `(in press). Two budgets. African Fiscal Politics.`: behind the title of what has yet to appear, where it will. */
const forthcoming = /\((?:in press|forthcoming|accepted|im Erscheinen|im Druck|sous presse|à paraître|en prensa|no prelo|in corso di stampa|w druku|в печати|baskıda)\)\. (?<title>[^.?!]{5,250})[.?!] (?<container>\p{Lu}[^.:,;()\d]{3,90})\.?$/iu;

function withForthcoming(text: string, reading: ModelReading): ModelReading {
  const { title, container } = forthcoming.exec(text)?.groups ?? {};
  if (title === undefined || container === undefined || reading.values['container-title'] !== undefined || houseNamed(container) !== undefined) return reading;
  const { publisher: _, 'publisher-place': __, ...values } = reading.values;
  return { ...reading, values: { ...values, title, 'container-title': container }, sure: { ...reading.sure, title: sure, 'container-title': sure } };
}

/** `[Conference presentation]. Arctic Forum, Tromsø, Norway.`: the meeting and its place, after the manual of the APA. */
const meeting = /\[(?:Conference|Paper|Poster|Oral|Keynote|Ponencia|Comunicação|Vortrag)(?: (?:presentation|paper|session|address))?\]\. (?<event>\p{Lu}[^.,;()]{3,140})(?:, (?<place>\p{Lu}[^.;()\d]{2,60}))?\.?$/u;

function withMeeting(text: string, reading: ModelReading): ModelReading {
  const { event, place } = meeting.exec(text)?.groups ?? {};
  if (event === undefined) return reading;
  const { 'container-title': container, publisher: _, 'publisher-place': __, ...values } = reading.values;
  if (values['volume'] !== undefined || values['page'] !== undefined || (values['event-title'] ?? event) !== event || (container ?? event) !== event) return reading;
  return { ...reading, values: { ...values, 'event-title': event, ...(place === undefined ? {} : { 'event-place': place }) }, sure: { ...reading.sure, 'event-title': sure, 'event-place': sure } };
}

/** What tells where in a journal a work stands, or that it stands in none. */
const ofOthers = ['volume', 'issue', 'page', 'publisher', 'event-title', 'genre'] as const;

/** A publisher that was taken for a journal: nothing says where in it the work stands. */
function withHouse(reading: ModelReading): ModelReading {
  const container = reading.values['container-title'];
  const alone = container !== undefined && ofOthers.every((field) => reading.values[field] === undefined) && reading.editors.length === 0;
  const house = alone ? houseNamed(container) : undefined;
  if (house === undefined) return reading;
  const { 'container-title': _, ...values } = reading.values;
  const { publisher, place = values['publisher-place'] } = house;
  return { ...reading, values: { ...values, publisher, ...(place === undefined ? {} : { 'publisher-place': place }) }, sure: { ...reading.sure, publisher: sure } };
}

/** `“Title.” De Courant, November 3.`, `«Заглавие». Власть и элиты 4: 101–24`: what stands behind the quoted title to the end, with no more than a number, pages or a day, is what it appeared in. */
const periodical = /[.”»’][”»]?[.,]? (?<container>(?!In[: ]|PhD |Paper |Presented |Unpublished |Master|Manuscript|Working )\p{Lu}[^“”«».,:;()[\]\d]{3,90})(?: \d{1,4}: \d{1,5}[–-]\d{1,5}|, (?:\p{L}{3,10} \d{1,2}|\d{1,2} \p{L}{3,10})(?:,? (?:19|20)\d\d)?)?\.?$/u;

function withPeriodical(text: string, reading: ModelReading): ModelReading {
  if (!/[”»]/.test(text)) return reading;
  const { 'container-title': known, 'publisher-place': place, genre, publisher, ...values } = reading.values;
  const container = (known === undefined || (reading.sure['container-title'] ?? 0) < sure) && place === undefined && genre === undefined && reading.editors.length === 0 ? periodical.exec(text)?.groups?.['container'] : undefined;
  if (container === undefined || isBody(container) || isHouse(container) || values['event-title'] !== undefined || values['title'] === undefined || known !== undefined && known !== container || text.lastIndexOf(container) < text.indexOf(values['title']) + values['title'].length) return reading;
  return { ...reading, values: { ...values, 'container-title': container, ...(publisher === undefined || container.includes(publisher) ? {} : { publisher }) }, sure: { ...reading.sure, 'container-title': sure } };
}

/** `Report no. 14/2020` behind a title: the number of a report, and of no journal. */
const numberedReport = /(?<=[.)] |\()(?:Report|Rapport|Bericht|Informe|Relatório|Raport|Доклад|Отч[её]т),? (?:[Nn]o\.?|[Nn]r\.?|[Nn][°º]\.?|№) ?(?<number>\d[\d/-]{0,12}\d|\d)(?=[.,)])/u;

function withReport(text: string, reading: ModelReading): ModelReading {
  const number = numberedReport.exec(text)?.groups?.['number'];
  if (number === undefined) return reading;
  const { 'container-title': container, issue: _, volume, ...values } = reading.values;
  if (volume !== undefined || (container !== undefined && container.includes(' '))) return reading;
  return { ...reading, values: { ...values, number } };
}

/** `2. Basım`, `3-е изд.`, `4. Auflage`, `2ª ed.`: the edition of a book, as other languages count it. */
const counted = /(?<=[,.(;–-] ?)(?<edition>\d{1,2})(?:\. ?(?:[Bb]asım|[Bb]askı|[Bb]s\.|Aufl(?:age|\.)|wyd(?:anie|\.)|vyd(?:ání|\.)|izd(?:anje|\.)|udg(?:ave|\.)|uppl(?:agan|\.)|kiad(?:ás|\.))|-е изд(?:ание|\.)|(?:ª|a\.?|\.ª|º) ?ed(?:ición|ição|izione|\.)|(?:e|ème|e\.) éd(?:ition|\.)|(?:st|nd|rd|th) ed(?:ition|n?\.))/u;

function withEdition(text: string, reading: ModelReading): ModelReading {
  const { edition: known, volume, issue } = reading.values;
  const edition = volume === undefined && issue === undefined ? counted.exec(text)?.groups?.['edition'] : undefined;
  return edition === undefined || edition !== (known ?? edition) ? reading : { ...reading, values: { ...reading.values, edition }, sure: { ...reading.sure, edition: sure } };
}

/** `…, Accra, June 14–16`: the town behind the name of a meeting. */
const townAndDays = /^, (?<town>\p{Lu}[\p{L} ’'-]{2,30}), (?:\p{Lu}\p{L}{2,9}\.? \d{1,2}|\d{1,2}(?:[–-]\d{1,2})?\.? \p{L}{3,10})/u;

function withTown(text: string, reading: ModelReading): ModelReading {
  const event = reading.values['event-title'];
  const at = event === undefined || reading.values['event-place'] !== undefined ? -1 : text.indexOf(event);
  const town = at < 0 || event === undefined ? undefined : townAndDays.exec(text.slice(at + event.length))?.groups?.['town'];
  return town === undefined ? reading : { ...reading, values: { ...reading.values, 'event-place': town }, sure: { ...reading.sure, 'event-place': sure } };
}

/** The one name in front of a title in a note, in the order in which it is spoken. */
function nameOfNote(before: string): readonly Name[] | undefined {
  const [, name = ''] = /^([^,.;:()“”"«»]{5,60}), $/u.exec(before) ?? [];
  return name.includes(' ') && !/ (?:and|und|et|y|e|&) /u.test(name) && looksLikeName(name) ? readNames(name).names : undefined;
}
