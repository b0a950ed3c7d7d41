/** Who wrote, edited and translated a work, where the words beside a name or the form of the reference say it. */
import type { Name } from '../../source';
import { beginsWithSurname } from '../easternNames';
import { readName, readNames } from '../names';
import type { ModelReading } from './model/reading';

/** The reading with each name in the role that is said of it. */
export const rolesByForm = (text: string, reading: ModelReading): ModelReading => editedByForm(text, leading(text, spokenOfAgain(text, translated(text, marked(text, withoutUnnamedTranslators(text, reading))))));

/** The words for a translation, in the languages of references. */
const translation = /[Tt]rans|[Tt]rad|[Üü]bers|[Üü]bertr|[Пп]ер\.|[Пп]ерев|[Пп]ерекл|[Пп]рев|[Çç]ev|[Tt]łum|[Pp]rzekł|[Pp]řel|[Pp]řeklad|[Pp]rev|[Ff]ord|[Öö]vers|[Oo]vers|[Vv]ert|[Ss]uom|[Kk]ään|[Tt]ercüme|[Aa]ud\.|译|譯|訳|옮|역|ترجم/u;

/** Nobody translated a work of whose translation no word speaks. */
function withoutUnnamedTranslators(text: string, reading: ModelReading): ModelReading {
  return reading.translators.length === 0 || translation.test(text) ? reading : { ...reading, translators: [] };
}

/** `[J]`, `［M/OL］`: what marks the kind of a work in references after GB/T 7714. */
const mark = /[[［](?:[JMDNCRSPGZA]|EB|DB|CP)(?:\/OL)?[\]］]/u;
const edits = /[编編纂]/u;
/** `2021-04-09(7)`, a page of a newspaper behind its day. */
const pageOfDay = /\d{4}[-–]\d{2}[-–]\d{2} ?[(（](?<page>\d{1,3})[)）]/u;

/** Chinese references: nobody edits where no word says so, none translates either, and a newspaper has pages and no issues. */
function marked(text: string, found: ModelReading): ModelReading {
  const kind = /\p{sc=Han}/u.test(text) ? mark.exec(text) : null;
  if (kind === null) return found;
  const reading = withYearBehind(text, kind.index, withEditorsBehind(text, kind.index, withPeopleAhead(text, kind.index, withYearInTitle(text, kind.index, withTranslators(text, found)))));
  const head = text.slice(0, kind.index).split(/[.．。]/u)[0] ?? '';
  const first = reading.editors[0];
  const wrote = reading.authors.length === 0 && first !== undefined && head.includes(first.family ?? first.literal ?? '\0') && !edits.test(head) && !/\/\//u.test(text.slice(0, kind.index));
  const translators = /[译譯訳]/u.test(text) ? reading.translators : [];
  const { translator: _, ...values } = reading.values;
  const known = { ...reading, translators, ...(translators.length === 0 ? { values } : {}), ...(wrote ? { authors: reading.editors, editors: [], sure: { ...reading.sure, author: reading.sure['editor'] ?? 0 } } : {}) };
  return /[[［]N(?:\/OL)?[\]］]/u.test(kind[0]) ? withPageOfDay(text, known) : known;
}

