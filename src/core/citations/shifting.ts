/** The same thing further on in the text: what stands behind an edit. */
import type { Span } from '../source';
import type { Citation, CitedKey, Detail, Fact } from './citation';

/** The same stretch so many code units further on. */
export const shiftSpan = (span: Span, by: number): Span => (by === 0 ? span : { start: span.start + by, end: span.end + by });

type Places = { -readonly [D in Detail]?: Span };

function shiftPlaces({ prefix, locator, suffix }: CitedKey['places'], by: number): CitedKey['places'] {
  const places: Places = {};
  if (prefix !== undefined) places.prefix = shiftSpan(prefix, by);
  if (locator !== undefined) places.locator = shiftSpan(locator, by);
  if (suffix !== undefined) places.suffix = shiftSpan(suffix, by);
  return places;
}

/** What was one stretch stays one. */
function shiftKey(cited: CitedKey, by: number): CitedKey {
  const span = shiftSpan(cited.span, by);
  const whole = cited.whole === cited.span ? span : shiftSpan(cited.whole, by);
  const part = cited.part === cited.whole ? whole : shiftSpan(cited.part, by);
  return { ...cited, span, whole, part, places: shiftPlaces(cited.places, by) };
}

/** The same citation so many code units further on. */
export const shiftCitation = (citation: Citation, by: number): Citation =>
  ({ ...citation, span: shiftSpan(citation.span, by), keys: citation.keys.map((key) => shiftKey(key, by)) });

/** The same fact so many code units further on. */
export const shiftFact = (fact: Fact, by: number): Fact => ({ ...fact, span: shiftSpan(fact.span, by) });
