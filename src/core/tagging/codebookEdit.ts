/** Changes of the codebook as data, and what the codebook says after them. How its text is changed stands in `codebookText.ts`. */
import type { Codebook, TagEntry } from '../notes/codebook';

/** The fields of an entry that hold one text. */
export const textFields = ['colour', 'definition', 'include', 'exclude', 'guid'] as const;
export type TextField = (typeof textFields)[number];

/**
 * One change. `set`, `label` and `aliases` make the entry where there is none; an undefined value, and an empty list of
 * aliases, takes the field away. `rename` keeps the entry where it stands. `add` is for an entry that says nothing yet.
 */
export type CodebookEdit =
  | { readonly kind: 'add'; readonly tag: string }
  | { readonly kind: 'remove'; readonly tag: string }
  | { readonly kind: 'rename'; readonly tag: string; readonly to: string }
  | { readonly kind: 'set'; readonly tag: string; readonly field: TextField; readonly value: string | undefined }
  | { readonly kind: 'label'; readonly tag: string; readonly language: string; readonly value: string | undefined }
  | { readonly kind: 'aliases'; readonly tag: string; readonly aliases: readonly string[] }
  | { readonly kind: 'team'; readonly team: readonly string[] };

/** What the codebook says after the changes, one after the other. */
export function codebookAfter(codebook: Codebook, edits: readonly CodebookEdit[]): Codebook {
  return edits.reduce(after, codebook);
}

function after(codebook: Codebook, edit: CodebookEdit): Codebook {
  if (edit.kind === 'team') return { ...codebook, team: edit.team };
  if (edit.kind === 'rename') {
    return { ...codebook, tags: new Map([...codebook.tags].map(([tag, entry]) => [tag === edit.tag ? edit.to : tag, entry])) };
  }
  const tags = new Map(codebook.tags);
  if (edit.kind === 'remove') tags.delete(edit.tag);
  else tags.set(edit.tag, changed(tags.get(edit.tag) ?? {}, edit));
  return { ...codebook, tags };
}

function changed(entry: TagEntry, edit: Exclude<CodebookEdit, { kind: 'team' | 'rename' | 'remove' }>): TagEntry {
  switch (edit.kind) {
    case 'add': return entry;
    case 'set': return withField(entry, edit.field, edit.value);
    case 'aliases': return withField(entry, 'aliases', edit.aliases.length === 0 ? undefined : edit.aliases);
    case 'label': {
      const { [edit.language]: _, ...others } = entry.label ?? {};
      const label = edit.value === undefined ? others : { ...entry.label, [edit.language]: edit.value };
      return withField(entry, 'label', Object.keys(label).length === 0 ? undefined : label);
    }
  }
}

function withField<F extends keyof TagEntry>(entry: TagEntry, field: F, value: TagEntry[F] | undefined): TagEntry {
  const { [field]: _, ...others } = entry;
  return value === undefined ? others : { ...entry, [field]: value };
}

/** Do two codebooks say the same? The order of tags, fields and languages does not count. */
export function sameCodebook(one: Codebook, other: Codebook): boolean {
  return spelledOut(one) === spelledOut(other);
}

const inOrder = <T>(pairs: Iterable<readonly [string, T]>): (readonly [string, T])[] => [...pairs].sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0));

/** An empty field says as much as none. */
function spelledOut({ team, tags }: Codebook): string {
  const entries = inOrder(tags).map(([tag, { label = {}, aliases = [], ...texts }]) => [
    tag, inOrder(Object.entries(label)), aliases, inOrder(Object.entries(texts).filter(([, value]) => value !== '')),
  ]);
  return JSON.stringify([team, entries]);
}
