/** What has been chosen so far: works to cite, with their details, and how to cite them. */
import type { CiteManner, CiteRequest } from '../../core/citations';
import type { Found } from '../../host/libraries';

/** The state of one picking. `typed` is what stands in the box; `ticked` keys come in the order in which they were ticked. */
export type Choice = {
  typed: string;
  ticked: readonly Found[];
  readonly details: Map<string, Omit<CiteRequest, 'key'>>;
  manner: CiteManner;
};

export const requestOf = (choice: Choice, { source }: Found): CiteRequest => ({ key: source.item.id, ...choice.details.get(source.item.id) });

/** The details of a work in a few words, for its row. */
export function detailsInWords({ prefix, locator, suffix, suppressAuthor }: Omit<CiteRequest, 'key'>): string {
  return [prefix && `“${prefix} …”`, locator, suffix && `“… ${suffix}”`, suppressAuthor === true && 'without its author'].filter(Boolean).join(' · ');
}

/** The details of a work with some changed; an empty text takes one away. */
export function withDetails(choice: Choice, key: string, change: Omit<CiteRequest, 'key'>): void {
  const all = { ...choice.details.get(key), ...change };
  choice.details.set(key, Object.fromEntries(Object.entries(all).filter(([, value]) => value !== '' && value !== false)));
}
