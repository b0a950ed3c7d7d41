/**
 * Renaming, merging, nesting, splitting and removing tags, planned as data: which files change and how, and how the codebook
 * does. A tag takes the tags below it along. The old name stays as an alias, so that what others wrote with it still counts.
 */
import { noteFilesOf } from '../library';
import type { Library, PlacedNote, SourceFile, SourceNote } from '../library';
import { resolveTag, tagFrom } from '../notes';
import type { Codebook, TagEntry } from '../notes';
import type { Note, TextEdit } from '../source';
import { textFields } from './codebookEdit';
import type { CodebookEdit } from './codebookEdit';
import { movedBy } from './codebookRenames';
import { retag, retagNote } from './retagging';
import type { TagOf } from './retagging';

/** A tag and where it goes, both as the codebook resolves them. Renaming, nesting and merging are all this. */
export type Move = { readonly from: string; readonly to: string };

/**
 * What a change of tags comes to. `paths` are the files that may change, those of single coders too; `edits` decides how, on
 * a file as it is when it is written. `notes` and `papers` count what is touched; `merged` are tags that were there already and now take others in.
 */
export type TagPlan = {
  readonly paths: readonly string[];
  readonly edits: (path: string, file: SourceFile) => readonly TextEdit[];
  readonly codebook: readonly CodebookEdit[];
  readonly notes: number;
  readonly papers: number;
  readonly merged: readonly string[];
};

/** Where a typed name leads: a tag that is there, by any of its spellings, or a new one. Empty when it can't be a tag. */
export function targetOf(typed: string, from: string, codebook: Codebook): string {
  const tag = tagFrom(typed);
  const known = resolveTag(tag, codebook);
  return known === from ? tag : known;
}

/** May a tag go there? Not below itself. */
export const mayMove = ({ from, to }: Move): boolean => to !== '' && to !== from && !to.startsWith(`${from}/`);

/** The plan of moves that {@link mayMove}. Of two that concern a tag, the narrower one counts. */
export function planMoves(library: Library, moves: readonly Move[]): TagPlan {
  const targets = new Map(moves.filter(mayMove).map(({ from, to }) => [from, to]));
  const moved = (tag: string): string => movedBy(tag, targets);
  const { codebook } = library;
  const tagOf = onceEach((tag) => {
    const name = resolveTag(tag, codebook);
    const next = moved(name);
    return next === name ? tag : next;
  });
  const there = new Set([...codebook.tags.keys(), ...tagsIn(library)]);
  return {
    ...touched(library, tagOf), edits: (_, file) => retag(file, tagOf), codebook: codebookMoves(codebook, targets),
    merged: [...new Set(targets.values())].filter((to) => there.has(to) && moved(to) === to),
  };
}

/** The plan that takes tags, and those below them, off every note and source. The notes stay. */
export function planRemoval(library: Library, tags: readonly string[]): TagPlan {
  const gone = (tag: string): boolean => tags.some((one) => tag === one || tag.startsWith(`${one}/`));
  const tagOf = onceEach((tag) => (gone(resolveTag(tag, library.codebook)) ? undefined : tag));
  const codebook = [...library.codebook.tags.keys()].filter(gone).map((tag) => ({ kind: 'remove' as const, tag }));
  return { ...touched(library, tagOf), edits: (_, file) => retag(file, tagOf), codebook, merged: [] };
}

/** The plan that gives some notes of a tag another one instead. Sources keep theirs, and so does the codebook. */
export function planSplit(library: Library, { from, to }: Move, notes: readonly SourceNote[]): TagPlan {
  const tagOf = onceEach((tag) => (resolveTag(tag, library.codebook) === from ? to : tag));
  const byPath = new Map<string, Note[]>();
  for (const { source, note } of notes) for (const path of noteFilesOf(source)) byPath.set(path, [...byPath.get(path) ?? [], note]);
  const chosen = (path: string) => ({ note }: PlacedNote): boolean => (byPath.get(path) ?? []).some((one) => sameNote(one, note));
  return {
    paths: [...byPath.keys()], notes: notes.length, papers: new Set(notes.map(({ source }) => source.handle)).size, codebook: [], merged: tagsIn(library).has(to) ? [to] : [],
    edits: (path, file) => file.notes.filter(chosen(path)).flatMap((placed) => retagNote(file.text, placed, tagOf)),
  };
}

/** The same note in another reading of its file: by id, and one written by hand by all that it says. */
function sameNote(one: Note, other: Note): boolean {
  return one.id === undefined ? JSON.stringify(one) === JSON.stringify(other) : one.id === other.id;
}

