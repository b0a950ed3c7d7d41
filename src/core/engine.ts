/**
 * The only file that imports citation-js, citeproc and a YAML reader. It runs on a worker's thread; each package is loaded
 * when it is first needed. The texts handed in are single records whose format is known: citation-js guesses the format of
 * any text given to its `Cite`, and its guess can take minutes on a hundred characters, so its readers are called by name.
 */
import type { StyleData } from './formatting';
import type { EngineFormat } from './enginePort';
import type { Item, Json } from './source';

/* eslint-disable @typescript-eslint/no-explicit-any -- the packages come without types */

/** Largest text of one record or YAML document that is read, in UTF-16 code units. */
export const largestRecord = 256 * 1024;
const largestYaml = 4 * 1024 * 1024;
const deepestYaml = 40;

type ReadByName = (data: unknown, format: string) => unknown;

async function loadCitation(): Promise<ReadByName> {
  const core: any = await import('@citation-js/core');
  return (core.plugins ?? core.default.plugins).input.data;
}

let bibtex: Promise<ReadByName> | undefined;
let ris: Promise<ReadByName> | undefined;

/** One BibTeX or BibLaTeX entry, and entries it inherits from behind it, as CSL items. Throws what citation-js throws. */
export async function readBibtexEntry(text: string): Promise<readonly Item[]> {
  const read = await (bibtex ??= import('@citation-js/plugin-bibtex').then(loadCitation));
  return read(read(text, '@biblatex/text'), '@biblatex/entries+list') as readonly Item[];
}

/** One RIS record from `TY` to `ER` as CSL items. Throws what citation-js throws. */
export async function readRisRecord(text: string): Promise<readonly Item[]> {
  const read = await (ris ??= import('@citation-js/plugin-ris').then(loadCitation));
  const records = read(text, '@ris/file') as readonly unknown[];
  return records.map((record) => read(record, '@ris/record') as Item);
}

/** A YAML document with strings only: no dates, numbers or yes/no. Aliases are refused. Throws with a reason. */
export async function readYaml(text: string): Promise<Json> {
  if (text.length > largestYaml) throw new Error('the document is too large');
  const { load, FAILSAFE_SCHEMA } = await import('js-yaml');
  return load(text, { schema: FAILSAFE_SCHEMA, maxAliases: 0, maxDepth: deepestYaml } as any) as Json;
}

/** citeproc's module, for the room `formatting`. */
export async function loadCiteproc(): Promise<any> {
  const module: any = await import('citeproc');
  return module.default ?? module;
}

/** The bundled citation styles and locales, for the room `formatting`. */
export async function loadStyles(): Promise<StyleData> {
  return (await import('commonplace:styles')).default;
}

/** The reader of each format that citation-js reads. */
export const recordReaders: { readonly [F in EngineFormat]: (text: string) => Promise<readonly Item[]> } = {
  bibtex: readBibtexEntry,
  ris: readRisRecord,
};
