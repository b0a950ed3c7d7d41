/** Text of a paste that no reader claimed: it goes to the record beside it, or is a document of its own. Nothing is dropped. */
import type { Span } from '../source';
import type { Found } from './found';
import { doisIn } from './identifiers';
import { folded, linesOf, wordCount } from './lines';
import { isNoise } from './noise';
import { readText } from './pages/text';
import type { Context } from './readers';
import type { Sliced } from '../slices';

/** The stretches of a text between spans, none of them blank. */
export function gapsBetween(text: string, spans: readonly Span[]): readonly Span[] {
  const gaps: Span[] = [];
  let at = 0;
  for (const { start, end } of [...inOrder(spans), { start: text.length, end: text.length }]) {
    if (start > at && text.slice(at, start).trim() !== '') gaps.push({ start: at, end: start });
    at = Math.max(at, end);
  }
  return gaps;
}

/** By where they start. */
export const inOrder = <S extends Span>(spans: readonly S[]): readonly S[] => [...spans].sort((a, b) => a.start - b.start);

/** The records with every gap given away, so that together they hold all that is not blank. */
export function* covering(context: Context, found: readonly Found[]): Sliced<readonly Found[]> {
  const gaps = gapsBetween(context.text, found).map((gap) => trimmed(context.text, gap));
  if (found.length === 0) return gaps.slice(0, 1).map((gap) => readText(context.text, gap));
  const records = inOrder(found).map((record) => ({ ...record, claim: { start: record.start, end: record.end } }));
  const starts = new Map<number, number>();
  const alone: Found[] = [];
  let next = 0;
  for (const [index, gap] of gaps.entries()) {
    if (index % 100 === 99) yield;
    while (next < records.length && (records[next]?.start ?? 0) < gap.end) next++;
    const behind = records[next];
    if (speaksOf(context.text, gap, behind)) starts.set(behind?.start ?? 0, gap.start);
    else if (!speaksOf(context.text, gap, records[next - 1]) && !goesOn(context.text, gap, records[next - 1]) && standsAlone(context, gap)) alone.push(readText(context.text, gap));
  }
  const widened = records.map((record) => ({ ...record, start: starts.get(record.start) ?? record.start }));
  return reaching(context.text, inOrder([...widened, ...alone]));
}

/** Does a text name the record beside it, by its DOI and no other, or by its title? */
function speaksOf(text: string, gap: Span, record: Found | undefined): boolean {
  if (record === undefined) return false;
  const passage = text.slice(gap.start, gap.end);
  const { DOI, title = '' } = record.item;
  const dois = doisIn(passage);
  if (dois.length > 0) return DOI !== undefined && dois.every((doi) => doi.toLowerCase() === DOI.toLowerCase());
  return title.length >= 15 && folded(passage).includes(folded(title));
}

const pages: ReadonlySet<string> = new Set(['labelled-page', 'site-page']);

/** Running text right below a page is the article itself, or what the page says besides. */
function goesOn(text: string, gap: Span, before: Found | undefined): boolean {
  return before !== undefined && pages.has(before.format) && before.end <= gap.start && !/\n\s*\n/u.test(text.slice(before.end, gap.start + 1)) && !brokenRecord.test(text.slice(gap.start, gap.end));
}

/** Each record reaches to where the next one begins, the first from the start of the text; blanks at the edges are left out. */
function reaching(text: string, records: readonly Found[]): readonly Found[] {
  return records.map((record, index) => {
    const start = index === 0 ? 0 : record.start;
    const end = records[index + 1]?.start ?? text.length;
    return { ...record, ...trimmed(text, { start, end }) };
  });
}

function trimmed(text: string, { start, end }: Span): Span {
  const stretch = text.slice(start, end);
  const from = start + stretch.length - stretch.trimStart().length;
  return { start: from, end: from + stretch.trim().length };
}

const yearLike = /(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/u;
const brokenRecord = /\{\s{0,20}"[^"\n]{1,60}"\s{0,20}:|@[A-Za-z]{3,20}\s{0,5}\{|^TY {1,2}-/mu;

/** A line above a letter that says who sent it to whom and when. */
const headOfLetter = /^[>\s]{0,9}(?:From|To|Cc|Date|Sent|Subject|Von|An|Datum|Gesendet|Betreff|От|Кому|Дата|Отправлено|Тема|De|À|Envoyé|Objet|Para|Enviado|Asunto|Fecha|Da|A|Inviato|Oggetto|Data): /u;

/** Is this text a matter of its own? Buttons, definitions, brackets and a greeting are not; a reference is. */
function standsAlone({ text, found }: Context, gap: Span): boolean {
  const asides = found.asides.filter((aside) => aside.start < gap.end && aside.end > gap.start);
  const rest = gapsBetween(text.slice(0, gap.end), [{ start: 0, end: gap.start }, ...asides]).map(({ start, end }) => text.slice(start, end)).join('\n');
  const lines = linesOf(rest).map((line) => line.text).filter((line) => line !== '' && !isNoise(line) && !line.startsWith('%') && !headOfLetter.test(line));
  const said = lines.join('\n');
  const words = wordCount(said);
  return words >= 25 || (words >= 8 && yearLike.test(said)) || brokenRecord.test(said) || doisIn(said).length > 0;
}
