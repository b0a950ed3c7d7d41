/** The event that the head of a page names; never one that it only suggests. */
import { fromCapitals, isCapitals } from '../../capitals';
import { weekdayFirst } from './days';

/** Name and place of an event. */
export type GatheringEvent = { readonly title?: string; readonly place?: string };

const word = /(?<!\p{L})(?:Conference|Congress|Convention|Annual Meeting|Biennial Meeting|Regional Meeting|Studies Meeting|Meeting|Workshop|Symposium|Colloquium|Joint Sessions|Convegno|Kongress|Tagung|Jahrestagung|Colloque|Congrès|Congreso|Congresso|Encontro|Encuentro|Jornadas|Sempozyum\p{L}{0,2}|Konferencj\p{L}|Konferencij\p{L}|Konferenc[ei]|Zjazd|Kongres\p{L}{0,3}|Conférence|Конференци\p{L}|Конгресс|Съезд|Симпозиум|Konferans\p{L}{0,3})(?!\p{L})|年会|研讨会/iu;
const acronym = /^[A-Z]{2,8}(?: ?- ?|’| )?(?:20\d\d)(?:$|[:,] |\s[–-] )/u;
const furniture = /^(?:Conference (?:Agenda|Home.*|Program(?:me)?|Website)|Call for .*|(?:Annual|Meeting) Home.*|My Conference|Program(?:me)?(?: for .*)?|About .*|.*\b(?:Home|Login|Overview)|(?:Workshop|Panel|Session) [A-Z\d].{0,8})$/iu;

/** The event named in the first lines of a page. */
export function eventOf(head: readonly string[]): GatheringEvent {
  for (const [index, line] of head.entries()) {
    const text = betweenColumns(line).replace(itsProgramme, '');
    if (text.length < 6 || text.length > 140 || /[.!?]$|(?<!\d)[.!?;] \p{Lu}/u.test(text) || weekdayFirst(text) || /Convention Cent(?:er|re)|(?:Conference|Meeting) (?:Room|Cent(?:er|re)|Hall)/u.test(text) || furniture.test(text) || /^(?:https?:|Panel |Session |Chairs?|Discussants?)/u.test(text)) continue;
    if (!word.test(text) && !acronym.test(text)) continue;
    const whole = withTheme(withHost(text, head[index - 1]), head[index + 1]);
    if (whole === text && ofWhom.test(text)) continue;
    const event = parted(inNominative(whole));
    const below = event.place === undefined ? (placeAndDays.exec(head[index + 1] ?? '') ?? placeAndMonth.exec(head[index + 1] ?? ''))?.groups?.['place'] : undefined;
    return below === undefined ? event : { ...event, place: below };
  }
  return {};
}

/** `Annual Conference 2023 – PROGRAMME`: the end of such a heading. */
export const itsProgramme = / ?[–—:|-] ?(?:(?:Final|Preliminary|Detailed|Full|Draft) )?(?:Program(?:me|m|ma|a|ı)?|Программа|Програма|Schedule|Agenda)$/iu;

