/** The ways to bring sources into a draft, as the editor's menus and settings name them. */
import * as vscode from 'vscode';

const own = vscode.DocumentDropOrPasteEditKind.Empty.append('commonplace');

export const kinds = { citation: own.append('citation'), quotation: own.append('quotation'), newSource: own.append('source') } as const;
