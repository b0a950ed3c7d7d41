/** What is to be said of the notes in a source file: passages that moved or are gone, tags that look like others, relations to nowhere. */
import type { Library, PassageState, SourceFile } from '../../core/library';
import { movedKeys, passagesInFile } from '../../core/library';
import { passageLost, passageMoved, relationNowhere, resolveTag, tagNear } from '../../core/notes';
import type { Problem } from '../../core/problem';
import { similarTags, tagTree } from '../../core/tagging';
import type { Likeness, SimilarTag } from '../../core/tagging';
import type { PlacedNote } from '../../core/library';
import type { Span } from '../../core/source';
import { headingsIn } from './reading';

/** What was found, and all that a fix needs. */
export type Finding = { readonly problem: Problem & { readonly span: Span }; readonly placed: PlacedNote } & (
  | { readonly kind: 'passage'; readonly state: PassageState; readonly span?: Span }
  | { readonly kind: 'tag'; readonly word: Span; readonly known: string }
  | { readonly kind: 'relation'; readonly target: string; readonly instead?: string }
);

const whyAlike: { readonly [L in Likeness]: string } = { letters: 'the same letters', label: 'a name of it in the codebook', words: 'the same words' };
let similar: { readonly signature: string; readonly codebook: Library['codebook']; readonly pairs: ReadonlyMap<string, SimilarTag> } | undefined;

/** Which tags look like another. Worked out anew only when there are other tags, not with every word that is typed. */
function similarIn(library: Library): ReadonlyMap<string, SimilarTag> {
  const tags = new Set<string>();
  for (const { notes } of library.sources.values()) for (const note of notes) for (const tag of note.tags) tags.add(tag);
  const signature = [...tags].sort().join(' ');
  if (similar?.signature !== signature || similar.codebook !== library.codebook) {
    const pairs = similarTags(tagTree(library), library.codebook).map((one) => [one.from, one] as const);
    similar = { signature, codebook: library.codebook, pairs: new Map(pairs) };
  }
  return similar.pairs;
}

export function findingsIn(file: SourceFile, library: Library): readonly Finding[] {
  return [...passageFindings(file), ...tagFindings(file, library), ...relationFindings(file, library)];
}

function passageFindings(file: SourceFile): Finding[] {
  const passages = passagesInFile(file, file.notes.map(({ note }) => note));
  return passages.flatMap(({ note, state, span, similarity = 1 }): Finding[] => {
    const placed = file.notes.find((one) => one.note === note);
    const where = placed?.quoteSpan;
    if (placed === undefined || where === undefined || state === 'found') return [];
    const problem = state === 'lost' ? passageLost(where) : passageMoved(similarity, where);
    return [{ kind: 'passage', problem: { ...problem, span: where }, placed, state, ...(span && { span }) }];
  });
}

function tagFindings(file: SourceFile, library: Library): Finding[] {
  const near = similarIn(library);
  return headingsIn(file).flatMap(({ placed, parts }) => parts.flatMap((part): Finding[] => {
    const like = part.role === 'tag' ? near.get(resolveTag(part.tag, library.codebook)) : undefined;
    const word = { start: part.start, end: part.end };
    return like === undefined ? [] : [{ kind: 'tag', problem: { ...tagNear(like.from, like.to, whyAlike[like.why], word), span: word }, placed, word, known: like.to }];
  }));
}

function relationFindings(file: SourceFile, library: Library): Finding[] {
  const isThere = (target: string): boolean => {
    const [key = '', id] = target.split('#');
    const source = library.sources.get(key);
    return source !== undefined && [...source.notes, ...(source.hidden ?? [])].some((note) => note.id === id);
  };
  const moved = movedKeys(library);
  return file.notes.flatMap((placed): Finding[] => (placed.note.links ?? []).filter(({ target }) => !isThere(target)).map(({ target }) => {
    const line = placed.comment ?? placed.heading;
    const at = file.text.indexOf(target, line.start);
    const span = at < 0 || at > line.end ? line : { start: at, end: at + target.length };
    const [key = '', id] = target.split('#');
    const now = moved.get(key);
    return { kind: 'relation', problem: { ...relationNowhere(target, span), span }, placed, target, ...(now !== undefined && { instead: `${now}#${id}` }) };
  }));
}
