/**
 * The bibliography that is generated from the sources of one's own, which LaTeX and Pandoc compile from. It is written
 * only when it is ours and unchanged since we wrote it; what was changed by hand can be taken into the sources.
 */
import type { ExportFormat, Written } from '../exports';
import type { BibliographyFormat } from '../parsing';
import { bibliographyEnding, bibliographyUnread, notWritable } from '../problem';
import type { Problem } from '../problem';
import { inSlices } from '../slices';
import type { Item, Json } from '../source';
import { bibliographyFormat } from '../library';
import type { FileText, Library, LibraryServices, LibrarySettings, LibraryStore } from '../library';

/** How an attempt to write the generated bibliography ended. `changed`: by hand, so it was left alone. */
export type Generated = 'written' | 'unchanged' | 'none' | 'changed' | 'not-ours' | Problem;

const exportFormats: { readonly [F in BibliographyFormat]?: ExportFormat } = {
  bibtex: 'biblatex', ris: 'ris', 'csl-json': 'csl-json', 'csl-yaml': 'csl-yaml',
};

/** The items that are ours to write: those with a file of their own that records them. */
function ownItems(library: Library): Item[] {
  return [...library.sources.values()].filter((source) => source.path !== undefined && source.bibliography === undefined)
    .map((source) => source.item);
}

type Target = { readonly path: string; readonly reading: BibliographyFormat; readonly format: ExportFormat };

/** Where it is to stand, by the setting; undefined when none is wanted or its ending is no format of ours. */
export const targetOf = (store: LibraryStore): Target | undefined => targetBy(store.services.settings());

function targetBy({ bibliography: path, dialect }: LibrarySettings): Target | undefined {
  const reading = path === '' ? undefined : bibliographyFormat(path);
  const format = reading === 'bibtex' && dialect === 'bibtex' ? 'bibtex' : reading && exportFormats[reading];
  return reading === undefined || format === undefined ? undefined : { path, reading, format };
}

/** What was last written of a library, and the version of the file by which it is told that it still stands there. Its text is in the file. */
type Last = { readonly version: string; readonly format: ExportFormat; readonly length: number; readonly places: Written['places'] };
const lasts = new WeakMap<LibraryStore, Last>();

type Made = { readonly text: string; readonly written: Written };

/** The text as it should be. Of ten thousand sources a change touches one: what the file says of the others is taken from it. */
async function made(store: LibraryStore, { format }: Target, there?: FileText): Promise<Made> {
  const { markingText, writingBibliography } = await import('../exports');
  const { engine } = store.services;
  const breathe = engine.breathe?.bind(engine);
  const last = lasts.get(store);
  const before = there !== undefined && last?.version === there.version && last.format === format ? { text: there.text.slice(there.text.length - last.length), places: last.places } : undefined;
  const written = await inSlices(writingBibliography(ownItems(store.current), format, before), breathe);
  return { text: await inSlices(markingText(format, written.text), breathe), written };
}

const remember = (store: LibraryStore, { format }: Target, version: string, { written: { text, places } }: Made): void => {
  lasts.set(store, { version, format, length: text.length, places });
};

/** Bring the generated bibliography up to date. With `overHand`, what was changed by hand in it is written over. */
export async function generate(store: LibraryStore, overHand = false): Promise<Generated> {
  const target = targetOf(store);
  const wanted = store.services.settings().bibliography;
  if (target === undefined) return wanted === '' ? 'none' : bibliographyEnding(wanted);
  const { files } = store.services;
  if (await isSomebodyElses(store, target)) return ownItems(store.current).length === 0 ? 'none' : 'not-ours';
  const there = await files.read(target.path).catch(() => undefined);
  if (there === undefined) return ownItems(store.current).length === 0 ? 'none' : create(store, target);
  const { checkingMark } = await import('../exports');
  const { engine } = store.services;
  const mark = await inSlices(checkingMark(target.format, there.text), engine.breathe?.bind(engine));
  if (mark === 'not-ours') return ownItems(store.current).length === 0 ? 'none' : mark;
  if (mark === 'changed' && !overHand) return mark;
  store.ownBibliography = target.path;
  const now = await made(store, target, there);
  if (now.text === there.text) {
    remember(store, target, there.version, now);
    return 'unchanged';
  }
  const result = await files.change(target.path, there.version, [{ start: 0, end: there.text.length, text: now.text }]);
  if (result.ok) {
    remember(store, target, result.version, now);
    return 'written';
  }
  return result.why === 'changed' ? 'changed' : notWritable(target.path, result.reason);
}

