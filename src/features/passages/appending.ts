/** Evidence Appendix of This Draft: what stands behind each of its citations, as a new file. */
import * as vscode from 'vscode';
import { noDraft, nothingCited } from '../../core/problem';
import { report } from '../../host/app';
import type { App } from '../../host/app';
import { loadCiting } from '../../host/drafts';
import { loadGathering } from './asked';
import { draftEditor } from './drafting';

export async function showEvidence(app: App): Promise<void> {
  const document = draftEditor(app)?.document;
  const reading = document && await app.drafts.reading(document);
  if (document === undefined || reading === undefined) return report(app, [noDraft()]);
  await app.libraries.ready();
  const { evidenceOf } = await loadCiting();
  const { evidenceAppendix } = await loadGathering();
  const evidence = evidenceOf(reading, (key) => app.libraries.find(key, document.uri)?.source.notes ?? []);
  if (evidence.length === 0) return report(app, [nothingCited()]);
  const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
  const content = evidenceAppendix(name, evidence, (key) => app.libraries.find(key, document.uri)?.source.item);
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content }), { viewColumn: vscode.ViewColumn.Beside });
}
