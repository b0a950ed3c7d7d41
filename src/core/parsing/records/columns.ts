/** What the columns of spreadsheets and exports hold, told by their headers in the languages of the field. */
import type { Role } from './draft';
import { wosRoles } from './webOfScience';

/** By the header in small letters, without what stands in brackets, and without blanks and signs. */
const headers: { readonly [role in Role]?: string } = {
  title: 'title papertitle articletitle documenttitle worktitle publicationtitleandsubtitle titleofpaper titleofarticle titleofthearticle titlearticle название названиестатьи заглавие названиеработы тақырыбы мақалатақырыбы атауы başlık makalebaşlığı eserbaşlığı titel titeldesbeitrags titre título titulo titolo tytuł назва 题名 标题 篇名 论文题目 题目 タイトル 제목 paper work worktitle nameofwork název cím titlu naslov otsikko nimeke rubrik',
  subtitle: 'subtitle untertitel alttitel подзаголовок',
  author: 'author authors авторы автор авторлар авторлары autor autoren autorin autorinnen verfasser verfasserin verfasserinnen autorka autorki autora autoras autrice autrices auteure auteures auteurice auteurtrice auteur auteurs autores autori autore yazar yazarlar autorzy автори 作者 著者 저자 authornames creator creators authorlist names authorseditors bookauthors szerző szerzők författare forfatter forfattere kirjoittaja tekijä tekijät autoři schrijver schrijvers avtor avtorji autorius autoriai',
  authorFull: 'authorfullnames authorsfullnames authorfullname',
  authorYear: 'authoryear authorsyear authorandyear authordate authorsanddate авторгод yazaryıl autorjahr 作者年份 authorsyearofpublication study',
  corporate: 'groupauthors corporateauthor corporateauthors bookgroupauthors institutionalauthor',
  editor: 'editor editors bookeditors bookeditor редактор редакторы herausgeber editör éditeurscientifique 编者 主编',
  translator: 'translator translators переводчик übersetzer çevirmen 译者',
  container: 'journal journalname journaltitle publicationtitle sourcetitle source publication publicationname журнал источник названиежурнала quelle fuente fonte źródło zdroj джерело kaynak forrás bron källa kilde дереккөз dergi dergiadı zeitschrift revue revista rivista czasopismo 刊名 期刊 来源 文献来源 期刊名 venue fulljournal journalbook containertitle sourcetitleanthologytitle periodical outlet wherepublished publishedin publishedwhere appearedin journalorpublisher journalpublisher erschienenin publicadoen paruedans опубликованов revistalibro zeitschriftbuch revuelivre dergikitap журналкнига czasopismoksiążka časopis žurnal tidskrift tidsskrift tijdschrift folyóirat lehti',
  containerShort: 'journalabbreviation abbreviatedsourcetitle journalisoabbreviation isoabbreviation isosourceabbreviation journalabbr',
  book: 'booktitle anthologytitle названиекниги buchtitel kitapadı 书名', series: 'series seriestitle bookseriestitle серия reihe dizi collection 丛书',
  'event-title': 'conference conferencename conferencetitle конференция konferenz 会议名称', 'event-place': 'conferencelocation conferenceplace', eventDate: 'conferencedate',
  volume: 'voliss volnum volnr volno volissue volumeissue volumenumber volumeno volandissue томвыпуск томномер bandheft volume vol том т cilt band bd jahrgang jg jhg tome tomo tom rocznik ročník 卷 volumen jrg årgång årgang évfolyam vuosikerta godište letnik', issue: 'issue no number issueno nr выпуск номер sayı heft numéro número num 期 iss issuenumber nummer číslo szám numero broj številka', pages: 'pages page pp ss pagerange pagination страницы стр с sayfa seiten seite seitenzahlen páginas paginas págs pags pág pgs pgnos pagine pagg strony stron str strany stran sidor sider sivut oldal oldalak sayfalar syf стор сторінки 页 页码 pg бет беттер blz bladzijden strane strani',
  firstPage: 'pagestart startpage firstpage beginningpage sp', lastPage: 'pageend endpage lastpage endingpage ep', articleNumber: 'artno articlenumber articleno', 'number-of-pages': 'pagecount numpages numberofpages',
  'number-of-volumes': 'numberofvolumes', year: 'yr yrs pubyr year pubyear publicationyear yearpublished yearofpublication год годиздания годпубликации жыл жылы yıl yayınyılı jahr erscheinungsjahr année annee año ano anno rok рік 年 年份 年度 出版年 발행연도 publishedyear jaar év vuosi år godina leto anul metai gads aasta',
  date: 'date publicationdate publisheddate datepublished pubdate dateofpublication coverdate дата датапубликации datum tarih fecha 日期 发表时间 出版日期', month: 'month', day: 'day', accessed: 'accessdate dateaccessed accessed датаобращения zugriff',
  doi: 'doi doilink doiurl dois digitalobjectidentifier externaldoi bookdoi', url: 'url link urls links website ссылка сілтеме webadresse lien enlace 链接 网址 articleurl sourceurl documenturl externalurl', ISSN: 'issn eissn issns printissn onlineissn', ISBN: 'isbn isbns eisbn', serial: 'issnisbn isbnissn',
  PMID: 'pmid pubmedid', PMCID: 'pmcid', abstract: 'abstract abstracttext abstractnote аннотация аңдатпа түйін özet öz zusammenfassung résumé resumen resumo 摘要 초록 анотація реферат streszczenie', keyword: 'keywords authorkeywords keyword ключевыеслова түйінсөздер кілтсөздер anahtarkelimeler schlagwörter schlüsselwörter motsclés palabrasclave palavraschave 关键词 keywordsauthor subjects identifierkeywords',
  keywordSecond: 'indexkeywords keywordsplus manualtags meshterms automatictags subjectterms', publisher: 'publisher издательство verlag yayınevi éditeur editorial editora баспа 出版社 出版者 wydawnictwo uitgever uitgeverij förlag forlag kustantaja kiadó nakladatel nakladatelství vydavatel editura izdavač nakladnik založba forlagsted utgiver udgiver leidykla', school: 'university school institutionuniversity universityinstitution 学校 universität', place: 'place placeofpublication publisherlocation publisheraddress publishercity город местоиздания ort erscheinungsort lieu 出版地',
  edition: 'edition издание auflage baskı', language: 'language languageoforiginaldocument язык sprache dil langue idioma 语种 语言 тіл тілі languageofpublication', note: 'extra', genre: 'thesistype', type: 'type documenttype itemtype publicationtype doctype sourcetype тип типдокумента dokumenttyp tür 文献类型 数据库 documenttypes publicationtypes typeofwork worktype',
  'call-number': 'callnumber', 'title-short': 'shorttitle', 'original-title': 'originaltitle titleoriginal', silent: 'key eid authorsid authorids researcherids orcids citationurl citesurl gsrank querydate ecc citesperyear citesperauthor authorcount fulltexturl relatedurl rank dateadded datemodified fileattachments linkattachments',
};

