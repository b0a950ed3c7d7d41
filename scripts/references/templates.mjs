// What citation styles make of placeholders: templates, to be filled with any invented work.
import fs from 'node:fs';
import path from 'node:path';
import { out } from '../paths.mjs';
import { chanceOf } from './chance.mjs';
import { everything, printAll } from './styles.mjs';
import { terms } from './terms.mjs';

const pairs = ['QZ', 'XW', 'JK', 'VY', 'UH', 'OL', 'IG', 'BT', 'NR', 'DF'];
const person = (index) => ({ family: `Qfam${'abcdefghij'[index]}`, given: `${pairs[index][0]}orl ${pairs[index][1]}orl` });
const people = (from, count) => Array.from({ length: count }, (_, index) => person(from + index));
const tags = { en: 'en-US', de: 'de-DE', fr: 'fr-FR', es: 'es-ES', pt: 'pt-BR', it: 'it-IT', tr: 'tr-TR', pl: 'pl-PL', nl: 'nl-NL' };

const cslTypes = { 'article-journal': 'article-journal', book: 'book', chapter: 'chapter', thesis: 'thesis', report: 'report', webpage: 'webpage', 'article-newspaper': 'article-newspaper', 'paper-conference': 'paper-conference' };

/** An item all of whose fields are placeholders. */
function itemOf(chance, id) {
  const type = chance.weighed({ 'article-journal': 40, book: 22, chapter: 18, thesis: 4, report: 5, webpage: 4, 'article-newspaper': 3, 'paper-conference': 5 });
  const some = (share, fields) => (chance.maybe(share) ? fields : {});
  const authors = Number(chance.weighed({ 0: 4, 1: 45, 2: 25, 3: 13, 4: 6, 5: 3 }));
  const edited = type === 'chapter' || (type === 'book' && authors === 0) || (type === 'paper-conference' && chance.maybe(0.3));
  const month = chance.from(1, 12);
  const common = {
    id, type: cslTypes[type], title: 'Qxtitle', author: people(0, authors), issued: { 'date-parts': [[1777, ...(chance.maybe(type === 'article-newspaper' ? 0.95 : 0.12) ? [month, 23] : chance.maybe(0.1) ? [month] : [])]] },
    ...some(0.2, { DOI: '10.7777/qxdoi' }), ...some(type === 'webpage' ? 1 : 0.1, { URL: 'https://qx.example/qxurl', accessed: { 'date-parts': [[1888, 4, 17]] } }), ...some(0.06, { translator: [{ family: 'Qtrans', given: 'Tri' }] }),
  };
  const housed = { ...some(0.93, { publisher: 'Qxpublisher' }), ...some(0.82, { 'publisher-place': 'Qxplace' }) };
  const numbered = { volume: '7001', ...some(0.75, { issue: '7002' }), page: '71001-71098' };
  const editors = edited ? { editor: people(5, chance.from(1, 3)) } : {};
  const own = {
    'article-journal': { 'container-title': 'Qxcont', ...some(0.3, { 'container-title-short': 'Qxshort', journalAbbreviation: 'Qxshort' }), ...numbered, ...some(0.1, { ISSN: '1234-5678' }) },
    book: { ...housed, ...editors, ...some(0.2, { edition: '3' }), ...some(0.1, { 'collection-title': 'Qxseries', 'collection-number': '7005' }), ...some(0.1, { 'number-of-pages': '7004' }), ...some(0.06, { volume: '7001' }), ...some(0.08, { ISBN: '9780000000002' }) },
    chapter: { 'container-title': 'Qxcont', ...housed, ...editors, page: '71001-71098', ...some(0.1, { edition: '3' }), ...some(0.1, { 'collection-title': 'Qxseries', 'collection-number': '7005' }) },
    thesis: { genre: 'Qxgenre', publisher: 'Qxpublisher', ...some(0.4, { 'publisher-place': 'Qxplace' }) },
    report: { ...some(0.7, { genre: 'Qxgenre' }), ...some(0.7, { number: '7003' }), ...housed },
    webpage: { 'container-title': 'Qxcont' }, 'article-newspaper': { 'container-title': 'Qxcont', ...some(0.5, { page: '71001' }) },
    'paper-conference': { ...(chance.maybe(0.8) ? { 'container-title': 'Qxcont' } : { 'event-title': 'Qxevent', event: 'Qxevent', 'event-place': 'Qxevplace' }), ...some(0.7, { page: '71001-71098' }), ...housed, ...editors },
  }[type];
  return { ...common, ...own };
}

