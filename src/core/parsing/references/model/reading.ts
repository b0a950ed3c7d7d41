/** A reference read with the model: its fields, and how sure each is. */
import type { Name } from '../../../source';
import { isBody, isJapanese, isTwofold, readName, readNames } from '../../names';
import { singleBlanks, withoutEnd } from '../../lines';
import { dateOf, valueOf } from './cleaning';
import { labelledTokens } from './labelling';
import { findYear, mendHost, mendHouse, mendImprint, mendPages, mendTitle, toldByWords, withArticles, withHyphenatedNames, withNamesInTitle, withoutYearsAsPages, type Shares, type Values } from './mending';
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
  /** Does the form of the whole reference say what each part of it is? */
  readonly formed?: true;
};

const variables: { readonly [label: string]: string } = {
  'title': 'title', 'cont': 'container-title', 'coll': 'collection-title', 'cnum': 'collection-number', 'vol': 'volume', 'iss': 'issue', 'page': 'page', 'pub': 'publisher', 'place': 'publisher-place',
  'date': 'issued', 'ed': 'edition', 'genre': 'genre', 'num': 'number', 'np': 'number-of-pages', 'ev': 'event-title', 'tr': 'translator', 'acc': 'accessed',
};

/** Read a reference in which lines are joined. */
export function readWithModel(text: string): ModelReading {
  const tokens = withNamesInTitle(text, withArticles(withHyphenatedNames(labelledTokens(text))));
  const segments = toldByWords(text, segmentsOf(tokens));
  const people = peopleOf(tokens);
  const authors = most(people.filter(({ role }) => role === 'a'));
  const editors = most(people.filter(({ role }) => role === 'e'));
  const values: Values = {};
  const sure: Shares = {};
  for (const [field, segment] of Object.entries(chosen(segments))) {
    const value = valueOf(text, field, segment);
    if (value !== '') [values[field], sure[field]] = [value, segment.sure];
  }
  if (values['issued'] !== undefined) values['issued'] = dateOf(text, segments, values['issued']);
  else findYear(tokens, values, sure);
  const lettered = /[,:] (\p{Lu}\d{1,4}\s?[-–—]\s?\p{Lu}\d{1,4})\.?$/u.exec(text.slice(-40))?.[1];
  if (lettered !== undefined) values['page'] = lettered;
  if (/^\p{L}?\d{1,5}\s?[-–—]\s?\p{L}?\d{1,5}$/u.test(values['page'] ?? '')) sure['page'] = Math.max(sure['page'] ?? 0, 0.6);
  withoutYearsAsPages(text, values);
  mendPages(values, sure);
  mendHouse(values, sure);
  mendTitle(text, segments, values, sure);
  mendImprint(text, values, sure);
  const editedBy = mendHost(text, values, sure);
  if (authors !== undefined) sure['author'] = authors.sure;
  if (editors !== undefined) sure['editor'] = editors.sure;
  const title = segments.find(({ field }) => field === 'title');
  return {
    values, sure, authors: namesOf(text, authors), editors: editedBy === undefined ? namesOf(text, editors) : readNames(editedBy).names, translators: (values['translator'] ?? '') === '' ? [] : [readName(values['translator'] ?? '')],
    clear: tokens.reduce((sum, token) => sum + token.sure, 0) / Math.max(1, tokens.length),
    ...(title === undefined ? {} : { titleAt: title.start }),
  };
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

function namesOf(text: string, people: People | undefined): readonly Name[] {
  const persons = withFirstHalf(text, people?.persons ?? []);
  const turned = persons.filter((person) => isSpoken(text, person, 'family'));
  const strays = turned.length === 1 && persons.length > 2 && persons.filter((person) => isSpoken(text, person, 'given')).length === persons.length - 1 ? turned : [];
  return persons.map((person) => (strays.includes(person) ? readName(spoken(text, person)) : lastOf(text, person, persons) ?? nameOf(text, person))).filter((name): name is Name => name !== undefined);
}

/** `Sá e Silva, Michelle`: the first half of a family name was taken for an author of its own. */
function withFirstHalf(text: string, persons: readonly Printed[]): readonly Printed[] {
  const [first, second, ...others] = persons;
  const half = onlyWord(first);
  if (half === undefined || second?.family === undefined || second.given === undefined || second.particle !== undefined || second.given.start < second.family.start) return persons;
  const isJoined = /^\p{Lu}[\p{L}’'-]{1,30} [ey] \p{Lu}[\p{L}’'-]{1,30}$/u.test(text.slice(half.start, second.family.end).trim());
  return isJoined ? [{ ...second, family: { ...second.family, start: half.start } }, ...others] : persons;
}

/** `Lim, Darren J., and Zack Cooper`: who stands behind “and” and persons, with two names, is a person. */
function lastOf(text: string, person: Printed, persons: readonly Printed[]): Name | undefined {
  const words = onlyWord(person);
  if (words === undefined || persons.length < 2 || persons.some((other) => other !== person && onlyWord(other) !== undefined)) return undefined;
  const name = withoutEnd(sliced(text, words), ' .,;:');
  return /(?:,? and|[,&]? ?&) $/u.test(text.slice(Math.max(0, words.start - 6), words.start)) && /^\p{Lu}\p{Ll}{1,14} (?:\p{Lu}\. )?\p{Lu}[\p{L}’'-]{1,20}$/u.test(name) && !isBody(name) && !ofBodies.test(name) ? readName(name) : undefined;
}

/** Words with which bodies of two words begin or end, and hardly a person. */
const ofBodies = /^(?:United|World|Europe|National|International|America|Africa|Asia|Arab|Latin|Nordic|Global|Human|Public|Freedom|Amnesty|Transparency|Democra|Republic|Red|Green|Central|Federal|Royal|Social|Open|Free|Pew|Electoral|Statistics|Minority|Third|Economic|Inter)|(?:Nations|Bank|House|Watch|International|Transparency|Union|Forum|Office|Barometer|Survey|Team|Staff|Collaboration|Consortium|Secretariat|Initiative|Program(?:me)?|Times|Post)$/u;

/** The words of a name that the model did not part. */
const onlyWord = (person: Printed | undefined): Segment | undefined => person?.literal ?? (person?.given === undefined ? person?.family : undefined);

const spoken = (text: string, { family, given }: Printed): string => singleBlanks(text.slice(Math.min(family?.start ?? 0, given?.start ?? 0), Math.max(family?.end ?? 0, given?.end ?? 0)));

/** Is this a name of a few words without a comma, this part of it in front? Where all others in a list begin with the given name, one that does not was misread. */
function isSpoken(text: string, { family, given, literal, particle }: Printed, front: 'family' | 'given'): boolean {
  if (family === undefined || given === undefined || literal !== undefined || particle !== undefined) return false;
  const [first, last] = front === 'family' ? [family, given] : [given, family];
  return first.end <= last.start && /^\s+$/u.test(text.slice(first.end, last.start)) && !/\p{Lu}\.|^\p{Lu}$/u.test(text.slice(last.start, last.end));
}

const sliced = (text: string, segment: Segment | undefined): string => (segment === undefined ? '' : singleBlanks(text.slice(segment.start, segment.end)).trim());

function nameOf(text: string, { family, given, literal, particle, end }: Printed): Name | undefined {
  if (literal !== undefined) return literalOf(withoutEnd(sliced(text, literal), ' .,;:'));
  const before = sliced(text, particle);
  const [last, first] = [withoutEnd(`${before}${before === '' ? '' : ' '}${sliced(text, family)}`, ' ,;:.'), withoutEnd(sliced(text, given), ' ,;:')];
  const saint = /(?:^| )Ste?$/.test(last) ? /^\. (\p{Lu}[\p{L}’'-]{1,30})/u.exec(text.slice(end, end + 40))?.[1] : undefined;
  if (saint !== undefined) return readName(`${last}. ${saint}, ${first}`);
  // `Parveen Akhtar-` and `Doyle` are Parveen Akhtar-Doyle: nothing ends at a hyphen.
  if (first.endsWith('-') || last.endsWith('-')) return readName(last.endsWith('-') ? `${last}${first}` : `${first}${last}`);
  if (last === '' || first === '') return literalOf(last === '' ? first : last);
  const irish = first.includes(' ') ? / (?:Ó|Ní|Nic|Uí)$/u.exec(first) : null;
  if (irish !== null) return readName(`${irish[0].trim()} ${last}, ${first.slice(0, irish.index)}`);
  if (family !== undefined && given !== undefined && particle === undefined && given.start < family.start && isTurkish(`${first} ${last}`)) return readName(`${first} ${last}`);
  if (/^\p{sc=Han}$/u.test(last) && isTwofold(`${last}${first}`)) return readName(`${last}${first}`);
  return /^\p{sc=Han}/u.test(last) ? { family: last, given: first } : readName(withSuffix(last, first, text.slice(end, end + 8)));
}

const turkishGiven = /^(?:Mustafa|Mehmet|Ahmet|Emre|Kerem|Murat|Kemal|Cemal|Ömer|Osman|Yusuf|Emin|Selim|Serdar|Tayfun|Burak|Onur|Can|Cem|Erdem|Hakan|Kadir|Levent|Mert|Orhan|Süleyman|Tuncay|Umut|Volkan|Zeki|Ayşe|Fatma|Zeynep|Elif|Merve|Esra|Nur|Sevgi|Şule|Gül|Melek|Nihal|Özlem|Pelin|Selin) /u;

/** Two given names before a family name, as with `Ömer Faruk Dizdaroğlu`: the letters tell the language. */
const isTurkish = (name: string): boolean => (/[ğışĞİŞ]/u.test(name) || turkishGiven.test(name)) && /^\p{Lu}\p{L}+(?: \p{Lu}\p{L}+){2}$/u.test(name);

/** What tells sons from fathers, in the family name or behind the person, as `readName` takes it: `, Jr.` */
function withSuffix(last: string, first: string, behind: string): string {
  const own = last.includes(' ') ? /^(.*\p{L}),? ((?:Jr|Sr|I{2,3}|IV)\.?)$/u.exec(last) : null;
  if (own !== null) return `${own[1] ?? ''}, ${first}, ${own[2] ?? ''}${behind.startsWith('.') && !own[2]?.endsWith('.') ? '.' : ''}`;
  const suffix = /^[.,]{0,2} ?[JSI]/.test(behind) ? /^[.,]{0,2} ?((?:Jr|Sr)(?!\p{L})\.?|(?:I{2,3}|IV)(?!\p{L}))/u.exec(behind)?.[1] : undefined;
  return `${last}, ${first}${suffix === undefined ? '' : `, ${suffix}`}`;
}

/** 慕容晓霞 is a person: a family of two characters stands in front. */
const literalOf = (literal: string): Name | undefined =>
  ((/^\p{sc=Han}{3,4}$/u.test(literal) && (isTwofold(literal) || isJapanese(literal))) || isPerson.test(literal) && !isBody(literal) ? readName(literal) : named({ literal }));

/** `Hyo-rin Seok`, `Sherzod Mirzayev`: a given name of two syllables, or an ending that only families have. */
const isPerson = /^(?:\p{Lu}\p{Ll}{1,6}-\p{Ll}{2,6} \p{Lu}\p{Ll}{1,12}|\p{Lu}\p{Ll}{2,20} \p{Lu}\p{Ll}{1,20}(?:[oeyi]ev|[oe]v|[oe]va|[iy]eva|sk(?:iy|yi|aya)|enko|chuk|yan|dze|shvili|o[gğ]lu|ović|ević|uulu|uly|kyzy|qizi|dóttir|aitė|ienė))$/u;

const named = (name: { readonly literal: string }): Name | undefined => (/\p{L}/u.test(name.literal) ? name : undefined);
