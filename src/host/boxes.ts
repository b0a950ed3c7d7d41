/** Boxes to choose and to type in. The editor draws `$(icons)` in their rows and makes links in what they say; here, all of it is text. */
import * as vscode from 'vscode';
import { labelText, noticeText, type LabelText } from '../core/exits';

/** A row as a feature says it: an icon has its own field, and a label may be nothing but one. */
export type Row = vscode.QuickPickItem & { readonly icon?: string };
/** A row as the editor may draw it. */
export type Drawn<R extends Row> = R & { readonly label: LabelText; description?: LabelText; detail?: LabelText };

const withIcon = (icon: string | undefined, text: LabelText): LabelText => (icon === undefined ? text : `$(${icon}) ${text}`.trim() as LabelText);

/** The rows of a box, as {@link Row} says them. */
export const drawn = <R extends Row>(rows: readonly R[]): readonly Drawn<R>[] => rows.map((row) => ({
  ...row, label: withIcon(row.icon, labelText(row.label)),
  ...(row.description !== undefined && { description: labelText(row.description) }), ...(row.detail !== undefined && { detail: labelText(row.detail) }),
}));

/** A box whose rows are {@link drawn}. */
export const createBox = <R extends Row>(): vscode.QuickPick<Drawn<R>> => vscode.window.createQuickPick<Drawn<R>>();

type Options = Omit<vscode.QuickPickOptions, 'canPickMany' | 'onDidSelectItem'>;

/** One of these rows. */
export async function pickOne<R extends Row>(rows: readonly R[], options: Options): Promise<R | undefined> {
  const shown = drawn(rows);
  const chosen = await vscode.window.showQuickPick(shown, options);
  return chosen && rows[shown.indexOf(chosen)];
}

/** The rows that are ticked. */
export async function pickMany<R extends Row>(rows: readonly R[], options: Options): Promise<readonly R[] | undefined> {
  const shown = drawn(rows);
  const chosen = await vscode.window.showQuickPick(shown, { ...options, canPickMany: true });
  return chosen && rows.filter((_, at) => chosen.includes(shown[at] as Drawn<R>));
}

type Said = Awaited<ReturnType<NonNullable<vscode.InputBoxOptions['validateInput']>>>;
const said = (about: Said): Said => (typeof about === 'string' ? asWords(about) : about && { ...about, message: asWords(about.message) });
const asWords = (text: string): string => noticeText(labelText(text));

/** A line to be typed. `remark` says what is wrong with it. */
export const askLine = ({ remark, prompt, ...options }: Omit<vscode.InputBoxOptions, 'validateInput'> & { readonly remark?: (typed: string) => Said }): Thenable<string | undefined> =>
  vscode.window.showInputBox({ ...options, ...(prompt !== undefined && { prompt: asWords(prompt) }), ...(remark && { validateInput: (typed: string) => said(remark(typed)) }) });
