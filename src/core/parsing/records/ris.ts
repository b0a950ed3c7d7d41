/** RIS records as sources. */
import { isObject, type Item } from '../../source';
import { allSure, reviewUnsure, trust, withCustom } from '../certainty';
import type { Found } from '../found';
import { inSlices, type Breathe, type Sliced } from '../../slices';
import { risItem } from './risItem';
import { keptOfRecord } from './risKept';
import type { RisRecord } from './risScan';

/** How many records are read in a slice: a few milliseconds' worth. */
const slice = 40;

/** Read records, in order; `asWritten`: with what their items don't say as they did. Aborted, gives those that were read until then. */
export const readRis = (records: readonly RisRecord[], asWritten: boolean, breathe: Breathe | undefined, signal?: AbortSignal): Promise<readonly Found[]> =>
  inSlices(readingRecords(records, asWritten, signal), breathe);

function* readingRecords(records: readonly RisRecord[], asWritten: boolean, signal: AbortSignal | undefined): Sliced<readonly Found[]> {
  const found: Found[] = [];
  for (const record of records) {
    if (signal?.aborted === true) return found;
    found.push(foundFrom(record, asWritten));
    if (found.length % slice === 0) yield;
  }
  return found;
}

/** A record without a type is only like others of its kind; pages without a dash are taken apart. */
function certaintyOf(item: Item, record: RisRecord): Found['certainty'] {
  const typed = record.fields.some(({ tag, value }) => tag === 'TY' && value !== '');
  return {
    ...allSure(Object.keys(item), trust.structured, 'Stands in the record under its own tag.'),
    ...(typed ? {} : { type: { sure: trust.guessed, why: 'The record does not say what it is.' } }),
    ...('page' in reviewed(item) ? { page: { sure: trust.guessed, why: 'The dash between the pages was lost.' } } : {}),
  };
}

const reviewed = (item: Item): object => (isObject(item.custom?.['review']) ? item.custom['review'] : {});

function foundFrom(record: RisRecord, asWritten: boolean): Found {
  const item = asWritten ? withKept(risItem(record), record) : risItem(record);
  const certainty = certaintyOf(item, record);
  return { start: record.start, end: record.end, format: 'ris', item: reviewUnsure(item, certainty), certainty, problems: [] };
}

function withKept(item: Item, record: RisRecord): Item {
  const kept = keptOfRecord(record, item);
  return kept === undefined ? item : withCustom(item, { ris: kept });
}
