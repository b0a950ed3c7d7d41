/** References whose form as a whole leaves no doubt what each part is, where the model put a border at the wrong place. */
import type { Name } from '../../source';
import { isBody, readName } from '../names';
import type { ModelReading } from './model/reading';

const sure = 0.85;

/** The reading with what the form of the whole reference says. */
export const wholeByForm = (text: string, reading: ModelReading): ModelReading =>
  [withSchool, withThesis, withEditorsAhead, withNamesApart, withNameInTitle, withRestOfGiven, withFamiliesOfTwo, withAuthorBehind, withSubtitle, withHouseBehind, withNewspaper, withArticleNumber].reduce((read, mend) => mend(text, read), reading);

/** `[Doctoral dissertation, University of X]. ProQuest Dissertations`: the kind of a thesis and its university. What stands behind is where it is kept. */
const thesis = /\[(?<genre>(?:Unpublished )?(?:[Dd]octoral|[Mm]aster(?:[’']?s)?|[Bb]achelor(?:[’']?s)?|PhD|Ph\. ?D\.|MA|MPhil|Tesis|Tese|Thèse|Tesi|Dissertação|Dissertation|Doktora|Yüksek|Rozprawa|Praca)(?![\p{L}-])[^[\],]{0,40}), (?<school>\p{Lu}[^[\]]{3,90})\]/u;

function withSchool(text: string, reading: ModelReading): ModelReading {
  const { genre, school } = thesis.exec(text)?.groups ?? {};
  if (genre === undefined || school === undefined) return reading;
  const { 'container-title': _, 'collection-title': __, 'event-title': ___, volume: ____, issue: _____, page: ______, ...values } = reading.values;
  return { ...reading, editors: [], values: { ...values, genre, publisher: school }, sure: { ...reading.sure, genre: sure, publisher: sure } };
}

/** `2018. 210 f. Tese (Doutorado em Sociologia) – Universidade X, Cidade, 2018.`: a thesis as Brazil’s standard (ABNT NBR 6023) has it; the university is the last of the bodies before the town. */
const thesisAfterNbr = /[.] (?<kind>(?:Tese|Dissertação|Monografia|Trabalho de [Cc]onclusão(?: de [Cc]urso)?|Tesis)(?: \((?<degree>[^()]{3,80})\))?) ?[–—-] ?(?<bodies>\p{Lu}[^–—:;()\d]{3,200}), (?<place>[^,:;()\d]{3,40}), (?<year>(?:19|20)\d\d)\.?$/u;

function withThesis(text: string, reading: ModelReading): ModelReading {
  const { kind, bodies, place, year } = thesisAfterNbr.exec(text)?.groups ?? {};
  if (kind === undefined || bodies === undefined || place === undefined || year === undefined) return reading;
  const { 'container-title': _, 'collection-title': __, 'event-title': ___, 'number': ____, ...values } = reading.values;
  const own = { 'genre': kind, 'publisher': bodies.split(', ').at(-1) ?? bodies, 'publisher-place': place, 'issued': year };
  return { ...reading, editors: [], translators: [], values: { ...values, ...own }, sure: { ...reading.sure, 'genre': sure, 'publisher': sure, 'publisher-place': sure, 'issued': sure } };
}

