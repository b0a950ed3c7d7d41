/** What the cells of a table of literature hold besides what their column says: a year beside the names, volume and pages beside the journal. */
import { fullName } from '../../source';
import { houseNamed, isHouse } from '../houses';
import { factsOf } from '../listing/facts';
import { readNames } from '../names';
import { isJournalName } from '../pages/labelledHead';
import { joinedRoles } from './columns';
import type { Role } from './draft';
import type { TaggedField } from './taggedScan';

/** The roles of what stands in a cell beside what its column says. */
export const inCells: { readonly [tag: string]: Role } = { 'year in the cell': 'year', 'author in the cell': 'author', 'university in the cell': 'school', 'journal in the cell': 'container', 'book in the cell': 'book', 'kind in the cell': 'type', 'degree in the cell': 'genre', 'publisher in the cell': 'publisher', 'place in the cell': 'place', 'volume in the cell': 'volume', 'issue in the cell': 'issue', 'pages in the cell': 'pages' };

const authorTag = 'author in the cell';
const yearTag = 'year in the cell';
const schoolTag = 'university in the cell';
const authorAndYear = /^(\D{2,400}?)[\s,]{0,3}[([]?((?:1[5-9]|20)\d\d)[a-z]?[)\]]?\.?$/u;

/** In the column of years: the work has none yet. */
const notYet = /^\(?(?:in press|forthcoming|accepted|under review|n\. ?d\.|s\. ?f\.|s\. ?d\.|o\. ?J\.|im Erscheinen|à paraître|en prensa|no prelo|в печати|baskıda)\)?$/iu;

/** Names one a line; a year that stands in the cell of the author; a journal with its volume; a cell that only says that there is nothing. `familiesOnly`: the column names families without given names. */
export function mended(field: TaggedField, role: Role | undefined, familiesOnly = false): readonly TaggedField[] {
  if (field.value.length < 5 && /^(?:[-–—]|n\/a|none|null|nan|н\/д|нет)$/iu.test(field.value)) return [];
  if (role === 'date' && /^\d{4}-01-01(?:T.*)?$/u.test(field.value)) return [{ tag: field.tag, value: field.value.slice(0, 4) }];
  // A table of CNKI names the university of a thesis where it names the journal of an article.
  if (role === 'container' && /(?:大学|学院|党校|研究院)$/u.test(field.value)) return [{ tag: schoolTag, value: field.value }];
  if (role === 'volume') return volumeAndIssue(field);
  if (role === 'container') return wholeWork(field) ?? journalOf(field);
  if (role === 'year' && notYet.test(field.value.trim())) return [];
  if (role === 'year') return [{ tag: field.tag, value: field.value.replace(/^(\d{4})(?:\.0|[a-z])$/u, '$1') }];
  if (role !== 'author' && role !== 'authorYear' && role !== 'editor') return [field];
  const apart = familiesOnly ? familiesApart : namesApart;
  const [, names, year] = authorAndYear.exec(field.value.replace(/\s+/gu, ' ')) ?? [];
  if (names === undefined || year === undefined) return role === 'authorYear' ? [field] : [apart({ ...field, value: withoutRest(field.value) })];
  return [apart({ tag: role === 'editor' ? field.tag : authorTag, value: withoutRest(names) }), { tag: yearTag, value: year }];
}

/** “11(4)” and “11/4” are a volume and its issue, and pages may stand behind: “11(4), 3–27”, “11: 3–27”. */
function volumeAndIssue(field: TaggedField): readonly TaggedField[] {
  const [, volume, bracketed, slashed, pages] = /^(\d{1,4}) ?(?:\((\d[\d–/-]{0,8})\)|\/ ?(\d{1,3}))?(?:[,:;] ?(?:pp?\. ?|S\. ?|[Сс]\. ?|blz\. ?|str\. ?|s\. ?)?(\d{1,5} ?[–-] ?\d{1,5}))?$/u.exec(field.value.trim()) ?? [];
  const numbered = /^(?:№|[Nn]o\.?|[Nn]r\.?|[Nn][º°]\.?|Heft|H\.) ?(\d{1,4}(?: ?\(\d{1,4}\)|[–/-]\d{1,4})?)$/u.exec(field.value.trim())?.[1];
  if (numbered !== undefined) return [{ tag: 'issue in the cell', value: numbered }];
  const issue = bracketed ?? slashed;
  if (volume === undefined || issue === undefined && pages === undefined) return [field];
  return ([[field.tag, volume], ['issue in the cell', issue], ['pages in the cell', pages]] as const).flatMap(([tag, value]) => (value === undefined ? [] : [{ tag, value }]));
}

