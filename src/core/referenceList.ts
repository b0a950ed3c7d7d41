/** A formatted reference list as it goes to the clipboard: as plain text, and as HTML that word processors and mail programs keep. */
import type { FormattedEntry } from './enginePort';
import { html, htmlText, joined, type HtmlText } from './exits';

const numbered = (number: string, rest: string): string => (number === '' ? rest : `${number} ${rest}`);

/** One entry a line. */
export const listAsText = (entries: readonly FormattedEntry[]): string => entries.map(({ number, text }) => numbered(number, text.trim())).join('\n');

/** A paragraph for each entry, with a hanging indent, as reference lists are printed. */
export const listAsHtml = (entries: readonly FormattedEntry[]): HtmlText =>
  joined(entries.map(({ number, html: text }) => html`<p style="margin:0 0 0.5em 2em;text-indent:-2em">${number === '' ? html`` : html`${htmlText(number)} `}${text.trim() as HtmlText}</p>`), html`\n`);
