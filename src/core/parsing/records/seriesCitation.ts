/** The line in which a record says where a work appeared: `Journal of Things, 12(3), 4-5`, `Hefte; 15(1-2):Doc10`, `Studies, Bd. 1 Nr. 2 (2018)`. */

/** What the line says; a line that holds no number is a title as a whole. */
export type SeriesCitation = { readonly title?: string; readonly volume?: string; readonly issue?: string; readonly page?: string };

const volumeWord = '(?:vol(?:ume|\\.)?|bd\\.?|band|jg\\.?|jahrgang|tome?|т\\.|том)';
const issueWord = '(?:no\\.?|nr\\.?|n[º°]\\.?|issue|iss\\.?|heft|h\\.|num(?:ber|\\.)?|№|вып\\.?)';
/** Where the title ends: before a word for a volume or number, or before a number that an issue, pages or the end follow. */
const titleEnd = new RegExp(`[;,]? (?=${volumeWord} ?\\d|${issueWord} ?\\d|\\d{1,4} ?\\()|[;,] (?=\\d{1,4}(?:[,:;]|$))`, 'iu');
const volume = new RegExp(`(?:^|[ ,;(])${volumeWord} ?(\\d{1,4})(?!\\d)`, 'iu');
const issue = new RegExp(`(?:^|[ ,;(])${issueWord} ?(\\d{1,4}(?:[-/–]\\d{1,4})?)(?!\\d)`, 'iu');

/** The parts of such a line. */
export function seriesCitation(text: string): SeriesCitation {
  const line = text.replace(/\s+/gu, ' ').trim();
  const [first = '', second] = line.split(', ', 2);
  if (second === first) return { title: first };
  const end = titleEnd.exec(line);
  return end === null || end.index < 3 ? { title: line } : { title: line.slice(0, end.index), ...citationTail(line.slice(end.index + end[0].length)) };
}

/** Volume, issue and pages of what stands behind the title; a year is none of them. */
export function citationTail(tail: string): SeriesCitation {
  const [, number, inBrackets] = /^(\d{1,4}) ?(?:\((\d[\d/–-]{0,8})\)|(?=[,:;]|$))/u.exec(tail) ?? [];
  const own = isYear(number) ? undefined : number;
  const page = /[,:] ?(?:pp?\.? ?|S\. ?)?([A-Za-z]{0,5}\d{1,7}(?: ?[-–] ?\d{1,7})?)$/u.exec(tail)?.[1]?.replace(/ ?[-–] ?/u, '-');
  return defined({ volume: volume.exec(tail)?.[1] ?? own, issue: (issue.exec(tail)?.[1] ?? inBrackets)?.replace('–', '-'), page: isYear(page) ? undefined : page });
}

const isYear = (text: string | undefined): boolean => /^(?:1[5-9]|20)\d\d$/u.test(text ?? '');

const defined = (parts: { readonly [P in keyof SeriesCitation]: string | undefined }): SeriesCitation =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));

const unit = '(?:pages?|pp?\\.?|seiten|s\\.|с\\.|páginas|sidor|sivua)';
const range = new RegExp(`^(?:pp?\\.? ?)?(\\d{1,6}) ?[-–] ?(\\d{1,6}) ?${unit}$|^pp?\\.? ?(\\d{1,6}) ?[-–] ?(\\d{1,6})$`, 'iu');
const total = new RegExp(`^(\\d{1,5}) ?${unit}$`, 'iu');

/** What the sizes of a resource say of pages: `42-79 pages` is where it stands, `120 p.` how long it is. */
export function pagesInSizes(sizes: readonly string[]): { readonly page?: string; readonly total?: string } {
  for (const size of sizes) {
    const [, first, last, from, to] = range.exec(size.trim()) ?? [];
    const start = first ?? from;
    if (start !== undefined) return { page: `${start}-${last ?? to ?? ''}` };
    const count = total.exec(size.trim())?.[1];
    if (count !== undefined) return { total: count };
  }
  return {};
}
