/** What stands in the place of a year or beside it: how far a work has come, and when it first came out. */

const states = 'forthcoming|in press|in preparation|under review|im erscheinen|im druck|à paraître|sous presse|en prensa|no prelo|in corso di stampa|w druku|в печати|у друці|baskıda|yayım aşamasında';

/** `Lee, Ann, and Min Kim. In press. Rivers.`: it would be read as the beginning of the title, `N.d.` as a part of the name. */
const betweenStops = new RegExp(`(?<=\\p{L}[.,] )(?:(?<state>${states})|n\\. ?d)\\.(?= [“"«„‘'\\p{Lu}])`, 'iu');
/** `Lee, A. (in press).` */
const inBrackets = new RegExp(`(?<=\\p{L}[.,]? )[(\\[](?<state>${states})[)\\]]`, 'iu');
/** `Journal of Crossings, forthcoming.` */
const atEnd = new RegExp(`(?:, | ?[(\\[])(?<state>${states})[)\\]]?\\.?$`, 'iu');
/** `[1835] 2000`, `1835/2000`, `2000 [1835]`: the older is the year of the work, the other that of the edition. */
const twoYears = /(?<=\p{L}[.,] |\()(?<!(?<!\p{L})(?:[Nn][or]?|[Nn]úm|Art|Res|Doc|Reg)[.,] )(?:\[(?<first>1[4-9]\d\d)\],? (?<later>(?:1[89]|20)\d\d)|(?<before>1[4-9]\d\d)\/(?<behind>(?:1[89]|20)\d\d)|(?<edition>(?:1[89]|20)\d\d),? \[(?<work>1[4-9]\d\d)\])(?=[.,:)])/u;
/** Behind a year or another number nothing stands in its place: a title may end with “under review”, a volume have two years. */
const inItsPlace = (text: string, match: RegExpExecArray | null): match is RegExpExecArray => match !== null && !/\d{3}/u.test(text.slice(0, match.index));
/** A season and a school year name two years that follow each other. */
const leastApart = 5;

/** What a model that looks for one year is given, and what was said of it: `status` and `original-date` as they were printed. */
export type YearPlace = { readonly text: string; readonly values: { readonly 'status'?: string; readonly 'original-date'?: string } };

/** The text of a reference with one year, or one word in its place. */
export function yearPlace(text: string): YearPlace {
  const years = twoYears.exec(text);
  const { first, later, before, behind, edition, work } = years?.groups ?? {};
  const [older, newer] = [first ?? before ?? work ?? '', later ?? behind ?? edition ?? ''];
  if (inItsPlace(text, years) && Number(newer) - Number(older) > leastApart) {
    return { text: `${text.slice(0, years.index)}${newer}${text.slice(years.index + years[0].length)}`, values: { 'original-date': older } };
  }
  const between = betweenStops.exec(text);
  if (inItsPlace(text, between)) return { text: `${text.slice(0, between.index)}Forthcoming.${text.slice(between.index + between[0].length)}`, values: statusOf(between) };
  const end = atEnd.exec(text);
  if (end !== null) return { text: `${text.slice(0, end.index)}.`, values: statusOf(end) };
  const bracketed = inBrackets.exec(text);
  return { text, values: inItsPlace(text, bracketed) ? statusOf(bracketed) : {} };
}

const statusOf = (match: RegExpExecArray): YearPlace['values'] =>
  (match.groups?.['state'] === undefined ? {} : { 'status': `${match.groups['state'].charAt(0).toLowerCase()}${match.groups['state'].slice(1)}` });
