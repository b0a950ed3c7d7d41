/**
 * Several pages or lists in one paste, one below the other: where the next begins. A cut is made only where what stands above it
 * and what stands below it are works that were each read whole, so that a page with empty lines in it stays one.
 */
import type { Sliced } from '../slices';
import type { Span } from '../source';
import type { Found } from './found';
import { folded, linesOf, type Line } from './lines';
import { labelAt } from './pages/labels/label';
import { isInterface } from './interfaceWords';
import { isNoise } from './noise';
import { borders } from './pages/parted';
import { opensPage, profileOf } from './pages/profiles';
import { ownPages, pageReaders, type Context, type PageReader } from './readers';

/** Longer stretches, in UTF-16 code units, are no pages that somebody put together by hand; shorter parts are no page. */
const [longest, least] = [60_000, 150];
/** So many places are tried, each by reading what stands above and below it; fewer where that is much. In places, and in code units in all. */
const [mostTried, mostRead] = [24, 600_000];

/** The places at which a stretch of text is cut into what was copied at different times, in order. */
export function* cutsOf(span: Span, context: Context): Sliced<readonly number[]> {
  if (span.end - span.start > longest || span.end - span.start < 2 * least) return [];
  const best = yield* bestCut(span, context);
  if (best === undefined) return [];
  const above = yield* cutsOf({ start: span.start, end: best }, context);
  return [...above, best, ...yield* cutsOf({ start: best, end: span.end }, context)];
}

/** The place that leaves the most of the works on its two sides; undefined where one work is as good. */
function* bestCut(span: Span, context: Context): Sliced<number | undefined> {
  const { text } = context;
  const places = fewEnough(candidates(text, span), Math.min(mostTried, mostRead / (span.end - span.start)));
  let [best, most, known]: [number | undefined, number, boolean] = [undefined, 0, false];
  for (const { at, plain } of places) {
    const above = yield* worksIn({ start: span.start, end: at }, context, mostlyList);
    const below = above === undefined ? undefined : yield* worksIn({ start: at, end: span.end }, context);
    if (above === undefined || below === undefined || !areOthers(above, below, text, span, at) || !(plain || areApart(above, below, text, span, at))) continue;
    const fields = said(above) + said(below);
    if (fields >= most) [best, most, known] = [at, fields, [...above, ...below].some(isOfSite)];
  }
  if (best === undefined) return undefined;
  const whole = (yield* worksIn(span, context)) ?? [];
  return most > said(whole) + 2 || (whole.length > 1 && known && most >= said(whole) && !whole.some(isOfSite)) ? best : undefined;
}

const isOfSite = ({ format }: Found): boolean => format !== 'labelled-page' && format !== 'reference';

/** The places, or the plain ones of them, or none where they are too many. */
function fewEnough(places: readonly Place[], limit: number): readonly Place[] {
  const fewer = places.length <= limit ? places : places.filter(({ plain }) => plain);
  return fewer.length <= limit ? fewer : [];
}

/** A place at which a cut is tried. `plain`: a rule, empty lines or a line with which pages begin part there what is above from what is below. */
type Place = { readonly at: number; readonly plain: boolean };

/** Behind a rule or two empty lines, before a line with which pages begin; and behind any empty line between two abstracts. */
function candidates(text: string, span: Span): readonly Place[] {
  const lines = linesOf(text, span.start, span.end);
  const prose = lines.filter((line) => line.text.length >= 250 || labelAt(line.text)?.role === 'abstract').map(({ start }) => start);
  const [first = Infinity, last = 0] = [prose[0], prose.at(-1)];
  const below = lines.filter((line, index) => line.text !== '' && lines[index - 1]?.text === '');
  const openers = below.filter((line) => opens.test(line.text) || opensPage(line.text));
  const others = below.filter((line) => line.start > first && line.start < last && line.text.length < 250 && !isNoise(line.text) && !isInterface(line.text) && labelAt(line.text) === undefined);
  const plain = new Set([...borders(text, span), ...openers.map(({ start }) => start)]);
  const all = [...new Set([...plain, ...others.map(({ start }) => start)])].sort((a, b) => a - b).map((at) => ({ at, plain: plain.has(at) }));
  return all.filter(({ at }) => text.slice(span.start, at).trim().length >= least && text.slice(at, span.end).trim().length >= least);
}

