/** Profiles that people write for sites they copy from: the shape of ours, in JSON, checked before use. */
import { profileUnusable, type Problem } from '../../../problem';
import { isObject, itemTypes, type Json, type JsonObject } from '../../../source';
import { linearPattern } from './linearPattern';
import { ownMark } from './patterns';
import { readings, type Profile } from './profile';

/** What a file of profiles holds: those that can be used, and what was wrong with the others. */
export type OwnProfiles = { readonly profiles: readonly Profile[]; readonly problems: readonly Problem[] };

const mostProfiles = 50;

/** The profiles of one file: an object, or an array of them. `path` is named in problems. Never throws. */
export function readOwnProfiles(text: string, path: string): OwnProfiles {
  let value: Json;
  try {
    value = JSON.parse(text.replace(/^\ufeff/u, '')) as Json;
  } catch (error) {
    return { profiles: [], problems: [profileUnusable(path, 'the file', `is no JSON (${error instanceof Error ? error.message.slice(0, 100) : 'unknown'})`)] };
  }
  const list = Array.isArray(value) ? value as readonly Json[] : [value];
  const read = list.slice(0, mostProfiles).map((one, index) => checked(one, list.length > 1 ? `[${index}].` : ''));
  return {
    profiles: read.flatMap((one) => (isTrouble(one) ? [] : [one])),
    problems: read.flatMap((one) => (isTrouble(one) ? [profileUnusable(path, one.place, one.trouble)] : [])),
  };
}

type Trouble = { readonly place: string; readonly trouble: string };
const isTrouble = (value: object): value is Trouble => 'trouble' in value;

type Check = (value: Json, place: string) => Trouble | Json;
type Shape = { readonly [key: string]: Check };

const wrong = (place: string, trouble: string): Trouble => ({ place, trouble });
const text: Check = (value, place) => (typeof value === 'string' && value !== '' && value.length <= 200 ? value : wrong(place, 'must be a text of at most 200 characters'));
const yes: Check = (value, place) => (typeof value === 'boolean' ? value : wrong(place, 'must be true or false'));
const count = (least: number, most: number): Check => (value, place) => (typeof value === 'number' && value >= least && value <= most ? value : wrong(place, `must be a number from ${least} to ${most}`));
const oneOf = (words: readonly string[]): Check => (value, place) => (typeof value === 'string' && words.includes(value) ? value : wrong(place, `must be one of ${words.length > 20 ? 'the types of CSL, such as article-journal or paper-conference' : words.join(', ')}`));

const pattern: Check = (value, place) => {
  if (typeof value !== 'string' || value === '') return wrong(place, 'must be a pattern in quotation marks');
  const made = linearPattern(value);
  return typeof made === 'string' ? wrong(place, made) : ownMark + value;
};

/** Words of a label stand for themselves: only `|` parts them. */
const label: Check = (value, place) => {
  const words = text(value, place);
  return typeof words === 'string' ? words.split('|').map((word) => word.trim().replace(/[\\^$.*+?()[\]{}/-]/gu, '\\$&')).filter((word) => word !== '').join('|') : words;
};

const listOf = (check: Check, most: number): Check => (value, place) => {
  if (!Array.isArray(value) || value.length > most) return wrong(place, `must be a list of at most ${most}`);
  const read = (value as readonly Json[]).map((one, index) => check(one, `${place}[${index}]`));
  return read.find((one): one is Trouble => typeof one === 'object' && one !== null && isTrouble(one)) ?? read as Json;
};

const record = (shape: Shape, needed: readonly string[]): Check => (value, place) => {
  const prefix = place === '' || place.endsWith('.') ? place : `${place}.`;
  if (!isObject(value)) return wrong(place === '' ? 'the file' : place.replace(/\.$/u, ''), 'must be an object in braces');
  const missing = needed.find((key) => !Object.hasOwn(value, key));
  if (missing !== undefined) return wrong(`${prefix}${missing}`, 'is missing');
  const read: { [key: string]: Json } = {};
  for (const [key, one] of Object.entries(value)) {
    const check = Object.hasOwn(shape, key) ? shape[key] : undefined;
    if (check === undefined) return wrong(`${prefix}${key}`, `is not known here (known are ${Object.keys(shape).join(', ')})`);
    const part = check(one as Json, `${prefix}${key}`);
    if (typeof part === 'object' && part !== null && isTrouble(part)) return part;
    read[key] = part as Json;
  }
  return read;
};

const field = record({
  to: (value, place) => (typeof value === 'string' && /^(?:\*|[a-zA-Z][a-zA-Z-]{1,40}|custom(?:\.[a-z][a-z0-9-]{0,30}){1,2})$/u.test(value) && !['id', 'type', 'custom'].includes(value) ? value : wrong(place, 'must be the name of a field, such as title, author or custom.panel')),
  take: oneOf(['line', 'lines', 'block', 'label', 'match', 'joined', 'repeated']),
  when: pattern, after: pattern, before: pattern, until: pattern, skip: pattern, pattern, label, nth: count(0, 200), afterLines: count(0, 200), as: oneOf(readings), sure: count(0, 1),
}, ['to', 'take']);

const profile = record({
  id: text, note: text, checked: text,
  fingerprints: listOf(record({ re: pattern, w: count(1, 20) }, ['re', 'w']), 30),
  recordStart: pattern, above: count(0, 20), aboveFits: pattern, notBelow: pattern, head: yes, papers: yes, dayFirst: yes, turkish: yes, withoutTitle: yes, wraps: pattern, commasAlone: yes, genre: text,
  type: oneOf(itemTypes), types: listOf(record({ re: pattern, type: oneOf(itemTypes), field: text }, ['re', 'type']), 20),
  noise: listOf(pattern, 60), shared: listOf(field, 60), fields: listOf(field, 60),
}, ['id', 'fingerprints', 'type', 'fields']);

function checked(value: Json, place: string): Profile | Trouble {
  const read = profile(value, place);
  return typeof read === 'object' && read !== null && isTrouble(read) ? read : sound(read as JsonObject, place);
}

/** Could it ever be chosen? */
function sound(read: JsonObject, place: string): Profile | Trouble {
  const own = read as unknown as Profile;
  const points = own.fingerprints.reduce((sum, { w }) => sum + w, 0);
  return points >= 6 ? own : wrong(`${place}fingerprints`, `add up to ${points}; a page needs 6 points to be known`);
}

/** Ours and theirs: a profile of a person’s own takes the place of ours with the same id. */
export const withOwn = (ours: readonly Profile[], own: readonly Profile[]): readonly Profile[] =>
  (own.length === 0 ? ours : [...ours.filter(({ id }) => !own.some((other) => other.id === id)), ...own]);
