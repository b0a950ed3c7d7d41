/** Russian and other eastern references: what stands behind `//`, a slash or a word of theirs leaves no doubt. */
import type { Name } from '../../source';
import { readNames } from '../names';
import type { ModelReading } from './model/reading';

const sure = 0.85;
const person = String.raw`\p{Lu}[\p{L}’'-]{1,30}(?: (?:де|ван|фон) \p{Lu}\p{L}{1,30})? (?:\p{Lu}\p{Ll}?\. ?){1,2}`;
const people = String.raw`${person}(?:, ?${person}){0,6}`;
/** `// Седых А. П., Рогов К. К. (ред.). Книга. М.:`: a book with its editors in front. */
const edited = new RegExp(String.raw`\/\/ (?<names>${people})\((?:отв\. ?|гл\. ?|науч\. ?|общ\. ?)?(?:ред|сост|упор|уклад)\.\)\.? (?<container>[^/]{5,250}?)\.? (?:[—–-] )?(?:\p{Lu}\p{L}{0,20}\.?(?:, \p{Lu}\p{L}{2,20})?: [^:/]{2,80}, (?:1[89]|20)\d\d|(?:Вып|Т|Ч|Кн)\. ?\d)`, 'u');
/** `// Вестн. ун-та. Сер. 9. Филология. 1982`: the series of a journal is part of its name. */
const series = /\/\/ (?<container>[^/]{5,120}?[.,:] ?(?:Сер(?:ия|\.)|Серія) ?(?<number>\d{1,2})?[.:,]? ?[^/.\d]{0,60}?)\. (?:[—–-] )?(?:1[89]|20)\d\d(?!\d)/u;
/** `/ Под общ. ред. акад. Седых А. П.`: who is named here did not write the work. */
const chief = /(?:^|[/;.(] ?)[Пп]од (?:общ(?:\.|ей) )?(?:рук|ред)[\p{L}.]{0,12} (?:акад\. |проф\. )?/u;
/** `в 2 т.`, `В 3-х томах`: of how many volumes a work is. */
const volumes = /[.:,]? ?[Вв] (?<count>\d{1,2})(?:-х|-ти)? ?(?:тт?\.|том(?:ах|\.)|ч\.|частях|кн\.|книгах)/u;

/** The reading of a reference with `//`, or with Cyrillic words, as its form tells it. */
export function slashes(text: string, reading: ModelReading): ModelReading {
  return /[\u0400-\u04ff]/u.test(text) ? withVolumes(text, ledBy(text, ownBook(text, inSeries(text, inEdited(text, reading))))) : reading;
}

function inEdited(text: string, reading: ModelReading): ModelReading {
  const { names, container } = edited.exec(text)?.groups ?? {};
  if (names === undefined || container === undefined || reading.values['container-title'] === container) return reading;
  return { ...reading, editors: readNames(names.trim()).names, values: { ...reading.values, 'container-title': container }, sure: { ...reading.sure, editor: sure, 'container-title': sure } };
}

function inSeries(text: string, reading: ModelReading): ModelReading {
  const { container, number } = series.exec(text)?.groups ?? {};
  if (container === undefined) return reading;
  const { volume, ...values } = reading.values;
  if (values['container-title'] === undefined || !container.startsWith(values['container-title'].slice(0, 6))) return reading;
  return { ...reading, values: { ...values, ...(volume === undefined || volume === number ? {} : { volume }), 'container-title': container }, sure: { ...reading.sure, 'container-title': sure } };
}

const ofPerson = (names: readonly Name[], before: string): boolean => names.some(({ family }) => family !== undefined && before.includes(family));

const authorOfBook = new RegExp(String.raw`\/\/ (?<names>${people})(?=\p{Lu}\p{L})`, 'u');

/** `// Якубов Р. О. Избранное.`: a book by the author of its part has nobody’s name in its own. */
function ownBook(text: string, reading: ModelReading): ModelReading {
  const printed = authorOfBook.exec(text)?.groups?.['names']?.trim() ?? '';
  const container = reading.values['container-title'] ?? '';
  if (printed === '' || !text.startsWith(printed) || !ofPerson(reading.authors, printed)) return reading;
  const editors = reading.editors.filter((name) => !ofPerson([name], printed));
  return { ...reading, editors, values: { ...reading.values, ...(container.startsWith(printed) ? { 'container-title': container.slice(printed.length).trim() } : {}) } };
}

function ledBy(text: string, reading: ModelReading): ModelReading {
  const match = chief.exec(text);
  if (match === null || reading.editors.length > 0 || reading.authors.length === 0) return reading;
  const first = reading.authors[0];
  return first?.family === undefined || text.indexOf(first.family) < match.index ? reading : { ...reading, authors: [], editors: reading.authors, sure: { ...reading.sure, editor: reading.sure['author'] ?? sure } };
}

function withVolumes(text: string, reading: ModelReading): ModelReading {
  const match = volumes.exec(text);
  const count = match?.groups?.['count'];
  if (match === null || count === undefined) return reading;
  const { title = '', edition, ...values } = reading.values;
  const end = title.search(new RegExp(String.raw`[.:,]? ?[Вв] ${count}(?:-х|-ти)?(?: (?:т|том\p{L}*|ч\p{L}*|кн\p{L}*)\.?)?$`, 'u'));
  return { ...reading, values: { ...values, ...(title === '' ? {} : { title: end < 0 ? title : title.slice(0, end) }), ...(edition === undefined || edition === count ? {} : { edition }) } };
}
