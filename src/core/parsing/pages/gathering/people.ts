/** People of a programme: names with affiliations in brackets, behind a comma, by little numbers, or with none. */
import { closingBracket, readPeople } from '../../names';
import { withoutEnd, wordCount } from '../../lines';
import { remembering } from '../../remembered';
import { isPeople } from '../paperHead';
import { looksLikeName, looksLikeNames, withoutLitter } from '../profile/names';

/** A name as printed, with its affiliation or the number of it. */
export type Printed = { readonly name: string; readonly affiliation?: string; readonly mark?: string };

const institution = /Universi|(?<!\p{L})Univ(?!\p{L})|(?<!\p{L})U (?:of )|Institut|Istituto|Colle[gk]|Colegio|School|Sciences Po|Akadem|Academ|Accademia|Cent(?:re|er|ro)(?!\p{L})|Hochschule|Council|Ministry|Hertie|Bocconi|Polit[eé]c|Facult|Department|(?<!\p{L})Dept|Leuven|CNRS|Max Planck|Laborator|Observator|Museum|Foundation|Университет|Институт|Академия|大学|学院/u;
/** An institution by its words or by its capitals: `WZB`, `CAU Kiel`. */
const isInstitution = (text: string): boolean => institution.test(text) || /^\p{Lu}{2,8}(?: \p{Lu}\p{L}{2,20})?$/u.test(text);
const academic = /^(?:(?:Prof|Dr|Mr|Mrs|Ms|PD|Doz|Assoc|Asst|Professor|Assist)\.? )+/u;

/** Is this line an affiliation, when it stands below names? */
export const isPlace = (text: string): boolean =>
  text.length < 260 && !/[.!?]$/u.test(text) && (institution.test(text) || /^\d{1,2} ?:? ?\p{Lu}/u.test(text) || /^\p{Lu}[^.,:]{2,60}, \p{Lu}[\p{L} ’-]{2,30}$/u.test(text));

