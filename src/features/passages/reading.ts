/** Passages to read: a document that cannot be edited and follows the library, each passage with a link to its note. */
import * as vscode from 'vscode';
import type { PassageGrouping, PassagesDocument } from '../../core/gathering';
import type { SourceNote } from '../../core/library';
import type { App } from '../../host/app';
import { gathered } from '../../host/asking';
import type { Home } from '../../host/libraries';
import { passagesScheme } from '../../host/names';
import { rangesOf } from '../../host/positions';
import { asked, askPassageGrouping, loadGathering, queryOfUri, readQuery } from './asked';

type Shown = { readonly text: string; readonly links: readonly { readonly span: PassagesDocument['links'][number]['span']; readonly found: SourceNote; readonly home: Home }[] };

/** An address says all that its document shows, so that it is there again when the window is. */
function uriOf(text: string, by: PassageGrouping): vscode.Uri {
  const title = text.trim() === '' ? 'All passages' : text.replace(/[/\\]/g, '∕').slice(0, 80);
  return vscode.Uri.from({ scheme: passagesScheme, path: `/${title}.md`, query: new URLSearchParams({ query: text, by }).toString() });
}

export class PassageDocuments {
  readonly #shown = new Map<string, Shown>();

  constructor(private readonly app: App, private readonly changed: vscode.EventEmitter<vscode.Uri>) {}

  /** Shows the passages of a tag, a view or a query. */
  async show(given: unknown): Promise<void> {
    const what = await asked(this.app, given, 'Show Passages');
    if (what !== undefined) await vscode.window.showTextDocument(uriOf(what.text, 'source'), { preview: true });
  }

  /** Shows the same passages in other groups, in the same place. */
  async regroup(given: unknown): Promise<void> {
    const uri = given instanceof vscode.Uri ? given : vscode.window.activeTextEditor?.document.uri;
    if (uri?.scheme !== passagesScheme) return;
    const by = await askPassageGrouping(this.app, 'Group Passages By');
    if (by !== undefined) await vscode.window.showTextDocument(uriOf(queryOfUri(uri), by), { preview: true });
  }

  async textOf(uri: vscode.Uri): Promise<string> {
    return (await this.#make(uri)).text;
  }

  /** The library has changed: so may have what is shown. */
  renew(): void {
    for (const { uri } of vscode.workspace.textDocuments) if (uri.scheme === passagesScheme) this.changed.fire(uri);
  }

  async #make(uri: vscode.Uri): Promise<Shown> {
    const { groupPassages, passageGroupings, passagesDocument } = await loadGathering();
    const { text, query, tag } = await readQuery(queryOfUri(uri));
    const by = passageGroupings.find((one) => one === new URLSearchParams(uri.query).get('by')) ?? 'source';
    const found = await gathered(this.app, query);
    const homes = new Map(found.flatMap(({ home, notes }) => notes.map(({ source }) => [source, home] as const)));
    const groups = found.flatMap(({ home, notes }) => groupPassages(notes, by, home.store.current, tag));
    const document = passagesDocument(text.trim() === '' ? 'All passages' : text, groups);
    const empty = groups.length > 0 ? '' : '\nNo note fits. Widen the query: fewer words, a tag with its children, “or” instead of “and”. Without notes there is nothing to gather: select a passage in a source and choose New Note.\n';
    const links = document.links.flatMap((link) => { const home = homes.get(link.found.source); return home === undefined ? [] : [{ ...link, home }]; });
    const shown = { text: `${document.text}${empty}`, links };
    this.#shown.set(uri.toString(), shown);
    return shown;
  }

  async linksOf(document: vscode.TextDocument): Promise<vscode.DocumentLink[]> {
    const shown = this.#shown.get(document.uri.toString()) ?? await this.#make(document.uri);
    if (shown.text !== document.getText()) return [];
    const ranges = rangesOf(shown.text, shown.links.map(({ span }) => span));
    return shown.links.flatMap(({ found, home }, at) => {
      const target = this.#targetOf(home, found);
      const link = new vscode.DocumentLink(ranges[at] as vscode.Range, target);
      link.tooltip = 'Open the note';
      return target === undefined ? [] : [link];
    });
  }

  /** The line of the note in its file. */
  #targetOf(home: Home, { source, note }: SourceNote): vscode.Uri | undefined {
    const noted = home.store.placeOfNote(source, (placed) => placed.note === note);
    return noted && this.app.libraries.uriOf(home, noted.path).with({ fragment: `L${noted.line + 1}` });
  }
}
