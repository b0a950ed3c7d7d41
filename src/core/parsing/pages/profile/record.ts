/** One record of a page, as its profile reads it. */
import { fieldUnsure, type Problem } from '../../../problem';
import type { CslDate, ItemType, JsonObject, Name, Review, Span } from '../../../source';
import { fromCapitals, isCapitals } from '../../capitals';
import { reviewUnsure, trust, withReviews } from '../../certainty';
import { itemOf, type Found } from '../../found';
import { doisIn } from '../../identifiers';
import type { Certainty } from '../../reading';
import { dayOf } from '../gathering/days';
import { titled } from '../gathering/event';
import { readNames } from '../../names';
import { namesByCitation } from '../labelledPeople';
import { labelAt } from '../labels/label';
import type { People } from './names';
import { withoutReferences, type PageLine } from './pageText';
import { fits, patternOf } from './patterns';
import type { FieldRule, Profile } from './profile';
import { passagesOf, type Passage } from './rules';
import { readValue } from './values';

/** What was read so far: fields with values, and how sure each is. */
export type Reading = { fields: Map<string, unknown>; certainty: Map<string, Certainty>; people?: People; truncated: boolean };

/** How many lines above a record its day or panel is looked for. */
const furthestHead = 2000;

/** The lines of a page, in which what stands above a record is looked for once for all its records. */
export class Heads {
  private readonly nearest = new Map<FieldRule, Int32Array>();

  private contents: ReadonlyMap<string, string> | undefined;

  constructor(private readonly lines: readonly PageLine[]) {}

  /** The titles of the lines that fit a pattern of contents, by the people that stand with them; the same people twice tell none. */
  listed(line: string): ReadonlyMap<string, string> {
    if (this.contents !== undefined) return this.contents;
    const titles = new Map<string, string>();
    for (const { text } of this.lines.slice(0, furthestHead)) {
      const { title = '', by = '' } = patternOf(line).exec(text.slice(0, 2000))?.groups ?? {};
      if (title !== '') titles.set(sameBy(by), titles.has(sameBy(by)) ? '' : title);
    }
    this.contents = titles;
    return this.contents;
  }

  /** The line above the one at `from` that fits a rule; all of them for a rule that fits any. */
  above(rule: FieldRule, from: number): readonly PageLine[] {
    const first = Math.max(0, from - furthestHead);
    if (rule.pattern === undefined) return this.lines.slice(first, from);
    const known = this.nearest.get(rule) ?? this.nearestOf(rule, rule.pattern);
    const at = from === 0 ? -1 : known[from - 1] ?? -1;
    return at < first ? [] : this.lines.slice(at, at + 1);
  }

  /** For each line the last one up to it that fits; -1 where none does. */
  private nearestOf(rule: FieldRule, pattern: string): Int32Array {
    let last = -1;
    const found = Int32Array.from(this.lines, ({ text }, at) => (last = fits(pattern, text) ? at : last));
    this.nearest.set(rule, found);
    return found;
  }
}

/** The record of some lines, of which the first is the one at `from` of its page; undefined when they name no work. */
export function pageRecord(all: readonly PageLine[], heads: Heads, from: number, profile: Profile, span: Span): Found | undefined {
  const lines = withoutReferences(all);
  const reading: Reading = { fields: new Map(), certainty: new Map(), truncated: false };
  for (const rule of profile.fields) apply(rule, lines, reading, profile.turkish);
  for (const rule of profile.shared ?? []) if (!isFilled(rule, reading)) apply(rule, heads.above(rule, from), reading);
  theOnlyDoi(lines, reading);
  asCited(lines, reading.fields);
  asTurned(lines, reading.fields);
  asListed(profile, heads, lines, reading);
  const { fields } = reading;
  if (!fields.has('title') && !(profile.withoutTitle === true && fields.has('DOI'))) return undefined;
  return found(profile, lines, reading, span);
}

const how: { readonly [T in FieldRule['take']]: readonly [number, string] } = {
  label: [trust.labelled, 'Stands behind its label.'], block: [trust.labelled, 'Stands under its label.'], match: [trust.labelled, 'Stands in a line of a known form.'],
  line: [0.85, 'Stands at its place on this page.'], lines: [0.85, 'Stands at its place on this page.'], joined: [trust.labelled, 'Stands in a passage of a known form.'], repeated: [0.85, 'Stands twice on this page.'],
};

