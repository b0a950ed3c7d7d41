/** The lines of a page that its profile looks at: those that say something, without buttons and without the list of references. */
import { columnsApart } from '../../columnsApart';
import { linesOf, type Line } from '../../lines';
import { isNoise } from '../../noise';
import { fits, regexOf } from './patterns';
import type { Profile } from './profile';

/** A line of a page. `quiet` lines are blank, buttons or banners. */
export type PageLine = Line & { readonly quiet: boolean };

/** The lines of a stretch, broken where the profile says. */
export function pageLines(text: string, start: number, end: number, profile: Profile): readonly PageLine[] {
  const lines = columnsApart(text, linesOf(text, start, end)).flatMap((line) => broken(text, line, profile.breakBefore));
  const told = lines.map((line) => ({ ...line, quiet: line.text === '' || isNoise(line.text) || isOwnNoise(line.text, profile) }));
  return withoutWraps(profile.commasAlone === true ? lists(told) : told, profile.wraps);
}

/** Of people whom a page does not show. */
const unnamed = /^\+ ?\d{1,3} (?:more )?authors?$/u;

/** Lists with each comma on a line of its own, as buttons beside one another are copied, on one line; how many more there are is no part of one. */
function lists(lines: readonly PageLine[]): readonly PageLine[] {
  const joined: PageLine[] = [];
  let open = false;
  for (const line of lines) {
    const last = joined.at(-1);
    if (open && line.text === '') continue;
    const isSign: boolean = line.text === ',' || (open && unnamed.test(line.text));
    const added = isSign ? ',' : ` ${line.text}`;
    if (last === undefined || !(isSign || open)) joined.push(line);
    else joined[joined.length - 1] = { ...last, text: isSign && open ? last.text : last.text + added, end: line.end };
    open = isSign;
  }
  return joined;
}

/** Lines that were wrapped as one, and a DOI that a line end cut in two. */
function withoutWraps(lines: readonly PageLine[], wraps: string | undefined): readonly PageLine[] {
  const joined: PageLine[] = [];
  let open = false;
  for (const line of lines) {
    const last = joined.at(-1);
    open = open && !line.quiet && !closesWrap(line.text);
    const half = last !== undefined && /doi\.org\/10\.\d{4,9}\/\S{3,80}-$/u.test(last.text.slice(-120)) && /^[\dX][\dX.-]{1,20}$/u.test(line.text);
    if (last !== undefined && (open || half)) joined[joined.length - 1] = { ...last, text: half ? last.text + line.text : `${last.text} ${line.text}`, end: line.end };
    else joined.push(line);
    if (!open && wraps !== undefined && fits(wraps, line.text)) open = true;
  }
  return joined;
}

/** An address or another label ends what was wrapped; a title may well go on with a word and a colon. */
const closesWrap = (line: string): boolean => /^(?:https?:|(?:To (?:cite|link to)|Published online|Journal homepage|ISSN|DOI|Stable URL|Accessed|Author\(s\)|Published by|Source|Review by|Reviewed [Ww]ork)[^:]{0,30}:)/u.test(line);

const isOwnNoise = (line: string, { noise = [] }: Profile): boolean => noise.some((pattern) => fits(pattern, line));

function broken(text: string, line: Line, before: string | undefined): readonly Line[] {
  if (before === undefined || line.text.length < 60) return [line];
  const places = [...text.slice(line.start, line.end).matchAll(regexOf(before, 'gu'))].map(({ index }) => line.start + index).filter((at) => at > line.start);
  if (places.length === 0) return [line];
  return [line.start, ...places].map((from, index) => {
    const to = places[index] ?? line.end;
    return { text: text.slice(from, to).trim(), start: from, end: to };
  });
}

const referencesHead = /^(?:References|Bibliography|Works cited|Literature cited|Notes|Footnotes|Reference list|References \(\d{1,4}\)|\d{1,4} references)$/iu;
const afterReferences = /^(?:About this (?:article|chapter)|Author information|Rights and permissions|Cite this (?:article|chapter)|Author Notes|Additional information|Acknowledge?ments|Information|How to cite|Recommended citation|Details|Cite|There are \d{1,4} citations in total\.|Published (?:Online|in Print): \d{4}-\d\d-\d\d)$/iu;
const cited = /(?<!\d)(?:1[89]|20)\d\d[a-z]?(?!\d)/u;

/** The lines without the list of references: its works are no records of the page. */
export function withoutReferences(lines: readonly PageLine[]): readonly PageLine[] {
  const head = lines.findIndex((line, index) => referencesHead.test(line.text) && listsWorks(lines, index));
  if (head < 0) return lines;
  const behind = lines.findIndex((line, index) => index > head && afterReferences.test(line.text));
  return behind < 0 ? lines.slice(0, head) : [...lines.slice(0, head), ...lines.slice(behind)];
}

function listsWorks(lines: readonly PageLine[], head: number): boolean {
  const next = lines.slice(head + 1, head + 25).filter((line) => line.text.length > 30).slice(0, 4);
  return next.length >= 2 && next.every((line) => cited.test(line.text.slice(0, 400)));
}
