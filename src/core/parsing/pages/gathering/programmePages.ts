/** The papers of a programme of any layout, as records: chairs and discussants are no authors, and what it does not say stays open. */
import { paragraphs, readAbstract } from '../../abstract';
import { reviewUnsure, trust } from '../../certainty';
import { itemOf, type Found } from '../../found';
import { readName } from '../../names';
import type { Certainty } from '../../reading';
import type { CslDate, JsonObject, Span } from '../../../source';
import type { Profile } from '../profile/profile';
import { dayOf, eventDays, weekdayFirst, wholeEvent, type EventDays } from './days';
import { eventOf, type GatheringEvent } from './event';
import { programmeLines, type ProgrammeLine } from './line';
import { panelAbove, type ProgrammePanel } from './panel';
import { papersOf, type Paper } from './papers';

/** The papers of a stretch of a normalised text that is a programme; none when no title stands beside people. */
export function readProgramme({ start, end }: Span, text: string, profile: Profile): readonly Found[] {
  const lines = programmeLines(text, start, end, profile);
  const papers = papersOf(lines);
  // One title beside a name is little evidence where no site shows itself.
  if (papers.length === 0 || (profile.id === 'programme' && papers.length === 1 && abstractOf(lines, papers[0] as Paper) === undefined)) return [];
  const records = recordsOf(lines, papers, profile);
  return records.map((record, index) => (index === 0 ? { ...record, start } : record));
}

/** Longer texts, in UTF-16 code units, are no letter with abstracts. */
const longestLetter = 100_000;

/** The layout of no site and no programme. */
const abstractsOnly: Profile = { id: 'abstracts', fingerprints: [], papers: true, type: 'paper-conference', fields: [] };

/**
 * Abstracts one below the other, each a title, people with their affiliations and a paragraph, as organisers send them round; none
 * unless there are two.
 */
export function readAbstracts({ start, end }: Span, text: string): readonly Found[] {
  if (end - start > longestLetter) return [];
  const lines = programmeLines(text, start, end, abstractsOnly);
  const papers = papersOf(lines);
  const whole = papers.filter((paper) => paper.people.every(({ affiliation }) => affiliation !== undefined) && abstractOf(lines, paper) !== undefined);
  if (whole.length < 2 || whole.length < papers.length) return [];
  return recordsOf(lines, papers, abstractsOnly);
}

/** The papers as records. Of a letter neither day nor event is taken: what it says of days is about itself. */
function recordsOf(lines: readonly ProgrammeLine[], papers: readonly Paper[], profile: Profile): readonly Found[] {
  const setting = lines.some(({ text: line }) => letter.test(line)) ? undefined : settingOf(lines, papers, profile);
  const own = setting ?? noSetting();
  const records = papers.map((paper, index) => recordOf(lines, paper, papers[index - 1], own));
  return setting === undefined ? records.map(({ item: { issued: _, ...item }, ...record }) => ({ ...record, item })) : records;
}

/** How letters begin. */
export const letter = /^(?:From|To|Sent|Subject|От|Кому|Тема|Von|An|Betreff|De|Objet|Asunto|Kimden|Konu)\s?: |^(?:Dear|Hello|Hi|Уважаем\p{L}{1,3}|Liebe[rs]?|Chers?|Chères|Estimad[oa]s?|Sayın)(?: \p{L}|[,!])[^:?]{0,80}:?$/u;

/** `dayOn` is the day that a line names: the same line above many papers is read once. */
type Setting = { readonly days: EventDays; readonly dayOn: (line: ProgrammeLine) => CslDate | undefined; readonly event: GatheringEvent };

const noSetting = (): Setting => settingWith({ dayFirst: true }, {});

function settingWith(days: EventDays, event: GatheringEvent): Setting {
  const known = new Map<ProgrammeLine, CslDate | undefined>();
  const dayOn = (line: ProgrammeLine): CslDate | undefined => {
    if (!known.has(line)) known.set(line, dayOf(line.text, days));
    return known.get(line);
  };
  return { days, dayOn, event };
}

/** The days and the event that the lines above the first paper name. */
function settingOf(lines: readonly ProgrammeLine[], papers: readonly Paper[], profile: Profile): Setting {
  const head = lines.slice(0, papers[0]?.from ?? 0).filter(({ kind }) => kind !== 'blank').slice(0, 14).map((line) => line.text);
  return settingWith(eventDays(head, lines.map((line) => line.text), profile.dayFirst === true), withFoot(eventOf(head.slice(0, 8)), lines));
}

/** `Conference: ESA 2019` in the last lines, as ConfTool prints it. */
const footOfEvent = /(?:^|[·•|] ?)(?:Conference|Konferenz|Tagung|Veranstaltung|Event): (?<title>\p{L}[^·•|]{2,120}?) ?$/u;

/** The event that the foot of the page names when its head names none. */
function withFoot(event: GatheringEvent, lines: readonly ProgrammeLine[]): GatheringEvent {
  if (event.title !== undefined) return event;
  const title = lines.slice(-12).map(({ text }) => (text.length < 200 ? footOfEvent.exec(text)?.groups?.['title'] : undefined)).find((found) => found !== undefined);
  return title === undefined ? event : { ...event, title };
}

