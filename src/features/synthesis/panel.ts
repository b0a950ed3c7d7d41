/** The synthesis in its web view: what the libraries hold is told to the page, what a person asks there is answered. */
import * as vscode from 'vscode';
import { sourceGone } from '../../core/problem';
import { resolveTag } from '../../core/notes';
import { report } from '../../host/app';
import type { App } from '../../host/app';
import { commands, panels } from '../../host/names';
import { fillPanel, newPanel, type WebPage } from '../../host/webPage';
import type { FromSynthesis, Picture, SynthesisMeeting, SynthesisView, ToSynthesis } from '../../protocol';
import { completionsAt } from './choosing';
import { citationOf, quotationOf } from './citing';
import { Lines } from './lines';
import { messageFrom } from './messages';
import { reckon } from './model';
import type { Model } from './model';
import { Passages } from './passages';
import { pictureOf } from './pictures';
import { savePicture } from './saving';

const page: WebPage = { name: 'synthesis', title: 'Synthesis', pictures: 'synthesis.pictures.js' };

type Opened = Extract<FromSynthesis, { kind: 'cell' | 'pair' }>;

export class Synthesis implements vscode.Disposable {
  readonly #app: App;
  readonly #listening: vscode.Disposable;
  #lines = new Lines();
  #passages = new Passages();
  #panel: vscode.WebviewPanel | undefined;
  #view: SynthesisView | undefined;
  #model: Model | undefined;
  #opened: Opened | undefined;
  #picture: { readonly picture: Picture; readonly within: SynthesisMeeting } | undefined;
  /** A tag whose passages are to be opened once the page is there. */
  #wanted: string | undefined;
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(app: App) {
    this.#app = app;
    this.#listening = app.libraries.onDidChange(() => this.#soon());
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#listening.dispose();
    this.#panel?.dispose();
  }

