/** The parts of a page: what stands behind each label, up to where it ends. */
import { readDate } from '../dates';
import { readIssue } from './labelledIssue';
import { languageSwitch, type LabelledLine } from './labelledLine';
import { isAffiliation, peopleScore } from './labelledPeople';
import type { LabelLanguage, Role } from './labels/words';

/** What one label opens: `lines` are its values, `from` and `to` the indexes of its lines. */
export type Section = { readonly role: Role; readonly language: LabelLanguage; readonly values: readonly string[]; readonly from: number; readonly to: number; readonly word: string; /** Of a row in a repository’s table, as `it` for `it_IT`. */ readonly code?: string };

/** A page in parts; `free` are the indexes of lines under no label. */
export type Sections = { readonly sections: readonly Section[]; readonly free: readonly number[] };

/** The code of its language at the end of a row. */
const codeBehind = /\t([a-z]{2})(?:[_-][A-Z]{2})?$/u;

/** Cut lines into labelled parts and free lines. */
export function sectionsOf(lines: readonly LabelledLine[]): Sections {
  const sections: Section[] = [];
  const free: number[] = [];
  for (let at = 0; at < lines.length;) {
    const line = lines[at];
    const role = line?.label?.role;
    if (line === undefined || role === undefined) {
      if (line?.kind === 'text') free.push(at);
      at++;
      continue;
    }
    const to = Math.max(at + 1, reach[role](lines, at));
    const values = [line.value, ...lines.slice(at + 1, to).map((next) => (next.kind === 'noise' ? '' : next.text))];
    const last = at + Math.max(values.findLastIndex((value) => value !== ''), 0) + 1;
    const code = line.text.startsWith('dc') ? codeBehind.exec(line.text)?.[1] : undefined;
    sections.push({ role, language: line.label?.language ?? 'und', values: trimmedBlanks(values), from: at, to: last, word: line.text.slice(0, line.label?.valueAt ?? 0), ...(code === undefined ? {} : { code }) });
    at = to;
  }
  return { sections, free };
}

function trimmedBlanks(values: readonly string[]): readonly string[] {
  const first = values.findIndex((value) => value !== '');
  return first < 0 ? [] : values.slice(first, values.findLastIndex((value) => value !== '') + 1);
}

type Reach = (lines: readonly LabelledLine[], at: number) => number;

const weakInProse: ReadonlySet<Role> = new Set(['fullText', 'references', 'container', 'type', 'language', 'volume', 'pages', 'year', 'url', 'skip', 'notAuthor', 'author', 'title', 'issue']);

/** What a shop puts below the words about a book: its binding, number, price and button. */
const ofShop = /^(?:(?:[A-Z]{3}|[£€$¥]) ?\d[\d.,]{0,8}|\d[\d.,]{0,8} ?(?:€|EUR|zł|kr|Kč|₽|руб\.?)|(?:Hard|Paper)(?:back|cover)|e-?book|97[89][-\d ]{9,16}\d|Add to (?:basket|cart|bag))$/iu;

/** Does this line end the running text before it? A paragraph that happens to begin with a label's word and a colon does not. */
const endsProse = (line: LabelledLine): boolean =>
  (line.kind === 'noise' && !/^\d{1,4}$/u.test(line.text)) || (line.text.length < 40 && ofShop.test(line.text)) || (line.label !== undefined && (line.label.bare || !weakInProse.has(line.label.role) || line.value.length < 120));

/** As long as the text runs: to the next label or button. */
const prose: Reach = (lines, at) => next(lines, languageSwitch.test(lines[at + 1]?.text ?? '') ? at + 2 : at + 1, endsProse);
/** References and full text: only an abstract, keywords, a citation, or what a journal's page tells at its foot ends them. */
const swallow: Reach = (lines, at) => {
  const to = next(lines, at + 1, ({ label }) => label !== undefined && (label.role === 'abstract' || label.role === 'citation' && label.language !== 'und' || label.role === 'keywords'));
  const foot = lines.slice(at + 1, to).findIndex((line, index) => isFoot(line, lines[at + index + 2]));
  return foot < 0 ? to : at + 1 + foot;
};

/** `Published` above a day, `Issue` above a volume, `Год` above a year: what sites tell below the text and its references, each label on a line of its own. */
function isFoot({ label }: LabelledLine, below: LabelledLine | undefined): boolean {
  if (label?.bare !== true || below?.kind !== 'text' || below.text.length > 120) return false;
  if (label.role === 'year') return /^(?:19|20)\d\d$/u.test(below.text);
  if (label.role === 'date') return below.text.length < 30 && readDate(below.text) !== undefined;
  return (label.role === 'issue' || label.role === 'issueLine') && readIssue(below.text)?.year !== undefined;
}

const itself: Reach = (_, at) => at + 1;

function next(lines: readonly LabelledLine[], from: number, stops: (line: LabelledLine) => boolean): number {
  for (let at = from; at < lines.length; at++) {
    const line = lines[at];
    if (line !== undefined && stops(line)) return at;
  }
  return lines.length;
}

