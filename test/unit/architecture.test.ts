/** The floors of the house (src/README.md): every import of src and media, type imports included, must run downwards. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type BuildOptions } from 'esbuild';
import ts from 'typescript';

const trees = new Map<string, ts.SourceFile>();

/** A text as a tree, made once for all walls. */
function treeOf(text: string): ts.SourceFile {
  const tree = trees.get(text) ?? ts.createSourceFile('a.ts', text, ts.ScriptTarget.ES2022, true);
  trees.set(text, tree);
  return tree;
}

/** Path of a file from the root of the project, with `/`, to its text. */
type House = ReadonlyMap<string, string>;
/** `to` is a file of the house, or the name of a package or of a module of Node. */
type Import = { readonly from: string; readonly to: string };
type Wall = (house: House, imports: readonly Import[]) => readonly string[];

function readHouse(): House {
  const files = ['src', 'media'].flatMap((top) => readdirSync(top, { recursive: true, encoding: 'utf8' }).map((name) => `${top}/${name.split(path.sep).join('/')}`));
  return new Map(files.filter((name) => /\.tsx?$/.test(name)).map((name) => [name, readFileSync(name, 'utf8')]));
}

/** A relative import as the file it means. */
function resolve(house: House, from: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier;
  const target = path.posix.join(path.posix.dirname(from), specifier);
  return ['', '.ts', '.tsx', '.d.ts', '/index.ts'].map((ending) => target + ending).find((name) => house.has(name)) ?? target;
}

function importsOf(house: House): Import[] {
  return [...house].flatMap(([from, text]) => ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => ({ from, to: resolve(house, from, fileName) })));
}

