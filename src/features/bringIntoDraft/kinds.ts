/** The ways to bring sources into a draft, as the editor's menus and settings name them. */
import * as vscode from 'vscode';
import { draftKinds } from '../../host/names';

const kind = (name: string): vscode.DocumentDropOrPasteEditKind => vscode.DocumentDropOrPasteEditKind.Empty.append(...name.split('.'));

export const kinds = { citation: kind(draftKinds.citation), quotation: kind(draftKinds.quotation), newSource: kind(draftKinds.newSource) } as const;
