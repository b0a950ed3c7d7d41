/** What a file holds, taken apart to go from one thread to another, and put together again. */
import type { Incoming, IncomingNote, IncomingPart, IncomingSource, IncomingTag, PartsRead } from './incoming';

/** The parts, in an order in which they can be put together again. */
export const partsOf = ({ tags, sources }: Incoming): readonly IncomingPart[] =>
  [...tags.map((tag) => ({ tag })), ...sources.flatMap(({ notes, ...source }): readonly IncomingPart[] => [{ source }, ...notes.map((note) => ({ note }))])];

/** About how much text there is in a part, in UTF-16 code units. */
export function sizeOfPart(part: IncomingPart): number {
  if ('tag' in part) return part.tag.entry.definition?.length ?? 0;
  if ('source' in part) return (part.source.text?.length ?? 0) + (part.source.item.abstract?.length ?? 0);
  return part.note.note.text.length + (part.note.note.quote?.length ?? 0);
}

/** The parts together again. */
export function joinParts({ records, problems }: PartsRead): Incoming {
  const tags: IncomingTag[] = [];
  const sources: (IncomingSource & { readonly notes: IncomingNote[] })[] = [];
  for (const part of records) {
    if ('tag' in part) tags.push(part.tag);
    else if ('source' in part) sources.push({ ...part.source, notes: [] });
    else sources.at(-1)?.notes.push(part.note);
  }
  return { tags, sources, problems };
}
