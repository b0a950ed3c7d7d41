import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import dns from 'node:dns';
import net from 'node:net';
import path from 'node:path';
import ts from 'typescript';
import { checkingMark } from '../../../src/core/exports';
import { LibraryStore, readSourceFile, setFields } from '../../../src/core/library';
import type { Source, UndoStep } from '../../../src/core/library';
import { saveView } from '../../../src/core/queries';
import { inSlices } from '../../../src/core/slices';
import { editCodebook } from '../../../src/core/tagging';
import { applyEdits } from '../../../src/core/edits';
import { webAddress } from '../../../src/core/exits';
import { lists, settings, switches } from '../../../src/host/names';
import { directEngine } from '../../doubles/directEngine';
import { MemoryFiles } from '../../doubles/memoryFiles';
import { doors } from '../hostile/doors';

const house = new Map(['src', 'media'].flatMap((top) => readdirSync(top, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')).map((name): [string, string] => {
  const file = `${top}/${name.split(path.sep).join('/')}`;
  return [file, readFileSync(file, 'utf8')];
})));
type Manifest = {
  readonly scripts: { readonly [name: string]: string }; readonly dependencies?: object;
  readonly capabilities: { readonly untrustedWorkspaces: { readonly supported: string; readonly restrictedConfigurations: readonly string[] } };
  readonly contributes: { readonly configuration: unknown };
};
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;

/** Everything that is called or named in the code: identifiers and what stands behind a dot, not comments and texts. */
function namesIn(text: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) found.push(node.getText());
    else if (ts.isIdentifier(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('a.ts', text, ts.ScriptTarget.ES2022, true));
  return found;
}
const uses = (wanted: RegExp, texts: ReadonlyMap<string, string> = house): readonly string[] =>
  [...texts].flatMap(([file, text]) => namesIn(text).filter((name) => wanted.test(name)).map((name) => `${file}: ${name}`));
const planted = (text: string): ReadonlyMap<string, string> => new Map([['src/planted.ts', text]]);

/** The settings of the manifest, whatever their nesting. */
const configured = (): ReadonlyMap<string, { readonly type?: unknown; readonly scope?: string }> => {
  const all = manifest.contributes.configuration as { readonly properties: object } | readonly { readonly properties: object }[];
  return new Map(([all].flat() as readonly { readonly properties: object }[]).flatMap(({ properties }) => Object.entries(properties) as [string, { readonly type?: unknown; readonly scope?: string }][]));
};

const noNetwork = new Error('no network');

/** Does the work while every way out of Node counts who goes; gives where they went. */
async function wentOut(work: () => Promise<unknown>): Promise<readonly string[]> {
  const went: string[] = [];
  const ways: readonly (readonly [object, string])[] = [[net.Socket.prototype, 'connect'], [dns, 'lookup'], [dns.promises, 'lookup'], [globalThis, 'fetch']];
  const before = ways.map(([holder, name]) => (holder as { [name: string]: unknown })[name]);
  for (const [holder, name] of ways) (holder as { [name: string]: unknown })[name] = (): never => { went.push(name); throw noNetwork; };
  const failed = await work().then(() => undefined, (error: unknown) => (error instanceof Error ? error : new Error(String(error))));
  for (const [index, [holder, name]] of ways.entries()) (holder as { [name: string]: unknown })[name] = before[index];
  // What ends the work for another reason would leave the rest of it unlooked at.
  if (failed !== undefined && failed !== noNetwork) throw failed;
  return went;
}

