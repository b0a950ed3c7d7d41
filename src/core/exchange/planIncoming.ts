/** Where what came in goes: to sources that are there, to new ones, into the codebook. Decided as data; nothing that is there is written over. */
import { doiIdentity, keyFor, newSourceFile, safeKey, storable, titleIdentity } from '../library';
import type { Library, Source } from '../library';
import { anchorOf, resolveTag } from '../notes';
import type { TagEntry } from '../notes';
import { textHash } from '../hash';
import type { Item, Note } from '../source';
import type { CodebookEdit } from '../tagging';
import { guidOf } from './guid';
import type { Incoming, IncomingNote, IncomingSource, IncomingTag } from './incoming';
import { allNotes, nameOfNote } from './notesToWrite';
import { placeOf } from './sourceText';

/** What becomes of one source: notes and tags for one that is there, or a new one. `path` and `text` are those of a new file. */
export type IncomingStep =
  | { readonly kind: 'notes'; readonly source: Source; readonly notes: readonly Note[]; readonly tags: readonly string[] }
  | { readonly kind: 'create'; readonly item: Item; readonly notes: readonly Note[] };

/** All that would come in. `known`: how many notes are there already. */
export type IncomingPlan = { readonly steps: readonly IncomingStep[]; readonly codebook: readonly CodebookEdit[]; readonly newTags: readonly string[]; readonly known: number };

/** `author`: whose notes those are that name nobody. */
export type PlanPlace = { readonly keyPattern: string; readonly author?: string };

/** Decide where everything goes. Whatever came in before, or went out from here, is known by its UUID and not doubled. */
export function planIncoming(incoming: Incoming, library: Library, place: PlanPlace): IncomingPlan {
  return new Planner(incoming, library, place).plan();
}

class Planner {
  private readonly tagOf: ReadonlyMap<string, string>;
  private readonly byKey: ReadonlyMap<string, Source>;
  private readonly byDoi: ReadonlyMap<string, Source>;
  private readonly byTitle: ReadonlyMap<string, Source>;
  /** The notes that are there: each UUID under which a note would go out, with how it is pointed at. */
  private readonly there: Map<string, string>;
  private readonly taken = new Set<string>();
  private known = 0;

  constructor(private readonly incoming: Incoming, private readonly library: Library, private readonly place: PlanPlace) {
    const sources = [...library.sources.values()];
    this.byKey = new Map(sources.map((source) => [source.item.id, source]));
    this.byDoi = new Map(sources.flatMap((source) => (source.item.DOI === undefined ? [] : [[doiIdentity(source.item.DOI), source] as const])));
    this.byTitle = new Map(sources.flatMap((source) => (source.item.title === undefined ? [] : [[titleIdentity(source.item.title), source] as const])));
    this.there = new Map(allNotes(library).map((one) => [guidOf('note', nameOfNote(one)), nameOfNote(one)]));
    for (const key of this.byKey.keys()) this.taken.add(key);
    this.tagOf = tagNames(incoming.tags, library);
  }

  plan(): IncomingPlan {
    const placed = this.incoming.sources.map((source) => ({ source, home: this.homeOf(source) }));
    const named = placed.map(({ source, home }) => ({ source, home, key: home?.item.id ?? this.newKey(source) }));
    const pointers = this.pointers(named);
    const steps = named.map(({ source, home, key }) => this.step(source, home, key, pointers)).filter(({ notes, ...step }) => notes.length > 0 || step.kind === 'create' || step.tags.length > 0);
    return { steps, ...codebookEdits(this.incoming.tags, this.tagOf, this.library), known: this.known };
  }

  private homeOf({ key, item, name }: IncomingSource): Source | undefined {
    const byTitle = (title: string | undefined): Source | undefined => (title === undefined || titleIdentity(title).length < 8 ? undefined : this.byTitle.get(titleIdentity(title)));
    return this.byKey.get(key ?? '') ?? (item.DOI === undefined ? undefined : this.byDoi.get(doiIdentity(item.DOI))) ?? byTitle(item.title) ?? byTitle(name);
  }

  private newKey({ key, item }: IncomingSource): string {
    const whole = { ...item, id: safeKey(key ?? ''), type: item.type ?? 'document' } as Item;
    const made = keyFor(whole, (candidate) => this.taken.has(candidate), this.place.keyPattern);
    this.taken.add(made);
    return made;
  }

  /** How each note that comes in will be pointed at, by its UUID. */
  private pointers(named: readonly { readonly source: IncomingSource; readonly key: string }[]): ReadonlyMap<string, string> {
    return new Map([...this.there, ...named.flatMap(({ source, key }) => source.notes.flatMap((one) =>
      (one.guid === undefined || this.there.has(one.guid) ? [] : [[one.guid, `${key}#${idOf(one)}`] as const])))]);
  }