/** Is there nothing that the rule could add? */
const isFilled = (rule: FieldRule, { fields }: Reading): boolean => rule.to !== '*' && rule.to !== 'issued' && fields.has(rule.to);

function apply(rule: FieldRule, lines: readonly PageLine[], reading: Reading, turkish = false): void {
  if (isFilled(rule, reading)) return;
  for (const found of passagesOf(rule, lines)) {
    const passage = turkish && found.to === 'author' ? { ...found, lines: found.lines.map(turkishNames) } : found;
    if (reading.fields.has(passage.to) && !tellsMore(passage, rule, reading)) continue;
    take(passage.to === 'author' && rule.take === 'lines' ? withoutTitle(passage, reading) : passage, rule, lines, reading);
  }
}

/** People without the lines of a title that goes on: `Beyond` above `Consolidated Democracies`. */
function withoutTitle(passage: Passage, { fields }: Reading): Passage {
  const title = fields.get('title');
  return typeof title !== 'string' ? passage : { ...passage, lines: passage.lines.filter((line) => line.length < 4 || !title.endsWith(line)) };
}

/** A day of the year that is known already. */
function tellsMore({ to, lines }: Passage, rule: FieldRule, { fields }: Reading): boolean {
  const known = to === 'issued' ? (fields.get('issued') as CslDate | undefined)?.['date-parts']?.[0] : undefined;
  if (known === undefined || known.length > 2 || (fields.get('issued') as CslDate).season !== undefined) return false;
  const parts = (readValue('issued', lines, rule.to === 'issued' ? rule.as : undefined)?.value as CslDate | undefined)?.['date-parts']?.[0];
  return known.every((part, index) => parts?.[index] === part) && (parts?.length ?? 0) > known.length;
}

/** A label that stands where a title is looked for: the page is laid out otherwise than the profile knows. */
const isBareLabel = ({ to }: Passage, value: unknown): boolean => to === 'title' && typeof value === 'string' && labelAt(value)?.bare === true;

/** The title cannot be the name of what it appeared in, where that is told by its place alone. */
const isTitleAgain = ({ to }: Passage, value: unknown, { fields }: Reading): boolean => to === 'container-title' && value === fields.get('title');

function take(passage: Passage, rule: FieldRule, lines: readonly PageLine[], reading: Reading): void {
  const own = passage.to === rule.to || (passage.to === 'author' && rule.as?.startsWith('names') === true);
  const value = readValue(passage.to, passage.lines, own ? rule.as : undefined);
  if (value === undefined || isBareLabel(passage, value.value) || isTitleAgain(passage, value.value, reading)) return;
  const [sure, why] = how[rule.take];
  const span = { start: lines[passage.from]?.start ?? 0, end: lines[passage.upTo - 1]?.end ?? 0 };
  reading.fields.set(passage.to, value.value);
  if (!passage.to.startsWith('custom')) reading.certainty.set(passage.to, { sure: Math.max(rule.sure ?? sure, reading.certainty.get(passage.to)?.sure ?? 0), why, span });
  if (value.people !== undefined && passage.to === 'author') reading.people = value.people;
  if (value.truncated === true) reading.truncated = true;
}

/** The title that the list above the records has for the same people. */
function asListed({ contents }: Profile, heads: Heads, lines: readonly PageLine[], { fields, certainty }: Reading): void {
  if (contents === undefined || fields.has('title')) return;
  const title = heads.listed(contents.line).get(sameBy(groupIn(contents.own, lines, 'by')));
  if (title === undefined || title === '') return;
  fields.set('title', title);
  certainty.set('title', { sure: trust.labelled, why: 'Stands with these people in the list above.' });
}

const groupIn = (pattern: string, lines: readonly PageLine[], group: string): string =>
  lines.map(({ text }) => patternOf(pattern).exec(text.slice(0, 2000))?.groups?.[group]).find((found) => found !== undefined) ?? '';

/** A byline without affiliations, blanks and signs. */
const sameBy = (by: string): string => by.replace(/\([^()]{0,300}\)/gu, '').replace(/[^\p{L}]/gu, '').toLowerCase();

