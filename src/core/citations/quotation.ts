/** A quotation as a draft writes it: marked by the quotation marks of its language, its characters meaning nothing to the syntax. */
import { plainInline } from '../markdownProse';
import type { Syntax } from './citation';
import type { DraftReading } from './draftReading';

/** Quotation marks by language; where a language is not here, as in English. */
const marks: { readonly [language: string]: readonly [string, string] } = {
  de: ['„', '“'], cs: ['„', '“'], sk: ['„', '“'], bg: ['„', '“'], hr: ['„', '“'], sr: ['„', '“'], pl: ['„', '”'], ro: ['„', '”'], hu: ['„', '”'],
  ru: ['«', '»'], uk: ['«', '»'], be: ['«', '»'], kk: ['«', '»'], ky: ['«', '»'], fr: ['«\u00a0', '\u00a0»'], es: ['«', '»'], it: ['«', '»'], pt: ['“', '”'],
  sv: ['”', '”'], fi: ['”', '”'],
};

const marksOf = (language: string | undefined): readonly [string, string] => marks[language?.split(/[-_]/, 1)[0]?.toLowerCase() ?? ''] ?? ['“', '”'];

const tex: { readonly [sign: string]: string } = {
  '\\': '\\textbackslash{}', '{': '\\{', '}': '\\}', $: '\\$', '&': '\\&', '#': '\\#', '%': '\\%', _: '\\_', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}',
};

const plainMarkdown = (text: string): string => plainInline(text).replaceAll('#', '\\#');

// TeX takes no control sign, not even in a comment.
const unprintable = /[\0-\x08\x0b-\x1f\x7f]/g;
// What Org would run, or hand on as it stands to LaTeX and HTML: commands, snippets, macros, code.
const orgSigns = /[[\]\\$]|@@|\{\{|\b(?:src|call)_(?=[^\s])/g;

/** Text in which no sign means anything to the syntax. */
export const plain: { readonly [S in Syntax]: (text: string) => string } = {
  markdown: plainMarkdown,
  myst: plainMarkdown,
  latex: (text) => text.replace(unprintable, '').replace(/[\\{}$&#%_~^]/g, (sign) => tex[sign] ?? sign),
  typst: (text) => text.replace(/[\\#*_`$@<>[\]~/]/g, '\\$&'),
  org: (text) => text.replace(orgSigns, (sign) => (sign === ']' ? '\u200b]' : sign === '$' ? '\\dollar{}' : `${sign}\u200b`)),
};

/** A quotation of foreign text, on one line. A LaTeX draft that loads csquotes leaves the marks to it. `language` is a tag such as `de-DE`. */
export function quotationText({ syntax, ways }: DraftReading, quote: string, language?: string): string {
  const text = plain[syntax](quote.replace(/\s+/g, ' ').trim());
  if (syntax === 'latex' && ways.packages.includes('csquotes')) return `\\enquote{${text}}`;
  if (syntax === 'latex' && language === undefined) return `\`\`${text}''`;
  const [open, close] = marksOf(language);
  return `${open}${text}${close}`;
}

/** From how many words on a quotation stands in a block of its own, as the manuals of style ask. */
const wordsOfBlock = 40;

/** Is a quotation so long, or of several paragraphs, that it stands in a block? */
export const isBlockQuotation = (quote: string): boolean => /\n[ \t]*\n/.test(quote.trim()) || quote.trim().split(/\s+/).length >= wordsOfBlock;