/** A meeting that is told by its number or year alone. */
const numberedMeeting = /^(?:The )?(?:(?:Annual|Biennial|General|Regional|Spring|Fall|Autumn|Winter|Summer) (?:Meeting|Conference|Congress|Convention|Symposium) \d{4}$|(?:\d{1,3}(?:st|nd|rd|th|\.)?|(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth)|\d{4}) (?:(?:Annual|Biennial|Triennial|General|Regional|World|International|Global|European|National|Joint|Virtual|Spring|Fall|Autumn|Winter|Summer) ){0,2}(?:Meeting|Conference|Congress|Convention|Symposium)(?=$|[,:(]))/iu;
/** `2024 Annual Meeting` and no more: every association has one. */
const ofWhom = /^(?:The )?\d{4} (?:Annual|Biennial|General|Regional|Spring|Fall|Autumn|Winter|Summer)? ?(?:Meeting|Conference|Congress|Convention|Symposium)$|^(?:The )?(?:Annual|Biennial|General|Regional|Spring|Fall|Autumn|Winter|Summer) (?:Meeting|Conference|Congress|Convention|Symposium) \d{4}$/iu;
const host = /^(?:The )?(?:\p{Lu}[\p{L}’'-]*(?: of| and| for| the)? ){1,8}(?:Association|Society|Consortium)(?: \(\p{Lu}{2,10}\))?$|^(?:The )?(?:(?:\p{Lu}[\p{L}’'-]* ){0,3})(?:Association|Society|Consortium|Federation|Council|Academy|Network) (?:for|of)(?: the)?(?: (?:\p{Lu}[\p{L}’'-]*|and|of|the|in|for|on)){1,8}(?: \(\p{Lu}{2,10}\))?$/iu;

/** `41st Annual Meeting` with the association that stands above it. */
const withHost = (text: string, above: string | undefined): string => (above !== undefined && above.length < 100 && numberedMeeting.test(text) && host.test(above) ? `${titled(above)} ${titled(text)}` : text);

/** `V OGÓLNOPOLSKA KONFERENCJA` above `„PARLAMENTY MAŁYCH PAŃSTW”`: a theme in quotation marks, which goes on in the capitals of its event. */
function withTheme(text: string, below: string | undefined): string {
  const [, open = '', theme = '', close = ''] = /^(["“„«])([^"“”„«»]{6,120})(["”“»])$/u.exec(below ?? '') ?? [];
  return theme === '' || !isCapitals(text) || !isCapitals(theme) ? text : `${titled(text)} ${open}${fromCapitals(theme, '')}${close}`;
}

/** A running head in columns, `Preliminary Program      2024 Annual Meeting`: the column that names the event, behind that of its host. */
function betweenColumns(line: string): string {
  const columns = line.split(/\s{3,}/u);
  const at = columns.findIndex((column) => word.test(column));
  return columns.length < 2 || at < 0 ? line : withHost(columns[at] ?? '', columns.find((column) => host.test(column)));
}

/** `Tampere, 21–22 November 2024`, below the name of the event. */
const placeAndDays = /^(?<place>\p{Lu}[\p{L}’' -]{2,30}(?:, \p{Lu}[\p{L}’' -]{2,30})?), \d{1,2}\.?(?: \p{L}{3,10})? ?[–-] ?\d{1,2}\.? \p{L}{3,10} \d{4}$/u;

/** `Winnipeg, Manitoba — October 17–19, 2024`. */
const placeAndMonth = /^(?<place>\p{Lu}[\p{L}.’' -]{2,30}(?:, \p{Lu}[\p{L}.’' -]{1,30}){0,2})(?: [—–|·•-] |, )(?:\p{L}{3,10} \d{1,2} ?[–-] ?(?:\p{L}{3,10} )?\d{1,2}, \d{4}|\d{1,2}\.?(?: \p{L}{3,10})? ?[–-] ?\d{1,2}\.? \p{L}{3,10} \d{4})$/u;

/** `Всероссийской научной конференции «…»`, as it stands below “Программа”, under its own name. */
const inNominative = (text: string): string =>
  text.replace(/^((?:(?:[IVXLC]+|\p{sc=Cyrillic}[\p{sc=Cyrillic}-]*[ое]й) ){0,5})конференции(?!\p{L})/iu, (_, before: string) => `${before.replace(/ой(?= )/gu, 'ая').replace(/ей(?= )/gu, 'яя')}конференция`);

/** `Convegno SISP 2023, Genova, 14-16 settembre` in its name and place. */
function parted(printed: string): GatheringEvent {
  const [text, signed] = betweenSigns(printed);
  if (signed !== undefined) return { title: titled(text), place: signed };
  const [, name, place] = /^(.{4,90}?\d{4}), (\p{Lu}[\p{L} ’'-]{2,30})(?:,.{0,40})?$/u.exec(text) ?? /^(.{4,110}?), (\p{Lu}[\p{L} ’'-]{2,30}), (?:\d{1,2}[ .–-]|\p{L}{3,10} \d).{0,30}$/u.exec(text) ?? [];
  if (name !== undefined && place !== undefined) return { title: titled(name), place };
  const [, event, town] = /^(.{4,110}?(?:Conference|Congress|Convention|Meeting|Workshop|Symposium|Sessions|Tagung|Kongress|Colloque|Congreso|Congresso|\d{4})) \((\p{Lu}[\p{L} ,’'-]{2,40})\)$/u.exec(text)
    ?? /^(.{4,110}?(?:Conference|Congress|Convention|Meeting|Workshop|Symposium|Sessions|Tagung|Kongress|Colloque|Congreso|Congresso)), (\p{Lu}[\p{L} ’'-]{2,30}) \d{4}$/u.exec(text) ?? [];
  if (event !== undefined && town !== undefined) return { title: titled(event), place: town };
  return { title: titled(text.replace(/,? \(?\d{1,2}(?: \p{L}{3,10})? ?[-–] ?\d{1,2}\.? \p{L}{3,10}(?: \d{4})?\)?$/u, '')) };
}

/** `29th Annual Meeting * Lima, Peru * 21–23 November 2019`: the part that names the event, and the one that is a place. */
function betweenSigns(text: string): readonly [string, string?] {
  const parts = text.split(/ [*|•·] /u);
  const named = parts.find((part) => word.test(part));
  if (parts.length < 2 || named === undefined) return [text];
  const place = parts.find((part) => part !== named && /^\p{Lu}[\p{L} ’'-]{2,30}(?:, \p{Lu}[\p{L} ’'-]{2,30})?$/u.test(part));
  return place === undefined ? [named] : [named, place];
}

const small = new Set(['OF', 'AND', 'THE', 'FOR', 'ON', 'IN', 'TO', 'AT', 'DER', 'DES', 'DE', 'DU', 'ET', 'LES', 'AUX', 'UND', 'FÜR', 'VON', 'DEL', 'DELLA', 'DAS', 'DOS', 'PARA', 'POR', 'SUR']);

/** A name in capitals as names of events are written; its first word may be an acronym, and is one before a year and a colon. */
export function titled(text: string): string {
  if (!isCapitals(text)) return text;
  const [, before, name] = /^([A-Z]{2,12}(?:-[A-Z]{2,8})? (?:19|20)\d\d: )(.+)$/u.exec(text) ?? [];
  return before !== undefined && name !== undefined ? before + inSmall(name, undefined) : inSmall(text, text.split(/[ \d]/u)[0]);
}

const inSmall = (text: string, acronym: string | undefined): string =>
  text.replace(/[\p{L}’'-]{3,}|(?<=\d)TH|(?<!\p{L})(?:DE|DU|ET)(?!\p{L})|OF|ON|IN|TO|AT/gu, (found) => (small.has(found) || /^(?:TH|ST|ND|RD)$/u.test(found) ? found.toLowerCase() : found === acronym && found.length < 6 ? found : found.charAt(0) + found.slice(1).toLowerCase()));
