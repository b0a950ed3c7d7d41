/** Where a paper stands in the programme: its panel and session. */
import type { CslDate } from '../../source';
import { readDate } from '../dates';
import { eventOf } from './gathering/event';
import { menuOfEvent, nomadit, panelCode } from './nomadit';
import type { PageLine } from './pageLine';

/** A panel's code (`POL13`) and title, and the event that heads its page. */
export type Panel = { readonly code?: string; readonly title?: string; readonly event?: string };
/** A session's number in its panel, and its day when the year is there. */
export type Session = { readonly number?: string; readonly date?: CslDate };

/** The panel named at the foot of a paper's page. */
export function panelOfFoot(foot: readonly PageLine[]): Panel {
  const code = nomadit.panel.exec(foot[0]?.text ?? '')?.[1];
  const title = foot.slice(1).find((line) => line.kind !== 'blank');
  return { ...(code === undefined ? {} : { code }), ...(title?.kind === 'text' ? { title: title.text } : {}) };
}

/** The panel named at the head of a panel's page. */
export function panelOfHead(head: readonly PageLine[]): Panel {
  const lines = head.filter((line) => line.kind !== 'blank' && line.kind !== 'opener' && line.kind !== 'noise');
  const at = lines.findIndex((line) => panelCode.test(line.text) || line.kind === 'panel');
  const code = lines[at]?.text.split(' ').at(-1);
  const title = at < 0 ? undefined : lines[at + 1];
  const event = eventOf(lines.slice(0, Math.max(at, 0)).map((line) => line.text)).title ?? lines.slice(0, 4).map(({ text }) => menuOfEvent.exec(text)?.[1]).find((name) => name !== undefined);
  return { ...(code === undefined ? {} : { code }), ...(title?.kind === 'text' ? { title: title.text } : {}), ...(event === undefined ? {} : { event }) };
}

/** `Session 1 Sunday 9 June, 2024, -`: its number and, when the year is there, its day. */
export function readSession(text: string): Session {
  const number = /^Session (\d{1,2})/u.exec(text)?.[1];
  const date = readDate(text.replace(/^Session \d{1,2}/u, ''));
  return { ...(number === undefined ? {} : { number }), ...(date === undefined ? {} : { date }) };
}

/** For each of some places, in order, the session that was opened last before it. */
export function sessionsAt(lines: readonly PageLine[], places: readonly number[]): readonly (Session | undefined)[] {
  let at = 0;
  let session: Session | undefined;
  return places.map((place) => {
    for (; at < place; at++) if (lines[at]?.kind === 'session') session = goingOn(session, lines[at - 1], readSession(lines[at]?.text ?? ''));
    return session;
  });
}

/** The day right below “Session 1” is that session’s. */
const goingOn = (before: Session | undefined, above: PageLine | undefined, session: Session): Session =>
  (session.number === undefined && above?.kind === 'session' ? { ...before, ...session } : session);
