/** Names as web pages print them: with marks, buttons, addresses and affiliations in between. */
import type { Name } from '../../../source';
import { peopleApart } from '../../iberianNames';
import { articledName, readName, readNames, readPeople, smallNameWords } from '../../names';
import { withoutEnd } from '../../lines';
import { isNoise } from '../../noise';
import type { ReadingKind } from './profile';

/** The people of a page; `affiliations` by the name as printed. */
export type People = { readonly names: readonly Name[]; readonly affiliations: { readonly [name: string]: string }; readonly incomplete: boolean };

/** The ways in which names are printed. */
export type NamesKind = Extract<ReadingKind, `names${string}` | 'several names, Iberian' | 'bodies'>;

/** Something of every litter but the last: most bylines have none, and need not be searched for each. */
const anyLitter = /^[•·▪►-]|\p{Ll}[IV]|\+ ?\d|[\d@[(⁰¹²³⁴⁵⁶⁷⁸⁹*†‡§¶#✉∗ᵃᵇᶜᵈᵉᶠᵍʰⁱªº]|uthor|ORCID|orcid|EMAIL|Correspondence|:\/\/|Bu kişi benim|This is me/u;
const litter: readonly RegExp[] = [
  /^[•·▪►-]\s/gu, /(?<=\p{Ll})Correspondence(?:\S{1,80}@\S{1,80})?/gu,
  /\[Opens in a new window\]|\[ORCID\]|Show author details|View all authors(?: and affiliations)?|Author links open overlay panel|\(?[Cc]orresponding author\)?|\(Author\)|\(Contact Author\)|\[email protected\]|ORCID(?: ?iD)?(?: [Ii]con)?(?: logo)?:?|EMAIL logo|Email [Aa]uthor|\(bio\)|\[\d{1,2}\]|(?<=\p{L})(?:\(\d{1,2}\)){1,9}|Search for other works by this author on:?(?: Oxford Academic| Google Scholar){0,4}|\(View in PubMed\)|Bu kişi benim|This is me$/gu,
  /https?:\/\/\S{1,120}(?<![,;])|orcid\.org\/[\dX-]{1,30}|(?:\d{4}-){3}\d{3}[\dX]/gu,
  /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}.-]{1,80}/gu,
  /,? (?:and|\+) ?\d{1,3} (?:more|others?|authors?)(?: authors?)?|(?<=\p{L}) ?\+ ?\d{1,3}$/gu,
  // Roman numerals of affiliations, glued to the name: `NevesI`.
  /(?<=\p{Ll}{2})(?:I{1,3}|I?V|VI{1,3})(?:, ?(?:I{1,3}|I?V|VI{1,3}))*(?=[,;*]|$| (?:and|e|y|&) )/gu,
  /[ᵃᵇᶜᵈᵉᶠᵍʰⁱªº]/gu,
  /[\d⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}(?:[ ,]{0,2}[\d⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}(?!\p{L}))*|[*†‡§¶#✉∗]/gu,
];
/** Letters of footnotes. */
const letters = / \p{Ll}(?:[ ,]{1,2}\p{Ll}){0,20}(?= ?(?:,|;|$|&| and ))/gu;
/** How many authors a page does not show, between those that it does. */
const hiddenAmong = /,? ?\+ ?\d{1,3} (?:more|others?|authors?)(?: authors?)?,? ?(?=\p{Lu})/gu;
const doubled = /\t| {2}| [,;]|, ?,|&/u;

/** A byline without what pages put around the names. */
export function withoutLitter(text: string): string {
  const apart = text.includes(',') ? text.replace(/(?<=[\p{L}\d*]),(?=\p{Lu}\p{Ll})/gu, ', ') : text;
  const parted = apart.includes(' and') ? apart.replace(/(?<=[\p{L}\d*]) and(?=\p{Lu}\p{L})/gu, ' and ') : apart;
  const shown = parted.includes('+') ? parted.replace(hiddenAmong, ', ') : parted;
  const bare = (anyLitter.test(shown) ? litter.reduce((rest, pattern) => rest.replace(pattern, ''), shown) : shown).replace(letters, '');
  const listed = bare.includes('/') ? bare.replace(/(?<=\p{sc=Hangul} {0,3})\/ ?(?=\p{sc=Hangul})/gu, ', ') : bare;
  return (doubled.test(listed) ? listed.replace(/ ?& ?(?=\p{Lu})/gu, ' & ').replace(/[ \t]+/gu, ' ').replace(/ (?=[,;])/gu, '').replace(/(?:, ?){2,}/gu, ', ') : listed).trim();
}

const nameWord = new RegExp(String.raw`^(?:\p{Lu}[\p{L}\p{M}’'‘ʻʼ` + '`' + String.raw`.-]{0,40}|\p{sc=Han}{2,4}|${smallNameWords}|[jJsS]r\.?|[dl][’'‘]\p{L}{1,40}|${articledName}|[ʻʼ’']\p{L}{1,40})[,;]?$`, 'u');
const noName = /(?:^|[\s-])(?:Universi\p{L}{1,6}|Instituto|Facultad|Faculdade|Departamento|Centro|Escuela|Escola|Colegio|École|Academy|Akademi\p{L}{0,3}|Hochschule|Institute?|College|School|Faculty|Department|Center|Centre|Ministry|Academy|Abstract|Keywords?|Article|Journal|Volume|Published|Introduction|Download|Review|Panel|Session|Chair|Discussant|Paper|Papers|View|Open|Access|Research|Political|Politics|Policy|States?|Print|Online|Topic|Author|Authors|Press|Studies)(?=\s|,|;|$)/u;

/** `佐々木 悠人`, `윤지혜`. */
const eastAsian = /^(?:\p{sc=Han}{1,4} [\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]{1,4}|\p{sc=Hangul}{2,4}|\p{sc=Hangul}{1,2} \p{sc=Hangul}{1,3})$/u;

/** Countries and places that are spelt as names are, and stand below them. */
const countries: ReadonlySet<string> = new Set('South Africa|New Zealand|United Kingdom|Great Britain|United States|Saudi Arabia|Sri Lanka|Costa Rica|El Salvador|Hong Kong|South Korea|North Korea|Czech Republic|North Macedonia|Sierra Leone|Burkina Faso|San Marino|Puerto Rico|Cabo Verde|Cape Verde|Viet Nam|Papua New Guinea|Northern Ireland|United Arab Emirates|Dominican Republic|South Sudan|East Timor|Timor Leste|Côte d’Ivoire|Côte d\'Ivoire|Ivory Coast|New York|New Delhi|San Francisco|Los Angeles|Buenos Aires|Cape Town|Mexico City|Abu Dhabi|Tel Aviv|Saint Petersburg|St. Petersburg|São Paulo|New South Wales|The Netherlands|The Gambia|The Bahamas|The Hague|Russian Federation|Trinidad and Tobago|Bosnia and Herzegovina'.split('|'));

/** Could this be a person's name: two to six words, none of them in lower case but particles, none of an institution? */
export function looksLikeName(text: string): boolean {
  if (eastAsian.test(text)) return true;
  if (countries.has(text)) return false;
  const words = text.split(/[ ,]+/u).filter((word) => word !== '');
  return words.length >= 2 && words.length <= 7 && text.length <= 70 && !noName.test(text) && !isNoise(text) && words.every((word) => nameWord.test(word));
}

/** What no name holds and no names have between them: a look at it spares taking most lines apart. */
const neverInNames = /[:?!"“”()[\]/\d]| (?:of|the|in|to|for|on|with|from|is|that|are|was|as|by)(?: |$)/u;

/** Are these lines, or the parts between commas, names and nothing else? */
export function looksLikeNames(text: string): boolean {
  if (neverInNames.test(text)) return false;
  const apart = text.split(/[\n;]| & | and /u);
  // Between semicolons `Kral, Ivo Petr` is one name, turned round.
  const inverted = text.includes(';') && apart.every((piece) => /^[^,]{2,60},[^,]{2,60}$/u.test(piece));
  const pieces = (inverted ? apart.map((piece) => piece.replace(',', '')) : apart).flatMap((piece) => piece.split(/, (?=\p{Lu}\p{L}+[ .-]|[\p{sc=Han}\p{sc=Hangul}])|、|，/u)).map((piece) => piece.replace(/^and /u, '').trim()).filter((piece) => piece !== '');
  return pieces.length > 0 && pieces.every((piece) => /^(?:et al\.?|…|\.{3})$/u.test(piece) || looksLikeName(piece.replace(/(?:,? et al\.?|…)$/u, '')));
}

/** The people of some lines in one way of printing them; undefined when they aren't names. */
export function readPage(lines: readonly string[], kind: NamesKind): People | undefined {
  const people = readers[kind](lines.filter((line) => !/^(?:Non-)?(?:Presenting )?(?:Co-?)?(?:[Aa]uthors?|Presenters?)(?:\(s\))?:?$/u.test(line)));
  return people.names.length === 0 ? undefined : people;
}

const none: People = { names: [], affiliations: {}, incomplete: false };

const readers: { readonly [K in NamesKind]: (lines: readonly string[]) => People } = {
  'names': byline,
  'names (affiliation)': (lines) => { const pieces = lines.flatMap((line) => line.split(/ ?;\s(?![^()]{0,400}\))/u)); return withAffiliations(pieces.length > 1 && pieces.every((piece) => turned.test(piece)) ? pieces.map(turnedRound) : pieces.flatMap(bracketed)); },
  'names, affiliation': (lines) => withAffiliations(lines.flatMap((line) => line.split(/;\s+/u)).map(namedFirst)),
  'names over affiliations': (lines) => withAffiliations(overAffiliations(lines)),
  'names over institutions': (lines) => withAffiliations(overInstitutions(lines)),
  'names, first inverted': (lines) => firstInverted(lines.join(' ')),
  'names, all inverted': (lines) => allInverted(lines.join(' ')),
  'names by initials': (lines) => byInitials(lines.join(' ')),
  'names with superscripts': (lines) => byline(lines.slice(0, 1)),
  'names run into affiliations': (lines) => { const people = withAffiliations(lineByLine(lines)); return people.names.length > 0 ? people : runTogether(lines.join(' ')); },
  'names among other lines': (lines) => among(lines),
  'names among other lines, Spanish': (lines) => { const { names, ...rest } = among(lines); return { ...rest, names: names.map(twoFamilies) }; },
  'several names, Iberian': (lines) => several(lines.join(' ')),
  'bodies': (lines) => ({ names: lines.map((line) => ({ literal: line })), affiliations: {}, incomplete: false }),
};

/** `Restrepo Ocampo, Juliana María (X)`, one of several such. */
const turned = /^([^,();]{2,40}), ([^,();]{1,40}?)(?: \((.{2,300})\))?$/u;

function turnedRound(piece: string): Printed {
  const [, family = '', given = '', affiliation] = turned.exec(piece) ?? [];
  return { name: withoutLitter(`${family}, ${given}`), ...(affiliation === undefined ? {} : { affiliation }) };
}

/** `Jane Doe (X) Lu Yi (Y)`, or one name turned round: `Doe, Jane (X)`. */
function bracketed(line: string): readonly Printed[] {
  const people = line.replace(/^(?:(?:Dr|Mr|Ms|Mrs|Prof|Professor|Profa|Dra|dr|prof|hab|mgr|inż|doc|Mgr|Ing|д-р|проф|доц)\.? ){1,4}(?=\p{Lu}|hab\.)/u, '');
  const [, family, given] = turned.exec(people) ?? [];
  if (family !== undefined && given !== undefined && (!family.includes(' ') || !given.includes(' '))) return [turnedRound(people)];
  return readPeople(people).map((person) => ({ ...person, name: withoutLitter(person.name) }));
}

function byline(lines: readonly string[]): People {
  const cleaned = lines.flatMap((line) => (/\p{L}\*? {2,9}\*? ?\p{L}|\p{L} {0,9}\* {1,9}\p{L}/u.test(line) ? line.split(/ {0,9}\* {1,9}| {2,9}\*?/u) : [line])).map((line) => unglued(withoutLitter(line)).replace(/ · (?=\p{Lu})/gu, ', ').replace(/ (?:et|und|ve|и) (?=\p{Lu})/gu, ' and ').replace(/^by /iu, '').replace(/,? and others$/u, ' et al.')).map((line) => withoutEnd(line, ' ,;&')).filter((line) => /\p{L}/u.test(line) && !/^(?:and|&)$/u.test(line));
  const joined = cleaned.map((line) => line.replace(/^(?:and|&) /u, ''));
  if (joined.length === 0 || !joined.every(looksLikeNames)) return none;
  const lists = joined.map((line) => readNames(fromCapitals(line).replace(/;(?: and| &)? /gu, '; ').replace(/,? and | & /gu, line.includes(';') ? '; ' : ', ')));
  return { names: lists.flatMap(({ names }) => names), affiliations: {}, incomplete: lists.some(({ incomplete }) => incomplete) };
}

/** People of whom there are two at least, parted by commas or by nothing. */
function several(line: string): People {
  const people = /[,;&]/u.test(line) ? [line] : peopleApart(withoutLitter(line));
  const read = people.every((person) => looksLikeNames(person)) ? byline([people.join(', ')]) : none;
  return read.names.length > 1 ? read : none;
}

/** `Black Sea University, Varna`: what stands before the word is the name of the institution. */
const namedSo = /^ ?(?:University|Institute|College|School|Academy|Cent(?:er|re))(?:[,;]|$)/u;

/** The lines that are names; not those that begin with a name and go on with an affiliation. */
function among(lines: readonly string[]): People {
  const bare = lines.map((line) => withoutEnd(withoutLitter(line.replace(/(?<=\p{L}) (?:I|II|III|IV)$/u, '')), ' ,;&').replace(/ and$/u, '').replace(/^[,; ]{0,3}(?:and|&|by|par) /iu, ''));
  const taken: string[] = [];
  for (const line of bare) {
    const place = (plainInstitution.exec(line) ?? institution.exec(line))?.index ?? -1;
    const name = !looksLikeNames(line) && place > 0 && !namedSo.test(line.slice(place)) ? line.slice(0, place).trim() : line;
    if ((name === line ? looksLikeNames(name) : looksLikeName(name) && name.split(' ').length <= 4) && name.includes(' ') && !taken.some((other) => line.startsWith(other))) taken.push(name);
  }
  return taken.length === 0 ? none : byline(taken);
}

const secondGiven = new Set('José María Luis Carlos Ana Juan Pablo Manuel Antonio Paulo Fernando Eduardo Alberto Andrés Alejandro Ignacio Javier Miguel Ángel Francisco Jesús Enrique Isabel Luisa Elena Cristina Teresa Beatriz Carolina Paula Sofía Lucía Victoria Guadalupe Patricia Roberto Rafael Ricardo Jorge Felipe Sebastián Tomás Camilo Esteban Marie João Pedro'.split(' '));

/** In Spanish the last two of three words are families, unless the second is a common second given name. */
function twoFamilies(name: Name): Name {
  if (name.family?.includes(' ') === true) return name;
  const [first, second, ...rest] = (name.given ?? '').split(' ');
  if (first === undefined || second === undefined || rest.length > 1 || /\./u.test(name.given ?? '') || name['non-dropping-particle'] !== undefined) return name;
  if (rest.length === 1) return { ...name, given: `${first} ${second}`, family: `${rest[0]} ${name.family}` };
  return secondGiven.has(second) ? name : { ...name, given: first, family: `${second} ${name.family}` };
}

/** `ANNA KOWALSKA` as `Anna Kowalska`, when the whole line shouts. */
const fromCapitals = (line: string): string => {
  const letters = line.replace(/(?:^| )and(?= )/gu, '');
  if (letters !== letters.toUpperCase() || letters.split(' ').filter((word) => /^\p{Lu}{3,}/u.test(word)).length < 2) return line;
  return line.replace(/\p{L}{2,}/gu, (word) => (word === 'and' ? word : word.slice(0, 1) + word.slice(1).toLowerCase()));
};

/** `Anna KowalskaBekzat Nurlanov`, `E. KowalskaB. Nurlanov`: two names without anything between; not `McDonald`. */
const unglued = (line: string): string =>
  line.replace(/(?<!(?:^|[ -])(?:Mc|Mac|De|Di|La|Le|Du|Van|Fitz|Del))(?<=(?:^|[ -])(?:(?:Mc|Mac|De|Di|La|Le|Du|Van|Fitz|Del))?\p{Lu}[\p{Ll}’']{1,20})(?=\p{Lu}(?:\p{Ll}{1,20}\.? |\.(?: ?\p{Lu}\.){0,2} )\p{Lu})/gu, ', ');

type Printed = { readonly name: string; readonly affiliation?: string };

function withAffiliations(printed: readonly Printed[]): People {
  const people = unrepeated(printed.filter(({ name }) => name !== ''));
  if (people.length === 0 || !people.every(({ name }) => looksLikeName(name))) return none;
  const affiliations = Object.fromEntries(people.flatMap(({ name, affiliation }) => (affiliation === undefined || affiliation === '' ? [] : [[name, affiliation]])));
  return { names: people.map(({ name }) => readName(fromCapitals(name))), affiliations, incomplete: false };
}

/** Each person once: a presenter stands again among the authors. */
function unrepeated(people: readonly Printed[]): readonly Printed[] {
  const byName = new Map<string, Printed>();
  for (const person of people) byName.set(person.name, { ...person, ...byName.get(person.name) });
  return [...byName.values()];
}

/** `Jane Doe, University of X, Y`: the name stands before the first comma. */
function namedFirst(line: string): Printed {
  const cleaned = withoutLitter(line.replace(/^(?:Co-)?Authors?: /u, '').replace(/\((?:Primary (?:Contact|Author)|Presenter|Non-Presenting Author)\)/giu, '')).replace(/^([^,]{3,60}), ((?:Jr|Sr|I{2,3}|IV)\.?)(?=,|$)/u, '$1 $2');
  const [, person, place] = /^([^,:]{3,60}): (\p{Lu}.*)$/u.exec(cleaned) ?? [];
  if (person !== undefined && place !== undefined) return { name: person.trim(), affiliation: place };
  const comma = cleaned.indexOf(',');
  return comma < 0 ? { name: cleaned } : { name: cleaned.slice(0, comma).trim(), affiliation: cleaned.slice(comma + 1).replace(/^[, ]+/u, '').trim() };
}

/** Names on lines of their own, each with the lines of its affiliation below it. */
function overAffiliations(lines: readonly string[]): readonly Printed[] {
  const people: Printed[] = [];
  let labelled = false;
  for (const line of lines) {
    const cleaned = withoutEnd(withoutLitter(line).replace(/^(?:and|&)(?: |$)|,? and$/gu, ''), ' ,');
    const last = people.length - 1;
    if (cleaned === '' || /^Corresponding author|^E-?mail/iu.test(line)) continue;
    if (/^Affiliations?:?$/u.test(cleaned)) labelled = true;
    else if (!labelled && looksLikeName(cleaned)) people.push({ name: cleaned });
    else if (last >= 0 && people[last]?.affiliation === undefined) people[last] = { name: people[last]?.name ?? '', affiliation: line.replace(/^Affiliations?:\s*/u, '') };
    if (!/^Affiliations?:?$/u.test(cleaned)) labelled = false;
  }
  return people;
}

const institutional = /[Uu]niversi|Uniwersyt|Institut|Colle[gk]|School|Sciences Po|Akadem|Academ|Cent(?:re|er)|Hochschule|Council|Ministry|^[A-Z]{2,6}(?: |$)|Hertie|Bocconi|Polit[eé]c/u;

/** Keywords, then names each with one line of its institution; read upwards, since only the names are sure to stand last. */
function overInstitutions(lines: readonly string[]): readonly Printed[] {
  const people: Printed[] = [];
  for (let at = lines.length - 2; at >= 0; at -= 2) {
    const [name = '', affiliation = ''] = [withoutLitter(lines[at] ?? ''), lines[at + 1] ?? ''];
    if (!looksLikeName(name) || !(institutional.test(affiliation) || (people.length === 0 && affiliation.includes(' ')))) break;
    people.unshift({ name, affiliation });
  }
  return people;
}

/** The lines above those of names over institutions; none when there are no such names. */
export function linesAboveNames(lines: readonly string[]): readonly string[] {
  const many = overInstitutions(lines).length;
  return many === 0 ? [] : lines.slice(0, lines.length - 2 * many);
}

/** `Okafor, Nadia, and Miguel Silva`: only the first name is turned round. */
function firstInverted(text: string): People {
  const incomplete = /,? et al\.?$/u.test(text);
  const pieces = text.replace(/,? et al\.?$/u, '').replace(/,? and /gu, ', ').split(', ').map((piece) => piece.trim()).filter((piece) => piece !== '');
  const [family = '', given = '', ...rest] = pieces;
  if (given === '' || pieces.some((piece) => noName.test(piece) || piece.length > 60)) return none;
  return { names: [`${family}, ${given.replace(/(?<=\p{L}{2})\.$/u, '')}`, ...rest.map((name) => name.replace(/(?<=\p{L}{2})\.$/u, ''))].map(readName), affiliations: {}, incomplete };
}

/** `Okafor, Nadia B. and Silva, Miguel`: every name is turned round. */
function allInverted(text: string): People {
  const pieces = text.split(/;\s|,? (?:and|und|et|&) /u).map((piece) => withoutEnd(piece.trim(), ' ,;')).filter((piece) => piece !== '');
  const whole = pieces.length > 0 && pieces.every((piece) => /^(?:(?:von|van|de|der|den|del|della|di|da|dos|du|la|le|zu|ter|ten) ){0,3}\p{Lu}[^,]{1,40}, \p{Lu}[^,]{0,40}$/u.test(piece) && !noName.test(piece));
  return whole ? { names: pieces.map(readName), affiliations: {}, incomplete: false } : none;
}

/** `BC Okafor, M Silva…`: initials before the family name. */
function byInitials(text: string): People {
  const pieces = text.split(',').map((piece) => piece.replace(/…|\.{3}|\(\d{1,2}\)/gu, '').trim()).filter((piece) => piece !== '');
  const names = pieces.flatMap((piece) => {
    const { letters = '', family = '' } = (/^(?<letters>\p{Lu}{1,4}) (?<family>\p{L}[\p{L}’' -]{1,40})$/u.exec(piece) ?? /^(?<family>\p{L}[\p{L}’' -]{0,30}\p{Ll}) (?<letters>\p{Lu}{1,3})$/u.exec(piece))?.groups ?? {};
    return letters === '' ? (looksLikeName(piece) ? [readName(piece)] : []) : [readName(`${family}, ${[...letters].map((letter) => `${letter}.`).join(' ')}`)];
  });
  return names.length < pieces.length ? none : { names, affiliations: {}, incomplete: /…|\.{3}/u.test(text) };
}

const institution = /\s?(?=(?:(?:The )?(?:Department|Dept|Faculty|School|Institute?|Institut(?:o|e)?|Centre|Center|Centro|Facult(?:ad|é|y)|Escuela|École|College|Academy|Division|Chair of|Independent|Graduate|Research|Ministry|Universit|Hertie|[\p{Lu}][\p{L}.-]{1,20} (?:University|College|Institute|School|State|National)(?!(?<=School|Institute|College) (?:of|for) )))[^&]{0,400})/u;

const plainInstitution = / (?=(?:Department|Dept|Faculty|School|Institut\p{L}{0,3}|Centre|Center|College|Academy|Division|Chair of|Universi\p{L}{1,6}|Ministry|Graduate)(?!\p{L}))/u;

/** What stands between people, and the letter of an affiliation in front of it or alone. */
const between = /^(?:[,;&]|and)$/u;
const lettered = /^\p{Ll}(?:, ?\p{Ll}){0,5} ?(?=\p{Lu}|$)/u;

/** Taylor & Francis, each name on a line of its own: `Anna Kowalska`, below it `a Department of …;b Institute …Correspondencea@x`; none where a name runs into what follows. */
function lineByLine(lines: readonly string[]): readonly Printed[] {
  const people: Printed[] = [];
  let opens = true;
  let alone = false;
  for (const line of lines) {
    const follows = opens || /^(?:&|and) /u.test(line);
    opens = between.test(line) || / ?[&,]$/u.test(line);
    const names = namesAlone(line);
    if (names.length > 0) people.push(...names.map((name) => ({ name })));
    else if (follows && !between.test(line) && withoutPerson(line) !== '') return [];
    const last = people.at(-1);
    const affiliation = names.length > 0 || withoutPerson(line) === '' ? '' : affiliationOf(line.replace(lettered, ''));
    if (alone && last !== undefined && affiliation !== '' && last.affiliation === undefined) people[people.length - 1] = { ...last, affiliation };
    alone = names.length === 1 || alone && names.length === 0;
  }
  return people;
}

/** A line without what pages put around a person: nothing is left of an address, a number or a button. */
const withoutPerson = (line: string): string =>
  withoutEnd(withoutLitter(line.replace(/View further author information|^Correspondence(?= |$)/gu, '')).replace(/^(?:&|and)(?: |$)/u, ''), ' ,;&').trim();

/** The names of a line that holds nothing else: each of two words, no town with its country. */
function namesAlone(line: string): readonly string[] {
  if (lettered.test(line) || institution.test(line) || line.includes(';')) return [];
  const names = withoutPerson(line).split(/, ?| & | and /u);
  return names.every((name) => name.includes(' ') && looksLikeName(name)) ? names : [];
}

/** Taylor & Francis: `Anna Kowalskaa Department of …;b Institute …Correspondencea@x & Bo Lib`. */
function runTogether(printed: string): People {
  const text = printed.replace(/View further author information/gu, ' ').replace(/ ?&(?=\p{Lu})/gu, ' & ');
  if (!institution.test(text)) return byline([text]);
  const persons = text.split(/ & | , (?=\p{Lu})|, (?=\p{Lu}[\p{L}’-]+ (?:\p{Lu}\.? )?\p{Lu}[\p{L}’-]+[a-f]? ?(?:& |Department |Dept |Faculty of|School of|Correspondence))/u).map((person) => person.replace(/&$/u, '').trim()).filter((person) => person !== '' && !countries.has(person));
  // An affiliation that stands behind a letter of its own stands again with those who share it.
  const known = [...text.matchAll(/;\p{Ll} (\p{Lu}[^;&]{9,200}?)(?=;|Correspondence|https?:| & | , |$)/gu)].map(([, place = '']) => place);
  const parts = persons.map((person) => {
    const starts = [institution.exec(person)?.index ?? -1, ...known.map((place) => person.indexOf(place))].filter((index) => index > 4);
    const at = starts.length === 0 ? -1 : Math.min(...starts);
    const [head, place] = at < 0 ? [person, ''] : [person.slice(0, at), person.slice(at)];
    const printed = head.replace(/(?:Correspondence|ORCID|https?:).*/u, '').trim();
    return { printed, name: withoutLitter(printed), place: place.trimStart(), affiliation: affiliationOf(place.trimStart()) };
  });
  const told = withoutGluedMarks(parts);
  if (told !== undefined) return withAffiliations(told);
  const marked = parts.some(({ affiliation }) => affiliation !== '') && parts.length > 1 && lettersRun(parts.map(({ name }) => name));
  const bare = parts.map(({ name, affiliation }) => ({ name: marked ? name.replace(/\p{Ll}$/u, '') : name, affiliation }));
  return withAffiliations(bare);
}

type Marked = Required<Printed> & { readonly printed: string; readonly place: string };

/** Where the letters of some affiliations stand apart (`Hovhannisyan a Department …;b Institute …`), one that is glued to a name and goes on with them is a mark too; undefined where none stands apart. */
function withoutGluedMarks(parts: readonly Marked[]): readonly Printed[] | undefined {
  if (!parts.some(({ printed, place }) => / \p{Ll}$/u.test(printed) || /;\p{Ll} /u.test(place))) return undefined;
  let next = 0;
  const counted = (letter: string): number => { const at = (letter.codePointAt(0) ?? 0) - 97; next = Math.max(next, at + 1); return at; };
  return parts.map(({ printed, name, place, affiliation }) => {
    const [, apart, last = ''] = / (\p{Ll})$|(\p{Ll})$/u.exec(printed) ?? [];
    const glued = apart === undefined && place !== '' && last >= 'a' && last.charCodeAt(0) - 97 <= Math.min(next, 8);
    const named = glued || apart !== undefined || next === 0 || place === '' ? undefined : beforeNamed(name, String.fromCharCode(97 + next));
    if (named !== undefined) counted(String.fromCharCode(97 + next));
    else if (apart !== undefined || glued) counted(apart ?? last);
    for (const [, letter = ''] of place.matchAll(/;(\p{Ll}) /gu)) counted(letter);
    return named === undefined ? { name: glued ? name.slice(0, -1) : name, affiliation } : { name: named, affiliation: `${name.slice(named.length + 1).trim()} ${affiliation}` };
  });
}

/** `Ivo Kralc Benussi` in front of `Institute of …`: the name up to the next letter, glued or apart, where the institution is named after somebody. */
function beforeNamed(name: string, letter: string): string | undefined {
  const words = name.split(' ');
  const at = words.findIndex((word, index) => index > 0 && index < words.length - 1 && word.endsWith(letter) && /^\p{Lu}/u.test(words[index + 1] ?? ''));
  return at < 1 ? undefined : words.slice(0, at + 1).join(' ').slice(0, -1).trim();
}

const affiliationOf = (text: string): string =>
  withoutEnd(text.replace(/Correspondence.*/u, '').replace(/https?:\/\/\S+|ORCID.*/gu, '').replace(/;\p{Ll} .*/u, ''), ';, ').trim();

/** Do the last letters of the names run on from `a`, as the marks of affiliations do? */
function lettersRun(names: readonly string[]): boolean {
  const letters = names.map((name) => (name.codePointAt(name.length - 1) ?? 0) - 97);
  return letters[0] === 0 && letters.every((letter, index) => index === 0 || (letter >= 0 && letter <= Math.max(...letters.slice(0, index)) + 2 && letter <= 8));
}
