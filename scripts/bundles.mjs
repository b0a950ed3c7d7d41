// What is bundled from what: the table of esbuild's builds.
import fs from 'node:fs';
import path from 'node:path';
import { dist, inRoot, out } from './paths.mjs';
import { stylesPlugin } from './styles.mjs';

const refused = ['sync-fetch', 'sync-fetch-undici', 'fetch-ponyfill', 'node-fetch', 'cross-fetch'];
const noNetwork = Object.fromEntries(refused.map((name) => [name, inRoot('scripts', 'noNetwork.cjs')]));

const shared = {
  bundle: true,
  absWorkingDir: inRoot(),
  target: 'es2022',
  logLevel: 'warning',
  metafile: true,
  preserveSymlinks: true,
  alias: noNetwork,
  plugins: [stylesPlugin],
};
const shipped = { ...shared, minify: true, charset: 'utf8', sourcemap: 'linked', sourcesContent: false, legalComments: 'none' };
const forNode = { platform: 'node', format: 'cjs' };
const forWeb = { platform: 'browser', format: 'cjs', define: { global: 'globalThis' } };

/** Rooms that are loaded when first needed, each a bundle of its own beside the extension. */
const rooms = {
  'core/parsing/index.ts': 'reading.js', 'core/exports/index.ts': 'writing.js', 'core/citations/index.ts': 'citing.js', 'core/generating/index.ts': 'generating.js', 'core/queries/index.ts': 'queries.js', 'core/tables/index.ts': 'tables.js', 'core/gathering/index.ts': 'gathering.js',
  'core/library/changing.ts': 'changing.js', 'core/library/shelving.ts': 'shelving.js', 'host/lookup/index.ts': 'lookup.js', 'host/history.ts': 'history.js', 'host/workspaceDisk.ts': 'workspaceDisk.js', 'host/node/writing.ts': 'diskWriting.js', 'host/node/packer.ts': 'packer.js', 'host/formatted.ts': 'formatted.js', 'host/reference.ts': 'reference.js', 'host/knownSources.ts': 'knownSources.js', 'host/copied.ts': 'copied.js',
  'features/lookUp/looking.ts': 'looking.js', 'features/newNote/taking.ts': 'noting.js', 'features/highlights/painting.ts': 'highlights.js', 'features/sourceLanguage/language.ts': 'sourceLanguage.js', 'features/review/desk.ts': 'reviewing.js', 'features/pasteSources/pasting.ts': 'pasting.js',
  'features/insertCitation/inserting.ts': 'inserting.js', 'features/completeCitation/completing.ts': 'completing.js', 'features/checkCitations/checker.ts': 'checking.js',
  'features/renameKey/renaming.ts': 'renaming.js', 'features/navigateCitations/navigating.ts': 'navigating.js', 'features/thisDraft/view.ts': 'thisDraft.js',
  'features/chooseStyle/choosing.ts': 'choosing.js', 'features/previewCitations/rendering.ts': 'rendering.js', 'features/bringIntoDraft/bringing.ts': 'bringing.js',
  'features/restoreVersion/restoring.ts': 'restoring.js', 'features/vanishedSources/deciding.ts': 'vanished.js', 'features/generateBibliography/updating.ts': 'updating.js',
  'features/mergeByNote/resolving.ts': 'merging.js', 'features/compareCoders/comparing.ts': 'comparing.js',
  'features/exchangeNotes/exporting.ts': 'exportingNotes.js', 'features/exchangeNotes/importing.ts': 'importing.js',
  'host/renaming.ts': 'renamingKeys.js', 'features/regenerateKeys/regenerating.ts': 'regenerating.js', 'features/regenerateKeys/choosingPattern.ts': 'choosingPattern.js',
  'features/copyReferences/copying.ts': 'copying.js', 'features/exportSources/exporting.ts': 'exporting.js',
  'features/sourcesTree/rows.ts': 'sourceRows.js', 'features/tagsTree/rows.ts': 'tagRows.js', 'features/tagsTree/work.ts': 'tagging.js', 'features/sourceActions/acting.ts': 'acting.js',
  'features/synthesis/panel.ts': 'synthesis.js',
  'features/savedViews/rows.ts': 'viewRows.js', 'features/passages/reading.ts': 'passages.js',
  'features/passages/drafting.ts': 'drafting.js', 'features/passages/quoting.ts': 'quoting.js', 'features/passages/tabling.ts': 'tabling.js', 'features/passages/appending.ts': 'appending.js', 'features/relateNotes/relating.ts': 'relating.js', 'features/lostPassages/finding.ts': 'lostPassages.js',
};
const doubled = Object.values(rooms).filter((file, index, all) => all.indexOf(file) !== index);
if (doubled.length > 0) throw new Error(`Two rooms would be written to one file: ${doubled.join(', ')}`);
/** What is in a room is loaded from where `at` says its file is. */
const roomsIn = (at) => ({
  name: 'rooms',
  setup(build) {
    const names = new RegExp(`/(?:${Object.keys(rooms).map((entry) => entry.replace(/(?:\/index)?\.ts$/, '').split('/').at(-1)).join('|')})$`);
    build.onResolve({ filter: names }, ({ path: wanted, kind, resolveDir }) => {
      const from = path.relative(inRoot('src'), path.join(resolveDir, wanted)).split(path.sep).join('/');
      const file = kind === 'dynamic-import' ? rooms[`${from}.ts`] ?? rooms[`${from}/index.ts`] : undefined;
      return file && { path: at(file), external: true };
    });
  },
});
const roomsPlugin = roomsIn((file) => `./${file}`);
/** For a bench: rooms as they are shipped. */
export const shippedRooms = roomsIn((file) => path.join(dist, file));
/** Our own modules do nothing when they are loaded: what of them is not used is left out. */
const purePlugin = {
  name: 'pure',
  setup(build) {
    build.onResolve({ filter: /^\.\.?(?:\/|$)/ }, async ({ path: wanted, pluginData, ...where }) => {
      if (pluginData === 'resolved') return undefined;
      const found = await build.resolve(wanted, { importer: where.importer, resolveDir: where.resolveDir, kind: where.kind, namespace: where.namespace, pluginData: 'resolved' });
      return found.errors.length > 0 || found.external ? found : { path: found.path, sideEffects: false };
    });
  },
};
/**
 * `import * as vscode` as plain `require`: for an import, esbuild would copy every name of the editor’s interface, file by file, each time the
 * editor starts.
 */
