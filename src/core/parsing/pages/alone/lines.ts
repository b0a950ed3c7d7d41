/** The lines of a page of no known layout, by what they can be; nothing is told by the words of one site. */
import { linesOf, wordCount, type Line } from '../../lines';
import { isNoise } from '../../noise';
import type { Span } from '../../../source';
import { labelAt } from '../labels/label';
import { hasDay } from '../gathering/days';
import type { Printed } from '../gathering/people';
import { isAffiliation, peopleOnLine } from './people';

/** `odd`: anything short that is neither names nor sentences; such lines stand everywhere and say nothing. */
export type AloneKind = 'blank' | 'odd' | 'people' | 'names' | 'place' | 'prose' | 'wrapped';
export type AloneLine = Line & { readonly kind: AloneKind; readonly people?: readonly Printed[] };

/** The lines of a stretch with their kinds. `people` have affiliations, in their line or in one of the next below; `names` have none. */
export function aloneLines(text: string, { start, end }: Span): readonly AloneLine[] {
  const lines = linesOf(text, start, end).map((line): AloneLine => ({ ...line, ...kindOf(line.text) }));
  return withWraps(lines.map((line, index) => (line.kind === 'names' && isPlaced(lines, index) ? { ...line, kind: 'people' } : line)));
}

/** Lines of one length that follow each other and end in a full stop are a paragraph that was wrapped. */
function withWraps(lines: readonly AloneLine[]): readonly AloneLine[] {
  const told = [...lines];
  for (let from = 0; from < lines.length;) {
    let to = from;
    while (isWrapped(lines[to])) to++;
    const last = lines[to]?.kind === 'odd' && /[.!?…]["”»)]?$/u.test(lines[to]?.text ?? '') ? to : to - 1;
    const wraps = last - from > 1 && /[.!?…]["”»)]?$/u.test(lines[last]?.text ?? '');
    if (wraps) for (let at = from; at <= last; at++) told[at] = { ...(lines[at] as AloneLine), kind: 'wrapped' };
    from = to + 1;
  }
  return told;
}

const isWrapped = (line: AloneLine | undefined): boolean => line !== undefined && (line.kind === 'odd' || line.kind === 'prose') && line.text.length > 50 && line.text.length < 130;

function kindOf(text: string): Pick<AloneLine, 'kind' | 'people'> {
  if (text === '') return { kind: 'blank' };
  if (isProse(text)) return { kind: 'prose' };
  const people = isNoise(text) ? undefined : peopleOnLine(text);
  if (people !== undefined) return { kind: people.shown ? 'people' : 'names', people: people.people };
  return { kind: isAffiliation(text) ? 'place' : 'odd' };
}

/** So many words of sentences are a paragraph. */
const isProse = (text: string): boolean => wordCount(text) >= 22 && /[.!?…。！？]["”»)\]]?(?:\s|$|(?=\p{sc=Han}))/u.test(text);

/** Do affiliations follow names, with nothing but blank lines between? */
const isPlaced = (lines: readonly AloneLine[], index: number): boolean =>
  lines.slice(index + 1, index + 4).find(({ kind }) => kind !== 'blank')?.kind === 'place';

/** What a site or a programme prints where no title stands: paths, rows of links, addresses, files, states of a paper, sums. */
const untitled = /^(?:[★☆•▪►#№@©]|\d{1,4} (?:[Pp]ages|out of)|(?:1[5-9]|20)\d\d-\d\d)| [>›»/] .{1,60} ?[>›»/]? |[>›»]|[|•].{0,60}[|•]|https?:|www\.|(?<!\d)10\.\d{4}|\.(?:pdf|docx?|html?)(?!\p{L})|(?:peer[- ]review|full access|open access|ISSN|ORCID|Google Scholar|Pages Posted|Last revised|Price includes|Showing \d)|[.:;,。；，]$/iu;
/** A place in a journal, a clock or a room. */
const where = /(?<!\p{L})(?:Vol(?:ume|umen|\.)? ?\d|Issue (?:\d|of)|Cilt:? ?\d|Том ?\d|№ ?\d|pp?\. ?\d|Pages? \d)|(?<!\d)\d{1,2}[:.]\d\d ?(?:[ap]m|Uhr|h)(?!\p{L})|^(?:Room|Hall|Aula|Sala|Salle|Saal|Raum|Salon|Floor|Ауд\p{L}*)(?!\p{L})[^:?]{0,80}$/u;

/** Offices, groups and texts about people, which stand above names as a title does. */
const ofPeople = /^(?:(?:The )?(?:Chair|Professorship|Department|Institute|Faculty|School|Centre|Center|Members?|Committee|Staff|Team|Board|Editors?|Speakers|Participants|Contact|Office) (?:of|for|in|at|on|and|&)(?!\p{L})|Lehrstuhl|Professur|Mitglieder|Ansprechpartner|Membres|Équipe|Miembros|Equipo|Membri|Membros|Członkowie|Члены|Кафедра|Сотрудники|Üyeler|About|Über|Interview|Transcript|Feedback|Reviewer|Gutachten|Call for|Job|Vacancy)|(?<!\p{L})(?:feedback|reviewers?|committee|invites?|Sprechstunde|Office hours|Call for [Pp]apers|curriculum vitae)(?!\p{L})/u;

/** Can this line be the title of a work? */
export const mayBeTitle = ({ text, kind }: AloneLine): boolean =>
  (kind === 'odd' || kind === 'place' || (kind === 'prose' && text.length < 240 && !/[.。]/u.test(text))) && text.length < 300 && wordCount(text) >= 4 && wordCount(text) <= 36
  && /^["“«„‘¿¡]?[\p{Lu}\p{N}\p{sc=Han}\p{sc=Hangul}\p{sc=Arabic}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(text) && !untitled.test(text) && !where.test(text) && !ofPeople.test(text) && !isNoise(text) && labelAt(text) === undefined && !hasDay(text)
  && !(kind === 'place' && /^[\d(¹²³a-h*]/u.test(text));
