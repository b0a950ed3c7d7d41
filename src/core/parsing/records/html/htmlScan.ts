/** Pages and pieces of pages in a text that carry metadata: as records, each with the stretch of the text that belongs to it. */
import type { Span } from '../../../source';
import { allOf, eachOf, type Sliced } from '../../../slices';
import { scanningXml, type XmlToken } from '../../xml';
import type { Draft } from '../xml/draft';
import { unescapedView } from '../xml/unescaped';
import { isContextObject, readCoins } from './coins';
import { readMetas, type Metas } from './metadata';

/** A record in HTML. */
export type HtmlRecord = Span & { readonly draft: Draft };

const hint = /<(?:meta\s|span\s[^<>]{0,200}Z39\.88)|ctx_ver=Z39\.88/iu;
const escapedHint = /&lt;(?:meta\s|span\s)/iu;

/** The records in the HTML of a text. HTML without metadata gives none. */
export function* scanningHtml(text: string): Sliced<readonly HtmlRecord[]> {
  const plain = hint.test(text) && text.includes('<');
  if (!plain && !escapedHint.test(text)) return [];
  const view = plain ? { text, placeOf: (at: number) => at } : unescapedView(text);
  const stretches = new Stretches(Math.max(view.text.lastIndexOf('</html>'), view.text.lastIndexOf('</HTML>')));
  yield* eachOf(yield* scanningXml(view.text, { html: true }), 2000, (token) => stretches.take(token, view.text));
  return (yield* allOf(stretches.finish(), 20, recordsOf)).map((record) => ({ ...record, start: view.placeOf(record.start), end: view.placeOf(record.end) }));
}

/** `bare`: nothing but context objects stands in it, and words between them are none of theirs. */
type Stretch = { start: number; end: number; bare: boolean; readonly page: boolean; readonly metas: { readonly name: string; readonly value: string }[]; readonly coins: { readonly title: string; readonly start: number; readonly end: number }[] };

const known = new Set(('html head body meta link title base script style noscript template header footer main nav section article aside div span p a b i em strong u s sub sup small br hr img ul ol li dl dt dd '
  + 'table thead tbody tfoot tr td th caption h1 h2 h3 h4 h5 h6 cite q blockquote pre code abbr time figure figcaption button input form label select option textarea iframe svg path font center wbr mark').split(' '));
