/** Sources that bring out whatever a bibliography can get wrong: every type, every variable, names in several scripts, signs of TeX, odd dates. */
import { dateVariables, itemTypes, nameVariables, type CslDate, type Item, type Name } from '../../../src/core/source';

const signs = 'Costs & “benefits”: 5% of $3 #1 under_score ~tilde ^hat \\slash {braces} <b> a|b "quoted" @at';

const names: readonly (readonly Name[])[] = [
  [{ family: 'Müller-Çelik', given: 'Jörg Ángel' }, { family: 'Øygård', given: 'Åse' }],
  [{ family: 'Назарбаев', given: 'Нұрсұлтан Әбішұлы' }, { family: 'Нұрланұлы', given: 'Әлия' }],
  [{ family: '阎', given: '学通' }, { literal: '中国外交部' }],
  [{ family: 'الخطيب', given: 'محمد' }, { family: 'Παπαδόπουλος', given: 'Γιώργος' }],
  [{ literal: 'Ministry of Trade, Industry and Rights & Duties of 100%' }],
  [{ family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' }, { family: 'Gaulle', given: 'Charles', 'non-dropping-particle': 'De' }],
  [{ family: 'Arc', given: 'Jeanne', 'non-dropping-particle': 'd’' }, { family: 'King', given: 'Martin Luther', suffix: 'Jr.' }],
  [{ family: 'de la Cruz and Sons', given: 'J.' }, { given: 'Plato' }, { literal: 'others' }],
  [{ family: "O'Neil, the Elder", given: 'Seán =x' }, { family: 'Łukasiewicz', given: 'Żaneta Ł.' }],
];

const dates: readonly CslDate[] = [
  { 'date-parts': [[2024, 6, 9]] }, { 'date-parts': [[2021], [2022]] }, { 'date-parts': [[2020, 3], [2020, 5]] }, { 'date-parts': [[2021]], season: 2 },
  { 'date-parts': [[1900]], circa: true }, { 'date-parts': [[-44, 3, 15]] }, { 'date-parts': [[2020], []] }, { literal: 'n.d.' }, { 'date-parts': [[2020, 0, 0]] },
  { 'date-parts': [[987]] }, { literal: 'spring of 2019 & after' }, { raw: 'c. 5% later' },
];

const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

/** A source of each type with the variables that sources usually have. */
const usual = itemTypes.map((type, index): Item => ({
  id: `usual-${type}`, type, title: index % 2 === 0 ? 'Hedging between Russia and NATO: <i>multi-vectorism</i> in Central Asia' : signs, author: at(names, index), issued: at(dates, index),
  'container-title': 'Europe–Asia Studies & Reviews', publisher: 'Universität München', 'publisher-place': 'Алматы', volume: '21', issue: index % 3 === 0 ? 'Spring' : '2–3', page: at(['141–162', 'xii–xv, 3', '12', 'S1-S9', '7, 9–11'], index),
  DOI: '10.1000/(SICI)1099-0992(199601)26:1<1::AID-EJSP743>3.0.CO;2-_%23', URL: 'https://example.org/a_b%20c?x=1&y={z}#frag~', language: at(['en-US', 'ru', 'kk', 'de-AT', 'zh', 'xx'], index),
  abstract: `${signs}\n\nSecond paragraph with CO<sub>2</sub>, m² and 1½ — “quotes”.`, accessed: { 'date-parts': [[2026, 9, 14]] }, ISBN: '978-0-19-925404-0', tags: ['un-voting', 'многовекторность', 'a, b & c'],
}));

/** One source that has every variable there is, each with the signs of TeX. */
const texts = ['annote', 'archive', 'archive-place', 'archive_location', 'authority', 'call-number', 'chapter-number', 'citation-label', 'collection-number', 'collection-title', 'container-title-short', 'dimensions', 'division',
  'edition', 'event-place', 'event-title', 'genre', 'ISSN', 'jurisdiction', 'keyword', 'medium', 'note', 'number', 'number-of-pages', 'number-of-volumes', 'original-publisher', 'original-publisher-place', 'original-title', 'part-number',
  'part-title', 'PMCID', 'PMID', 'printing-number', 'references', 'reviewed-genre', 'reviewed-title', 'scale', 'section', 'source', 'status', 'supplement-number', 'title-short', 'version', 'volume-title'];
const full = itemTypes.map((type, index): Item => ({
  ...at(usual, index), id: `full-${type}`, type, ...Object.fromEntries(texts.map((variable) => [variable, variable === 'ISSN' ? '0966-8136' : signs])),
  ...Object.fromEntries(nameVariables.map((variable, n) => [variable, at(names, index + n)])), ...Object.fromEntries(dateVariables.map((variable, n) => [variable, at(dates, index + n)])),
}) as unknown as Item);

const bare = itemTypes.map((type): Item => ({ id: `bare:${type}`, type }));
const odd: readonly Item[] = [
  { id: 'long', type: 'book', title: 'Very long '.repeat(400), author: Array.from({ length: 60 }, (_, n) => ({ family: `Family${n}`, given: `G. ${n}` })) },
  { id: 'braces', type: 'book', title: 'a } b { c }} {{', note: '{'.repeat(20), author: [{ family: 'X}', given: '{Y' }] },
  { id: 'ключ2020', type: 'book', title: 'Ключ', author: [{ family: 'Ключ', given: 'Ё.' }] }, { id: 'a b,{c}', type: 'book', title: 'Odd key' },
  { id: 'incomplete', type: 'article-journal', title: 'T', author: [{ family: 'A' }], custom: { authorsIncomplete: true, unmapped: { groups: 'x & y', 'local-url': '{odd' } } },
];

/** All of them, each with another key. */
export const nastySources: readonly Item[] = [...usual, ...full, ...bare, ...odd];
