/** Writing the generated bibliography, and asking about one that is not as we left it. */
import * as vscode from 'vscode';
import { bibliographyChanged, bibliographyNotOurs, bibliographyUntrusted } from '../../core/problem';
import { report } from '../../host/app';
import type { App } from '../../host/app';
import type { Home } from '../../host/libraries';
import { inStatusBar, say } from '../../host/notices';

export class Updating {
  readonly #app: App;
  /** Paths that the person has been asked about in this window, so as to ask once. */
  readonly #asked = new Set<string>();

  constructor(app: App) {
    this.#app = app;
  }

  /** Not in a folder that the person doesn't trust: there, a setting or a name could lead the writing astray. */
  async now(asked: boolean): Promise<void> {
    if (!vscode.workspace.isTrusted) return asked ? report(this.#app, [bibliographyUntrusted()]) : undefined;
    if (asked) this.#asked.clear();
    await this.#app.libraries.ready();
    for (const home of this.#app.libraries.all) await this.#update(home, asked);
  }

  async #update(home: Home, asked: boolean): Promise<void> {
    const { generate, targetOf } = await import('../../core/generating');
    const result = await generate(home.store);
    const path = targetOf(home.store)?.path ?? '';
    if (result === 'changed') await this.#askAbout(home, path);
    else if (result === 'not-ours') await this.#sayOnce(asked, path);
    else if (typeof result === 'object') this.#once(path, () => report(this.#app, [result]));
    else if (asked && path !== '') void vscode.window.setStatusBarMessage(inStatusBar('check', `${path} is up to date`), 4000);
  }

  /** A bibliography of the person's own is no fault: said once in a workspace, and whenever the person asks. */
  async #sayOnce(asked: boolean, path: string): Promise<void> {
    const memory = this.#app.extension.workspaceState;
    const key = `commonplace.said ${path}`;
    if (!asked && memory.get<boolean>(key) === true) return;
    report(this.#app, [bibliographyNotOurs(path)]);
    await memory.update(key, true);
  }

  #once(path: string, act: () => void): void {
    if (this.#asked.has(path)) return;
    this.#asked.add(path);
    act();
  }

  async #askAbout(home: Home, path: string): Promise<void> {
    if (this.#asked.has(path)) return;
    this.#asked.add(path);
    const [take, over] = ['Take Changes In', 'Write It Anew'];
    const chosen = await say('warning', bibliographyChanged(path).message, take, over);
    const { generate, takeChanges } = await import('../../core/generating');
    if (chosen === take) report(this.#app, await takeChanges(home.store));
    if (chosen === over) await generate(home.store, true);
    if (chosen !== undefined) this.#asked.delete(path);
  }
}
