/**
 * This side of the engine's threads: one for YAML and references, and one that reads whole pastes and
 * bibliographies, so that nobody's hover waits for a long paste.
 */
import { Line, type After } from './engineLine';
import type { Spawn } from './engineMessages';
import type { Engine, FormattedDraft, FormattedReference, ListedStyle, Outcome, StyleFacts } from './enginePort';
import { PasteReader } from './engineReading';
import type { Breathe } from './slices';
import type { Json } from './source';

export type { After } from './engineLine';

/** How long work may take. Times in milliseconds. */
export type Limits = {
  /** For one text, from the moment the thread begins on it. */
  readonly deadline: number;
  /** For all references of one order. */
  readonly formatting: number;
  /** For a whole paste: how long its reader may show no sign of life. */
  readonly reading: number;
  /** For the thread to come up. */
  readonly start: number;
};

export const defaultLimits: Limits = { deadline: 5_000, formatting: 60_000, reading: 20_000, start: 30_000 };

/** An engine on threads of its own. `breathe` gives this thread back for a moment where it reads itself; without it, at each pause. */
export function createEngine(spawn: Spawn, after: After, limits: Limits = defaultLimits, breathe: Breathe = () => new Promise((resolve) => { after(0, resolve); })): Engine {
  const line = new Line(spawn, after, limits.start);
  const reader = new PasteReader(new Line(spawn, after, limits.start), after, limits.reading);
  const { deadline } = limits;
  const engine: Engine = {
    async readYaml(texts) {
      return await line.texts(texts, (some) => ({ kind: 'readYaml', texts: some }), deadline) as readonly Outcome<Json>[];
    },
    async formatReferences(items, style, locale) {
      return await line.whole({ kind: 'formatReferences', items, style, locale }, limits.formatting) as Outcome<readonly FormattedReference[]>;
    },
    async formatDraft(draft, style, locale) {
      return await line.whole({ kind: 'formatDraft', draft, style, locale }, limits.formatting) as Outcome<FormattedDraft>;
    },
    async describeStyle(style) {
      return await line.whole({ kind: 'describeStyle', style }, limits.formatting) as Outcome<StyleFacts>;
    },
    readPaste: (text, work) => reader.paste(text, engine, work),
    readBibliography: (text, format, work) => reader.bibliography(text, format, engine, work),
    indexBibliography: (text) => reader.index(text),
    readNotes: (file, work) => reader.notes(file, work),
    async listStyles() {
      return await line.whole({ kind: 'listStyles' }, limits.formatting) as Outcome<readonly ListedStyle[]>;
    },
    breathe,
    dispose() {
      line.dispose();
      reader.dispose();
    },
  };
  return engine;
}
