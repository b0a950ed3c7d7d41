/** The words of a stretch of a page, block by block, with what only its HTML says: where its links lead, and its metadata. */
import type { Span } from '../../../source';
import { eachOf, type Sliced } from '../../../slices';
import { scanningXml, type XmlToken } from '../../xml';
import { isContextObject } from './coins';

/** A link of a page: `start` and `end` of its words. */
export type PageLink = Span & { readonly address: string };

/** An item of a list, a row of a table or a paragraph, with the links in it. */
export type PageRow = Span & { readonly links: readonly PageLink[] };

/**
 * `words` as the page shows them, a line for each block; COinS stand among them as tags. `metadata`: the tags and JSON-LD of
 * the page that speak of works, as they stand. `rows`: items of lists, rows of tables and paragraphs. Places are in `words`.
 */
export type PageWords = { readonly words: string; readonly metadata: string; readonly links: readonly PageLink[]; readonly rows: readonly PageRow[] };

/** The words of HTML. Nothing in it is run or fetched. Linear in its length. */
export function* pageWords(html: string): Sliced<PageWords> {
  const page = new Page(html);
  yield* eachOf(yield* scanningXml(html, { html: true }), 2000, (token) => page.take(token));
  return page.finish();
}

const onLines = new Set('address article aside body button caption dd div dt fieldset figcaption figure footer form header hr html legend li main nav option section select tbody tfoot thead tr'.split(' '));
const onParagraphs = new Set('blockquote dl h1 h2 h3 h4 h5 h6 ol p pre table ul'.split(' '));
const rowsOfPage = new Set(['li', 'tr', 'p', 'dd', 'article']);
const unseen = new Set(['template', 'noscript', 'svg', 'title', 'iframe']);
const ofWorks = /^(?:citation_|bepress_citation_|(?:dc|dcterms|prism|eprints)[._:])/iu;
const longestAddress = 1000;
/** A row with more links is no row about one work. */
const mostLinks = 50;
const raised: { readonly [digit: string]: string } = { 0: '⁰', 1: '¹', 2: '²', 3: '³', 4: '⁴', 5: '⁵', 6: '⁶', 7: '⁷', 8: '⁸', 9: '⁹' };

/** Writes words and line ends; a line end counts only when words follow. */
class Writer {
  private readonly done: string[] = [];
  private line = '';
  private length = 0;
  private breaks = 0;

  /** Where the next words will stand, or the line end before them. */
  get place(): number {
    return this.length + this.line.length;
  }

  get text(): string {
    return [...this.done, this.line].join('');
  }

  /** At least so many line ends before the next words. */
  breakLine(ends: number): void {
    this.breaks = Math.max(this.breaks, ends);
  }

  addBreak(): void {
    this.breaks = Math.min(this.breaks + 1, 3);
  }

  /** Words whose white space says nothing. */
  write(text: string): void {
    const words = text.replace(/\s+/gu, ' ');
    if (words === ' ' && (this.breaks > 0 || this.line === '')) return;
    this.startLine();
    this.line += this.line === '' || this.line.endsWith(' ') || this.line.endsWith('\t') ? words.trimStart() : words;
  }

  verbatim(text: string): void {
    this.startLine();
    this.line += text;
  }

  private startLine(): void {
    if (this.breaks > 0 && this.place > 0) {
      const whole = `${this.line}${'\n'.repeat(this.breaks)}`;
      this.done.push(whole);
      this.length += whole.length;
      this.line = '';
    }
    this.breaks = 0;
  }
}

class Page {
  private readonly writer = new Writer();
  private readonly metadata: string[] = [];
  private readonly links: PageLink[] = [];
  private readonly rows: PageRow[] = [];
  private readonly openRows: { readonly name: string; readonly start: number; readonly links: number }[] = [];
  private link: { readonly address: string; readonly start: number } | undefined;
  private hiddenIn: string | undefined;
  private linkedData = false;
  private verbatim = false;
  private isRaised = false;

  constructor(private readonly html: string) {}

  take(token: XmlToken): void {
    if (token.kind === 'aside') this.script(token);
    else if (token.kind === 'text') this.text(token.text);
    else if (token.kind === 'open') this.open(token);
    else this.close(token.name);
  }

  finish(): PageWords {
    this.endLink();
    return { words: this.writer.text, metadata: this.metadata.join('\n'), links: this.links, rows: this.rows };
  }

  private script({ start, end }: Span): void {
    if (this.linkedData) this.metadata.push(`<script type="application/ld+json">${this.html.slice(start, end)}</script>`);
    this.linkedData = false;
  }

  private text(text: string): void {
    if (this.hiddenIn !== undefined) return;
    if (this.verbatim) this.writer.verbatim(text);
    else this.writer.write(this.isRaised && /^\s{0,9}\d{1,3}\s{0,9}$/u.test(text) ? text.trim().replace(/\d/gu, (digit) => raised[digit] ?? digit) : text);
  }

  private open(token: XmlToken & { readonly kind: 'open' }): void {
    const { name, attributes, alone } = token;
    if (name === 'meta' && ofWorks.test(attributes.get('name') ?? attributes.get('property') ?? '')) this.metadata.push(this.html.slice(token.start, token.end));
    this.linkedData = name === 'script' && /^application\/ld\+json/iu.test(attributes.get('type') ?? '');
    if (this.hiddenIn !== undefined) return;
    if (unseen.has(name) && !alone) this.hiddenIn = name;
    this.breakAt(name);
    if (rowsOfPage.has(name)) this.openRows.push({ name, start: this.writer.place, links: this.links.length });
    if (name === 'pre') this.verbatim = true;
    if (name === 'sup') this.isRaised = true;
    if (name === 'a') this.beginLink(attributes.get('href') ?? '');
    if (/(?:^|\s)Z3988(?:\s|$)/u.test(attributes.get('class') ?? '') && isContextObject(attributes.get('title') ?? '')) this.contextObject(token);
  }

  private close(name: string): void {
    if (this.hiddenIn !== undefined) {
      if (this.hiddenIn === name) this.hiddenIn = undefined;
      return;
    }
    if (name === 'a') this.endLink();
    if (name === 'pre') this.verbatim = false;
    if (name === 'sup') this.isRaised = false;
    if (name === 'td' || name === 'th') this.writer.verbatim('\t');
    this.breakAt(name);
    const at = rowsOfPage.has(name) ? this.openRows.findLastIndex((row) => row.name === name) : -1;
    const row = this.openRows[at];
    if (row === undefined) return;
    this.rows.push({ start: row.start, end: this.writer.place, links: this.links.slice(row.links, row.links + mostLinks) });
    this.openRows.splice(at);
  }

  private breakAt(name: string): void {
    if (name === 'br') this.writer.addBreak();
    else if (onParagraphs.has(name)) this.writer.breakLine(2);
    else if (onLines.has(name)) this.writer.breakLine(1);
  }

  private beginLink(address: string): void {
    this.endLink();
    if (/^https?:/iu.test(address) && address.length <= longestAddress) this.link = { address, start: this.writer.place };
  }

  private endLink(): void {
    if (this.link !== undefined) this.links.push({ ...this.link, end: this.writer.place });
    this.link = undefined;
  }

  private contextObject({ start, end }: Span): void {
    this.writer.breakLine(1);
    this.writer.verbatim(`${this.html.slice(start, end)}</span>`);
    this.writer.breakLine(1);
  }
}
