/** What the head of a list says of all its works: the journal and the issue whose contents they are. */
import { fromCapitals, isCapitals } from '../capitals';
import { readDate } from '../dates';
import type { CslDate } from '../../source';
import { factsOf } from './facts';
import { containerOf, type Row } from './rows';

/** What is the same for all records of a list. */
export type Shared = { readonly container?: string; readonly volume?: string; readonly issue?: string; readonly issued?: CslDate; readonly at?: Row };

/** How many rows above the first record are looked at. */
const reach = 14;

/** The issue that the rows above the first record name. */
export function sharedOf(rows: readonly Row[], from: number): Shared {
  const head = rows.slice(Math.max(0, from - reach), from);
  const at = head.findLastIndex((row) => namesIssue(row));
  const row = head[at];
  if (row === undefined) return {};
  const facts = row.facts ?? factsOf(row.text);
  const { volume, issue } = facts?.fields ?? {};
  const issued = finer(facts?.dates.issue, readDate(row.text)) ?? head.slice(at + 1, at + 3).map((next) => next.facts?.dates.issue).find((date) => date !== undefined);
  const container = containerIn(head, at);
  return { at: row, ...(volume === undefined ? {} : { volume }), ...(issue === undefined ? {} : { issue }), ...(issued === undefined ? {} : { issued }), ...(container === undefined ? {} : { container }) };
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
  const own = containerOf((head[at]?.facts ?? factsOf(head[at]?.text ?? ''))?.rest ?? '');
  const above = head.slice(Math.max(0, at - 4), at).findLast((row) => (row.kind === 'text' || row.kind === 'maybePeople') && /^\p{Lu}/u.test(row.text) && row.text.length < 100 && !/[?!:]|^(?:Home|Archives?|Current|Tabla de contenido|Table of contents|Contents|Sumário|Browse|All issues)/u.test(row.text))?.text;
  const shortened = own !== undefined && /\p{Ll}\./u.test(own);
  const found = named ?? (shortened ? above ?? own : own ?? above);
  return found === undefined || !isCapitals(found) ? found : fromCapitals(found, '');
}
