/** The person's name as git has it, read from git's own files; git itself is never run. */
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** `user.name` of the folder's repository, else of the person's own settings, else undefined. */
export async function gitAuthor(folder: string): Promise<string | undefined> {
  const home = homedir();
  const places = [join(folder, '.git', 'config'), join(home, '.gitconfig'), join(home, '.config', 'git', 'config')];
  for (const place of places) {
    const name = userName(await readFile(place, 'utf8').catch(() => ''));
    if (name !== undefined) return name;
  }
  return undefined;
}

/** The value of `name` in the last `[user]` section that has one (git-config, “Syntax”). */
export function userName(config: string): string | undefined {
  let [section, found] = ['', undefined as string | undefined];
  for (const line of config.split('\n').map((raw) => raw.trim())) {
    if (line.startsWith('[')) section = line.toLowerCase();
    const value = /^name\s*=\s*(\S.*)$/i.exec(line)?.[1];
    if (section === '[user]' && value !== undefined) found = value.replace(/^"|"$/g, '').trim();
  }
  return found;
}
