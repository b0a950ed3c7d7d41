/** How to cite in a draft: in brackets or in the sentence; in LaTeX by which command. The last choice is kept for each draft. */
import * as vscode from 'vscode';
import type { CiteManner, DraftReading, Syntax } from '../../core/citations';
import type { App } from '../../host/app';
import { pickOne } from '../../host/boxes';
import type { Citing } from '../../host/drafts';

const rememberedKey = 'commonplace.manners';
const mostRemembered = 100;

type Kept = { readonly [uri: string]: CiteManner };
const kept = (app: App): Kept => app.extension.workspaceState.get<Kept>(rememberedKey, {});

/** The manner that was last chosen for this draft; else what the draft itself does. */
export const mannerFor = (app: App, document: vscode.TextDocument): CiteManner => kept(app)[document.uri.toString()] ?? {};

export async function keepManner(app: App, document: vscode.TextDocument, manner: CiteManner): Promise<void> {
  const { [document.uri.toString()]: _, ...others } = kept(app);
  const all = [...Object.entries(others).slice(1 - mostRemembered), [document.uri.toString(), manner] as const];
  await app.extension.workspaceState.update(rememberedKey, Object.fromEntries(all));
}

/** The manner as it is written: `\autocite{…}`, `[@…]`. */
export function mannerInWords(citing: Citing, reading: DraftReading, manner: CiteManner): string {
  const { syntax } = reading;
  if (syntax === 'latex') return `\\${manner.command ?? citing.citeCommand(reading)}{…}`;
  const forms: { readonly [S in Exclude<Syntax, 'latex'>]: readonly [string, string] } = {
    markdown: ['[@…]', '@… in the sentence'], myst: ['{cite:p}`…`', '{cite:t}`…`'], typst: ['@…', '#cite(…, form: "prose")'], org: ['[cite:@…]', '[cite/t:@…]'],
  };
  return forms[syntax][manner.inText === true ? 1 : 0];
}

const usual: readonly string[] = ['autocite', 'parencite', 'textcite', 'footcite', 'citep', 'citet', 'cite', 'citeauthor', 'citeyear', 'nocite'];

type Row = vscode.QuickPickItem & { readonly manner: CiteManner };

/** Lets the person choose; undefined leaves it. */
export async function chooseManner(citing: Citing, reading: DraftReading, now: CiteManner): Promise<CiteManner | undefined> {
  const rows = reading.syntax === 'latex' ? commandRows(reading) : formRows(citing, reading);
  const shown = rows.map((row) => ({ ...row, description: row.label === mannerInWords(citing, reading, now) ? 'now' : row.description ?? '' }));
  return (await pickOne(shown, { title: 'Cite As', placeHolder: 'Kept for this draft' }))?.manner;
}

const formRows = (citing: Citing, reading: DraftReading): readonly Row[] =>
  [{}, { inText: true }].map((manner) => ({ label: mannerInWords(citing, reading, manner), manner }));

/** The commands that this draft uses first, most used on top. */
function commandRows({ citations }: DraftReading): readonly Row[] {
  const uses = new Map<string, number>();
  for (const { command } of citations) uses.set(command, (uses.get(command) ?? 0) + 1);
  const own = [...uses].sort(([, one], [, other]) => other - one);
  const rest = usual.filter((command) => !uses.has(command)).map((command) => [command, 0] as const);
  return [...own, ...rest].map(([command, count]) => ({ label: `\\${command}{…}`, description: count === 0 ? '' : `${count} in this draft`, manner: { command } }));
}