describe('the world outside', function () {
  this.timeout(120_000);

  it('X-01 is asked nothing while texts full of addresses are read, searched and merged', async () => {
    const pastes = readdirSync('test/fixtures/pastes').filter((name) => name.endsWith('.txt')).slice(0, 30).map((name) => readFileSync(`test/fixtures/pastes/${name}`, 'utf8'));
    const texts = ['https://doi.org/10.1000/a', 'http://127.0.0.1/a.bib', '10.1000/xyz123', '9780306406157', 'arXiv:2101.00001', '<!DOCTYPE a SYSTEM "http://127.0.0.1/">', '![x](http://127.0.0.1/x.png)', ...pastes];
    assert.deepEqual(await wentOut(async () => { for (const open of Object.values(doors)) for (const text of texts) await open(text); }), []);
    await assert.rejects(wentOut(() => Promise.reject(new Error('a door'))), /a door/);
    assert.deepEqual(await wentOut(async () => fetch('http://127.0.0.1/')), ['fetch']);
    assert.deepEqual(await wentOut(async () => { net.connect(9, '127.0.0.1'); }), ['connect']);
  });

  it('X-05 is asked only after the person’s own yes: a folder’s settings can forbid it and never allow it', () => {
    const consent = house.get('src/host/lookup/consent.ts') ?? '';
    assert.match(consent, /inspect<string>\(settings\.lookup\.name\)/);
    assert.match(consent, /globalValue/);
    assert.ok(manifest.capabilities.untrustedWorkspaces.restrictedConfigurations.includes(settings.lookup.name));
  });

  const secrets = /password|passwd|apikey|api_key|\btoken\b|secret|bearer|authorization/i;
  it('X-06 is shown no secret, for there is none: no setting, no field and no header holds one', () => {
    assert.deepEqual([...configured().keys()].filter((name) => secrets.test(name)), []);
    const held = uses(/^(?:.*\.)?(?:password|apiKey|secret|secrets|authorization|Authorization|credentials)$/);
    // The door refuses addresses that carry any, and sends none along.
    assert.deepEqual(held.filter((name) => !name.startsWith('src/host/lookup/networkDoor.ts')), []);
    assert.notDeepEqual(uses(/\.secrets$/, planted('context.secrets.get("a")')), []);
  });

  const telling = /(?:^|\.)(?:createTelemetryLogger|TelemetryLogger|isTelemetryEnabled|machineId|sessionId|appInsights|sendTelemetry\w*|trackEvent)$/;
  it('X-07 is told nothing of the person: no telemetry, no number of the machine', () => {
    assert.deepEqual(uses(telling), []);
    assert.notDeepEqual(uses(telling, planted('send(vscode.env.machineId)')), []);
    assert.doesNotMatch(readFileSync('package.json', 'utf8'), /applicationinsights|extension-telemetry|sentry|posthog|mixpanel/);
  });

  const running = /(?:^|\.)(?:eval|Function|runInNewContext|runInThisContext|child_process|execFile|execSync|createTerminal|executeTask)$/;
  it('X-09 can run nothing: no setting, no file of a folder is code, a command, or a pattern of ours', () => {
    const ran = uses(running).filter((name) => !/: (?:.*\.)?Function$/.test(name) || /new Function/.test(name));
    assert.deepEqual(ran.filter((name) => !name.startsWith('src/host/node/')), []);
    assert.notDeepEqual(uses(running, planted('eval(text)')), []);
  });

  it('X-09 sends no setting that is a path, a pattern or a permission into a folder that is not trusted', () => {
    const restricted = new Set(manifest.capabilities.untrustedWorkspaces.restrictedConfigurations);
    for (const { name } of [settings.sourcesFolder, settings.bibliographyPath, settings.keyPattern, settings.author, settings.lookup]) assert.ok(restricted.has(name), name);
    const known = [...Object.values(settings), ...Object.values(switches), ...Object.values(lists)].map(({ name }) => name as string);
    assert.deepEqual([...restricted].filter((name) => !known.includes(name)), []);
  });

  it('X-09 gives a setting of any type: each that is a text is read by the one reader that looks at its type', () => {
    const texts = [...house].flatMap(([file, text]) => [...text.matchAll(/\.get<string>\((?:settings|setting)\b/g)].map(() => file));
    assert.deepEqual(texts, []);
  });

  it('X-10 is opened at addresses of the web only', () => {
    const opening = [...house].filter(([, text]) => /openExternal\(/.test(text));
    assert.ok(opening.length > 0);
    for (const [file, text] of opening) assert.match(text, /webAddress\(/, file);
    for (const address of ['file:///etc/passwd', 'vscode://a.b/c', 'command:workbench.action.quit', 'javascript:alert(1)', 'smb://host/share', 'ms-msdt:/id', '//host/share', 'C:\\x.exe', 'mailto:a@b.c', 'data:text/html,x', ' \tfile:///x', 'http:\n//x']) {
      assert.equal(webAddress(address), undefined, address);
    }
    assert.equal(webAddress('https://a.org/b'), 'https://a.org/b');
  });

  it('X-12 fields that this version does not know survive a change', () => {
    const text = '---\nid: lee2018\ntype: book\nfuture-field: [1, {a: b}]\nschema: 99\ntitle: "A"\n---\n\n# Notes by anna\n\n## #a · future part\n<!-- note n1 future=word -->\n\nText.\n\n# A section of tomorrow\n\nKept.\n\n<!-- end -->\n';
    const after = applyEdits(text, setFields(readSourceFile(text), { title: 'B' }));
    assert.equal(after, text.replace('title: "A"', 'title: "B"'));
  });

  it('X-12 what only a newer version understands survives each change of a library: of fields, of notes, of tags, of views, and taking them back', async () => {
    const tomorrow = ['future-field: [1, {a: b}]', 'schema: 99', '<!-- note n1 created=2030-01-01T00:00:00Z future=word again="two words" -->', '# A section of tomorrow', 'Kept. ^block-of-tomorrow', '## #a · future part'];
    const text = `---\nid: lee2018\ntype: book\n${tomorrow[0]}\n${tomorrow[1]}\ntitle: "A"\n---\n\n# Notes by anna\n\n${tomorrow[5]}\n\n${tomorrow[2]}\n\nText.\n\n${tomorrow[3]}\n\n${tomorrow[4]}\n\n<!-- end -->\n`;
    const files = new MemoryFiles({ 'sources/lee2018.md': text });
    const store = new LibraryStore({
      files, engine: directEngine, now: () => '2026-09-14T10:22:05Z', random: () => 0.5, confirm: () => Promise.resolve(false),
      settings: () => ({ folder: 'sources', bibliography: '', keyPattern: '[auth][year]', author: 'anna' }),
    });
    await store.load();
    const one = (): Source => store.current.sources.get('lee2018')!;
    const changes = [
      () => store.setFields(one(), { title: 'B', volume: '3' }), () => store.setFields(one(), { volume: undefined }), () => store.addNote(one(), { tags: ['b'], text: 'More.' }),
      () => store.removeNote(one(), ({ note }) => note.tags.includes('b')), () => store.add([{ format: 'bibtex', span: { start: 0, end: 1 }, pasted: 'x', item: { id: '', type: 'book', title: 'B', publisher: 'Press' }, certainty: {} }]),
      () => store.takeIn([{ kind: 'notes', source: one(), notes: [{ tags: ['c'], text: 'From elsewhere.' }], tags: ['d'] }], () => []),
    ];
    const undo: UndoStep[] = [];
    for (const change of changes) {
      const { undo: steps, problems } = await change();
      assert.deepEqual(problems, []);
      undo.push(...steps);
      for (const line of tomorrow) assert.ok(files.texts.get('sources/lee2018.md')?.includes(line), line);
    }
    assert.ok(undo.length >= 6);
    assert.deepEqual(await store.undo(undo), []);
    assert.equal(files.texts.get('sources/lee2018.md'), text);
    const codebook = 'version: 99\ntags:\n  a:\n    definition: Old\n    weight-of-tomorrow: 3\nfuture: {x: 1}\n';
    const made = editCodebook(codebook, [{ kind: 'set', tag: 'a', field: 'definition', value: 'New' }]);
    assert.equal('edits' in made && applyEdits(codebook, made.edits), codebook.replace('Old', 'New'));
    const views = '# by hand\nOne: "#a"\n!future {kind: chart}\n';
    assert.equal(applyEdits(views, saveView(views, 'One', '#b')), views.replace('#a', '#b'));
  });

  it('X-12 a bibliography that a newer version generated is never written over by this one', async () => {
    for (const text of ['% Generated by Commonplace 9. Do not edit by hand. [sha3:0123]\n@book{a}\n', '% Made by Commonplace, format 2\n@book{a}\n']) {
      assert.notEqual(await inSlices(checkingMark('biblatex', text), undefined), 'ours', text);
    }
    const json = '[\n{\n  "custom": {"commonplace":{"generated":"x","format":2,"hash":"0"}},\n"id":"a"}\n]\n';
    assert.notEqual(await inSlices(checkingMark('csl-json', json), undefined), 'ours');
  });

  it('X-11 brings no package along and runs nothing when it is installed', () => {
    assert.equal(manifest.dependencies, undefined);
    assert.deepEqual(Object.keys(manifest.scripts).filter((name) => /^(?:pre|post)?install$|^prepare$/.test(name)), []);
  });
});
