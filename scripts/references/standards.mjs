// References after the standards of the East, GOST R 7.0.5, GOST R 7.0.100 and GB/T 7714, and the ways in which they are bent.
import { Line } from './line.mjs';
import { printNames } from './people.mjs';
import { terms } from './terms.mjs';
import { dayOf } from './grammar.mjs';

const names = (chance, record, form, comma) => {
  const given = chance.pick(form);
  return { order: comma ? 'F, G' : 'F G', rest: comma ? 'F, G' : 'F G', given, between: ', ', last: ', ', caps: false, most: 3, etal: chance.pick(['и др.', '[и др.]']) };
};

/** A style after GOST, drawn by chance; `full` is the record of 7.0.100, the other the reference of 7.0.5. */
export function gostStyle(chance, lang) {
  const comma = chance.maybe(0.3);
  const area = chance.weighed({ '. ': 5, '. – ': 4, '. — ': 3, '. - ': 2, ' – ': 0.2, '.– ': 0.3, '.–': 0.2, '.-': 0.3 });
  return {
    lang, words: terms[lang], area, dates: 'dots', comma, names: names(chance, undefined, ['I. I.', 'I.I.', 'I. I.'], comma), behind: { order: 'G F', rest: 'G F', given: chance.pick(['I. I.', 'I.I.']), between: ', ', last: ', ', most: 3, etal: '[и др.]' },
    slashes: chance.weighed({ ' // ': 12, '// ': 0.5, '//': 0.7, ' /': 0.2, '. // ': 0.5 }), colon: chance.pick([': ', ' : ', ': ']), responsible: chance.maybe(area === '. ' ? 0.12 : 0.55), text: area === '. ' ? '' : chance.pick(['', '', '. – Текст : непосредственный', '. — Текст: непосредственный']), semi: chance.pick([' ; ', '; ']), full: comma && area !== '. ' && chance.maybe(0.6),
    volWord: chance.pick(terms[lang].vol), noWord: chance.pick(terms[lang].no), ppWord: chance.pick(terms[lang].pp), np: chance.pick(terms[lang].np), gap: chance.pick([' ', ' ', '']), dash: chance.pick(['–', '-', '–', '—']), yearAt: chance.weighed({ area: 10, brackets: 0.6, early: 0.4 }), url: chance.pick(terms[lang].url.filter((word) => word !== '')), accessed: chance.pick(terms[lang].accessed), end: chance.pick(['.', '.', '.', '', ';']), houses: chance.weighed({ 'P: H, Y': 8, 'P: H. Y': 0.3, 'P, Y': 4, 'P: H, Y.': 1, 'P : H, Y': 4 }), resource: chance.maybe(0.25) ? ' [Электронный ресурс]' : chance.maybe(0.06) ? ' [Текст]' : '', editedBy: chance.pick(terms[lang].editedBy), yearMark: chance.maybe(0.05) ? ' г.' : '',
  };
}

/** A law or a decree: it has no author, and its name, day and number are its title. */
function act(chance, style, record) {
  const kind = chance.pick(['Указ Президента РФ', 'Указ Президента Российской Федерации', 'Федеральный закон', 'Федеральный закон РФ', 'Постановление Правительства РФ', 'Распоряжение Правительства РФ', 'Закон Республики Казахстан', 'Постановление Конституционного Суда РФ', 'Приказ Минобрнауки России', 'Конституционный закон', 'Договор между Российской Федерацией и Республикой Казахстан']);
  const day = `${String(record.day).padStart(2, '0')}.${String(record.month).padStart(2, '0')}.${record.year}`;
  const number = chance.pick([` № ${record.issue}`, ` N ${record.issue}-ФЗ`, ` № ${record.issue}-ФЗ`, '']);
  const line = new Line().add(`${kind} от ${chance.maybe(0.6) ? day : `${record.day} ${style.words.months[record.month - 1]} ${record.year} г.`}${number} «${record.title}»`, 'title');
  if (chance.maybe(0.75)) {
    line.add(style.slashes).add(chance.pick(['СПС «Гарант»', 'СПС «КонсультантПлюс»', 'Собрание законодательства РФ', 'СЗ РФ', 'Российская газета', 'Официальный интернет-портал правовой информации']), 'cont');
    if (chance.maybe(0.5)) line.stop(style.area).add(String(record.year), 'date').stop(style.area).add('№ ').add(record.issue, 'iss');
    if (chance.maybe(0.4)) line.stop(style.area).add(`Ст. ${chance.from(100, 6000)}`, 'o');
  }
  if (chance.maybe(0.35)) line.stop(style.area).add(style.url).add(record.URL, 'url');
  return line.stop(style.end);
}

