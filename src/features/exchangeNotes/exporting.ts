/** The work of exporting: which notes, in which form, into which file. */
import * as vscode from 'vscode';
import { allNotes, noteFormats, noteWriters } from '../../core/exchange';
import type { NoteFormat, NotesToWrite } from '../../core/exchange';
import type { SourceNote } from '../../core/library';
import { notesByTag } from '../../core/library';
import { exchangeUntrusted, noNotesToWrite } from '../../core/problem';
import { report } from '../../host/app';
import type { App } from '../../host/app';
import { createBox, drawn, pickOne } from '../../host/boxes';
import type { Home } from '../../host/libraries';
import { tell } from '../../host/notices';

/** What a caller may say beforehand: the query, the form, the file. */
type Wish = { readonly query?: string; readonly format?: NoteFormat; readonly to?: vscode.Uri };

/** Export notes. Gives how many were written; undefined when none were. */
export async function exportNotes(app: App, given: unknown): Promise<number | undefined> {
  if (!vscode.workspace.isTrusted) return void report(app, [exchangeUntrusted()]);
  await app.libraries.ready();
  const wish = wishIn(given);
  const home = app.libraries.of(vscode.window.activeTextEditor?.document.uri);
  const query = home === undefined || allNotes(home.store.current).length === 0 ? undefined : wish.query ?? await askQuery(home);
  if (home === undefined || query === undefined) return home === undefined || allNotes(home.store.current).length === 0 ? void report(app, [noNotesToWrite()]) : undefined;
  const notes = await notesFor(app, home, query);
  if (notes === undefined) return undefined;
  if (notes.length === 0) return void report(app, [noNotesToWrite()]);
  const format = wish.format ?? await askFormat(notes.length);
  const to = format && (wish.to ?? await askFile(home, format));
  return format === undefined || to === undefined ? undefined : write(app, { title: titleOf(query), notes, codebook: home.store.current.codebook }, format, to);
}

function wishIn(given: unknown): Wish {
  if (typeof given !== 'object' || given === null) return {};
  const { query, format, to, tag } = given as { readonly query?: unknown; readonly format?: unknown; readonly to?: unknown; readonly tag?: unknown };
  return {
    ...(typeof query === 'string' ? { query } : typeof tag === 'string' ? { query: `#${tag}` } : {}),
    ...(to instanceof vscode.Uri && { to }), ...(noteFormats.includes(format as NoteFormat) && { format: format as NoteFormat }),
  };
}

const titleOf = (query: string): string => (query.trim() === '' ? 'All notes' : `Notes on ${query.trim()}`);

/** The notes that fit; undefined when the query has a mistake, which is told. */
async function notesFor(app: App, home: Home, text: string): Promise<readonly SourceNote[] | undefined> {
  const { asksForCitations, matchNotes, parseQuery } = await import('../../core/queries');
  const { query, problems } = parseQuery(text);
  if (problems.length > 0) return void report(app, problems);
  if (!asksForCitations(query)) return matchNotes(query, home.store.current);
  const drafts = await app.drafts.all();
  return matchNotes(query, home.store.current, { citedIn: (key) => drafts.filter(({ places }) => places.has(key)).map(({ uri }) => uri.path) });
}

async function write(app: App, chosen: NotesToWrite, format: NoteFormat, to: vscode.Uri): Promise<number | undefined> {
  const { bytes, problems } = noteWriters[format].write(chosen);
  if (bytes.length === 0) return void report(app, problems);
  const failed = await app.writeOut(to, bytes);
  if (failed !== undefined) return void report(app, [failed]);
  const count = `${chosen.notes.length} ${chosen.notes.length === 1 ? 'note' : 'notes'} exported to ${to.path.split('/').at(-1)}.`;
  void tell([count, ...problems.map(({ message }) => message)].join(' '), 'Open').then((chosenAct) =>
    (chosenAct === undefined ? undefined : vscode.commands.executeCommand(isText(format) ? 'vscode.open' : 'revealFileInOS', to)));
  return chosen.notes.length;
}

const isText = (format: NoteFormat): boolean => !['docx', 'xlsx', 'qdpx'].includes(format);

// --- what the person wants -------------------------------------------------------------------------------------------

type QueryRow = vscode.QuickPickItem & { readonly query?: string };

/** All, one tag, or what a query asks for, which is typed into the same box. */
function askQuery(home: Home): Promise<string | undefined> {
  const all: QueryRow = { label: 'All notes', iconPath: new vscode.ThemeIcon('list-flat'), description: String(allNotes(home.store.current).length), query: '' };
  const tags = [...notesByTag(home.store.current)].map(([tag, notes]): QueryRow => ({ label: tag, iconPath: new vscode.ThemeIcon('tag'), description: String(notes.length), query: `#${tag}` }));
  const pick = createBox<QueryRow>();
  pick.title = 'Export Notes: Which?';
  pick.placeholder = 'A tag, or a query such as: #hedging and not #china stance:against year>=2014';
  const fill = (): void => {
    const typed = pick.value.trim();
    // The box hides rows that do not hold what was typed, and sorts by their labels: what was typed stands in the description.
    const asked: QueryRow[] = typed === '' ? [] : [{ label: 'Notes that fit', description: typed, iconPath: new vscode.ThemeIcon('search'), alwaysShow: true, query: typed }];
    pick.items = drawn([all, ...tags, ...asked]);
  };
  return new Promise((resolve) => {
    let query: string | undefined;
    pick.onDidChangeValue(fill);
    pick.onDidAccept(() => {
      query = pick.activeItems[0]?.query;
      pick.hide();
    });
    pick.onDidHide(() => {
      pick.dispose();
      resolve(query);
    });
    fill();
    pick.show();
  });
}

async function askFormat(count: number): Promise<NoteFormat | undefined> {
  const rows = noteFormats.map((format) => ({ label: noteWriters[format].name, description: `.${noteWriters[format].ending}`, detail: noteWriters[format].detail, format }));
  return (await pickOne(rows, { title: `Export ${count} ${count === 1 ? 'Note' : 'Notes'}: In Which Form?`, matchOnDescription: true, matchOnDetail: true }))?.format;
}

async function askFile(home: Home, format: NoteFormat): Promise<vscode.Uri | undefined> {
  const { name, ending } = noteWriters[format];
  const named = format === 'matrix' ? 'matrix' : format === 'qdc' ? 'codebook' : 'notes';
  return vscode.window.showSaveDialog({ title: 'Export Notes', defaultUri: vscode.Uri.joinPath(home.folder.uri, `${named}.${ending}`), filters: { [name]: [ending] } });
}
