/** The table of review: all sources that are to be looked at, the least certain first. */
import * as vscode from 'vscode';
import { fieldName } from '../../core/fieldNames';
import type { UsableField } from '../../core/fieldNames';
import { alternativesTo, chooseReading, setFields, settle, takeOffers, typeLabel } from '../../core/library';
import type { Change } from '../../core/library';
import { notSuchAField } from '../../core/problem';
import { itemTypes } from '../../core/source';
import type { Item, Json } from '../../core/source';
import type { App } from '../../host/app';
import type { Found, Home } from '../../host/libraries';
import { commands } from '../../host/names';
import { isPasted } from '../../host/pasted';
import { tooManyToChange } from '../../host/trust';
import { fillPanel, newPanel, type WebPage } from '../../host/webPage';
import type { EditableCell, FromReviewTable, ToReviewTable } from '../../protocol';
import { accept } from './accepting';
import { messageFrom } from './messages';
import { freshName, Rows } from './rows';

const page: WebPage = { name: 'review', title: 'Review Sources' };

type Done = readonly { readonly home: Home; readonly change: Change }[];

export class ReviewTable implements vscode.Disposable {
  readonly #app: App;
  readonly #listening: vscode.Disposable;
  #rows = new Rows();
  #fresh: ReadonlySet<string> = new Set();
  #panel: vscode.WebviewPanel | undefined;
  #undo: Done[] = [];

  constructor(app: App) {
    this.#app = app;
    this.#listening = app.libraries.onDidChange(() => this.#tell());
  }

  dispose(): void {
    this.#listening.dispose();
    this.#panel?.dispose();
  }

  /** Open the table, or bring it to the front. `given`: the paste whose sources are to be reviewed. */
  open(given: unknown): void {
    this.#fresh = isPasted(given) ? new Set(given.outcomes.map(({ key }) => freshName(given.home, key))) : new Set();
    if (this.#panel !== undefined) {
      this.#panel.reveal();
      return this.#tellAll();
    }
    const panel = newPanel('commonplace.review', page, vscode.ViewColumn.Active, { canFind: true });
    panel.webview.onDidReceiveMessage((message: unknown) => void this.#answer(messageFrom(message)));
    panel.onDidDispose(() => {
      this.#panel = undefined;
      this.#undo = [];
      this.#rows = new Rows();
    });
    this.#panel = panel;
    fillPanel(panel, this.#app.extension.extensionUri, page);
  }

  #say(message: ToReviewTable): void {
    void this.#panel?.webview.postMessage(message);
  }

  #tellAll(): void {
    this.#rows.forgetSent();
    this.#tell(true);
  }

  #tell(always = false): void {
    if (this.#panel === undefined) return;
    const { rows, gone } = this.#rows.changes(this.#app.libraries.all, this.#fresh);
    if (!always && rows.length === 0 && gone.length === 0) return;
    this.#say({ kind: 'rows', rows, gone, types: itemTypes.map((type) => [type, typeLabel(type)]), hasFresh: this.#fresh.size > 0 });
  }

