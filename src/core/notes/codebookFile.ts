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
  return { codebook: { team: strings(value['team']), ...((value['blind'] === true || value['blind'] === 'true') && { blind: true }), tags }, problems };
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

/**
 * The tag that a spelling stands for: itself, or the tag that lists it as an alias; `old/part` also follows an alias `old` of
 * a wider tag. Case doesn't count. What the codebook does not know stands for itself.
 */
export function resolveTag(tag: string, codebook: Codebook): string {
  if (codebook.tags.has(tag)) return tag;
  const spellings = spellingsOf(codebook);
  let current = tag;
  for (let step = 0; step < mostSteps; step += 1) {
    const next = spellings.get(spelling(current)) ?? followWider(current, spellings);
    if (next === current || codebook.tags.has(next)) return next;
    current = next;
  }
  return current;
}

/** Aliases may lead to each other, through wider tags, without end. */
const mostSteps = 8;

/** The tag with the widest part that the codebook knows, taken longest first, put by its name. */
function followWider(tag: string, spellings: ReadonlyMap<string, string>): string {
  for (let slash = tag.lastIndexOf('/'); slash > 0; slash = tag.lastIndexOf('/', slash - 1)) {
    const name = spellings.get(spelling(tag.slice(0, slash)));
    if (name !== undefined) return name + tag.slice(slash);
  }
  return tag;
}

const spelling = (tag: string): string => tag.toLowerCase();
const spellingLists = new WeakMap<Codebook, ReadonlyMap<string, string>>();

/** Every spelling that a codebook knows, with its tag. A name goes before an alias, the first before a later one. */
function spellingsOf(codebook: Codebook): ReadonlyMap<string, string> {
  const known = spellingLists.get(codebook);
  if (known !== undefined) return known;
  const list = new Map<string, string>();
  const put = (word: string, tag: string): void => void (list.has(spelling(word)) || list.set(spelling(word), tag));
  for (const tag of codebook.tags.keys()) put(tag, tag);
  for (const [tag, { aliases = [] }] of codebook.tags) for (const alias of aliases) put(alias, tag);
  spellingLists.set(codebook, list);
  return list;
}
