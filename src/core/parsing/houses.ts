/** How the name of a publisher is told from that of a journal: by a word for a publishing house, or because everybody in the field knows it. */

/** Words for a house that stand in front of its name, behind it, and wherever they like. */
const ahead = String.raw`Éditions?|Editions|Ediciones|Edições|Edizioni|Editorial|Editora|Editura|Casa [Ee]ditrice|Wydawnictw[oa]|Oficyna|Издательств[оа]|Издательский дом|Изд-во|Видавництво|Видавничий дім|Издателство|Издавачка|Nakladatelství|Vydavatelství|Vydavateľstvo|Izdavačka|Založba|Naklada|Leidykla|Uitgeverij|Penerbit|Nhà xuất bản|NXB|Εκδόσεις|Dar (?:al|el|an|as|ash)-`;
const behind = String.raw`(?:University|Academic|Scholarly|Institute|College|Polity|Free|Monthly Review|MIT|UCL) Press|Press(?:es)?|\p{L}{0,20}[Vv]erlag(?:e|sgesellschaft|shaus)?|Publish(?:ers|ing)(?: (?:House|Group|Company|Co\.?))?|Publications|Books|Éditions|Editions|Editora|Editore|Editori|Editores|Editrice|Edições|Yayınları|Yayınevi|Yayıncılık|Kitabevi|Kiadó|Könyvkiadó|Förlag|Forlag(?:et)?|Uitgeverij|Uitgevers|Kirjat|Kirjastus|Izdevniecība|Leidykla|leidykla|Baspası|баспасы|nəşriyyatı|nashriyoti|нашриёти|Пресс|(?<=\p{L} )UP|U of \p{Lu}[\p{L} ]{2,30} P`;
const anywhere = String.raw`Presses [Uu]niversitaires|Presses de l[’']Université|University Press|University of \p{L}[\p{L} ]{1,40} Press|Publishing House`;
const known = String.raw`Routledge|Springer(?: VS| Nature)?|Palgrave(?: Macmillan)?|Bloomsbury(?: Academic)?|Brill|De Gruyter(?: Brill)?|Nomos|Suhrkamp|Campus|Wiley(?:-Blackwell)?|S(?:age|AGE)|(?:Edward )?Elgar|Lexington|Rowman (?:&|and) Littlefield|Polity|Verso|Hurst|Ashgate|L[’']Harmattan|Karthala|Gallimard|Le Seuil|Armand Colin|La Découverte|Dalloz|Tecnos|Akal|Siglo XXI|Gedisa|FLACSO|CLACSO|Il Mulino|Laterza|Feltrinelli|Einaudi|Carocci|Universitas|Scholar|PWN|РОССПЭН|Весь [Мм]ир|Аспект Пресс|Юрайт|Наука|Алетейя|Мысль|Юристъ?|Norton|Knopf|Penguin|Macmillan|Beck|C\.\s?H\. Beck|Mohr Siebeck|Duncker & Humblot|İletişim|Dost`;

const houses = new RegExp(String.raw`(?<!\p{L})(?:${ahead}|${behind}|${anywhere})(?!\p{L})|出版社|书局|书店$|^(?:${known})$`, 'u');

/** Does this name a house that publishes books: by a word such as `Press` or `Verlag` anywhere in it, or as one of the well-known? */
export const isHouse = (text: string): boolean => houses.test(text);

const nameOfHouse = new RegExp(String.raw`^(?:(?:${ahead})(?: |(?<=-))(?:\p{Ll}{1,4}[ ’']){0,2}[\p{Lu}«“"\d][^,:]{1,60}|(?:[\p{L}&][\p{L}\d.’'&-]* ){1,6}(?:${behind})|[^:]{0,40}(?:${anywhere})[^:]{0,40}|(?:${known})|[\p{sc=Han}·]{2,14}(?:出版社|书局|書局|书店|書店|书房|書房)|[\p{sc=Hangul} ]{2,20}(?:출판부|출판사))$`, 'u');

/** What the names of journals and papers say of themselves, also where a word for a house stands in them. */
const periodical = /(?<!\p{L})(?:Journal|Review|Quarterly|Bulletin|Studies|Annals|Yearbook|Magazine|Gazette|Times|News|Newsletter|Zeitschrift|Revue|Revista|Rivista|Cahiers|Cuadernos|Dergisi|Вестник|Журнал|Вісник|Associated|Daily|Morning|Evening|Sunday|Weekly)(?!\p{L})|学报|(?:研究|论坛|评论|杂志)$/u;

/** A house as it is printed in the place of a journal: its name, and the place and year beside it. */
export type House = { readonly publisher: string; readonly place?: string; readonly year?: string };

const place = /^(?:\p{Lu}|М\.|СПб\.)[\p{L} .,’'/&-]{0,40}$/u;

const isName = (text: string): boolean => text.length > (/^\p{sc=Han}/u.test(text) ? 3 : 4) && text.length < 80 && nameOfHouse.test(text) && !periodical.test(text.replace(/Monthly Review(?= Press)/u, ''));

/**
 * The house that a text of a few words names, and nothing else: `Rustavi Press`, `Lotus Press, Singapore`, `Leiden : KITLV Uitgeverij, 2017`.
 * Undefined for whatever may be a journal.
 */
export function houseNamed(printed: string): House | undefined {
  const whole = printed.trim().replace(/\.$/u, '');
  const [, bare = whole, year] = /^(.{4,120}?),? \(?((?:1[89]|20)\d\d)\)?$/u.exec(whole) ?? [];
  const dated = year === undefined ? {} : { year };
  if (isName(bare)) return { publisher: bare, ...dated };
  const [, before, after] = /^([^:]{1,42}?) ?: ?([^:]{2,80})$/u.exec(bare) ?? [];
  if (before !== undefined && after !== undefined) return place.test(before) && isName(after) ? { publisher: after, place: before, ...dated } : undefined;
  const [, first, second] = /^([^,]{4,80}), ([^,]{2,40}(?:, [^,]{2,30})?)$/u.exec(bare) ?? /^([^()]{4,80}) \(([^()]{2,40})\)$/u.exec(bare) ?? [];
  return first !== undefined && second !== undefined && place.test(second) && isName(first) ? { publisher: first, place: second, ...dated } : undefined;
}
