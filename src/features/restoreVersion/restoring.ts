/** The work of restoring: which file, which of its versions, and that it takes the place of what is there. */
import * as vscode from 'vscode';
import { differencesInWords, noEarlierVersion, noneKept } from '../../core/history';
import { readSourceFile } from '../../core/library';
import { report } from '../../host/app';
import type { App } from '../../host/app';
import { createBox, drawn, pickOne } from '../../host/boxes';
import type { Row as BoxRow } from '../../host/boxes';
import type { Version, Versions } from '../../host/history';
import { relativePath } from '../../host/libraries';
import type { Home } from '../../host/libraries';
import { commands, versionScheme } from '../../host/names';
import { tell } from '../../host/notices';
import { nodesFrom } from '../../host/nodes';

type Place = { readonly home: Home; readonly path: string };
type Row = BoxRow & { readonly version: Version };

/** Restore the file that is given, as an address or a row of a tree, else the one before the person, else one that is picked. */
export async function restore(app: App, given: unknown): Promise<void> {
  await app.libraries.ready();
  const place = placeOf(app, given) ?? await pickPlace(app);
  if (place === undefined) return;
  const { home, path } = place;
  const found = await (await home.history()).of(path);
  const now = await textNow(place);
  const others = { ...found, versions: found.versions.filter(({ text }) => text !== now) };
  if (others.versions.length === 0) return report(app, [noEarlierVersion(path, found.damaged)]);
  const version = await pickVersion(app, place, others, now);
  if (version !== undefined) await putBack(app, place, version);
}

function placeOf(app: App, given: unknown): Place | undefined {
  const [node] = nodesFrom(app.libraries, given);
  if (node?.source.path !== undefined) return { home: node.home, path: node.source.path };
  const uri = given instanceof vscode.Uri ? given : vscode.window.activeTextEditor?.document.uri;
  const home = uri && vscode.workspace.getWorkspaceFolder(uri) && app.libraries.of(uri);
  const path = home && uri && relativePath(home, uri);
  return home === undefined || path === undefined || !path.startsWith(`${home.store.services.settings().folder}/`) ? undefined : { home, path };
}

/** Any file of which versions are kept, those that are no longer there first. */
async function pickPlace(app: App): Promise<Place | undefined> {
  const rows: (BoxRow & Place)[] = [];
  for (const home of app.libraries.all) {
    for (const path of await (await home.history()).paths()) {
      const description = isGone({ home, path }) ? 'no longer there' : home.store.heldAt(path)?.item.title ?? '';
      rows.push({ icon: isGone({ home, path }) ? 'trash' : 'file', label: path, description, home, path });
    }
  }
  if (rows.length === 0) return void report(app, [noneKept()]);
  rows.sort((a, b) => Number(isGone(b)) - Number(isGone(a)));
  return pickOne(rows, { title: 'Restore Earlier Version: Of Which File?', matchOnDescription: true });
}

/** Only source files are held; of a draft it is not known until it is picked. */
const isGone = ({ home, path }: Place): boolean => path.startsWith(`${home.store.services.settings().folder}/`) && home.store.heldAt(path) === undefined;

const textNow = async ({ home, path }: Place): Promise<string | undefined> =>
  (await home.store.services.files.read(path).catch(() => undefined))?.text;

// --- which version ---------------------------------------------------------------------------------------------------

const compare: vscode.QuickInputButton = { iconPath: new vscode.ThemeIcon('diff'), tooltip: 'Compare with the file as it is now' };

function pickVersion(app: App, place: Place, { versions, damaged }: Versions, now: string | undefined): Promise<Version | undefined> {
  const picker = createBox<Row>();
  picker.title = `Restore Earlier Version: ${place.path}`;
  picker.placeholder = `${inWords(now)}${damaged === 0 ? '' : `. ${damaged} damaged ${damaged === 1 ? 'version is' : 'versions are'} left out`}`;
  picker.ignoreFocusOut = true;
  picker.items = drawn(versions.map((version) => rowOf(version, now)));
  picker.onDidTriggerItemButton(({ item }) => void showDifference(app, place, item.version));
  return new Promise((resolve) => {
    let chosen: Version | undefined;
    picker.onDidAccept(() => {
      chosen = picker.activeItems[0]?.version;
      picker.hide();
    });
    picker.onDidHide(() => { picker.dispose(); resolve(chosen); });
    picker.show();
  });
}

function inWords(now: string | undefined): string {
  if (now === undefined) return 'The file is no longer there';
  const { notes, frozen } = readSourceFile(now);
  return `Now: ${sizeInWords(new TextEncoder().encode(now).length)}, ${frozen === 'damaged' ? 'damaged' : `${notes.length} ${notes.length === 1 ? 'note' : 'notes'}`}`;
}

const rowOf = (version: Version, now: string | undefined): Row => ({
  icon: 'history', label: inLocalTime(version), description: sizeInWords(version.size), detail: differencesInWords(version.text, now ?? ''), buttons: [compare], version,
});

const inLocalTime = ({ time }: Version): string => new Date(time).toLocaleString(vscode.env.language, { dateStyle: 'medium', timeStyle: 'medium' });
const sizeInWords = (bytes: number): string => (bytes < 1000 ? `${bytes} bytes` : `${(bytes / 1000).toFixed(1)} kB`);

/** Documents of versions that are being compared, by their addresses. */
const shown = new Map<string, string>();
let providing: vscode.Disposable | undefined;

async function showDifference(app: App, { home, path }: Place, version: Version): Promise<void> {
  if (providing === undefined) {
    providing = vscode.workspace.registerTextDocumentContentProvider(versionScheme, { provideTextDocumentContent: ({ path: name }) => shown.get(name) ?? '' });
    app.extension.subscriptions.push(providing, vscode.workspace.onDidCloseTextDocument(({ uri }) => { if (uri.scheme === versionScheme) shown.delete(uri.path); }));
  }
  const earlier = vscode.Uri.from({ scheme: versionScheme, path: `/${version.time}/${path}` });
  shown.set(earlier.path, version.text);
  await vscode.commands.executeCommand('vscode.diff', earlier, app.libraries.uriOf(home, path), `${path}: ${inLocalTime(version)} ↔ now`, { preview: true });
}

// --- putting it back -------------------------------------------------------------------------------------------------

async function putBack(app: App, { home, path }: Place, version: Version): Promise<void> {
  const change = await home.store.restore(path, version.text);
  report(app, change.problems);
  if (change.problems.length > 0) return;
  const done = `${path} is as it was on ${inLocalTime(version)}.`;
  const chosen = await (change.undo.length === 0 ? tell(done) : tell(done, 'Undo'));
  if (chosen === 'Undo') report(app, await home.store.undo(change.undo));
}

// --- quick fixes -----------------------------------------------------------------------------------------------------

/** On a file that is damaged or may have been cut short: have an earlier version back. */
export function fixes(document: vscode.TextDocument, diagnostics: readonly vscode.Diagnostic[]): vscode.CodeAction[] {
  return diagnostics.map((diagnostic) => {
    const action = new vscode.CodeAction('Restore Earlier Version…', vscode.CodeActionKind.QuickFix);
    action.command = { command: commands.restoreVersion, title: action.title, arguments: [document.uri] };
    action.diagnostics = [diagnostic];
    return action;
  });
}
