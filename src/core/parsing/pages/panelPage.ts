/** The papers of a panel's page. */
import type { Found } from '../found';
import type { PageLine } from './pageLine';
import { abstractsOf, labelsOf, paperLabels } from './paperAbstracts';
import { isPeople, paperHead } from './paperHead';
import { paperRecord } from './paperRecord';
import { panelOfHead, sessionsAt } from './programme';

/** The papers of a panel page. Each begins with its title and authors, right above its first abstract label. */
export function papersOfPanel(lines: readonly PageLine[], many: number): readonly Found[] {
  const panel = panelOfHead(lines.slice(0, many));
  const papers = paperLabels(lines, labelsOf(lines, many + 1, lines.length));
  if (papers.length === 0) return papersByName(lines, many);
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
    return head.title === undefined ? [] : [paperRecord(own, head, abstracts, panel, sessions[index])];
  });
}

/** Papers whose abstracts are folded away: each is a title with a line of people below it. */
function papersByName(lines: readonly PageLine[], many: number): readonly Found[] {
  const panel = panelOfHead(lines.slice(0, many));
  const starts = titlesAbovePeople(lines, many);
  const sessions = sessionsAt(lines, starts);
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? lines.length;
    const head = paperHead(lines.slice(start, end), 'top');
    return paperRecord(lines.slice(index === 0 ? 0 : start, end), head, {}, panel, sessions[index]);
  });
}

function titlesAbovePeople(lines: readonly PageLine[], many: number): readonly number[] {
  const starts: number[] = [];
  let above = -1;
  lines.forEach((line, index) => {
    if (index <= many || line.kind !== 'text') return;
    const people = line.text.includes('(') && isPeople(line.text);
    if (people && above >= 0) starts.push(above);
    above = people ? -1 : index;
  });
  return starts;
}
