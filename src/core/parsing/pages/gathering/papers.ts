/** The papers of a programme: each is a title beside a block of people, with what stands below them. */
import { itsProgramme } from './event';
import type { LineKind, ProgrammeLine } from './line';
import { namesAndTitle, placed, titleAndPeople, type Printed } from './people';

/** A paper as printed. `from` and `to` are indexes of lines, `body` those of its abstract. */
export type Paper = { readonly title: string; readonly people: readonly Printed[]; readonly from: number; readonly head: number; readonly to: number; readonly body: readonly number[]; readonly keywords?: string };

type Block = { readonly from: number; readonly to: number; readonly people: readonly Printed[] };

/** The papers between two places of the lines, in order. */
export function papersOf(lines: readonly ProgrammeLine[]): readonly Paper[] {
  const blocks = blocksOf(lines);
  const above = blocks.filter(({ from }) => titleAbove(lines, from) !== undefined).length;
  const first = blocks[0];
  const peopleFirst = first !== undefined && titleAbove(lines, first.from) === undefined && blocks.filter(({ to }) => titleBelow(lines, to) !== undefined).length >= above;
  const found = peopleFirst ? blocks.flatMap((block) => below(lines, block)) : blocks.flatMap((block) => over(lines, block));
  const told = [...found, ...wholeLines(lines)];
  return unlabelled(withBodies(lines, [...(told.length > 0 ? told : behindNames(lines) ?? repeatedTitles(lines))].sort((one, other) => one.from - other.from)));
}

/** Lines of people that follow each other, with the affiliations below them. */
function blocksOf(lines: readonly ProgrammeLine[]): readonly Block[] {
  const blocks: Block[] = [];
  let open: Block | undefined;
  lines.forEach((line, index) => {
    const joins = open !== undefined && ['people', 'coauthors', 'place'].includes(line.kind);
    // Some sites leave a blank line between names and their affiliations.
    if (open !== undefined && line.kind === 'blank' && ['place', 'coauthors'].includes(lines[index + 1]?.kind ?? '')) return;
    if (joins && open !== undefined) open = { ...open, to: index + 1, people: line.kind === 'place' ? placed(open.people, line.text) : [...open.people, ...(line.people ?? [])] };
    else if (line.kind === 'people') open = { from: index, to: index + 1, people: line.people ?? [] };
    else if (open !== undefined) {
      blocks.push(open);
      open = undefined;
    }
  });
  return open === undefined ? blocks : [...blocks, open];
}

/** The line above that can be a title: a line of text, with no more than blank lines between. */
function titleAbove(lines: readonly ProgrammeLine[], from: number): number | undefined {
  return [from - 1, from - 2].find((at, index) => isTitle(lines[at]) && (index === 0 || isBetween(lines[from - 1])));
}

function titleBelow(lines: readonly ProgrammeLine[], to: number): number | undefined {
  return [to, to + 1].find((at, index) => isTitle(lines[at]) && (index === 0 || isBetween(lines[to])));
}

/** What may stand between a title and its people: nothing, or its number. */
const isBetween = (line: ProgrammeLine | undefined): boolean => line?.kind === 'blank' || /^#?\d{1,5}$/u.test(line?.text ?? '');

const isTitle = (line: ProgrammeLine | undefined): boolean =>
  line !== undefined && (line.kind === 'text' || (line.kind === 'prose' && line.text.length < 260) || (line.kind === 'panel' && /^\d{1,4}\.? \p{L}/u.test(line.text))) && line.text.length > 7 && /\p{L}{3}/u.test(line.text) && !line.text.endsWith(':') && !itsProgramme.test(line.text.slice(-60));

type Headed = Omit<Paper, 'to' | 'body'>;

function over(lines: readonly ProgrammeLine[], block: Block): readonly Headed[] {
  const at = titleAbove(lines, block.from);
  if (at === undefined) return [];
  const from = wrapsFrom(lines, at);
  return [{ title: lines.slice(from, at + 1).map(({ text }) => text).join(' '), people: block.people, from, head: block.to }];
}

/** A title over two lines goes on in lower case. */
const wrapsFrom = (lines: readonly ProgrammeLine[], at: number): number =>
  at > 0 && lines[at - 1]?.kind === 'text' && /^\p{Ll}/u.test(lines[at]?.text ?? '') && (lines[at - 1]?.text.length ?? 0) > 30 ? at - 1 : at;

function below(lines: readonly ProgrammeLine[], block: Block): readonly Headed[] {
  const at = titleBelow(lines, block.to);
  if (at === undefined) return [];
  const to = wrapsTo(lines, at);
  const title = lines.slice(at, to).map(({ text }) => text).join(' ');
  return [{ title: title.replace(/\s+/gu, ' ').replace(/ ?\((?:abstract|abstract and paper)\)$/u, ''), people: block.people, from: block.from, head: to }];
}

/** Where a title below its people ends: a long line goes on in a short one, below which the next people, a chair or the end of the panel stand. */
function wrapsTo(lines: readonly ProgrammeLine[], at: number): number {
  const [title, next, after] = [lines[at]?.text ?? '', lines[at + 1], lines[at + 2]];
  const ends: readonly (LineKind | undefined)[] = ['people', 'role', 'panel', 'blank', undefined];
  const goesOn = title.length > 40 && /[\p{L},:–—-]$/u.test(title) && next?.kind === 'text' && next.text.length < 80 && /^\p{L}/u.test(next.text) && !/[.:]$/u.test(next.text) && ends.includes(after?.kind);
  return goesOn && titleAndPeople(next.text) === undefined ? at + 2 : at + 1;
}

