/** Checking drafts that stand in files, without an editor: the sources folder beside or above a draft, and the bibliographies it names. */
import type { Engine } from '../enginePort';
import { loadBibliography, loadFile, looksLikeBibliography, keyOf } from '../library';
import { bibliographyMissing, type Problem } from '../problem';
import { scopeOf, type DraftFacts } from './bibliographies';
import { checkCitations, type KnownSources } from './checking';
import { readDraft, type DraftReading, type ReadingOptions } from './draftReading';
import { knownSources, type Recorded, type Records } from './recorded';
import { syntaxOfPath } from './syntaxes';

/** What a check needs of a disk. Paths are absolute, with `/`. `list` gives the paths of the files right in a folder. */
export type CheckedDisk = { readonly read: (path: string) => Promise<string | undefined>; readonly list: (folder: string) => Promise<readonly string[]> };

/** A file with what is wrong in it. */
export type CheckedFile = { readonly path: string; readonly text: string; readonly problems: readonly Problem[] };

/** A draft as read, the sources that it may cite, and the bibliographies it names that are not there. */
export type DraftInFile = { readonly reading: DraftReading; readonly known: KnownSources; readonly missing: readonly string[] };

const parentOf = (path: string): string => path.slice(0, Math.max(path.lastIndexOf('/'), 0));

export class FileCheck {
  readonly #disk: CheckedDisk;
  readonly #engine: Engine;
  readonly #own = new Map<string, Promise<readonly Recorded[]>>();
  readonly #bibliographies = new Map<string, Promise<{ readonly records: readonly Recorded[]; readonly generated: boolean } | undefined>>();

  constructor(disk: CheckedDisk, engine: Engine) {
    this.#disk = disk;
    this.#engine = engine;
  }

  /** A draft with the sources that it may cite; undefined for a file that is no draft, or isn't there. */
  async draft(path: string, options: ReadingOptions = {}): Promise<DraftInFile | undefined> {
    const syntax = syntaxOfPath(path);
    const text = syntax === undefined ? undefined : await this.#disk.read(path);
    if (syntax === undefined || text === undefined) return undefined;
    const reading = readDraft(syntax, text, options);
    const scope = await scopeOf({ path, syntax, facts: reading.facts }, await this.#neighbours(path), this.#disk.read);
    const nearby = scope.bibliographies.length > 0 ? [] : (await this.#filesAround(path)).filter(looksLikeBibliography);
    const records = await this.#records(path, [...scope.bibliographies.map((named) => named.path), ...nearby]);
    const missing = scope.bibliographies.filter((named) => named.namedIn === path && !records.bibliographies.has(named.path)).map((named) => named.path);
    return { reading, known: knownSources(path, scope, records), missing };
  }

  /** What is wrong with the citations of one draft, but for the keys to `ignore`; undefined for a file that is no draft, or isn't there. */
  async check(path: string, ignore: readonly string[] = [], options: ReadingOptions = {}): Promise<CheckedFile | undefined> {
    const draft = await this.draft(path, options);
    if (draft === undefined) return undefined;
    const { reading, known, missing } = draft;
    const found = checkCitations(reading, known, ignore).map(({ problem }) => problem);
    const spanOf = (name: string) => reading.facts.find((fact) => fact.kind === 'bibliography' && name.endsWith(fact.name))?.span;
    return { path, text: reading.text, problems: [...missing.map((name) => bibliographyMissing(name, spanOf(name))), ...found] };
  }

  /** The other drafts of the folder and of the one above: one of them may take this one in. */
  async #neighbours(path: string): Promise<ReadonlyMap<string, DraftFacts>> {
    const drafts = new Map<string, DraftFacts>();
    for (const file of await this.#filesAround(path)) {
      const syntax = syntaxOfPath(file);
      const text = syntax === undefined || syntax === 'markdown' ? undefined : await this.#disk.read(file);
      if (syntax !== undefined && text !== undefined) drafts.set(file, { path: file, syntax, facts: readDraft(syntax, text).facts });
    }
    return drafts;
  }

  async #filesAround(path: string): Promise<readonly string[]> {
    const folder = parentOf(path);
    return [...await this.#disk.list(folder), ...await this.#disk.list(parentOf(folder))];
  }

  async #records(draft: string, paths: readonly string[]): Promise<Records> {
    const bibliographies = new Map<string, readonly Recorded[]>();
    const generated = new Set<string>();
    for (const path of paths) {
      const read = await this.#bibliography(path);
      if (read === undefined) continue;
      bibliographies.set(path, read.records);
      if (read.generated) generated.add(path);
    }
    return { own: await this.#ownSources(draft), bibliographies, generated };
  }

  #bibliography(path: string): Promise<{ readonly records: readonly Recorded[]; readonly generated: boolean } | undefined> {
    const reading = this.#bibliographies.get(path) ?? this.#readBibliography(path);
    this.#bibliographies.set(path, reading);
    return reading;
  }

  async #readBibliography(path: string): Promise<{ readonly records: readonly Recorded[]; readonly generated: boolean } | undefined> {
    const read = await loadBibliography(this.#files(), this.#engine, path);
    const text = read === undefined ? undefined : await this.#disk.read(path);
    if (read === undefined || text === undefined) return undefined;
    const generated = /^(?:[%#] |\[\n\{\n {2}"custom": \{"commonplace":\{"g)[^\n]*Generated by Commonplace\b/.test(text.slice(0, 500));
    return { generated, records: read.records.map(({ item, span }) => ({ item, span, path })) };
  }

  /** The files of the nearest folder `sources`, beside the draft or above. */
  async #ownSources(draft: string): Promise<readonly Recorded[]> {
    for (let folder = parentOf(draft); folder !== ''; folder = parentOf(folder)) {
      const read = this.#own.get(folder) ?? this.#readFolder(`${folder}/sources`);
      this.#own.set(folder, read);
      const records = await read;
      if (records.length > 0) return records;
    }
    return [];
  }

  async #readFolder(folder: string): Promise<readonly Recorded[]> {
    const records: Recorded[] = [];
    for (const path of await this.#disk.list(folder)) {
      const loaded = path.endsWith('.md') ? await loadFile(this.#files(), this.#engine, path) : undefined;
      if (loaded?.file.frontMatter === undefined) continue;
      records.push({ path, item: { ...loaded.file.item, id: keyOf({ path, item: loaded.file.item }) } });
    }
    return records;
  }

  #files() {
    return {
      read: async (path: string) => {
        const text = await this.#disk.read(path);
        return text === undefined ? undefined : { text, version: '' };
      },
    };
  }
}
