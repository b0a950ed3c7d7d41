/** The line in which Ovid says where a work appeared: `Journal. 12(3):45-67, 2021 Mar.` */
import type { TaggedField } from './taggedScan';

const pages = '(?:pp?\\.? ?)?([A-Za-z]?\\d[\\w.+-]{0,20})';
const shapes: readonly RegExp[] = [
  // Journal. 12(3):45-67, 2021 Mar 4.
  new RegExp(`^([^.]{2,200})\\. {1,3}(?:Vol\\. ?)?(\\w{1,8})(?:\\(([^()]{1,30})\\))?:? ?${pages}[,.] {0,2}(\\d{4}[^.]{0,30})\\.?`, 'u'),
  // Journal. Vol.12(3), Mar 2021, pp. 45-67.
  /^([^.]{2,200})\. {1,3}Vol\. ?(\w{1,8})(?:\(([^()]{1,60})\))?, {0,2}([^,]{4,30}), {0,2}pp?\. ?([\w-]{1,24})\.?/u,
];

/** What the line says under the names given for journal, volume, issue, pages and date; nothing when it has another form. */
export function sourceFields(source: string, names: readonly string[]): readonly TaggedField[] {
  const line = source.replace(/\s+/gu, ' ').trim().slice(0, 600);
  const [first, second] = shapes.map((shape) => shape.exec(line)) ;
  const values = first != null ? [first[1], first[2], first[3], first[4], first[5]] : second != null ? [second[1], second[2], issueOf(second[3]), second[5], second[4]] : [];
  return values.flatMap((value, index) => (value === undefined ? [] : [{ tag: names[index] ?? '', value: value.trim() }]));
}

/** `3, Pt 1` stays; `3-A` too; what is a title of an issue does not count. */
const issueOf = (issue: string | undefined): string | undefined => (issue !== undefined && /^[\w ,.-]{1,20}$/u.test(issue) ? issue : undefined);
