// The reader of references as it stands in the source, bundled for the scripts of this folder.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { inRoot, out } from '../paths.mjs';

/** What files of src/core/parsing/references export, by their names. */
export async function bundled(...files) {
  const esbuild = await import('esbuild');
  const outfile = path.join(out, 'references', `${files.join('-').replaceAll('/', '-')}.mjs`);
  const contents = files.map((file) => `export * from './src/core/parsing/references/${file}';`).join('\n');
  await esbuild.build({ stdin: { contents, resolveDir: inRoot(), loader: 'ts' }, bundle: true, platform: 'node', format: 'esm', outfile, logLevel: 'error' });
  return import(pathToFileURL(outfile).href);
}
