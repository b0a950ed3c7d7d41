/** Locators as a draft's own language writes them, so that Pandoc and the reader both take them for one. */
import { locatorFrom, locatorText } from '../notes';
import type { Locator } from '../source';

/** One page and several, by language; where a language is not here, as in English. From the terms of the CSL locales. */
const pages: { readonly [language: string]: readonly [string, string] } = {
  de: ['S.', 'S.'], ru: ['с.', 'с.'], uk: ['с.', 'с.'], be: ['с.', 'с.'], kk: ['с.', 'с.'], ky: ['с.', 'с.'], bg: ['с.', 'с.'], tr: ['s.', 'ss.'],
  pl: ['s.', 's.'], cs: ['s.', 's.'], sk: ['s.', 's.'], sv: ['s.', 's.'], nb: ['s.', 's.'], da: ['s.', 's.'], fi: ['s.', 's.'], hr: ['str.', 'str.'], sr: ['стр.', 'стр.'],
  nl: ['p.', 'pp.'], fr: ['p.', 'p.'], it: ['p.', 'pp.'], es: ['p.', 'pp.'], pt: ['p.', 'p.'], ro: ['p.', 'pp.'], hu: ['o.', 'o.'],
};

const several = (value: string): boolean => /[–—,&-]/.test(value);

/** A locator in words of a language tag such as `ru-RU`; in English without one. */
export function localLocator(locator: Locator, language = 'en'): string {
  const words = locator.label === 'page' ? pages[language.split(/[-_]/, 1)[0]?.toLowerCase() ?? ''] : undefined;
  return words === undefined ? locatorText(locator) : `${words[several(locator.value) ? 1 : 0]} ${locator.value}`;
}

/** What a person typed for a place (`p 3`, `3-5`, `§ 4`, `стр. 12`) as the draft should have it; undefined when it is none. */
export function typedLocator(typed: string, language?: string): string | undefined {
  const locator = locatorFrom(typed);
  return locator === undefined ? undefined : localLocator(locator, language);
}
