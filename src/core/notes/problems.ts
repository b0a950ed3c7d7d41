/** The sentences about notes, tags and passages in a source file: each says what is the matter and what to do, with a code that tests check. */
import type { Problem, Severity } from '../problem';
import type { Span } from '../source';

const problem = (code: string, severity: Severity, message: string, span?: Span): Problem => ({ code, severity, message, ...(span && { span }) });

export const passageMoved = (similarity: number, span: Span): Problem =>
  problem('passage-moved', 'information', `The text says nearly this, but not quite (${Math.floor(similarity * 100)} % alike). Please confirm that it is the passage, or remove its anchor.`, span);

export const passageLost = (span: Span): Problem =>
  problem('passage-lost', 'warning', 'This passage no longer stands in the text. The note keeps its words. Select the passage again and take the note anew, or remove the anchor.', span);

export const allPassagesStand = (): Problem =>
  problem('passages-stand', 'information', 'Every passage that has a note stands where it was noted. There is nothing to look at.');

export const passageNow = (): string => 'It may stand here now.';

/** `why`: what the two have in common. */
export const tagNear = (tag: string, known: string, why: string, span: Span): Problem =>
  problem('tag-near', 'information', `#${tag} looks like #${known} (${why}). Use that one, if it means the same; or give both an entry in the codebook.`, span);

export const relationNowhere = (target: string, span: Span): Problem =>
  problem('relation-nowhere', 'warning', `This note relates to ${target}, which is no note of this library. Correct the relation in this line, or remove it.`, span);
