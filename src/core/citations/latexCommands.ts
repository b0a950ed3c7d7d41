/**
 * The commands that cite, of natbib, biblatex and its families, apacite, jurabib and csquotes: a table of data.
 *
 * - `cite`: `\cite[pre][post]{a,b}`, and `part`: the same, but a part of a reference (`\citeauthor`) or none at all (`\nocite`).
 * - `cites`: `\autocites(pre)(post)[pre][post]{a}[pre][post]{b}`.
 * - `volcite`: `\volcite[pre]{volume}[pages]{a}`; `volcites` repeats it.
 * - `quote`: `\textcquote[pre][post]{a}…`; `foreignquote` has a language in braces first.
 */
export const shapes = ['cite', 'part', 'cites', 'volcite', 'volcites', 'quote', 'foreignquote'] as const;
export type Shape = (typeof shapes)[number];

const names: { readonly [S in Shape]: string } = {
  cite:
    'cite Cite parencite Parencite footcite footcitetext textcite Textcite smartcite Smartcite autocite Autocite supercite '
    + 'footfullcite fullcite citet Citet citep Citep citealt Citealt citealp Citealp footcitet Footcite '
    + 'citeA citeNP fullcitep fullcitet shortcite shortciteA shortciteNP fullciteA fullciteNP citeasnoun citeaffixed '
    + 'onlinecite footciteauthor footcitetitle headlesscite Headlesscite headlessfullcite gentextcite Gentextcite '
    + 'posscite Posscite posscitet citepos citeposs possessivecite textcitepos nptextcite inlinecite '
    + 'shortautocite Shortautocite shorthandcite shortrefcite citeshort citelong bodycite authorcite intextcite '
    + 'citetalias citepalias citealtalias citealpalias',
  part:
    'nocite nocitemeta citeauthor Citeauthor citefullauthor Citefullauthor citeyear Citeyear citeyearpar citetitle Citetitle '
    + 'citedate Citedate citeurl citedoi citenum citefield citename citelist parencitetitle fnotecite notecite Notecite pnotecite Pnotecite '
    + 'bibentry citeauthorNP citeauthortype citeyearNP shortciteauthor fullciteauthor citejournal defcitealias citebyear '
    + 'citesubtitle citeorigdate citeorigyear citefullname entryset',
  cites:
    'cites Cites parencites Parencites footcites footcitetexts textcites Textcites smartcites Smartcites autocites '
    + 'Autocites supercites citeauthors Citeauthors fullcites footfullcites citeps citets gentextcites headlesscites',
  volcite: 'volcite Volcite pvolcite Pvolcite fvolcite Fvolcite ftvolcite svolcite Svolcite tvolcite Tvolcite avolcite Avolcite',
  volcites: 'volcites Volcites pvolcites Pvolcites fvolcites Fvolcites ftvolcites svolcites Svolcites tvolcites Tvolcites avolcites Avolcites',
  quote: 'textcquote blockcquote displaycquote',
  foreignquote: 'foreigntextcquote hyphentextcquote foreignblockcquote hyphenblockcquote hybridblockcquote foreigndisplaycquote hyphendisplaycquote',
};

const shapeByName = new Map(shapes.flatMap((shape) => names[shape].split(' ').map((name) => [name, shape] as const)));

/** How the arguments of this command stand, by its name without backslash and star; undefined if it cites nothing. */
export const shapeOf = (name: string): Shape | undefined => shapeByName.get(name);

/** Commands that biblatex alone has: who uses one has loaded it. */
const biblatexAlone = /^(?:[aA]uto|[pP]aren|[tT]ext|[sS]mart|super|foot(?:full)?)cite(?:text)?s?$/;
export const isBiblatex = (name: string): boolean => biblatexAlone.test(name) || shapeOf(name) === 'cites';

/** The form of a command that gives each key its own pages: `autocite` → `autocites`. */
export function multiOf(name: string): string | undefined {
  return shapeOf(name) === 'cite' && shapeOf(`${name}s`) === 'cites' ? `${name}s` : undefined;
}

/** The form for one key: `autocites` → `autocite`. */
export const singleOf = (name: string): string => (shapeOf(name) === 'cites' ? name.slice(0, -1) : name);

const inText = new Set((
  'textcite Textcite textcites Textcites citet Citet citets gentextcite Gentextcite gentextcites citeA shortciteA fullciteA citeasnoun '
  + 'fullcitet nptextcite intextcite posscite Posscite posscitet citepos citeposs possessivecite textcitepos citetalias '
  + 'tvolcite Tvolcite tvolcites Tvolcites inlinecite'
).split(' '));

/** Does this command cite as a word of the sentence, “Lee (2018)”? */
export const isInText = (name: string): boolean => inText.has(name);
