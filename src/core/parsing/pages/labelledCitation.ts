/** The reference that a page offers for citing it (“How to cite”, “Для цитирования”), as far as its form is plain. */
import { doisIn } from '../identifiers';
import { folded, withoutEnd } from '../lines';
import { readNames } from '../names';
import type { Name } from '../../source';
import { pageRange, readIssue, type Issue } from './labelledIssue';

/** What a citation says. `text` is the whole of it. */
export type Citation = {
  readonly text: string; readonly names: readonly Name[]; readonly title?: string; readonly container?: string;
  readonly year?: number; readonly issue?: Issue; readonly doi?: string;
};

type Halves = { readonly names: string; readonly title: string; readonly host: string; readonly year?: number };

const address = /https?:\/\/\S{1,300}|(?:doi|DOI)\s?[:：]?\s?10\.\S{1,200}/gu;
const bracketYear = /\s?[([]((?:1[5-9]|20)\d\d)[a-z]?(?:, [^()[\]]{1,20})?[)\]]\s?[.,:：]?\s/u;
const plainYear = /(?<=\p{L}\.?|\.,)[,.]? ((?:1[5-9]|20)\d\d)[a-z]?[.:]\s/u;

/** Read a citation, the title of the page at hand to find it by. Undefined when it names neither title nor people. */
export function readCitation(text: string, titles: readonly string[]): Citation | undefined {
  const whole = text.replace(/\s+/gu, ' ').trim().slice(0, 2000);
  const halves = halvesOf(whole, titles);
  if (halves === undefined || halves.title.length < 4) return undefined;
  const host = halves.host.replace(address, ' ');
  const issue = issueOf(host);
  const container = containerOf(host, issue);
  const year = halves.year ?? issue?.year ?? lateYear(host);
  const doi = doisIn(whole)[0];
  const names = /\p{L}/u.test(halves.names) ? readNames(spaced(halves.names)).names : [];
  return {
    text: whole, names: names.filter(isName), title: halves.title,
    ...(container === undefined ? {} : { container }), ...(year === undefined ? {} : { year }), ...(issue === undefined ? {} : { issue }), ...(doi === undefined ? {} : { doi }),
  };
}

const isName = (name: Name): boolean => (name.family ?? name.literal ?? '').length < 60;

/** `И.И.Иванов` with a blank before the family name, names in Russian style without a comma. */
const spaced = (names: string): string => withoutEnd(names.trim(), '.,:;( ').replace(/(\p{Lu}\.)(?=\p{Lu}\p{Ll})/gu, '$1 ').replace(/(?<=\p{Lu})$/u, '.').replace(/\s?\.\s?(?=,|$)/gu, '.');

function halvesOf(text: string, titles: readonly string[]): Halves | undefined {
  const inQuotes = quoted(text);
  const known = inQuotes === undefined ? titles : titles.filter((title) => overlap(folded(title), folded(inQuotes.title)));
  return chinese(text) ?? gost(text, titles) ?? byTitle(text, known) ?? inQuotes ?? colon(text) ?? byYear(text);
}

/** Is one of them part of the other? What a citation puts in quotation marks is its title, though the page's head may repeat its journal. */
const overlap = (one: string, other: string): boolean => one.includes(other.slice(0, 40)) || other.includes(one.slice(0, 40));

function chinese(text: string): Halves | undefined {
  const match = /^\[?\d{0,3}\]?\s?([^[\]]{2,120}?)[.．]\s?([^[\]]{2,200})\[(?:J|M|D|C|N|R|J\/OL|EB\/OL)\]\s?[.．]?\s?/u.exec(text);
  return match === null ? undefined : { names: (match[1] ?? '').replace(/[,，]\s?等$/u, '').replace(/[,，]/gu, '、'), title: (match[2] ?? '').trim(), host: text.slice(match[0].length) };
}

const gostOpener = /^(?:\p{Lu}[\p{L}’'-]{1,40}(?: (?:(?:де|да|ду|дос|дель|ди|ла|ван|фон|дер|аль|эль|ибн|de|da|do|dos|del|di|la|van|von|der) ){1,2}\p{Lu}[\p{L}’'-]{1,40})?,? (?:\p{Lu}\p{Ll}?\. ?-?){1,3}(?:, |; | и | and )?){1,12}/u;

