/**
 * The tokens of XML and HTML anywhere in a text, each with its place. Forgiving: a stray `<` is text, a tag without its `>` ends
 * at the next `<`. Nothing is defined or fetched: what a DOCTYPE declares is passed over. Never throws; linear in the text.
 */
import type { Span } from '../source';
import { decodedEntities } from './entities';
import { inOneGo, type Sliced } from '../slices';

/** The attributes of a tag, by local name in lower case, decoded. */
export type Attributes = ReadonlyMap<string, string>;

/** One token. `name` is the local name, without a prefix; `alone` says that the tag closes itself; `defines` that a DOCTYPE has definitions of its own. */
export type XmlToken = Span & (
  | { readonly kind: 'open'; readonly name: string; readonly attributes: Attributes; readonly alone: boolean }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'aside'; readonly defines: boolean }
);

/** What a scan needs: in `html` names are lower case, and what stands in `script` and `style` is no text. */
export type ScanOptions = { readonly html: boolean };

const mostTokens = 2_000_000;

/** The tokens of a text, in order and without gaps, up to two million of them. */
export const scanXml = (text: string, options: ScanOptions = { html: false }): readonly XmlToken[] => inOneGo(scanningXml(text, options));

/** The same in slices. */
export function* scanningXml(text: string, options: ScanOptions = { html: false }): Sliced<readonly XmlToken[]> {
  const scanner = new Scanner(text, options.html);
  for (let steps = 1; scanner.tokens.length < mostTokens && scanner.step(); steps += 1) if (steps % pausedAfter === 0) yield;
  return scanner.tokens;
}

const pausedAfter = 2000;

const nameAt = /[\p{L}_][\p{L}\p{N}_.:-]{0,100}/uy;
const blanksAt = /[\s/]+/uy;
const attributeAt = /[\s/]*([^\s=<>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|[“”„]([^“”<>]{0,4000})[“”]|([^\s<>"']+)))?/uy;

class Scanner {
  readonly tokens: XmlToken[] = [];
  private at = 0;
  /** Endings that were looked for in vain: there are none further on either. */
  private readonly missing = new Set<string>();

  constructor(private readonly text: string, private readonly html: boolean) {}

  /** Read what comes next; false at the end. */
  step(): boolean {
    const open = this.nextMark();
    if (open > this.at) this.add({ kind: 'text', text: decodedEntities(this.text.slice(this.at, open)) }, open);
    if (open >= this.text.length) return false;
    const next = this.text[open + 1];
    if (next === '!' || next === '?') this.aside(open);
    else if (next === '/') this.close(open);
    else this.open(open);
    return this.at < this.text.length;
  }

  private add(token: { readonly kind: 'text'; readonly text: string } | { readonly kind: 'aside'; readonly defines: boolean } | { readonly kind: 'close'; readonly name: string }, end: number): void {
    this.tokens.push({ ...token, start: this.at, end });
    this.at = end;
  }

  /** Where the next `<` stands that can begin something. */
  private nextMark(): number {
    for (let at = this.text.indexOf('<', this.at); at >= 0; at = this.text.indexOf('<', at + 1)) {
      if (/[\p{L}_/!?]/u.test(this.text[at + 1] ?? '')) return at;
    }
    return this.text.length;
  }

  private find(ending: string, from: number): number {
    if (this.missing.has(ending)) return -1;
    const found = this.text.indexOf(ending, from);
    if (found < 0) this.missing.add(ending);
    return found;
  }

  private aside(open: number): void {
    if (this.text.startsWith('<![CDATA[', open)) return this.verbatim(open + 9, ']]>');
    if (this.text.startsWith('<!--', open)) return this.skip(open, '-->');
    if (this.text.startsWith('<?', open)) return this.skip(open, '>');
    const first = /[[>]/u.exec(this.text.slice(open, open + 2000));
    if (first?.[0] === '[') this.skip(open + first.index, ']>', true);
    else this.skip(open, '>');
  }

  private skip(from: number, ending: string, defines = false): void {
    const end = this.find(ending, from);
    this.add({ kind: 'aside', defines }, end < 0 ? Math.min(from + 2, this.text.length) : end + ending.length);
  }

  /** Text that is not decoded, up to an ending or the end of it all. */
  private verbatim(from: number, ending: string): void {
    const end = this.find(ending, from);
    const stop = end < 0 ? this.text.length : end;
    this.add({ kind: 'text', text: this.text.slice(from, stop) }, Math.min(stop + ending.length, this.text.length));
  }

  private nameFrom(at: number): string {
    nameAt.lastIndex = at;
    return nameAt.exec(this.text)?.[0] ?? '';
  }

  private close(open: number): void {
    const name = this.nameFrom(open + 2);
    let end = open + 2 + name.length;
    while (end < this.text.length && /\s/u.test(this.text[end] ?? '')) end++;
    this.add({ kind: 'close', name: this.local(name) }, this.text[end] === '>' ? end + 1 : end);
  }

  private open(open: number): void {
    const full = this.nameFrom(open + 1);
    const name = this.local(full);
    const attributes = new Map<string, string>();
    let at = this.attributes(open + 1 + full.length, attributes);
    const alone = this.text.slice(Math.max(open, at - 1), at).endsWith('/');
    if (this.text[at] === '>') at++;
    this.tokens.push({ kind: 'open', name, attributes, alone, start: this.at, end: at });
    this.at = at;
    if (!alone && (name === 'script' || (this.html && name === 'style'))) this.raw(name);
  }

  /** Put the attributes into `attributes`; gives the place of the `>`, of the `<` of the next tag, of a blank line, or of the end. */
  private attributes(from: number, attributes: Map<string, string>): number {
    let at = from;
    while (at < this.text.length && this.text[at] !== '>' && this.text[at] !== '<') {
      attributeAt.lastIndex = at;
      const match = attributeAt.exec(this.text);
      const [whole, name = '', double, single, curly, bare] = match ?? [this.litterAt(at)];
      if (/^\s*\n[ \t]*\n/u.test(whole)) break;
      at += whole.length;
      if (name === '' || name.startsWith('xmlns:') || attributes.size > 100) continue;
      const key = name.slice(name.indexOf(':') + 1).toLowerCase();
      if (!attributes.has(key)) attributes.set(key, decodedEntities(double ?? single ?? curly ?? bare ?? ''));
    }
    return at;
  }

  /** Blanks and slashes before no name, or one character that is out of place. */
  private litterAt(at: number): string {
    blanksAt.lastIndex = at;
    return blanksAt.exec(this.text)?.[0] ?? this.text[at] ?? '';
  }

  /** What stands in a script is neither text nor tags. */
  private raw(name: string): void {
    const end = this.find(`</${name}`, this.at);
    if (end > this.at) this.add({ kind: 'aside', defines: false }, end);
  }

  private local(name: string): string {
    const local = name.slice(name.lastIndexOf(':') + 1);
    return this.html ? local.toLowerCase() : local;
  }
}
