/** A library on the product's own disk, without an editor. */
import { applyEdits } from '../../../src/core/edits';
import { LibraryStore } from '../../../src/core/library';
import type { Files } from '../../../src/core/library/files';
import { utf8Text } from '../../../src/core/utf8';
import { NodeDisk } from '../../../src/host/node/nodeDisk';
import type { Engine, Outcome } from '../../../src/core/enginePort';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

export function filesOn(folder: string): Files {
  const disk = new NodeDisk(folder);
  return {
    list: (under, endings) => disk.list(under, endings),
    read: async (path) => {
      const file = await disk.read(path);
      return file && { ...utf8Text(file.bytes), version: file.hash };
    },
    create: (path, text) => disk.createExclusive(path, bytes(text)),
    change: async (path, version, edits) => {
      const file = await disk.read(path);
      if (file === undefined) return { ok: false, why: 'changed', reason: 'it is gone' };
      const { text, damaged } = utf8Text(file.bytes);
      if (damaged === true) return { ok: false, why: 'failed', reason: 'it holds bytes that are not text' };
      return file.hash === version ? disk.replace(path, version, bytes(applyEdits(text, edits))) : { ok: false, why: 'changed', reason: 'it was changed' };
    },
    replace: (path, version, text) => disk.replace(path, version, bytes(text)),
    move: (path, version, to) => disk.move(path, version, to),
    remove: (path, version) => disk.remove(path, version),
    watch: () => ({ dispose: () => undefined }),
  };
}

const refused = <T>(): Promise<Outcome<T>> => Promise.resolve({ ok: false, reason: 'not in this engine' });

/** Enough of an engine for files that we wrote: nothing in them is YAML by hand. */
export const plainEngine: Engine = {
  readYaml: (texts) => Promise.resolve(texts.map(() => ({ ok: true, value: {} }))),
  formatReferences: refused, formatDraft: refused, describeStyle: refused, listStyles: refused,
  readPaste: () => Promise.reject(new Error('not in this engine')),
  readNotes: () => Promise.resolve(undefined),
  indexBibliography: () => Promise.resolve(undefined),
  readBibliography: () => Promise.resolve({ records: [], problems: [] }),
  dispose: () => undefined,
};

/** The library of a folder, read. `author` writes the notes, which get ids by `random`. */
export async function openLibrary(folder: string, author = 'anna', random: () => number = Math.random): Promise<LibraryStore> {
  const store = new LibraryStore({
    files: filesOn(folder), engine: plainEngine, now: () => '2026-09-14T10:22:05Z', random, confirm: () => Promise.resolve(false),
    settings: () => ({ folder: 'sources', bibliography: '', keyPattern: '[auth][year]', author }),
  });
  await store.load();
  return store;
}