const newRecord = /(?:^|\n)\s{0,20}(?:@[A-Za-z]{3,20}\s{0,5}[{(]|TY {1,2}-|\{\s{0,20}")/u;
const longestGap = 1500;

/** Cuts tokens into pages (`<html>` to `</html>`) and runs of tags outside of pages. */
class Stretches {
  private readonly done: Stretch[] = [];
  private now: Stretch | undefined;

  /** Up to `lastEnd`, where the last page is closed, nothing else ends a page. */
  constructor(private readonly lastEnd: number) {}

  take(token: XmlToken, text: string): void {
    if (token.kind === 'text') this.text(token);
    else if (token.kind === 'aside') this.aside(token, text);
    else this.tag(token);
  }

  finish(): readonly Stretch[] {
    this.flush();
    return this.done;
  }

  private flush(): void {
    if (this.now !== undefined && this.now.metas.length + this.now.coins.length > 0) this.done.push(this.now);
    this.now = undefined;
  }

  private begin(start: number, page: boolean): Stretch {
    return (this.now = { start, end: start, bare: true, page, metas: [], coins: [] });
  }

  private text(token: XmlToken & { readonly kind: 'text' }): void {
    if (this.now === undefined) return;
    const isOpen = this.now.page && token.start < this.lastEnd;
    if (!isOpen && (newRecord.test(token.text) || (!this.now.page && token.text.length > longestGap))) this.flush();
    else if (token.text.trim() === '') return;
    else if (this.now.page) this.now.end = token.end;
    else if (this.now.bare) this.flush();
  }

  private aside(token: Span, text: string): void {
    if (/^<!doctype html/iu.test(text.slice(token.start, token.start + 14))) {
      this.flush();
      this.begin(token.start, true);
    }
    if (this.now !== undefined) this.now.end = token.end;
  }

  private tag(token: XmlToken & { readonly kind: 'open' | 'close' }): void {
    if (token.kind === 'open' && token.name === 'html' && !(this.now?.page === true && this.now.metas.length === 0)) {
      this.flush();
      this.begin(token.start, true);
    }
    if (this.now?.page !== true && !known.has(token.name)) return this.flush();
    if (token.kind === 'open' && this.repeats(token)) this.flush();
    if (this.now === undefined && token.kind === 'close') return;
    const now = this.now ?? this.begin(token.start, false);
    now.end = token.end;
    now.bare &&= isContext(token);
    if (token.kind === 'open') collect(now, token);
    else if (token.name === 'html') this.flush();
  }

  /** Outside of a page a second title after authors or dates is that of another work, unless it says that it is in another language. */
  private repeats({ attributes }: XmlToken & { readonly kind: 'open' }): boolean {
    const now = this.now;
    if (now === undefined || now.page || (attributes.get('name') ?? '').toLowerCase() !== 'citation_title' || attributes.has('lang')) return false;
    const title = now.metas.findIndex(({ name }) => name === 'citation_title');
    return title >= 0 && now.metas.slice(title + 1).some(({ name }) => name.startsWith('citation_') && name !== 'citation_title');
  }
}

const wordsOf = ({ fields }: Draft): string => (typeof fields['title'] === 'string' ? fields['title'].toLowerCase().replace(/[^\p{L}\p{N}]/gu, '') : '');

/** Does a context object name another work than the page? */
const isOther = (coin: Draft | undefined, page: Draft): boolean =>
  coin !== undefined && wordsOf(coin) !== '' && !wordsOf(page).startsWith(wordsOf(coin)) && !wordsOf(coin).startsWith(wordsOf(page)) && (coin.fields['DOI'] === undefined || coin.fields['DOI'] !== page.fields['DOI']);

/** A tag of a context object: its `span`. */
const isContext = (token: XmlToken & { readonly kind: 'open' | 'close' }): boolean =>
  token.name === 'span' && (token.kind === 'close' || (token.attributes.get('class') ?? '').includes('Z3988'));

function collect(stretch: Stretch, { name, attributes, start, end }: XmlToken & { readonly kind: 'open' }): void {
  if (name === 'meta') {
    const key = (attributes.get('name') ?? attributes.get('property') ?? '').toLowerCase().replace(/^bepress_/u, '').replace(/^(dc|dcterms|prism|eprints)[:_]/u, '$1.');
    const value = (attributes.get('content') ?? '').trim();
    if (key !== '' && value !== '' && stretch.metas.length < 2000) stretch.metas.push({ name: key, value });
  } else if (name === 'link' && attributes.get('rel') === 'canonical') {
    stretch.metas.push({ name: 'canonical', value: attributes.get('href') ?? '' });
  } else if (/(?:^|\s)Z3988(?:\s|$)/u.test(attributes.get('class') ?? '')) {
    const title = attributes.get('title') ?? '';
    if (isContextObject(title)) stretch.coins.push({ title, start, end });
  }
}

/** What `meta` tags say speaks for the whole page, but not for a context object of another work that was copied beside them; else each context object is a record with the text before it. */
function recordsOf({ start, end, page, metas, coins }: Stretch): readonly HtmlRecord[] {
  const draft = readMetas(metas satisfies Metas);
  const others = draft === undefined || page ? [] : coins.filter(({ title }) => isOther(readCoins(title), draft));
  const [first] = others;
  if (draft !== undefined && first !== undefined) return [{ start, end: first.start, draft }, ...recordsOf({ start: first.start, end, bare: false, page, metas: [], coins: others })];
  if (draft !== undefined) return [{ start, end, draft }];
  const read = coins.flatMap((coin) => { const found = readCoins(coin.title); return found === undefined ? [] : [{ draft: found, end: coin.end }]; });
  return read.map((record, index) => ({ draft: record.draft, start: read[index - 1]?.end ?? start, end: index === read.length - 1 ? end : record.end }));
}
