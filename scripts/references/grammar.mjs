// Styles drawn by chance: each choice that styles differ in, made once for all references of a list.
import { Line } from './line.mjs';
import { nameStyle, printNames } from './people.mjs';
import { terms } from './terms.mjs';

const quotations = { en: [['“', '”'], ['‘', '’'], ['"', '"'], ["'", "'"], ['“', '”']], de: [['„', '“'], ['"', '"'], ['»', '«'], ['„', '”']], fr: [['« ', ' »'], ['«', '»'], ['“', '”']], ru: [['«', '»'], ['"', '"']], zh: [['《', '》'], ['“', '”']] };

/** A style; the same style prints a whole list. */
export function styleOf(chance, lang) {
  const words = terms[lang];
  const pick = (name) => chance.pick(words[name]);
  const german = lang === 'de';
  const eastern = /^(?:ru|uk|kk)$/u.test(lang);
  const year = chance.weighed({ '(Y)': 5, 'Y.': 2.4, late: german ? 3.4 : 4.5, 'Y,': 0.7, '[Y]': 0.12, '(Y).': 2, '(Y):': german ? 6 : 0.8, '(Y),': 1.1, 'Y:': german ? 1.6 : 0.3, ' Y ': 0.3 });
  const comma = chance.maybe(year === 'late' ? 0.45 : 0.12);
  return {
    lang, words, year, comma, names: nameStyle(chance, lang, words), editorNames: nameStyle(chance, lang, words),
    stop: comma ? ', ' : chance.weighed({ '. ': 9, ', ': 1.6, ': ': 0.6, '; ': 0.2, ' ': 0.15 }),
    afterNames: year === 'late' ? chance.weighed({ ': ': german ? 6 : 1, ', ': comma ? 6 : 2, '. ': comma ? 0.6 : 6, ' ': 0.4, '; ': 0.1, ' – ': 0.1 }) : chance.weighed({ ' ': 4, ', ': 2, '. ': 3 }),
    quotes: chance.maybe(german ? 0.12 : 0.33) ? chance.pick(quotations[lang] ?? (['es', 'it'].includes(lang) ? quotations.fr : quotations.en)) : undefined,
    bookQuotes: chance.maybe(0.04),
    in: chance.maybe(german ? 0.8 : eastern ? 0.7 : 0.97) ? pick('in') : '', inArticle: german ? chance.maybe(0.6) : eastern ? chance.maybe(0.85) : lang === 'fr' || lang === 'it' ? chance.maybe(0.3) : chance.maybe(0.05),
    editors: chance.weighed(german ? { before: 6, behind: 3, none: 0.3 } : eastern ? { behind: 5, before: 1 } : { before: 5, behind: 4, none: 0.2 }), editorWord: pick('editors').map ? chance.pick(words.editors[0]) : '', editorsWord: chance.pick(words.editors[1]), editedBy: pick('editedBy'),
    editorComma: chance.pick([' ', ' ', ', ']), afterEditors: chance.weighed(german ? { ': ': 6, ', ': 2, '. ': 1 } : { ', ': 5, '. ': 1.5, ': ': 1, ' ': 0.5 }),
    issue: chance.weighed({ 'V(N)': 4, 'V (N)': 2.4, 'V/N': german ? 2.5 : 0.7, labels: 3, 'V, N': 0.5, 'V:N': 0.4, 'V.N': 0.5, V: 2, 'V no': 1.6, 'N/Y': german || eastern ? 1.5 : 0.1, none: 0.25 }), volWord: pick('vol'), noWord: pick('no'),
    pageWord: chance.maybe(german || eastern ? 0.7 : 0.36) ? pick('pp') : '', bookPageWord: chance.maybe(0.75) ? pick('pp') : '', onePage: pick('p'), beforePages: chance.weighed({ ', ': 6, ': ': 4, ':': 2, '. ': 1, ' ': 0.3, '; ': 0.1 }), dash: chance.pick(['-', '–', '-', '–', '--', ' - ', '–']), shortPages: chance.maybe(0.15), bookPages: chance.weighed({ tail: 5, brackets: 2, behind: 3 }), spaced: chance.maybe(0.85),
    house: chance.weighed({ 'P: H': 7, 'H, P': 2.4, H: 2, P: german ? 2.5 : 0.9, 'P, H': ['fr', 'es', 'it', 'tr'].includes(lang) ? 4 : 1.2, 'H (P)': 0.2, 'H: P': 0.2, '(P: H)': 0.6, 'P : H': 0.6, '(P)': 0.2, 'P H': 0.1, none: 0.1 }), bracketed: chance.maybe(0.1),
    edition: pick('edition'), editionAt: chance.weighed({ behind: 4, house: 1.5 }), ordinal: chance.maybe(0.85), editionShare: 0.12,
    series: chance.weighed({ '(S N)': 2, '(S; N)': 1, 'S N': 1, '= S N': german ? 0.7 : 0.05, 'S, vol. N': 0.4, 'S': 0.4 }), seriesShare: chance.maybe(0.4) ? 0.3 : 0.03,
    identifier: chance.weighed({ 'https://doi.org/': 5, 'doi:': 2, 'DOI: ': 2, 'doi: ': 2, 'http://dx.doi.org/': 1, 'DOI ': 0.5, 'doi.org/': 0.3 }), doiShare: chance.maybe(0.3) ? 0.7 : 0.05, urlWord: pick('url'), accessed: pick('accessed'), urlShare: chance.maybe(0.15) ? 0.4 : 0.03, dates: chance.weighed({ words: 4, dots: german || eastern || lang === 'tr' ? 5 : 1, iso: 1, first: lang === 'en' ? 3 : 0.3, slashes: 1 }),
    monthShare: chance.maybe(0.2) ? 0.5 : 0.02, trans: pick('trans'), end: chance.weighed({ '.': 8, '': 3, ';': 0.15, ',': 0.05 }), np: chance.pick(words.np), npShare: eastern ? 0.8 : chance.maybe(0.1) ? 0.6 : 0.02, isbnShare: chance.maybe(0.05) ? 0.6 : 0.01, letter: chance.maybe(0.06), placed: chance.maybe(0.1),
    cited: false, issueOnly: chance.maybe(['fr', 'es', 'tr', 'ru', 'kk', 'uk', 'pl'].includes(lang) ? 0.35 : 0.12) ? 0.6 : 0.02, journalQuotes: chance.maybe(lang === 'pl' ? 0.5 : eastern ? 0.06 : 0.01), code: lang === 'zh', ders: german && chance.maybe(0.1), original: chance.maybe(0.06), volumeBefore: german && chance.maybe(0.3), vom: german && chance.maybe(0.5),
  };
}

