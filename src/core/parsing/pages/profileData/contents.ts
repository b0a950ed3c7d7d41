/** Tables of contents of issues and volumes: a title, its authors and its pages, again and again. */
import type { Profile } from '../profile/profile';

const number = '(?:№|No\\.?|Nr\\.?|Núm\\.?|n\\.|Sayı:?|Issue|Number|Номер:?|Вып\\.|Heft|H\\.)';
const volume = '(?:Том:?|Т\\.|Vol\\.?|Volume|Cilt:?|v\\.|Band|Bd\\.|Jg\\.)';
/** A line that is nothing but pages, in an index with the count of citations behind it. */
const pages = '(?:pp?\\.? ?|[Pp]ágs?\\.? ?|Pages:? ?|С\\. ?|Стр\\. ?|S\\. ?|ss?\\. ?)?(?:\\d{1,4} ?[–-] ?\\d{1,4})';
const day = '\\d{4}-\\d\\d-\\d\\d';

const initials = '(?:\\p{Lu}\\p{Ll}?\\. ?){1,3}';
/** Names before a title on its line: with initials, or in full and a mark behind them. */
const oneName = `(?:\\p{Lu}[\\p{L}’'ʻ-]{1,30},? ${initials}|${initials}\\p{Lu}[\\p{L}’'ʻ-]{1,30})`;
const fullName = "\\p{Lu}[\\p{Ll}’'-]{1,20}(?: \\p{Lu}\\.)? \\p{Lu}[\\p{L}’'-]{1,30}";
const namesAhead = `(?:(?<author>${oneName}(?:(?:,|;| and| и| және) ?${oneName}){0,6})[.,:—–-]{0,2}|(?<authors>${fullName}(?:(?:,| and| und| et| y| e) ${fullName}){0,5})(?:[.:]| [—–-]))`;
const leaders = '(?:\\.{3,300}|…{1,100}|(?:\\. ){3,150}\\.?|_{3,300})';
/** The end of a line with leaders, no more of it than shows what it is. */
const ledToPage = '(?:\\.{3}|…|\\. \\. \\. ?|_{3})[ \\t]{0,9}\\d{1,4}[ \\t]{0,40}';

