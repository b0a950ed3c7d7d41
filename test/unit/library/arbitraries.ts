/** Sources and notes by chance, as people and pastes may make them. */
import fc from 'fast-check';
import { tagFrom } from '../../../src/core/notes';
import { storable } from '../../../src/core/library';
import { itemTypes, kinds, stances } from '../../../src/core/source';
import type { Item, Note } from '../../../src/core/source';

const awkward = fc.constantFrom(
  '# Abstract', '## #tag', '<!-- end -->', '~~~', '```', '> quoted', '---', '<<<<<<< HEAD', '=======', '\\# x', '',
  'многовекторность', 'a: b # c', '“1 1”', '  indented', '🧭', 'é', '—', '*', '<!-- note n1 -->', '\\', '\u2028x', '{"a":1}',
);
const line = fc.oneof(awkward, fc.string({ unit: 'grapheme', maxLength: 40 }), fc.lorem({ maxCount: 8 }));

/** Text of several lines as a section holds it. */
export const prose = fc.array(line, { maxLength: 8 }).map((lines) => storable(lines.join('\n')));
/** One line, not empty, without line ends. */
export const phrase = line.map((text) => text.replace(/[\r\n]+/g, ' ').trim()).filter((text) => text !== '');

export const tag = fc.oneof(phrase, fc.constantFrom('hedging', 'foreign-policy/multi-vectorism', 'көпвекторлық', '多元外交'))
  .map(tagFrom).filter((text) => text !== '');

const name = fc.oneof(
  fc.record({ family: phrase, given: phrase }, { noNullPrototype: true }),
  fc.record({ literal: phrase }),
  fc.record({ family: phrase, given: phrase, 'non-dropping-particle': fc.constantFrom('von', 'de la') }),
);
const year = fc.integer({ min: 1500, max: 2030 });

const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined });

/** The same without the fields that are undefined, as a file would give it back. */
export function present<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T;
}

export const item: fc.Arbitrary<Item> = fc.record({
  id: fc.stringMatching(/^[a-z]{3,9}[0-9]{4}[a-z]?$/),
  type: fc.constantFrom(...itemTypes),
  title: optional(phrase),
  author: optional(fc.array(name, { minLength: 1, maxLength: 3 })),
  issued: optional(fc.oneof(
    year.map((y) => ({ 'date-parts': [[y]] })),
    fc.tuple(year, fc.integer({ min: 1, max: 12 })).map((parts) => ({ 'date-parts': [parts] })),
    phrase.map((literal) => ({ literal })),
  )),
  abstract: prose,
  volume: optional(phrase),
  DOI: optional(phrase),
  'odd field': optional(phrase),
  tags: optional(fc.array(tag, { minLength: 1, maxLength: 3 })),
  custom: optional(fc.dictionary(phrase, fc.jsonValue({ maxDepth: 2 })) as fc.Arbitrary<NonNullable<Item['custom']>>),
}).map((fields) => present({ ...fields, abstract: fields.abstract || undefined }) as unknown as Item);

export const note: fc.Arbitrary<Note> = fc.record({
  id: fc.stringMatching(/^n[0-9a-z]{8}$/),
  author: fc.constantFrom('anna', 'bekzod', 'Нұрлан Ә.'),
  tags: fc.uniqueArray(tag, { maxLength: 4 }),
  locator: optional(fc.constantFrom({ label: 'page', value: '152' }, { label: 'page', value: '3–5' }, { label: 'chapter', value: '2' }, { label: 'section', value: '4' })),
  stance: optional(fc.constantFrom(...stances)),
  kind: optional(fc.constantFrom(...kinds)),
  quote: optional(prose.filter((text) => text !== '')),
  text: prose,
  created: fc.constant('2026-09-14T10:22:05Z'),
  anchor: optional(fc.oneof(
    fc.record({ at: fc.nat({ max: 9999 }), before: fc.string({ unit: 'grapheme', maxLength: 32 }), after: fc.string({ maxLength: 32 }) }, { noNullPrototype: true }),
    fc.record({ in: fc.record({ path: phrase, at: fc.nat({ max: 9999 }) }, { noNullPrototype: true }), before: fc.string({ maxLength: 32 }), after: fc.string({ unit: 'grapheme', maxLength: 32 }) }, { noNullPrototype: true }),
  )),
  links: optional(fc.constant([{ relation: 'supports' as const, target: 'lee2018#n4t8w1c0d' }])),
}).map((fields) => present(fields) as Note);
