/** Whole bibliographies that people keep: `.bib`, `.ris`, CSL `.json` and `.yaml`. Every good entry is read; a broken one loses only itself. */
import { decoded } from '../decoding';
import type { RecordEngine } from '../enginePort';
import { lineStarts } from '../lineStarts';
import { bibliographyNotUtf8, bibliographyUnread, type Problem } from '../problem';
import { isObject, type Item, type Json, type JsonObject } from '../source';
import { isRead, ordered, type Found } from './found';
import { normalising, type Normal } from './normalise';
import { isAside, scanningBibtex } from './records/bibtexScan';
import { readBibtex, tellingInShort } from './records/bibtex';
import { indexingBibtex } from './records/bibtexIndex';
import { forgetNames } from './records/bibtexNames';
import { cslItem, readCsl } from './records/csl';
import { scanningJson } from './records/jsonScan';
import type { BibliographyFormat, BibliographyReading, BibliographyRecord, RawText } from './reading';
import { readRis } from './records/ris';
import { scanningRis } from './records/risScan';
import { eachOf, inSlices, type Breathe } from '../slices';
import { utf8Text } from '../utf8';

type FileReader = (normal: Normal, engine: RecordEngine, signal?: AbortSignal) => Promise<readonly Found[]>;

const readers: { readonly [F in Exclude<BibliographyFormat, 'csl-yaml'>]: FileReader } = {
  'bibtex': async ({ text }, engine, signal) => {
    const family = await inSlices(scanningBibtex(text), engine.breathe?.bind(engine));
    const entries = family.filter((entry) => !isAside(entry));
    return entries.length === 0 ? [] : readBibtex(entries, family, tellingInShort, engine.breathe?.bind(engine), signal);
  },
  'ris': async ({ text }, engine, signal) => {
    const breathe = engine.breathe?.bind(engine);
    return readRis(await inSlices(scanningRis(text), breathe), false, breathe, signal);
  },
  'csl-json': async ({ text }, engine) => {
    const breathe = engine.breathe?.bind(engine);
    const islands = (await inSlices(scanningJson(text), breathe)).flatMap(({ records }) => records).filter((island) => island.format === 'csl-json');
    return inSlices(eachOf(islands, 100, (island) => readCsl(island.object, island, island.cutShort)), breathe);
  },
};

/** Read a bibliography whose form is known. Never rejects. An entry that can't be read gives a problem and no record. */
export async function readBibliography(raw: RawText, format: BibliographyFormat, engine: RecordEngine, signal?: AbortSignal): Promise<BibliographyReading> {
  const { text, problems = [] } = textOf(raw);
  const read = format === 'csl-yaml' ? await readYamlBibliography(text, engine) : await readEntries(text, format, engine, signal);
  return { ...read, problems: [...problems, ...read.problems], starts: Uint32Array.from(lineStarts(text)) };
}

/** Bytes as text, with a byte order mark kept; of what is not UTF-8, as much as can be told. */
function textOf(raw: RawText): { readonly text: string; readonly problems?: readonly Problem[] } {
  if (typeof raw === 'string') return { text: raw };
  const { text, damaged } = utf8Text(raw);
  if (damaged !== true) return { text };
  const found = decoded(raw);
  if ('reason' in found || found.doubt === 'damaged') return { text, problems: [bibliographyNotUtf8()] };
  return { text: found.text, problems: [bibliographyNotUtf8(...(found.doubt === 'western' ? ['Windows-1252'] as const : []))] };
}

async function readEntries(text: string, format: keyof typeof readers, engine: RecordEngine, signal?: AbortSignal): Promise<BibliographyReading> {
  const normal = await inSlices(normalising(text), engine.breathe?.bind(engine));
  const found = await readers[format](normal, engine, signal);
  forgetNames();
  // An entry of BibTeX comes in order.
  const inOrder = format === 'bibtex' ? (item: Item): Item => item : ordered;
  const entry = ({ item, start, end }: Found): BibliographyRecord => ({ item: inOrder(item), span: normal.rawSpan({ start, end }) });
  return {
    records: await inSlices(eachOf(found.filter(isRead), 500, entry), engine.breathe?.bind(engine)),
    problems: found.flatMap(({ problems }) => problems.map((problem) => (problem.span === undefined ? problem : { ...problem, span: normal.rawSpan(problem.span) }))),
  };
}

/** The entries of a bibliography in BibTeX with their key, type, title, authors, editors and date alone, as the whole reading would give them: soon there. */
export async function indexBibliography(raw: RawText, breathe: Breathe | undefined): Promise<readonly BibliographyRecord[]> {
  const normal = await inSlices(normalising(textOf(raw).text), breathe);
  const entries = await inSlices(indexingBibtex(normal.text), breathe);
  forgetNames();
  return inSlices(eachOf(entries, 2000, ({ item, span }) => ({ item, span: normal.rawSpan(span) })), breathe);
}

async function readYamlBibliography(text: string, engine: RecordEngine): Promise<BibliographyReading> {
  const [outcome] = await engine.readYaml([text]);
  if (outcome?.ok !== true) return { records: [], problems: [bibliographyUnread('This bibliography', outcome?.reason ?? 'no answer')] };
  const span = { start: 0, end: text.length };
  const records = eachOf(itemsOf(outcome.value), 100, (object) => ({ item: ordered(cslItem(object)), span }));
  return { records: await inSlices(records, engine.breathe?.bind(engine)), problems: [] };
}

function itemsOf(value: Json): readonly JsonObject[] {
  if (Array.isArray(value)) return (value as readonly Json[]).filter(isObject);
  if (!isObject(value)) return [];
  for (const name of ['references', 'items']) if (Array.isArray(value[name])) return itemsOf(value[name]);
  return value['type'] === undefined ? [] : [value];
}
