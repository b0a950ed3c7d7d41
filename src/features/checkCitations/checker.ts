/** The checker: what is wrong with the citations of the open drafts, as diagnostics, and fixes for it. */
import * as vscode from 'vscode';
import type { DraftReading, Finding, KnownSources } from '../../core/citations';
import { lineStarts } from '../../core/lineStarts';
import { bibliographyMissing, unusedSource } from '../../core/problem';
import type { Problem, Severity } from '../../core/problem';
import type { App } from '../../host/app';
import { isDraft, loadCiting } from '../../host/drafts';
import { uriAt } from '../../host/knownSources';
import type { DocumentSources } from '../../host/knownSources';
import type { Home } from '../../host/libraries';
import { commands, lists, switches } from '../../host/names';
import { rangesIn, rangesOf, draftEdit } from '../../host/positions';

const severities: { readonly [S in Severity]: vscode.DiagnosticSeverity } = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
};

type Switch = 'checkCitations' | 'unusedSources';
const isOn = (name: Switch, uri?: vscode.Uri): boolean =>
  vscode.workspace.getConfiguration(undefined, uri).get<boolean>(switches[name].name, switches[name].default);

function ignoredKeys(uri: vscode.Uri): readonly string[] {
  const given = vscode.workspace.getConfiguration(undefined, uri).get<unknown>(lists.ignoredKeys.name);
  return Array.isArray(given) ? given.filter((key): key is string => typeof key === 'string') : [];
}

export class Checker implements vscode.Disposable {
  readonly #app: App;
  readonly #diagnostics = vscode.languages.createDiagnosticCollection('commonplace-citations');
  readonly #unused = vscode.languages.createDiagnosticCollection('commonplace-unused');
  /** What was found in each document, to offer fixes for. */
  readonly #found = new WeakMap<vscode.TextDocument, { readonly version: number; readonly findings: readonly Finding[] }>();
  #running: Promise<void> = Promise.resolve();

  constructor(app: App) {
    this.#app = app;
  }

  dispose(): void {
    this.#diagnostics.dispose();
    this.#unused.dispose();
  }

  /** Checks what is open, after the check that is under way. */
  check(): void {
    this.#running = this.#running.then(() => this.#checkAll()).catch((error: unknown) => this.#app.log.error(String(error)));
  }

  forget({ uri }: vscode.TextDocument): void {
    this.#diagnostics.delete(uri);
  }

