/** What has been chosen so far: works to cite, with their details, and how to cite them. */
import type { CiteManner, CiteRequest } from '../../core/citations';
import type { Found } from '../../host/libraries';

/** What is said of a work besides its key. A place that a note says stands in `locator` too, in words to be shown. */
export type Details = Omit<CiteRequest, 'key'>;

/** The state of one picking. `typed` is what stands in the box; `ticked` keys come in the order in which they were ticked. */
export type Choice = {
  typed: string;
  ticked: readonly Found[];
  readonly details: Map<string, Details>;
  manner: CiteManner;
};

export const requestOf = (choice: Choice, { source }: Found): CiteRequest => ({ key: source.item.id, ...choice.details.get(source.item.id) });

/** The details of a work in a few words, for its row. */
export function detailsInWords({ prefix, locator, suffix, suppressAuthor }: Details): string {
  return [prefix && `“${prefix} …”`, locator, suffix && `“… ${suffix}”`, suppressAuthor === true && 'without its author'].filter(Boolean).join(' · ');
}

/** Details with some changed. What is said of the place takes the place of what was said of it, typed or from a note. */
export function changed({ place, ...before }: Details, change: Details): Details {
  return { ...before, ...(place !== undefined && change.locator === undefined && { place }), ...change };
}

/** Keeps the details of a work; an empty text is none. */
export function setDetails(choice: Choice, key: string, details: Details): void {
  choice.details.set(key, Object.fromEntries(Object.entries(details).filter(([, value]) => value !== '' && value !== false)));
}
