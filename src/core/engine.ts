/**
 * The only file that imports citeproc and a YAML reader. It runs on a worker's thread; each package is loaded when it is
 * first needed.
 */
import type { StyleData } from './formatting';
import type { Json } from './source';

/* eslint-disable @typescript-eslint/no-explicit-any -- the packages come without types */

/** The largest YAML document that is read, in UTF-16 code units. */
const largestYaml = 4 * 1024 * 1024;
const deepestYaml = 40;

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
