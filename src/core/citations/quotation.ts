/** A quotation as a draft writes it: marked by the quotation marks of its language, its characters meaning nothing to the syntax. */
import { inDraft, type DraftText } from '../exits';
import type { DraftReading } from './draftReading';
import { forLanguage } from './localLocator';
import { plain, standing } from './words';

/** Quotation marks by language; where a language is not here, as in English. */
const marks: { readonly [language: string]: readonly [string, string] } = {
  de: ['„', '“'], cs: ['„', '“'], sk: ['„', '“'], bg: ['„', '“'], hr: ['„', '“'], sr: ['„', '“'], pl: ['„', '”'], ro: ['„', '”'], hu: ['„', '”'],
  ru: ['«', '»'], uk: ['«', '»'], be: ['«', '»'], kk: ['«', '»'], ky: ['«', '»'], fr: ['«\u00a0', '\u00a0»'], es: ['«', '»'], it: ['«', '»'], pt: ['“', '”'],
  sv: ['”', '”'], fi: ['”', '”'],
};

const marksOf = (language: string | undefined): readonly [string, string] => forLanguage(marks, language) ?? ['“', '”'];

/** A quotation of foreign text, on one line. A LaTeX draft that loads csquotes leaves the marks to it. `language` is a tag such as `de-DE`. */
export function quotationText({ syntax, ways }: DraftReading, quote: string, language?: string): DraftText {
  const text = plain[syntax](quote.replace(/\s+/g, ' ').trim());
  if (syntax === 'latex' && ways.packages.includes('csquotes')) return inDraft`\\enquote{${text}}`;
  if (syntax === 'latex' && language === undefined) return inDraft`\`\`${text}''`;
  const [open, close] = marksOf(language);
  return inDraft`${standing(open)}${text}${standing(close)}`;
}

/** From how many words on a quotation stands in a block of its own, as the manuals of style ask. */
const wordsOfBlock = 40;

/** Is a quotation so long, or of several paragraphs, that it stands in a block? */
export const isBlockQuotation = (quote: string): boolean => /\n[ \t]*\n/.test(quote.trim()) || quote.trim().split(/\s+/).length >= wordsOfBlock;
