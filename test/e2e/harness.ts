/** Opens a real VS Code with the packaged extension installed, on a folder of its own, and closes it without a trace. */
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContext } from 'playwright-core';
import { zipped } from '../../src/core/tables';
import { Workbench } from './workbench';

type Server = { readonly url: string; readonly port: number; stop(): Promise<void>; killHosts(): number };
type Settings = { readonly [name: string]: unknown };
type ServerScript = {
  installExtension(home: string, vsix: string): Promise<void>;
  startServer(options: { home: string; port?: number; trust?: boolean; settings?: Settings }): Promise<Server>;
  link(server: Server, folder: string): string;
};
type BrowserScript = { openBrowser(options: { profile: string; origin: string }): Promise<BrowserContext> };
type ScratchScript = { readonly scratch: () => { readonly folder: string; remove(): void } };

/** The scripts stay outside the bundle of the tests: they know where the project is by their own place. */
const script = async <T>(name: string): Promise<T> => (await import(pathToFileURL(path.resolve('scripts', name)).href)) as T;

const packaged = (): string => {
  const vsix = process.env.COMMONPLACE_VSIX;
  if (!vsix) throw new Error('COMMONPLACE_VSIX must name the packaged extension: run `npm run test:e2e`');
  return vsix;
};

type Manifest = { contributes?: { viewsContainers?: { activitybar?: { title: string }[] } } };
/** The title of the extension's place in the activity bar. */
export const container = (): string => {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
  return manifest.contributes?.viewsContainers?.activitybar?.[0]?.title ?? 'Commonplace';
};

/** `files`: path to text, in a new folder; or `copy`: a folder to be copied. */
export type Opening = {
  /** Folders of that folder that are opened together, in a workspace of several. */
  readonly roots?: readonly string[];
  readonly files?: { readonly [path: string]: string }; readonly copy?: string; readonly settings?: Settings; readonly trust?: boolean;
  /** Another extension, as the text of its `package.json` and its `main.js`. */
  readonly beside?: { readonly manifest: string; readonly main: string } };

export class Session {
  workbench!: Workbench;
  private server!: Server;
  private browser!: BrowserContext;

  private constructor(
    private readonly servers: ServerScript,
    private readonly browsers: BrowserScript,
    private readonly place: ReturnType<ScratchScript['scratch']>,
    private readonly opening: Opening,
  ) {}

  static async open(opening: Opening = {}): Promise<Session> {
    const { scratch } = await script<ScratchScript>('scratch.mjs');
    const session = new Session(await script('server.mjs'), await script('browser.mjs'), scratch(), opening);
    session.fillFolder();
    await session.servers.installExtension(session.home, packaged());
    if (opening.beside !== undefined) await session.servers.installExtension(session.home, session.pack(opening.beside));
    await session.start();
    return session;
  }

  private pack({ manifest, main }: NonNullable<Opening['beside']>): string {
    const file = path.join(this.place.folder, 'beside.vsix');
    const parts = { 'extension/package.json': manifest, 'extension/main.js': main };
    writeFileSync(file, zipped(Object.entries(parts).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) }))));
    return file;
  }

  private get home(): string {
    return path.join(this.place.folder, 'server');
  }

  /** The folder that is open in the workbench. */
  get folder(): string {
    return path.join(this.place.folder, 'article');
  }

  private fillFolder(): void {
    mkdirSync(this.folder, { recursive: true });
    if (this.opening.copy) cpSync(this.opening.copy, this.folder, { recursive: true });
    for (const [name, text] of Object.entries(this.opening.files ?? {})) this.write(name, text);
  }

  /** A file of the folder, as another program would see it. */
  read(name: string): string {
    return readFileSync(path.join(this.folder, name), 'utf8');
  }

  /** Writes a file of the folder as another program would. */
  write(name: string, text: string): void {
    const file = path.join(this.folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  private async start(port?: number): Promise<void> {
    const { settings, trust } = this.opening;
    this.server = await this.servers.startServer({ home: this.home, ...(port ? { port } : {}), ...(settings ? { settings } : {}), ...(trust === undefined ? {} : { trust }) });
    this.browser = await this.browsers.openBrowser({ profile: path.join(this.place.folder, 'browser'), origin: this.server.url });
    const page = this.browser.pages()[0] ?? (await this.browser.newPage());
    this.workbench = new Workbench(page, path.resolve('out', 'screenshots'));
    const { roots } = this.opening;
    if (roots !== undefined) this.write('all.code-workspace', JSON.stringify({ folders: roots.map((name) => ({ path: name })) }));
    await page.goto(this.servers.link(this.server, roots === undefined ? this.folder : path.join(this.folder, 'all.code-workspace')));
    await this.workbench.ready(container());
  }

  private async halt(): Promise<void> {
    await this.browser.close().catch(() => undefined);
    await this.server.stop();
  }

  /** Tomorrow: everything is closed and opened again, with the same memory. */
  async restart(): Promise<void> {
    const { port } = this.server;
    await this.halt();
    await this.start(port);
  }

  /** The host of extensions dies at this moment, and the window is opened anew. What the workbench says then is still read before. */
  async crash(beforeLeaving: () => Promise<void>): Promise<void> {
    if (this.server.killHosts() === 0) throw new Error('There was no extension host to end');
    await beforeLeaving();
    await this.workbench.page.reload();
    await this.workbench.ready(container());
  }

  /** Changes settings of the open folder (a server does not watch the user's own). */
  set(settings: Settings): void {
    const file = '.vscode/settings.json';
    const now = existsSync(path.join(this.folder, file)) ? (JSON.parse(this.read(file)) as Settings) : {};
    this.write(file, JSON.stringify({ ...now, ...settings }, undefined, 2));
  }

  /** Changes the colour theme and waits until it is on. */
  async theme(kind: keyof typeof themes): Promise<void> {
    const [name, mark] = themes[kind];
    this.set({ 'workbench.colorTheme': name });
    await this.workbench.page.locator(`.monaco-workbench.${mark}`).waitFor();
  }

  async close(): Promise<void> {
    await this.halt();
    this.place.remove();
  }
}

/** The themes that VS Code ships, and the class by which the workbench shows that one of a kind is on. */
const themes = {
  dark: ['Dark Modern', 'vs-dark'],
  light: ['Light Modern', 'vs'],
  'high contrast': ['Default High Contrast', 'hc-black'],
  'high contrast light': ['Default High Contrast Light', 'hc-light'],
} as const;

/** Leaves a picture of what was on the screen when a test of this suite failed. Called inside `describe`. */
export function photographFailures(session: () => Session | undefined): void {
  afterEach(async function () {
    if (this.currentTest?.state !== 'failed') return;
    await session()?.workbench.shot(`failed ${this.currentTest.fullTitle().replace(/[^\p{L}\d]+/gu, ' ').trim()}`);
  });
}
