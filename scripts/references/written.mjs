// References written by hand, with their fields in braces: `{F Müller}, {G H.}: {T Title}`. Every third is kept aside.
import fs from 'node:fs';
import path from 'node:path';
import { inRoot } from '../paths.mjs';
import { Line } from './line.mjs';

const labels = { F: 'aF', G: 'aG', L: 'aL', E: 'eF', H: 'eG', T: 'title', C: 'cont', V: 'vol', N: 'iss', P: 'page', U: 'pub', O: 'place', D: 'date', X: 'ed', R: 'doi', W: 'url' };
const folder = inRoot('test', 'bench', 'references');

function lineOf(marked) {
  const line = new Line();
  let person = '';
  for (const piece of marked.matchAll(/\{(\p{Lu}) ([^{}]*)\}|[^{}]+/gu)) {
    const label = labels[piece[1]];
    if (label === undefined) { line.add(piece[0]); continue; }
    const name = /^[ae][FGL]$/u.test(label);
    const begins = name && (person[0] !== label[0] || person.includes(label[1]) || label[1] === 'L');
    if (name) person = begins ? label : person + label[1];
    line.add(piece[2], begins ? `${label}+` : label);
  }
  return line;
}

/** `{ name, aside, line }` of all. */
export const written = () => fs.readdirSync(folder).filter((file) => file.endsWith('.txt')).sort().flatMap((file) =>
  fs.readFileSync(path.join(folder, file), 'utf8').split('\n').filter(Boolean).map((marked, index) => ({ name: path.basename(file, '.txt'), aside: index % 3 === 2, line: lineOf(marked) })));
