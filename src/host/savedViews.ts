/** The views of a library: the file that holds them, read and changed as every file of ours is. */
import type { Change, UndoStep } from '../core/library';
import type { SavedViews } from '../core/queries';
import type { TextEdit } from '../core/source';
import { applyEdits, inverseEdits } from '../core/edits';
import { damageOf } from '../core/library';
import { changedOutside, notWritable } from '../core/problem';
import { loadQueries } from './asking';
import type { Home } from './libraries';

/** The views of one library, with the text they were read from. */
export type ViewsOfHome = SavedViews & { readonly home: Home; readonly path: string; readonly text: string };

/** Where a library keeps its views. */
export async function viewsPath(home: Home): Promise<string> {
  const { viewsFile } = await loadQueries();
  const { folder } = home.store.services.settings();
  return folder === '' ? viewsFile : `${folder}/${viewsFile}`;
}

/** The views as they are now; none where there is no file, or it can't be read. */
export async function viewsOf(home: Home): Promise<ViewsOfHome> {
  const { readViews } = await loadQueries();
  const path = await viewsPath(home);
  const read = await home.store.services.files.read(path).catch(() => undefined);
  const text = read?.text ?? '';
  return { ...readViews(text), home, path, text };
}

/** Changes the file by edits that are decided on it as it is now. Undone by {@link Home}’s store, as other changes are. */
export async function changeViews(home: Home, decide: (text: string) => readonly TextEdit[]): Promise<Change> {
  const { viewsHeader } = await loadQueries();
  const { files } = home.store.services;
  const path = await viewsPath(home);
  try {
    const read = await files.read(path);
    if (read === undefined) {
      const text = applyEdits(viewsHeader, decide(viewsHeader));
      return changeOf(path, await files.create(path, text), (version) => ({ kind: 'created', path, version }));
    }
    const edits = decide(read.text);
    const damage = damageOf(read);
    if (damage !== undefined || edits.length === 0) return { undo: [], problems: damage === undefined ? [] : [notWritable(path, damage)] };
    return changeOf(path, await files.change(path, read.version, edits), (version) => ({ kind: 'changed', path, version, edits: inverseEdits(read.text, edits) }));
  } catch (error) {
    return { undo: [], problems: [notWritable(path, error instanceof Error ? error.message : String(error))] };
  }
}

type Written = Awaited<ReturnType<Home['store']['services']['files']['create']>>;

function changeOf(path: string, result: Written, step: (version: string) => UndoStep): Change {
  if (result.ok) return { undo: [step(result.version)], problems: [] };
  return { undo: [], problems: [result.why === 'changed' ? changedOutside(path) : notWritable(path, result.reason)] };
}
