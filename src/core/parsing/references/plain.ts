/** The text of a reference without what stands around it: line ends, Markdown, numbers and bullets in front. */

import { singleBlanks } from '../lines';
import { readNames } from '../names';

/** `(2020). *Publisher*. Explains abstention.`: what an assistant says of a work behind the place where it appeared; its second word is small, and no figure stands in it. */
const verdict = /(\((?:19|20)\d\d\)[.,:]? \*[^*]{2,120}\*\.) (?!(?:Edited|Translated|Published|Available|Retrieved|Accessed|Working|Paper) |[^.]{0,40}(?:[Tt]hes[ie]s|[Tt]hèse|[Tt]esis|[Tt]ese|[Dd]iss|arbeit|Universit))\p{Lu}\p{L}{0,20} (?!(?:of|and|for|de|du|der|und|y|e|et|&) )\p{Ll}[^\d*“”"«»]{2,400}$/u;

/** `**Title** by Names (2020). Rest`, `*Title* – Names (2020)`: what chat assistants write in the order of a title, people and a year. */
const titleFirst = /^(?:\d{1,3}[.)] |[-•*] )?(?:\*{1,2}["“«]?|_|["“«])([^*_"”»]{8,250})(?:["”»]?\*{1,2}|_|["”»])[,.]? ?(?:by|By|–|—|-|von|par|por|автор(?:ы)?:?)[: ]{1,2}([^()*]{4,200}?),? \((\d{4})\)[.,:]? ?/u;
/** Does a line begin with a title, people and a year, in this order? */
export const isTitleFirst = (line: string): boolean => titleFirst.test(line);

/** `– the classic on hybrid regimes`, `– Introduces the idea`: what is said of a work behind its year, and names no house. */
const remark = /^[–—-] (?:\p{Ll}|(?![^\n]{0,80}(?:[Pp]ress|[Uu]niver|[Vv]erlag|[Éé]dition|[Ee]dit|[Ии]зд))\p{Lu}\p{L}{0,20} \p{Ll}[^\d*“”"«»]{2,400}$)/u;

/** The same in the order of a reference. */
function turned(text: string): string {
  const own = text.includes('**') ? text.replace(verdict, '$1') : text;
  const [whole, title = '', people = '', year = ''] = titleFirst.exec(own) ?? [];
  if (whole === undefined) return own;
  const rest = own.slice(whole.length);
  return `${inOrder(people)} (${year}). “${title}.” ${remark.test(rest) ? '' : rest}`.trimEnd();
}

/** One person of two words or more with the family in front, so that it is not looked for. */
function inOrder(people: string): string {
  const { names: [name, ...more] } = readNames(people);
  return name?.family === undefined || name.given === undefined || more.length > 0 || people.includes(',') ? people : `${name.family}, ${name.given}`;
}

const wide: { readonly [sign: string]: string } = { '．': '. ', '，': ', ', '：': ': ', '；': '; ', '（': '(', '）': ') ', '［': '[', '］': ']', '،': ',', '؛': ';' };

/** Chinese references are printed with wide signs or narrow ones. */
const narrow = (text: string): string =>
  (/[．，：；（）［］،؛]/u.test(text) ? text.replace(/[．，：；（）［］،؛]/gu, (sign) => wide[sign] ?? sign).replace(/ (?=[,.:;])/gu, '') : text);

const task = /^(?:Pflicht(?:lektüre|literatur)?|Optional|Zusatz(?:literatur)?|Ergänzend|Required(?: reading)?|Recommended(?: reading)?|Further reading|Optional reading|Lectura obligatoria|Obligatoria|Complementaria|Обязательно|Дополнительно): (?=\p{Lu})/u;

/** `For the wider debate, see Ada Lorne, …`: what a note says before it names a work; without “see” its words are small and a whole name follows. */
const leadIn = /^(?:(?:For|On|About|Regarding|Concerning) [^“”"«»,.()]{3,90},? (?:see(?:,? (?:also|especially|in particular|e\.g\.|for example))?,?:?|cf\.|compare) |(?:Zu[rm]?|Für) [^“„«,.()]{3,90},? (?:siehe|s\.|vgl\.)(?: (?:auch|u\. ?a\.))?:? |(?:Sur|Pour) [^«“,.()]{3,90},? voir(?: aussi| notamment)?:? |(?:Sobre|Para) [^«“,.()]{3,90},? (?:véase|ver|cf\.)(?: también)?:? |(?:О|Об|По) [^«,.()]{3,90},? см\.(?: также| подробнее)?:? |(?:For|On) (?:\p{Ll}[\p{Ll}-]{0,20} ){1,8}\p{Ll}{2,20}, (?=(?:\p{Lu}[\p{L}’'-]{1,20} (?:\p{Lu}\. ){0,2}){1,3}\p{Lu}[\p{L}’'-]{1,25}, ))(?=\p{Lu})/u;

const numberInFront = /^(?:[-•▪–·*^]\s+|\^ ?(?:[a-z] )*)?(?:\[\d{1,4}\]|［\d{1,4}］|\(\d{1,4}\)|\d{1,4}[.)]|[¹²³⁴-⁹]{1,3})\s{0,3}(?=\D)|^[-•▪·]\s+|^\^ ?(?:[a-z] ){0,9}(?=\p{Lu}|["“])/u;

/** Without the marks and addresses of Markdown; a line drawn in place of a name stays. */
function unmarked(text: string): string {
  const linked = text.includes('](') ? text.replace(/\[([^\]\n]{1,300})\]\((https?:\/\/[^\s)]{1,300})\)/gu, (_, words: string, url: string) => (words.includes('10.') || words.startsWith('http') ? words : `${words} ${url}`)) : text;
  const drawn = /^_{3,}/u.exec(linked)?.[0] ?? '';
  return drawn + (/[*_]/.test(linked) ? linked.slice(drawn.length).replace(/\*\*|__|(?<![\p{L}\d])[*_](?=\S)|(?<=\S)[*_](?![\p{L}\d])/gu, '') : linked);
}

/** `Deasy (2014): Deasy, A.`: the name and year under which a reference stands. */
const unkeyed = (text: string): string =>
  (text.includes('): ') ? text.replace(/^(\p{Lu}\p{L}{1,40})[^:]{0,40}\(\d{4}\): (?=\1,)/u, '') : text);

/** What a page says before the reference by which it is to be cited. */
const toCite = /^(?:(?:To|How to) cite(?: this (?:article|paper|chapter|document))?|Cite (?:this (?:article|paper) )?as|(?:Recommended|Suggested|Preferred) citation|Для цитирования|Zitier(?:weise|vorschlag|hinweis)|Pour citer(?: cet article)?|C[óo]mo citar(?: este art[íi]culo| este artigo)?|Per citare(?: questo articolo)?|Jak cytować|Atıf(?: için)?|引用格式) ?[:：] ?(?=[\p{Lu}\p{sc=Han}])/iu;

/** `Kaya, Nihan - Erdem, Yusuf Ziya.`: ISNAD parts its authors with dashes. */
const dashedAuthors = /^(?:\p{Lu}[\p{L}’']{1,30}(?: \p{Lu}[\p{L}’']{1,30})?, \p{Lu}[\p{L}’'.]{0,30}(?: \p{Lu}[\p{L}’'.]{0,30}){0,2} [-–] ){1,6}(?=\p{Lu}[\p{L}’']{1,30}(?: \p{Lu}[\p{L}’']{1,30})?, \p{Lu})/u;

/** `Ostrow2014`: the year is looked for first, since few words end in one. */
const gluedYear = /(?:19|20)\d\d(?<=\p{Ll}\d{4})(?=[ .,])/u;
const wordAndYear = /((?:^|[\s(])[\p{L}’'-]{0,40}\p{Ll})((?:19|20)\d\d)(?=[ .,])/u;

/** `Smith J. Jones M. Title`: Ovid parts its authors with stops. */
const stoppedNames = /^(?:\p{Lu}[\p{L}’'-]+ \p{Lu}{1,3}\. )+(?=\p{Lu}[\p{L}’'-]{0,30}[ :,])/u;

/** The words of a reference on one line, at most `longest` of its code units. */
export function plainText(text: string, longest: number): string {
  const line = unmarked(turned(singleBlanks(narrow(text.slice(0, longest))).trim())).replaceAll(' ,', ',');
  const own = unkeyed(line.replace(numberInFront, '').replace(task, '').replace(toCite, '').replace(dashedAuthors, (names) => names.replace(/ [-–] /gu, '; ')).replace(/^\d{1,3} (?=[‘“„«]?\p{Lu})|^\[\p{L}[^\]\n]{1,28}\d{2,4}[a-z]?\] ?/u, ''))
    .replace(/^(\p{Lu}[\p{L}’'-]{1,30},? (?:\p{Lu}[\p{L}’'.-]{0,30} ?){1,3}) [\p{sc=Han}\p{sc=Hangul}]{2,5}(?=[.,;(]| \()/u, '$1');
  const listed = own.replace(stoppedNames, (names) => `${names.trimEnd().replaceAll('. ', '., ')} `);
  return (gluedYear.test(listed) ? listed.replace(wordAndYear, '$1 $2') : listed).replace(/^(?:See also|See|Cf\.|См\.(?: также)?:?|Vgl\.) (?=\p{Lu})/u, '').replace(leadIn, '');
}
