// Where things are: the project, what is built, and the user's cache folder.
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
export const inRoot = (...parts) => path.join(root, ...parts);
export const dist = inRoot('dist');
export const out = inRoot('out');
export const bin = (name, file) => inRoot('node_modules', name, file);

const byPlatform = {
  darwin: () => path.join(os.homedir(), 'Library', 'Caches'),
  win32: () => process.env.LOCALAPPDATA ?? path.join(os.homedir(), 'AppData', 'Local'),
};
const linux = () => process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache');

/** The user's cache for all clones of this project. COMMONPLACE_CACHE moves it. */
export const cache = process.env.COMMONPLACE_CACHE ?? path.join((byPlatform[process.platform] ?? linux)(), 'commonplace');
