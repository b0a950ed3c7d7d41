/** The page that shows a reference list and copies it with italics; it follows the draft, the sources and the style. */
import * as vscode from 'vscode';
import type { Outcome } from '../../core/enginePort';
import { listUnformatted } from '../../core/problem';
import type { App } from '../../host/app';
import { commands, settings } from '../../host/names';
import { fillPanel, newPanel, type WebPage } from '../../host/webPage';
import type { ToReferenceList } from '../../protocol';
import type { ReferenceList } from './list';
import { wishFrom } from './messages';

/** How long after a change the list is made anew, in milliseconds. */
const pause = 500;

const page: WebPage = { name: 'references', title: 'References' };

export class ListPage {
  readonly #panel: vscode.WebviewPanel;
  readonly #listening: vscode.Disposable;
  #shown: ToReferenceList | undefined;
  #again: (() => Promise<Outcome<ReferenceList>>) | undefined;
  #follows: vscode.TextDocument | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(app: App, closed: () => void) {
    this.#panel = newPanel('commonplace.references', page, vscode.ViewColumn.Beside, { canFind: true });
    this.#listening = vscode.Disposable.from(
      this.#panel.webview.onDidReceiveMessage((message: unknown) => this.#answer(message)),
      app.libraries.onDidChange(() => this.#soon()),
      vscode.workspace.onDidChangeTextDocument(({ document }) => { if (document === this.#follows) this.#soon(); }),
      vscode.workspace.onDidChangeConfiguration((event) => { if (event.affectsConfiguration(settings.citationStyle.name) || event.affectsConfiguration(settings.locale.name)) this.#soon(); }),
      { dispose: () => clearTimeout(this.#timer) },
    );
    this.#panel.onDidDispose(() => { this.#listening.dispose(); closed(); });
    fillPanel(this.#panel, app.extension.extensionUri, page);
  }

  /** `again` makes the list anew; `follows` is the draft that it is of. */
  show(list: ReferenceList & { readonly said: string }, again: () => Promise<Outcome<ReferenceList>>, follows: vscode.TextDocument | undefined): void {
    this.#again = again;
    this.#follows = follows;
    this.#panel.title = list.heading;
    this.#panel.reveal(undefined, false);
    this.#tell({ kind: 'list', ...list });
  }

  #tell(list: ToReferenceList): void {
    this.#shown = list;
    void this.#panel.webview.postMessage(list);
  }

  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#renew(), pause);
  }

  async #renew(): Promise<void> {
    const made = await this.#again?.();
    if (made === undefined || this.#shown === undefined) return;
    if (!made.ok) return this.#tell({ ...this.#shown, said: listUnformatted(made.reason).message });
    const list = { kind: 'list' as const, ...made.value, said: '' };
    if (JSON.stringify({ ...this.#shown, said: '' }) !== JSON.stringify(list)) this.#tell(list);
  }

  #answer(message: unknown): void {
    const wish = wishFrom(message);
    if (wish === 'ready' && this.#shown !== undefined) this.#tell(this.#shown);
    if (wish === 'chooseStyle') void vscode.commands.executeCommand(commands.chooseStyle);
  }
}