  private step(source: IncomingSource, home: Source | undefined, key: string, pointers: ReadonlyMap<string, string>): IncomingStep {
    const abstract = home?.item.abstract ?? storable(source.text ?? '');
    const ids = new Set([...(home?.notes ?? []), ...(home?.hidden ?? [])].map(({ id }) => id));
    const fresh = source.notes.filter((one) => !this.there.has(one.guid ?? '') && !ids.has(idOf(one)));
    this.known += source.notes.length - fresh.length;
    const notes = fresh.map((one) => this.note(one, abstract, pointers));
    if (home !== undefined) return { kind: 'notes', source: home, notes, tags: (source.tags ?? []).map((tag) => this.tag(tag)).filter((tag) => !(home.item.tags ?? []).includes(tag)) };
    const tags = (source.tags ?? []).map((tag) => this.tag(tag));
    const item = { type: 'document', ...source.item, id: key, ...(abstract !== '' && { abstract }), ...(tags.length > 0 && { tags }) } as Item;
    return { kind: 'create', item, notes };
  }

  private tag(tag: string): string {
    return this.tagOf.get(tag) ?? resolveTag(tag, this.library.codebook);
  }

  private note(one: IncomingNote, abstract: string, pointers: ReadonlyMap<string, string>): Note {
    const { note } = one;
    const { links = [], quote, ...rest } = note;
    const span = quote === undefined ? undefined : placeOf(abstract, quote);
    const pointed = links.flatMap(({ relation, target }) => { const to = pointers.get(target); return to === undefined ? [] : [{ relation, target: to }]; });
    const author = note.author ?? this.place.author;
    return {
      ...rest, id: idOf(one), tags: [...new Set(note.tags.map((tag) => this.tag(tag)))], ...(author !== undefined && { author }), ...(quote !== undefined && { quote }),
      ...(span !== undefined && { anchor: anchorOf(abstract, span) }), ...(pointed.length > 0 && { links: pointed }),
    };
  }
}

/** The id of a note that comes in: the one it went out with, else one that follows from its UUID or its words, so that it comes in once. */
const idOf = ({ note, guid }: IncomingNote): string => note.id ?? `n${textHash(guid ?? JSON.stringify([note.author, note.tags, note.quote, note.text])).slice(0, 8)}`;

/** Each tag that comes in as it is called here: the tag with the same UUID, else the one with this name or alias. */
function tagNames(tags: readonly IncomingTag[], { codebook }: Library): ReadonlyMap<string, string> {
  const byGuid = new Map([...codebook.tags].flatMap(([tag, { guid }]) => (guid === undefined ? [] : [[guid.toLowerCase(), tag] as const])));
  return new Map(tags.map(({ tag, entry }) => [tag, byGuid.get(entry.guid ?? '') ?? resolveTag(tag, codebook)]));
}

const texts = ['definition', 'include', 'exclude', 'colour', 'guid'] as const;

/** What is said of tags here stays; what is not said here is taken over. A UUID that was made from a name need not be written down. */
function codebookEdits(tags: readonly IncomingTag[], tagOf: ReadonlyMap<string, string>, { codebook }: Library): Pick<IncomingPlan, 'codebook' | 'newTags'> {
  const done = new Set<string>();
  const newTags: string[] = [];
  const edits = tags.flatMap(({ tag: theirs, entry }): readonly CodebookEdit[] => {
    const tag = tagOf.get(theirs) ?? theirs;
    if (done.has(tag)) return [];
    done.add(tag);
    const own = codebook.tags.get(tag);
    if (own === undefined) newTags.push(tag);
    const own_ = own ?? {};
    return [...(own === undefined ? [{ kind: 'add', tag } as const] : []), ...entryEdits(tag, own_, entry.guid === guidOf('tag', theirs) ? without(entry) : entry)];
  });
  return { codebook: edits, newTags };
}

const without = ({ guid: _, ...entry }: TagEntry): TagEntry => entry;

function entryEdits(tag: string, own: TagEntry, theirs: TagEntry): readonly CodebookEdit[] {
  const labels = Object.entries(theirs.label ?? {}).filter(([language]) => own.label?.[language] === undefined);
  const aliases = (theirs.aliases ?? []).filter((alias) => alias !== tag && !(own.aliases ?? []).includes(alias));
  return [
    ...texts.flatMap((field): readonly CodebookEdit[] => (own[field] === undefined && theirs[field] !== undefined ? [{ kind: 'set', tag, field, value: theirs[field] }] : [])),
    ...labels.map(([language, value]) => ({ kind: 'label', tag, language, value }) as const),
    ...(aliases.length > 0 ? [{ kind: 'aliases', tag, aliases: [...(own.aliases ?? []), ...aliases] } as const] : []),
  ];
}

/** The text of a new source’s file. */
export const incomingFile = ({ item, notes }: Extract<IncomingStep, { kind: 'create' }>, authors: readonly string[]): string => newSourceFile({ item, notes, authors });