export function printGost(chance, style, record) {
  if (record.lang === 'ru' && chance.maybe(0.04)) return act(chance, style, record);
  const line = new Line();
  const { area } = style;
  const headless = style.responsible && ['book', 'article-journal', 'chapter'].includes(record.type) && record.authors[0]?.literal === undefined && chance.maybe(record.authors.length > 3 ? 0.7 : 0.16);
  if (record.authors.length > 0 && !headless) {
    line.append(printNames(record.authors, style.full && chance.maybe(0.9) ? { ...style.names, most: 1, etal: '' } : style.names, 'a'));
    line.stop(record.authors[0].literal === undefined ? chance.pick([' ', ' ', '. ']) : '. ');
  }
  if (style.yearAt === 'early') line.add('(').add(String(record.year), 'date').add(') ');
  line.add(record.title.replace(/(?<=\p{L}): (?=\p{L})/u, style.colon), 'title').add(style.resource);
  ({ 'article-journal': journal, chapter: part, 'paper-conference': part, book, report: book, thesis, webpage: site, 'article-newspaper': newspaper })[record.type](chance, line, style, record, area);
  return line.stop(style.end);
}

function responsibility(chance, line, style, record) {
  if (!style.responsible || record.authors[0]?.literal !== undefined) return;
  if (record.authors.length > 0) line.add(' / ').append(printNames(record.authors, style.behind, 'a'));
  if (record.editors.length > 0 && record.type === 'book') line.add(record.authors.length > 0 ? style.semi : ' / ').add(`${style.editedBy} `).append(printNames(record.editors, { ...style.behind, genitive: /ред/u.test(style.editedBy) }, 'e'));
}

const pages = (chance, line, style, record) => line.add(`${style.ppWord}${style.gap}`).add(record.pages[1] === '' || chance.maybe(0.03) ? record.pages[0] : `${record.pages[0]}${style.dash}${record.pages[1]}`, 'page');
const links = (chance, line, style, record, share) => {
  if (chance.maybe(share * 0.6)) line.stop(style.area).add(chance.pick(['DOI: ', 'DOI ', 'doi: ', 'https://doi.org/'])).add(record.DOI, 'doi');
  if (!chance.maybe(share)) return;
  line.stop(style.area).add(style.url).add(record.URL, 'url');
  const [before, behind] = style.accessed.split('#');
  if (chance.maybe(0.85)) line.add(' ').add(before).add(dayOf(chance, style, record.accessed), 'acc').add(behind);
};

function journal(chance, line, style, record, area) {
  responsibility(chance, line, style, record);
  line.add(style.text).add(style.slashes).add(record.container, 'cont');
  if (style.yearAt !== 'early') { if (style.yearAt === 'brackets') line.add(' (').add(String(record.year), 'date').add(')'); else line.stop(chance.maybe(0.06) ? ', ' : area).add(String(record.year), 'date').add(style.yearMark); }
  const volume = chance.maybe(0.36);
  if (volume) line.stop(area).add(`${style.volWord}${style.gap}`).add(record.volume, 'vol');
  if (chance.maybe(0.92) || !volume) { line.stop(volume ? chance.pick([', ', area]) : area).add(`${style.noWord}${style.gap}`).add(record.issue, 'iss'); if (chance.maybe(0.12)) line.add(` (${chance.from(14, 160)})`); }
  line.stop(area);
  pages(chance, line, style, record);
  links(chance, line, style, record, 0.18);
}

