/**
 * Papers of a conference page: one paper alone, or the papers of a panel. The panel's own abstract is no paper's; convenors
 * and chairs are no authors; the event is not named on these pages and is not invented.
 */
import type { Found } from '../found';
import { allOf, type Sliced } from '../../slices';
import { fingerprints, pageStart } from './nomadit';
import { pageLines, type PageLine } from './pageLine';
import { papersOfPanel } from './panelPage';
import { abstractsOf, labelsOf } from './paperAbstracts';
import { paperHead } from './paperHead';
import { paperRecord } from './paperRecord';
import { panelOfFoot, readSession } from './programme';

/** Do the words of this text make it a page of this family? */
export function isConferencePage(text: string): boolean {
  let points = 0;
  for (const [pattern, weight] of fingerprints) {
    if (new RegExp(pattern.source, pattern.flags).test(text)) points += weight;
  }
  return points >= 6;
}

/** The papers between two places of a normalised text, which may hold several pages glued to each other. In slices. */
export const readingConferencePages = (text: string, start: number, end: number): Sliced<readonly Found[]> =>
  allOf(pagesOf(text, start, end), 10, ({ from, to }) => readPage(pageLines(text, from, to)));

function pagesOf(text: string, start: number, end: number): readonly { readonly from: number; readonly to: number }[] {
  const starts = [...text.slice(start, end).matchAll(pageStart)].map((match) => start + match.index).filter((at) => at > start);
  const bounds = [start, ...starts, end];
  return bounds.slice(0, -1).map((from, index) => ({ from, to: bounds[index + 1] ?? end }));
}

function readPage(lines: readonly PageLine[]): readonly Found[] {
  const many = headingOfPapers(lines);
  const ones = lines.flatMap((line, index) => (line.kind === 'onePaper' ? [index] : []));
  if (many >= 0) return papersOfPanel(lines, many);
  if (ones.length === 0) return hasFoot(lines) ? paperAlone(lines, -1) : [];
  return ones.flatMap((at, index) => {
    const from = index === 0 ? 0 : pageHead(lines, at);
    const next = ones[index + 1];
    const to = next === undefined ? lines.length : pageHead(lines, next);
    return paperAlone(lines.slice(from, to), at - from);
  });
}

/** “Accepted papers”; above the panel it is a part of the menu where the same words stand below too. -1 for none. */
function headingOfPapers(lines: readonly PageLine[]): number {
  const first = lines.findIndex((line) => line.kind === 'manyPapers');
  const panel = first < 0 ? -1 : lines.findIndex((line, index) => index > first && line.kind === 'panel');
  const second = panel < 0 ? -1 : lines.findIndex((line, index) => index > panel && line.kind === 'manyPapers');
  return second < 0 || lines.slice(first, panel).some(({ kind }) => kind === 'people' || kind === 'session') ? first : second;
}

/** Where the head of the page begins whose “Accepted Paper:” stands at `at`. */
function pageHead(lines: readonly PageLine[], at: number): number {
  let from = at;
  while (from > 0 && (lines[from - 1]?.kind === 'opener' || lines[from - 1]?.kind === 'blank')) from--;
  return from;
}

/** A page of one paper, whose “Accepted Paper:” stands at `at` (-1: it was not copied): title and authors, abstracts, and at the foot its panel and session. */
function paperAlone(lines: readonly PageLine[], at: number): readonly Found[] {
  const foot = footOf(lines, at);
  const labels = labelsOf(lines, at + 1, foot);
  const head = paperHead(lines.slice(at + 1, labels[0] ?? foot), 'top');
  const panel = panelOfFoot(lines.slice(foot));
  const session = lines.slice(foot).filter((line) => line.kind === 'session').map((line) => readSession(line.text)).at(0);
  if (head.title === undefined) return [];
  return [paperRecord(lines.slice(0, endOf(lines, foot)), head, abstractsOf(lines, labels, foot), panel, session)];
}

/** Less text than this is what is left of the page. */
const leastOfOthers = 20;

/** Where the page is over: behind the session at its foot, when something else follows. */
function endOf(lines: readonly PageLine[], foot: number): number {
  const session = lines.findIndex((line, index) => index > foot && index < foot + 7 && line.kind === 'session');
  const below = session < 0 ? [] : lines.slice(session + 1).filter(({ kind }) => kind !== 'blank' && kind !== 'noise');
  return below[0]?.kind === 'text' && below.reduce((sum, { text }) => sum + text.length, 0) >= leastOfOthers ? session + 1 : lines.length;
}

/** Without its heading a page is known by an abstract's label and the panel or session at its foot. */
const hasFoot = (lines: readonly PageLine[]): boolean =>
  labelsOf(lines, 0, lines.length).length > 0 && lines.some((line) => line.kind === 'panel' || line.kind === 'session');

/** Where the abstract is over: at a line “Panel X12” with a session's line, or the end, close behind it. */
function footOf(lines: readonly PageLine[], at: number): number {
  const foot = lines.findIndex((line, index) => index > at && line.kind === 'panel' && closesAbstract(lines, index));
  return foot < 0 ? lines.length : foot;
}

function closesAbstract(lines: readonly PageLine[], index: number): boolean {
  const near = lines.slice(index + 1, index + 13);
  const behind = near.filter((line) => line.kind !== 'blank');
  const atEnd = index + 13 >= lines.length && behind.length <= 3;
  return atEnd || behind.slice(0, 3).some((line) => line.kind === 'session' || line.kind === 'opener' || line.kind === 'onePaper');
}
