/** Sources as rows of the table of review. */
import { fieldName } from '../../core/fieldNames';
import { alternativesTo, listedName, mergeReview, surenessOf, translationsOf, valueInWords } from '../../core/library';
import type { Source } from '../../core/library';
import { nothingReadAs } from '../../core/problem';
import { reviewsOf } from '../../core/source';
import type { CslDate, Item, Name } from '../../core/source';
import type { Found, Home } from '../../host/libraries';
import type { ReviewRow, RowChoice } from '../../protocol';

export class Rows {
  readonly #ids = new Map<string, number>();
  readonly #found = new Map<number, { readonly home: Home; readonly handle: string }>();
  readonly #sent = new Map<number, string>();

  /** Every row is sent again, as to a page that was loaded anew. */
  forgetSent(): void {
    this.#sent.clear();
  }

  /** The source behind a row, as it is now. */
  at(id: number): Found | undefined {
    const known = this.#found.get(id);
    const source = known === undefined ? undefined : [...known.home.store.current.sources.values()].find(({ handle }) => handle === known.handle);
    return known === undefined || source === undefined ? undefined : { home: known.home, source };
  }

  /** The rows that are new or changed since they were sent, and those that are gone. Only sources of our own can be changed, so only they have rows. */
  changes(homes: readonly Home[], fresh: ReadonlySet<string>): { readonly rows: readonly ReviewRow[]; readonly gone: readonly number[] } {
    const rows: ReviewRow[] = [];
    const there = new Set<number>();
    for (const home of homes) {
      for (const source of home.store.current.sources.values()) {
        if (source.path === undefined) continue;
        const row = rowOf(this.#idOf(home, source), { home, source }, fresh.has(freshName(home, source.item.id)));
        there.add(row.id);
        const text = JSON.stringify(row);
        if (this.#sent.get(row.id) === text) continue;
        this.#sent.set(row.id, text);
        rows.push(row);
      }
    }
    const gone = [...this.#sent.keys()].filter((id) => !there.has(id));
    for (const id of gone) this.#sent.delete(id);
    return { rows, gone };
  }

  #idOf(home: Home, { handle }: Source): number {
    const name = `${home.folder.uri.toString()} ${handle}`;
    const known = this.#ids.get(name);
    if (known !== undefined) return known;
    const id = this.#ids.size + 1;
    this.#ids.set(name, id);
    this.#found.set(id, { home, handle });
    return id;
  }
}

/** By what a source that came with a paste is known. */
export const freshName = (home: Home, key: string): string => `${home.folder.uri.toString()} ${key}`;

function rowOf(id: number, { home, source }: Found, fresh: boolean): ReviewRow {
  const { item } = source;
  const { 'container-title': container = '', title = '', type } = item;
  const problems = source.path === undefined ? [] : home.store.problems.get(source.path) ?? [];
  const warnings = problems.filter(({ code }) => code !== 'field-unsure' && code !== 'merge-unsure').map(({ message }) => message);
  return {
    id, key: item.id, fresh,
    cells: { title, type, 'author': namesText(item.author), 'issued': dateText(item.issued), 'container-title': container },
    sure: title === '' ? Math.min(0.2, surenessOf(item)) : surenessOf(item),
    doubts: doubtsOf(item),
    otherTitles: otherTitlesOf(item),
    warnings: title === '' ? [nothingReadAs('title').message, ...warnings] : warnings,
    hasPaste: (home.store.heldOf(source)?.pasted ?? 0) > 0,
  };
}

function doubtsOf(item: Item): ReviewRow['doubts'] {
  return [...reviewsOf(item)].map(([field, { why, offer }]) =>
    ({ field, name: field === mergeReview ? 'Merged' : fieldName(field), why, ...(offer !== undefined && { offer: valueInWords(offer).replace(/^“|”$/g, '') }) }));
}

/** The titles that one may take instead; what a reader offers for a doubted one stands beside its doubt. */
function otherTitlesOf(item: Item): readonly RowChoice[] {
  const offer = reviewsOf(item).get('title')?.offer;
  const translations = translationsOf(item, 'title');
  return alternativesTo(item, 'title').filter((value): value is string => typeof value === 'string' && value !== offer)
    .map((text) => ({ text, name: translations.find((one) => one.text === text)?.language ?? 'other' }));
}

/** Names as a person edits them: `Lee, Ann; Kim, Bo`. */
function namesText(names: readonly Name[] = []): string {
  return names.map(listedName).join('; ');
}

function dateText(date: CslDate | undefined): string {
  const parts = date?.['date-parts']?.[0];
  return parts === undefined ? date?.literal ?? date?.raw ?? '' : parts.map((part) => String(part).padStart(2, '0')).join('-');
}
