/** A reference read with the model: its fields, and how sure each is. */
import type { Name } from '../../../source';
import { readName } from '../../names';
import { withoutEnd } from '../../lines';
import { labelledTokens, type Labelled } from './labelling';
import { peopleOf, segmentsOf, type People, type Printed, type Segment } from './segments';

/** Fields by the name of their CSL variable, as printed, without the signs around them; with names and how sure each field is. */
export type ModelReading = {
  readonly values: { readonly [field: string]: string };
  readonly authors: readonly Name[];
  readonly editors: readonly Name[];
  readonly translators: readonly Name[];
  readonly sure: { readonly [field: string]: number };
  /** How sure the labels are on the whole, between 0 and 1. */
  readonly clear: number;
  /** Where the title begins, in UTF-16 code units; undefined without one. */
  readonly titleAt?: number;
};

const variables: { readonly [label: string]: string } = {
  'title': 'title', 'cont': 'container-title', 'coll': 'collection-title', 'cnum': 'collection-number', 'vol': 'volume', 'iss': 'issue', 'page': 'page', 'pub': 'publisher', 'place': 'publisher-place',
  'date': 'issued', 'ed': 'edition', 'genre': 'genre', 'num': 'number', 'np': 'number-of-pages', 'ev': 'event-title', 'tr': 'translator', 'acc': 'accessed',
};

/** Read a reference in which lines are joined. */
export function readWithModel(text: string): ModelReading {
  const tokens = labelledTokens(text);
  const segments = segmentsOf(tokens);
  const people = peopleOf(tokens);
  const authors = most(people.filter(({ role }) => role === 'a'));
  const editors = most(people.filter(({ role }) => role === 'e'));
  const values: Values = {};
  const sure: Shares = {};
  for (const [field, segment] of Object.entries(chosen(segments))) {
    const value = cleaned(field, text.slice(field === 'page' ? lettered(text, segment.start) : segment.start, segment.end));
    if (value !== '') [values[field], sure[field]] = [value, segment.sure];
  }
  if (values['issued'] !== undefined) values['issued'] = dateOf(text, segments, values['issued']);
  else findYear(tokens, values, sure);
  mendTitle(text, segments, values, sure);
  if (authors !== undefined) sure['author'] = authors.sure;
  if (editors !== undefined) sure['editor'] = editors.sure;
  const title = segments.find(({ field }) => field === 'title');
  return {
    values, sure, authors: namesOf(text, authors), editors: namesOf(text, editors), translators: (values['translator'] ?? '') === '' ? [] : [readName(values['translator'] ?? '')],
    clear: tokens.reduce((sum, token) => sum + token.sure, 0) / Math.max(1, tokens.length),
    ...(title === undefined ? {} : { titleAt: title.start }),
  };
}

type Values = { [field: string]: string };
type Shares = { [field: string]: number };

/** A year that was taken for the end of a name (`J Theor Biol 1998`), or that stands by itself among the signs. */
function findYear(tokens: readonly Labelled[], values: Values, sure: Shares): void {
  for (const field of ['container-title', 'publisher', 'publisher-place']) {
    const match = /^(.{3,}?)[,.]? \(?((?:1[5-9]|20)\d\d)\)?$/u.exec(values[field] ?? '');
    if (match === null) continue;
    [values[field], values['issued'], sure['issued']] = [match[1] ?? '', match[2] ?? '', 0.6];
    return;
  }
  const alone = tokens.filter(({ label, text: word }) => label.startsWith('o:') && /^(?:1[5-9]|20)\d\d$/u.test(word));
  if (alone.length === 1 && alone[0] !== undefined) [values['issued'], sure['issued']] = [alone[0].text, 0.6];
}

/** A work has a title: what stands alone in its place is one, and so is what a full stop divides from it in a book. */
function mendTitle(text: string, segments: readonly Segment[], values: Values, sure: Shares): void {
  const [title, container] = [values['title'], values['container-title']];
  if (container === undefined) return;
  if (title === undefined) {
    [values['title'], sure['title']] = [container, Math.min(0.6, sure['container-title'] ?? 0.6)];
    delete values['container-title'];
    return;
  }
  const [first, second] = [segments.find(({ field }) => field === 'title'), segments.find(({ field }) => field === 'cont')];
  const isBook = ['publisher', 'publisher-place'].some((field) => values[field] !== undefined) && ['volume', 'issue', 'page', 'collection-title', 'genre', 'event-title'].every((field) => values[field] === undefined);
  if (!isBook || first === undefined || second === undefined || !/^[.:?!] $/u.test(text.slice(first.end, second.start)) || segments.some(({ field }) => field === 'url' || field === 'doi')) return;
  [values['title'], sure['title']] = [cleaned('title', text.slice(first.start, second.end)), Math.min(0.6, first.sure)];
  delete values['container-title'];
}

