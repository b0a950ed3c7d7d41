/** People as the JSON of indexes has them: divided under many names, whole, or several in one line. */
import { isObject, type Json, type JsonObject, type Name } from '../../source';
import { fromCapitals, readName, readNames } from '../names';
import { textAt } from './jsonIndex';

const families = ['family', 'familyName', 'lastName', 'last_name', 'surname'];
const givens = ['given', 'givenName', 'firstName', 'first_name', 'forename', 'initials'];
const wholes = ['name', 'literal', 'display_name', 'author.display_name', 'raw_author_name', 'fullName', 'full_name', 'collectiveName', 'collective_name'];
const affiliations = ['affiliation.name', 'affiliation', 'affiliations.name', 'affiliations', 'raw_affiliation_strings', 'raw_affiliation', 'institutions.display_name'];

/** A person or body, and where the person works, as far as the record says. */
export type Creator = { readonly name: Name; readonly affiliation?: string };

/** The people of a field. With `wholeNamesAreBodies`, a name that the record does not divide is that of a body. */
export function creatorsIn(values: readonly Json[], wholeNamesAreBodies = false): readonly Creator[] {
  return values.flatMap((value) => {
    if (typeof value === 'string') return values.length === 1 ? readNames(value).names.map((name) => ({ name })) : [{ name: readName(value) }];
    if (!isObject(value)) return [];
    const name = nameOf(value, wholeNamesAreBodies);
    const affiliation = firstOf(value, affiliations);
    return name === undefined ? [] : [{ name, ...(affiliation === undefined ? {} : { affiliation }) }];
  }).filter(({ name }) => Object.values(name).some((part) => /[\p{L}\p{N}]/u.test(part)));
}

const firstOf = (object: JsonObject, paths: readonly string[]): string | undefined => {
  for (const path of paths) {
    const text = textAt(object, path);
    if (text !== undefined) return text.replace(/\s+/gu, ' ');
  }
  return undefined;
};

function nameOf(object: JsonObject, bodies: boolean): Name | undefined {
  const family = firstOf(object, families);
  const given = firstOf(object, givens);
  if (family !== undefined && given !== undefined && !isBody(object)) return divided(object, family, given);
  const whole = firstOf(object, wholes) ?? (object['fieldMode'] === 1 ? family : undefined);
  if (whole === undefined && family !== undefined) return { family };
  if (whole === undefined) return undefined;
  return bodies || isBody(object) ? { literal: whole } : wholeName(whole);
}

function divided(object: JsonObject, family: string, given: string): Name {
  const shouted = /^\p{Lu}[\p{Lu} ’'-]{2,}$/u.test(family);
  const suffix = textAt(object, 'suffix');
  const particles = (['dropping-particle', 'non-dropping-particle'] as const).flatMap((part) => {
    const text = textAt(object, part);
    return text === undefined ? [] : [[part, text] as const];
  });
  return {
    ...Object.fromEntries(particles), family: shouted ? calmed(family) : family, given: shouted ? calmed(given) : given,
    ...(suffix === undefined ? {} : { suffix }),
  };
}

const calmed = (text: string): string => text.split(' ').map(fromCapitals).join(' ');

const isBody = (object: JsonObject): boolean =>
  textAt(object, 'nameType') === 'Organizational' || /organi[sz]ation/iu.test(textAt(object, '@type') ?? '') || (textAt(object, 'collectiveName') ?? textAt(object, 'collective_name')) !== undefined;

const bodyWord = / (?:of|for|the|and|für|pour|para|des|zur|по|при) /u;

/** Without a comma and of many words, it is a body rather than a person; what stands small between them, as in `van der`, and initials do not count. */
function wholeName(text: string): Name {
  const words = text.split(' ').filter((word) => !/^(?:\p{Ll}|\p{Lu}\.)/u.test(word));
  return !text.includes(',') && (words.length > 4 || bodyWord.test(text)) ? { literal: text } : readName(text);
}
