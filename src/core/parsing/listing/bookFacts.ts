/** What a line of a publisher's catalogue says about a book besides its title and people: binding, number, pages, price and day, in the languages of publishers. */
import { readDate } from '../dates';
import { isCode, languageCode } from '../languages';
import { withoutEnd } from '../lines';
import type { CslDate } from '../../source';

/** The facts of a line. `marks` names what was found; `rest` is what is left when they and the marks between them are taken out. */
export type BookFacts = { readonly isbn?: string; readonly pages?: string; readonly date?: CslDate; readonly edition?: string; readonly publisher?: string; readonly place?: string; readonly marks: readonly BookMark[]; readonly rest: string };
export type BookMark = 'isbn' | 'binding' | 'pages' | 'price' | 'date' | 'edition' | 'size' | 'imprint' | 'button';

type Found = Omit<BookFacts, 'marks' | 'rest'>;
type Fragment = { readonly mark: BookMark; readonly pattern: RegExp; readonly take: (groups: { readonly [name: string]: string | undefined }) => Found | undefined };

const nothing = (): Found => ({});
const open = String.raw`(?<![\p{L}\d])`;
const shut = String.raw`(?![\p{L}\d])`;
const words = (list: string): RegExp => new RegExp(`${open}(?:${list})${shut}`, 'giu');

const dateLabel = String.raw`(?:(?:Publication|Release|Pub\.?) ?date|Publish(?:ed|ing)(?: in| on)?|Forthcoming(?: in)?|Available(?: from| in)?|Due(?: in)?|Coming(?: in)?|Erscheint(?: im| am)?|Erschienen(?: im| am)?|Erscheinungs(?:termin|datum|jahr)|Veröffentlicht(?: am| im)?|Date de (?:parution|publication)|Paru(?:tion)?(?: en| le)?|À paraître(?: en| le)?|Publié(?: en| le)?|Fecha de (?:publicación|edición)|Año de (?:publicación|edición)|Publicad[oa](?: en)?|Publicación|Próximamente|Data de (?:publicação|lançamento)|Lançamento|Data di pubblicazione|Uscita|Pubblicato(?: il| nel)?|Data (?:wydania|premiery)|Rok wydania|Premiera|Wydano|Дата (?:выхода|издания|публикации)|Год (?:издания|выпуска)|Вышла|Yayın (?:tarihi|yılı)|Basım yılı|Utgivning(?:sdatum|sår)?|Utgitt|Udgivet|Utkommer|Verschenen|Datum vydání|Megjelenés|出版(?:日期|时间|年份?))`;
const month = String.raw`\p{L}{3,12}\.?`;
const day = String.raw`(?:\d{1,2}(?:st|nd|rd|th|er|\.)?[ /-](?:de )?${month},?[ /-](?:de )?\d{4}|${month} \d{1,2}(?:st|nd|rd|th)?, ?\d{4}|${month},? (?:de )?\d{4}|\d{4}[-/]\d\d(?:[-/]\d\d)?|\d{1,2}[./]\d{1,2}[./]\d{4}|\d{1,2}[./]\d{4}|\d{4}年\d{1,2}月(?:\d{1,2}日)?|(?:19|20)\d\d)`;
const money = String.raw`(?:[£€$¥₽₺₴₸₹₪]|[A-Z]{1,3}\$|R\$|EUR|USD|GBP|CHF|SFr\.?|PLN|SEK|NOK|DKK|CZK|HUF|RUB|TRY|CAD|AUD|zł|Kč|Ft|lei|RON|BGN|RSD|UAH|грн\.?|лв\.?|дин\.?|din\.|kr\.?|руб\.?|р\.|тг\.?|TL|元|Euro)`;
const amount = String.raw`\d{1,6}(?:[ .,’']\d{3}){0,3}(?:[.,](?:\d{2}|[–-]{1,2}))?`;

