/** Chinese references whose titles stand in `《…》`: what is between these marks, and in which order, leaves no doubt. */
import type { Name } from '../../source';
import { readNames } from '../names';
import type { ModelReading } from './model/reading';

/** `司徒雁、端木弘毅主编: 《海岛》…`, `司徒雁, 2018, 《海岛》…`, with narrow signs: who wrote or edited it, perhaps the year, the title, and the rest. */
const head = /^(?:(?<people>\p{sc=Han}[^《》:,\d]{1,60}?)(?<edited>主编|编著|编)?(?:: |, )(?:(?<year>(?:1[89]|20)\d\d)[a-z]?年?, )?)?《(?<title>[^《》]{2,160}(?:《[^《》]{1,60}》[^《》]{0,80})?)》(?<rest>[^《].*|.{0,3}, 《.*)$/su;
/** `王某主编: 《海岛文集》` in the rest: the book around it, with its editors. */
const held = /^(?:, |，|: )(?:(?:载|收入|见)?(?<editors>\p{sc=Han}[^《》:,\d]{1,60}?)(?:主编|编著|编)(?:: |, )?)?(?:载|收入|见)?《(?<held>[^《》]{2,120})》(?<rest>.*)$/su;
/** What may stand behind a title: an edition in words, a place, a volume. */
const volume = /^ ?(?:\([^()]{1,20}\))? ?(?:第|卷)?(?<volume>\d{1,3})(?:卷|册|辑|集|(?=[,。]|$))/u;
const imprint = /[,)] ?(?<place>\p{sc=Han}{2,6}): (?<publisher>\p{sc=Han}[^,:《》\d]{2,40})(?:, (?<year>(?:1[89]|20)\d\d)年?|[。.]?$)/u;
const ofJournal = /(?:(?<year>(?:1[89]|20)\d\d)年)?(?:第(?<volume>\d{1,3})卷,? ?)?第(?<issue>\d{1,4}(?:[-–—、]\d{1,4})?)期(?:, (?<later>(?:1[89]|20)\d\d)年)?/u;
const ofNewspaper = /(?<year>(?:1[89]|20)\d\d)年\d{1,2}月\d{1,2}日(?:, ?)第(?<page>\d{1,3})版/u;
const pages = /(?:第|, )(?<page>\d{1,5}[-–—]\d{1,5})页/u;
const mark = /[[［](?:[JMDNCRSPGZA]|EB|DB|CP)(?:\/OL)?[\]］]/u;

const sure = 0.9;
/** How sure the labels are on the whole where the marks told most of them. */
const certain = 0.95;

type Fields = { readonly [field: string]: string };

/** The reading of a reference with `《…》` as these marks tell it. */
export function bookMarks(text: string, reading: ModelReading): ModelReading {
  const begun = text.includes('《') && !mark.test(text) ? head.exec(text)?.groups : undefined;
  if (begun === undefined) return reading;
  const { people, edited, title = '', rest = '', year: early } = begun;
  const around = held.exec(rest)?.groups;
  const told = around === undefined ? ofBook(rest) : ofHeld(around['held'] ?? '', around['rest'] ?? '');
  if (Object.keys(told).length < 2) return reading;
  const values = { ...(told['issue'] === undefined && !ofNewspaper.test(rest) ? reading.values : ofPeriodical(reading.values)), title, ...told, ...(early === undefined ? {} : { issued: early }) };
  const named = people === undefined ? [] : letters(reading.authors) === people.replace(/[、, ]/gu, '') ? reading.authors : peopleOf(people);
  const editors = around?.['editors'] !== undefined ? peopleOf(around['editors']) : edited === undefined ? [] : named;
  const translators = translated.exec(rest)?.groups?.['people'];
  const { translator: _, ...fields }: Fields = around === undefined ? withoutHost(values) : values;
  return {
    ...reading, titleAt: text.indexOf('《') + 1, values: fields, authors: edited === undefined ? named : [], editors, translators: translators === undefined ? [] : peopleOf(translators), clear: Math.max(reading.clear, certain),
    sure: { ...reading.sure, ...Object.fromEntries([...Object.keys(fields), 'author', 'editor', 'translator'].map((field) => [field, sure])) },
  };
}

/** `，谭某、林某译，`: who translated a book. */
const translated = /, (?<people>\p{sc=Han}[^《》:,\d]{1,40})译(?:著|校)?(?:,|$)/u;

const letters = (names: readonly Name[]): string => names.map(({ family = '', given = '', literal = '' }) => `${family}${given}${literal}`).join('');

/** `（美）库恩`, `[德] 韦伯`: the country of a foreigner is no part of the name. */
const peopleOf = (listed: string): readonly Name[] => readNames(listed.replace(/^[([［（][^)\]］）]{1,4}[)\]］）] ?/u, '').replace(/等$/u, '').replaceAll('、', ', ')).names;

/** A book by itself is in no other, and has no issues. */
function withoutHost({ 'container-title': _, issue: __, ...values }: Fields): Fields {
  return values;
}

/** What appears in a periodical has no publisher, and no edition. */
function ofPeriodical({ publisher: _, 'publisher-place': __, edition: ___, 'collection-title': ____, ...values }: Fields): Fields {
  return values;
}

const filled = (fields: { readonly [field: string]: string | undefined }): Fields =>
  Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== undefined));

function ofBook(rest: string): Fields {
  const { place, publisher, year } = imprint.exec(rest)?.groups ?? {};
  return filled({ 'volume': volume.exec(rest)?.groups?.['volume'], 'publisher-place': place, publisher, issued: year });
}

function ofHeld(container: string, rest: string): Fields {
  const [paper, journal] = [ofNewspaper.exec(rest)?.groups, ofJournal.exec(rest)?.groups];
  const page = pages.exec(rest)?.groups?.['page']?.replace(/[–—]/u, '-');
  if (paper !== undefined) return filled({ 'container-title': container, issued: paper['year'], page: paper['page'] });
  if (journal !== undefined) return filled({ 'container-title': container, issued: journal['year'] ?? journal['later'], volume: journal['volume'], issue: journal['issue'], page });
  return filled({ 'container-title': container, ...ofBook(rest), page });
}
