/** The language of a passage, told by its script, its letters and its small words. */
import { remembering } from './remembered';
import { scriptCounts } from './units';

const letters: readonly (readonly [string, RegExp])[] = [
  ['kk', /[әғқұһӘҒҚҰҺ]/gu], ['uz', /[ўЎҳҲ]/gu], ['uk', /[їЇєЄґҐ]/gu], ['ky', /[ңөүҢӨҮ]/gu],
];
const smallWords: { readonly [language: string]: string } = {
  en: 'the of and in to is that this for with on as by are from how why what their its at between',
  de: 'der die das und ist von mit den des wird werden nicht eine einer im zu dem auf für zwischen warum wie ihre ihrer über zur zum als bei durch',
  fr: 'le la les des et est une dans du que cet cette qui sur aux par entre',
  es: 'el la los las y es una del que este esta con por se en sobre entre',
  pt: 'o os das dos e é uma do da que este com por não são na no em entre',
  it: 'il gli delle della che è una di nel questo con per sono dei tra',
  tr: 've bir bu ile için olarak da de olan ise gibi çalışma makale arasında üzerine',
  uz: 'va bilan uchun ushbu haqida maqolada hamda',
  az: 'və ilə üçün bu olan məqalədə kimi',
  sv: 'och att som av på är vid om en det för med',
  pl: 'i w z na do się jest oraz nie od artykuł przez',
};
/** Words of Uzbek with the apostrophes that stand for its letter. */
const apostrophes = /(?<!\p{L})(?:bo['’‘ʻ]yicha|o['’‘ʻ]rtasidagi)(?!\p{L})/giu;

/** The languages in which each of these words is common. */
const languagesOf: ReadonlyMap<string, readonly string[]> = byWord();

function byWord(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [language, words] of Object.entries(smallWords)) {
    for (const word of words.split(' ')) found.set(word, [...(found.get(word) ?? []), language]);
  }
  return found;
}

/** The code of the language of a text of some words (its first 1,500 characters are looked at), or undefined. */
export function textLanguage(text: string): string | undefined {
  return languageOf(text.slice(0, 1500));
}

const languageOf = remembering((sample: string): string | undefined => {
  const scripts = scriptCounts(sample);
  if (scripts === undefined) return languageOfLong(sample);
  const { Latin: latin, Han: han, Cyrillic: cyrillic } = scripts;
  if (scripts.Hiragana + scripts.Katakana > 3) return 'ja';
  if (scripts.Hangul > 3) return 'ko';
  if (han * 3 > latin && han > 1) return 'zh';
  if (scripts.Arabic > latin) return /[پچژگ]/u.test(sample) ? 'fa' : 'ar';
  if (cyrillic > latin) return cyrillicLanguage((pattern) => sample.match(pattern)?.length ?? 0, cyrillic);
  return latin === 0 ? undefined : latinLanguage(sample);
});

/** The same for a text with characters of two units. */
function languageOfLong(sample: string): string | undefined {
  const count = (pattern: RegExp): number => sample.match(pattern)?.reduce((sum, run) => sum + run.length, 0) ?? 0;
  if (count(/[\p{sc=Hiragana}\p{sc=Katakana}]+/gu) > 3) return 'ja';
  if (count(/\p{sc=Hangul}+/gu) > 3) return 'ko';
  const latin = count(/\p{sc=Latin}+/gu);
  const han = count(/\p{sc=Han}+/gu);
  if (han * 3 > latin && han > 1) return 'zh';
  if (count(/\p{sc=Arabic}+/gu) > latin) return /[پچژگ]/u.test(sample) ? 'fa' : 'ar';
  const cyrillic = count(/\p{sc=Cyrillic}+/gu);
  return cyrillic > latin ? cyrillicLanguage(count, cyrillic) : latin === 0 ? undefined : latinLanguage(sample);
}

type Count = (pattern: RegExp) => number;

function cyrillicLanguage(count: Count, many: number): string {
  return letters.find(([, pattern]) => count(pattern) > Math.max(0, many / 150))?.[0] ?? 'ru';
}

function latinLanguage(sample: string): string | undefined {
  const counts = new Map<string, number>();
  const add = (language: string): Map<string, number> => counts.set(language, (counts.get(language) ?? 0) + 1);
  for (const word of sample.toLowerCase().match(/\p{L}+/gu) ?? []) languagesOf.get(word)?.forEach(add);
  if (/yicha|rtasidagi/iu.test(sample)) for (const _ of sample.matchAll(apostrophes)) add('uz');
  const [best, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return best !== undefined && best[1] > (second?.[1] ?? 0) ? best[0] : undefined;
}