/** Titles with their people on the same line; where nothing parts them, only when there are several such lines. */
function wholeLines(lines: readonly ProgrammeLine[]): readonly Headed[] {
  const whole = lines.flatMap((line, index) => {
    const read = line.kind === 'text' || line.kind === 'prose' ? titleAndPeople(line.text) : undefined;
    return read === undefined ? [] : [{ ...read, from: index, head: index + 1 }];
  });
  return whole.length > 1 || whole.some(({ sure }) => sure) ? whole : [];
}

/** Lines that are names, a colon and a title, when there are several. */
function behindNames(lines: readonly ProgrammeLine[]): readonly Headed[] | undefined {
  const found = lines.flatMap((line, index) => {
    const read = line.kind === 'text' || line.kind === 'prose' ? namesAndTitle(line.text) : undefined;
    return read === undefined ? [] : [{ ...read, from: index, head: index + 1 }];
  });
  return found.length > 1 ? found : undefined;
}

/** Where no people are named: titles that stand twice, the second time with the group in brackets behind, as timetables of Indico do. */
function repeatedTitles(lines: readonly ProgrammeLine[]): readonly Headed[] {
  const speaking = lines.flatMap(({ kind }, index) => (kind === 'blank' || kind === 'noise' ? [] : [index]));
  return speaking.flatMap((at, place) => {
    const [title = '', next = ''] = [lines[at]?.text, lines[speaking[place + 1] ?? -1]?.text];
    const again = title.length > 15 && isTitle(lines[at]) && (next === title || next.startsWith(`${title} (`));
    return again ? [{ title, people: [], from: at, head: (speaking[place + 1] ?? at) + 1 }] : [];
  });
}

function withBodies(lines: readonly ProgrammeLine[], papers: readonly Headed[]): readonly Paper[] {
  const isKeywords = ({ kind }: ProgrammeLine): boolean => kind === 'keywords';
  const above = lines.slice(0, papers[0]?.from ?? 0).some(isKeywords);
  const below = nextDetails(lines);
  return papers.map((paper, index) => {
    const to = papers[index + 1]?.from ?? lines.length;
    const near = above ? lines.slice(papers[index - 1]?.head ?? 0, paper.from) : lines.slice(paper.head, to);
    const keywords = near.findLast(isKeywords)?.text.replace(/^[^:]{3,20}:\s*/u, '');
    return { ...paper, to, body: bodyOf(lines, paper.head, to, below), ...(keywords === undefined ? {} : { keywords }) };
  });
}

/** The lines of the abstract: from its label, or the first paragraph, up to whatever is none. */
function bodyOf(lines: readonly ProgrammeLine[], from: number, to: number, detailsBelow: readonly number[]): readonly number[] {
  const body: number[] = [];
  let said = false;
  for (let at = from; at < to; at++) {
    const kind = lines[at]?.kind;
    const opensNext = lines[at - 1]?.kind === 'blank' && (detailsBelow[at + 1] ?? to) < to;
    if (kind === 'prose' || kind === 'abstract' || (body.length > 0 && (kind === 'blank' || (kind === 'text' && !opensNext)))) {
      body.push(at);
      said ||= kind !== 'blank';
    } else if (said || kind === 'text' || kind === 'panel' || (kind === 'time' && at > from + 1)) break;
  }
  return body;
}

const details: ReadonlySet<LineKind> = new Set(['panel', 'time', 'role', 'detail']);

/** For each line the next with details of a paper, itself included: a short line behind a blank one, with such below it, opens the next paper. */
function nextDetails(lines: readonly ProgrammeLine[]): readonly number[] {
  const next: number[] = [];
  let last = Infinity;
  for (let at = lines.length - 1; at >= 0; at--) {
    const kind = lines[at]?.kind;
    if (kind !== undefined && details.has(kind)) last = at;
    next[at] = last;
  }
  return next;
}

/** Titles without the signs of lists, “Presentation:” and numbers. */
const unlabelled = (papers: readonly Paper[]): readonly Paper[] =>
  unnumbered(papers.map((paper) => ({ ...paper, title: paper.title.replace(/^(?:[•·▪►‣◦*–—-]|>{1,2}) {1,3}(?=\S)/u, '').replace(/^(?:Presentation|Paper|Talk|Paper [Tt]itle|Title|Vortrag|Communication)(?: \d{1,2})?: /u, '') })));

/** Titles that are all numbered lose their numbers. */
function unnumbered(papers: readonly Paper[]): readonly Paper[] {
  const bare = papers.every(({ title }) => /^#?\d{1,4}\.? \p{L}/u.test(title)) && papers.length > 0;
  return papers.map((paper) => ({ ...paper, title: bare ? paper.title.replace(/^#?\d{1,4}\.? /u, '') : paper.title.replace(/^(?:\d{1,3}\.|#\d{1,5}) (?=\p{Lu})/u, '') }));
}