function place(chance, line, style, record) {
  const { houses } = style;
  line.add(record.place, 'place');
  if (houses !== 'P, Y') line.add(houses.startsWith('P :') ? ' : ' : ': ').add(record.publisher, 'pub');
  if (style.yearAt !== 'early') line.add(houses.endsWith('. Y') ? '. ' : ', ').add(String(record.year), 'date').add(style.yearMark);
}

function part(chance, line, style, record, area) {
  responsibility(chance, line, style, record);
  line.add(style.text).add(chance.maybe(0.85) ? style.slashes : chance.pick(['. В кн.: ', ' // В кн.: ', '. В сб.: '])).add(record.container, 'cont');
  if (chance.maybe(0.2)) line.add(chance.pick([' : сб. науч. ст.', ': сборник научных трудов', ' : материалы конф.', ': Сб. статей']), 'o');
  if (record.editors.length > 0) line.add(chance.pick([' / ', ' / ', '. ', ' ('])).add(`${style.editedBy} `).append(printNames(record.editors, { ...style.behind, genitive: /ред/u.test(style.editedBy) }, 'e')).add(line.text.includes('(' + style.editedBy) ? ')' : '');
  line.stop(area);
  if (chance.maybe(0.1)) line.add(chance.pick(['Вып. ', 'Т. ', 'Ч. '])).add(record.volume, 'vol').stop(area);
  place(chance, line, style, record);
  line.stop(area);
  pages(chance, line, style, record);
  links(chance, line, style, record, 0.08);
}

const genres = ['учебник', 'монография', 'учебное пособие', 'учеб. пособие для вузов', 'учебник для бакалавров', 'словарь', 'сборник статей', 'моногр.'];

function book(chance, line, style, record, area) {
  if (chance.maybe(0.14)) line.add(style.colon).add(chance.pick(genres), 'o');
  responsibility(chance, line, style, record);
  if (!style.responsible && record.editors.length > 0) line.add(' / ').add(`${style.editedBy} `).append(printNames(record.editors, { ...style.behind, genitive: /ред/u.test(style.editedBy) }, 'e'));
  if (record.translators.length > 0) line.add(' / Пер. с англ. ').append(tagged(record.translators, style));
  line.stop(area);
  if (chance.maybe(0.12)) { const [before, behind] = chance.pick(style.words.edition).split('@'); line.add(before).add(record.edition, 'ed').add(behind).stop(area); }
  place(chance, line, style, record);
  if (chance.maybe(0.78)) { const [before, behind] = style.np.split('#'); line.stop(area).add(before).add(record.numberOfPages, 'np').add(behind); }
  else if (chance.maybe(0.4)) { line.stop(area); pages(chance, line, style, record); }
  if (chance.maybe(0.05)) line.stop(area).add('(').add(record.series, 'coll').add(')');
  if (chance.maybe(0.06)) line.stop(area).add('ISBN ').add(record.ISBN, 'isbn');
  links(chance, line, style, record, 0.06);
}

const tagged = (people, style) => {
  const line = printNames(people, style.behind, 'e');
  line.labels = line.labels.map(() => 'tr');
  return line;
};

function thesis(chance, line, style, record, area) {
  line.add(chance.pick([': ', ' : ', '. ', '. '])).add(record.genre, 'genre');
  if (chance.maybe(0.35)) line.add(chance.pick([': ', ' : ', ' '])).add(`23.00.0${chance.from(1, 6)}`, 'o');
  responsibility(chance, line, style, record);
  line.stop(area).add(record.place, 'place');
  if (chance.maybe(0.2)) line.add(': ').add(record.publisher, 'pub');
  line.add(', ').add(String(record.year), 'date');
  if (chance.maybe(0.75)) { const [before, behind] = style.np.split('#'); line.stop(area).add(before).add(record.numberOfPages, 'np').add(behind); }
}