/** A label with its value, or, when nothing follows on its line, the next line that is text. */
const oneValue: Reach = (lines, at) => {
  if (lines[at]?.label?.bare !== true) return at + 1;
  const index = next(lines, at + 1, (line) => line.kind !== 'blank');
  return index < at + 4 && lines[index]?.kind === 'text' ? index + 1 : at + 1;
};

const dateValue: Reach = (lines, at) => {
  const to = oneValue(lines, at);
  return to === at + 1 || (lines[to - 1]?.text.length ?? 0) < 60 && readDate(lines[to - 1]?.text ?? '') !== undefined ? to : at + 1;
};

/** A title goes on over wrapped lines, up to the authors. */
const title: Reach = (lines, at) => {
  let to = oneValue(lines, at);
  while (to < at + 4 && lines[to]?.kind === 'text' && (lines[to]?.text.length ?? 0) < 150 && (wraps(lines[to - 1], lines[to]) || isLastWord(lines, to))) to++;
  return to;
};

/** A word or two of a letter’s title, which its line had no room for: right below the line, and right above the label of the authors. */
const isLastWord = (lines: readonly LabelledLine[], at: number): boolean => {
  const [before = '', line = ''] = [lines[at - 1]?.text, lines[at]?.text];
  return before.length > 48 && before.length < 90 && before.length + line.length > 68 && /^\p{L}[\p{L}’'-]*(?: \p{L}[\p{L}’'-]*)?$/u.test(line) && peopleScore(line) < 2 && lines[at + 1]?.label?.role === 'author';
};

const wraps = (before: LabelledLine | undefined, line: LabelledLine | undefined): boolean =>
  /^\p{Ll}(?!\p{Ll}{1,8}\.\p{Ll})/u.test(line?.text ?? '') || /[:,–-]$/u.test(before?.text ?? '') && peopleScore(line?.text ?? '') === 0;

const authors: Reach = (lines, at) => {
  const first = oneValue(lines, at);
  let to = first;
  for (let index = first; index < Math.min(lines.length, at + 60); index++) {
    const line = lines[index];
    if (line === undefined || line.kind === 'label' || line.kind === 'noise') break;
    if (line.kind === 'blank') continue;
    if (!isAffiliation(line.text) && (peopleScore(line.text) === 0 || lines[at]?.label?.bare === false)) break;
    to = index + 1;
  }
  return to;
};

const keywords: Reach = (lines, at) => {
  const own = lines[at]?.value ?? '';
  let to = at + 1;
  if (own === '') to = next(lines, to, ({ kind }) => kind !== 'blank');
  if (to > at + 4 || (own === '' && lines[to]?.kind !== 'text')) return at + 1;
  const start = to;
  while (to < lines.length && lines[to]?.kind === 'text' && to < start + 20 && (to === start && own === '' || keywordGoesOn(lines[to - 1], lines[to], own === ''))) to++;
  return to;
};

/** `v. 8, n. 2, 2017, p. 101-128`: no keywords, though it begins in lower case. */
const isOfIssue = (text: string): boolean => {
  const issue = text.length < 120 && /\d{4}/.test(text) ? readIssue(text) : undefined;
  return issue?.volume !== undefined && issue.page !== undefined && issue.year !== undefined;
};

/** Wrapped keywords go on; keywords of one a line are short. */
function keywordGoesOn(before: LabelledLine | undefined, line: LabelledLine | undefined, list: boolean): boolean {
  const above = before?.value ?? '';
  const text = line?.text ?? '';
  if (/[.。]$/u.test(above) || isOfIssue(text)) return false;
  if (/[,;；、-]$/u.test(above) || /^\p{Ll}/u.test(text) && text.length < 120) return true;
  return list && !/[,;]/u.test(above) && text.length < 50 && above.length < 50 && text.split(' ').length < 6;
}

const citation: Reach = (lines, at) => {
  let to = at + 1;
  if (lines[at]?.value === '') to = next(lines, to, ({ kind }) => kind === 'text' || kind === 'label');
  if (to > at + 8) return at + 1;
  if (lines[at]?.value === '' && lines[to]?.kind === 'label') return at + 1;
  while (to < Math.min(lines.length, at + 14) && lines[to]?.kind === 'text') to++;
  return to;
};

const wholeOrNext: Reach = (lines, at) => (lines[at]?.label?.bare === true ? oneValue(lines, at) : at + 1);

/** How far the part behind each kind of label reaches. */
const reach: { readonly [R in Role]: Reach } = {
  abstract: prose, weakAbstract: prose, keywords, author: authors, notAuthor: wholeOrNext, title, container: oneValue, volume: oneValue, issue: oneValue, issueLine: oneValue,
  pages: oneValue, date: dateValue, year: dateValue, notDate: dateValue, doi: oneValue, url: oneValue, issn: itself, isbn: itself, publisher: oneValue, place: oneValue, extent: oneValue, type: oneValue, language: oneValue,
  udc: itself, jel: itself, mrnti: itself, grnti: itself, bbk: itself, clc: itself, edn: itself, citation, references: swallow, fullText: swallow, skip: wholeOrNext, aside: swallow,
};
