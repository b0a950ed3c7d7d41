/** JSON-LD in the HTML of a page with metadata: it says more of the page's work, or speaks of another one. */
import type { Item, Name } from '../../../source';
import { folded } from '../../lines';
import type { JsonIsland } from '../jsonScan';
import { jsonLd } from '../jsonLd';
import { readIndexed } from '../jsonRecord';
import type { HtmlRecord } from './htmlScan';

type Linked = JsonIsland<'json-ld'>;
/** A page, and what its JSON-LD says of the same work. */
export type LinkedPage = HtmlRecord & { readonly linked?: Linked };

/** The pages of a text with the JSON-LD of the same work, and apart from them that of another: one such a page; lists of further works stay with theirs. */
export function withLinkedData(text: string, pages: readonly HtmlRecord[], json: readonly JsonIsland[]): { readonly pages: readonly LinkedPage[]; readonly others: readonly Linked[] } {
  const linked = json.filter((island): island is Linked => island.format === 'json-ld');
  const all = pages.map((page) => apart(text, page, linked.filter(({ start, end }) => start >= page.start && end <= page.end)));
  return { pages: all.map(({ page }) => page), others: all.flatMap(({ other }) => other ?? []) };
}

function apart(text: string, page: HtmlRecord, within: readonly Linked[]): { readonly page: LinkedPage; readonly other?: Linked } {
  const read = within.slice(0, 20).map((island) => ({ island, item: readIndexed(jsonLd, island).item }));
  const own = read.find(({ item }) => isSame(item, page));
  const [other, ...more] = read.filter(({ item }) => isOther(item, page)).map(({ island }) => island);
  const whole = own === undefined ? page : { ...page, linked: own.island };
  if (other === undefined || more.length > 0) return { page: whole };
  const tagsBelow = /<meta\s/iu.test(text.slice(other.end, page.end));
  return tagsBelow
    ? { page: { ...whole, start: other.end }, other: { ...other, start: page.start } }
    : { page: { ...whole, end: other.start }, other: { ...other, end: page.end } };
}

const bare = (title: unknown): string => (typeof title === 'string' ? folded(title).replace(/[^\p{L}\p{N}]/gu, '') : '');

function isSame({ title, DOI }: Item, { draft: { fields } }: HtmlRecord): boolean {
  const { DOI: known } = fields;
  if (DOI !== undefined && typeof known === 'string') return DOI.toLowerCase() === known.toLowerCase();
  const [one, two] = [bare(title), bare(fields['title'])];
  return one.length > 7 && two.length > 7 && (one.startsWith(two) || two.startsWith(one));
}

/** Another title, and other people or another DOI: a title alone may be the same in another language. */
function isOther(item: Item, page: HtmlRecord): boolean {
  const { author, DOI } = page.draft.fields as { readonly author?: readonly Name[]; readonly DOI?: string };
  if (isSame(item, page) || bare(item.title) === '' || item.type === 'webpage') return false;
  if (DOI !== undefined && item.DOI !== undefined) return true;
  const names = new Set((author ?? []).map(familyOf));
  return names.size > 0 && (item.author ?? []).length > 0 && !(item.author ?? []).some((name) => names.has(familyOf(name)));
}

const familyOf = ({ family, literal }: Name): string => folded(family ?? literal ?? '');