const opens = /^(?:Skip to |Jump to |Перейти к |Aller au contenu|Ir al contenido|Zum (?:Haupti|I)nhalt|Saltar al |Vai al |Pular para |Przejdź do |УДК |UDC |МРНТИ |IRSTI |FTAMR |ӘОЖ |ҒТАМР )/u;

/** The works of a page, a part of a page or a list of references, when each was read whole; a page that a person’s own profile knows has what the profile asks for. */
function* worksIn(span: Span, context: Context, share = wholeList): Sliced<readonly Found[] | undefined> {
  const own = yield* readAll(ownPages, span, context);
  if (own.length > 0) return own;
  for (const format of ['conference-page', 'site-page', 'labelled-page'] as const) {
    const found = yield* readAll(pageReaders[format], span, context);
    if (found.length > 0) return found.every(isWhole) ? found : undefined;
  }
  const list = yield* readAll(pageReaders.reference, span, context);
  return isList(list, context.text, span, share) ? list : undefined;
}

function* readAll(read: PageReader, span: Span, context: Context): Sliced<readonly Found[]> {
  const found = read(span, context);
  yield;
  return 'next' in found ? yield* found : found;
}

const isWhole = ({ item }: Found): boolean =>
  item.title !== undefined && (item.author ?? item.editor) !== undefined && ((item.abstract ?? '').length >= least || (item['container-title'] !== undefined && item.issued !== undefined));

/** How much of a text its references take that is a list and nothing else; and one that nothing stood above, which may have been introduced and commented on. */
const [wholeList, mostlyList] = [0.9, 0.6];

/** Several references, or identifiers one a line, that take this share of the text. */
function isList(found: readonly Found[], text: string, span: Span, share: number): boolean {
  const claimed = found.reduce((sum, { start, end }) => sum + end - start, 0);
  const isReference = ({ item }: Found): boolean => item.title !== undefined && (item.author ?? item.editor) !== undefined && item.issued !== undefined;
  const isIdentifier = ({ item, start, end }: Found): boolean => item.title === undefined && (item.DOI ?? item.ISBN) !== undefined && end - start < 80;
  return found.length > 1 && claimed > share * text.slice(span.start, span.end).trim().length && (found.every(isReference) || (share === wholeList && found.every(isIdentifier)));
}

/** Are the works below others than those above, and not announced there as what they refer to? */
function areOthers(above: readonly Found[], below: readonly Found[], text: string, span: Span, at: number): boolean {
  const announces = (line: Line | undefined): boolean => line !== undefined && labelAt(line.text)?.role === 'references';
  const says = ({ text: line }: Line): boolean => line !== '';
  if (announces(linesOf(text, span.start, at).findLast(says)) || announces(linesOf(text, at, span.end).find(says))) return false;
  const [one, other] = [folded(text.slice(span.start, at)), folded(text.slice(at, span.end))];
  return below.every(({ item }) => !one.includes(folded(item.title ?? ''))) && above.every(({ item }) => !other.includes(folded(item.title ?? '')));
}

/** Where nothing but an empty line parts them: does each have a DOI of its own, or are they pages of two sites? */
function areApart(above: readonly Found[], below: readonly Found[], text: string, { start, end }: Span, at: number): boolean {
  const dois = [...above, ...below].map(({ item }) => item.DOI);
  if (dois.every((doi) => doi !== undefined) && new Set(dois).size === dois.length) return true;
  const sites = [profileOf(text.slice(start, at)), profileOf(text.slice(at, end))];
  return sites[0] !== undefined && sites[1] !== undefined && sites[0] !== sites[1];
}

const counted = ['title', 'author', 'editor', 'abstract', 'container-title', 'volume', 'issue', 'page', 'issued', 'DOI', 'event-title', 'publisher'] as const;

/** How much is said of the works. */
const said = (found: readonly Found[]): number => found.reduce((sum, { item }) => sum + counted.filter((field) => item[field] !== undefined).length, 0);
