// Templates of citation styles filled with invented works.
import { Line } from './line.mjs';
import { personOf, recordOf } from './records.mjs';

const own = { title: 'title', cont: 'container', coll: 'series', pub: 'publisher', place: 'place', ev: 'container', 'o.place': 'place', genre: 'genre', doi: 'DOI', url: 'URL', isbn: 'ISBN', vol: 'volume', iss: 'issue', num: 'number', np: 'numberOfPages', cnum: 'seriesNumber' };

export function printTemplate(chance, { pieces, lang, type }, stock) {
  const record = recordOf(chance, lang, stock, type);
  const content = record.content;
  const line = new Line();
  const persons = {};
  const personAt = (index) => (persons[index] ??= personOf(chance, content));
  const begun = new Set();
  pieces.forEach(([text, label], at) => {
    if (label === undefined) {
      const around = nameKind(pieces[at - 1]?.[1]);
      return void line.add(text, around !== '' && around === nameKind(pieces[at + 1]?.[1]) ? `${around},` : 'o');
    }
    const name = /^([FG])(\d)$/u.exec(label);
    if (name !== null) return void addName(line, text, name[1], Number(name[2]), personAt, begun);
    line.add(value(chance, text, label, record, personAt), label.replace('o.place', 'o'));
  });
  return line;
}

const nameKind = (label = '') => (/^[FG]\d$/u.test(label) ? (Number(label[1]) < 5 ? 'a' : 'e') : '');

function addName(line, text, part, index, personAt, begun) {
  const kind = index < 5 ? 'a' : 'e';
  const person = personAt(index);
  const printed = part === 'F' ? (text === text.toUpperCase() ? person.family.toUpperCase() : person.family) : givenOf(text, person.given);
  line.add(printed, begun.has(index) ? `${kind}${part}` : `${kind}${part}+`);
  begun.add(index);
}

/** Given names in the form in which the placeholder was printed: `Q. Z.`, `QZ`, `Qorl Zorl`, `Q`. */
function givenOf(text, given) {
  if (/orl/iu.test(text)) {
    const full = /orl[^]*orl/iu.test(text) ? given.join(' ') : `${given[0]}${given[1] === undefined ? '' : ` ${given[1][0]}${text.endsWith('.') ? '.' : ''}`}`;
    return text === text.toUpperCase() ? full.toUpperCase() : full;
  }
  const [, sign = '', between = ''] = /^\p{L}(\.?)([ -]*)/u.exec(text) ?? [];
  const letters = (/\p{L}[^\p{L}]*\p{L}/u.test(text) ? given : given.slice(0, 1)).map((part) => part.split('-').map((piece) => piece[0].toUpperCase() + sign).join(sign === '' ? '' : '-'));
  return letters.join(between) + (text.endsWith('.') && sign === '' ? '.' : '');
}

function value(chance, text, label, record, personAt) {
  if (label === 'date' || label === 'acc') return text.replace(/1777|1888/u, String(label === 'date' ? record.year : record.accessed.year));
  if (label === 'ed') return text.replace('3', record.edition);
  if (label === 'tr') { const person = personAt(9); return `${person.given.join(' ')} ${person.family}`; }
  if (label === 'page') return pageOf(text, record.pages);
  const found = record[own[label]] ?? (label === 'cont' ? record.title : label === 'genre' ? 'Report' : '');
  return text.length > 3 && text === text.toUpperCase() && /\p{L}/u.test(text) && label !== 'isbn' ? found.toUpperCase() : found;
}

function pageOf(text, [from, to]) {
  const parts = /^71001(\s?[-–—‐‑]{1,2}\s?)?(\d+)?$/u.exec(text);
  if (parts?.[1] === undefined || to === '') return from;
  const short = (parts[2] ?? '').length < 5 && from.length === to.length && from.length > 2 ? to.slice(Math.max(0, [...from].findIndex((digit, index) => digit !== to[index]))) : to;
  return `${from}${parts[1]}${short}`;
}
