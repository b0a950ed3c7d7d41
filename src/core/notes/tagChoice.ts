/** The tags that one may choose from, by all the names they have. */
import { fold } from '../fold';
import { tagFrom, tagKey } from './tag';

/** A tag with its other names (aliases, labels in any language) and on how many notes it stands. */
export type TagChoice = { readonly tag: string; readonly also: readonly string[]; readonly notes: number; readonly definition?: string };

/** A tag that was meant by what was typed; `by` the other name that it was found under. `isWithin`: what was typed stands in the midst of a word of its name only. */
export type Completed = { readonly choice: TagChoice; readonly by?: string; readonly isWithin?: true };

const nowhere = 9;

/** How well a typed word fits a name: equal, beginning with it, a part that begins so, holding it. */
function rankOf(name: string, wanted: string): number {
  const key = tagKey(tagFrom(name));
  if (key === wanted) return 0;
  if (key.startsWith(wanted)) return 1;
  if (name.toLowerCase().split(/[-/_\s]/u).some((part) => part.startsWith(wanted))) return 2;
  return key.includes(wanted) ? 3 : nowhere;
}

/** The tags that a typed word may mean, best first, found by their own names before other names and before other letters (`mnogo` for многовекторность). */
export function completeChoice(typed: string, choices: readonly TagChoice[]): Completed[] {
  const wanted = tagKey(tagFrom(typed));
  if (wanted === '') return typed.replace('#', '') === '' ? choices.map((choice) => ({ choice })) : [];
  const found = choices.flatMap((choice): (Completed & { readonly rank: number })[] => {
    const own = rankOf(choice.tag, wanted);
    if (own < nowhere) return [{ choice, rank: own }];
    const names = choice.also.map((name) => ({ name, rank: Math.min(rankOf(name, wanted), rankOf(fold(name), fold(wanted)) + 1) })).sort((a, b) => a.rank - b.rank);
    const best = names[0];
    return best === undefined || best.rank >= nowhere ? [] : [{ choice, by: best.name, rank: best.rank + 0.5 }];
  });
  return found.sort((a, b) => a.rank - b.rank).map(({ choice, by, rank }) => ({ choice, ...(by !== undefined && { by }), ...(rank >= 3 && { isWithin: true as const }) }));
}
