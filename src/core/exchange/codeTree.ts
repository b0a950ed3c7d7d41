/** Tags as the nested codes of REFI-QDA, with what the codebook says of them. */
import type { Codebook, TagEntry } from '../notes';
import { guidFrom, guidOf } from './guid';
import { element, xmlText } from './xmlText';

type Code = { readonly tag: string; readonly name: string; readonly children: Code[] };

/** The UUID of each tag: the codebook’s, unless two tags share it, else one made from its name. */
export function tagGuids(tags: Iterable<string>, { tags: entries }: Codebook): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map([...withParents(tags)].map((tag) => {
    const own = guidFrom(entries.get(tag)?.guid);
    const guid = own === undefined || taken.has(own) ? guidOf('tag', tag) : own;
    taken.add(guid);
    return [tag, guid];
  }));
}

/** These tags and those above them, a parent before its children, else in the order of the alphabet. */
export function withParents(tags: Iterable<string>): ReadonlySet<string> {
  const all = new Set<string>();
  for (const tag of tags) {
    const parts = tag.split('/');
    parts.forEach((_, n) => all.add(parts.slice(0, n + 1).join('/')));
  }
  return new Set([...all].sort((a, b) => (a < b ? -1 : 1)));
}

/** `<Codes>` with all of them; undefined for none, since the standard has no empty one. */
export function codesXml(tags: readonly string[], codebook: Codebook, guids: ReadonlyMap<string, string>): string | undefined {
  const used = new Set(tags);
  const all = new Map<string, Code>();
  const roots: Code[] = [];
  for (const tag of withParents(tags)) {
    const at = tag.lastIndexOf('/');
    const code = { tag, name: tag.slice(at + 1), children: [] };
    all.set(tag, code);
    (all.get(tag.slice(0, Math.max(at, 0)))?.children ?? roots).push(code);
  }
  const written = (code: Code): string => {
    const entry = codebook.tags.get(code.tag);
    const description = entry === undefined ? '' : descriptionOf(entry);
    return element('Code', { guid: guids.get(code.tag), name: code.name, isCodable: used.has(code.tag) ? 'true' : 'false', color: entry?.colour },
      description === '' ? undefined : `<Description>${xmlText(description)}</Description>`, ...code.children.map(written));
  };
  return roots.length === 0 ? undefined : `<Codes>${roots.map(written).join('')}</Codes>`;
}

/** What the standard has no field for, as lines that begin with its name. */
export function descriptionOf(entry: TagEntry): string {
  return [
    entry.definition ?? '', entry.include === undefined ? '' : `Include: ${entry.include}`, entry.exclude === undefined ? '' : `Exclude: ${entry.exclude}`,
    entry.aliases === undefined || entry.aliases.length === 0 ? '' : `Also called: ${entry.aliases.join(', ')}`,
    ...Object.entries(entry.label ?? {}).map(([language, label]) => `Label (${language}): ${label}`),
  ].filter((line) => line !== '').join('\n');
}