  async #checkAll(): Promise<void> {
    const open = vscode.workspace.textDocuments.filter((document) => isDraft(document) && !document.isClosed);
    for (const document of open) await this.#check(document);
    await this.#markUnused();
  }

  async #check(document: vscode.TextDocument): Promise<void> {
    const { version, uri } = document;
    const reading = isOn('checkCitations', uri) && this.#app.libraries.atFile(uri) === undefined ? await this.#app.drafts.reading(document) : undefined;
    const sources = reading && await (await this.#app.inScope()).of(document, reading);
    if (document.version !== version || document.isClosed) return;
    const findings = reading === undefined || sources === undefined ? [] : await this.#findings(document, reading, sources);
    const missing = reading === undefined || sources === undefined ? [] : missingIn(reading, sources.missing);
    const shown = await shownOf(document, findings, sources?.home);
    if (document.version !== version || document.isClosed) return;
    this.#found.set(document, { version, findings });
    this.#diagnostics.set(uri, [...shown, ...problemsIn(document, missing)]);
  }

  async #findings(document: vscode.TextDocument, reading: DraftReading, { known, scope }: DocumentSources): Promise<readonly Finding[]> {
    const { checkCitations } = await loadCiting();
    const findings = checkCitations(reading, known, ignoredKeys(document.uri));
    const meant = scope.bibliographies.length > 0 || reading.keys.some((key) => known.items.has(key));
    return findings.filter(({ problem, key }) => problem.code !== 'citation-unknown' || (isMeant(reading, known, meant, problem) && this.#app.libraries.find(key, document.uri) === undefined));
  }

  /** Entries that nobody cites, faded in the bibliography that is open; only if the person wants that. */
  async #markUnused(): Promise<void> {
    this.#unused.clear();
    for (const home of this.#app.libraries.all) {
      if (!isOn('unusedSources', home.folder.uri)) continue;
      const drafts = await this.#app.drafts.all();
      if (drafts.some(({ facts }) => facts.some(({ kind }) => kind === 'everything'))) continue;
      for (const [path, records] of home.store.recorded.bibliographies) {
        const uri = uriAt(home, path);
        const text = await this.#app.drafts.textOf(uri);
        const spare = records.filter(({ item }) => !drafts.some(({ places }) => places.has(item.id)));
        if (text === undefined || spare.length === 0) continue;
        const ranges = rangesOf(text, spare.map(({ span }) => span ?? { start: 0, end: 0 }));
        this.#unused.set(uri, spare.map(({ item }, index) => hint(ranges[index] as vscode.Range, unusedSource(item.id))));
      }
    }
  }

  fixes(document: vscode.TextDocument, { diagnostics }: vscode.CodeActionContext): vscode.CodeAction[] {
    const found = this.#found.get(document);
    if (found === undefined) return [];
    return diagnostics.filter(({ source, code }) => source === 'Commonplace' && typeof code === 'string' && code.startsWith('citation-')).flatMap((diagnostic) => {
      const offset = document.offsetAt(diagnostic.range.start);
      const finding = found.findings.find(({ problem }) => problem.code === diagnostic.code && problem.span?.start === offset);
      if (finding === undefined) return [];
      return finding.mend === undefined ? fixesFor(document, diagnostic, finding) : found.version === document.version ? [mending(document, diagnostic, finding.mend)] : [];
    });
  }
}

/** Findings as diagnostics, each with the records that it speaks of. */
async function shownOf(document: vscode.TextDocument, findings: readonly Finding[], home: Home | undefined): Promise<vscode.Diagnostic[]> {
  return Promise.all(problemsIn(document, findings.map(({ problem }) => problem)).map(async (diagnostic, index) => {
    const places = home === undefined ? [] : findings[index]?.places ?? [];
    const related = await Promise.all(places.slice(0, 5).map(async ({ path, span }) => new vscode.DiagnosticRelatedInformation(
      new vscode.Location(uriAt(home as Home, path), await rangeIn(home as Home, path, span?.start)), path)));
    if (related.length > 0) diagnostic.relatedInformation = related;
    return diagnostic;
  }));
}

/** The line of a record in its file, as far as it is known where its lines are. */
async function rangeIn(home: Home, path: string, start = 0): Promise<vscode.Range> {
  const text = start === 0 || home.store.linesOf(path) !== undefined ? undefined : (await home.store.fileAt(path))?.file.text;
  const lines = text === undefined ? home.store.linesOf(path) : lineStarts(text);
  return lines === undefined ? new vscode.Range(0, 0, 0, 0) : rangesIn(lines, [{ start, end: start }])[0] as vscode.Range;
}

/** In Markdown `@name` may be anybody’s: a lone one counts only where the document cites at all. */
function isMeant({ syntax, citations }: DraftReading, known: KnownSources, meant: boolean, { span }: Problem): boolean {
  if (meant || (syntax !== 'markdown' && syntax !== 'myst')) return true;
  const citation = citations.find(({ keys }) => keys.some((cited) => cited.span.start === span?.start));
  return citation?.command !== '@' && known.items.size > 0;
}

function missingIn({ facts }: DraftReading, missing: readonly string[]): readonly Problem[] {
  return missing.map((path) => bibliographyMissing(path, facts.find(({ kind, name }) => kind === 'bibliography' && path.endsWith(name.replace(/^[./]+/, '')))?.span ?? { start: 0, end: 0 }));
}

