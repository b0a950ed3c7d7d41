/** The rules of VS Code's Markdown renderer that show citations: marks are put into the text, and written out as HTML at the end. */
import * as vscode from 'vscode';
import { html, type HtmlText } from '../../core/exits';
import type { App } from '../../host/app';
import { loadCiting, type Citing } from '../../host/drafts';
import { switches } from '../../host/names';
import { citationHtml, listHtml, notesHtml } from './html';
import type { CoreState, InlineState } from './markdownIt';
import { Previews, type Preview } from './previews';

/** A draft while it is parsed: what is shown of it, and the notes so far. Parsing and rendering share no environment, so all is made while parsing. */
type Parsing = { readonly preview: Preview; readonly references: ReadonlyMap<string, string>; readonly notes: HtmlText[] };

/** The name of our tokens, and of what is kept while a draft is parsed. */
const own = 'commonplace';

const isOn = (): boolean => vscode.workspace.getConfiguration().get<boolean>(switches.previewCitations.name, switches.previewCitations.default);

/** Ready to render, which is done without waiting. */
export async function beginRendering(app: App): Promise<Rendering> {
  return new Rendering(app, await loadCiting());
}

export class Rendering implements vscode.Disposable {
  readonly #citing: Citing;
  readonly #previews: Previews;

  constructor(app: App, citing: Citing) {
    this.#citing = citing;
    this.#previews = new Previews(app, citing);
  }

  dispose(): void {
    this.#previews.dispose();
  }

  /** Shows the previews anew. */
  refresh(): void {
    this.#previews.refresh();
  }

  /** Another style or language: all is formatted anew. */
  forget(): void {
    this.#previews.forget();
  }

  /** Before parsing: each citation becomes a mark. */
  begin(state: CoreState): void {
    if (!isOn() || !/@|\{cite/.test(state.src)) return;
    const preview = this.#previews.of(state.src, documentOf(state.src)?.uri);
    if (preview.spans.length === 0 && preview.formatted.bibliography.length === 0) return;
    const references = new Map(preview.formatted.bibliography.map(({ id, text }) => [id, text]));
    state.env[own] = { preview, references, notes: [] } satisfies Parsing;
    state.src = this.#citing.markedForPreview(state.src, preview.spans);
  }

  /** While parsing: a mark becomes a token. */
  mark(state: InlineState, silent: boolean): boolean {
    const mark = this.#citing.markAt(state.src, state.pos);
    if (mark === undefined) return false;
    if (!silent) state.push(own, '', 0).meta = mark.name;
    state.pos = mark.end;
    return true;
  }

  /** After parsing: every mark is written out. The notes and the reference list come at the end, unless the draft has a place for the list. */
  end(state: CoreState): void {
    const parsing = state.env[own] as Parsing | undefined;
    if (parsing === undefined) return;
    const list = listHtml(parsing.preview.formatted);
    let listed = false;
    for (const token of state.tokens.flatMap(({ children }) => children ?? []).filter(({ type }) => type === own)) {
      listed ||= token.meta === this.#citing.listMark;
      token.content = token.meta === this.#citing.listMark ? list : citation(Number(token.meta), parsing);
    }
    const last = new state.Token(own, '', 0);
    last.content = html`${notesHtml(parsing.notes)}${listed ? html`` : list}`;
    state.tokens.push(last);
  }
}

/** The open document that is being parsed. VS Code does not say which it is, but this is its text. */
function documentOf(text: string): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((document) => {
    const whole = document.languageId === 'markdown' ? document.getText() : '';
    return whole === text || (whole.includes('\r') && whole.replace(/\r\n?/g, '\n') === text);
  });
}

function citation(at: number, { preview: { shown, formatted }, references, notes }: Parsing): HtmlText {
  const [one, made] = [shown[at], formatted.citations[at]];
  if (one === undefined) return html``;
  if (!formatted.notes || made === undefined || one.unknown.length === one.keys.length) return citationHtml(one, made, references);
  notes.push(made.html);
  return citationHtml(one, made, references, notes.length);
}