/** A footnote: names in reading order, commas, the year with the publisher, and perhaps the page that is cited. */
export function noteOf(chance, style) {
  const given = chance.weighed({ full: 6, 'I. I.': 2, 'I.': 1 });
  const names = { ...style.names, order: 'G F', rest: 'G F', given };
  const german = style.lang === 'de';
  return {
    ...style, year: 'late', comma: true, stop: ', ', names, editorNames: names, afterNames: german ? chance.pick([', ', ': ', ', ']) : ', ', bracketed: chance.maybe(german ? 0.2 : 0.75), house: chance.weighed({ 'P: H': 6, P: german ? 5 : 1, 'H, P': 0.6, H: 1, 'P, H': 0.6 }),
    quotes: german ? style.quotes : style.quotes ?? chance.pick(quotations.en), cited: chance.maybe(0.6), editors: chance.pick(['behind', style.editors]),
  };
}

/** A reference of a work in a style. */
export function print(chance, style, record) {
  const line = new Line();
  head(chance, line, style, record);
  const body = { 'article-journal': article, chapter, book, thesis, report, webpage, 'article-newspaper': news, 'paper-conference': conference }[record.type];
  body(chance, line, style, record);
  tail(chance, line, style, record);
  return line;
}

const yearText = (chance, style, record) => (chance.maybe(0.006) ? `${record.year}${chance.pick(['/', '–', '-'])}${chance.maybe(0.6) ? String(record.year + 1).slice(2) : record.year + 1}` : String(record.year)) + (style.letter && chance.maybe(0.4) ? chance.pick(['a', 'b', 'c']) : '');
const originalText = (chance, style, record) => (style.original && chance.maybe(0.5) ? chance.pick([` [${record.year - 30}]`, `/${record.year - 12}`, ` (zuerst ${record.year - 20})`, ` [orig. ${record.year - 40}]`]) : '');

