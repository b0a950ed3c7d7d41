/**
 * The words of which sites make their menus and buttons. A line that has no other words, and one of those that say what to do, is a piece of interface,
 * whatever site it is of: “Hide Affiliations”, “Article activity alert”, “Udostępnij”. Icons, which are copied as their names, are too.
 */

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Words that say what a button does or what a widget is. */
const doing = list(
  'menu navbar filter filters icon icons login logout subscribe unsubscribe alert alerts download downloads downloaded share cite copy clipboard export bookmark browse hide show expand collapse skip toggle cart checkout purchase buy '
  + 'cookie cookies rss newsletter faq homepage permalink pdf epub html altmetric toolbar feedback loading submit print email e-mail permissions reprints settings preferences signin sitemap widget tweet follow recommend recommended related '
  + 'latest popular viewed göster zitieren citar citer cytuj citovat citeer цитировать цитувати bibtex ris endnote refworks cited citing advertisement advertise sign log register donate zoom fullscreen app thumbnail add '
  + 'udostępnij pobierz szukaj wyszukaj drukuj zapisz polecamy zaloguj przejdź akceptuję rozwiń '
  + 'teilen drucken herunterladen hauptinhalt menü finden veröffentlichen verfolgen einreichen datenschutzerklärung impressum barrierefreiheit  anmelden abonnieren warenkorb merkzettel einloggen registrieren '
  + 'partager télécharger imprimer rechercher connexion connecter accueil panier s’abonner s\'abonner '
  + 'compartir descargar buscar imprimir registrarse suscribirse compartilhar baixar imprima entrar copiar cadastrar condividi scarica cerca stampa accedi iscriviti '
  + '记笔记 笔记 创作 导出 题录 关注 ai辅助阅读 caj下载 pdf下载 html阅读 手机阅读 阅读全文 引用 收藏 分享 打印 登录 注册 检索 高级检索 出版物检索 个人中心 知网节 首页 手机版 旧版入口 中国知网 cnki中国知网 出版来源 会员中心 充值 会员 我的cnki 博硕士 版权公告 客服中心 '
  + 'поделиться скачать поиск войти подписаться распечатать вход регистрация жүктеу іздеу кіру тіркелу завантажити поділитися увійти пошук paylaş indir yazdır giriş kaydol sepet stáhnout sdílet přihlásit',
);

/** Words that stand with them; none makes a button by itself. */
const beside = list(
  'a an the to for of by with and or in on this your my our all other new more less us you via article articles author authors paper papers journal journals issue issues volume chapter book books content contents page pages site figure figures '
  + 'table tables notes versions citation citations affiliation affiliations abstract abstracts reference references full text open access free info information link links options tools online out up get week month publish publications services terms '
  + 'conditions privacy policy accessibility contact about home biographies details results supplementary supplemental material materials window tab split image activity exclusive offers updates receive institutional institution personal account through '
  + 'view views search advanced most read next previous back activity metrics help user now navigation main form file files as is has it item items list email database library collection scifeed google scholar facebook twitter linkedin mendeley x arrow lock logo '
  + 'się strona główna nas o także czytaj zobacz wyślij e-mailem do na w i seite startseite suche diesen diese direkt zum zur sie eine einen ihre uns bei forschung zeitschrift zeitschriften manuskript ziele umfang artikel zitieren cet article page l’article le la les cette este esta artículo artigo página en el se su '
  + 'kaynak tam metin künye как cómo como comment jak na по на статью статья страница главная мақала мақаланы сайт бойынша makale makaleyi sayfa ana '
  + '文献 期刊 会议 报纸 年鉴 专利 标准 成果 图书 学术辑刊 english 中文',
);

/** `keyboard_arrow_down`: an icon that is copied as its name. */
const iconName = /(?:^|(?<=[\p{L}\d ]))(?:keyboard|expand|arrow|open|file|chevron|more|account|close|add|share|content|format|get)(?:_\p{Ll}{2,12}){1,3}(?= |$)/gu;
/** Names of formats that are written with capitals inside. */
const formats = /BibTe[Xx]|EndNote|RefWorks/gu;
/** Where the ends of buttons were lost: `Skip to search formSkip to main content`, `pdfPDF`. */
const glued = /(?<=\p{Ll})(?=\p{Lu})/u;
const word = /[\p{L}’'-]+/gu;

/** Is this short line a piece of interface and nothing else? */
export function isInterface(line: string): boolean {
  if (line.length > 90 || /[\d.:;?“”"«»]/u.test(line.replace(/[.:]{1,3}$/u, ''))) return false;
  const pieces = (line.includes('_') ? line.replace(iconName, ' Download') : line).replace(formats, (name) => name.toLowerCase()).split(glued);
  const said = pieces.flatMap((piece) => piece.match(word) ?? []).map((one) => one.toLowerCase());
  if (said.length === 0 || said.length > 12) return false;
  return repeatsItself(pieces) || (said.some(does) && said.every((one) => does(one) || beside.has(one)));
}

/** `出版来源导航`, `文献检索`: short Chinese words for what a button does, of whatever. */
const does = (one: string): boolean => doing.has(one) || /^(?:\p{sc=Han}{1,4}(?:检索|导航|下载|登录|注册)|(?:关注|添加|加入|导出)(?:作者|期刊|机构|笔记|收藏|文献|订阅))$/u.test(one);

/** `MenuMenu`, `pdfPDF`: a button with the name of its picture. */
const repeatsItself = (pieces: readonly string[]): boolean =>
  pieces.length === 2 && !/ /u.test(pieces[0] ?? ' ') && pieces[0]?.toLowerCase() === pieces[1]?.toLowerCase();
