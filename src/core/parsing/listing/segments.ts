/** Where the records of a list begin: several ways to cut it are tried, and the one is taken whose records are most alike and explain most. */
import { folded, wordCount } from '../lines';
import { isPlace } from '../pages/gathering/people';
import { labelAt } from '../pages/labels/label';
import { remembering } from '../remembered';
import type { Row, RowKind } from './rows';

/** One record: its rows from `from` to before `to`, which of them is the title and which hold its people. */
export type Segment = { readonly from: number; readonly to: number; readonly title: number; readonly people: readonly number[] };

type Cut = { readonly title: number; readonly people: readonly number[] };
type Way = (rows: readonly Row[]) => readonly Cut[];

const isPeople = ({ kind }: Row): boolean => kind === 'people' || kind === 'maybePeople';
/** Could the row be a title? People that only a comma or an “and” makes such could. */
const isTitle = (row: Row | undefined): boolean =>
  row !== undefined && (row.kind === 'text' || row.kind === 'maybePeople' || (row.kind === 'people' && row.byline?.formal === false)) && row.text.length < 400 && isWorded(row.text) && !/[,;:]$/u.test(row.text) && labelAt(row.text)?.bare !== true;
const isWorded = remembering((text) => wordCount(text.split(' ').filter((word) => !/\d/u.test(word)).join(' ')) >= 2 && !/^(?:\S{1,12}: ?\d|https?:)/u.test(text));
const skipped: ReadonlySet<RowKind> = new Set(['noise', 'mark', 'facts', 'source']);

/** The segments of a list; none when no way to cut it is clear. */
export function segmentsOf(rows: readonly Row[]): readonly Segment[] {
  const best = measured(rows).filter(({ worth }) => worth > 0).sort((one, other) => other.worth - one.worth)[0];
  return best?.segments ?? [];
}

/** Every way to cut the list, with what it is worth. */
export const measured = (rows: readonly Row[]): readonly Weighed[] => ways.map((way) => weighed(rows, extended(rows, way(rows))));

/** Runs of rows that can be people, with affiliations between them. */
function runsOf(rows: readonly Row[]): readonly (readonly number[])[] {
  const runs: number[][] = [];
  let open = false;
  rows.forEach((row, at) => {
    if (isPeople(row) && open && !(row.apart && runs.at(-1)?.length !== undefined && row.kind === 'maybePeople')) runs.at(-1)?.push(at);
    else if (isPeople(row)) runs.push([at]);
    open = isPeople(row) || (open && (row.kind === 'place' || (row.kind === 'aside')));
  });
  return runs;
}

/** The title stands right above the people; `heads`: people far below a title may begin with a title of their own; `far`: what stands between two titles may be a series or the facts, and the first line of a block is the title. */
const above = (far: boolean, heads = false): Way => (rows) => runsOf(rows).flatMap((run) => {
  const first = run[0] ?? 0;
  let at = first - 1;
  while (at > first - 6 && at >= 0 && skipped.has(rows[at]?.kind ?? 'prose')) at--;
  if (!isTitle(rows[at]) || (rows[at]?.kind !== 'text' && at < first - 1) || rows.slice(at + 1, first).some(({ apart }, index, between) => apart && between.length > 2 && index > 0)) return headed(rows, run);
  const formal = run.findIndex((row) => rows[row]?.byline?.formal === true);
  if (formal === 1 && rows[at]?.apart !== true && rows[first]?.apart === true) return headed(rows, run);
  if (heads && at < first - 1 && run.length > 1) return headed(rows, run);
  while (far && rows[at]?.apart === false && isTitle(rows[at - 1]) && rows[at - 1]?.kind === 'text') at--;
  return [{ title: at, people: run }];
});

/** A run whose first row is the title of those below. */
const headed = (rows: readonly Row[], run: readonly number[]): readonly Cut[] => (run.length > 1 && isTitle(rows[run[0] ?? 0]) ? [{ title: run[0] ?? 0, people: run.slice(1) }] : []);

/** The people stand above the title. */
const below: Way = (rows) => runsOf(rows).flatMap((run) => {
  const last = run.at(-1) ?? 0;
  let at = last + 1;
  while (at < last + 3 && (rows[at]?.kind === 'mark' || rows[at]?.kind === 'noise')) at++;
  // `Edited by …` in the head of a list stands above the people of its first work.
  if (rows[at]?.kind !== 'text' && run.every((row) => rows[row]?.byline?.role !== undefined)) return [];
  if (isTitle(rows[at])) return [{ title: at, people: run }];
  return run.length > 1 && isTitle(rows[last]) ? [{ title: last, people: run.slice(0, -1) }] : [];
});

