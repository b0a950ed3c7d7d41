/** The lines of a programme, each with what it is: a title is known by the people above or below it. */
import type { Line } from '../../lines';
import { wordCount } from '../../lines';
import { pageLines } from '../profile/pageText';
import type { Profile } from '../profile/profile';
import { hasDay } from './days';
import { isPlace, printedPeople, titleAndPeople, type Printed } from './people';

/**
 * What a line of a programme is. `coauthors`: people behind a label that adds them to those above; `role`: a chair or discussant;
 * `detail`: room, track and the like; `whole`: title and people on one line.
 */
export type LineKind = 'blank' | 'noise' | 'time' | 'panel' | 'role' | 'detail' | 'keywords' | 'abstract' | 'people' | 'coauthors' | 'place' | 'prose' | 'whole' | 'text';
export type ProgrammeLine = Line & { readonly kind: LineKind; readonly people?: readonly Printed[]; readonly title?: string };

const clock = String.raw`\d{1,2}(?:[:.h]\d\d)? ?(?:[ap]\.?m\.?|Uhr)?`;
const timeRange = new RegExp(String.raw`(?<![\d./-])\d{1,2}[:.h]\d\d ?(?:[ap]\.?m\.?|Uhr)? {0,2}(?:[-–—]|to|bis|à) {0,2}${clock}(?!\d)`, 'iu');
const clockFirst = /^\[?(?:\d{1,2}[:.]\d\d ?(?:[ap]m)?(?: ?[-–] ?\d{1,2}[:.]\d\d ?(?:[ap]m)?)?)\]?[\s–-]{1,4}(?=[\p{L}"“«])/iu;
const role = /^(?:(?:Panel|Session|Track) )?(?:Co-?)?(?:Chair(?:person|man|woman)?s?|Chairs? of (?:the )?(?:session|panel)|Discussants?|Moderat(?:ors?|ion)|Convenors?|Conveners?|Organi[sz]ers?|Facilitators?|Keynotes?(?: [Ss]peakers?)?|(?:Programme|Program|Organi[sz]ing|Scientific|Steering) [Cc]ommittee|Presenters?|Commentators?|Respondents?|Sitzungsleitung|Leitung|Diskutant\p{L}{0,6}|Kommentar|Pr[ée]sident\p{L}{0,4}|Discutant\p{L}{0,4}|Coordinator[ie]|Модератор\p{L}{0,3}|Председатель|Руководител\p{L}{1,2}(?: секции)?|Дискуссант\p{L}{0,3}|Coordinador(?:a|es|as)?|Coordenador(?:a|es)?|Coordenação|Coordinación|Moderador(?:a|es)?|Comentarista\p{L}?|Debatedor(?:a|es)?|Relator(?:a|es)?|Presidente|Oturum Başkanı|Moderatör|Tartışmacı\p{L}{0,3}|Przewodnicząc\p{L}{1,3}|Moderatork?[ai]|Moderacja|Komentarz|Dyskutant\p{L}{0,3}|Prowadząc\p{L}{1,3}|Жүргізуші\p{L}{0,3}|主持人|评议人|点评人|召集人)(?:\(s\)|\/s)?(?:$|\s?[:：]| --)|^(?:Chair|Disc\.|Discussant|Moderator) \p{Lu}[\p{L}.’'-]+ [^():]{1,50}\(/iu;
const detail = /^(?:ID: ?\d|(?:Location|Ort|Room|Raum|Venue|Theme|Track|Topics?|Themen|Format|Mode|Building|Section|Time zone|Endorsed by|Sponsored by|Presentation (?:type|format)|(?:Session (?:Submission )?|Submission |Abstract )[Tt]ype|Stream|Aula|Sede|Lieu|Salle|Paper (?:number|ID)|Duration|Type|Language)(?:\s?[:-]|\s--|\s\d|$|(?=\p{Lu}\p{Ll})))/u;
const furniture = /^(?:Participants|Papers?|Presentations?(?: of the Session)?|Präsentationen|Presenters? and papers|Accepted papers?|Contributions?|Sessions?|Sitzung(?:sübersicht)?|Session Overview|Conference Agenda|Veranstaltungsprogramm|Program(?:me)?|My (?:schedule|agenda)|Back|Search|TBA|TBC|Title|Details|Days:|View: .*|previous day|next day|all days|Days: .*|(?:Coffee|Lunch|Tea) [Bb]reak|Kaffeepause|Mittagspause|Pausa.*|(?:Overview and details|Please select|Eine Übersicht) .*|(?:Best|Kind|Warm|With best) (?:wishes|regards),?|(?:Best|Regards|Yours|Sincerely),|С уважением,?|(?:Mit )?(?:freundlichen|besten|herzlichen) Grüßen?,?|(?:Bien )?[Cc]ordialement,?|Saludos(?: cordiales)?,?|Saygılarımla,?|Atenciosamente,?|Cordiali saluti,?|\d{1,4} out of \d{1,4} displayed|Go to contribution page|https?:\/\/\S+)$/iu;
const panel = /^(?:(?:Panel|Session|Sitzung|Roundtable|Round table|Workshop|Poster Session|Keynote|Секция|Tavola rotonda|Atelier|Mesa|GT|Oturum|Sesi[óo]n|Sessão|Sessione|Sesja|Panel temático|Área Temática|分论坛|Бөлім|Секція|Section thématique|ST)(?:s)?(?:$|\s?(?:[A-Z]{0,4}[-. ]?\d[\w.-]{0,6}|[IVX]{1,5}|[A-Z]{1,3}\d{0,3})(?:$|[ :.–-]))|[A-Z]{1,5}[-_ ]?\d{1,4}[\w.-]{0,6}(?:: .*)?$|\d{4} \p{Lu})/iu;

/** The lines of a stretch, with their kinds. */
export function programmeLines(text: string, start: number, end: number, profile: Profile): readonly ProgrammeLine[] {
  const lines = pageLines(text, start, end, profile).flatMap((line) => cutAtClock(line)).map((line): ProgrammeLine => ({ ...line, ...kindOf(line.text, line.quiet) }));
  return inContext(inSlots(lines));
}

type Quiet = Line & { readonly quiet: boolean };

/** `14:00 Jane Doe (X)`: the clock and the people are two lines. */
function cutAtClock(line: Quiet): readonly Quiet[] {
  const clockPart = clockFirst.exec(line.text)?.[0];
  const rest = line.text.slice(clockPart?.length ?? 0);
  if (clockPart === undefined || hasDay(rest) || !(printedPeople(rest) !== undefined || wordCount(rest) > 5) || /^(?:Session|Panel|Coffee|Lunch|Keynote|Opening|Registration)/u.test(rest)) return [line];
  const at = line.start + Math.max(0, line.end - line.start - rest.length);
  return [{ ...line, text: clockPart.trim(), end: at }, { ...line, text: rest, start: at }];
}

type Kind = Pick<ProgrammeLine, 'kind' | 'people' | 'title'>;

function kindOf(text: string, quiet: boolean): Kind {
  if (text === '') return { kind: 'blank' };
  const office = role.test(text) && text.includes('(') && !text.includes(':');
  const people = office ? undefined : printedPeople(text);
  if (people?.sure === true) return { kind: 'people', people: people.people };
  const label = labelled(text);
  if (label !== undefined) return label;
  if (furniture.test(text) || quiet) return { kind: 'noise' };
  if (text.length < 160 && (timeRange.test(text) || /^\d{1,2}[:.]\d\d$/u.test(text) || hasDay(text))) return { kind: 'time' };
  if (wordCount(text) >= 25 || (wordCount(text) >= 12 && /[.!?…。]["”»)]?$/u.test(text))) return { kind: 'prose' };
  if (text.length < 240 && panel.test(text) && !/^(?:St|Gt)\p{Ll}/u.test(text)) return { kind: 'panel' };
  return { kind: 'text' };
}

/** Keywords whose label has a line of its own. */
const bareKeywords = /^(?:Key ?words?|Schlagwörter|Schlüsselwörter|Mots-clés|Palabras clave|Palavras-chave|Parole chiave|Słowa kluczowe|Ключевые слова)$/iu;

function labelled(text: string): Kind | undefined {
  const [, coauthors] = /^Co-?authors?(?:\(s\))?\s?:\s?(\S.{3,300})$/iu.exec(text) ?? [];
  if (coauthors !== undefined) return { kind: 'coauthors', people: printedPeople(coauthors)?.people ?? [] };
  if (role.test(text)) return { kind: 'role' };
  if (/^(?:Abstract|ABSTRACT|Zusammenfassung|Résumé|Kurzfassung)(?:$|[.:] ?)/u.test(text)) return { kind: 'abstract' };
  if (/^(?:Key ?words?|Schlagwörter|Mots-clés)\s?:/iu.test(text)) return { kind: 'keywords' };
  return detail.test(text) || bareKeywords.test(text) ? { kind: 'detail' } : undefined;
}

/** What can be told only from the lines around: names without affiliation, affiliations, people who hold an office. */
function inContext(lines: readonly ProgrammeLine[]): readonly ProgrammeLine[] {
  const told = [...lines];
  let office = false;
  told.forEach((line, index) => {
    const above = told[index - 1]?.kind === 'blank' && isPlaceApart(line, told[index - 2], lines, index) ? told[index - 2] : told[index - 1];
    office = line.kind === 'role' ? /(?:$|:|--)\s*$/u.test(line.text) : office && above !== undefined && goesOn(line, lines, index);
    if (office && line.kind !== 'role') told[index] = { ...line, kind: 'role' };
    else if ((line.kind === 'text' || line.kind === 'panel') && isValueBelow(line, told[index - 1], lines[index + 1])) told[index] = { ...line, kind: 'detail' };
    else if (line.kind === 'text' && (above?.kind === 'people' || above?.kind === 'place') && isPlace(line.text) && !(above.people ?? []).some(({ affiliation }) => affiliation !== undefined)) told[index] = { ...line, kind: 'place' };
    else if (line.kind === 'text' && (above?.kind === 'text' || above?.kind === 'time' || above?.kind === 'noise' || above?.kind === 'blank' && told[index - 2]?.kind === 'text')) told[index] = bareNames(line, lines, index) ?? line;
  });
  return told;
}

/** Below each clock two lines, of which always the same one is bare names: those are people. One such slot alone tells nothing. */
function inSlots(lines: readonly ProgrammeLine[]): readonly ProgrammeLine[] {
  const speaking = lines.flatMap(({ kind }, index) => (kind === 'blank' ? [] : [index]));
  const slots = speaking.flatMap((_, place) => {
    const [time, first, second] = speaking.slice(place, place + 3).map((index) => lines[index]);
    const behind = lines[(speaking[place + 2] ?? lines.length) + 1];
    const isSlot = time?.kind === 'time' && /^\d{1,2}[:.]\d\d/u.test(time.text) && first?.kind === 'text' && second?.kind === 'text' && behind?.kind !== 'text' && behind?.kind !== 'people' && behind?.kind !== 'place';
    return isSlot ? [{ first, second }] : [];
  });
  const [upper, lower] = [slots.filter(({ first, second }) => areNamesBeside(first, second)), slots.filter(({ first, second }) => areNamesBeside(second, first))];
  const named = new Set(upper.length > 1 && lower.length === 0 ? upper.map(({ first }) => first) : lower.length > 1 && upper.length === 0 ? lower.map(({ second }) => second) : []);
  return named.size === 0 ? lines : lines.map((line) => (named.has(line) ? { ...line, kind: 'people', people: printedPeople(line.text)?.people ?? [] } : line));
}

const areNamesBeside = (names: ProgrammeLine, title: ProgrammeLine): boolean => printedPeople(names.text) !== undefined && printedPeople(title.text) === undefined;

/** The value of a detail whose label has a line of its own: `Track` above `Elections`. */
const isValueBelow = ({ text }: ProgrammeLine, above: ProgrammeLine | undefined, below: ProgrammeLine | undefined): boolean =>
  above?.kind === 'detail' && text.length < 160 && below?.kind !== 'people' && (bareKeywords.test(above.text) || /^(?:Track|Topics?|Theme|Stream|Format|(?:Presentation|Submission|Abstract|Session(?: Submission)?) (?:[Tt]ype|format)|Paper (?:number|ID)|Duration|Language)\s?:?$/u.test(above.text));

/** An affiliation that a blank line parts from its names: its mark or a paragraph below tells that it is one. */
function isPlaceApart({ kind, text }: ProgrammeLine, names: ProgrammeLine | undefined, lines: readonly ProgrammeLine[], index: number): boolean {
  if (kind !== 'text' || (names?.kind !== 'people' && names?.kind !== 'text') || /[:?]/u.test(text.replace(/^\d{1,2} ?:/u, '').replace(/; ?\d{1,2} ?:/gu, ';')) || !isPlace(text)) return false;
  const next = lines.slice(index + 1, index + 4).find((line) => line.kind !== 'blank');
  return names.kind === 'people' ? /^\d/u.test(text) || next === undefined || next.kind === 'prose' || next.kind === 'abstract' : false;
}

/** Behind a bare “Chairs” stand names and their affiliations, up to a blank line or a title. */
const goesOn = ({ kind, text }: ProgrammeLine, lines: readonly ProgrammeLine[], index: number): boolean =>
  kind === 'people' || (kind === 'text' && text.length < 60 && (isPlace(text) || printedPeople(text) !== undefined) && titleAndPeople(text) === undefined && lines[index + 1]?.kind !== 'people');

/** Names without affiliation are taken for people only between a title and an affiliation, an abstract or a paragraph. */
function bareNames(line: ProgrammeLine, lines: readonly ProgrammeLine[], index: number): ProgrammeLine | undefined {
  const people = printedPeople(line.text)?.people;
  const next = lines.slice(index + 1, index + 6).find(({ kind }) => kind !== 'blank');
  if (people === undefined || next === undefined) return undefined;
  const below = lines[index + 1]?.kind === 'blank' ? lines[index + 2] : lines[index + 1];
  const placed = below?.kind === 'text' && isPlace(below.text);
  return placed || next.kind === 'prose' || next.kind === 'abstract' || /^\d ?:? ?\p{Lu}/u.test(next.text) ? { ...line, kind: 'people', people } : undefined;
}
