/** Two records that were taken for one work, and are two: undo the merge, or keep both as sources of their own. */
import { lastMerge, sameness, unmergeEdits } from '../../core/library';
import type { Change } from '../../core/library';
import type { ReadRecord } from '../../core/parsing';
import { nothingMerged, noTextOfMerge } from '../../core/problem';
import { report } from '../../host/app';
import type { App } from '../../host/app';
import type { Found } from '../../host/libraries';
import { announce, ownTargetOf } from './target';

type Merge = { readonly found: Found; readonly second: ReadRecord | undefined };

export async function undoMerge(app: App, given: unknown): Promise<void> {
  const merge = await mergeOf(app, given);
  if (merge === undefined) return;
  void announce(app, merge.found, await takeBack(merge), `Merge undone: ${merge.found.source.item.id} is as it was before.`);
}

export async function keepBoth(app: App, given: unknown): Promise<void> {
  const merge = await mergeOf(app, given);
  if (merge === undefined) return;
  const { found: { home, source }, second } = merge;
  if (second === undefined) return report(app, [noTextOfMerge(source.item.id)]);
  const before = await takeBack(merge);
  if (before.problems.length > 0) return report(app, before.problems);
  const added = await home.store.add([second], { apart: true });
  const change = { undo: [...before.undo, ...added.undo], problems: added.problems };
  void announce(app, merge.found, change, `${added.added.join(', ')} is now a source of its own, beside ${source.item.id}.`);
}

function takeBack({ found: { home, source }, second }: Merge): Promise<Change> {
  return home.store.edit(source, (file) => unmergeEdits(file, second?.item));
}

/** The last merge of a source, its second record read anew from what was pasted. */
async function mergeOf(app: App, given: unknown): Promise<Merge | undefined> {
  const found = ownTargetOf(app, given);
  const file = found === undefined ? undefined : (await found.home.store.fileOf(found.source))?.file;
  if (found === undefined || file === undefined) return undefined;
  const last = lastMerge(file);
  if (last === undefined) {
    report(app, [nothingMerged(found.source.item.id)]);
    return undefined;
  }
  const records = last.text === undefined ? [] : (await app.engine.readPaste(last.text)).records;
  return { found, second: records.find(({ item }) => sameness(item, file.item) !== undefined) ?? records[0] };
}
