/** Publisher and place at the end of a reference. */
import { withoutEnd } from '../lines';
import { anyMark } from './draft';

/** What was found, and where it starts in the text. */
export type Publication = { readonly publisher?: string; readonly place?: string; readonly start?: number };

const towns = ['London', 'New York', 'New York, NY', 'Cambridge', 'Cambridge, MA', 'Cambridge, UK', 'Oxford', 'Princeton', 'Princeton, NJ', 'Chicago', 'Boston', 'Berkeley', 'Los Angeles', 'Stanford', 'Ithaca', 'New Haven', 'Durham', 'Baltimore', 'Philadelphia', 'Washington', 'Washington, DC', 'Washington, D.C.', 'Lanham', 'Boulder', 'Thousand Oaks', 'Ann Arbor', 'Bloomington', 'Minneapolis', 'Pittsburgh', 'Toronto', 'Montreal', 'Edinburgh', 'Manchester', 'Bristol', 'Cheltenham', 'Aldershot', 'Farnham', 'Abingdon', 'Basingstoke', 'Houndmills', 'Houndmills, Basingstoke', 'Harmondsworth', 'Dordrecht', 'Leiden', 'Amsterdam', 'The Hague', 'Rotterdam', 'Brussels', 'Paris', 'Lyon', 'Grenoble', 'Genève', 'Geneva', 'Zürich', 'Bern', 'Basel', 'Wien', 'Vienna', 'Graz', 'Berlin', 'Hamburg', 'München', 'Munich', 'Köln', 'Frankfurt', 'Frankfurt am Main', 'Frankfurt a. M.', 'Frankfurt a.M.', 'Frankfurt/M.', 'Frankfurt/Main', 'Wiesbaden', 'Baden-Baden', 'Opladen', 'Göttingen', 'Tübingen', 'Stuttgart', 'Heidelberg', 'Bonn', 'Bielefeld', 'Münster', 'Leipzig', 'Mannheim', 'Freiburg', 'Darmstadt', 'Düsseldorf', 'Weinheim', 'Marburg', 'Konstanz', 'Bremen', 'Rome', 'Roma', 'Milano', 'Bologna', 'Torino', 'Madrid', 'Barcelona', 'Lisboa', 'México', 'Buenos Aires', 'São Paulo', 'Stockholm', 'Uppsala', 'Oslo', 'Copenhagen', 'København', 'Helsinki', 'Tallinn', 'Riga', 'Vilnius', 'Warszawa', 'Warsaw', 'Kraków', 'Praha', 'Prague', 'Budapest', 'Sofia', 'Belgrade', 'Beograd', 'Zagreb', 'Istanbul', 'İstanbul', 'Ankara', 'İzmir', 'Athens', 'Moscow', 'Moskva', 'Saint Petersburg', 'Kyiv', 'Kiev', 'Minsk', 'Tashkent', 'Almaty', 'Astana', 'Bishkek', 'Beijing', 'Shanghai', 'Tokyo', 'Seoul', 'Singapore', 'Hong Kong', 'Sydney', 'Melbourne', 'Canberra', 'New Delhi', 'Delhi', 'Cairo', 'Jerusalem', 'Tel Aviv', 'Nairobi', 'Cape Town', 'Johannesburg',
  'М.', 'М', 'СПб.', 'СПб', 'Л.', 'Москва', 'Санкт-Петербург', 'Ленинград', 'Казань', 'Екатеринбург', 'Новосибирск', 'Томск', 'Саратов', 'Самара', 'Воронеж', 'Ростов н/Д', 'Ростов-на-Дону', 'Пермь', 'Уфа', 'Владивосток', 'Иркутск', 'Омск', 'Краснодар', 'Ставрополь', 'Волгоград', 'Ярославль', 'Тюмень', 'Челябинск', 'Алматы', 'Алма-Ата', 'Астана', 'Нур-Султан', 'Нұр-Сұлтан', 'Қарағанды', 'Караганда', 'Бишкек', 'Ташкент', 'Тошкент', 'Душанбе', 'Баку', 'Минск', 'Киев', 'Київ', 'Харьков', 'Харків', 'Одесса', 'Львів', 'Тбилиси', 'Ереван',
  '北京', '上海', '广州', '天津', '武汉', '南京', '成都', '重庆', '西安', '杭州', '长春', '沈阳', '济南', '长沙', '昆明', '台北', '香港', '哈尔滨', '合肥', '福州', '桂林', '石家庄'];
