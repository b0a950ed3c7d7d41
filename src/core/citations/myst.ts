/** Citing in MyST: Pandoc's brackets, and roles where the draft uses them or nothing yet. */
import type { CiteManner, CiteRequest, Insertion } from './citation';
import { extendHere, insertNew, markdown } from './markdown';
import { fillRole, newRole } from './mystRoles';
import { distinct, type Passage, type SyntaxRules, type Ways } from './rules';

/** The role to cite with: the one the draft uses most. Undefined when it cites in brackets. */
function roleOf({ used }: Ways, { command, inText }: CiteManner): string | undefined {
  if (command !== undefined) return command;
  const [most] = [...used].filter(([name]) => name !== 'nocite').sort(([, one], [, other]) => other - one);
  if (most !== undefined && !most[0].startsWith('cite')) return undefined;
  if (inText === true) return 'cite:t';
  return most?.[0] === 'cite:t' || most === undefined ? 'cite:p' : most[0];
}

function insert(passage: Passage, offset: number, requests: readonly CiteRequest[], manner: CiteManner): Insertion {
  const wanted = distinct(requests);
  const role = roleOf(passage.ways, manner);
  if (wanted.length === 0 || role === undefined) return markdown.insert(passage, offset, requests, manner);
  return extendHere(passage, offset, wanted) ?? fillRole(passage.text, offset, wanted) ?? insertNew(passage.text, offset, () => newRole(role, wanted));
}

export const myst: SyntaxRules = { ...markdown, languages: ['myst'], endings: ['myst'], insert, canCite: (key) => markdown.canCite(key) && !/[,;\s]/.test(key) };