const roles = new Map(Object.entries(headers).flatMap(([role, names]) => names.split(' ').map((name) => [name, role as Role] as const)));

/** The header in small letters and nothing but letters, without what stands in brackets; as `roles` has it. */
const bare = (header: string): string => header.slice(0, 80).toLowerCase().replace(/\((?!s\)|ы\)|en\))[^()]{0,60}\)/gu, '').replace(/[^\p{L}]/gu, '');

/** `Revista / editorial`, `Zeitschrift oder Verlag`: a column for several things is asked for the first of these that it names. */
const joint = /\s?[/|&+]\s?|,\s|\s(?:or|and|o|u|y|e|ou|et|oder|bzw\.|und|или|и|veya|ve|lub|i|nebo|a|eller|och|og|of|en|ja|tai|vagy)\s/u;
const firstOfJoined: readonly Role[] = ['title', 'author', 'container', 'volume', 'doi', 'publisher'];

/** `S.`, `p.`, `с.`: pages, where the full stop is there. */
const pagesOf = (header: string): Role | undefined => (/^[SsPpСс]\.$/u.test(header.trim()) ? 'pages' : undefined);

/** What the several names in a header say; empty where one of them is unknown, or there is only one. */
export function joinedRoles(header: string): readonly Role[] {
  const parts = header.slice(0, 80).split(joint).filter((part) => part.trim() !== '');
  const all = parts.length < 2 || parts.length > 4 ? [] : parts.map((part) => roles.get(bare(part)) ?? pagesOf(part));
  return all.every((role) => role !== undefined) ? all : [];
}

