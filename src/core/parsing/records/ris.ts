/** RIS records as sources: each handed to citation-js alone, made regular first, and mended afterwards. */
import type { RecordEngine, Outcome } from '../../enginePort';
import { recordTookTooLong, unreadableRecord } from '../../problem';
import { isObject, type Item } from '../../source';
import { allSure, reviewUnsure, trust } from '../certainty';
import { itemOf, type Found } from '../found';
import { mendedRisItem } from './risItem';
import type { RisRecord } from './risScan';
import { newerTags, risTypes } from './risTags';

/** Read records; each comes back in its place, read or not. */
export async function readRis(records: readonly RisRecord[], engine: RecordEngine, signal?: AbortSignal): Promise<readonly Found[]> {
  const outcomes = await engine.readRecords('ris', records.map(regular), signal);
  return records.map((record, index) => foundFrom(record, outcomes[index]));
}

/** The record as the specification wants it: known type, newer tags, one line a value, closed. */
function regular(record: RisRecord): string {
  const lines = record.fields.filter(({ value }) => value !== '').map(({ tag, value }) => {
    const type = value.toUpperCase();
    const text = tag === 'TY' ? (Object.hasOwn(risTypes, type) ? type : 'GEN') : value.replace(/\s+/gu, ' ');
    return `${newerTags[tag] ?? tag}  - ${text}`;
  });
  const typed = record.fields.some(({ tag, value }) => tag === 'TY' && value !== '') ? lines : ['TY  - GEN', ...lines];
  return [...typed, 'ER  - '].join('\n');
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

function foundFrom(record: RisRecord, outcome: Outcome<readonly Item[]> | undefined): Found {
  const span = { start: record.start, end: record.end };
  if (outcome?.ok !== true || outcome.value[0] === undefined) {
    const reason = outcome?.ok === false ? outcome.reason : 'no record was found in it';
    const problem = outcome?.ok === false && outcome.deadline === true ? recordTookTooLong('RIS', span) : unreadableRecord('RIS', reason, span);
    return { ...span, format: 'ris', item: itemOf('document', {}), certainty: {}, problems: [problem] };
  }
  const item = mendedRisItem(outcome.value[0], record);
  const certainty = certaintyOf(item, record);
  return { ...span, format: 'ris', item: reviewUnsure(item, certainty), certainty, problems: [] };
}
