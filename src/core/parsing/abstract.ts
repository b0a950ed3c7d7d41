/** Abstracts as pages carry them: labels and tails cut off, paragraphs kept, hard-wrapped lines joined. */

const label = /^(?:Abstract|ABSTRACT|abstract(?=\s*:)|Summary|Аннотация|Резюме|Аңдатпа|Öz|Özet|Zusammenfassung|Résumé|Resumen|Resumo|摘\s*要)(?:\s*[.:：—–-]\s*|\s+(?=\p{Lu}|\p{sc=Han})|\s*\n\s*)/u;
const gluedLabel = /^(?:Abstract|ABSTRACT|Résumé|Resumen|Öz|Zusammenfassung)(?=\p{Lu}\p{Ll})/u;
const rights = /(?:©|\(c\)|Copyright|All rights reserved|Published by).{0,160}$/u;
const ellipsis = /\s?[[(]?(?:\.{3}|…)[\])]?\s?(?:read more|see full abstract|expand|show more|展开)?\.?$/iu;
/** `„…“ (Autorenreferat)` and `[R, abr.]`: who wrote an abstract. */
const sourceMark = /\s?(?:\((?:Autorenreferat|Verlagsangabe|author['’]s abstract|Dokument)\)|\[R(?:, abr\.|ésumé[^\]]{0,40})?\]|\[ABSTRACT FROM AUTHOR\])$/u;
const refused = /^[[(]?(?:(?:The )?Abstract (?:withheld|(?:is )?(?:not (?:yet )?available|unavailable|missing|pending)|to follow|to be (?:added|announced|submitted|confirmed)|will follow|forthcoming|TB[ACD])|(?:There is |Sorry, )?no abstract(?: (?:is|was|has been))?(?: (?:currently|yet))?(?: (?:available|provided|supplied|submitted))?|An abstract is not available for this content(?:,? so a preview has been provided)?|Not available|N\/A|TB[ACD]|Аннотация отсутствует|Нет аннотации|Аңдатпа жоқ|(?:Resumen|Resumo) no (?:disponible|está disponible)|Resumo não disponível|Sin resumen|Résumé non disponible|Pas de résumé(?: disponible)?|Kein(?:e)? (?:Abstract|Zusammenfassung)(?: (?:vorhanden|verfügbar))?|Abstract non disponibile|Özet (?:yok|bulunmamaktadır|mevcut değil)|Brak (?:abstraktu|streszczenia)|无摘要|暂无摘要|null|none)[\])]?\.?$/iu;

/** An abstract made clean; `truncated` when the page showed only its beginning. */
export type Abstract = { readonly text: string; readonly truncated: boolean };

/** The abstract in a text, or undefined when the text is a page's way of saying that there is none. */
export function readAbstract(text: string): Abstract | undefined {
  const body = withoutTail(withoutSource(text.trim()).replace(label, '').replace(gluedLabel, '').trim());
  if (refused.test(body.slice(0, 120)) && body.length < 120 || (body.length < 40 && !/\p{L}/u.test(body)) || isContents(body)) return undefined;
  return { text: body, truncated: ellipsis.test(body.slice(-60)) };
}

/** Nothing but short lines of which none ends as a sentence does: the headings of an article, whose first is that of its abstract. */
function isContents(text: string): boolean {
  const lines = text.split(/\n+/u);
  return lines.length > 1 && lines.every((line) => line.length < 90 && !/[.!?:;,…。！？]["”»)]?$/u.test(line));
}

const withoutSource = (text: string): string => (text.endsWith(')') || text.endsWith(']') ? text.replace(sourceMark, '') : text);

function withoutTail(text: string): string {
  const tail = text.slice(-200);
  const match = rights.exec(tail);
  if (match === null || text.length < 200 || match.index === 0) return text;
  return text.slice(0, text.length - tail.length + match.index).trimEnd();
}

/** The paragraphs of a record's abstract: wrapped lines joined, blank lines between. */
export const reflowed = (text: string): string =>
  !text.includes('\n') ? text.trim() : blocksOf(text.split('\n').map((line) => line.trim())).map((block) => block.join(' ')).join('\n\n');

/** The paragraphs of some lines: parted by blank lines, and by line ends unless the lines are hard-wrapped. */
export function paragraphs(lines: readonly string[]): string {
  return blocksOf(lines).map(blockText).join('\n\n');
}

/** Lines between blank lines. */
function blocksOf(lines: readonly string[]): readonly (readonly string[])[] {
  const blocks: string[][] = [[]];
  for (const line of lines) {
    if (line === '') blocks.push([]);
    else blocks.at(-1)?.push(line);
  }
  return blocks.filter((block) => block.length > 0);
}

function blockText(block: readonly string[]): string {
  const wrapped = isHardWrapped(block);
  return block.map((line, index) => {
    const next = block[index + 1];
    if (next === undefined) return line;
    return wrapped || goesOn(line, next) ? joined(line, next) : `${line}\n\n`;
  }).join('');
}

/** A line that begins in lower case goes on with a sentence that is not over. */
const goesOn = (before: string, line: string): boolean => /^\p{Ll}/u.test(line) && !/[.!?:;…。]["”»)]?$/u.test(before.slice(-3));

/** All lines but the last are about equally long, and most of them stop in mid-sentence. */
function isHardWrapped(block: readonly string[]): boolean {
  const body = block.slice(0, -1);
  const longest = block.reduce((most, line) => Math.max(most, line.length), 0);
  if (body.length < 2 || longest > 130 || body.some((line) => line.length < longest * 0.7)) return false;
  return body.filter((line) => /[.!?]["”»)]?$/u.test(line)).length * 2 < body.length;
}

const keptHyphen = /(?:^|[^\p{L}])(?:self|well|non|co|semi|post|pre|quasi|anti|cross|multi|социально|политико)-$/iu;

/** The line as it stands before the next one: with a blank, or without the hyphen that only divided a word. */
function joined(line: string, next: string): string {
  if (!/\p{Ll}[-\u2010]$/u.test(line.slice(-3)) || !/^\p{Ll}/u.test(next)) return `${line} `;
  return keptHyphen.test(line.slice(-12)) ? line : line.slice(0, -1);
}