/** A DOI that no rule found, when the page has no other. */
function theOnlyDoi(lines: readonly PageLine[], { fields, certainty }: Reading): void {
  if (fields.has('DOI')) return;
  const dois = doisIn(lines.map(({ text }) => text).join('\n'));
  if (dois.length !== 1) return;
  fields.set('DOI', dois[0]);
  certainty.set('DOI', { sure: trust.labelled, why: 'The only DOI of the page.' });
}

/** `SOUZA, Adriana C. de; MONTEIRO, Rui Tavares. Título`: the way to cite a page in which families stand in CAPITALS, as in Brazil. */
const citedInCapitals = /^(?:(?:[Cc]omo citar|[Cc]ómo citar|[Hh]ow to cite|[Pp]ara citar|ABNT)[^:]{0,30}:? )?(?<names>\p{Lu}[\p{Lu}’' -]{2,50}, \p{Lu}[\p{L}. ’'-]{2,60}(?:; ?\p{Lu}[\p{Lu}’' -]{2,50}, \p{Lu}[\p{L}. ’'-]{2,60}){0,12})\. \p{Lu}/u;

/** The authors with the families that the page’s own citation marks by capitals. */
function asCited(lines: readonly PageLine[], fields: Map<string, unknown>): void {
  const authors = fields.get('author') as readonly Name[] | undefined;
  if (authors === undefined || authors.every(({ given = '', 'non-dropping-particle': small, family = '' }) => small === undefined && !`${given} ${family}`.includes(' '))) return;
  const cited = lines.map(({ text }) => (text.length < 1000 ? citedInCapitals.exec(text)?.groups?.['names'] : undefined)).find((names) => names !== undefined);
  const names = cited === undefined ? [] : readNames(cited.split(/(?<=\p{Ll}{3})\. (?=\p{Lu})/u, 1)[0] ?? '').names;
  if (names.length === authors.length) fields.set('author', namesByCitation(authors, names));
}

/** The authors with the families that the page prints elsewhere in front of a comma and the given names: `Farrugia Vella, Marija`. */
function asTurned(lines: readonly PageLine[], fields: Map<string, unknown>): void {
  const authors = fields.get('author') as readonly Name[] | undefined;
  if (authors === undefined || !authors.some(mayHaveTwoFamilies)) return;
  const texts = lines.filter(({ text }) => text.length < 2000 && text.includes(', ')).map(({ text }) => text);
  fields.set('author', authors.map((name) => (mayHaveTwoFamilies(name) ? turnedIn(texts, name) : name)));
}

const mayHaveTwoFamilies = ({ given = '', family = '', ...rest }: Name): boolean => family !== '' && rest['non-dropping-particle'] === undefined && / \p{Lu}\p{Ll}+$/u.test(given);

function turnedIn(texts: readonly string[], name: Name): Name {
  const [given, last] = [(name.given ?? '').replace(/ [^ ]+$/u, ''), (name.given ?? '').split(' ').at(-1) ?? ''];
  const family = `${last} ${name.family}`;
  const standsTurned = (one: string, other: string): boolean => texts.some((text) => isAtBorder(text, `${one}, ${other}`));
  return standsTurned(family, given) && !standsTurned(name.family ?? '', name.given ?? '') ? { ...name, family, given } : name;
}

/** Does the text hold these words, and no letter right beside them nor a name that goes on? */
function isAtBorder(text: string, words: string): boolean {
  const at = text.indexOf(words);
  return at >= 0 && !/\p{L}$/u.test(text.slice(0, at)) && !/^(?:\p{L}| \p{Lu}\p{Ll})/u.test(text.slice(at + words.length));
}

function found(profile: Profile, lines: readonly PageLine[], reading: Reading, span: Span): Found {
  const { fields, people } = reading;
  const type = typeOf(profile, lines, fields);
  const plain = Object.fromEntries([...withDay(fields)].filter(([field]) => !field.startsWith('custom') && field !== 'day' && field !== 'subtitle'));
  const genre = type === 'article' ? profile.genre : undefined;
  const item = itemOf(type, { ...plain, title: writtenTitle(wholeTitle(fields), fields.get('abstract')), ...writtenBodies(fields), ...(genre === undefined ? {} : { genre }) }, customOf(reading));
  const certainty: { readonly [field: string]: Certainty } = Object.fromEntries(reading.certainty);
  const reviewed = withReviews(reviewUnsure(item, certainty), reviews(fields, people, reading.truncated));
  return { ...span, format: 'site-page', item: reviewed, certainty, problems: problems(fields, span) };
}

