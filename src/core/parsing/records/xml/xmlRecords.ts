/** Records in XML anywhere in a text: which element is a record, and of which kind. */
import { xmlDefinitionsSkipped } from '../../../problem';
import type { Span } from '../../../source';
import type { Found } from '../../found';
import { eachOf, type Sliced } from '../../../slices';
import { childrenOf, growingForest, type XmlElement } from '../../xmlTree';
import { isArxiv, readArxiv } from './arxiv';
import { crossrefKinds, depositorIn, withPublisher, type Placed } from './crossref';
import { isDatacite, readDatacite } from './datacite';
import { recordOf, type Draft } from './draft';
import { isDublinCore, readDublinCore } from './dublinCore';
import { isEndnote, readEndnote } from './endnote';
import { isJats, readJats } from './jats';
import { isMarc, readMarc } from './marc';
import { readMods } from './mods';
import { readPubmed, readPubmedBook } from './pubmed';
import { unescapedView } from './unescaped';

type Kind = { readonly is: (element: XmlElement) => boolean; readonly read: (element: XmlElement) => Draft };
const always = (): boolean => true;
const dublinCore: Kind = { is: isDublinCore, read: readDublinCore };

/** The kinds of records that an element of a name may be, asked in this order. */
const kinds: ReadonlyMap<string, readonly Kind[]> = new Map([
  ['record', [{ is: isMarc, read: readMarc }, { is: isEndnote, read: readEndnote }, dublinCore]],
  ['mods', [{ is: (element) => childrenOf(element, 'titleInfo', 'name', 'identifier').length > 0, read: readMods }]],
  ['PubmedArticle', [{ is: always, read: readPubmed }]],
  ['MedlineCitation', [{ is: (element) => childrenOf(element, 'Article').length > 0, read: readPubmed }]],
  ['Publication', [{ is: (element) => childrenOf(element, 'Article').length > 0, read: readPubmed }]],
  ['PubmedBookArticle', [{ is: always, read: readPubmedBook }]],
  ['resource', [{ is: isDatacite, read: readDatacite }, dublinCore]],
  ['entry', [{ is: isArxiv, read: readArxiv }]],
  ['article', [{ is: isJats, read: readJats }]],
  ['front', [{ is: isJats, read: readJats }]],
  ['dc', [dublinCore]], ['metadata', [dublinCore]], ['qualifieddc', [dublinCore]], ['recordData', [dublinCore]],
]);
const crossrefEnvelopes = new Set(['crossref', 'doi_record', 'body', 'doi_batch']);
const inside = new RegExp(`(?:<|&lt;)(?:[A-Za-z_][\\w.-]{0,30}:)?(?:${[...kinds.keys(), ...crossrefKinds.keys()].join('|')})(?=[\\s>&/])`, 'u');

/** The records in XML in a stretch of a text; none when it has no element that is a record. */
export function* readingXml(text: string, span: Span): Sliced<readonly Found[]> {
  const stretch = text.slice(span.start, span.end);
  const hint = inside.exec(stretch)?.[0];
  if (hint === undefined) return [];
  const view = hint.startsWith('&') ? unescapedView(stretch) : { text: stretch, placeOf: (at: number) => at };
  const forest = yield* growingForest(view.text);
  const place = (at: number): number => span.start + view.placeOf(at);
  const placed: (Placed & Span)[] = [];
  for (const [index, root] of forest.roots.entries()) {
    for (const record of yield* withinRoot(root, view.text, forest.roots[index - 1]?.end ?? 0)) placed.push(record);
    if (index % pausedAfter === pausedAfter - 1) yield;
  }
  const found = yield* eachOf(placed, pausedAfter, ({ draft, element, start, end }) => recordOf('xml', draft, { start: place(start), end: place(end) }, element.whole));
  const problems = forest.definitions.map(({ start, end }) => xmlDefinitionsSkipped({ start: place(start), end: place(end) }));
  return found.map((record, index) => (index === 0 && problems.length > 0 ? { ...record, problems: [...problems, ...record.problems] } : record));
}

/** The records of one tree. What stands between them goes to the next one, the envelope to the first and the last. */
function* withinRoot(root: XmlElement, text: string, floor: number): Sliced<readonly (Placed & Span)[]> {
  const all: Placed[] = [];
  yield* collect(root, false, all);
  const records = all.filter(({ draft }) => Object.values(draft.fields).some((value) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)));
  let reached = records.length === 0 ? root.start : prologueBefore(text, root.start, floor);
  return records.map(({ draft, element }, index) => {
    const start = reached;
    reached = Math.max(start, index === records.length - 1 ? root.end : element.end);
    return { draft, element, start, end: reached };
  });
}

/** Where the declaration, or else the DOCTYPE, right before a root begins; not before `floor`. */
function prologueBefore(text: string, start: number, floor: number): number {
  const from = Math.max(floor, start - 2000);
  const before = text.slice(from, start);
  const at = [before.lastIndexOf('<?xml'), before.lastIndexOf('<!DOCTYPE')].find((found) => found >= 0);
  return at === undefined || /\n\s*\n/u.test(before.slice(at).trim()) ? start : from + at;
}

/** How many records are read in a slice. */
const pausedAfter = 20;

/** The records in an element, put behind those that were found before. */
function* collect(element: XmlElement, inCrossref: boolean, found: Placed[]): Sliced<void> {
  const crossref = inCrossref ? crossrefKinds.get(element.name) : undefined;
  const placed = crossref?.(element) ?? [];
  const kind = placed.length > 0 ? undefined : kinds.get(element.name)?.find(({ is }) => is(element));
  if (kind !== undefined) found.push({ element, draft: kind.read(element) });
  found.push(...placed);
  if (kind !== undefined || placed.length > 0) {
    if (found.length % pausedAfter === 0) yield;
    return;
  }
  const before = found.length;
  for (const child of childrenOf(element)) yield* collect(child, inCrossref || crossrefEnvelopes.has(element.name), found);
  const depositor = element.name === 'query' ? depositorIn(element) : undefined;
  if (depositor !== undefined) found.splice(before, found.length - before, ...found.slice(before).map((placed) => withPublisher(placed, depositor)));
}
