/** Locators as a draft's own language writes them, so that Pandoc and the reader both take them for one. */
import { locatorFrom, locatorText } from '../notes';
import type { Locator } from '../source';

/** One page and several, by language; where a language is not here, as in English. From the terms of the CSL locales. */
const pages: { readonly [language: string]: readonly [string, string] } = {
  de: ['S.', 'S.'], ru: ['с.', 'с.'], uk: ['с.', 'с.'], be: ['с.', 'с.'], kk: ['с.', 'с.'], ky: ['с.', 'с.'], bg: ['с.', 'с.'], tr: ['s.', 'ss.'],
  pl: ['s.', 's.'], cs: ['s.', 's.'], sk: ['s.', 's.'], sv: ['s.', 's.'], nb: ['s.', 's.'], da: ['s.', 's.'], fi: ['s.', 's.'], hr: ['str.', 'str.'], sr: ['стр.', 'стр.'],
  nl: ['p.', 'pp.'], fr: ['p.', 'p.'], it: ['p.', 'pp.'], es: ['p.', 'pp.'], pt: ['p.', 'p.'], ro: ['p.', 'pp.'], hu: ['o.', 'o.'],
};

/** What is no page, in languages that do not call it as English does; from the same terms, as far as {@link locatorFrom} takes them for what they are. */
const others: { readonly [language: string]: { readonly [label: string]: string } } = {
  de: { chapter: 'Kap.', section: 'Abschn.', part: 'Teil', volume: 'Bd.', issue: 'Nr.', book: 'Buch', figure: 'Abb.', table: 'Tab.', note: 'Anm.', paragraph: 'Abs.', line: 'Z.', column: 'Sp.', appendix: 'Anh.' },
  ru: { chapter: 'гл.', section: 'разд.', part: 'ч.', volume: 'т.', issue: 'вып.', book: 'кн.', figure: 'рис.', table: 'табл.', note: 'прим.', paragraph: 'п.', line: 'строка', column: 'стб.', article: 'ст.', folio: 'л.', appendix: 'прил.' },
  uk: { chapter: 'розд.', part: 'ч.', volume: 'т.', issue: 'вип.', book: 'кн.', figure: 'рис.', table: 'табл.', note: 'прим.', line: 'рядок', article: 'ст.', appendix: 'дод.' },
  kk: { part: 'ч.', volume: 'т.' },
  fr: { chapter: 'chap.', section: 'sect.', part: 'partie', book: 'liv.', paragraph: 'paragr.', line: 'ligne', appendix: 'ann.' },
  es: { chapter: 'cap.', section: 'sección', book: 'lib.', paragraph: 'párr.', issue: 'núm.', line: 'línea' },
  it: { chapter: 'cap.', section: 'sez.', book: 'lib.', paragraph: 'par.', issue: 'fasc.', line: 'riga' },
  pt: { chapter: 'cap.', section: 'secção', book: 'liv.', paragraph: 'par.', line: 'linha' },
  pl: { chapter: 'rozdz.', section: 'sekc.', part: 'cz.', volume: 't.', issue: 'nr', book: 'książka', figure: 'ryc.', table: 'tab.', note: 'przyp.', paragraph: 'akap.', line: 'wiersz', column: 'kol.' },
  tr: { chapter: 'böl.', part: 'ksm.', volume: 'c.', issue: 'sy', book: 'kit.', figure: 'şek.', table: 'tablo', paragraph: 'par.', line: 'satır', article: 'madde', column: 'süt.', appendix: 'ek' },
  cs: { chapter: 'kap.', part: 'část', volume: 'roč.', issue: 'č.', book: 'kniha', figure: 'obr.', table: 'tab.', note: 'pozn.', paragraph: 'odst.', line: 'ř.', column: 'sloupec' },
  nl: { chapter: 'hfdst.', section: 'sectie', part: 'deel', issue: 'nr.', book: 'boek', appendix: 'bijlage' },
  sv: { chapter: 'kap.', section: 'avs.', part: 'del', issue: 'nr', book: 'bok', column: 'kol.', appendix: 'bilaga' },
  nb: { chapter: 'kap.', part: 'del', issue: 'nr.', book: 'bok', line: 'linje', column: 'kol.', appendix: 'vedlegg' },
  da: { chapter: 'kap.', part: 'del', issue: 'nr.', book: 'bog', line: 'linje', paragraph: 'afs.', column: 'kol.', appendix: 'bilag' },
};