function site(chance, line, style, record, area) {
  if (chance.maybe(0.7)) line.add(style.slashes).add(record.container, 'cont');
  if (chance.maybe(0.2)) line.add(chance.pick([' : [сайт]', ': сайт', ': офиц. сайт']), 'o');
  if (chance.maybe(0.5)) line.stop(area).add(chance.maybe(0.5) ? dayOf(chance, style, record) : String(record.year), 'date');
  links(chance, line, style, { ...record, DOI: '' }, 0);
  line.stop(area).add(style.url).add(record.URL, 'url');
  const [before, behind] = style.accessed.split('#');
  if (chance.maybe(0.8)) line.add(' ').add(before).add(dayOf(chance, style, record.accessed), 'acc').add(behind);
}

function newspaper(chance, line, style, record, area) {
  line.add(style.slashes).add(record.container, 'cont').stop(area);
  if (chance.maybe(0.5)) line.add(String(record.year), 'date').stop(area).add(`${record.day} ${style.words.months[record.month - 1]}`, 'date'); else line.add(dayOf(chance, style, record), 'date');
  if (chance.maybe(0.3)) line.stop(area).add('№ ').add(record.issue, 'iss');
  if (chance.maybe(0.4)) { line.stop(area); pages(chance, line, style, record); }
  links(chance, line, style, record, 0.1);
}

// --- GB/T 7714 ---------------------------------------------------------------------------------------------------

/** A style after GB/T 7714: signs wide or narrow, blanks or none. */
export function gbtStyle(chance) {
  const wide = chance.maybe(0.35);
  const gap = wide || chance.maybe(0.45) ? '' : ' ';
  return { lang: 'zh', words: terms.zh, dates: 'iso', gap, stop: wide ? '．' : `.${gap}`, comma: wide ? '，' : `,${gap}`, colon: wide ? '：' : `:${gap}`, open: wide && chance.maybe(0.6) ? '（' : '(', close: wide ? '）' : ')', between: chance.pick([wide ? '，' : `,${gap}`, wide ? '，' : `,${gap}`, '、']), dash: chance.pick(['-', '-', '–', '—', '~']), end: chance.pick([wide ? '．' : '.', '.', '。', '']), placed: chance.maybe(0.8), ...(chance.maybe(0.12) ? { titled: true, coded: false } : { titled: false, coded: chance.maybe(0.9) }) };
}

const codes = { 'article-journal': ['J'], book: ['M'], chapter: ['M', 'C', 'A'], thesis: ['D'], report: ['R'], webpage: ['EB/OL'], 'article-newspaper': ['N'], 'paper-conference': ['C', 'A'] };

export function printGbt(chance, style, record) {
  const line = new Line();
  const etal = /\p{sc=Han}/u.test(record.authors[0]?.family ?? '') ? `${style.comma}等` : `${style.comma}et al`;
  const form = { order: 'F G', rest: 'F G', given: chance.pick(['IJ', 'I J', 'full', 'I. I.']), caps: chance.maybe(0.5), between: style.between, last: style.between, most: 3, etal };
  if (record.authors.length > 0 && chance.maybe(0.07)) foreign(chance, line);
  else if (record.authors.length > 0) line.append(printNames(record.authors, form, 'a'));
  if (record.authors.length > 0) line.add(style.titled ? style.colon : style.stop);
  else if (record.editors.length > 0 && record.type === 'book') line.append(printNames(record.editors, form, 'e')).add(chance.pick(['主编', ' 编'])).add(style.stop);
  line.add(style.titled ? '《' : '').add(record.title, 'title').add(style.titled ? '》' : '');
  const online = record.type === 'article-journal' && chance.maybe(0.04) ? '/OL' : '';
  line.add(style.coded ? `${chance.maybe(0.06) ? ' ' : ''}[${chance.pick(codes[record.type])}${online}]` : '');
  ({ 'article-journal': gbtArticle, chapter: gbtPart, 'paper-conference': gbtPart, book: gbtBook, report: gbtBook, thesis: gbtThesis, webpage: gbtSite, 'article-newspaper': gbtNews })[record.type](chance, line, style, record);
  return line.add(style.end);
}

const range = (line, style, record) => line.add(record.pages[1] === '' ? record.pages[0] : `${record.pages[0]}${style.dash}${record.pages[1]}`, 'page');

