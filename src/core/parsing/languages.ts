/** Languages as exports name them, as codes of CSL (BCP 47). */

/** By code: the names that people, catalogues (ISO 639-2) and babel give a language. */
const namesByCode: { readonly [code: string]: string } = {
  'af': 'afrikaans afr', 'am': 'amharic amh', 'ar': 'arabic ara العربية', 'az': 'azerbaijani aze', 'be': 'belarusian bel', 'bn': 'bengali ben', 'bs': 'bosnian bos', 'bg': 'bulgarian bul български', 'ca': 'catalan cat català',
  'cs': 'czech cze ces čeština', 'cy': 'welsh wel cym', 'da': 'danish dan dansk', 'de': 'german ngerman germanb ger deu deutsch', 'de-AT': 'austrian naustrian',
  'de-CH': 'swissgerman nswissgerman', 'el': 'greek gre ell ελληνικά', 'en': 'english eng', 'en-AU': 'australian', 'en-CA': 'canadian', 'en-GB': 'british ukenglish',
  'en-NZ': 'newzealand', 'en-US': 'american usenglish', 'eo': 'esperanto epo', 'es': 'spanish spa español castellano castilian', 'es-MX': 'spanishmx mexican',
  'et': 'estonian est eesti', 'eu': 'basque baq eus euskara', 'fa': 'persian per fas farsi فارسی', 'fi': 'finnish fin suomi', 'fr': 'french fre fra français francais frenchb',
  'fr-CA': 'canadien acadian', 'ga': 'irish gle gaeilge', 'gl': 'galician glg galego', 'grc': 'ancientgreek grc polutonikogreek', 'he': 'hebrew heb', 'hi': 'hindi hin',
  'hr': 'croatian hrv scr hrvatski', 'hu': 'hungarian magyar hun', 'hy': 'armenian arm hye', 'id': 'indonesian ind bahasa indonesia', 'is': 'icelandic ice isl',
  'it': 'italian ita italiano', 'ja': 'japanese jpn 日本語', 'ka': 'georgian geo kat', 'kk': 'kazakh kaz қазақша', 'ko': 'korean kor 한국어', 'ky': 'kyrgyz kirghiz kir',
  'ku': 'kurdish kur', 'la': 'latin lat', 'lt': 'lithuanian lit', 'lv': 'latvian lav', 'mk': 'macedonian mac mkd', 'mn': 'mongolian mon', 'ms': 'malay may msa', 'nb': 'norsk bokmål bokmal nob',
  'nl': 'dutch dut nld nederlands', 'nn': 'nynorsk nno', 'no': 'norwegian nor', 'pl': 'polish pol polski', 'ps': 'pashto pus', 'pt': 'portuguese portuges por português',
  'pt-BR': 'brazilian brazil', 'ro': 'romanian rum ron română', 'ru': 'russian rus русский', 'sk': 'slovak slo slk', 'sl': 'slovene slovenian slv', 'sq': 'albanian alb sqi',
  'sr': 'serbian serbianc srp scc', 'sv': 'swedish swe svenska', 'sw': 'swahili swa', 'tg': 'tajik tgk', 'th': 'thai tha', 'tt': 'tatar tat', 'tk': 'turkmen tuk', 'tr': 'turkish tur türkçe',
  'uk': 'ukrainian ukr українська', 'ur': 'urdu urd', 'uz': 'uzbek uzb', 'vi': 'vietnamese vie', 'zh': 'chinese chi zho 中文',
};
const codes: ReadonlyMap<string, string> = new Map(Object.entries(namesByCode).flatMap(([code, names]) => names.split(' ').map((name) => [name, code] as const)));

const code = /^(\p{L}{2,3})(?:[-_](\p{L}{4}))?(?:[-_](\p{L}{2}|\d{3}))?$/u;

/** The code of a language that is given by name or code; what is not known stays as it is. */
export function languageCode(text: string): string {
  const name = text.trim();
  const [, language = '', script, region] = code.exec(name) ?? [];
  const known = codes.get(name.replace(/\.$/u, '').toLowerCase());
  if (known !== undefined || language === '' || (language.length === 3 && region === undefined)) return known ?? name;
  return [language.toLowerCase(), script === undefined ? undefined : `${script[0]?.toUpperCase()}${script.slice(1).toLowerCase()}`, region?.toUpperCase()]
    .filter((part) => part !== undefined).join('-');
}

/** Is it a code as {@link languageCode} gives it, and no name or list of names? */
export const isCode = (text: string): boolean => /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?$/u.test(text);
