/** Languages as exports name them, as codes of CSL (BCP 47). */
const names: { readonly [name: string]: string } = {
  english: 'en', eng: 'en', british: 'en-GB', american: 'en-US', usenglish: 'en-US', ukenglish: 'en-GB', russian: 'ru', rus: 'ru',
  русский: 'ru', kazakh: 'kk', kaz: 'kk', қазақша: 'kk', kyrgyz: 'ky', kirghiz: 'ky', uzbek: 'uz', tajik: 'tg', turkmen: 'tk',
  azerbaijani: 'az', ukrainian: 'uk', belarusian: 'be', turkish: 'tr', tur: 'tr', türkçe: 'tr', german: 'de', ngerman: 'de', ger: 'de',
  deu: 'de', deutsch: 'de', french: 'fr', fre: 'fr', fra: 'fr', français: 'fr', spanish: 'es', spa: 'es', español: 'es',
  portuguese: 'pt', por: 'pt', italian: 'it', ita: 'it', polish: 'pl', pol: 'pl', chinese: 'zh', chi: 'zh', zho: 'zh', 中文: 'zh',
  japanese: 'ja', jpn: 'ja', korean: 'ko', kor: 'ko', arabic: 'ar', ara: 'ar', persian: 'fa', per: 'fa', mongolian: 'mn', dutch: 'nl',
  swedish: 'sv', norwegian: 'no', finnish: 'fi', czech: 'cs', hungarian: 'hu', romanian: 'ro', greek: 'el', georgian: 'ka', armenian: 'hy',
};

/** The code of a language that is given by name or code; what is not known stays as it is. */
export function languageCode(text: string): string {
  const name = text.trim().replace(/\.$/u, '').toLowerCase();
  return Object.hasOwn(names, name) ? names[name] ?? text : text.trim();
}