/** `1978年以来的县委书记[J]. 当代政治, 2018`: a year at the beginning of the title, which was taken for that of the work. */
function withYearInTitle(text: string, end: number, reading: ModelReading): ModelReading {
  const { title = '', issued } = reading.values;
  const year = title.startsWith('年') ? /(?:1[5-9]|20)\d\d$/u.exec(text.slice(0, Math.max(0, text.indexOf(title))))?.[0] : undefined;
  if (year === undefined) return reading;
  const own = issued === year ? /(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/u.exec(text.slice(end))?.[0] : undefined;
  return { ...reading, values: { ...reading.values, title: year + title, ...(own === undefined ? {} : { issued: own }) }, sure: { ...reading.sure, title: said, ...(own === undefined ? {} : { issued: said }) } };
}

/** `司徒雁, 端木弘毅, 等`: Chinese people, each with a surname; undefined where a word is none. */
function peopleIn(listed: string): readonly Name[] | undefined {
  const words = listed.replace(/[,，、] ?等$/u, '').split(/[,，、] ?/u).map((word) => word.trim());
  return words.every((word) => /^\p{sc=Han}{2,4}$/u.test(word) && beginsWithSurname(word)) ? words.map((word) => readName(word)) : undefined;
}

/** `司徒雁, 端木弘毅. 海岛外交研究[J]`: who stands before the first full stop wrote what stands between it and the mark. */
function withPeopleAhead(text: string, end: number, reading: ModelReading): ModelReading {
  const { listed, title } = /^(?<listed>[\p{sc=Han},，、 ]{2,80})[.．。] ?(?<title>[^.．。]{3,200})$/u.exec(text.slice(0, end))?.groups ?? {};
  const authors = listed === undefined ? undefined : peopleIn(listed);
  if (authors === undefined || title === undefined) return reading;
  const letters = (names: readonly Name[]): string => names.map(({ family = '', given = '', literal = '' }) => `${family}${given}${literal}`).join('');
  if (reading.editors.length > 0 && !text.includes('//') && edits.test(text) || (letters(reading.authors) === letters(authors) && (text.includes('//') || edits.test(text)))) return reading;
  const begun = title.endsWith(reading.values['title'] ?? '') ? { ...reading.values, title } : reading.values;
  return { ...reading, authors, editors: reading.editors.filter(({ family = '', given = '' }) => text.includes('//') || text.indexOf(`${family}${given}`) > end), values: begun, sure: { ...reading.sure, author: said } };
}

/** `[C]//尉迟敬. 论丛`: the editors of the book around it, where they were seen but cut in the wrong place. */
function withEditorsBehind(text: string, from: number, reading: ModelReading): ModelReading {
  const listed = /^[^/]{3,8}\/\/ ?([\p{sc=Han},，、 ]{2,60})[.．。]/u.exec(text.slice(from, from + 100))?.[1];
  const editors = listed === undefined || reading.editors.length === 0 ? undefined : peopleIn(listed.replace(/,? ?(?:主编|编)$/u, ''));
  const seen = reading.editors[0]?.family ?? reading.editors[0]?.literal ?? '';
  return editors === undefined || !(listed ?? '').startsWith(seen.slice(0, 1)) ? reading : { ...reading, editors, sure: { ...reading.sure, editor: said } };
}

/** `[M]. 司徒雁, 端木弘毅, 译.`: who translated it, and did not edit it. */
const translators = /[.．。] ?(?<listed>[\p{sc=Han},，、 ]{2,60}?),? ?译[.．。,]/u;

function withTranslators(text: string, reading: ModelReading): ModelReading {
  const listed = translators.exec(text)?.groups?.['listed'] ?? '';
  const named = ({ family, given }: Name): boolean => family !== undefined && given !== undefined && listed.includes(`${family}${given}`);
  const found = reading.editors.filter(named);
  return found.length === 0 ? reading : { ...reading, editors: reading.editors.filter((name) => !found.includes(name)), translators: peopleIn(listed.trim()) ?? found, sure: { ...reading.sure, translator: said } };
}

/** `2019年海岛调查[J]. 海岛研究, 2020`: a year of the title is not that of the work, which stands behind the mark. */
function withYearBehind(text: string, at: number, reading: ModelReading): ModelReading {
  const { issued = '' } = reading.values;
  const year = /(?:[,，(（] ?c?)(?<year>(?:1[89]|20)\d\d)(?!\d)/u.exec(text.slice(at))?.groups?.['year'];
  const before = text.indexOf(issued);
  return year === undefined || !/^\d{4}$/u.test(issued) || year === issued || before > at || text.includes(issued, at) ? reading : { ...reading, values: { ...reading.values, issued: year }, sure: { ...reading.sure, issued: said } };
}

function withPageOfDay(text: string, reading: ModelReading): ModelReading {
  const page = pageOfDay.exec(text)?.groups?.['page'];
  const { issue, ...values } = reading.values;
  return page === undefined || (issue !== undefined && issue !== page) ? reading : { ...reading, values: { ...values, page }, sure: { ...reading.sure, page: said } };
}

/** How sure a role is that a word beside the name says. */
const said = 0.85;

/** `Ostrow L., Ferber K. (ред.). Title`, `Ostrow, Lena (Hg.), Title`: whoever stands in front and has this word behind them edited the work; a body brought it out. */
const leadingEditors = /^[^()“„«"»]{4,200} \((?:(?:отв|науч|гл|общ)\. ?)?(?:eds?|Eds?|Hrsg|Hgg?|ред|сост|coords?|orgs?|dirs?|éds?)\.?\)/u;

function leading(text: string, reading: ModelReading): ModelReading {
  const front = reading.editors.length > 0 || reading.authors.length === 0 ? undefined : leadingEditors.exec(text)?.[0];
  if (front === undefined || text.indexOf(reading.values['title'] ?? '\0') < front.length || reading.authors.some(({ family }) => !front.includes(family ?? '\0'))) return reading;
  return { ...reading, authors: [], editors: reading.authors, sure: { ...reading.sure, editor: reading.sure['author'] ?? said } };
}

/** A name of somebody whose given names stand in front, in full or as initials. */
const spokenName = String.raw`\p{Lu}(?:\p{L}[\p{L}’'-]{0,20}|\.)(?: ?(?:\p{Lu}\.|\p{Lu}[\p{L}’'-]{1,20})){0,2} (?:(?:von|van|de|der|den|di|da|du|del|zu) ){0,2}\p{Lu}[\p{L}’'-]{1,25}`;
/** `hg. v. Nils Sandvoss und Tom Ahrend,`: who edited a work, behind the word that says so. */
const editedBy = new RegExp(String.raw`(?:[,(] ?(?:ed\.|[Hh]g\.)|[,.(] ?(?:[Hh]rsg\. ?v(?:on|\.)|[Hh]g\. ?v(?:on|\.)|herausgegeben von|[Ee]d\. by|[Ee]dited by|a cura di)) (?!The |An? )(?<names>${spokenName}(?:(?:, ${spokenName}){0,4},? (?:und|and|&|u\.|e) ${spokenName})?)(?=[.,;:)])`, 'u');

/** Something of this stands in whatever {@link editedBy} fits, and in few references. */
const maybeEdited = /[ ,(](?:ed|[Hh]g)\. |g\. ?v|herausgegeben von|[Ee]d(?:ited|\.) by|a cura di/;

function editedByForm(text: string, reading: ModelReading): ModelReading {
  const names = maybeEdited.test(text) ? editedBy.exec(text)?.groups?.['names'] : undefined;
  if (names === undefined || reading.editors.some(({ family, literal }) => names.toLowerCase().includes((family ?? literal ?? '\0').toLowerCase()))) return reading;
  const found = readNames(names.replace(/,? u\. /gu, ' und ')).names;
  const isFound = ({ family }: Name): boolean => found.some((one) => one.family === family);
  const { publisher, ...values } = reading.values;
  return {
    ...reading, editors: found, authors: reading.authors.length > found.length ? reading.authors.filter((name) => !isFound(name)) : reading.authors, translators: reading.translators.filter((name) => !isFound(name)),
    values: { ...values, ...(publisher === undefined || names.includes(publisher) ? {} : { publisher }) }, sure: { ...reading.sure, editor: said },
  };
}

/** `(H. Sandvoss, Trans.)`: who stands in brackets with this word behind them. */
const inBrackets = /\((?<names>[^()]{4,80}?),? (?:Trans|trans|Übers|übers|trad|Trad|Çev|çev|пер)\.\)/u;

const translatedBy = /(?:[Tt]ranslated(?: from [\p{L} ]{3,40})? by|[Tt]rans\.|[Tt]raduit (?:de [\p{L}’']{2,20} )?par|[Tt]rad\. (?:de|por)?|[Üü]bersetzt von|[Tt]radotto da) /gu;

/** An editor whose name stands behind “translated by” translated. */
function translated(text: string, reading: ModelReading): ModelReading {
  const bracket = text.includes('.)') ? inBrackets.exec(text)?.groups?.['names'] : undefined;
  if (bracket !== undefined && [...reading.editors, ...reading.translators].some(({ family, literal }) => bracket.includes(family ?? literal ?? '\0'))) return translatedBeside(bracket, reading);
  if (reading.editors.length === 0) return reading;
  const behind = [...text.matchAll(translatedBy)].map(({ index, 0: words }) => text.slice(index + words.length, index + words.length + 60));
  const isNamed = ({ family, given }: Name): boolean => behind.some((words) => words.startsWith(given ?? '\0') && words.slice(0, (given ?? '').length + (family ?? '').length + 2).includes(family ?? '\0'));
  const found = reading.editors.filter(isNamed);
  if (found.length === 0) return reading;
  return { ...reading, editors: reading.editors.filter((name) => !found.includes(name)), translators: [...reading.translators, ...found], sure: { ...reading.sure, translator: said } };
}

function translatedBeside(bracket: string, reading: ModelReading): ModelReading {
  const { publisher, ...values } = reading.values;
  const editors = reading.editors.filter(({ family, literal }) => !bracket.includes(family ?? literal ?? '\0'));
  return { ...reading, editors, translators: readNames(bracket).names, values: { ...values, ...(publisher === undefined || bracket.includes(publisher) ? {} : { publisher }) }, sure: { ...reading.sure, translator: said } };
}

/** Whoever is named once more behind the slash of a library’s record, with no word that says what else they did, wrote it. */
function spokenOfAgain(text: string, reading: ModelReading): ModelReading {
  const slash = text.indexOf(' / ');
  if (slash < 0 || reading.editors.length === 0 || reading.authors.length === 0 || /ред\.|редакц|редкол|сост\.|уклад|упоряд|\b[Ee]d/u.test(text.slice(slash))) return reading;
  const wrote = new Set(reading.authors.flatMap(({ family, literal }) => (family ?? literal ?? '').toLowerCase().split(' ')[0] ?? []));
  const editors = reading.editors.filter(({ family, literal }) => !wrote.has((family ?? literal ?? '').toLowerCase().split(' ')[0] ?? ''));
  return editors.length === reading.editors.length ? reading : { ...reading, editors };
}
