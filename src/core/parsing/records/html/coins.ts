/** COinS: a reference that a page carries in the title of an empty `span` (OpenURL 1.0, ANSI/NISO Z39.88-2004). */
import type { ItemType, Name } from '../../../source';
import { cleanDoi } from '../../identifiers';
import { dateIn, keywordsOf, namedOf, pagesOf, personOf, type Draft } from '../xml/draft';

/** Is this a context object? */
export const isContextObject = (title: string): boolean => title.includes('ctx_ver=Z39.88-2004') && /rft[._]/u.test(title);

/** The draft of a context object, whose entities are decoded already; undefined when it names nothing. */
export function readCoins(title: string): Draft | undefined {
  const all = valuesOf(title);
  const first = (...names: readonly string[]): string | undefined => names.flatMap((name) => all(name))[0];
  const type = typeOf(first);
  const part = type === 'chapter' || type === 'paper-conference' || type.startsWith('article');
  const own = first('atitle') ?? (part && first('title') !== undefined && first('jtitle', 'btitle') === undefined ? undefined : first('btitle', 'title'));
  if (own === undefined) return undefined;
  const container = part ? first('jtitle', 'btitle', 'title') : first('rft_val_fmt')?.endsWith(':dc') === true ? first('source') : undefined;
  const pages = pagesOf(first('pages')) ?? pagesOf(first('spage'), first('epage'));
  const number = first('artnum');
  return {
    type,
    fields: {
      title: own, 'container-title': container === own ? undefined : container, 'container-title-short': first('stitle'), author: authorsOf(all, first), issued: dateIn(first('date')),
      volume: first('volume'), issue: first('issue'), page: pages !== undefined && !/^0(?:-0)?$/u.test(pages) ? pages : number !== undefined && !/[:/]/u.test(number) ? number : undefined, ISSN: first('issn', 'eissn'), ISBN: first('isbn'), publisher: first('pub', 'publisher', 'inst'), 'publisher-place': first('place'),
      edition: first('edition'), 'collection-title': first('series'), 'number-of-pages': type === 'book' || type === 'thesis' ? first('tpages') : undefined, genre: type === 'thesis' ? first('degree') : undefined,
      language: first('language'), keyword: keywordsOf(all('subject')), abstract: first('description'), ...identifiersOf(all),
    },
    ...(type === 'document' ? { unsure: { type: 'The page does not say what it is.' } } : {}),
  };
}

type All = (name: string) => readonly string[];
type First = (...names: readonly string[]) => string | undefined;

/** The values by their key without `rft.`. */
function valuesOf(title: string): All {
  const values = new Map<string, string[]>();
  for (const pair of title.replaceAll('&amp;', '&').split('&').slice(0, 500)) {
    const [name, value] = [pair.slice(0, pair.indexOf('=')), unescapedPercent(pair.slice(pair.indexOf('=') + 1)).trim()];
    // Editors break lines between the keys, and in them.
    const key = name.replace(/\s+/gu, '').replace(/^rft\./u, '');
    if (value !== '') values.set(key, [...(values.get(key) ?? []), value]);
  }
  return (name) => values.get(name) ?? [];
}

/** Percent signs decoded as UTF-8; where that fails, as Latin-1, which old sites wrote. */
function unescapedPercent(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced.replace(/%([0-9a-f]{2})/giu, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  }
}

const genres: { readonly [genre: string]: ItemType } = {
  article: 'article-journal', preprint: 'article', proceeding: 'paper-conference', conference: 'book', bookitem: 'chapter', book: 'book', report: 'report', dissertation: 'thesis', thesis: 'thesis',
  journalArticle: 'article-journal', newspaperArticle: 'article-newspaper', magazineArticle: 'article-magazine', webpage: 'webpage', blogPost: 'post-weblog', manuscript: 'manuscript',
};

function typeOf(first: First): ItemType {
  const genre = first('genre', 'type') ?? '';
  if (Object.hasOwn(genres, genre)) return genres[genre] ?? 'document';
  const format = first('rft_val_fmt') ?? '';
  if (format.endsWith(':journal')) return 'article-journal';
  if (format.endsWith(':dissertation')) return 'thesis';
  return format.endsWith(':book') && genre !== 'document' && genre !== 'unknown' ? (first('atitle') === undefined ? 'book' : 'chapter') : 'document';
}

/** The first author may stand in parts and once more whole. */
function authorsOf(all: All, first: First): readonly Name[] {
  const lead = personOf(first('aulast'), first('aufirst') ?? first('auinit', 'auinit1'), first('ausuffix'));
  const whole = [...all('au'), ...all('creator')].flatMap(namedOf);
  const rest = whole.filter((name, index) => !(index === 0 && lead[0] !== undefined && (name.literal ?? name.family) === (lead[0].literal ?? lead[0].family)));
  const bodies = all('aucorp').map((literal) => ({ literal }));
  return [...(all('aulast').length > 1 ? [] : lead), ...(all('aulast').length > 1 ? whole : rest), ...bodies];
}

function identifiersOf(all: All): Draft['fields'] {
  const ids = [...all('rft_id'), ...all('id'), ...all('identifier')];
  const pmid = ids.find((id) => /^info:pmid\//u.test(id))?.slice('info:pmid/'.length);
  return { DOI: ids.map((id) => cleanDoi(id.replace(/^info:doi\//iu, ''))).find((doi) => doi !== undefined), URL: ids.find((id) => /^https?:/u.test(id) && !/doi\.org\//u.test(id)), PMID: pmid };
}
