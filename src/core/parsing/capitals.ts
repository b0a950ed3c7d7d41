/** Titles and names that a page prints in CAPITALS, written as one writes them. What was a proper name is told by the rest of the text. */

import { isHalf, unit, unitKind } from './units';

/** Is the text printed in capitals: three words' worth of letters, none of them small but for a word or two? */
export function isCapitals(text: string): boolean {
  let [upper, lower] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isHalf(code)) return isInCapitals(text);
    const kind = unitKind(code);
    if ((kind & unit.capital) !== 0) upper++;
    // Most lines have too many small letters within a few words, whatever follows.
    else if ((kind & unit.small) !== 0 && ++lower * 12 > text.length) return false;
  }
  return upper >= 8 && lower * 12 <= upper;
}

/** The same for a text with characters of two units. */
function isInCapitals(text: string): boolean {
  const upper = text.match(/\p{Lu}/gu)?.length ?? 0;
  const lower = text.match(/\p{Ll}/gu)?.length ?? 0;
  return upper >= 8 && lower * 12 <= upper;
}

const acronyms = new Set([
  'EU', 'UN', 'USA', 'US', 'UK', 'NATO', 'OSCE', 'USSR', 'ASEAN', 'BRICS', 'SCO', 'CIS', 'EAEU', 'CSTO', 'UAE', 'WTO', 'IMF', 'AKP', 'AB', 'ABD', 'BM', 'COVID-19', 'COVID', 'ЕС', 'ООН', 'США', 'СССР', 'НАТО', 'ОБСЕ',
  'БРИКС', 'ШОС', 'СНГ', 'ЕАЭС', 'ОДКБ', 'РФ', 'КНР', 'АСЕАН', 'ВТО', 'РК', 'ЕО', 'БҰҰ', 'АҚШ', 'ЕАЭО', 'ШЫҰ', 'II', 'III', 'IV', 'VI', 'VII', 'VIII', 'IX', 'XIX', 'XX', 'XXI',
]);
const places = 'Казахстан Росси Россий Кита Евраз Европ Азии Азия Азию Киргиз Кыргыз Узбекист Таджик Туркмен Турци Украин Беларус Монгол Афганист Иран Инди Япони Коре Кавказ Сибир Москв Моск Алмат Астан Бишкек Ташкент Қазақст Ресе Қытай Орта# Түркі Өзбекст Америк Герман Франц Польш Латви Эстон Литв Грузи Армени Азербайджан'.split(' ').filter((stem) => !stem.includes('#'));
const latinPlaces = 'Kazakh Russia Chin Eurasia Europ Asia Kyrgyz Uzbek Tajik Turkmen Turk Ukrain Belarus Mongol Afghan Iran India Japan Korea Caucas Siberia Moscow Almaty Astana Bishkek Tashkent America German French France Poland Polish Latvia Estonia Lithuania Georgia Armenia Azerbaijan Africa Britain British Brazil Mexic Chile Argentin Spain España Brasil Türkiye Türk Asya Avrupa Rusya Ukrayna Soviet Syria Iraq Israel Arab Islam'.split(' ');

/** A title in sentence case. `context`: other text about the same matter, whose capitals tell proper names. */
export function fromCapitals(title: string, context: string): string {
  const proper = properWords(context);
  const turkish = /[İŞĞ]/u.test(title);
  let first = true;
  const newSentence = /\p{sc=Cyrillic}/u.test(title) ? /^[.?!]/u : /^[:.?!]/u;
  return title.replace(/[\p{L}\p{M}\p{N}’'-]+|[:.?!]\s/gu, (word) => {
    if (/^[:.?!]/u.test(word)) {
      first = newSentence.test(word);
      return word;
    }
    const written = asWritten(word, proper, first, turkish);
    first = false;
    return written;
  });
}

/** A keyword printed in capitals as it stands within a sentence. */
export const wordFromCapitals = (word: string, context: string): string => fromCapitals(`X ${word}`, context).slice(2);

function asWritten(word: string, proper: Proper, first: boolean, turkish: boolean): string {
  if (acronyms.has(word) || /\d/u.test(word) || proper.acronyms.has(word)) return word;
  const small = turkish ? word.toLocaleLowerCase('tr') : lower(word);
  const known = proper.words.has(stemOf(small)) || [...places, ...latinPlaces].some((stem) => small.startsWith(stem.toLowerCase()) && small.length <= stem.length + 6);
  const capital = turkish ? small.charAt(0).toLocaleUpperCase('tr') : small.charAt(0).toUpperCase();
  return first || known ? capital + small.slice(1) : small;
}

const lower = (word: string): string => (/[İŞĞ]|(?:LAR|LER|NIN|SI)$/u.test(word) && /[İŞĞÜÖÇ]/u.test(word) ? word.toLocaleLowerCase('tr') : word.toLowerCase());

type Proper = { readonly words: ReadonlySet<string>; readonly acronyms: ReadonlySet<string> };

/** Words that a text writes with a capital in the middle of a sentence, by their stems. */
function properWords(context: string): Proper {
  const words = new Set<string>();
  const short = new Set<string>();
  for (const [, word = ''] of context.slice(0, 6000).matchAll(/(?<=[\p{Ll},] )(\p{Lu}[\p{L}’'-]{1,40})/gu)) {
    if (/^\p{Lu}{2,6}$/u.test(word)) short.add(word);
    else if (/\p{Ll}/u.test(word)) words.add(stemOf(word.replace(/(?<=\p{L}{3})[’'].*/u, '').toLowerCase()));
  }
  return { words, acronyms: short };
}

const stemOf = (word: string): string => word.slice(0, Math.max(4, word.length - 2));

/** A name whose every word is in capitals, with only the first letters large; any other name stays. */
export function nameFromCapitals(name: string): string {
  const bare = name.replace(/(?<!\p{L})(?:von|van|de|der|del|la|da|dos|di|bin|al)(?!\p{L})/gu, '');
  if (/\p{Ll}/u.test(bare) || !/\p{Lu}{3}/u.test(bare)) return name;
  return name.replace(/\p{Lu}[\p{Lu}\p{M}’]+/gu, (word) => (suffix.has(word) ? word : word.charAt(0) + lower(word.slice(1))));
}

const suffix = new Set(['II', 'III', 'IV', 'JR', 'SR']);
