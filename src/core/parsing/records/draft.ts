/** What the tags or columns of a record mean, before it is known how CSL wants it. */
import type { JsonObject } from '../../source';
import { withoutMarkup } from '../markup';
import type { TaggedField } from './taggedScan';

/** What a tag or column holds. `author` is the short form of `authorFull`; `silent` says nothing about the work. */
export type Role =
  | 'title' | 'subtitle' | 'title-short' | 'original-title' | 'author' | 'authorFull' | 'authorYear' | 'corporate' | 'editor' | 'editorFull'
  | 'translator' | 'collection-editor' | 'container' | 'containerShort' | 'book' | 'series' | 'event-title' | 'event-place' | 'eventDate'
  | 'volume' | 'issue' | 'number' | 'pages' | 'firstPage' | 'lastPage' | 'articleNumber' | 'number-of-pages' | 'number-of-volumes' | 'collection-number'
  | 'year' | 'date' | 'month' | 'day' | 'accessed' | 'doi' | 'url' | 'ISSN' | 'ISBN' | 'serial' | 'PMID' | 'PMCID' | 'abstract' | 'keyword' | 'keywordSecond'
  | 'publisher' | 'school' | 'place' | 'edition' | 'language' | 'note' | 'genre' | 'type' | 'section' | 'call-number' | 'silent';

/** The role of each tag or column; what is not here is kept under `custom.unmapped`. */
export type Roles = { readonly [tag: string]: Role };

type Entry = { readonly tag: string; readonly role: Role | undefined; readonly value: string };

/** The values of a record by what they mean. What nobody asked for is `unused`. */
export class Draft {
  private readonly entries: readonly Entry[];
  private readonly firsts = new Map<Role, Entry>();
  private readonly used = new Set<Entry>();

  constructor(fields: readonly TaggedField[], roles: Roles) {
    this.entries = fields.filter(({ value }) => value.trim() !== '')
      .map(({ tag, value }) => ({ tag, role: Object.hasOwn(roles, tag) ? roles[tag] : undefined, value: withoutMarkup(value).trim() }));
    for (const entry of this.entries) if (entry.role !== undefined && !this.firsts.has(entry.role)) this.firsts.set(entry.role, entry);
  }

  /** The first value of the first of these roles that has one, as one line. */
  first(...roles: readonly Role[]): string | undefined {
    for (const role of roles) {
      const entry = this.firsts.get(role);
      if (entry === undefined) continue;
      this.used.add(entry);
      return entry.value.replace(/\s+/gu, ' ');
    }
    return undefined;
  }

  /** All values of these roles in the order of the record, with their lines. */
  all(...roles: readonly Role[]): readonly string[] {
    return this.named(...roles).map(({ value }) => value);
  }

  /** Like `all`, with the role of each. */
  named(...roles: readonly Role[]): readonly { readonly role: Role; readonly value: string }[] {
    return !this.has(...roles) ? [] : this.entries.flatMap((entry) => {
      if (entry.role === undefined || !roles.includes(entry.role)) return [];
      this.used.add(entry);
      return [{ role: entry.role, value: entry.value }];
    });
  }

  /** The values of these roles, which stay unused. */
  peek(...roles: readonly Role[]): readonly string[] {
    return !this.has(...roles) ? [] : this.entries.filter(({ role }) => role !== undefined && roles.includes(role)).map(({ value }) => value);
  }

  has(...roles: readonly Role[]): boolean {
    return roles.some((role) => this.firsts.has(role));
  }

  /** These values are said by others already. */
  drop(...roles: readonly Role[]): void {
    this.named(...roles);
  }

  /** What has no place in the item, by tag; values that some other tag has told already are left out. */
  unused(): JsonObject {
    const told = new Set([...this.used].map(({ value }) => value));
    const lost = new Map<string, string[]>();
    for (const entry of this.entries) {
      if (this.used.has(entry) || entry.role === 'silent' || entry.tag === '__proto__' || (entry.role !== undefined && told.has(entry.value))) continue;
      lost.set(entry.tag.trim(), [...(lost.get(entry.tag.trim()) ?? []), entry.value]);
    }
    return Object.fromEntries([...lost].map(([tag, values]) => [tag, values.length === 1 ? values[0] ?? '' : values]));
  }
}