const slots = [
  ['title', /Qxtitle/giu], ['cont', /Qxcont|Qxshort/giu], ['coll', /Qxseries/giu], ['pub', /Qxpublisher/giu], ['place', /Qxplace/giu], ['ev', /Qxevent/giu], ['o.place', /Qxevplace/giu], ['genre', /Qxgenre/giu], ['tr', /(?:T(?:ri|\.)?,? )?Qtrans(?:,? T(?:ri|\.)?(?!\p{L}))?/giu],
  ['doi', /10\.7777\/qxdoi/giu], ['url', /https?:\/\/qx\.example\/qxurl/giu], ['isbn', /978-?0-?000-?00000-?2/gu], ['vol', /7001/gu], ['iss', /7002/gu], ['num', /7003/gu], ['np', /7004/gu], ['cnum', /7005/gu], ['page', /71001(?:\s?[-–—‐‑]{1,2}\s?\d{1,5})?/gu],
  ['ed', /(?<!\d)3(?:rd|er?|º|ª|\.º|\.ª|th|\.|-\p{L}{1,3}|:\p{L}|\.?ª)?(?=[),]?\s?\(?(?:ed|Ed|éd|Éd|Aufl|изд|вид|wyd|bas|bs|druk|uitg|uppl|utg|版|rev))/gu],
  ...pairs.flatMap((pair, index) => [[`F${index}`, new RegExp(`Qfam${'abcdefghij'[index]}`, 'giu')], [`G${index}`, new RegExp(`(?<![\\p{L}])${pair[0]}(?:orl)?(?:\\.?[ -]{0,2}${pair[1]}(?:orl)?)?\\.?(?!\\p{L})`, 'gu')], [`G${index}`, new RegExp(`${pair[0]}ORL ${pair[1]}(?:ORL|\\.)?`, 'gu')]]),
];

function dateSlots(text, lang) {
  const months = [...new Set([...terms[lang].months, ...terms[lang].short, ...terms.en.months, ...terms.en.short, 'Sep', 'Jun', 'Jul'].flatMap((month) => [month, month.replace('.', ''), month.slice(0, 3)]))].sort((a, b) => b.length - a.length).map((month) => month.replace('.', '\\.')).join('|');
  const part = `(?:(?:${months})\\.?|\\d{1,2}(?:st|nd|rd|th|\\.|er|º)?|de|del)`;
  const around = (year) => new RegExp(`(?:(?<![\\p{L}\\d])${part}[\\s,./-]{1,2}){0,4}${year}(?:年)?(?:[\\s,./–-]{1,2}${part}(?![\\p{L}\\d])){0,3}`, 'giu');
  return [['date', around(1777)], ['acc', around(1888)]].flatMap(([label, pattern]) => [...text.matchAll(pattern)].map((match) => ({ label, start: match.index, end: match.index + match[0].length })));
}

/** A print cut into plain text and slots; undefined when it makes no sense. */
function templateOf(text, lang, type, style) {
  const found = [...dateSlots(text, lang), ...slots.flatMap(([label, pattern]) => [...text.matchAll(pattern)].map((match) => ({ label, start: match.index, end: match.index + match[0].length })))]
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const pieces = [];
  let at = 0;
  for (const { label, start, end } of found) {
    if (start < at) continue;
    if (start > at) pieces.push([text.slice(at, start)]);
    pieces.push([text.slice(start, end), label]);
    at = end;
  }
  if (at < text.length) pieces.push([text.slice(at)]);
  const plain = pieces.filter(([, label]) => label === undefined).map(([piece]) => piece).join('');
  if (!pieces.some(([, label]) => label === 'title') || /Qx|orl|Qfam|77[0-9]{2}|NO_PRINTED/u.test(plain)) return undefined;
  return { pieces, lang, type, style };
}

/** The templates of styles; kept in a file, for printing takes a minute. `unseen` are those of styles kept aside for measuring. */
export function templatesOf(styleCount = 900, perStyle = 9) {
  const file = path.join(out, 'references', 'templates.json');
  if (fs.existsSync(file)) return JSON.parse(fs.readFileSync(file, 'utf8'));
  const { styles, locales } = everything();
  const chance = chanceOf(2024);
  const ids = Object.keys(styles).sort();
  const order = ids.map((id) => [chance.next(), id]).sort((a, b) => a[0] - b[0]).map(([, id]) => id);
  const made = { seen: [], unseen: [], stock: stockOf(styles) };
  let printed = 0;
  for (const id of order) {
    if (printed >= styleCount) break;
    const own = styles[id].a['default-locale']?.slice(0, 2);
    const lang = own !== undefined && tags[own] !== undefined && chance.maybe(0.7) ? own : chance.weighed({ en: 48, de: 26, fr: 8, es: 5, pt: 3, it: 3, tr: 3, pl: 2, nl: 2 });
    const items = Array.from({ length: perStyle }, (_, index) => itemOf(chance, `i${index}`));
    const texts = attempt(() => printAll(styles[id], locales, tags[lang], items)) ?? [];
    const templates = texts.map((text, index) => templateOf(text, lang, items[index].type, id)).filter(Boolean);
    if (templates.length < 3) continue;
    printed++;
    made[printed % 6 === 0 ? 'unseen' : 'seen'].push(...templates);
  }
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, JSON.stringify(made));
  return made;
}

function attempt(print) {
  try {
    return print();
  } catch {
    return undefined;
  }
}

/** Ids of styles are mostly names of journals. */
const stockOf = (styles) => Object.keys(styles).filter((id) => !/university|harvard|apa|vancouver|chicago|style|author|numeric|institut|thesis|note|format/u.test(id) && id.includes('-'))
  .map((id) => id.split('-').map((word, index) => (index > 0 && /^(?:and|of|the|for|in|on|et|de|la|für|und|des|en)$/u.test(word) ? word : word[0].toUpperCase() + word.slice(1))).join(' '));
