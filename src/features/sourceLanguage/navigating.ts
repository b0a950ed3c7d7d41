/** From a tag to its entry in the codebook and to all notes that have it; its renaming. */
import * as vscode from 'vscode';
import { noteFilesOf, readSourceFile } from '../../core/library';
import { resolveTag } from '../../core/notes';
import type { Problem } from '../../core/problem';
import { editCodebook, entryPlace, mayMove, notATag, planMoves, tagBelowItself, tagFileFrozen, targetOf } from '../../core/tagging';
import type { App } from '../../host/app';
import { uriAt } from '../../host/knownSources';
import type { Found, Home } from '../../host/libraries';
import { rangesOf } from '../../host/positions';
import { fileIn, headingsIn, rangeIn, tagAt } from './reading';

const codebookPath = ({ store }: Home): string => `${store.services.settings().folder}/codebook.yaml`;

export async function definition(app: App, document: vscode.TextDocument, position: vscode.Position, { home }: Found): Promise<vscode.Location | undefined> {
  const here = tagAt(fileIn(document), document.offsetAt(position), home.store.current.codebook);
  const uri = uriAt(home, codebookPath(home));
  const text = here && await app.drafts.textOf(uri);
  const start = here === undefined || text === undefined ? undefined : entryPlace(text, here.tag);
  return start === undefined || text === undefined ? undefined : new vscode.Location(uri, rangesOf(text, [{ start, end: start }])[0] as vscode.Range);
}

/** Every place where the tag stands in a heading, by whatever spelling. */
export async function references(document: vscode.TextDocument, position: vscode.Position, { home }: Found, stop: vscode.CancellationToken): Promise<vscode.Location[]> {
  const library = home.store.current;
  const here = tagAt(fileIn(document), document.offsetAt(position), library.codebook);
  if (here === undefined) return [];
  const used = [...library.sources.values()].filter(({ notes }) => notes.some(({ tags }) => tags.some((tag) => resolveTag(tag, library.codebook) === here.tag)));
  const found: vscode.Location[] = [];
  for await (const { path, file } of home.store.filesAt(used.flatMap(noteFilesOf))) {
    if (stop.isCancellationRequested) break;
    const spans = headingsIn(file).flatMap(({ parts }) => parts.filter((part) => part.role === 'tag' && resolveTag(part.tag, library.codebook) === here.tag));
    found.push(...rangesOf(file.text, spans).map((range) => new vscode.Location(uriAt(home, path), range)));
  }
  return found;
}

export function renamedHere(document: vscode.TextDocument, position: vscode.Position, { home }: Found): { readonly range: vscode.Range; readonly placeholder: string } | undefined {
  const here = tagAt(fileIn(document), document.offsetAt(position), home.store.current.codebook);
  return here && { range: rangeIn(document, here.span), placeholder: here.spelled };
}

/** The tag under another name in every note and in the codebook; the old name stays as an alias. All or nothing. */
export async function rename(app: App, document: vscode.TextDocument, position: vscode.Position, name: string, { home }: Found): Promise<vscode.WorkspaceEdit | undefined> {
  const library = home.store.current;
  const here = tagAt(fileIn(document), document.offsetAt(position), library.codebook);
  if (here === undefined) return undefined;
  const to = targetOf(name, here.tag, library.codebook);
  if (to === '') throw told(notATag(name));
  if (!mayMove({ from: here.tag, to })) throw told(tagBelowItself(here.tag, to));
  const plan = planMoves(library, [{ from: here.tag, to }]);
  const edit = new vscode.WorkspaceEdit();
  for (const path of plan.paths) {
    const text = await app.drafts.textOf(uriAt(home, path)) ?? '';
    const file = readSourceFile(text);
    if (file.frozen !== undefined) throw told(tagFileFrozen(path, file.problems[0]?.message ?? ''));
    put(edit, uriAt(home, path), text, plan.edits(path, file));
  }
  const codebook = uriAt(home, codebookPath(home));
  const before = await app.drafts.textOf(codebook);
  const changed = editCodebook(before ?? '', plan.codebook);
  if ('problem' in changed) throw told(changed.problem);
  if (before === undefined && changed.edits.length > 0) edit.createFile(codebook, { contents: new TextEncoder().encode(changed.edits.map(({ text }) => text).join('')) });
  else put(edit, codebook, before ?? '', changed.edits);
  return edit;
}

function put(edit: vscode.WorkspaceEdit, uri: vscode.Uri, text: string, edits: readonly { readonly start: number; readonly end: number; readonly text: string }[]): void {
  const ranges = rangesOf(text, edits);
  edits.forEach((one, index) => edit.replace(uri, ranges[index] as vscode.Range, one.text));
}

const told = ({ message }: Problem): Error => new Error(message);
