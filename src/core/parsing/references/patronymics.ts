/** Whole names with that of the father in front of a reference: `Мария Сергеевна Иванова, Пётр Ильич Сидоров. …`. */
import type { Name } from '../../source';
import { readName } from '../names';
import type { ModelReading } from './model/reading';

const word = String.raw`\p{Lu}[\p{Ll}-]{1,25}`;
const father = String.raw`\p{Lu}\p{Ll}{1,20}(?:ович|евич|[кмтьф]ич|овна|евна|[иь]нична|ична|ұлы|улы|қызы|кызы)`;
const whole = String.raw`(?:${word} ${father} ${word}|${word} ${word} ${father})`;
const inFront = new RegExp(String.raw`^${whole}(?:, ${whole}){0,9}(?=\. \p{Lu}| \((?:19|20)\d\d)`, 'u');

/** A text as it is read, and the people whose names were made short for that. */
export type Shortened = { readonly text: string; readonly people: readonly Name[] };

/** The reference with these names as most references have them, family and initials: so the model knows them. */
export function withShortNames(text: string): Shortened {
  const printed = inFront.exec(text)?.[0];
  if (printed === undefined || text.includes(' / ')) return { text, people: [] };
  const people = printed.split(', ').map((name) => readName(name));
  const short = people.map(({ family = '', given = '' }) => `${family} ${given.split(' ').map((part) => `${part.charAt(0)}.`).join(' ')}`).join(', ');
  return { text: `${short}${text.slice(printed.length).replace(/^\./u, '')}`, people };
}

/** The reading with the whole names of the authors. */
export function withWholeNames(reading: ModelReading, people: readonly Name[]): ModelReading {
  const told = people.length > 0 && people.every(({ family }, at) => reading.authors[at]?.family === family);
  return told ? { ...reading, authors: [...people, ...reading.authors.slice(people.length)] } : reading;
}
