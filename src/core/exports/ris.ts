/**
 * A bibliography as RIS, as reference managers read it: one tag a line, `TY` to `ER`. What RIS has no tag for is left out,
 * but for the tags of a record that came from RIS (`custom.unmapped`), which are written back as they were, and what the item does not say
 * as the record did (`custom.ris`) as the record said it.
 */
import { isObject, type CslDate, type Item, type Json, type Name } from '../source';
import { withKept, type WrittenField } from './asWritten';
import { keywordsOf } from './keywords';
import { risGrouping } from './risGroups';
import { oneLine } from './tex';
import { otherPeople, risKinds, risTexts, risTypeNames, seasonNames, type RisKind } from './risTables';

/** The tags of a record with their values, in order. */
class Tags {
  readonly fields: WrittenField[] = [];

  put(tag: string, value: unknown): void {
    const text = risText(typeof value === 'string' ? withoutTags(value) : typeof value === 'number' ? String(value) : '');
    if (text !== '') this.fields.push([tag, text]);
  }
}

/** A value on lines of its own, none of which would be taken for something else; with an empty line between, unless it is given as it was written. */
const risText = (text: string, isGiven = false): string =>
  text.split(/(\n+)/).reduce((all, line, at, parts) => {
    const said = at % 2 === 0 ? oneLine(line) : '';
    if (said === '' || all === '') return all + said;
    return all + (likeTag.test(said) ? ' ' : isGiven && parts[at - 1] === '\n' ? '\n' : '\n\n') + said;
  }, '');

/** RIS knows no markup. */
const withoutTags = (text: string): string => text.replace(/<\/?(?:i|b|sup|sub|sc|span)(?: [a-z]+="[^"<>]{0,60}")?>/g, '');

/** A line of running text that would be taken for a tag stands behind the one before it. */
const likeTag = /^(?:[A-Za-z][A-Za-z0-9] {0,3}[-–—]|ER$|@[A-Za-z]+ ?[{(]|[[{] ?["{]|<? ?\d{1,5}\.? ?>?$)/;

function writeContainers(tags: Tags, item: Item, kind: RisKind): void {
  const { container, event } = risKinds[kind];
  if (container !== undefined) tags.put(item['event-title'] !== undefined && event !== undefined && item['container-title'] !== undefined ? 'C3' : container, item['container-title']);
  if (event !== undefined) tags.put(event, item['event-title']);
  if (kind === 'serial' || kind === 'part') tags.put(kind === 'serial' ? 'JA' : 'J2', item['container-title-short']);
  tags.put('T3', item['collection-title']);
}

function writeNames(tags: Tags, item: Item, kind: RisKind): void {
  const put = (tag: string, names: unknown): void => {
    for (const name of Array.isArray(names) ? names.filter(isObject) : []) tags.put(tag, nameText(name as Name));
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
function writePages(tags: Tags, item: Item): void {
  const [, first, last] = /^([^\s,;–-]+)[–-]([^\s,;–-]+)$/u.exec(item.page ?? '') ?? [];
  tags.put('SP', first ?? item.page ?? item['number-of-pages']);
  tags.put('EP', last);
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

function writeDates(tags: Tags, item: Item): void {
  const issued = dateText(item.issued);
  const year = item.issued?.['date-parts']?.[0]?.[0];
  const known = issued !== undefined && /^\d{4}\/{3}$/.test(issued);
  tags.put('PY', year === undefined ? issued : String(year).padStart(4, '0'));
  if (year !== undefined && !known) tags.put('DA', issued);
  tags.put('Y2', dateText(item.accessed));
}

function writeNumbers(tags: Tags, item: Item, kind: RisKind): void {
  const numbered = kind === 'numbered' || item.type === 'report' || item.type === 'thesis';
  tags.put('IS', numbered ? item['number'] ?? item.issue : item.issue);
  if (!numbered) tags.put('C7', item['number']);
  tags.put('NV', item['number-of-volumes']);
  tags.put('SN', item['ISSN'] ?? item['ISBN']);
}

/** The tags that a RIS record brought along and that have no place in CSL. */
function writeBack(tags: Tags, item: Item): void {
  const unmapped = item.custom?.['unmapped'];
  for (const [tag, value] of Object.entries(isObject(unmapped) ? unmapped : {})) {
    if (!/^[A-Z][A-Z0-9]$/.test(tag) || tag === 'TY' || tag === 'ER') continue;
    for (const one of Array.isArray(value) ? (value as readonly Json[]) : [value]) tags.put(tag, one);
  }
}

/** The tags of an item in RIS with their values, from `TY` on. */
export function risFields(item: Item): readonly WrittenField[] {
  const tags = new Tags();
  const [type, kind] = risTypeNames[item.type];
  tags.put('TY', type);
  tags.put('ID', item.id);
  tags.put('TI', item.title);
  writeNames(tags, item, kind);
  writeContainers(tags, item, kind);
  writeDates(tags, item);
  writeNumbers(tags, item, kind);
  writePages(tags, item);
  for (const [variable, tag] of Object.entries(risTexts)) tags.put(tag, item[variable]);
  for (const word of keywordsOf(item)) tags.put('KW', word);
  writeBack(tags, item);
  return tags.fields;
}

/** The same with what its own record said otherwise in its place. A person’s tags come before the keywords of the record. */
function fieldsAsWritten(item: Item): readonly WrittenField[] {
  const kept = item.custom?.['ris'];
  if (kept === undefined) return risFields(item);
  const own = isObject(kept) && kept['KW'] !== undefined ? item.tags ?? [] : [];
  const { fields, asWritten } = withKept(risFields(own.length > 0 ? { ...item, tags: [] } : item), kept, risGrouping);
  const given = asWritten.filter(([tag]) => /^[A-Z][A-Z0-9]$/.test(tag) && tag !== 'ER').map(([tag, value]) => [tag, risText(value, true)] as const).filter(([, value]) => value !== '');
  const words = own.map((tag) => ['KW', risText(tag)] as const);
  return [...fields, ...words, ...given].sort(byType);
}

/** The type comes first. */
const byType = ([one]: WrittenField, [other]: WrittenField): number => Number(other === 'TY') - Number(one === 'TY');

const recordText = (item: Item): string => [...fieldsAsWritten(item).map(([tag, value]) => `${tag}  - ${value}`), 'ER  - ', ''].join('\n');

/** Records with an empty line between; an empty text for no items. */
export const ris = (items: readonly Item[]): string => items.map(recordText).join('\n');
