// The right fields of a printed reference, and how far what was read is right: names by family name and first letter, all else by letters and digits.
import { genitive } from './people.mjs';

const fold = (text) => text.toLowerCase().normalize('NFKD').replace(/[^\p{L}\p{N}]+/gu, '');
const variables = { title: 'title', cont: 'container-title', vol: 'volume', iss: 'issue', page: 'page', pub: 'publisher', place: 'publisher-place', date: 'issued', ed: 'edition', doi: 'DOI', url: 'URL', coll: 'collection-title' };
export const fields = ['author', 'editor', 'title', 'container-title', 'issued', 'volume', 'issue', 'page', 'publisher', 'publisher-place', 'edition', 'DOI', 'URL', 'collection-title', 'type'];

/** Runs of one label, as text; a `+` begins a new one. */
function runsOf({ text, labels }) {
  const runs = [];
  labels.forEach((label, at) => {
    const bare = label.replace('+', '');
    if (label.endsWith('+') || runs.at(-1)?.label !== bare) runs.push({ label: bare, text: '', begins: label.endsWith('+') });
    runs.at(-1).text += text[at];
  });
  return runs;
}

function namesOf(runs, role) {
  const names = [];
  for (const { label, text, begins } of runs) {
    if (!label.startsWith(role) || !/^[ae][FGL]$/u.test(label)) continue;
    if (begins || names.length === 0) names.push({});
    names.at(-1)[label[1]] ??= text;
  }
  const folded = names.map(({ F, G, L }) => `${fold(F ?? L ?? '')}${fold(G ?? '').slice(0, 1)}`);
  return [...new Set(folded)].join('|');
}

const longPage = (page) => {
  const [, from, to] = /(\d+)\s*[-–—‐‑~]+\s*(\d+)/u.exec(page) ?? [];
  return from === undefined ? fold(page) : `${from}-${to.length < from.length ? from.slice(0, from.length - to.length) + to : to}`;
};

export function answerOf(line, type) {
  const runs = runsOf(line);
  const answer = { author: namesOf(runs, 'a'), editor: namesOf(runs, 'e') };
  for (const { label, text } of runs) {
    const variable = variables[label];
    if (variable === undefined || answer[variable] !== undefined) continue;
    answer[variable] = variable === 'page' ? longPage(text) : variable === 'issued' ? /\d{4}/u.exec(text)?.[0] ?? '' : variable === 'edition' ? /\d+/u.exec(text)?.[0] ?? '' : fold(text);
  }
  if (answer.DOI !== undefined) answer.DOI = fold(answer.DOI.replace(/^doi|^https?:\/\/(?:dx\.)?doi\.org\//iu, ''));
  return { ...answer, ...(type === undefined ? {} : { type }) };
}

const foldName = (name) => `${fold((name['non-dropping-particle'] ?? '') + (name.family ?? name.literal ?? ''))}${fold(name.given ?? '').slice(0, 1)}`;

function valueOf(item, field) {
  if (field === 'author' || field === 'editor') return (item[field] ?? []).map(foldName).join('|');
  if (field === 'issued') return String(item.issued?.['date-parts']?.[0]?.[0] ?? '');
  if (field === 'page') return longPage(item.page ?? '');
  return field === 'type' ? item.type : fold(String(item[field] ?? ''));
}

/** A Russian editor who is printed in the genitive is right as he is called, and as he is printed. */
const printedEditors = ({ editor = [] }) => editor.map((name) => foldName(name.family === undefined ? name : genitive(name))).join('|');
const isRight = (item, field, found, wanted) => found === wanted || (field === 'editor' && item !== undefined && printedEditors(item) === wanted);

/** Adds up right, given and wanted values, by field; with a list of what was wrong. */
export class Score {
  counts = Object.fromEntries(fields.map((field) => [field, [0, 0, 0]]));
  wrong = [];

  add(item, answer, text) {
    for (const field of fields) {
      if (field === 'type' && answer.type === undefined) continue;
      const found = item === undefined ? '' : valueOf(item, field);
      const wanted = answer[field] ?? '';
      const count = this.counts[field];
      if (found !== '') count[1]++;
      if (wanted !== '') count[2]++;
      const right = isRight(item, field, found, wanted);
      if (found !== '' && right) count[0]++;
      else if (!right) this.wrong.push(`${field}: ${found} ≠ ${wanted} in ${text}`);
    }
  }

  /** Was any of these fields wanted or given? */
  asked(names) {
    return names.some((field) => this.counts[field][1] + this.counts[field][2] > 0);
  }

  f1(names = fields.filter((field) => field !== 'type')) {
    const sum = [0, 1, 2].map((at) => names.reduce((total, field) => total + this.counts[field][at], 0));
    return (2 * sum[0]) / Math.max(1, sum[1] + sum[2]);
  }
}
