/** What the commands of a source do. */
import * as vscode from 'vscode';
import { addressPart, webAddress } from '../../core/exits';
import type { Change } from '../../core/library';
import { doiIdentity } from '../../core/library';
import { report } from '../../host/app';
import type { App } from '../../host/app';
import { tell } from '../../host/notices';
import { nodesFrom, sameNote, sourceLabel } from '../../host/nodes';
import type { NoteNode, SourceNode } from '../../host/nodes';
import { tooManyToChange } from '../../host/trust';

/** One command on the row it was called on, and on all that are chosen. */
const acts = {
  open: (app, node) => openSource(app, node),
  copyKey: (_, __, all) => vscode.env.clipboard.writeText(all.map(({ source }) => source.item.id).join(', ')),
  openLink: (_, node) => openLink(node),
  reveal: (app, node) => reveal(app, node),
  deleteSources: (app, _, all) => deleteSources(app, all),
  deleteNote: (app, node) => ('note' in node ? deleteNote(app, node) : undefined),
} satisfies { readonly [name: string]: (app: App, node: SourceNode | NoteNode, all: readonly SourceNode[]) => Thenable<void> | undefined };

export type Action = keyof typeof acts;

/** Does what a command says with what it was called on. */
export async function act(app: App, action: Action, given: unknown, chosen: unknown): Promise<void> {
  await app.libraries.ready();
  const [node] = nodesFrom(app.libraries, given);
  const all = nodesFrom(app.libraries, Array.isArray(chosen) ? chosen : given).filter((one): one is SourceNode => one.kind === 'source');
  const does: (app: App, node: SourceNode | NoteNode, all: readonly SourceNode[]) => Thenable<void> | undefined = acts[action];
  if (node !== undefined) await does(app, node, all);
}

/** The source's own file, at the note if one was chosen; for a linked source its entry in the bibliography. */
async function openSource(app: App, node: SourceNode | NoteNode): Promise<void> {
  const { home, source } = node;
  const noted = 'note' in node ? home.store.placeOfNote(source, sameNote(node.note)) : undefined;
  const path = noted?.path ?? source.path ?? source.bibliography ?? source.coderFiles?.[0]?.path;
  if (path === undefined) return;
  const document = await vscode.workspace.openTextDocument(app.libraries.uriOf(home, path));
  const place = noted === undefined ? document.positionAt(home.store.entryOf(source)?.start ?? 0) : new vscode.Position(noted.line, 0);
  const isAbove = place.line === 0 && place.character === 0;
  await vscode.window.showTextDocument(document, { ...(!isAbove && { selection: new vscode.Range(place, place) }), preview: true });
}

/** Only an address on the web is opened, whatever the record says. */
async function openLink({ source }: SourceNode | NoteNode): Promise<void> {
  const { DOI, URL: address } = source.item;
  const opened = webAddress(DOI === undefined ? address ?? '' : `https://doi.org/${doiIdentity(DOI).split('/').map(addressPart).join('/')}`);
  if (opened !== undefined) await vscode.env.openExternal(vscode.Uri.parse(opened));
}

async function reveal(app: App, { home, source }: SourceNode | NoteNode): Promise<void> {
  const path = source.path ?? source.bibliography;
  if (path !== undefined) await vscode.commands.executeCommand('revealInExplorer', app.libraries.uriOf(home, path));
}

async function deleteSources(app: App, nodes: readonly SourceNode[]): Promise<void> {
  const own = nodes.filter(({ source }) => source.path !== undefined);
  const tooMany = tooManyToChange(own.length);
  if (tooMany !== undefined) return report(app, [tooMany]);
  const changes: { node: SourceNode; change: Change }[] = [];
  for (const node of own) changes.push({ node, change: await node.home.store.remove(node.source) });
  report(app, changes.flatMap(({ change }) => change.problems));
  const done = changes.filter(({ change }) => change.undo.length > 0);
  if (done.length === 0) return;
  // Rows of a tree may move at the very moment of a click: what went is said by its names.
  const names = done.slice(0, 3).map(({ node: { source: { item } } }) => `“${[sourceLabel(item), item.title ?? ''].filter((part) => part !== '').join(', ')}”`).join('; ');
  const what = done.length === 1 ? names : `${done.length} sources (${names}${done.length > 3 ? '; …' : ''})`;
  const chosen = await tell(`${what} deleted.`, 'Undo');
  if (chosen !== 'Undo') return;
  for (const { node, change } of done) report(app, await node.home.store.undo(change.undo));
}

async function deleteNote(app: App, { home, source, note }: NoteNode): Promise<void> {
  const change = await home.store.removeNote(source, sameNote(note));
  report(app, change.problems);
  if (change.undo.length === 0) return;
  const chosen = await tell(`Note deleted: ${[...note.tags.map((tag) => `#${tag}`), `on ${sourceLabel(source.item)}`].join(' ')}.`, 'Undo');
  if (chosen === 'Undo') report(app, await home.store.undo(change.undo));
}