/** What a table says for a language tag such as `ru-RU`. */
export function forLanguage<T>(table: { readonly [language: string]: T }, tag: string | undefined): T | undefined {
  const own = tag?.split(/[-_]/, 1)[0]?.toLowerCase() ?? '';
  return Object.hasOwn(table, own) ? table[own] : undefined;
}

const several = (value: string): boolean => /[–—,&-]|\s(?:and|und|et|и|ve)\s/.test(value);

/** What is said behind its number: `2-тарау`. */
const behind: { readonly [language: string]: { readonly [label: string]: string } } = { kk: { chapter: 'тарау', section: 'бөлім', figure: 'сурет', table: 'кесте' } };

/** A locator in words of a language tag such as `ru-RU`; in English without one. */
export function localLocator(locator: Locator, language = 'en'): string {
  const { label, value } = locator;
  const page = label === 'page' ? forLanguage(pages, language) ?? ['p.', 'pp.'] : undefined;
  if (page !== undefined) return `${page[several(value) ? 1 : 0]} ${value}`;
  const after = forLanguage(behind, language)?.[label];
  if (typeof after === 'string' && /^\d[\d–-]*$/.test(value)) return `${value}-${after}`;
  const word = forLanguage(others, language)?.[label];
  return typeof word !== 'string' ? locatorText(locator) : `${word} ${value}`;
}

/** `12`, `12ff.`, `12 f.`, `123a`, `A3`, `xii`: a page without a label. */
const onePage = /^(?:[a-z]{0,2}\d{1,6}(?:[a-eg-z]|\s?ff?\.?)?|(?=[clxvi])c{0,2}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3}))$/i;
const areBarePages = (place: string): boolean => place.split(/\s?[-–—,&]\s?/).every((page) => onePage.test(page));
/** `1:23`, `II:7`: a volume and its page, or an act and its line. They are written as they are. */
const colon = /^(?:\d{1,4}|[ivxlc]{1,6}):\d{1,6}(?:[-–]\d{1,6})?$/i;

/** One letter is a label without its dot, too, when a number follows: `l 4`, `n 3`. Only where nothing but a place is typed. */
const labelled = (place: string): Locator | undefined => locatorFrom(place) ?? locatorFrom(place.replace(/^(\p{L}) (?=\d)/u, '$1. '));

function typedPlace(place: string, language: string | undefined): string | undefined {
  if (colon.test(place)) return place;
  const locator = labelled(place) ?? (areBarePages(place) ? { label: 'page', value: place } : undefined);
  return locator === undefined ? undefined : localLocator(locator, language);
}

/** Where a further label may begin in what was typed: `ch 2, p 3`, `bk 3 ch 2`. */
const nextLabel = /(?:[,;] ?| )(?=§|¶|\p{L}{1,12}\.? ?\d)/u;

/**
 * What a person typed for a place (`p 3`, `3, 5-7`, `ch 2, p 3`, `bk 3 ch 2`, `§ 4`, `стр. 12`) as the draft should have it; undefined when it
 * is none. Of several places Pandoc and citeproc take the first for the locator’s label and the others as they are written, behind commas.
 */
export function typedLocator(typed: string, language?: string): string | undefined {
  const whole = typed.trim().replace(/\s+/g, ' ');
  const [first = '', ...more] = whole.split(nextLabel);
  const places = [typedPlace(first, language), ...more.map((piece) => (labelled(piece) === undefined ? undefined : typedPlace(piece, language)))];
  return more.length > 0 && places.every((place) => place !== undefined) ? places.join(', ') : typedPlace(whole, language);
}
