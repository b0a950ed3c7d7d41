/** The built-in Markdown preview shows citations formatted, with the reference list, as one types. */
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { settings, switches } from '../host/names';
import { relativePath } from '../host/libraries';
import { showForeignAsText } from './previewCitations/foreign';
import type { MarkdownIt, Token } from './previewCitations/markdownIt';
import type { Rendering } from './previewCitations/rendering';

/** What shows the citations, as soon as it has been loaded; and who asks for it. */
let rendering: Rendering | undefined;
let load: (() => void) | undefined;
/** Is this a source file? */
let isSource: (file: unknown) => boolean = () => false;

export function register(app: App): vscode.Disposable {
  let loading: Promise<void> | undefined;
  load = () => { loading ??= begin(app); };
  isSource = (file) => file instanceof vscode.Uri && isSourceFile(app, file);
  return vscode.Disposable.from(vscode.workspace.onDidChangeConfiguration((event) => {
    if ([settings.citationStyle, settings.locale, switches.previewCitations].some(({ name }) => event.affectsConfiguration(name))) rendering?.forget();
  }), { dispose: () => { rendering?.dispose(); rendering = load = undefined; } });
}

function isSourceFile({ libraries }: App, file: vscode.Uri): boolean {
  const home = vscode.workspace.getWorkspaceFolder(file) && libraries.of(file);
  return home !== undefined && relativePath(home, file).startsWith(`${home.store.services.settings().folder}/`);
}

/** What was rendered before this was there is rendered again. */
async function begin(app: App): Promise<void> {
  const { beginRendering } = await import('./previewCitations/rendering');
  const made = await beginRendering(app);
  if (load === undefined) return made.dispose();
  rendering = made;
  made.refresh();
}

/**
 * VS Code's Markdown extension calls this with its renderer, which can't wait: so what does the work is loaded from here on,
 * and until it is there the text stays as it is written.
 */
export function extendMarkdownIt(md: MarkdownIt): MarkdownIt {
  load?.();
  md.core.ruler.after('normalize', 'commonplace_begin', (state) => rendering?.begin(state));
  md.core.ruler.push('commonplace_end', (state) => rendering?.end(state));
  md.inline.ruler.before('emphasis', 'commonplace_mark', (state, silent) => rendering?.mark(state, silent) ?? false);
  md.renderer.rules['commonplace'] = (tokens, index) => rendering?.write(tokens[index] as Token) ?? '';
  showForeignAsText(md, (file) => isSource(file));
  return md;
}
