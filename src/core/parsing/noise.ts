/** Words of a page that are never title, author or abstract: buttons, banners, counters. A line of them is a boundary. */
import { remembering } from './remembered';

const lines: readonly RegExp[] = [
  /^(?:Click the star to add\/remove an item.*|You need to be logged in.*|Log ?in(?: to (?:star items|continue))?\.?|Sign (?:in|up|out)|Register(?: now)?|My (?:account|programme|agenda)|Log ?In \| Institutional Login|Become an author with .{2,60}|Intended for healthcare professionals|[<«‹]? ?Previous Issue ?\| ?Next Issue ?[>»›]?|Mail All Convenors|Install (?:the|this) app.{0,40}|Skip to (?:(?:main|search|page) )?(?:content|form|navigation)|Communities (?:&|and) Collections|All of DSpace|\(current\)|Send message to (?:Authors?|Convenors?|Chairs?|Discussants?))$/iu,
  /^(?:Skip to (?:main )?(?:navigation menu|navigation|site footer|footer)|Перейти (?:до|к|на) (?:головного|основного|нижнього|вмісту|змісту|основному|главному|содержани|содержим|навигац|меню|поиск|нижнему)\P{P}{0,40}|Перайсці да (?:асноўнага|галоўнага|зместу)\P{P}{0,40}|(?:Aller|Accéder|Passer) (?:directement )?(?:au|à la) (?:contenu|navigation|menu|pied de page|recherche)\P{P}{0,30}|Zu[mr] (?:Haupt)?(?:inhalt|navigation|fußzeile|suche)\P{P}{0,30}|Direkt zum Inhalt|(?:Ir|Saltar|Pular|Avançar|Vai|Salta|Passa) (?:al?|para o|ao|directamente al) (?:contenido|contenuto|conteúdo|menú?|navegación|navegação|piede di pagina|pie de página|rodapé)\P{P}{0,30}|Przejdź do \P{P}{3,40}|(?:Ana )?(?:içeriğe|gezinti menüsüne|menüye) (?:geç|atla)\P{P}{0,20}|(?:Přejít|Prejsť|Preskoči|Preskočite|Ugrás|Siirry|Hoppa till|Gå til|Ga naar|Salt la|Mergi la) \P{P}{3,40}|(?:الانتقال|انتقل|تخطي|تجاوز) إلى \P{P}{3,40}|跳(?:到|转到|至)主要?(?:内容|内文)|メイン(?:コンテンツ|メニュー)\P{P}{0,12}|본문 ?(?:으로)? ?바로 ?가기|Негізгі (?:мазмұнға|мәтінге|навигация)\P{P}{0,30})$/iu,
  /^(?:(?:Accept|Reject)(?: all)?(?: cookies)?|Manage (?:cookies|preferences)|Cookie (?:settings|policy|preferences))$/iu,
  /^We (?:and our partners )?use cookies(?!\p{L})/iu,
  /^(?:Download(?: (?:PDF|citation|paper|RIS|BibTeX|article|full[- ]?text))?|View (?:PDF|HTML|article|metrics|all \d+)|Open (?:PDF|in new tab|Panel)|Full[- ]?text(?: HTML| PDF)?|PDF(?: \(.*\))?|EPUB|Read (?:more|online|the full text)|Get (?:access|rights and content)|Check access|Buy (?:article|now))$/iu,
  /^(?:Share(?: this(?: article| page)?)?(?:\.{3}|…)?|Cite(?: this(?: article)?)?|Save(?: to Library)?|Print|E-?mail|Tweet|Facebook|Twitter|X \(Twitter\)|LinkedIn|Reddit|WeChat|Mendeley|Permissions?(?: Icon Permissions)?|Rights & Permissions(?: ?\[Opens in a new window\])?|Export citation|Bookmark|Add to (?:Mendeley|my agenda|favou?rites|cart)|Request permissions|Reprints & Permissions|Create Alert)$/iu,
  /^(?:Citations?|Cited by|Views?|Downloads?|Reads|Altmetric|Metrics|Article views|CrossRef citations(?: to date)?|引用次数|被引|下载|浏览|Просмотры|Загрузок|Скачать)\s{0,3}[:：]?\s{0,3}[\d.,KkМ]{0,12}$/iu,
  /^(?:i )?Надоели баннеры\?|^i?Не можете найти то, что вам нужно\?|^Близкие по теме|^Похожие темы/u,
  /^[-–—]{2,20} ?(?:(?:Forwarded|Original) message|Weitergeleitete Nachricht|Ursprüngliche Nachricht|Пересылаемое сообщение|Message transféré|Mensaje reenviado) ?[-–—]{0,20}$/iu,
  /^Document \d{1,5} of \d{1,5}$/u,
  /^Hostname: page-component-|^Total loading time:|^Render date:|hasContentIssue/u,
  /^\[email protected\]$|^(?:Google Scholar|PubMed|Current site|Close|View More View Less|Search for other (?:papers|works) by .{3,90})$/u,
  /^(?:[<«‹]* ?(?:Previous|Next)(?: (?:article|abstract|page|chapter|day|issue)(?: in issue)?)? ?[>»›]*|Back to (?:session|results|search|top)|All Issues|Table of contents|Show (?:all|more)|See (?:all|more)|Recommended articles|Similar (?:articles|content being viewed by others)|Related (?:articles|content|research)|People also read|Advertisement)$/iu,
  /^(?:(?:Previous|Next) (?:article|chapter|abstract)(?: in (?:issue|book))?|View issue table of contents|Recommend|Bookmark|Like|Copy|\s){2,12}$/u,
  /^(?:This (?:content|article) downloaded (?:from|by)|Your use of the JSTOR archive|All use subject to|JSTOR is a not-for-profit)/u,
];

/** Is this trimmed line a button, a banner or a counter? Long lines are asked only by their start. */
export const isNoise = (line: string): boolean => isButton(line.slice(0, 200));

const isButton = remembering((start) => lines.some((pattern) => pattern.test(start)));
