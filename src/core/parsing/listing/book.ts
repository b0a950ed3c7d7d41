/** One book of a catalogue, from the lines above and among its facts. */
import { fromCapitals, isCapitals, nameFromCapitals } from '../capitals';
import { reviewUnsure, trust } from '../certainty';
import { itemOf, type Found } from '../found';
import { isHouse } from '../houses';
import type { Line } from '../lines';
import { readAbstract } from '../abstract';
import type { Certainty } from '../reading';
import type { Name } from '../../source';
import { bookFactsOf, type BookFacts } from './bookFacts';
import { bylineOf } from './byline';

/** What a line of a catalogue is: the head of a book is of text, people behind a word for what they did, and facts; `aside` tells who wrote a foreword. */
export type BookLine = Line & { readonly apart: boolean; readonly kind: 'text' | 'authors' | 'editors' | 'translators' | 'aside' | 'house' | 'series' | 'facts' | 'button' | 'blurb' | 'noise'; readonly facts?: BookFacts };

/** What is known of the list as a whole: where people stand, whether titles have a second line, whose list it is. */
export type Shop = { readonly namesFirst: boolean; readonly subtitled: boolean; readonly house?: string };

const editors = /^(?:(?:Edited|Compiled|Co-edited)(?: and (?:introduced|translated))? by|Eds?\.? by|Editors?|Eds?\.|Herausgegeben von|Hrsg\.?(?: von)?|Hg\.?(?: v\.| von)?|Herausgeber(?:in|innen|:innen|\*innen)?|(?:Ouvrage (?:collectif )?)?[Ss]ous la (?:direction|dir\.) de|Dirigé par|Coordonné par|Textes réunis par|Édité par|Coordinad[oa] por|Editad[oa] por|Compilad[oa] por|Edición de|Coordinador(?:a|es|as)?|Editor(?:a|es|as)|Compilador(?:a|es|as)?|Organizad[oa] por|Organização(?: de)?|Organizador(?:a|es|as)?|Coordenação(?: de)?|A cura di|Curatori?|Pod red(?:akcją|\.)(?: naukową)?|Redakcja(?: naukowa)?|Red\. nauk\.|Redaktorzy|Под (?:общей |научной )?ред(?:акцией|\.)|Отв(?:етственный|\.) ред(?:актор|\.)|Составител[ьи]|Сост\.|Ред\.|Редактор(?:ы)?|Redigerad av|Redaktör(?:er)?|Redigert av|Redaktører?|Redigeret af|(?:Onder )?[Rr]edactie(?: van)?|Editör(?:ler)?|Derleyen(?:ler)?|Yayına hazırlayan(?:lar)?|Szerkesztette|Uspořádal[aiy]?|Sestavil[aiy]?|Editoři|Edito(?:rky|vala|val|vali)|K vydání připravil[aiy]?|Zostavil[aiy]?|Zostavovatel(?:ia|ka)?|Priredi(?:o|la|li)|Urednik|Urednica|Uredniki|Coordonator(?:i|ea)?|Упорядник(?:и)?|За ред(?:акцією|\.)|Съставител(?:и)?|Приреди(?:о|ла)|Redagavo|Sudarė|Koostan(?:ud|ja)|Sastādīj(?:is|usi)|Toim(?:ittaneet|\.)|Uredi(?:o|li)|主编)\s?[:：]?\s(?=[\p{Lu}\p{sc=Han}])/u;
const translators = /^(?:Translated(?: from (?:the )?\p{L}{3,20}(?: \p{L}{3,20})?)? by|Translators?|Übersetzt(?: aus dem \p{L}{3,20})? von|(?:Aus dem|From the) \p{Lu}\p{L}{3,20}(?: übersetzt)? (?:von|by)|Übersetzung|Traduit(?: d[eu]s? (?:l['’])?\p{L}{3,20}(?: \([^()]{2,24}\))?)? par|Traduction(?: de)?|Traducid[oa](?: del \p{L}{3,20})? por|Traducción(?: de)?|Traduzid[oa] por|Tradução(?: de)?|Traduzione(?: di)?|Tłumaczenie|Przekład|Przeł(?:ożył[aiy]?|\.)|Перевод(?:чик)?(?: с \p{L}{3,20})?|Пер\. с [\p{L}.]{3,14}|Översatt av|Översättning|Vertaald door|(?:(?:Z|Ze|Zo) \p{L}{4,20} )?[Pp]řelož(?:il[aiy]?|ili)|(?:(?:Z|Zo) \p{L}{4,20} )?[Pp]relož(?:il[aiy]?|ili)|Přel\.|Překlad(?:atel(?:ka)?)?|Preklad(?:atel(?:ka)?)?|Fordította|Ford\.|Traducere(?: din \p{L}{3,20})?(?: de)?|Traducător|Preve(?:la|o|li|del|dla)|Prijevod|Prevod|(?:\p{L}{4,14}(?:sta|stä) )?[Ss]uomentan(?:ut|eet)|Suomennos|Kääntän(?:yt|eet)|Переклад(?:ач(?:ка)?)?(?: з \p{L}{3,20})?|Перекла(?:в|ла|ли)|Превод(?:ач)?(?: от \p{L}{3,20})?|Преве(?:ла|о)|Oversatt (?:av|fra \p{L}{3,16} av)|Oversat af|Vertaling|Vertė|Tulkoj(?:is|usi)|Tõlkin(?:ud)?|Tłum\.|Trad\.(?: de)?|Μετάφραση|Çeviren(?:ler)?|译者)\s?[:：]?\s(?=[\p{Lu}\p{sc=Han}])/u;
const authors = /^(?:[Bb]y|Written by|Authors?(?:\(s\))?|Von|Autor(?:in|en|innen|:innen|ka|zy|es|a|as)?|Verfasst von|Par|Auteur(?:e|s|es|rice)?(?:\(s\))?|Por|Autori?|Автор(?:ы)?|Yazar(?:lar)?|Av|Door|作者|著者)\s?[:：]?\s(?=[\p{Lu}\p{sc=Han}])/u;
const aside = /^["“«„][^"“”«»„]{10,400}["”»“],? ?(?:[—–-]|\p{Lu})|^(?:(?:With )?(?:(?:a|an) )?(?:new )?(?:Foreword|Preface|Introduction|Afterword|Illustrations?)(?: by)?|Illustrated by|Mit (?:einem )?(?:Vorwort|Nachwort|Einleitung|Illustrationen)|Vorwort|(?:Avec une )?[Pp]réface|Avant-propos|Postface|Prólogo|Prefácio|Prefazione|Przedmowa|Wstęp|Posłowie|Предисловие|Послесловие|Förord|Önsöz)\s?(?:[:：]|by|von|de|di|д[‐-]ра)?\s(?=\p{Lu})|^(?:Subjects?|Categor(?:y|ies)|Tags?|Topics?|Language|Sprache|Langue|Idioma|Język|Язык|Sachgebiet|Fachgebiet|Thema|Warengruppe|Thème|Discipline|Materias?|Temas?|Kategoria|Kategorie|Tematyka|Раздел|Жанр|Рубрика|Weight|Gewicht|Poids|Peso|Waga|Вес|Rating|SKU|Art\.-Nr\.|Bestellnummer|Тираж|Артикул|Availability|Verfügbarkeit|Lieferzeit)\s?[:：]/u;
const series = /^(?:Series|Book series|In the series|(?:Aus der )?Reihe|Schriftenreihe|Collection|Colecci[óo]n|Serie|Cole[çc][ãa]o|Collana|Seria(?: wydawnicza)?|Серия|Dizi|Skriftserie|Reeks|Edice|丛书)\s?[:：]\s?\S|^(?:Collection|Colección|Coleção|Серия) ["«“]? ?\p{Lu}|^(?:Part of|Volume \d{1,3} (?:of|in)|Vol\. \d{1,3} of) (?:the )?(?:series )?\p{Lu}/u;
const inBrackets = / ?[([](?:(?:co-?)?eds?\.?|editors?|Hrsg\.?|Hgg?\.?|Hg\.?\/Eds?\.?|Herausgeber(?:in|innen)?|dirs?\.?|coords?\.?|coordinador(?:a|es|as)?|comps?\.?|orgs?\.?|organizador(?:a|es|as)?|éds?\.?|red\.?(?: nauk\.)?|ред\.?|сост\.?|отв\. ред\.?|a cura di|cur\.?|der\.?|edd\.?|usp\.?|vyd\.|zost\.?|ur\.|prir\.?|szerk\.?|упоряд\.?|съст\.?|udg\.?|utg\.?|toim\.?)[)\]]$|,? (?:eds?\.|Hrsg\.|Hg\.|主编|编)$/iu;

const house = /^(?:Publisher|Published by|Imprint|Verlag|Verlegt bei|Éditeur|Maison d[’']édition|Editorial|Editora|Editore|Wydawnictwo|Wydawca|Издательство|Издатель|Förlag|Forlag|Uitgever(?:ij)?|Nakladatel(?:ství)?|Kiadó|Yayınevi|出版社)\s?[:：]\s?(?=\S)/u;

/** The kind of a line that says itself what it holds. */
export function partOf(text: string): 'authors' | 'editors' | 'translators' | 'aside' | 'house' | undefined {
  if (text.length > 300) return undefined;
  if (house.test(text)) return 'house';
  if (aside.test(text)) return 'aside';
  const behind = (pattern: RegExp): boolean => pattern.test(text) && namesOf(text.replace(pattern, '')) !== undefined;
  if (behind(translators)) return 'translators';
  if (behind(editors)) return 'editors';
  if (inBrackets.test(text) && namesOf(text.replace(inBrackets, '').replace(authors, '')) !== undefined) return 'editors';
  return behind(authors) ? 'authors' : undefined;
}

/** Does the line name the series of a book behind a word for it? */
export const isSeries = (text: string): boolean => text.length < 200 && series.test(text);

/** The publisher that some lines name: a line that is nothing but its name, or the owner of the rights. */
export function houseIn(lines: readonly string[]): string | undefined {
  for (const printed of lines) {
    const line = isCapitals(printed) ? nameFromCapitals(printed) : printed;
    const name = line.replace(/^(?:©|\(c\)|Copyright ©?)?\s?(?:(?:19|20)\d\d(?:[–-](?:19|20)\d\d)?)?,?\s?(?:by )?/iu, '').replace(/(?<=\p{L}{3})(?:,? (?:Inc|Ltd|Limited|GmbH|AB|AS|S\.A\.|LLC|ООО|Sp\. z o\.o)\.?)?(?:\. .{0,160}|\.)?$/u, '').trim();
    if (name.length > 4 && name.length < 60 && isHouse(name) && !/[>:|?!/\d]|(?<!\p{L})(?:Browse|Our|All|New|Recent|Forthcoming|Search|Welcome|About|Bestselling|Related|My|the|Subjects|Series|Titles|Catalogue)(?!\p{L})/u.test(name) && name.split(' ').length < 8 && !/^(?:Books|Publications|Press|Editions|Verlag|Publishers)$/iu.test(name)) return name;
  }
  return undefined;
}

/** The people of a text that holds nothing else, in the ways of catalogues: parted by slashes, `i`, `oraz`, `og`, behind titles of doctors. */
export function namesOf(printed: string): readonly Name[] | undefined {
  if (printed.length > 240 || /[«»“”"?!]/u.test(printed)) return undefined;
  const bare = nameFromCapitals(printed.replace(/(?<!\p{L})(?:(?:Prof|Dr|Mag|PD|Univ|Dipl|Hon|dr|prof|hab|mgr|inż|Sir|Dame)\.? ){1,4}(?=\p{Lu})/gu, '').replace(/ (?:i|oraz|og|och|en|és|és|ja|a|и|e|y|et|und|ve|&) (?=\p{Lu}\p{L}+(?:[ .,]|$))/gu, ' and ').trim());
  const listed = bare.replace(/ ?\/ ?/gu, /, /u.test(bare.split('/')[0] ?? '') ? '; ' : ', ');
  if (/^[\p{sc=Han}·、，,; ]{2,60}$/u.test(listed)) return undefined;
  const byline = /^(?:by|par|por|von|di) /iu.test(listed) ? undefined : bylineOf(listed);
  return byline === undefined || byline.facts !== undefined || byline.labelled || Object.keys(byline.affiliations).length > 0 ? undefined : byline.names;
}

/** The book of a head and a tail; undefined when no title is left. */
export function bookOf(head: readonly BookLine[], tail: readonly BookLine[], shop: Shop): Found | undefined {
  const all = [...head, ...tail];
  const bare = head.filter(({ kind }) => kind === 'text');
  const told = all.some(({ kind }) => kind === 'authors' || kind === 'editors');
  const byline = told ? [] : bylineIn(bare, shop);
  const [first] = bare.filter((line) => !byline.includes(line));
  if (first === undefined) return undefined;
  const below = head[head.indexOf(first) + 1];
  const second = below?.kind === 'text' && !byline.includes(below) ? below : undefined;
  const ahead = byline.length > 0 || told ? undefined : namesAhead(first.text);
  const facts = factsOf(all);
  const own = second === undefined || !isSubtitle(first.text, second) ? [ahead?.title ?? first.text] : [ahead?.title ?? first.text, second.text];
  const edition = facts.edition ?? bookFactsOf(own.at(-1) ?? '').edition;
  const people = (kind: BookLine['kind'], prefix: RegExp): readonly Name[] => all.filter((line) => line.kind === kind).flatMap(({ text }) => namesOf(text.replace(prefix, '').replace(inBrackets, '').replace(authors, '')) ?? []);
  const fields = {
    'title': titleOf(own), 'author': [...people('authors', authors), ...byline.flatMap(({ text }) => namesOf(text) ?? []), ...ahead?.names ?? []], 'editor': people('editors', editors), 'translator': people('translators', translators), 'issued': facts.date,
    'publisher': facts.publisher ?? all.map(({ kind, text, facts: of }) => (kind === 'house' ? text.replace(house, '').trim() : kind === 'facts' && of !== undefined && of.rest !== '' ? houseIn([of.rest]) : kind === 'text' && text !== first.text ? houseIn([text]) : undefined)).find((house) => house !== undefined) ?? shop.house, 'publisher-place': facts.place, 'ISBN': facts.isbn, 'number-of-pages': facts.pages, 'edition': edition, ...seriesOf(all), 'abstract': blurbOf(all),
  };
  const certainty = certaintyOf(fields, first);
  return { start: all[0]?.start ?? 0, end: all.at(-1)?.end ?? 0, format: 'site-page', item: reviewUnsure(itemOf('book', fields), certainty), certainty, problems: [] };
}

/** The lines of the head that are people: where the list has them, and no more than leave a title. */
function bylineIn(bare: readonly BookLine[], { namesFirst, subtitled }: Shop): readonly BookLine[] {
  if (bare.length < 2) return [];
  const order = namesFirst ? bare : [...bare].reverse();
  const many = order.findIndex(({ text }) => namesOf(text) === undefined);
  const most = many < 0 ? bare.length - 1 : many;
  return order.slice(0, subtitled ? Math.min(most, 1) : most);
}

/** `Müller, Anna: Titel`, `Иванов И. И. Название`: people before the title on its line. */
function namesAhead(text: string): { readonly names: readonly Name[]; readonly title: string } | undefined {
  const [, people = '', title = ''] = /^([^:]{5,120}): (\p{Lu}.{3,300})$/u.exec(text) ?? /^((?:\p{Lu}[\p{L}-]{1,30},? (?:\p{Lu}\. ?){1,2},? ?){1,5})(\p{Lu}\p{Ll}.{3,300})$/u.exec(text) ?? [];
  const names = people.includes(',') || /\p{Lu}\./u.test(people) ? namesOf(people.trim().replace(/,$/u, '')) : undefined;
  return names === undefined ? undefined : { names, title };
}

/** The second line of a title; not one that says what kind of book it is. */
const isSubtitle = (title: string, { text, facts }: BookLine): boolean => text.length < 200 && !/: \S/u.test(title) && houseIn([text]) === undefined && (facts === undefined || facts.rest !== '') && /\p{L}{3}/u.test(text);

function titleOf(lines: readonly string[]): string {
  const [title = '', subtitle] = lines.map((line) => {
    const facts = bookFactsOf(line);
    const bare = facts.edition === undefined ? line : line.replace(/[,.]? ?[([][^()[\]]{0,40}(?:edition|edn|ed\.|Auflage|Aufl\.|édition|edición|edição|edizione|Wyd|издание|изд\.|baskı|utgave|upplaga)[^()[\]]{0,12}[)\]]$/iu, '').replace(/, (?:\d{1,2}(?:st|nd|rd|th|\.|e|ª|-е)? ?(?:edition|edn\.?|ed\.|Auflage|Aufl\.|édition|edición|edição|издание))$/iu, '').replace(/, Wyd(?:anie|\.) ?[\dIVX]{1,4}$/u, '');
    const tidy = bare.replace(/^(?:\[[^\]]{1,12}\] ?|[•▪►]\s)/u, '').replace(/(?<=[\p{L}\d)»”"]{2})\.$/u, '').replace(/(?<=[\p{L}\d)»”"]) : (?=\S)/u, ': ').trim();
    return isCapitals(tidy) ? fromCapitals(tidy, '') : tidy;
  });
  if (subtitle === undefined) return title;
  return /[?!:–—]$/u.test(title) ? `${title} ${subtitle}` : `${title}: ${subtitle}`;
}

function factsOf(lines: readonly BookLine[]): Omit<BookFacts, 'marks' | 'rest'> {
  const told = lines.flatMap(({ kind, facts }) => (kind === 'facts' && facts !== undefined ? [facts] : []));
  return told.reduceRight<Omit<BookFacts, 'marks' | 'rest'>>((all, { marks, rest, ...facts }) => ({ ...all, ...facts }), {});
}

/** `Series: Studies in Plural Orders, 6`: the series and the number in it. */
function seriesOf(lines: readonly BookLine[]): { readonly 'collection-title'?: string; readonly 'collection-number'?: string } {
  const text = lines.find(({ kind }) => kind === 'series')?.text.replace(/^[^:：]{3,20}[:：]\s?|^(?:Collection|Colección|Coleção|Серия|Part of(?: the)?(?: series)?) /u, '').trim();
  if (text === undefined) return {};
  const [, name = text, number] = /^(.{3,160}?)(?:[,;.]? ?\(?(?:(?:Vol(?:ume|\.)?|Bd\.|Band|Nr\.?|No\.?|n[º°]|t\.|tom|T\.|вып\.|№|#) ?)?(\d{1,4})\)?)?$/iu.exec(text) ?? [];
  return { 'collection-title': name.replace(/^[«"“„] ?([^«»"“”„]{3,120}?) ?[»"”]$/u, '$1'), ...(number === undefined ? {} : { 'collection-number': number }) };
}

/** The paragraphs about a book; none that is cut short. */
function blurbOf(lines: readonly BookLine[]): string | undefined {
  const text = lines.filter(({ kind }) => kind === 'blurb').map((line) => line.text).join('\n\n');
  const abstract = text === '' ? undefined : readAbstract(text);
  return abstract === undefined || abstract.truncated || /(?:…|\.{3})["”»)\]]?(?: \p{L}[\p{L} ]{2,14})?$|(?:Read more|Mehr|Lire la suite|Leer más|Więcej|Подробнее)$/u.test(text) ? undefined : abstract.text;
}

function certaintyOf(fields: { readonly [field: string]: unknown }, title: BookLine): { readonly [field: string]: Certainty } {
  const filled = Object.entries(fields).filter(([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)).map(([field]) => field);
  return Object.fromEntries(filled.map((field) => [field, field === 'ISBN' ? { sure: trust.labelled, why: 'The number of the book.' } : field === 'title' ? { sure: 0.85, why: 'Stands where the titles of this list stand.', span: { start: title.start, end: title.end } } : field === 'publisher' ? { sure: 0.8, why: 'The list is this publisher’s.' } : { sure: 0.85, why: 'Stands where the others of this list have it.' }]));
}