/** `Kuo, Mei-ling, and Daniel Strand, eds. Title. Place: Publisher, Year.` */
const editedBook = /^(?<first>\p{Lu}[\p{L}’'-]{1,30}(?: \p{Lu}[\p{L}’'-]{1,30})?, \p{Lu}[\p{L}’'. -]{1,30})(?<more>(?:, \p{Lu}[\p{L}’'. -]{3,40}){0,4}),? and (?<last>\p{Lu}[\p{L}’'. -]{3,40}), eds?\. (?<title>[^.“”"]{5,200})\. (?<place>\p{Lu}[^:.,\d]{1,40}): (?<publisher>[^:.,]{2,60}), (?<year>(?:19|20)\d\d)\.?(?: |$)/u;

function withEditorsAhead(text: string, reading: ModelReading): ModelReading {
  if (!text.includes(', ed')) return reading;
  const { first, more = '', last, title, place, publisher, year } = editedBook.exec(text)?.groups ?? {};
  if (first === undefined || last === undefined || title === undefined || place === undefined || publisher === undefined || year === undefined || reading.values['title'] === title) return reading;
  const editors: readonly Name[] = [first, ...more.split(', ').filter((name) => name !== ''), last].map(readName);
  return {
    ...reading, authors: [], editors, translators: [], values: { title, 'publisher-place': place, publisher, issued: year }, titleAt: text.indexOf(title),
    sure: { title: sure, editor: sure, 'publisher-place': sure, publisher: sure, issued: sure },
  };
}

/** `Kaya, Nihan; Van Houten, Pieter. `: turned names between semicolons up to a full stop. */
const namesApart = /^[^.,;:“”"()\d]{2,50}, [^.,;:“”"()\d]{2,50}(?:; [^.,;:“”"()\d]{2,50}, [^.,;:“”"()\d]{2,50}){1,9}\. /u;

/** Names that stand so are the authors, however seldom such a one is met. */
function withNamesApart(text: string, reading: ModelReading): ModelReading {
  const names = reading.authors.length > 1 ? namesApart.exec(text)?.[0].split('; ') ?? [] : [];
  const areRead = names.length === reading.authors.length && names.every((name, at) => name.startsWith(`${reading.authors[at]?.family ?? '\0'},`));
  return areRead ? { ...reading, sure: { ...reading.sure, author: Math.max(sure, reading.sure['author'] ?? 0) } } : reading;
}

/** `Quispe Huanca, Nélida. Title`: a reference begins with a name turned round, and no title does. */
const turnedName = /^(?<name>\p{Lu}\p{Ll}[\p{L}’'-]{1,30}(?: \p{Lu}\p{Ll}[\p{L}’'-]{1,30})?, \p{Lu}[\p{L}’'-]{1,30}(?: (?:\p{Lu}\.|\p{Lu}\p{Ll}[\p{L}’'-]{1,30}))?)\. (?=["“«¿¡\p{Lu}])/u;

function withNameInTitle(text: string, reading: ModelReading): ModelReading {
  const { title = '' } = reading.values;
  const name = reading.authors.length > 0 || reading.editors.length > 0 || !text.startsWith(title) ? undefined : turnedName.exec(title)?.groups?.['name'];
  if (name === undefined || name.split(/[ ,]+/u).some(isBody) || isBody(name)) return reading;
  const titleAt = name.length + 2;
  return { ...reading, authors: [readName(name)], values: { ...reading.values, title: title.slice(titleAt) }, titleAt, sure: { ...reading.sure, author: sure } };
}

/** `MONTENEGRO, Paulo César. Coligações`: the second given name, with nothing between, was taken for the beginning of the title. */
function withRestOfGiven(text: string, reading: ModelReading): ModelReading {
  const last = reading.authors.at(-1);
  const [whole = '', more] = /^(\p{Lu}\p{Ll}{2,15})\. (?=["“«¿¡\p{Lu}])/u.exec(reading.values['title'] ?? '') ?? [];
  if (more === undefined || last?.given === undefined || !/^\p{Lu}\p{Ll}+$/u.test(last.given) || !text.includes(`, ${last.given} ${whole}`)) return reading;
  const title = (reading.values['title'] ?? '').slice(whole.length);
  return { ...reading, authors: [...reading.authors.slice(0, -1), { ...last, given: `${last.given} ${more}` }], values: { ...reading.values, title }, titleAt: text.indexOf(title) };
}

/** `Castañeda Rojas, Emilio`: what stands before the comma is the family, both words of it. */
function withFamiliesOfTwo(text: string, reading: ModelReading): ModelReading {
  const { authors, editors } = reading;
  if (!authors.some(hasSeveral) && !editors.some(hasSeveral)) return reading;
  return { ...reading, authors: authors.map((name) => ofTwo(text, name)), editors: editors.map((name) => ofTwo(text, name)) };
}

/** Has somebody several given names? */
const hasSeveral = ({ given }: Name): boolean => given?.includes(' ') === true;

function ofTwo(text: string, name: Name): Name {
  const [second, ...given] = (name.given ?? '').split(' ');
  if (name.family === undefined || second === undefined || given.length === 0 || !text.includes(`${name.family} ${second}, ${given.join(' ')}`)) return name;
  return { ...name, family: `${name.family} ${second}`, given: given.join(' ') };
}

/** `(2015). The voter between two crises. Il Ponte Nuovo.`: behind the title of a book its publisher, each longer word with a capital, where nothing else is said. */
const houseBehind = /^[^()]{3,200}\((?:1[5-9]|20)\d\d[a-z]?\)\. (?<title>\p{Lu}[^.?!]{10,200}[\p{L}\d])[.] (?<house>\p{Lu}[\p{L}’'-]{1,30}(?: (?:&|\p{Lu}?[\p{L}’'-]{1,30})){0,4})\.$/u;

/** What no book has of which this form says all. */
const ofOthers = ['container-title', 'publisher-place', 'volume', 'issue', 'page', 'genre', 'event-title', 'number'] as const;

function withHouseBehind(text: string, reading: ModelReading): ModelReading {
  if (ofOthers.some((field) => reading.values[field] !== undefined)) return reading;
  const { title, house } = houseBehind.exec(text)?.groups ?? {};
  if (title === undefined || house === undefined) return reading;
  const { title: known = '', publisher = house, ...values } = reading.values;
  if (publisher !== house || !(known === title || known === `${title}. ${house}`) || !/ \p{Ll}{4}/u.test(title) || house.split(' ').some((word) => /^\p{Ll}{4}/u.test(word))) return reading;
  return { ...reading, values: { ...values, title, publisher }, sure: { ...reading.sure, publisher: Math.max(0.6, reading.sure['publisher'] ?? 0) } };
}

/** `Фамилия И. О., Ли Чжэхо. Название`: behind somebody with initials another without, whom the title cannot begin with. */
function withAuthorBehind(text: string, reading: ModelReading): ModelReading {
  const [whole = '', family, given] = /^(\p{Lu}\p{Ll}{1,15}) (\p{Lu}\p{Ll}{1,15})\. (?=\p{Lu})/u.exec(reading.values['title'] ?? '') ?? [];
  const at = family === undefined ? -1 : text.indexOf(whole);
  if (family === undefined || given === undefined || reading.authors.length === 0 || !/\p{Lu}\.,? (?:and |и |& )?$|\p{Lu}\., $/u.test(text.slice(0, Math.max(at, 0))) || !/[,&]\s?$|(?:and|и) $/u.test(text.slice(0, at))) return reading;
  return { ...reading, authors: [...reading.authors, { family, given }], values: { ...reading.values, title: (reading.values['title'] ?? '').slice(whole.length) }, titleAt: at + whole.length };
}

/** `Title: Subtitle of several words. Journal`: what follows the colon belongs to the title. */
function withSubtitle(text: string, reading: ModelReading): ModelReading {
  const { title = '', 'container-title': container = '' } = reading.values;
  if (container === '' || !text.includes(`${title}: ${container}`)) return reading;
  const [, subtitle, rest] = /^(\p{L}[^.?!:]{3,200} [^.?!:]{0,60}\p{Ll}{3})[.?!] (\p{Lu}[^.]{2,120})$/u.exec(container) ?? [];
  if (subtitle === undefined || rest === undefined || subtitle.split(' ').length < 3) return reading;
  return { ...reading, values: { ...reading.values, 'title': `${title}: ${subtitle}`, 'container-title': rest } };
}

/** `(2024, March 4). Who reads the party press? The Riga Daily.`: what stands behind a question to the end, a day in front of it, is where it appeared. */
const dayAndQuestion = /\((?:19|20)\d\d, \p{L}{3,10}\.? \d{1,2}\)\. (?<title>\p{Lu}[^()?!]{6,250}[?!]) (?<container>\p{Lu}[\p{L}&’' -]{2,60})\.(?: (?:https?:\/\/|doi)|$)/u;
const isNameOfPaper = (text: string): boolean => text.split(' ').every((word) => /^(?:\p{Lu}|of|the|and|for|in|de|la|le|des|du|der|die|das|und|y|e|di|&)/u.test(word));

function withNewspaper(text: string, reading: ModelReading): ModelReading {
  const { title, container } = dayAndQuestion.exec(text)?.groups ?? {};
  const known = reading.values['title'] ?? '';
  if (title === undefined || container === undefined || !isNameOfPaper(container) || !(known.startsWith(title) || title.startsWith(known)) || reading.values['volume'] !== undefined) return reading;
  const { publisher: _, 'event-title': __, 'publisher-place': ___, ...values } = reading.values;
  return { ...reading, values: { ...values, title, 'container-title': container }, sure: { ...reading.sure, 'title': sure, 'container-title': sure } };
}

/** `15(1), Article 104.`: as the manual of the APA has a page that counts articles. */
const articleNumber = /\d\)?, (?:Article|Artikel|Artículo|Artigo|Articolo|Art\. ?(?:[Nn]o\.)?|Makale) (?<page>e?\d{1,9})(?=[.,;]|$)/u;

function withArticleNumber(text: string, reading: ModelReading): ModelReading {
  const page = reading.values['page'] === undefined && reading.values['volume'] !== undefined ? articleNumber.exec(text)?.groups?.['page'] : undefined;
  if (page === undefined) return reading;
  const { number, ...values } = reading.values;
  return { ...reading, values: { ...values, ...(number === undefined || number === page ? {} : { number }), page }, sure: { ...reading.sure, page: sure } };
}