function gbtArticle(chance, line, style, record) {
  line.add(style.titled ? style.comma : chance.maybe(0.95) ? style.stop : style.comma).add(style.titled ? '《' : '').add(record.container, 'cont').add(style.titled ? '》' : '').add(style.comma).add(String(record.year), 'date').add(style.titled ? '年' : '');
  const volume = chance.maybe(0.6);
  if (volume) line.add(style.comma).add(record.volume, 'vol');
  if (style.titled) line.add('第').add(record.issue, 'iss').add('期');
  else if (chance.maybe(0.9) || !volume) line.add(style.open).add(record.issue.padStart(chance.maybe(0.4) ? 2 : 1, '0'), 'iss').add(style.close);
  if (chance.maybe(0.95)) { if (style.titled) range(line.add(style.comma).add('第'), style, record).add('页'); else range(line.add(style.colon), style, record); }
  if (chance.maybe(0.1)) line.add(style.stop).add('DOI:').add(record.DOI, 'doi');
}

function gbtHouse(chance, line, style, record) {
  if (style.placed) line.add(record.place, 'place').add(style.colon);
  line.add(record.publisher, 'pub').add(style.comma).add(String(record.year), 'date').add(chance.maybe(0.08) ? '年' : '');
}

function gbtBook(chance, line, style, record) {
  line.add(style.stop);
  if (record.translators.length > 0 && record.translators[0].han) line.add(record.translators[0].family + record.translators[0].given[0], 'tr').add(`${chance.pick(['', ','])}译${style.stop}`);
  if (chance.maybe(0.08)) line.add(chance.pick(['', '第'])).add(record.edition, 'ed').add(`版${style.stop}`);
  gbtHouse(chance, line, style, record);
  if (style.titled) { if (chance.maybe(0.6)) line.add(style.comma).add('第').add(`${record.pages[0]}页`.slice(0, -1), 'o').add('页'); }
  else if (chance.maybe(0.25)) range(line.add(style.colon), style, record);
}

/** A Western author in Chinese: the country in brackets, the names divided by a dot. */
function foreign(chance, line) {
  const name = () => Array.from({ length: chance.from(2, 4) }, () => chance.pick([...'塞缪尔亨廷顿罗伯特达尔马克斯韦伯约翰洛克托克维哈贝伊斯诺奥森福山基德'])).join('');
  line.add(chance.pick(['[美]', '[英]', '[德]', '（法）', '[日]', ''])).add(chance.maybe(0.6) ? `${name()}·${name()}` : name(), 'aL+');
}

function gbtPart(chance, line, style, record) {
  line.add(chance.pick(['//', '//', `${style.stop}`, `//`]));
  if (record.editors.length > 0) line.append(printNames(record.editors, { order: 'F G', rest: 'F G', given: 'full', between: style.between, last: style.between, most: 3, etal: '等' }, 'e')).add(chance.pick(['', '主编', '编'])).add(style.stop);
  line.add(record.container, 'cont').add(chance.maybe(0.2) ? '[C]' : '').add(style.stop);
  gbtHouse(chance, line, style, record);
  range(line.add(style.colon), style, record);
}

function gbtThesis(chance, line, style, record) {
  line.add(style.stop);
  if (chance.maybe(0.55)) line.add(record.place, 'place').add(style.colon);
  line.add(record.publisher, 'pub').add(style.comma).add(String(record.year), 'date');
}

function gbtSite(chance, line, style, record) {
  line.add(style.stop);
  if (chance.maybe(0.3)) line.add(record.container, 'cont').add(style.comma);
  if (chance.maybe(0.75)) line.add('(').add(dayOf(chance, style, record), 'date').add(')');
  if (chance.maybe(0.85)) line.add('[').add(dayOf(chance, style, record.accessed), 'acc').add(']');
  line.add(style.stop).add(record.URL, 'url');
}

function gbtNews(chance, line, style, record) {
  line.add(style.stop).add(record.container, 'cont').add(style.comma).add(chance.maybe(0.7) ? dayOf(chance, style, record) : `${record.year}`, 'date');
  if (chance.maybe(0.8)) line.add('(').add(String(chance.from(1, 16)).padStart(2, '0'), 'page').add(')');
}
