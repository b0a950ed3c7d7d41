/** Editors of Russian and Ukrainian references: behind `под ред.` and `за ред.` they stand in the genitive. */
import type { Name } from '../../source';
import type { ModelReading } from './model/reading';

/** The words that ask for the genitive, and the names behind them. */
const edited = /(?<!\p{L})(?:[Пп]од|[Зз]а) (?:(?:общ|науч|заг|наук)(?:\.|\p{Ll}{1,7}) )?ред(?:\.|акц\p{Ll}{1,3})[: ]{1,2}(?<names>[^/–—«»"\d]{4,200})/u;

/** Endings of families that are sure to be of the genitive, and those of the nominative. */
const endings: readonly (readonly [RegExp, string])[] = [
  [/(?<=\p{Ll}(?:ов|ев|ёв|єв|ин|ын|ін|їн|ян|ич|ук|юк|ер))а$/u, ''], [/(?<=\p{Ll}(?:ов|ев|ёв|єв|ин|ын|ін|їн))(?:ой|ої)$/u, 'а'],
  [/(?<=[сц]к)ого$/u, 'ий'], [/(?<=[сц]к)ой$/u, 'ая'], [/(?<=[сц]ьк)ого$/u, 'ий'], [/(?<=[сц]ьк)ої$/u, 'а'], [/(?<=енк)а$/u, 'о'],
];

/** A family that stands in the genitive as it is called; one of which that is not sure as it is written. */
export function nominative(family: string): string {
  const found = endings.find(([ending]) => ending.test(family));
  return found === undefined ? family : family.replace(found[0], found[1]);
}

const initials = /^(?:\p{Lu}\p{Ll}?\.[ -]?){1,3}$/u;

/** The reading with the editors whom these words name, where initials alone stand beside the family. */
export function withNominatives(text: string, reading: ModelReading): ModelReading {
  const names = reading.editors.length === 0 ? undefined : edited.exec(text)?.groups?.['names'];
  if (names === undefined) return reading;
  const called = (name: Name): Name =>
    (name.family !== undefined && initials.test(name.given ?? '') && names.includes(name.family) ? { ...name, family: nominative(name.family) } : name);
  return { ...reading, editors: reading.editors.map(called) };
}
