/**
 * What people call the places in a source: the locator labels of CSL 1.0.2 with their abbreviations, in English and, as far as they
 * say only one thing, in the languages of our field.
 */

/** Every CSL locator label with its abbreviation for one and for several, the one that we write first, and other words for it. */
export const abbreviations = {
  page: [['p.', 'pp.'], ['p', 'pp', 'pg.', 'page', 'pages']],
  chapter: [['ch.', 'chs.'], ['ch', 'chap.', 'chaps.', 'chap', 'chapter', 'chapters']],
  section: [['§', '§§'], ['sec.', 'sec', 'secs.', 'sect.', 'section', 'sections']],
  paragraph: [['para.', 'paras.'], ['¶', '¶¶', 'para', 'par.', 'paragraph', 'paragraphs']],
  part: [['pt.', 'pts.'], ['part', 'parts']],
  volume: [['vol.', 'vols.'], ['vol', 'volume', 'volumes']],
  issue: [['no.', 'nos.'], ['issue', 'issues', 'number', 'numbers']],
  book: [['bk.', 'bks.'], ['book', 'books']],
  figure: [['fig.', 'figs.'], ['fig', 'figure', 'figures']],
  table: [['tbl.', 'tbls.'], ['table', 'tables']],
  note: [['n.', 'nn.'], ['note', 'notes', 'fn.', 'fn', 'fns.', 'footnote', 'footnotes', 'endnote', 'endnotes']],
  line: [['l.', 'll.'], ['line', 'lines']],
  verse: [['v.', 'vv.'], ['verse', 'verses']],
  column: [['col.', 'cols.'], ['column', 'columns']],
  folio: [['fol.', 'fols.'], ['folio', 'folios']],
  appendix: [['app.', 'apps.'], ['appendix', 'appendices']],
  article: [['art.', 'arts.'], ['article', 'articles']],
  equation: [['eq.', 'eqs.'], ['equation', 'equations']],
  act: [['act', 'acts'], []],
  canon: [['can.', 'cans.'], ['canon', 'canons', 'cc.']],
  elocation: [['loc.', 'locs.'], ['loc', 'location', 'locations']],
  opus: [['op.', 'opp.'], ['opus']],
  rule: [['r.', 'rr.'], ['rule', 'rules']],
  scene: [['sc.', 'scs.'], ['scene', 'scenes']],
  'sub-verbo': [['s.v.', 's.vv.'], []],
  supplement: [['supp.', 'supps.'], ['supplement', 'supplements']],
  timestamp: [['time', 'times'], ['timestamp']],
  'title-locator': [['title', 'titles'], ['tit.', 'tits.']],
} as const satisfies { readonly [label: string]: readonly [readonly [string, string], readonly string[]] };

export type LocatorLabel = keyof typeof abbreviations;

/**
 * The labels as other languages write them, in lower case: German, French, Spanish, Portuguese, Italian, Turkish, Polish, Czech, Dutch, the Nordic languages,
 * Russian, Ukrainian, Kazakh. From the terms of the CSL locales; what means two places in two languages stands where it is met more often, and what is a
 * common word of English (`not`, `list`, `parties`) is left out.
 */
