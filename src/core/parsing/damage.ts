/** What mail programs, web pages and word processors do to the whole of a text that passes through them, and what it was before. */
import { decodedEntities } from './entities';
import { findingMojibake, meantBy } from './mojibake';
import { foundAnywhere, type Sliced } from '../slices';

/** A kind of damage: the source of a pattern for its traces, and what a trace stood for. */
export type Damage = { readonly traces: string; readonly mended: (trace: string) => string };

/** The kinds of damage that a text shows, looked for one after the other. */
export function* damageOf(text: string): Sliced<readonly Damage[]> {
  const damage: Damage[] = [];
  for (const find of [quotedPrintable, htmlFragment, entitiesIn, smartQuotes, smartTable, smartTags, mojibake, doubledLines]) {
    const found = find(text);
    damage.push(...('next' in found ? yield* found : found));
    yield;
  }
  return damage;
}

const softOrHex = /^=(?:[0-9A-Fa-f]{2}|[ \t]{0,9}(?:\r\n?|\n))/u;
const sureSign = /^=(?:3D|[ \t]{0,9}(?:\r\n?|\n)|[CDE][\dA-F]=[89AB][\dA-F])/u;

/** Quoted-printable: (nearly) every equals sign begins a code or ends a line. */
function* quotedPrintable(text: string): Sliced<readonly Damage[]> {
  if (!(yield* foundAnywhere(/=(?:3D|[ \t]{0,9}[\r\n]|[CDE][\dA-F]=[89AB][\dA-F])/, text, 12))) return [];
  let [sure, others] = [0, 0];
  for (let at = text.indexOf('='); at >= 0; at = text.indexOf('=', at + 1)) {
    const start = text.slice(at, at + 12);
    if (sureSign.test(start)) sure++;
    else if (!softOrHex.test(start)) others++;
  }
  if (sure === 0 || others * 4 > sure) return [];
  // A bracket right behind a line that was broken so is part of it, and no mark of quoting.
  return [{ traces: '(?:=(?:[0-9A-Fa-f]{2}|[ \\t]{0,9}(?:\\r\\n?|\\n)))+(?:(?<=[\\r\\n])>(?=[^\\s>]))?', mended: (trace) => (trace.endsWith('>') ? `${decodedBytes(trace.slice(0, -1))}>` : decodedBytes(trace)) }];
}

function decodedBytes(trace: string): string {
  const codes = trace.replace(/=[ \t]{0,9}(?:\r\n?|\n)/gu, '');
  try {
    return decodeURIComponent(codes.replace(/=/gu, '%'));
  } catch {
    return codes.replace(/=([0-9A-Fa-f]{2})/gu, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  }
}

const block = 'p|div|br|hr|h[1-6]|ul|ol|li|dl|dt|dd|table|thead|tbody|tr|section|article|header|footer|main|nav|aside|figure|figcaption|blockquote|form|button|meta|html|body|head|title|link';
const inline = 'span|a|em|b|i|u|s|strong|sup|sub|small|abbr|cite|q|code|font|mark|label|img|svg|path|time|wbr|input';

/** A list of references of which only some carry metadata: the others are read from their words, and so are they all. */
const isPartlyTold = (text: string): boolean => (text.match(/class="csl-entry"/gu)?.length ?? 0) > (text.match(/class="Z3988"/gu)?.length ?? 0);

/** A piece of a web page as the clipboard holds it, without metadata: its words, each block on a line of its own. */
function htmlFragment(text: string): readonly Damage[] {
  if (!/^\s{0,20}(?:<meta charset|<!--|<!doctype html|<(?:html|div|p|h\d|article|section|span|table|ul|ol|li)[\s>])/iu.test(text.slice(0, 200))) return [];
  if (/<meta[^<>]{1,200}(?:citation_|dc\.|prism\.|eprints\.|bepress)|<\?xml|application\/ld\+json|<(?:mods|record|dc:)/iu.test(text)) return [];
  if (text.includes('Z39.88') && !isPartlyTold(text)) return [];
  return [
    { traces: '<span\\s[^<>]{0,9000}>(?:</span>)?', mended: (trace) => (trace.includes('Z3988') ? `\n${trace}\n` : '') },
    { traces: '<!--[^<>]{0,2000}-->|<(?:script|style)(?:\\s[^<>]{0,400})?>[^<]{0,60000}</(?:script|style)>', mended: () => '' },
    { traces: `\\s{0,40}</?(?:${block}|${block.toUpperCase()})(?:\\s[^<>]{0,2000})?/?>\\s{0,40}`, mended: () => '\n' },
    { traces: `</?(?:t[dh]|T[DH])(?:\\s[^<>]{0,400})?>`, mended: () => ' ' },
    { traces: `</?(?:${inline}|${inline.toUpperCase()})(?:\\s[^<>]{0,2000})?/?>`, mended: () => '' },
    { traces: '[ \\t]{0,40}[\\r\\n]{1,9}[ \\t]{0,40}', mended: () => ' ' },
    { traces: '&(?:#\\d{1,7}|#[xX][\\da-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,10});', mended: decodedEntities },
  ];
}

const named: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: '\'', nbsp: ' ' };

