/** What stands around a key: its prefix, and behind it the locator and the rest. */
import type { Span } from '../source';
import type { CitedKey, Detail } from './citation';
import { locatorEnd } from './locators';
import { trimmed } from './rules';
import { shiftSpan } from './shifting';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Places = { -readonly [D in Detail]?: Span };
/** A key that is still being read. */
export type KeyInMaking = Mutable<CitedKey>;
const none: CitedKey['places'] = {};

/** A key of which nothing more is said. */
export const bareKey = (key: string, span: Span, whole: Span, part: Span): KeyInMaking => ({ key, span, whole, part, places: none });

/**
 * Reads the stretches before and after a key and gives it what they say. `tex`: as LaTeX writes it, where `~` is a blank and `\S` a
 * section sign; `from` is where the text stands in the draft, whose positions the places have.
 */
export function addDetails(cited: KeyInMaking, text: string, from: number, before: Span | undefined, after: Span | undefined, tex = false): KeyInMaking {
  const prefix = before && trimmed(text, before);
  const rest = after && trimmed(text, after, tex ? ',~' : ',');
  if (prefix === undefined && rest === undefined) return cited;
  const places: Places = {};
  cited.places = places;
  if (prefix !== undefined) {
    places.prefix = shiftSpan(prefix, from);
    cited.prefix = text.slice(prefix.start, prefix.end);
  }
  if (rest !== undefined) addRest(cited, places, text, from, rest, tex);
  return cited;
}

/** What follows a key: a locator, and the rest behind it. */
function addRest(cited: KeyInMaking, places: Places, text: string, from: number, rest: Span, tex: boolean): void {
  const cut = locatorEnd(text, rest, tex);
  // Empty braces say that no locator follows.
  const empty = cut === rest.start + 2 && text.startsWith('{}', rest.start);
  if (cut > rest.start && !empty) {
    places.locator = { start: rest.start + from, end: cut + from };
    cited.locator = text.slice(rest.start, cut);
  }
  if (cut === rest.end) return;
  const suffix = trimmed(text, { start: cut, end: rest.end }, tex ? ',~' : ',');
  if (suffix === undefined) return;
  places.suffix = shiftSpan(suffix, from);
  cited.suffix = text.slice(suffix.start, suffix.end);
}

/** The locator as the person means it, without the braces that mark it as one for Pandoc and the signs that LaTeX has for it. */
export const plainLocator = (locator: string): string => locator
  .replace(/^\{([^{}]*)\}$/, '$1').replace(/\\(?:S|textsection)(?![A-Za-z])(?:\{\})?/g, '§').replace(/\\(?:P|textparagraph)(?![A-Za-z])(?:\{\})?/g, '¶')
  .replace(/~|\\[,;: ]/g, ' ').trim();
