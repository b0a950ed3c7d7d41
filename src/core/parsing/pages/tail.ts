/** References and identifiers that were copied below a page: works of their own, and nothing the page says. */
import type { Span } from '../../source';
import { doisIn } from '../identifiers';
import { folded, linesOf } from '../lines';
import { readReferences } from '../references';
import { borders } from './parted';
import { labelAt } from './labels/label';

/** Longer parts, in UTF-16 code units, are more than a note below a page. */
const longest = 1500;
/** Something of a reference or an identifier. */
const mayBe = /(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|10\.\d{4}/u;

/** A stretch without the parts at its end, behind a rule or two empty lines, that are references to other works; the stretch itself when there are none. */
export function withoutTail(text: string, span: Span): Span {
  const starts = borders(text, span);
  let end = span.end;
  for (const start of [...starts].reverse()) {
    const passage = text.slice(start, end);
    if (passage.length > longest || text.slice(span.start, start).trim() === '') break;
    if (passage.trim() === '') continue;
    if (!mayBe.test(passage) || !tellsOthers(text, { start, end }, span.start)) break;
    end = start;
  }
  return end === span.end ? span : { start: span.start, end };
}

/** Is a part nothing but references, not from the page's own list and not to the page itself? */
function tellsOthers(text: string, part: Span, from: number): boolean {
  if (linesOf(text, from, part.end).some((line) => line.text.length < 60 && labelAt(line.text)?.role === 'references')) return false;
  if (linesOf(text, part.start, part.end).some((line) => labelAt(line.text)?.role === 'citation')) return false;
  const [above, passage] = [folded(text.slice(from, part.start)), text.slice(part.start, part.end)];
  const dois = doisIn(passage);
  if (dois.some((doi) => above.includes(doi.toLowerCase()))) return false;
  if (dois.length > 1 && linesOf(passage).filter((line) => line.text !== '' && !/10\.\d{4}/u.test(line.text)).every((line) => line.text.length < 50)) return true;
  const found = readReferences(text, part);
  const claimed = found.reduce((sum, { start, end }) => sum + end - start, 0);
  return found.length > 0 && found.length < 4 && claimed > 0.7 * passage.trim().length
    && found.every(({ item }) => item.title !== undefined && (item.author ?? item.editor) !== undefined && item.issued !== undefined && !above.includes(folded(item.title)));
}
