/** The language in which a work is written, told by its title and abstract where the page itself does not name it. */
import type { Found } from './found';
import { textLanguage } from './textLanguage';

/** The small words of languages that few others share; a tenth of running text and more. Signs tell what small words cannot: no language is told without them. */
const latin: { readonly [language: string]: readonly [RegExp, RegExp] } = {
  de: [/(?<!\p{L})(?:der|die|das|und|ist|von|mit|den|des|wird|werden|nicht|eine[rn]?|im|zu|dem|auf|für|als|sich|wie|durch|sie)(?!\p{L})/giu, /[äöüß]/u],
  fr: [/(?<!\p{L})(?:le|la|les|des|et|est|une?|dans|du|que|qui|sur|aux?|par|pour|ce(?:tte)?|en)(?!\p{L})|(?<!\p{L})[dl]['’]/giu, /[éèêàçœ]/u],
  es: [/(?<!\p{L})(?:el|las?|los|y|es|una?|del|que|este|con|se|en|por|para|de|entre)(?!\p{L})/giu, /[óíñáé]/u],
  pt: [/(?<!\p{L})(?:os?|as?|dos?|das?|e|uma?|que|com|por|não|na|no|em|de|entre|se)(?!\p{L})/giu, /[ãõçâê]/u],
  it: [/(?<!\p{L})(?:il|gli|le|delle|della|dei|del|che|è|una?|di|nel(?:la|le)?|per|con|sono|e|la|i)(?!\p{L})/giu, /[èàòù]/u],
  tr: [/(?<!\p{L})(?:ve|bir|bu|ile|için|olarak|da|de|olan|ise|gibi|üzerine|arasında)(?!\p{L})/giu, /[ışğ]/u],
  pl: [/(?<!\p{L})(?:w|z|na|do|się|jest|oraz|nie|od|i|a|że|jak)(?!\p{L})/giu, /[ąęłśż]/u],
};
/** Letters that no Russian word has, and those that Bulgarian and Serbian lack. */
const notRussian = /[їієґўәғқұһңөүҳӣӯҷђћјљњџѓќѕ]/iu;
const eastSlavic = /[ыэ]/iu;
const others: { readonly [language: string]: RegExp } = { kk: /[әұ]/iu, uk: /[їєґ]/iu };

/** The code of the language of a work with this title and abstract; undefined for English, and where it is not sure. */
export function languageOfWork(title: string, abstract: string): string | undefined {
  const language = textLanguage(abstract);
  if (language === undefined || language === 'en' || abstract.length < 80) return undefined;
  if (language === 'zh' || language === 'ja' || language === 'ko') return textLanguage(title) === language ? language : undefined;
  if (/\p{sc=Cyrillic}/u.test(abstract)) return /\p{sc=Cyrillic}{3}/u.test(title) ? cyrillic(language, title, abstract) : undefined;
  const [words, sign] = latin[language] ?? [];
  if (words === undefined || sign === undefined || !sign.test(abstract)) return undefined;
  const all = abstract.slice(0, 1500).match(/\p{L}+/gu)?.length ?? 0;
  const small = abstract.slice(0, 1500).match(words)?.length ?? 0;
  const ofTitle = textLanguage(title);
  return small * 8 > all && (ofTitle === language || (ofTitle !== 'en' && sign.test(title))) ? language : undefined;
}

function cyrillic(language: string, title: string, abstract: string): string | undefined {
  if (language === 'ru') return eastSlavic.test(abstract) && !notRussian.test(title) && !notRussian.test(abstract) ? 'ru' : undefined;
  return others[language]?.test(abstract) === true && !(language === 'uk' && eastSlavic.test(title)) ? language : undefined;
}

/** The record with the language of its title and abstract, if it names none and they are surely of one that is not English. */
export function inItsLanguage(found: Found): Found {
  const { title, abstract, language } = found.item;
  if (language !== undefined || title === undefined || abstract === undefined) return found;
  const told = languageOfWork(title, abstract);
  if (told === undefined) return found;
  return { ...found, item: { ...found.item, language: told }, certainty: { ...found.certainty, language: { sure: 0.9, why: 'Title and abstract are written in it.' } } };
}