const escaped = [...towns].sort((a, b) => b.length - a.length).map((town) => town.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&')).join('|');
const town = `(?:${escaped})(?:,? (?:[A-Z]{2}|[A-Z]\\.[A-Z]\\.|UK|USA|Mass\\.|NJ|England))?`;
const townList = `${town}(?:(?:\\s?[;/,&–-]\\s?| and | und | u\\. )(?:${town}|\\p{Lu}\\p{L}+(?: [\\p{Lu}]\\p{L}+)?(?=:|[;/])|u\\. ?a\\.|etc\\.)){0,3}(?: (?:u\\. ?a\\.|\\[?etc\\.?\\]?|et al\\.))?`;
const house = "(?:Press|Verlag|Publish(?:ers?|ing)|Publications?|Books?|University Press|Univ\\. Press|UP|Sage|SAGE|Routledge|Springer(?: VS)?|Palgrave(?: Macmillan)?|Macmillan|Brill|Elgar|Edward Elgar|Suhrkamp|Nomos|Campus|Beck|C\\.H\\. Beck|Mohr Siebeck|Duncker & Humblot|Leske \\+ Budrich|Barbara Budrich|VS|UTB|Westdeutscher|transcript|Wiley(?:-Blackwell)?|Blackwell|Ashgate|Polity|Penguin|Norton|Knopf|Basic Books|Lynne Rienner|Rowman (?:&|and) Littlefield|Lexington|ibidem|Юрайт|РОССПЭН|Наука|Мысль|Прогресс|Аспект Пресс|Изд-во|Издательство|Весь мир|出版社|Университет|Yayın\\p{L}*|Yay\\.|Kitabevi|Éditions?|Editorial|Edizioni|Universität|University|Institut[eo]?|Foundation|Stiftung|Center|Centre|Bank|Ministry)";

const startsAt = `(?<=^|[.,;(–—?!”"»${anyMark}]\\s?|\\s[–—]\\s)`;
const colon = new RegExp(`${startsAt}(?<place>${townList}|\\p{Lu}[\\p{L}’'-]+(?:[ ,-]{1,2}\\p{Lu}\\p{L}*){0,3})\\s?[:：]\\s?(?<publisher>[\\p{Lu}\\p{sc=Han}\\d«„“"„][^:${anyMark}()]{1,80}?)(?=\\s?(?:[.,，;)]\\s?(?:$|[${anyMark}])|[${anyMark}]|[.,;)]?$|\\.\\s|[,，]\\s?\\d{4}|[;)]))`, 'u');
const turned = new RegExp(`${startsAt}(?<publisher>[\\p{Lu}][^:.,;${anyMark}()]{2,70}?)[,:] (?<place>${townList})(?=[\\s,.;)]{0,3}(?:$|[${anyMark}(]))`, 'u');
const placeFirst = new RegExp(`${startsAt}(?<place>${townList})[,.] (?<publisher>[\\p{Lu}«][^:;${anyMark}()]{2,70}?)(?=[.,;)]?\\s?(?:$|[${anyMark}]|[.,;)] ))`, 'u');
const placeOnly = new RegExp(`${startsAt}(?<place>${townList})(?=[\\s,.;)]{0,3}(?:$|[${anyMark}]))`, 'u');
const beforeYear = new RegExp(`[.,] (?<place>\\p{Lu}[\\p{L}-]+(?: \\p{Lu}\\p{L}+)?) ?\\ue000[.]?\\s?(?:$|[${anyMark}])`, 'u');
const houseOnly = new RegExp(`${startsAt}(?<publisher>(?:[\\p{Lu}][^:.,;${anyMark}()]{0,60}\\s)?${house}(?:\\s[^:.;${anyMark}()]{1,50})?)(?=[.,;)]?\\s?(?:$|[${anyMark}]))`, 'u');
const lastSentence = new RegExp(`(?:\\.|[${anyMark}])\\s?(?:\\s|(?<=[${anyMark}]))(?<publisher>[\\p{Lu}][^.,:;?!${anyMark}()]{1,60}?)(?=\\.?\\s?(?:$|[.]?\\s?[${anyMark}]))`, 'u');

/** The publisher and the place that end a text; their start is where what stands before them ends. */
export function publication(text: string): Publication {
  for (const pattern of [colon, turned, placeFirst, placeOnly, beforeYear, houseOnly, lastSentence]) {
    const found = matched(pattern, text);
    if (found !== undefined) return found;
  }
  return {};
}

function matched(pattern: RegExp, text: string): Publication | undefined {
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const publisher = withoutEnd((match.groups?.['publisher'] ?? '').trim(), ' .,;:–—-').replace(/^[«„“"](.*)[»“”"]$/u, '$1');
  const place = withoutEnd((match.groups?.['place'] ?? '').trim(), ' ,;:');
  return { ...(publisher === '' ? {} : { publisher }), ...(place === '' ? {} : { place }), start: match.index };
}
