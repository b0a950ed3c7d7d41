/** Footnotes: one may name several works, and some name none. */
import type { Entry } from './split';

/** A semicolon behind which another work begins: names, and then a title in quotation marks or in capitals. */
const joint = /;\s(?:and |und |et |y |и )?(?:see also |see |cf\. |siehe (?:auch )?|vgl\. |auch |voir (?:aussi )?|см\. (?:также:? )?)?(?=\p{Lu}[\p{L}’'.-]{0,30}(?: (?:\p{Lu}\.|[\p{L}’'.-]{1,30})){0,8}(?:,| \/\/|:| \p{Lu}\.) ?[“"‘„«'\p{Lu}])/giu;
const dated = /(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/u;

const undated = /(?<!\p{L})(?:forthcoming|in press|n\.d\.|o\. ?J\.|s\.d\.|б\.г\.|im Erscheinen|à paraître|doi\.org|https?:)/u;

/** What somebody said to the author, and what lies in an archive, is no work that one can look up. */
const unprinted = /^(?:\d{1,3}[.)]? )?(?:Author(?:s|’s|'s)?(?:’|')? |Personal |Telephone |Phone |Field )?(?:[Ii]nterviews?|[Cc]onversations?|[Cc]orrespondence|E-?mail) (?:with|by|to|conducted|to the author)|^(?:\d{1,3}[.)]? )?(?:Интервью (?:автора )?с|Беседа с|Interviews? mit|Gespräch mit|Entretiens? avec|Entrevistas? con|Görüşme)|^(?:\d{1,3}[.)]? )?(?:РГАСПИ|ГАРФ|АВПРФ|ЦГА|TNA|NARA|BArch|PA AA)[.,: ]/u;

/** `Hastings to author, 12 June 2019`, behind what a note cites. */
const letters = /(?:^|[;.] )[^;.“”"]{3,80} to (?:the )?author[,;] [^;“”"]{4,30}/gu;

/** Does a note speak of an interview, a letter or a file in an archive alone, or point back at a work without its year? */
export const namesNoWork = ({ text }: Entry): boolean => (unprinted.test(text.slice(0, 200)) && !/[“«„]/u.test(text)) || !(dated.test(text.replace(letters, '')) || undated.test(text));

/** `; and Brugger, “Stimmen auf Kredit,” 81–84` at the end of a note: a work that an earlier note named, without its year. */
const backwards = /(?<=(?:1[5-9]|20)\d\d\)?[^;]{0,60}); (?:and |und |et |y |и )?(?:see also |see |cf\. |siehe (?:auch )?|vgl\. |voir (?:aussi )?)?\p{Lu}[\p{L}’'-]{1,30}(?: and \p{Lu}[\p{L}’'-]{1,30})?, (?:[“"„«‘][^“”"„«»;]{3,90}[”"“»’]|\p{Lu}[^;,.()\d]{2,60}),? (?:pp?\. |S\. |с\. )?\d{1,4}(?:[-–]\d{1,4})?(?:, \d{1,4}(?:[-–]\d{1,4})?)*\.?$/u;

/** The works that a note names, each an entry; the note itself where it names one. `raw` is the text in which the entry stands. */
export function worksOfNote(raw: string, note: Entry): readonly Entry[] {
  const places = [...note.text.matchAll(joint)].map(({ index, 0: mark }) => ({ index, to: index + mark.length })).filter(({ index, to }, at, all) =>
    dated.test(note.text.slice(all[at - 1]?.to ?? 0, index)) && dated.test(note.text.slice(to, all[at + 1]?.index ?? note.text.length)));
  if (places.length === 0 || places.length > 20) return [{ ...note, text: note.text.replace(backwards, '') }];
  const parts: Entry[] = [];
  let start = note.start;
  places.forEach(({ index }, at) => {
    const end = rawPlace(raw, note, start, places[at]?.to ?? 0);
    if (end === undefined) return;
    parts.push({ ...note, start, end, text: note.text.slice(places[at - 1]?.to ?? 0, index) });
    start = end;
  });
  return parts.length < places.length ? [note] : [...parts, { ...note, start, text: note.text.slice(places.at(-1)?.to ?? 0) }];
}

/** Where in the raw text the work begins that stands at a place of the note’s joined text: at its first word behind a semicolon. */
function rawPlace(raw: string, note: Entry, from: number, place: number): number | undefined {
  const word = note.text.slice(place).split(' ', 1)[0] ?? '';
  const length = note.text.slice(0, place).length;
  const least = Math.max(from, note.start + Math.floor(length * 0.5));
  const at = word === '' ? -1 : raw.slice(0, note.end).indexOf(word, least);
  return at < 0 ? undefined : at;
}
