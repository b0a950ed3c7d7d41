/** Languages as exports name them, as codes of CSL (BCP 47). */
const names: { readonly [name: string]: string } = {
  english: 'en', eng: 'en', british: 'en-GB', american: 'en-US', usenglish: 'en-US', ukenglish: 'en-GB', russian: 'ru', rus: 'ru',
  русский: 'ru', kazakh: 'kk', kaz: 'kk', қазақша: 'kk', kyrgyz: 'ky', kirghiz: 'ky', uzbek: 'uz', tajik: 'tg', turkmen: 'tk',
  azerbaijani: 'az', ukrainian: 'uk', belarusian: 'be', turkish: 'tr', tur: 'tr', türkçe: 'tr', german: 'de', ngerman: 'de', ger: 'de',
  deu: 'de', deutsch: 'de', french: 'fr', fre: 'fr', fra: 'fr', français: 'fr', spanish: 'es', spa: 'es', español: 'es',
  portuguese: 'pt', por: 'pt', italian: 'it', ita: 'it', polish: 'pl', pol: 'pl', chinese: 'zh', chi: 'zh', zho: 'zh', 中文: 'zh',
  japanese: 'ja', jpn: 'ja', korean: 'ko', kor: 'ko', arabic: 'ar', ara: 'ar', persian: 'fa', per: 'fa', mongolian: 'mn', dutch: 'nl',
  swedish: 'sv', norwegian: 'no', finnish: 'fi', czech: 'cs', hungarian: 'hu', romanian: 'ro', greek: 'el', georgian: 'ka', armenian: 'hy',
  ukr: 'uk', bel: 'be', uzb: 'uz', kir: 'ky', tgk: 'tg', tuk: 'tk', aze: 'az', tat: 'tt', mon: 'mn', fas: 'fa', heb: 'he', hebrew: 'he', kur: 'ku', kurdish: 'ku', pus: 'ps', pashto: 'ps', urd: 'ur', urdu: 'ur', hin: 'hi', hindi: 'hi',
  ben: 'bn', bengali: 'bn', tha: 'th', thai: 'th', vie: 'vi', vietnamese: 'vi', ind: 'id', indonesian: 'id', may: 'ms', msa: 'ms', malay: 'ms', dut: 'nl', nld: 'nl', swe: 'sv', dan: 'da', danish: 'da', nor: 'no', nob: 'nb', nno: 'nn', fin: 'fi',
  ice: 'is', isl: 'is', icelandic: 'is', est: 'et', estonian: 'et', lav: 'lv', latvian: 'lv', lit: 'lt', lithuanian: 'lt', cze: 'cs', ces: 'cs', slo: 'sk', slk: 'sk', slovak: 'sk', slv: 'sl', slovenian: 'sl', slovene: 'sl', hrv: 'hr', croatian: 'hr',
  srp: 'sr', serbian: 'sr', bos: 'bs', bosnian: 'bs', mac: 'mk', mkd: 'mk', macedonian: 'mk', bul: 'bg', bulgarian: 'bg', alb: 'sq', sqi: 'sq', albanian: 'sq', hun: 'hu', rum: 'ro', ron: 'ro', gre: 'el', ell: 'el', geo: 'ka', kat: 'ka',
  arm: 'hy', hye: 'hy', cat: 'ca', catalan: 'ca', glg: 'gl', galician: 'gl', baq: 'eu', eus: 'eu', basque: 'eu', wel: 'cy', cym: 'cy', gle: 'ga', irish: 'ga', lat: 'la', latin: 'la', afr: 'af', afrikaans: 'af', swa: 'sw', swahili: 'sw', amh: 'am', amharic: 'am',
};

/** The code of a language that is given by name or code; what is not known stays as it is. */
export function languageCode(text: string): string {
  const name = text.trim().replace(/\.$/u, '').toLowerCase();
  if (Object.hasOwn(names, name)) return names[name] ?? text;
  const [, language, region] = /^([a-z]{2,3})[-_]([a-z]{2})$/u.exec(name) ?? [];
  return language === undefined || region === undefined ? text.trim() : `${language}-${region.toUpperCase()}`;
}
