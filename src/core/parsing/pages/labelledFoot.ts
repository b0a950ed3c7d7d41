/** Where an article stands, when its first page says so below the keywords and not above the title. */
import { wordCount } from '../lines';
import { isJournalName, type Head } from './labelledHead';
import { readIssue, type Issue } from './labelledIssue';
import { isAffiliation, peopleScore } from './labelledPeople';
import type { LabelledLine } from './labelledLine';
import type { Sections } from './labelledSections';

/** So many lines below the keywords are looked at. */
const nearFoot = 6;

/** The head with the journal and issue of a line such as `Vol. 12, Núm. 3, 2019, pp. 45-67` right below the keywords; the same head where it names them, or no such line follows. */
export function withFoot(head: Head, lines: readonly LabelledLine[], { sections, free }: Sections): Head {
  const from = sections.findLast(({ role }) => role === 'keywords')?.to;
  if (from === undefined || head.issue !== undefined || head.titleAt === undefined || head.titleAt > from) return head;
  const below = free.filter((at) => at >= from && at < from + nearFoot);
  const at = below.find((line) => isIssueLine(lines[line]?.text ?? ''));
  const issue = at === undefined ? undefined : readIssue(lines[at]?.text ?? '');
  if (at === undefined || issue === undefined || below.indexOf(at) > 1) return head;
  const container = head.container ?? journalBeside(lines, at, issue, below.filter((line) => line < at), free.filter((line) => line < (head.titleAt ?? 0)));
  return { ...head, issue, ...(container === undefined ? {} : { container }), last: at };
}

/** Volume, year and pages, and nothing but the name of a journal in front. */
function isIssueLine(text: string): boolean {
  const issue = text.length > 180 ? undefined : readIssue(text);
  return issue?.volume !== undefined && issue.year !== undefined && issue.page !== undefined && !/[\d“”"«»]|\. /u.test(text.slice(0, issue.at)) && issue.at < 110 && text.length - issue.at < 70;
}

/** In front of the issue on its line, on the line above, or where the page begins. */
function journalBeside(lines: readonly LabelledLine[], at: number, issue: Issue, between: readonly number[], above: readonly number[]): string | undefined {
  const before = (lines[at]?.text ?? '').slice(0, issue.at).replace(/[\s,.;:|(/·•–-]{1,12}$/u, '').trim();
  if (/\p{L}{3}/u.test(before)) return before;
  const over = lines[between.at(-1) ?? -1]?.text;
  if (over !== undefined) return isName(over) ? over : undefined;
  const names = above.map((line) => lines[line]?.text ?? '').filter(isName);
  return names.find(isJournalName) ?? (names.length === 1 && above.length === 1 ? names[0] : undefined);
}

const isName = (text: string): boolean => text.length > 3 && /\p{L}{3}/u.test(text) && wordCount(text) < 12 && !/[.!?:]$|\d{3}/u.test(text) && peopleScore(text) < 2 && (!isAffiliation(text) || isJournalName(text));
