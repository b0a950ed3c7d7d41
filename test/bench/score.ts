/** How well a paste was read: what was found against what a person would have recorded. */
import { agreement, overlap, plain, type Item, type Json } from './compare';

/** Counts of fields; names are counted by their share, so that counts may be broken numbers. */
export type Score = { readonly right: number; readonly wrong: number; readonly missing: number; readonly invented: number; readonly differences: readonly string[] };

const nothing: Score = { right: 0, wrong: 0, missing: 0, invented: 0, differences: [] };

export const add = (one: Score, other: Score): Score => ({
  right: one.right + other.right, wrong: one.wrong + other.wrong, missing: one.missing + other.missing, invented: one.invented + other.invented,
  differences: [...one.differences, ...other.differences],
});
export const sum = (scores: readonly Score[]): Score => scores.reduce(add, nothing);

/** Harmonic mean of precision and recall: a wrong value costs both, an invented one as much as a missing one. 0 to 1. */
export function f1({ right, wrong, missing, invented }: Score): number {
  const all = 2 * right + 2 * wrong + missing + invented;
  return all === 0 ? 1 : (2 * right) / all;
}

const neverCounted = ['id', 'custom', 'tags', 'note', 'citation-key', 'categories', 'status'];
/** Fields counted only when the truth has them. */
const countedWhenAsked = ['language', 'genre', 'type'];
/** Fields that are right when the truth is silent and the value stands in the text. */
const lenient = [
  'URL', 'keyword', 'ISSN', 'number-of-pages', 'number', 'PMID', 'PMCID', 'source', 'archive', 'archive_location', 'collection-title', 'collection-number', 'edition', 'title-short',
  'container-title-short', 'medium', 'accessed', 'event-date', 'event-place', 'dimensions', 'call-number', 'version', 'chapter-number', 'collection-editor', 'section', 'annote', 'original-title',
];

const short = (value: Json | undefined): string => {
  const text = JSON.stringify(value) ?? '';
  return text.length > 160 ? `${text.slice(0, 110)} … ${text.slice(-40)}` : text;
};

/** Every run of letters and digits of the value stands in the text, at least somewhere. */
function stands(value: Json, text: string): boolean {
  if (value !== null && typeof value === 'object') return true;
  return (plain(value).match(/[\p{L}\p{N}]+/gu) ?? []).every((word) => text.includes(word));
}

function scoreField(field: string, found: Json | undefined, truth: Json | undefined, text: string): Score {
  if (neverCounted.includes(field)) return nothing;
  if (truth === undefined) {
    if (found === undefined || countedWhenAsked.includes(field) || (lenient.includes(field) && stands(found, text))) return nothing;
    return { ...nothing, invented: 1, differences: [`invented ${field}: ${short(found)}`] };
  }
  if (found === undefined) return { ...nothing, missing: 1, differences: [`missing ${field}: ${short(truth)}`] };
  const share = agreement(field, found, truth);
  return { ...nothing, right: share, wrong: 1 - share, differences: share === 1 ? [] : [`wrong ${field}: ${short(found)} for ${short(truth)}`] };
}

/** What a truth grants besides what it asks for: `custom: {"mayHave": {"publisher": "…"}}`. */
function granted(truth: Item, field: string): Json | undefined {
  const custom = truth['custom'] as { readonly mayHave?: Item } | undefined;
  return custom?.mayHave?.[field];
}

function scoreItem(found: Item, truth: Item, text: string): Score {
  const fields = [...new Set([...Object.keys(truth), ...Object.keys(found)])];
  const counted = fields.filter((field) => granted(truth, field) === undefined || agreement(field, found[field], granted(truth, field)) !== 1);
  return sum(counted.map((field) => scoreField(field, found[field], truth[field], text)));
}

/** How much two items look alike, to decide which answers which. */
const likeness = (found: Item, truth: Item): number =>
  3 * overlap(found['title'], truth['title']) + (plain(found['DOI']) !== '' && plain(found['DOI']) === plain(truth['DOI']) ? 2 : 0)
  + agreement('author', found['author'], truth['author']) + overlap(found['abstract'] ?? '-', truth['abstract'] ?? '+');

type Pair = { readonly found: number; readonly truth: number; readonly likeness: number };

/** The pairs of items that answer each other, likest first, then those at the same place. */
function pairs(found: readonly Item[], truth: readonly Item[]): readonly Pair[] {
  const all = found.flatMap((item, at) => truth.map((wanted, place) => ({ found: at, truth: place, likeness: likeness(item, wanted) - Math.abs(at - place) / 1000 })));
  const taken: Pair[] = [];
  for (const pair of all.sort((one, other) => other.likeness - one.likeness)) {
    if (!taken.some((other) => other.found === pair.found || other.truth === pair.truth)) taken.push(pair);
  }
  return taken;
}

/** The score of a paste whose text is given in full. Items that answer none of the truth are invented, field by field. */
export function scorePaste(found: readonly Item[], truth: readonly Item[], text: string): Score {
  const looked = plain(text);
  const paired = pairs(found, truth);
  const answered = truth.map((item, at) => {
    const pair = paired.find((one) => one.truth === at);
    const label = truth.length > 1 ? `[${at}] ` : '';
    const score = scoreItem(pair === undefined ? {} : found[pair.found] ?? {}, item, looked);
    return { ...score, differences: score.differences.map((difference) => label + difference) };
  });
  const extra = found.filter((_, at) => !paired.some((pair) => pair.found === at)).map((item) => {
    const score = scoreItem(item, {}, looked);
    return { ...score, differences: [`a record too many: ${short(item['title'] ?? item['DOI'] ?? item)}`] };
  });
  return sum([...answered, ...extra]);
}
