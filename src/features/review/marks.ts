/** How a pasted text shows what was read: each record on a ground of its own, each field underlined, with dashes where it is unsure; grey what nothing was taken from. */
import * as vscode from 'vscode';
import type { FieldPlace } from '../../core/parsing';
import { reviewsOf } from '../../core/source';
import type { Span } from '../../core/source';
import type { App } from '../../host/app';
import { colours, pasteScheme } from '../../host/names';
import type { Pastes, Sheet, Shown } from './pastes';

/** Marks are made for what is on the screen and this many lines around it, so that five thousand records are no burden. */
const around = 60;

const kinds = (): Kinds => ({
  records: colours.records.map((colour) => vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor(colour), overviewRulerColor: new vscode.ThemeColor(colour), overviewRulerLane: vscode.OverviewRulerLane.Left,
  })),
  sure: vscode.window.createTextEditorDecorationType({ borderStyle: 'solid', borderWidth: '0 0 1px 0', borderColor: new vscode.ThemeColor('editorCodeLens.foreground') }),
  unsure: vscode.window.createTextEditorDecorationType({
    borderStyle: 'dashed', borderWidth: '0 0 2px 0', borderColor: new vscode.ThemeColor('editorInfo.foreground'),
    overviewRulerColor: new vscode.ThemeColor('editorInfo.foreground'), overviewRulerLane: vscode.OverviewRulerLane.Right,
  }),
  unclaimed: vscode.window.createTextEditorDecorationType({ color: new vscode.ThemeColor(colours.unclaimed), fontStyle: 'italic' }),
});

type Kinds = {
  readonly records: readonly vscode.TextEditorDecorationType[];
  readonly sure: vscode.TextEditorDecorationType;
  readonly unsure: vscode.TextEditorDecorationType;
  readonly unclaimed: vscode.TextEditorDecorationType;
};

export class Marks implements vscode.Disposable {
  readonly #pastes: Pastes;
  readonly #kinds = kinds();
  readonly #listening: vscode.Disposable;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(app: App, pastes: Pastes) {
    this.#pastes = pastes;
    const soon = (): void => this.#soon();
    this.#listening = vscode.Disposable.from(
      vscode.window.onDidChangeVisibleTextEditors(soon),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => (textEditor.document.uri.scheme === pasteScheme ? soon() : undefined)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => (document.uri.scheme === pasteScheme ? soon() : undefined)),
      app.libraries.onDidChange(soon),
    );
    soon();
  }

  dispose(): void {
    clearTimeout(this.#waiting);
    this.#listening.dispose();
    for (const kind of [...this.#kinds.records, this.#kinds.sure, this.#kinds.unsure, this.#kinds.unclaimed]) kind.dispose();
  }

  #soon(): void {
    this.#waiting ??= setTimeout(() => {
      this.#waiting = undefined;
      for (const editor of vscode.window.visibleTextEditors) if (editor.document.uri.scheme === pasteScheme) void this.#mark(editor);
    }, 40);
  }

  async #mark(editor: vscode.TextEditor): Promise<void> {
    const { document } = editor;
    const shown = await this.#pastes.shown(document.uri);
    if (shown === undefined || document.getText().length !== shown.text.length) return;
    const screen = onScreen(editor);
    const sheets = shown.sheets.map((sheet, index) => ({ sheet, index })).filter(({ sheet }) => touches(sheet.span, screen));
    const read = await Promise.all(sheets.map(async ({ sheet, index }) => ({ sheet, index, places: await this.#pastes.placesOf(sheet, shown.text) })));
    const rangeOf = (span: Span): vscode.Range => new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
    for (const [turn, kind] of this.#kinds.records.entries()) {
      editor.setDecorations(kind, read.filter(({ index }) => index % this.#kinds.records.length === turn).map(({ sheet }) => rangeOf(sheet.claim)));
    }
    const fields = read.flatMap(({ sheet, places }) => this.#fields(sheet, places));
    editor.setDecorations(this.#kinds.sure, fields.filter(({ isUnsure }) => !isUnsure).map(({ span }) => rangeOf(span)));
    editor.setDecorations(this.#kinds.unsure, fields.filter(({ isUnsure }) => isUnsure).map(({ span }) => rangeOf(span)));
    editor.setDecorations(this.#kinds.unclaimed, unclaimedLines(shown, read.flatMap(({ places }) => places), screen).map(rangeOf));
  }

  /** What has no field of its own is kept, but not marked. */
  #fields(sheet: Sheet, places: readonly FieldPlace[]): { readonly span: Span; readonly isUnsure: boolean }[] {
    const unsure = reviewsOf(this.#pastes.itemOf(sheet));
    return places.filter(({ field }) => field !== 'custom.unmapped').map(({ field, span }) => ({ span, isUnsure: unsure.has(field) }));
  }
}

const touches = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end;

/** The stretch of the text that is on the screen, with some lines around it. */
function onScreen({ document, visibleRanges }: vscode.TextEditor): Span {
  const first = Math.max(0, (visibleRanges[0]?.start.line ?? 0) - around);
  const last = Math.min(document.lineCount - 1, (visibleRanges.at(-1)?.end.line ?? 0) + around);
  return { start: document.offsetAt(new vscode.Position(first, 0)), end: document.offsetAt(document.lineAt(last).range.end) };
}

/** The lines on the screen of which no part became a field. */
export function unclaimedLines({ text }: Shown, places: readonly FieldPlace[], { start, end }: Span): Span[] {
  const inOrder = [...places].sort((a, b) => a.span.start - b.span.start);
  const lines: Span[] = [];
  let [next, reached] = [0, 0];
  for (let from = start; from <= end;) {
    const feed = text.indexOf('\n', from);
    const to = feed < 0 ? text.length : feed;
    while (next < inOrder.length && (inOrder[next] as FieldPlace).span.start < to) reached = Math.max(reached, (inOrder[next++] as FieldPlace).span.end);
    if (reached <= from && text.slice(from, to).trim() !== '') lines.push({ start: from, end: to });
    from = to + 1;
  }
  return lines;
}
