/** Foreign text in Markdown that people go on writing in: escaped where a sign would mean something, and no more, so that it can be read. */
import type { DraftText } from './exits';

/** Within a line: no emphasis, link, image, code, HTML, entity, mathematics, citation, footnote, table or attribute comes of it. */
export const plainInline = (text: string): DraftText => text.replace(/[\\`*_[\]<>@$^~|{}]|&(?=[#\p{L}])/gu, '\\$&') as DraftText;

/** The same where a tag could stand: its sign is escaped too. */
export const plainWords = (text: string): DraftText => plainInline(text).replaceAll('#', '\\#') as DraftText;

/** What a person wrote, which is Markdown. */
export const ownMarkdown = (text: string): DraftText => text as DraftText;

/** What Pandoc takes for the beginning of a list besides numbers: letters and Roman numerals, the large ones before two blanks, and all of them in brackets. */
const listLetter = /^([a-z]|[ivxlcdm]{2,9}|[IVXLCDM]{2,9}|[A-Z](?=\)|\.\s\s))(?=[.)]\s)/gm;
const listBracket = /^\((?=(?:\d{1,9}|[A-Za-z]|[ivxlcdm]{2,9}|[IVXLCDM]{2,9})\)\s)/gm;

/** The same, and no line of it begins a heading, list, definition, rule, code, fence or division. Blanks at the beginning of lines are left out. */
export const plainLines = (text: string): DraftText =>
  plainInline(text).replace(/^[ \t]+/gm, '').replace(/^(\d{1,9})(?=[.)])/gm, '$1\\').replace(listLetter, '$1\\').replace(listBracket, '\\(')
    .replace(/^(?:[#+=-]|:(?=[ \t]|::))/gm, '\\$&') as DraftText;

/** Lines as a quotation in a block. */
export const quotedLines = (text: DraftText): DraftText => text.split('\n').map((line) => `> ${line}`.trimEnd()).join('\n') as DraftText;