/** The floors, and which others each may stand on. The first that fits a path is its floor. */
const floors = [
  { name: 'front door', files: /^src\/(extension(\.web)?|start)\.ts$/, on: ['features', 'host', 'core', 'worker', 'protocol'] },
  { name: 'command line', files: /^src\/cli(?:\.ts$|\/)/, on: ['core', 'worker'] },
  { name: 'protocol', files: /^src\/protocol\.ts$/, on: ['core'] },
  { name: 'core', files: /^src\/core\//, on: [] },
  { name: 'worker', files: /^src\/worker\//, on: ['core'] },
  { name: 'host', files: /^src\/host\//, on: ['core', 'worker'] },
  { name: 'features', files: /^src\/features\//, on: ['host', 'core', 'protocol'] },
  { name: 'media', files: /^media\//, on: ['protocol'] },
] as const;
const floorOf = (file: string) => floors.find(({ files }) => files.test(file));

const inHouse = (name: string): boolean => /^(src|media)\//.test(name);
const say = ({ from, to }: Import): string => `${from} imports ${to}`;

const downwards: Wall = (_, imports) =>
  imports.filter(({ from, to }) => {
    const [upper, lower] = [floorOf(from), floorOf(to)];
    return inHouse(to) && upper !== lower && !(upper?.on as readonly (string | undefined)[] | undefined)?.includes(lower?.name);
  }).map(say);

const knownFloors: Wall = (house) => [...house.keys()].filter((file) => !floorOf(file)).map((file) => `${file} stands on no floor`);

/** A feature is a file, or a folder, right under features. */
const featureOf = (file: string): string | undefined => /^src\/features\/([^/]+?)(?:\.tsx?|\/.*)$/.exec(file)?.[1];
const featuresApart: Wall = (_, imports) =>
  imports.filter(({ from, to }) => featureOf(from) !== undefined && featureOf(to) !== undefined && featureOf(from) !== featureOf(to)).map(say);

const rooms = ['parsing', 'library', 'notes', 'citations', 'exports', 'lookup', 'generating', 'agreement', 'synthesis', 'queries', 'merge', 'tables', 'tagging', 'exchange', 'gathering'];
const roomOf = (file: string): string | undefined => rooms.find((room) => file.startsWith(`src/core/${room}/`));
/** Files of types that other rooms may name: the ground floor. */
const groundFloor = new Set(['library/files', 'library/library', 'parsing/reading', 'citations/citation', 'notes/codebook', 'exchange/incoming'].map((name) => `src/core/${name}.ts`));
const throughTheDoor: Wall = (_, imports) =>
  imports.filter(({ from, to }) => {
    const room = roomOf(to);
    return room !== undefined && roomOf(from) !== room && to !== `src/core/${room}/index.ts` && !groundFloor.has(to);
  }).map(say);

/** The door of a room only hands out what others define. */
const doorsDefineNothing: Wall = (house) =>
  [...house].filter(([file]) => roomOf(file) !== undefined && file.endsWith('/index.ts')).flatMap(([file, text]) =>
    ts.createSourceFile(file, text, ts.ScriptTarget.ES2022).statements
      .filter((statement) => !(ts.isExportDeclaration(statement) && statement.moduleSpecifier))
      .map((statement) => `${file} defines something: ${text.slice(statement.pos, statement.end).trim().slice(0, 60)}`));

const outside: Wall = (_, imports) => imports.filter(({ from, to }) => !inHouse(to) && !mayImport(from, to)).map(say);

const engine = 'src/core/engine.ts';
const readsNode = /^src\/(host\/node\/|worker\/|cli\/|cli\.ts$|extension\.ts$)/;
const showsEditor = /^src\/(host\/|features\/|(extension(\.web)?|start)\.ts$)/;
/** The script that is loaded when the first picture is shown. */
const pictures = /^media\/synthesis\/pictures\//;
const plotting = ['@observablehq/plot', 'd3-force'];
/** Which packages and modules of Node a file may use. */
function mayImport(from: string, to: string): boolean {
  if (to === 'vscode') return showsEditor.test(from);
  if (to.startsWith('node:')) return readsNode.test(from);
  if (plotting.includes(to)) return pictures.test(from);
  return from === engine || (to === 'commonplace:styles' && from.startsWith('src/core/engine'));
}

const clockAndChance = new Set(['Date.now', 'Math.random', 'performance.now', 'crypto.randomUUID', 'crypto.getRandomValues']);
const surroundings = new Set(['document', 'window', 'navigator', 'process']);

/** What an expression takes from outside, if anything. A name that the file declares itself is its own. */
function impurity(node: ts.Node, own: ReadonlySet<string>): string | undefined {
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length) return 'new Date()';
  if (ts.isCallExpression(node) && ['fetch', 'setTimeout', 'setInterval'].includes(node.expression.getText())) return node.expression.getText();
  if (!ts.isPropertyAccessExpression(node) || !ts.isIdentifier(node.expression) || own.has(node.expression.text)) return undefined;
  const { text } = node.expression;
  return surroundings.has(text) || clockAndChance.has(`${text}.${node.name.text}`) ? `${text}.${node.name.text}` : undefined;
}

function impurities(text: string): string[] {
  const file = treeOf(text);
  const nodes: ts.Node[] = [];
  const gather = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, gather);
  };
  gather(file);
  const declared = nodes.flatMap((node) => ((ts.isParameter(node) || ts.isVariableDeclaration(node) || ts.isBindingElement(node)) && ts.isIdentifier(node.name) ? [node.name.text] : []));
  const own = new Set(declared);
  return nodes.flatMap((node) => impurity(node, own) ?? []);
}
const coreIsPure: Wall = (house) =>
  [...house].filter(([file]) => file.startsWith('src/core/')).flatMap(([file, text]) => impurities(text).map((word) => `${file} uses ${word}`));

const networkDoor = 'src/host/lookup/networkDoor.ts';
const networkNames = new Set(['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'WebTransport', 'RTCPeerConnection', 'sendBeacon', 'importScripts']);
const networkModules = /^(?:node:)?(?:https?|http2|net|tls|dgram|dns|undici|child_process)(?:\/|$)/;

/** Names of the network as the code uses them: not in comments and texts, and not as names of its own fields. */
function networkIn(text: string): string[] {
  const file = treeOf(text);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && networkNames.has(node.text) && !ts.isTypeReferenceNode(node.parent)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
const oneNetworkDoor: Wall = (house, imports) => [
  ...[...house].filter(([file]) => file !== networkDoor).flatMap(([file, text]) => networkIn(text).map((name) => `${file} uses ${name}`)),
  ...imports.filter(({ to }) => networkModules.test(to)).map(say),
];

/** The exits of the editor and of a page by name, and the one file that may reach each: it takes encoded text, or encodes what it is given. */
const exits: { readonly [name: string]: string } = {
  MarkdownString: 'src/host/editorMarkdown.ts', enabledCommands: 'src/host/editorMarkdown.ts',
  ...named('src/host/boxes.ts', 'showQuickPick', 'createQuickPick', 'showInputBox', 'createInputBox'),
  ...named('src/host/notices.ts', 'showInformationMessage', 'showWarningMessage', 'showErrorMessage'),
  ...named('src/host/webPage.ts', 'createWebviewPanel', 'enableScripts', 'localResourceRoots'),
  ...named('nowhere', 'registerWebviewViewProvider', 'registerCustomEditorProvider', 'enableCommandUris', 'enableForms', 'portMapping'),
  createOutputChannel: 'src/host/app.ts', openExternal: 'src/features/sourceActions/acting.ts',
  ...named('nowhere', 'appendMarkdown', 'supportHtml', 'supportThemeIcons', 'baseUri', 'SnippetString', 'appendText', 'appendPlaceholder', 'createTerminal', 'sendText', 'console'),
  ...named('nowhere', 'innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe', 'srcdoc', 'DOMParser', 'createContextualFragment', 'eval', 'Function'),
};
function named(file: string, ...names: readonly string[]): { readonly [name: string]: string } {
  return Object.fromEntries(names.map((name) => [name, file]));
}
const oneFileAnExit: Wall = (house) => [...house].flatMap(([file, text]) =>
  codeNames(text).filter((name) => Object.hasOwn(exits, name) && exits[name] !== file).map((name) => `${file} uses ${name}, which is for ${exits[name]}`));

/** What is put into a web view, and what it is allowed: only there, where every page gets its policy. */
const oneFileFillsWebViews: Wall = (house) => [...house].filter(([file]) => /^src\/(?:host|features)\//.test(file) && file !== 'src/host/webPage.ts').flatMap(([file, text]) => {
  const put: string[] = [];
  const visit = (node: ts.Node): void => {
    const isPut = ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken && /\.html$|webview\W*\.options$/i.test(node.left.getText());
    if (isPut) put.push(`${file} fills a web view: ${node.getText().slice(0, 60)}`);
    ts.forEachChild(node, visit);
  };
  visit(treeOf(text));
  return put;
});

/** Names as the code uses them, but not as types. */
function codeNames(text: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return;
    if (ts.isIdentifier(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(treeOf(text));
  return found;
}

const encodedTypes = /\b(?:Markdown|Label|Notice|Log|Terminal|Html|Tex|Csv|Draft)Text\b|\bWebAddress\b/;
/** Encoders, and the few files that put encoded text together in ways of their own. */
const encoders = new Set(['core/exits', 'core/markdownProse', 'core/citations/blocks', 'core/citations/words', 'core/formatting/results', 'core/referenceList', 'core/exports/tex', 'core/exports/latexLetters', 'host/boxes', 'host/notices', 'host/editorMarkdown'].map((name) => `src/${name}.ts`));
const encodedByEncoders: Wall = (house) => [...house].filter(([file]) => !encoders.has(file)).flatMap(([file, text]) => {
  const claims: string[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isAsExpression(node) || ts.isTypeAssertionExpression(node)) && encodedTypes.test(node.type.getText())) claims.push(`${file} says of a text that it is encoded: ${node.getText().slice(0, 60)}`);
    ts.forEachChild(node, visit);
  };
  visit(treeOf(text));
  return claims;
});

/** Words of the status bar, of which the editor takes a plain string. */
const statusBarEncoded: Wall = (house) => [...house].filter(([, text]) => /setStatusBarMessage|createStatusBarItem/.test(text)).flatMap(([file, text]) => {
  const plain: string[] = [];
  const visit = (node: ts.Node): void => {
    const said = ts.isCallExpression(node) && /\.setStatusBarMessage$/.test(node.expression.getText()) ? node.arguments[0]
      : ts.isBinaryExpression(node) && /status\.text$/.test(node.left.getText()) ? node.right : undefined;
    if (said !== undefined && !/^\[?inStatusBar\(/.test(said.getText())) plain.push(`${file} puts a plain text into the status bar: ${said.getText().slice(0, 60)}`);
    ts.forEachChild(node, visit);
  };
  visit(treeOf(text));
  return plain;
});

/** What changes files, through the editor and through Node, and the rooms that own it: what they write they write beside first, or ask before. */
const fileWork = new Set(['writeFile', 'rename', 'delete', 'copy', 'createDirectory']);
const nodeFileWork = /^(?:(?:write|append|copy)File|rename|rm|rmdir|unlink|mkdir|mkdtemp|cp|link|symlink|f?truncate|open|createWriteStream|write|writev)(?:Sync)?$/;
const writesThroughEditor = new Set(['cache', 'keeping', 'trash', 'workspaceDisk', 'writeOut'].map((name) => `src/host/${name}.ts`));
const writesThroughNode = /^src\/(?:host\/node\/|cli\/(?:notes|merging)\.ts$)/;

const ownRoomsWrite: Wall = (house) => [...house].flatMap(([file, text]) => {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const [of, name] = ts.isPropertyAccessExpression(node) ? [node.expression.getText(), node.name.text] : ts.isElementAccessExpression(node) ? [node.expression.getText(), node.argumentExpression.getText().slice(1, -1)] : ['', ''];
    if (/(?:^|\.)fs$/.test(of) && fileWork.has(name) && !writesThroughEditor.has(file)) found.push(`${file} changes files with ${node.getText()}; an export goes through app.writeOut`);
    // The file system under a name of one’s own, or taken apart, could not be followed.
    if (ts.isVariableDeclaration(node) && /\bworkspace\.fs$/.test(node.initializer?.getText() ?? '') && !writesThroughEditor.has(file)) found.push(`${file} gives the file system a name of its own: ${node.getText()}`);
    if (ts.isImportDeclaration(node) && /^'(?:node:)?fs(?:\/promises)?'$/.test(node.moduleSpecifier.getText()) && !writesThroughNode.test(file)) {
      const { namedBindings } = node.importClause ?? {};
      const names = namedBindings !== undefined && ts.isNamedImports(namedBindings) ? namedBindings.elements.map((one) => (one.propertyName ?? one.name).text) : ['open'];
      found.push(...names.filter((one) => nodeFileWork.test(one)).map((one) => `${file} changes files with ${one} of Node`));
    }
    ts.forEachChild(node, visit);
  };
  visit(treeOf(text));
  return found;
});

/** Where bytes become text, and it is said or asked whether all of them could. */
const decoders = new Set(['src/core/utf8.ts', 'src/core/decoding.ts', 'src/host/lookup/body.ts']);
const fewDecode: Wall = (house) => [...house].filter(([file, text]) => /\bTextDecoder\b/.test(text) && !decoders.has(file)).map(([file]) => `${file} makes text of bytes; core/utf8.ts and core/decoding.ts say what could not be told`);

/** Rooms that are bundles of their own (scripts/bundles.mjs), loaded when they are first needed. */
const loadedLater = /^src\/(?:core\/(?:parsing|exports|lookup|generating|citations|queries|tables|gathering)|host\/lookup)\/index\.ts$/;
const loadedAtOnce = /^src\/(?:(?:features|host|core\/library)\/|(?:extension|start)\.ts$)(?!lookup\/)/;

/** Imports that are carried out when the file is loaded: neither of types alone nor inside a function. */
function importedAtOnce(text: string): string[] {
  return treeOf(text).statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) return [];
    const { importClause: clause } = statement;
    const named = clause?.namedBindings;
    const types = clause?.phaseModifier === ts.SyntaxKind.TypeKeyword || (clause?.name === undefined && named !== undefined && ts.isNamedImports(named) && named.elements.every((one) => one.isTypeOnly));
    return types ? [] : [statement.moduleSpecifier.text];
  });
}
const laterIsLater: Wall = (house) => [...house].filter(([file]) => loadedAtOnce.test(file)).flatMap(([file, text]) =>
  importedAtOnce(text).map((name) => resolve(house, file, name)).filter((to) => loadedLater.test(to)).map((to) => `${file} imports ${to} at once; await import() it where it is needed, or import its types`));

/** Follows imports depth first; a file met again on its own way down closes a circle. */
const noCircle: Wall = (house, imports) => {
  const below = new Map([...house.keys()].map((file): [string, string[]] => [file, []]));
  for (const { from, to } of imports) if (house.has(to)) below.get(from)?.push(to);
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) return void circles.push([...way.slice(way.indexOf(file)), file].join(' → '));
    if (done.has(file)) return;
    for (const to of below.get(file) ?? []) visit(to, [...way, file]);
    done.add(file);
  };
  for (const file of house.keys()) visit(file, []);
  return circles;
};

