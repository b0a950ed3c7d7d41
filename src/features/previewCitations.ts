/** The built-in Markdown preview shows citations formatted, with the reference list, as one types. */
import * as vscode from 'vscode';
import { listMark, markAt, markedForPreview } from '../core/citations';
import type { App } from '../host/app';
import { settings, switches } from '../host/names';
import { citationHtml, listHtml, notesHtml } from '../host/preview/html';
import type { CoreState, MarkdownIt } from '../host/preview/markdownIt';
import { Previews, type Preview } from '../host/preview/previews';

let previews: Previews | undefined;

export function register(app: App): vscode.Disposable {
  const own = new Previews(app);
  previews = own;
  return vscode.Disposable.from(own, vscode.workspace.onDidChangeConfiguration((event) => {
    if ([settings.citationStyle, settings.locale, switches.previewCitations].some(({ name }) => event.affectsConfiguration(name))) own.forget();
  }), { dispose: () => { previews = undefined; } });
}

/** A draft while it is parsed: what is shown of it, and the notes so far. Parsing and rendering share no environment, so all is made while parsing. */
type Parsing = { readonly preview: Preview; readonly references: ReadonlyMap<string, string>; readonly notes: string[] };
const parsingKey = 'commonplace';

/** VS Code's Markdown extension calls this with its renderer. */
export function extendMarkdownIt(md: MarkdownIt): MarkdownIt {
  md.core.ruler.after('normalize', 'commonplace_begin', begin);
  md.core.ruler.push('commonplace_end', end);
  md.inline.ruler.before('emphasis', 'commonplace_mark', (state, silent) => {
    const mark = markAt(state.src, state.pos);
    if (mark === undefined) return false;
    if (!silent) state.push(markType, '', 0).meta = mark.name;
    state.pos = mark.end;
    return true;
  });
  md.renderer.rules[markType] = (tokens, index) => tokens[index]?.content ?? '';
  return md;
}

const markType = 'commonplace';
const isOn = (): boolean => vscode.workspace.getConfiguration().get<boolean>(switches.previewCitations.name, switches.previewCitations.default);

function begin(state: CoreState): void {
  if (previews === undefined || !isOn() || !/@|\{cite/.test(state.src)) return;
  const preview = previews.of(state.src, documentOf(state.src)?.uri);
  if (preview.spans.length === 0 && preview.formatted.bibliography.length === 0) return;
  const references = new Map(preview.formatted.bibliography.map(({ id, text }) => [id, text]));
  state.env[parsingKey] = { preview, references, notes: [] } satisfies Parsing;
  state.src = markedForPreview(state.src, preview.spans);
}

/** The open document that is being parsed. VS Code does not say which it is, but this is its text. */
function documentOf(text: string): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((document) => {
    const own = document.languageId === 'markdown' ? document.getText() : '';
    return own === text || (own.includes('\r') && own.replace(/\r\n?/g, '\n') === text);
  });
}

/** Writes every mark out. The notes and the reference list come at the end, unless the draft has a place for the list. */
function end(state: CoreState): void {
  const parsing = state.env[parsingKey] as Parsing | undefined;
  if (parsing === undefined) return;
  const list = listHtml(parsing.preview.formatted);
  let listed = false;
  for (const token of state.tokens.flatMap(({ children }) => children ?? []).filter(({ type }) => type === markType)) {
    listed ||= token.meta === listMark;
    token.content = token.meta === listMark ? list : citation(Number(token.meta), parsing);
  }
  const last = new state.Token(markType, '', 0);
  last.content = notesHtml(parsing.notes) + (listed ? '' : list);
  state.tokens.push(last);
}

function citation(at: number, { preview: { shown, formatted }, references, notes }: Parsing): string {
  const [one, made] = [shown[at], formatted.citations[at]];
  if (one === undefined) return '';
  if (!formatted.notes || made === undefined || one.unknown.length === one.keys.length) return citationHtml(one, made, references);
  notes.push(made.html);
  return citationHtml(one, made, references, notes.length);
}
