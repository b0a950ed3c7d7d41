/** The keywords that a bibliography has for a source. */
import type { Item } from '../source';

/** The source's own tags and what its record calls keywords, each once, without the commas that part them. */
export function keywordsOf(item: Item): readonly string[] {
  const recorded = typeof item['keyword'] === 'string' ? item['keyword'].split(/[,;]/) : [];
  const all = [...(item.tags ?? []), ...recorded].map((word) => word.replace(/,/g, ' ').trim());
  return [...new Set(all)].filter((word) => word !== '');
}
