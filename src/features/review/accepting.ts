/** Accept all in a source: the person has looked at it, and everything is right as it stands. */
import { setFields, settle } from '../../core/library';
import type { Change } from '../../core/library';
import { reviewsOf } from '../../core/source';
import { report, type App } from '../../host/app';
import type { Found } from '../../host/libraries';
import { nodesFrom } from '../../host/nodes';
import { tooManyToChange } from '../../host/trust';
import { announce, ownTargetOf } from './target';

/** Nothing of this source is to be looked at any more. */
export function accept({ home, source }: Found): Promise<Change> {
  return home.store.edit(source, (file) => setFields(file, settle(file.item, [...reviewsOf(file.item).keys()])));
}

/** `given`: rows of a tree, a key, or nothing for the source file in the editor. */
export async function acceptAll(app: App, given: unknown): Promise<void> {
  const chosen = Array.isArray(given) && given.length > 1 ? nodesFrom(app.libraries, given) : [ownTargetOf(app, given)];
  const all = chosen.filter((one, _, [head]): one is Found => one?.source.path !== undefined && one.home === head?.home);
  const [first] = all;
  if (first === undefined) return;
  const tooMany = tooManyToChange(all.length);
  if (tooMany !== undefined) return report(app, [tooMany]);
  const count = all.reduce((sum, { source }) => sum + reviewsOf(source.item).size, 0);
  const changes: Change[] = [];
  for (const found of all) changes.push(await accept(found));
  const change = { undo: changes.flatMap(({ undo }) => undo), problems: changes.flatMap(({ problems }) => problems) };
  void announce(app, first, change, `${count} ${count === 1 ? 'field' : 'fields'} of ${all.length === 1 ? first.source.item.id : `${all.length} sources`} accepted.`);
}
