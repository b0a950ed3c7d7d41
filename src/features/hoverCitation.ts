/** Hover over a citation key: the formatted reference, the abstract, the notes. */
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { loadCiting } from '../host/drafts';
import { draftLanguages } from '../host/names';
import { referenceHover } from '../host/reference';

export function register(app: App): vscode.Disposable {
  const selector = draftLanguages.map((language) => ({ language }));
  return vscode.languages.registerHoverProvider(selector, { provideHover: (document, position) => hover(app, document, position) });
}

async function hover(app: App, document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | undefined> {
  const { keyAtOffset } = await loadCiting();
  const reading = await app.drafts.reading(document);
  const cited = reading && keyAtOffset(reading, document.offsetAt(position))?.cited;
  if (cited === undefined) return undefined;
  await app.libraries.ready();
  const found = app.libraries.find(cited.key, document.uri);
  if (found === undefined) return undefined;
  const range = new vscode.Range(document.positionAt(cited.span.start), document.positionAt(cited.span.end));
  return new vscode.Hover(await referenceHover(app, found, document), range);
}