/** Does it stand there as it was written from the sources, changed by nobody? A file that can't be read doesn't. */
export async function isGenerated(services: LibraryServices): Promise<boolean> {
  const target = targetBy(services.settings());
  if (target === undefined || await beginsOtherwise(services, target)) return false;
  const there = await services.files.read(target.path).catch(() => undefined);
  const { checkingMark } = await import('../exports');
  const { engine } = services;
  return there !== undefined && await inSlices(checkingMark(target.format, there.text), engine.breathe?.bind(engine)) === 'ours';
}

const isSomebodyElses = async (store: LibraryStore, target: Target): Promise<boolean> =>
  store.recorded.bibliographies.has(target.path) && beginsOtherwise(store.services, target);

/** What begins as nothing of ours does is not read further: people keep large bibliographies under this name. */
async function beginsOtherwise({ files }: LibraryServices, { path, format }: Target): Promise<boolean> {
  const file = await files.readRaw?.(path).catch(() => undefined);
  const { mayBeOurs } = await import('../exports');
  return file !== undefined && typeof file.raw !== 'string' && !mayBeOurs(format, file.raw);
}

async function create(store: LibraryStore, target: Target): Promise<Generated> {
  store.ownBibliography = target.path;
  const now = await made(store, target);
  const result = await store.services.files.create(target.path, now.text);
  if (!result.ok) return notWritable(target.path, result.reason);
  remember(store, target, result.version, now);
  return 'written';
}

/**
 * Take what was changed by hand in the generated bibliography into the sources: changed fields are set, new entries
 * become sources; entries that were taken out there stay. Then it is written anew. Both texts are read by the same
 * reader, so that only what a person changed counts.
 */
export async function takeChanges(store: LibraryStore): Promise<readonly Problem[]> {
  const target = targetOf(store);
  const there = target && await store.services.files.read(target.path);
  if (target === undefined || there === undefined) return [];
  if (there.damaged === true) return [bibliographyUnread(target.path, 'not all its bytes are UTF-8 text; reopen it with its encoding at the right of the status bar, and save it with UTF-8')];
  const problems = await takeFrom(store, target, there);
  const result = problems.some((problem) => problem.severity === 'error') ? 'unchanged' : await generate(store, true);
  return typeof result === 'object' ? [...problems, result] : problems;
}

async function takeFrom(store: LibraryStore, target: Target, there: FileText): Promise<readonly Problem[]> {
  const { engine } = store.services;
  const [ours, theirs] = await Promise.all([(await made(store, target)).text, there.text].map((text) => engine.readBibliography(text, target.reading)));
  const before = new Map((ours?.records ?? []).map(({ item }) => [item.id, item]));
  const problems: Problem[] = [...(theirs?.problems ?? [])];
  for (const { item, span } of theirs?.records ?? []) {
    const source = store.current.sources.get(item.id);
    const known = before.get(item.id);
    const change = source === undefined || known === undefined
      ? await store.add([{ format: 'csl-json', span, pasted: there.text.slice(span.start, span.end), item, certainty: {} }])
      : await store.setFields(source, differences(known, item));
    problems.push(...change.problems);
  }
  return problems;
}

/** The fields in which one reading of an entry differs from another; a field that is gone is taken away. */
function differences(before: Item, after: Item): { [field: string]: Json | undefined } {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((field) => field !== 'id' && field !== 'custom');
  const changed = fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
  return Object.fromEntries(changed.map((field) => [field, after[field] as Json | undefined]));
}