/** The title is the first line of every block that holds facts or a source; people may stand anywhere in it. */
const blocks = (apart: boolean): Way => (rows) => {
  const cuts: Cut[] = [];
  let [title, told]: [number | undefined, boolean] = [undefined, false];
  const close = (): void => {
    if (title !== undefined && told) cuts.push({ title, people: [] });
    [title, told] = [undefined, false];
  };
  rows.forEach((row, at) => {
    if (apart ? row.apart : told && isTitle(row) && ['noise', 'mark', 'facts', 'prose'].includes(rows[at - 1]?.kind ?? 'noise')) close();
    if (title === undefined && isTitle(row)) title = at;
    else if (title !== undefined && (row.kind === 'facts' || row.kind === 'source' || row.byline?.facts !== undefined)) told = true;
  });
  close();
  return cuts;
};

const ways: readonly Way[] = [above(false), above(true), above(false, true), below, blocks(true), blocks(false)];

/** The cuts as segments: what stands above a title again and again belongs to it. */
function extended(rows: readonly Row[], cuts: readonly Cut[]): readonly Segment[] {
  const unique = cuts.filter(({ title }, index) => index === 0 || title > Math.max(cuts[index - 1]?.title ?? 0, ...(cuts[index - 1]?.people ?? [])));
  const tops = unique.map(({ title, people }) => Math.min(title, ...people));
  const depth = headDepth(rows, tops);
  const starts = tops.map((top, index) => Math.max(headOf(rows, top, depth), index === 0 ? 0 : Math.max(unique[index - 1]?.title ?? 0, ...(unique[index - 1]?.people ?? [])) + 1));
  return unique.map((cut, index) => {
    const to = starts[index + 1] ?? lastRow(rows, cut.title, starts, tops);
    const inside = peopleIn(rows, cut.title + 1, to);
    return { from: starts[index] ?? cut.title, to, title: cut.title, people: cut.people.length > 0 ? cut.people : inside };
  });
}

/** The rows of people between two rows; else one that could be such before what it says about the work. */
function peopleIn(rows: readonly Row[], from: number, to: number): readonly number[] {
  const places = (holds: (row: Row) => boolean): readonly number[] => rows.slice(from, to).flatMap((row, at) => (holds(row) ? [from + at] : []));
  const sure = places(({ kind }) => kind === 'people');
  return sure.length > 0 ? sure : places(({ kind, byline }) => kind === 'maybePeople' && byline?.facts !== undefined).slice(0, 1);
}

/** The first row of a record: its head, and a word for its kind above it. */
function headOf(rows: readonly Row[], top: number, depth: number): number {
  let at = top - depth;
  while (at > 0 && formOf(rows[at - 1] as Row) === 'facts kind') at--;
  return at;
}

const heads: ReadonlySet<RowKind> = new Set(['facts', 'mark', 'noise']);

/** How many rows above a record belong to it: those whose forms stand above nearly every one, the first included. */
function headDepth(rows: readonly Row[], tops: readonly number[]): number {
  const first = tops[0] ?? 0;
  let depth = 0;
  while (depth < 6) {
    const at = depth + 1;
    const forms = tops.map((top) => (heads.has(rows[top - at]?.kind ?? 'prose') ? formOf(rows[top - at] as Row) : ''));
    const many = Math.max(...[...new Set(forms)].map((form) => (form === '' ? 0 : forms.filter((other) => other === form).length)));
    if (first - at < 0 || forms[0] === '' || forms.filter((form) => form === forms[0]).length < many || many < tops.length * 0.6 || forms.filter((form) => form === '').length > tops.length * 0.2) break;
    if (rows.slice(first - depth, first + 1 - depth).some(({ apart }) => apart)) break;
    depth = at;
  }
  return depth;
}

/** The row in one word: facts by what they hold. Every way to cut a list asks it of every row. */
function formOf(row: Row): string {
  if (row.kind !== 'facts') return row.kind;
  const form = forms.get(row) ?? formOfFacts(row);
  forms.set(row, form);
  return form;
}

const forms = new WeakMap<Row, string>();

const formOfFacts = ({ facts }: Row): string => {
  const marks = (facts?.marks ?? []).map((mark) => same[mark] ?? mark).filter((mark) => mark !== 'count');
  return `facts ${[...new Set(marks)].sort().join(' ')}`;
};
const same: { readonly [mark: string]: string } = { isbn: 'doi', url: 'doi', issn: 'doi', access: 'kind', issue: 'volume', print: 'date', published: 'date', revised: 'posted' };