const vscodePlugin = {
  name: 'vscode',
  setup(build) {
    build.onLoad({ filter: /\/src\/.+\.ts$/ }, ({ path: file }) => ({
      loader: 'ts',
      contents: fs.readFileSync(file, 'utf8').replace(/^import \* as vscode from 'vscode';$/m, "const vscode = /* @__PURE__ */ require('vscode') as typeof import('vscode');"),
    }));
  },
};
const room = (entry) => ({
  ...shipped, ...forNode, plugins: [roomsPlugin, purePlugin, vscodePlugin], external: ['vscode'], entryPoints: [`src/${entry}`], outfile: path.join(dist, rooms[entry]),
});

/** CommonJS packages inside an ES module still ask for `require`. */
const requireBanner = "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);";

/** esbuild keeps the first line `#!…` of an entry; one that has none gets it. */
function shebang(entry) {
  const has = fs.existsSync(inRoot(entry)) && fs.readFileSync(inRoot(entry), 'utf8').startsWith('#!');
  return has ? {} : { js: '#!/usr/bin/env node' };
}

export const product = {
  'the extension': { ...shipped, ...forNode, plugins: [roomsPlugin, purePlugin, vscodePlugin], external: ['vscode'], entryPoints: ['src/extension.ts'], outfile: path.join(dist, 'extension.js') },
  'the web views': {
    ...shipped, platform: 'browser', format: 'iife', outdir: path.join(dist, 'media'), entryNames: '[name]',
    entryPoints: {
      'review': 'media/review/review.ts', 'review.styles': 'media/review/review.css', 'references': 'media/references/references.ts', 'references.styles': 'media/references/references.css',
      'synthesis': 'media/synthesis/synthesis.ts', 'synthesis.pictures': 'media/synthesis/pictures/index.ts', 'synthesis.styles': 'media/synthesis/synthesis.css',
    },
  },
  ...Object.fromEntries(Object.keys(rooms).map((entry) => [`the room ${entry}`, room(entry)])),
  'the web extension': { ...shipped, ...forWeb, external: ['vscode'], entryPoints: ['src/extension.web.ts'], outfile: path.join(dist, 'web', 'extension.js') },
  'the worker': {
    ...shipped, platform: 'node', format: 'esm', splitting: true, chunkNames: '[name]-[hash]', outExtension: { '.js': '.mjs' },
    banner: { js: requireBanner }, entryPoints: { worker: 'src/worker/entry.ts' }, outdir: path.join(dist, 'engine'),
  },
  'the web worker': { ...shipped, ...forWeb, format: 'iife', entryPoints: ['src/worker/entry.web.ts'], outfile: path.join(dist, 'web', 'worker.js') },
  'the command line': { ...shipped, ...forNode, banner: shebang('src/cli.ts'), entryPoints: ['src/cli.ts'], outfile: path.join(dist, 'cli.js') },
};

