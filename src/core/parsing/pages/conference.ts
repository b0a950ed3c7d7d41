/**
 * Papers of a conference page: one paper alone, or the papers of a panel. The panel's own abstract is no paper's; convenors
 * and chairs are no authors; the event is not named on these pages and is not invented.
 */
import { fieldUnsure } from '../../problem';
import type { JsonObject } from '../../source';
import { reviewUnsure, trust } from '../certainty';
import { isoDate } from '../dates';
import { itemOf, type Found } from '../found';
import { readName, type Person } from '../names';
import type { Certainty } from '../reading';
import { fingerprints, pageStart } from './nomadit';
import { pageLines, type PageLine } from './pageLine';
import { abstractsOf, labelsOf, paperLabels, type Abstracts } from './paperAbstracts';
import { paperHead } from './paperHead';
import { panelOfFoot, panelOfHead, readSession, sessionsAt, type Panel, type Session } from './programme';

/** Do the words of this text make it a page of this family? */
export function isConferencePage(text: string): boolean {
  let points = 0;
  for (const [pattern, weight] of fingerprints) {
    if (new RegExp(pattern.source, pattern.flags).test(text)) points += weight;
  }
  return points >= 6;
}

/** The papers between two places of a normalised text, which may hold several pages glued to each other. */
export function readConferencePages(text: string, start: number, end: number): readonly Found[] {
  return pagesOf(text, start, end).flatMap(({ from, to }) => readPage(pageLines(text, from, to)));
}

function pagesOf(text: string, start: number, end: number): readonly { readonly from: number; readonly to: number }[] {
  const starts = [...text.slice(start, end).matchAll(pageStart)].map((match) => start + match.index).filter((at) => at > start);
  const bounds = [start, ...starts, end];
  return bounds.slice(0, -1).map((from, index) => ({ from, to: bounds[index + 1] ?? end }));
}

function readPage(lines: readonly PageLine[]): readonly Found[] {
  const many = lines.findIndex((line) => line.kind === 'manyPapers');
  const ones = lines.flatMap((line, index) => (line.kind === 'onePaper' ? [index] : []));
  if (many >= 0) return papersOfPanel(lines, many);
  return ones.flatMap((at, index) => {
    const from = index === 0 ? 0 : pageHead(lines, at);
    const next = ones[index + 1];
    const to = next === undefined ? lines.length : pageHead(lines, next);
    return paperAlone(lines.slice(from, to), at - from);
  });
}

/** Where the head of the page begins whose “Accepted Paper:” stands at `at`. */
function pageHead(lines: readonly PageLine[], at: number): number {
  let from = at;
  while (from > 0 && (lines[from - 1]?.kind === 'opener' || lines[from - 1]?.kind === 'blank')) from--;
  return from;
}

/** A page of one paper: title and authors, abstracts, and at the foot its panel and session. */
function paperAlone(lines: readonly PageLine[], at: number): readonly Found[] {
  const foot = footOf(lines, at);
  const labels = labelsOf(lines, at + 1, foot);
  const head = paperHead(lines.slice(at + 1, labels[0] ?? foot), 'top');
  const panel = panelOfFoot(lines.slice(foot));
  const session = lines.slice(foot).filter((line) => line.kind === 'session').map((line) => readSession(line.text)).at(0);
  if (head.title === undefined) return [];
  return [paper(lines, head, abstractsOf(lines, labels, foot), panel, session)];
}

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

/** The papers of a panel page. Each begins with its title and authors, right above its first abstract label. */
function papersOfPanel(lines: readonly PageLine[], many: number): readonly Found[] {
  const panel = panelOfHead(lines.slice(0, many));
  const papers = paperLabels(lines, labelsOf(lines, many + 1, lines.length));
  const heads = papers.map(([label = 0], index) => {
    const from = (papers[index - 1]?.at(-1) ?? many) + 1;
    const head = paperHead(lines.slice(from, label), index === 0 ? 'top' : 'bottom');
    return { ...head, start: from + head.start };
  });
  const sessions = sessionsAt(lines, papers.map(([label = 0]) => label));
  return heads.flatMap((head, index) => {
    const end = heads[index + 1]?.start ?? lines.length;
    const abstracts = abstractsOf(lines, papers[index] ?? [], end);
    const own = lines.slice(index === 0 ? 0 : head.start, end);
    return head.title === undefined ? [] : [paper(own, head, abstracts, panel, sessions[index])];
  });
}

type Head = { readonly title?: string; readonly people: readonly Person[] };

function paper(lines: readonly PageLine[], head: Head, abstracts: Abstracts, panel: Panel, session: Session | undefined): Found {
  const { certainty, unsure } = certaintyOf(head, abstracts, session);
  const item = reviewUnsure(itemOf('paper-conference', {
    title: head.title, author: head.people.map(({ name }) => readName(name)), issued: session?.date, abstract: abstracts.main,
  }, customOf(head.people, abstracts, panel, session)), certainty);
  const span = { start: lines[0]?.start ?? 0, end: lines.at(-1)?.end ?? 0 };
  return { ...span, format: 'conference-page', item, certainty, problems: unsure.map((why) => fieldUnsure('author', why, span)) };
}

function certaintyOf(head: Head, abstracts: Abstracts, session: Session | undefined): {
  readonly certainty: { readonly [field: string]: Certainty }; readonly unsure: readonly string[];
} {
  const bare = head.people.some((person) => person.affiliation === undefined);
  const why = 'A line above the abstract was read as names; it has no affiliation to tell.';
  const certainty: { readonly [field: string]: Certainty } = {
    title: { sure: trust.labelled, why: 'Stands above the authors under “Accepted paper”.' },
    ...(head.people.length === 0 ? {} : { author: bare ? { sure: trust.byPosition, why } : { sure: trust.labelled, why: 'Names with affiliations in brackets.' } }),
    ...(abstracts.main === undefined ? {} : { abstract: { sure: trust.labelled, why: 'Stands under the label of the abstract.' } }),
    ...(session?.date === undefined ? {} : { issued: { sure: trust.labelled, why: 'The day of the session.' } }),
  };
  return { certainty, unsure: bare ? [why] : [] };
}

function customOf(people: readonly Person[], abstracts: Abstracts, panel: Panel, session: Session | undefined): JsonObject {
  const affiliations = people.flatMap(({ name, affiliation }) => (affiliation === undefined ? [] : [[name, affiliation] as const]));
  const date = session?.date === undefined ? undefined : isoDate(session.date);
  const day = { ...(session?.number === undefined ? {} : { number: session.number }), ...(date === undefined ? {} : { date }) };
  return {
    ...(affiliations.length === 0 ? {} : { affiliations: Object.fromEntries(affiliations) }),
    ...(Object.keys(panel).length === 0 ? {} : { panel }),
    ...(Object.keys(day).length === 0 ? {} : { session: day }),
    ...(abstracts.short === undefined ? {} : { 'short-abstract': abstracts.short }),
  };
}
