/**
 * The line in which Ovid says where a work appeared. Its databases write it in ways of their own: `Journal. 12(3):45-67,
 * 2021 Mar.`, `Journal March 2021;12(3):45-67`, `Journal 12(3), Winter 2007: 7-14.`, `Doe, J. [Ed]. Book.:45-67, 2021.`
 */
import { bookSource, type Source, type SourcePart } from './ovidBook';
import type { TaggedField } from './taggedScan';

const volume = '(?<volume>(?=[A-Z]{0,5}\\d)[\\w/-]{1,10})(?: ?\\((?<issue>[^()]{1,40})\\))?';
const pages = '(?:pp?\\.? ?)?(?<pages>(?!\\d{1,5} ?pp)[A-Za-z]{0,2}\\d[\\w+-]{0,20})';
const months = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Spring|Summer|Autumn|Fall|Winter)\\p{L}{0,6}\\.?';
const dayMonthYear = `(?:(?:${months}(?:[/-]${months})?)?(?: ?\\d{1,2}(?:-\\d{1,2})?)?,? )?\\d{4}(?:[ -][\\p{L}\\d/. -]{1,25}?)?`;
const date = `(?<date>${dayMonthYear})`;

const shapes: readonly RegExp[] = [
  // Journal. 12(3):45-67, 2021 Mar 4.
  `^(?<journal>.{2,200}?)\\. {1,3}(?:Vol\\.? ?)?${volume}: ?${pages}[,.] {0,2}${date}\\.?$`,
  // Journal. 12(3), Nov. 16, 2004.
  `^(?<journal>.{2,200}?)\\. {1,3}(?:Vol\\.? ?)?${volume}[,.] {0,2}${date}\\.?$`,
  // Journal. Vol.12(3), Mar 2021, pp. 45-67.
  `^(?<journal>.{2,200}?)\\. {1,3}Vol\\.? ?${volume},? {0,2}${date}, {0,2}${pages}\\.?$`,
  // Journal. 12(3)(pp 45-67), 2021. Date of Publication: Mar 2021.
  `^(?<journal>.{2,200}?)\\. {1,3}${volume} ?\\(pp? (?<pages>[\\w-]{1,20})\\),(?: ?\\d{4}\\. ?Date of Publication:)? ?(?<date>[^.:;]{4,20})\\.?$`,
  // Journal, vol. 12, no. 3, pp. 45-67, Mar 2021.
  `^(?<journal>.{2,200}?)[.,] {1,3}vol\\. ?(?<volume>\\w{1,8}),? (?:no|iss)\\. ?(?<issue>[\\w/-]{1,12}),? (?:${date},? )?${pages}\\.?(?:, .{0,30})?$`,
  // Journal January/February 2010;14(1):56
  `^(?<journal>.{2,200}?)\\.? (?<date>${months}(?:[/-]${months})?(?: \\d{1,2})?,? \\d{4}|\\d{4}(?: ${months}(?: \\d{1,2})?)?); ?${volume}: ?${pages}\\.?$`,
  // Journal. 2007 15 June; 433-441.
  `^(?<journal>.{2,200}?)\\. {1,3}(?<date>\\d{4}(?: \\d{1,2})?(?: ${months})?); ?(?:${pages}|\\d{1,4} ?pp?\\.{1,2})\\.?$`,
  // Journal 12(3), Winter 2007: 7-14.
  `^(?<journal>\\D{2,200}?),? ${volume}(?:, (?<date>[^:]{4,40}))?: ?${pages}\\.?$`,
  // Journal. 
  '^(?<journal>[^.:;\\d]{3,120})\\.?$',
].map((shape) => new RegExp(shape, 'u'));

/** What the line says; nothing when it has another form. */
export function readSource(source: string): Source {
  const line = source.replace(/\s+/gu, ' ').trim().slice(0, 900);
  const book = bookSource(line);
  if (book !== undefined) return book;
  const found = line.length > 500 ? undefined : shapes.map((shape) => shape.exec(line)?.groups).find((groups) => groups !== undefined);
  return found === undefined ? {} : withYearNumber(withPlainIssue(found as Source));
}

/** `3, Pt 1` stays; `3-A` too; what is the title of an issue does not count. */
function withPlainIssue({ issue, ...rest }: Source): Source {
  return issue !== undefined && /^[\w ,.&/-]{1,20}$/u.test(issue) ? { ...rest, issue } : rest;
}

/** A volume that is a year dates the issue: `Journal, 2013(1): 3-28.` */
const withYearNumber = (source: Source): Source =>
  (source.date === undefined && /^(?:19|20)\d\d$/u.test(source.volume ?? '') ? { ...source, date: source.volume } : source);

/** The parts of the line as fields, under the tags that the format has for them. */
export function sourceFields(source: string, tags: { readonly [P in SourcePart]: string }): readonly TaggedField[] {
  const found = readSource(source);
  return (Object.keys(tags) as readonly SourcePart[]).flatMap((part) => {
    const value = found[part]?.trim();
    return value === undefined || value === '' ? [] : [{ tag: tags[part], value }];
  });
}
