/** What stands around a key: its prefix, and behind it the locator and the rest. */
import type { Span } from '../source';
import type { CitedKey, Detail } from './citation';
import { locatorEnd } from './locators';
import { trimmed } from './rules';

type Details = Pick<CitedKey, Detail | 'places'>;
type Mutable<T> = { -readonly [K in keyof T]: T[K] };
const none: Details = { places: {} };

/** Reads the stretches before and after a key. `signs` are those that may part the key from what follows. */
export function detailsOf(text: string, before: Span | undefined, after: Span | undefined, signs = ','): Details {
  const prefix = before && trimmed(text, before);
  const rest = after && trimmed(text, after, signs);
  if (prefix === undefined && rest === undefined) return none;
  const cut = rest && locatorEnd(text, rest);
  // Empty braces say that no locator follows.
  const empty = rest !== undefined && cut === rest.start + 2 && text.startsWith('{}', rest.start);
  const locator = rest && cut !== undefined && cut > rest.start && !empty ? { start: rest.start, end: cut } : undefined;
  const suffix = rest && trimmed(text, { start: locator?.end ?? rest.start + (empty ? 2 : 0), end: rest.end }, signs);
  const details: Mutable<Details> = { places: { ...(prefix && { prefix }), ...(locator && { locator }), ...(suffix && { suffix }) } };
  if (prefix) details.prefix = text.slice(prefix.start, prefix.end);
  if (locator) details.locator = text.slice(locator.start, locator.end);
  if (suffix) details.suffix = text.slice(suffix.start, suffix.end);
  return details;
}

/** The locator as the person means it, without the braces that mark it as one for Pandoc. */
export const plainLocator = (locator: string): string => locator.replace(/^\{([^{}]*)\}$/, '$1').replace(/~/g, ' ').trim();
