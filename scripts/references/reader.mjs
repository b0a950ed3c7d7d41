// The reader of references as it is in the source, bundled for measuring.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { inRoot, out } from '../paths.mjs';

export async function reader() {
  const esbuild = await import('esbuild');
  const outfile = path.join(out, 'references', 'reader.mjs');
  await esbuild.build({
    stdin: { contents: "export { readReferences } from './src/core/parsing/references/list'; export { readReference } from './src/core/parsing/references/reference';", resolveDir: inRoot(), loader: 'ts' },
    bundle: true, platform: 'node', format: 'esm', outfile, logLevel: 'error',
  });
  return import(`${pathToFileURL(outfile).href}?${Date.now()}`);
}
