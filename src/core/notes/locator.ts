/** Locators: where in a source. Labels are those of CSL 1.0.2; people write them abbreviated, in their own language. We write them in English. */
import type { Locator } from '../source';

/** Every CSL locator label with its abbreviation for one and for several, the one that we write first. */
const abbreviations = {
  page: [['p.', 'pp.'], ['p', 'pp', 'page', 'pages']],
  chapter: [['ch.', 'chs.'], ['ch', 'chap.', 'chap', 'chapter', 'chapters']],
  section: [['§', '§§'], ['sec.', 'sec', 'section', 'sections']],
  paragraph: [['para.', 'paras.'], ['¶', '¶¶', 'para', 'paragraph']],
  part: [['pt.', 'pts.'], ['part', 'parts']],
  volume: [['vol.', 'vols.'], ['vol', 'volume']],
  issue: [['no.', 'nos.'], ['issue']],
  book: [['bk.', 'bks.'], ['book']],
  figure: [['fig.', 'figs.'], ['fig', 'figure']],
  table: [['tbl.', 'tbls.'], ['table']],
  note: [['n.', 'nn.'], ['note', 'fn.', 'fn']],
  line: [['l.', 'll.'], ['line', 'lines']],
  verse: [['v.', 'vv.'], ['verse', 'verses']],
  column: [['col.', 'cols.'], ['column']],
  folio: [['fol.', 'fols.'], ['folio']],
  appendix: [['app.', 'apps.'], ['appendix']],
  article: [['art.', 'arts.'], ['article']],
  equation: [['eq.', 'eqs.'], ['equation']],
  act: [['act', 'acts'], []],
  canon: [['can.', 'cans.'], ['canon']],
  elocation: [['loc.', 'locs.'], ['loc', 'location']],
  opus: [['op.', 'opp.'], ['opus']],
  rule: [['r.', 'rr.'], ['rule']],
  scene: [['sc.', 'scs.'], ['scene']],
  'sub-verbo': [['s.v.', 's.vv.'], []],
  supplement: [['supp.', 'supps.'], ['supplement']],
  timestamp: [['time', 'times'], ['timestamp']],
  'title-locator': [['title', 'titles'], []],
} as const satisfies { readonly [label: string]: readonly [readonly [string, string], readonly string[]] };

type Label = keyof typeof abbreviations;

/** The labels as other languages of our field write them, in lower case: German, French, Spanish, Portuguese, Italian, Turkish, Polish, Russian, Ukrainian, Kazakh. */
const elsewhere: { readonly [L in Label]?: string } = {
  page: 's. s seite seiten pág. págs. pag. pagg. página páginas sayfa sf. str. strona с. с стр. стр сс. страница страницы стор. бет б.',
  chapter: 'kap. kap kapitel chapitre chapitres cap. cap capítulo capitolo bölüm böl. rozdz. rozdział гл. гл глава розд. тарау',
  section: 'abschn. abschnitt sección seção sezione разд. раздел бөлім',
  paragraph: 'abs. absatz párr. parágrafo абз. п. пп.',
  part: 'teil partie parte kısım cz. część ч. часть',
  volume: 'bd. bd band bde. t. tome tomo cilt c. tom т. том',
  issue: 'nr. heft h. núm. sayı № вып. выпуск',
  book: 'buch livre libro livro kitap кн. книга',
  figure: 'abb. abb abbildung рис. рисунок şek. şekil сурет',
  table: 'tab. tab tabelle tabl. табл. таблица кесте',
  note: 'anm. fußn. nota dipnot przyp. прим.',
  line: 'z. zeile',
  column: 'sp. spalte sütun стб.',
  article: 'artikel artículo artigo madde md. ст. статья',
};

const labels = new Map<string, Label>();
for (const [label, words] of Object.entries(elsewhere)) for (const word of words.split(' ')) labels.set(word, label as Label);
for (const [label, [[one, many], more]] of Object.entries(abbreviations)) {
  for (const word of [one, many, ...more]) labels.set(word, label as Label);
}

/** Words of a sentence, which are abbreviations only with their dot. */
const words = new Set(['no', 'can']);
/** A dot may be left out, but not behind a single letter. */
const labelOf = (word: string): Label | undefined => labels.get(word) ?? (word.length > 1 && !words.has(word) ? labels.get(`${word}.`) : undefined);

const isRange = (value: string): boolean => /[–—,&-]/.test(value);

/** `{label: 'page', value: '3–5'}` as `pp. 3–5`. A label that CSL doesn't have is written out. */
export function locatorText(locator: Locator): string {
  const known = abbreviations[locator.label as Label];
  if (known === undefined) return `${locator.label} ${locator.value}`;
  return `${known[0][isRange(locator.value) ? 1 : 0]} ${locator.value}`;
}

/** `2-тарау`, `12-бет`: Kazakh puts the number first. */
const numberFirst = /^(\d[\d–—-]{0,12})-(\p{L}{3,8})$/u;

/** A locator as a person writes it: `p. 152`, `pp 3-5`, `§4`, `ch. 2`, or bare `152` for a page. Else undefined. */
export function locatorFrom(text: string): Locator | undefined {
  const bare = text.trim();
  if (/^\d[\d–—-]*$/.test(bare)) return { label: 'page', value: bare };
  const [, number, after = ''] = numberFirst.exec(bare) ?? [];
  const kazakh = labels.get(after.replace(/(?:тер|лар|лер)$/, ''));
  if (number !== undefined && kazakh !== undefined) return { label: kazakh, value: number };
  const match = /^(§{1,2}|¶{1,2}|№|[\p{L}]{1,12}(?:\.[\p{L}]{1,2})?\.?)[ \t]?(\S.*)/u.exec(bare);
  const label = match === null ? undefined : labelOf((match[1] as string).toLowerCase());
  const value = match?.[2]?.trim() ?? '';
  if (label === undefined || (label !== 'sub-verbo' && !/^[\p{N}IVXLCDMivxlcdm*a-h]|^[“"'«]/u.test(value)) || value === '') return undefined;
  return { label, value };
}