/** What heads a programme or fills its breaks, and a bracket that tells the state of it: no person. */
const occasion = /(?:^|\s)(?:PROGRAM(?:ME?|MA|A|I)?|Program(?:me|ma?|a|ı|y)?|ПРОГРАММА|Программа|ПРОГРАМА|Програма|CONFERENCE|Conference|AGENDA|Agenda|Schedule|Timetable|Registration|Reception|Keynote|Welcome|Opening|Closing)(?=[\s,]|$)(?![^(]*\([^)]*(?:Universi|Institut|Colle|School|Academ|Akadem))|\((?:as of|as at|version|updated|last updated|Stand|revised|draft|versi[óo]n|versão|versione|wersja|état|actualizado|atualizado|по состоянию|станом)\s/u;
/** `Central European Political Science Association (CEPSA)`: in the bracket stand the letters of the name itself, so it is a body and no person. */
function isBody({ name, affiliation = '' }: Printed): boolean {
  const letters = [...name.matchAll(/(?<!\p{L})\p{Lu}/gu)].map(([letter]) => letter);
  if (letters.length < 3 || !/^\p{Lu}[\p{L}&-]{2,9}$/u.test(affiliation)) return false;
  let at = 0;
  return letters.every((letter) => (at = affiliation.toUpperCase().indexOf(letter, at) + 1) > 0);
}
/** What EasyChair writes behind a title. */
const aboutText = / \((?:abstract|abstract and paper|paper|slides|online|canceled|cancelled)\)$/iu;
/** Words of running text, which stand in no list of names nor in what sites put around one. */
const running = / (?:of|the|to|is|that|are|was|from|with) /u;

/** The people of a line; `sure` when brackets, institutions or little numbers show that they are some; undefined when they are none. */
export const printedPeople = remembering((text): People | undefined => peopleOn(text));

type People = { readonly people: readonly Printed[]; readonly sure: boolean };

function peopleOn(text: string): People | undefined {
  if (text.length > 700 || text.length < 5) return undefined;
  const named = byLabel(text);
  if (named !== undefined) return { people: named, sure: true };
  const line = text.replace(/^\d{1,2}[.)] (?=\p{Lu}[^()]{3,60}\()/u, '').replace(academic, '').replace(/\) ?\/ ?(?=\p{Lu})/gu, '), ');
  if (occasion.test(line) || aboutText.test(line)) return undefined;
  if (line.includes('(') && isPeople(line)) {
    const people = cleaned(readPeople(line));
    return people.some(isBody) ? undefined : { people, sure: true };
  }
  const behindComma = namesBeforeComma(line);
  if (behindComma !== undefined) return { people: behindComma, sure: true };
  if (running.test(line)) return undefined;
  const bare = withoutLitter(line).replace(/(?<=, |and )(?:Prof|Dr)\.? /gu, '');
  if (!looksLikeNames(bare) || bare === '') return undefined;
  const people = cleaned(bare.split(/,\s|;\s?|\s(?:and|&|und|et|y)\s/u).map((name) => ({ name: name.replace(/^(?:and|&) /u, '') })));
  const marked = withMarks(people, line);
  return people.every(({ name }) => looksLikeName(name)) ? { people: marked, sure: /\p{Ll}\d(?:,\d){0,4}(?:[,;]|$| and | &)/u.test(line) } : undefined;
}

const authorLabel = /^(?:Co-)?(?:Authors?|Presenters?|Speakers?|Ponentes?|Autor(?:es|as|a|in|en)?|Autore|Autori|Auteurs?|Докладчики?|Авторы?|Yazar(?:lar)?|Konuşmacı|Referent(?:in|en)?|Prelegent)(?:\(s\))?\s?[:：]\s?(?=\p{Lu})/u;
const oneTitle = /^(?:(?:Prof|Dr|Mr|Mrs|Ms|PD|Doç|Öğr|Professor|Assoc|Asst|Assist)\.? |Üyesi )+/u;

/** `Authors: Dr. Grace Wanjiru, Mr. Paul Otieno` or `Author: Jane Doe, University of X`: people behind a label. */
function byLabel(text: string): readonly Printed[] | undefined {
  const label = authorLabel.exec(text)?.[0];
  if (label === undefined) return undefined;
  const line = text.slice(label.length);
  const untitled = line.split(/(?<=[,;]) | (?=(?:and|&|und|y|e|et|и|ve) \p{Lu})/u).map((piece) => piece.replace(oneTitle, '')).join(' ');
  const people = printedPeople(untitled)?.people;
  return people !== undefined && people.length > 0 ? people : undefined;
}

/** `dr hab. Ewa Lis, prof. UW, mgr Jan Kos (Uniwersytet …)`: the degrees of Polish and Czech programmes, in small letters, and the chair that stands behind a name. */
const withoutDegrees = (text: string): string =>
  text.replace(/, prof\. \p{Lu}{2,8}(?=,| \()/gu, '').replace(/(?<=^|, | i )(?:(?:prof|dr|mgr|hab|inż|lic|doc|ks|ing|bc)\.? ){1,4}(?=\p{Lu})/gu, '');

/** The number behind each name, of the affiliation it stands for. */
function withMarks(people: readonly Printed[], line: string): readonly Printed[] {
  let at = 0;
  return people.map((person) => {
    const place = line.indexOf(person.name, at);
    at = place < 0 ? at : place + person.name.length;
    const mark = place < 0 ? undefined : /^ ?(\d{1,2})(?!\d)/u.exec(line.slice(at, at + 4))?.[1];
    return mark === undefined ? person : { ...person, mark };
  });
}

/** The people with the affiliations of a line below them: `1: X; 2: Y`, or one for all. */
export function placed(people: readonly Printed[], line: string): readonly Printed[] {
  const places = new Map([...line.slice(0, 2000).matchAll(/(?<![\p{L}\d])(\d{1,2}) ?:? ?(\p{L}[^;]{2,200}?)(?=[;.,]{0,2} {0,2}\d{1,2} ?:? ?\p{Lu}|[;.]?$)/gu)].map(([, mark = '', place = '']) => [mark, place.trim()] as const));
  const all = /^\d/u.test(line) ? undefined : line;
  return people.map((person) => {
    const affiliation = person.affiliation ?? (person.mark === undefined ? all : places.get(person.mark));
    return affiliation === undefined ? person : { ...person, affiliation };
  });
}

const cleaned = (people: readonly Printed[]): readonly Printed[] => people.map((person) => ({ ...person, name: withoutLitter(person.name).replace(academic, '') })).filter(({ name }) => name !== '');

/** `Jane Doe, University of X; Lu Yi, Y Institute`. */
function namesBeforeComma(line: string): readonly Printed[] | undefined {
  if (!line.includes(',') || !(institution.test(line) || /, \p{Lu}{2,8}(?:$|[ ;])/u.test(line))) return undefined;
  const people = line.split(/;\s+/u).map((piece) => {
    const comma = piece.indexOf(',');
    return comma < 0 ? { name: piece } : { name: withoutLitter(piece.slice(0, comma)), affiliation: piece.slice(comma + 1).trim() };
  });
  const all = people.every(({ name, affiliation }) => looksLikeName(name) && affiliation !== undefined && affiliation.length < 160 && !/[.!?]$|["“”«»]/u.test(affiliation));
  return all && people.some(({ affiliation = '' }) => isInstitution(affiliation)) ? people : undefined;
}

/** Title and people on one line: `Title – Jane Doe (X), Lu Yi (Y)`, `Jane Doe (X): Title` or `Jane Doe (X), Lu Yi (Y) Title`; `sure` unless nothing parts them. */
export function titleAndPeople(printed: string): { readonly title: string; readonly people: readonly Printed[]; readonly sure: boolean } | undefined {
  if (printed.length > 700) return undefined;
  const quoted = quotedAndPeople(printed);
  if (quoted !== undefined) return { ...quoted, sure: true };
  const families = turnedPeople(printed);
  if (families !== undefined) return { ...families, sure: true };
  if (!printed.includes('(')) return undefined;
  const text = withoutDegrees(printed.replace(/^\d{1,3}[.)] (?=\p{Lu}[^()]{3,200}\()/u, ''));
  for (const { index } of text.matchAll(/ [–—-] /gu)) {
    const people = text.slice(index + 3);
    if (people.includes('(') && isPeople(people) && index > 8) return { title: unquoted(text.slice(0, index)), people: cleaned(readPeople(people)), sure: true };
  }
  const end = peopleEnd(text);
  const rest = text.slice(end);
  const title = rest.replace(/^(?:[:.] | ?[–—-] |, )/u, '').trim();
  if (end === 0 || title.length < 10 || !/^[\p{Lu}\p{N}"“«„]/u.test(title) || (rest.startsWith(', ') && mayBePlace(title))) return undefined;
  return { title: unquoted(title), people: cleaned(readPeople(text.slice(0, end))), sure: /^(?:[:.] | ?[–—-] |, (?=[“"«„]))/u.test(rest) };
}

/** What stands behind the comma of somebody with a bracket may be where that person works, or the next one. */
const mayBePlace = (text: string): boolean => !/^["“„«]/u.test(text) && (wordCount(text) < 4 || institution.test(text) || /Uniwersyt|Politechni|Univerzi/u.test(text) || /[;(]/u.test(text));

const turned = String.raw`(?:\p{Ll}{2,4} )?\p{Lu}[\p{L}’'-]{1,30}(?: \p{Lu}[\p{L}’'-]{1,30})?, \p{Lu}[\p{L}.’'-]{0,30}(?: \p{Lu}[\p{L}.’'-]{0,30})?`;
const turnedFirst = new RegExp(`^(?:(?:>{1,2}|[•·▪►*–—-]) )?(?<people>${turned}(?: ?[/;&] ?${turned}){0,9}) \\((?<place>[^()]{2,160})\\): (?<title>\\S.{8,400})$`, 'u');

/** `Okafor, Ann / Lee, Bo Min (Tampere): Title`: the families first, in front of commas; where both sides of one have two words they are two people. */
function turnedPeople(text: string): { readonly title: string; readonly people: readonly Printed[] } | undefined {
  const { people: named = '', place: affiliation = '', title = '' } = turnedFirst.exec(text)?.groups ?? {};
  const names = named.split(/ ?[/;&] ?/u);
  const isTurned = (name: string): boolean => name.split(', ').some((side) => side.split(' ').filter((one) => /^\p{Lu}/u.test(one)).length === 1);
  return title === '' || !names.every(isTurned) ? undefined : { title: unquoted(title), people: names.map((name) => ({ name, affiliation })) };
}

const quotedFirst = /^["“„«](?<title>[^"“”„«»]{5,400})["”“»][.,:;]? {0,2}(?:[–—-] )?(?<people>\p{L}.{3,300})$/u;
const quotedLast = /^(?<people>\p{L}[^"“”„«»]{3,300}[,:.–—-]) ?["“„«](?<title>[^"“”„«»]{5,400})["”“»]\.?$/u;

/** `“Title,” Jane Doe, University of X, and Lu Yi, Y` or the other way round: quotation marks tell the title, the people have affiliations behind commas. */
function quotedAndPeople(printed: string): { readonly title: string; readonly people: readonly Printed[] } | undefined {
  const text = printed.replace(/^(?:[•·▪►*–—-]|\d{1,3}[.)]) /u, '');
  const { title = '', people: named = '' } = (quotedFirst.exec(text) ?? quotedLast.exec(text))?.groups ?? {};
  const people = title === '' ? undefined : amongAffiliations(withoutEnd(named, ' ,:.–—-'));
  return people === undefined ? undefined : { title: withoutEnd(title, ' ,;').replace(/(?<=[^.])\.$/u, ''), people };
}

/** Names and affiliations with nothing but commas, semicolons and “and” between them: `A B & C D, X; E F, Y, Z`. */
function amongAffiliations(text: string): readonly Printed[] | undefined {
  const people: Printed[] = [];
  for (const group of text.split(/; ?/u)) {
    const read = group.includes('(') && isPeople(group) && !institution.test(group.replace(/\([^()]*\)/gu, '')) ? cleaned(readPeople(group)) : inGroup(piecesOf(group));
    if (read === undefined) return undefined;
    people.push(...read);
  }
  return people.length === 0 ? undefined : people;
}

/** A part between commas, and whether “and” stands before it. */
type Piece = { readonly text: string; readonly name: string | undefined; readonly joined: boolean };

const piecesOf = (group: string): readonly Piece[] =>
  group.split(/(?=, | (?:and|&|und|et|y|и) )/u).map((printed) => {
    const text = printed.replace(/^, /u, '').replace(/^ ?(?:and|&|und|et|y|и) /u, '').trim();
    const name = withoutLitter(text).replace(academic, '');
    return { text, name: looksLikeName(name) && !isInstitution(name) ? name : undefined, joined: !printed.startsWith(',') || /^, (?:and|&|und|et|y|и) /u.test(printed) };
  }).filter(({ text }) => text !== '');

/** People, each affiliation that of the names right before it; a name behind an affiliation is a person only if “and” or an affiliation of its own says so. */
function inGroup(pieces: readonly Piece[]): readonly Printed[] | undefined {
  const people: Printed[] = [];
  let from = 0;
  let placed = false;
  for (const [index, { text, name, joined }] of pieces.entries()) {
    const next = pieces[index + 1];
    const person = name !== undefined && (index === 0 || joined || !placed || (next !== undefined && next.name === undefined && !next.joined));
    if (index === 0 && !person) return undefined;
    if (person) {
      if (placed) from = people.length;
      placed = false;
      people.push({ name: name ?? text });
      continue;
    }
    for (let at = from; at < people.length; at++) {
      const before = people[at] as Printed;
      people[at] = { ...before, affiliation: before.affiliation === undefined ? text : `${before.affiliation}${joined ? ' & ' : ', '}${text}` };
    }
    placed = true;
  }
  return people;
}

/** `Jane Doe, Lu Yi: Title`, as programmes print it that name no affiliations. */
export function namesAndTitle(text: string): { readonly title: string; readonly people: readonly Printed[] } | undefined {
  const [, names = '', title = ''] = /^([^:()"“]{5,120}): (\p{Lu}.{9,300})$/u.exec(text) ?? [];
  const pieces = names.split(/, | (?:and|und|et|y|&) /u);
  return title !== '' && !/[.]$/u.test(title) && pieces.every(looksLikeName) ? { title, people: cleaned(pieces.map((name) => ({ name }))) } : undefined;
}

const unquoted = (title: string): string => title.trim().replace(/^[“"„«](.{5,400})[”"“»]\.?$/u, '$1');

/** Where the people with affiliations in brackets end with which a line begins; 0 when it begins otherwise. */
function peopleEnd(text: string): number {
  let end = 0;
  for (let at = 0; at < text.length;) {
    const open = text.indexOf('(', at);
    if (open < 0 || !looksLikeNames(withoutLitter(text.slice(at, open)).replace(/^(?:and|und|et|&) /u, '')) || text.slice(at, open).trim() === '') break;
    end = Math.min(closingBracket(text, open) + 1, text.length);
    const joint = /^(?:, (?:and )?| and | & | und | et |; )/u.exec(text.slice(end, end + 8))?.[0];
    if (joint === undefined) break;
    at = end + joint.length;
  }
  return end;
}
