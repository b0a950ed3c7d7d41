/** Which label a line begins with. */
import { remembering } from '../../remembered';
import { labelWords, roles, type LabelLanguage, type Role } from './words';

/** A label at the start of a line: its role and language, and where in the line its value begins. `bare`: nothing follows. */
export type Label = { readonly role: Role; readonly language: LabelLanguage; readonly valueAt: number; readonly bare: boolean };

const longestLabel = 110;

/** The same letters whatever the case, also for Turkish İ and ı, and whatever the apostrophe. */
export const foldedLabel = (text: string): string => (/^[!-_a-~]*(?: [!-_a-~]+)*$/.test(text) ? text.toLowerCase() : foldedOther(text));

function foldedOther(text: string): string {
  const low = text.normalize('NFC').toLowerCase();
  return (unlike.test(low) ? low.replace(/\u0307/gu, '').replace(/ı/gu, 'i').replace(/[’‘ʻʼ`´]/gu, "'").replace(/\s+/gu, ' ') : low).trim();
}

const unlike = /[\u0307ı’‘ʻʼ`´\t-\r\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]| {2}/;

const known: ReadonlyMap<string, { readonly role: Role; readonly language: LabelLanguage }> = new Map(roles.flatMap((role) =>
  Object.entries(labelWords[role]).flatMap(([language, words]) => words.split('|').map((word) =>
    [withoutEndMark(foldedLabel(word)), { role, language: language as LabelLanguage }] as const))));

/** No label is longer, with the few signs that may stand around it. */
const longestWords = Math.max(...[...known.keys()].map((word) => word.length)) * 2 + 30;

function withoutEndMark(text: string): string {
  return text.replace(/[.:]$/u, '');
}

/** Roles whose label may also end in a full stop or a dash, as in “Abstract. This paper …”. */
const proseRoles: ReadonlySet<Role> = new Set(['abstract', 'keywords', 'weakAbstract', 'citation', 'jel']);
/** Roles whose label may be followed by its value without any mark, as in “УДК 327.7”. */
const codeRoles: ReadonlySet<Role> = new Set(['udc', 'jel', 'mrnti', 'grnti', 'bbk', 'edn', 'doi', 'issn', 'isbn', 'clc']);
const decoration = /^(?:\d{1,2}[.)]\s|\d\s(?=Introduction$))?[\s#*_•▪■◆●|]{0,8}[【[〔［〈]?\s{0,3}/u;

/** The label that a trimmed line begins with, or undefined. Looks at the start of the line only. */
export const labelAt = remembering((line): Label | undefined => newLabelAt(line));

/** The same of a text that nobody else will ask about. */
export function newLabelAt(line: string): Label | undefined {
  const from = decoration.exec(line)?.[0].length ?? 0;
  const head = line.slice(from, from + longestLabel);
  const known = mayBeKnown(head) ? wholeLine(line, head, from) ?? ofTabs(line) ?? beforeMark(line, head, from) : undefined;
  return ofCyberLeninka(line) ?? known ?? ofRepository(line) ?? beforeSentence(head, from) ?? beforeCode(head, from);
}

const firstLetters = /^[\p{L}\p{M}]*/u;
const firstWord = (text: string): string => firstLetters.exec(text)?.[0] ?? '';
/** The first words of all labels, as far as they are letters. */
const firstWords: ReadonlySet<string> = new Set([...known.keys()].map(firstWord));

const isIdeograph = (sign: string): boolean => sign >= '\u4e00' && sign <= '\u9fff';
/** The Chinese characters with which labels begin. */
const firstIdeographs: ReadonlySet<string> = new Set([...known.keys()].map((word) => word[0] ?? '').filter(isIdeograph));

/** Does the line begin with the first word of a label? A letter alone may be the first of a word in s p a c e d letters. */
function mayBeKnown(head: string): boolean {
  const sign = head[0] ?? '';
  if (isIdeograph(sign)) return firstIdeographs.has(sign);
  const word = firstWord(head);
  return word === '' || (word.length < 3 && /^\s/u.test(head.slice(word.length, word.length + 1))) || firstWords.has(firstWord(foldedLabel(word)));
}

/** The headings of CyberLeninka, which hold the title and the names themselves; they are in Russian. */
function ofCyberLeninka(line: string): Label | undefined {
  if (!/[\u0400-\u04ff]/.test(line) || !/научн/iu.test(line.slice(0, 500))) return undefined;
  if (line.startsWith('Научная статья на тему ')) return { role: 'title', language: 'ru', valueAt: 23, bare: false };
  if (/^Текст научной (?:работы|статьи) на тему «/u.test(line)) return { role: 'fullText', language: 'ru', valueAt: line.length, bare: true };
  if (/^Аннотация научной статьи по /u.test(line)) return { role: 'abstract', language: 'ru', valueAt: line.length, bare: true };
  const people = /^автор(?:ы)? научной (?:работы|статьи)\s?[—–-]\s?(?=\p{Lu})/iu.exec(line);
  if (people !== null) return { role: 'author', language: 'ru', valueAt: people[0].length, bare: false };
  return / Текст научной статьи по специальности «/u.test(line.slice(0, 500)) ? { role: 'skip', language: 'ru', valueAt: 0, bare: false } : undefined;
}

/** `dc.contributor.referee1`, `dc.title.alternative`: the other rows of a repository’s table, which no field of the record is read from. */
function ofRepository(line: string): Label | undefined {
  const [row, field = ''] = /^(?:dc|dcterms|thesis|oaire|datacite)\.([A-Za-z][\w.-]{1,60})\t\s{0,8}/u.exec(line.slice(0, 120)) ?? [];
  return row === undefined ? undefined : { role: field.startsWith('contributor') ? 'notAuthor' : 'skip', language: 'und', valueAt: row.length, bare: row.length >= line.length };
}

function wholeLine(line: string, head: string, from: number): Label | undefined {
  if (line.length - from > longestLabel) return undefined;
  const bare = head.replace(/\s\[\p{Ll}{2,3}\]$/u, '').replace(/[\s*_:：.。,】\]〕］〉—–-]{1,6}$/u, '');
  const found = known.get(unspaced(foldedLabel(bare)));
  return found === undefined ? undefined : { ...found, valueAt: line.length, bare: true };
}

/** `引证文献 参考文献 相似文献`: tabs side by side, each of them a list of other works. */
function ofTabs(line: string): Label | undefined {
  const tabs = line.length > longestLabel || !/^\p{sc=Han}{4,8}\s/u.test(line) ? [] : line.split(/\s+/u);
  const lists = tabs.map((tab) => known.get(tab)?.role);
  return lists.length > 1 && lists.every((role) => role === 'references' || role === 'aside') ? { role: 'aside', language: 'zh', valueAt: line.length, bare: true } : undefined;
}

/** “A B S T R A C T” as “abstract”. */
const unspaced = (text: string): string => (/^\p{L}(?: \p{L}){4,}$/u.test(text) ? text.replace(/ /gu, '') : text);

const mark = /[:：.。】\]〕］〉\t—–-]|\s{2}/gu;

function beforeMark(line: string, head: string, from: number): Label | undefined {
  for (const { 0: found, index } of head.matchAll(mark)) {
    if (index > longestWords) break;
    const words = unspaced(foldedLabel(head.slice(0, index).replace(/\*{1,2}$/u, '').replace(/\s?[([][\p{L}. ]{1,20}[)\]]$/u, '')));
    const label = known.get(words);
    if (label === undefined || !allows(label.role, found, head.slice(index + found.length))) continue;
    const rest = /^[\s:：.。*_】\]—–-]{0,8}/u.exec(line.slice(from + index + found.length))?.[0].length ?? 0;
    const valueAt = from + index + found.length + rest;
    return { ...label, valueAt, bare: valueAt >= line.length };
  }
  return undefined;
}