export const elsewhere: { readonly [L in LocatorLabel]?: string } = {
  page: 's. s ss. sa. sf. seite seiten pág. págs. pag. pags. pág pagg. p.p. página páginas pagina pagine sayfa sayfalar str. strona strony strana strany sida sidor side sider с. с стр. стр сс. '
    + 'страница страницы сторінка сторінки стор. бет б.',
  chapter: 'kap. kap kapitel kapitlet kapittel kapitler chapitre chapitres cap. caps. cap capp. capítulo capítulos capitolo capitoli bölüm bölümler böl. rozdz. roz. rozdział rozdziały kapitola kapitoly '
    + 'hfdst. hoofdstuk hoofdstukken гл. гл глава главы розд. розділ розділи тарау',
  section: 'abschn. abschnitt abschnitte sección secciones seção secção secções sezione sezioni sez. blm. sekc. sekcja sekcje sekce oddíl díl avsnitt avs. sectie secties разд. раздел разделы сек. бөлім',
  paragraph: 'abs. absatz absätze al. alinéa paragr. paragraphe paragraphes párr. párrafo párrafos parágrafo parágrafos paragrafo paragrafi paragraf paragraflar akap. akapit akapity odst. odstavec odstavce '
    + 'stycke stycken afsnit afs. paragraaf paragrafen rn. rz. абз. абзац п. пп. пар. параграф параграфы параграфи',
  part: 'teil teile partie part. parte partes parti kısım kısımlar ksm. cz. część części část části del delar dele deel delen ч. чч. часть части частина частини',
  volume: 'bd. bd band bde. bände t. t tome tomes tomo tomos vols voll. volumen volúmenes volumi cilt ciltler c. tom tomy sv. roč. ročník ročníky volym volymer bind т. т тт. том тома томи',
  issue: 'nr. nr nummer nummern heft h. núm. núms. número números numéro numéros nᵒ n.º nº fasc. fascicolo fascicoli sayı sy numer numery č. číslo čísla nummers numre № вып. выпуск выпуски вип. випуск',
  book: 'buch bücher livre livres liv. libro libros lib. libri livro livros kitap kitaplar kit. książka książki kniha knihy bok böcker bog bøger boek boeken кн. книга книги',
  figure: 'abb. abb abbildung abbildungen figura figuras şek. şekil şekiller ryc. rycina ryciny obr. obrázek obrázky figur figurer figuur figuren рис. рисунок рисунки сурет',
  table: 'tab. tab tabelle tabellen tableau tableaux tabla tablas tabela tabelas tavola tavole tablo tabl. tabulka tabell tabel табл. таблица таблицы таблиця кесте',
  note: 'anm. anmerkung anmerkungen fußn. fußnote nota notas dipnot notlar przyp. notatka pozn. poznámka poznámky fotnot noter aantekening прим. примечание примечания примітка примітки сноска ескертпе',
  line: 'z. zeile zeilen ligne lignes línea líneas linha linhas riga righe satır satırlar wiersz wiersze ř. řádek řádky rader linje linjer строка строки рядок рядки',
  verse: 'vers verset versets verso versos versi versículo versículos ayet ayetler wers wersy verš verše verser versen стих стихи вірш',
  column: 'sp. spalte spalten colonne colonnes columna columnas coluna colunas colonna sütun sütunlar süt. kol. kolumna kolumny sloupec sloupce kolumn kolumner kolonne kolonner стб. столбец столбцы',
  folio: 'f. blatt blätter fᵒ fᵒˢ fólio fólios foglio fogli fgl. folyo л. лл. лист листы арк.',
  appendix: 'anh. anhang appendice append. ann. annexe annexes apéndice apêndice apêndices appendici ek ekler dodatek bilaga vedlegg bilag bijlage прил. приложение дод. додаток қосымша',
  article: 'artikel artículo artículos artigo artigos articolo articoli madde maddeler artikkel artykuł ст. статья статьи стаття бап',
  equation: 'éq. équation équations ecuación ecuaciones equação equações equazione equazioni gleichung denklem równanie ligning ekvation ур. уравнение',
  act: 'acte actes acto ata atas atto akt',
  canon: 'canone canoni kanon',
  elocation: 'emplacement emplacements posición localização localizações konum',
  rule: 'règle règles regla reglas regra regras regola regole',
  scene: 'scène scènes escena cena scena szene',
  'title-locator': 'titre titres título títulos tít. títs. titolo titoli titel tittel',
};

/** Every word and sign for a place, in lower case, with its label; of two meanings the English one. */
export const labelWords: ReadonlyMap<string, LocatorLabel> = new Map([
  ...Object.entries(elsewhere).flatMap(([label, words]) => words.split(' ').map((word) => [word, label as LocatorLabel] as const)),
  ...Object.entries(abbreviations).flatMap(([label, [[one, many], more]]) => [one, many, ...more].map((word) => [word, label as LocatorLabel] as const)),
]);