const asBook = /,? \((?:e-?book|book|Buch|libro|livre|livro|книга|monograph)\)$/u;
const degree = /^(?:unpublished )?((?:PhD|Ph\.D\.|D\.?Phil\.?|doctoral|master[’']?s?|M\.?A\.?|MSc|MPhil|bachelor[’']?s?) (?:thesis|dissertation|diss\.)|thèse de doctorat|tesis doctoral|tese de doutorado|Dissertation|Masterarbeit|doktora tezi|(?:канд|докт)\. дисс?\.)(?:,| at|:)? (\p{Lu}.{2,120})$/iu;
const unprinted = /^(?:unpublished(?: manuscript| paper| work)?|(?:unpublished )?manuscript|mimeo(?:graph)?\.?|(?:unveröffentlichtes )?Manuskript|manuscrit(?: inédit)?|manuscrito(?: inédito)?|рукопись|yayımlanmamış)$/iu;
const printed = /^((?:М|Л|СПб|Мн)\.|\p{Lu}[\p{L} .,’'/-]{1,40}): ?(\p{Lu}[^:;\d]{1,80})$/u;

/** What stands in the column of journals and is none: a thesis with its university, a manuscript, the place and publisher of a book. */
function wholeWork({ tag, value }: TaggedField): readonly TaggedField[] | undefined {
  const cell = value.replace(/\s+/gu, ' ').trim().replace(asBook, '');
  const [, kind, school] = degree.exec(cell) ?? [];
  if (kind !== undefined && school !== undefined) return [{ tag: 'kind in the cell', value: 'thesis' }, { tag: 'degree in the cell', value: kind }, { tag: schoolTag, value: school }];
  if (unprinted.test(cell)) return [{ tag: 'kind in the cell', value: 'manuscript' }];
  const chapter = bookAround(cell);
  if (chapter !== undefined) return [{ tag: 'kind in the cell', value: 'chapter' }, ...chapter];
  const [, place, publisher] = printed.exec(cell) ?? [];
  if (place === undefined || publisher === undefined || !isForBoth(tag) && !isHouse(publisher) && (isJournalName(cell) || /^(?:The|A|An) /u.test(publisher) || place.split(' ').length > 3 || publisher.split(' ').length > 5)) return undefined;
  return [{ tag: 'place in the cell', value: place }, { tag: 'publisher in the cell', value: publisher }];
}

const editing = String.raw`(?:eds?\.?|edited|editors?|Hg\.|Hrsg\.|hg\.|hrsg\.|dir\.|coords?\.|orgs?\.|comp\.|red\.|ред\.|под ред\.|a cura di)`;
const behindEditors = new RegExp(String.raw`^[^.:\d]{3,120}? \(${editing}\)[,:.]? (?=\p{Lu}|["“«„])`, 'u');
const editors = new RegExp(String.raw`(?<=[ (])${editing}(?!\p{L})`, 'u');

/** `In: Handbook of Cities (ed. Smith), pp. 3–20`: the book around a chapter. */
function bookAround(cell: string): readonly TaggedField[] | undefined {
  const inside = /^(?:in|dans|em|en|w|v|в(?: кн\.)?)(?:: ?| (?=[^:]{1,120}\(eds?\.\)))(?=\p{Lu}|["“«„])/iu.exec(cell)?.[0];
  if (inside === undefined) return undefined;
  const rest = cell.slice(inside.length).replace(behindEditors, '');
  const [, pages] = /[,.:] ?\(?(?:pp?\.|S\.|s\.|С\.|с\.)? ?(\d{1,4} ?[-–] ?\d{1,4})\)?\.?$/u.exec(rest) ?? [];
  const at = rest.search(editors);
  const title = (at < 0 ? rest : rest.slice(0, at)).replace(/[,.:] ?\(?(?:(?:pp?|S|s|С|с)\. ?)?\d{1,4} ?[-–] ?\d{1,4}\)?\.?$/u, '').replace(/[,.]? ?\(?$/u, '');
  return [{ tag: 'book in the cell', value: title }, ...(pages === undefined ? [] : [{ tag: 'pages in the cell', value: pages }])];
}

/** Is the column for journals and publishers both? */
const isForBoth = (header: string): boolean => joinedRoles(header).includes('publisher');

/** What the cell of a row without volume and pages says of a publisher: one that its words tell, or whatever is no journal where the column is for both and the others say where in a journal works stand. */
export function houseOf({ tag, value }: TaggedField, placed: boolean): readonly TaggedField[] | undefined {
  const cell = value.replace(/\s+/gu, ' ').trim().replace(asBook, '');
  const named = houseNamed(cell) ?? (placed && isForBoth(tag) && /^[^\d:]{2,60}$/u.test(cell) && !isJournalName(cell) ? { publisher: cell } : undefined);
  if (named === undefined) return undefined;
  const { publisher, place, year } = named;
  return ([['publisher in the cell', publisher], ['place in the cell', place], [yearTag, year]] as const).flatMap(([of, said]) => (said === undefined ? [] : [{ tag: of, value: said }]));
}

/** `Acta Politica 10(2): 77–95` is a journal, its volume, issue and pages. */
function journalOf(field: TaggedField): readonly TaggedField[] {
  const facts = /\d/u.test(field.value) ? factsOf(field.value.replace(/\s+/gu, ' ').trim()) : undefined;
  const { volume, issue, page } = facts?.fields ?? {};
  if (facts === undefined || !facts.lead || !/^[^¦\d]{3,200}$/u.test(facts.rest) || volume === undefined && (issue === undefined || page === undefined)) return [field];
  if (issue === undefined && page === undefined) return [field];
  return ([['journal in the cell', facts.rest], ['volume in the cell', volume], ['issue in the cell', issue], ['pages in the cell', page]] as const)
    .flatMap(([tag, value]) => (value === undefined ? [] : [{ tag, value }]));
}

const parting = /[,;\n]|\s(?:&|and|und|et|y|e|и|ve|i|og|och|en)\s/u;
const rest = /(?:(?:, ?| )et al\.?| и др\.?| u\. ?a\.| vd\.?)$/u;

const onOneLine = (cell: string): string => cell.trim().split('\n').map((line) => line.trim().replace(/[ \t]{1,9}/gu, ' ')).join('; ');

const familiesIn = (cell: string): readonly string[] =>
  onOneLine(cell).replace(/[ ,]{0,3}[([]?(?:1[5-9]|20)\d\d[a-z]?[)\]]?\.?$/u, '').replace(rest, '').split(parting).map((piece) => piece.trim()).filter((piece) => piece !== '');

/** Do the cells of a column name families without given names, as `Doe & Lu (2016)` does? Several people in a cell, or three cells, must say so. */
export function areFamilies(cells: readonly string[]): boolean {
  const told = cells.filter((cell) => cell.trim() !== '').slice(0, 400).map(familiesIn);
  const pieces = told.flat();
  const single = pieces.filter((piece) => /^\p{Lu}[\p{L}’'-]+$/u.test(piece)).length;
  const initialed = pieces.some((piece) => /(?:^|[\s.])\p{Lu}\.|^\p{sc=Han}/u.test(piece));
  return !initialed && !cells.some(isTurned) && told.length > 1 && single >= pieces.length * 0.75;
}

/** `Ek, Ida & Moe, Per` or `Ek, Ida; Moe`: commas stand between family and given names. */
function isTurned(cell: string): boolean {
  const names = onOneLine(cell).replace(/[ ,]{0,3}[([]?(?:1[5-9]|20)\d\d[a-z]?[)\]]?\.?$/u, '').split(/;|\s(?:&|and|und|et|y|e|и|ve)\s/u);
  const commas = names.map((name) => name.split(',').length - 1);
  return commas.every((count) => count === 1) || (cell.includes(';') && commas.some((count) => count > 0));
}

/** Each piece of the cell as a family, one a line; a comma behind it says that no given name follows. */
function familiesApart(field: TaggedField): TaggedField {
  const incomplete = rest.test(onOneLine(field.value));
  return { tag: field.tag, value: [...familiesIn(field.value).map((family) => (family.includes(' ') ? `${family},` : family)), ...(incomplete ? ['et al.'] : [])].join('\n') };
}

/** One name of many: “et al.” on a line of its own. */
const withoutRest = (names: string): string => names.replace(/^(\p{Lu}[\p{L}’'-]{1,40}) et al\.?,?$/u, '$1\net al.');

/** One word, words with initials, or any names behind a single word and the only comma: the given name of the one before it. */
const isGiven = (text: string, family: string): boolean => !text.includes(' ') || (!family.includes(' ') && /^\p{Lu}/u.test(text)) || /(?:^|[\s.-])\p{Lu}\.$/u.test(text);
const initialsOnly = /^\p{Lu}\p{L}+(?:[- ]\p{Lu}?\p{L}+){0,2} (?:\p{Lu}{1,3}|(?:\p{Lu}\.[ -]?){1,3})$/u;

/** The names of a cell, one a line and family first, however they are parted. */
function namesApart(field: TaggedField): TaggedField {
  if (/[;；]|\net al\.$/u.test(field.value)) return field;
  const pieces = field.value.split(',').map((piece) => piece.trim());
  if (pieces.every((piece) => initialsOnly.test(piece))) return { tag: field.tag, value: pieces.join('\n') };
  if (pieces.length === 2 && isGiven(pieces[1] ?? '', pieces[0] ?? '')) return field;
  const { names, incomplete } = readNames(field.value);
  const lines = names.map((name) => (name.literal !== undefined || name.given === undefined ? fullName(name) : `${[name['non-dropping-particle'], name.family].filter(Boolean).join(' ')}, ${name.given}${name.suffix === undefined ? '' : `, ${name.suffix}`}`));
  return { tag: field.tag, value: [...lines, ...(incomplete ? ['et al.'] : [])].join('\n') };
}
