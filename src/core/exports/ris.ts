/**
 * A bibliography as RIS, as reference managers read it: one tag a line, `TY` to `ER`. What RIS has no tag for is left out,
 * but for the tags of a record that came from RIS (`custom.unmapped`), which are written back as they were.
 */
import { isObject, type CslDate, type Item, type Json, type Name } from '../source';
import { keywordsOf } from './keywords';
import { oneLine } from './tex';
import { otherPeople, risKinds, risTexts, risTypeNames, seasonNames, type RisKind } from './risTables';

/** The lines of a record. */
class Lines {
  readonly written: string[] = [];

  put(tag: string, value: unknown): void {
    const text = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
    const lines = text.split(/\n+/).map((line) => oneLine(withoutTags(line))).filter((line) => line !== '');
    if (lines.length > 0) this.written.push(`${tag}  - ${lines.reduce((all, line) => all + (likeTag.test(line) ? ' ' : '\n\n') + line)}`);
  }
}

/** RIS knows no markup. */
const withoutTags = (text: string): string => text.replace(/<\/?(?:i|b|sup|sub|sc|span)(?: [a-z]+="[^"<>]{0,60}")?>/g, '');

/** A line of running text that would be taken for a tag stands behind the one before it. */
const likeTag = /^[A-Za-z][A-Za-z0-9] {0,3}[-–—]/;

function writeContainers(lines: Lines, item: Item, kind: RisKind): void {
  const { container, event } = risKinds[kind];
  if (container !== undefined) lines.put(item['event-title'] !== undefined && event !== undefined && item['container-title'] !== undefined ? 'C3' : container, item['container-title']);
  if (event !== undefined) lines.put(event, item['event-title']);
  if (kind === 'serial' || kind === 'part') lines.put(kind === 'serial' ? 'JA' : 'J2', item['container-title-short']);
  lines.put('T3', item['collection-title']);
}

function writeNames(lines: Lines, item: Item, kind: RisKind): void {
  const put = (tag: string, names: unknown): void => {
    for (const name of Array.isArray(names) ? names.filter(isObject) : []) lines.put(tag, nameText(name as Name));
  };
  const [type] = risTypeNames[item.type];
  put('AU', item.author);
  put(otherPeople.A2.has(type) ? 'ED' : risKinds[kind].editor, item.editor);
  if (item.type === 'personal_communication') put('A2', item['recipient']);
  if (kind !== 'whole' || (item.author ?? []).length > 0) put(kind === 'whole' ? 'A2' : 'A3', item['collection-editor']);
  put(otherPeople.A4.has(type) ? 'TA' : 'A4', item.translator);
}

function nameText({ literal, family = '', given = '', suffix, ...particles }: Name): string {
  if (literal !== undefined) return literal;
  const last = [particles['non-dropping-particle'], family].filter(Boolean).join(' ');
  const first = [given, particles['dropping-particle']].filter(Boolean).join(' ');
  return suffix === undefined ? [last, first].filter(Boolean).join(', ') : `${last}, ${first}, ${suffix}`;
}

/** Pages from and to; what is no plain range stands whole under `SP`. */
function writePages(lines: Lines, item: Item): void {
  const [, first, last] = /^([^\s,;–-]+)[–-]([^\s,;–-]+)$/u.exec(item.page ?? '') ?? [];
  lines.put('SP', first ?? item.page ?? item['number-of-pages']);
  lines.put('EP', last);
}

/** `2021/03/04/`, with a season in the last place. */
function dateText(date: CslDate | undefined): string | undefined {
  if (!isObject(date)) return undefined;
  const { 'date-parts': days = [], season, literal, raw } = date as CslDate;
  const [year, month, day] = days[0] ?? [];
  if (year === undefined) return literal ?? raw;
  const [until] = days[1] ?? [];
  const words = season !== undefined ? seasonNames[season - 1] ?? '' : until !== undefined && until !== year ? `to ${until}` : '';
  return [String(year).padStart(4, '0'), ...[month, day].map((part) => (part === undefined ? '' : String(part).padStart(2, '0'))), words].join('/');
}

function writeDates(lines: Lines, item: Item): void {
  const issued = dateText(item.issued);
  const year = item.issued?.['date-parts']?.[0]?.[0];
  const known = issued !== undefined && /^\d{4}\/{3}$/.test(issued);
  lines.put('PY', year === undefined ? issued : String(year).padStart(4, '0'));
  if (year !== undefined && !known) lines.put('DA', issued);
  lines.put('Y2', dateText(item.accessed));
}

function writeNumbers(lines: Lines, item: Item, kind: RisKind): void {
  const numbered = kind === 'numbered' || item.type === 'report' || item.type === 'thesis';
  lines.put('IS', numbered ? item['number'] ?? item.issue : item.issue);
  if (!numbered) lines.put('C7', item['number']);
  lines.put('NV', item['number-of-volumes']);
  lines.put('SN', item['ISSN'] ?? item['ISBN']);
}

/** The tags that a RIS record brought along and that have no place in CSL. */
function writeBack(lines: Lines, item: Item): void {
  const unmapped = item.custom?.['unmapped'];
  for (const [tag, value] of Object.entries(isObject(unmapped) ? unmapped : {})) {
    if (!/^[A-Z][A-Z0-9]$/.test(tag) || tag === 'TY' || tag === 'ER') continue;
    for (const one of Array.isArray(value) ? (value as readonly Json[]) : [value]) lines.put(tag, one);
  }
}

function recordText(item: Item): string {
  const lines = new Lines();
  const kind = risTypeNames[item.type][1];
  lines.put('ID', item.id);
  lines.put('TI', item.title);
  writeNames(lines, item, kind);
  writeContainers(lines, item, kind);
  writeDates(lines, item);
  writeNumbers(lines, item, kind);
  writePages(lines, item);
  for (const [variable, tag] of Object.entries(risTexts)) lines.put(tag, item[variable]);
  for (const word of keywordsOf(item)) lines.put('KW', word);
  writeBack(lines, item);
  return ['TY  - ' + risTypeNames[item.type][0], ...lines.written, 'ER  - ', ''].join('\n');
}

/** Records with an empty line between; an empty text for no items. */
export const ris = (items: readonly Item[]): string => items.map(recordText).join('\n');
