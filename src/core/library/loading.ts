/** Reading the files of a library: source files, the codebook, linked bibliographies. Never rejects. */
import type { Engine } from '../enginePort';
import { codebookFrom } from '../notes';
import type { Codebook } from '../notes';
import { emptyCodebook } from '../notes';
import type { BibliographyFormat, OwnProfiles } from '../parsing';
import { bibliographyUnread, codebookUnread, entryKeyTwice, fileDamaged, fileUnread, profileUnusable } from '../problem';
import type { Problem } from '../problem';
import { eachOf, inSlices } from '../slices';
import type { Item, Json, Span } from '../source';
import { isObject } from '../source';
import type { FileText, Files, RawFile } from './files';
import type { YamlValues } from './frontMatter';
import { held } from './held';
import type { HeldFile, LineStarts } from './held';
import type { Packing } from './packing';
import { readSourceFile } from './sourceFile';
import type { SourceFile } from './sourceFile';

/** A source file as it was read. */
export type LoadedFile = { readonly path: string; readonly version: string; readonly file: SourceFile };

/** A linked bibliography as it was last read: each item with its place in the text. */
export type LoadedBibliography = {
  readonly path: string;
  readonly version: string;
  readonly records: readonly { readonly item: Item; readonly span: Span }[];
  readonly problems: readonly Problem[];
  /** Where each of its lines begins; only where there are problems to place. */
  readonly starts?: LineStarts;
};

/** Read one source file whole; undefined when it isn't there or can't be read. */
export async function loadFile(files: Pick<Files, 'read'>, engine: Engine, path: string): Promise<LoadedFile | undefined> {
  const read = await readQuietly(files, path);
  return read === undefined || read instanceof Error ? undefined : { path, version: read.version, file: await parseFile(engine, read) };
}

/** How many files are read together. */
const atOnce = 32;

/** Read many source files whole, some at a time, in the order of their paths; one that isn't there or can't be read is left out. */
export async function* loadFiles(files: Pick<Files, 'read' | 'readMany'>, engine: Engine, paths: readonly string[]): AsyncGenerator<LoadedFile, void, void> {
  for (let from = 0; from < paths.length; from += atOnce) {
    const some = paths.slice(from, from + atOnce);
    for (const [n, read] of (await readManyQuietly(files, some)).entries()) {
      if (read !== undefined && !(read instanceof Error)) yield { path: some[n]!, version: read.version, file: await parseFile(engine, read) };
    }
    await engine.breathe?.();
  }
}

/** What one source file says; undefined when it isn't there; `known` itself when it still says that. What can't be read now comes back as it was known, else frozen. */
export async function holdFile(files: Pick<Files, 'read'>, engine: Engine, path: string, known?: HeldFile, packing?: Packing): Promise<HeldFile | undefined> {
  return heldFrom(await readQuietly(files, path), engine, path, known, packing);
}

/** The same of a file whose text is there. */
export async function heldFrom(read: FileText | Error | undefined, engine: Engine, path: string, known?: HeldFile, packing?: Packing): Promise<HeldFile | undefined> {
  if (read === undefined) return undefined;
  if (known !== undefined && !(read instanceof Error) && read.version === known.version) return known;
  if (!(read instanceof Error)) return held(path, read.version, await parseFile(engine, read), packing);
  return { ...known ?? held(path, '', readSourceFile('')), version: 'unread', frozen: 'damaged', problems: [known === undefined ? fileDamaged() : fileUnread(path, read.message)] };
}

/** The text of a file; the reason as an error where the disk refuses it. */
export async function readQuietly(files: Pick<Files, 'read'>, path: string): Promise<FileText | Error | undefined> {
  try {
    return await files.read(path);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** A file that another thread is to decode; the reason as an error where the disk refuses it. */
export async function readRawQuietly(files: Pick<Files, 'read' | 'readRaw'>, path: string): Promise<RawFile | Error | undefined> {
  if (files.readRaw === undefined) {
    const read = await readQuietly(files, path);
    return read === undefined || read instanceof Error ? read : { raw: read.text, version: read.version };
  }
  return files.readRaw(path).catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))));
}

/** {@link readQuietly} of many files, in their order. */
export async function readManyQuietly(files: Pick<Files, 'read' | 'readMany'>, paths: readonly string[]): Promise<readonly (FileText | Error | undefined)[]> {
  try {
    if (files.readMany !== undefined) return await files.readMany(paths);
  } catch {
    // What hinders all together may hinder only some: each tells for itself.
  }
  return Promise.all(paths.map((path) => readQuietly(files, path)));
}

/** A source file's text read, with a YAML reader's help where a person wrote YAML. */
export async function parseFile(engine: Engine, read: FileText): Promise<SourceFile> {
  const file = readSourceFile(read.text, undefined, read.damaged);
  if (file.yaml.length === 0) return file;
  return readSourceFile(read.text, await readYamlEntries(engine, file.yaml), read.damaged);
}

