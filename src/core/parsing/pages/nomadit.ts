/**
 * The words of NomadIT's conference pages (CESS, ESCAS, EASA, ECAS, ASA, SIEF, DSA …), four generations, 2018 to 2026.
 * A page that renames a label costs one field; mend it here.
 */

/** The parts of a page that a line can open or be. */
export const lineKinds = [
  'opener', 'onePaper', 'manyPapers', 'shortAbstract', 'longAbstract', 'abstract', 'panel', 'session', 'people', 'detail', 'noise',
] as const;
export type LineKind = (typeof lineKinds)[number];

/** How a line of each kind looks, whole and trimmed. The first kind that fits counts. */
export const nomadit: { readonly [K in LineKind]: RegExp } = {
  opener: /^(?:Click the star to add\/remove an item.*|You need to be logged in(?: [^.]{0,200})?\.?|Log in(?: to star items)?\.?)$/iu,
  onePaper: /^Accepted paper:?$/iu,
  manyPapers: /^Accepted papers:?$/iu,
  shortAbstract: /^(?:Paper )?short abstract:?$/iu,
  longAbstract: /^(?:Paper )?long abstract:?$/iu,
  abstract: /^(?:(?:Paper )?abstract|Description):?$/iu,
  panel: /^(?:Panel|Roundtable|Workshop|Lab|Stream) ([A-Z][A-Za-z]{0,7}-?\d{1,4}[a-z]?)$/u,
  session: /^Session \d{1,2}(?:$|:?,? (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day[^.!?]{0,60}$)|^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? \d{1,2} \p{L}{3,9},? \d{4}[\d:,–\s-]{0,20}$/u,
  people: /^(?:(?:Co-)?(?:Convenors?|Chairs?|Discussants?|Organi[sz]ers?|Moderators?|Speakers?|Presenters?|Panellists?)):?(?:\s.*)?$/iu,
  detail: /^(?:Format|Theme|Location|Sessions?|Time zone|Mode|Stream|Style|Keywords?):?(?:\s.*)?$/u,
  noise: /^(?:Authors?:|(?:Paper short abstract ?|Paper long abstract ?|Paper abstract ?){2,3}|Send message to (?:Authors?|Convenors?|Chairs?|Discussants?)\.?|Panel [Vv]ideo visible to .{3,40}|Go to panel list|Back to panel list|Powered by NomadIT|has \d{1,3} (?:films?|downloads?).{0,20}|https?:\/\/[^\s/]{0,60}nomadit\.co\.uk\/\S*)$/iu,
};

/** The code of a panel when it stands alone at the head of a panel page. */
export const panelCode = /^[A-Z]{1,7}-?\d{1,4}[a-z]?$/u;

/** The number of a paper when it stands alone above its title. */
export const paperCode = /^[A-Z]{0,4}-?\d{1,6}[a-z]?$/u;

/** A session's line loses its time when copied and ends in a comma and a dash, to which the next line is glued. */
export const gluedSession = /^[ \t]*(?:Session \d{1,2}:?,? )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? \d[^\n-]{0,60}-(?=\S)/u;

/** The menu above a page begins with the name of the event: `ECAS9`, `EASA2022`. */
export const menuOfEvent = /^([A-Z]{3,8} ?(?:19|20)?\d{1,2})\t(?:\p{L}[^\t]{1,20}\t){0,4}(?:Panels|Programme|Timetable)(?:\t|$)/u;

/** The first words of a page. */
export const pageStart = /Click the star to add\/remove an item to\/from your individual schedule/gu;

/** The address of a paper's page, when it was copied too. */
export const paperAddress = /https?:\/\/(?:www\.)?nomadit\.co\.uk\/(?:[\w-]{1,40}\/){0,5}paper\/\d{1,9}/u;

/** What says that a text is such a page, and how much. Six points are enough. */
export const fingerprints: readonly (readonly [RegExp, number])[] = [
  [/Click the star to add\/remove an item/u, 4],
  [/^[ \t]*Log in(?: to star items)?\.?[ \t]*$/mu, 2],
  [/^[ \t]*Accepted papers?:?[ \t]*$/imu, 4],
  [/^[ \t]*(?:Paper )?(?:short |long )?abstract:?[ \t]*$/imu, 2],
  [/-Abstract:[ \t]*$/mu, 2],
  [/^[ \t]*(?:Panel|Roundtable) [A-Z]{1,7}-?\d{1,4}[a-z]?[ \t]*$/mu, 2],
  [/^[ \t]*(?:Send message to (?:Authors|Convenors)[ \t]*$|Convenors?:)/mu, 2],
  [/^[ \t]*Session \d{1,2}:?,? (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day/mu, 2],
  [/nomadit\.co\.uk\/(?:conference\/)?[a-z]+\d{2,4}/iu, 4],
];
