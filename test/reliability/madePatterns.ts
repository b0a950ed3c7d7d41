/**
 * Makes the regular expressions that no text in the fixtures has made: those of the profiles of all sites, and those that are put together for
 * a person's own words. `scripts/patterns.mjs` notes what is made, and asks recheck about it.
 */
import { fieldStrings, fieldText } from '../../src/core/citations/yamlField';
import { relationSpans } from '../../src/core/library/entryKeys';
import { comparable } from '../../src/core/parsing/comparable';
import { parsePaste } from '../../src/core/parsing';
import { withoutMojibake } from '../../src/core/parsing/mojibake';
import { Glance } from '../../src/core/parsing/pages/profile/glance';
import { linearPattern } from '../../src/core/parsing/pages/profile/linearPattern';
import { regexOf, standsIn } from '../../src/core/parsing/pages/profile/patterns';
import type { FieldRule, Profile } from '../../src/core/parsing/pages/profile/profile';
import { gluedLabel, labelPattern } from '../../src/core/parsing/pages/profile/rules';
import { anyProgramme, profiles } from '../../src/core/parsing/pages/profileData/profiles';
import { readWithModel } from '../../src/core/parsing/references/model/reading';
import { slashes } from '../../src/core/parsing/references/slashes';

/** A pattern as a profile writes it, with all flags with which it may be tried. */
export type Written = { readonly source: string; readonly flags: readonly string[] };

const line = (source: string): readonly Written[] => [{ source, flags: ['u'] }];
const ways = (sources: readonly string[] = []): readonly Written[] => sources.flatMap(line);
const none = (): readonly Written[] => [];

type Texts<T> = { readonly [F in keyof T as Extract<T[F], string | object> extends never ? never : F]-?: (value: NonNullable<T[F]>) => readonly Written[] };

/** What each field of a rule writes: one that is new finds its place here before it compiles. */
const ofRule: Texts<FieldRule> = {
  to: none, take: none, as: none,
  when: line, after: line, before: line, until: line, skip: line, pattern: line,
  label: (label) => [{ source: labelPattern(label), flags: ['iu'] }, { source: gluedLabel(label), flags: ['u'] }],
};

const ofProfile: Texts<Profile> = {
  id: none, type: none, genre: none,
  fingerprints: (all) => all.map(({ re, w }) => ({ source: re, flags: w >= 3 ? ['mu', 'gmu'] : ['mu'] })),
  recordStart: line, aboveFits: line, notBelow: line, wraps: line, noise: ways,
  otherStart: ({ recordStart }) => line(recordStart),
  contents: (list) => ways([list.line, list.own]),
  types: (all) => ways(all.map(({ re }) => re)),
  breakBefore: (source) => [{ source, flags: ['gu'] }],
  fields: inRules, shared: inRules,
};

/** The patterns of each field that is there. */
function written<T extends object>(of: Texts<T>, value: T): readonly Written[] {
  return Object.entries(of as Readonly<Record<string, (one: unknown) => readonly Written[]>>).flatMap(([field, patterns]) => {
    const one = (value as Readonly<Record<string, unknown>>)[field];
    return one === undefined ? [] : patterns(one);
  });
}

function inRules(rules: readonly FieldRule[]): readonly Written[] {
  return rules.flatMap((rule) => written(ofRule, rule));
}

const sites: readonly Profile[] = [...profiles, anyProgramme];

/** All patterns of the profiles that are ours. */
export const profilePatterns: readonly Written[] = sites.flatMap((profile) => written(ofProfile, profile));

/** What typical things of sites are tried on: a text that is cut into lines, and one that is not. */
const glances = [new Glance('a'), new Glance('a\r')];

function makeProfiles(): void {
  for (const { source, flags } of profilePatterns) for (const flag of flags) regexOf(source, flag);
  for (const { fingerprints } of sites) for (const { re } of fingerprints) for (const glance of glances) standsIn(re, glance);
}

const signs = ['a', '.', '\\d', '\\p{L}', '\\P{Lu}', '\\p{sc=Han}', '\\u0041', '\\u{1f600}', '\\.', '\\t', '[a-z]', '[^\\p{L}\\d–-]', '[\\]\\\\]', 'é', '😀'];

function makeOthers(): void {
  linearPattern(signs.join(''));
  for (const name of ['nocite']) fieldText('', name);
  for (const name of ['bibliography', 'csl', 'citation-style', 'lang', 'language']) fieldStrings('', name);
  for (const key of ['lee2018', 'doi:10.1000/(a)b+[c]', 'a.*b']) relationSpans('', key);
  for (const escapes of ['plain', 'html', 'json', 'tex'] as const) comparable('', escapes);
  for (const damaged of ['MÃ¼ller', 'РџРѕР»РёС‚РёРєР°']) withoutMojibake(damaged);
  for (const work of ['Седых А. П. Труды. В 2 т. М., 1982.', 'Седых А. П. Труды. В 12-ти томах. М., 1982.']) slashes(work, readWithModel(work));
}

/** The first page of an article whose authors and affiliations go by letters, up to so many of them. */
function firstPage(count: number): string {
  const letters = [...'abcdefgh'].slice(0, count);
  const authors = ['Marta Kowalczuk', 'Tim Oosterveld', 'Ana Ferreira', 'Jonas Lindgren', 'Elif Arslan', 'Petra Novotna', 'Ivo Horvat', 'Sara Bianchi'].slice(0, count);
  return [
    'Journal of Borders and Belonging 12 (2019) 33–51', '',
    'Bridges, Tolls and Towns: The Local Politics of Crossing', '',
    authors.map((author, index) => `${author}${letters[index] ?? ''}${index === 0 ? ',*' : ''}`).join(', '), '',
    ...letters.map((letter, index) => `${letter} Department of Politics, University of Lower Town ${index + 1}`), '',
    'Abstract', '', 'This article studies how towns on a river speak of those who cross it. We argue that tolls are a language.', '',
    'Keywords: borders, bridges, towns',
  ].join('\n');
}

/** Makes them all. */
export async function makePatterns(): Promise<void> {
  makeProfiles();
  makeOthers();
  for (let count = 1; count <= 8; count++) await parsePaste(firstPage(count), { engine: { readYaml: async () => [] } });
}
