/** Records of MARC 21 in XML. The punctuation that cataloguing rules put between the parts is cut off. */
import type { ItemType, Name, NameVariable } from '../../../source';
import { cleanDoi } from '../../identifiers';
import { withoutEnd } from '../../lines';
import { readName } from '../../names';
import { attribute, childrenOf, paragraphsOf, textOf, type XmlElement } from '../../xmlTree';
import { dateIn, keywordsOf, namedOf, pagesOf, titleOf, type Draft } from './draft';
import { nameRoles } from './modsTypes';

/** Is this element, named `record`, one of MARC's? */
export const isMarc = (record: XmlElement): boolean => childrenOf(record, 'datafield').length > 0 && childrenOf(record, 'leader', 'controlfield', 'datafield').length > 1;

/** The draft of a record. */
export function readMarc(record: XmlElement): Draft {
  const marc = new Marc(record);
  const type = typeOf(marc);
  const [title, subtitle] = [marc.first('245', 'a'), marc.all('245', 'b').map(isbd).find((text) => text !== '' && !(type === 'thesis' && degreeLine.test(text)))];
  const part = [marc.first('245', 'n'), marc.first('245', 'p')].filter((text) => text !== undefined).join(', ');
  const whole = titleOf(title, subtitle);
  return {
    type,
    fields: {
      title: part === '' ? whole : `${whole ?? ''}. ${part}`, ...people(marc), ...imprint(marc), ...host(marc, type), ...series(marc), ...identifiers(marc),
      edition: marc.first('250', 'a'), 'number-of-pages': /(\d{1,5}) ?(?:\[\d{1,5}\] ?)?(?:p|pages|pp|S|Seiten|с|s)(?![\p{L}])/u.exec(marc.first('300', 'a') ?? '')?.[1],
      abstract: marc.fields('520').map((field) => paragraphsOf(subfield(field, 'a')))[0], note: marc.all('500', 'a').join('; '),
      keyword: keywordsOf(marc.all('6', 'a', ['650', '651', '653', '600', '610', '648']).map(isbd)), language: marc.first('041', 'a')?.slice(0, 3) ?? marc.control('008')?.slice(35, 38).replace(/[^a-z]|zxx|und/gu, ''),
      'call-number': callNumber(marc), ...(type === 'thesis' ? { genre: marc.first('502', 'b') } : {}),
    },
    unmapped: { 246: marc.all('246', 'a'), 502: type === 'thesis' ? marc.first('502', 'a') : undefined, 505: marc.first('505', 'a'), ...inOwnScript(marc) },
    ...(marc.fields('700').length > 0 ? uncertainty(marc) : {}),
  };
}

/** What stands where the subtitle of a thesis would: the degree it was written for. */
const degreeLine = /^(?:автореф|дис(?:\.|с|серт)|diss(?:\.|ertation)|(?:inaugural-?)?dissertation|thèse|tesis|tesi di|a (?:thesis|dissertation) (?:submitted|presented))/iu;

const uncertainty = (marc: Marc): Pick<Draft, 'unsure'> =>
  marc.fields('700').some((field) => rolesOf(field).length === 0) && marc.fields('100').length > 0 && !editing(marc)
    ? { unsure: { author: 'The record names more people without saying what they did; they were taken as authors.' } } : {};

const subfield = (field: XmlElement, code: string): XmlElement | undefined => childrenOf(field, 'subfield').find((part) => attribute(part, 'code') === code);
const codes = (field: XmlElement, code: string): readonly string[] => childrenOf(field, 'subfield').filter((part) => attribute(part, 'code') === code).flatMap((part) => textOf(part) ?? []);

/** The text right inside, with its blanks, which count. */
const rawText = (element: XmlElement | undefined): string => (element?.children ?? []).filter((child): child is string => typeof child === 'string').join('');

class Marc {
  constructor(private readonly record: XmlElement) {}

  fields(...tags: readonly string[]): readonly XmlElement[] {
    return childrenOf(this.record, 'datafield').filter((field) => tags.includes(attribute(field, 'tag') ?? ''));
  }

  control(tag: string): string | undefined {
    const field = childrenOf(this.record, 'controlfield').find((found) => attribute(found, 'tag') === tag);
    return field === undefined ? undefined : rawText(field);
  }

  /** Record and level: two letters, such as `am` for a book. */
  level(): string {
    const leader = rawText(childrenOf(this.record, 'leader')[0]);
    return leader.slice(6, 8);
  }

  all(tag: string, code: string, tags: readonly string[] = [tag]): readonly string[] {
    return this.fields(...tags).flatMap((field) => codes(field, code));
  }