function recordOf(lines: readonly ProgrammeLine[], paper: Paper, before: Paper | undefined, { days, dayOn, event }: Setting): Found {
  const abstract = abstractOf(lines, paper);
  const issued = dayOfPaper(lines, paper, dayOn) ?? wholeEvent(days) ?? (before === undefined && paper.to === lines.length ? dayBelow(lines, paper, dayOn) : undefined);
  const certainty = certaintyOf(abstract !== undefined, issued !== undefined, event.title !== undefined);
  const fields = {
    'title': unquoted(paper.title), 'author': paper.people.map(({ name }) => readName(name)), issued, 'event-title': event.title, 'event-place': event.place, 'keyword': paper.keywords, abstract,
  };
  const item = reviewUnsure(itemOf('paper-conference', fields, customOf(paper, panelAbove(lines, paper.from))), certainty);
  const end = lines[endOf(lines, paper) - 1]?.end ?? 0;
  return { start: lines[firstOf(lines, paper, before)]?.start ?? 0, end, format: 'site-page', item, certainty, problems: [] };
}

/** `“Roads to Osh”`, as some programmes print every title. */
const unquoted = (title: string): string => /^["“„«]([^"“”„«»]{4,300})["”“»][.,]?$/u.exec(title)?.[1] ?? title;

/** Behind the abstract a paper reaches over buttons, rooms and the like; not over text that may be another's. */
function endOf(lines: readonly ProgrammeLine[], { head, body, to }: Paper): number {
  const own = Math.max(head, ...body.map((at) => at + 1));
  return to === lines.length && lines.slice(own).every(({ kind }) => kind !== 'text' && kind !== 'prose') ? lines.length : own;
}

/** Details above a title, back to the paper before, belong to it. */
function firstOf(lines: readonly ProgrammeLine[], paper: Paper, before: Paper | undefined): number {
  let from = paper.from;
  const floor = Math.max(before?.head ?? 0, ...(before?.body ?? []).map((at) => at + 1));
  while (from > floor && lines[from - 1]?.kind !== 'blank') from--;
  return from;
}

function abstractOf(lines: readonly ProgrammeLine[], { body }: Paper): string | undefined {
  const text = paragraphs(body.map((at) => lines[at]?.text.replace(/^(?:Abstract|ABSTRACT|Zusammenfassung|Résumé|Kurzfassung)(?:$|[.:] ?)/u, '') ?? '')).trim();
  const abstract = text === '' ? undefined : readAbstract(text);
  return abstract === undefined || abstract.text.length < 40 ? undefined : abstract.text;
}

/** So many lines above a paper its day may stand. */
const furthestDay = 400;

/** The day in the paper's own lines, else the nearest above. */
function dayOfPaper(lines: readonly ProgrammeLine[], { from, head, to }: Paper, dayOn: Setting['dayOn']): CslDate | undefined {
  for (const line of lines.slice(from, Math.min(to, head + 2, blankFrom(lines, head)))) {
    const day = line.kind === 'time' ? dayOn(line) : undefined;
    if (day !== undefined) return day;
  }
  for (let at = from - 1; at >= Math.max(0, from - furthestDay); at--) {
    const line = lines[at];
    const day = line?.kind === 'time' || line?.kind === 'detail' ? dayOn(line) : undefined;
    if (day !== undefined) return day;
  }
  return undefined;
}

/** The day of the session that stands below the only paper of a page. */
const dayBelow = (lines: readonly ProgrammeLine[], { head }: Paper, dayOn: Setting['dayOn']): CslDate | undefined => {
  const days = lines.slice(head).filter(({ kind, text }) => kind === 'time' && /(?<!\d)(?:19|20)\d\d(?!\d)/u.test(text));
  return days.length === 1 && days[0] !== undefined ? dayOn(days[0]) : undefined;
};

/** The blank line behind the people below which a weekday stands: it heads what follows. */
const blankFrom = (lines: readonly ProgrammeLine[], head: number): number =>
  (lines[head]?.kind === 'blank' && lines[head + 1]?.kind === 'time' && weekdayFirst(lines[head + 1]?.text ?? '') ? head : Infinity);

function certaintyOf(abstract: boolean, issued: boolean, event: boolean): { readonly [field: string]: Certainty } {
  return {
    title: { sure: 0.9, why: 'Stands beside names in a programme.' },
    author: { sure: trust.labelled, why: 'Names beside the title.' },
    ...(issued ? { issued: { sure: 0.85, why: 'The day that the programme names.' } } : {}),
    ...(event ? { 'event-title': { sure: 0.85, why: 'Heads the page.' } } : {}),
    ...(abstract ? { abstract: { sure: 0.85, why: 'The paragraphs below the names.' } } : {}),
  };
}

function customOf({ people }: Paper, panel: ProgrammePanel): JsonObject {
  const affiliations = people.flatMap(({ name, affiliation }) => (affiliation === undefined ? [] : [[name, affiliation] as const]));
  return { ...(affiliations.length === 0 ? {} : { affiliations: Object.fromEntries(affiliations) }), ...(Object.keys(panel).length === 0 ? {} : { panel }) };
}
