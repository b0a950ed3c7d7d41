// Lists of names in the ways in which styles print them.
import { Line } from './line.mjs';

/** How a style prints names: what comes first in the first name and in the others, how given names are shortened, what stands between. */
export function nameStyle(chance, lang, terms) {
  const eastern = /^(?:ru|uk|kk)$/u.test(lang);
  const order = chance.weighed(eastern ? { 'F G': 6, 'F, G': 3, 'G F': 1 } : { 'F, G': 7, 'F G': 1.6, 'G F': 3.2 });
  const given = chance.weighed(eastern ? { 'I. I.': 5, 'I.I.': 5, full: 1 } : order === 'F G' ? { IJ: 3, 'I.': 1, full: 2, 'I.I.': 2, 'I. I.': 1 } : { full: lang === 'de' ? 6 : 4, 'I. I.': 3, 'I.I.': 2, IJ: order === 'F, G' ? 0.7 : 0, 'I.': 0.8, I: 0.4 });
  const inverted = order === 'F, G';
  const rest = inverted && chance.maybe(given === 'full' ? 0.45 : 0.15) ? 'G F' : order;
  const and = chance.pick(terms.and);
  const between = /^\s?[;/-]\s?$/u.test(and) ? (and.trim() === ';' ? '; ' : and.includes(' ') ? and : chance.pick([and, ` ${and} `])) : chance.weighed({ ', ': 6, '; ': inverted ? 3 : 0.5, '/': lang === 'de' ? 2 : 0.1, ' - ': 0.15, ' / ': lang === 'de' ? 0.6 : 0.05, ' and ': 0.1, ' – ': 0.15 });
  const words = /\p{L}|&/u.test(and) && !/[/;-]/u.test(between);
  return {
    order, rest, given, between, last: !words || chance.maybe(0.15) ? between : chance.weighed({ [` ${and} `]: 6, [`, ${and} `]: 2, [between === '; ' ? `; ${and} ` : `, ${and} `]: 1 }),
    caps: chance.maybe(0.12), most: chance.maybe(0.25) ? chance.from(1, 3) : 99, etal: chance.pick(terms.etal), familyOnly: chance.maybe(0.012), demoted: chance.maybe(0.35),
  };
}

const letters = (given) => given.flatMap((part) => (part.includes('-') ? [part.split('-')] : [[part]]));

function shortened(given, form) {
  if (form === 'full') return given.join(' ');
  const initials = letters(given.filter(Boolean)).map((parts) => parts.map((part) => part[0].toUpperCase()));
  if (form === 'I.') return `${initials[0][0]}.`;
  if (form === 'I') return initials[0][0];
  if (form === 'IJ') return initials.map((parts) => parts.join('')).join('');
  return initials.map((parts) => parts.map((letter) => `${letter}.`).join(form === 'I.I.' || parts.length > 1 ? '-' : ' ')).join(form === 'I.I.' ? '' : ' ');
}

/** One name; `kind` is `a` for authors, `e` for editors. */
export function printName(person, style, order, kind) {
  const line = new Line();
  if (person.literal !== undefined) return line.add(person.literal, `${kind}L+`);
  if (person.han) return line.add(person.family, `${kind}F+`).add(person.given[0], `${kind}G`);
  const family = style.caps ? person.family.toUpperCase() : person.family;
  const given = shortened(person.given, style.given);
  const suffix = person.suffix === undefined ? '' : `${style.given === 'IJ' ? ' ' : ', '}${person.suffix}`;
  const particle = /^(\p{Ll}[\p{Ll} ]*) (?=\p{Lu})/u.exec(family)?.[1];
  if (particle !== undefined && order !== 'G F' && style.demoted) return line.add(family.slice(particle.length + 1), `${kind}F+`).add(order === 'F, G' ? ', ' : ' ', `${kind},`).add(given, `${kind}G`).add(' ', `${kind},`).add(particle, `${kind}F`);
  if (style.familyOnly || given === '') return line.add(family, `${kind}F+`);
  if (order === 'G F') return line.add(given, `${kind}G+`).add(' ', `${kind},`).add(family, `${kind}F`).add(suffix, `${kind},`);
  return line.add(family, `${kind}F+`).add(order === 'F, G' ? ', ' : ' ', `${kind},`).add(given, `${kind}G`).add(suffix, `${kind},`);
}

/** `под ред. И. И. Иванова`: editors stand in the genitive. */
export function genitive({ family, ...person }) {
  const own = /(?:ов|ев|ёв|ин|ын)$/u.test(family) ? `${family}а` : /(?:ова|ева|ина)$/u.test(family) ? family.replace(/а$/u, 'ой') : family.replace(/ский$/u, 'ского');
  return { ...person, family: own };
}

export function printNames(people, style, kind) {
  if (style.genitive) return printNames(people.map(genitive), { ...style, genitive: false }, kind);
  const line = new Line();
  const shown = people.length > style.most + 1 || (people.length > style.most && style.most < 3) ? people.slice(0, style.most) : people;
  shown.forEach((person, index) => {
    if (index > 0) line.add(index === people.length - 1 ? style.last : style.between, `${kind},`);
    line.append(printName(person, style, index === 0 ? style.order : style.rest, kind));
  });
  if (shown.length < people.length) line.add(`${/^\p{L}/u.test(style.etal) && !/\p{sc=Han}/u.test(style.etal) ? ' ' : style.etal.startsWith('[') ? ' ' : ''}${style.etal}`, 'o');
  return line;
}
