/** What a record says in a way that the RIS of its item would not: found by writing the item and comparing. Two values say the same when they differ only in blanks, in entities, in the empty places behind a date and in the address before a DOI. */
import { keptOf, risAliases, risFields, risGrouping, type WrittenField } from '../../exports';
import { reviewsOf, type Item, type JsonObject } from '../../source';
import { withoutEntities } from '../markup';
import type { RisRecord } from './risScan';

/** What is kept of a record beside its item; undefined when the item says all as the record does. */
export function keptOfRecord(record: RisRecord, item: Item): JsonObject | undefined {
  const written = record.fields.filter(({ tag, value }) => value !== '' && !apart.has(tag)).map(({ tag, value }) => [tag, value] as const);
  const exported = risFields(item).filter(([tag]) => !apart.has(tag));
  const differ = differing(written, exported);
  // A record is never written without its type; pages that lost their dash and were mended stay mended.
  if (!written.some(([tag]) => tag === 'TY')) differ.delete('TY');
  if (reviewsOf(item).has('page')) for (const tag of ['SP', 'EP']) differ.delete(tag);
  return keptOf(written, exported, differ, risGrouping);
}

/** The key is ours to give; where the record ends it says nothing. */
const apart: ReadonlySet<string> = new Set(['ID', 'ER']);

type Lot = { readonly tags: Set<string>; readonly values: string[] };

/** Values by tag, of tags that say the same by one of them, in their order. */
function lots(fields: readonly WrittenField[], tagOf: (tag: string) => string): ReadonlyMap<string, Lot> {
  const all = new Map<string, Lot>();
  for (const [tag, value] of fields) {
    const lot = all.get(tagOf(tag)) ?? { tags: new Set(), values: [] };
    lot.tags.add(tag);
    lot.values.push(plain(tag, value));
    all.set(tagOf(tag), lot);
  }
  return all;
}

/** The tags whose values are not the same, in the same order, in both. */
function differing(written: readonly WrittenField[], exported: readonly WrittenField[]): Set<string> {
  const both = [written, exported].map((fields) => new Set(fields.map(([tag]) => tag)));
  const tagOf = (tag: string): string => {
    const alias = risAliases.get(tag);
    return alias === undefined || both.some((tags) => tags.has(tag) && tags.has(alias)) ? tag : alias;
  };
  const [ours, theirs] = [lots(written, tagOf), lots(exported, tagOf)];
  return new Set([...new Set([...ours.keys(), ...theirs.keys()])].flatMap((tag) => {
    const [one, other] = [ours.get(tag), theirs.get(tag)];
    const isSame = one?.values.length === other?.values.length && one?.values.every((value, at) => value === other?.values[at]);
    return isSame === true ? [] : [...one?.tags ?? [], ...other?.tags ?? []];
  }));
}

const dates: ReadonlySet<string> = new Set(['PY', 'Y1', 'DA']);

function plain(tag: string, value: string): string {
  const line = withoutEntities(value).replace(/\s+/gu, ' ').trim();
  if (tag === 'DO') return line.replace(/^(?:https?:\/\/)?(?:dx\.)?doi\.org\/|^doi: ?/iu, '');
  return dates.has(tag) ? line.replace(/\/{1,3}$/u, '') : line;
}