/** The text of a page as its source has it: no tags, but entities. Quotes only when none stands as itself. */
function* entitiesIn(text: string): Sliced<readonly Damage[]> {
  if (!text.includes('&') || !(yield* foundAnywhere(/&(?:amp|lt|gt|quot|apos|nbsp|#\d{2,5}|#x[\da-f]{2,4});/iu, text, 8)) || /<[a-z/!?]/iu.test(text)) return [];
  const quotes = text.includes('"') ? '' : 'quot|#34|#x22|';
  return [
    { traces: '(?<![^\\n\\r])(?:&gt; ?){1,9}', mended: () => '' },
    { traces: `&(?:${quotes}amp|lt|gt|apos|nbsp|#(?!34;)\\d{2,5}|#x(?!22;)[\\da-fA-F]{2,4});`, mended: decodedEntity },
  ];
}

function decodedEntity(trace: string): string {
  const name = trace.slice(1, -1);
  if (!name.startsWith('#')) return named[name] ?? trace;
  const code = /^#x/iu.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code < 32 || (code >= 0xd800 && code <= 0xdfff) || code > 0xffff ? trace : String.fromCharCode(code);
}

const smartKey = /[{,[]\s{0,40}[“”„][^“”„"\n]{1,60}[“”]\s{0,5}:|=\s{0,5}[“”„][^"]/u;

/** Quotes around names and values that a word processor made round. */
function smartQuotes(text: string): readonly Damage[] {
  if (text.includes('"') || !/[“”„]/.test(text) || !smartKey.test(text) || !/[{}]/u.test(text)) return [];
  const opening = '(?<=[{[,:=#]\\s{0,40})[“”„]';
  const closing = '[“”](?=\\s{0,40}(?:[:}\\])#]|,\\s{0,40}[\\n\\r“”{[]|,?\\s{0,40}$))';
  return [{ traces: `${opening}|${closing}`, mended: () => '"' }];
}

/** A table whose cells stand in round quotes: `“Key”,“Title”`. */
function* smartTable(text: string): Sliced<readonly Damage[]> {
  if (text.includes('"') || !(yield* foundAnywhere(/”[,;\t]“/, text, 3))) return [];
  return !/^[^\n]{0,2000}”[,;\t]“/mu.test(text) || (text.match(/”[,;\t]“/gu)?.length ?? 0) < 3 ? [] : [{ traces: '[“”]', mended: () => '"' }];
}

/** Tags of a page whose values stand in round quotes: `<meta name=“citation_title” content=“…”>`. */
const smartTags = (text: string): readonly Damage[] =>
  (text.includes('=“') || text.includes('=”') ? smartTagsIn(text) : []);

const smartTagsIn = (text: string): readonly Damage[] =>
  (/<(?:meta|span|link)\s[^<>]{0,200}=[“”]/iu.test(text) ? [{ traces: '(?<=\\s[a-zA-Z:-]{1,30}=)[“”]|[“”](?=\\s{0,9}/?>|\\s{1,9}[a-zA-Z:-]{1,30}=[“”])', mended: () => '"' }] : []);

/** A line of a tagged format, of XML, of a table in Markdown, or one that goes on with the line above. */
const formed = /^(?:[A-Z][A-Z0-9]{1,3}(?: {0,3}- | \S|$)|<\d{1,6}>|<[/?!a-zA-Z]|\||\s{2,}\S|[A-Z][A-Za-z]+-[A-Za-z-]{2,25}: )/u;
const separators = ['\t', ',', ';'] as const;

/** What begins as Ovid’s records or ReDIF’s needs less of it, since their labels are plain words. Has the text the form of a record or a table, so that an empty line behind each of its lines says nothing? */
function isFormed(lines: readonly string[]): boolean {
  const [head = ''] = lines;
  const least = /^(?:<\d{1,6}>|Template-Type: )/u.test(head) ? 0.3 : 0.7;
  if (lines.filter((line) => formed.test(line)).length >= least * lines.length) return true;
  return separators.some((sign) => head.split(sign).length >= 4 && !/[.!?]$/u.test(head) && head.split(sign).every((cell) => cell.length < 40)
    && lines.filter((line) => line.split(sign).length >= 0.6 * head.split(sign).length).length >= 0.7 * lines.length);
}

/** A table of Markdown whose rows, the line below its head too, stand apart. */
const apartRows = /\|[ \t]{0,9}(?:\r\n?|\n){2}\|(?:[ \t]{0,9}:?-{2,40}:?[ \t]{0,9}\|){1,60}[ \t]{0,9}(?:\r\n?|\n){2}\|/u;

/** An empty line behind every line, as some programs copy records: each second line end goes. */
function doubledLines(text: string): readonly Damage[] {
  if ((text.includes('\n|') || text.includes('\r|')) && apartRows.test(text)) return [{ traces: '(?<=\\|[ \\t]{0,9})(?:\\r\\n?|\\n){2}(?=\\|)', mended: () => '\n' }];
  const start = text.slice(0, 20_000).trim();
  const runs = start.match(/(?:\r\n?|\n)+/gu) ?? [];
  if (runs.length < 2 || runs.some((run) => run.replace(/\r\n?/gu, '\n').length % 2 === 1)) return [];
  const lines = start.split(/\r\n?|\n/u).filter((line) => line.trim() !== '').slice(0, 80);
  return isFormed(lines) ? [{ traces: '(?:\\r\\n?|\\n){2}', mended: () => '\n' }] : [];
}

function* mojibake(text: string): Sliced<readonly Damage[]> {
  const traces = yield* findingMojibake(text);
  return traces === undefined ? [] : [{ traces, mended: (trace) => meantBy(trace) ?? trace }];
}
