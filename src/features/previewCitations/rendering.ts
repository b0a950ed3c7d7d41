/** The rules of VS Code's Markdown renderer that show citations: marks are put into the text, become tokens, and these are written as HTML. */
import * as vscode from 'vscode';
import { html, type HtmlText } from '../../core/exits';
import type { App } from '../../host/app';
import { loadCiting, type Citing } from '../../host/drafts';
import { switches } from '../../host/names';
import { citationHtml, listHtml, notesHtml } from './html';
import type { CoreState, InlineState, Token } from './markdownIt';
import { Previews, type Preview } from './previews';

/** A draft that was parsed: its tokens of ours in their order, the last of them for what comes at the end, and what each is written as. */
type Parsed = { readonly preview: () => Preview; readonly tokens: Token[]; written?: ReadonlyMap<Token, HtmlText> };

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
  /** VS Code parses a draft for its outline and its folds too, and keeps the tokens: so nothing is formatted before one of them is written. */
  readonly #parsed = new WeakMap<Token, Parsed>();

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
    const document = documentOf(state.src)?.uri;
    const reading = this.#previews.read(state.src, document);
    if (reading.citations.length === 0 && !reading.facts.some(({ kind }) => kind === 'everything')) return;
    state.env[own] = { preview: () => this.#previews.of(reading, document), tokens: [] } satisfies Parsed;
    state.src = this.#citing.markedForPreview(state.src, this.#citing.printedIn(reading).map(({ span }) => span));
  }

  /** While parsing: a mark becomes a token. */
  mark(state: InlineState, silent: boolean): boolean {
    const mark = this.#citing.markAt(state.src, state.pos);
    if (mark === undefined) return false;
    if (!silent) state.push(own, '', 0).meta = mark.name;
    state.pos = mark.end;
    return true;
  }

  /** After parsing: the notes and the reference list come at the end, unless the draft has a place for the list. */
  end(state: CoreState): void {
    const parsed = state.env[own] as Parsed | undefined;
    if (parsed === undefined) return;
    const last = new state.Token(own, '', 0);
    parsed.tokens.push(...state.tokens.flatMap(({ children }) => children ?? []).filter(({ type }) => type === own), last);
    for (const token of parsed.tokens) this.#parsed.set(token, parsed);
    state.tokens.push(last);
  }

  /** One of our tokens as HTML. */
  write(token: Token): HtmlText {
    const parsed = this.#parsed.get(token);
    if (parsed === undefined) return html``;
    parsed.written ??= this.#writeAll(parsed);
    return parsed.written.get(token) ?? html``;
  }

  #writeAll({ preview, tokens }: Parsed): ReadonlyMap<Token, HtmlText> {
    const shown = preview();
    const references = new Map(shown.formatted.bibliography.map(({ id, text }) => [id, text]));
    const [list, notes]: [HtmlText, HtmlText[]] = [listHtml(shown.formatted), []];
    const isList = ({ meta }: Token): boolean => meta === this.#citing.listMark;
    const written = new Map(tokens.slice(0, -1).map((token) => [token, isList(token) ? list : citation(Number(token.meta), shown, references, notes)]));
    return written.set(tokens.at(-1) as Token, html`${notesHtml(notes)}${tokens.some(isList) ? html`` : list}`);
  }
}

/** The open document that is being parsed. VS Code does not say which it is, but this is its text. */
function documentOf(text: string): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((document) => {
    const whole = document.languageId === 'markdown' ? document.getText() : '';
    return whole === text || (whole.includes('\r') && whole.replace(/\r\n?/g, '\n') === text);
  });
}

function citation(at: number, { shown, formatted }: Preview, references: ReadonlyMap<string, string>, notes: HtmlText[]): HtmlText {
  const [one, made] = [shown[at], formatted.citations[at]];
  if (one === undefined) return html``;
  if (!formatted.notes || made === undefined || one.unknown.length === one.keys.length) return citationHtml(one, made, references);
  notes.push(made.html);
  return citationHtml(one, made, references, notes.length);
}
