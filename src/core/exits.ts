/**
 * How text leaves. Any plain string may be foreign: a title, a name, a key, the path of somebody’s file. What shows or carries text onwards takes
 * a type of its own, and the one way to make it is the encoder of that exit; so a plain string at an exit does not compile.
 * `test/unit/architecture` holds which files may reach the exits of the editor.
 */
declare const exit: unique symbol;
type For<Exit extends string> = string & { readonly [exit]: Exit };

/** Markdown that the editor renders: hovers, tooltips, what completion says. */
export type MarkdownText = For<'markdown'>;
/** Text in which the editor draws icons: rows of a box, the status bar, lenses. */
export type LabelText = For<'label'>;
/** Text in which the editor makes links: notifications, and what a box for typing says. */
export type NoticeText = For<'notice'>;
/** One line of the log. */
export type LogText = For<'log'>;
/** What a terminal shows as it stands. */
export type TerminalText = For<'terminal'>;
/** HTML of a page. */
export type HtmlText = For<'html'>;
/** TeX in a bibliography: a value, its entry, all of them. Its encoders stand in `exports/tex`. */
export type TexText = For<'tex'>;
/** Text of a draft, or of a document in Markdown that people go on writing in. Its encoders stand in `citations/words`, `citations/blocks` and `markdownProse`. */
export type DraftText = For<'draft'>;
/** A cell of a table in CSV, with what guards it, and the table of such cells. */
export type CsvText = For<'csv'>;
/** An address on the web, to be opened. */
export type WebAddress = For<'address'>;

/** Words of ours with encoded text between them: `` markdown`**${markdownText(title)}**` ``. A plain string between them does not compile. */
const ours = <Text extends string>() => (words: TemplateStringsArray, ...encoded: readonly Text[]): Text =>
  words.reduce((text, word, at) => text + (encoded[at - 1] ?? '') + word) as Text;
export const markdown = ours<MarkdownText>();
export const label = ours<LabelText>();
export const html = ours<HtmlText>();
export const bib = ours<TexText>();
export const inDraft = ours<DraftText>();

/** The same with the line ends of a file that has those of Windows. */
export const withCrLf = (text: DraftText): DraftText => text.replaceAll('\n', '\r\n') as DraftText;

/** Encoded texts one behind the other; `between` is of the same exit. */
export const joined = <Text extends MarkdownText | LabelText | HtmlText | TexText | DraftText>(texts: readonly Text[], between: Text): Text => texts.join(between) as Text;

const named: { readonly [sign: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&#39;' };

/**
 * Marks that change what is read without being seen: embeddings, overrides and isolates of writing direction, zero-width blanks, fillers and
 * controls. The joiners and direction marks that Persian, Hindi, Hebrew or emoji need are not among them.
 */
const unseen = /[\0-\x08\x0e-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u180e\u200b\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|\udb40[\udc00-\udc1f]/g;

/** The text with marks that one cannot see made visible, as `‹U+202E›`, so that no title reads otherwise than it is written. */
export const visible = (text: string): string =>
  text.replace(unseen, (mark) => `‹U+${(mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}›`);

/**
 * As text of Markdown: every sign of Markdown escaped, so that it can make no emphasis, link, image, icon, HTML or address
 * (CommonMark 2.4 lets a backslash stand before any ASCII punctuation). Line ends become spaces. Unlike
 * `MarkdownString.appendText` it leaves spaces as they are, so that lines break between words.
 */
export const markdownText = (text: string): MarkdownText =>
  visible(text.replace(/\s+/g, ' ')).replace(/[!-/:-@[-`{-~]/g, (sign) => (/[&<>]/.test(sign) ? named[sign] ?? sign : `\\${sign}`)) as MarkdownText;

/** As text between tags of HTML or in the quotation marks of an attribute. */
export const htmlText = (text: string): HtmlText => text.replace(/[&<>"']/g, (sign) => named[sign] ?? sign) as HtmlText;

/** As a label: what the editor would take for an icon, `$(bug)`, stands there as it is written. */
export const labelText = (text: string): LabelText => visible(text).replace(/\$(?=\([A-Za-z0-9-]+(?:~[A-Za-z]+)?\))/g, '\\$&') as LabelText;

/** As a notice: what the editor would take for a link, `[words](command:…)`, is none. There is no way to escape it but a blank. */
export const noticeText = (text: string): NoticeText => visible(text).replace(/\](?=\()/g, '] ') as NoticeText;

const codes = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
// Line ends and tabs forge lines; escape sequences colour, move and answer; direction marks turn them round.
const unprintable = /[\0-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** As one line of the log: no line end and no control sign, so that foreign text can forge no line. */
export const logText = (text: string): LogText => text.replace(/[\t\r\n]+/g, ' ').replace(unprintable, codes) as LogText;

/** As a terminal shows it: line ends and tabs stay, escape sequences are spelt out. */
export const terminalText = (text: string): TerminalText => text.replace(unprintable, (sign) => (sign === '\n' || sign === '\t' ? sign : codes(sign))) as TerminalText;

/** What a spreadsheet program would take for a formula, or pass over before one (blanks, marks that nobody sees): also in the full width of East Asian texts. */
const likeFormula = /^(?:[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|[\t\r\n])/u;
export const isLikeFormula = (text: string): boolean => likeFormula.test(text);

/** As a cell of CSV (RFC 4180): a number as it stands, a text that could be taken for a formula with an apostrophe before it. */
export function csvCell(cell: string | number): CsvText {
  const text = typeof cell === 'string' && isLikeFormula(cell) ? `'${cell}` : String(cell);
  return (/[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text) as CsvText;
}

/** Rows of cells as a table, with the mark by which Excel knows UTF-8. */
export const csvRows = (rows: readonly (readonly CsvText[])[]): CsvText => `\uFEFF${rows.map((row) => row.join(',')).join('\r\n')}\r\n` as CsvText;

/** As a part of an address, whatever stands in it: no sign of it ends the part or the link that holds it. Half a surrogate pair has no place in one. */
export const addressPart = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, '')).replace(/['()*!~]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);

/** As an address that may be opened: on the web, without a name and password in it; nothing for any other. */
export function webAddress(text: string): WebAddress | undefined {
  const address = text.trim();
  const isOnTheWeb = /^https?:\/\/[^\s/?#@\\]+(?:[/?#][^\s\\]*)?$/i.test(address);
  return isOnTheWeb && visible(address) === address ? address as WebAddress : undefined;
}
