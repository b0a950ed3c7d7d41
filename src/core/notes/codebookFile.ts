/** The codebook out of `codebook.yaml`. Shapes it doesn't know are passed over; a tag needs no entry to exist. */
import { codebookUnread } from '../problem';
import type { Problem } from '../problem';
import { isObject } from '../source';
import type { Json, JsonObject } from '../source';
import type { Codebook, TagEntry } from './codebook';
import { tagFrom } from './tag';

/** The codebook that a parsed YAML document describes. */
export function codebookFrom(value: Json): { codebook: Codebook; problems: Problem[] } {
  const problems: Problem[] = [];
  if (value === null || value === '') return { codebook: { team: [], tags: new Map() }, problems };
  if (!isObject(value)) return { codebook: { team: [], tags: new Map() }, problems: [codebookUnread('it should hold “team” and “tags”')] };
  const tags = new Map<string, TagEntry>();
  for (const [name, entry] of Object.entries(isObject(value['tags']) ? value['tags'] : {})) {
    const tag = tagFrom(name);
    if (tag === '') problems.push(codebookUnread(`“${name}” can't be a tag`));
    else tags.set(tag, isObject(entry) ? entryFrom(entry) : {});
  }
  return { codebook: { team: strings(value['team']), tags }, problems };
}

const strings = (value: Json | undefined): string[] =>
  (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]).filter((one) => !isObject(one)).map(String);

function entryFrom(entry: JsonObject): TagEntry {
  const texts = ['definition', 'include', 'exclude', 'guid'] as const;
  const colour = entry['colour'] ?? entry['color'];
  const label = labelFrom(entry['label']);
  return {
    ...Object.fromEntries(texts.flatMap((field) => (typeof entry[field] === 'string' ? [[field, entry[field]]] : []))),
    ...(label && { label }),
    ...(entry['aliases'] !== undefined && { aliases: strings(entry['aliases']).map(tagFrom).filter((tag) => tag !== '') }),
    ...(typeof colour === 'string' && /^#[\da-f]{6}$/i.test(colour) && { colour }),
  };
}

function labelFrom(value: Json | undefined): { [language: string]: string } | undefined {
  if (typeof value === 'string') return { en: value };
  if (!isObject(value)) return undefined;
  return Object.fromEntries(Object.entries(value).filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
}

/** The tag that a spelling stands for: itself, or the tag that lists it as an alias. Case doesn't count. */
export function resolveTag(tag: string, codebook: Codebook): string {
  if (codebook.tags.has(tag)) return tag;
  const wanted = tag.toLowerCase();
  for (const [name, entry] of codebook.tags) {
    if (name.toLowerCase() === wanted || entry.aliases?.some((alias) => alias.toLowerCase() === wanted)) return name;
  }
  return tag;
}
