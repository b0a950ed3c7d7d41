/** The engine on this very thread, without deadlines: for tests of what is read, not of how long it may take. */
import { readYaml } from '../../src/core/engine';
import { indexBibliography, parsePaste, readBibliography } from '../../src/core/parsing';
import type { Engine, Outcome } from '../../src/core/enginePort';

async function outcome<T>(work: Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}

export const directEngine: Engine = {
  readYaml: (texts) => Promise.all(texts.map((text) => outcome(readYaml(text)))),
  formatReferences: () => Promise.resolve({ ok: false, reason: 'not in this engine' }),
  formatDraft: () => Promise.resolve({ ok: false, reason: 'not in this engine' }),
  describeStyle: () => Promise.resolve({ ok: false, reason: 'not in this engine' }),
  readPaste: (text, work = {}) => parsePaste(text, { engine: directEngine, ...work }),
  readBibliography: (text, format, work) => readBibliography(text, format, directEngine, work?.signal),
  readNotes: () => Promise.resolve(undefined),
  indexBibliography: (text) => indexBibliography(text, undefined),
  listStyles: () => Promise.resolve({ ok: false, reason: 'not in this engine' }),
  dispose: () => undefined,
};