/** The end of the last record: not beyond what the records before it hold. */
function lastRow(rows: readonly Row[], title: number, starts: readonly number[], tops: readonly number[]): number {
  const longest = Math.max(...starts.map((start, index) => (starts[index + 1] ?? start) - (tops[index] ?? start) + 3), 4);
  const stop = rows.findIndex((row, at) => at > title && row.apart && (row.kind === 'text' || row.kind === 'maybePeople'));
  return Math.min(rows.length, title + longest + 4, stop < 0 ? rows.length : stop);
}

export type Weighed = { readonly segments: readonly Segment[]; readonly worth: number; readonly signs?: Signs };

const explained: { readonly [K in RowKind]: number } = { noise: 0.5, mark: 0.5, facts: 1, source: 1, people: 1, maybePeople: 0.3, place: 0.7, label: 0.8, aside: 0.8, prose: 0.7, text: 0 };

/** How good a way to cut the list is, without those of the first segments that are the head of the page; 0 when it is no list so. */
function weighed(rows: readonly Row[], segments: readonly Segment[]): Weighed {
  const all = [0, 1, 2].filter((less) => less === 0 || segments.length - less > 1).map((less) => judged(rows, segments.slice(less)));
  return all.sort((one, other) => other.worth - one.worth)[0] ?? { segments, worth: 0 };
}

function judged(rows: readonly Row[], segments: readonly Segment[]): Weighed {
  if (segments.length < 2) return { segments, worth: 0 };
  const signs = signsOf(rows, segments);
  if (!isList(rows, segments, signs)) return { segments, worth: 0, signs };
  const { told, titles, alike, clear, named, sourced, even } = signs;
  return { segments, signs, worth: segments.length * titles * clear * (0.4 + 0.6 * even) * (0.3 + 0.7 * alike) * told * told * (0.5 + 0.3 * named + 0.2 * sourced) };
}

/** What speaks for a way to cut the list: each between 0 and 1. */
type Signs = { readonly [S in 'told' | 'titles' | 'alike' | 'even' | 'clear' | 'witnessed' | 'named' | 'sourced']: number };

function signsOf(rows: readonly Row[], segments: readonly Segment[]): Signs {
  const among = segments.map(({ from, to }) => rows.slice(from, to));
  const sharing = (holds: (row: Row) => boolean): number => mean(among.map((record) => (record.some(holds) ? 1 : 0)));
  return {
    told: mean(segments.map((segment) => share(rows, segment))), titles: mean(segments.map(({ title }) => (rows[title]?.kind === 'text' ? 1 : 0.5))),
    alike: likeness(segments.map((segment, index) => shapeOf(among[index] ?? [], segment))), clear: mean(segments.map((segment) => clarity(rows, segment))),
    even: evenness(rows, segments),
    named: mean(segments.map(({ people }) => (people.length > 0 ? 1 : 0))), sourced: sharing((row) => row.kind === 'facts' || row.kind === 'source' || row.byline?.facts !== undefined),
    witnessed: Math.max(segments.every(({ people }) => people.some((at) => rows[at]?.byline?.formal === true)) ? 0.9 : 0, namesIssue(rows.slice(0, segments[0]?.from ?? 0)) ? 0.9 : 0, sharing((row) => ['facts', 'source', 'prose', 'noise'].includes(row.kind) || row.byline?.facts !== undefined)),
  };
}

/** The share of records in which the people stand as near to the title as in most. */
function evenness(rows: readonly Row[], segments: readonly Segment[]): number {
  const named = segments.filter(({ people }) => people.length > 0);
  if (named.length === 0) return 1;
  const gaps = named.map(({ title, people }) => {
    const first = people[0] ?? title;
    return `${Math.sign(first - title)} ${Math.abs(first - title) < 2} ${rows.slice(Math.min(first, title) + 1, Math.max(first, title) + 1).some(({ apart }) => apart)}`;
  });
  const counts = new Map<string, number>();
  for (const gap of gaps) counts.set(gap, (counts.get(gap) ?? 0) + 1);
  return Math.max(...counts.values()) / gaps.length;
}

/** Do the lines above the records name the issue of a journal? */
const namesIssue = (head: readonly Row[]): boolean => head.slice(-14).some(({ facts }) => facts?.fields['volume'] !== undefined || facts?.fields['issue'] !== undefined);

function isList(rows: readonly Row[], segments: readonly Segment[], { told, titles, alike, clear, witnessed, named, sourced }: Signs): boolean {
  const least = segments.length === 2 ? 0.85 : segments.length === 3 ? 0.75 : 0.65;
  if (told < 0.7 || titles < 0.5 || alike < least || clear < 0.6 || witnessed < 0.8 || (titles <= 0.5 && named < 0.5) || (named < 0.6 && sourced < 0.8)) return false;
  return !isOnePage(rows, segments) && !repeats(rows, segments);
}

