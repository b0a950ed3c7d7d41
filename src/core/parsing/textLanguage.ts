/** The language of a passage, told by its script, its letters and its small words. */

const letters: readonly (readonly [string, RegExp])[] = [
  ['kk', /[әғқұһӘҒҚҰҺ]/gu], ['uz', /[ўЎҳҲ]/gu], ['uk', /[їЇєЄґҐ]/gu], ['ky', /[ңөүҢӨҮ]/gu],
];
const smallWords: { readonly [language: string]: RegExp } = {
  en: /(?<!\p{L})(?:the|of|and|in|to|is|that|this|for|with|on|as|by|are|from|how|why|what|their|its|at|between)(?!\p{L})/giu,
  de: /(?<!\p{L})(?:der|die|das|und|ist|von|mit|den|des|wird|werden|nicht|eine|einer|im|zu|dem|auf|für|zwischen|warum|wie|ihre|ihrer|über|zur|zum|als|bei|durch)(?!\p{L})/giu,
  fr: /(?<!\p{L})(?:le|la|les|des|et|est|une|dans|du|que|cet|cette|qui|sur|aux|par|entre)(?!\p{L})/giu,
  es: /(?<!\p{L})(?:el|la|los|las|y|es|una|del|que|este|esta|con|por|se|en|sobre|entre)(?!\p{L})/giu,
  pt: /(?<!\p{L})(?:o|os|das|dos|e|é|uma|do|da|que|este|com|por|não|são|na|no|em|entre)(?!\p{L})/giu,
  it: /(?<!\p{L})(?:il|gli|delle|della|che|è|una|di|nel|questo|con|per|sono|dei|tra)(?!\p{L})/giu,
  tr: /(?<!\p{L})(?:ve|bir|bu|ile|için|olarak|da|de|olan|ise|gibi|çalışma|makale|arasında|üzerine)(?!\p{L})/giu,
  uz: /(?<!\p{L})(?:va|bilan|uchun|ushbu|bo['’‘ʻ]yicha|haqida|maqolada|hamda|o['’‘ʻ]rtasidagi)(?!\p{L})/giu,
  az: /(?<!\p{L})(?:və|ilə|üçün|bu|olan|məqalədə|kimi)(?!\p{L})/giu,
  sv: /(?<!\p{L})(?:och|att|som|av|på|är|vid|om|en|det|för|med)(?!\p{L})/giu,
  pl: /(?<!\p{L})(?:i|w|z|na|do|się|jest|oraz|nie|od|artykuł|przez)(?!\p{L})/giu,
};

/** The code of the language of a text of some words (its first 1,500 characters are looked at), or undefined. */
export function textLanguage(text: string): string | undefined {
  const sample = text.slice(0, 1500);
  const count = (pattern: RegExp): number => sample.match(pattern)?.length ?? 0;
  if (count(/[\p{sc=Hiragana}\p{sc=Katakana}]/gu) > 3) return 'ja';
  if (count(/\p{sc=Hangul}/gu) > 3) return 'ko';
  const latin = count(/\p{sc=Latin}/gu);
  if (count(/\p{sc=Han}/gu) * 3 > latin && count(/\p{sc=Han}/gu) > 1) return 'zh';
  if (count(/\p{sc=Arabic}/gu) > latin) return /[پچژگ]/u.test(sample) ? 'fa' : 'ar';
  const cyrillic = count(/\p{sc=Cyrillic}/gu);
  return cyrillic > latin ? cyrillicLanguage(count, cyrillic) : latin === 0 ? undefined : latinLanguage(count);
}

type Count = (pattern: RegExp) => number;

function cyrillicLanguage(count: Count, many: number): string {
  return letters.find(([, pattern]) => count(pattern) > Math.max(0, many / 150))?.[0] ?? 'ru';
}

function latinLanguage(count: Count): string | undefined {
  const scores = Object.entries(smallWords).map(([language, words]) => [language, count(words)] as const).sort((a, b) => b[1] - a[1]);
  const [best, second] = scores;
  return best !== undefined && best[1] > 0 && best[1] > (second?.[1] ?? 0) ? best[0] : undefined;
}
