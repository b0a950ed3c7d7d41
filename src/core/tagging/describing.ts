/** What a person types to describe a tag in the codebook, one field at a time, as a change of it. */
import { resolveTag, tagFrom } from '../notes';
import type { Codebook, TagEntry } from '../notes/codebook';
import type { Problem } from '../problem';
import type { CodebookEdit } from './codebookEdit';
import { aliasTaken, languageUnfit, notATag } from './problems';

/** A field of an entry that is described in words; a label with its language, `de` or `kk-Cyrl`. */
export type Described = { readonly field: 'definition' | 'include' | 'exclude' | 'aliases' } | { readonly field: 'label'; readonly language: string };

/** A language as the codebook names it: two or three letters, with script or country behind a hyphen. */
export const isLanguage = (typed: string): boolean => /^[a-z]{2,3}(?:-[a-z\d]{2,8}){0,3}$/i.test(typed);

/** The field of a name such as `definition` or `label.de`; undefined for any other. */
export function describedFrom(name: string): Described | undefined {
  const [field, language] = name.split('.', 2);
  if (field === 'label' && language !== undefined) return { field, language };
  return language === undefined && (field === 'definition' || field === 'include' || field === 'exclude' || field === 'aliases') ? { field } : undefined;
}

/** What a field of an entry says now, as one types it: other names with commas between. */
export function describedText(entry: TagEntry | undefined, described: Described): string {
  switch (described.field) {
    case 'label': return entry?.label?.[described.language] ?? '';
    case 'aliases': return (entry?.aliases ?? []).join(', ');
    case 'definition': case 'include': case 'exclude': return (entry?.[described.field] ?? '').trim();
  }
}

/**
 * The change that gives a field this text; an empty text takes the field away. Refused: a language that is none, a name that can’t
 * be a tag, and a name that is another tag or stands for one (`isTag` knows those in use), since the two would silently become one.
 */
export function describeTag(codebook: Codebook, tag: string, described: Described, typed: string, isTag: (tag: string) => boolean): CodebookEdit | { readonly problem: Problem } {
  const value = typed.trim() === '' ? undefined : typed.trim();
  switch (described.field) {
    case 'aliases': return withAliases(codebook, tag, typed, isTag);
    case 'label': return isLanguage(described.language) ? { kind: 'label', tag, language: described.language, value } : { problem: languageUnfit(described.language) };
    case 'definition': case 'include': case 'exclude': return { kind: 'set', tag, field: described.field, value };
  }
}

function withAliases(codebook: Codebook, tag: string, typed: string, isTag: (tag: string) => boolean): CodebookEdit | { readonly problem: Problem } {
  const own = new Set(codebook.tags.get(tag)?.aliases);
  const aliases = new Set<string>();
  for (const word of typed.split(',').map((one) => one.trim()).filter((one) => one !== '')) {
    const alias = tagFrom(word);
    if (alias === '') return { problem: notATag(word) };
    const meant = resolveTag(alias, codebook);
    if (!own.has(alias) && alias !== tag && (isTag(alias) || (meant !== alias && meant !== tag))) return { problem: aliasTaken(alias, isTag(alias) ? alias : meant) };
    if (alias !== tag) aliases.add(alias);
  }
  return { kind: 'aliases', tag, aliases: [...aliases] };
}
