/** The question whether sources that are gone were deleted. */
import { libraryVanished } from '../../core/library';
import type { App } from '../../host/app';
import type { Home } from '../../host/libraries';
import { say, tell } from '../../host/notices';

/** Ask about each library whose person has not been asked. */
export function askNew(app: App, asked: Set<Home>): void {
  for (const home of app.libraries.all) {
    if (home.store.vanished === undefined) asked.delete(home);
    else if (!asked.has(home)) void ask(asked, home);
  }
}

/** Ask about each library that is held back, once more. */
export async function decide(app: App, asked: Set<Home>): Promise<void> {
  const held = app.libraries.all.filter(({ store }) => store.vanished !== undefined);
  if (held.length === 0) void tell('No sources have vanished; everything can be written.');
  for (const home of held) await ask(asked, home);
}

/** Asked until it is decided; who closes the question finds it under its command. */
async function ask(asked: Set<Home>, home: Home): Promise<void> {
  asked.add(home);
  const [look, deleted] = ['Look Again', 'They Were Deleted'];
  for (let { vanished } = home.store; vanished !== undefined; { vanished } = home.store) {
    const chosen = await say('warning', libraryVanished(vanished, home.store.services.settings().folder).message, look, deleted);
    if (chosen === undefined) return;
    await (chosen === deleted ? home.store.acceptVanished() : home.store.reload());
  }
}
