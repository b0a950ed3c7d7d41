/** What is to be done with the records of a paste: made into new sources, merged into known ones, or nothing. */
import type { ReadRecord } from '../parsing';
import type { Item, Json } from '../source';
import { mergeFields, withFields } from '../merging';
import { fieldsToReview } from '../reviews';
import { findSame, identitiesOf, mostCompared } from '../sameness';
import type { Sameness } from '../sameness';
import { isObject } from '../source';
import { fileNameFor, keyFor, keyIdentity } from './keys';
import type { Library, Source } from './library';
import { visible } from './lines';
import { newSourceFile } from './newFile';

/** One step of the plan, in the order of the records. `key` is the source's citation key. */
export type AddStep =
  | { readonly kind: 'create'; readonly key: string; readonly item: Item; readonly path: string; readonly text: string }
  | { readonly kind: 'merge'; readonly key: string; readonly path: string; readonly fields: { readonly [field: string]: Json | undefined }; readonly pasted: string; readonly sameness: Sameness }
  | { readonly kind: 'known'; readonly key: string; readonly sameness: Sameness };

/** Where and how new files are made. `taken` tells whether a file of that name is there. */
export type AddPlace = {
  readonly folder: string;
  readonly keyPattern: string;
  readonly authors: readonly string[];
  readonly taken: (path: string) => boolean;
  /** Each record becomes a source of its own, even of a work that is there. */
  readonly apart?: boolean;
};

type Known = { item: Item; path?: string; linked: boolean };

/**
 * Decide what becomes of each record, one at a time and with pauses (`undefined`), so that thousands don't hold up the editor. Two records of one work become one source; a record of a work that a linked
 * bibliography holds is already there, since that bibliography is not ours to write.
 */
export function* planAdding(records: readonly ReadRecord[], library: Library, place: AddPlace): Generator<AddStep | undefined> {
  const index = new WorkIndex();
  let indexed = 0;
  for (const source of library.sources.values()) {
    index.add(knownFrom(source), source.path?.split('/').at(-1));
    if (++indexed % 200 === 0) yield undefined;
  }
  for (const record of records) {
    const found = place.apart === true ? undefined : index.find(record.item);
    yield found === undefined ? create(record, index, place) : merge(record, found.same, found.sameness);
  }
}

function create(record: ReadRecord, index: WorkIndex, place: AddPlace): AddStep {
  const key = keyFor(record.item, (candidate) => index.hasKey(candidate), place.keyPattern);
  const name = fileNameFor(key, (candidate) => place.taken(`${place.folder}/${candidate}`) || index.hasFile(candidate));
  const path = `${place.folder}/${name}`;
  const item = fieldsToReview({ ...record.item, id: key }, record.certainty);
  index.add({ item, path, linked: false }, name);
  return { kind: 'create', key, item, path, text: newSourceFile({ item, pasted: [record.pasted], authors: place.authors }) };
}

function merge(record: ReadRecord, same: Known, sameness: Sameness): AddStep {
  const key = same.item.id;
  const fields = same.linked ? {} : mergeFields(same.item, fieldsToReview(record.item, record.certainty), sameness);
  if (same.path === undefined || Object.keys(fields).length === 0) return { kind: 'known', key, sameness };
  same.item = withFields(same.item, fields);
  return { kind: 'merge', key, path: same.path, fields, pasted: record.pasted, sameness };
}

/** The fields of a merge with the place that the second record's text will have among the `pasted` texts of the file. */
export function withPlace({ pasted }: { readonly pasted: readonly string[] }, step: { readonly fields: { readonly [field: string]: Json | undefined }; readonly pasted: string }): { readonly [field: string]: Json | undefined } {
  const { custom } = step.fields;
  const merges = isObject(custom) && Array.isArray(custom['merged']) ? custom['merged'] as readonly Json[] : [];
  const last = merges.at(-1);
  if (!isObject(custom) || !isObject(last)) return step.fields;
  const known = pasted.indexOf(visible(step.pasted));
  return { ...step.fields, custom: { ...custom, merged: [...merges.slice(0, -1), { ...last, pasted: known < 0 ? pasted.length : known }] } };
}

/** The works of a library by DOI and title, growing while records are added. */
class WorkIndex {
  readonly #works = new Map<string, Known[]>();
  readonly #keys = new Set<string>();
  readonly #files = new Set<string>();

  add(known: Known, file: string | undefined): void {
    this.#keys.add(keyIdentity(known.item.id));
    if (file !== undefined) this.#files.add(file.toLowerCase());
    for (const identity of identitiesOf(known.item)) {
      const list = this.#works.get(identity);
      if (list === undefined) this.#works.set(identity, [known]);
      else list.push(known);
    }
  }

  find(item: Item): { readonly same: Known; readonly sameness: Sameness } | undefined {
    return findSame(item, [...new Set(identitiesOf(item).flatMap((identity) => this.#works.get(identity)?.slice(0, mostCompared) ?? []))]);
  }

  hasKey(key: string): boolean {
    return this.#keys.has(keyIdentity(key));
  }

  hasFile(name: string): boolean {
    return this.#files.has(name.toLowerCase());
  }
}

function knownFrom(source: Source): Known {
  const linked = source.bibliography !== undefined;
  return source.path === undefined ? { item: source.item, linked } : { item: source.item, path: source.path, linked };
}
