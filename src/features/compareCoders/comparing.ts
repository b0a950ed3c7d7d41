/** The work of comparing coders: who, over which units, and the document that says how it came out. */
import * as vscode from 'vscode';
import { codersOf, compareCoders, comparisonMarkdown, disagreementRows, figureRows } from '../../core/agreement';
import type { CodedSource, CodingOptions, Comparison } from '../../core/agreement';
import type { Source } from '../../core/library';
import { blindUntilCompared, fewCoders } from '../../core/problem';
import type { Note } from '../../core/source';
import { report } from '../../host/app';
import type { App } from '../../host/app';
import { pickMany, pickOne } from '../../host/boxes';
import type { Home } from '../../host/libraries';
import { sourceLabel } from '../../host/nodes';
import { answerTo, tell } from '../../host/notices';
import { mayWriteTo } from '../../host/trust';

/** Compare, and show how it came out. `given` may say who and over which units; else the person is asked. */
export async function compare(app: App, given: unknown): Promise<Comparison | undefined> {
  await app.libraries.ready();
  const home = app.libraries.of(vscode.window.activeTextEditor?.document.uri);
  const sources = home === undefined ? [] : [...home.store.current.sources.values()];
  const coded = sources.map(codedSource);
  const coders = codersOf(coded);
  if (home === undefined || coders.length < 2) return void report(app, [fewCoders()]);
  const options = isOptions(given) ? given : await ask(home, sources, coders);
  if (options === undefined) return undefined;
  const comparison = await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title: 'Comparing coders' },
    () => Promise.resolve(compareCoders(coded, home.store.current.codebook, options)));
  await show(app, home, comparison, new Map(sources.map((source) => [source.handle, source])));
  return comparison;
}

const codedSource = ({ handle, item, notes, hidden = [] }: Source): CodedSource =>
  ({ key: handle, title: item.title ?? sourceLabel(item), text: item.abstract ?? '', notes: [...notes, ...hidden] });

function isOptions(given: unknown): given is CodingOptions {
  return typeof given === 'object' && given !== null && Array.isArray((given as Partial<CodingOptions>).coders);
}

// --- what the person wants to know -----------------------------------------------------------------------------------

type UnitRow = vscode.QuickPickItem & Pick<CodingOptions, 'units' | 'silence'>;
const unitRows: readonly UnitRow[] = [
  { label: 'Sources', description: 'that each coder has notes on', detail: 'Did both give the source the same tags? A source on which a coder has no note was not read by them.', units: 'source', silence: 'missing' },
  { label: 'All sources', description: 'with those on which a coder has no note', detail: 'The same, but no note means: read, and nothing found.', units: 'source', silence: 'absent' },
  { label: 'Passages', description: 'that overlap', detail: 'Did both give the same tags to the same passages? Quotations that overlap by half are one passage.', units: 'passage', silence: 'missing' },
];

async function ask(home: Home, sources: readonly Source[], known: readonly string[]): Promise<CodingOptions | undefined> {
  if (sources.some(({ hidden }) => hidden !== undefined) && !(await confirmed())) return undefined;
  const coders = known.length === 2 ? known : await pickCoders(home, known);
  if (coders === undefined) return undefined;
  if (coders.length < 2) return ask(home, sources, known);
  const units = await pickOne(unitRows, { title: `Compare ${coders.join(' and ')}: Over Which Units?`, matchOnDetail: true });
  return units && { coders, units: units.units, silence: units.silence };
}

async function confirmed(): Promise<boolean> {
  return (await answerTo('warning', blindUntilCompared().message, undefined, 'Compare')) === 'Compare';
}

async function pickCoders(home: Home, known: readonly string[]): Promise<readonly string[] | undefined> {
  const { team } = home.store.current.codebook;
  const rows = known.map((coder) => ({ label: coder, picked: team.length === 0 || team.includes(coder) }));
  const picked = await pickMany(rows, { title: 'Compare Coders: Choose Two or More' });
  return picked?.map(({ label }) => label);
}

// --- how it came out -------------------------------------------------------------------------------------------------

/** A document of the person’s own, which can be saved where they like. */
async function show(app: App, home: Home, comparison: Comparison, sources: ReadonlyMap<string, Source>): Promise<void> {
  const content = comparisonMarkdown(comparison, (key, note) => noteAddress(home, sources.get(key), note));
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  await vscode.window.showTextDocument(document, { preview: false });
  const count = comparison.disagreements.length;
  void tell(`${count === 0 ? 'No disagreements' : `${count} ${count === 1 ? 'disagreement' : 'disagreements'} to settle`}. Save the document to keep it.`, 'Save as Table…')
    .then((chosen) => (chosen === undefined ? undefined : saveTable(app, home, comparison)));
}

/** The figures and below them the disagreements, as a table for a spreadsheet. */
async function saveTable(app: App, home: Home, comparison: Comparison): Promise<void> {
  const filters = { Excel: ['xlsx'], CSV: ['csv'], Markdown: ['md'] };
  const to = await vscode.window.showSaveDialog({ title: 'Save Comparison', defaultUri: vscode.Uri.joinPath(home.folder.uri, 'coders.xlsx'), filters });
  if (to === undefined || !mayWriteTo(app, to)) return;
  const [heads = [], ...figures] = figureRows(comparison);
  const disagreements = disagreementRows(comparison);
  const columns = [...heads, ...(disagreements[0] ?? []).slice(heads.length).map(() => '')];
  const { tableWriters } = await import('../../core/tables');
  const ending = /\.(csv|md)$/i.exec(to.path)?.[1]?.toLowerCase();
  const format = ending === 'csv' || ending === 'md' ? ending : 'xlsx';
  const { bytes, problems } = tableWriters[format].write({ name: 'Coders', columns, rows: [...figures, [], ...disagreements] });
  const failed = await app.writeOut(to, bytes);
  if (failed !== undefined) return report(app, [failed]);
  if (problems.length > 0) void tell(problems.map(({ message }) => message).join(' '));
}

/** A note as a link from the root of the folder, with its line. */
function noteAddress(home: Home, source: Source | undefined, note: Note): string | undefined {
  if (source === undefined) return undefined;
  const same = (other: Note): boolean => (note.id === undefined ? JSON.stringify(other) === JSON.stringify(note) : other.id === note.id && other.author === note.author);
  const place = home.store.placeOfNote(source, (placed) => same(placed.note));
  return place && `/${encodeURI(place.path)}#L${place.line + 1}`;
}