/** Publisher and journal in CAPITALS as names are written. */
function writtenBodies(fields: ReadonlyMap<string, unknown>): { readonly [field: string]: string } {
  const [publisher, container] = [fields.get('publisher'), fields.get('container-title')];
  return {
    ...(typeof publisher === 'string' && isCapitals(publisher) ? { publisher: titled(publisher) } : {}),
    ...(typeof container === 'string' && isCapitals(container) && /\p{sc=Cyrillic}/u.test(container) ? { 'container-title': fromCapitals(container, '') } : {}),
  };
}

/** A title in CAPITALS as one writes it. */
const writtenTitle = (title: unknown, abstract: unknown): unknown =>
  (typeof title === 'string' && isCapitals(title) ? fromCapitals(title, typeof abstract === 'string' ? abstract : '') : title);

/** Turkish capitals in names as small letters: `I` is `ı` but in words with front vowels. */
const turkishNames = (text: string): string => text.replace(/\p{Lu}{3,}/gu, (word) =>
  word.slice(0, 1) + (/[EÖÜİ]/u.test(word) ? word.slice(1).replace(/İ/gu, 'i').toLowerCase() : word.slice(1).toLocaleLowerCase('tr')));

/** Title and subtitle as one. */
function wholeTitle(fields: ReadonlyMap<string, unknown>): unknown {
  const [title, subtitle] = [fields.get('title'), fields.get('subtitle')];
  if (typeof title !== 'string' || typeof subtitle !== 'string' || title.includes(subtitle)) return title;
  if (subtitle.startsWith(title)) return subtitle;
  return /[.:?!]$/u.test(title) ? `${title} ${subtitle}` : `${title}: ${subtitle}`;
}

/** `September 5` of the page and the year of its heading make one date. */
function withDay(fields: ReadonlyMap<string, unknown>): ReadonlyMap<string, unknown> {
  const parts = (fields.get('issued') as CslDate | undefined)?.['date-parts']?.[0];
  const [year] = parts ?? [];
  const day = fields.get('day');
  if (year === undefined || parts?.length !== 1 || typeof day !== 'string') return fields;
  const date = dayOf(day, { year, dayFirst: false });
  return date === undefined ? fields : new Map([...fields, ['issued', date]]);
}

const typeOf = ({ type, types = [] }: Profile, lines: readonly PageLine[], fields: ReadonlyMap<string, unknown>): ItemType =>
  types.find(({ re, field }) => (field === undefined ? lines.some((line) => fits(re, line.text)) : fits(re, textIn(fields, field))))?.type ?? type;

function textIn(fields: ReadonlyMap<string, unknown>, field: string): string {
  const value = fields.get(field);
  return typeof value === 'string' ? value : '';
}

const problems = (fields: ReadonlyMap<string, unknown>, span: Span): readonly Problem[] =>
  fields.has('title') ? [] : [fieldUnsure('title', 'The title was not copied; look the work up by its DOI.', span)];

function reviews(fields: ReadonlyMap<string, unknown>, people: People | undefined, truncated: boolean): { readonly [field: string]: Review } {
  return {
    ...(people?.incomplete === true ? { author: { why: 'The page names only the first authors.' } } : {}),
    ...(truncated && fields.has('abstract') ? { abstract: { why: 'The page shows only the beginning of the abstract.' } } : {}),
    ...(/…|\.{3}$/u.test(titleOf(fields).slice(-4)) ? { title: { why: 'The page cuts the title short.' } } : {}),
  };
}

const titleOf = (fields: ReadonlyMap<string, unknown>): string => {
  const title = fields.get('title');
  return typeof title === 'string' ? title : '';
};

function customOf({ fields, people }: Reading): JsonObject {
  const custom: { [name: string]: JsonObject | string | boolean } = {};
  for (const [field, value] of fields) {
    const [, name, part] = field.split('.');
    if (!field.startsWith('custom.') || name === undefined || typeof value !== 'string') continue;
    custom[name] = part === undefined ? value : { ...(custom[name] as JsonObject | undefined), [part]: value };
  }
  const affiliations = people?.affiliations ?? {};
  if (Object.keys(affiliations).length > 0) custom['affiliations'] = affiliations;
  if (people?.incomplete === true) custom['authorsIncomplete'] = true;
  return custom;
}
