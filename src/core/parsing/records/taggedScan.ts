/**
 * Records of tagged lines (`TI  - …`, `%T …`, `{Title}: …`): one scanner for all of them. What a tag looks like and which
 * tag opens a record is said by a dialect. Values may go on over lines; a record may be indented as a whole. Linear.
 */
import type { Span } from '../../source';
import type { Sliced } from '../../slices';
import { linesOf } from '../lines';

/** One tag with its value; the lines of a value are joined with a line end. */
export type TaggedField = { readonly tag: string; readonly value: string };

/** One record, from its opening tag to where its last value ends. */
export type TaggedRecord = Span & { readonly fields: readonly TaggedField[] };

/** What was read of a record when a new tag comes, and whether a blank line stands between. */
export type OpenRecord = { readonly tags: ReadonlySet<string>; readonly afterBlank: boolean };

/** How the lines of one format look. `field` gets a line without the indentation of its record. */
export type Layout = {
  readonly field: (line: string) => TaggedField | undefined;
  /** Does this tag begin a record? `open` is the record that would end with it. */
  readonly opens: (field: TaggedField, open: OpenRecord | undefined) => boolean;
  readonly closes?: (field: TaggedField) => boolean;
  /** Is a line that stands further in than its record never a tag? */
  readonly atTheEdge?: boolean;
  /** Lines that are no part of any value: counters and rules between records. */
  readonly skips?: (line: string) => boolean;
};

const foreign = /^\s{0,20}(?:@[A-Za-z]{3,20}\s{0,5}[{(]|[[{]\s{0,5}["{]|TY {1,2}- |```|%0 \p{Lu}|PMID ?-|PT [JBSPC]$|FN (?:Clarivate|Thomson|ISI)|RT \p{Lu}|Template-Type:|<\?xml|<\d{1,4}\. ?>|\{Reference Type\}|SrcDatabase-)/u;

/** Every record of this layout in a stretch of text. */
export function* scanningTagged(text: string, span: Span, layout: Layout): Sliced<readonly TaggedRecord[]> {
  const scanner = new Scanner(layout);
  for (const [index, line] of linesOf(text, span.start, span.end).entries()) {
    scanner.line(text.slice(line.start, line.end), line);
    if (index % pausedAfter === pausedAfter - 1) yield;
  }
  scanner.close();
  return scanner.records;
}

const pausedAfter = 1000;

type Value = { readonly tag: string; readonly lines: string[] };

/** Takes lines one by one; lines behind a blank one belong to a value only if another tag of the record follows. */
class Scanner {
  readonly records: TaggedRecord[] = [];
  private values: Value[] = [];
  private tags = new Set<string>();
  private waiting: string[] = [];
  private indent = 0;
  private start = 0;
  private end = 0;
  private blank = false;
  private inRecord = false;

  constructor(private readonly layout: Layout) {}

  line(raw: string, place: Span): void {
    const line = this.undented(raw);
    if (line.trim() === '') return this.pause();
    const field = this.layout.field(line) ?? (this.inRecord && this.layout.atTheEdge !== true ? this.layout.field(raw.trimStart()) : undefined);
    if (field !== undefined && this.begins(field, raw)) this.open(raw, place);
    if (!this.inRecord) return;
    if (field !== undefined) this.take(field, place.end);
    else if (foreign.test(line)) this.close();
    else if (this.layout.skips?.(line) !== true) this.goOn(line, place.end);
  }

  private begins(field: TaggedField, raw: string): boolean {
    const open = !this.inRecord ? undefined : { tags: this.tags, afterBlank: this.blank };
    return this.layout.opens(field, open) && (open !== undefined || raw.length - raw.trimStart().length <= 40);
  }

  private undented(raw: string): string {
    const blanks = raw.length - raw.trimStart().length;
    return raw.slice(Math.min(blanks, !this.inRecord ? blanks : this.indent));
  }

  private open(raw: string, place: Span): void {
    this.close();
    this.inRecord = true;
    this.indent = raw.length - raw.trimStart().length;
    this.start = place.start + this.indent;
  }

  private take(field: TaggedField, end: number): void {
    this.values.at(-1)?.lines.push(...this.waiting);
    this.waiting = [];
    this.blank = false;
    this.values.push({ tag: field.tag, lines: [field.value.trim()] });
    this.tags.add(field.tag);
    this.end = end;
    if (this.layout.closes?.(field) === true) this.close();
  }

  private pause(): void {
    if (!this.inRecord) return;
    this.blank = true;
    this.waiting.push('');
  }

  private goOn(line: string, end: number): void {
    if (this.blank && !/^[ \t]{2}/u.test(line)) {
      this.waiting.push(line.trim());
      return;
    }
    this.values.at(-1)?.lines.push(...this.waiting, line.trim());
    this.waiting = [];
    this.end = end;
  }

  close(): void {
    const fields = this.values.map(({ tag, lines }) => ({ tag, value: lines.join('\n').trim() }));
    if (fields.length > 0) this.records.push({ start: this.start, end: this.end, fields });
    this.values = [];
    this.tags = new Set();
    this.waiting = [];
    this.blank = false;
    this.inRecord = false;
  }
}
