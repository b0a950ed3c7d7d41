/** A library put together from what its files say. */
import type { Codebook } from '../notes';
import { duplicateKey, relationLost } from '../problem';
import { conflictCopy } from './problems';
import type { Problem } from '../problem';
import { sorting, type Sliced } from '../slices';
import type { Item, Note } from '../source';
import { keyIdentity } from './keys';
import type { Library, Source } from './library';
import type { HeldFile } from './held';
import type { LoadedBibliography } from './loading';

/** After how many sources there is a pause. */
const slice = 200;

/** The library, and what is wrong in which file. */
export type Assembled = { readonly library: Library; readonly problems: ReadonlyMap<string, readonly Problem[]> };

/**
 * In slices. Our own files come first, in the order of their paths; then what linked bibliographies add. A file of ours that has no
 * `type` only carries the notes of a source that a bibliography records; one that names a `coder` carries that coder’s notes on a source.
 * `coding`: who codes blind and sees no notes of others.
 */
export function* assembling(all: Iterable<HeldFile>, bibliographies: Iterable<LoadedBibliography>, codebook: Codebook, coding?: string): Sliced<Assembled> {
  const byPath = yield* sorting([...all], (a, b) => (a.path < b.path ? -1 : 1));
  const inOrder = [...byPath.filter((file) => !isNamedAsCopy(file)), ...byPath.filter(isNamedAsCopy)];
  const [files, ofCoders] = [inOrder.filter((file) => coderOf(file) === undefined), inOrder.filter((file) => coderOf(file) !== undefined)];
  let assembled = 0;
  const problems = new Map<string, Problem[]>();
  const sources = new Map<string, Source>();
  const byKey = new Map<string, Source>();
  const put = (source: Source): void => {
    sources.set(source.handle, source);
    const known = byKey.get(keyIdentity(source.item.id));
    if (known === undefined || known.handle === source.handle) byKey.set(keyIdentity(source.item.id), source);
  };
  const companions = new Set<string>();
  for (const loaded of files) {
    const source = ownSource(loaded);
    const other = byKey.get(keyIdentity(source.item.id));
    if (other?.path !== undefined && isNamedAsCopy(loaded)) {
      problems.set(loaded.path, [...loaded.problems, conflictCopy(other.path, loaded.notes.length)]);
      continue;
    }
    problems.set(loaded.path, [...loaded.problems, ...loaded.reviews, ...(other ? [duplicateKey(source.item.id, other.path ?? '')] : [])]);
    if (other === undefined && isCompanion(loaded)) companions.add(source.handle);
    if (++assembled % slice === 0) yield;
    put(other === undefined ? source : { ...source, handle: `${source.item.id}@${loaded.path}` });
  }
  for (const bibliography of bibliographies) {
    problems.set(bibliography.path, [...bibliography.problems]);
    for (const { item } of bibliography.records) {
      linkItem(item, bibliography.path, byKey, companions, put);
      if (++assembled % slice === 0) yield;
    }
  }
  for (const loaded of ofCoders) {
    problems.set(loaded.path, [...loaded.problems]);
    put(withCoder(byKey.get(keyIdentity(keyOf(loaded))), loaded));
    if (++assembled % slice === 0) yield;
  }
  for (const [path, lost] of lostRelations(inOrder)) problems.get(path)?.push(...lost);
  if (coding !== undefined) for (const source of sources.values()) sources.set(source.handle, seenBy(coding, source));
  return { library: { sources, codebook }, problems };
}

/** Is a file named as sync programs name the copy they make of a conflict? That it is one shows only when another file has its key. */
function isNamedAsCopy({ path }: HeldFile): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  return name.includes('conflict') || /[ (]\d{1,3}\)?\.md$/.test(name);
}

/** Whose notes a file holds, if it holds only one coder’s. */
export function coderOf({ item }: Pick<HeldFile, 'item'>): string | undefined {
  return typeof item['coder'] === 'string' && item['coder'].trim() !== '' ? item['coder'] : undefined;
}

/** A source with one coder’s notes; where nothing else knows the source, their file stands for it. */
function withCoder(source: Source | undefined, loaded: HeldFile): Source {
  const file = { path: loaded.path, coder: coderOf(loaded) ?? '' };
  const { coder: _, ...item } = loaded.item;
  const known = source ?? { handle: keyOf(loaded), item: { ...item, id: keyOf(loaded), type: 'document' }, notes: [] };
  return { ...known, notes: [...known.notes, ...loaded.notes], coderFiles: [...(known.coderFiles ?? []), file] };
}

/** A source as one sees it who codes blind: without the notes of others. */
function seenBy(coder: string, source: Source): Source {
  const isOwn = ({ author }: Note): boolean => author === undefined || author === coder;
  if (source.notes.every(isOwn)) return source;
  return { ...source, notes: source.notes.filter(isOwn), hidden: source.notes.filter((note) => !isOwn(note)) };
}

/** The key of a file of ours: what it says, else its name. */
export const keyOf = ({ path, item }: Pick<HeldFile, 'path' | 'item'>): string => item.id || path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/i, '');

/** A file that still says the same is still the same source: what was prepared for it stays good. */
const known = new WeakMap<HeldFile, Source>();

function ownSource(file: HeldFile): Source {
  let source = known.get(file);
  if (source === undefined) known.set(file, source = sourceOf(file));
  return source;
}

function sourceOf(file: HeldFile): Source {
  const { path, notes } = file;
  const item = file.item.id === '' ? { ...file.item, id: keyOf(file) } : file.item;
  return { handle: item.id, item, notes, path };
}

/** A companion takes its record from the bibliography; any other file of ours stands for itself. */
function linkItem(item: Item, path: string, byKey: ReadonlyMap<string, Source>, companions: ReadonlySet<string>, put: (source: Source) => void): void {
  const own = byKey.get(keyIdentity(item.id));
  if (own === undefined) put({ handle: item.id, item, notes: [], bibliography: path });
  else if (companions.has(own.handle) && own.bibliography === undefined) {
    put({ ...own, item: { ...item, ...(own.item.tags && { tags: own.item.tags }), ...textsToo(item, own.item) }, bibliography: path });
  }
}

/** Which files of the workspace are texts of a source, only our own file knows. */
const textsToo = ({ custom }: Item, own: Item): Pick<Item, 'custom'> => {
  const texts = own.custom?.['texts'];
  return texts === undefined ? {} : { custom: { ...custom, texts } };
};

/** A file of ours that carries notes and no record: it says no type. */
export const isCompanion = ({ frozen, typeless }: HeldFile): boolean => frozen === undefined && typeless === true;

/** The relations of these files that lead to no note, by the path of the file. */
function lostRelations(files: readonly HeldFile[]): ReadonlyMap<string, readonly Problem[]> {
  const related = files.filter(({ links }) => links.length > 0);
  if (related.length === 0) return new Map();
  const known = new Set(files.flatMap((file) => file.notes.flatMap(({ id }) => (id === undefined ? [] : `${keyOf(file)}#${id}`))));
  return new Map(related.map(({ path, links }) => [path, links.filter(({ target }) => !known.has(target)).map(({ relation, target, span }) => relationLost(relation, target, span))]));
}