function problemsIn(document: vscode.TextDocument, problems: readonly Problem[]): vscode.Diagnostic[] {
  return problems.map(({ code, message, severity, span }) => {
    const range = new vscode.Range(document.positionAt(span?.start ?? 0), document.positionAt(span?.end ?? 0));
    const diagnostic = new vscode.Diagnostic(range, message, severities[severity]);
    diagnostic.source = 'Commonplace';
    diagnostic.code = code;
    return diagnostic;
  });
}

function hint(range: vscode.Range, { code, message }: Problem): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(range, message, vscode.DiagnosticSeverity.Hint);
  diagnostic.source = 'Commonplace';
  diagnostic.code = code;
  diagnostic.tags = [vscode.DiagnosticTag.Unnecessary];
  return diagnostic;
}

// --- fixes ---------------------------------------------------------------------------------------------------------

function fixesFor(document: vscode.TextDocument, diagnostic: vscode.Diagnostic, { key, instead, problem }: Finding): vscode.CodeAction[] {
  if (key === '') return [];
  const others = instead.map((other, index) => {
    const action = fix(`Cite “${other}” instead`, diagnostic);
    action.edit = new vscode.WorkspaceEdit();
    action.edit.replace(document.uri, diagnostic.range, other);
    action.isPreferred = index === 0 && problem.code === 'citation-unknown';
    return action;
  });
  const ignore = fix(`Ignore “${key}” in this workspace`, diagnostic);
  ignore.command = { command: commands.ignoreKey, title: ignore.title, arguments: [key, document.uri] };
  if (problem.code !== 'citation-unknown') return [...others, ignore];
  const paste = fix('Paste the source from the clipboard', diagnostic);
  paste.command = { command: commands.pasteSources, title: paste.title };
  return [...others, paste, ignoreHere(document, diagnostic, key), ignore];
}

function mending(document: vscode.TextDocument, diagnostic: vscode.Diagnostic, { title, edits }: NonNullable<Finding['mend']>): vscode.CodeAction {
  const action = fix(title, diagnostic);
  action.edit = draftEdit(document, edits);
  action.isPreferred = true;
  return action;
}

function fix(title: string, diagnostic: vscode.Diagnostic): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.diagnostics = [diagnostic];
  return action;
}

const remarks: { readonly [language: string]: (key: string) => string } = {
  latex: (key) => `% commonplace-ignore: ${key}\n`, typst: (key) => `// commonplace-ignore: ${key}\n`, org: (key) => `# commonplace-ignore: ${key}\n`,
  markdown: (key) => `\n<!-- commonplace-ignore: ${key} -->\n`,
};
const remarkOf: { readonly [language: string]: string } = { tex: 'latex', rsweave: 'latex', 'latex-expl3': 'latex', latex: 'latex', typst: 'typst', org: 'org' };

/** A remark at the end of the document, where it is in nobody’s way. */
function ignoreHere(document: vscode.TextDocument, diagnostic: vscode.Diagnostic, key: string): vscode.CodeAction {
  const action = fix(`Ignore “${key}” in this document`, diagnostic);
  const end = document.lineAt(document.lineCount - 1).range.end;
  const remark = (remarks[remarkOf[document.languageId] ?? 'markdown'] as (key: string) => string)(key);
  action.edit = new vscode.WorkspaceEdit();
  action.edit.insert(document.uri, end, (end.character > 0 ? '\n' : '') + remark);
  return action;
}

/** No more word of this key in the folder. */
export async function ignoreKey(key: unknown, uri: unknown): Promise<void> {
  if (typeof key !== 'string') return;
  const folder = uri instanceof vscode.Uri ? uri : undefined;
  const configuration = vscode.workspace.getConfiguration(undefined, folder);
  const { name } = lists.ignoredKeys;
  const before = configuration.inspect<readonly string[]>(name)?.workspaceValue ?? [];
  await configuration.update(name, [...new Set([...before, key])], vscode.ConfigurationTarget.Workspace);
}
