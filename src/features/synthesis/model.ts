/** What the synthesis shows, reckoned from the libraries of the window as they are now. */
import type { Library, Source } from '../../core/library';
import { codingsIn, folded, resolverOf, rowOf, sumOf } from '../../core/synthesis';
import type { Coding, Matrix, Row } from '../../core/synthesis';
import type { Codebook, TagEntry } from '../../core/notes';
import type { App } from '../../host/app';
import type { Home } from '../../host/libraries';
import type { SynthesisView } from '../../protocol';
import { chooserOf } from './choosing';
import type { Refusal } from './choosing';

/** One reckoning. `codings` are the notes that the filter keeps; `shown` the same with the tags that closed ones stand for. */
export type Model = {
  readonly codings: readonly Coding[];
  readonly shown: readonly Coding[];
  readonly matrix: Matrix;
  readonly homes: ReadonlyMap<Source, Home>;
  readonly entries: ReadonlyMap<string, TagEntry>;
  readonly library: { readonly sources: number; readonly notes: number };
  readonly refused: readonly Refusal[];
  readonly asked: Asked;
};

/** What a model was reckoned from. */
type Asked = { readonly libraries: readonly Library[]; readonly query: string; readonly withEmpty: boolean };

/** Is it the same still? Which drafts cite what may have changed meanwhile. */
const isSame = (a: Asked, b: Asked): boolean =>
  a.query === b.query && a.withEmpty === b.withEmpty && !a.query.includes('cited') && a.libraries.length === b.libraries.length && a.libraries.every((library, index) => library === b.libraries[index]);

/** How many sources are gone through before the thread is given back. */
const slice = 1000;
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** The model of all libraries; the last one serves again when only the order or the closed tags are others. Undefined when it is no longer wanted. */
export async function reckon(app: App, view: SynthesisView, last: Model | undefined, isWanted: () => boolean): Promise<Model | undefined> {
  const asked = { libraries: app.libraries.all.map(({ store }) => store.current), query: view.query, withEmpty: view.withEmpty };
  const model = last !== undefined && isSame(last.asked, asked) ? last : await reckonAnew(app, asked, isWanted);
  return model && { ...model, shown: folded(model.codings, new Set(view.closedTags)) };
}

async function reckonAnew(app: App, asked: Asked, isWanted: () => boolean): Promise<Model | undefined> {
  const { query, withEmpty } = asked;
  const { matcher: matcherOf, refused } = await chooserOf(app, query);
  const { all } = app.libraries;
  const codings: Coding[] = [];
  const rows: Row[] = [];
  const homes = new Map<Source, Home>();
  for (const home of all) {
    const { codebook, sources } = home.store.current;
    const matcher = matcherOf?.(home.store.current);
    const read = readerFor(codebook);
    for (const part of parts([...sources.values()])) {
      for (const source of part) {
        homes.set(source, home);
        const { codings: own, row } = read(source);
        const kept = matcher === undefined ? own : own.filter(({ note }) => matcher.note(source, note));
        for (const coding of kept) codings.push(coding);
        const isKept = kept.some(({ tags }) => tags.length > 0) || (withEmpty && (matcher?.source(source) ?? true));
        if (isKept) rows.push(kept.length === own.length ? row : rowOf(source, kept));
      }
      await breathe();
      if (!isWanted()) return undefined;
    }
  }
  return { codings, shown: codings, matrix: { rows, ...sumOf(rows) }, homes, entries: entriesOf(all), library: sizeOf(all), refused, asked };
}

/** A source by the tags of a codebook: its notes, and its row when all of them count. */
type Read = { readonly codings: readonly Coding[]; readonly row: Row };

/** What was read by a codebook. A change of the library leaves most sources and mostly the codebook as they were. */
const readings = new WeakMap<Codebook, WeakMap<Source, Read>>();

function readerFor(codebook: Codebook): (source: Source) => Read {
  const known = readings.get(codebook) ?? new WeakMap<Source, Read>();
  readings.set(codebook, known);
  const resolve = resolverOf(codebook);
  return (source) => {
    const before = known.get(source);
    if (before !== undefined) return before;
    const codings = codingsIn(source, resolve);
    const read = { codings, row: rowOf(source, codings) };
    known.set(source, read);
    return read;
  };
}

function* parts<T>(list: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < list.length; at += slice) yield list.slice(at, at + slice);
}

/** What the codebooks say of each tag; the first that knows it counts. */
function entriesOf(all: readonly Home[]): ReadonlyMap<string, TagEntry> {
  return new Map([...all].reverse().flatMap(({ store }) => [...store.current.codebook.tags]));
}

function sizeOf(all: readonly Home[]): Model['library'] {
  let [sources, notes] = [0, 0];
  for (const { store } of all) {
    for (const source of store.current.sources.values()) {
      sources += 1;
      notes += source.notes.length;
    }
  }
  return { sources, notes };
}