/** What the column with this header holds, or undefined. “Source (Year)” and the like are told by the whole of their letters. */
export function columnRole(header: string): Role | undefined {
  if (!mayName(header)) return undefined;
  const bracketed = header.includes('(');
  if (bracketed && /\([^()]{0,30}affiliation/iu.test(header.slice(0, 80))) return undefined;
  const whole = header.slice(0, 80).toLowerCase().replace(/[^\p{L}]+/gu, '');
  const role = roles.get(whole) ?? pagesOf(header) ?? (bracketed ? roles.get(bare(header)) : undefined) ?? joinedRole(header);
  return role ?? (Object.hasOwn(wosRoles, header.trim()) && header.trim().length === 2 ? wosRoles[header.trim()] : undefined);
}

function joinedRole(header: string): Role | undefined {
  const all = joinedRoles(header);
  return firstOfJoined.find((role) => all.includes(role));
}

const firstWord = /\p{L}+/u;

/** May a cell be the name of a column: does its first word begin one that is known? Few cells of a table do, and each of them is asked. */
function mayName(cell: string): boolean {
  if (cell.includes('(') || cell.trim().length < 3) return true;
  const word = firstWord.exec(cell.slice(0, 80).toLowerCase())?.[0];
  return word !== undefined && beginnings.has(word);
}

/** A matrix of one's own may ask for works by these; many other tables do so too, so they count only beside what only works have, or a year and a place in print below. */
const asking: { readonly [role in Role]?: string } = {
  author: 'who whowroteit bywhom wer qui quién quem chi кто kim kto wie vem hvem kdo хто', year: 'when wann quand cuándo quando когда nezaman kiedy wanneer när hvornår når kdy коли',
  title: 'what whatisitcalled whatsitcalled called was wieheißtes quoi qué что ne co wat vad hvad hva що', container: 'where whereisit wo où dónde onde dove где nerede gdzie waar var hvor kde де',
};
const questions: { readonly [word: string]: Role } = Object.fromEntries(Object.entries(asking).flatMap(([role, words]) => words.split(' ').map((word) => [word, role as Role])));
/** What the names of columns and these words begin with. */
const beginnings: ReadonlySet<string> = new Set([...roles.keys(), ...Object.keys(questions)].flatMap((name) => [...name].map((_, index) => name.slice(0, index + 1))));

const ofWorks = new Set<Role | undefined>(['volume', 'issue', 'pages', 'firstPage', 'doi', 'ISBN', 'publisher']);

/** The roles of a header, the question words among them where it is that of works. */
function withQuestions(header: readonly string[], roles: readonly (Role | undefined)[], below: readonly string[]): readonly (Role | undefined)[] {
  const known = roles.some((role) => ofWorks.has(role));
  const questioned = header.map((cell) => (mayName(cell) ? questions[bare(cell)] : undefined));
  const dated = questioned.some((asked, index) => (roles[index] === 'year' || asked === 'year') && isYear.test(below[index] ?? ''));
  return roles.map((role, index) => {
    const asked = questioned[index];
    return role ?? (asked === undefined || roles.includes(asked) || !(known || (dated && fits(asked, below[index] ?? ''))) ? undefined : asked);
  });
}

const isYear = /^\(?(?:1[5-9]|20)\d\d[a-z]?\)?$/u;

/** Only volume, pages or the colon behind a place show that a work and not its subject is where the column says. */
const fits = (role: Role, cell: string): boolean => (role === 'container' ? /(?<=\p{L}{3}.{0,200})(?:\d|: ?\p{Lu})/u : /\p{L}{2}|\d{4}/u).test(cell);

const isSeveralWords = (cell: string): boolean => cell.split(' ').filter((word) => /\p{L}{2}/u.test(word)).length > 1 || /\p{sc=Han}{5}/u.test(cell);

/** Where no column is called a title beside names, years and what only works have: the unknown one with the longest cell of several words in front of where the work stands. -1 for none. */
function titleByPlace(roles: readonly (Role | undefined)[], below: readonly string[]): number {
  if (!roles.includes('author') || !roles.includes('year') || roles.filter((role) => ofWorks.has(role)).length < 2) return -1;
  const from = roles.findIndex((role) => role === 'container' || ofWorks.has(role));
  const free = roles.flatMap((role, index) => (role === undefined && index < from && isSeveralWords(below[index] ?? '') ? [index] : []));
  return [...free].sort((a, b) => (below[b]?.length ?? 0) - (below[a]?.length ?? 0))[0] ?? -1;
}

/** May these be the names of columns? A line of which none is one is no header. */
export const mayBeHeader = (cells: readonly string[]): boolean => cells.some(mayName);

/** The roles of a whole header; where two columns would be the title, the one that says so plainly is. Undefined without a title, unless the row `below` tells which it is. */
export function columnRoles(header: readonly string[], below: readonly string[] = []): readonly (Role | undefined)[] | undefined {
  if (!mayBeHeader(header)) return undefined;
  const wos = header.slice(0, 12).filter((cell) => /^[A-Z][A-Z0-9]$/u.test(cell.trim())).length >= Math.min(8, header.length);
  // In front `No` numbers the rows.
  const found = withQuestions(header, header.map((cell, index) => (wos ? wosRoles[cell.trim()] : index === 0 && columnRole(cell) === 'issue' ? undefined : columnRole(cell))), below);
  const plain = header.findIndex((cell, index) => found[index] === 'title' && !/^(?:papers?|works?)$/iu.test(cell.trim()));
  // Russian tables name the journal so where no other column does.
  const edition = found.includes('container') ? -1 : header.findIndex((cell) => mayName(cell) && bare(cell) === 'издание');
  const single = found.map((role, index) => (index === edition ? 'container' : role)).map((role, index) => (role === 'title' && plain >= 0 && index !== plain ? undefined : role));
  if (single.includes('title')) return single;
  const place = titleByPlace(single, below);
  return place < 0 ? undefined : single.map((role, index) => (index === place ? 'title' : role));
}
