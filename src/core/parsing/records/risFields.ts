/** The tags of one RIS record while they are given their places: each value is told once, and what nobody tells is left. */
import type { JsonObject } from '../../source';
import { withoutMarkup } from '../markup';
import type { RisField } from './risScan';

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** The values of a record by tag, in its order. Asking for a value tells it. */
export class RisFields {
  private readonly fields: readonly RisField[];
  private readonly told = new Set<RisField>();
  private readonly tags: ReadonlySet<string>;

  constructor(fields: readonly RisField[]) {
    this.fields = fields.filter(({ value }) => value !== '').map(({ tag, value }) => ({ tag, value: withoutMarkup(value) }));
    this.tags = new Set(this.fields.map(({ tag }) => tag));
  }

  has(...tags: readonly string[]): boolean {
    return tags.some((tag) => this.tags.has(tag));
  }

  /** The first value of the first of these tags that is there, as one line. */
  first(...tags: readonly string[]): string | undefined {
    const field = this.firstField(tags);
    if (field !== undefined) this.told.add(field);
    return field === undefined ? undefined : oneLine(field.value);
  }

  /** The same, and it stays untold. */
  peek(...tags: readonly string[]): string | undefined {
    const field = this.firstField(tags);
    return field === undefined ? undefined : oneLine(field.value);
  }

  /** All values of these tags in the order of the record; they stay untold. */
  look(...tags: readonly string[]): readonly string[] {
    return !this.has(...tags) ? [] : this.fields.filter(({ tag }) => tags.includes(tag)).map(({ value }) => value);
  }

  /** All values of these tags in the order of the record, with their lines. */
  all(...tags: readonly string[]): readonly string[] {
    return !this.has(...tags) ? [] : this.pick((field) => (tags.includes(field.tag) ? field.value : undefined));
  }

  /** What `make` finds in the values of these tags; the others stay untold. */
  some<T>(tags: readonly string[], make: (value: string) => T | undefined): readonly T[] {
    return !this.has(...tags) ? [] : this.pick((field) => (tags.includes(field.tag) ? make(field.value) : undefined));
  }

  /** What was not told, by tag; a value that another tag told is no loss. */
  untold(): JsonObject {
    const said = new Set([...this.told].map(({ value }) => oneLine(value)));
    const left = new Map<string, string[]>();
    for (const field of this.fields) {
      if (this.told.has(field) || field.tag === 'TY' || said.has(oneLine(field.value))) continue;
      left.set(field.tag, [...(left.get(field.tag) ?? []), field.value]);
    }
    return Object.fromEntries([...left].map(([tag, values]) => [tag, values.length === 1 ? values[0] ?? '' : values]));
  }

  private firstField(tags: readonly string[]): RisField | undefined {
    for (const tag of tags) {
      const field = this.tags.has(tag) ? this.fields.find((other) => other.tag === tag && other.value.trim() !== '') : undefined;
      if (field !== undefined) return field;
    }
    return undefined;
  }

  private pick<T>(make: (field: RisField) => T | undefined): readonly T[] {
    return this.fields.flatMap((field) => {
      const made = make(field);
      if (made === undefined) return [];
      this.told.add(field);
      return [made];
    });
  }
}