/** The group with the most names: a record after GOST names its authors twice, and the second time all of them. */
const most = (groups: readonly People[]): People | undefined =>
  groups.reduce<People | undefined>((top, group) => (top === undefined || group.persons.length > top.persons.length ? group : top), undefined);

/** One segment a field: the longest title, else the first. */
function chosen(segments: readonly Segment[]): { readonly [variable: string]: Segment } {
  const found: { [variable: string]: Segment } = {};
  for (const segment of segments) {
    const variable = variables[segment.field];
    const before = variable === undefined ? undefined : found[variable];
    if (variable === undefined || (before !== undefined && !(variable === 'title' && segment.end - segment.start > 2 * (before.end - before.start)))) continue;
    found[variable] = segment;
  }
  return found;
}

/** Letters glued in front of a page belong to it: `e1024`, `C32`. */
const lettered = (text: string, start: number): number => start - (/(?<!\p{L})\p{L}{1,2}$/u.exec(text.slice(Math.max(0, start - 3), start))?.[0].length ?? 0);

const closing: { readonly [open: string]: string } = { '“': '”', '„': '“”', '«': '»', '"': '"', '‘': '’', '\'': '\'', '»': '«', '(': ')', '[': ']', '《': '》' };

function cleaned(field: string, raw: string): string {
  if (field === 'edition') return /\d{1,3}/u.exec(raw)?.[0] ?? raw;
  const text = withoutEnd(raw.replace(/^[\s.,:;)\]}/–—-]+/u, ''), field === 'publisher' || field === 'publisher-place' || field === 'genre' ? ' ,:;([–—-' : ' .,:;([/–—-');
  const open = text[0] ?? '';
  const whole = closing[open]?.includes(text.at(-1) ?? '') === true && text.length > 2 && !text.slice(1, -1).includes(open) ? text.slice(1, -1).trim() : text;
  return balanced(field === 'title' || field === 'container-title' ? withoutEnd(whole, ' .,:;/') : whole);
}

/** Without a bracket or quotation mark that has lost its other half at the edge. */
function balanced(text: string): string {
  if (/^[“„«]/u.test(text) && !/[”“»]/u.test(text.slice(1))) return text.slice(1);
  if (/[”»]$/u.test(text) && !/[“„«]/u.test(text)) return text.slice(0, -1);
  return /\)$/u.test(text) && !text.includes('(') ? text.slice(0, -1) : text;
}

/** The year with the day that may stand apart from it (`2021. – 12 мая`). */
function dateOf(text: string, segments: readonly Segment[], first: string): string {
  const dates = segments.filter(({ field }) => field === 'date').map(({ start, end }) => text.slice(start, end));
  const year = dates.find((date) => /\d{4}/u.test(date));
  if (year === undefined) return first;
  const day = dates.find((date) => !/\d{4}/u.test(date) && /\p{L}{3}/u.test(date));
  return day === undefined || /\p{L}{3}/u.test(year) ? dates.filter((date) => /\d{4}/u.test(date)).reduce((longest, date) => (date.length > longest.length ? date : longest)) : `${day} ${year}`;
}

const namesOf = (text: string, people: People | undefined): readonly Name[] =>
  (people?.persons ?? []).map((person) => nameOf(text, person)).filter((name): name is Name => name !== undefined);

const sliced = (text: string, segment: Segment | undefined): string => (segment === undefined ? '' : text.slice(segment.start, segment.end).replace(/\s+/gu, ' ').trim());

function nameOf(text: string, { family, given, literal, particle }: Printed): Name | undefined {
  if (literal !== undefined) return named({ literal: withoutEnd(sliced(text, literal), ' .,;:') });
  const before = sliced(text, particle);
  const [last, first] = [withoutEnd(`${before}${before === '' ? '' : ' '}${sliced(text, family)}`, ' ,;:.'), withoutEnd(sliced(text, given), ' ,;:')];
  if (last === '' || first === '') return named({ literal: last === '' ? first : last });
  return /^\p{sc=Han}/u.test(last) ? { family: last, given: first } : readName(`${last}, ${first}`);
}

const named = (name: { readonly literal: string }): Name | undefined => (/\p{L}/u.test(name.literal) ? name : undefined);
