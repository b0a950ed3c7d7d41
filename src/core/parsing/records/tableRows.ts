/** Rows of a table of literature that are no works: the header in a second language, hints how to fill it in, headings of groups, totals and notes. */
import { folded } from '../lines';
import { columnRole } from './columns';
import type { Row } from './delimited';
import type { Role } from './draft';

type Columns = { readonly cells: readonly string[]; readonly roles: readonly (Role | undefined)[] };

const total = /^(?:(?:(?:Sub|Grand )?[Tt]otal(?:e|en|t)?|TOTAL|Sums?|Count|Mean|Average|Median|Summe|Gesamt|Insgesamt|Anzahl|Mittelwert|Somme|Moyenne|Suma|Soma|Somma|Toplam|Ortalama|Итого|Всего|Среднее|Разом|Razem|Łącznie|Celkem|Összesen|Барлығы|合计|总计|平均)(?: ?\(?[nN] ?=? ?\d{0,6}\)?)?|[nN]) ?[:=]? ?[\d., ]{0,12}$/u;
const note = /^(?:[*†‡§]|(?:Notes?|N\.?B\.?|Legend|Key|Last updated|Anm(?:erkung(?:en)?|\.)|Hinweis|Stand|Légende|Notas?|Nota bene|Примечани[ея]|Прим\.|Обозначения|Uwagi?|Uwaga|Poznámk[ay]|Not|Açıklama|注|备注|说明) ?[:：.]|(?:TODO|To do)(?!\p{L}))/u;

/** Is a row one of works, and not of what people write between and below them? */
export function isWork({ cells }: Row, header: Columns): boolean {
  const filled = cells.flatMap((cell, index) => (cell.trim() === '' ? [] : [{ cell: cell.trim(), index }]));
  const [first] = filled;
  if (first === undefined) return false;
  if (total.test(first.cell) && (cells[header.roles.indexOf('author')] ?? '').search(/\p{L}/u) < 0) return false;
  if (filled.length > 1) return !filled.every(({ cell }) => /^(?:\(.*\)|\[.*\]|<.*>|\{.*\})$/su.test(cell)) && !namesColumns(filled, header);
  return cells.length < 3 || !(note.test(first.cell) || isHeading(first.cell));
}

/** `Titel`, `Jahr` below `Title`, `Year`, or the header once more. */
function namesColumns(filled: readonly { readonly cell: string; readonly index: number }[], { cells, roles }: Columns): boolean {
  const alike = filled.filter(({ cell, index }) => cell.length <= 60 && (folded(cell) === folded(cells[index] ?? '') || (roles[index] !== undefined && columnRole(cell) === roles[index])));
  return alike.length > 1 && alike.length * 2 >= filled.length;
}

/** The one cell of a row as the heading of the rows below: all in capitals, a colon or dashes around it, or numbered in Roman. */
const isHeading = (cell: string): boolean =>
  cell.length < 80 && (/:$|^[-–—=]{1,3} ?[^-–—=]{2,70}[-–—=]{1,3}$|^(?:[IVX]{1,5}|[A-Z])\.? \p{Lu}/u.test(cell) || (cell === cell.toUpperCase() && cell !== cell.toLowerCase() && cell.split(' ').length < 5));