const namedForSomething: Wall = (house) =>
  [...house.keys()].filter((file) => file.split('/').some((part) => /^(utils?|helpers?|common|misc|shared)(\.|$)/i.test(part)));

/** Each wall, and a house in which it is broken: a wall that could not fail would hold nothing. */
const walls: { readonly [title: string]: { readonly wall: Wall; readonly broken: { readonly [file: string]: string } } } = {
  'every file stands on a floor': { wall: knownFloors, broken: { 'src/elsewhere/thing.ts': '' } },
  'imports run downwards': { wall: downwards, broken: { 'src/core/a.ts': "import type { B } from '../host/b';", 'src/host/b.ts': '' } },
  'a feature imports no feature': { wall: featuresApart, broken: { 'src/features/a.ts': "export * from './b/part';", 'src/features/b/part.ts': '' } },
  'a room of core is entered by its door': { wall: throughTheDoor, broken: { 'src/core/notes/a.ts': "import '../parsing/cut';", 'src/core/parsing/cut.ts': '' } },
  'a door defines nothing': { wall: doorsDefineNothing, broken: { 'src/core/notes/index.ts': "export * from './a';\nexport const b = 1;" } },
  'packages, Node and the editor are imported where they belong': { wall: outside, broken: { 'src/core/notes/a.ts': "const yaml = await import('js-yaml');" } },
  'core uses no clock, no chance, no page': { wall: coreIsPure, broken: { 'src/core/a.ts': 'const now = new Date();' } },
  'what is loaded when needed is not loaded at the start': { wall: laterIsLater, broken: { 'src/features/a.ts': "import { parsePaste } from '../core/parsing';", 'src/core/parsing/index.ts': '' } },
  'only one file can reach the network': { wall: oneNetworkDoor, broken: { 'src/host/a.ts': "import 'node:https';\nconst ask = globalThis.fetch;" } },
  'text leaves by one file an exit': { wall: oneFileAnExit, broken: { 'src/features/a.ts': 'const hover = new vscode.MarkdownString(title);', 'media/b.ts': 'box.innerHTML = title;' } },
  'web views are made and filled by one file, which gives each its policy': { wall: oneFileFillsWebViews, broken: { 'src/features/a.ts': 'const { webview } = panel; webview.html = page;' } },
  'only encoders say that a text is encoded': { wall: encodedByEncoders, broken: { 'src/features/a.ts': 'const safe = title as MarkdownText;' } },
  'files are changed in the rooms that own it': { wall: ownRoomsWrite, broken: { 'src/features/a.ts': 'await vscode.workspace.fs.writeFile(to, bytes);' } },
  'bytes become text where it is known whether all of them could': { wall: fewDecode, broken: { 'src/host/a.ts': 'const text = new TextDecoder().decode(bytes);' } },
  'the status bar shows encoded words': { wall: statusBarEncoded, broken: { 'src/features/a.ts': 'window.setStatusBarMessage(`${title} is there`);' } },
  'there is no circle, type imports included': { wall: noCircle, broken: { 'src/core/a.ts': "import type { B } from './b';", 'src/core/b.ts': "import type { A } from './a';" } },
  'nothing is called utils, helpers, common or misc': { wall: namedForSomething, broken: { 'src/core/helpers/a.ts': '' } },
};

