/** Laws, decrees and constitutions as lists in Russian, Ukrainian and Kazakh name them: nobody wrote them, and their day and number are those of the act. */
import type { CslDate } from '../../source';
import { allSure, trust } from '../certainty';
import { readDate } from '../dates';
import { itemOf } from '../found';
import type { Draft, Reference } from './draft';

/** No act in a list is longer, in UTF-16 code units. */
const longestAct = 600;

const act = '(?:[Фф]едеральный (?:конституционный )?закон|[Кк]онституционный закон|[Кк]онституційний закон|федер\\. (?:конституц\\. )?закон|[Зз]акон|[Уу]каз|[Дд]екрет|[Пп]остановление|[Пп]останова|[Рр]аспоряжение|[Рр]озпорядження|[Пп]риказ|[Нн]аказ|[Кк]онституция|[Кк]онституція|\\p{Lu}?\\p{Ll}{3,20}[иы]й кодекс)';
const day = '\\d{1,2}(?:\\.\\d{2}\\.| (?:\\p{Ll}{3,9}\\.? ))\\d{4}';
const dated = `(?:от|від|принята[^/()]{0,80}?|прийнята[^/()]{0,80}?) ?(?<day>${day})`;
/** What may stand behind the day of an act and its number; a sentence goes on with a verb. */
const behind = '(?: ?(?:г(?:ода|\\.)?|р(?:оку|\\.)?)(?!\\p{L}))?(?:,? (?:№|N) ?(?<number>[\\p{L}\\d][\\p{L}\\d/.-]{0,24}))?(?=[.,)]|$| ?(?:[(\\[/–—]|[«“"][^»”"]{3,400}[»”"](?:$|[.,]| ?[(\\[/–—])|(?:Об?|Про|«?Об?) \\p{L}))';

/** `Указ Президента … от 14 июня 2010 года № 998 «О …»`, `Конституция … (принята … 30 августа 1995 года)`. */
const actFirst = new RegExp(`^${act} (?:\\p{Lu}|от |від )[^/«“]{0,160}?${dated}${behind}`, 'u');
/** `Закон … «О выборах» от 28 сентября 1995 г. № 2464`. */
const nameBetween = new RegExp(`^${act} (?:\\p{Lu}[^/«“:]{2,80} )?[«“"][^»”"/]{3,300}[»”"],? ${dated}${behind}`, 'u');
/** `О противодействии коррупции : федер. закон … от 25 дек. 2008 г. № 273-ФЗ`. */
const nameFirst = new RegExp(`^[^/:]{4,300}: ?${act} [^/:]{0,120}?${dated}${behind}`, 'u');
/** `Қазақстан Республикасының 2001 жылғы 23 қаңтардағы № 148 Заңы`: the kind of the act, or its day, is the end of its name. */
const kazakh = /(?<day>\d{4} ж(?:ылғы|\.) \d{1,2} \p{Ll}{3,14})(?:,? № ?(?<number>\d[\p{L}\d/-]{0,20}))?/u;
const kazakhAct = /(?:Конституциясы|[Зз]аңы|[Кк]одексі|[Жж]арлығы|[Ққ]аулысы|[Бб]ұйрығы)(?:$|[.,:]? ?\(?\d{4} ж(?:ылғы|\.) \d{1,2} \p{Ll}{3,14}\)?$)/u;

/** Somebody wrote, edited or explained this: it is a book or an article on an act. */
const byPeople = /^\p{Lu}[\p{L}’'-]{1,30},? \p{Lu}\.|[^/]\/ ?(?:\p{Lu}\. ?){1,2}\p{Lu}|[Пп]од (?:общ\. |общей |науч\. )?ред|[Кк]омментари[йи]|[Аа]вт\.-сост|(?<!\p{L})[Сс]ост\./u;

/** Where the name of an act ends: at where it was printed, kept or changed. */
const nameEnds = / ?\/\/| ?\[(?:Электрон|Електрон)|[.,]? ?(?:URL|Режим доступ[уа]|Доступ)(?!\p{L})|\.? [–—-] (?=\p{Lu}|\d)| ?\((?:с изм|в ред|ред\.|із зм|зі зм|принят|прийнят|дата|өзгер)|\.? ?https?:|: ?(?:офиц|текст|по сост)/u;

/** What was printed in a gazette: its name up to the year or number. */
const gazette = /\/\/ ?(?<title>(?!СПС |Справочн)\p{Lu}[^.–—[\]\d/,]{3,100}?)(?= ?(?:[.,]|[–—]|$))/u;

/** The act that a reference names; undefined when it names none. `identifiers` are those of the reference. */
export function lawIn(text: string, { values: identified }: Draft): Reference | undefined {
  if (text.length > longestAct || !/[Зз]акон|[Уу]каз|[Дд]екрет|[Пп]останов|[Рр]аспоряж|[Рр]озпоряд|[Пп]риказ|[Нн]аказ|[Кк]онституц|[Кк]одекс|[Зз]аңы|[Жж]арлығы|[Ққ]аулысы|[Бб]ұйрығы/u.test(text) || byPeople.test(text)) return undefined;
  const title = text.slice(0, nameEnds.exec(text)?.index ?? text.length).replace(/[\s.,:]{1,4}$/u, '');
  const groups = (actFirst.exec(text) ?? nameBetween.exec(text) ?? nameFirst.exec(text) ?? (kazakhAct.test(title) ? kazakh.exec(title) : null))?.groups;
  const issued = dayOf(groups?.['day'] ?? '');
  if (groups === undefined || issued === undefined) return undefined;
  const fields = {
    title, issued, 'number': groups['number']?.replace(/[.,-]{1,3}$/u, ''),
    'container-title': gazette.exec(text)?.groups?.['title'], 'URL': identified.get('URL'), 'accessed': readDate((identified.get('accessed') ?? '').replace(/(\d\d)\.(\d\d)\.(\d{4})/u, '$3-$2-$1')),
  };
  const item = itemOf('legislation', fields);
  return { item, certainty: allSure(Object.keys(item).filter((field) => field !== 'id' && field !== 'type' && field !== 'custom'), trust.labelled, 'Stands in the name of the act.'), points: sureOfAct };
}

/** The form of an act leaves no doubt, wherever it stands. */
const sureOfAct = 6;

/** `02.07.2021` is day first, as in all these languages. */
const dayOf = (text: string): CslDate | undefined =>
  readDate(text.replace(/^(\d{1,2})\.(\d\d)\.(\d{4})$/u, '$3-$2-$1').replace(/ жылғы /u, ' ж. '));