function head(chance, line, style, record) {
  const { year } = style;
  const late = year === 'late';
  let named = false;
  if (record.authors.length > 0) named = Boolean(line.append(printNames(record.authors, style.names, 'a')));
  else if (record.editors.length > 0 && record.type === 'book') {
    line.append(printNames(record.editors, style.names, 'e')).add(joined(record.editors.length > 1 ? style.editorsWord : style.editorWord, style.editorComma));
    named = true;
  }
  if (!late && named) early(chance, line, style, record);
  else if (named) line.stop(style.afterNames);
}

const joined = (word, comma) => (word.startsWith(',') ? word : comma + word);

function early(chance, line, style, record) {
  const text = yearText(chance, style, record);
  const first = style.afterNames;
  const date = () => {
    line.add(text, 'date').add(originalText(chance, style, record));
    if (record.type === 'paper-conference' && chance.maybe(0.4)) line.add(`, ${daysOf(chance, style, record)}`, 'date');
    if (record.type === 'article-newspaper' && chance.maybe(0.6)) line.add(`, ${record.day === 1 || chance.maybe(0.5) ? `${style.words.months[record.month - 1]} ${record.day}` : `${record.day} ${style.words.months[record.month - 1]}`}`, 'date');
  };
  const around = { '(Y)': ['(', ') '], 'Y.': ['', '. '], 'Y,': ['', ', '], '[Y]': ['[', '] '], '(Y).': ['(', '). '], '(Y):': ['(', '): '], '(Y),': ['(', '), '], 'Y:': ['', ': '], ' Y ': ['', ' '] }[style.year];
  line.stop(first === ', ' && around[0] !== '' ? ' ' : first);
  line.add(around[0]);
  if (chance.maybe(0.03)) line.add(chance.pick(style.words.forthcoming));
  else date();
  line.add(around[1]);
}

function title(chance, line, style, record, quoted = true) {
  const [open, close] = (quoted ? style.quotes : style.bookQuotes ? style.quotes : undefined) ?? ['', ''];
  line.add(open);
  const inner = open !== '' && style.stop === ', ' && open === '“' && chance.maybe(/[?!]$/u.test(record.title) ? 0.35 : 0.6);
  line.add(record.title, 'title');
  if (inner) line.add(',');
  line.add(close);
  // A question mark in front of the quotation mark takes the place of the sign behind it.
  if (/[?!]$/u.test(record.title) && close !== '' && !inner && chance.maybe(0.6)) return line.add(' ');
  if (style.code) line.add(`[${{ 'article-journal': 'J', book: 'M', chapter: 'C', thesis: 'D', report: 'R', webpage: 'EB/OL', 'article-newspaper': 'N', 'paper-conference': 'C' }[record.type]}]`);
  if (style.lang !== record.content && chance.maybe(0.1)) line.add(` [${record.title.slice(0, 40)}]`);
  return inner ? line.add(' ') : line.stop(style.stop);
}

const shortPages = ([from, to], style) => (style.shortPages && from.length === to.length && from.length > 2 && from.slice(0, -2) === to.slice(0, -2) ? [from, to.slice(-2)] : [from, to]);

function pages(chance, line, record, style, word) {
  const single = record.pages[1] === '' || chance.maybe(0.02);
  const [from, to] = shortPages(record.pages, style);
  const label = single && word !== '' ? style.onePage : word;
  line.add(label === '' ? '' : label + (style.spaced ? ' ' : ''));
  line.add(single ? from : `${from}${style.dash}${to}`, 'page');
  if (single && chance.maybe(0.1)) line.add(chance.pick([' ff.', 'ff.', ' f.']), 'page');
}

/** As law reviews are cited: `12 Journal of Law 233 (2016)`. */
function review(line, style, { container, volume, pages: [from], year }) {
  return line.add(volume, 'vol').add(' ').add(container, 'cont').add(' ').add(from, 'page').add(' (').add(String(year), 'date').add(')');
}

