/** Invented records with everything that makes sorting and disambiguating hard: the same authors, years and titles. */
import type { Item, ItemType } from '../../../src/core/source';

const families = ['Abramova', 'Berg', 'Çelik', 'de la Cruz', 'Ødegård', 'Müller', 'Nurlanov', 'Петров', '王'];
const types: readonly ItemType[] = ['article-journal', 'book', 'chapter', 'report', 'paper-conference', 'thesis', 'article-newspaper', 'webpage'];
const words = ['Hedging', 'Alignment', 'Neutrality', 'Power', 'Balance', 'Order', 'The State', 'A Region'];

/** `count` records, always the same. */
export function inventedItems(count: number): readonly Item[] {
  return Array.from({ length: count }, (_, at): Item => {
    const family = families[at % families.length] as string;
    const other = families[(at * 7 + 3) % families.length] as string;
    const type = types[(at * 5) % types.length] as ItemType;
    return {
      id: `item${at}`, type, title: `${words[at % 8]} and ${words[(at * 3 + 1) % 8]} in Central Asia`,
      author: [{ family, given: at % 4 === 0 ? 'Anna' : 'Boris V.' }, ...(at % 3 === 0 ? [{ family: other, given: 'Carl' }] : []), ...(at % 6 === 0 ? [{ literal: 'Institute of Order' }] : [])],
      issued: { 'date-parts': [at % 5 === 0 ? [2019, 3, 1 + (at % 28)] : [2010 + (at % 4)]] },
      ...(type === 'chapter' ? { editor: [{ family: other, given: 'Dora' }], 'container-title': 'A Handbook' } : {}),
      ...(type === 'article-journal' ? { 'container-title': 'Journal of Regions', volume: String(10 + (at % 4)), issue: '2', page: `${at}-${at + 20}` } : {}),
      ...(type === 'article-newspaper' ? { 'container-title': 'The Steppe Herald' } : {}),
      ...(type === 'book' || type === 'report' ? { publisher: 'Steppe University Press', 'publisher-place': 'Almaty' } : {}),
    };
  });
}
