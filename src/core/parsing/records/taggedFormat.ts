/** How a tagged format is read: its layout, what its tags mean, and what makes a record of it. Formats are data of this shape. */
import type { Item, ItemType, Span } from '../../source';
import { allSure, reviewUnsure, trust } from '../certainty';
import type { Found } from '../found';
import type { Format } from '../reading';
import { Draft, type Roles } from './draft';
import { draftedItem, draftedType } from './draftItem';
import { eachOf, type Sliced } from '../../slices';
import { scanningTagged, type Layout, type TaggedField, type TaggedRecord } from './taggedScan';

/** A format of tagged lines. `isRecord` guards against prose and other formats; `prepare` makes odd tags regular. */
export type TaggedFormat = {
  readonly format: Format;
  /** Some text without which no record of this format can be there: asked first, so that other pastes cost nothing. */
  readonly sign: RegExp;
  readonly layout: Layout;
  readonly roles: Roles;
  readonly isRecord: (record: TaggedRecord) => boolean;
  readonly prepare?: (fields: readonly TaggedField[]) => readonly TaggedField[];
  readonly typeOf?: (fields: readonly TaggedField[]) => ItemType | undefined;
  /** Lines before the first record that belong to the export: they go to the record. */
  readonly head?: RegExp;
};

/** The records of a format in a stretch of text. */
export function* readingTagged(format: TaggedFormat, text: string, span: Span): Sliced<readonly Found[]> {
  const passage = text.slice(span.start, span.end);
  if (!format.sign.test(passage)) return [];
  const records = (yield* scanningTagged(text, span, format.layout)).filter(format.isRecord);
  return yield* eachOf(records, 25, (record, index) => foundFrom(format, record, index === 0 ? headOf(format, text, span, record) : record.start));
}

function headOf({ head }: TaggedFormat, text: string, span: Span, record: TaggedRecord): number {
  const before = head?.exec(text.slice(Math.max(span.start, record.start - 400), record.start));
  return before === null || before === undefined ? record.start : record.start - before[0].length;
}

function foundFrom(format: TaggedFormat, record: TaggedRecord, start: number): Found {
  const fields = (format.prepare?.(record.fields) ?? record.fields).filter(({ value }) => value !== '');
  const draft = new Draft(fields, format.roles);
  const { type, said } = draftedType(draft, format.typeOf?.(fields));
  const item = draftedItem(draft, type);
  const certainty = certaintyOf(item, said, 'Stands in the record under its own tag.');
  return { start, end: record.end, format: format.format, item: reviewUnsure(item, certainty), certainty, problems: [] };
}

/** How sure the fields of a draft are; the type only if the record names it. */
export function certaintyOf(item: Item, said: boolean, why: string): Found['certainty'] {
  const fields = Object.keys(item).filter((field) => !['id', 'type', 'custom'].includes(field));
  const guess = item.type === 'document' ? 'The record does not say what it is.' : 'The record does not say what it is; its other fields look like this.';
  return { ...allSure(fields, trust.structured, why), ...(fields.length === 0 || said ? {} : { type: { sure: trust.guessed, why: guess } }) };
}

/** A tag and its value where they stand in a line of the form that `pattern` has: its first group and its second. */
export const lineOf = (pattern: RegExp, nameOf: (tag: string) => string = (tag) => tag) => (line: string): TaggedField | undefined => {
  const match = pattern.exec(line);
  return match?.[1] === undefined ? undefined : { tag: nameOf(match[1]), value: match[2] ?? '' };
};

/** Does a record have all of these tags, and one of each of those? */
export const hasTags = ({ fields }: TaggedRecord, ...groups: readonly (readonly string[])[]): boolean =>
  groups.every((tags) => fields.some(({ tag, value }) => value !== '' && tags.includes(tag)));
