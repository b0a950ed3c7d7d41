/** The relations between notes as Argdown (argdown.org): each note a statement, below it what supports and attacks it. */
import type { SourceNote } from '../library';
import type { Relation } from '../source';
import { tagsOfNote, workInBrief } from './notesToWrite';
import type { NotesToWrite } from './notesToWrite';

/** Argdown knows support and attack; what qualifies is told in a comment. */
const signs: { readonly [R in Relation]: string | undefined } = { supports: '+', attacks: '-', qualifies: undefined };

type Incoming = { readonly relation: Relation; readonly from: SourceNote };

/** Every note: first those that have a relation to one that is written, or are the target of one. Empty when there is none of these. */
export function notesArgdown(chosen: NotesToWrite): string {
  const named = new Map<string, SourceNote>(chosen.notes.flatMap((one) => (one.note.id === undefined ? [] : [[`${one.source.item.id}#${one.note.id}`, one] as const])));
  const incoming = new Map<string, Incoming[]>();
  const involved = new Set<SourceNote>();
  for (const from of chosen.notes) {
    for (const { relation, target } of from.note.links ?? []) {
      const to = named.get(target);
      if (to === undefined) continue;
      incoming.set(target, [...(incoming.get(target) ?? []), { relation, from }]);
      involved.add(from).add(to);
    }
  }
  if (involved.size === 0) return '';
  const blocks = [...new Set([...involved, ...chosen.notes])].map((one, at) => statement(one, at + 1, incoming.get(`${one.source.item.id}#${one.note.id}`) ?? [], chosen));
  return `===\ntitle: ${JSON.stringify(chosen.title)}\n===\n\n${blocks.join('\n\n')}\n`;
}

/** Two statements of one title would be one: a note that nothing can point at is named by its number. */
const title = ({ source, note }: SourceNote, number = 0): string => `[${source.item.id} ${note.id ?? String(number)}]`;

function statement(one: SourceNote, number: number, incoming: readonly Incoming[], { codebook }: NotesToWrite): string {
  const { source, note } = one;
  const words = plain(note.quote ?? note.text) || plain(workInBrief(source.item));
  const tags = tagsOfNote(note, codebook).map((tag) => ` #(${tag})`).join('');
  return [`${title(one, number)}: ${words}${tags}`, ...incoming.map(({ relation, from }) => {
    const sign = signs[relation];
    return sign === undefined ? `  // ${title(from)} ${relation} this` : `  ${sign} ${title(from)}`;
  })].join('\n');
}

/** One line in which nothing reads as Argdown. */
const plain = (text: string): string => text.replace(/\s+/g, ' ').trim().replace(/[[\]<>{}()#@*_/\\:|+~^-]/g, (sign) => `\\${sign}`);