  first(tag: string, code: string): string | undefined {
    const text = this.all(tag, code)[0];
    return text === undefined ? undefined : isbd(text) || undefined;
  }
}

/** Without the mark that announces the next part, and without brackets around all of it. */
function isbd(text: string): string {
  const bare = text.trim().replace(/\s?[/:;,=]$/u, '').trim().replace(/(?<=[\p{Ll}\p{N})\]]{2})\.$/u, '');
  return /^\[[^\]]*\]$/u.test(bare) ? bare.slice(1, -1) : bare;
}

const parts: { readonly [level: string]: ItemType } = {
  am: 'book', ac: 'book', tm: 'manuscript', as: 'periodical', ai: 'webpage', em: 'map', fm: 'map', cm: 'musical_score', jm: 'song', im: 'song', gm: 'motion_picture', km: 'graphic', mm: 'software', rm: 'graphic',
};

function typeOf(marc: Marc): ItemType {
  if (marc.fields('502').length > 0) return 'thesis';
  const level = marc.level();
  if (marc.fields('773').length > 0 && (level === '' || /[ab]$/u.test(level) || !Object.hasOwn(parts, level))) {
    const related = marc.first('773', 'g') ?? '';
    return level.endsWith('b') || marc.first('773', 'x') !== undefined || /(?:vol|no|jg|bd|т)\.? ?\d|№/iu.test(related) ? 'article-journal' : 'chapter';
  }
  return Object.hasOwn(parts, level) ? parts[level] ?? 'document' : marc.all('020', 'a').length > 0 ? 'book' : 'document';
}

const rolesOf = (field: XmlElement): readonly string[] =>
  [...codes(field, '4'), ...codes(field, 'e')].map((role) => withoutEnd(role.toLowerCase().slice(role.lastIndexOf('/') + 1), ' .,;').trim());

/** Does the statement of responsibility speak of editing? */
const editing = (marc: Marc): boolean => /(?<!\p{L})(?:edit|hrsg|herausgeg|éd\.|под ред|ред\.|hg\.|eds?\.)/iu.test(marc.first('245', 'c') ?? '') && !/(?<!\p{L})by(?!\p{L}).{0,200};/u.test(marc.first('245', 'c') ?? '');

function people(marc: Marc): Draft['fields'] {
  const found: { [V in NameVariable]?: Name[] } = {};
  const alone = marc.fields('100', '110').length === 0;
  for (const field of marc.fields('100', '110', '700', '710', '720')) {
    const tag = attribute(field, 'tag') ?? '';
    const second = tag.startsWith('7');
    if (subfield(field, 't') !== undefined && second) continue;
    const role = roleOf(field, second && (alone || editing(marc)) && tag === '700' ? (editing(marc) ? 'editor' : 'author') : tag === '710' ? undefined : 'author');
    if (role !== undefined) (found[role] ??= []).push(...nameOf(field, tag));
  }
  const event = marc.fields('111', '711')[0];
  return { ...found, ...(event === undefined ? {} : { 'event-title': isbd(textOf(subfield(event, 'a')) ?? '') }) };
}

function roleOf(field: XmlElement, otherwise: NameVariable | undefined): NameVariable | undefined {
  const roles = rolesOf(field);
  if (roles.length === 0) return otherwise;
  const known = roles.find((role) => nameRoles.has(role));
  return known === undefined ? 'contributor' : nameRoles.get(known);
}

function nameOf(field: XmlElement, tag: string): readonly Name[] {
  const name = isbd(textOf(subfield(field, 'a')) ?? '').replace(/(?<=\p{Ll}{2})\.$/u, '');
  if (tag.endsWith('10')) return name === '' ? [] : [{ literal: [name, ...codes(field, 'b').map(isbd)].join('. ') }];
  return attribute(field, 'ind1') === '0' && !name.includes(',') ? (name === '' ? [] : [{ literal: name }]) : name.includes(',') ? [readName(name)] : namedOf(name);
}

/** Place, publisher and date; of several 264 the one of publication. */
function imprint(marc: Marc): Draft['fields'] {
  const all = marc.fields('260', '264');
  const best = all.find((field) => attribute(field, 'tag') === '260' || attribute(field, 'ind2') === '1') ?? all[0];
  const of = (code: string): string | undefined => (best === undefined ? undefined : isbd(textOf(subfield(best, code)) ?? '').replace(/^\[|\]$/gu, '') || undefined);
  const copyright = all.find((field) => attribute(field, 'ind2') === '4');
  const date = dateIn(of('c')) ?? dateIn(copyright === undefined ? undefined : textOf(subfield(copyright, 'c')));
  const fixed = /^.{7}(\d{4})/u.exec(marc.control('008') ?? '')?.[1];
  return { 'publisher-place': of('a'), publisher: of('b') ?? marc.first('502', 'c'), issued: date ?? dateIn(fixed) ?? dateIn(marc.first('502', 'd')) };
}