/** Signs of the page of a single work: what a page has once, or in several languages, or text behind what would be the last record. */
function isOnePage(rows: readonly Row[], segments: readonly Segment[]): boolean {
  const tail = rows.slice(segments.at(-1)?.to ?? rows.length);
  if (tail.some(({ kind }) => kind === 'label') || tail.filter(({ kind }) => kind === 'prose' || kind === 'people').length > 1) return true;
  const inside = rows.slice(segments[0]?.from ?? 0, segments.at(-1)?.to ?? rows.length);
  const labels = inside.flatMap(({ text, kind }) => (kind === 'label' || kind === 'prose' ? labelAt(text.slice(0, 200)) ?? [] : []));
  if (new Set(labels.filter(({ role }) => role === 'abstract').map(({ language }) => language)).size > 1) return true;
  const held = segments.filter(({ from, to }) => rows.slice(from, to).some(({ kind, text }) => kind === 'label' && labelAt(text)?.role === 'abstract')).length;
  if (held === 1 && segments.length < 4) return true;
  if (segments.filter(({ title }) => isPlace(rows[title]?.text ?? '')).length * 2 > segments.length || areReferences(rows, segments)) return true;
  const cites = ({ text }: Row): boolean => text.length < 60 && ['citation', 'references'].includes(labelAt(text)?.role ?? '');
  return segments.length < 4 && rows.some(cites) && !segments.every(({ from, to }) => rows.slice(from, to).some(cites));
}

/** Do most of them stand below the one heading of references, and the abstract of a page above it? Where every work of a list has such a heading it is a button. */
function areReferences(rows: readonly Row[], segments: readonly Segment[]): boolean {
  const [heading = -1, ...others] = rows.flatMap(({ text, kind }, at) => (kind !== 'prose' && text.length < 60 && labelAt(text)?.role === 'references' ? [at] : []));
  return heading >= 0 && others.length === 0 && rows.slice(0, heading).some(isAbstract) && segments.filter(({ title }) => title > heading).length * 2 > segments.length;
}

const isAbstract = ({ text, kind }: Row): boolean => (kind === 'label' || kind === 'prose') && labelAt(text.slice(0, 200))?.role === 'abstract';

/** Does a title stand twice, or at the head of another? Then the page speaks of one work in several places. */
function repeats(rows: readonly Row[], segments: readonly Segment[]): boolean {
  const titles = segments.map(({ title }) => folded(rows[title]?.text ?? '')).sort();
  return titles.some((title, index) => title === titles[index + 1] || (title.length > 20 && titles[index + 1]?.startsWith(title) === true));
}

/** How surely the rows of people are people. */
const clarity = (rows: readonly Row[], { people }: Segment): number => (people.length === 0 ? 0.6 : mean(people.map((at) => (rows[at]?.kind === 'people' ? 1 : 0.7))));

/** The share of a record's rows that say what they are. */
function share(rows: readonly Row[], { from, to, title, people }: Segment): number {
  let [inside, weights] = [0, 0];
  for (let at = from; at < Math.min(to, rows.length); at++) {
    const kind = rows[at]?.kind ?? 'text';
    inside += at === title || people.includes(at) ? 1 : isSlot(rows, at, title) ? 0.7 : explained[kind];
    weights += kind === 'noise' || kind === 'mark' ? 0.5 : 1;
  }
  return inside / weights;
}

/** A line between a title and facts: the journal, perhaps. */
const isSlot = (rows: readonly Row[], at: number, title: number): boolean => at > title && asText.has(rows[at]?.kind ?? 'prose') && rows[at + 1]?.kind === 'facts' && rows[at + 1]?.apart === false;

/** What stands in a record, in order, each kind once. */
function shapeOf(record: readonly Row[], { from, title, people }: Segment): readonly string[] {
  const forms = record.map((row, index) => (from + index === title ? 'title' : people.includes(from + index) ? 'people' : asText.has(row.kind) ? 'text' : formOf(row)));
  return [...new Set(forms.filter((form) => form !== 'noise'))];
}

const asText: ReadonlySet<RowKind> = new Set(['text', 'place', 'maybePeople', 'people']);

/** How much the records are alike: the mean share of forms that each has in common with the others. */
function likeness(shapes: readonly (readonly string[])[]): number {
  const counts = new Map<string, number>();
  for (const shape of shapes) for (const form of shape) counts.set(form, (counts.get(form) ?? 0) + 1);
  return mean(shapes.map((shape) => mean(shape.map((form) => ((counts.get(form) ?? 1) - 1) / Math.max(1, shapes.length - 1)))));
}

const mean = (numbers: readonly number[]): number => (numbers.length === 0 ? 0 : numbers.reduce((sum, one) => sum + one, 0) / numbers.length);
