// Invented works of every kind and language: what a reference can say, before it is printed.
import { bodies, events, journalFrames, journals, newspapers, places, publisherFrames, publishers, series, universities } from './houses.mjs';
import { cultures, madeFamily, madeGiven } from './names.mjs';
import { countries, titles } from './words.mjs';

const culturesOf = { en: { en: 6, de: 1, fr: 0.5, es: 0.7, pt: 0.3, it: 0.7, tr: 0.3, pl: 0.6, nl: 0.7, zhLatin: 1.4, south: 1, slavLatin: 0.8 }, de: { de: 8, en: 1.2, tr: 0.2, pl: 0.3, nl: 0.3, fr: 0.3 }, fr: { fr: 7, en: 1 }, es: { es: 7, en: 0.5 }, pt: { pt: 7 }, it: { it: 7, en: 0.6 }, tr: { tr: 8 }, pl: { pl: 7 }, nl: { nl: 7 }, ru: { ru: 1 }, uk: { uk: 1 }, kk: { kk: 1 }, zh: { zh: 12, zhLatin: 0.5, en: 0.5 } };
const cyrillic = new Set(['ru', 'uk', 'kk']);

const capitalised = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);
const syllables = 'ta ri mo lek sa bin dor ve shi ka no per glo ma tri fen zu lan pro bio geo hy po tel gra mi cro meta syn anti'.split(' ');
const cyrillicSyllables = 'та ри мо лек са бин дор ве ши ка но пер гло ма три фен лан про гео ги по тел гра ми кро мета син'.split(' ');

function madeTerm(chance, lang) {
  if (lang === 'zh') return chance.pick(titles.zh.N) + chance.pick(titles.zh.A);
  const from = cyrillic.has(lang) ? cyrillicSyllables : syllables;
  const stem = Array.from({ length: chance.from(2, 4) }, () => chance.pick(from)).join('');
  const tails = { en: ['tion', 'ity', 'ism', 'ing', 's', 'al', 'ics', ''], de: ['ung', 'keit', 'ismus', 'schaft', 'en', ''], ru: ['ция', 'ность', 'изм', 'ство', 'ия'], fr: ['tion', 'isme', 'ité', ''], es: ['ción', 'ismo', 'dad', ''] };
  const word = stem + chance.pick(tails[lang] ?? (cyrillic.has(lang) ? tails.ru : tails.en));
  return chance.maybe(0.12) ? word.slice(0, 5).toUpperCase() : word;
}

/** A word that nobody has met, in the place of one: its capital stays. */
const alike = (chance, lang, word) => (/^\p{Lu}/u.test(word) ? capitalised(madeTerm(chance, lang)) : madeTerm(chance, lang));