/** What a YAML reader makes of entries of front matter, by their texts. */
export async function readYamlEntries(engine: Engine, entries: readonly string[]): Promise<YamlValues> {
  const outcomes = await engine.readYaml(entries);
  return new Map(entries.map((raw, index): [string, Json | undefined] => {
    const outcome = outcomes[index];
    return [raw, outcome?.ok === true && isObject(outcome.value) ? Object.values(outcome.value)[0] : undefined];
  }));
}

/** Why nothing may be written to a text that is no source file: its bytes are no text, or it holds a conflict. */
export function damageOf({ text, damaged }: Pick<FileText, 'text' | 'damaged'>): string | undefined {
  if (damaged === true || text.includes('\0')) return 'it holds bytes that are not text';
  return /^<{7} /m.test(text) ? 'it holds an unresolved git conflict' : undefined;
}

/** Read the codebook; an empty one when there is none. */
export async function loadCodebook(files: Pick<Files, 'read'>, engine: Engine, path: string): Promise<{ codebook: Codebook; problems: readonly Problem[] }> {
  const read = await readQuietly(files, path);
  if (read === undefined) return { codebook: emptyCodebook, problems: [] };
  if (read instanceof Error) return { codebook: emptyCodebook, problems: [codebookUnread(read.message)] };
  const damage = damageOf(read);
  if (damage !== undefined) return { codebook: emptyCodebook, problems: [codebookUnread(damage)] };
  const outcome = (await engine.readYaml([read.text]))[0];
  if (outcome?.ok !== true) return { codebook: emptyCodebook, problems: [codebookUnread(outcome?.reason ?? 'it was not read')] };
  return codebookFrom(outcome.value);
}

/** The person’s own profiles of sites: the `.json` files of the folder `profiles` in that of the sources. */
export async function loadSiteProfiles(files: Files, folder: string): Promise<OwnProfiles> {
  const entries = await files.list(folder === '' ? 'profiles' : `${folder}/profiles`, ['.json']).catch(() => []);
  if (entries.length === 0) return { profiles: [], problems: [] };
  const { readOwnProfiles } = await import('../parsing');
  const read = await Promise.all(entries.slice(0, 100).map(async ({ path }) => {
    const text = await readQuietly(files, path);
    if (text === undefined) return { profiles: [], problems: [] };
    if (text instanceof Error || text.damaged === true) return { profiles: [], problems: [profileUnusable(path, 'the file', `could not be read (${text instanceof Error ? text.message : 'it is not UTF-8 text'})`)] };
    return readOwnProfiles(text.text, path);
  }));
  return { profiles: read.flatMap(({ profiles }) => profiles), problems: read.flatMap(({ problems }) => problems) };
}

const formats: { readonly [ending: string]: BibliographyFormat } = {
  bib: 'bibtex', ris: 'ris', json: 'csl-json', yaml: 'csl-yaml', yml: 'csl-yaml',
};

/** The format of a bibliography by its name's ending, or undefined. */
export function bibliographyFormat(path: string): BibliographyFormat | undefined {
  return formats[path.slice(path.lastIndexOf('.') + 1).toLowerCase()];
}

/** May this file be a bibliography? `.bib` and `.ris` are; JSON and YAML only under a name that says so. */
export function looksLikeBibliography(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  if (/\.(?:bib|ris)$/.test(name)) return true;
  return /\.csl\.(?:json|ya?ml)$/.test(name) || /^(?:references|bibliography|library|zotero)\.(?:json|ya?ml)$/.test(name);
}

/** How many records of a bibliography are packed between two breaths. */
const packedAtOnce = 100;

/** Read a linked bibliography, or give `known` back when it still says that; its broken entries are problems, the others items. */
export async function loadBibliography(files: Pick<Files, 'read' | 'readRaw'>, engine: Engine, path: string, known?: LoadedBibliography, packing?: Packing): Promise<LoadedBibliography | undefined> {
  const read = await readRawQuietly(files, path);
  const format = bibliographyFormat(path);
  if (read === undefined || format === undefined) return undefined;
  if (known !== undefined && !(read instanceof Error) && read.version === known.version) return known;
  if (read instanceof Error) return { path, version: 'unread', records: [], problems: [bibliographyUnread(path, read.message)] };
  const { records: own, problems: broken, starts } = await engine.readBibliography(read.raw, format);
  const records = packing === undefined ? own : await inSlices(eachOf(own, packedAtOnce, ({ item, span }) => ({ item: packing.item(item), span })), engine.breathe?.bind(engine));
  const problems = [...broken, ...(format === 'csl-yaml' ? [] : keysTwice(records))];
  return { path, version: read.version, records, problems, ...(problems.length > 0 && starts !== undefined && { starts }) };
}

/** The entries of one bibliography whose key an earlier one has. */
function keysTwice(records: LoadedBibliography['records']): readonly Problem[] {
  const seen = new Set<string>();
  return records.flatMap(({ item, span }) => {
    if (item.id !== '' && seen.has(item.id)) return [entryKeyTwice(item.id, { start: span.start, end: Math.min(span.end, span.start + item.id.length + 12) })];
    seen.add(item.id);
    return [];
  });
}