function allows(role: Role, found: string, rest: string): boolean {
  if (/[:：】\]〕］〉\t]/u.test(found)) return true;
  if (found.trim() === '') return role === 'keywords' || codeRoles.has(role);
  return proseRoles.has(role) && /^[\s\p{Lu}]/u.test(rest);
}

const unmarked = /^(?:ABSTRACT|АННОТАЦИЯ|АҢДАТПА|ÖZ|ÖZET|RESUMEN|RÉSUMÉ|ZUSAMMENFASSUNG) (?=\p{Lu})|^(?:Abstract|Аннотация|Аңдатпа|Özet|Resumen|Résumé|Zusammenfassung) (?=(?:This|The|In|We|Our|How|What|Why|Using|While|Although|Drawing|Does|Do|An|Статья|В|Настоящ\p{L}{1,6}|Este|La|El|Cet|Cette|Der|Die|Dieser|Bu|Мақалада)\s)|^(?:Abstract|ABSTRACT|Résumé|Resumen|Zusammenfassung)(?=\p{Lu}\p{Ll})|^(?:Keywords|KEYWORDS|Key words) (?=[^.:]{2,60}[,;])/u;

/** “ABSTRACT This paper …”, “AbstractThis paper …”: the label stands right before a sentence. */
function beforeSentence(head: string, from: number): Label | undefined {
  const match = unmarked.exec(head);
  const label = match === null ? undefined : known.get(foldedLabel(match[0]));
  return match === null || label === undefined ? undefined : { ...label, valueAt: from + match[0].length, bare: false };
}

const code = /^(FTAMP|УДК|UDC|UDK|ОӘЖ|ӘОЖ|МРНТИ|ҒТАМР|IRSTI|ГРНТИ|ББК|JEL|EDN|DOI|doi|ISSN|eISSN|ISBN)[\s:]{1,3}(?=[\p{Lu}\d])/u;

function beforeCode(head: string, from: number): Label | undefined {
  const match = code.exec(head);
  const label = match === null ? undefined : known.get(foldedLabel(match[1] ?? ''));
  if (match === null || label === undefined || !codeRoles.has(label.role)) return undefined;
  return { ...label, valueAt: from + match[0].length, bare: false };
}
