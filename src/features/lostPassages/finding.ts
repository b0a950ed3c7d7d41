/** The work of finding passages that have moved or are lost: every note is placed anew, and those that are not where they were are listed. */
import * as vscode from 'vscode';
import { passagesInFile, passagesInText } from '../../core/library';
import type { NotePassage, Source, SourceFile } from '../../core/library';
import { allPassagesStand, searchText } from '../../core/notes';
import type { Note, Span } from '../../core/source';
import { report } from '../../host/app';
import type { App } from '../../host/app';
import { pickOne } from '../../host/boxes';
import type { Row } from '../../host/boxes';
import type { Found, Home } from '../../host/libraries';
import { commands } from '../../host/names';
import { oneLine, sourceLabel } from '../../host/nodes';
import { rangeOf } from '../../host/positions';

/** A passage that is not where it was; `text` is the file of the source that it was noted in, and its place there if it has one. */
export type Astray = Found & { readonly note: Note; readonly state: 'moved' | 'lost' | 'gone'; readonly similarity?: number; readonly text?: { readonly path: string; readonly uri: vscode.Uri; readonly span?: Span; readonly words: string } };

/** How long passages are placed at a stretch, in milliseconds. */
const stretch = 8;

/** Lists them and leads to the one that is chosen. Gives all that were found. */
export async function showLostPassages(app: App): Promise<readonly Astray[]> {
  await app.libraries.ready();
  const found = await vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title: 'Looking for passages', cancellable: true }, (progress, stop) =>
    astrayIn(app, (share) => progress.report({ increment: share * 100 }), () => stop.isCancellationRequested));
  if (found === undefined) return [];
  if (found.length === 0) report(app, [allPassagesStand()]);
  if (found.length === 0) return found;
  const chosen = await pickOne(found.map((astray) => ({ ...rowOf(astray), astray })), {
    title: `${found.length} ${found.length === 1 ? 'Passage' : 'Passages'} to Look At`, placeHolder: 'Choose one to go there; the lamp at the note confirms its place or removes the anchor', matchOnDescription: true, matchOnDetail: true,
  });
  if (chosen !== undefined) await open(chosen.astray);
  return found;
}

async function astrayIn(app: App, progress: (share: number) => void, stopped: () => boolean): Promise<readonly Astray[] | undefined> {
  const quoting = app.libraries.all.map((home) => ({ home, sources: [...home.store.current.sources.values()].filter(({ notes }) => notes.some(({ quote }) => quote !== undefined)) }));
  const share = 1 / (2 * quoting.reduce((count, { sources }) => count + sources.length, 0));
  const found: Astray[] = [];
  for await (const some of looks(app, quoting)) {
    if (stopped()) return undefined;
    found.push(...some);
    progress(share);
  }
  return found.sort((a, b) => order[a.state] - order[b.state]);
}

type Quoting = readonly { readonly home: Home; readonly sources: readonly Source[] }[];

/** First all passages in the files of sources, which are read together; then those in other texts. */
async function* looks(app: App, quoting: Quoting): AsyncGenerator<readonly Astray[], void, void> {
  for (const { home, sources } of quoting) {
    const byPath = new Map(sources.flatMap((source) => (source.path === undefined ? [] : [[source.path, source] as const])));
    for await (const { path, file } of home.store.filesAt([...byPath.keys()])) {
      yield inSource({ home, source: byPath.get(path) as Source }, file);
      await breath();
    }
    for (const source of sources) {
      yield await inTexts(app, { home, source });
      await breath();
    }
  }
}

let begun = performance.now();

/** Gives the thread back when it was held long enough. */
async function breath(): Promise<void> {
  if (performance.now() - begun < stretch) return;
  await new Promise((resolve) => setTimeout(resolve));
  begun = performance.now();
}

const order: { readonly [S in Astray['state']]: number } = { gone: 0, lost: 1, moved: 2 };
const isAstray = (passage: NotePassage): passage is NotePassage & { readonly state: 'moved' | 'lost' } => passage.state !== 'found';

function inSource({ home, source }: Found, file: SourceFile): Astray[] {
  return passagesInFile(file, source.notes).filter(isAstray).map(({ note, state, similarity }) => ({ home, source, note, state, ...(similarity !== undefined && { similarity }) }));
}

/** Passages in texts of the source; a text that is not there has lost all of them. */
async function inTexts(app: App, { home, source }: Found): Promise<Astray[]> {
  const paths = new Set(source.notes.flatMap(({ anchor }) => anchor?.in?.path ?? []));
  const found: Astray[] = [];
  for (const path of paths) {
    const uri = app.libraries.uriOf(home, path);
    const words = (await app.drafts.textOf(uri))?.replaceAll('\r\n', '\n');
    const notes = source.notes.filter(({ anchor }) => anchor?.in?.path === path);
    if (words === undefined) found.push(...notes.map((note): Astray => ({ home, source, note, state: 'gone', text: { path, uri, words: '' } })));
    else for (const { note, state, similarity, span } of passagesInText(searchText(words), path, notes).filter(isAstray)) found.push({ home, source, note, state, ...(similarity !== undefined && { similarity }), text: { path, uri, words, ...(span && { span }) } });
  }
  return found;
}

function rowOf({ source, note, state, similarity = 1, text }: Astray): Row {
  const said = { moved: `moved, ${Math.floor(similarity * 100)} % alike`, lost: 'lost', gone: 'its text is not there' }[state];
  return {
    icon: state === 'moved' ? 'question' : 'warning', label: `${said} · ${sourceLabel(source.item)}`,
    description: [text?.path ?? '', note.tags.map((tag) => `#${tag}`).join(' '), note.author ?? ''].filter((part) => part !== '').join(' · '), detail: oneLine(note.quote ?? ''),
  };
}

/** What may be the passage in its text; else the note. */
async function open({ home, source, note, text }: Astray): Promise<void> {
  if (text?.span === undefined) return vscode.commands.executeCommand(commands.openSource, { kind: 'note', home, source, note });
  await vscode.window.showTextDocument(text.uri, { selection: rangeOf(text.words, text.span) });
}
