/** Invented libraries as folders on the disk, and a library of the product over such a folder. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LibraryStore, type Cache, type Files, type LibraryServices } from '../../src/core/library';
import { applyEdits } from '../../src/core/edits';
import type { Breathe } from '../../src/core/slices';
import { packer } from '../../src/host/node/packer';
import { NodeDisk } from '../../src/host/node/nodeDisk';
import { directEngine } from '../doubles/directEngine';
import { bibEntry, fileText, invented } from './libraries';

/** A workspace folder with so many source files, or with all in one bibliography; made once, then used again. */
export function libraryFolder(count: number, kind: 'files' | 'bib', parent = tmpdir()): string {
  const folder = join(parent, `commonplace-invented-${kind}-${count}`);
  if (existsSync(join(folder, 'whole'))) return folder;
  mkdirSync(join(folder, 'sources'), { recursive: true });
  if (kind === 'bib') writeFileSync(join(folder, 'references.bib'), [...invented(count)].map(bibEntry).join('\n'));
  else for (const one of invented(count)) writeFileSync(join(folder, 'sources', `${one.item.id}.md`), fileText(one));
  writeFileSync(join(folder, 'whole'), '');
  return folder;
}

/** The least that reading the files of a folder must do: each as bytes, one after the other. */
export function plainReading(folder: string): number {
  let bytes = 0;
  for (const name of readdirSync(folder)) bytes += readFileSync(join(folder, name)).length;
  return bytes;
}

const plain = new TextDecoder('utf-8', { ignoreBOM: true });
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The port `Files` straight over the product’s own disk, as it is without an editor. */
export function filesOn(folder: string): Files {
  const disk = new NodeDisk(folder);
  return {
    list: (under, endings) => disk.list(under, endings),
    read: async (path) => {
      const file = await disk.read(path);
      return file && { text: utf8.decode(file.bytes), version: file.hash };
    },
    readRaw: async (path) => {
      const file = await disk.read(path);
      return file && { raw: file.bytes, version: file.hash };
    },
    readMany: async (paths) => (await disk.readMany(paths)).map((file) => (file === undefined || file instanceof Error ? file : { text: plain.decode(file.bytes), version: file.hash })),
    create: (path, text) => disk.createExclusive(path, new TextEncoder().encode(text)),
    change: async (path, version, edits) => {
      const file = await disk.read(path);
      return disk.replace(path, version, new TextEncoder().encode(applyEdits(utf8.decode(file?.bytes), edits)));
    },
    replace: (path, version, text) => disk.replace(path, version, new TextEncoder().encode(text)),
    move: (path, version, to) => disk.move(path, version, to),
    remove: (path, version) => disk.remove(path, version),
    watch: () => ({ dispose: () => undefined }),
  };
}

const nextTurn: Breathe = () => new Promise((resolve) => { setImmediate(resolve); });

/** A cache in a folder, read and written as the editor does. */
export function cacheIn(folder: string): Cache {
  mkdirSync(folder, { recursive: true });
  return {
    read: (name) => readFile(join(folder, name), 'utf8').catch(() => undefined),
    write: async (name, text) => {
      await writeFile(join(folder, `${name}.tmp`), text);
      await rename(join(folder, `${name}.tmp`), join(folder, name));
    },
  };
}

/** What a library is given. The engine works in this thread and gives it back as the product does. */
const servicesOn = (folder: string, breathe: Breathe, cache?: Cache): LibraryServices => ({
  ...(cache && { cache }), packer: () => Promise.resolve(packer),
  files: filesOn(folder), engine: { ...directEngine, breathe }, settings: () => ({ folder: 'sources', bibliography: '', keyPattern: '[auth][year]', author: 'anna' }), now: () => '2026-09-14T10:22:05Z', random: Math.random,
  confirm: () => Promise.resolve(true),
});

/** The library of a folder, not yet read. */
export const storeOn = (folder: string, breathe: Breathe = nextTurn, cache?: Cache): LibraryStore => new LibraryStore(servicesOn(folder, breathe, cache));