function host(marc: Marc, type: ItemType): Draft['fields'] {
  const title = marc.first('773', 't') ?? marc.first('773', 'a');
  if (title === undefined || type === 'book') return {};
  const related = marc.all('773', 'g').join(', ');
  const [volume, issue] = [/(?:vol\.?|volume|bd\.?|jg\.?|т\.|volume:)\s?(\d{1,5})/iu.exec(related)?.[1], /(?:no\.?|nr\.?|heft|h\.|issue|number:|№|вып\.)\s?(\d{1,5}(?:[-/]\d{1,5})?)/iu.exec(related)?.[1]];
  const pages = /(?:pp?\.|pages?:?|s\.|seiten?|с\.)\s?([\p{L}]{0,2}\d{1,6}(?:\s?[-–]\s?[\p{L}]{0,2}\d{1,6})?)/iu.exec(related)?.[1];
  return { ...hostImprint(marc), 'container-title': title, volume, issue, page: pagesOf(pages), ISSN: marc.first('773', 'x'), ISBN: marc.first('773', 'z'), ...(/(?<!\d)\d{4}(?!\d)/u.test(related) && marc.fields('260', '264').length === 0 ? { issued: dateIn(/\((?:\p{L}+ )?(\d{4})\)|(?<!\d)(\d{4})(?!\d)/u.exec(related)?.[0]) } : {}) };
}

/** Who edited the host, where, with whom and when it appeared: `Oslo : Press, 1999`. */
function hostImprint(marc: Marc): Draft['fields'] {
  const names = marc.first('773', 't') === undefined ? undefined : /^(.{3,80}?),? ?[([](?:ed|hrsg|hg)s?\.?(?:itors?)?[)\]]\.?$/iu.exec(marc.first('773', 'a') ?? '')?.[1];
  const own = marc.fields('260', '264').length > 0;
  const [, place, publisher, year] = /^(?:([^:]{2,60}) : )?(.{2,100}?),? \[?c?(\d{4})\]?\.?$/u.exec(marc.first('773', 'd') ?? '') ?? [];
  const imprint = own || year === undefined ? {} : { 'publisher-place': place, publisher, issued: dateIn(year) };
  return { ...imprint, ...(names === undefined ? {} : { editor: [readName(names)] }) };
}

/** Titles and names in the script of the work, beside those in Latin letters (880). */
function inOwnScript(marc: Marc): NonNullable<Draft['unmapped']> {
  const linked = (tag: string): readonly XmlElement[] => marc.fields('880').filter((field) => (textOf(subfield(field, '6')) ?? '').startsWith(tag));
  const [title] = linked('245').map((field) => titleOf(isbd(textOf(subfield(field, 'a')) ?? ''), isbd(textOf(subfield(field, 'b')) ?? '') || undefined));
  const people = ['100', '700'].flatMap(linked).map((field) => isbd(textOf(subfield(field, 'a')) ?? ''));
  return { '880 title': title, '880 names': people };
}

function series(marc: Marc): Draft['fields'] {
  const tag = ['490', '440', '830'].find((candidate) => marc.fields(candidate).length > 0);
  return tag === undefined ? {} : { 'collection-title': marc.first(tag, 'a'), 'collection-number': marc.first(tag, 'v')?.replace(/^(?:vol(?:ume|\.)?|bd\.?|band|no\.?|nr\.?|n\.?º|т\.|вып\.|t\.|v\.) ?(?=\d)/iu, '') };
}

function identifiers(marc: Marc): Draft['fields'] {
  const [isbn, issn] = [marc.first('020', 'a'), marc.first('022', 'a')];
  const doi = [...marc.fields('024').filter((field) => /doi/iu.test(textOf(subfield(field, '2')) ?? '')).flatMap((field) => codes(field, 'a')), ...marc.all('856', 'u')];
  const urls = marc.all('856', 'u');
  return {
    ...(isbn === undefined ? {} : { ISBN: /^[\dXx-]+/u.exec(isbn)?.[0] }), ...(issn === undefined ? {} : { ISSN: /\d{4}-?\d{3}[\dXx]/u.exec(issn)?.[0] }),
    DOI: doi.map(cleanDoi).find((found) => found !== undefined), URL: urls.find((url) => !/doi\.org\//u.test(url)) ?? urls[0],
  };
}

function callNumber(marc: Marc): string | undefined {
  const field = marc.fields('050', '082', '090', '084')[0];
  return field === undefined ? undefined : [...codes(field, 'a').slice(0, 1), ...codes(field, 'b')].join(' ');
}
