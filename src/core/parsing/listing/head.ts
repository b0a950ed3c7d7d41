/** What the head of a list says of all its works: the journal and the issue whose contents they are. */
import { fromCapitals, isCapitals } from '../capitals';
import { readDate } from '../dates';
import type { CslDate } from '../../source';
import { factsOf } from './facts';
import { containerOf, type Row } from './rows';

/** What is the same for all records of a list. */
export type Shared = { readonly container?: string; readonly volume?: string; readonly issue?: string; readonly issued?: CslDate; readonly at?: Row; /** The list holds the chapters of a book, or the papers of a series. */ readonly of?: 'book' | 'series' };

/** How many rows above the first record are looked at. */
const reach = 14;

/** The issue that the rows above the first record name. */
export function sharedOf(rows: readonly Row[], from: number): Shared {
  const head = rows.slice(Math.max(0, from - reach), from);
  const at = head.findLastIndex((row) => namesIssue(row));
  const row = head[at];
  if (row === undefined) return bookOrSeries(head);
  const facts = row.facts ?? factsOf(row.text);
  const { volume, issue } = facts?.fields ?? {};
  const issued = finer(facts?.dates.issue, readDate(row.text)) ?? head.slice(at + 1, at + 3).map((next) => next.facts?.dates.issue).find((date) => date !== undefined);
  const container = containerIn(head, at);
  return { at: row, ...(volume === undefined ? {} : { volume }), ...(issue === undefined ? {} : { issue }), ...(issued === undefined ? {} : { issued }), ...(container === undefined ? {} : { container }) };
}

/** The book whose chapters a list holds, where an editor or a number of chapters stands above them; or the series of papers. */
function bookOrSeries(head: readonly Row[]): Shared {
  const chapters = head.findIndex(({ text }) => /^(?:Editors?|Edited by|Herausgeber|Hrsg\.?)(?:\s?:| \p{Lu})|\(\d{1,3} chapters\)$/u.test(text));
  const book = head.slice(0, Math.max(chapters, 0)).findLast(({ kind, text }) => (kind === 'text' || kind === 'maybePeople') && text.length < 160)?.text;
  if (book !== undefined) return { of: 'book', container: book };
  return head.some(({ text }) => /(?:Working|Discussion|Policy|Research) Papers?(?: Series)?$/u.test(text)) ? { of: 'series' } : {};
}

/** The date that tells more. */
const finer = (one: CslDate | undefined, other: CslDate | undefined): CslDate | undefined =>
  (other?.['date-parts']?.[0]?.length ?? 0) > (one?.['date-parts']?.[0]?.length ?? 0) ? other : one ?? other;

function namesIssue({ facts, text }: Row): boolean {
  const told = facts ?? factsOf(text);
  return told !== undefined && (told.fields['volume'] !== undefined || told.fields['issue'] !== undefined) && told.rest.length < 90;
}

/** The journal: named as such, in the line of the issue, or in the nearest line above it. */
function containerIn(head: readonly Row[], at: number): string | undefined {
  const named = head.map(({ text }) => /^Issue of (?<name>\p{Lu}.{2,100})$/u.exec(text)?.groups?.['name']).find((name) => name !== undefined);
  const facts = head[at]?.facts ?? factsOf(head[at]?.text ?? '');
  // What stands behind the number of an issue is the title of that issue.
  const own = facts?.lead === true ? containerOf(facts.rest) : undefined;
  const above = head.slice(Math.max(0, at - 4), at).findLast((row) => (row.kind === 'text' || row.kind === 'maybePeople') && /^\p{Lu}/u.test(row.text) && row.text.length < 100 && !/[?!:]|^(?:Home|Archives?|Current|Tabla de contenido|Table of contents|Contents|Sumário|Browse|All issues)/u.test(row.text))?.text;
  const shortened = own !== undefined && /\p{Ll}\./u.test(own);
  const found = named ?? (shortened ? above ?? own : own ?? above);
  return found === undefined || !isCapitals(found) ? found : fromCapitals(found, '');
}
