/** Foreign text in Markdown that people go on writing in: escaped where a sign would mean something, and no more, so that it can be read. */

/** Within a line: no emphasis, link, image, code, HTML, entity, mathematics, citation, footnote, table or attribute comes of it. */
export const plainInline = (text: string): string => text.replace(/[\\`*_[\]<>@$^~|{}]|&(?=[#\p{L}])/gu, '\\$&');

/** The same, and no line of it begins a heading, list, rule, code, fence or division. Blanks at the beginning of lines are left out. */
export const plainLines = (text: string): string =>
  plainInline(text).replace(/^[ \t]+/gm, '').replace(/^(\d{1,9})(?=[.)])/gm, '$1\\').replace(/^(?:[#+=-]|:{3})/gm, '\\$&');