function tagsIn({ sources, codebook }: Library): ReadonlySet<string> {
  const [own, spelled] = [new Set<string>(), new Set<string>()];
  for (const { item, notes } of sources.values()) {
    for (const tag of item.tags ?? []) own.add(tag);
    for (const note of notes) for (const tag of note.tags) spelled.add(tag);
  }
  return new Set([...[...own].map(tagFrom), ...spelled].map((tag) => resolveTag(tag, codebook)));
}

/** Asked once for each spelling: a library has few, on very many notes. */
function onceEach(tagOf: TagOf): TagOf {
  const known = new Map<string, string | undefined>();
  return (tag) => {
    if (!known.has(tag)) known.set(tag, tagOf(tag));
    return known.get(tag);
  };
}

function touched({ sources }: Library, tagOf: TagOf): Pick<TagPlan, 'paths' | 'notes' | 'papers'> {
  const changes = (tag: string): boolean => tagOf(tag) !== tag;
  const ownChanges = onceEach((tag) => (changes(tagFrom(tag)) ? tag : undefined));
  const paths: string[] = [];
  let [notes, papers] = [0, 0];
  for (const source of sources.values()) {
    const here = source.notes.filter(({ tags }) => tags.some(changes)).length;
    if (here === 0 && source.item.tags?.some((tag) => ownChanges(tag) !== undefined) !== true) continue;
    const files = noteFilesOf(source);
    if (files.length === 0) continue;
    paths.push(...files);
    notes += here;
    papers += 1;
  }
  return { paths, papers, notes };
}

// --- the codebook ----------------------------------------------------------------------------------------------------

/** Entries move with their tags, into those that are there; each tag that moved leaves its name as an alias. */
function codebookMoves(codebook: Codebook, targets: ReadonlyMap<string, string>): CodebookEdit[] {
  const entries = new Map(codebook.tags);
  const edits: CodebookEdit[] = [];
  const put = (edit: CodebookEdit): void => void edits.push(edit);
  for (const [tag, entry] of codebook.tags) {
    const to = movedBy(tag, targets);
    if (to === tag) continue;
    const there = entries.get(to);
    entries.delete(tag);
    if (there === undefined) {
      put({ kind: 'rename', tag, to });
      entries.set(to, entry);
    } else {
      const { edits: joining, joined } = joinEntries({ tag, entry }, { tag: to, entry: there });
      joining.forEach(put);
      put({ kind: 'remove', tag });
      entries.set(to, joined);
    }
  }
  for (const [from, to] of targets) {
    const { aliases = [] } = entries.get(to) ?? {};
    const next = withAlias(aliases.filter((alias) => !sameWord(alias, to)), from, to);
    entries.set(to, { ...entries.get(to), aliases: next });
    put({ kind: 'aliases', tag: to, aliases: next });
  }
  return edits;
}

const sameWord = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
const withAlias = (aliases: readonly string[], alias: string, name: string): readonly string[] =>
  (sameWord(alias, name) || aliases.some((one) => sameWord(one, alias)) ? aliases : [...aliases, alias]);

type Named = { readonly tag: string; readonly entry: TagEntry };

/** What one entry gives to another: aliases, labels as such or as aliases, and texts that are added to those that are there. */
function joinEntries({ tag, entry }: Named, into: Named): { readonly edits: readonly CodebookEdit[]; readonly joined: TagEntry } {
  const edits: CodebookEdit[] = [];
  const there = into.entry;
  const labels = Object.entries(entry.label ?? {});
  for (const [language, value] of labels) if (there.label?.[language] === undefined) edits.push({ kind: 'label', tag: into.tag, language, value });
  const spare = labels.filter(([language, value]) => there.label?.[language] !== undefined && there.label[language] !== value).map(([, value]) => tagFrom(value));
  const aliases = [...entry.aliases ?? [], ...spare].filter((alias) => alias !== '').reduce<readonly string[]>((all, alias) => withAlias(all, alias, into.tag), there.aliases ?? []);
  edits.push({ kind: 'aliases', tag: into.tag, aliases });
  for (const field of textFields) {
    const [own, theirs] = [entry[field], there[field]];
    if (own === undefined || own === '' || own === theirs) continue;
    if (theirs === undefined || theirs === '') edits.push({ kind: 'set', tag: into.tag, field, value: own });
    else if (field !== 'colour' && field !== 'guid') edits.push({ kind: 'set', tag: into.tag, field, value: `${theirs} (${tag}: ${own})` });
  }
  const label = { ...Object.fromEntries(labels), ...there.label };
  const texts = Object.fromEntries(edits.flatMap((edit) => (edit.kind === 'set' ? [[edit.field, edit.value]] : [])));
  return { edits, joined: { ...there, ...texts, aliases, ...(Object.keys(label).length > 0 && { label }) } };
}
