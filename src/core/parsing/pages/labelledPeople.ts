/** Lines of people on a page: who stands in them, without the marks that point to affiliations. */
import type { Name } from '../../source';
import { nameFromCapitals } from '../capitals';
import { beginsWithSurname } from '../easternNames';
import { isTurnedFamily, readName, readNames, readPeople } from '../names';
import { isRole } from '../roles';

const marks = /https?:\/\/(?:www\.)?orcid\.org\/[\dX-]{0,30}|ORCID(?:[ :]?iD)?(?: icon)?[:\s]{0,3}(?:\d{4}-){3}\d{3}[\dX]|(?:\d{4}-){3}\d{3}[\dX]|ORCID(?: iD)?(?: icon)?|\S{1,60}@\S{1,60}|\[[a-z\d*]{1,2}\]|\((?:corresponding author|сорумлу yazar|автор для корреспонденции)\)|[✉*∗†‡§¶#]|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,20}|(?<=[\p{L}.])\d{1,2}(?:,\s?\d{1,2}){0,20}/giu;
const notName = /(?<!\p{L})(?:the|of|and the|for|to|journal|review|politics|studies|study|university|institute|department|faculty|center|centre|school|college|academy|research|article|introduction|abstract|analysis|policy|theory|international|relations|political|science|state|government|democracy|volume|issue|vol|no|press|open|access|published|university|универси\p{L}{0,20}|институт\p{L}{0,20}|академи\p{L}{0,20}|вестник|журнал|кафедр\p{L}{0,20}|факультет|политик\p{L}{0,20}|исследовани\p{L}{0,20}|университет\p{L}{0,20}|университеті|хабаршы\p{L}{0,20}|üniversitesi|fakültesi|bölümü|dergisi|siyaset\p{L}{0,20}|universität|universidad|université|universidade|revista|revue|zeitschrift|institut|instituto|politik|política|politique|city|almaty|moscow|russia|kazakhstan|россия|москва|казахстан|қазақстан|республика|germany|china|turkey|türkiye|keywords|dear|regards|hello|thank\p{L}{0,20}|уважаем\p{L}{0,20}|section|part|chapter|table|figure|war|peace|power|security|crisis|europe|european|asia|central)(?!\p{L})/iu;
const particle = /^(?:von|van|der|den|de|del|della|di|da|dos|das|du|la|le|bin|ibn|al|el|ten|ter|y|e|i|und|af|av|zu|d’|d'|де|да|ду|дос|душ|дель|делла|ди|ла|ле|ван|фон|дер|ден|цу|аль|эль|бен|ибн|бин)$/u;
const nameWord = /^(?:(?:\p{Lu}\.-?){1,4}|\p{Lu}\p{Ll}?\.|\p{Lu}[\p{L}\p{M}’'‘ʻ`-]{0,30}|(?:al|el|a[dnrstz]|ash)-\p{Lu}[\p{L}’'‘ʻʼ]+|d['’]\p{Lu}\p{L}+|(?:\p{Lu}\.){1,3}\p{Lu}\p{L}+|оглы|кызы|қызы|ұлы|улы|угли|Jr\.|Sr\.)$/u;
const separator = /\s?(?:[;,、，；]| [·•/] |\s{2}|\t)\s{0,20}|(?<!\s)\s{1,3}(?:and|&|und|et|y|и|және|ve|va|hamda)\s|(?<=\p{sc=Han})\s(?=\p{sc=Han}{2,4}(?:$|[\s,，、\d]))/u;
/** A Chinese name, or a foreign one written so. */
const han = /^(?:[\p{sc=Han}]{2,4}|\p{sc=Han}{1,8}(?:[·・•]\p{sc=Han}{1,8}){1,3})$/u;

/** `王 明`: a name of two characters, set wide. */
const blankInName = /(?<!\p{sc=Han})(\p{sc=Han}) {1,4}(\p{sc=Han})(?!\p{sc=Han})/gu;
/** Two Italian names with `e` between them. */
const bothNames = /(?<=^(?:di )?\p{Lu}\p{L}{1,20} \p{Lu}\p{L}{1,25}) e (?=\p{Lu}\p{L}+ \p{Lu}\p{L}+$)/u;
/** Something of every mark: most lines have none, and need not be searched for each. */
const anyMark = /[\d@[(✉*∗†‡§¶#⁰¹²³⁴⁵⁶⁷⁸⁹]|orcid/iu;
const anyLetterMark = / [a-h](?:[,;]|$)/u;

/** `, канд. полит. наук, доцент`: degrees and posts behind a name with initials. */
const degree = /(?<=^\p{Lu}[\p{L}’'-]{1,30},? (?:\p{Lu}\p{Ll}?\. ?){1,2}|^(?:\p{Lu}\p{Ll}?\. ?){1,2}\p{Lu}[\p{L}’'-]{1,30}), (?:канд|докт?|д-р|доцент|профессор|проф|ст\. преп|аспирант|магистр|к\. ?\p{Ll}|д\. ?\p{Ll}|ғ\. ?\p{Ll}|PhD|кандидат|доктор)[^()\d]{0,80}$/u;

/** The line without footnote signs, ORCIDs and addresses, and without a word like “By” before the names. */
export function withoutMarks(text: string): string {
  const bare = text.length < 160 && text.includes(', ') ? text.replace(degree, '') : text;
  const joined = bare.replace(blankInName, '$1$2');
  const parted = joined.includes(' e ') ? joined.replace(bothNames, '; ') : joined;
  const unnumbered = anyMark.test(text) ? parted.replace(/(?<=\p{L}{2}|\p{Lu}\.) \d{1,2}(?:,\d{1,2})*(?=\s?[,;]|\s?$)/gu, '') : parted;
  const unlettered = anyLetterMark.test(unnumbered) ? unnumbered.replace(/(?<=\p{L}{2}) [a-h](?:,\s?[a-h*∗])*(?=,|;|$)/gu, '') : unnumbered;
  const unmarked = anyMark.test(text) ? unlettered.replace(/(?<=[\p{L}.])[\d¹²³⁴⁵*†][\d¹²³⁴⁵*†,]{0,5} {1,4}(?=\p{Lu}|\p{sc=Han})/gu, '; ').replace(marks, (mark) => (mark.length > 3 ? ' ' : '')) : unlettered;
  return unmarked.replace(/^(?:[Bb]y|[Pp]ar|[Vv]on|[Dd]i|Автор(?:ы)?|Yazar|[Pp]or|作者)[:\s]+(?!(?<=(?:[Vv]on|[Dd]i)\s)[^,\s]+,\s[^,]+$)(?=\p{Lu}|\p{sc=Han})/u, '').replace(/\(\s?(?:ORCID)?\s?[:;,]?\s?\)/giu, ' ')
    .replace(/ {1,9}([,;])/gu, '$1').replace(/([,;])(?:\s?[,;])+/gu, '$1').trim().replace(/^[,;\s]+|[,;]$| [|·•]$/gu, '').trim();
}

/** The second line of a title in capitals: it goes on with a preposition. */
const shouted = /^(?:В|С|К|О|У|И|НА|ПО|ДЛЯ|ИЗ|ОТ|ЗА|ДО|ПРИ|КАК|ИЛИ|IN|OF|AND|THE|ON|FOR|TO|UND|ET|VE|МЕН|ЖӘНЕ) \P{Ll}{4,}$/u;

/** The scores of lines that were looked at last: each is asked for by all who look for a title, a byline, or what stands beside them. */
const scores = new Map<string, 0 | 1 | 2>();
const mostScores = 1000;

/** How much a line looks like one of people: 0 not at all, 1 it might be (two or three words with capitals), 2 it has the marks of a byline. */
export function peopleScore(text: string): 0 | 1 | 2 {
  if (text.length > 600) return 0;
  const known = scores.get(text);
  if (known !== undefined) return known;
  const score = newScore(text);
  if (scores.size >= mostScores) scores.clear();
  scores.set(text, score);
  return score;
}

function newScore(text: string): 0 | 1 | 2 {
  if (shouted.test(text)) return 0;
  const bracketed = /^\p{Lu}[^()]{3,60}\([^()]{3,160}\)/u.test(text);
  const outside = withoutMarks(bracketed ? text.replace(/\([^()]*\)/gu, '; ') : text).replace(/;\s*;?$/u, '').trim();
  const pieces = outside.split(separator).map((piece) => piece.trim().replace(/^(?:and|und|et|y|и|және|ve|&)\s/u, '')).filter((piece) => piece !== '');
  if (pieces.length === 0 || pieces.length > 40 || notName.test(outside) || !pieces.every((piece) => isNamePiece(piece, pieces.length))) return 0;
  const marked = bracketed || /(?:\p{L}|\.) ?(?:\d{1,2}(?!\d)|[¹²³⁴⁵*†✉])|orcid|\[[a-z]\]/iu.test(text) || /^(?:[Bb]y|[Pp]ar|[Pp]or|di|Автор|作者)[:\s]/u.test(text) || pieces.some((piece) => /(?:^|\s)\p{Lu}\.(?:\s|\p{Lu}|$)/u.test(piece));
  if (!marked && pieces.some((piece) => piece.split(' ').length > 4)) return 0;
  const singles = pieces.filter((piece) => !piece.includes(' ') && !han.test(piece));
  if (singles.length > 0 && !marked && !text.includes(';')) return pieces.length === 2 && text.includes(',') ? 1 : 0;
  // Tabs of a site are words of two characters too: `文献 期刊 会议`.
  if (!marked && pieces.every((piece) => /^\p{sc=Han}{2,3}$/u.test(piece)) && pieces.filter(beginsWithSurname).length * 2 < pieces.length) return 0;
  if (pieces.every((piece) => han.test(piece))) return pieces.length > 1 || marked ? 2 : 1;
  return marked || pieces.length > 1 ? 2 : 1;
}

function isNamePiece(piece: string, many: number): boolean {
  if (han.test(piece)) return true;
  const words = piece.split(/\s+/u);
  const capital = words.filter((word) => nameWord.test(word)).length;
  if (words.length > 5 || capital === 0 || !words.every((word) => nameWord.test(word) || particle.test(word))) return false;
  return words.length >= 2 || many > 1 || /^(?:\p{Lu}\.){1,3}\p{Lu}\p{L}+$/u.test(piece);
}

/** People of one or several lines, each line with its names; affiliations in brackets behind a name go with it. */
export type Byline = { readonly names: readonly Name[]; readonly affiliations: readonly (readonly [string, string])[]; readonly incomplete: boolean };

/** The names in the lines of a byline. `one`: the label speaks of a single person, so that a comma turns the name round. */
export function readByline(lines: readonly string[], one = false): Byline {
  const names: Name[] = [];
  const affiliations: (readonly [string, string])[] = [];
  let incomplete = false;
  for (const line of lines.filter((text) => !/第\s?\d{1,4}\s?[卷期]/u.test(text))) {
    if (/^\p{Lu}[^()]{3,60}\((?!ORCID)[^()]{3,160}\)/u.test(line)) {
      for (const { name, affiliation } of readPeople(line.replace(marks, ' '))) {
        names.push(personOf(name));
        if (affiliation !== undefined) affiliations.push([name.trim(), affiliation]);
      }
      continue;
    }
    const [family = '', given = '', ...more] = withoutMarks(line).split(/,\s/u);
    if (!/^[\p{sc=Han}\p{sc=Hangul}]/u.test(given) && more.length === 0 && given !== '' && !/[;，]/u.test(line) && (!family.includes(' ') || isTurnedFamily(family, given) || (one && family.split(' ').length <= 3 && !isAffiliation(line))) && family !== '') {
      names.push(personOf(`${family}, ${given}`));
      continue;
    }
    const list = readNames(listed(line));
    names.push(...list.names.map((name) => (name.literal === undefined ? name : personOf(name.literal))));
    incomplete ||= list.incomplete;
  }
  return { names: withoutTwins(unique(turnedTogether(withoutDegrees(names), lines)), lines), affiliations, incomplete };
}

/** Names in Latin letters on lines of their own, below as many in another script or below Chinese ones: the same people a second time. */
function withoutTwins(names: readonly Name[], lines: readonly string[]): readonly Name[] {
  const written = names.map((name) => `${name.family ?? ''}${name.given ?? ''}${name.literal ?? ''}`);
  const latin = written.findIndex((name) => /^[\p{sc=Latin}\p{P}\s]+$/u.test(name));
  const isHan = /^\p{sc=Han}/u.test(written[0] ?? '') && !lines.slice(1).some((line) => /\p{sc=Han}/u.test(line) && /\p{sc=Latin}{2}/u.test(line));
  const twice = lines.length > 1 && latin > 0 && (isHan || latin * 2 === names.length) && written.every((name, index) => /\p{sc=Latin}/u.test(name) === (index >= latin));
  return twice ? names.slice(0, latin) : names;
}

/** `ЛОСЕВА ЕКАТЕРИНА ВИКТОРОВНА` in a byline tells that `ЧЖАН ВЭЙ` beside her has the family name in front too. */
function turnedTogether(names: readonly Name[], lines: readonly string[]): readonly Name[] {
  if (!lines.some((line) => familyPatronymic.test(line))) return names;
  return names.map((name) => (name.family !== undefined && name.given !== undefined && plainCyrillic.test(`${name.given} ${name.family}`) ? { family: name.given, given: name.family } : name));
}

/** `Гаврилова Мария Сергеевна, аспирант, РАНХиГС`: beside whole names a word in small letters or an acronym is no person. */
const withoutDegrees = (names: readonly Name[]): readonly Name[] =>
  (names.some(({ given }) => given !== undefined) ? names.filter(({ literal = '' }) => !/^(?:\p{Ll}[\p{L}.-]*|\p{Lu}[\p{L}]*\p{Lu})$/u.test(literal)) : names);

const familyPatronymic = /(?:^|[,;] ?)\p{sc=Cyrillic}+ \p{sc=Cyrillic}+ \p{sc=Cyrillic}+(?:ович|евич|ич|овна|евна|ична)(?!\p{L})/iu;
const plainCyrillic = /^[\p{sc=Cyrillic}-]{2,} [\p{sc=Cyrillic}-]{2,}$/u;

const personOf = (text: string): Name => readName(nameFromCapitals(text.trim()));

/** The line as a list that `readNames` understands. */
function listed(line: string): string {
  const bare = withoutMarks(line).replace(/(\p{Lu}\.)(?=\p{Lu}\p{Ll})/gu, '$1 ').replace(/(?<=\p{Lu}\.) (?=\p{Lu}\.)/gu, ' ');
  const pieces = bare.split(separator).filter((piece) => piece !== '');
  if (pieces.length > 1 && pieces.every((piece) => han.test(piece))) return pieces.join('、');
  if (line.includes(';') || /^\S+, [^,;]{1,60}$/u.test(bare) || /,\s(?:\p{Lu}\.\s?)+(?:,|$)/u.test(bare)) return nameFromCapitals(bare);
  return pieces.map((piece) => nameFromCapitals(piece.trim().replace(/^(?:and|und|et|y|и|және|ve|&) /u, ''))).join('; ');
}

function unique(names: readonly Name[]): readonly Name[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    const key = JSON.stringify(name).toLowerCase();
    return !seen.has(key) && seen.add(key);
  });
}

/** Names of the page with the family names that the citation marks; the citation's own names when the page has others. */
export function namesByCitation(page: readonly Name[], cited: readonly Name[]): readonly Name[] {
  if (cited.length === 0) return page;
  if (page.length === 0 || page.length < cited.length) return cited;
  return page.map((name, index) => {
    const family = cited[index]?.family;
    if (family === undefined || family === name.family) return name;
    const words = [name.given, name['non-dropping-particle'], name.family, name.literal].filter((part) => part !== undefined).join(' ').split(' ');
    const folded = family.toLowerCase();
    const at = words.findIndex((_, from) => words.slice(from, from + family.split(' ').length).join(' ').toLowerCase() === folded);
    if (at < 0) return name;
    const count = family.split(' ').length;
    const given = [...words.slice(0, at), ...words.slice(at + count)].join(' ');
    return given === '' ? { family } : { family, given };
  });
}

const place = /(?<!\p{L})(?:Universi\p{L}{0,20}|Универзитет\p{L}{0,5}|Факултет\p{L}{0,5}|Univerzitet\p{L}{0,5}|Lembaga|Fakultas|Đại học|Viện|უნივერსიტეტი|Համալսարան|جامعة|الجامعة|معهد|المعهد|كلية|مركز|دانشگاه|پژوهشگاه|پژوهشکده|دانشکده|Uniwersytet\p{L}{0,20}|Univerz\p{L}{0,20}|Instytut\p{L}{0,20}|Wydział\p{L}{0,20}|Akademi\p{L}{0,20}|Dipartimento|Facoltà|Egyetem\p{L}{0,20}|Університет\p{L}{0,20}|університет\p{L}{0,20}|Інститут\p{L}{0,20}|інститут\p{L}{0,20}|Sciences Po|Hochschule|Sveučilište|Institut\p{L}{0,20}|Academy|College|School|Faculty|Department|Centre|Center|Ministry|Universidad|Universität|Université|Üniversitesi|Fakültesi|Bölümü|Enstitüsü|Университет\p{L}{0,20}|университет\p{L}{0,20}|институт\p{L}{0,20}|Институт\p{L}{0,20}|академи\p{L}{0,20}|Академи\p{L}{0,20}|Кафедра|Факультет|РАН|Доктор|орталы\p{L}{0,20}|Центр|Центра|Library|доктор\p{L}{0,20}|профессор\p{L}{0,20}|доцент\p{L}{0,20}|кандидат\p{L}{0,20}|Professor|PhD|Dr\.|Prof\.|магистр|докторант|студент|Корреспондент|Корреспондент\p{L}{0,20}|Correspond\p{L}{0,20}|E-mail|e-mail)(?!\p{L})|大学|学院|研究所|研究院|中心/u;

/** Is this line the place where somebody works, a degree, an address or an ORCID? */
export const isAffiliation = (text: string): boolean =>
  text.length < 400 && (isRole(text) || place.test(text) || /\S@\S|orcid\.org|ORCID/u.test(text) || /^(?:[\d¹²³*]{1,2}|\[[a-z]\]|[a-z]\))\s?(?=[\p{Lu}\p{sc=Han}])[^.]{4,200}$/u.test(text) && /,/u.test(text));
