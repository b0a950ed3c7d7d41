/** What one is likely to cite next: what this draft cites already, then what was cited last, in any draft. */
import type { DraftReading } from '../core/citations';
import type { App } from './app';

const recentKey = 'commonplace.recentlyCited';
const mostRecent = 50;

/** Keys, the likeliest first. */
export function favouritesFor(app: App, { keys }: DraftReading): readonly string[] {
  return [...new Set([...[...keys].reverse(), ...recentlyCited(app)])];
}

const recentlyCited = (app: App): readonly string[] => app.extension.workspaceState.get<readonly string[]>(recentKey, []);

/** Remember that these were cited now. */
export async function remember(app: App, keys: readonly string[]): Promise<void> {
  await app.extension.workspaceState.update(recentKey, [...new Set([...keys, ...recentlyCited(app)])].slice(0, mostRecent));
}