/** `Иванов И.И. Название // Журнал. 2023. Т. 9. № 2. С. 31–48.` */
function gost(text: string, titles: readonly string[]): Halves | undefined {
  const at = text.search(/\s\/\/\s/u);
  if (at < 0) return undefined;
  const left = text.slice(0, at);
  const host = text.slice(at).replace(/^\s\/\/\s/u, '');
  const opener = gostOpener.exec(left)?.[0] ?? '';
  const found = byTitle(left, titles);
  if (found !== undefined) return { ...found, host };
  const slash = left.search(/\s\/\s/u);
  const title = (slash > 0 ? left.slice(0, slash) : left).slice(opener.length);
  return { names: opener, title: withoutEnd(title.trim(), ' .'), host };
}

/** The title is known from the page. */
function byTitle(text: string, titles: readonly string[]): Halves | undefined {
  const low = text.toLowerCase();
  for (const title of titles) {
    const at = title.length < 8 ? -1 : low.indexOf(title.replace(/\s+/gu, ' ').toLowerCase());
    if (at < 0) continue;
    const before = text.slice(0, at);
    const year = /((?:1[5-9]|20)\d\d)/u.exec(before)?.[1];
    const names = before.replace(/[([]?(?:1[5-9]|20)\d\d.*/u, '').replace(/[“"«„‘']\s?$/u, '');
    return { names, title: text.slice(at, at + title.length), host: text.slice(at + title.length), ...(year === undefined ? {} : { year: Number(year) }) };
  }
  return undefined;
}

function quoted(text: string): Halves | undefined {
  const match = /["“«„‘]\s?([^“”«»„"]{8,400}?)\s?[,.]?\s?["”»“](?=[\s,.]|$)/u.exec(text);
  if (match === null || match.index > 300) return undefined;
  const before = text.slice(0, match.index);
  const year = /((?:1[5-9]|20)\d\d)/u.exec(before)?.[1];
  const names = before.replace(/[([]?(?:1[5-9]|20)\d\d.*/u, '');
  return { names, title: withoutEnd((match[1] ?? '').trim(), '.,'), host: text.slice(match.index + match[0].length), ...(year === undefined ? {} : { year: Number(year) }) };
}

/** `Family, G. (2021). Title. Journal, 12(3), 45–67.` and `Family, G., 2021. Title. Journal …` */
function byYear(text: string): Halves | undefined {
  const match = bracketYear.exec(text.slice(0, 500)) ?? plainYear.exec(text.slice(0, 500));
  if (match === null || match.index < 3) return undefined;
  const behind = text.slice(match.index + match[0].length);
  const title = titleEnd(behind);
  return { names: text.slice(0, match.index), title: behind.slice(0, title).trim(), host: behind.slice(title).replace(/^[.?!]\s*/u, (mark) => (mark.startsWith('.') ? '' : mark.slice(1))), year: Number(match[1]) };
}

const notEnd = /(?:(?<!\p{L})\p{Lu}|(?<!\p{L})(?:vs|St|Dr|No|Vol|ed|eds|cf|Jr|г|гг|др|см|т|в|вв))$/u;

/** `Title, Journal, 3:2, 12-33`: as Taylor & Francis have themselves cited, with commas alone. */
const withCommas = /^(?<title>.{4,400}), [^,]{3,120}, \d{1,4}:\d{1,4}, \d{1,5}[-–]\d/u;

/** Where the title of a reference ends: behind a journal with commas around it, else at the last full stop that leaves a journal with numbers behind it. */
function titleEnd(text: string): number {
  const parted = withCommas.exec(text)?.groups?.['title'];
  if (parted !== undefined) return parted.length;
  const ends = [...text.matchAll(/[.?!](?= ["“«]?\p{Lu}| ?In:| https?:)/gu)].filter(({ index }) => !notEnd.test(text.slice(0, index)));
  const end = ends.find(({ 0: found, index }) => /^[.?!]\s(?:In: )?[^.]{2,140}?[,.]?\s?(?:\d|vol|№|Т\.|Cilt)/iu.test(text.slice(index)) && found !== undefined) ?? ends[0];
  return end === undefined ? text.length : end.index + (end[0] === '.' ? 0 : 1);
}

/** `Familie, Vorname ; Familie, Vorname: Titel. In: Zeitschrift 57 (2021), 3, pp. 45-67.` */
function colon(text: string): Halves | undefined {
  const match = /^([\p{L}’'. -]{2,50}, [\p{L}’'. -]{2,40}(?:;[\p{L}’'. -]{2,50}, [\p{L}’'. -]{2,40}){0,7}):\s([^:]{8,300}(?::[^:]{3,200})?)\.\s?(?:–\s)?In:\s/u.exec(text.slice(0, 900));
  return match === null ? undefined : { names: match[1] ?? '', title: match[2] ?? '', host: text.slice(match[0].length) };
}

function issueOf(host: string): Issue | undefined {
  const german = /(\d{1,4}) \((\d{4})\), (\d{1,3})(?:, pp?\. (\d{1,5})-(\d{1,5}))?/u.exec(host);
  if (german !== null) return { at: german.index, volume: german[1] ?? '', year: Number(german[2]), issue: german[3] ?? '', ...(german[4] === undefined ? {} : { page: `${german[4]}-${german[5] ?? ''}` }) };
  const apa = /(?<![\d(/])(\d{1,4})\s?\(([^()]{1,12})\)\s?[,:：]\s?(?:pp?\.\s?)?([A-Za-z]?\d{1,6})(?:\s?[-–—]\s?([A-Za-z]?\d{1,6}))?/u.exec(host);
  if (apa !== null && !/^(?:1[5-9]|20)\d\d$/u.test(apa[2] ?? '')) {
    const page = apa[4] === undefined ? apa[3] ?? '' : `${apa[3]}-${apa[4]}`;
    const [before = '', chineseYear] = /((?:19|20)\d\d)[,，]\s?$/u.exec(host.slice(0, apa.index)) ?? [];
    return { at: apa.index - before.length, volume: apa[1] ?? '', issue: (apa[2] ?? '').replace(/–/gu, '-'), page, ...(chineseYear === undefined ? {} : { year: Number(chineseYear) }) };
  }
  return issueAndPages(host) ?? readIssue(host) ?? onlyPages(host);
}

/** `Journal, (2), 45–63`: APA for a journal that counts no volumes. */
function issueAndPages(host: string): Issue | undefined {
  const match = /,\s\((\d{1,4}(?:[-–/]\d{1,3})?)\),\s(?:pp?\.\s?)?(\d{1,5})\s?[-–—]\s?(\d{1,5})(?![\d-])/u.exec(host);
  const page = match === null ? undefined : pageRange(match[2] ?? '', match[3] ?? '');
  return match === null || page === undefined ? undefined : { at: match.index, issue: (match[1] ?? '').replace(/–/gu, '-'), page };
}

/** `Journal, 12, 45–67.` */
function onlyPages(host: string): Issue | undefined {
  const match = /,\s(\d{1,4}),\s(\d{1,5})\s?[-–—]\s?(\d{1,5})/u.exec(host);
  return match === null ? undefined : { at: match.index, volume: match[1] ?? '', page: `${match[2]}-${match[3]}` };
}

function lateYear(host: string): number | undefined {
  const match = /(?<![\d\p{L}(])(?:\()?((?:1[5-9]|20)\d\d)\)?(?=[\s.,;:]|$)/u.exec(host.replace(/(?:дата обращения|accessed|retrieved|consulté le|consultado|erişim)\D{0,10}[\d.\p{L} ]{0,20}/giu, ''));
  return match === null ? undefined : Number(match[1]);
}

/** The journal: what stands before the numbers, without “In:”, quotes, punctuation and the words around a year. */
function containerOf(host: string, issue: Issue | undefined): string | undefined {
  if (issue === undefined && /^[\s"”»“.,?!’]*\(/u.test(host)) return undefined;
  const before = (issue === undefined ? host.split(/[.,]\s/u)[0] ?? '' : host.slice(0, issue.at)).replace(/[,.(\s]{0,4}(?:1[5-9]|20)\d\d[).,;\s]{0,4}$/u, '');
  const name = withoutEnd(before.replace(/^[\s"”»“.,?!’)]+/u, '').replace(/^(?:In:? |\/\/ ?|Dans |En )/u, '').replace(/\s?\[(?:En ligne|Online|Электронный ресурс|J)\]/iu, '').trim(), ' .,;:(–-');
  const bare = name.replace(/[,.;:]?\s?(?:Vol|Т|Cilt|Vol|№)\.?$/u, '');
  return bare.length < 3 || bare.length > 160 || !/\p{L}{2}/u.test(bare) || folded(bare).startsWith('http') ? undefined : bare;
}
