/** Footnotes: one may name several works, and some name none. */
import type { Entry } from './split';

/** A semicolon, or a full stop and a word that points at it, behind which another work begins: names, and then a title in quotation marks or in capitals. */
const joint = /(?:;\s(?:and |und |et |y |и )?(?:see also |see |cf\. |siehe (?:auch )?|vgl\. |auch |voir (?:aussi )?|см\. (?:также:? )?)?|\.\s(?:see also |see |cf\. |siehe auch |vgl\. (?:auch )?|voir aussi |véase también |см\. также:? ))(?=\p{Lu}[\p{L}’'.-]{0,30}(?: (?:\p{Lu}\.|[\p{L}’'.-]{1,30})){0,8}(?:,| \/\/|:| \p{Lu}\.) ?[“"‘„«'\p{Lu}])/giu;
const dated = /(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/u;

const undated = /(?<!\p{L})(?:forthcoming|in press|n\.d\.|o\. ?J\.|s\.d\.|б\.г\.|im Erscheinen|à paraître|doi\.org|https?:)/u;

/** What somebody said to the author, and what lies in an archive, is no work that one can look up. */
const unprinted = /^(?:\d{1,3}[.)]? )?(?:Author(?:s|’s|'s)?(?:’|')? |Personal |Telephone |Phone |Field )?(?:[Ii]nterviews?|[Cc]onversations?|[Cc]orrespondence|E-?mail) (?:with|by|to|conducted|to the author)|^(?:\d{1,3}[.)]? )?(?:Интервью (?:автора )?с|Беседа с|Interviews? mit|Gespräch mit|Entretiens? avec|Entrevistas? con|Görüşme)|^(?:\d{1,3}[.)]? )?(?:РГАСПИ|ГАРФ|АВПРФ|ЦГА|TNA|NARA|BArch|PA AA)[.,: ]/u;