  /** Open the synthesis, or bring it to the front. `given`: a tag, or what the Tags view hands over for one, whose passages are opened. */
  async open(given: unknown): Promise<void> {
    await this.#app.libraries.ready();
    this.#wanted = this.#tagOf(given);
    if (this.#panel === undefined) return this.#fill(newPanel(panels.synthesis, page, vscode.ViewColumn.Active));
    this.#panel.reveal();
    this.#openWanted();
  }

  /** A panel of an earlier day, which the editor has opened again. */
  async restore(panel: vscode.WebviewPanel): Promise<void> {
    await this.#app.libraries.ready();
    this.#panel?.dispose();
    this.#fill(panel);
  }

  #fill(panel: vscode.WebviewPanel): void {
    panel.webview.onDidReceiveMessage((message: unknown) => void this.#answer(messageFrom(message)));
    panel.onDidDispose(() => this.#forget(panel));
    this.#panel = panel;
    fillPanel(panel, this.#app.extension.extensionUri, page);
  }

  #forget(panel: vscode.WebviewPanel): void {
    if (this.#panel !== panel) return;
    [this.#panel, this.#view, this.#model, this.#opened, this.#picture, this.#wanted] = [undefined, undefined, undefined, undefined, undefined, undefined];
    [this.#lines, this.#passages] = [new Lines(), new Passages()];
  }

  #tagOf(given: unknown): string | undefined {
    const tag = typeof given === 'object' && given !== null && 'tag' in given ? given.tag : given;
    const codebook = this.#app.libraries.all[0]?.store.current.codebook;
    return typeof tag !== 'string' || tag === '' || codebook === undefined ? undefined : resolveTag(tag.replace(/^#/, ''), codebook);
  }

  #say(message: ToSynthesis): void {
    void this.#panel?.webview.postMessage(message);
  }

  async #answer(message: FromSynthesis | undefined): Promise<void> {
    if (message === undefined) return;
    switch (message.kind) {
      case 'show': return this.#show(message);
      case 'rows': return this.#tellRows(message.lines);
      case 'cell': case 'pair':
        this.#opened = message;
        return this.#tellPassages(true);
      case 'close':
        this.#opened = undefined;
        return;
      case 'picture':
        this.#picture = message.picture === 'none' ? undefined : { picture: message.picture, within: message.within };
        return this.#tellPicture();
      case 'complete': return this.#say(await completionsAt(this.#app, message.text, message.offset));
      case 'save': return this.#save(message);
      case 'openSource': return this.#openSource(message.id);
      case 'openNote': case 'copyCitation': case 'copyQuotation': return this.#withPassage(message.kind, message.id);
    }
  }

  async #show({ view, isNew }: Extract<FromSynthesis, { kind: 'show' }>): Promise<void> {
    if (isNew) this.#lines.forgetSent();
    this.#view = view;
    await this.#tell();
  }

  /** Several changes of the library in a row are told once. A page that is hidden asks again when it is shown. */
  #soon(): void {
    if (this.#view === undefined || this.#panel?.visible !== true) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#tell(), 100);
  }

  async #tell(): Promise<void> {
    const view = this.#view;
    this.#turn += 1;
    const turn = this.#turn;
    if (view === undefined) return;
    const model = await reckon(this.#app, view, this.#model, () => turn === this.#turn);
    if (model === undefined || this.#panel === undefined) return;
    this.#model = model;
    this.#say(this.#lines.table(model, view));
    this.#openWanted();
    this.#tellPassages(false);
    this.#tellPicture();
  }

  #tellRows(lines: readonly number[]): void {
    if (this.#model !== undefined) this.#say({ kind: 'rows', sources: this.#lines.told(lines, this.#model) });
  }

  #openWanted(): void {
    if (this.#wanted === undefined || this.#model === undefined) return;
    this.#opened = { kind: 'cell', line: 0, column: this.#lines.tags.of(this.#wanted) };
    this.#wanted = undefined;
    this.#tellPassages(true);
  }

  #tellPassages(isNew: boolean): void {
    const [opened, model] = [this.#opened, this.#model];
    if (opened === undefined || model === undefined) return;
    const tags = this.#lines.tags;
    if (opened.kind === 'pair') {
      const [a, b] = [tags.at(opened.a), tags.at(opened.b)];
      if (a !== undefined && b !== undefined) this.#say({ ...this.#passages.ofPair(model, opened.within, a, b), line: 0, column: -1, isNew });
      return;
    }
    const { line, column } = opened;
    const meaning = line === 0 ? undefined : this.#lines.meaningOf(line) ?? { label: '', sources: [] };
    this.#say({ ...this.#passages.ofCell(model, meaning, column === 0 ? undefined : tags.at(column)), line, column, isNew });
  }

  #tellPicture(): void {
    if (this.#picture === undefined || this.#model === undefined) return;
    const { picture, within } = this.#picture;
    this.#say({ kind: 'picture', data: pictureOf(picture, { model: this.#model, tags: this.#lines.tags, passages: this.#passages, within }) });
  }

  async #save(message: Extract<FromSynthesis, { kind: 'save' }>): Promise<void> {
    const name = await savePicture(this.#app, message);
    if (name !== undefined) this.#say({ kind: 'said', message: `${name} was saved.` });
  }

  async #openSource(line: number): Promise<void> {
    const source = this.#lines.meaningOf(line)?.sources[0];
    const home = source && this.#model?.homes.get(source);
    if (source !== undefined && home !== undefined) await vscode.commands.executeCommand(commands.openSource, { kind: 'source', home, source });
  }

  async #withPassage(act: 'openNote' | 'copyCitation' | 'copyQuotation', id: number): Promise<void> {
    const { coding, found } = this.#passages.at(id) ?? {};
    if (coding === undefined) return;
    if (found === undefined) return report(this.#app, [sourceGone(coding.source.item.id)]);
    if (act === 'openNote') return void await vscode.commands.executeCommand(commands.openSource, { kind: 'note', ...found, note: coding.note });
    const text = await (act === 'copyCitation' ? citationOf(this.#app, coding) : quotationOf(this.#app, coding));
    await vscode.env.clipboard.writeText(text);
    this.#say({ kind: 'said', message: `Copied: ${text}` });
  }
}
