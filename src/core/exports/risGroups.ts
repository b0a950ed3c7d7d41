/** Which tags of RIS say one thing together: data. */
import type { Grouping } from './asWritten';

const members: { readonly [group: string]: string } = {
  type: 'TY M3 U1',
  title: 'TI T1 CT ST',
  container: 'T2 T3 JF JO JA J1 J2 C3 BT',
  people: 'AU A1 A2 A3 A4 ED TA',
  date: 'PY Y1 DA',
  numbers: 'VL IS CP M1 NV SV SE C7 AR',
  pages: 'SP EP',
  identifiers: 'DO UR LK L3',
  place: 'CY PP',
  abstract: 'AB N2',
  note: 'N1 RN',
};

const groups: ReadonlyMap<string, string> = new Map(Object.entries(members).flatMap(([group, tags]) => tags.split(' ').map((tag) => [tag, group] as const)));

export const risGrouping: Grouping = {
  groupOf: (tag) => groups.get(tag) ?? tag,
  bridges: [
    // The title of a book, or of what contains a part of one.
    ['BT', ['title', 'container']],
    // The number of an article that is its page; a degree; the number of a report.
    ['C7', ['numbers', 'pages']], ['AR', ['numbers', 'pages']], ['M1', ['type', 'numbers'], /\p{L}{3}/u], ['SN', ['SN', 'numbers'], /^[^]{0,7}$/u],
    ['M3', ['type', 'identifiers'], /10\.\d{4}/u], ['N1', ['note', 'identifiers'], /10\.\d{4}/u],
  ],
};

/** Tags that say the same, and the one that is written. */
export const risAliases: ReadonlyMap<string, string> = new Map(Object.entries({ T1: 'TI', A1: 'AU', Y1: 'PY', N2: 'AB' }));