/** A place that keeps papers, and the words by which it numbers them, in the languages of archives. */
const archive = /(?<!\p{L})(?:Archives?|Archiv(?:o|io|um|en|et|ele)?|\p{L}{2,20}archi(?:v|ef|vet)|Arquivo|Archief|Archiwum|Arhiv\p{L}{0,4}|Arkiv(?:et)?|Arşivi?|Levéltár|[Аа]рхив\p{L}{0,3}|[Аа]рхів\p{L}{0,3}|Record(?:s)? Office|Papers|Manuscripts|Nachlass|Library)(?!\p{L})/u;
const fileNumber = /(?<!\p{L})(?:Lot|[Bb]ox|[Ff]older|[Ff]iles?|[Ff]onds?|[Ff]ondo|[Ff]undo|[Ll]egajo|[Ll]eg\.|[Cc]aja|[Cc]aixa|[Cc]x\.|[Mm]aço|[Bb]usta|[Cc]arton|[Kk]arton|[Rr]eel|MSS?\.?|Rep\.|Best(?:and|\.)|Bl\.|[Ss]ygn\.|[Zz]esp(?:ół|\.)|inv\. č\.|kart\.|ф\.|оп\.|[Фф]онд|f\.|op\.|RG|(?:FO|CO|CAB|WO|DO|HO|PREM|IOR)[ /]) ?[\p{L}\d/.-]{0,12}\d/u;
const inPrint = /[“”«»„"]|\([^()]{2,90}(?:1[5-9]|20)\d\d\)|\d ?[–-] ?\d{1,4}\.?$|10\.\d{4,9}\//u;

/** Is all that a note names a file of an archive? Nothing of it is in quotation marks, or has a publisher or pages. */
const isFile = (text: string): boolean => text.length < 400 && archive.test(text) && fileNumber.test(text) && !inPrint.test(text);

/** `Hastings to author, 12 June 2019`, behind what a note cites. */
const letters = /(?:^|[;.] )[^;.“”"]{3,80} to (?:the )?author[,;] [^;“”"]{4,30}/gu;

/** Does a note speak of an interview, a letter or a file in an archive alone, or point back at a work without its year? */
export const namesNoWork = ({ text }: Entry): boolean => (unprinted.test(text.slice(0, 200)) && !/[“«„]/u.test(text)) || isFile(text) || !(dated.test(text.replace(letters, '')) || undated.test(text));

/** `; and Brugger, “Stimmen auf Kredit,” 81–84` at the end of a note: a work that an earlier note named, without its year. The semicolon is looked for first, since few characters are one. */
const backwards = /;(?<=(?:1[5-9]|20)\d\d\)?[^;]{0,60};) (?:and |und |et |y |и )?(?:see also |see |cf\. |siehe (?:auch )?|vgl\. |voir (?:aussi )?)?\p{Lu}[\p{L}’'-]{1,30}(?: and \p{Lu}[\p{L}’'-]{1,30})?, (?:[“"„«‘][^“”"„«»;]{3,90}[”"“»’]|\p{Lu}[^;,.()\d]{2,60}),? (?:pp?\. |S\. |с\. )?\d{1,4}(?:[-–]\d{1,4})?(?:, \d{1,4}(?:[-–]\d{1,4})?)*\.?$/u;

/** How a note leads from one work to the next. */
const leads = String.raw`(?:and |und |et |y |и |sowie )?(?:[Ss]ee also |[Ss]ee |[Cc]f\. |[Cc]ompare |[Ss]iehe (?:auch )?|[Vv]gl\. (?:auch )?|[Vv]oir (?:aussi )?|[Vv]éase (?:también )?|[Vv]er (?:también |também )?|[Cc]fr\. |[Zz]ob\. (?:też |także )?|[Сс]м\. (?:также:? |ещё )?)?`;
/** `Priede, “Small Print,” 66.`: families, a short title or a note that they point at, and the place cited, without a year. */
const pointer = String.raw`\p{Lu}[\p{L}’'-]{1,30}(?: \p{Lu}[\p{L}’'-]{1,30})?(?:,? (?:and|und|et|y|e|i|и|&) \p{Lu}[\p{L}’'-]{1,30}(?: \p{Lu}[\p{L}’'-]{1,30})?)?, (?:[“"„«‘][^“”"„«»;]{3,90}[”"“»’]|\p{Lu}[^;,.()“”"«»\d]{2,80}|(?:supra|above|op\. cit\.|a\. ?a\. ?O\.)[^;“”"«»]{0,20}?),?(?: at)? (?:pp?\. |S\. |[СсCc]\. |str\. )?\d{1,4}(?:[-–]\d{1,4})?(?:, \d{1,4}(?:[-–]\d{1,4})?){0,4}`;
/** `Ibid., 95`: the work of the note before. */
const again = String.raw`(?:[Ii]bid(?:em)?|[Ii]dem|[Ee]bd|[Ee]benda|Там же)\.?(?:,? (?:pp?\. |S\. |[СсCc]\. )?\d{1,4}(?:[-–]\d{1,4})?)?`;
/** Such pointers at the beginning of a note, in front of a work that it names in full. */
const pointers = new RegExp(String.raw`^(?:\d{1,3}[.)]? )?${leads}(?:${pointer}|${again})[.;] ${leads}(?=\p{Lu}[\p{L}’'.-]{0,30} \p{L})`, 'u');

/** A note without the works that it only points back at. */
function withoutPointers(note: Entry): Entry {
  let { text } = note;
  for (let found = pointers.exec(text); found !== null && dated.test(text.slice(found[0].length)); found = pointers.exec(text)) text = text.slice(found[0].length);
  return text === note.text ? note : { ...note, text };
}

/** The works that a note names, each an entry; the note itself where it names one. `raw` is the text in which the entry stands. */
export function worksOfNote(raw: string, whole: Entry): readonly Entry[] {
  const note = withoutPointers(whole);
  const places = [...note.text.matchAll(joint)].map(({ index, 0: mark }) => ({ index, to: index + mark.length })).filter(({ index, to }, at, all) =>
    dated.test(note.text.slice(all[at - 1]?.to ?? 0, index)) && dated.test(note.text.slice(to, all[at + 1]?.index ?? note.text.length)));
  if (places.length === 0 || places.length > 20) return [note.text.includes('; ') ? { ...note, text: note.text.replace(backwards, '') } : note];
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

/** People as the one who cites them in a note has them: given names first. */
const person = String.raw`\p{Lu}[\p{L}’'-]*\.?(?: (?:(?:d[aeiou]s?|del|della|van|von|den?|der|ter|bin|ibn|al|el|la|le) ){0,2}\p{Lu}[\p{L}’'-]*\.?){1,4}`;
const cited = new RegExp(String.raw`(?<=^|[ ,:])(?=${person}(?:,? (?:and|und|et|y|e|i|ve|och|og|&) ${person})?, (?:[“„«‘"]|\p{Lu}[^“”„«"();]{3,160} \())`, 'gu');
/** Words that belong to what follows them, and so end no remark. */
const leaning = /(?<!\p{L})(?:of|the|for|and|in|on|d[aeiou]s?|del|della|van|von|den?|der|ter|zu[rm]?|für|und|la|le|les|el|los|para|por|pour|sur|et|y|e|i|al|bin|ibn|av|af|och|og|för|ve|na|w|z|do|по|и|в|на)$/iu;

/** How a note leads over to what it cites. */
const signal = /^(?:See|Cf\.|Compare|Vgl\.|Siehe|S\.|Voir|Véase|Ver|Cfr\.|Si veda|Zob\.|Por\.|Srov\.|Viz|Bkz\.|Bk\.|Se|Jf\.|Jfr\.|Zie|Ks\.|Lásd|Vö\.|См\.|Ср\.|Див\.)(?: (?:also|too|esp\.|especially|in particular|for (?:example|instance)|e\.g\.|generally|dazu|hierzu|etwa|auch|aber|insbesondere|zum Beispiel|z\. ?B\.|aussi|notamment|par exemple|p\. ex\.|también|por ejemplo|também|por exemplo|p\. ?ex\.|anche|ad esempio|też|także|np\.|také|např\.|ayrıca|örneğin|også|även|ook|myös|pl\.|также|напр\.|например|подробнее|також)[,:]?){1,3} (?=\p{Lu}[\p{L}’'-]+ \p{Lu})/u;

/** A note without the remark before what it cites: `The best account remains Jo Ek, “…”`, `and, for the Spanish side, Jo Ek, “…”`. */
export function withoutRemark(entry: Entry): Entry {
  const plain = entry.text.replace(/^\d{1,3}[.)]? /u, '');
  const text = plain.replace(signal, '');
  for (const { index } of text.slice(0, 400).matchAll(cited)) {
    if (index > 0 && isRemark(text.slice(0, index).trim())) return { ...entry, text: text.slice(index) };
  }
  return text === plain ? entry : { ...entry, text };
}

/** Small words, but for the first of a sentence and names of peoples among them; the last leads over to what is cited. */
function isRemark(before: string): boolean {
  const words = before.replace(/[,:]/gu, '').split(' ');
  const small = words.slice(1).filter((word) => /^\p{Ll}/u.test(word)).length;
  return words.length > 1 && words.length < 25 && !/[\d“”„«"().;]/u.test(before) && small * 2 >= words.length - 1 && small > 0 && (/\p{Ll}[,:]$/u.test(before) || /^\p{Ll}/u.test(words.at(-1) ?? '')) && !leaning.test(before);
}

/** The chapter of a work that a note points at: no part of what the work is. */
const chapter = /,? (?:(?:esp(?:ecially|\.)?|bes\.|особенно|notamment|szczególnie) )?(?:ch(?:s|ap(?:ter|ters|s)?)?|[Kk]ap(?:itel|itola|itel)?|[Cc]ap(?:ítulo|itolo|s)?|гл(?:ава|авы)?|[Rr]ozdz(?:iał|ział)?|[Bb]öl(?:üm)?|fej(?:ezet)?|chapitres?|hoofdstuk|luku|poglavlje)\.? (?:\d{1,2}|[IVX]{1,5})(?: ?[–-] ?\d{1,2})?\.?$/u;

/** A note without the chapter at its end. */
export const withoutChapter = (entry: Entry): Entry => ({ ...entry, text: entry.text.replace(chapter, '.') });

/** Where in the raw text the work begins that stands at a place of the note’s joined text: at its first word behind a semicolon. */
function rawPlace(raw: string, note: Entry, from: number, place: number): number | undefined {
  const word = note.text.slice(place).split(' ', 1)[0] ?? '';
  const length = note.text.slice(0, place).length;
  const least = Math.max(from, note.start + Math.floor(length * 0.5));
  const at = word === '' ? -1 : raw.slice(0, note.end).indexOf(word, least);
  return at < 0 ? undefined : at;
}
