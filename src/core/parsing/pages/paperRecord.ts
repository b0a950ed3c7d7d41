/** A paper of a conference page as a record. */
import { fieldUnsure } from '../../problem';
import type { JsonObject } from '../../source';
import { reviewUnsure, trust } from '../certainty';
import { isoDate } from '../dates';
import { itemOf, type Found } from '../found';
import { readName, type Person } from '../names';
import type { Certainty } from '../reading';
import { paperAddress } from './nomadit';
import type { PageLine } from './pageLine';
import type { Abstracts } from './paperAbstracts';
import type { Panel, Session } from './programme';

/** Title and people of a paper. */
export type Head = { readonly title?: string; readonly people: readonly Person[] };

/** The record of a paper: what its head, its abstracts and its place in the programme say. */
export function paperRecord(lines: readonly PageLine[], head: Head, abstracts: Abstracts, panel: Panel, session: Session | undefined): Found {
  const { certainty, unsure } = certaintyOf(head, abstracts, session);
  const item = reviewUnsure(itemOf('paper-conference', {
    title: head.title, author: head.people.map(({ name }) => readName(name)), issued: session?.date, abstract: abstracts.main, URL: addressIn(lines), 'event-title': panel.event,
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

function customOf(people: readonly Person[], abstracts: Abstracts, { code, title }: Panel, session: Session | undefined): JsonObject {
  const placed = { ...(code === undefined ? {} : { code }), ...(title === undefined ? {} : { title }) };
  const affiliations = people.flatMap(({ name, affiliation }) => (affiliation === undefined ? [] : [[name, affiliation] as const]));
  const date = session?.date === undefined ? undefined : isoDate(session.date);
  const day = { ...(session?.number === undefined ? {} : { number: session.number }), ...(date === undefined ? {} : { date }) };
  return {
    ...(affiliations.length === 0 ? {} : { affiliations: Object.fromEntries(affiliations) }),
    ...(Object.keys(placed).length === 0 ? {} : { panel: placed }),
    ...(Object.keys(day).length === 0 ? {} : { session: day }),
    ...(abstracts.short === undefined ? {} : { 'short-abstract': abstracts.short }),
  };
}

const addressIn = (lines: readonly PageLine[]): string | undefined =>
  lines.filter((line) => line.kind === 'noise').map((line) => paperAddress.exec(line.text)?.[0]).find((address) => address !== undefined);