const files = (folder) =>
  fs.existsSync(inRoot(folder)) ? fs.readdirSync(inRoot(folder), { recursive: true }).map((name) => `${folder}/${name.split(path.sep).join('/')}`) : [];
/** COMMONPLACE_ONLY, a list of words with commas, keeps the test files with one of them in their path. */
const only = process.env.COMMONPLACE_ONLY?.split(',');
const named = (folder, ending) => files(folder).filter((name) => name.endsWith(ending) && (only?.some((word) => name.includes(word)) ?? true)).sort();

const tested = { ...shared, sourcemap: 'inline', outbase: 'test', outdir: path.join(out, 'test') };
const inNode = { ...tested, ...forNode, packages: 'external', external: ['vscode'] };

/** `commonplace:web-tests` is every test of test/integration/web, for a suite that has no disk to look at. */
const webTestsPlugin = {
  name: 'web tests',
  setup(build) {
    build.onResolve({ filter: /^commonplace:web-tests$/ }, () => ({ path: 'web-tests', namespace: 'commonplace' }));
    build.onLoad({ filter: /^web-tests$/, namespace: 'commonplace' }, () => ({
      contents: named('test/integration/web', '.test.ts').map((name) => `import ${JSON.stringify(`./${name}`)};`).join('\n'),
      resolveDir: inRoot(),
    }));
  },
};

/** Tests in the browser's host have no node:assert. */
const webAssert = Object.fromEntries(['node:assert', 'node:assert/strict'].map((name) => [name, inRoot('scripts', 'webAssert.mjs')]));

const webSuite = {
  ...tested, ...forWeb, external: ['vscode'], alias: { ...noNetwork, ...webAssert }, plugins: [stylesPlugin, webTestsPlugin],
  // Mocha's browser build assigns module.exports itself; ours must be the last word.
  footer: { js: 'module.exports = suiteOfCommonplace;' },
};

/** The bundles of the tests, by suite. An entry point for each file: they share nothing but the packages. */
export const tests = () => ({
  unit: { ...inNode, entryPoints: named('test/unit', '.test.ts') },
  integration: { ...inNode, entryPoints: [...named('test/integration', '.test.ts'), 'test/integration/index.ts'] },
  web: { ...webSuite, entryPoints: ['test/integration/webIndex.ts'] },
  e2e: { ...inNode, entryPoints: named('test/e2e', '.ts') },
  reliability: { ...inNode, entryPoints: named('test/reliability', '.test.ts') },
});
