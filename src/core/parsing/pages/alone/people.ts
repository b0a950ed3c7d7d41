/** People of a page of no known layout: names whose affiliations stand beside or below them. */
import { remembering } from '../../remembered';
import { printedPeople, type Printed } from '../gathering/people';
import { looksLikeName } from '../profile/names';

/** The people of a line. `shown`: brackets, institutions or the marks of affiliations tell that these are people. */
export type PeopleLine = { readonly people: readonly Printed[]; readonly shown: boolean };

/** The people of a line, or nothing; names alone are `shown` only by what stands below them. */
export const peopleOnLine = remembering((line): PeopleLine | undefined => (line.length < 5 || line.length > 600 ? undefined : readLine(withoutOffices(line))));

/** What stands before a name: `Prof. Dr.`, `Dra.`, `Sr.`, and who presents. */
const office = /^(?:(?:Prof|Dr|Dra|Drs|Mr|Mrs|Ms|Sr|Sra|PD|Doç|Öğr|Mgr|Ing|Dott|Dott\.ssa|Mme|Mlle|Проф|Доц)\.? |(?:Professor|Professora?|Üyesi|By|by|Von|Par|Por) )+/u;

const withoutOffices = (line: string): string => line.replace(office, '');

function readLine(line: string): PeopleLine | undefined {
  const apart = markedNames(line);
  if (apart !== undefined) return { people: apart, shown: true };
  const printed = printedPeople(line);
  return printed === undefined || !printed.people.every(({ name }) => isName(name)) ? undefined : { people: printed.people, shown: printed.sure };
}

/** The mark of an affiliation behind a name: `¹`, ` 1,2`, ` (1)`, ` a`, `*`. */
const marks = /(?:[¹²³⁴-⁹*†‡,]{1,12}| ?\(\d{1,2}(?:, ?\d{1,2}){0,3}\)| ?\d{1,2}(?:,\d{1,2}){0,3}[*†]?| [a-h](?:,[a-h]){0,3})$/u;
const parting = /(?<!\d),(?!\d)\s?|(?<=\d),\s|[;；，、]\s?|\s(?:and|&|und|et|y|e|i|и|ve|en|och|ja|in)\s(?=\p{Lu})/u;

/** Names of which each has a mark behind it; those in Chinese characters too. */
function markedNames(line: string): readonly Printed[] | undefined {
  if (!/[\d¹²³⁴-⁹*†‡]| [a-h](?:,|;|$)/u.test(line)) return undefined;
  const pieces = line.split(parting).map((piece) => piece.trim()).filter((piece) => piece !== '' && !/^(?:[a-h]|\d)$/u.test(piece));
  const people = pieces.map((piece): Printed => {
    const mark = marks.exec(piece.slice(-24))?.[0];
    return { name: withoutOffices(piece.slice(0, piece.length - (mark?.length ?? 0)).trim()), ...(mark === undefined ? {} : { mark }) };
  });
  return people.length > 0 && people.every(({ name, mark }) => mark !== undefined && isName(name)) ? people : undefined;
}

/** `PDF (1)`, `Aula B2`, `Room 3` and `Figure 1` are none: a family has two letters, and no room is one. */
const isName = (name: string): boolean => (looksLikeName(name) && /\p{L}[\p{L}\p{M}.’'-]$/u.test(name) && !place.test(name)) || (/^\p{sc=Han}{2,4}$/u.test(name) && !/[号號编編番]/u.test(name));
const place = /^(?:Room|Hall|Floor|Building|Board|Table|Figure|Level|Aula|Sala|Salón|Saal|Raum|Salle|Amphi\p{L}*|Zaal|Huone|Sali|Salon|Ауд\p{L}*|Зал)(?!\p{L})/u;

const institution = /Univer|Uniwer|Üniver|(?<!\p{L})Univ\.|yliopisto|korkeakoulu|Egyetem|Ülikool|Sveučiliš|Högskola|Hochschule|Institut|Istituto|Инстит|[Уу]ниверс|Академ|Akadem|Academ|Colle[gk]|School|Sciences Po|Politechnik|Politecnico|Politécnic|Faculty|Facult|Department|Cent(?:re|er|ro|rum)(?!\p{L})|Ministry|Council|Foundation|CNRS|大学|学院|研究院|研究所|대학|جامعة/u;

/** Is a line an affiliation, when names stand above it: an institution, with its mark or without? */
export const isAffiliation = (line: string): boolean =>
  line.length < 300 && !/(?<!\.\p{Lu})[.!?]$/u.test(line) && /^[\p{Lu}\p{sc=Han}\d¹²³⁴-⁹([a-h*]/u.test(line) && institution.test(line);