  async #answer(message: FromReviewTable | undefined): Promise<void> {
    if (message === undefined) return;
    switch (message.kind) {
      case 'ready': return this.#tellAll();
      case 'undo': return this.#takeBack();
      case 'open': return this.#run(commands.openSource, message.id);
      case 'showInPaste': return this.#run(commands.showInPaste, message.id);
      case 'edit': return this.#edit(message);
      case 'take': return this.#take(message);
      case 'takeTitle': return this.#takeTitle(message);
      case 'accept': return this.#each(message.ids, accept, 'accepted');
      case 'delete': return this.#each(message.ids, ({ home, source }) => home.store.remove(source), 'deleted');
    }
  }

  async #run(command: string, id: number): Promise<void> {
    const found = this.#rows.at(id);
    if (found !== undefined) await vscode.commands.executeCommand(command, { kind: 'source', ...found });
  }

  async #edit({ id, cell, text }: Extract<FromReviewTable, { kind: 'edit' }>): Promise<void> {
    const found = this.#rows.at(id);
    if (found === undefined) return;
    const value = await cellValue(cell, text);
    if (value === null) return this.#say({ kind: 'refused', id, cell, why: notSuchAField(fieldName(cell), text.slice(0, 80)).message });
    const change = await found.home.store.edit(found.source, (file) => setFields(file, { [cell]: value, ...settle({ ...file.item, [cell]: value } as Item, [cell]) }));
    this.#done([{ home: found.home, change }], `${fieldName(cell)} of ${found.source.item.id} changed.`);
  }

  async #take({ id, field }: Extract<FromReviewTable, { kind: 'take' }>): Promise<void> {
    const found = this.#rows.at(id);
    if (found === undefined) return;
    const change = await found.home.store.edit(found.source, (file) => setFields(file, takeOffers(file.item, [field])));
    this.#done([{ home: found.home, change }], `${fieldName(field)} of ${found.source.item.id} set.`);
  }

  /** The title that stood there takes the place of the one that is taken. */
  async #takeTitle({ id, text }: Extract<FromReviewTable, { kind: 'takeTitle' }>): Promise<void> {
    const found = this.#rows.at(id);
    if (found === undefined) return;
    const change = await found.home.store.edit(found.source, (file) => (alternativesTo(file.item, 'title').includes(text) ? setFields(file, chooseReading(file.item, 'title', text)) : []));
    this.#done([{ home: found.home, change }], `Title of ${found.source.item.id} changed.`);
  }

  /** The same for several sources, as one step of undo; with progress when they are many. */
  async #each(ids: readonly number[], act: (found: Found) => Promise<Change>, done: string): Promise<void> {
    const all = ids.flatMap((id) => this.#rows.at(id) ?? []);
    const tooMany = tooManyToChange(all.length);
    if (tooMany !== undefined) return this.#done([], tooMany.message);
    const changes: { home: Home; change: Change }[] = [];
    await vscode.window.withProgress({ location: all.length > 50 ? vscode.ProgressLocation.Notification : vscode.ProgressLocation.Window, title: `Review: ${all.length} sources`, cancellable: true }, async (progress, token) => {
      for (const found of all) {
        if (token.isCancellationRequested) return;
        changes.push({ home: found.home, change: await act(found) });
        progress.report({ increment: 100 / all.length });
      }
    });
    const count = changes.filter(({ change }) => change.undo.length > 0).length;
    this.#done(changes, count === 1 ? `${all[0]?.source.item.id} ${done}.` : `${count} sources ${done}.`);
  }

  /** Say what was done, or what could not be. */
  #done(done: Done, message: string): void {
    const problems = done.flatMap(({ change }) => change.problems);
    for (const problem of problems) this.#app.log.warn(`${problem.code}: ${problem.message}`);
    const undoable = done.filter(({ change }) => change.undo.length > 0);
    if (undoable.length > 0) this.#undo.push(undoable);
    this.#say({ kind: 'done', message: problems[0]?.message ?? message, canUndo: this.#undo.length > 0 });
  }

  async #takeBack(): Promise<void> {
    const last = this.#undo.pop() ?? [];
    const problems = [];
    for (const { home, change } of [...last].reverse()) problems.push(...await home.store.undo(change.undo));
    this.#say({ kind: 'done', message: problems[0]?.message ?? 'Undone.', canUndo: this.#undo.length > 0 });
  }
}

/** The text of a cell as a value; undefined takes the field away, null is no such value. */
async function cellValue(cell: EditableCell, text: string): Promise<Json | undefined> {
  if (cell === 'type') return (itemTypes as readonly string[]).includes(text) ? text : null;
  if (text.trim() === '') return undefined;
  const { valueAs } = await import('../../core/parsing');
  return valueAs(cell satisfies UsableField, text) ?? null;
}