const swap = (text, fill, lang) => text.replace(lang === 'zh' ? /[NAPMYFUSVQ]/gu : /(?<!\p{L})[NAPMYFUSVQ](?![\p{L}’'])/gu, (letter) => fill(letter));

/** A frame with its letters filled in. */
function filled(chance, lang, frame) {
  const words = titles[lang];
  const noun = () => (chance.maybe(0.22) ? madeTerm(chance, lang) : chance.pick(words.N));
  const year = () => `${chance.from(1780, 1990)}${chance.pick(['–', '-'])}${chance.from(1991, 2020)}`;
  const fill = { N: noun, A: () => chance.pick(words.A), P: () => chance.pick(countries[lang]), M: () => (chance.maybe(0.3) ? capitalised(madeTerm(chance, lang)) : madeTerm(chance, lang)), Y: year, F: () => familyOf(chance, lang), U: () => chance.pick(places[lang]).replace(/[,/.(].*$/u, ''), S: noun, Q: () => `${chance.pick(countries[lang])}’s`, V: () => chance.pick(words.V ?? words.A) };
  return swap(frame, (letter) => fill[letter](), lang);
}

function titleCase(text, small) {
  return text.split(' ').map((word, index) => (index > 0 && small.test(word) ? word : capitalised(word))).join(' ');
}

const joints = { en: ' and ', de: ' und ', fr: ' et ', es: ' y ', pt: ' e ', it: ' e ', tr: ' ve ', pl: ' i ', nl: ' en ', ru: ' и ', uk: ' та ', kk: ' және ', zh: '与' };
const uncapitalised = (text) => (/^\p{Lu}\p{Ll}/u.test(text) ? text[0].toLowerCase() + text.slice(1) : text);

/** A few characters of a Chinese title in quotation marks. */
function marked(chance, title) {
  const length = chance.from(2, 6);
  const at = chance.below(Math.max(1, title.length - length));
  const [open, close] = chance.pick(['“”', '""', '《》', '「」', '‘’']);
  return title.slice(0, at) + open + title.slice(at, at + length) + close + title.slice(at + length);
}

export function titleOf(chance, lang, plain = false) {
  const { T, subtitle, small, caps, upper } = titles[lang];
  let title = filled(chance, lang, chance.pick(T));
  if (chance.maybe(0.12)) title = `${title}${joints[lang] ?? ' '}${title.length > 50 ? filled(chance, lang, 'N') : uncapitalised(filled(chance, lang, chance.pick(T)))}`;
  if (!plain && chance.maybe(0.34)) title += (lang === 'zh' ? chance.pick([':', '——', '：']) : lang === 'fr' && chance.maybe(0.5) ? ' : ' : chance.pick(lang === 'de' || lang === 'fr' || lang === 'it' || lang === 'nl' ? [': ', '. ', '. ', '. ', ' – ', ' - ', '? '] : [': ', ': ', ': ', ': ', '. ', ' – ', ' - ', '; '])) + capitalised(filled(chance, lang, chance.pick(subtitle)));
  if (!plain && lang !== 'zh' && chance.maybe(0.09)) title += chance.pick(['?', '?', '?', '!', '...']);
  if (lang === 'zh' && chance.maybe(0.1)) title = marked(chance, title);
  if (!plain && chance.maybe(0.03)) title += ` ${chance.pick(['(I)', '(Part II)', 'Vol. 2', '1945–1990', '(2000-2010)', '2000', 'II', 'no. 7'])}`;
  if (lang !== 'zh' && chance.maybe(0.2)) title = title.replace(/(?<=\p{Ll}{3}) (?=\p{Ll}{4})/u, '-');
  if (lang !== 'zh' && chance.maybe(0.04)) title = title.replace(/(?<=\p{L}{4})(?= )/u, chance.pick(['2', '-2', '19', '53', ', 1918', ' (ABCD)', ' & Co']));
  if (lang !== 'zh' && chance.maybe(0.05)) title = title.replace(/(?<=\p{L}{4}) (?=\p{L})/u, chance.pick([', ', ' / ', '/', ' (und) ', ' vs. ', ' U.S. ', ' St. ', ', ', ' U.S. ', ' Dr. ', ' U.N. ', ' E.U. ']));
  if (lang !== 'zh' && chance.maybe(0.09)) title = title.replace(chance.maybe(0.6) ? /(\p{L}+) (\p{L}+)/u : /(\p{L}+ \p{L}+ )(\p{L}+)/u, (_, a, b) => `${chance.pick(['“', '"', '\'', '«', '„'])}${a} ${b}${chance.pick(['”', '"', '\'', '»', '“'])}`);
  if (lang !== 'zh' && chance.maybe(0.3)) title = title.replace(/\p{L}{4,}/gu, (word) => (chance.maybe(0.25) ? alike(chance, lang, word) : word));
  title = capitalised(title.replace(/[.?!]\. /gu, '. '));
  if (caps && chance.maybe(0.45)) return titleCase(title, small);
  return upper ? capitalised(title.toLowerCase().replace(/(?<=^|[.:–-] )\p{L}/gu, (letter) => letter.toUpperCase()).replace(/росси|казахстан|европ|ссср|снг|китая|германии|сибири|україн|қазақ/gu, (word) => (word.length < 5 ? word.toUpperCase() : capitalised(word)))) : title;
}

function familyOf(chance, lang) {
  const culture = cultures[chance.weighed(culturesOf[lang])];
  if (culture.family[0].length === 1 || /\p{sc=Cyrillic}/u.test(culture.family[0])) return chance.pick(culture.family);
  return chance.maybe(0.35) ? madeFamily(chance) : chance.pick(culture.family);
}

/** A person as family name and given names. */
export function personOf(chance, lang) {
  const key = chance.weighed(culturesOf[lang]);
  const culture = cultures[key];
  if (key === 'zh') return { family: chance.pick(culture.family), given: [chance.pick(culture.given)], han: true };
  if (key === 'ru' || key === 'uk' || key === 'kk') return easternPerson(chance, culture);
  let family = chance.maybe(0.3) ? madeFamily(chance) : chance.pick(culture.family);
  if (chance.maybe(culture.double ?? 0.02)) family += (chance.maybe(0.3) ? '-' : ' ') + chance.pick(culture.family);
  if (key === 'de' && chance.maybe(0.05)) family = `${chance.pick(['von', 'von der', 'zu', 'von'])} ${family}`;
  if ((key === 'en' || key === 'fr' || key === 'es' || key === 'it') && chance.maybe(0.035)) family = `${chance.pick(['van der', 'van', 'von', 'de', 'de la', 'van den', 'ter', 'di', 'Di', 'Lo', 'La', 'De', 'al-', 'van der', 'del', 'bin'])} ${family}`.replace('- ', '-');
  if (key === 'pt' && chance.maybe(0.15)) family = `${chance.pick(['da', 'de', 'dos'])} ${family}`;
  if (key === 'en' && chance.maybe(0.02)) family = `Mc${family}`;
  const given = [chance.maybe(0.2) ? madeGiven(chance) : chance.pick(culture.given)];
  if (chance.maybe(key === 'en' ? 0.5 : 0.2)) given.push(chance.maybe(0.6) && key === 'en' ? `${'ABCDEFGHJKLMNPRSTW'[chance.below(18)]}.` : chance.pick(culture.given));
  const suffix = key === 'en' && chance.maybe(0.02) ? chance.pick(['Jr.', 'III', 'Sr.', 'Jr']) : undefined;
  return { family, given, suffix };
}

function easternPerson(chance, culture) {
  const female = culture.female !== undefined && chance.maybe(0.3);
  const family = chance.pick(female ? culture.female : culture.family);
  const given = [chance.pick(culture.given)];
  if (culture.middle !== undefined && chance.maybe(0.85)) given.push(chance.pick(culture.middle));
  if (culture.middle === undefined && chance.maybe(0.45)) given.push(chance.pick(culture.given));
  return { family, given };
}

/** A frame filled in as the name of something: capitals where the language has them. */
function proper(chance, lang, frame) {
  const name = capitalised(filled(chance, lang, frame));
  return titles[lang].caps && chance.maybe(0.9) ? titleCase(name, titles[lang].small) : name;
}

const people = (chance, lang, counts) => Array.from({ length: Number(chance.weighed(counts)) }, () => personOf(chance, lang));
const authorCounts = { 1: 55, 2: 25, 3: 11, 4: 4, 5: 2, 6: 1.5, 8: 0.7 };

function publisherOf(chance, lang) {
  return chance.maybe(0.65) ? chance.pick(publishers[lang]) : proper(chance, lang, chance.pick(publisherFrames[lang]));
}
function placeOf(chance, lang) {
  return chance.maybe(0.92) ? chance.pick(places[lang]) : /ru|uk|kk|zh/u.test(lang) ? chance.pick(places[lang]) : madeFamily(chance);
}
export function journalOf(chance, lang, stock = []) {
  if (stock.length > 0 && lang === 'en' && chance.maybe(0.35)) return chance.pick(stock);
  if (lang === 'en' && chance.maybe(0.15)) return abbreviated(chance, journalOf(chance, lang, stock));
  return chance.maybe(0.5) ? chance.pick(journals[lang]) : proper(chance, lang, chance.pick(journalFrames[lang]));
}

/** `American Journal of Sociology` as `Am. J. Sociol.` */
function abbreviated(chance, name) {
  const stop = chance.maybe(0.7) ? '.' : '';
  const words = name.split(' ').filter((word) => !/^(?:of|the|and|for|in|on|The|&)$/u.test(word));
  if (words.length < 2) return name;
  return words.map((word) => (word === 'Journal' ? `J${stop}` : word.length > 5 ? `${word.slice(0, chance.from(3, 5))}${stop}` : word)).join(' ');
}

function pagesOf(chance) {
  const first = chance.weighed({ small: 3, middle: 5, large: 1 });
  const from = first === 'small' ? chance.from(1, 99) : first === 'middle' ? chance.from(100, 999) : chance.from(1000, 9999);
  if (chance.maybe(0.025)) return [chance.pick(['e', 'e', 'S', 'A', '']) + chance.from(100, 99999), ''];
  if (chance.maybe(0.012)) return ['xi', 'xxiv'];
  return [from, from + chance.from(1, chance.maybe(0.7) ? 35 : 120)];
}

const genresOf = { en: ['PhD thesis', 'Ph.D. thesis', 'PhD diss.', 'Ph.D. dissertation', 'Doctoral dissertation', 'Unpublished doctoral dissertation', 'Master’s thesis', 'MA thesis', 'Diss.', 'Master thesis', 'M.Sc. thesis'], de: ['Dissertation', 'Diss.', 'Diplomarbeit', 'Habilitationsschrift', 'Unveröffentlichte Diplomarbeit', 'Magisterarbeit', 'Masterarbeit', 'phil. Diss.', 'Unveröff. Diss.', 'Inaugural-Dissertation'], fr: ['Thèse de doctorat', 'thèse pour le doctorat de science politique', 'Mémoire de master', 'Thèse'], es: ['Tesis doctoral', 'Tesis de maestría'], pt: ['Tese de doutorado', 'Dissertação (Mestrado)'], it: ['Tesi di dottorato'], tr: ['Doktora Tezi', 'Yüksek Lisans Tezi', 'Yayımlanmamış doktora tezi'], pl: ['rozprawa doktorska', 'Disertační práce'], nl: ['Proefschrift', 'Doctoral dissertation'], ru: ['дис. ... канд. полит. наук', 'дис. ... д-ра ист. наук', 'автореф. дис. ... канд. социол. наук', 'дис. … канд. экон. наук', 'диссертация на соискание ученой степени кандидата юридических наук', 'автореф. дис. … д-ра филос. наук'], uk: ['дис. ... канд. політ. наук', 'автореф. дис. ... д-ра юрид. наук'], kk: ['филос. докторы (PhD) дис.', 'дис. ... канд. полит. наук'], zh: ['博士学位论文', '硕士学位论文'] };
const reportsOf = { en: ['Working Paper', 'Discussion Paper', 'Technical Report', 'Policy Brief', 'Occasional Paper', 'Research Report', 'Tech. Rep.', 'Policy Research Working Paper', 'NBER Working Paper', 'MZES Working Paper', 'Research Memorandum'], de: ['Arbeitspapier', 'Discussion Paper', 'Arbeitsbericht', 'Forschungsbericht', 'ZUMA-Arbeitsbericht', 'Abschlussbericht', 'WZB Discussion Paper', 'Working Paper'], fr: ['Document de travail', 'Rapport'], es: ['Documento de trabajo', 'Working Paper'], pt: ['Texto para discussão'], it: ['Working Paper'], tr: ['Rapor', 'Çalışma Tebliği'], pl: ['Raport', 'Working Paper'], nl: ['Rapport', 'Working Paper'], ru: ['Аналитический доклад', 'Препринт', 'Доклад'], uk: ['Аналітична доповідь'], kk: ['Баяндама'], zh: ['研究报告'] };

const kinds = { 'article-journal': 42, book: 22, chapter: 17, thesis: 4, report: 4.5, webpage: 3.5, 'article-newspaper': 3, 'paper-conference': 5 };

/** An invented work. `stock` are names of journals to draw from besides our own. */
export function recordOf(chance, lang, stock, kind = chance.weighed(kinds)) {
  const year = chance.maybe(0.75) ? chance.from(1975, 2024) : chance.from(1880, 1990);
  const content = lang !== 'en' && chance.maybe(cyrillic.has(lang) || lang === 'zh' ? 0.06 : 0.2) ? 'en' : lang;
  const [from, to] = pagesOf(chance);
  const corporate = chance.maybe({ report: 0.45, webpage: 0.5, 'article-newspaper': 0.1, book: 0.06 }[kind] ?? 0.01);
  const nobody = chance.maybe({ 'article-newspaper': 0.25, webpage: 0.2, book: 0.05 }[kind] ?? 0.01);
  const authors = nobody ? [] : corporate ? [{ literal: proper(chance, content, chance.pick(bodies[content])) }] : people(chance, content, authorCounts);
  const record = {
    type: kind, lang, content, year, authors, title: titleOf(chance, content), place: placeOf(chance, content), publisher: publisherOf(chance, content),
    month: chance.from(1, 12), day: chance.from(1, 28), volume: volumeOf(chance), issue: String(chance.maybe(0.9) ? chance.from(1, 12) : chance.from(13, 400)) + (chance.maybe(0.05) ? `${chance.pick(['-', '/', '–'])}${chance.from(13, 14)}` : ''),
    pages: [String(from), String(to)], numberOfPages: String(chance.from(40, 900)), edition: String(chance.from(2, 9)), series: proper(chance, content, chance.pick(series[content])), seriesNumber: String(chance.from(1, 300)),
    DOI: `10.${chance.from(1000, 9999)}/${chance.pick(['j.', 's', '', 'jcr'])}${chance.from(1000, 99999)}.${chance.from(1990, 2024)}.${chance.from(10, 999)}`, URL: urlOf(chance), ISBN: `978-${chance.from(0, 5)}-${chance.from(100, 999)}-${chance.from(10000, 99999)}-${chance.below(10)}`,
    accessed: { year: chance.from(2003, 2024), month: chance.from(1, 12), day: chance.from(1, 28) }, editors: [], translators: chance.maybe(0.07) ? [personOf(chance, lang)] : [],
  };
  return { ...record, ...kindOf[kind](chance, record, stock) };
}

const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIV', 'XVI', 'XX', 'XXIII', 'XXXIV', 'XLII', 'LI'];
const volumeOf = (chance) => (chance.maybe(0.06) ? chance.pick(roman) : String(chance.maybe(0.85) ? chance.from(1, 99) : chance.from(100, 600)));
function urlOf(chance) {
  const host = `${chance.pick(['www.', '', 'www.'])}${madeGiven(chance).toLowerCase().normalize('NFD').replace(/[^a-z]/gu, '')}.${chance.pick(['org', 'com', 'de', 'ru', 'edu', 'gov', 'net', 'fr', 'ac.uk'])}`;
  return `${chance.pick(['http', 'https'])}://${host}/${chance.pick(['', 'publications/', 'news/2019/', 'doc/', 'pdf/', 'index.php?id=', 'articles/'])}${chance.pick(['', chance.from(100, 99999), 'report.pdf', 'wp-12.html'])}`;
}

const kindOf = {
  'article-journal': (chance, { content }, stock) => ({ container: journalOf(chance, content, stock) }),
  book: (chance, { lang, authors }) => (chance.maybe(0.14) && authors[0]?.literal === undefined ? { authors: [], editors: people(chance, lang, { 1: 5, 2: 4, 3: 2 }) } : {}),
  chapter: (chance, { content }) => ({ container: titleOf(chance, content), editors: chance.maybe(0.86) ? people(chance, content, { 1: 45, 2: 35, 3: 15, 4: 4 }) : [] }),
  thesis: (chance, { content }) => ({ genre: chance.pick(genresOf[content]), publisher: proper(chance, content, chance.pick(universities[content])) }),
  report: (chance, { content }) => ({ genre: chance.pick(reportsOf[content]), number: chance.pick([String(chance.from(1, 900)), `${chance.from(80, 99)}-${chance.from(1, 40)}`, `CS-${chance.from(70, 99)}-${chance.from(1, 300)}`, `${chance.from(2000, 2020)}/${chance.from(1, 30)}`, `TR-${chance.from(10, 999)}`]), publisher: chance.maybe(0.5) ? proper(chance, content, chance.pick(bodies[content])) : proper(chance, content, chance.pick(universities[content])) }),
  webpage: (chance, { content }) => ({ container: chance.maybe(0.5) ? proper(chance, content, chance.pick(bodies[content])) : chance.pick(newspapers[content]) }),
  'article-newspaper': (chance, { content }) => ({ container: chance.maybe(0.85) ? chance.pick(newspapers[content]) : `The ${chance.pick(places.en).replace(/,.*$/u, '')} ${chance.pick(['Herald', 'Post', 'Courier', 'Tribune', 'Times'])}`, pages: [String(chance.from(1, 40)), ''] }),
  'paper-conference': (chance, { content }) => ({ container: proper(chance, content, chance.pick(events[content])), editors: chance.maybe(0.3) ? people(chance, content, { 1: 2, 2: 3, 3: 2 }) : [] }),
};

/** How often each language is used; a name of `only` gives that alone. */
export const languages = { en: 37, de: 25, fr: 6, es: 4, pt: 2, it: 2.5, tr: 4, pl: 2, nl: 2, ru: 7.5, uk: 1.2, kk: 1.3, zh: 6 };