/** Looked for in this order; what is found is taken out of the line before the next is looked for. */
const fragments: readonly Fragment[] = [
  { mark: 'isbn', pattern: /(?:(?<!\p{L})(?:(?:e|p|print|online|ebook|pdf|epub)[- ]?)?(?:ISBN|EAN|ИСБН)(?:-1[03])?(?: ?\([^()]{1,24}\))?\s?[:：]?\s?)?(?<!\d)(?<isbn>97[89](?:[-– ]?\d){9}[-– ]?\d)(?!\d)(?: ?\((?:hardback|paperback|hardcover|print|pbk|hbk|pb|hb|e?-?book|epub|pdf|web)\.?\))?/giu, take: ({ isbn = '' }) => ({ isbn: isbn.replace(/–/gu, '-') }) },
  { mark: 'isbn', pattern: /(?<!\p{L})ISBN(?:-10)?\s?[:：]?\s?(?<isbn>\d(?:[- ]?\d){8}[- ]?[\dXx])(?!\d)/gu, take: ({ isbn = '' }) => ({ isbn }) },
  { mark: 'price', pattern: new RegExp(String.raw`(?:(?<!\p{L})(?:Price|Preis|Prix|Precio|Preço|Prezzo|Cena|Цена|Fiyat|Pris|Prijs|Ár|定价|售价|RRP|List price|from|ab|à partir de|desde|od|от)\s?[:：]?\s?)?(?:${money} ?${amount}|(?<![\d-])${amount} ?${money}(?!\p{L}))(?: ?\((?:D|A|UVP|TTC|PVP|brutto|[^()]{2,24} % [^()]{2,12})\))?(?:,? ?\*?(?:inkl\.?|incl\.?|inc\.?|exkl\.?|excl\.?|zzgl\.?|plus|zuzüglich|con|com|с|z|TTC|HT|brutto|IVA incluido|IVA inclusa) ?(?:(?:der )?(?:gesetzl\. )?MwSt\.?|USt\.?|VAT|GST|tax|TVA|IVA|moms|mva\.?|НДС|Versand(?:kosten)?|shipping))?`, 'gu'), take: nothing },
  { mark: 'price', pattern: /[-–−]\s?\d{1,2} ?%|(?:Save|You save|Sie sparen) ?:? ?\d{1,2} ?%/gu, take: nothing },
  { mark: 'size', pattern: /(?<!\d)\d{1,3}(?:[.,]\d)? ?[x×х] ?\d{1,3}(?:[.,]\d)?(?: ?[x×х] ?\d{1,3}(?:[.,]\d)?)? ?(?:mm|cm|in|мм|см)?(?![\p{L}\d])/gu, take: nothing },
  { mark: 'pages', pattern: new RegExp(String.raw`${open}(?:Pages?|Page count|Number of pages|Extent|Seiten(?:zahl|anzahl)?|Umfang|Nombre de pages|N[.º°o]{1,2} ?(?:de )?páginas|Número de páginas|Páginas|Pagine|Liczba stron|Stron|Sayfa(?: sayısı)?|(?:Количество|Число|Кол-во) страниц|Страниц|Antal sidor|Sider|Sidor|Aantal pagina['’]?s|Počet stran|页数)\s?[:：]\s?(?:[ivxlc]{1,7} ?[+,] ?)?(?<pages>\d{1,4})(?: (?:pages|Seiten|S\.|p\.|с\.))?`, 'giu'), take: ({ pages = '' }) => ({ pages }) },
  { mark: 'pages', pattern: /(?<!\p{L})(?:pp|pagg?|págs?|Pp)\. ?(?<before>\d{2,4})(?![\d-])|(?<![\d.,-])(?:[ivxlc]{1,7} ?[+,] ?)?(?<pages>\d{2,4}) ?(?:pages|pp?\.?|Seiten|S\.|págs?\.?|páginas|pagine|pagg?\.|stron[ay]?|str\.|stran|с\.|стр\.?|страниц[аы]?|бет|sayfa|s\.|sider|sidor|blz\.?|pagina['’]s|oldal|sivua|pag\.|стор\.?|сторінок|страници|стр|strán|strani|stranica|psl\.|lpp\.?|lk|σελ\.?|页)(?![\p{L}\d])/giu, take: ({ pages, before }) => ({ pages: pages ?? before ?? '' }) },
  { mark: 'size', pattern: /(?<!\d)\d{1,3} (?:(?:b\/w|colou?r|black[- ]and[- ]white|farbige?|s\/w) )?(?:illus(?:trations?|\.)|figures?|tables?|maps?|Abb(?:ildungen|\.)|Tab(?:ellen|\.)|ilustr\p{L}*|wykres\p{L}*)(?!\p{L})/giu, take: nothing },
  { mark: 'edition', pattern: /[([]?(?<![\p{L}\d])(?:(?:(?<edition>\d{1,2})(?:st|nd|rd|th|e|er|ère|ème|\.|-е|\.?[ªº°])?,? ?(?:(?:revised|rev\.|updated|expanded|überarb\.|überarbeitete|aktualisierte|erweiterte|revue et augmentée|actualizada|revisada|poprawione) ?(?:and |und |y )?){0,2}(?:edition|edn\.?|ed\.|Auflage|Aufl\.|édition|éd\.|edición|edição|edizione|издание|изд\.|baskı|udgave|utgave|upplagan?|druk|vydání))|(?:Wyd(?:anie|\.)|Edition:?|Auflage:) ?(?<other>\d{1,2}|[IVX]{1,4}))[)\]]?(?!\p{L})/giu, take: ({ edition, other }) => ({ edition: edition ?? other ?? '' }) },
  { mark: 'binding', pattern: words(String.raw`(?:(?:Format|Binding|Einband|Ausgabe|Encuadernación|Reliure|Oprawa|Формат|Переплет|Переплёт|Cilt|Обложка|装帧)\s?[:：]\s?)?(?:Hard(?:back|cover|bound)|Paper(?:back|bound)|Softcover|Soft ?back|Cloth(?:bound)?|Hbk|Pbk|e-?Book|ePub|E-?PUB|PDF|Kindle|Audiobook|(?:Print|Large print|Electronic) book|Taschenbuch|Gebunden(?:es Buch)?|Geb\.|Broschur|Broschiert|Brosch\.|Kart(?:oniert|\.)|Festeinband|Klappenbroschur|Leinen|Buch|Broch[ée]{1,2}|Reli[ée]{1,2}|Grand format|Poche|Livre(?: num[ée]rique| papier| broch[ée])?|R[úu]stica(?: con solapas)?|Tapa (?:dura|blanda)|Cartoné|Brochura|Capa (?:dura|mole|comum)|Livro|Libro(?: digital| electrónico)?|Brossura|Rilegato|Copertina (?:rigida|flessibile)|Oprawa (?:miękka|twarda)|miękka|twarda|Książka|Тв[её]рд(?:ый переплет|ый переплёт|ая обложка|ая)|Мягк(?:ий переплет|ая обложка|ая)|Обложка|Inbunden|Häftad|Danskt band|Innbundet|Heftet|Indbundet|Hæftet|Ingenaaid|Gebonden|Brožovan[áé]|Vázan[áé]|(?:brož|váz|viaz|kart|brosch|geb|opr|obl|обл|тв|перепл)\.|(?:měkká|pevná|mäkká|tvrdá) vazba|(?:mäkká|pevná|tvrdá) väzba|Viazan[áé]|Fűzve|Fűzött|Kötve|Kötött|Kartonált|(?:Puha|Kemény)(?:táblás|kötés|fedeles)|(?:puha|kemény) kötés|Broșat[ăe]?|Cartonat[ăe]?|Copert[ăi] (?:moi|tari|cartonate|broșate)|(?:Meki|Mek|Tvrdi|Tvrd|Broširani) (?:uvez|povez)|(?:Mehka|Trda) vezava|Nidottu|Sidottu|Kovakantinen|Pehmeäkantinen|(?:М['’ʼ]яка|Тверда) обкладинка|(?:Мека|Твърда) (?:корица|подвързия)|Меки корици|Твърди корици|(?:Мек|Тврд) повез|(?:Miękka|Twarda) oprawa|opr\. (?:miękka|twarda)|Genäht|Spiralbindung|Minkštas viršelis|Kietas viršelis|Mīkstie vāki|Cietie vāki|Pehmekaaneline|Kõvakaaneline|Μαλακό εξώφυλλο|Σκληρό εξώφυλλο|Karton kapak|Ciltli|Ciltsiz|平装|精装)(?: ?\((?:EPUB|ePub|PDF|EPUB, PDF|PDF, EPUB|[\p{L} ]{2,16})\))?`), take: nothing },
  { mark: 'date', pattern: new RegExp(String.raw`(?<!\p{L})${dateLabel}\s?[:：]?\s?(?<date>${day})(?: ?(?:г\.|ж\.|r\.))?(?![\p{L}\d])`, 'giu'), take: ({ date = '' }) => dated(date) },
  { mark: 'date', pattern: new RegExp(String.raw`(?:^|(?<=[¦|,.·•–—:;/(] ?))©? ?(?<date>${day})(?: ?(?:г\.|ж\.|r\.))?(?=$|[¦|,.·•;:/) ])`, 'gu'), take: ({ date = '' }) => (/\p{L}{3}/u.test(date) && (readDate(date)?.['date-parts']?.[0]?.length ?? 0) < 2 ? undefined : dated(date)) },
  { mark: 'button', pattern: words(String.raw`Held by \d{1,6} librar(?:y|ies)|Add to (?:my )?(?:basket|cart|bag|wish ?list)|Add to list|(?:Pre-?|Back-?)?order(?: now)?|Buy(?: now| the book| print| ebook| here)?|Out of stock|In stock|Notify me|Quick view|Look inside|(?:View|More|Book|Show) (?:details|info(?:rmation)?)|Find out more|Not yet published|Coming soon|Forthcoming|Available|Wish ?list|Compare|Also available as|Available as|Available formats?|Other formats?|In den (?:Warenkorb|Einkaufswagen)(?: legen)?|Vorbestellen|Merkliste|Auf die Merkliste|Auf den Merkzettel|Lieferbar|Sofort lieferbar|Nicht lieferbar|Vergriffen|Leseprobe|Mehr erfahren|Auch als|erhältlich(?: als)?|Ajouter au panier|Acheter|Précommander|Disponible|Indisponible|Épuisé|En stock|Feuilleter|En savoir plus|Lire un extrait|Añadir al carrito|Agregar al carrito|Añadir a la cesta|Comprar|Agotado|Ver más|Más información|Adicionar ao carrinho|Pré-venda|Esgotado|Disponível|Ver detalhes|Saiba mais|Aggiungi al carrello|Acquista|Disponibile|Esaurito|Do koszyka|Dodaj do koszyka|Kup teraz|Dostępn[ya]|Niedostępn[ya]|Zapowiedź|Przedsprzedaż|Zobacz więcej|Szczegóły|Do przechowalni|В корзину|Добавить в корзину|Купить|В наличии|Нет в наличии|Предзаказ|Подробнее|В избранное|Sepete ekle|Tükendi|Stokta|Lägg i varukorgen|Köp|Legg i handlekurven|Kjøp|Læg i kurv|Køb|In winkelwagen|Bestellen|Vložit do košíku|Do košíku|Přidat do košíku|Skladem|Není skladem|Vyprodáno|Rozebráno|Předobjednat|Koupit|Do košíka|Vložiť do košíka|Na sklade|Vypredané|Kosárba(?: teszem)?|Elfogyott|Raktáron|Előrendelhető|Adaugă în coș|Stoc epuizat|În stoc|Cumpără|Dodaj u košaricu|Dodaj u korpu|U košaricu|Rasprodano|Na zalihi|V košarico|Dodaj v košarico|Razprodano|Na zalogi|Lisää ostoskoriin|Loppuunmyyty|Varastossa|До кошика|Додати до кошика|Купити|Немає в наявності|В наявності|Добави в количката|Изчерпан[ао]?|В наличност|Додај у корпу|Į krepšelį|Išparduota|Ielikt grozā|Lisa (?:ostu)?korvi|Läbi müüdud|Προσθήκη στο καλάθι|Εξαντλημένο|Toevoegen aan winkelwagen|Uitverkocht|Op voorraad|Udsolgt|Utsolgt|Slutsåld|På lager|I lager|加入购物车|立即购买|缺货|有货`), take: nothing },
];

const dated = (text: string): Found | undefined => {
  const date = readDate(text.replace(/^(\d\d)\.(\d\d)\.(\d{4})$/u, '$3-$2-$1'));
  return date === undefined ? undefined : { date };
};

/** Words for a binding that mean other things elsewhere. */
const material = /^(?:Paper|Cloth|Print|Digital|Electronic|Online|Web|Papier|Numérique|Papel|Impreso|Druk|Hardcover|Cite|Save|Share)$/u;
/** The language of a book, as catalogues of libraries name it beside its binding and year. */
const isLanguage = (piece: string): boolean => piece.length > 4 && isCode(languageCode(piece));

/** Longer lines are text. */
const longest = 320;

/** What a line says of a book. */
export function bookFactsOf(line: string): BookFacts {
  if (line.length > longest) return { marks: [], rest: line };
  const marks: BookMark[] = [];
  let [left, found]: [string, Found] = [line, {}];
  for (const { mark, pattern, take } of fragments) {
    left = left.replace(pattern, (...match: readonly unknown[]) => {
      const taken = take((match.at(-1) ?? {}) as { readonly [name: string]: string | undefined });
      if (taken === undefined) return String(match[0]);
      marks.push(mark);
      found = { ...taken, ...found };
      return '¦';
    });
  }
  const rest = left.split(/¦|[|·•]| [–—-] | {3}/u).map((piece) => withoutEnd(piece.replace(/^[\s,.;:/|()[\]–—-]+/u, ''), ' \t,;:/|()[]–—-').trim()).filter((piece) => /[\p{L}\d]/u.test(piece) && !(marks.length > 0 && (material.test(piece) || isLanguage(piece)))).join(' ¦ ');
  return { ...found, marks, rest };
}
