/** Personal names as bylines print them, in the scripts of the field, as CSL names. */
import type { Name } from '../source';
import { isFamilyFirst } from './easternNames';
import { twoFamiliesFrom } from './iberianNames';
import { singleBlanks, withoutEnd } from './lines';

/** The names of a byline; `incomplete` when it ends in “et al.” or its like. */
export type NameList = { readonly names: readonly Name[]; readonly incomplete: boolean };

const particles = new Set([
  'von', 'zu', 'zum', 'zur', 'van', 'der', 'den', 'de', 'ten', 'ter', 'op', 'del', 'della', 'di', 'da', 'dos', 'das', 'du', 'd’', "d'",
  'la', 'le', 'lo', 'ap', 'ben', 'bin', 'ibn', 'af', 'av', 'ab', 'te', '’t', "'t", '‘t', 'la', 'las', 'los', 'e', 'dal', 'dalla', 'dello', 'delle', 'dei', 'við', 'ag',
  'фон', 'ван', 'дер', 'ден', 'де', 'ди', 'дю', 'ла', 'ле', 'тер', 'цу',
]);
/** Small words inside a person’s name, as a pattern: particles and the words for son and daughter. */
export const smallNameWords = String.raw`von|vom|zu[mr]?|van|der|den|des|de|del|degli|della|dello|delle|dei|di|da|dal|dalla|do|dos|das|du|la|le|lo|las|los|al|el|bin|binti|bint|ibn|ben|ap|ab|af|av|ter|ten|te|op|ag|y|e|i|[’'‘]t|фон|ван|дер|ден|де|ди|дю|ла|ле|аль|эль|оглы|огли|оғлы|ұлы|улы|угли|кызы|қызы|гызы|wa|við|oğlu|oglu|ogly|oghlu|o[gʻ‘’']+li|qızı|qizi|uly|ulu|kyzy|uulu`;
/** A name behind its Arabic article: `al-Ta'i`, `ash-Shami`. */
export const articledName = String.raw`(?:al|el|ul|a[dnrstz]|ash)-[\p{L}’'‘ʻʼ]{1,40}`;
/** Titles of German nobility: before a bare family name part of it, before a particle the last of the given names. */
const noble = /^(?:Graf|Gräfin|Freiherr|Freifrau|Freiin)$/u;
/** Capitalised forerunners of a family name that belong to it. */
const forerunners = new Set(['Ó', 'Ní', 'Nic', 'Uí', 'Mac', 'Van', 'Von', 'Zu', 'Zum', 'Zur', 'De', 'Le', 'La', 'Di', 'Della', 'Lo', 'Dal', 'Dalla', 'Dello', 'Delle', 'Dei', 'Del', 'Da', 'Du', 'Al', 'El', 'Ben', 'Abu', 'Abou', 'Aït', 'Ait', 'Ould', 'St.', 'Ste.', 'Saint', 'Vanden', 'Vander', 'Vande', 'Ter']);
/** A word of Māori, whose syllables all end in vowels: behind `Te` it is the rest of a family name. */
const maori = /^(?:(?:wh|ng|[hkmnprtw])?[aeiouāēīōū]){2,12}$/iu;
const suffixes = /^(?:[Jj]r|[Ss]r|[Jj]un\.|[Ss]en\.|II|III|IV)\.?$/u;
const titles = /^(?:Prof|Professor|Dr|Mr|Mrs|Ms|Mme|Mlle|Herr|Frau|Sra|Dra|Profa|Dott|Sir|Hon|Doç|Dipl\.-Pol|Проф|Доц|доц|проф|канд|д-р|Öğr|Üyesi|Admiral|Ambassador|Amb\.|Gen\.|Adm\.|Col\.|\(ret\.?\)|PhD|Ph\.D|MA|M\.A)\.?$/u;
/** A degree behind a name; initials in front of a family name, or alone behind its comma. */
const maybeInitials = /^M\.?A\.?$/u;
/** Titles that are suffixes or names elsewhere, and stand in front with a point. */
const frontTitle = /^(?:Sr|Srta|Dña|Lic|Ing|Mtr[oa]|Mgr|Sig|Pr)\.$/u;
const trailingMark = /(?:[\d⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰⁱªº,*†‡§¶#✉ ]|(?<=\p{Ll}{2})(?:I{1,3}|I?V|VI{1,3})|\[[A-Za-z0-9]\]|\([Cc]orresponding [Aa]uthor\)|(?:ORCID|Orcid|orcid)(?: iD icon)?|https?:\/\/orcid\.org\/[\dX-]{0,30})$/u;
const incompleteTail = /(?:\(?et al\.?\)?|and others|и др\.?|и соавт\.?|және т\.б\.?|等|ve diğ\.?|u\. ?a\.?|…)$/iu;
const bodies = /(?:^|\s)(?:University|Universit\p{L}+|Institute|Institut|Ministry|Bank|Organi[sz]ation|Committee|Commission|Council|Association|Foundation|Agency|Government|Office|Department|Centre|Center|Party|Team|Group|Project|Nations|Parliament|Congress|Senate|Assembly|Bureau|Forum|Federation|Alliance|Corporation|Company|Secretariat|Directorate|Lab|Laboratory|Laboratories|Library|Museum|Society|Consortium|Network|Initiative|Collaboration|Collaborative|Inc\.?|Ltd\.?|GmbH|Archives?|Services|Academy|Authority|Programme|Program|Gesellschaft|Ministerium|Bundesamt|Zentrum|Stiftung|Verein|OECD|UNDP|UNESCO|NATO|OSCE|WHO|IMF|Университет|Институт|Министерство|Комитет|Центр|Фонд)(?:\s|$)/u;
/** Does the name speak of a body: a university, an office, a party? */
export const isBody = (name: string): boolean => bodies.test(name);
const patronymic = /(?:ович|евич|ич|овна|евна|ична|инична|ұлы|улы|қызы|кызы|оглы|угли|оғлы|ovich|evich|ovna|evna|uly|ulu|kyzy|qizi|oglu)$/u;
/** Behind the name of the father, as a word of its own. */
const sonOrDaughter = /^(?:оглы|оғлы|угли|кызы|қызы|гызы|улы|ұлы|oğlu|oglu|ogly|oghlu|qızı|qizi|kyzy|uly)$/u;
/** `Kovácsné Nagy Éva`: a Hungarian married name stands in front, as families there do. */
const wifeOf = /^\p{Lu}\p{Ll}{2,12}né$/u;
/** In front of the name of the father, which is none of the family's. */
const childOf: ReadonlySet<string> = new Set(['bin', 'ibn', 'binti', 'bint']);
/** Behind the family name, and part of it. */
const generation = /^(?:Filho|Neto|Netto|Júnior|Sobrinho)$/u;
/** Spanish family names that stand before a second one with a particle. */
const spanish = /^(?:\p{Lu}\p{L}{1,12}(?:ez|és|éz)|Serrano|Beltrán|García|Ruiz|Ortiz|Muñoz|Díaz|Moreno|Romero|Navarro|Torres|Castro|Molina|Blanco|Medina|Herrera|Vega|Soto|Reyes|Ponce|Ortega|Rubio|Marín|Sanz|Gil|Prieto|Vargas|Rojas|Mendoza|Guerrero|Ramos|Flores|Vidal|Pardo|Cabrera|Campos|Carrasco|Aguilar|Montero|Calvo|Garrido|Gallego|Lozano|Delgado|Iglesias|Crespo|Herrero|Velasco|Peña|Arias|Bravo|Acosta|Rivera|Mora|Salazar|Peralta|Espinosa|Fuentes|Guzmán|Ibarra|Luna|Maldonado|Palacios|Quintana|Robles|Salinas|Sandoval|Toledo|Valencia|Villanueva|Zamora)$/u;
const initials = /^(?:\p{Lu}\p{Ll}?\.[ -]?)+$/u;
const allCaps = /^\p{Lu}[\p{Lu}’'-]+$/u;
const twoCharacterFamilies = /^(?:欧阳|歐陽|单于|夏侯|淳于|澹台|濮阳|钟离|轩辕|万俟|申屠|呼延|端木|独孤|南宫|西门|拓跋|完颜|爱新|單于|公冶|宗政|仲孙|司空|耶律|纳兰|东郭|百里|長孫|公孫|鮮于|聞人|南宮|西門|獨孤|司马|司馬|上官|诸葛|諸葛|东方|東方|皇甫|尉迟|公孙|令狐|慕容|司徒|长孙|宇文|鲜于|闻人|赫连|남궁|황보|제갈|사공|선우|서문|독고|동방)/u;
/** Does a name in Chinese or Korean letters begin with a family of two characters? */
export const isTwofold = (name: string): boolean => name.length > 2 && twoCharacterFamilies.test(name);
const eastAsian = /^[\p{sc=Han}\p{sc=Hangul}]{2,4}$/u;
/** `佐々木 悠人`, `贺 川`: the family name in front, a blank behind it. */
const partedEastAsian = /^(\p{sc=Han}{1,4}|\p{sc=Hangul}{1,2}) ([\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]{1,4}|\p{sc=Hangul}{1,3})$/u;

/** `Cho Min-jae`: a Korean family name before a given one of two syllables. */
const korean = /^(Kim|Lee|Park|Choi|Choe|Jung|Jeong|Chung|Kang|Cho|Jo|Yoon|Yun|Jang|Chang|Lim|Im|Han|Shin|Suh|Seo|Kwon|Hwang|Ahn|Song|Yoo|Yu|Ryu|Hong|Jeon|Ko|Moon|Son|Yang|Bae|Baek|Paik|Heo|Huh|Nam|Shim|Noh|Roh|Ha|Oh) (\p{Lu}\p{Ll}{1,6}-\p{Ll}{2,6})$/u;

/** `Hsu Mei-ling`: a Chinese family name before a given one of two syllables, as it is written in Taiwan and Hong Kong. */
const chinese = /^(Hsu|Chen|Lin|Huang|Wu|Tsai|Wang|Liu|Yang|Hsieh|Kuo|Chiu|Tseng|Liao|Lai|Hung|Chuang|Lu|Yeh|Su|Chou|Chien|Pan|Tsao|Fang|Hu|Liang|Sun|Wei|Tang|Teng|Chu|Hsiao|Hsiung|Tsui|Tung|Chao|Cheng|Chan|Wong|Leung|Cheung|Ng|Lam|Lau|Ho|Tan|Goh|Ong|Peng|Shih|Tien|Ting|Yen|Yu) (\p{Lu}\p{Ll}{1,6}-\p{Ll}{1,6})$/u;
/** `Ngô Đình Phúc`: a Vietnamese family name before the others. */
const vietnamese = /^(Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Trịnh|Đoàn|Lương|Tô|Đào|Tạ|Trương|Lâm|Mạc|Tăng|Thái|Vương|Quách|Kiều|Nghiêm|Phùng|Châu|Đàm|Hứa|Lưu|Triệu|Từ|Tống) ((?:\p{Lu}\p{L}{0,6} ){0,2}\p{Lu}\p{L}{0,6})$/u;

/** `Hoang Van Duc`: the same where the marks were lost, told by a middle name of Vietnam and by the last that is no family. */
const plainVietnamese = /^(Nguyen|Tran|Pham|Hoang|Huynh|Phan|Vu|Vo|Dang|Bui|Ngo|Duong|Dinh|Trinh|Doan|Luong|Truong|Le|Ho|Do|Dao|Ta|Ly) ((?:Thi|Van|Quoc|Minh|Thanh|Duc|Ngoc|Xuan|Huu|Hong|Cong|Tuan|Manh|Quang|Viet|Trong|Bao|Dinh)(?: \p{Lu}\p{Ll}{1,6}){1,2}(?<! (?:Nguyen|Tran|Pham|Hoang|Huynh|Phan|Vu|Vo|Dang|Bui|Ngo|Duong|Dinh|Trinh|Doan|Luong|Truong|Le)))$/u;
/** One name in reading order (`Roman A. Yuneman`), inverted (`Yuneman, Roman A.`) or East Asian (`王毅`). */
export function readName(text: string): Name {
  const bare = withoutMarks(singleBlanks(text).trim());
  if (bare.includes(',')) return invertedName(bare);
  if (eastAsian.test(bare)) return eastAsianName(bare);
  const [, front, behind] = partedEastAsian.exec(bare) ?? [];
  if (front !== undefined && behind !== undefined) return { family: front, given: behind };
  if (bodies.test(bare)) return { literal: bare };
  const [, before, after] = korean.exec(bare) ?? chinese.exec(bare) ?? vietnamese.exec(bare.normalize('NFC')) ?? plainVietnamese.exec(bare) ?? [];
  if (before !== undefined && after !== undefined) return { family: before, given: after };
  const tokens = bare.split(' ').filter((token, at) => !(titles.test(token) && !(at === 0 && maybeInitials.test(token))) && !(at === 0 && frontTitle.test(token)));
  if (tokens.length > 3 && sonOrDaughter.test(tokens.at(-1)?.toLowerCase() ?? '')) tokens.push((tokens.pop() ?? '').toLowerCase());
  if (isFamilyFirst(tokens)) return { family: tokens[0] ?? '', given: tokens.slice(1).join(' ') };
  return tokens.length < 2 ? { literal: tokens[0] ?? bare } : nameOfTokens(tokens);
}

/** Footnote signs, ORCIDs and the like that pages put behind a name. None of them ends in most letters (but for those of `orcid`, `icon` and `XIV`) or a full stop. */
function withoutMarks(text: string): string {
  if (/[.abce-mo-zA-CE-HJ-UWYZ]$/.test(text)) return text;
  let name = text;
  for (let mark = trailingMark.exec(name.slice(-60)); mark !== null && name !== ''; mark = trailingMark.exec(name.slice(-60))) {
    name = name.slice(0, name.length - mark[0].length);
  }
  return name;
}

/** The second character of Japanese families of two, few of which stand third in a name. */
const endsJapanese = /^\p{sc=Han}[川田山村本藤野井原口崎島岛木谷泽沢内上下石宫宮森林部尾浦坂冈岡津桥橋濑瀬仓倉塚垣]/u;
/** Is this the name of a Japanese, two characters for the family and two for the given name? */
export const isJapanese = (name: string): boolean => /^\p{sc=Han}{4}$/u.test(name) && !isTwofold(name) && endsJapanese.test(name) && !endsJapanese.test(name.slice(1));

function eastAsianName(text: string): Name {
  const length = isTwofold(text) || isJapanese(text) ? 2 : 1;
  return { family: text.slice(0, length), given: text.slice(length) };
}

function invertedName(text: string): Name {
  const [family = '', ...rest] = text.split(',').map((part) => part.trim());
  const suffix = rest.find((part) => suffixes.test(part));
  const parts = rest.filter((part) => part !== suffix && part !== '');
  const first = parts.length === 1 && maybeInitials.test(parts[0] ?? '') ? parts[0] ?? '' : parts.filter((part) => !titles.test(part)).join(' ');
  const given = allCaps.test(family) ? first.split(' ').map((token) => (token.length > 3 ? fromCapitals(token) : token)).join(' ') : first;
  if (given === '' && suffix !== undefined) return { ...readName(family), suffix };
  if (given === '') return { literal: family };
  const [, letters, particle] = initialsAndParticle.test(given) ? /^(.{1,20}\.) ?(\p{Ll}.*)$/u.exec(given) ?? [] : particleBehind.exec(given) ?? [];
  const tail = letters === undefined || particle === undefined ? { given } : { 'given': letters, 'non-dropping-particle': particle };
  return { ...familyOf(family.split(' ')), ...tail, ...(suffix === undefined ? {} : { suffix }) };
}

function nameOfTokens(all: readonly string[]): Name {
  const last = all.at(-1) ?? '';
  const tokens = all.length > 2 && suffixes.test(last) ? all.slice(0, -1) : all;
  const suffix = tokens === all ? {} : { suffix: last };
  const split = familyFirst(tokens);
  if (split > 0) return { ...familyOf(tokens.slice(0, split)), given: tokens.slice(split).join(' '), ...suffix };
  const start = particleStart(tokens);
  return { ...familyOf(tokens.slice(start)), given: tokens.slice(0, start).join(' '), ...suffix };
}

/** How many tokens at the front are the family name, when the form of the name says that it comes first; else 0. */
function familyFirst(tokens: readonly string[]): number {
  const capitals = tokens.findIndex((token) => !allCaps.test(token));
  if (capitals > 0 && !tokens.slice(capitals).some((token) => allCaps.test(token))) return capitals;
  const first = tokens.findIndex((token) => initials.test(token));
  if (first > 0 && tokens.slice(first).every((token) => initials.test(token))) return first;
  if (tokens.length > 2 && wifeOf.test(tokens[0] ?? '') && tokens.slice(1).every((token) => /^\p{Lu}\p{Ll}/u.test(token))) return tokens.length - 1;
  if (tokens.length === 4 && sonOrDaughter.test(tokens[3] ?? '')) return 1;
  return tokens.length === 3 && patronymic.test(tokens[2] ?? '') && !patronymic.test(tokens[1] ?? '') ? 1 : 0;
}

/** Where the family name starts in reading order: at its particle, or at the last token. */
function particleStart(tokens: readonly string[]): number {
  const both = tokens.indexOf('y');
  if (both > 1 && both === tokens.length - 2) return both - 1;
  const wa = tokens.indexOf('wa');
  if (wa > 0 && wa === tokens.length - 2) return Math.max(1, wa - 1);
  const joined = tokens.findIndex((token, index) => index > 0 && index < tokens.length - 1 && /^\p{Lu}\p{L}+-(?:de|van|von|der|den|ter|di|da|du|del)$/u.test(token));
  if (joined > 0) return joined;
  const particle = tokens.findIndex((token, index) => index > 0 && index < tokens.length - 1 && (particles.has(token) || (token === 'do' && index === tokens.length - 2)) && !(childOf.has(token) && index < tokens.length - 2));
  if (particle > 1 && /^del?$/u.test(tokens[particle] ?? '') && spanish.test(tokens[particle - 1] ?? '')) return particle - 1;
  const before = tokens.at(-2) ?? '';
  const two = tokens.length > 2 && noble.test(before) ? tokens.length - 2 : twoFamiliesFrom(tokens);
  if (two !== undefined) return two;
  if (particle > 0) return particle > 1 && forerunners.has(tokens[particle - 1] ?? '') ? particle - 1 : particle;
  return tokens.length > 2 && (forerunners.has(before) || (before === 'Te' && maori.test(tokens.at(-1) ?? '')) || generation.test(tokens.at(-1) ?? '') || /\p{Ll}oğlu$/u.test(before)) ? tokens.length - 2 : tokens.length - 1;
}

function familyOf(tokens: readonly string[]): Name {
  const count = tokens.findIndex((token) => !particles.has(token));
  const family = tokens.slice(Math.max(count, 0)).map(fromCapitals).join(' ');
  return count > 0 ? { 'non-dropping-particle': tokens.slice(0, count).join(' '), family } : { family };
}

/** `SARTORI` is printed so to mark the family name; it is written `Sartori`. */
export const fromCapitals = (token: string): string =>
  token.length > 2 && allCaps.test(token)
    ? token.toLowerCase().replace(/(^|[-’'])(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    : token;

/** What somebody is, between names: `Anna Kos, Senior Fellow, and Bo Lind`. */
const post = /^(?:(?:Senior|Junior|Associate|Assistant|Visiting|Non-?[Rr]esident|Resident|Distinguished|Principal|Lead|Research|Policy|Programme?|Executive|Managing|Deputy|Adjunct|Post-?doctoral|Doctoral|PhD|Independent|Affiliated?|Chief|Teaching|Political|Legal) ){0,3}(?:Fellow|Analyst|Director|Professor|Researcher|Lecturer|Advis[eo]r|Scholar|Officer|Consultant|Candidate|Economist|Scientist)(?: (?:of|for|at|in) \p{L}.{1,80})?$/u;

/** The names of a byline, split at the first kind of separator that is there. */
export function readNames(text: string): NameList {
  const whole = text.replace(/^(?:by|от|par|von(?! [^,\s]+, \S+$))[\s:]+/iu, '').trim();
  const list = withoutEnd(whole.replace(incompleteTail, ''), ' ,;\n\t');
  const pieces = splitNames(list.replace(/[；]/gu, ';').trim());
  const names = pieces.map((piece) => piece.trim()).filter((piece) => /\p{L}/u.test(piece) && !(pieces.length > 1 && post.test(piece))).map(readName);
  return { names, incomplete: incompleteTail.test(whole) };
}

const strongSeparator = /\n|;|\t| [•·] | \/ /u;
const andWord = / (?:&|and|und|et|y|и|және|ve) |(?<=\p{sc=Han})和(?=\p{sc=Han})/u;

/** The word of `Ibarra y Vélez` in one person's name: a single word stands behind it, and two at least before. */
const twoFamilies = /(?<=\p{L} \p{Lu}[\p{L}’'-]{1,30}) y (?=\p{Lu}[\p{L}’'-]{1,30}(?:[,;\d]|$| and | & ))/gu;

function splitNames(text: string): readonly string[] {
  if (strongSeparator.test(text)) return text.split(strongSeparator);
  if (text.includes('、')) return text.split('、');
  const pieces = text.replace(/\s+/gu, ' ').replace(twoFamilies, '\u2009y\u2009').split(andWord).map((piece) => withoutEnd(piece, ' ,'));
  if (pieces.length > 1 && pieces.every((piece) => piece.split(',').length === 2)) return pieces;
  return pieces.flatMap((piece) => splitAtCommas(piece.replace(/，/gu, ',')));
}

/** Bare commas part names (`A B, C D`) or the halves of a name (`B, A.`); the pieces tell which. */
function splitAtCommas(text: string): readonly string[] {
  const pieces = text.split(',').map((piece) => piece.trim()).filter((piece) => piece !== '');
  if (pieces.length < 2) return pieces;
  if (suffixes.test(pieces[1] ?? '') && pieces.length === 2) return [text];
  if (isInverted(pieces)) return pairs(pieces);
  const names: string[] = [];
  for (const piece of pieces) names.push(suffixes.test(piece) ? `${names.pop()}, ${piece}` : piece);
  return names;
}

/** `TAVARES DA CUNHA`: families in capitals before given names that are not. */
const inCapitals = /^\p{Lu}[\p{Lu}’' -]{2,60}$/u;

/** `Di Girolamo`, `De Vries`, `van den Berg` before a comma: what no whole name is, and so the family of one that is turned round. */
const familyAlone = /^(?:(?:Di|De|Del|Della|Da|Du|Le|La|Lo|Dal|Dalla|Dello|Delle|Dei|Van|Von|Mac|St\.|Ó|van|von|de|di|da|du|den|der|del|della|ter|ten|zu|dos|das) ){1,2}\p{Lu}[\p{L}’'-]{2,30}$/u;
/** Is this the first half of a name that is turned round, and the rest its other half? */
export const isTurnedFamily = (family: string, given: string): boolean => familyAlone.test(family) && /^\p{Lu}[\p{L}.’'-]{0,30}(?: \p{Lu}[\p{L}.’'-]{0,30})?$/u.test(given) && !familyAlone.test(given);

/** `Souza Lima, M. de`: the particle behind the initials. */
const initialsAndParticle = /^(?:\p{Lu}\p{Ll}?\.[ -]?){1,4} ?(?:d[aeo]s?|del?|della|van(?: de[rn]?)?|von(?: der)?|di|du|ter|ten|zu)$/u;

/** `Lühe, Heinrich von der`: the particle behind the given names. */
const particleBehind = /^(\p{Lu}.{0,60}?) ((?:v[oa]n|zu|zu[mr]|de|del|della|d[aiou]|d[ao]s|ter|ten|af|av|фон|ван|де)(?: (?:der|den|de|dem|la|las|le|los|zu|zur|ter|ten|[’'‘]t))?)$/u;

function isInverted(pieces: readonly string[]): boolean {
  if (pieces.length % 2 === 1) return false;
  if (pieces.every((piece, index) => inCapitals.test(piece) === (index % 2 === 0)) && pieces.every((piece, index) => /\p{L}{3}/u.test(piece) && (index % 2 === 0 || !piece.includes(' ')))) return true;
  const seconds = pieces.filter((_, index) => index % 2 === 1);
  if (seconds.every((piece) => initials.test(piece) || initialsAndParticle.test(piece))) return true;
  if (pieces.length === 2 && isTurnedFamily(pieces[0] ?? '', pieces[1] ?? '')) return true;
  return pieces.length === 2 && pieces.every((piece) => !piece.includes(' ') && !eastAsian.test(piece));
}

function pairs(pieces: readonly string[]): readonly string[] {
  return pieces.flatMap((piece, index) => (index % 2 === 0 ? [`${piece}, ${pieces[index + 1] ?? ''}`] : []));
}

/** A person of a programme, with the affiliation that stands in brackets behind the name. */
export type Person = { readonly name: string; readonly affiliation?: string };

/** `A B (X (Y), Z) C D (W)`: the people of a line. Brackets nest; a name without brackets has no affiliation. */
export function readPeople(line: string): readonly Person[] {
  const people: Person[] = [];
  let at = 0;
  while (at < line.length) {
    const open = line.indexOf('(', at);
    const close = open < 0 ? -1 : closingBracket(line, open);
    const names = line.slice(at, close < 0 ? line.length : open);
    const last = people.push(...namesBefore(names)) - 1;
    if (close < 0) break;
    const affiliation = line.slice(open + 1, close).trim();
    if (last >= 0 && affiliation !== '') people[last] = { ...people[last], name: people[last]?.name ?? '', affiliation };
    at = close + 1;
  }
  return people;
}

const namesBefore = (text: string): readonly Person[] =>
  text.split(/[;,]|\s(?:and|&|und|et|y|и|және|ve)\s|\s{2,}/u).map((name) => name.trim()).filter((name) => /\p{L}/u.test(name))
    .map((name) => ({ name }));

/** Where the bracket opened at `open` is closed; the end of the line if it never is. */
export function closingBracket(line: string, open: number): number {
  let depth = 0;
  for (let at = open; at < line.length; at++) {
    if (line[at] === '(') depth++;
    else if (line[at] === ')' && --depth === 0) return at;
  }
  return line.length;
}
