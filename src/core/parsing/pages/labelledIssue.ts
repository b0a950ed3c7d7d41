/** Volume, issue, pages and year as journals print them in one line, in the languages of the field. */
import { remembering } from '../remembered';

/** What one line tells about where an article stands. `at`: where in the line the first of it begins. */
export type Issue = { readonly volume?: string; readonly issue?: string; readonly page?: string; readonly year?: number; readonly cumulative?: string; readonly at: number };

type Part = { readonly value: string; readonly at: number; readonly extra?: string };

const number = String.raw`(\d{1,4}(?:[-–/]\d{1,3})?|[IVXLC]{1,8})`;
const volumes: readonly RegExp[] = [
  new RegExp(String.raw`(?<!\p{L})(?:volume|vol|том|т|cilt|cild|band|bd|jahrgang|jg|tome|tom|año|ano|anno|rok|roč|ročník|svezak|св|свезак|sv|volym|årgang|årg|sējums|sēj|köide|kd|köt|kötet|évf|tomul|τόμος|τόμ|боть|ტომი|ტ|հատոր|المجلد|مجلد|دوره|جلد|v)\s?[.:]?\s?${number}(?![\p{L}\d])`, 'iu'),
  /[第제]?\s?(\d{1,4})\s?(?:[卷巻]|권(?!\p{L}))/u, /(?<!\d)(\d{1,3})-(?:том|т\.)/u, /(?<!\p{L})(?:god(?:ina|ište|\.)?|letnik|letn\.)\s?(\d{1,3})(?![\p{L}\d])/iu,
];
const issues: readonly RegExp[] = [
  /(?<!\p{L})(?:numbers?|nos?|nr|issues?|iss|núm|número|numéro|num|n[º°o]|№|номер|выпуск|вып|випуск|вип|č|št|sz|szám|αρ|sayı|heft|h|ausgabe|број|fasc|fascicolo|zeszyt|číslo|numer|br|broj|бр|број|брой|нумар|nummer|nro|τεύχος|τχ|дугаар|nomor|số|nomer|العدد|عدد|شماره|ნომერი|n)\s?[.:]?\s?(\d{1,4}(?:\s?[-–/]\s?\d{1,2})?)(?:\s?\((\d{1,4})\))?(?![\p{L}\d])/iu,
  /(?<=vol\.? ?\d{1,4},? )(?:issue|no\.?) ?\((\d{1,4})\)/iu, /[第제]?\s?0?(\d{1,4})\s?(?:期|号(?!\p{sc=Han})|호(?!\p{L}))/u, /(?<=\p{sc=Han} ?\. ?(?:19|20)\d\d ?,? ?)\((\d{1,3})\)/u, /(?<!\d)(\d{1,3})-(?:son|сон|сан)(?!\p{L})/u, /(?<!\d)(\d{1,4}) \| (?=(?:19|20)\d\d)/u, /(?<![\d(])(?<!\d[.,])\d{4}\/(\d{1,2})(?=\s?\()/u,
];
const pages: readonly RegExp[] = [
  /(?:^|\s)页码[:：]\s?(\d{1,5})\s?[-–—−]\s?(\d{1,5})/u,
  /(?<!\p{L})(?:pages?|pp|p|страницы|стр|сс|с|seiten|s|ss|sayfa|səh|páginas|págs|hlm|hal|halaman|б|беттер|бет)\s?[.:]?\s?([A-Za-z]?\d{1,6}|[ivxl]{1,7})\s?(?:[-–—−]{1,2}|à|to|bis)\s?([A-Za-z]?\d{1,6}|[ivxl]{1,7})(?![\p{L}\d])/iu,
  /(?<!\d)(\d{1,5})\s?[-–—−]\s?(\d{1,5})\s?(?:-?бб?\.|-?бет|-?betlar|-?bet|页|s\.)/u,
  /(?:第|页码[:：]?\s?)(\d{1,5})\s?[-–—−～~]\s?(\d{1,5})/u, /(?<!\d)(\d{1,5})\s?[～~]\s?(\d{1,5})\s?页/u,
  /\)?\s?[:：]\s?(?:pp?\.?\s?)?(\d{1,5})\s?[-–—−]\s?(\d{1,5})(?![\d-])/u,
  /(?:\)|\d{1,3}|sayı: ?\d{1,3}),\s(\d{1,5})\s?[-–—−]\s?(\d{1,5})(?![\d/-])/iu,
];
/** `12(3)`, `12 (3)`: volume and issue without words. */
const compact = /(?<![\d(/.-])(\d{1,4})\s?\((\d{1,4}(?:[-–/]\d{1,3})?)\)(?!\d)/u;
/** `57:3`, `2023, 12, 3` are too unlike each other to be read without a word. */
const years: readonly RegExp[] = [
  /(?:год|г|yıl|year|jahr|año|年)\s?[:：]\s?((?:1[5-9]|20)\d\d)(?!\d)/iu, /\(((?:1[5-9]|20)\d\d)\)/u, /(?:1[5-9]|20)\d\d(?=-?\s?(?:年|г\.|ж\.|y\.|yil|йил|жыл))/u, /(?:^|[\s,.;/(])((?:1[5-9]|20)\d\d)(?=$|[\s,.;:)/])/u,
];

/** What a line says about volume and issue, when it names one of them (or pages behind a year); else undefined. */
export const readIssue = remembering((line: string): Issue | undefined => issueIn(withoutAddresses(line.slice(0, 600))));

function issueIn(text: string): Issue | undefined {
  const volume = first(text, volumes);
  // Without any digit only a volume can be told, in Roman numerals.
  if (volume === undefined && !/\d/u.test(text)) return undefined;
  const issue = first(text, issues);
  const framed = text.startsWith('arXiv:') ? undefined : framedIn(text, volume === undefined && issue === undefined ? frames : wholeFrames);
  if (framed !== undefined) return framed.year === undefined ? { ...framed, ...yearOf(text) } : framed;
  if (text.startsWith('arXiv:')) return undefined;
  const short = volume === undefined && issue === undefined ? volumeAndIssue(text) : undefined;
  const page = pagesIn(text);
  const year = yearIn(text);
  const named = [volume, issue, short].filter((part) => part !== undefined);
  if (named.length === 0 && (page === undefined || year === undefined)) return undefined;
  const at = Math.min(...[...named, page, year].flatMap((part) => (part === undefined ? [] : [part.at])));
  const cumulative = issue?.extra;
  return {
    at,
    ...(volume ?? short ? { volume: (volume ?? short)?.value ?? '' } : {}),
    ...(issue !== undefined ? { issue: tidy(issue.value) } : short?.extra === undefined ? {} : { issue: tidy(short.extra) }),
    ...(page === undefined ? {} : { page: page.value }), ...(year === undefined ? {} : { year: Number(year.value) }),
    ...(cumulative === undefined || isYear(cumulative) ? {} : { cumulative }),
  };
}

/** Numbers of a DOI or an address are none of the issue; the rest of the line keeps its place. */
const withoutAddresses = (text: string): string =>
  (/10\.\d{4}|https?:/u.test(text) ? text.replace(/(?:https?:\/\/|10\.\d{4,9}\/)\S{1,300}/gu, (address) => ' '.repeat(address.length)) : text);

/** `18 (2015) 211–230` and `, 9:2, 85–100, 2012`: volume, year and pages told by their frame alone. */
const frames: readonly RegExp[] = [
  /(?<=\p{L} )(?<volume>\d{1,4})\s\((?<year>(?:19|20)\d\d)\)\s?(?<issue>\d{1,3})\s?[:,]\s(?:pp?\.\s?|S\.\s?)?(?<from>\d{1,5})\s?[-–—−]\s?(?<to>\d{1,5})(?![\d-])/u,
  /(?<=\p{L} )(?<volume>\d{1,4})\s\((?<year>(?:19|20)\d\d)\)\s(?<number>\d{5,7})$/u,
  /,\s(?<volume>\d{1,4})\s\((?<year>(?:19|20)\d\d)\)\s(?<issue>\d{1,3})$/u,
  /(?<=\p{L} )\((?<year>(?:19|20)\d\d)\),\s(?<volume>\d{1,4})(?:\((?<issue>\d{1,3}(?:[-–]\d{1,3})?)\))?,\s(?:pp?\.\s?)?(?<from>\d{1,5})\s?[-–—−]\s?(?<to>\d{1,5})(?![\d-])/u,
  /(?<![\d(/.-])(?<volume>\d{1,4})\s?\((?<year>(?:19|20)\d\d)\)[,:]?\s(?<from>\d{1,5})\s?[-–—−]\s?(?<to>\d{1,5})(?![\d-])/u,
  /,\s(?<volume>\d{1,3}):(?<issue>\d{1,3}),\s(?:pp?\.\s?)?(?<from>\d{1,5})\s?[-–—−]\s?(?<to>\d{1,5})(?:,\s(?<year>(?:19|20)\d\d))?(?![\d-])/u,
];

/** `2021, Vol. 33(4) 501–522` */
const wholeFrames: readonly RegExp[] = [/(?<!\p{L})[Vv]ol(?:ume|\.)?\s?(?<volume>\d{1,4})\s?\((?<issue>\d{1,4}(?:[-–/]\d{1,3})?)\),?\s(?:pp?\.\s?)?(?<from>\d{1,5})\s?[-–—−]\s?(?<to>\d{1,5})(?![\d-])/u];

const yearOf = (text: string): { readonly year?: number } => {
  const year = yearIn(text);
  return year === undefined ? {} : { year: Number(year.value) };
};

function framedIn(text: string, among: readonly RegExp[]): Issue | undefined {
  for (const frame of among) {
    const match = frame.exec(text);
    const { volume = '', issue, year, from, to, number: article } = match?.groups ?? {};
    const page = from === undefined || to === undefined ? article : pageRange(from, to);
    if (match === null || (page === undefined && from !== undefined)) continue;
    // `Vol. 44 (2016)`: in brackets stands the year as often as the number.
    const inBrackets = year ?? (isYear(issue ?? '') ? issue : undefined);
    return { at: match.index, volume, ...(page === undefined ? {} : { page }), ...(issue === undefined || issue === inBrackets ? {} : { issue }), ...(inBrackets === undefined ? {} : { year: Number(inBrackets) }) };
  }
  return undefined;
}

const isYear = (text: string): boolean => /^(?:1[5-9]|20)\d\d$/u.test(text);
const tidy = (text: string): string => text.replace(/\s/gu, '').replace(/–/gu, '-');

function first(text: string, patterns: readonly RegExp[]): Part | undefined {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (match?.[1] === undefined || /^(?:0|XX)$/u.test(match[1])) continue;
    return { value: tidy(match[1]), at: match.index, ...(match[2] === undefined ? {} : { extra: match[2] }) };
  }
  return undefined;
}

function volumeAndIssue(text: string): Part | undefined {
  const match = compact.exec(text);
  return match?.[1] === undefined || match[2] === undefined || isYear(match[2]) || isYear(match[1]) ? undefined : { value: match[1], extra: match[2], at: match.index };
}

/** The path that leads to an article of a journal, as Open Journal Systems and its like print it above: where its last line stands, and the issue it names. */
export type Path = { readonly at: number; readonly issue: Issue };

/** Paths stand among the first lines of a page. */
const furthestPath = 60;
const parting = /[/>»›|]$/u;
const partedLine = /^[/>»›] ?/u;

/** `Home / Archives / Vol. 12 No. 1 (2024): Borders / Articles` among some lines, on one line or with a step on each. */
export function pathIn(lines: readonly { readonly text: string }[]): Path | undefined {
  for (let at = 0; at < Math.min(lines.length, furthestPath); at++) {
    const text = lines[at]?.text ?? '';
    const issue = issueOfSteps(text.length > 300 ? [] : text.split(/\s[/>»›]\s/u));
    if (issue !== undefined) return { at, issue };
    const to = partedLine.test(text) || !parting.test(text) ? at : endOfSteps(lines, at);
    const below = to - at < 3 ? undefined : issueOfSteps(lines.slice(at, to).map((line) => line.text.replace(partedLine, '').replace(parting, '').trim()).filter((step) => step !== ''));
    if (below !== undefined) return { at: to - 1, issue: below };
  }
  return undefined;
}

/** Behind the last of the steps that begin on a line and stand one a line, each with the sign that parts it from the next. */
function endOfSteps(lines: readonly { readonly text: string }[], from: number): number {
  let at = from;
  while (at < from + 12 && parting.test(lines[at]?.text ?? '') && (lines[at]?.text.length ?? 0) < 160) at++;
  return (lines[at]?.text ?? '') === '' || at === from ? at : at + 1;
}

function issueOfSteps(steps: readonly string[]): Issue | undefined {
  return steps.length < 3 ? undefined : steps.slice(1).map(readIssue).find((found) => found?.year !== undefined && (found.volume ?? found.issue) !== undefined);
}

/** The range of pages in a line, `45-67`, shortened ends written out; undefined when none is marked as such. */
export function pagesIn(text: string): Part | undefined {
  for (const pattern of pages) {
    const match = pattern.exec(text);
    const range = match === null ? undefined : pageRange(match[1] ?? '', match[2] ?? '');
    if (match !== null && range !== undefined) return { value: `${range}${goesOn.exec(text.slice(match.index + match[0].length))?.[0] ?? ''}`, at: match.index };
  }
  return undefined;
}

/** `88-101+159`: Chinese journals finish an article where they have room. */
const goesOn = /^(?:\+\d{1,5}(?:-\d{1,5})?){1,3}(?!\d)/u;

/** `161`, `98` as `161-198`; undefined when it is no range that rises. */
export function pageRange(from: string, to: string): string | undefined {
  if (!/^\d+$/u.test(from) || !/^\d+$/u.test(to)) return `${from}-${to}`;
  const whole = to.length < from.length ? from.slice(0, from.length - to.length) + to : to;
  return Number(whole) < Number(from) || Number(whole) - Number(from) > 1500 ? undefined : `${from}-${whole}`;
}

/** The year that a line of volume and issue names. */
export function yearIn(text: string): Part | undefined {
  for (const pattern of years) {
    const match = pattern.exec(text);
    if (match !== null) return { value: match[1] ?? match[0], at: match.index };
  }
  return undefined;
}