/** Of no journal and no site that we know; only several works together are one. */
export const contents: readonly Profile[] = [
  {
    id: 'contents',
    fingerprints: [
      { re: `^[ \\t]*${pages}(?:[ \\t]\\d{1,4})?[ \\t]*\\n(?:[^\\n]*\\n){1,8}[ \\t]*${pages}(?:[ \\t]\\d{1,4})?[ \\t]*$`, w: 5 },
      { re: '^[ \\t]*(?:Table of [Cc]ontents|Contents|CONTENTS|Содержание|СОДЕРЖАНИЕ|Название статьи|Мазмұны|İçindekiler|Inhalt|Sommaire|Índice|Sumário|Sumario|目录|Articles?|Статьи|Статті|Makaleler|Artículos|Artigos)(?:[ \\t]|$)', w: 1 },
      { re: `^[ \\t]{0,9}(?:${volume}|${number}) ?\\d{1,4}[^\\r\\n]{0,60}(?:1[89]|20)\\d\\d|^[ \\t]{0,9}Año \\d{4}, (?:Número|N[.º°]|Núm)`, w: 2 },
      { re: '^[ \\t]*(?:Abstract|ABSTRACT|Summary|Аннотация|Анотація|Аңдатпа|Öz|Özet|Resumen|Resumo|Résumé|Zusammenfassung|How to Cite|Как цитировать|Keywords)[ \\t]*(?:$|[.:])', w: -6 },
    ],
    general: true, recordStart: `^${pages}(?:\\s\\d{1,4})?$`, above: 2, head: true, type: 'article-journal',
    noise: ['^(?:Статьи|Статті|Articles?|Research Articles?|Makaleler|Artículos|Artigos|Мақалалар|PDF(?: \\(.*\\))?|HTML|(?:View|Download) (?:PDF|HTML|Citation)|Save|Cite|Table of [Cc]ontents|Contents|Содержание|Название статьи.*|Access|Texto completo|Texto completo .{0,30}|Resumen|Resumo|Reseñas(?: de libros)?|Resenhas|Estudios|Notas|Documentos|Editorial|Sumario|[Rr]estricted|Open [Aa]ccess)$'],
    shared: [
      { to: '*', take: 'match', pattern: `^${volume} ?(?<volume>\\d{1,4})[,;]? ${number} ?(?<issue>[\\w-]{1,9})(?:,? (?<date>\\p{L}{3,9} \\d{4})|[^(]{0,12}\\((?<year>\\d{4})\\)|.{1,9}?(?:Год: ?)?(?<year2>\\d{4}))` },
      { to: '*', take: 'match', pattern: `^${number} ?(?<issue>[\\w-]{1,9})(?:[^(]{0,12}\\((?<year>\\d{4})\\)|.{1,9}?(?:Год: ?)(?<year2>\\d{4}))` },
      { to: '*', take: 'match', pattern: '^Año (?<year>\\d{4}), (?:Número|N[.º°]{1,2}|Núm\\.?) ?(?<issue>[\\w-]{1,9})' },
      { to: 'issued', take: 'match', pattern: `^${volume}.{1,40}Год: ?(?<value>\\d{4})|^${number}.{1,20}Год: ?\\d{4}` },
      { to: 'issued', take: 'match', pattern: `^(?:Опубликован\\p{L}?|Published|Publicado|Yayımlandı|Опубліковано|Жарияланды):? (?<value>${day})` },
      { to: 'container-title', take: 'line', before: `^(?:${volume}|${number}) ?\\d{1,4}|^Año \\d{4}, `, skip: '[\\d!?]|^\\P{Lu}|^.{0,4}$|.{90}|^(?:Home|Archives?|Current|Главная|Архив|Browse|Search|All Issues)', sure: 0.8 },
    ],
    fields: [
      { to: 'page', take: 'match', pattern: `^(?<value>${pages})(?:\\s\\d{1,4})?$` },
      { to: 'author', take: 'line', when: '^(?:[Pp]ágs?\\. ?\\d|Texto completo|Resumen$)', before: `^${pages}(?:\\s\\d{1,4})?$`, as: 'names among other lines, Spanish' },
      { to: 'author', take: 'line', before: `^${pages}(?:\\s\\d{1,4})?$` }, { to: 'title', take: 'line', before: `^${pages}(?:\\s\\d{1,4})?$`, nth: 1 },
    ],
  },
  {
    id: 'tandf-results',
    fingerprints: [{ re: '^[ \\t]*Views: [\\d,]{1,9} \\| CrossRef citations: ', w: 7 }, { re: '^[ \\t]*Abstract \\| (?:Full text|References)', w: 5 }, { re: ', Volume (?<=^[^\\n]{3,150}, Volume )\\d{1,4}, \\d{4} - Issue [^\\n]{1,12}$', w: 3 }],
    recordStart: '^.{3,150}, Volume \\d{1,4}, \\d{4} - Issue .{1,12}$', above: 2, head: true, type: 'article-journal',
    noise: ['^(?:Articles?|Research Articles?|Book Reviews?|Editorial|Showing .{0,600}|Views: .{0,600}|Abstract \\|.{0,600}|First [Pp]age [Pp]review.{0,600}|Open Access|Free access|Published [Oo]nline: .{0,60})$'],
    fields: [
      { to: '*', take: 'match', pattern: '^(?<container>.{3,150}?), Volume (?<volume>\\d{1,4}), (?<year>\\d{4}) - Issue (?<issue>[\\w–-]{1,12})$' },
      { to: 'author', take: 'line', before: ', Volume \\d{1,4}, \\d{4} - Issue ' }, { to: 'title', take: 'line', before: ', Volume \\d{1,4}, \\d{4} - Issue ', nth: 1 },
    ],
  },
  {
    id: 'contents-with-leaders',
    fingerprints: [{ re: `(?=[.…_])(?<=[^\\n]{10})${ledToPage}\\n(?:[^\\n]{0,300}\\n){0,3}[^\\n]{10,500}${ledToPage}$`, w: 6 }],
    general: true, recordStart: `^${namesAhead} ?.{8,400}?\\s?${leaders}\\s{0,9}\\d{1,4}$`, otherStart: { recordStart: `^.{8,400}?\\s?${leaders}\\s{0,9}\\d{1,4}$`, above: 1 }, head: true, type: 'article-journal',
    fields: [
      { to: '*', take: 'match', pattern: `^${namesAhead} ?(?<title>.{8,400}?)\\s?${leaders}\\s{0,9}(?<page>\\d{1,4})$` },
      { to: '*', take: 'match', pattern: `^(?<title>.{8,400}?)\\s?${leaders}\\s{0,9}(?<page>\\d{1,4})$` },
      { to: 'author', take: 'line', before: `${leaders}\\s{0,9}\\d{1,4}$` },
    ],
  },
];
