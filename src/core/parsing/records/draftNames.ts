/** The names of a record: one a tag, or several with semicolons between. */
import type { Name } from '../../source';
import { readName } from '../names';
import type { Draft, Role } from './draft';

const nobody = /^(?:\[?(?:no author(?:\(s\))? (?:name )?(?:available|listed)[^\]]{0,20}|anonymous|anon|n\/a|none|unknown|et al\.?|and others|\[?s\.? ?n\.?\]?)\]?\.?|[-–—.]+)$/iu;
const identifier = /\s{0,4}[([]\s{0,3}(?:\d{6,12}|(?:https?:\/\/orcid\.org\/)?\d{4}-\d{4}-\d{4}-\d{3}[\dX]|ORCID[^)\]]{0,40})\s{0,3}[)\]]$/u;
const endings = /^(?:Jr|Sr|II|III|IV|2nd|3rd)\.?$/u;

const withInitials = /^\p{Lu}[\p{L}’'-]+(?: \p{Lu}?[\p{L}’'-]+){0,2} (?:\p{Lu}{1,3}|(?:\p{Lu}\.[ -]?){1,3})$/u;

/** `Doe J., Roe K.` is two names: each piece has its initials. */
function apart(text: string): readonly string[] {
  const pieces = text.split(/[,，]/u).map((piece) => piece.trim());
  return pieces.length > 1 && pieces.every((piece) => withInitials.test(piece)) ? pieces : [text];
}

/** The names in a value; a record of one tag a name has one in it. */
export function namesIn(value: string): readonly Name[] {
  return value.split(/[\n;；]/u).flatMap(apart).map((name) => name.trim().replace(identifier, '')).map((name) => (name.endsWith(',') && !(name.includes(' ') && name.indexOf(',') === name.length - 1) ? name.slice(0, -1) : name)).filter((name) => /\p{L}/u.test(name) && !nobody.test(name)).map(personNamed);
}

/** `Family, Given`, `Family GH`, `Family G H Jr` or a name in reading order; four words without a comma are a body. */
export function personNamed(text: string): Name {
  const name = text.replace(/\s+/gu, ' ').trim();
  if (name.endsWith(',')) return { family: name.slice(0, -1) };
  if (name.includes(',')) return withSpacedInitials(withSuffix(readName(name)));
  const [, family, initials] = /^(\p{Lu}{2}(?= \p{Lu}{1,2}$)|\p{Lu}{3,20}(?= \p{Lu}$)) (\p{Lu}{1,2})$/u.exec(name) ?? [];
  if (family !== undefined && initials !== undefined) return { family: family.charAt(0) + family.slice(1).toLowerCase(), given: spaced(initials) };
  const short = familyAndInitials(name);
  if (short !== undefined) return short;
  return name.split(' ').length > 4 ? { literal: name } : readName(name);
}

function familyAndInitials(name: string): Name | undefined {
  const words = name.split(' ');
  const suffix = words.length > 2 && endings.test(words.at(-1) ?? '') ? words.pop() : undefined;
  const first = words.findIndex((word, index) => index > 0 && /^\p{Lu}{1,3}$/u.test(word));
  if (first < 1 || !words.slice(first).every((word) => /^\p{Lu}{1,3}$/u.test(word)) || !/\p{Ll}/u.test(words.slice(0, first).join(''))) return undefined;
  const family = readName(`${words.slice(0, first).join(' ')}, X`);
  return { ...family, given: spaced(words.slice(first).join('')), ...(suffix === undefined ? {} : { suffix }) };
}

/** `Berg, Pieter J Jr`, as PubMed has it. */
function withSuffix(name: Name): Name {
  const [, given, suffix] = /^(.{1,80}?),? ((?:Jr|Sr|2nd|3rd)\.?|II|III|IV)$/u.exec(name.given ?? '') ?? [];
  return given === undefined || suffix === undefined || name.suffix !== undefined ? name : { ...name, given, suffix };
}

/** `JA` behind a comma is J. A.; `Li, YU` too, since names in capitals are rare and initials are not. */
function withSpacedInitials(name: Name): Name {
  const { given } = name;
  return given !== undefined && /^\p{Lu}{1,3}$/u.test(given) && /\p{Ll}/u.test(name.family ?? '') ? { ...name, given: spaced(given) } : name;
}

const spaced = (letters: string): string => [...letters].map((letter) => `${letter}.`).join(' ');

/** The names under one of these roles: the full form where there is one, bodies in their place among the persons. */
export function namesOf(draft: Draft, full: Role, short: Role, body?: Role): readonly Name[] {
  const chosen = draft.has(full) ? full : short;
  if (chosen === full) draft.drop(short);
  return draft.named(chosen, ...(body === undefined ? [] : [body]))
    .flatMap(({ role, value }) => (role === body ? [{ literal: value.replace(/\s+/gu, ' ') }] : namesIn(value)));
}