describe('the house', function () {
  this.timeout(60_000);
  const house = readHouse();
  const imports = importsOf(house);

  it('is read whole', () => {
    assert.ok(house.size > 20 && imports.length > house.size);
  });

  for (const [title, { wall, broken }] of Object.entries(walls)) {
    it(title, () => {
      const planted: House = new Map(Object.entries(broken));
      assert.notDeepEqual(wall(planted, importsOf(planted)), [], 'the wall does not see a breach that was made for it');
      assert.deepEqual(wall(house, imports), []);
    });
  }

  it('takes no word of a comment, a string or a name of one’s own for a clock', () => {
    assert.deepEqual(impurities('// Date.now\nconst a = `${b} document.`; const f = (document: D) => document.text; new Date(2024);'), []);
    assert.deepEqual(impurities('const a = [Date\n  .now(), new Date( ), Math.random(), document.title];'), ['Date.now', 'new Date()', 'Math.random', 'document.title']);
  });

  it('sees every way to change files outside of the rooms that own it', () => {
    for (const way of ['vscode.workspace.fs.delete(uri)', 'workspace.fs["rename"](a, b)', 'const { writeFile } = vscode.workspace.fs;', 'const disk = vscode.workspace.fs;', "import { rename as put } from 'node:fs/promises';", "import * as fs from 'node:fs';"]) {
      assert.equal(ownRoomsWrite(new Map([['src/host/a.ts', way]]), []).length, 1, way);
    }
    assert.deepEqual(ownRoomsWrite(new Map([['src/host/a.ts', "await vscode.workspace.fs.readFile(uri); names.delete(name); import { readFileSync } from 'node:fs';"]]), []), []);
  });

  it('begins small: what the editor loads at its start only registers, and keeps the library', async () => {
    const largest = 100_000;
    const { bytes, parts } = await entryBundle();
    assert.ok(bytes > 20_000, 'the bundle that was measured is not the extension');
    assert.ok(bytes <= largest, `the entry bundle has ${bytes} bytes, ${largest} are allowed. Make what works a room (scripts/bundles.mjs) and await import() it; the largest parts are ${parts.slice(0, 12).join(', ')}`);
  });
});

/** The bundle that VS Code loads when it starts the extension, made as for the product: its size, and its parts, largest first. */
async function entryBundle(): Promise<{ readonly bytes: number; readonly parts: readonly string[] }> {
  const { product } = await import(pathToFileURL(path.resolve('scripts/bundles.mjs')).href) as { readonly product: { readonly [name: string]: BuildOptions } };
  const { metafile } = await build({ ...product['the extension'], write: false, metafile: true });
  const entry = Object.values(metafile.outputs).find(({ entryPoint }) => entryPoint !== undefined);
  const parts = Object.entries(entry?.inputs ?? {}).sort(([, one], [, other]) => other.bytesInOutput - one.bytesInOutput);
  return { bytes: entry?.bytes ?? 0, parts: parts.map(([file, { bytesInOutput }]) => `${file} ${bytesInOutput}`) };
}
