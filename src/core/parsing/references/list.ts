/** References and lists of them, in any style: the row of the table of readers. */
import { referencesUnchecked, type Problem } from '../../problem';
import { eachOf, inOneGo, type Sliced } from '../../slices';
import type { Name, Span } from '../../source';
import { itemOf, type Found } from '../found';
import { readIdentifierList, readScatteredIdentifiers } from './identifierList';
import { isData, longestReference, readReference, type Reference } from './reference';
import { areNotes, entriesOf, type Entry } from './split';

const alone = 5;
const amongOthers = 3.5;
const amongMany = 1.5;

type Read = { readonly entry: Entry; readonly reference: Reference };

/** The references in a stretch of text; none when it is prose. */
export const readReferences = (text: string, span: Span): readonly Found[] => inOneGo(readingReferences(text, span));

/** The same in slices. */
export function* readingReferences(text: string, span: Span): Sliced<readonly Found[]> {
  const identifiers = readIdentifierList(text, span);
  if (identifiers.length > 0) return identifiers;
  const notes = areNotes(text, span);
  const reads = yield* readingAll(entriesOf(text, span).filter(({ text: entry }) => entry.length >= (/\p{sc=Han}{4}/u.test(entry) ? 12 : 25) && entry.length <= longestReference));
  const sure = reads.filter(isSure);
  if (sure.length === 0) return readScatteredIdentifiers(text, span);
  const isList = sure.length >= 2 && sure.length * 2 >= reads.length;
  const least = sure.length >= 3 ? amongMany : amongOthers;
  const kept = isList ? reads.filter(({ reference }) => reference.points >= least) : sure;
  const problems = isAnswer(text.slice(span.start, span.end)) ? [referencesUnchecked({ start: kept[0]?.entry.start ?? span.start, end: kept.at(-1)?.entry.end ?? span.end })] : [];
  return kept.map((read) => (notes ? withoutPlaceCited(read) : read)).map((read, index) => foundOf(read, index === 0 ? problems : []));
}

/** A reference by itself has more than a name and a year, and isn't a paragraph of prose. */
const isSure = ({ entry, reference }: Read): boolean =>
  reference.points >= alone && entry.text.length <= 900 && (reference.item.title ?? '').length <= 320;

/** In a footnote a page of a book, or a single one, is where the work was cited; no record keeps that. */
function withoutPlaceCited(read: Read): Read {
  const { page, ...item } = read.reference.item;
  if (page === undefined || (item.type !== 'book' && !/^\d+$/.test(page))) return read;
  return { ...read, reference: { ...read.reference, item } };
}

/** What data among the entries say; they are not read, since the model takes its time. */
const nothing: Reference = { item: itemOf('document', {}), certainty: {}, points: 0 };

/** Each entry read, knowing the authors of the one before it. */
function readingAll(entries: readonly Entry[]): Sliced<readonly Read[]> {
  let before: readonly Name[] = [];
  return eachOf(entries, 3, (entry) => {
    const reference = isData(entry.text) ? nothing : readReference(entry.text, before);
    before = reference.item.author ?? reference.item.editor ?? before;
    return { entry, reference };
  });
}

const foundOf = ({ entry, reference }: Read, problems: readonly Problem[]): Found =>
  ({ start: entry.start, end: entry.end, format: 'reference', item: reference.item, certainty: reference.certainty, problems });

const answer = /^(?:Here (?:are|is|’s|'s) (?:some|a|the|several|\p{L}+ )|Sure[,!]|Certainly[,!]|Of course[,!]|Absolutely[,!]|Below (?:are|is) |I(?:’|')ve (?:compiled|put together|listed)|Вот (?:несколько|список|некоторые)|Конечно[,!]|Hier (?:sind|ist) (?:einige|eine)|Gerne[,!]|Voici |Aquí (?:tienes|están)|İşte |以下是|当然)|(?:Would you like me to|Let me know if you|I hope (?:this|these)|Please (?:verify|check|note that)|If you(?:’|')d like, I can|Хотите, (?:чтобы )?я|Soll ich )/mu;

/** Does a text read like the answer of a chat assistant: its turns of phrase, and Markdown or a list? */
const isAnswer = (text: string): boolean => answer.test(text) && /\*\*[^*\n]|^\s{0,6}(?:[-*•]|\d{1,3}\.)\s/mu.test(text);