function article(chance, line, style, record) {
  title(chance, line, style, record);
  if (style.inArticle && style.in !== '') line.add(`${style.in} `);
  const { volume } = record;
  const issue = chance.maybe(0.05) ? `${record.issue}${chance.pick(['–', '-', '/'])}${Number(record.issue) + 1 || 2}` : record.issue;
  if (style.lang === 'en' && style.year === 'late' && style.stop === ', ' && chance.maybe(0.12)) return review(line, style, record);
  const [open, close] = style.journalQuotes && style.quotes !== undefined ? style.quotes : style.journalQuotes ? ['„', '”'] : ['', ''];
  line.add(open).add(record.container, 'cont').add(close);
  const late = style.year === 'late';
  const form = style.issue === 'N/Y' && !late && chance.maybe(0.6) ? 'V/N' : style.issue;
  const before = chance.maybe(0.12) ? '' : chance.pick([', ', ' ', ', ', style.stop]);
  const v = () => line.add(volume, 'vol');
  const n = () => line.add(issue, 'iss');
  if (style.placed && chance.maybe(0.5)) { if (style.lang === 'pt' || chance.maybe(0.3)) line.add(', ').add(record.place, 'place'); else line.add(' (').add(record.place, 'place').add(')'); }
  if (form !== 'none') line.stop(before === '' ? ' ' : before);
  const word = (text) => line.add(/[°#]$/u.test(text) ? text + (style.spaced ? ' ' : '') : `${text} `);
  let dated = false;
  const month = chance.maybe(style.monthShare) ? `${chance.pick([style.words.months, style.words.short])[record.month - 1]} ` : '';
  const year = (open, close) => { line.add(open).add(`${month}${yearText(chance, style, record)}`, 'date').add(close); dated = true; };
  const noIssue = chance.maybe(0.22);
  const seasonal = chance.maybe(0.02) && form !== 'none';
  if (form !== 'none' && chance.maybe(style.issueOnly)) { if (form === 'V(N)' && chance.maybe(0.5)) { line.add('('); n(); line.add(')'); } else { word(style.noWord); n(); } }
  else if (seasonal) { v(); line.add(' (').add(chance.pick([...style.words.months, ...(style.lang === 'en' ? ['Spring', 'Winter', 'Summer', 'Fall'] : [])]), 'date').add(')'); }
  else if (form === 'V(N)' || form === 'V (N)') { v(); if (!noIssue) { line.add(form === 'V(N)' ? '(' : ' ('); n(); line.add(')'); } }
  else if (form === 'V/N' || form === 'V:N' || form === 'V.N' || form === 'V, N') { v(); if (!noIssue) { line.add(form === 'V, N' ? ', ' : form[1]); n(); } }
  else if (form === 'labels') { if (style.volumeBefore) { v(); line.add(chance.pick(['. Jg.', '. Jg', '. Jahrgang', '.Jg.'])); } else { word(style.volWord); v(); } if (late && chance.maybe(0.25)) year(' (', ')'); if (!noIssue) { line.add(chance.pick([', ', ', ', ' ', '. '])); word(style.noWord); n(); } }
  else if (form === 'V no') { v(); if (late && chance.maybe(0.3)) year(' (', ')'); if (!noIssue) { line.add(', '); word(style.noWord); n(); } }
  else if (form === 'V') v();
  else if (form === 'N/Y') { if (chance.maybe(0.5)) word(style.noWord); n(); line.add('/'); year('', ''); }
  if (late && !dated && style.dates !== 'iso') { year(...chance.pick([[' (', ')'], [' (', ')'], [', ', ''], [' ', '']])); }
  if (chance.maybe(0.93)) { line.stop(style.beforePages); pages(chance, line, record, style, style.pageWord); }
  if (late && !dated) year(...chance.pick([[', ', ''], ['. ', ''], [' (', ')']]));
}

function house(chance, line, style, record, late) {
  const { place } = record;
  const publisher = chance.maybe(0.12) ? record.publisher.replace('University Press', chance.pick(['UP', 'Univ. Press', 'U. P.', 'University Press'])) : record.publisher;
  const h = () => line.add(publisher, 'pub');
  const p = () => line.add(place, 'place');
  const form = style.house;
  const wrapped = style.bracketed && late && form !== 'none';
  if (wrapped) line.add('(');
  if (form.startsWith('(P')) line.add('(');
  if (/^\(?P ?: H/u.test(form)) { p(); line.add(form.includes(' :') ? ' : ' : ': '); h(); }
  else if (form === 'H, P' || form === 'H: P' || form === 'H (P)') { h(); line.add(form === 'H, P' ? ', ' : form === 'H: P' ? ': ' : ' ('); p(); line.add(form === 'H (P)' ? ')' : ''); }
  else if (form === 'H') h();
  else if (form === 'P' || form === '(P)') p();
  else if (form === 'P, H' || form === 'P H') { p(); line.add(form === 'P H' ? ' ' : ', '); h(); }
  if (form.startsWith('(P')) line.add(')');
  if (late && form !== 'none') { line.add(form === 'P' && !wrapped ? chance.pick([' ', ' ', ', ']) : ', '); line.add(yearText(chance, style, record), 'date'); }
  else if (late) line.add(yearText(chance, style, record), 'date');
  if (wrapped) line.add(')');
  return line;
}

function edition(chance, line, style, record) {
  const number = style.ordinal || !style.edition.includes('@') ? style.words.ordinal(record.edition) : record.edition;
  const [before, behind] = style.edition.split('@');
  return line.add(before).add(number, 'ed').add(behind);
}

function seriesOf(chance, line, style, record) {
  const numbered = chance.maybe(0.75) && style.series !== 'S';
  const open = style.series.startsWith('(') ? '(' : style.series.startsWith('=') ? '(= ' : '';
  line.add(open).add(record.series, 'coll');
  if (numbered) line.add(style.series.includes(';') ? ' ; ' : style.series.includes('vol') ? `, ${style.volWord} ` : chance.pick([' ', ', ', ` ${style.volWord} `])).add(record.seriesNumber, 'cnum');
  if (open !== '') line.add(')');
}

function bookTail(chance, line, style, record) {
  if (chance.maybe(style.seriesShare) && style.series.startsWith('S')) { seriesOf(chance, line, style, record); line.stop(style.stop); }
  house(chance, line, style, record, style.year === 'late');
  if (chance.maybe(style.seriesShare) && !style.series.startsWith('S')) { line.add(' '); seriesOf(chance, line, style, record); }
}

function book(chance, line, style, record) {
  title(chance, line, style, record, false);
  if (chance.maybe(0.05)) { line.add(`${style.volWord} `).add(record.volume.slice(0, 1), 'vol').stop(style.stop); }
  if (chance.maybe(style.editionShare)) edition(chance, line, style, record).stop(style.stop);
  if (record.translators.length > 0) translated(line, style, record);
  bookTail(chance, line, style, record);
  if (chance.maybe(style.npShare)) { const [before, behind] = style.np.split('#'); line.stop('. ').add(before).add(record.numberOfPages, 'np').add(behind); }
}

function translated(line, style, record) {
  const [before, behind] = style.trans.split('#');
  const people = new Line();
  for (const person of record.translators) people.add(`${person.han ? person.family + person.given[0] : `${person.given.join(' ')} ${person.family}`}`, 'tr');
  line.add(before).append(people).add(behind).stop(style.stop);
}

function chapter(chance, line, style, record) {
  title(chance, line, style, record);
  if (style.in !== '') line.add(`${style.in} `);
  const many = record.editors.length > 1;
  const word = many ? style.editorsWord : style.editorWord;
  const at = record.editors.length === 0 ? 'none' : style.editors;
  if (at === 'before' && style.ders && chance.maybe(0.4)) line.add(chance.pick(['ders. ', 'Ders. ', 'Dies. ', 'ders., '])).add(chance.maybe(0.5) ? `${word} ` : '').stop(style.afterEditors);
  else if (at === 'before') line.append(printNames(record.editors, style.editorNames, 'e')).add(joined(word, style.editorComma)).stop(style.afterEditors);
  line.add(record.container, 'cont');
  if (style.bookPages === 'brackets') { line.add(' ('); pages(chance, line, record, style, style.bookPageWord || 'pp.'); line.add(')'); }
  if (at === 'behind') {
    line.stop(chance.pick([', ', style.stop, ' / ', ', ', ' (']));
    const open = line.text.endsWith('(');
    line.add(`${style.editedBy} `).append(printNames(record.editors, { ...style.editorNames, order: 'G F', rest: 'G F' }, 'e'));
    if (open) line.add(')');
  }
  if (style.bookPages === 'behind') { line.stop(', '); pages(chance, line, record, style, style.bookPageWord); }
  line.stop(style.stop);
  if (chance.maybe(style.editionShare / 2)) edition(chance, line, style, record).stop(style.stop);
  if (chance.maybe(0.93)) bookTail(chance, line, style, record);
  if (style.bookPages === 'tail') { line.stop(chance.pick([', ', '. ', ': ', style.beforePages])); pages(chance, line, record, style, style.bookPageWord); }
}

function thesis(chance, line, style, record) {
  title(chance, line, style, record, chance.maybe(0.5));
  const [open, close] = chance.pick([['', ''], ['', ''], ['(', ')'], ['[', ']']]);
  line.add(open).add(record.genre, 'genre').add(close || (open === '' ? '' : ')'));
  line.stop(chance.pick([', ', ', ', '. ', style.stop, ' ', chance.pick([' an der ', ', ', ' at ', ': '])]));
  const at = chance.weighed({ pub: 6, 'pub, place': 2, place: 1.4, 'place: pub': 1, none: 0.3 });
  if (at.startsWith('pub')) line.add(record.publisher, 'pub');
  if (at.includes('place')) line.stop(at === 'pub, place' ? ', ' : '').add(record.place, 'place');
  if (at === 'place: pub') line.add(': ').add(record.publisher, 'pub');
  if (style.year === 'late') line.stop(', ').add(String(record.year), 'date');
}

function report(chance, line, style, record) {
  title(chance, line, style, record, chance.maybe(0.5));
  const [open, close] = chance.pick([['', ''], ['', ''], ['(', ')'], ['[', ']']]);
  const series = /Paper|Papier|papier/u.test(record.genre) && chance.maybe(0.25);
  line.add(open).add(record.genre, series ? 'genre' : 'genre');
  if (chance.maybe(0.8)) line.add(chance.pick([' ', ' No. ', ', ', ` ${style.noWord} `, ' '])).add(record.number, 'num');
  line.add(close).stop(chance.pick([', ', '. ', style.stop]));
  if (chance.maybe(0.5)) line.add(record.publisher, 'pub');
  else house(chance, line, style, record, false);
  if (style.year === 'late') line.stop(', ').add(`${chance.maybe(0.2) ? `${style.words.months[record.month - 1]} ` : ''}${record.year}`, 'date');
}

export function dayOf(chance, style, { year, month, day }) {
  const { months, short } = style.words;
  const two = (number) => String(number).padStart(2, '0');
  if (style.dates === 'dots') return `${chance.maybe(0.7) ? two(day) : day}.${two(month)}.${year}`;
  if (style.dates === 'iso') return `${year}-${two(month)}-${two(day)}`;
  if (style.dates === 'slashes') return `${two(day)}/${two(month)}/${year}`;
  const name = chance.maybe(0.75) ? months[month - 1] : short[month - 1];
  if (style.lang === 'zh') return `${year}年${month}月${day}日`;
  if (style.dates === 'first') return `${name} ${day}, ${year}`;
  return `${day}${style.lang === 'de' ? '.' : ''} ${style.lang === 'es' ? `de ${name} de` : name} ${year}`;
}

function web(chance, line, style, record) {
  const date = chance.maybe(0.75);
  line.stop(chance.pick([' ', '. ', ', ']));
  if (style.urlWord !== '') line.add(style.urlWord);
  line.add(chance.maybe(0.05) ? '<' : '').add(record.URL, 'url').add(line.text.includes('<') ? '>' : '');
  if (!date) return;
  const [before, behind] = style.accessed.split('#');
  line.add(chance.pick([' ', ', ', ' ', '. '])).add(before).add(dayOf(chance, style, record.accessed), 'acc').add(behind);
}

function webpage(chance, line, style, record) {
  title(chance, line, style, record, chance.maybe(0.5));
  if (chance.maybe(0.7)) line.add(record.container, chance.maybe(1) ? 'cont' : 'pub').stop(style.stop);
  if (style.year === 'late' && chance.maybe(0.8)) line.add(chance.maybe(0.5) ? dayOf(chance, style, record) : String(record.year), 'date').add(style.stop);
  web(chance, line, style, record);
}

function news(chance, line, style, record) {
  title(chance, line, style, record);
  if (style.inArticle && style.in !== '') line.add(`${style.in} `);
  line.add(record.container, 'cont');
  if (style.year === 'late') line.add(style.vom ? chance.pick([' vom ', ', ', ', vom ']) : ', ').add(dayOf(chance, style, record), 'date');
  else if (chance.maybe(0.5)) line.add(', ').add(`${record.day}${style.lang === 'de' ? '.' : ''} ${style.words.months[record.month - 1]}`, 'date');
  if (chance.maybe(0.15)) line.add(`, ${style.noWord} `).add(record.issue, 'iss');
  if (chance.maybe(0.6)) { line.stop(', '); pages(chance, line, record, style, style.bookPageWord || style.onePage); }
  if (chance.maybe(0.25)) web(chance, line, style, record);
}

/** The days of a meeting: `September 1–4`, `29 August–1 September`. */
function daysOf(chance, { words: { months } }, { month, day }) {
  const dash = chance.pick(['–', '-', '–', ' – ']);
  const [here, next] = [months[month - 1], months[month % 12]];
  if (chance.maybe(0.25)) return chance.pick([`${here} ${28 + (day % 3)}${dash}${next} ${1 + (day % 4)}`, `${28 + (day % 3)} ${here}${dash}${1 + (day % 4)} ${next}`]);
  return chance.pick([`${here} ${day}${dash}${day + 3}`, `${day}${dash}${day + 3} ${here}`, `${here} ${day}`]);
}

const presented = ['Paper presented at the ', 'paper presented at the ', 'Presented at ', 'Vortrag auf der ', 'Beitrag zur ', 'Доклад на '];

function conference(chance, line, style, record) {
  title(chance, line, style, record);
  if (style.year !== 'late' && chance.maybe(0.2)) {
    line.text = line.text.trimEnd();
    line.labels.length = line.text.length;
    line.add(chance.pick([' [Paper presentation]. ', ' [Conference paper]. ', ' [Conference presentation]. ', ' (Conference paper). '])).add(record.container.replace(/^the /iu, ''), 'ev').add(', ').add(record.place, 'o');
    return;
  }
  if (chance.maybe(0.35)) {
    line.add(chance.pick(presented)).add(record.container.replace(/^the /iu, ''), 'ev').stop(', ').add(record.place, 'o');
    if (style.year === 'late' || chance.maybe(0.4)) line.add(', ').add(chance.maybe(0.4) ? dayOf(chance, style, record) : chance.maybe(0.5) ? `${daysOf(chance, style, record)}${style.year === 'late' ? `${chance.pick([', ', ' '])}${record.year}` : ''}` : String(record.year), 'date');
    return;
  }
  if (style.in !== '') line.add(`${style.in} `);
  if (record.editors.length > 0 && style.editors === 'before') line.append(printNames(record.editors, style.editorNames, 'e')).add(joined(style.editorsWord, style.editorComma)).stop(style.afterEditors);
  line.add(record.container, 'cont');
  if (chance.maybe(0.25)) { line.stop(', '); if (style.lang === 'en' && chance.maybe(0.5)) line.add('volume ').add(record.seriesNumber, 'vol').add(' of ').add(record.series, 'coll'); else seriesOf(chance, line, style, record); }
  if (chance.maybe(0.8)) { line.stop(', '); pages(chance, line, record, style, style.bookPageWord); }
  if (chance.maybe(0.35)) line.stop(', ').add(record.place, 'place');
  line.stop(style.stop);
  if (chance.maybe(0.6)) { house(chance, line, { ...style, house: chance.pick(['H', 'H', style.house]) }, record, style.year === 'late'); } else if (style.year === 'late') line.add(`${chance.maybe(0.2) ? `${style.words.months[record.month - 1]} ` : ''}${record.year}`, 'date');
}

function tail(chance, line, style, record) {
  if (style.cited && chance.maybe(0.7)) line.stop(', ').add(`${chance.pick(['', '', style.onePage ? `${style.onePage} ` : ''])}${chance.from(1, 400)}`, 'o').add(chance.maybe(0.1) ? 'f.' : '');
  const online = record.type === 'webpage';
  if (chance.maybe(style.isbnShare) && /book|chapter/u.test(record.type)) line.stop('. ').add('ISBN ').add(record.ISBN, 'isbn');
  if (!online && /journal|chapter/u.test(record.type) && chance.maybe(style.doiShare)) { line.stop(chance.pick(['. ', ', ', '. '])).add(style.identifier, style.identifier.includes('/') ? 'doi' : 'o').add(record.DOI, 'doi'); if (chance.maybe(0.5)) return; }
  else if (!online && chance.maybe(style.urlShare)) web(chance, line, style, record);
  line.stop(style.end);
}
